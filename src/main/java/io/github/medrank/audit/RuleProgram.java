package io.github.medrank.audit;

import io.github.medrank.InterruptedRunException;
import io.github.medrank.exact.Fraction;
import io.github.medrank.exact.FractionVector;
import io.github.medrank.exact.LinearProgram;
import io.github.medrank.exact.LinearProgram.Basis;
import io.github.medrank.exact.LinearProgram.Infeasible;
import io.github.medrank.exact.LinearProgram.Optimal;
import io.github.medrank.exact.LinearProgram.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The exact linear program of a rule's constraints, without those of some rows. */
final class RuleProgram {
    /**
     * An end of an interval: its value, the point that attains it, the rows without which it would be further out, and
     * the multipliers that prove it.
     */
    record End(Fraction value, FractionVector point, Set<Integer> rows, FractionVector multipliers) {}

    /** The rows that contradict each other, with the multipliers, or those of the largest τ if it can only be 0. */
    record Contradicting(Set<Integer> rows, FractionVector multipliers, boolean isOfDivisor) {}

    /** The unit in which weights are measured. */
    enum Measure {
        /** Σ unit·v = 1: shares. */
        SHARES,
        /** τ = 1: the points of a sum of points. */
        POINTS
    }

    private final RuleConstraints constraints;
    private final LinearProgram program;
    private final List<Constraint> used = new ArrayList<>();
    private final int width;
    /** The number of equations before the constraints. */
    private final int first;

    private Basis basis = Basis.EMPTY;

    private RuleProgram(RuleConstraints constraints, Set<Integer> without, List<Constraint> all, Measure measure) {
        this.constraints = constraints;
        boolean points = measure == Measure.POINTS;
        // The divisor is the last variable, so that leaving it out moves no other variable.
        this.width = constraints.width() - (points ? 1 : 0);
        LinearProgram.Builder builder = LinearProgram.builder(width);
        if (constraints.offset >= 0) {
            builder.free(constraints.offset);
        }
        if (!points) {
            builder.equal(BigDecimal.ONE, sum());
        }
        for (Constraint each : all) {
            if (each.isWithout(without)) {
                BigDecimal bound = points ? each.bound().subtract(each.row()[width]) : each.bound();
                builder.atLeast(bound, points ? Arrays.copyOf(each.row(), width) : each.row());
                used.add(each);
            }
        }
        this.program = builder.build();
        this.first = points ? 0 : 1;
    }

    static RuleProgram of(RuleConstraints constraints, Set<Integer> without) {
        return of(constraints, without, constraints.all);
    }

    /** A program with other constraints on the same variables. */
    static RuleProgram of(RuleConstraints constraints, Set<Integer> without, List<Constraint> all) {
        return new RuleProgram(constraints, without, all, Measure.SHARES);
    }

    static RuleProgram inPoints(RuleConstraints constraints, Set<Integer> without) {
        return new RuleProgram(constraints, without, constraints.all, Measure.POINTS);
    }

    private BigDecimal[] sum() {
        BigDecimal[] sum = variable(-1, BigDecimal.ONE);
        System.arraycopy(constraints.units, 0, sum, 0, constraints.weights);
        return sum;
    }

    private BigDecimal[] variable(int index, BigDecimal factor) {
        BigDecimal[] row = new BigDecimal[width];
        Arrays.fill(row, BigDecimal.ZERO);
        if (index >= 0) {
            row[index] = factor;
        }
        return row;
    }

    /** The rows that contradict each other under the rule; empty if some weights fit all. */
    Optional<Set<Integer>> contradiction() {
        return contradicting().map(Contradicting::rows);
    }

    /** The contradiction with its multipliers. */
    Optional<Contradicting> contradicting() {
        Outcome outcome = solve(variable(-1, BigDecimal.ZERO), false);
        if (outcome instanceof Infeasible none) {
            return Optional.of(new Contradicting(rows(none.multipliers()), none.multipliers(), false));
        }
        // If τ can only be 0, the rows demand an infinite factor.
        return constraints.divisor >= 0
                ? divisor(true)
                        .filter(most -> most.value().signum() <= 0)
                        .map(most -> new Contradicting(most.rows(), most.multipliers(), true))
                : Optional.empty();
    }

    /** The smallest or largest share of an indicator, or its points; empty if there is no end. */
    Optional<End> weight(int indicator, boolean greatest) {
        return end(indicator, constraints.units[indicator], greatest);
    }

    /** The smallest or largest α. */
    Optional<End> offset(boolean greatest) {
        return end(constraints.offset, BigDecimal.ONE, greatest);
    }

    /** The smallest or largest τ. */
    Optional<End> divisor(boolean greatest) {
        return end(constraints.divisor, BigDecimal.ONE, greatest);
    }

    private Optional<End> end(int variable, BigDecimal factor, boolean greatest) {
        Outcome outcome = solve(variable(variable, factor), greatest);
        return outcome instanceof Optimal optimal
                ? Optional.of(
                        new End(optimal.value(), optimal.point(), rows(optimal.multipliers()), optimal.multipliers()))
                : Optional.empty();
    }

    private Outcome solve(BigDecimal[] objective, boolean greatest) {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedRunException("interrupted while reading the table backwards: " + constraints.rule);
        }
        Outcome outcome = greatest ? program.maximise(basis, objective) : program.minimise(basis, objective);
        if (outcome instanceof Optimal optimal) {
            basis = optimal.basis();
        }
        return outcome;
    }

    /** The constraints to which an end's multipliers belong: the sum of shares first, then these. */
    List<Constraint> used() {
        return Collections.unmodifiableList(used);
    }

    private Set<Integer> rows(FractionVector multipliers) {
        Set<Integer> rows = new TreeSet<>();
        for (int i = 0; i < used.size(); i++) {
            if (multipliers.numerator(i + first).signum() != 0) {
                used.get(i).addRowsTo(rows);
            }
        }
        return rows;
    }
}
