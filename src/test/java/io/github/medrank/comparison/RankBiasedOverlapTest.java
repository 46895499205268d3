package io.github.medrank.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.medrank.School;
import io.github.medrank.SixtyDigits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankBiasedOverlapTest {
    private static final Offset<Double> DIGITS = within(1e-12);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static RankComparison compare(String first, String second) {
        return RankComparison.of(Lists.of(first), Lists.of(second));
    }

    /**
     * Pairs of lists with what the authors' own program makes of them in each variant: ext, min, max. From rbo/test.csv
     * of github.com/julian-urbano/sigir2024-rbo (MIT licence), the program published with Corsi and Urbano 2024.
     */
    @ParameterizedTest(name = "{0} | {1}")
    @CsvFileSource(resources = "rbo-corsi-urbano-2024.csv", numLinesToSkip = 1)
    void the_authors_values(
            String x,
            String y,
            double p,
            double wExt,
            double wMin,
            double wMax,
            double wRes,
            double aExt,
            double aMin,
            double aMax,
            double aRes,
            double bExt,
            double bMin,
            double bMax,
            double bRes) {
        for (RankComparison each : List.of(compare(x, y), compare(y, x))) {
            assertThat(RankBiasedOverlap.webber2010(each, p)).satisfies(rbo -> assertRbo(rbo, wExt, wMin, wMax, wRes));
            assertThat(RankBiasedOverlap.corsiUrbano2024a(each, p))
                    .satisfies(rbo -> assertRbo(rbo, aExt, aMin, aMax, aRes));
            assertThat(RankBiasedOverlap.corsiUrbano2024b(each, p))
                    .satisfies(rbo -> assertRbo(rbo, bExt, bMin, bMax, bRes));
        }
    }

    private static void assertRbo(RankBiasedOverlap rbo, double ext, double min, double max, double residual) {
        assertThat(rbo.extrapolated()).as("ext").isCloseTo(ext, DIGITS);
        assertThat(rbo.min()).as("min").isCloseTo(min, DIGITS);
        assertThat(rbo.max()).as("max").isCloseTo(max, DIGITS);
        assertThat(rbo.residual()).as("residual").isCloseTo(residual, DIGITS);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_list_agrees_with_itself_in_the_extrapolated_form(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RankedList list = Lists.random(random, 1 + random.nextInt(30), 0.9);
        RankComparison same = RankComparison.of(list, list);
        double p = 0.01 + 0.98 * random.nextDouble();
        assertThat(RankBiasedOverlap.webber2010(same, p).extrapolated()).isEqualTo(1);
        assertThat(RankBiasedOverlap.corsiUrbano2024b(same, p).extrapolated()).isEqualTo(1);
        assertThat(RankBiasedOverlap.corsiUrbano2024a(same, p).extrapolated()).isLessThanOrEqualTo(1);
        assertThat(RankBiasedOverlap.webber2010(same, p).max()).isCloseTo(1, DIGITS);
    }

    /** The a-variant is the mean of the untied figure over all orders the ties may hide. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_a_variant_is_the_mean_over_all_orders(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(5);
        RankedList first = Lists.random(random, n, 1);
        RankedList second = Lists.random(random, n, 1);
        double sum = 0;
        int count = 0;
        for (RankedList one : orders(first)) {
            for (RankedList other : orders(second)) {
                sum += RankBiasedOverlap.webber2010(RankComparison.of(one, other), 0.8)
                        .extrapolated();
                count++;
            }
        }
        assertThat(RankBiasedOverlap.corsiUrbano2024a(RankComparison.of(first, second), 0.8)
                        .extrapolated())
                .isCloseTo(sum / count, DIGITS);
    }

    /** The linear orders that keep what a list has decided. */
    private static List<RankedList> orders(RankedList list) {
        List<RankedList> orders = new ArrayList<>();
        extend(list, new ArrayList<>(), orders);
        return orders;
    }

    private static void extend(RankedList list, List<School> prefix, List<RankedList> orders) {
        List<School> rest = new ArrayList<>(list.schools());
        rest.removeAll(prefix);
        if (rest.isEmpty()) {
            Map<School, Integer> positions = new LinkedHashMap<>();
            prefix.forEach(each -> positions.put(each, positions.size() + 1));
            orders.add(RankedList.ofPositions(positions));
            return;
        }
        double best = list.position(rest.get(0)).getAsDouble();
        for (School school : rest) {
            if (list.position(school).getAsDouble() == best) {
                List<School> longer = new ArrayList<>(prefix);
                longer.add(school);
                extend(list, longer, orders);
            }
        }
    }

    /** Webber, Moffat and Zobel 2010, equation 4: Σ (1 − p)·p^(d−1)·A_d, of which lists of four show the first terms. */
    @Test
    void without_ties_all_variants_are_one_formula() {
        RankComparison untied = compare("a b c d", "b a e c");
        double p = 0.9;
        // Agreement 0, 2/2, 2/3, 3/4 at the depths 1 to 4; 3/4 ever after.
        double expected = 0.1 * (0.9 * 1 + 0.81 * 2 / 3 + 0.729 * 3 / 4) + 0.9 * 0.9 * 0.9 * 0.9 * 3 / 4;
        assertThat(RankBiasedOverlap.webber2010(untied, p).extrapolated()).isCloseTo(expected, DIGITS);
        assertThat(RankBiasedOverlap.corsiUrbano2024a(untied, p).extrapolated()).isCloseTo(expected, DIGITS);
        assertThat(RankBiasedOverlap.corsiUrbano2024b(untied, p).extrapolated()).isCloseTo(expected, DIGITS);
    }

    /** Cut off after four, the sum of equation 4 is 1 − .9⁴ = .3439, which elsewhere is given as the overlap. */
    @Test
    void identical_lists_of_four_overlap_wholly() {
        RankComparison same = compare("a b c d", "a b c d");
        for (RankBiasedOverlap each : List.of(
                RankBiasedOverlap.webber2010(same, 0.9),
                RankBiasedOverlap.corsiUrbano2024a(same, 0.9),
                RankBiasedOverlap.corsiUrbano2024b(same, 0.9))) {
            assertThat(each.extrapolated()).isEqualTo(1);
            assertThat(each.max()).isCloseTo(1, DIGITS);
            assertThat(each.min()).isGreaterThan(0.3439);
        }
    }

    @Test
    void lists_without_a_common_school_do_not_overlap() {
        RankBiasedOverlap none = RankBiasedOverlap.webber2010(compare("a b", "c d e"), 0.9);
        assertThat(none.extrapolated()).isZero();
        assertThat(none.min()).isZero();
        assertThat(none.max()).isPositive();
        assertThat(RankBiasedOverlap.webber2010(compare("a", "a"), 0.5))
                .hasToString("1.0000, between 0.6931 and 1.0000");
    }

    @Test
    void the_persistence_is_between_0_and_1() {
        for (double p : new double[] {0, 1, -0.5, 1.5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RankBiasedOverlap.webber2010(compare("a", "a"), p))
                    .withMessage("persistence p is " + p + "; it must be greater than 0 and less than 1");
        }
    }

    /** Direct summation is the judge where it takes long but ends; there the old sum was right too. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.9, 0.998, 0.9995, 0.99999, 0.9999995})
    void the_tail_of_the_series_is_its_sum(double p) {
        for (int depth : new int[] {1, 6, 999, 1_000, 40_000}) {
            double sum = 0;
            double power = Math.pow(p, depth);
            for (long d = depth + 1L; power / d > sum * 1e-18; d++) {
                sum += power / d;
                power *= p;
            }
            assertThat(HarmonicTail.after(depth, p)).isCloseTo(sum, withinPercentage(1e-7));
        }
    }

    /** Beyond what a sum can reach: the whole series is −ln(1 − p). */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-8, 1e-12, 0x1p-53})
    void the_tail_and_the_head_are_the_logarithm(double rest) {
        double p = 1 - rest;
        double head = 0;
        for (int d = 1; d <= 5; d++) {
            head += Math.pow(p, d) / d;
        }
        double whole = head + p * HarmonicTail.after(5, p);
        assertThat(whole).isCloseTo(-Math.log(1 - p), withinPercentage(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-8, 1e-12, 0x1p-53})
    @Timeout(2)
    void a_patient_reader_gets_an_answer_between_0_and_1(double rest) {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 50; i++) {
            RankComparison comparison = RankComparison.of(Lists.random(random, 8, 0.7), Lists.random(random, 8, 0.7));
            for (RankBiasedOverlap each : List.of(
                    RankBiasedOverlap.webber2010(comparison, 1 - rest),
                    RankBiasedOverlap.corsiUrbano2024a(comparison, 1 - rest),
                    RankBiasedOverlap.corsiUrbano2024b(comparison, 1 - rest))) {
                assertThat(each.min()).isBetween(0.0, 1.0);
                assertThat(each.max()).isBetween(each.min(), 1.0);
                assertThat(each.extrapolated()).isBetween(0.0, 1.0);
            }
        }
    }

    /**
     * The definitions of Webber, Moffat and Zobel for lists of equal length without ties, in 60 digits: the whole series
     * of p^d / d is −ln(1 − p), and each depth beyond the lists may add two common items until all are.
     */
    @ParameterizedTest
    @ValueSource(strings = {"0.1", "1e-3", "1e-4", "1e-8", "1e-12"})
    @Timeout(2)
    void the_bounds_of_a_patient_reader_are_those_of_the_series(String rest) {
        BigDecimal away = new BigDecimal(rest);
        for (String other : List.of("a b c d e", "e d c b a", "b a d c f", "v w x y z")) {
            RankBiasedOverlap overlap =
                    RankBiasedOverlap.webber2010(compare("a b c d e", other), 1 - away.doubleValue());
            // The library is told the double next to 1 − rest.
            BigDecimal p = new BigDecimal(1 - away.doubleValue());
            BigDecimal[] expected = bySeries(common("abcde", other.replace(" ", "")), p);
            assertThat(overlap.min()).isCloseTo(expected[0].doubleValue(), within(1e-14));
            assertThat(overlap.extrapolated()).isCloseTo(expected[1].doubleValue(), DIGITS);
            assertThat(1 - overlap.max())
                    .isCloseTo(BigDecimal.ONE.subtract(expected[2]).doubleValue(), DIGITS);
            assertThat(overlap.min()).isCloseTo(expected[0].doubleValue(), withinPercentage(1e-6));
        }
    }

    /** How many items two lists have in common at each depth. */
    private static int[] common(String one, String other) {
        return IntStream.rangeClosed(1, one.length())
                .map(depth -> (int) one.substring(0, depth)
                        .chars()
                        .filter(item -> other.substring(0, depth).indexOf(item) >= 0)
                        .count())
                .toArray();
    }

    /** The least, the extrapolated and the greatest overlap. */
    private static BigDecimal[] bySeries(int[] common, BigDecimal p) {
        int k = common.length;
        BigDecimal x = BigDecimal.valueOf(common[k - 1]);
        BigDecimal factor = BigDecimal.ONE.subtract(p).divide(p, SixtyDigits.DIGITS);
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal seen = BigDecimal.ZERO;
        for (int d = 1; d <= k; d++) {
            BigDecimal term = p.pow(d, SixtyDigits.DIGITS).divide(BigDecimal.valueOf(d), SixtyDigits.DIGITS);
            least = least.add(term.multiply(BigDecimal.valueOf(common[d - 1]).subtract(x)));
            seen = seen.add(term.multiply(BigDecimal.valueOf(common[d - 1])));
        }
        BigDecimal series = SixtyDigits.ln(BigDecimal.ONE.subtract(p)).negate();
        BigDecimal min = factor.multiply(least.add(x.multiply(series)));
        BigDecimal whole = p.pow(k, SixtyDigits.DIGITS);
        BigDecimal extrapolated = x.multiply(whole)
                .divide(BigDecimal.valueOf(k), SixtyDigits.DIGITS)
                .add(factor.multiply(seen));
        int full = 2 * k - common[k - 1]; // the least depth at which the lists may have all in common
        BigDecimal beyond = BigDecimal.ZERO;
        BigDecimal head = BigDecimal.ZERO;
        for (int d = 1; d <= full; d++) {
            BigDecimal term = p.pow(d, SixtyDigits.DIGITS).divide(BigDecimal.valueOf(d), SixtyDigits.DIGITS);
            head = head.add(term);
            beyond = d > k ? beyond.add(term) : beyond;
        }
        BigDecimal residual = whole.add(whole)
                .subtract(p.pow(full, SixtyDigits.DIGITS))
                .subtract(factor.multiply(
                        beyond.multiply(BigDecimal.valueOf(2L * k)).add(x.multiply(series.subtract(head)))));
        return new BigDecimal[] {min, extrapolated, min.add(residual)};
    }

    /** abcde against edcba: 0, 0, 1/3, 3/4 and 1 in common. */
    @Test
    void average_overlap_is_the_mean_agreement_of_the_depths() {
        RankComparison reversed = compare("a b c d e", "e d c b a");
        assertThat(reversed.averageOverlap(5)).isCloseTo(0.416667, within(5e-7));
        assertThat(reversed.averageOverlap(2)).isZero();
        assertThat(compare("a (b c) d", "a (b c) d").averageOverlap(4)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare("a b c", "a b").averageOverlap(3))
                .withMessage("average overlap of the first 3; take 1 to 2, the shorter ranking");
    }
}
