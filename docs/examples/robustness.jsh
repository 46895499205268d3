// How sure is each position of the top 35 of 2026, if the weights might have been somewhat different?
// Run from the directory of the project:  jshell --class-path <jar and guava> docs/examples/robustness.jsh
/open docs/examples/imports.jsh

var qs = Qs.medicine(2026)
var table = Csv.parseTable(java.nio.file.Files.readString(java.nio.file.Path.of("docs/examples/qs-medicine-2026.csv")), qs.indicators())
var weights = qs.weights().orElseThrow()

// Weights around the published ones: a share of 40 % has a standard deviation of 4.9 percentage points.
var around = Robustness.of(qs, table).varyingWeights(WeightSamplers.dirichlet(weights, 100)).withSeed(2026).run(20_000)
System.out.println(around.table(12))

// Which schools are first under some weights?
var any = Robustness.of(qs, table).varyingWeights(WeightSamplers.uniform(qs.indicators())).withSeed(2026).run(20_000)
for (School school : any.firsts()) System.out.println(school.name() + ": first in a share of " + any.acceptability(school, 1) + " of all weights")

// Which weights put Oxford first?
var oxford = any.firsts().stream().filter(school -> school.name().equals("University of Oxford")).findFirst().orElseThrow()
any.centralWeights(oxford).forEach((indicator, share) -> System.out.println("  " + indicator.name() + " " + share))

// Let each weight move by at most a tenth of itself: which schools are among the first ten in every draw?
var near = Robustness.of(qs, table).varyingWeights(WeightSamplers.uniformWithin(WeightRegion.withinPercent(weights, 10))).withSeed(2026).runUntil(0.005, 1_000_000)
System.out.println(near.draws() + " draws; in the first ten throughout: " + near.byMean().stream().filter(school -> near.withinTop(school, 10).value() == 1).map(School::name).toList())
/exit
