// Ranks Medicine from raw evidence, in JShell with medrank on its class path.
// A seeded generator makes up all of it: 1 500 institutions, five years of ballots, papers of 2019 to 2023.
/open docs/examples/imports.jsh

var random = new SplittableRandom(2026);
var countries = List.of(("US CN GB DE JP FR IN BR IT CA AU KR ES NL SE CH ZA EG MX SG PL TR IR BE AT DK NO FI IE PT GR CZ HU RO IL SA TW HK "
        + "MY TH ID VN PH PK BD LK NG KE GH UG ET TN MA DZ AR CL CO PE UY NZ UA RS HR SI SK BG EE LV LT IS").split(" "));
var institutions = 1500;

// ---- institutions: countries early in the list have more; every fortieth institution has no medical school

School school(int i) {
    int country = (int) (countries.size() * StrictMath.pow(random.nextDouble(), 2.5));
    var school = School.of("University " + (i + 1)).withCountry(countries.get(country));
    return i % 40 == 39 ? school.withAttribute("teaches-subject", "no") : school;
}
var schools = Institutions.of(IntStream.range(0, institutions).mapToObj(i -> school(i)).toList());

// ---- their quality, which is hidden: a few giants, a long tail

double gaussian() {
    return StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble())) * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
}
double[] fame = IntStream.range(0, institutions).mapToDouble(i -> StrictMath.exp(1.5 * gaussian())).toArray();
double[] fameTo = fame.clone();
Arrays.parallelPrefix(fameTo, Double::sum);

int famous() {
    int found = Arrays.binarySearch(fameTo, random.nextDouble() * fameTo[institutions - 1]);
    return found < 0 ? -found - 1 : found;
}
School famousSchool() { return schools.schools().get(famous()); }

// ---- surveys: some respondents answer again in another year, and some pick their own institution

Ballot ballot(SurveyKind kind, int respondents) {
    int respondent = random.nextInt(respondents);
    var home = schools.schools().get(respondent % institutions);
    var country = home.country().get();
    var picks = Stream.generate(() -> famousSchool()).limit(2 + random.nextInt(12)).distinct().toList();
    var abroad = picks.stream().filter(s -> !s.country().get().equals(country)).map(School::id).toList();
    var athome = picks.stream().filter(s -> s.country().get().equals(country)).map(School::id).toList();
    return Ballot.builder(kind + " " + respondent, kind, country, 2021 + random.nextInt(5)).institution(home.id()).subjects("Medicine").domestic(athome).international(abroad).build();
}
var academicRules = Qs.academicSurvey(2026).withSubjects("Medicine").withYearWeights(1, 1, 1, 0.5, 0.25);
var employerRules = Qs.employerSurvey(2026).withSubjects("Medicine");
var academics = Stream.generate(() -> ballot(SurveyKind.ACADEMIC, 10_000)).limit(12_000).collect(SurveyAccumulator.collector(schools, academicRules));
var employers = Stream.generate(() -> ballot(SurveyKind.EMPLOYER, 4_000)).limit(5_000).collect(SurveyAccumulator.collector(schools, employerRules));
System.out.println(academics);
System.out.println(employers);

// ---- papers: one to eight institutions, log-normal citations that grow with quality, some from a niche source

Paper paper() {
    int first = famous();
    var own = IntStream.concat(IntStream.of(first), IntStream.range(0, random.nextInt(8)).map(i -> famous())).distinct().mapToObj(i -> schools.schools().get(i).id()).toArray(String[]::new);
    int cited = (int) StrictMath.exp(1.5 + 0.3 * StrictMath.log(1 + fame[first]) + 1.2 * gaussian());
    var paper = Paper.builder(2018 + random.nextInt(6), own).citations(cited).selfCitations(cited / 8);
    if (random.nextInt(4) == 0) paper.niche();
    return (random.nextInt(3) == 0 ? paper.subjects(2700, 1300) : paper.subjects(2700)).build();
}
var paperRules = Qs.papers(2026).withSubjectRange(2700, 2748).withAffiliationCap(20).withMinimumPapers(25);
var papers = PaperAccumulator.of(schools, paperRules);
var network = NetworkAccumulator.of(schools, paperRules);
for (int i = 0; i < 60_000; i++) {
    var paper = paper();
    papers.add(paper);
    network.add(paper);
}
System.out.println(papers.tally());

// ---- indicators, rounded to two decimals for display, and the ranking

var evidence = schools.table(academics.scores(), employers.scores(), papers.tally().citationsPerPaper(), papers.tally().combinedHIndex().withIndicator(Qs.H_INDEX), network.tally().index()).mapColumns(column -> column.map(x -> Math.round(x * 100) / 100.0));
var ranking = Qs.medicineFromEvidence(2026, evidence).rank(evidence);
System.out.println();
System.out.println(ranking.top(10));
System.out.println();
System.out.println(ranking.unranked().size() + " listed without a position, such as");
ranking.unranked().stream().limit(3).forEach(System.out::println);

// ---- how sure the evidence is: 100 replicates of the papers

var replicates = Bootstrap.of(1, 100).papers(papers.tally(), t -> List.of(t.citationsPerPaper(), t.combinedHIndex().withIndicator(Qs.H_INDEX)));
System.out.println();
for (var ranked : ranking.top(3).schools()) {
    System.out.println(ranked.school() + ": h " + replicates.interval(ranked.school(), Qs.H_INDEX).get());
}
/exit
