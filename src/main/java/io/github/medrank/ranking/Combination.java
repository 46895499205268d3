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
    private final Node root;
    private final int width;
    private final int depth;
    private final Optional<BigDecimal> unit;
    private final boolean overAll;

    /** A column, or a pillar of nodes. */
    @Immutable
    private record Node(String name, int column, Optional<BigDecimal> own, ImmutableList<Node> parts) {
        boolean isColumn() {
            return parts.isEmpty();
        }
    }

    /** Whole numbers over a common denominator. */
    record Factors(ImmutableList<BigDecimal> numerators, BigDecimal denominator) {
        BigDecimal sum() {
            return numerators.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private record Fraction(BigDecimal numerator, BigDecimal denominator) {}

    /**
     * @param order the indicators of the columns
     * @param pillars the parts of the whole; empty for the columns themselves
     * @param unit the points that count as 1, for a sum; empty for a mean
     */
    Combination(
            ImmutableList<Indicator> order, ImmutableList<Pillar> pillars, Optional<BigDecimal> unit, boolean overAll) {
        ImmutableList<Pillar> parts =
                pillars.isEmpty() ? order.stream().map(Pillar::leaf).collect(ImmutableList.toImmutableList()) : pillars;
        Pillar whole = Pillar.of("all", parts);
        requireExactly(order, whole.indicators());
        this.root = node(whole, order);
        this.width = order.size();
        this.depth = whole.depth();
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

    private static Node node(Pillar pillar, ImmutableList<Indicator> order) {
        return new Node(
                pillar.name(),
                pillar.indicator().map(order::indexOf).orElse(-1),
                pillar.points(),
                pillar.parts().stream().map(part -> node(part, order)).collect(ImmutableList.toImmutableList()));
    }

    int depth() {
        return depth;
    }

    // ---- exact ----

    /**
     * The exact factors.
     *
     * @param points the points of each column
     * @param absent which columns have no value
     */
    Factors exact(List<BigDecimal> points, boolean[] absent) {
        boolean[] none = new boolean[width];
        Fraction[] fractions = new Fraction[width];
        spread(root, rootUnit(points, absent), points, overAll ? none : absent, fractions);
        Factors factors = common(fractions);
        return overAll ? shared(factors, absent) : factors;
    }

    /** Whether the columns that are present have at least a share of the total factor of all columns; exact. */
    boolean hasAtLeast(BigDecimal share, List<BigDecimal> points, boolean[] absent) {
        Fraction[] fractions = new Fraction[width];
        boolean[] none = new boolean[width];
        spread(root, rootUnit(points, none), points, none, fractions);
        Factors all = common(fractions);
        BigDecimal there = BigDecimal.ZERO;
        for (int i = 0; i < width; i++) {
            there = absent[i] ? there : there.add(all.numerators().get(i));
        }
        return there.compareTo(share.multiply(all.sum())) >= 0;
    }

    private Fraction rootUnit(List<BigDecimal> points, boolean[] absent) {
        BigDecimal full = full(root, points);
        BigDecimal there = overAll ? full : present(root, points, absent);
        if (unit.isEmpty()) {
            return new Fraction(BigDecimal.ONE, there);
        }
        return there.compareTo(full) == 0
                ? new Fraction(BigDecimal.ONE, unit.get())
                : new Fraction(full, unit.get().multiply(there));
    }

    /** The points of a node, counting absent columns. */
    private static BigDecimal full(Node node, List<BigDecimal> points) {
        if (node.isColumn()) {
            return points.get(node.column());
        }
        return node.own()
                .orElseGet(() ->
                        node.parts().stream().map(part -> full(part, points)).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The points of those parts of a node that have at least one value that counts. */
    private static BigDecimal present(Node node, List<BigDecimal> points, boolean[] absent) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Node part : node.parts()) {
            sum = counts(part, points, absent) ? sum.add(full(part, points)) : sum;
        }
        return sum;
    }

    private static boolean counts(Node node, List<BigDecimal> points, boolean[] absent) {
        if (node.isColumn()) {
            return !absent[node.column()];
        }
        return present(node, points, absent).signum() > 0;
    }

    /** Gives each part its points times the factor of one point. */
    private static void spread(
            Node node, Fraction onePoint, List<BigDecimal> points, boolean[] absent, Fraction[] factors) {
        for (Node part : node.parts()) {
            if (part.isColumn()) {
                BigDecimal mine = absent[part.column()] ? BigDecimal.ZERO : points.get(part.column());
                factors[part.column()] = new Fraction(mine.multiply(onePoint.numerator()), onePoint.denominator());
                continue;
            }
            BigDecimal full = full(part, points);
            BigDecimal there = present(part, points, absent);
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
    private static Factors shared(Factors factors, boolean[] absent) {
        BigDecimal there = BigDecimal.ZERO;
        ImmutableList.Builder<BigDecimal> numerators = ImmutableList.builder();
        for (int i = 0; i < absent.length; i++) {
            BigDecimal mine = absent[i] ? BigDecimal.ZERO : factors.numerators().get(i);
            there = there.add(mine);
            numerators.add(mine);
        }
        BigDecimal all = factors.sum();
        if (all.compareTo(there) == 0) {
            return factors;
        }
        Factors kept = new Factors(numerators.build(), factors.denominator());
        return new Factors(
                kept.numerators().stream().map(mine -> mine.multiply(all)).collect(ImmutableList.toImmutableList()),
                kept.denominator().multiply(there));
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

    private static void counting(Node node, boolean inside, boolean[] weighs, boolean[] counts) {
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
        double full = full(root, points);
        double there = overAll ? full : present(root, points, absent);
        spread(root, unit.isEmpty() ? 1 / there : full / there / unit.get().doubleValue(), points, absent, factors);
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

    private static double full(Node node, double[] points) {
        if (node.isColumn()) {
            return points[node.column()];
        }
        double sum = 0;
        for (int i = 0; i < node.parts().size(); i++) {
            sum += full(node.parts().get(i), points);
        }
        if (node.own().isEmpty()) {
            return sum;
        }
        BigDecimal own = node.own().get();
        checkArgument(
                sum > 0 || own.signum() == 0,
                "pillar \"%s\" has %s points, and all its indicators have none",
                node.name(),
                own.toPlainString());
        return own.doubleValue();
    }

    private double present(Node node, double[] points, boolean[] absent) {
        double sum = 0;
        for (int i = 0; i < node.parts().size(); i++) {
            Node part = node.parts().get(i);
            boolean counts = overAll || (part.isColumn() ? !absent[part.column()] : present(part, points, absent) > 0);
            sum += counts ? full(part, points) : 0;
        }
        return sum;
    }

    private void spread(Node node, double onePoint, double[] points, boolean[] absent, double[] factors) {
        for (int i = 0; i < node.parts().size(); i++) {
            Node part = node.parts().get(i);
            if (part.isColumn()) {
                boolean out = absent[part.column()] && !overAll;
                factors[part.column()] = out ? 0 : points[part.column()] * onePoint;
            } else {
                double there = present(part, points, absent);
                spread(part, there > 0 ? onePoint * full(part, points) / there : onePoint, points, absent, factors);
            }
        }
    }
}
