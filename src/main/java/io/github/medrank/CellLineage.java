package io.github.medrank;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;

/**
 * The way of one value through a methodology; each cell says why it is missing, or was before it was filled.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var table = IndicatorTable.builder(papers).row(School.of("Oxford"), 50).row(School.of("Yale"), 20).build();
 * var method = Methodology.builder("Papers").normalizer(Normalizers.percentOfMaximum()).ranker(Rankers.weightedMean()).build();
 * method.rank(table).of("Yale").lineage(papers) // ==> Yale, papers: given 20 → treated 20 → normalized 40 → filled 40 → weight 1 → contribution 40
 * }</pre>
 *
 * @param school the school
 * @param indicator the indicator
 * @param given as it was given to the methodology
 * @param treated after treatments and imputation
 * @param normalized on the common scale
 * @param filled what the ranker saw
 * @param weight the indicator's points
 * @param contribution what it adds to the score before rescaling
 */
@Immutable
public record CellLineage(
        School school,
        Indicator indicator,
        Cell given,
        Cell treated,
        Cell normalized,
        Cell filled,
        BigDecimal weight,
        Rational contribution) {
    /** The steps in one line. */
    @Override
    public String toString() {
        return school + ", " + indicator.name() + ": given " + given + " → treated " + treated + " → normalized "
                + normalized + " → filled " + filled + " → weight " + weight.toPlainString() + " → contribution "
                + contribution;
    }
}
