package io.github.medrank.weightspace;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.TextTable;
import io.github.medrank.Weights;
import io.github.medrank.exact.NumberText;
import java.util.List;
import java.util.Map;

/**
 * How far each weight can move alone before a result changes. The other weights keep their proportions to each other.
 *
 * <p>Intervals are of shares in [0, 1], on exact scores. At an end other than 0 or 1, the schools concerned are level.
 * An indicator that has all the weight leaves no proportions to keep, so its interval is [1, 1].
 */
@Immutable
public final class WeightStability {
    private final Weights weights;
    private final String what;
    private final ImmutableMap<Indicator, Interval> intervals;

    private WeightStability(Weights weights, String what, ImmutableMap<Indicator, Interval> intervals) {
        this.weights = weights;
        this.what = what;
        this.intervals = intervals;
    }

    /** Intervals in which no lead becomes negative. No lead is negative at the methodology's weights. */
    static WeightStability of(LinearModel model, String what, List<double[]> leads) {
        return of(model, what, leads, List.of());
    }

    /**
     * Intervals in which no lead becomes negative, and every lead that is zero at the methodology's weights stays zero.
     */
    static WeightStability of(LinearModel model, String what, List<double[]> leads, List<double[]> level) {
        double[] shares = model.shares();
        ImmutableList<Indicator> indicators = model.indicators();
        ImmutableMap.Builder<Indicator, Interval> intervals = ImmutableMap.builder();
        for (int i = 0; i < shares.length; i++) {
            intervals.put(indicators.get(i), interval(shares, i, leads, level));
        }
        return new WeightStability(model.ranking().weights(), what, intervals.buildOrThrow());
    }

    /**
     * The shares for which no lead is negative. A lead is share · own + (1 − share) · rest, which is a line in the
     * share.
     */
    private static Interval interval(double[] shares, int moved, List<double[]> leads, List<double[]> level) {
        double share = shares[moved];
        if (!(share < 1)) {
            return Interval.of(1, 1);
        }
        if (level.stream().anyMatch(lead -> lead[moved] != 0)) {
            return Interval.of(share, share); // a line through zero here that is not level leaves zero either way
        }
        double low = 0;
        double high = 1;
        for (double[] lead : leads) {
            double others = 0;
            for (int i = 0; i < shares.length; i++) {
                others += i == moved ? 0 : shares[i] * lead[i];
            }
            double rest = others / (1 - share);
            double slope = lead[moved] - rest;
            double zero = -rest / slope;
            if (slope > 0 && rest < 0) {
                low = Math.max(low, Math.min(zero, share));
            } else if (slope < 0 && lead[moved] < 0) {
                high = Math.min(high, Math.max(zero, share));
            }
        }
        return Interval.of(low, high);
    }

    /** Returns the interval of each indicator's share. */
    public ImmutableMap<Indicator, Interval> intervals() {
        return intervals;
    }

    /**
     * Returns the interval of one indicator's share, which contains its current share.
     *
     * @throws IllegalArgumentException if there is no such indicator
     */
    public Interval of(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        Interval mine = intervals.get(indicator);
        if (mine == null) {
            throw new IllegalArgumentException("no indicator \"" + indicator.id() + "\"; there are "
                    + intervals.keySet().stream().map(Indicator::id).toList());
        }
        return mine;
    }

    /** Returns the share of each indicator and its interval, in percent. */
    @Override
    public String toString() {
        TextTable.Builder text =
                TextTable.builder("Indicator").right("share %").right("from").right("to");
        for (Map.Entry<Indicator, Interval> each : intervals.entrySet()) {
            text.row(
                    each.getKey().name(),
                    NumberText.significant(weights.share(each.getKey()) * 100),
                    NumberText.significant(each.getValue().low() * 100),
                    NumberText.significant(each.getValue().high() * 100));
        }
        return text.note(what + "; the other weights keep their proportions")
                .build()
                .toString();
    }
}
