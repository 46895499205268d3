package io.github.medrank.weightspace;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Rational;
import io.github.medrank.ResultList;
import io.github.medrank.TextTable;
import io.github.medrank.Weights;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
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
    private final ImmutableMap<Indicator, Range> ranges;

    private WeightStability(Weights weights, String what, ImmutableMap<Indicator, Range> ranges) {
        this.weights = weights;
        this.what = what;
        this.ranges = ranges;
    }

    /**
     * Finds where no lead becomes negative, none being so at the methodology's weights, and none that is zero there
     * becomes anything else.
     *
     * @param leads pairs of rows, the one ahead first
     * @param level pairs of rows that are level
     */
    static WeightStability of(LinearModel model, String what, List<Pair> leads, List<Pair> level) {
        ImmutableMap.Builder<Indicator, Range> ranges = ImmutableMap.builder();
        for (int i = 0; i < model.width(); i++) {
            ranges.put(model.indicators().get(i), new Search(model, i).range(leads, level));
        }
        return new WeightStability(model.ranking().weights(), what, ranges.buildOrThrow());
    }

    /** Returns the interval of each indicator's share. */
    public ImmutableMap<Indicator, Interval> intervals() {
        return ImmutableMap.copyOf(Maps.transformValues(ranges, Range::interval));
    }

    /**
     * Returns the interval of one indicator's share, which contains its current share.
     *
     * @throws IllegalArgumentException if there is no such indicator
     */
    public Interval of(Indicator indicator) {
        return range(indicator).interval();
    }

    /**
     * Returns the exact ends of the {@linkplain #of interval} of a weight's share.
     *
     * @return the lower end and the upper one
     * @throws IllegalArgumentException if there is no such indicator
     */
    public ResultList<Rational> ends(Indicator indicator) {
        return ResultList.copyOf(
                ImmutableList.of(range(indicator).low(), range(indicator).high()));
    }

    /**
     * Returns exact weights at the two ends of the {@linkplain #of interval}: at an end that is not 0 or 1 two of the
     * schools concerned have the same exact score, so that a ranking by these weights shows that the interval ends
     * there.
     *
     * @return the weights at the lower end and those at the upper one
     * @throws IllegalArgumentException if there is no such indicator
     */
    public ResultList<Weights> weightsAtEnds(Indicator indicator) {
        Range range = range(indicator);
        return ResultList.copyOf(
                ImmutableList.of(weightsAt(indicator, range.low()), weightsAt(indicator, range.high())));
    }

    /** A share a/b of one leaves the others (b − a)/b, in the proportions of their points: times b and their total. */
    private Weights weightsAt(Indicator moved, Rational share) {
        BigDecimal above = new BigDecimal(share.numerator());
        BigDecimal rest = new BigDecimal(share.denominator()).subtract(above);
        BigDecimal others = weights.total().subtract(weights.points(moved));
        Weights.Builder at = Weights.builder();
        for (Indicator each : ranges.keySet()) {
            BigDecimal points = weights.points(each);
            at.put(
                    each,
                    each.equals(moved)
                            ? above.multiply(others.signum() == 0 ? points : others)
                            : points.multiply(rest));
        }
        return at.build();
    }

    private Range range(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        Range mine = ranges.get(indicator);
        if (mine == null) {
            throw new IllegalArgumentException("no indicator \"" + indicator.id() + "\"; there are "
                    + ranges.keySet().stream().map(Indicator::id).toList());
        }
        return mine;
    }

    /** Returns the share of each indicator and its interval, in percent. */
    @Override
    public String toString() {
        TextTable.Builder text =
                TextTable.builder("Indicator").right("share %").right("from").right("to");
        for (Map.Entry<Indicator, Interval> each : intervals().entrySet()) {
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

    /** Two rows, of which one is ahead of the other or level with it. */
    @Immutable
    record Pair(int ahead, int behind) {}

    /** Two exact shares. */
    @Immutable
    record Range(Rational low, Rational high) {
        Interval interval() {
            return Interval.of(low.doubleValue(), high.doubleValue());
        }
    }

    /**
     * Between which shares of one weight, the others keeping their proportions, leads stay what they are.
     *
     * <p>A lead is share · own + (1 − share) · rest, a line in the share. Doubles pass over the lines that are surely
     * positive at the end found so far; fractions tell where the others are zero.
     */
    private static final class Search {
        private static final Rational ONE = Rational.of(1);

        private final LinearModel model;
        private final int moved;
        private final double[] shares;
        private final BigDecimal[] points;
        private final BigDecimal total;
        private final BigDecimal others;
        private final double error;

        Search(LinearModel model, int moved) {
            this.model = model;
            this.moved = moved;
            this.shares = model.shares();
            this.points = model.points();
            this.total = model.ranking().weights().total();
            this.others = total.subtract(points[moved]);
            this.error = 4 * model.error() / (1 - shares[moved]);
        }

        Range range(List<Pair> leads, List<Pair> level) {
            Rational share = Rational.ratio(points[moved], total);
            if (others.signum() == 0) {
                return new Range(ONE, ONE);
            }
            for (Pair pair : level) {
                if (own(pair).signum() != 0) {
                    return new Range(share, share); // a line through zero here that is not level leaves zero either way
                }
            }
            return new Range(end(leads, true), end(leads, false));
        }

        /** The share nearest to the present one at which a lead ceases to be positive, or the end of all shares. */
        private Rational end(List<Pair> leads, boolean below) {
            Rational end = below ? Rational.ZERO : ONE;
            double place = end.doubleValue();
            for (Pair pair : leads) {
                if (lead(pair, place) < error && (below ? rest(pair) : own(pair)).signum() < 0) {
                    Rational rest = rest(pair);
                    Rational zero = rest.dividedBy(rest.minus(own(pair)));
                    if (below == zero.compareTo(end) > 0) {
                        end = zero;
                        place = end.doubleValue();
                    }
                }
            }
            return end;
        }

        /** A lead at a share of the moved weight. */
        private double lead(Pair pair, double share) {
            double others = (1 - share) / (1 - shares[moved]);
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                double lead = model.value(pair.ahead(), i) - model.value(pair.behind(), i);
                sum += (i == moved ? share : shares[i] * others) * lead;
            }
            return sum;
        }

        private Rational own(Pair pair) {
            return lead(pair, moved);
        }

        private Rational lead(Pair pair, int indicator) {
            return model.exact(pair.ahead(), indicator).minus(model.exact(pair.behind(), indicator));
        }

        private Rational rest(Pair pair) {
            Rational sum = Rational.ZERO;
            for (int i = 0; i < points.length; i++) {
                if (i != moved && points[i].signum() > 0) {
                    sum = sum.plus(lead(pair, i).times(Rational.of(points[i])));
                }
            }
            return sum.dividedBy(Rational.of(others));
        }
    }
}
