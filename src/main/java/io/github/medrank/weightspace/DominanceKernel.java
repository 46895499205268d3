package io.github.medrank.weightspace;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares all pairs of schools at once.
 *
 * <p>The schools are sorted by their scores at one inner point of the region, because of two schools only one that is
 * not behind there can dominate. A lead is smallest at a corner of the region. If a box has few corners, each school's
 * scores at all of them are computed once, and a pair costs one pass over two short columns, which the machine
 * vectorises. If it has many, or other constraints, {@link PairExtremes} finds the smallest lead of each pair. What
 * doubles cannot decide is decided exactly.
 */
final class DominanceKernel {
    private static final int MOST_CORNERS = 64;

    private final LinearModel model;
    private final Polytope polytope;
    private final Box box;
    private final int n;
    private final double error;
    private final int[] order;
    private final double[] scores;
    private final long[][] bits;

    DominanceKernel(LinearModel model, Polytope polytope) {
        this.model = model;
        this.polytope = polytope;
        this.box = polytope.box();
        this.n = model.size();
        this.error = model.error();
        double[] unordered = scoresAt(polytope.inner());
        this.order = IntStream.range(0, n)
                .boxed()
                .sorted((a, b) -> Double.compare(unordered[b], unordered[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.scores = IntStream.of(order).mapToDouble(row -> unordered[row]).toArray();
        this.bits = new long[n][(n + 63) >> 6];
    }

    RobustDominance run() {
        List<BigDecimal[]> corners = polytope.isBox() ? box.corners(MOST_CORNERS) : List.of();
        if (corners.isEmpty()) {
            byPairs();
        } else {
            byCorners(corners);
        }
        int[] places = new int[n];
        for (int place = 0; place < n; place++) {
            places[order[place]] = place;
        }
        return new RobustDominance(
                model.ranking(),
                polytope.region(),
                places,
                Arrays.stream(bits).map(BitSet::valueOf).collect(ImmutableList.toImmutableList()));
    }

    private double[] scoresAt(double[] point) {
        double[] at = new double[n];
        for (int row = 0; row < n; row++) {
            for (int i = 0; i < point.length; i++) {
                at[row] += point[i] * model.value(row, i);
            }
        }
        return at;
    }

    private void byCorners(List<BigDecimal[]> corners) {
        double[][] columns = new double[corners.size()][n];
        for (int c = 0; c < columns.length; c++) {
            double[] unordered = scoresAt(Box.doubles(corners.get(c)));
            for (int place = 0; place < n; place++) {
                columns[c][place] = unordered[order[place]];
            }
        }
        double[] least = new double[n];
        for (int a = 0; a < n; a++) {
            leastLeads(columns, a, least);
            mark(a, least);
        }
    }

    /** The smallest lead of one school over each school that follows it in the order. */
    private static void leastLeads(double[][] columns, int a, double[] least) {
        double[] first = columns[0];
        double mine = first[a];
        for (int b = a + 1; b < least.length; b++) {
            least[b] = mine - first[b];
        }
        for (int c = 1; c < columns.length; c++) {
            double[] column = columns[c];
            double own = column[a];
            for (int b = a + 1; b < least.length; b++) {
                least[b] = Math.min(least[b], own - column[b]);
            }
        }
    }

    /** Has no branch that the machine could mispredict: the sign of the lead minus the error is its bit. */
    private void mark(int a, double[] least) {
        double sure = error;
        int b = a + 1;
        for (; b < n && !(scores[b] < scores[a] - error); b++) {
            decideClose(a, b, neverBehind(a, b), neverBehind(b, a));
        }
        long[] row = bits[a];
        long word = 0;
        for (; b < n; b++) {
            double lead = least[b];
            word |= (Double.doubleToRawLongBits(sure - lead) >>> 63) << b;
            if (Math.abs(lead) <= sure && neverBehind(a, b)) {
                word |= 1L << b;
            }
            if ((b & 63) == 63) {
                row[b >> 6] |= word;
                word = 0;
            }
        }
        row[row.length - 1] |= word;
    }

    private boolean neverBehind(int a, int b) {
        return box.least(model.exactDifference(order[a], order[b])).signum() >= 0;
    }

    /** Decides exactly which of two schools is ahead anywhere, if they are level at the inner point up to rounding. */
    private void decideClose(int a, int b, boolean aNeverBehind, boolean bNeverBehind) {
        if (aNeverBehind && !bNeverBehind) {
            bits[a][b >> 6] |= 1L << (b & 63);
        } else if (bNeverBehind && !aNeverBehind) {
            bits[b][a >> 6] |= 1L << (a & 63);
        }
    }

    private void byPairs() {
        PairExtremes extremes = new PairExtremes(model, polytope);
        for (int a = 0; a < n; a++) {
            for (int b = a + 1; b < n; b++) {
                boolean close = !(scores[b] < scores[a] - error);
                boolean aNeverBehind = extremes.neverBehind(order[a], order[b]);
                decideClose(a, b, aNeverBehind, close && extremes.neverBehind(order[b], order[a]));
            }
        }
    }
}
