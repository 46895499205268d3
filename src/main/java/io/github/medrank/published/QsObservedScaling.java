package io.github.medrank.published;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.ExactScale;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import io.github.medrank.normalization.Normalizers;
import java.util.stream.DoubleStream;

/**
 * The scaling observed in QS's tables by subject: logarithmic between the least and the greatest, linear for the
 * network.
 */
@Immutable
enum QsObservedScaling implements Normalizer {
    INSTANCE;

    private static final LinearScaling LINEAR = new LinearScaling(0, 100);
    private static final Normalizer LOGARITHMIC = Normalizers.logMinMax(0, 100);

    @Override
    public Scale fit(Column reference) {
        requireNonNull(reference, "reference");
        Scale points = reference.indicator().equals(Qs.INTERNATIONAL_RESEARCH_NETWORK)
                ? LINEAR.fit(reference)
                : logarithmic(LinearScaling.rising(reference));
        return points instanceof ExactScale exact ? new FromZero(exact) : points;
    }

    private static Scale logarithmic(Column reference) {
        DoubleStream positive = reference.values().filter(value -> value > 0);
        return positive.min().orElse(0) < reference.max().orElse(0) ? LOGARITHMIC.fit(reference) : value -> Double.NaN;
    }

    /** Maps values below the scale, and values without a logarithm, to 0. */
    @Immutable
    private record FromZero(ExactScale points) implements ExactScale {
        @Override
        public double apply(double value) {
            double place = points.apply(value);
            return place > 0 ? place : 0;
        }

        @Override
        public Rational exact(Rational value) {
            requireNonNull(value, "value");
            if (Double.isNaN(points.apply(value.doubleValue()))) {
                return Rational.ZERO;
            }
            Rational place = points.exact(value);
            return place.signum() < 0 ? Rational.ZERO : place;
        }

        @Override
        public double errorBound(Column values) {
            return points.errorBound(values);
        }

        @Override
        public long denominator(long ofValues) {
            return points.denominator(ofValues);
        }
    }

    @Override
    public String toString() {
        return "logarithm from 0 for the least above zero to 100 for the greatest, the research network linear";
    }
}
