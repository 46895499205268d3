package io.github.medrank.choice;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.LinearProgram;
import io.github.medrank.weightspace.LinearConstraint;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Decides by exact linear programs which statements contradict each other.
 *
 * <p>Every smallest contradicting set shares a member with every set whose withdrawal leaves the rest consistent, and
 * vice versa. A smallest hitting set of the known sets is therefore either the set sought or reveals another known set:
 * the implicit hitting sets of Ignatiev, Previti, Liffiton and Marques-Silva (2015).
 */
final class Consistency {
    /** The limit of linear programs for one answer. Twenty statements never reach it. */
    static final int MOST_PROGRAMS = 5000;

    private static final long MOST_BRANCHES = 2_000_000;

    private final ImmutableList<Indicator> indicators;
    private final ImmutableList<Statement> statements;
    private final Map<Long, Boolean> known = new HashMap<>();

    Consistency(ImmutableList<Indicator> indicators, ImmutableList<Statement> statements) {
        this.indicators = indicators;
        this.statements = statements;
    }

    Optional<Contradiction> contradiction() {
        long all = statements.size() == Long.SIZE ? -1 : (1L << statements.size()) - 1;
        if (isConsistent(all)) {
            return Optional.empty();
        }
        Found smallest = smallestContradiction(all);
        Found withdrawal = smallestWithdrawal(all);
        return Optional.of(
                new Contradiction(chosen(smallest.set), chosen(withdrawal.set), smallest.proven, withdrawal.proven));
    }

    private record Found(long set, boolean proven) {}

    /** Grows each consistent guess until nothing can be added; the complement is one more set to hit. */
    private Found smallestContradiction(long all) {
        HittingSets withdrawals = new HittingSets();
        while (known.size() < MOST_PROGRAMS) {
            long guess = withdrawals.smallest(MOST_BRANCHES);
            if (guess < 0) {
                break;
            }
            if (!isConsistent(guess)) {
                return new Found(guess, true);
            }
            withdrawals.add(all & ~grown(guess, all));
        }
        return new Found(shrunk(all), false);
    }

    /**
     * Works the other way round: the statements left after a guess is withdrawn contradict each other, and shrink to
     * one more set to hit.
     */
    private Found smallestWithdrawal(long all) {
        HittingSets contradictions = new HittingSets();
        int most = known.size() + MOST_PROGRAMS;
        while (known.size() < most) {
            long guess = contradictions.smallest(MOST_BRANCHES);
            if (guess < 0) {
                break;
            }
            if (isConsistent(all & ~guess)) {
                return new Found(guess, true);
            }
            contradictions.add(shrunk(all & ~guess));
        }
        return new Found(all & ~grown(0, all), false);
    }

    private long grown(long consistent, long all) {
        long set = consistent;
        for (long rest = all & ~consistent; rest != 0; rest &= rest - 1) {
            long more = set | Long.lowestOneBit(rest);
            set = isConsistent(more) ? more : set;
        }
        return set;
    }

    private long shrunk(long contradicting) {
        long set = contradicting;
        for (long rest = contradicting; rest != 0; rest &= rest - 1) {
            long less = set & ~Long.lowestOneBit(rest);
            set = isConsistent(less) ? set : less;
        }
        return set;
    }

    private ImmutableList<Statement> chosen(long set) {
        return IntStream.range(0, statements.size())
                .filter(i -> (set >> i & 1) == 1)
                .mapToObj(statements::get)
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isConsistent(long set) {
        return known.computeIfAbsent(set, key -> isConsistent(chosen(key)));
    }

    /** Whether some weights satisfy all statements, the strict ones by a margin above zero. */
    private boolean isConsistent(ImmutableList<Statement> some) {
        int width = indicators.size();
        LinearProgram.Builder program = LinearProgram.builder(width + 1);
        BigDecimal[] ones = new BigDecimal[width + 1];
        Arrays.fill(ones, BigDecimal.ONE);
        ones[width] = BigDecimal.ZERO;
        BigDecimal[] margin = new BigDecimal[width + 1];
        Arrays.fill(margin, BigDecimal.ZERO);
        margin[width] = BigDecimal.ONE;
        program.equal(BigDecimal.ONE, ones).atMost(BigDecimal.ONE, margin);
        for (Statement each : some) {
            for (LinearConstraint constraint : each.constraints()) {
                program.atMost(Decimals.of(constraint.bound()), row(constraint, each.isStrict()));
            }
        }
        return program.build().maximise(margin) instanceof LinearProgram.Optimal most
                && most.value().signum() > 0;
    }

    private BigDecimal[] row(LinearConstraint constraint, boolean strict) {
        BigDecimal[] row = new BigDecimal[indicators.size() + 1];
        for (int i = 0; i < indicators.size(); i++) {
            Double factor = constraint.coefficients().get(indicators.get(i));
            row[i] = factor == null ? BigDecimal.ZERO : Decimals.of(factor);
        }
        row[indicators.size()] = strict ? BigDecimal.ONE : BigDecimal.ZERO;
        return row;
    }
}
