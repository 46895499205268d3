package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Rational;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest way to gain enough points if other schools do not move: an integer program with one constraint.
 *
 * <p>The indicator with the most points for its price comes first. Its grid points are tried from the largest useful
 * one down, and the other indicators must gain the rest. A branch is cut if, even at the best remaining price and
 * without regard to the grid, it cannot be cheaper than the best known solution. All computations are on exact
 * fractions.
 */
final class BranchAndBound {
    private static final int MOST = 3_000_000;

    private final ImmutableList<Knob> knobs;
    private final FixedField field;
    private final Goal goal;
    private final ImmutableList<Integer> order;
    private final Rational aim;
    private final ImmutableList<Rational> pointsPerCost;
    private final ImmutableList<Rational> headStart;

    private long @Nullable [] best;
    private BigDecimal bestCost = BigDecimal.ZERO;
    private int nodes;

    BranchAndBound(ImmutableList<Knob> knobs, FixedField field, Goal goal) {
        this.knobs = knobs;
        this.field = field;
        this.goal = goal;
        this.aim = field.leastScore(goal);
        this.pointsPerCost = knobs.stream()
                .map(knob -> field.gain(knob.indicator(), knob.start().add(BigDecimal.ONE))
                        .minus(field.gain(knob.indicator(), knob.start()))
                        .dividedBy(Rational.of(knob.price())))
                .collect(ImmutableList.toImmutableList());
        this.headStart = knobs.stream()
                .map(knob -> positive(field.gain(knob.indicator(), knob.start())))
                .collect(ImmutableList.toImmutableList());
        this.order = IntStream.range(0, knobs.size())
                .boxed()
                .sorted(Comparator.comparing(pointsPerCost::get).reversed().thenComparing(Comparator.naturalOrder()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The cheapest indices; null if no combination reaches the goal. */
    long @Nullable [] cheapest() {
        branch(0, new long[knobs.size()], field.score(CombinedSearch.changes(knobs, new long[0])), BigDecimal.ZERO);
        return best;
    }

    private void branch(int level, long[] indices, Rational score, BigDecimal cost) {
        checkArgument(
                ++nodes <= MOST,
                "more than %s combinations to weigh up; take a coarser grid, tighter bounds or fewer indicators",
                MOST);
        int knob = order.get(level);
        if (level == knobs.size() - 1) {
            long index = leastReaching(knob, indices, score);
            if (index <= knobs.get(knob).count()) {
                keep(indices, knob, index, cost.add(knobs.get(knob).cost(index)));
            }
            return;
        }
        long most = goal.isMonotone()
                ? Math.min(leastReaching(knob, indices, score), knobs.get(knob).count())
                : knobs.get(knob).count();
        for (long index = most; index >= 0; index--) {
            Rational then = score.plus(gain(knob, index));
            BigDecimal paid = cost.add(knobs.get(knob).cost(index));
            Rational open = open(level + 1, then);
            if (!isHopeless(level + 1, open, paid)) {
                indices[knob] = index;
                branch(level + 1, indices, then, paid);
            } else if (open.signum() > 0) {
                break; // less of the best indicator and more of worse ones only costs more from here on
            }
        }
        indices[knob] = 0;
    }

    /** The points still to gain, minus those that the remaining knobs gain for nothing. */
    private Rational open(int level, Rational score) {
        Rational open = aim.minus(score);
        for (int later = level; later < order.size(); later++) {
            open = open.minus(headStart.get(order.get(later)));
        }
        return open;
    }

    /** Whether the points still to gain, at the best remaining price, cost as much as the best known solution. */
    private boolean isHopeless(int level, Rational open, BigDecimal paid) {
        if (best == null) {
            return false;
        }
        Rational budget = Rational.of(bestCost.subtract(paid));
        return budget.signum() <= 0
                || (open.signum() > 0 && open.compareTo(budget.times(pointsPerCost.get(order.get(level)))) >= 0);
    }

    /** The least index that reaches the goal without moving any further knob; count + 1 if none does. */
    private long leastReaching(int knob, long[] indices, Rational score) {
        long count = knobs.get(knob).count();
        if (goal.isReachedBy(standing(knob, indices, 0, score))) {
            return 0;
        }
        String what = knobs.get(knob).indicator().id();
        Goal place = goal.isMonotone() ? goal : Goal.position(goal.place());
        long from = Search.first(count, true, what, index -> place.isReachedBy(standing(knob, indices, index, score)));
        return goal.isMonotone()
                ? from
                : from
                        - 1
                        + Search.first(
                                count - from + 1,
                                false,
                                what,
                                index -> goal.isReachedBy(standing(knob, indices, from - 1 + index, score)));
    }

    /** The school's standing with one more knob moved; which knobs are moved matters if they break ties. */
    private Standing standing(int knob, long[] indices, long index, Rational score) {
        Rational then = score.plus(gain(knob, index));
        if (!field.breaksTies()) {
            return field.at(then, ImmutableMap.of());
        }
        long[] turned = indices.clone();
        turned[knob] = index;
        return field.at(then, CombinedSearch.changes(knobs, turned));
    }

    private Rational gain(int knob, long index) {
        return index == 0
                ? Rational.ZERO
                : field.gain(knobs.get(knob).indicator(), knobs.get(knob).value(index));
    }

    private void keep(long[] indices, int knob, long index, BigDecimal cost) {
        if (best == null || cost.compareTo(bestCost) < 0) {
            best = indices.clone();
            best[knob] = index;
            bestCost = cost;
        }
    }

    private static Rational positive(Rational score) {
        return score.signum() > 0 ? score : Rational.ZERO;
    }
}
