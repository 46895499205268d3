package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Draws that score, rescale and place. They allocate nothing per draw if the scorer and the rescaling do not. */
final class ScoredDraws implements Draws {
    private final IndicatorTable table;
    private final int width;
    private final Scorer scorer;
    private final Presentation presentation;
    private final Placer placer;
    private final Standings standings;
    private final double[] ownScores;

    ScoredDraws(IndicatorTable table, ImmutableList<Indicator> order, Scorer scorer, Presentation presentation) {
        checkArgument(
                presentation.ties() != TieRule.FRACTIONAL,
                "positions of draws are whole numbers; give the presentation another tie rule than FRACTIONAL");
        this.table = table;
        this.width = order.size();
        this.scorer = scorer;
        this.presentation = presentation;
        this.placer = new Placer(table.size(), presentation);
        this.standings = new Standings(presentation.ties(), table.size());
        this.ownScores = new double[table.size()];
    }

    @Override
    public void positions(double[] shares, int[] positions) {
        positions(shares, positions, ownScores);
    }

    @Override
    public void positions(double[] shares, int[] positions, double[] scores) {
        requireNonNull(shares, "shares");
        requireNonNull(positions, "positions");
        requireNonNull(scores, "scores");
        checkArgument(shares.length == width, "%s shares for %s indicators", shares.length, width);
        checkArgument(positions.length == table.size(), "%s positions for %s schools", positions.length, table.size());
        checkArgument(scores.length == table.size(), "%s scores for %s schools", scores.length, table.size());
        placer.place(presentation.rescaling().apply(scorer.score(shares)), positions, scores);
        TieBreaks.apply(presentation.tieBreakers(), table, positions);
        if (presentation.ties() != TieRule.COMPETITION) {
            standings.apply(positions, presentation.ties() == TieRule.ORDINAL ? table.listing() : new int[0]);
        }
    }

    /** Spreads draws over the eligible rows of a larger table; the other rows get position 0. */
    static Draws spread(Draws draws, int[] rows, int size) {
        return new Spread(draws, rows, size);
    }

    private static final class Spread implements Draws {
        private final Draws draws;
        private final int[] rows;
        private final int size;
        private final int[] positions;
        private final double[] scores;

        Spread(Draws draws, int[] rows, int size) {
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
}
