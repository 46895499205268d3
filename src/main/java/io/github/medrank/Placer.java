package io.github.medrank;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Turns scores into competition places, the same for one ranking and for a million draws: one more than the number of
 * schools whose score is better, 0 for a school that is not ranked.
 *
 * <p>Doubles decide wherever their error bound lets them, exact scores elsewhere. Rounded scores are small integers,
 * which need counting and no sort. Reuses its arrays: one per thread.
 */
final class Placer {
    /** Doubles up to here hold every integer, with room to tell a half. */
    private static final double LARGEST_UNITS = 0x1p50;

    private final Presentation presentation;
    private final double[] scores;
    private double[] sorted = new double[0];
    private int[] counts = new int[0];

    Placer(int size, Presentation presentation) {
        this.presentation = presentation;
        this.scores = new double[size];
    }

    /** The best exact score. */
    static ExactScore best(Scores scores) {
        double[] approximate = new double[scores.size()];
        scores.copyTo(approximate);
        double sign = scores.direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
        double top = Double.NEGATIVE_INFINITY;
        for (double score : approximate) {
            top = Math.max(top, Double.isNaN(score) ? top : sign * score);
        }
        double reach = top - 2 * scores.errorBound();
        Comparator<ExactScore> order = scores.direction() == Direction.HIGHER_IS_BETTER
                ? Comparator.naturalOrder()
                : Comparator.reverseOrder();
        return IntStream.range(0, approximate.length)
                .filter(row -> !(sign * approximate[row] < reach)
                        && scores.unranked(row).isEmpty())
                .mapToObj(scores::exact)
                .max(order)
                .orElse(ExactScore.ZERO);
    }

    /** Writes the place of each row. O(n) for rounded scores of a small range, O(n log n) otherwise. */
    void place(Scores given, int[] places) {
        given.copyTo(scores);
        boolean rounds = presentation.decimals().isPresent() && presentation.ranksRounded();
        if (rounds ? roundAll(given) : comparable(given)) {
            if (given.direction() == Direction.LOWER_IS_BETTER) {
                for (int row = 0; row < scores.length; row++) {
                    scores[row] = -scores[row];
                }
            }
            if (rounds) {
                placeUnits(places);
            } else {
                placeSorted(given, places);
            }
        } else {
            placeExactly(given, places, rounds);
        }
    }

    /** Rounds every score to a whole number of units of the last decimal; false where doubles cannot hold them. */
    private boolean roundAll(Scores given) {
        int decimals = presentation.decimals().getAsInt();
        double unit = Math.pow(10, decimals);
        double largest = 0;
        for (double score : scores) {
            largest = Math.max(largest, Math.abs(score * unit)); // NaN stays, and is caught below
        }
        if (Double.isNaN(largest)) {
            if (!comparable(given)) {
                return false;
            }
            largest = 0;
            for (double score : scores) {
                largest = Math.max(largest, Double.isNaN(score) ? 0 : Math.abs(score * unit));
            }
        }
        double error = given.errorBound() * unit * (1 + 0x1p-50) + largest * 0x1p-51;
        if (!(largest < LARGEST_UNITS && error < 0.125)) {
            return false;
        }
        if (isHalf(presentation.rounding())) {
            roundToNearest(given, unit, 0.5 - error);
        } else {
            roundDirected(given, unit, error);
        }
        return true;
    }

    private static boolean isHalf(RoundingMode mode) {
        return mode == RoundingMode.HALF_UP || mode == RoundingMode.HALF_EVEN || mode == RoundingMode.HALF_DOWN;
    }

    /** All three modes agree but at a half; near one, the exact score decides. */
    private void roundToNearest(Scores given, double unit, double nearHalf) {
        for (int row = 0; row < scores.length; row++) {
            double units = scores[row] * unit;
            double nearest = Math.rint(units);
            if (Math.abs(units - nearest) >= nearHalf) {
                nearest = exactUnits(given, row);
            }
            scores[row] = nearest;
        }
    }

    private void roundDirected(Scores given, double unit, double error) {
        RoundingMode mode = presentation.rounding();
        for (int row = 0; row < scores.length; row++) {
            double units = scores[row] * unit;
            boolean near = Math.abs(units - Math.rint(units)) <= error;
            if (near || (mode == RoundingMode.UNNECESSARY && !Double.isNaN(units))) {
                scores[row] = exactUnits(given, row);
            } else {
                boolean down = mode == RoundingMode.FLOOR || mode == (units > 0 ? RoundingMode.DOWN : RoundingMode.UP);
                scores[row] = down ? Math.floor(units) : Math.ceil(units);
            }
        }
    }

    private double exactUnits(Scores given, int row) {
        return presentation.present(given.exact(row)).unscaledValue().doubleValue();
    }

    /** Whether every NaN is a school that is not ranked, and not a sum that overflowed. */
    private boolean comparable(Scores given) {
        for (int row = 0; row < scores.length; row++) {
            if (Double.isNaN(scores[row]) && given.unranked(row).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void placeUnits(int[] places) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double units : scores) {
            least = units < least ? units : least;
            most = units > most ? units : most;
        }
        double range = most - least;
        if (range < 4.0 * scores.length + 4096) {
            countPlaces(places, (int) range, most);
        } else {
            int ranked = sortScores();
            for (int row = 0; row < scores.length; row++) {
                places[row] = Double.isNaN(scores[row]) ? 0 : ranked - lastIndexOf(scores[row], ranked);
            }
        }
    }

    private void countPlaces(int[] places, int range, double most) {
        if (counts.length < range + 2) {
            counts = new int[range + 2];
        } else {
            Arrays.fill(counts, 0, range + 2, 0);
        }
        int[] starts = counts;
        for (double units : scores) {
            if (!Double.isNaN(units)) {
                starts[(int) (most - units) + 1]++;
            }
        }
        starts[0] = 1;
        for (int below = 1; below <= range; below++) {
            starts[below] += starts[below - 1];
        }
        for (int row = 0; row < scores.length; row++) {
            double units = scores[row];
            places[row] = !Double.isNaN(units) ? starts[(int) (most - units)] : 0;
        }
    }

    /** Sorts the ranked scores into {@link #sorted}, rising, and says how many there are. */
    private int sortScores() {
        if (sorted.length < scores.length) {
            sorted = new double[scores.length];
        }
        int ranked = 0;
        for (double score : scores) {
            if (!Double.isNaN(score)) {
                sorted[ranked++] = score + 0.0;
            }
        }
        Arrays.sort(sorted, 0, ranked);
        return ranked;
    }

    private int lastIndexOf(double score, int ranked) {
        int low = 0;
        int high = ranked; // the first index whose score is greater
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    private void placeSorted(Scores given, int[] places) {
        int ranked = sortScores();
        double reach = 2 * given.errorBound();
        boolean close = false;
        for (int i = 1; i < ranked; i++) {
            close |= !(sorted[i] - sorted[i - 1] > reach);
        }
        if (!close) {
            for (int row = 0; row < scores.length; row++) {
                places[row] = Double.isNaN(scores[row]) ? 0 : ranked - lastIndexOf(scores[row], ranked);
            }
            return;
        }
        int[] ends = chainEnds(ranked, reach);
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int row = 0; row < scores.length; row++) {
            if (Double.isNaN(scores[row])) {
                places[row] = 0;
            } else {
                int end = ends[lastIndexOf(scores[row], ranked)];
                places[row] = ranked - end;
                if (end > 0 && ends[end - 1] == end) {
                    groups.computeIfAbsent(ranked - end, place -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        groups.forEach((place, rows) -> placeGroup(rows, place, given, given::exact, places));
    }

    /** For each sorted score the last index of its chain of scores that doubles cannot tell from their neighbours. */
    private int[] chainEnds(int ranked, double reach) {
        int[] ends = new int[ranked];
        for (int i = ranked - 1; i >= 0; i--) {
            boolean chained = i + 1 < ranked && !(sorted[i + 1] - sorted[i] > reach);
            ends[i] = chained ? ends[i + 1] : i;
        }
        return ends;
    }

    private void placeExactly(Scores given, int[] places, boolean rounds) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < scores.length; row++) {
            places[row] = 0;
            if (given.unranked(row).isEmpty()) {
                rows.add(row);
            }
        }
        if (rounds) {
            placeGroup(rows, 1, given, row -> presentation.present(given.exact(row)), places);
        } else {
            placeGroup(rows, 1, given, given::exact, places);
        }
    }

    /** Places rows among themselves, the best of them at the given place. */
    private static <S extends Comparable<S>> void placeGroup(
            List<Integer> rows, int first, Scores given, IntFunction<S> score, int[] places) {
        record Keyed<S extends Comparable<S>>(int row, S score) {}
        Comparator<Keyed<S>> worstFirst = Comparator.comparing(Keyed::score);
        List<Keyed<S>> order = new ArrayList<>(
                rows.stream().map(row -> new Keyed<>(row, score.apply(row))).toList());
        order.sort(given.direction() == Direction.HIGHER_IS_BETTER ? worstFirst.reversed() : worstFirst);
        int place = first;
        for (int i = 0; i < order.size(); i++) {
            if (i > 0 && worstFirst.compare(order.get(i), order.get(i - 1)) != 0) {
                place = first + i;
            }
            places[order.get(i).row()] = place;
        }
    }
}
