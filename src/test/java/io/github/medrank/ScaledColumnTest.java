package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A column on a scale has the same doubles, to the last bit, whether they are first summed or first read. */
class ScaledColumnTest {
    private static final List<Normalizer> NORMALIZERS = List.of(
            Normalizers.zScore(),
            Normalizers.zScore().sample(),
            Normalizers.zScore().times(10).dividedBy(3),
            Normalizers.zScore().clipped(-1, 1),
            Normalizers.minMax(0, 100),
            Normalizers.minMax(1, 7));

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Few values or many, whole, of few decimals or of all digits, crowded or not, of all magnitudes, with gaps. */
    private static Column column(SplittableRandom random, int index, int size) {
        double magnitude = random.nextBoolean() ? 1 : Math.pow(10, random.nextInt(-300, 300));
        int kind = random.nextInt(5);
        boolean gaps = random.nextInt(8) == 0;
        Direction direction = random.nextInt(4) == 0 ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
        return Column.of(
                Indicator.of("i" + index).withDirection(direction),
                IntStream.range(0, size)
                        .mapToObj(row -> gaps && random.nextInt(4) == 0
                                ? Cell.missing(MissingReason.NOT_REPORTED)
                                : Cell.of(
                                        switch (kind) {
                                            case 0 -> random.nextInt(4) * magnitude;
                                            case 1 -> random.nextInt(-1000, 1001) / 10.0;
                                            case 2 -> (1 + random.nextInt(5) * 0x1p-52) * magnitude;
                                            case 3 -> 7;
                                            default -> (random.nextDouble() - 0.3) * magnitude;
                                        }))
                        .toList());
    }

    private static ImmutableList<Column> columns(SplittableRandom random, int size) {
        int width = random.nextInt(4) == 0 ? 1 + random.nextInt(60) : 1 + random.nextInt(6);
        return IntStream.range(0, width)
                .mapToObj(index -> column(random, index, size))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Column> scaled(List<Column> columns, Normalizer normalizer) {
        return columns.stream()
                .map(column -> column.scaled(normalizer.fit(column)))
                .collect(ImmutableList.toImmutableList());
    }

    /** The places of the values, or those of the exact ones where doubles cannot be relied on. */
    private static double[] oneByOne(Column column, Normalizer normalizer) {
        Scale scale = normalizer.fit(column);
        ExactScale exact =
                scale instanceof ExactScale some && !(some.errorBound(column) < Double.POSITIVE_INFINITY) ? some : null;
        DoubleUnaryOperator place = exact == null
                ? scale::apply
                : value -> exact.exact(Rational.of(value)).doubleValue();
        return IntStream.range(0, column.size())
                .mapToDouble(row -> column.isPresent(row) ? place.applyAsDouble(column.value(row)) + 0.0 : Double.NaN)
                .toArray();
    }

    private static void assertSame(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int row = 0; row < expected.length; row++) {
            assertThat(actual[row]).as("row %s", row).isEqualTo(Double.valueOf(expected[row])); // the same bits
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void sums_and_numbers_are_those_of_the_scale_row_by_row(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = random.nextInt(4) == 0 ? 510 + random.nextInt(5) : 1 + random.nextInt(60);
        ImmutableList<Column> raw = columns(random, size);
        Normalizer normalizer = NORMALIZERS.get(random.nextInt(NORMALIZERS.size()));
        double[][] expected =
                raw.stream().map(column -> oneByOne(column, normalizer)).toArray(double[][]::new);
        double[] weights = random.doubles(raw.size()).toArray();
        double[] expectedSums = new double[size];
        for (int i = 0; i < weights.length; i++) {
            for (int row = 0; row < expectedSums.length; row++) {
                expectedSums[row] += weights[i] * expected[i][row];
            }
        }
        ImmutableList<Column> summed = scaled(raw, normalizer);
        for (int time = 0; time < 3; time++) {
            double[] sums = new double[size];
            Column.weightedSums(summed, weights, sums);
            assertSame(sums, expectedSums);
        }
        for (ImmutableList<Column> columns : List.of(summed, scaled(raw, normalizer))) {
            for (int i = 0; i < weights.length; i++) {
                Column column = columns.get(i);
                double[] present = Arrays.stream(expected[i])
                        .filter(each -> !Double.isNaN(each))
                        .toArray();
                assertThat(column.missing()).isEqualTo(expected[i].length - present.length);
                double largest = Arrays.stream(present).map(Math::abs).max().orElse(0);
                assertThat(column.magnitudeBound()).isGreaterThanOrEqualTo(largest);
                assertThat(column.magnitude()).isEqualTo(largest);
                double[] numbers = new double[column.size()];
                column.copyTo(numbers);
                assertSame(numbers, expected[i]);
                assertThat(column.min()).isEqualTo(Arrays.stream(present).min());
                assertThat(column.max()).isEqualTo(Arrays.stream(present).max());
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_ranking_is_the_same_if_the_normalised_table_is_read_before(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Normalizer normalizer = NORMALIZERS.get(random.nextInt(NORMALIZERS.size()));
        ImmutableList<Column> raw = columns(random, 1 + random.nextInt(20)).stream()
                .filter(column -> column.scaled(normalizer.fit(column)).isComplete())
                .collect(ImmutableList.toImmutableList());
        if (raw.isEmpty()) {
            return;
        }
        int size = raw.get(0).size();
        IndicatorTable table = IndicatorTable.ofColumns(
                IntStream.range(0, size).mapToObj(row -> School.of("S" + row)).toList(), raw);
        Methodology method = Methodology.builder("by sums")
                .normalizer(normalizer)
                .ranker(Rankers.weightedMean())
                .build();
        Ranker reads = (normalized, weights) -> {
            normalized.columns().forEach(column -> assertThat(column.values()).hasSize(size));
            return Rankers.weightedMean().rank(normalized, weights);
        };
        Ranking ranking = method.rank(table);
        Ranking read = method.withRanker(reads).rank(table);
        double[] scores = new double[size];
        double[] readScores = new double[size];
        ranking.scores().copyTo(scores);
        read.scores().copyTo(readScores);
        assertSame(scores, readScores);
        assertThat(ranking.scores().errorBound()).isEqualTo(read.scores().errorBound());
        assertThat(IntStream.range(0, size).map(ranking::placeAt))
                .containsExactlyElementsOf(
                        IntStream.range(0, size).map(read::placeAt).boxed().toList());
        int[] rows = random.ints(20, 0, size).toArray();
        int[] others = random.ints(20, 0, size).toArray();
        boolean[] alike = new boolean[20];
        ranking.scores().alike(rows, others, 20, alike);
        for (int i = 0; i < 20; i++) {
            assertThat(alike[i]).isEqualTo(read.scores().alike(rows[i], others[i]));
        }
    }
}
