package io.github.medrank.comparison;

/**
 * The tail of the logarithmic series: the sum of p^(d − 1) / d over all d above a given depth, for any p below 1.
 *
 * <p>Summed term by term, this takes about 40 / (1 − p) steps. If p is near 1, the terms beyond the thousandth are
 * therefore replaced by an exponential integral with three terms of the Euler–Maclaurin formula, whose relative error
 * is below 10⁻¹⁷.
 */
final class HarmonicTail {
    private static final double NEAR_ONE = 1e-3;
    private static final int FIRST_TERMS = 1_000;
    private static final double EULER_GAMMA = 0.5772156649015329;
    private static final double NEGLIGIBLE = 1e-18;

    private HarmonicTail() {}

    /** Returns the sum over all d greater than {@code depth}; accurate to about 14 digits. */
    static double after(int depth, double p) {
        boolean near = 1 - p < NEAR_ONE;
        int rest = Math.max(depth + 1, FIRST_TERMS);
        double sum = 0;
        double power = StrictMath.pow(p, depth);
        int d = depth + 1;
        while (near ? d < rest : power / d > sum * NEGLIGIBLE) {
            sum += power / d;
            power *= p;
            d++;
        }
        return near ? sum + from(rest, -StrictMath.log1p(p - 1)) / p : sum;
    }

    /** The sum of e^(−rate · d) / d over all d from {@code first} on, which must be large. */
    private static double from(int first, double rate) {
        double x = first;
        double term = StrictMath.exp(-rate * x) / x;
        double slope = -term * (rate + 1 / x);
        double third = -term * (rate * rate * rate + 3 * rate * rate / x + 6 * rate / (x * x) + 6 / (x * x * x));
        return exponentialIntegral(rate * x) + term / 2 - slope / 12 + third / 720;
    }

    /** The exponential integral E₁ of a positive number: its series up to 1, its continued fraction above. */
    private static double exponentialIntegral(double x) {
        if (x > 1) {
            return StrictMath.exp(-x) * continuedFraction(x);
        }
        double sum = -EULER_GAMMA - StrictMath.log(x);
        double power = 1;
        for (int k = 1; Math.abs(power) > NEGLIGIBLE; k++) {
            power *= -x / k;
            sum -= power / k;
        }
        return sum;
    }

    /** 1/(x + 1 − 1²/(x + 3 − 2²/(x + 5 − …))), evaluated from a depth at which it has converged for all x above 1. */
    private static double continuedFraction(double x) {
        double fraction = 0;
        for (int k = 120; k >= 1; k--) {
            fraction = (double) k * k / (x + 2 * k + 1 - fraction);
        }
        return 1 / (x + 1 - fraction);
    }
}
