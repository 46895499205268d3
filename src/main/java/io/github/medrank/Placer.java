package io.github.medrank;

import com.google.common.math.LongMath;
import io.github.medrank.exact.Decimals;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Converts scores to competition places, for one ranking or for a million draws. A place is one more than the number of
 * schools with a better score, or 0 for a school that is not ranked.
 *
 * <p>Doubles decide wherever their error bound allows, exact scores elsewhere. Rounded scores are small integers, which
 * are counted rather than sorted. The range of bins is taken from the previous draw, and is determined anew only if a
 * score falls outside it. Exact scores are sorted. The arrays are reused: use one instance per thread.
 */
final class Placer {
    /** Up to here doubles represent every integer, and halves besides. */
    private static final double LARGEST_UNITS = 0x1p50;
    /** Up to here an int numbers the bins, even for a score that is far outside their range. */
    private static final double LARGEST_BINNED = 0x1p28;

    /** Whole numbers up to here can be doubled in a long. */
    private static final double LARGEST_WHOLE = 0x1p61;

    /** Adding this to a small double leaves the nearest integer, ties to even, in the last bits of the sum. */
    private static final double ROUNDS = 0x1.8p52;

    private static final long ROUNDED_ZERO = Double.doubleToRawLongBits(ROUNDS);
    /** So large that its bits minus those of {@link #ROUNDS} exceed an int. */
    private static final double FAR = 0x1p60;

    private final Presentation presentation;
    private final int size;
    /** The bin of each row, plus {@link #ROUNDS}; empty until scores are rounded. */
    private double[] roundedBins = new double[0];

    private final double unit;
    private final double shiftAbove;
    private final double shiftBelow;
    private final boolean sameOnBothSides;

    /**
     * The number of schools with each rounded score, best score first; the first element counts schools that are not
     * ranked. The length is a power of two, so that a masked index needs no range check.
     */
    private int[] bins = new int[0];

    /** Whether anything was counted since the bins were made; zeroing small tables' bins twice is felt. */
    private boolean binsUsed;

    /** The bin of a rounded score of zero. */
    private int zeroBin;

    /** The current scores as doubles. */
    private double[] scores = new double[0];

    /** A whole number that turns the current exact scores into whole numbers; 0 if none is known. */
    private long denominator;

    private @Nullable ScoreSort sorter;

    /** The keys to sort by, if these are not the scores themselves. */
    private double[] keys = new double[0];

    Placer(int size, Presentation presentation) {
        this.presentation = presentation;
        this.size = size;
        this.unit = Decimals.power(presentation.decimals().orElse(0));
        this.shiftAbove = shift(presentation.rounding(), RoundingMode.DOWN, RoundingMode.UP);
        this.shiftBelow = shift(presentation.rounding(), RoundingMode.UP, RoundingMode.DOWN);
        this.sameOnBothSides = shiftAbove == shiftBelow;
    }

    /** The shift that turns a directed rounding into rounding to nearest, which decides all but exact integers. */
    private static double shift(RoundingMode mode, RoundingMode towardsFloor, RoundingMode towardsCeiling) {
        if (mode == RoundingMode.FLOOR || mode == towardsFloor) {
            return -0.5;
        }
        return mode == RoundingMode.CEILING || mode == towardsCeiling ? 0.5 : 0;
    }

    /**
     * Writes the place and the score of each row; the score is NaN if the row is not ranked. O(n) typically, O(n log n)
     * for exact scores that are close together.
     */
    void place(Scores given, int[] places, double[] approximate) {
        scores = approximate;
        given.copyTo(approximate);
        // The nearest whole number is the exact one if the error is below a half.
        denominator = given.errorBound() * given.denominator() < 0.25 ? given.denominator() : 0;
        boolean rounds = presentation.decimals().isPresent() && presentation.ranksRounded();
        if (!(rounds ? placeRounded(given, places) : placeSorted(given, places))) {
            placeExactly(given, places, rounds);
        }
    }

    // ---- rounded scores ----

    /** Places by rounded scores; returns false if doubles cannot represent them. */
    private boolean placeRounded(Scores given, int[] places) {
        if (binAll(given)) {
            countPlaces(places);
            return true;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        boolean gaps = false;
        for (double score : scores) {
            least = score < least ? score : least;
            most = score > most ? score : most;
            gaps |= Double.isNaN(score);
        }
        if (gaps && !comparable(given)) {
            return false;
        }
        double largest = Math.max(Math.abs(least), Math.abs(most)) * unit + 1;
        boolean binned = sameOnBothSides && largest < LARGEST_BINNED;
        if (binned && most >= least && (most - least) * unit < 4.0 * scores.length + 4096) {
            spread(given.direction(), Math.floor(least * unit) - 1, Math.ceil(most * unit) + 1);
            if (binAll(given)) {
                countPlaces(places);
                return true;
            }
        }
        double error = error(given, largest);
        if (!(largest < LARGEST_UNITS && error < 0.125)) {
            return false;
        }
        int sign = sign(given);
        double[] keys = keys();
        for (int row = 0; row < keys.length; row++) {
            double shifted = shifted(scores[row] * unit);
            double nearest = Math.rint(shifted);
            boolean clear = Math.abs(shifted - nearest) < 0.5 - margin(error);
            keys[row] = clear || Double.isNaN(shifted) ? sign * nearest : sign * exactUnits(given, row);
        }
        placeSorted(given, keys, true, places);
        return true;
    }

    /**
     * Spreads bins from the worst to the best score; if those were too few before, adds a quarter as many on each side.
     */
    private void spread(Direction direction, double least, double most) {
        int margin = bins.length == 0 ? 1 : (int) (most - least) / 4 + 1;
        zeroBin = 1 + margin + (int) (direction == Direction.HIGHER_IS_BETTER ? most : -least);
        int width = (int) (most - least) + 2 * margin + 2;
        bins = new int[Integer.highestOneBit(width - 1) << 1];
        binsUsed = false;
    }

    /** The possible error of a score in units of the last decimal, given the largest absolute score. */
    private double error(Scores given, double largest) {
        return given.errorBound() * unit * (1 + 0x1p-50) + largest * 0x1p-50;
    }

    /** The margin around a half within which doubles cannot decide; infinite if no double can. */
    private double margin(double error) {
        return presentation.rounding() == RoundingMode.UNNECESSARY ? Double.POSITIVE_INFINITY : error;
    }

    private double shifted(double units) {
        return units + (units >= 0 ? shiftAbove : shiftBelow);
    }

    /**
     * Rounds every score and counts it in its bin; returns false if a score has no bin. These are the loops of every
     * draw of rounded scores.
     *
     * <p>The first loop handles only doubles, so that the compiler vectorises it. The second one has no branch: a score
     * that doubles cannot round is counted in a wrong bin, and moved to the right one afterwards.
     */
    private boolean binAll(Scores given) {
        int end = bins.length;
        double error = error(given, Math.max(end, Math.max(Math.abs(zeroBin), Math.abs(zeroBin - end))));
        if (!(error < 0.125) || end == 0) {
            return false;
        }
        roundedBins = roundedBins.length < size ? new double[size] : roundedBins;
        round(sign(given), margin(error));
        return countAll() || moveDoubtful(given);
    }

    private void round(int sign, double margin) {
        double[] rounded = roundedBins;
        double binsPerScore = -sign * unit;
        double low = zeroBin - sign * shiftAbove - margin;
        double high = zeroBin - sign * shiftAbove + margin;
        for (int row = 0; row < rounded.length; row++) {
            double bin = scores[row] * binsPerScore;
            rounded[row] = rounded(bin + low, bin + high);
        }
    }

    /** Counts all scores; returns false if some may have been counted in a wrong bin. */
    private boolean countAll() {
        double[] rounded = roundedBins;
        int[] counts = bins;
        if (binsUsed) {
            Arrays.fill(counts, 0);
        }
        binsUsed = true;
        int mask = counts.length - 1;
        long any = 0;
        for (int row = 0; row < rounded.length; row++) {
            long bin = bin(rounded[row]);
            any |= bin;
            counts[(int) bin & mask]++;
        }
        return (any & ~mask) == 0 && counts[0] == 0;
    }

    /** Moves the scores that doubles could not round to their bins; returns false if one has no bin. */
    private boolean moveDoubtful(Scores given) {
        int mask = bins.length - 1;
        for (int row = 0; row < size; row++) {
            long bin = bin(roundedBins[row]);
            if (bin <= 0 || bin > mask) {
                int exact = exactBin(given, row);
                if (exact < 0) {
                    return false;
                }
                bins[(int) bin & mask]--;
                bins[exact]++;
                roundedBins[row] = ROUNDS + exact;
            }
        }
        return true;
    }

    /**
     * {@link #ROUNDS} plus the nearest integer, if that is the same for all numbers from the low to the high one;
     * otherwise {@link #FAR}.
     */
    private static double rounded(double low, double high) {
        double least = low + ROUNDS;
        double most = high + ROUNDS;
        return least + (most - least) * FAR;
    }

    /** The integer in such a sum; outside the range of ints if the sum is {@link #FAR}, too large, infinite or NaN. */
    private static long bin(double rounded) {
        return Double.doubleToRawLongBits(rounded) - ROUNDED_ZERO;
    }

    /** The bin of a row whose double is too near a half, or is not a score; −1 if the row has no bin. */
    private int exactBin(Scores given, int row) {
        if (Double.isNaN(scores[row])) {
            return given.unranked(row).isPresent() ? 0 : -1;
        }
        double bin = zeroBin - sign(given) * exactUnits(given, row);
        return bin > 0 && bin < bins.length ? (int) bin : -1;
    }

    private double exactUnits(Scores given, int row) {
        if (denominator > 0) {
            long whole = (long) Math.rint(scores[row] * denominator);
            if (Math.abs(whole) < LARGEST_WHOLE / unit) {
                return LongMath.divide(whole * (long) unit, denominator, presentation.rounding());
            }
        }
        return presentation.present(given.exact(row)).unscaledValue().doubleValue();
    }

    /** Sums up the places of the bins, two at a time since each sum waits for the last, and looks up each row's. */
    private void countPlaces(int[] places) {
        int[] starts = bins;
        int last = places.length - starts[0];
        int next = 1;
        starts[0] = 0;
        for (int bin = 0; bin < starts.length - 1 && next <= last; bin += 2) {
            int here = starts[bin];
            int both = here + starts[bin + 1];
            starts[bin] = next;
            starts[bin + 1] = next + here;
            next += both;
        }
        starts[0] = 0;
        int mask = starts.length - 1;
        for (int row = 0; row < places.length; row++) {
            places[row] = starts[(int) Double.doubleToRawLongBits(roundedBins[row]) & mask];
        }
    }

    // ---- scores as they are ----

    private double[] keys() {
        keys = keys.length < scores.length ? new double[scores.length] : keys;
        return keys;
    }

    private static int sign(Scores given) {
        return given.direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
    }

    /** Whether every NaN is a school that is not ranked, rather than a sum that overflowed. */
    private boolean comparable(Scores given) {
        for (int row = 0; row < scores.length; row++) {
            if (Double.isNaN(scores[row]) && given.unranked(row).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Places by the doubles if they differ by more than their error; returns false if a double cannot be relied on. */
    private boolean placeSorted(Scores given, int[] places) {
        double[] keys = scores;
        double perKey = sign(given) * Math.max(denominator, 1);
        if (perKey != 1) {
            keys = keys();
            for (int row = 0; row < keys.length; row++) {
                keys[row] = denominator > 0 ? Math.rint(scores[row] * perKey) : -scores[row];
            }
        }
        return placeSorted(given, keys, denominator > 0, places);
    }

    /**
     * Places by keys, largest first, which are exact or have the error of the scores; returns false if a double cannot
     * be relied on.
     */
    private boolean placeSorted(Scores given, double[] keys, boolean exact, int[] places) {
        ScoreSort known = sorter;
        ScoreSort sort = known == null ? new ScoreSort(keys.length) : known;
        sorter = sort;
        int ranked = sort.sort(keys, exact ? 0 : 2 * given.errorBound(), given, places);
        if (ranked < keys.length) {
            if (!comparable(given)) {
                return false;
            }
            for (int row = 0; row < keys.length; row++) {
                places[row] = Double.isNaN(keys[row]) ? 0 : places[row];
            }
        }
        placeChains(given, sort, ranked, exact, places);
        return true;
    }

    /** Places chains of scores, each equal to the next or too close to it for doubles to decide. */
    private static void placeChains(Scores given, ScoreSort sort, int ranked, boolean equal, int[] places) {
        int count = sort.findNear();
        boolean[] alike = sort.alike(given, equal);
        for (int i = 0; i < count; i++) {
            int from = sort.nearRank(i);
            int to = from + 1;
            boolean tied = alike[i];
            while (i + 1 < count && sort.nearRank(i + 1) == to) {
                to++;
                i++;
                tied &= alike[i];
            }
            if (tied) {
                for (int rank = from; rank <= to; rank++) {
                    places[sort.row(rank)] = ranked - to;
                }
                if (!equal) {
                    sort.areAlike(from, to);
                }
            } else {
                List<Integer> rows =
                        IntStream.rangeClosed(from, to).mapToObj(sort::row).toList();
                placeGroup(rows, ranked - to, given, given::exact, places);
            }
        }
    }

    // ---- exact scores ----

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

    /** Places rows relative to each other; the best of them gets the given place. */
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
