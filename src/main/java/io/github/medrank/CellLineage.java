package io.github.medrank;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The path of one value through the steps of a methodology. A cell that is or was missing keeps the reason.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var table = IndicatorTable.builder(papers).row(School.of("Oxford"), 50).row(School.of("Yale"), 4)
 *         .build();
 * var method = Methodology.builder("Papers").normalizer(Normalizers.percentOfMaximum())
 *         .ranker(Rankers.weightedMean())
 *         .build();
 * var path = method.rank(table).of("Yale").lineage(papers);
 * path // ==> Yale, papers: given 4 → treated 4 → normalized 8 → filled 8 → points 1 → contribution 8
 * }</pre>
 */
@Immutable
public final class CellLineage {
    private final School school;
    private final Cell given;
    private final Cell treated;
    private final Cell normalized;
    private final Contribution contribution;

    private CellLineage(School school, Cell given, Cell treated, Cell normalized, Contribution contribution) {
        this.school = school;
        this.given = given;
        this.treated = treated;
        this.normalized = normalized;
        this.contribution = contribution;
    }

    static CellLineage of(Lineage lineage, int row, Contribution contribution) {
        Indicator indicator = contribution.indicator();
        return new CellLineage(
                lineage.given().schools().get(row),
                lineage.given().column(indicator).cell(row),
                lineage.treated().column(indicator).cell(row),
                lineage.normalized().column(indicator).cell(row),
                contribution);
    }

    /** Returns the school. */
    public School school() {
        return school;
    }

    /** Returns the indicator. */
    public Indicator indicator() {
        return contribution.indicator();
    }

    /** Returns the cell as it was given to the methodology. */
    public Cell given() {
        return given;
    }

    /** Returns the cell after treatments and imputation. */
    public Cell treated() {
        return treated;
    }

    /** Returns the cell after normalization. */
    public Cell normalized() {
        return normalized;
    }

    /** Returns the cell that the ranker saw. */
    public Cell filled() {
        return contribution.normalized();
    }

    /** Returns the indicator's weight as written. */
    public BigDecimal points() {
        return contribution.points();
    }

    /** Returns what the indicator adds to the score before rescaling. */
    public Rational contribution() {
        return contribution.amount();
    }

    /** Returns whether the other object is the same path of the same school's value. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CellLineage that
                && school.equals(that.school)
                && given.equals(that.given)
                && treated.equals(that.treated)
                && normalized.equals(that.normalized)
                && contribution.equals(that.contribution);
    }

    @Override
    public int hashCode() {
        return Objects.hash(school, given, treated, normalized, contribution);
    }

    /** Returns the steps in one line. */
    @Override
    public String toString() {
        return school + ", " + SafeText.line(indicator().name()) + ": given " + given + " → treated " + treated
                + " → normalized "
                + normalized + " → filled " + filled() + " → points "
                + points().toPlainString() + " → contribution " + contribution();
    }
}
