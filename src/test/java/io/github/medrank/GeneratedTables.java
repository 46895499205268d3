package io.github.medrank;

import com.google.common.collect.ImmutableList;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Small generated tables, weights and presentations, and a plain judge of weighted means in {@link BigDecimal}. */
public final class GeneratedTables {
    private static final double[] AWKWARD = {0, 0.1, 0.05, 0.15, 1.0 / 3, 1e-300, 1e300, 99.95, 100, 33.3, 66.65};

    private GeneratedTables() {}

    public static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    public static ImmutableList<Indicator> indicators(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Indicator.of("i" + i, "Indicator " + i))
                .collect(ImmutableList.toImmutableList());
    }

    /** A table of the rows, whose schools are {@link #school}. */
    public static IndicatorTable table(List<Indicator> indicators, double[]... rows) {
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        for (int row = 0; row < rows.length; row++) {
            table.row(school(row), rows[row]);
        }
        return table.build();
    }

    /** Two to six rows, of which some are alike. */
    public static double[][] rows(SplittableRandom random, Supplier<double[]> fresh) {
        double[][] rows = new double[2 + random.nextInt(5)][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row > 0 && random.nextInt(5) == 0 ? rows[random.nextInt(row)] : fresh.get();
        }
        return rows;
    }

    /** One to eight schools, one to five indicators; ties are frequent, and some tables hold awkward numbers. */
    public static IndicatorTable table(SplittableRandom random) {
        ImmutableList<Indicator> indicators = indicators(1 + random.nextInt(5));
        int schools = 1 + random.nextInt(8);
        int kind = random.nextInt(4);
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        List<double[]> rows = new ArrayList<>();
        for (int row = 0; row < schools; row++) {
            double[] values = random.nextInt(4) == 0 && row > 0
                    ? rows.get(random.nextInt(row)).clone()
                    : indicators.stream().mapToDouble(i -> value(random, kind)).toArray();
            rows.add(values);
            table.row(school(row), values);
        }
        return table.build();
    }

    private static double value(SplittableRandom random, int kind) {
        return switch (kind) {
            case 0 -> random.nextInt(1001) / 10.0;
            case 1 -> random.nextInt(4);
            case 2 -> AWKWARD[random.nextInt(AWKWARD.length)];
            default -> random.nextDouble() * 100;
        };
    }

    public static School school(int number) {
        return School.of("s" + number, "School " + (char) ('A' + number % 26) + number);
    }

    public static Weights weights(ImmutableList<Indicator> indicators, SplittableRandom random) {
        int kind = random.nextInt(4);
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < indicators.size(); i++) {
            Number points = switch (kind) {
                case 0 -> 5 * (1 + random.nextInt(10));
                case 1 -> 1.0 / 3;
                case 2 -> new BigDecimal("7.5").multiply(BigDecimal.valueOf(random.nextInt(5)));
                default -> random.nextDouble();
            };
            weights.put(indicators.get(i), i == 0 && points.doubleValue() == 0 ? 1 : points);
        }
        return weights.build();
    }

    public static Presentation presentation(SplittableRandom random) {
        RoundingMode[] modes = {
            RoundingMode.HALF_UP,
            RoundingMode.HALF_EVEN,
            RoundingMode.HALF_DOWN,
            RoundingMode.FLOOR,
            RoundingMode.CEILING,
            RoundingMode.UP,
            RoundingMode.DOWN
        };
        Presentation shown = random.nextInt(3) == 0
                ? Presentation.exact()
                : Presentation.exact().withRounding(random.nextInt(4), modes[random.nextInt(modes.length)]);
        return random.nextInt(5) == 0 ? shown.rankingExactScores() : shown;
    }

    public static Methodology methodology(Weights weights, Presentation presentation) {
        return Methodology.builder("generated")
                .indicators(weights.indicators())
                .weights(weights)
                .ranker(Rankers.weightedMean())
                .presentation(presentation)
                .build();
    }

    public static int[] shuffled(int size, SplittableRandom random) {
        List<Integer> rows = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(rows, new Random(random.nextLong()));
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    // ---- the judge: slow, plain, exact ----

    /** Σ points · value of a row, over 1. */
    public static BigDecimal weightedSum(IndicatorTable table, Weights weights, int row) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Indicator indicator : table.indicators()) {
            double value = table.column(indicator).value(row);
            sum = sum.add(weights.points(indicator).multiply(new BigDecimal(Double.toString(value))));
        }
        return sum;
    }

    /** What a row is ranked by: its rounded score, or its weighted sum, which has the same order as its exact score. */
    public static BigDecimal key(IndicatorTable table, Weights weights, Presentation shown, int row) {
        BigDecimal sum = weightedSum(table, weights, row);
        return shown.decimals().isPresent() && shown.ranksRounded()
                ? sum.divide(weights.total(), shown.decimals().getAsInt(), shown.rounding())
                : sum;
    }

    /** One more than the number of rows with a greater key. */
    public static int place(IndicatorTable table, Weights weights, Presentation shown, int row) {
        BigDecimal mine = key(table, weights, shown, row);
        return 1
                + (int) IntStream.range(0, table.size())
                        .filter(other -> key(table, weights, shown, other).compareTo(mine) > 0)
                        .count();
    }
}
