package io.github.medrank.weightspace;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import java.util.random.RandomGenerator;

/** Gamma variates divided by their sum. A parameter of zero gives a share of zero. */
@Immutable
record DirichletSampler(ImmutableList<Indicator> indicators, ImmutableDoubleArray parameters) implements WeightSampler {
    @Override
    public Source source(RandomGenerator random) {
        requireNonNull(random, "random");
        double[] shapes = parameters.toArray();
        return shares -> {
            WeightSamplers.room(shares, shapes.length);
            double total = 0;
            for (int i = 0; i < shares.length; i++) {
                shares[i] = gamma(shapes[i], random);
                total += shares[i];
            }
            if (!(total
                    > Double.MIN_NORMAL)) { // tiny parameters; what shares are does not depend on what their total was
                total = byLogarithms(shapes, random, shares);
            }
            for (int i = 0; i < shares.length; i++) {
                shares[i] /= total;
            }
        };
    }

    /**
     * Returns the total of gamma variates relative to the largest of them, since each may be too small for a double.
     */
    private static double byLogarithms(double[] shapes, RandomGenerator random, double[] shares) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = shapes[i] == 0
                    ? Double.NEGATIVE_INFINITY
                    : StrictMath.log(gamma(shapes[i] + 1, random))
                            + StrictMath.log(1 - random.nextDouble()) / shapes[i];
            largest = Math.max(largest, shares[i]);
        }
        double total = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = StrictMath.exp(shares[i] - largest);
            total += shares[i];
        }
        return total;
    }

    /**
     * Marsaglia and Tsang (2000), with their boost for shapes below 1, which takes a quarter of the time of a general
     * sampler. It uses {@code StrictMath}, so that every machine gives the same result for the same normal and
     * exponential numbers.
     */
    private static double gamma(double shape, RandomGenerator random) {
        if (shape == 1) {
            return random.nextExponential();
        }
        if (shape < 1) {
            return shape == 0 ? 0 : gamma(shape + 1, random) * StrictMath.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            double v = root * root * root;
            double u = random.nextDouble();
            if (v > 0
                    && (u < 1 - 0.0331 * (x * x) * (x * x)
                            || StrictMath.log(u) < x * x / 2 + d * (1 - v + StrictMath.log(v)))) {
                return d * v;
            }
        }
    }

    @Override
    public String toString() {
        return parameters.stream().allMatch(parameter -> parameter == 1)
                ? "uniform on the simplex"
                : "Dirichlet with parameters " + parameters;
    }
}
