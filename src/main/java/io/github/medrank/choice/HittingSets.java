package io.github.medrank.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds a smallest set that shares a member with each of some sets. A set of up to 64 numbers is the bits of a long.
 */
final class HittingSets {
    private final List<Long> sets = new ArrayList<>();
    private long steps;

    void add(long set) {
        sets.add(set);
        sets.sort(Comparator.comparingInt(Long::bitCount)); // the smallest first: fewest branches
    }

    /**
     * The smallest hitting set, by iterative deepening.
     *
     * @param most the greatest number of branches to visit
     * @return −1 if that was not enough
     */
    long smallest(long most) {
        steps = most;
        for (int size = 0; size <= Long.SIZE; size++) {
            long found = search(0, size);
            if (found >= 0 || steps < 0) {
                return steps < 0 ? -1 : found;
            }
        }
        return -1;
    }

    private long search(long chosen, int left) {
        steps--;
        long missed = 0;
        for (long set : sets) {
            if ((set & chosen) == 0) {
                missed = set;
                break;
            }
        }
        if (missed == 0) {
            return chosen;
        }
        for (long rest = missed; left > 0 && rest != 0 && steps >= 0; rest &= rest - 1) {
            long found = search(chosen | Long.lowestOneBit(rest), left - 1);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
    }
}
