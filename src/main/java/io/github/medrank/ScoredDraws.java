package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/** Draws that score, rescale and place; allocates nothing per draw if the scorer and the rescaling do not. */
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
        checkArgument(shares.length == width, "%s shares for %s indicators", shares.length, width);
        checkArgument(positions.length == table.size(), "%s positions for %s schools", positions.length, table.size());
        checkArgument(scores.length == table.size(), "%s scores for %s schools", scores.length, table.size());
        placer.place(presentation.rescaling().apply(scorer.score(shares)), positions, scores);
        TieBreaks.apply(presentation.tieBreakers(), table, positions);
        if (presentation.ties() != TieRule.COMPETITION) {
            standings.apply(positions, presentation.ties() == TieRule.ORDINAL ? table.listing() : new int[0]);
        }
    }
}
