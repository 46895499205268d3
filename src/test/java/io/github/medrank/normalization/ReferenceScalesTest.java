package io.github.medrank.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.ranking.Rankers;
import org.junit.jupiter.api.Test;

/** Distance to a reference school, and z-scores with a shift; numbers by hand. */
class ReferenceScalesTest {
    private static final Indicator PAPERS = Indicator.of("papers");
    private static final Indicator RATIO = Indicator.of("ratio").withDirection(Direction.LOWER_IS_BETTER);
    private static final IndicatorTable TABLE = IndicatorTable.builder(PAPERS, RATIO)
            .row(School.of("Oxford"), 80, 10)
            .row(School.of("Yale"), 60, 8)
            .row(School.of("Basel"), 100, 16)
            .row(School.of("Oslo"), 40, 20)
            .build();

    private static double[] scaled(Normalizer normalizer, Indicator indicator) {
        return TABLE.column(indicator)
                .map(normalizer.fit(TABLE.column(indicator))::apply)
                .values()
                .toArray();
    }

    @Test
    void percent_of_a_school() {
        Normalizer oxford = Normalizers.percentOfReference(TABLE.row(0));
        assertThat(scaled(oxford, PAPERS)).containsExactly(100, 75, 125, 50);
        assertThat(scaled(oxford, RATIO)).containsExactly(100, 125, 62.5, 50);
        assertThat(oxford).hasToString("percent of Oxford");
        assertThat(oxford.fit(TABLE.column(PAPERS)).apply(-1)).isNaN();
        assertThat(oxford.fit(TABLE.column(PAPERS)).apply(0)).isZero();
        assertThat(oxford.fit(TABLE.column(RATIO)).apply(0)).isNaN();
        assertThat(oxford.floor()).hasValue(0);
    }

    /** COINr's 1 − (ref − x) / (ref − min): for the papers 1, .5, 1.5, 0; for the ratio with its sign turned 1, 1.2, .4, 0. */
    @Test
    void distance_to_a_school_as_coinr() {
        Normalizer oxford = Normalizers.distanceToReference(TABLE.row(0));
        assertThat(scaled(oxford, PAPERS)).containsExactly(100, 50, 150, 0);
        assertThat(scaled(oxford, RATIO)).containsExactly(100, 120, 40, 0);
        assertThat(oxford.floor()).isEmpty();
        assertThat(oxford).hasToString("percent of the way from the worst to Oxford");
    }

    @Test
    void a_reference_that_measures_nothing_is_refused_by_name() {
        IndicatorTable holed = IndicatorTable.builder(PAPERS, RATIO)
                .put(School.of("Lima"), RATIO, 0)
                .build();
        Normalizer lima = Normalizers.percentOfReference(holed.row(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lima.fit(TABLE.column(PAPERS)))
                .withMessageContaining("Lima")
                .withMessageContaining("papers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lima.fit(TABLE.column(RATIO)))
                .withMessageContaining("Lima, is 0");
        Normalizer worst = Normalizers.distanceToReference(TABLE.row(3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> worst.fit(TABLE.column(PAPERS)))
                .withMessageContaining("Oslo, is 40");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> worst.fit(TABLE.column(RATIO)))
                .withMessageContaining("Oslo, is 20");
    }

    @Test
    void a_ranking_reads_in_percent_of_a_school() {
        Ranking ranking = Methodology.builder("As Oxford")
                .indicators(PAPERS, RATIO)
                .normalizer(Normalizers.percentOfReference(TABLE.row(0)))
                .ranker(Rankers.weightedMean())
                .build()
                .rank(TABLE);
        assertThat(ranking.of("Oxford").score().doubleValue()).isEqualTo(100);
        assertThat(ranking.of("Yale").score().doubleValue()).isEqualTo(100);
        assertThat(ranking.of("Basel").score().doubleValue()).isEqualTo(93.75);
    }

    /** Mazziotta and Pareto's scale: mean 100, deviation 10. */
    @Test
    void z_scores_with_a_shift() {
        Column column = Column.of(PAPERS, 2, 4, 6);
        Normalizer shifted = Normalizers.zScore().sample().times(10).plus(100);
        assertThat(shifted.fit(column).apply(2)).isEqualTo(90);
        assertThat(shifted.fit(column).apply(4)).isEqualTo(100);
        assertThat(shifted.fit(column).apply(6)).isEqualTo(110);
        assertThat(Normalizers.zScore()
                        .sample()
                        .clipped(-0.5, 0.5)
                        .plus(1)
                        .fit(column)
                        .apply(6))
                .isCloseTo(1.5, within(1e-15));
        assertThat(shifted).hasToString("z-score (sample) × 10 + 100");
        assertThat(Normalizers.zScore().plus(-2)).hasToString("z-score (population) − 2");
        assertThat(Normalizers.zScore().plus(3).fit(Column.of(PAPERS, 7, 7)).apply(7))
                .isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalizers.zScore().plus(Double.NaN))
                .withMessageContaining("NaN");
    }
}
