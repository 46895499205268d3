package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EligibilitiesTest {
    private static final Indicator PAPERS = Indicator.of("papers");
    private static final Indicator STAFF = Indicator.of("staff");
    private static final IndicatorTable TABLE = IndicatorTable.builder(PAPERS, STAFF)
            .row(School.of("Oxford"), 50, 9)
            .put(School.of("Yale"), PAPERS, 49)
            .put(School.of("Basel"), STAFF, 20)
            .put(School.of("Basel"), PAPERS, Cell.missing(MissingReason.BELOW_THRESHOLD))
            .build();

    private static String refusal(Eligibility eligibility, int row) {
        return eligibility.refusal(TABLE.row(row)).orElse("ranked");
    }

    @Test
    void a_complete_school_has_every_value() {
        assertThat(refusal(Eligibilities.complete(), 0)).isEqualTo("ranked");
        assertThat(refusal(Eligibilities.complete(), 1)).isEqualTo("staff not reported");
        assertThat(refusal(Eligibilities.complete(), 2)).isEqualTo("papers below threshold");
        assertThat(TABLE.row(0).isComplete()).isTrue();
        assertThat(TABLE.row(1).isComplete()).isFalse();
    }

    @Test
    void the_share_of_weight_is_compared_exactly() {
        Weights weights = Weights.of(Map.of(PAPERS, 7, STAFF, 3));
        Eligibility most = Eligibilities.minimumShareOfWeightPresent(weights, 0.7);
        assertThat(refusal(most, 0)).isEqualTo("ranked");
        assertThat(refusal(most, 1)).isEqualTo("ranked");
        assertThat(refusal(most, 2)).isEqualTo("values for 3 of 10 points of weight, less than a share of 0.7");
        assertThat(most).hasToString("schools with values for a share of 0.7 of the weight (7 papers, 3 staff)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Eligibilities.minimumShareOfWeightPresent(weights, 70))
                .withMessage("share 70.0 of the weight; it is between 0 and 1");
    }

    @Test
    void a_share_may_be_nothing_or_all() {
        Weights weights = Weights.of(Map.of(PAPERS, 7, STAFF, 3));
        Eligibility none = Eligibilities.minimumShareOfWeightPresent(weights, 0);
        Eligibility all = Eligibilities.minimumShareOfWeightPresent(weights, 1);
        assertThat(refusal(none, 2)).isEqualTo("ranked");
        assertThat(refusal(all, 0)).isEqualTo("ranked");
        assertThat(refusal(all, 1)).isEqualTo("values for 7 of 10 points of weight, less than a share of 1.0");
        for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Eligibilities.minimumShareOfWeightPresent(weights, share))
                    .withMessage("share " + share + " of the weight; it is between 0 and 1");
        }
    }

    @Test
    void everybody_is_ranked_with_whatever_values() {
        for (int row = 0; row < TABLE.size(); row++) {
            assertThat(refusal(Eligibilities.everySchool(), row)).isEqualTo("ranked");
        }
    }

    @Test
    void each_reads_well_in_a_recipe() {
        Eligibility papers = Eligibilities.atLeast(PAPERS, 50);
        assertThat(Eligibilities.everySchool()).hasToString("every school");
        assertThat(Eligibilities.complete()).hasToString("schools without a missing value");
        assertThat(papers).hasToString("schools with papers of at least 50");
        assertThat(Eligibilities.all(Eligibilities.complete(), papers))
                .hasToString("schools without a missing value and schools with papers of at least 50");
    }

    @Test
    void a_threshold_includes_itself() {
        Eligibility enough = Eligibilities.atLeast(PAPERS, 50);
        assertThat(refusal(enough, 0)).isEqualTo("ranked");
        assertThat(refusal(enough, 1)).isEqualTo("papers 49, less than 50");
        assertThat(refusal(enough, 2)).isEqualTo("papers below threshold");
    }

    @Test
    void parts_join_by_and_and_or() {
        Eligibility papers = Eligibilities.atLeast(PAPERS, 50);
        Eligibility staff = Eligibilities.atLeast(STAFF, 10);
        assertThat(refusal(Eligibilities.all(papers, staff), 0)).isEqualTo("staff 9, less than 10");
        assertThat(refusal(Eligibilities.all(papers, staff), 1)).isEqualTo("papers 49, less than 50");
        assertThat(refusal(Eligibilities.all(), 1)).isEqualTo("ranked");
        assertThat(Eligibilities.all()).hasToString("every school");
        assertThat(refusal(Eligibilities.any(papers, staff), 0)).isEqualTo("ranked");
        assertThat(refusal(Eligibilities.any(papers, staff), 2)).isEqualTo("ranked");
        assertThat(refusal(Eligibilities.any(papers, staff), 1))
                .isEqualTo("papers 49, less than 50; staff not reported");
        assertThat(Eligibilities.any(papers, staff))
                .hasToString("schools with papers of at least 50 or schools with staff of at least 10");
        assertThat(Eligibilities.all(Eligibilities.complete(), Eligibilities.any(papers, staff)))
                .hasToString("schools without a missing value and"
                        + " (schools with papers of at least 50 or schools with staff of at least 10)");
        assertThat(Eligibilities.all(Eligibilities.any(papers), staff))
                .hasToString("schools with papers of at least 50 and schools with staff of at least 10");
        assertThat(Eligibilities.all(papers, staff)).isEqualTo(Eligibilities.all(papers, staff));
        assertThatIllegalArgumentException()
                .isThrownBy(Eligibilities::any)
                .withMessage("no eligibilities; any(…) needs at least one");
    }
}
