package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.primitives.ImmutableDoubleArray;
import io.github.medrank.Indicator;
import io.github.medrank.exact.LinearProgram;
import io.github.medrank.exact.LinearProgram.Optimal;
import io.github.medrank.ranking.Pillar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The rows in which the weights of missing values are shared in a way that is not linear: over all present values of a
 * rescaled score, or inside pillars.
 *
 * <p>Weights that fit all rows are sought by Newton's method: near some weights the constraints are nearly linear, and
 * their linear program gives the next weights. Constraints join a program when they are violated, so it stays small.
 */
final class SharedRows {
    private static final int MOST_STEPS = 40;
    private static final int MOST_ADDED = 6;
    private static final int FIRST_CONSTRAINTS = 4;
    private static final double TOLERANCE = 1e-8;
    private static final double SETTLED = 1e-7;
    private static final MathContext DIGITS = new MathContext(12);

    private final PrintedRows rows;
    private final RuleConstraints constraints;
    /** The linear constraints, then those of the rows. */
    private final List<Constraint> all;

    private final int linear;
    /** The number of the pillar of each indicator; all are in one if all present values share the weight. */
    private final int[] pillar;

    /** Weights, and the rows whose scores they do not give although they give those of all linear rows. */
    record Found(ImmutableDoubleArray shares, Set<Integer> missed) {}

    private SharedRows(
            PrintedRows rows,
            RuleConstraints constraints,
            List<Constraint> shared,
            Set<Integer> without,
            int[] pillar) {
        this.rows = rows;
        this.constraints = constraints;
        this.pillar = pillar;
        this.all = new ArrayList<>(constraints.all);
        all.removeIf(each -> !each.isWithout(without));
        this.linear = all.size();
        all.addAll(shared);
        all.removeIf(each -> !each.isWithout(without));
    }

    /** None if pillars have points or means of their own. */
    static SharedRows of(
            PrintedRows rows, RuleConstraints constraints, ImmutableList<Pillar> pillars, Set<Integer> without) {
        boolean isInPillar = constraints.rule.missing() == MissingRule.SHARED_IN_PILLAR;
        boolean isKnown = !isInPillar
                || (constraints.rule.mean() == CompositeMean.ARITHMETIC
                        && pillars.stream().allMatch(SharedRows::isPlain));
        int[] pillar = rows.table.indicators().stream()
                .mapToInt(each -> isInPillar
                        ? Iterables.indexOf(pillars, one -> one.indicators().contains(each))
                        : 0)
                .toArray();
        return new SharedRows(rows, constraints, isKnown ? constraints.shared : List.of(), without, pillar);
    }

    private static boolean isPlain(Pillar pillar) {
        ImmutableList<Indicator> inside = pillar.indicators();
        Indicator[] more = inside.stream().skip(1).toArray(Indicator[]::new);
        return pillar.equals(Pillar.of(pillar.name(), inside.get(0), more));
    }

    boolean isEmpty() {
        return all.size() == linear;
    }

    /** The constraints of the rows, as they are before the factors. */
    List<Constraint> constraints() {
        return Collections.unmodifiableList(all.subList(linear, all.size()));
    }

    /**
     * The coefficients of the shares in a constraint of a row, near given shares; empty if no value of the row has a
     * weight. They are the derivatives of the composite W·Σ Wₚ·Mₚ / Σ Wₚ, where W is the weight of all indicators, Wₚ
     * that of a pillar with values, and Mₚ the mean of these values. Their sum over the same shares is the composite
     * itself, since it grows with the weights in proportion.
     */
    Optional<double[]> coefficients(Constraint constraint, double[] shares) {
        double[] whole = new double[shares.length];
        double[] present = new double[shares.length];
        double[] mean = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            whole[pillar[i]] += shares[i];
            if (isPresent(constraint, i)) {
                present[pillar[i]] += shares[i];
                mean[pillar[i]] += shares[i] * term(constraint, i);
            }
        }
        double total = 0;
        double counted = 0;
        double sum = 0;
        for (int p = 0; p < whole.length; p++) {
            total += whole[p];
            if (present[p] > 0) {
                mean[p] /= present[p];
                counted += whole[p];
                sum += whole[p] * mean[p];
            }
        }
        if (!(counted > 0)) {
            return Optional.empty();
        }
        double[] coefficients = new double[shares.length];
        for (int i = 0; i < shares.length; i++) {
            int p = pillar[i];
            double more = isPresent(constraint, i) && present[p] > 0
                    ? whole[p] / present[p] * (term(constraint, i) - mean[p])
                    : 0;
            double apart = present[p] > 0 ? mean[p] - sum / counted + more : 0;
            coefficients[i] = sum / counted + total / counted * apart;
        }
        return Optional.of(coefficients);
    }

    private boolean isPresent(Constraint constraint, int indicator) {
        return rows.value(constraint.first(), indicator) != null;
    }

    private double term(Constraint constraint, int indicator) {
        return constraint.row()[indicator].doubleValue() / constraints.units[indicator].doubleValue();
    }

    /** The constraints with the rows' constraints as they are near these shares. */
    RuleConstraints near(double[] shares) {
        return constraints.with(
                constraints().stream().map(each -> near(each, shares)).toList());
    }

    private Constraint near(Constraint constraint, double[] shares) {
        BigDecimal[] row = constraint.row().clone();
        coefficients(constraint, shares).ifPresent(coefficients -> {
            for (int i = 0; i < coefficients.length; i++) {
                row[i] = constraints.units[i].multiply(new BigDecimal(coefficients[i], DIGITS));
            }
        });
        return new Constraint(row, constraint.bound(), constraint.first(), -1, constraint.side());
    }

    // ---- search ----

    /** Weights that satisfy all constraints, or at which the search for them ended. */
    Found search(double[] start) {
        Set<Integer> active = new TreeSet<>();
        int stride = Math.max(1, all.size() / (FIRST_CONSTRAINTS * (constraints.width() + 1)));
        for (int c = 0; c < all.size(); c += stride) {
            active.add(c);
        }
        double[] shares = start;
        List<Integer> violated = IntStream.range(linear, all.size()).boxed().toList();
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<double[]> point = best(active, shares);
            if (point.isEmpty()) {
                break;
            }
            double[] next = shares(point.get());
            boolean isSettled = distance(shares, next) < SETTLED;
            shares = next;
            violated = violated(point.get(), shares);
            boolean isMore = active.addAll(violated.subList(0, Math.min(MOST_ADDED, violated.size())));
            boolean isImpossible = point.get()[constraints.width()] < -TOLERANCE;
            if (violated.isEmpty() || (isSettled && (isImpossible || !isMore))) {
                break;
            }
        }
        return new Found(ImmutableDoubleArray.copyOf(shares), rowsOf(violated));
    }

    /** The point with the greatest margin in the rows' constraints, as they are at given weights. */
    private Optional<double[]> best(Set<Integer> active, double[] shares) {
        int width = constraints.width();
        LinearProgram.Builder builder = LinearProgram.builder(width + 1).free(width);
        if (constraints.offset >= 0) {
            builder.free(constraints.offset);
        }
        BigDecimal[] sum = zeros();
        System.arraycopy(constraints.units, 0, sum, 0, constraints.weights);
        BigDecimal[] margin = zeros();
        margin[width] = BigDecimal.ONE;
        builder.equal(BigDecimal.ONE, sum).atMost(BigDecimal.ONE, margin);
        for (int c : active) {
            Constraint each = c < linear ? all.get(c) : near(all.get(c), shares);
            BigDecimal[] row = Arrays.copyOf(each.row(), width + 1);
            row[width] = c < linear ? BigDecimal.ZERO : BigDecimal.ONE.negate();
            builder.atLeast(each.bound(), row);
        }
        return builder.build().maximise(margin) instanceof Optimal best
                ? Optional.of(best.point().toDoubles())
                : Optional.empty();
    }

    private BigDecimal[] zeros() {
        BigDecimal[] row = new BigDecimal[constraints.width() + 1];
        Arrays.fill(row, BigDecimal.ZERO);
        return row;
    }

    private double[] shares(double[] point) {
        return IntStream.range(0, constraints.weights)
                .mapToDouble(i -> point[i] * constraints.units[i].doubleValue())
                .toArray();
    }

    static double distance(double[] some, double[] others) {
        return IntStream.range(0, some.length)
                .mapToDouble(i -> Math.abs(some[i] - others[i]))
                .max()
                .orElse(0);
    }

    /** The constraints that a point violates, the most violated first. */
    private List<Integer> violated(double[] point, double[] shares) {
        double[] miss = IntStream.range(0, all.size())
                .mapToDouble(c -> miss(c, point, shares))
                .toArray();
        return IntStream.range(0, miss.length)
                .filter(c -> miss[c] > TOLERANCE)
                .boxed()
                .sorted(Comparator.comparingDouble(c -> -miss[c]))
                .toList();
    }

    private double miss(int c, double[] point, double[] shares) {
        Constraint each = all.get(c);
        Optional<double[]> near = c < linear ? Optional.empty() : coefficients(each, shares);
        double miss = each.bound().doubleValue();
        double size = Math.abs(miss);
        for (int i = 0; i < constraints.width(); i++) {
            double term = near.isPresent() && i < shares.length
                    ? near.get()[i] * shares[i]
                    : each.row()[i].doubleValue() * point[i];
            miss -= term;
            size += Math.abs(term);
        }
        return miss / Math.max(1, size);
    }

    /** The shared rows among the violated constraints; all of them if only linear rows are violated. */
    private Set<Integer> rowsOf(List<Integer> violated) {
        Set<Integer> some = new TreeSet<>();
        violated.stream().filter(c -> c >= linear).forEach(c -> all.get(c).addRowsTo(some));
        if (some.isEmpty() && !violated.isEmpty()) {
            constraints().forEach(each -> each.addRowsTo(some));
        }
        return some;
    }
}
