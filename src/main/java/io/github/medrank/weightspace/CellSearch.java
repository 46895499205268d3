package io.github.medrank.weightspace;

import io.github.medrank.exact.FractionVector;
import io.github.medrank.weightspace.ExactPlaces.HalfSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The exact search of a box in which few rivals are open. Each rival in turn is either required to be on the wanted
 * side, as a constraint of an exact linear program, or given up.
 *
 * <p>When no rival is left, the point of the program attains the number of rivals counted. If a program has no point,
 * no point of the region satisfies its constraints. A search that ends has therefore found the best or the worst
 * position of the box.
 */
final class CellSearch {
    private final PositionSearch search;
    private final ExactPlaces places;
    private final int school;
    private final boolean best;
    private final Box box;
    private final int[] open;
    private int programs;
    /** The largest number of open rivals that may be given up for a point that improves on all earlier ones. */
    private int allowed;

    CellSearch(PositionSearch search, int school, boolean best, Box box, int[] open) {
        this.search = search;
        this.places = search.places;
        this.school = school;
        this.best = best;
        this.box = box;
        this.open = open;
    }

    /**
     * Searches for points at which at most a number of the open rivals are on the unwanted side.
     *
     * @param most the largest number of rivals on the unwanted side
     * @param budget the largest number of programs to solve
     * @return whether the search was completed
     */
    boolean run(int most, int budget, long units) {
        allowed = most;
        programs = budget;
        return step(new ArrayList<>(places.rounded(school, units)), new boolean[open.length], 0, units);
    }

    int programsLeft() {
        return programs;
    }

    private boolean step(List<HalfSpace> asked, boolean[] decided, int given, long units) {
        if (programs-- <= 0) {
            return false;
        }
        Optional<FractionVector> point = Polytope.inside(search.polytope.deepest(box, asked), asked);
        if (point.isEmpty()) {
            return true;
        }
        search.visit(school, point.get());
        boolean[] mine = decided.clone();
        int lost = given;
        int wrong = 0;
        for (int i = 0; i < open.length; i++) {
            wrong += isWrong(i, point.get()) ? 1 : 0;
        }
        allowed = Math.min(allowed, wrong - 1);
        for (int i = 0; i < open.length && lost <= allowed; i++) {
            if (!mine[i] && isWrong(i, point.get())) {
                mine[i] = true;
                HalfSpace ahead = places.ahead(open[i], school, units);
                List<HalfSpace> more = new ArrayList<>(asked);
                more.add(best ? ahead.other() : ahead);
                if (!step(more, mine, lost, units)) {
                    return false;
                }
                lost++; // given up, wherever it may be
            }
        }
        return true;
    }

    private boolean isWrong(int i, FractionVector point) {
        return places.isAhead(open[i], school, point) == best;
    }
}
