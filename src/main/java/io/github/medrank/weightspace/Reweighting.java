package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.TextTable;
import io.github.medrank.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest change of weights that has a given effect, on exact scores.
 *
 * <p>At the changed weights the schools concerned are level; at weights slightly nearer to the given ones the effect
 * does not occur. The changed weights are exact, because they solve a program in exact arithmetic. The distance is a
 * double.
 */
@Immutable
public final class Reweighting {
    private final Weights from;
    private final Weights to;
    private final Norm norm;
    private final double distance;

    Reweighting(Weights from, Weights to, Norm norm, double distance) {
        this.from = from;
        this.to = to;
        this.norm = norm;
        this.distance = distance;
    }

    /** Returns the given weights. */
    public Weights from() {
        return from;
    }

    /** Returns the changed weights, as shares. */
    public Weights to() {
        return to;
    }

    /** Returns the norm that measures the change. */
    public Norm norm() {
        return norm;
    }

    /** Returns the size of the change, in shares: 0.1 is ten points of a hundred; 0 if no change is needed. */
    public double distance() {
        return distance;
    }

    /** Returns the change of an indicator's share, which is positive if the share grows. */
    public double change(Indicator indicator) {
        return to.share(indicator) - from.share(indicator);
    }

    private static String percent(double share) {
        return new java.math.BigDecimal(share * 100)
                .setScale(2, java.math.RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }

    /** Returns whether the other object is the same change, measured with the same norm. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Reweighting that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(from, to, norm, distance);
    }

    /** Returns the shares before and after, in percent. */
    @Override
    public String toString() {
        TextTable.Builder text =
                TextTable.builder("Indicator").right("from %").right("to %").right("change");
        for (Indicator indicator : from.indicators()) {
            text.row(
                    indicator.name(),
                    percent(from.share(indicator)),
                    percent(to.share(indicator)),
                    percent(change(indicator)));
        }
        return text.note("distance " + percent(distance) + " points (" + norm + ")")
                .build()
                .toString();
    }
}
