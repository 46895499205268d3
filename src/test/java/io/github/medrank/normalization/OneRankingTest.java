package io.github.medrank.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Catalogue;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.ExactScale;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.Ranking;
import io.github.medrank.Scale;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The loops of one ranking, over columns of more than one chunk too: positions against 100-digit decimals written here,
 * with ties, crowding, outliers and all magnitudes, and places on scales against the scale value by value.
 */
class OneRankingTest {
    private static final MathContext DIGITS = new MathContext(100);
    /** Ties come out this near, and nothing else does. */
    private static final BigDecimal NEAR = new BigDecimal("1e-80");

    static LongStream seeds() {
        return LongStream.range(0, 80);
    }

    private static double[] values(SplittableRandom random, int size) {
        int kind = random.nextInt(7);
        double magnitude = Double.parseDouble("1e" + random.nextInt(-12, 13));
        double[] values = new double[size];
        for (int row = 0; row < size; row++) {
            values[row] = switch (kind) {
                case 0 -> random.nextInt(1001) / 10.0;
                case 1 -> random.nextInt(5);
                case 2 -> (random.nextDouble() - 0.3) * magnitude;
                case 3 -> 1 + random.nextInt(4) * 0x1p-52;
                case 4 -> random.nextInt(-40, 40) / 1000.0;
                case 5 -> row == 0 ? 1e9 : random.nextInt(300) / 100.0;
                default -> Double.parseDouble(random.nextInt(1, 100) + "e" + random.nextInt(-9, 9));
            };
        }
        values[size - 1] = values[0] + magnitude; // which none of them is without
        return values;
    }

    /** A column, or its mirror image, which has the same deviation: rows then tie by arithmetic alone. */
    private static double[][] table(SplittableRandom random, int size, int width) {
        double[][] columns = new double[width][];
        for (int i = 0; i < width; i++) {
            double[] last = i == 0 ? new double[0] : columns[i - 1];
            columns[i] = i > 0 && random.nextInt(3) == 0
                    ? IntStream.range(0, size)
                            .mapToDouble(row -> last[size - 1 - row])
                            .toArray()
                    : values(random, size);
        }
        return columns;
    }

    private static BigDecimal[] slopes(double[][] columns, boolean isZScore) {
        return Arrays.stream(columns)
                .map(column -> {
                    List<BigDecimal> all = Arrays.stream(column)
                            .mapToObj(value -> new BigDecimal(Double.toString(value)))
                            .toList();
                    BigDecimal n = BigDecimal.valueOf(all.size());
                    BigDecimal sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
                    BigDecimal squares =
                            all.stream().map(each -> each.multiply(each)).reduce(BigDecimal.ZERO, BigDecimal::add);
                    BigDecimal spread = isZScore
                            ? n.multiply(squares).subtract(sum.multiply(sum)).sqrt(DIGITS)
                            : all.stream()
                                    .max(Comparator.naturalOrder())
                                    .orElseThrow()
                                    .subtract(all.stream()
                                            .min(Comparator.naturalOrder())
                                            .orElseThrow());
                    return BigDecimal.ONE.divide(spread, DIGITS);
                })
                .toArray(BigDecimal[]::new);
    }

    /** Σ points · x · slope, to which a mean or a least value adds the same for every row. */
    private static int[] expected(double[][] columns, int[] points, BigDecimal[] slopes) {
        int size = columns[0].length;
        BigDecimal[] scores = new BigDecimal[size];
        BigDecimal largest = BigDecimal.ZERO;
        for (int row = 0; row < size; row++) {
            scores[row] = BigDecimal.ZERO;
            for (int i = 0; i < columns.length; i++) {
                BigDecimal part = new BigDecimal(Double.toString(columns[i][row]))
                        .multiply(slopes[i])
                        .multiply(BigDecimal.valueOf(points[i]));
                largest = largest.max(part.abs());
                scores[row] = scores[row].add(part);
            }
        }
        BigDecimal near = largest.multiply(NEAR, DIGITS).setScale(400, RoundingMode.UP);
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        order.sort(Comparator.comparing((Integer row) -> scores[row]).reversed());
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            boolean ties = i > 0
                    && scores[order.get(i - 1)].subtract(scores[order.get(i)]).compareTo(near) <= 0;
            places[order.get(i)] = ties ? places[order.get(i - 1)] : i + 1;
        }
        return places;
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void positions_are_those_of_exact_scores(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = seed % 20 == 0 ? 1300 : 2 + random.nextInt(60);
        int width = 1 + random.nextInt(6);
        double[][] columns = table(random, size, width);
        int[] points = IntStream.range(0, width).map(i -> 1 + random.nextInt(3)).toArray();
        boolean isZScore = random.nextBoolean();
        Weights.Builder weights = Weights.builder();
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            Indicator indicator = Indicator.of("i" + i);
            weights.put(indicator, points[i]);
            all.add(Column.of(indicator, columns[i]));
        }
        IndicatorTable table = IndicatorTable.ofColumns(
                IntStream.range(0, size).mapToObj(row -> School.of("s" + row)).toList(), all);
        Ranking ranking = Methodology.builder("exact")
                .normalizer(isZScore ? Normalizers.zScore().sample() : Normalizers.minMax(0, 1))
                .weights(weights.build())
                .ranker(Rankers.weightedMean())
                .build()
                .rank(table);
        assertThat(IntStream.range(0, size).map(ranking::placeAt).toArray())
                .isEqualTo(expected(columns, points, slopes(columns, isZScore)));
    }

    static LongStream fewSeeds() {
        return LongStream.range(0, 24);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("fewSeeds")
    void a_whole_column_goes_where_the_scale_puts_its_values_one_by_one(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Indicator indicator = Indicator.of("i");
        double[] values = values(random, 2 + random.nextInt(seed % 8 == 0 ? 1500 : 40));
        int holes = random.nextInt(3);
        Column column = Column.of(
                indicator,
                Arrays.stream(values)
                        .mapToObj(value ->
                                random.nextInt(5) < holes ? Cell.missing(MissingReason.WITHHELD) : Cell.of(value))
                        .toList());
        for (var entry : Catalogue.normalizers()) {
            Optional<Scale> fitted = fitted(entry.value().apply(indicator), column);
            if (fitted.isPresent() && fitted.get() instanceof ExactScale scale) {
                double[] places = new double[column.size()];
                column.scaled(scale).copyTo(places);
                assertThat(places)
                        .as("%s of %s", entry, column)
                        .isEqualTo(IntStream.range(0, column.size())
                                .mapToDouble(row -> column.isPresent(row) ? scale.apply(column.value(row)) : Double.NaN)
                                .map(place -> place + 0.0)
                                .toArray());
            }
        }
    }

    private static Optional<Scale> fitted(Normalizer normalizer, Column column) {
        try {
            return Optional.of(normalizer.fit(column));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
