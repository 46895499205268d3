package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Longs;
import io.github.medrank.Indicator;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Tries combinations of several indicators in order of cost, each once. The first one that reaches the goal is the
 * cheapest, for any methodology.
 */
final class CombinedSearch {
    private static final int MOST = 100_000;

    private final ImmutableList<Knob> knobs;
    private final Field field;
    private final Goal goal;

    /** Grid indices, their cost, and the last knob that was moved, so that every combination has one parent. */
    private static final class Node {
        static final Comparator<Node> CHEAPEST = Comparator.<Node, BigDecimal>comparing(node -> node.cost)
                .thenComparing(node -> node.indices, Longs.lexicographicalComparator());

        final BigDecimal cost;
        final long[] indices;
        final int last;

        Node(BigDecimal cost, long[] indices, int last) {
            this.cost = cost;
            this.indices = indices;
            this.last = last;
        }
    }

    CombinedSearch(ImmutableList<Knob> knobs, Field field, Goal goal) {
        this.knobs = knobs;
        this.field = field;
        this.goal = goal;
    }

    /** The cheapest indices; null if no combination reaches the goal. */
    long @Nullable [] cheapest() {
        if (field.isMonotone() && goal.isMonotone() && !reaches(most(knobs))) {
            return null;
        }
        PriorityQueue<Node> open = new PriorityQueue<>(Node.CHEAPEST);
        open.add(new Node(BigDecimal.ZERO, new long[knobs.size()], 0));
        int tried = 0;
        for (Node node = open.poll(); node != null; node = open.poll()) {
            if (reaches(node.indices)) {
                return node.indices;
            }
            checkArgument(
                    ++tried <= MOST,
                    "more than %s combinations to rank; take a coarser grid, tighter bounds or fewer indicators",
                    MOST);
            for (int i = node.last; i < knobs.size(); i++) {
                if (node.indices[i] < knobs.get(i).count()) {
                    open.add(turned(node, i));
                }
            }
        }
        return null;
    }

    private Node turned(Node node, int knob) {
        long[] indices = node.indices.clone();
        Knob turned = knobs.get(knob);
        BigDecimal cost = node.cost.subtract(turned.cost(indices[knob])).add(turned.cost(indices[knob] + 1));
        indices[knob]++;
        return new Node(cost, indices, knob);
    }

    private boolean reaches(long[] indices) {
        return goal.isReachedBy(field.with(changes(knobs, indices)));
    }

    static long[] most(ImmutableList<Knob> knobs) {
        return knobs.stream().mapToLong(Knob::count).toArray();
    }

    /** The best place that any combination reaches; 0 if the school is not ranked with any. */
    static int bestPlace(ImmutableList<Knob> knobs, Field field) {
        if (field.isMonotone()) {
            return field.with(changes(knobs, most(knobs))).place();
        }
        int best = 0;
        for (long[] indices = new long[knobs.size()]; indices.length > 0; indices = next(knobs, indices)) {
            int place = field.with(changes(knobs, indices)).place();
            best = place > 0 && (best == 0 || place < best) ? place : best;
        }
        return best;
    }

    /** The next combination, counted like an odometer; an empty array after the last. */
    private static long[] next(ImmutableList<Knob> knobs, long[] indices) {
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] < knobs.get(i).count()) {
                indices[i]++;
                return indices;
            }
            indices[i] = 0;
        }
        return new long[0];
    }

    static ImmutableMap<Indicator, BigDecimal> changes(ImmutableList<Knob> knobs, long[] indices) {
        ImmutableMap.Builder<Indicator, BigDecimal> changes = ImmutableMap.builder();
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] > 0) {
                changes.put(knobs.get(i).indicator(), knobs.get(i).value(indices[i]));
            }
        }
        return changes.buildOrThrow();
    }
}
