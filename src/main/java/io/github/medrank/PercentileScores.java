package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.github.medrank.exact.Indexes;
import java.math.BigDecimal;
import java.util.Optional;

/** 100 · (worse + equal/2) / all, where a school counts as equal to itself. */
final class PercentileScores implements Scores {
    private final Scores scores;
    private final int[] halves;
    private final int ranked;

    PercentileScores(Scores scores) {
        this.scores = scores;
        int[] places = new int[scores.size()];
        new Placer(places.length, Presentation.exact()).place(scores, places, new double[places.length]);
        Standings standings = new Standings(TieRule.COMPETITION, places.length);
        standings.take(places);
        this.ranked = places.length - standings.size(0);
        this.halves = new int[places.length];
        for (int row = 0; row < places.length; row++) {
            int equal = standings.size(places[row]);
            halves[row] = places[row] == 0 ? -1 : 2 * (ranked - places[row] + 1 - equal) + equal;
        }
    }

    @Override
    public int size() {
        return halves.length;
    }

    @Override
    public void copyTo(double[] approximations) {
        requireNonNull(approximations, "approximations");
        Indexes.room(approximations, halves.length, "scores");
        for (int row = 0; row < halves.length; row++) {
            approximations[row] = halves[row] < 0 ? Double.NaN : 50.0 * halves[row] / ranked;
        }
    }

    @Override
    public double errorBound() {
        return 0x1p-45;
    }

    @Override
    public Rational exact(int row) {
        return Rational.ratio(
                BigDecimal.valueOf(50L * halves[Indexes.check(row, halves.length, "row")]), BigDecimal.valueOf(ranked));
    }

    @Override
    public Optional<String> unranked(int row) {
        return scores.unranked(row);
    }

    @Override
    public ImmutableList<String> warnings() {
        return scores.warnings();
    }
}
