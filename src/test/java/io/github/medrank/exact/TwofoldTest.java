package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bound on the error holds, against exact decimals, and is no wider than the analysis gives it: a bound too wide
 * would be as safe, but would send every column to exact arithmetic.
 */
class TwofoldTest {
    private static final BigDecimal UNIT = of(0x1p-53);
    private static final BigDecimal UNIT_SQUARED = UNIT.pow(2);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final MathContext DIGITS = new MathContext(120);

    static LongStream seeds() {
        return LongStream.range(0, 320);
    }

    // ---- worlds ----

    private static double[] numbers(long seed, SplittableRandom random) {
        int n = random.nextInt(5) == 0 ? 1 : 1 + random.nextInt(60);
        return IntStream.range(0, n)
                .mapToDouble(i -> switch ((int) (seed % 8)) {
                    case 0 -> random.nextDouble() * 2 - 1;
                    case 1 -> (i % 2 == 0 ? 1e9 / (i + 3) : -1e9 / (i + 2)) + random.nextDouble() * 1e-8;
                    case 2 -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(-60, 60));
                    case 3 -> random.nextInt(-1000, 1000);
                    case 4 -> (random.nextDouble() - 0.5) * 1e-90;
                    case 5 -> (random.nextDouble() - 0.5) * 1e150;
                    case 6 -> 1.0 / 3;
                    default -> 1e6 + random.nextInt(1000) / 10.0;
                })
                .toArray();
    }

    private static BigDecimal of(double number) {
        return new BigDecimal(number);
    }

    private static BigDecimal value(Twofold twofold) {
        return of(twofold.high()).add(of(twofold.low()));
    }

    private static BigDecimal distance(Twofold twofold, BigDecimal exact) {
        return value(twofold).subtract(exact).abs();
    }

    private static void isRenormalised(Twofold twofold) {
        assertThat(twofold.high() + twofold.low()).isEqualTo(twofold.high());
        assertThat(Math.abs(twofold.low())).isLessThanOrEqualTo(Math.ulp(twofold.high()) / 2);
    }

    /** A number known to a hundredth of its last place, as sums are, or exactly. */
    private static Twofold uncertain(SplittableRandom random) {
        double high = Math.scalb(1 + random.nextDouble(), random.nextInt(-80, 80));
        double ulp = Math.ulp(high);
        return new Twofold(
                high,
                random.nextInt(3) == 0 ? 0 : (random.nextDouble() - 0.5) * 0.99 * ulp,
                random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.01 * ulp);
    }

    // ---- sums ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_sum_is_within_a_bound_that_is_four_n_units_squared(long seed) {
        double[] numbers = numbers(seed, new SplittableRandom(seed));
        BigDecimal n = BigDecimal.valueOf(numbers.length);
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal size = BigDecimal.ZERO;
        for (double number : numbers) {
            exact = exact.add(of(number));
            size = size.add(of(number).abs());
        }
        Twofold sum = Twofold.sum(numbers);
        BigDecimal bound = n.pow(2).multiply(UNIT_SQUARED).multiply(size);
        assertThat(distance(sum, exact)).isLessThanOrEqualTo(of(sum.error()));
        assertThat(of(sum.error())).isBetween(bound, bound.multiply(BigDecimal.valueOf(8)));
        isRenormalised(sum);
    }

    @Test
    void a_sum_that_overflows_is_never_certain() {
        assertThat(Twofold.sum(new double[] {1.5e308, 1.5e308}).isCertain()).isFalse();
        assertThat(Twofold.sum(new double[] {1.5e308, 1.5e308, -1.5e308}).isCertain())
                .isFalse();
    }

    @Test
    void sums_of_few_whole_numbers_are_exact() {
        double[] numbers = {3, -7, 11, 0, 5};
        assertThat(Twofold.sumsOfFewWhole(numbers, 1)).containsExactly(12, 9 + 49 + 121 + 25);
        double[] many =
                IntStream.rangeClosed(-1, 999).mapToDouble(i -> i / 10.0).toArray();
        assertThat(Twofold.sumsOfFewWhole(many, 10)).containsExactly(499_499, 1 + 999 * 1000 * 1999 / 6);
    }

    // ---- sums of products ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_sum_of_products_is_within_a_bound_that_is_eight_n_units_squared(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] xs = numbers(seed, random);
        double[] ys = Arrays.copyOf(numbers(seed / 8, random), xs.length);
        double centreX = xs[random.nextInt(xs.length)] * random.nextDouble();
        double centreY = random.nextInt(4) == 0 ? 0 : ys[0] * 0.99;
        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal size = BigDecimal.ZERO;
        for (int i = 0; i < xs.length; i++) {
            BigDecimal product =
                    of(xs[i]).subtract(of(centreX)).multiply(of(ys[i]).subtract(of(centreY)));
            exact = exact.add(product);
            size = size.add(product.abs());
        }
        Twofold products = Twofold.products(xs, centreX, ys, centreY);
        BigDecimal bound =
                BigDecimal.valueOf(xs.length + 8).pow(2).multiply(UNIT_SQUARED).multiply(size);
        assertThat(distance(products, exact)).isLessThanOrEqualTo(of(products.error()));
        assertThat(of(products.error())).isBetween(bound, bound.multiply(BigDecimal.valueOf(16)));
        isRenormalised(products);
    }

    @Test
    void products_that_may_underflow_have_no_known_error() {
        double[] ones = {1, -1};
        assertThat(Twofold.products(ones, 0, new double[] {1e-201, 2e-201}, 0).error())
                .isNaN();
        assertThat(Twofold.products(ones, 0, new double[] {1e-201, 2e-201}, 0).isCertain())
                .isFalse();
        assertThat(Twofold.products(new double[] {1}, 0, new double[] {1e-200}, 0)
                        .error())
                .isBetween(0.0, 16 * 81 * 0x1p-106 * 1e-200);
    }

    @Test
    void products_of_a_constant_side_are_exactly_zero() {
        double[] constant = {0.1, 0.1, 0.1};
        double[] tiny = {1e-300, 3e-310, 2};
        assertThat(Twofold.products(constant, 0.1, tiny, 1)).isEqualTo(new Twofold(0, 0, 0));
        assertThat(Twofold.products(tiny, 1, constant, 0.1)).isEqualTo(new Twofold(0, 0, 0));
        assertThat(Twofold.products(new double[] {1e-300}, 0, new double[] {1e-300}, 0)
                        .error())
                .isNaN();
    }

    // ---- what is done with them: whatever the true number within the error, it stays within the new one ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_difference_is_as_uncertain_as_its_parts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Twofold number = uncertain(random);
        double small = (random.nextDouble() - 0.5) * number.high() * (random.nextInt(2) == 0 ? 0.1 : 1e-14);
        double itsError = random.nextInt(3) == 0 ? 0 : Math.abs(small) * 0x1p-50 * random.nextDouble();
        Twofold difference = number.minus(small, itsError);
        BigDecimal parts = of(number.error()).add(of(itsError));
        BigDecimal rounding = UNIT.multiply(of(small).abs().add(of(number.low()).abs()));
        BigDecimal doubt =
                distance(difference, value(number).subtract(of(small))).add(parts);
        // The bound is itself a sum of three doubles.
        assertThat(of(difference.error()).multiply(of(1 + 0x1p-51))).isGreaterThanOrEqualTo(doubt);
        assertThat(of(difference.error()))
                .isLessThanOrEqualTo(parts.add(rounding).multiply(TWO));
        isRenormalised(difference);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_quotient_is_as_uncertain_as_its_dividend(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Twofold number = uncertain(random);
        double divisor = random.nextInt(3) == 0 ? 1L << random.nextInt(20) : 1 + random.nextInt(1_000_000);
        Twofold quotient = number.dividedBy(divisor);
        BigDecimal part = of(number.error()).divide(of(divisor), DIGITS);
        BigDecimal doubt =
                distance(quotient, value(number).divide(of(divisor), DIGITS)).add(part);
        BigDecimal rounding = UNIT_SQUARED.multiply(of(quotient.high()));
        assertThat(of(quotient.error())).isGreaterThanOrEqualTo(doubt);
        // What is left over the quotient is at most two units of it, and eight units of that may be lost.
        assertThat(of(quotient.error()))
                .isLessThanOrEqualTo(
                        part.add(rounding.multiply(BigDecimal.valueOf(16))).multiply(TWO));
        isRenormalised(quotient);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_square_root_is_relatively_half_as_uncertain_as_its_square(long seed) {
        Twofold number = uncertain(new SplittableRandom(seed));
        Twofold root = number.squareRoot();
        BigDecimal low = value(number).subtract(of(number.error())).sqrt(DIGITS);
        BigDecimal high = value(number).add(of(number.error())).sqrt(DIGITS);
        BigDecimal doubt = distance(root, low).max(distance(root, high));
        BigDecimal part = of(number.error()).divide(of(root.high()), DIGITS);
        BigDecimal rounding = UNIT_SQUARED.multiply(of(root.high()));
        assertThat(of(root.error())).isGreaterThanOrEqualTo(doubt);
        // What is left over the root is at most two units of it: eight units of that, and its square.
        assertThat(of(root.error()))
                .isLessThanOrEqualTo(
                        part.add(rounding.multiply(BigDecimal.valueOf(16 + 4))).multiply(TWO));
        isRenormalised(root);
    }

    // ---- certain ----

    @ParameterizedTest(name = "high={0}")
    @ValueSource(doubles = {1.5, -1.5, 3e100, 1.25e-200})
    void a_number_is_certain_if_no_number_within_the_error_rounds_otherwise(double high) {
        double half = Math.ulp(high) / 2;
        assertThat(new Twofold(high, 0, 0).isCertain()).isTrue();
        assertThat(new Twofold(high, 0, half * 0.9).isCertain()).isTrue();
        assertThat(new Twofold(high, 0, half * 1.1).isCertain()).isFalse();
        for (double side : new double[] {-half, half}) {
            assertThat(new Twofold(high, side * 0.8, half * 0.1).isCertain()).isTrue();
            assertThat(new Twofold(high, side * 0.8, half * 0.3).isCertain()).isFalse();
        }
        assertThat(new Twofold(high, 0, Double.NaN).isCertain()).isFalse();
        assertThat(new Twofold(high, 0, Double.POSITIVE_INFINITY).isCertain()).isFalse();
    }

    /** A sixteenth is what the bound itself may have lost to rounding, with much to spare. */
    @Test
    void certainty_takes_a_sixteenth_more_than_the_error() {
        assertThat(new Twofold(1.5, 0, 0x1p-53 * 0.94).isCertain()).isTrue();
        assertThat(new Twofold(1.5, 0, 0x1p-53 * 0.95).isCertain()).isFalse();
    }

    /** Below a power of two doubles are twice as close. */
    @Test
    void next_to_a_power_of_two_each_side_has_its_own_boundary() {
        assertThat(new Twofold(1, 0x1p-53 * 0.8, 0x1p-53 * 0.1).isCertain()).isTrue();
        assertThat(new Twofold(1, 0x1p-53 * 0.8, 0x1p-53 * 0.3).isCertain()).isFalse();
        assertThat(new Twofold(1, -0x1p-54 * 0.8, 0x1p-54 * 0.1).isCertain()).isTrue();
        assertThat(new Twofold(1, -0x1p-54 * 0.8, 0x1p-54 * 0.4).isCertain()).isFalse();
        assertThat(new Twofold(1, -0x1p-53 * 0.8, 0x1p-53 * 0.1).isCertain()).isFalse();
    }
}
