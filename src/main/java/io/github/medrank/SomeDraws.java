package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Draws over the eligible rows of a larger table. */
final class SomeDraws implements Draws {
    private final Draws draws;
    private final int[] rows;
    private final int size;
    private final int[] positions;
    private final double[] scores;

    SomeDraws(Draws draws, int[] rows, int size) {
        this.draws = draws;
        this.rows = rows;
        this.size = size;
        this.positions = new int[rows.length];
        this.scores = new double[rows.length];
    }

    @Override
    public void positions(double[] shares, int[] all) {
        checkArgument(all.length == size, "%s positions for %s schools", all.length, size);
        draws.positions(shares, positions);
        spread(all);
    }

    @Override
    public void positions(double[] shares, int[] all, double[] allScores) {
        checkArgument(all.length == size, "%s positions for %s schools", all.length, size);
        checkArgument(allScores.length == size, "%s scores for %s schools", allScores.length, size);
        draws.positions(shares, positions, scores);
        spread(all);
        Arrays.fill(allScores, Double.NaN);
        IntStream.range(0, rows.length).forEach(i -> allScores[rows[i]] = scores[i]);
    }

    private void spread(int[] all) {
        Arrays.fill(all, 0);
        IntStream.range(0, rows.length).forEach(i -> all[rows[i]] = positions[i]);
    }
}
