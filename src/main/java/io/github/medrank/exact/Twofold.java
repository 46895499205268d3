package io.github.medrank.exact;

/**
 * A number as the sum of two doubles, and how far it may be from the truth: enough to round correctly nearly always.
 *
 * <p>The sums follow Ogita, Rump and Oishi, "Accurate sum and dot product" (SIAM J. Sci. Comput. 26, 2005).
 *
 * @param high the number rounded to a double
 * @param low what the double leaves over
 * @param error how far {@code high + low} may be from the true number; NaN or infinite where that is not known
 */
public record Twofold(double high, double low, double error) {
    private static final double UNIT = 0x1p-53;
    /** Below this, errors of products may underflow. */
    private static final double SAFE = 1e-200;
    /** The number of sums side by side. */
    private static final int SUMS = 32;

    /** Returns the sum of numbers, in any order. */
    public static Twofold sum(double[] numbers) {
        double sum = 0;
        double rest = 0;
        double size = 0;
        for (double number : numbers) {
            double next = sum + number;
            double part = next - sum;
            rest += (sum - (next - part)) + (number - part);
            sum = next;
            size += Math.abs(number);
        }
        double each = numbers.length * UNIT;
        return of(sum, rest, 4 * each * each * size);
    }

    /**
     * Returns the sum of whole numbers, and that of their squares. They must come to no more than 2^53, so that no
     * double is inexact.
     *
     * <p>In many sums side by side, so that no addition waits for another and the machine does several at once.
     *
     * @param times what makes whole numbers of the numbers
     */
    public static double[] sumsOfFewWhole(double[] numbers, double times) {
        double[] sums = new double[SUMS];
        double[] squares = new double[SUMS];
        for (int from = 0; from < numbers.length; from += SUMS) {
            addWhole(numbers, from, Math.min(SUMS, numbers.length - from), times, sums, squares);
        }
        for (int i = 1; i < SUMS; i++) {
            sums[0] += sums[i];
            squares[0] += squares[i];
        }
        return new double[] {sums[0], squares[0]};
    }

    private static void addWhole(double[] numbers, int from, int count, double times, double[] sums, double[] squares) {
        for (int i = 0; i < count; i++) {
            double whole = Math.rint(numbers[from + i] * times);
            sums[i] += whole;
            squares[i] += whole * whole;
        }
    }

    /** Returns Σ (x − centreX)·(y − centreY), in any order. */
    public static Twofold products(double[] xs, double centreX, double[] ys, double centreY) {
        double sum = 0;
        double rest = 0;
        double size = 0;
        for (int i = 0; i < xs.length; i++) {
            double x = xs[i] - centreX;
            double partX = x - xs[i];
            double restX = (xs[i] - (x - partX)) - (centreX + partX);
            double y = ys[i] - centreY;
            double partY = y - ys[i];
            double restY = (ys[i] - (y - partY)) - (centreY + partY);
            double product = x * y;
            double leftOver = Math.fma(x, y, -product) + (x * restY + y * restX);
            double next = sum + product;
            double part = next - sum;
            rest += ((sum - (next - part)) + (product - part)) + leftOver;
            sum = next;
            size += Math.abs(product);
        }
        double each = (xs.length + 8) * UNIT;
        if (size >= SAFE) {
            return of(sum, rest, 8 * each * each * size);
        }
        return of(sum, rest, areAll(centreX, xs) || areAll(centreY, ys) ? 0 : Double.NaN);
    }

    private static boolean areAll(double value, double[] numbers) {
        for (double number : numbers) {
            if (number != value) {
                return false;
            }
        }
        return true;
    }

    private static Twofold of(double sum, double rest, double error) {
        double high = sum + rest;
        return new Twofold(high, rest - (high - sum), error);
    }

    /** Returns less a number that is small beside this one. */
    public Twofold minus(double small, double itsError) {
        double less = low - small;
        return of(high, less, error + itsError + UNIT * Math.abs(less));
    }

    /** Returns divided by a positive double. */
    public Twofold dividedBy(double divisor) {
        double quotient = high / divisor;
        double remainder = Math.fma(-quotient, divisor, high);
        double rest = (remainder + low) / divisor;
        return of(quotient, rest, error / divisor * (1 + 4 * UNIT) + inexact(rest));
    }

    /** Returns the square root of a positive number. */
    public Twofold squareRoot() {
        double root = Math.sqrt(high);
        double remainder = Math.fma(-root, root, high);
        double rest = (remainder + low) / (2 * root);
        double relative = rest / root;
        return of(root, rest, error / root + inexact(rest) + root * relative * relative);
    }

    private static double inexact(double rest) {
        return 8 * UNIT * Math.abs(rest);
    }

    /** Returns whether {@link #high} is the double nearest to the true number. */
    public boolean isCertain() {
        double wider = error * 1.0625;
        return high + (low + wider) == high && high + (low - wider) == high;
    }
}
