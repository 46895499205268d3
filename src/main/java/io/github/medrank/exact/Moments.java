package io.github.medrank.exact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * The sum, mean and standard deviations of a column. Each is the double nearest to the true value, so it does not
 * depend on the order of rows, down to the last bit.
 *
 * <p>Pairs of doubles are used first, with a bound on their error. Exact decimals are used only if the bound leaves
 * open which double is nearest, which for measured data happens in about one of a thousand million columns.
 */
public final class Moments {
    private static final MathContext DIGITS = new MathContext(40);

    /** Products between this and its inverse neither overflow nor vanish. */
    private static final double SAFE = 1e-250;

    /**
     * The squares of numbers between this and its inverse are {@link #SAFE}, and so are the squares of small
     * differences.
     */
    private static final double FAR = 1e60;

    private final double[] numbers;
    private final double times;
    private final double unit;
    private final Twofold total;
    private final double mean;
    private final Twofold squares;

    /**
     * Computes the moments of numbers that are counted in parts of one.
     *
     * @param numbers the numbers times the unit
     * @param unit a power of ten up to 10^9 for which all numbers are whole; 0 if they are not whole and are used
     *     unchanged
     */
    public Moments(double[] numbers, double unit) {
        this(numbers, 1, unit, unit > 0 && areFew(numbers.length, largest(numbers)));
    }

    /**
     * Returns the moments of decimals as they are, which a power of ten up to 10^9 makes whole, none larger than the
     * magnitude.
     */
    public static Moments ofDecimals(double[] decimals, double magnitude, double unit) {
        return new Moments(decimals, unit, unit, areFew(decimals.length, magnitude * unit));
    }

    private Moments(double[] numbers, double times, double unit, boolean few) {
        this.numbers = few ? numbers : whole(numbers, times);
        this.times = few ? times : 1;
        this.unit = Math.max(1, unit);
        double[] sums = few ? Twofold.sumsOfFewWhole(numbers, times) : new double[2];
        this.total = few ? new Twofold(sums[0], 0, 0) : Twofold.sum(this.numbers);
        double parts = numbers.length * this.unit;
        this.mean = numbers.length == 0
                ? 0
                : certain(
                        total.dividedBy(parts),
                        () -> nearest(
                                exactSum(whole()),
                                BigDecimal.valueOf(this.unit).multiply(BigDecimal.valueOf(numbers.length)),
                                false));
        if (numbers.length == 0) {
            this.squares = total;
        } else {
            this.squares = few
                    ? centredWhole(numbers.length, sums[0], sums[1])
                    : centred(this.numbers, total, this.numbers, total);
        }
    }

    private double[] whole() {
        return whole(numbers, times);
    }

    private static double[] whole(double[] numbers, double times) {
        if (times == 1) {
            return numbers;
        }
        double[] whole = new double[numbers.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = Math.rint(numbers[i] * times);
        }
        return whole;
    }

    /** Whether neither the sum of whole numbers nor that of the squares of their distances can be more than 2^53. */
    private static boolean areFew(int count, double largest) {
        double most = 2 * Math.rint(largest) + 1;
        return most * most * count <= 0x1p53;
    }

    private static double largest(double[] numbers) {
        double largest = 0;
        for (double number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    /**
     * Returns Σ(x − mean)² for n whole numbers of which {@link #areFew} holds, given Σx and Σx²: exactly around the
     * whole number next to their mean, and less a correction.
     */
    public static Twofold centredWhole(int n, double sum, double ofSquares) {
        double centre = Math.rint(sum / n);
        double rest = sum - centre * n;
        double correction = rest * rest / n;
        return new Twofold(ofSquares + centre * (centre * n - 2 * sum), 0, 0).minus(correction, 0x1p-52 * correction);
    }

    /** Returns the sum, which is computed on request because it may overflow where the mean does not. */
    public double sum() {
        return certain(total.dividedBy(unit), () -> nearest(exactSum(whole()), BigDecimal.valueOf(unit), false));
    }

    public OptionalDouble mean() {
        return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean);
    }

    /** Returns √(Σ(x − mean)² / (n − less)), or empty if the divisor is not positive. */
    public OptionalDouble deviation(int less) {
        int divisor = numbers.length - less;
        if (divisor <= 0) {
            return OptionalDouble.empty();
        }
        if (squares.high() == 0 && squares.error() == 0) {
            return OptionalDouble.of(0);
        }
        return OptionalDouble.of(certain(
                squares.dividedBy(divisor).squareRoot().dividedBy(unit),
                () -> nearest(
                        exactProducts(whole(), whole()),
                        BigDecimal.valueOf(numbers.length)
                                .multiply(BigDecimal.valueOf(divisor))
                                .multiply(BigDecimal.valueOf(unit).pow(2)),
                        true)));
    }

    /** Returns Pearson's correlation from quotients of correctly rounded sums, or empty if one side is constant. */
    public static OptionalDouble correlation(double[] someXs, double[] someYs) {
        double[] xs = nearOne(someXs);
        double[] ys = nearOne(someYs);
        double varianceX = products(xs, xs);
        double varianceY = products(ys, ys);
        double product = varianceX * varianceY;
        double scale =
                product > SAFE && product < 1 / SAFE ? Math.sqrt(product) : Math.sqrt(varianceX) * Math.sqrt(varianceY);
        return scale > 0
                ? OptionalDouble.of(Math.max(-1, Math.min(1, products(xs, ys) / scale)))
                : OptionalDouble.empty();
    }

    /** The numbers, or those times a power of two where their squares might overflow or vanish. */
    private static double[] nearOne(double[] numbers) {
        double largest = largest(numbers);
        if (largest == 0 || (largest > 1 / FAR && largest < FAR)) {
            return numbers;
        }
        int exponent = Math.getExponent(largest);
        return Arrays.stream(numbers)
                .map(number -> Math.scalb(number, -exponent))
                .toArray();
    }

    /** Σ (x − mean of x)·(y − mean of y), the double nearest to it. */
    private static double products(double[] xs, double[] ys) {
        return certain(
                centred(xs, Twofold.sum(xs), ys, Twofold.sum(ys)),
                () -> nearest(exactProducts(xs, ys), BigDecimal.valueOf(xs.length), false));
    }

    /** Returns Σ(x − c)(y − d) − Σ(x − c)·Σ(y − d) / n, for c and d next to the means. */
    public static Twofold centred(double[] xs, Twofold sumX, double[] ys, Twofold sumY) {
        int n = xs.length;
        double centreX = sumX.high() / n;
        double centreY = sumY.high() / n;
        double restX = Math.fma(-n, centreX, sumX.high()) + sumX.low();
        double restY = Math.fma(-n, centreY, sumY.high()) + sumY.low();
        double correction = restX * restY / n;
        double error = (Math.abs(restX) * sumY.error() + Math.abs(restY) * sumX.error()) / n
                + sumX.error() * sumY.error() / n
                + 0x1p-48 * Math.abs(correction);
        return Twofold.products(xs, centreX, ys, centreY).minus(correction, error);
    }

    private static double certain(Twofold quick, DoubleSupplier exact) {
        return (quick.isCertain() ? quick.high() : exact.getAsDouble()) + 0.0;
    }

    private static BigDecimal exactSum(double[] numbers) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double number : numbers) {
            sum = sum.add(new BigDecimal(number));
        }
        return sum;
    }

    /** n·Σxy − Σx·Σy. */
    private static BigDecimal exactProducts(double[] xs, double[] ys) {
        BigDecimal products = BigDecimal.ZERO;
        for (int i = 0; i < xs.length; i++) {
            products = products.add(new BigDecimal(xs[i]).multiply(new BigDecimal(ys[i])));
        }
        return products.multiply(BigDecimal.valueOf(xs.length))
                .subtract(exactSum(xs).multiply(exactSum(ys)));
    }

    /** Returns the double nearest to p / q, or to its square root; ties go to the double with an even last bit. */
    public static double nearest(BigDecimal p, BigDecimal q, boolean root) {
        if (p.signum() == 0) {
            return 0;
        }
        BigDecimal quotient = p.divide(q, DIGITS);
        double guess = (root ? quotient.sqrt(DIGITS) : quotient).doubleValue();
        if (!(Math.abs(guess) < Double.MAX_VALUE)) {
            throw new ArithmeticException("a sum of the values is beyond the largest double; take a smaller unit");
        }
        double up = Math.nextUp(guess);
        int above = compareToMiddle(p, q, root, guess, up);
        if (above > 0 || (above == 0 && isOdd(guess))) {
            return up;
        }
        double down = Math.nextDown(guess);
        int below = compareToMiddle(p, q, root, down, guess);
        return below < 0 || (below == 0 && isOdd(guess)) ? down : guess;
    }

    private static int compareToMiddle(BigDecimal p, BigDecimal q, boolean root, double low, double high) {
        BigDecimal middle = new BigDecimal(low).add(new BigDecimal(high)).multiply(new BigDecimal("0.5"));
        return p.compareTo((root ? middle.multiply(middle) : middle).multiply(q));
    }

    private static boolean isOdd(double number) {
        return (Double.doubleToLongBits(number) & 1) != 0;
    }
}
