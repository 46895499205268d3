package io.github.medrank.exact;

/**
 * The standard normal distribution function, by the rational approximations of W. J. Cody ("Rational Chebyshev
 * approximations for the error function", Mathematics of Computation 23, 1969; ACM Algorithm 715, 1993), and in the
 * tails by Laplace's continued fraction.
 *
 * <p>The error is a few units in the last place everywhere, including the tails, down to the smallest doubles.
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // coefficients as they were published
public final class NormalDistribution {
    /** Where the approximations meet. */
    private static final double MIDDLE = 0.67448975;

    private static final double ROOT_32 = 5.656854249492380195;
    private static final double ONE_OVER_ROOT_2_PI = 0.39894228040143267794;

    private static final double[] MIDDLE_OVER = {
        .065682337918207449113,
        2.2352520354606839287,
        161.02823106855587881,
        1067.6894854603709582,
        18154.981253343561249
    };
    private static final double[] MIDDLE_UNDER = {
        1, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956
    };
    private static final double[] SIDE_OVER = {
        1.0765576773720192317e-8,
        .39894151208813466764,
        8.8831497943883759412,
        93.506656132177855979,
        597.27027639480026226,
        2494.5375852903726711,
        6848.1904505362823326,
        11602.651437647350124,
        9842.7148383839780218
    };
    private static final double[] SIDE_UNDER = {
        1,
        22.266688044328115691,
        235.38790178262499861,
        1519.377599407554805,
        6485.558298266760755,
        18615.571640885098091,
        34900.952721145977266,
        38912.003286093271411,
        19685.429676859990727
    };
    /** Steps of the continued fraction; six fewer suffice. */
    private static final int STEPS = 30;

    private NormalDistribution() {}

    /** Returns the probability of at most z standard deviations above the mean; NaN for NaN. */
    public static double cumulative(double z) {
        double size = Math.abs(z);
        if (size <= MIDDLE) {
            double square = z * z;
            return 0.5 + z * polynomial(MIDDLE_OVER, square) / polynomial(MIDDLE_UNDER, square);
        }
        double beyond = beyond(size);
        return z > 0 ? 1 - beyond : beyond;
    }

    /** The probability beyond a positive number. */
    private static double beyond(double z) {
        if (z <= ROOT_32) {
            return exponential(z) * polynomial(SIDE_OVER, z) / polynomial(SIDE_UNDER, z);
        }
        double fraction = z; // z + 1/(z + 2/(z + 3/(z + …)))
        for (int k = STEPS; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return exponential(z) * (ONE_OVER_ROOT_2_PI / fraction);
    }

    /** The coefficients from the highest power down. */
    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double each : coefficients) {
            sum = sum * x + each;
        }
        return sum;
    }

    /** exp(−z²/2), z cut in two so that the rounding of its square does not grow with z. */
    private static double exponential(double z) {
        if (!(z < 40)) {
            return z >= 40 ? 0 : Double.NaN;
        }
        double coarse = Math.floor(z * 16) / 16;
        double rest = (z - coarse) * (z + coarse);
        return StrictMath.exp(-coarse * coarse / 2) * StrictMath.exp(-rest / 2);
    }
}
