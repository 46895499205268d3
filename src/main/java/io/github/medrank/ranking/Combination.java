package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The factor of each column under a tree of arithmetic means: exact, as fractions with a common denominator, or as
 * doubles.
 *
 * <p>A mean distributes the factor of a pillar over its parts in proportion to their points. Absent columns are left
 * out of this, or, if a missing value is shared over all columns, their part is distributed over all columns at the
 * end.
 */
@Immutable
final class Combination {
    private final Branch root;
    private final int width;

    @SuppressWarnings("Immutable") // never written
    private final boolean[] none;

    private final Optional<BigDecimal> unit;
    private final boolean overAll;

    /** Whole numbers over a common denominator. */
    record Factors(ImmutableList<BigDecimal> numerators, BigDecimal denominator) {
        BigDecimal sum(boolean[] absent) {
            return IntStream.range(0, absent.length)
                    .filter(i -> !absent[i])
                    .mapToObj(numerators::get)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private record Fraction(BigDecimal numerator, BigDecimal denominator) {}

    /**
     * @param whole the pillar of all columns
     * @param order the indicators of the columns
     * @param unit the points that count as 1, for a sum; empty for a mean
     */
    Combination(Pillar whole, ImmutableList<Indicator> order, Optional<BigDecimal> unit, boolean overAll) {
        requireExactly(order, whole.indicators());
        this.root = Branch.of(whole, order);
        this.width = order.size();
        this.none = new boolean[width];
        this.unit = unit;
        this.overAll = overAll;
    }

    private static void requireExactly(ImmutableList<Indicator> order, ImmutableList<Indicator> placed) {
        ImmutableSet<Indicator> inTable = ImmutableSet.copyOf(order);
        ImmutableSet<Indicator> inPillars = ImmutableSet.copyOf(placed);
        checkArgument(
                Sets.difference(inTable, inPillars).isEmpty(),
                "in no pillar: %s; every indicator of the table must be in one",
                ids(Sets.difference(inTable, inPillars)));
        checkArgument(
                Sets.difference(inPillars, inTable).isEmpty(),
                "the pillars have %s; the table has only %s",
                ids(Sets.difference(inPillars, inTable)),
                ids(inTable));
    }

    private static String ids(Iterable<Indicator> indicators) {
        List<String> ids = new ArrayList<>();
        indicators.forEach(indicator -> ids.add("\"" + indicator.id() + "\""));
        return String.join(", ", ids);
    }

    Branch root() {
        return root;
    }

    // ---- exact ----

    /**
     * The exact factors.
     *
     * @param points the points of each column
     * @param absent which columns have no value
     */
    Factors exact(List<BigDecimal> points, boolean[] absent) {
        Factors factors = factors(points, overAll ? none : absent);
        return overAll ? shared(factors, absent) : factors;
    }

    private Factors factors(List<BigDecimal> points, boolean[] skipped) {
        Fraction[] fractions = new Fraction[width];
        spread(root, rootUnit(points, skipped), points, skipped, fractions);
        return common(fractions);
    }

    /** Whether the columns that are present have at least a share of the total factor of all columns; exact. */
    boolean hasAtLeast(BigDecimal share, List<BigDecimal> points, boolean[] absent) {
        Factors all = factors(points, none);
        return all.sum(absent).compareTo(share.multiply(all.sum(none))) >= 0;
    }

    private Fraction rootUnit(List<BigDecimal> points, boolean[] absent) {
        BigDecimal full = root.full(points);
        BigDecimal there = root.present(points, absent);
        if (unit.isEmpty()) {
            return new Fraction(BigDecimal.ONE, there);
        }
        return there.compareTo(full) == 0
                ? new Fraction(BigDecimal.ONE, unit.get())
                : new Fraction(full, unit.get().multiply(there));
    }

    /** Gives each part its points times the factor of one point. */
    private static void spread(
            Branch node, Fraction onePoint, List<BigDecimal> points, boolean[] absent, Fraction[] factors) {
        for (Branch part : node.parts()) {
            if (part.isColumn()) {
                BigDecimal mine = absent[part.column()] ? BigDecimal.ZERO : points.get(part.column());
                factors[part.column()] = new Fraction(mine.multiply(onePoint.numerator()), onePoint.denominator());
                continue;
            }
            BigDecimal full = part.full(points);
            BigDecimal there = part.present(points, absent);
            boolean passedOn = there.compareTo(full) == 0; // its points are those of its parts: no division needed
            boolean nothing = there.signum() == 0;
            Fraction inside = passedOn || nothing
                    ? onePoint
                    : new Fraction(
                            onePoint.numerator().multiply(full),
                            onePoint.denominator().multiply(there));
            spread(part, inside, points, absent, factors);
        }
    }

    private static Factors common(Fraction[] fractions) {
        List<BigDecimal> denominators = new ArrayList<>();
        for (Fraction each : fractions) {
            if (denominators.stream().noneMatch(known -> known.compareTo(each.denominator()) == 0)) {
                denominators.add(each.denominator());
            }
        }
        BigDecimal common = denominators.stream().reduce(BigDecimal.ONE, BigDecimal::multiply);
        ImmutableList.Builder<BigDecimal> numerators = ImmutableList.builder();
        for (Fraction each : fractions) {
            BigDecimal numerator = each.numerator();
            for (BigDecimal other : denominators) {
                numerator = other.compareTo(each.denominator()) == 0 ? numerator : numerator.multiply(other);
            }
            numerators.add(numerator);
        }
        return new Factors(numerators.build(), common);
    }

    /** Distributes the part of the absent columns over the others, in proportion. */
    private Factors shared(Factors factors, boolean[] absent) {
        BigDecimal all = factors.sum(none);
        BigDecimal there = factors.sum(absent);
        if (all.compareTo(there) == 0) {
            return factors;
        }
        ImmutableList.Builder<BigDecimal> numerators = ImmutableList.builder();
        for (int i = 0; i < width; i++) {
            numerators.add(
                    absent[i] ? BigDecimal.ZERO : factors.numerators().get(i).multiply(all));
        }
        return new Factors(numerators.build(), factors.denominator().multiply(there));
    }

    // ---- which columns count at all, however small their share ----

    /**
     * Finds the columns that have a factor above zero.
     *
     * @param weighs which columns have a weight above zero
     * @param counts receives the result
     */
    void counting(boolean[] weighs, boolean[] counts) {
        counting(root, true, weighs, counts);
    }

    private static void counting(Branch node, boolean inside, boolean[] weighs, boolean[] counts) {
        if (node.isColumn()) {
            counts[node.column()] = inside && weighs[node.column()];
            return;
        }
        boolean some = node.own().isEmpty() || node.own().get().signum() != 0;
        for (int i = 0; i < node.parts().size(); i++) {
            counting(node.parts().get(i), inside && some, weighs, counts);
        }
    }

    // ---- in doubles: the same, without allocation ----

    /** Computes the factors into {@code factors}. */
    void approximate(double[] points, boolean[] absent, double[] factors) {
        boolean[] skipped = overAll ? none : absent;
        double full = root.full(points);
        double there = root.present(points, skipped);
        spread(root, unit.isEmpty() ? 1 / there : full / there / unit.get().doubleValue(), points, skipped, factors);
        if (overAll) {
            double share = share(factors, absent);
            for (int i = 0; i < width; i++) {
                factors[i] = absent[i] ? 0 : factors[i] / share;
            }
        }
    }

    /** The share of the weight that is present, given the factors for no absent columns. */
    static double share(double[] complete, boolean[] absent) {
        double there = 0;
        double all = 0;
        for (int i = 0; i < absent.length; i++) {
            all += complete[i];
            there += absent[i] ? 0 : complete[i];
        }
        return there / all;
    }

    private static void spread(Branch node, double onePoint, double[] points, boolean[] absent, double[] factors) {
        for (int i = 0; i < node.parts().size(); i++) {
            Branch part = node.parts().get(i);
            if (part.isColumn()) {
                factors[part.column()] = absent[part.column()] ? 0 : points[part.column()] * onePoint;
            } else {
                double there = part.present(points, absent);
                spread(part, there > 0 ? onePoint * part.full(points) / there : onePoint, points, absent, factors);
            }
        }
    }
}
