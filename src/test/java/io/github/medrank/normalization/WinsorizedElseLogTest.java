package io.github.medrank.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.School;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** COINr's default treatment, against its description written out here with textbook moments. */
class WinsorizedElseLogTest {
    private static final Indicator PAPERS = Indicator.of("papers");

    private static double[] treated(Indicator indicator, double... values) {
        List<School> schools = IntStream.range(0, values.length)
                .mapToObj(i -> School.of("s" + i))
                .toList();
        IndicatorTable table = IndicatorTable.ofColumns(schools, List.of(Column.of(indicator, values)));
        return Treatments.winsorizedElseLog(2, 3.5, 5)
                .apply(table)
                .column(indicator)
                .values()
                .toArray();
    }

    private static double moment(double[] x, int power) {
        double mean = Arrays.stream(x).average().orElseThrow();
        return Arrays.stream(x).map(each -> Math.pow(each - mean, power)).sum();
    }

    private static double skew(double[] x) {
        int n = x.length;
        return Math.sqrt(n) * moment(x, 3) / Math.pow(moment(x, 2), 1.5) * Math.sqrt(n * (n - 1.0)) / (n - 2);
    }

    private static boolean isOdd(double[] x) {
        int n = x.length;
        double ratio = n * moment(x, 4) / (moment(x, 2) * moment(x, 2));
        double kurtosis = ((n + 1) * (ratio - 3) + 6) * (n - 1) / ((n - 2.0) * (n - 3));
        return n > 3 && moment(x, 2) > 0 && Math.abs(skew(x)) >= 2 && kurtosis >= 3.5;
    }

    /** Of different values, so that points are pulled in one by one here as there. */
    private static double[] expected(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        int low = 0;
        int high = 0;
        double[] pulled = x;
        while (isOdd(pulled) && low + high < 5) {
            if (skew(pulled) >= 0) {
                high++;
            } else {
                low++;
            }
            double least = sorted[low];
            double most = sorted[x.length - 1 - high];
            pulled = Arrays.stream(x)
                    .map(each -> Math.min(most, Math.max(least, each)))
                    .toArray();
        }
        if (!isOdd(pulled)) {
            return pulled;
        }
        double added = 0.01 * (sorted[x.length - 1] - sorted[0]);
        return Arrays.stream(x).map(each -> Math.log(each - sorted[0] + added)).toArray();
    }

    /** The example of COINr's manual: 1 to 10, then 30 and 100. With 100 pulled in to 30 the skewness is 1.71. */
    @Test
    void one_of_two_outliers_is_pulled_in() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 100};
        assertThat(treated(PAPERS, x)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 30, 30);
        assertThat(expected(x)).containsExactly(treated(PAPERS, x));
    }

    /** Seven values far out are more than five points pulled in can mend; the logarithm is of the values as they were. */
    @Test
    void where_five_points_are_not_enough_all_values_become_logarithms() {
        double[] x = DoubleStream.concat(
                        IntStream.rangeClosed(1, 60).asDoubleStream(),
                        DoubleStream.of(1000, 2000, 3000, 4000, 5000, 6000, 10_001))
                .toArray();
        double[] treated = treated(PAPERS, x);
        assertThat(treated[0]).isCloseTo(Math.log(100), within(1e-12)); // 1 − 1 + 0.01 · 10 000
        assertThat(treated[66]).isCloseTo(Math.log(10_100), within(1e-12));
        assertThat(treated).usingComparatorWithPrecision(1e-12).containsExactly(expected(x));
    }

    @Test
    void what_passes_and_what_has_no_shape_stays_as_it_is() {
        assertThat(treated(PAPERS, 1, 2, 3, 4, 5)).containsExactly(1, 2, 3, 4, 5);
        assertThat(treated(PAPERS, 7, 7, 7, 7, 7)).containsExactly(7, 7, 7, 7, 7);
        assertThat(treated(PAPERS, 1, 2, 900)).containsExactly(1, 2, 900);
        assertThatIllegalArgumentException().isThrownBy(() -> Treatments.winsorizedElseLog(-1, 3.5, 5));
        assertThat(Treatments.winsorizedElseLog(2, 3.5, 5).toString())
                .endsWith(
                        "by 5 points at most; where that is not enough, log(x − min + (max − min)/100) of the values as"
                                + " they were");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void it_does_what_is_described(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double tail = 0.5 + 3 * random.nextDouble();
        double sign = random.nextBoolean() ? 1 : -1;
        double[] x = random.doubles(5 + random.nextInt(40))
                .map(each -> sign * Math.rint(1e6 * Math.pow(1 - each, -tail)))
                .distinct()
                .toArray();
        Indicator indicator = random.nextBoolean() ? PAPERS : PAPERS.withDirection(Direction.LOWER_IS_BETTER);
        assertThat(treated(indicator, x)).usingComparatorWithPrecision(1e-9).containsExactly(expected(x));
    }
}
