package io.github.medrank.ranking;

/**
 * Computes a power of many numbers in a quarter of the time of {@link Math#pow}, which would dominate the cost of a
 * draw.
 *
 * <p>A number is one of 64 tabulated numbers of its octave times 1 + e, with |e| ≤ 2⁻⁷, and (1 + e)ᵖ is nine terms of
 * the binomial series. The relative error is at most 2·|p| + 6 units of 2⁻⁵³. Numbers outside the table are left to
 * {@link Math#pow}.
 */
final class Roots {
    /** Above this exponent the series would need more terms. */
    static final double MOST_EXPONENT = 4;

    private static final int SHIFT = 52 - 6;
    private static final int OCTAVES = 32;

    private final double exponent;
    private final int first;
    private final double[] inverses;
    private final double[] powers;
    private final double[] series = new double[9];

    /** The powers of numbers from {@code most} down to 2⁻³² of it. */
    Roots(double exponent, double most) {
        this.exponent = exponent;
        int last = index(most);
        this.first = Math.max(index(Double.MIN_NORMAL), last + 1 - (OCTAVES << 6));
        this.inverses = new double[last + 1 - first];
        this.powers = new double[inverses.length];
        for (int i = 0; i < powers.length; i++) {
            double middle = Double.longBitsToDouble(((long) (first + i) << SHIFT) + (1L << (SHIFT - 1)));
            inverses[i] = 1 / middle;
            powers[i] = Math.pow(middle, exponent);
        }
        series[0] = 1;
        for (int i = 1; i < series.length; i++) {
            series[i] = series[i - 1] * (exponent - i + 1) / i;
        }
    }

    private static int index(double number) {
        return (int) (Double.doubleToRawLongBits(number) >>> SHIFT);
    }

    double of(double number) {
        int i = index(number) - first;
        if (i < 0 || i >= powers.length) {
            return Math.pow(number, exponent);
        }
        double[] c = series;
        double e = number * inverses[i] - 1;
        double e2 = e * e;
        double low = c[1] + e * c[2] + e2 * (c[3] + e * c[4]);
        double high = c[5] + e * c[6] + e2 * (c[7] + e * c[8]);
        return powers[i] + powers[i] * e * (low + e2 * e2 * high);
    }
}
