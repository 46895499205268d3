// Ranks the first 35 schools of QS Medicine 2026 from their five published indicators.
// Run it with: mvn -q -Pquickstart
/open docs/examples/imports.jsh

var csv     = Files.readString(Path.of("docs/examples/qs-medicine-2026.csv"));
var qs      = Qs.medicine(2026);
var table   = Csv.parseTable(csv, qs.indicators());
var ranking = qs.rank(table);

System.out.println(ranking.top(10));
System.out.println();

// The file also has the positions and scores that QS printed. There are no differences.
System.out.println("Compared with the published ranks and scores: " + ranking.diff(table.published()));
System.out.println();

System.out.println(ranking.explain("University of Oxford"));
System.out.println();

// A personal ranking: the same schools with other weights.
var mine = Weights.of(Map.of(Qs.ACADEMIC_REPUTATION, 20, Qs.EMPLOYER_REPUTATION, 40, Qs.CITATIONS_PER_PAPER, 20,
                             Qs.H_INDEX, 10, Qs.INTERNATIONAL_RESEARCH_NETWORK, 10));
System.out.println("Employers first:");
System.out.println(qs.withWeights(mine).rank(table).top(5));
/exit
