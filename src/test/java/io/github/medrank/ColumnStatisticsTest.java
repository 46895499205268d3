package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Column statistics against exact decimals, and against the examples in the manuals of spreadsheets. */
class ColumnStatisticsTest {
    private static final Indicator PAPERS = Indicator.of("papers");
    private static final MathContext DIGITS = new MathContext(100);

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    // ---- worlds ----

    private static double[] numbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(40);
        double offset = random.nextInt(4) == 0 ? 1e6 : 0;
        return IntStream.range(0, n)
                .mapToDouble(i -> switch ((int) (seed % 5)) {
                    case 0 -> random.nextInt(1001) / 10.0;
                    case 1 -> offset + random.nextDouble();
                    case 2 -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 12));
                    case 3 -> random.nextInt(-50, 50) / 1000.0;
                    default -> random.nextInt(3) == 0 ? 1.0 / 3 : random.nextDouble() * 1e-3;
                })
                .toArray();
    }

    private static double[] shuffled(double[] numbers, long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        double[] shuffled = numbers.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swapped = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swapped;
        }
        return shuffled;
    }

    /** The decimals that are shown, where they are few; the doubles themselves otherwise. */
    private static List<BigDecimal> exact(Column column) {
        return column.values()
                .mapToObj(
                        value -> column.decimals() < 0 ? new BigDecimal(value) : new BigDecimal(Double.toString(value)))
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal variance(List<BigDecimal> numbers, int less) {
        BigDecimal mean = sum(numbers).divide(BigDecimal.valueOf(numbers.size()), DIGITS);
        return numbers.stream()
                .map(number -> number.subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(numbers.size() - less), DIGITS);
    }

    // ---- correctly rounded ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void moments_are_the_nearest_doubles(long seed) {
        Column column = Column.of(PAPERS, numbers(seed));
        List<BigDecimal> exact = exact(column);
        assertThat(column.sum()).isEqualTo(sum(exact).doubleValue());
        assertThat(column.mean())
                .hasValue(sum(exact)
                        .divide(BigDecimal.valueOf(exact.size()), DIGITS)
                        .doubleValue());
        assertThat(column.populationStandardDeviation())
                .hasValue(variance(exact, 0).sqrt(DIGITS).doubleValue());
        if (exact.size() > 1) {
            assertThat(column.sampleStandardDeviation())
                    .hasValue(variance(exact, 1).sqrt(DIGITS).doubleValue());
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_statistic_depends_on_the_order_of_rows(long seed) {
        double[] numbers = numbers(seed);
        Column one = Column.of(PAPERS, numbers);
        Column other = Column.of(PAPERS, shuffled(numbers, seed));
        assertThat(other.sum()).isEqualTo(one.sum());
        assertThat(other.mean()).isEqualTo(one.mean());
        assertThat(other.populationStandardDeviation()).isEqualTo(one.populationStandardDeviation());
        assertThat(other.sampleStandardDeviation()).isEqualTo(one.sampleStandardDeviation());
        assertThat(other.median()).isEqualTo(one.median());
        assertThat(other.skewnessG1()).isEqualTo(one.skewnessG1());
        assertThat(other.kurtosisG2()).isEqualTo(one.kurtosisG2());
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_correlation_is_the_same_for_every_order_of_rows_and_of_columns(long seed) {
        double[] xs = numbers(seed);
        double[] ys = Arrays.copyOf(numbers(seed + 5), xs.length);
        Column x = Column.of(PAPERS, xs);
        Column y = Column.of(PAPERS, ys);
        Column x2 = Column.of(PAPERS, shuffled(xs, seed));
        Column y2 = Column.of(PAPERS, shuffled(ys, seed));
        assertThat(x2.correlation(y2)).isEqualTo(x.correlation(y));
        assertThat(y.correlation(x)).isEqualTo(x.correlation(y));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_doubtful_rounding_is_decided_exactly(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double whole = 1 + random.nextInt(1000);
        double half = Math.ulp(whole) / 2;
        double tiny = random.nextInt(3) * Double.MIN_NORMAL;
        BigDecimal exact = new BigDecimal(whole).add(new BigDecimal(half)).add(new BigDecimal(tiny));
        assertThat(Column.of(PAPERS, whole, half, tiny).sum()).isEqualTo(exact.doubleValue());
        assertThat(Column.of(PAPERS, tiny, half, whole).sum()).isEqualTo(exact.doubleValue());
    }

    @Test
    void what_cancels_leaves_no_rounding_behind() {
        assertThat(Column.of(PAPERS, 1e16, 1, -1e16).sum()).isEqualTo(1);
        assertThat(Column.of(PAPERS, 1e16, 1, -1e16).mean()).hasValue(1 / 3.0);
        assertThat(Column.of(PAPERS, 0.1, 0.2, -0.3).sum()).isZero();
        assertThat(Column.of(PAPERS, 1e16 + 2, 1e16, 1e16 - 2).sampleStandardDeviation())
                .hasValue(2);
    }

    @Test
    void means_are_of_the_decimals_that_are_shown() {
        assertThat(Column.of(PAPERS, 0.1, 0.2).sum()).isEqualTo(0.3);
        assertThat(Column.of(PAPERS, 0.1, 0.2, 0.3).mean()).hasValue(0.2);
        assertThat(Column.of(PAPERS, 1.1, 1.2).median()).hasValue(1.15);
    }

    @Test
    void equal_numbers_have_no_deviation_whatever_they_are() {
        for (double value : new double[] {0, 0.1, 1.0 / 3, Math.PI * 1e150, 5e-320}) {
            Column column = Column.of(PAPERS, value, value, value, value, value, value, value);
            assertThat(column.mean()).hasValue(value);
            assertThat(column.populationStandardDeviation()).hasValue(0);
            assertThat(column.sampleStandardDeviation()).hasValue(0);
            assertThat(column.skewnessG1()).isEmpty();
            assertThat(column.kurtosisG2()).isEmpty();
        }
    }

    @Test
    void extreme_numbers_neither_overflow_nor_vanish() {
        assertThat(Column.of(PAPERS, 0x3p-1000, 0x1p-1000).populationStandardDeviation())
                .hasValue(0x1p-1000);
        assertThat(Column.of(PAPERS, 3e200, 1e200).populationStandardDeviation())
                .hasValueCloseTo(1e200, within(1e185));
        assertThat(Column.of(PAPERS, 1.5e308, 1.5e308, -1.5e308).mean()).hasValue(5e307);
        assertThat(Column.of(PAPERS, 1.5e308, 1.5e308).mean()).hasValue(1.5e308);
        assertThatThrownBy(() -> Column.of(PAPERS, 1.5e308, 1.5e308).sum())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("a sum of the values is beyond the largest double; take a smaller unit");
    }

    @Test
    void missing_rows_play_no_part() {
        Cell hole = Cell.missing(MissingReason.WITHHELD);
        Column column = Column.of(PAPERS, List.of(Cell.of(1), hole, Cell.of(4)));
        assertThat(column.sum()).isEqualTo(5);
        assertThat(column.mean()).hasValue(2.5);
        assertThat(column.populationStandardDeviation()).hasValue(1.5);
        assertThat(column.sortedValues()).containsExactly(1.0, 4.0);
        Column empty = Column.of(PAPERS, List.of(hole, hole));
        assertThat(empty.sum()).isZero();
        assertThat(empty.mean()).isEmpty();
        assertThat(empty.populationStandardDeviation()).isEmpty();
        assertThat(empty.sampleStandardDeviation()).isEmpty();
        assertThat(empty.median()).isEmpty();
        assertThat(empty.skewnessG1()).isEmpty();
        assertThat(Column.of(PAPERS, 5).sampleStandardDeviation()).isEmpty();
        assertThat(Column.of(PAPERS, 5).populationStandardDeviation()).hasValue(0);
    }

    // ---- published examples ----

    /** The examples of STDEV.S and STDEV.P in Microsoft's reference for Excel. */
    @Test
    void deviations_are_those_of_spreadsheets() {
        Column strength = Column.of(PAPERS, 1345, 1301, 1368, 1322, 1310, 1370, 1318, 1350, 1303, 1299);
        assertThat(strength.sampleStandardDeviation().orElseThrow()).isCloseTo(27.46391572, within(5e-9));
        assertThat(strength.populationStandardDeviation().orElseThrow()).isCloseTo(26.05455814, within(5e-9));
    }

    /** The examples of SKEW and KURT in Microsoft's reference for Excel. */
    @Test
    void skewness_and_kurtosis_are_those_of_spreadsheets() {
        Column data = Column.of(PAPERS, 3, 4, 5, 2, 3, 4, 5, 6, 4, 7);
        assertThat(data.skewnessG1().orElseThrow()).isCloseTo(0.359543071, within(5e-10));
        assertThat(data.kurtosisG2().orElseThrow()).isCloseTo(-0.151799637, within(5e-10));
        assertThat(Column.of(PAPERS, 1, 2).skewnessG1()).isEmpty();
        assertThat(Column.of(PAPERS, 1, 2, 4).skewnessG1()).isPresent();
        assertThat(Column.of(PAPERS, 1, 2, 4).kurtosisG2()).isEmpty();
        assertThat(Column.of(PAPERS, 1, 2, 4, 9).kurtosisG2()).isPresent();
    }

    /** The first of Anscombe's data sets (The American Statistician 27, 1973), whose correlation is 0.816. */
    @Test
    void the_correlation_is_pearsons() {
        Column x = Column.of(PAPERS, 10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
        Column y = Column.of(PAPERS, 8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);
        assertThat(x.correlation(y).orElseThrow()).isCloseTo(0.81642, within(5e-6));
        assertThat(x.correlation(x)).hasValue(1);
        assertThat(x.correlation(Column.of(PAPERS, new double[11]))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.correlation(Column.of(PAPERS, 1, 2)))
                .withMessage("11 and 2 rows; a correlation needs equal numbers");
    }

    @Test
    void a_correlation_is_over_the_rows_that_have_both() {
        Cell hole = Cell.missing(MissingReason.NOT_REPORTED);
        Column x = Column.of(PAPERS, List.of(Cell.of(1), Cell.of(2), Cell.of(3), hole, Cell.of(99)));
        Column y = Column.of(PAPERS, List.of(Cell.of(-1), Cell.of(-2), Cell.of(-3), Cell.of(5), hole));
        assertThat(x.correlation(y)).hasValue(-1);
        Column none = Column.of(PAPERS, List.of(Cell.of(1), hole, hole, hole, hole));
        assertThat(x.correlation(none)).isEmpty();
        Column whole = Column.of(PAPERS, 2, 4, 6, -100, 198);
        assertThat(x.correlation(whole)).hasValue(1);
        assertThat(whole.correlation(x)).hasValue(1);
    }

    @Test
    void two_rows_are_on_one_line() {
        Cell hole = Cell.missing(MissingReason.NOT_REPORTED);
        assertThat(Column.of(PAPERS, 1, 2).correlation(Column.of(PAPERS, 5, 3))).hasValue(-1);
        assertThat(Column.of(PAPERS, List.of(Cell.of(1), hole, Cell.of(2))).correlation(Column.of(PAPERS, 3, 1, 5)))
                .hasValue(1);
        assertThat(Column.of(PAPERS, 1).correlation(Column.of(PAPERS, 5))).isEmpty();
    }

    /** Type 7 of the numbers 1 to 10, as R and Excel's PERCENTILE.INC have it. */
    @Test
    void quantiles_are_of_type_7() {
        Column ten = Column.of(PAPERS, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(ten.quantileType7(0.25)).hasValue(3.25);
        assertThat(ten.quantileType7(0.5)).hasValue(5.5);
        assertThat(ten.quantileType7(0.9)).hasValue(9.1);
        assertThat(ten.quantileType7(0)).hasValue(1);
        assertThat(ten.quantileType7(1)).hasValue(10);
        assertThat(Column.of(PAPERS, 3, 1, 2).median()).hasValue(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ten.quantileType7(1.5))
                .withMessage("quantile 1.5; it is a share between 0 and 1");
    }

    @Test
    void counts_below_and_above_leave_out_the_equal() {
        Column column = Column.of(PAPERS, 3, 1, 2, 2, 5);
        assertThat(column.countBelow(2)).isEqualTo(1);
        assertThat(column.countAbove(2)).isEqualTo(2);
        assertThat(column.countBelow(9)).isEqualTo(5);
        assertThat(column.countAbove(9)).isZero();
        assertThat(column.countBelow(0)).isZero();
        assertThat(column.countAbove(0)).isEqualTo(5);
    }
}
