package io.github.medrank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.sun.management.ThreadMXBean;
import io.github.medrank.audit.Audit;
import io.github.medrank.audit.Recovery;
import io.github.medrank.choice.WhatMatters;
import io.github.medrank.comparison.Consensus;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import io.github.medrank.insight.Goal;
import io.github.medrank.insight.WhatIf;
import io.github.medrank.insight.WhatMustChange;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.picture.Page;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.robustness.DataVariations;
import io.github.medrank.robustness.Methods;
import io.github.medrank.robustness.RankConfidenceSets;
import io.github.medrank.robustness.Robustness;
import io.github.medrank.robustness.Tiers;
import io.github.medrank.sensitivity.Coherence;
import io.github.medrank.sensitivity.OneAtATime;
import io.github.medrank.sensitivity.RankOutput;
import io.github.medrank.sensitivity.RankReversals;
import io.github.medrank.sensitivity.RankSensitivity;
import io.github.medrank.weightspace.Norm;
import io.github.medrank.weightspace.WeightSamplers;
import io.github.medrank.weightspace.WeightSpace;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Prints the tables of cost and of growth of docs/performance.md, row by row as they stand there.
 *
 * <p>A cell is the processor time of one thread and the memory it allocated: the best of up to thirty calls within the
 * budget of a cell, at least two unless the first takes more than that. What does not end within the limit of a cell is
 * interrupted and printed as {@code > 30 s}. The arguments choose sections (all without any):
 *
 * <ul>
 *   <li>{@code runs}: draws, sensitivity and exact bounds at 100, 1 500 and 10 000 schools
 *   <li>{@code analyses}: the other analyses at the same sizes
 *   <li>{@code draws}: a draw along schools and indicators
 *   <li>{@code factors}: Sobol' indices along the number of factors
 *   <li>{@code bounds}: exact bounds along schools and indicators
 *   <li>{@code budget=2} and {@code limit=30}: seconds a cell, wanted and at most
 * </ul>
 */
public final class CostTables {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ImmutableList<Integer> SIZES = ImmutableList.of(100, 1_500, 10_000);
    private static final ImmutableList<String> SECTIONS =
            ImmutableList.of("runs", "analyses", "rankers", "further", "draws", "factors", "bounds");

    private static double budget = 2;
    private static double limit = 30;

    private CostTables() {}

    public static void main(String[] arguments) {
        List<String> sections = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("budget=")) {
                budget = Double.parseDouble(argument.substring("budget=".length()));
            } else if (argument.startsWith("limit=")) {
                limit = Double.parseDouble(argument.substring("limit=".length()));
            } else {
                sections.add(argument);
            }
        }
        for (String section : sections.isEmpty() ? SECTIONS : sections) {
            long start = System.nanoTime();
            System.out.println("\n" + section + ":");
            switch (section) {
                case "runs" -> ofSizes(CostTables::runs);
                case "analyses" -> ofSizes(CostTables::analyses);
                case "rankers" -> ofSizes(CostsOfOneSchool::rankers);
                case "further" -> ofSizes(CostsOfOneSchool::further);
                case "draws" -> draws();
                case "factors" -> factors();
                case "bounds" -> bounds();
                default -> throw new IllegalArgumentException("section \"" + section + "\"; there are " + SECTIONS);
            }
            System.out.println("(" + section + " took " + (System.nanoTime() - start) / 1_000_000_000 + " s)");
        }
        System.exit(0); // an analysis that does not heed an interrupt may be running still
    }

    // ---- what is measured ----

    private static ImmutableMap<String, Supplier<Object>> runs(int schools) {
        CostField field = CostField.of(schools, 5);
        IndicatorTable table = field.table();
        IndicatorTable errors = field.errors();
        Methodology geometric = field.geometric();
        Methods methods = Methods.of(field.rounded())
                .withNormalizers(Normalizer.identity(), Normalizers.minMax(1, 100), Normalizers.rank())
                .withRankers(Rankers.weightedMean(), Rankers.geometricMean());
        return ImmutableMap.<String, Supplier<Object>>builder()
                .put(
                        "`Robustness`, 10 000 draws of weights, one-decimal scores",
                        () -> acceptabilities(field, field.rounded()))
                .put("the same, exact z-scores", () -> acceptabilities(field, field.exact()))
                .put("the same, geometric mean, exact scores", () -> acceptabilities(field, geometric))
                .put(
                        "`Robustness`, 10 000 draws of 6 methods",
                        () -> Robustness.of(field.rounded(), table)
                                .varyingMethods(methods)
                                .withPairs(false)
                                .run(10_000))
                .put(
                        "`Robustness`, 1 000 draws of data, z-scores",
                        () -> Robustness.of(field.exact(), table)
                                .varyingData(DataVariations.standardErrors(errors))
                                .withPairs(false)
                                .run(1_000))
                .put(
                        "`RankSensitivity`, 5 weights, base sample 1 024",
                        () -> RankSensitivity.of(field.rounded(), table)
                                .varyingWeights(25)
                                .indices(RankOutput.meanShift()))
                .put(
                        "`RankSensitivity`, sampled weights × 2 normalizers × 2 means",
                        () -> RankSensitivity.of(geometric, table)
                                .varyingWeights(WeightSamplers.dirichlet(field.weights(), 100))
                                .varyingMethod("n", List.of(x -> x, x -> x.withNormalizer(Normalizers.minMax(10, 100))))
                                .varyingMethod("m", List.of(x -> x, x -> x.withRanker(Rankers.weightedMean())))
                                .indices(RankOutput.meanShift()))
                .put(
                        "`OneAtATime.weights`, ±10 and ±25 %",
                        () -> OneAtATime.weights(field.rounded(), table, -25, -10, 10, 25))
                .put("`WeightSpace.dominance`, ±50 %", () -> field.within(50).dominance())
                .put("`WeightSpace.bounds`, ±25 %", () -> field.within(25).bounds())
                .buildOrThrow();
    }

    private static Object acceptabilities(CostField field, Methodology methodology) {
        return Robustness.of(methodology, field.table())
                .varyingWeights(WeightSamplers.dirichlet(field.weights(), 100))
                .withPairs(false)
                .run(10_000);
    }

    private static ImmutableMap<String, Supplier<Object>> analyses(int schools) {
        CostField field = CostField.of(schools, 5);
        IndicatorTable table = field.table();
        Methodology rounded = field.rounded();
        Ranking ranking = rounded.rank(table);
        Ranking other = field.exact().rank(table);
        IndicatorTable printed = table.withPublished(ranking.results());
        Map<School, Double> scores = new HashMap<>();
        Map<School, Double> errors = new HashMap<>();
        for (int row = 0; row < schools; row++) {
            scores.put(table.schools().get(row), table.columns().get(0).value(row));
            errors.put(table.schools().get(row), 2.0);
        }
        Map<School, RankRange> ranges = new LinkedHashMap<>();
        for (RankedSchool each : ranking) {
            int place = each.position().best();
            ranges.put(each.school(), RankRange.of(Math.max(1, place - 5), Math.min(schools, place + 5), "b"));
        }
        List<RankedList> lists = List.of(RankedList.of(ranking), RankedList.of(other), RankedList.of(ranking));
        WhatMatters matters = WhatMatters.of(rounded, table)
                .moreImportant("i0", "i1")
                .atLeast("i2", 0.15)
                .prefer("s1", "s2");
        String middle = ranking.schools().get(schools / 2).school().id();
        String second = ranking.schools().get(1).school().id();
        return ImmutableMap.<String, Supplier<Object>>builder()
                .put("`RankReversals.of`, fixed scales", () -> RankReversals.of(rounded, table))
                .put(
                        "the same, min–max",
                        () -> RankReversals.of(rounded.withNormalizer(Normalizers.minMax(0, 100)), table))
                .put(
                        "`RankConfidenceSets.simultaneous`, 1 000 draws",
                        () -> RankConfidenceSets.simultaneous(scores, errors, 0.95, 1_000, 1))
                .put(
                        "`RankConfidenceSets.marginal`, 1 000 draws",
                        () -> RankConfidenceSets.marginal(scores, errors, 0.95, 1_000, 1))
                .put("`Tiers.byRanges`", () -> Tiers.byRanges(ranges))
                .put("`Coherence.of`, all figures", () -> {
                    Coherence figures = Coherence.of(rounded, table);
                    return List.of(
                            figures.cronbachAlpha(),
                            figures.components(),
                            figures.effectiveWeights(),
                            figures.redundantPairs(0.8));
                })
                .put(
                        "`WeightSpace.bound` of one school, ±25 %",
                        () -> field.within(25).bound(middle))
                .put(
                        "`WeightSpace.smallestToBeFirst`",
                        () -> WeightSpace.of(rounded, table).smallestToBeFirst(second, Norm.L1))
                .put("`WhatMatters.nextQuestion(10)` after three statements", () -> matters.nextQuestion(10))
                .put(
                        "`Audit` of the methodology and a table",
                        () -> Audit.of(rounded, table).findings())
                .put(
                        "`Audit` of a table with printed scores",
                        () -> Audit.of(rounded, printed).findings())
                .put("`Recovery.of(table).run()`", () -> Recovery.of(printed).run())
                .put("`Page.of(ranking)` as text", () -> Page.of(ranking).toString())
                .put("`RankComparison`: τ-b, weighted τ, ρ", () -> {
                    RankComparison compared = RankComparison.of(ranking, other);
                    return List.of(compared.kendallTauB(), compared.weightedTauVigna2015(), compared.spearmanRho());
                })
                .put("`Consensus` of three rankings, Borda and median", () -> {
                    Consensus consensus = Consensus.of(lists);
                    return List.of(consensus.borda(), consensus.medianRank());
                })
                .put(
                        "`WhatIf`, one value, all movements",
                        () -> WhatIf.of(rounded, table)
                                .with(middle, table.indicators().get(0), 99.0)
                                .movements())
                .put(
                        "`WhatMustChange.toReach`, one school up one position",
                        () -> WhatMustChange.of(rounded, table).toReach(middle, Goal.up(1)))
                .buildOrThrow();
    }

    private static void draws() {
        System.out.println("| schools × indicators | one-decimal scores | exact z-scores | geometric mean, exact |");
        int[][] shapes = {
            {100, 5},
            {1_000, 5},
            {10_000, 5},
            {100_000, 5},
            {1_000_000, 5},
            {1_500, 2},
            {1_500, 5},
            {1_500, 10},
            {1_500, 18},
            {1_500, 40},
            {1_500, 60}
        };
        for (int[] shape : shapes) {
            CostField field = CostField.of(shape[0], shape[1]);
            StringBuilder row = new StringBuilder("| " + grouped(shape[0]) + " × " + shape[1] + " |");
            for (Methodology each : List.of(field.rounded(), field.exact(), field.geometric())) {
                Draws draws = each.over(field.table(), field.table().indicators());
                row.append(
                        String.format(Locale.ROOT, " %.1f |", secondsOf(draws, shape[0], shape[1]) * 1e9 / shape[0]));
            }
            System.out.println(row);
        }
    }

    /** Seconds a draw of positions and scores, the best of many groups of draws. */
    private static double secondsOf(Draws draws, int schools, int indicators) {
        SplittableRandom random = new SplittableRandom(1);
        double[] shares = new double[indicators];
        int[] positions = new int[schools];
        double[] scores = new double[schools];
        int each = Math.max(1, 600_000 / schools);
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        while (spent < budget / 2) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int draw = 0; draw < each; draw++) {
                Arrays.setAll(shares, i -> 1 + 0.2 * random.nextDouble());
                draws.positions(shares, positions, scores);
            }
            double seconds = (THREADS.getCurrentThreadCpuTime() - start) * 1e-9;
            best = Math.min(best, seconds / each);
            spent += seconds;
        }
        return best;
    }

    private static void factors() {
        System.out.println(
                "| weights varied | evaluations | without replicates | an evaluation | with 1 000 replicates |");
        for (int factors : new int[] {2, 5, 10, 20, 32}) {
            CostField field = CostField.of(700, factors);
            RankSensitivity sensitivity =
                    RankSensitivity.of(field.rounded(), field.table()).varyingWeights(25);
            int evaluations = 1_024 * (factors + 2);
            Cost plain = cost(() -> sensitivity.withReplicates(1).indices(RankOutput.meanShift()));
            Cost replicated = cost(() -> sensitivity.indices(RankOutput.meanShift()));
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %s | %s | %.1f µs | %s |%n",
                    factors,
                    grouped(evaluations),
                    plain.time(),
                    plain.seconds() * 1e6 / evaluations,
                    replicated.time());
        }
    }

    private static void bounds() {
        System.out.println("| schools × indicators | all bounds | a school |");
        int[][] shapes = {{50, 5}, {100, 5}, {200, 5}, {400, 5}, {800, 5}, {100, 2}, {100, 3}, {100, 10}, {100, 20}};
        for (int[] shape : shapes) {
            CostField field = CostField.of(shape[0], shape[1]);
            Cost cost = cost(() -> field.within(25).bounds());
            System.out.printf(
                    Locale.ROOT,
                    "| %d × %d | %s | %s |%n",
                    shape[0],
                    shape[1],
                    cost,
                    cost.isKnown() ? new Cost(cost.seconds() / shape[0], 0, false).time() : "–");
        }
    }

    // ---- how it is measured ----

    /** Of one call; known only to be more where the call was interrupted. */
    private record Cost(double seconds, double bytes, boolean isMore) {
        boolean isKnown() {
            return !isMore && seconds < Double.POSITIVE_INFINITY;
        }

        String time() {
            String text = seconds < 0.0005
                    ? Math.round(seconds * 1e6) + " µs"
                    : seconds < 0.01
                            ? String.format(Locale.ROOT, "%.1f ms", seconds * 1e3)
                            : seconds < 1
                                    ? Math.round(seconds * 1e3) + " ms"
                                    : String.format(Locale.ROOT, "%.1f s", seconds);
            return seconds == Double.POSITIVE_INFINITY ? "fails" : isMore ? "> " + Math.round(seconds) + " s" : text;
        }

        @Override
        public String toString() {
            String memory = bytes < 1e9
                    ? Math.max(1, Math.round(bytes / 1e6)) + " MB"
                    : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
            return isKnown() ? time() + ", " + memory : time();
        }
    }

    private static void ofSizes(IntFunction<ImmutableMap<String, Supplier<Object>>> calls) {
        Map<String, StringBuilder> rows = new LinkedHashMap<>();
        for (int size : SIZES) {
            calls.apply(size).forEach((name, call) -> {
                Cost cost = cost(call);
                System.err.println(size + " schools, " + name + ": " + cost);
                rows.computeIfAbsent(name, each -> new StringBuilder("| " + each + " |"))
                        .append(' ')
                        .append(cost)
                        .append(" |");
            });
        }
        rows.values().forEach(System.out::println);
    }

    private static Cost cost(Supplier<Object> call) {
        Measured measured = new Measured(call);
        Thread thread = new Thread(measured);
        thread.setDaemon(true);
        thread.start();
        try {
            while (thread.isAlive() && THREADS.getThreadCpuTime(thread.getId()) < limit * 1e9) {
                TimeUnit.SECONDS.timedJoin(thread, 1);
            }
            double seconds = thread.isAlive() ? THREADS.getThreadCpuTime(thread.getId()) * 1e-9 : 0;
            thread.interrupt();
            thread.join(2_000);
            return seconds > 0 && measured.best == Double.POSITIVE_INFINITY
                    ? new Cost(seconds, 0, true)
                    : new Cost(measured.best, measured.bytes, false);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Measured implements Runnable {
        private final Supplier<Object> call;
        private volatile double best = Double.POSITIVE_INFINITY;
        private volatile double bytes;

        Measured(Supplier<Object> call) {
            this.call = call;
        }

        @Override
        public void run() {
            long id = Thread.currentThread().getId();
            double spent = 0;
            for (int i = 0; i < 30 && (i < 2 || spent < budget) && spent < 2 * budget; i++) {
                long allocated = THREADS.getThreadAllocatedBytes(id);
                long start = THREADS.getCurrentThreadCpuTime();
                Object result = call.get();
                double seconds = (THREADS.getCurrentThreadCpuTime() - start) * 1e-9;
                bytes = THREADS.getThreadAllocatedBytes(id) - allocated;
                best = result == this ? 0 : Math.min(best, seconds); // a use, so that no call is left out
                spent += seconds;
            }
        }
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }
}
