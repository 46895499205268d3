// From the table to my shortlist. Run it from the top of the project: jshell --class-path ... docs/examples/shortlist.jsh
/open docs/examples/imports.jsh

// The table as QS published it, and QS's own way to rank it.
var qs = Qs.medicine(2026);
var table = Csv.parseTable(Files.readString(Path.of("docs/examples/qs-medicine-2026.csv")), qs.indicators());

// What matters to me: good prospects, then partners abroad and research that is read; not in the US or GB, no weak name.
var me = Profile.builder().
        matters(Qs.EMPLOYER_REPUTATION, 3).matters(Qs.INTERNATIONAL_RESEARCH_NETWORK, 2).matters(Qs.CITATIONS_PER_PAPER, 2).
        notInCountry("US", "GB").noWorseThan(Qs.ACADEMIC_REPUTATION, 70).build();
System.out.println(me);

// The schools that suit, best first: my position and QS's, the score by my weights, the fit.
var list = me.shortlist(qs, table);
System.out.println("\n" + list);
System.out.println("\nNot for me, for instance: " + list.excluded().get(list.excluded().size() - 1));

// How sure is that? Halve and double each of my weights in turn and look how far the ranks move.
List<Ranking> variants = new ArrayList<>();
for (var changed : me.weights().indicators()) {
    for (var factor : List.of("0.5", "1", "2")) {
        var weights = Weights.builder();
        for (var each : qs.indicators()) {
            var points = me.weights().asMap().getOrDefault(each, BigDecimal.ZERO);
            weights.put(each, each.equals(changed) ? points.multiply(new BigDecimal(factor)) : points);
        }
        variants.add(qs.withWeights(weights.build()).rank(table));
    }
}
RankRange interval(School school) {
    var places = variants.stream().mapToInt(each -> each.placeAt(each.of(school).row())).sorted().toArray();
    return RankRange.of(places[0], places[places.length - 1], "one weight halved or doubled").withMedian(places[places.length / 2]);
}
var intervals = table.schools().stream().collect(Collectors.toMap(each -> each, each -> interval(each)));
System.out.println("\n" + list.withRanges(intervals).top(6));

// Nobody on the list beats these on everything that matters to me; the choice among them is one of taste.
System.out.println("\nSkyline: " + list.skyline());
for (var each : list.schools()) {
    if (each.isOnSkyline()) {
        each.tradeOff().ifPresent(System.out::println);
    }
}

// A picture of the list for the wall: write the string to a file and open it in a browser.
var picture = Svg.rankIntervals(list.ranking(), intervals, "How my ranks move when one weight is halved or doubled");
System.out.println("\n" + picture.lines().skip(1).limit(3).collect(Collectors.joining("\n")));
/exit
