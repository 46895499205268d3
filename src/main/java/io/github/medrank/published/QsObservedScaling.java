package io.github.medrank.published;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;

/**
 * The scaling observed in QS's tables by subject: logarithmic between the least and the greatest, linear for the
 * network.
 */
@Immutable
enum QsObservedScaling implements Normalizer {
    INSTANCE;

    private static final LinearScaling LINEAR = new LinearScaling(0, 100);

    @Override
    public Scale fit(Column reference) {
        requireNonNull(reference, "reference");
        Scale scale = reference.indicator().equals(Qs.INTERNATIONAL_RESEARCH_NETWORK)
                ? LINEAR.fit(reference)
                : logarithmic(reference);
        return value -> {
            double points = scale.apply(value);
            return points < 0 ? 0 : points;
        };
    }

    private static Scale logarithmic(Column reference) {
        double least = reference.values().filter(value -> value > 0).min().orElse(1);
        double greatest = reference.max().orElse(1);
        double span = StrictMath.log(greatest / least);
        return span > 0 ? value -> value > 0 ? 100 * (StrictMath.log(value / least) / span) : 0 : value -> Double.NaN;
    }

    @Override
    public String toString() {
        return "logarithm from 0 for the least above zero to 100 for the greatest, the research network linear";
    }
}
