package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.ExactScale;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.exact.NormalDistribution;
import io.github.medrank.exact.NormalTail;
import java.math.BigDecimal;
import java.math.MathContext;

/** 100 times the normal distribution function of a z-score. */
@Immutable
record NormalScore(ZScore z) implements Normalizer {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** No density is larger. */
    private static final double STEEPEST = 0.4;
    /** More than a tail is given to, so that equal scores have equal tails. */
    private static final MathContext DIGITS = new MathContext(38);

    @Override
    public ExactScale fit(Column reference) {
        requireNonNull(reference, "reference");
        ExactScale scale = z.fit(reference);
        return new Exactly(
                value -> 100 * NormalDistribution.cumulative(scale.apply(value)),
                value -> percent(scale.exact(value)),
                values -> 100 * (STEEPEST * scale.errorBound(values) + Exactly.ROUNDINGS));
    }

    /** What is beyond a score is a decimal, the same on either side, so that opposite scores come to 100 exactly. */
    private static Rational percent(Rational score) {
        BigDecimal size = score.toBigDecimal(DIGITS).abs();
        BigDecimal beyond = NormalTail.beyond(size).multiply(HUNDRED);
        return Rational.of(score.signum() > 0 ? HUNDRED.subtract(beyond) : beyond);
    }

    @Override
    public String toString() {
        return "100 × normal distribution function of " + z;
    }
}
