// Makes a shortlist from the table. Run it from the top of the project: jshell --class-path ... docs/examples/shortlist.jsh
/open docs/examples/imports.jsh

// The table as QS published it, and QS's methodology.
var qs = Qs.medicine(2026);
var table = Csv.parseTable(Files.readString(Path.of("docs/examples/qs-medicine-2026.csv")), qs.indicators());

// What matters to me: employers, then partners abroad and citations; not in the US or GB, no weak reputation.
var me = Profile.builder().
        matters(Qs.EMPLOYER_REPUTATION, 3).matters(Qs.INTERNATIONAL_RESEARCH_NETWORK, 2).matters(Qs.CITATIONS_PER_PAPER, 2).
        notInCountry("US", "GB").noWorseThan(Qs.ACADEMIC_REPUTATION, 70).build();
System.out.println(me);

// The schools that suit me, best first: my position and QS's, the score with my weights, the fit.
var list = me.shortlist(qs, table);
System.out.println("\n" + list);
System.out.println("\nNot for me, for instance: " + list.excluded().get(list.excluded().size() - 1));

// How sure is that? My weights are a guess: let each share vary, and show the range of 90 % of the positions.
var ranges = Robustness.of(qs, table).varyingWeights(WeightSamplers.dirichlet(list.ranking().weights(), 50)).run(10_000).ranges(0.9);
System.out.println("\n" + list.withRanges(ranges).top(6));

// No school on the list beats these in everything that matters to me.
System.out.println("\nSkyline: " + list.skyline());
for (var each : list.schools()) {
    if (each.isOnSkyline()) {
        each.tradeOff().ifPresent(System.out::println);
    }
}

// A picture of the list: write the string to a file and open it in a browser.
var picture = Svg.rankIntervals(list.ranking(), ranges, "How sure my ranks are");
System.out.println("\n" + picture.lines().skip(1).limit(3).collect(Collectors.joining("\n")));
/exit
