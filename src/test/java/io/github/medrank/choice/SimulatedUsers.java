package io.github.medrank.choice;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weighting.BestWorst;
import io.github.medrank.weightspace.WeightSpaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * People with hidden weights, uniform on all weights, who answer questions; what is found out is whether the five schools
 * that are best for them are the first five of the shortlist.
 *
 * <p>{@code main} runs the whole simulation and prints the figures of docs/choosing.md: some minutes.
 */
final class SimulatedUsers {
    static final int TOP = 5;

    private final Methodology method;
    private final IndicatorTable table;
    private final double[][] values;

    SimulatedUsers(IndicatorTable table) {
        this.table = table;
        this.method = Methodology.builder("mean")
                .weights(Weights.equal(table.indicators()))
                .ranker(Rankers.weightedMean())
                .build();
        this.values = table.rows()
                .map(row -> table.indicators().stream()
                        .mapToDouble(each -> row.cell(each).value().getAsDouble())
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The 35 rows of QS 2026. */
    static SimulatedUsers onTheExcerpt() {
        return new SimulatedUsers(WeightSpaces.qs2026());
    }

    /** Schools of five independent values from a normal distribution of mean 50 and deviation 20, cut off at 0 and 100. */
    static SimulatedUsers onGeneratedSchools(int schools, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Indicator> indicators = IntStream.range(0, 5)
                .mapToObj(i -> Indicator.of("indicator-" + i))
                .toList();
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        for (int i = 0; i < schools; i++) {
            table.row(
                    School.of("school-" + i),
                    indicators.stream()
                            .mapToDouble(each -> Math.rint(10 * (50 + 20 * random.nextGaussian())) / 10)
                            .map(each -> Math.max(0, Math.min(100, each)))
                            .toArray());
        }
        return new SimulatedUsers(table.build());
    }

    double[] hidden(SplittableRandom random) {
        double[] weights = random.doubles(table.indicators().size())
                .map(each -> -Math.log(1 - each))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(each -> each / sum).toArray();
    }

    /** The rows of the five best, by a plain sort. */
    Set<Integer> best(double[] weights) {
        return new HashSet<>(IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -score(row, weights)))
                .limit(TOP)
                .toList());
    }

    private double score(int row, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * values[row][i];
        }
        return sum;
    }

    /** What a user with these weights says; the values asked about are looked up in the table, not taken from the question. */
    Answer answer(Question question, double[] weights) {
        double lead = 0;
        for (int i = 0; i < weights.length; i++) {
            Indicator each = table.indicators().get(i);
            if (question.first().values().containsKey(each)) {
                lead += weights[i]
                        * (question.first().values().get(each).value().getAsDouble()
                                - question.second().values().get(each).value().getAsDouble());
            }
        }
        return lead > 0 ? Answer.FIRST : Answer.SECOND;
    }

    WhatMatters nothingSaid() {
        return WhatMatters.of(method, table);
    }

    /** How many of the true five best are among the five best by some weights. */
    int common(double[] hidden, Weights found) {
        double[] shares = table.indicators().stream().mapToDouble(found::share).toArray();
        Set<Integer> both = best(hidden);
        both.retainAll(best(shares));
        return both.size();
    }

    /** Over users: how many of the true five are the shortlist's, after 0, 1, … answers. */
    int[][] ask(int users, int questions, double wrong, long seed) {
        int[][] common = new int[users][questions + 1];
        for (int user = 0; user < users; user++) {
            SplittableRandom random = new SplittableRandom(seed + user);
            double[] hidden = hidden(random);
            WhatMatters said = nothingSaid().allowingErrors(wrong);
            for (int q = 0; q <= questions; q++) {
                common[user][q] = common(hidden, said.weights());
                Optional<Question> next = q == questions ? Optional.empty() : said.nextQuestion(TOP);
                if (next.isPresent()) {
                    Answer right = answer(next.get(), hidden);
                    boolean mistaken = wrong > 0 && random.nextDouble() < wrong;
                    said = said.answer(next.get(), mistaken == (right == Answer.FIRST) ? Answer.SECOND : Answer.FIRST);
                }
            }
        }
        return common;
    }

    /** Swings rated to the next multiple of a step, after a wrong one in so many: drawn anew from 0 to 100. */
    int[] swings(int users, int step, double wrong, long seed) {
        int[] common = new int[users];
        for (int user = 0; user < users; user++) {
            SplittableRandom random = new SplittableRandom(seed + user);
            double[] hidden = hidden(random);
            double[] swings = new double[hidden.length];
            for (int i = 0; i < swings.length; i++) {
                int column = i;
                double most = Arrays.stream(values)
                        .mapToDouble(row -> row[column])
                        .max()
                        .getAsDouble();
                double least = Arrays.stream(values)
                        .mapToDouble(row -> row[column])
                        .min()
                        .getAsDouble();
                swings[i] = hidden[i] * (most - least);
            }
            double largest = Arrays.stream(swings).max().getAsDouble();
            Map<Indicator, Double> points = new TreeMap<>(Comparator.comparing(Indicator::id));
            for (int i = 0; i < swings.length; i++) {
                double rating = swings[i] == largest || random.nextDouble() >= wrong
                        ? 100 * swings[i] / largest
                        : 100 * random.nextDouble();
                points.put(table.indicators().get(i), (double) step * Math.round(rating / step));
            }
            common[user] = common(hidden, nothingSaid().swings(points).weights());
        }
        return common;
    }

    /** Best and worst with ratios rounded to whole numbers from 1 to 9; a wrong one is drawn anew. */
    int[] bestWorst(int users, double wrong, long seed) {
        int[] common = new int[users];
        for (int user = 0; user < users; user++) {
            SplittableRandom random = new SplittableRandom(seed + user);
            double[] hidden = hidden(random);
            List<Integer> order = IntStream.range(0, hidden.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -hidden[i]))
                    .toList();
            int best = order.get(0);
            int worst = order.get(hidden.length - 1);
            BestWorst.Builder judged = BestWorst.builder(
                    table.indicators().get(best),
                    table.indicators().get(worst),
                    judged(hidden[best] / hidden[worst], wrong, random));
            for (int i : order.subList(1, hidden.length - 1)) {
                judged.judge(
                        table.indicators().get(i),
                        judged(hidden[best] / hidden[i], wrong, random),
                        judged(hidden[i] / hidden[worst], wrong, random));
            }
            common[user] = common(hidden, judged.build().linearRezaei2016());
        }
        return common;
    }

    private static double judged(double ratio, double wrong, SplittableRandom random) {
        return wrong > 0 && random.nextDouble() < wrong
                ? 1 + random.nextInt(9)
                : Math.max(1, Math.min(9, Math.rint(ratio)));
    }

    /** How many sets of five best there are among uniform weights, and their entropy in bits. */
    String topSets(int draws, long seed) {
        Map<Set<Integer>, Integer> counts = new HashMap<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < draws; draw++) {
            counts.merge(best(hidden(random)), 1, Integer::sum);
        }
        double bits = counts.values().stream()
                .mapToDouble(each -> -each / (double) draws * Math.log(each / (double) draws) / Math.log(2))
                .sum();
        return String.format(Locale.ROOT, "%d top fives, %.1f bits", counts.size(), bits);
    }

    static double allRight(int[] common) {
        return Arrays.stream(common).filter(each -> each == TOP).count() / (double) common.length;
    }

    static double mean(int[] common) {
        return Arrays.stream(common).average().getAsDouble();
    }

    static int[] after(int[][] common, int questions) {
        return Arrays.stream(common).mapToInt(each -> each[questions]).toArray();
    }

    public static void main(String[] args) {
        int users = Integer.parseInt(args[0]);
        Map<String, SimulatedUsers> tables = new TreeMap<>();
        tables.put("35 rows", onTheExcerpt());
        tables.put("200 schools", onGeneratedSchools(200, 1));
        tables.forEach((name, simulated) -> {
            System.out.println(name + ": " + simulated.topSets(20_000, 7));
            for (double wrong : new double[] {0, 0.1}) {
                int[][] asked = simulated.ask(users, 12, wrong, 1000);
                List<String> cells = new ArrayList<>();
                for (int q : new int[] {0, 2, 4, 6, 8, 10, 12}) {
                    cells.add(text(q + " answers", after(asked, q)));
                }
                cells.add(text("swings to 5", simulated.swings(users, 5, wrong, 1000)));
                cells.add(text("swings to 10", simulated.swings(users, 10, wrong, 1000)));
                cells.add(text("best-worst", simulated.bestWorst(users, wrong, 1000)));
                System.out.println("wrong " + wrong + ": " + String.join(" | ", cells));
            }
        });
        SimulatedUsers two = tables.get("200 schools");
        long slowest = 0;
        for (int user = 0; user < 20; user++) {
            double[] hidden = two.hidden(new SplittableRandom(user));
            WhatMatters said = two.nothingSaid();
            for (int q = 0; q < 10; q++) {
                long begin = System.nanoTime();
                Optional<Question> next = said.nextQuestion(TOP);
                slowest = user < 3 ? 0 : Math.max(slowest, System.nanoTime() - begin);
                said = next.isEmpty() ? said : said.answer(next.get(), two.answer(next.get(), hidden));
            }
        }
        System.out.printf(Locale.ROOT, "slowest question, warm: %.0f ms%n", slowest / 1e6);
    }

    private static String text(String what, int[] common) {
        return String.format(Locale.ROOT, "%s %.0f %%, %.2f", what, 100 * allRight(common), mean(common));
    }
}
