package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A set of acceptable weights: nonnegative shares that add up to 1 and satisfy bounds and linear constraints.
 *
 * <p>Every number is a share in [0, 1], and is read as the decimal that it prints. Construction checks only that the
 * bounds can be met; sampling or solving shows whether any weights satisfy all constraints.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * var b = Indicator.of("b");
 * var c = Indicator.of("c");
 * var region = WeightRegion.simplex(List.of(a, b, c)).withBounds(a, 0.2, 0.5).withOrder(a, b, c);
 * region.contains(Weights.of(Map.of(a, 50, b, 30, c, 20))) // ==> true
 * region.contains(Weights.of(Map.of(a, 30, b, 50, c, 20))) // ==> false
 * }</pre>
 */
@Immutable
public final class WeightRegion {
    // Fifteen digits survive the way through a double; outwards, so that a third stays within thirds.
    private static final MathContext DOWN = new MathContext(15, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(15, RoundingMode.CEILING);

    private final ImmutableList<Indicator> indicators;
    private final ImmutableDoubleArray lower;
    private final ImmutableDoubleArray upper;
    private final ImmutableList<LinearConstraint> constraints;
    /** The origin of the region, and the number of conditions added since, from which {@link #summary} is made. */
    private final String origin;

    private final int conditions;

    private WeightRegion(
            String origin,
            int conditions,
            ImmutableList<Indicator> indicators,
            ImmutableDoubleArray lower,
            ImmutableDoubleArray upper,
            ImmutableList<LinearConstraint> constraints) {
        checkArgument(!indicators.isEmpty(), "no indicators; a region of weights needs at least one");
        for (int i = 0; i < indicators.size(); i++) {
            String id = indicators.get(i).id();
            checkArgument(indicators.indexOf(indicators.get(i)) == i, "indicator \"%s\" comes twice", id);
            checkArgument(
                    lower.get(i) >= 0 && lower.get(i) <= upper.get(i) && upper.get(i) <= 1,
                    "indicator \"%s\": share between %s and %s; bounds must be within 0 and 1, the lower one first",
                    id,
                    lower.get(i),
                    upper.get(i));
        }
        checkArgument(
                sum(lower).compareTo(BigDecimal.ONE) <= 0,
                "the lower bounds add up to %s; shares add up to 1",
                sum(lower));
        checkArgument(
                sum(upper).compareTo(BigDecimal.ONE) >= 0,
                "the upper bounds add up to %s; shares add up to 1",
                sum(upper));
        for (LinearConstraint constraint : constraints) {
            for (Indicator indicator : constraint.coefficients().keySet()) {
                checkArgument(
                        indicators.contains(indicator),
                        "constraint %s: indicator \"%s\" is not of the region; it has %s",
                        constraint,
                        indicator.id(),
                        ids(indicators));
            }
        }
        this.indicators = indicators;
        this.lower = lower;
        this.upper = upper;
        this.constraints = constraints;
        this.origin = origin;
        this.conditions = conditions;
    }

    /** Returns the region of all weights: shares from 0 to 1 that add up to 1. */
    public static WeightRegion simplex(Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        ImmutableList<Indicator> all = ImmutableList.copyOf(indicators);
        return new WeightRegion(
                "all weights",
                0,
                all,
                ImmutableDoubleArray.copyOf(new double[all.size()]),
                ImmutableDoubleArray.copyOf(all.stream().mapToDouble(each -> 1.0)),
                ImmutableList.of());
    }

    /**
     * Returns the region in which each share differs from a given share by at most a percentage <em>of that share</em>.
     *
     * <p>With 10, a share of 40 % ranges from 36 % to 44 %, a share of 10 % from 9 % to 11 %, and a share of 0 stays 0.
     *
     * @param weights the weights at the centre
     * @param percent the largest difference in percent, not negative; shares are cut off at 0 and 1
     * @return the region
     */
    public static WeightRegion withinPercent(Weights weights, double percent) {
        requireNonNull(weights, "weights");
        checkArgument(percent >= 0 && Double.isFinite(percent), "within %s percent; it must not be negative", percent);
        BigDecimal part = Decimals.of(percent).movePointLeft(2);
        return box("weights within ± " + NumberText.plain(percent) + " %", weights, part, BigDecimal.ZERO);
    }

    /**
     * Returns the region in which each share differs from a given share by at most a number of percentage points.
     *
     * <p>With 5, a share of 40 % ranges from 35 % to 45 %, and a share of 10 % from 5 % to 15 %.
     *
     * @param weights the weights at the centre
     * @param points the largest difference in percentage points, not negative; shares are cut off at 0 and 1
     * @return the region
     */
    public static WeightRegion withinPoints(Weights weights, double points) {
        requireNonNull(weights, "weights");
        checkArgument(points >= 0 && Double.isFinite(points), "within %s points; it must not be negative", points);
        String origin = "weights within ± " + NumberText.plain(points) + (points == 1 ? " point" : " points");
        return box(origin, weights, BigDecimal.ZERO, Decimals.of(points).movePointLeft(2));
    }

    private static WeightRegion box(String origin, Weights weights, BigDecimal relative, BigDecimal absolute) {
        ImmutableDoubleArray.Builder least = ImmutableDoubleArray.builder();
        ImmutableDoubleArray.Builder most = ImmutableDoubleArray.builder();
        for (Indicator indicator : weights.indicators()) {
            BigDecimal points = weights.points(indicator);
            BigDecimal reach = points.multiply(relative).add(weights.total().multiply(absolute));
            BigDecimal low = points.subtract(reach).max(BigDecimal.ZERO);
            BigDecimal high = points.add(reach).min(weights.total());
            least.add(low.divide(weights.total(), DOWN).doubleValue());
            most.add(high.divide(weights.total(), UP).doubleValue());
        }
        return new WeightRegion(origin, 0, weights.indicators(), least.build(), most.build(), ImmutableList.of());
    }

    /**
     * Returns a copy with the given bounds on an indicator's share, which replace its current bounds.
     *
     * @throws IllegalArgumentException if the bounds leave [0, 1], or no shares within all bounds add up to 1
     */
    public WeightRegion withBounds(Indicator indicator, double least, double most) {
        int index = index(indicator);
        return new WeightRegion(
                origin, conditions + 1, indicators, put(lower, index, least), put(upper, index, most), constraints);
    }

    /** Returns a copy in which each indicator of the list weighs at most as much as the one before it. */
    public WeightRegion withOrder(Indicator... heaviestFirst) {
        requireNonNull(heaviestFirst, "heaviestFirst");
        checkArgument(heaviestFirst.length >= 2, "an order needs two indicators; it has %s", heaviestFirst.length);
        WeightRegion ordered = this;
        for (int i = 1; i < heaviestFirst.length; i++) {
            ordered = ordered.withRatio(heaviestFirst[i], heaviestFirst[i - 1], 0, 1);
        }
        return ordered;
    }

    /**
     * Returns a copy in which the ratio of two indicators' weights lies between two numbers.
     *
     * @param numerator the indicator whose weight is divided
     * @param denominator the indicator whose weight it is divided by
     * @param least the smallest ratio, not negative
     * @param most the largest ratio, not below {@code least}; infinite for no limit
     * @return the smaller region
     */
    public WeightRegion withRatio(Indicator numerator, Indicator denominator, double least, double most) {
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
        checkArgument(
                least >= 0 && least <= most && least < Double.POSITIVE_INFINITY,
                "ratio of \"%s\" to \"%s\" between %s and %s; it must not be negative, the lower bound first",
                numerator.id(),
                denominator.id(),
                least,
                most);
        checkArgument(index(numerator) != index(denominator), "ratio of \"%s\" to itself", numerator.id());
        WeightRegion narrowed = this;
        if (least > 0) {
            narrowed = narrowed.withConstraint(
                    LinearConstraint.atMost(ImmutableMap.of(denominator, least, numerator, -1.0), 0));
        }
        if (most < Double.POSITIVE_INFINITY) {
            narrowed = narrowed.withConstraint(
                    LinearConstraint.atMost(ImmutableMap.of(numerator, 1.0, denominator, -most), 0));
        }
        return narrowed;
    }

    /** Returns a copy with one more linear constraint on the shares. */
    public WeightRegion withConstraint(LinearConstraint constraint) {
        return new WeightRegion(
                origin,
                conditions + 1,
                indicators,
                lower,
                upper,
                ImmutableList.<LinearConstraint>builder()
                        .addAll(constraints)
                        .add(requireNonNull(constraint, "constraint"))
                        .build());
    }

    /** Returns the weighted indicators, in order. */
    public ImmutableList<Indicator> indicators() {
        return indicators;
    }

    /** Returns the smallest share that the bounds allow an indicator. */
    public double lower(Indicator indicator) {
        return lower.get(index(indicator));
    }

    /** Returns the largest share that the bounds allow an indicator. */
    public double upper(Indicator indicator) {
        return upper.get(index(indicator));
    }

    /** Returns the linear constraints, without the bounds, in the order in which they were added. */
    public ImmutableList<LinearConstraint> constraints() {
        return constraints;
    }

    /**
     * Returns a short description, such as {@code weights within ± 25 %} or {@code all weights under 2 conditions};
     * {@link #toString} lists every bound and constraint.
     */
    public String summary() {
        return switch (conditions) {
            case 0 -> origin;
            case 1 -> origin + " under 1 condition";
            default -> origin + " under " + conditions + " conditions";
        };
    }

    /**
     * Returns whether the weights lie in the region or on its border. The test is exact: weights and bounds are the
     * decimals as written.
     *
     * @throws IllegalArgumentException if the weights are not for exactly the region's indicators
     */
    public boolean contains(Weights weights) {
        requireNonNull(weights, "weights");
        Weights mine = weights.inOrderOf(indicators);
        for (int i = 0; i < indicators.size(); i++) {
            BigDecimal points = mine.points(indicators.get(i));
            if (points.compareTo(Decimals.of(lower.get(i)).multiply(mine.total())) < 0
                    || points.compareTo(Decimals.of(upper.get(i)).multiply(mine.total())) > 0) {
                return false;
            }
        }
        return constraints.stream().allMatch(constraint -> holds(constraint, mine));
    }

    /**
     * Returns weights near the centroid of the region. The result is always the same for the same region.
     *
     * <p>The centroid is estimated from 4,096 uniform draws with a fixed seed, and rounded to hundredths of a percent.
     * If the rounded weights are outside the region, the result is the exact point of the region nearest to them.
     *
     * <pre>{@code
     * var a = Indicator.of("a");
     * var b = Indicator.of("b");
     * WeightRegion.simplex(List.of(a, b)).centre()                        // ==> 1 a, 1 b
     * WeightRegion.simplex(List.of(a, b)).withRatio(a, b, 2, 2).centre()  // ==> 2 a, 1 b
     * }</pre>
     *
     * @throws IllegalArgumentException if the region is empty
     */
    public Weights centre() {
        return RegionCentre.of(this);
    }

    /**
     * Returns the weights of the region that are nearest to the given ones, by the Euclidean distance between shares;
     * exact.
     *
     * <pre>{@code
     * var a = Indicator.of("a");
     * var b = Indicator.of("b");
     * var most = WeightRegion.simplex(List.of(a, b)).withBounds(a, 0.6, 0.9);
     * most.nearest(Weights.of(Map.of(a, 1, b, 1))) // ==> 0.6 a, 0.4 b
     * }</pre>
     *
     * @throws IllegalArgumentException if the region is empty, or the weights are not for exactly its indicators
     */
    public Weights nearest(Weights weights) {
        return RegionCentre.nearest(this, requireNonNull(weights, "weights"));
    }

    private static boolean holds(LinearConstraint constraint, Weights weights) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Indicator, Double> term : constraint.coefficients().entrySet()) {
            sum = sum.add(Decimals.of(term.getValue()).multiply(weights.points(term.getKey())));
        }
        return sum.compareTo(Decimals.of(constraint.bound()).multiply(weights.total())) <= 0;
    }

    private int index(Indicator indicator) {
        int index = indicators.indexOf(requireNonNull(indicator, "indicator"));
        checkArgument(index >= 0, "indicator \"%s\" is not of the region; it has %s", indicator.id(), ids(indicators));
        return index;
    }

    private static ImmutableDoubleArray put(ImmutableDoubleArray array, int index, double value) {
        double[] copy = array.toArray();
        copy[index] = value + 0.0;
        return ImmutableDoubleArray.copyOf(copy);
    }

    private static BigDecimal sum(ImmutableDoubleArray shares) {
        return shares.stream().mapToObj(Decimals::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String ids(ImmutableList<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).toList().toString();
    }

    /**
     * Returns whether the other object is a region with the same indicators in the same order, and the same bounds and
     * constraints.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WeightRegion that
                && indicators.equals(that.indicators)
                && lower.equals(that.lower)
                && upper.equals(that.upper)
                && constraints.equals(that.constraints);
    }

    @Override
    public int hashCode() {
        return (indicators.hashCode() * 31 + lower.hashCode()) * 31 + upper.hashCode() + constraints.hashCode();
    }

    /** Returns all bounds and constraints. */
    @Override
    public String toString() {
        String bounds = indicators.stream()
                .map(each -> each.id() + " " + NumberText.plain(lower(each)) + "–" + NumberText.plain(upper(each)))
                .collect(Collectors.joining(", "));
        return "shares " + bounds
                + constraints.stream().map(each -> "; " + each).collect(Collectors.joining());
    }
}
