package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.TextTable;
import io.github.medrank.Weights;

/**
 * The smallest change of weights that brings something about, on exact scores.
 *
 * <p>At these weights the schools concerned are level; weights a little nearer to the given ones do not bring it about.
 * Numbers are those of a solver, to about nine digits.
 *
 * @param from the given weights
 * @param to the changed ones, as shares
 * @param norm how the change is measured
 * @param distance how large it is, in shares: 0.1 is ten points of a hundred; 0 if nothing need change
 */
@Immutable
public record Reweighting(Weights from, Weights to, Norm norm, double distance) {
    /** The change of an indicator's share; positive if it gains. */
    public double change(Indicator indicator) {
        return to.share(indicator) - from.share(indicator);
    }

    /** The shares before and after, in percent. */
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

    private static String percent(double share) {
        return new java.math.BigDecimal(share * 100)
                .setScale(2, java.math.RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }
}
