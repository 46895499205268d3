package io.github.medrank.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the fewest rows that must be removed so that a rule fits the others.
 *
 * <p>Disjoint contradictions need one removed row each, so their number is a lower bound. The rows of all
 * contradictions are removed, then put back one by one, those that the rule misses least first, until none can be put
 * back. If the two numbers differ, a search follows: one row of each contradiction must be removed.
 */
final class FewestRows {
    private static final int MOST_PROGRAMS = 2_000;

    private final RuleConstraints constraints;
    private final int most;
    private int programs;

    /** Rows that may be removed, and whether it is proven that no fewer suffice. */
    record Removal(Set<Integer> rows, boolean proven) {}

    private FewestRows(RuleConstraints constraints, int most) {
        this.constraints = constraints;
        this.most = most;
    }

    /** The rows that must be removed; empty if there are more than this many. */
    static Optional<Removal> of(RuleConstraints constraints, Set<Integer> contradiction, int most) {
        return new FewestRows(constraints, most).find(contradiction);
    }

    private Optional<Removal> find(Set<Integer> contradiction) {
        Set<Integer> peeled = new TreeSet<>();
        int least = 0;
        for (Optional<Set<Integer>> next = Optional.of(contradiction); next.isPresent(); next = contradiction(peeled)) {
            least++;
            if (least > most || next.get().isEmpty()) {
                return Optional.empty();
            }
            peeled.addAll(next.get());
        }
        Set<Integer> kept = putBack(peeled);
        if (kept.size() == least) {
            return Optional.of(new Removal(kept, true));
        }
        for (int size = least; size < kept.size(); size++) {
            Optional<Set<Integer>> fewer = search(new TreeSet<>(), size);
            if (fewer.isPresent()) {
                return fewer.get().size() > most ? Optional.empty() : Optional.of(new Removal(fewer.get(), true));
            }
            if (programs >= MOST_PROGRAMS) {
                return kept.size() > most ? Optional.empty() : Optional.of(new Removal(kept, false));
            }
        }
        return kept.size() > most ? Optional.empty() : Optional.of(new Removal(kept, true));
    }

    private Optional<Set<Integer>> contradiction(Set<Integer> without) {
        programs++;
        return RuleProgram.of(constraints, without).contradiction();
    }

    private Set<Integer> putBack(Set<Integer> peeled) {
        double[] point = middle(peeled);
        List<Integer> order = new ArrayList<>(peeled);
        double[] misses = new double[order.stream().mapToInt(row -> row).max().orElse(-1) + 1];
        order.forEach(row -> misses[row] = miss(row, point));
        order.sort((a, b) -> Double.compare(misses[a], misses[b]));
        Set<Integer> gone = new TreeSet<>(peeled);
        for (int row : order) {
            gone.remove(row);
            if (contradiction(gone).isPresent()) {
                gone.add(row);
            }
        }
        return gone;
    }

    private double[] middle(Set<Integer> without) {
        RuleProgram program = RuleProgram.of(constraints, without);
        double[] middle = new double[constraints.width()];
        int ends = 0;
        for (int i = 0; i < constraints.weights; i++) {
            for (boolean greatest : new boolean[] {false, true}) {
                Optional<RuleProgram.End> end = program.weight(i, greatest);
                if (end.isPresent()) {
                    double[] point = end.get().point().toDoubles();
                    for (int j = 0; j < point.length; j++) {
                        middle[j] += point[j];
                    }
                    ends++;
                }
            }
        }
        for (int j = 0; j < middle.length; j++) {
            middle[j] /= Math.max(1, ends);
        }
        return middle;
    }

    private double miss(int row, double[] point) {
        double most = 0;
        for (Constraint each : constraints.all) {
            if (each.isOf(row)) {
                double miss = each.bound().doubleValue();
                for (int i = 0; i < point.length; i++) {
                    miss -= each.row()[i].doubleValue() * point[i];
                }
                most = Math.max(most, miss);
            }
        }
        return most;
    }

    /** At most this many rows without which the rule fits; empty if there are none, or the search became too long. */
    private Optional<Set<Integer>> search(Set<Integer> gone, int size) {
        Optional<Set<Integer>> contradiction = contradiction(gone);
        if (contradiction.isEmpty()) {
            return Optional.of(new TreeSet<>(gone));
        }
        if (gone.size() == size) {
            return Optional.empty();
        }
        for (int row : new HashSet<>(contradiction.get())) {
            if (programs >= MOST_PROGRAMS) {
                return Optional.empty();
            }
            gone.add(row);
            Optional<Set<Integer>> found = search(gone, size);
            if (found.isPresent()) {
                return found;
            }
            gone.remove(row);
        }
        return Optional.empty();
    }
}
