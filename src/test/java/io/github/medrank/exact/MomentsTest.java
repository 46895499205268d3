package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Moments against exact decimals: the few whole numbers, the many, the large offsets and the doubtful. */
class MomentsTest {
    private static final MathContext DIGITS = new MathContext(400);
    private static final BigDecimal UNIT = of(0x1p-53);
    private static final BigDecimal TWO_UNITS = of(0x1p-52);

    static LongStream seeds() {
        return LongStream.range(0, 160);
    }

    // ---- worlds ----

    /** Numbers, and the unit they are counted in; 0 where they are not whole. */
    private record World(ImmutableDoubleArray all, double unit) {
        static World of(double[] numbers, double unit) {
            return new World(ImmutableDoubleArray.copyOf(numbers), unit);
        }

        double[] numbers() {
            return all.toArray();
        }
    }

    private static World world(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(50);
        return switch ((int) (seed % 8)) {
            case 0 -> World.of(whole(random, n, 1000), Math.pow(10, random.nextInt(4)));
            case 1 -> World.of(whole(random, n, 1L << 40), Math.pow(10, random.nextInt(10)));
            case 2 -> World.of(whole(random, 150 + n, 1L << 27), 1);
            case 3 -> World.of(doubles(random, n, 0, 100), 0);
            case 4 -> World.of(doubles(random, n, 1e6, 1), 0);
            case 5 -> World.of(doubles(random, n, -0x1p40, 0x1p-8), 0);
            case 6 -> World.of(doubles(random, n, 0, Math.pow(10, random.nextInt(-130, 100))), 0);
            default -> World.of(doubtful(random, n), 0);
        };
    }

    private static double[] whole(SplittableRandom random, int n, long largest) {
        return random.longs(n, -largest, largest + 1).asDoubleStream().toArray();
    }

    private static double[] doubles(SplittableRandom random, int n, double offset, double spread) {
        return IntStream.range(0, n)
                .mapToDouble(i -> offset + (random.nextDouble() - 0.5) * spread)
                .toArray();
    }

    /** Their sum lies halfway between two doubles, but for as little as nothing. */
    private static double[] doubtful(SplittableRandom random, int n) {
        double[] numbers = new double[n + 2];
        numbers[0] = 1 + random.nextInt(1000);
        numbers[n] = Math.ulp(numbers[0]) / 2;
        numbers[n + 1] = (random.nextInt(3) - 1) * 1e-100;
        return numbers;
    }

    // ---- exact decimals ----

    private static BigDecimal of(double number) {
        return new BigDecimal(number);
    }

    private static BigDecimal sum(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal over(BigDecimal number, double divisor) {
        return number.divide(of(divisor), DIGITS);
    }

    /** Σ(x − mean)·(y − mean), by the definition. */
    private static BigDecimal products(double[] xs, double[] ys) {
        BigDecimal meanX = over(sum(xs), xs.length);
        BigDecimal meanY = over(sum(ys), ys.length);
        BigDecimal products = BigDecimal.ZERO;
        for (int i = 0; i < xs.length; i++) {
            products = products.add(of(xs[i]).subtract(meanX).multiply(of(ys[i]).subtract(meanY)));
        }
        return products;
    }

    /** How large the products are, whatever their signs. */
    private static BigDecimal size(double[] xs, double[] ys) {
        BigDecimal meanX = over(sum(xs), xs.length);
        BigDecimal meanY = over(sum(ys), ys.length);
        BigDecimal size = BigDecimal.ZERO;
        for (int i = 0; i < xs.length; i++) {
            size = size.add(of(xs[i])
                    .subtract(meanX)
                    .multiply(of(ys[i]).subtract(meanY))
                    .abs());
        }
        return size;
    }

    private static double deviation(World world, int less) {
        double unit = Math.max(1, world.unit);
        BigDecimal squares = products(world.numbers(), world.numbers());
        return over(over(squares, world.numbers().length - less).sqrt(DIGITS), unit)
                .doubleValue();
    }

    // ---- correctly rounded ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_moment_is_the_nearest_double(long seed) {
        World world = world(seed);
        Moments moments = new Moments(world.numbers(), world.unit);
        BigDecimal sum = over(sum(world.numbers()), Math.max(1, world.unit));
        assertThat(moments.sum()).isEqualTo(sum.doubleValue());
        assertThat(moments.mean()).hasValue(over(sum, world.numbers().length).doubleValue());
        assertThat(moments.deviation(0)).hasValue(deviation(world, 0));
        if (world.numbers().length > 1) {
            assertThat(moments.deviation(1)).hasValue(deviation(world, 1));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_correlation_is_within_two_units_in_the_last_place(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(40);
        double offset = random.nextInt(3) == 0 ? 1e6 : 0;
        double spread = Math.pow(10, offset > 0 ? random.nextInt(-1, 2) : random.nextInt(-150, 120));
        double[] xs = doubles(random, n, offset, spread);
        double[] ys = doubles(random, n, 0, 1 / spread);
        double[] zs = IntStream.range(0, n)
                .mapToDouble(i -> 2 * xs[i] + random.nextDouble() * 0.1 * spread)
                .toArray();
        for (double[] other : new double[][] {ys, zs}) {
            double scale = products(xs, xs)
                    .multiply(products(other, other))
                    .sqrt(DIGITS)
                    .doubleValue();
            double exact = products(xs, other).divide(of(scale), DIGITS).doubleValue();
            assertThat(Moments.correlation(xs, other).orElseThrow()).isCloseTo(exact, within(0x1p-51));
        }
    }

    @Test
    void a_correlation_of_numbers_whose_squares_vanish_is_found_exactly() {
        double[] xs = {1e-150, 2e-150, 4e-150};
        double[] ys = {3e-151, 1e-151, 2e-151};
        // As of 1, 2, 4 and 3, 1, 2: 3·Σxy − Σx·Σy = −3 of √(3·21 − 49)·√(3·14 − 36).
        assertThat(Moments.correlation(xs, ys).orElseThrow()).isCloseTo(-3 / Math.sqrt(14 * 6), within(1e-15));
    }

    @Test
    void what_rounds_to_zero_is_never_minus_zero() {
        double[] vanishing = {-Double.MIN_VALUE, 0, 0};
        assertThat(new Moments(vanishing, 0).mean()).hasValue(0.0);
        assertThat(1 / new Moments(vanishing, 0).mean().orElseThrow()).isPositive();
    }

    // ---- the squares and products before they are rounded ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void squares_of_few_whole_numbers_are_known_to_a_unit_of_their_correction(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] numbers = whole(random, 1 + random.nextInt(50), 1 + random.nextInt(2000));
        double ofSquares = Arrays.stream(numbers).map(x -> x * x).sum();
        Twofold squares =
                Moments.centredWhole(numbers.length, Arrays.stream(numbers).sum(), ofSquares);
        holds(squares, products(numbers, numbers));
        // The sum of squares around a whole number is exact; the correction is at most a quarter of n.
        assertThat(squares.error()).isLessThanOrEqualTo(2 * 3 * 0x1p-53 * numbers.length / 4);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void products_around_the_means_are_within_a_bound_that_the_sums_allow(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(50);
        double[] xs = someOf(random, n);
        double[] ys = random.nextInt(3) == 0 ? xs : someOf(random, n);
        Twofold sumX = random.nextInt(3) == 0 ? exactSum(xs) : Twofold.sum(xs);
        Twofold sumY = random.nextInt(3) == 0 ? exactSum(ys) : Twofold.sum(ys);
        Twofold centred = Moments.centred(xs, sumX, ys, sumY);
        holds(centred, products(xs, ys));
        assertThat(of(centred.error())).isLessThanOrEqualTo(bound(xs, sumX, ys, sumY));
    }

    @Test
    void what_both_sums_leave_open_counts_even_where_the_centres_leave_nothing_over() {
        double[] ones = {1, 1, 1, 1, 1, 1, 1, 1, 1};
        Twofold sum = Twofold.sum(ones);
        double open = sum.error() * sum.error() / ones.length;
        assertThat(Moments.centred(ones, sum, ones, sum).error()).isBetween(open, 2 * open);
    }

    @Test
    void a_correction_is_rounded_even_where_the_sums_leave_nothing_open() {
        double[] numbers = {1, Math.nextUp(1.0)};
        Twofold sum = new Twofold(2, 0x1p-52, 0);
        Twofold centred = Moments.centred(numbers, sum, numbers, sum);
        // 2·(2^-53)², after 2^-104 less a correction of 2^-105.
        assertThat(centred.high()).isEqualTo(0x1p-105);
        assertThat(centred.error()).isBetween(0x1p-105 * 0x1p-53, 0x1p-105 * 0x1p-46);
    }

    /** Next to the mean, far from it, as far as the doubles allow, and all the same. */
    private static double[] someOf(SplittableRandom random, int n) {
        return switch (random.nextInt(6)) {
            case 0 -> doubles(random, n, 0, 100);
            case 1 -> doubles(random, n, 1e6, 1);
            case 2 ->
                IntStream.range(0, n)
                        .mapToDouble(i -> 1 + random.nextInt(100) * 0x1p-45)
                        .toArray();
            case 3 ->
                IntStream.range(0, n)
                        .mapToDouble(i -> 1e3 + random.nextInt(2) * 0x1p-43)
                        .toArray();
            case 4 -> whole(random, n, 100);
            default -> {
                double[] equal = new double[n];
                Arrays.fill(equal, random.nextInt(100) / 10.0);
                yield equal;
            }
        };
    }

    /** A sum that two doubles hold. */
    private static Twofold exactSum(double[] numbers) {
        BigDecimal sum = sum(numbers);
        double high = sum.doubleValue();
        double low = sum.subtract(of(high)).doubleValue();
        BigDecimal rest = sum.subtract(of(high)).subtract(of(low));
        return new Twofold(high, low, rest.abs().doubleValue());
    }

    private static void holds(Twofold twofold, BigDecimal exact) {
        BigDecimal distance =
                of(twofold.high()).add(of(twofold.low())).subtract(exact).abs();
        // The exact mean is itself rounded.
        assertThat(of(twofold.error())).isGreaterThanOrEqualTo(distance.subtract(new BigDecimal("1e-90")));
    }

    /**
     * Twice 8·(n + 8)²·u²·Σ|x − c||y − d|, what the sums leave open, and the rounding of a correction that is a
     * product of what centres next to the means leave over, which is two units of the sums.
     */
    private static BigDecimal bound(double[] xs, Twofold sumX, double[] ys, Twofold sumY) {
        int n = xs.length;
        BigDecimal restX = TWO_UNITS.multiply(of(Math.abs(sumX.high())));
        BigDecimal restY = TWO_UNITS.multiply(of(Math.abs(sumY.high())));
        BigDecimal correction = over(restX.multiply(restY), n);
        BigDecimal size = size(xs, ys)
                .add(over(restX, n).multiply(sumOfDistances(ys)))
                .add(over(restY, n).multiply(sumOfDistances(xs)))
                .add(correction);
        BigDecimal products =
                size.multiply(BigDecimal.valueOf(8L * (n + 8) * (n + 8) + 1)).multiply(UNIT.pow(2));
        BigDecimal sums = over(
                restX.multiply(of(sumY.error()))
                        .add(restY.multiply(of(sumX.error())))
                        .add(of(sumX.error()).multiply(of(sumY.error()))),
                n);
        BigDecimal rounding = correction.multiply(of(0x21p-53));
        return products.add(sums).add(rounding).multiply(BigDecimal.valueOf(2));
    }

    private static BigDecimal sumOfDistances(double[] numbers) {
        BigDecimal mean = over(sum(numbers), numbers.length);
        return Arrays.stream(numbers)
                .mapToObj(number -> of(number).subtract(mean).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    // ---- rounding what is exact ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_nearest_double_of_a_fraction_is_never_further_than_its_neighbours(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double one = Math.scalb(random.nextDouble() - 0.5, random.nextInt(-200, 200));
        // Halfway to the next double, or hardly off.
        BigDecimal middle = of(one).add(of(Math.nextUp(one))).divide(BigDecimal.valueOf(2));
        BigDecimal little = of(Math.ulp(one)).multiply(new BigDecimal("1e-60"));
        BigDecimal fraction = middle.add(little.multiply(BigDecimal.valueOf(random.nextInt(3) - 1)));
        BigDecimal q = BigDecimal.valueOf(1 + random.nextInt(1000));
        double nearest = Moments.nearest(fraction.multiply(q), q, false);
        assertThat(nearest).isEqualTo(fraction.doubleValue());
        BigDecimal square = fraction.pow(2);
        assertThat(Moments.nearest(square.multiply(q), q, true))
                .isEqualTo(fraction.abs().doubleValue());
    }

    @Test
    void what_reaches_the_largest_double_is_refused_in_words() {
        for (BigDecimal huge : new BigDecimal[] {of(Double.MAX_VALUE), new BigDecimal("1e400")}) {
            assertThatThrownBy(() -> Moments.nearest(huge, BigDecimal.ONE, false))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("a sum of the values is beyond the largest double; take a smaller unit");
        }
    }
}
