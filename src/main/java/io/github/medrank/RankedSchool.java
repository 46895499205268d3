package io.github.medrank;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A school in a ranking, with its position, its score and an explanation of the score. This is a view, cheap to create.
 */
public final class RankedSchool {
    private final Ranking ranking;
    private final int row;

    RankedSchool(Ranking ranking, int row) {
        this.ranking = ranking;
        this.row = row;
    }

    /** Returns the school. */
    public School school() {
        return ranking.table().schools().get(row);
    }

    /** Returns the position as it is shown. */
    public Position position() {
        return ranking.positionAt(row);
    }

    /** Returns the score as presented, that is, rescaled and rounded. */
    public BigDecimal score() {
        return ranking.scoreAt(row);
    }

    /**
     * Returns the score as it is shown. This is {@link #score()}, except that in a band it may be empty or the range of
     * the band's scores; see {@link BandScores}.
     */
    public String shownScore() {
        return ranking.scoreTextAt(row);
    }

    /** Returns the score before rounding, rescaled if the methodology rescales. */
    public Rational exactScore() {
        return ranking.scores().exact(row);
    }

    /** Returns the cell of an indicator as given to the methodology. */
    public Cell value(Indicator indicator) {
        return ranking.table().column(indicator).cell(row);
    }

    /**
     * Returns the path of an indicator's value from the given cell to its contribution.
     *
     * @throws IllegalArgumentException if the ranking does not have the indicator
     */
    public CellLineage lineage(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        return ranking.lineageAt(row, indicator);
    }

    /** Returns the row of the school in {@link Ranking#table()}. */
    public int row() {
        return row;
    }

    /** Returns an explanation of the score. */
    public Breakdown breakdown() {
        return ranking.breakdownAt(row);
    }

    /** Returns whether the other object is the same school with the same position and score, in any ranking. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankedSchool that
                && school().equals(that.school())
                && position().equals(that.position())
                && score().equals(that.score());
    }

    @Override
    public int hashCode() {
        return school().hashCode();
    }

    /** Returns the position, the school and the score: {@code =26 Cornell University (US) 78.7}. */
    @Override
    public String toString() {
        return position() + " " + school() + " " + score().toPlainString();
    }
}
