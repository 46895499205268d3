package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Rankers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The parts of a methodology, how it is quoted, and where its draws put the schools that it refuses. */
class MethodologyTest {
    private static final Indicator A = Indicator.of("a", "Indicator A").withSymbol("IA");
    private static final Indicator B = Indicator.of("b", "Indicator B").withSymbol("IB");
    private static final Indicator C = Indicator.of("c", "Indicator C");
    private static final Weights WEIGHTS = Weights.of(ImmutableMap.of(A, 2, B, 1));
    private static final Provenance PRINTED =
            Provenance.of(List.of(A, B), Origin.PRINTED, "the guide's page, 2026", "35 of 35 scores as printed");

    private static Methodology guide(String edition) {
        return Methodology.builder("Guide")
                .edition(edition)
                .indicators(A, B)
                .weights(WEIGHTS)
                .ranker(Rankers.weightedMean())
                .provenance(PRINTED)
                .build();
    }

    @Nested
    class Parts {
        @Test
        void are_those_that_were_given() {
            Methodology method = guide("2026").toBuilder()
                    .eligibility(Eligibilities.complete())
                    .treatments(Treatments.log(1), Treatments.log(2))
                    .imputation(Imputations.mean())
                    .normalizer(Normalizers.zScore())
                    .normalizer(B, Normalizers.percentOfMaximum())
                    .filling(Imputations.zero(), Imputations.constant(1))
                    .presentation(Presentation.rounded(2))
                    .build();

            assertThat(method.name()).isEqualTo("Guide");
            assertThat(method.edition()).isEqualTo("2026");
            assertThat(method.indicators()).containsExactly(A, B);
            assertThat(method.eligibility()).isEqualTo(Eligibilities.complete());
            assertThat(method.treatments()).containsExactly(Treatments.log(1), Treatments.log(2));
            assertThat(method.imputation()).containsExactly(Imputations.mean());
            assertThat(method.normalizer(A)).isEqualTo(Normalizers.zScore());
            assertThat(method.normalizer(B)).isEqualTo(Normalizers.percentOfMaximum());
            assertThat(method.filling()).containsExactly(Imputations.zero(), Imputations.constant(1));
            assertThat(method.weighting()).isEqualTo(WeightingStrategy.fixed(WEIGHTS));
            assertThat(method.weights()).contains(WEIGHTS);
            assertThat(method.ranker()).isEqualTo(Rankers.weightedMean());
            assertThat(method.presentation()).isEqualTo(Presentation.rounded(2));
            assertThat(method.provenance()).isEqualTo(PRINTED);
        }

        @Test
        void that_were_not_given_are_the_plainest() {
            Methodology method =
                    Methodology.builder("Mine").ranker(Rankers.weightedMean()).build();

            assertThat(method.edition()).isEmpty();
            assertThat(method.indicators()).isEmpty();
            assertThat(method.eligibility()).isEqualTo(Eligibility.everySchool());
            assertThat(method.treatments()).isEmpty();
            assertThat(method.imputation()).isEmpty();
            assertThat(method.normalizer(A)).isEqualTo(Normalizer.identity());
            assertThat(method.filling()).isEmpty();
            assertThat(method.weighting()).isEqualTo(WeightingStrategy.equal());
            assertThat(method.weights()).isEmpty();
            assertThat(method.provenance()).isEqualTo(Provenance.own());
        }

        @Test
        void fixed_weights_take_the_order_of_the_indicators() {
            Methodology method = Methodology.builder("Mine")
                    .indicators(B, A)
                    .weights(WEIGHTS)
                    .ranker(Rankers.weightedMean())
                    .build();
            assertThat(method.weights().orElseThrow().indicators()).containsExactly(B, A);
        }

        @Test
        void one_indicator_is_normalized_and_the_other_left_as_it_is() {
            Methodology method = Methodology.builder("Mine")
                    .normalizer(B, reference -> value -> value * 10)
                    .ranker(Rankers.weightedMean())
                    .build();
            IndicatorTable table = IndicatorTable.builder(A, B)
                    .row(School.of("x"), 3, 4)
                    .row(School.of("y"), 5, 6)
                    .build();
            IndicatorTable normalized = method.prepare(table).normalized();
            assertThat(normalized.column(A)).isSameAs(table.column(A));
            assertThat(normalized.column(B)).isEqualTo(Column.of(B, 40, 60));
            assertThat(method.rank(table).of("x").score()).isEqualTo("21.5");
            Methodology plain =
                    Methodology.builder("Mine").ranker(Rankers.weightedMean()).build();
            assertThat(plain.prepare(table)).isEqualTo(new Lineage(table, table, table, table));
            assertThat(plain.prepare(table).filled()).isSameAs(table);
        }
    }

    @Nested
    class Quoted {
        @Test
        void with_its_edition_weights_and_sources() {
            assertThat(guide("2026").citation())
                    .isEqualTo("Guide 2026. Weights: 2 Indicator A, 1 Indicator B. weights printed by the publisher;"
                            + " the guide's page, 2026; 35 of 35 scores as printed.");
        }

        @Test
        void by_its_name_alone_where_there_is_no_edition() {
            assertThat(Methodology.builder("Mine")
                            .ranker(Rankers.weightedMean())
                            .build()
                            .citation())
                    .isEqualTo("Mine. Weights: equal. the user's own; not a published method.");
        }

        @Test
        void a_recipe_starts_with_the_title() {
            assertThat(guide("2026").toString().lines()).startsWith("Guide 2026");
            assertThat(guide("").toString().lines()).startsWith("Guide");
            assertThat(guide("2026").toString())
                    .contains("\n  eligible: every school\n  normalizer: as given\n")
                    .endsWith("\n  provenance: " + PRINTED);
        }
    }

    @Nested
    class Changed {
        @Test
        void is_no_longer_the_publishers_and_says_from_what_it_was_changed_first() {
            Provenance changed =
                    new Provenance(ImmutableMap.of(), "changed by the user from Guide 2026", "not a published method");
            Methodology once = guide("2026").withPresentation(Presentation.rounded(1));
            assertThat(once.provenance()).isEqualTo(changed);
            Methodology renamed = once.toBuilder().edition("2027").build();
            assertThat(renamed.withPresentation(Presentation.exact()).provenance())
                    .isEqualTo(changed);
            assertThat(guide("")
                            .withRanker(Rankers.geometricMean())
                            .provenance()
                            .source())
                    .isEqualTo("changed by the user from Guide");
        }

        @Test
        void stays_the_users_own() {
            Methodology mine =
                    Methodology.builder("Mine").ranker(Rankers.weightedMean()).build();
            assertThat(mine.withPresentation(Presentation.rounded(1)).provenance())
                    .isEqualTo(Provenance.own());
        }
    }

    @Nested
    class Sources {
        @Test
        void of_one_kind_need_no_names() {
            assertThat(PRINTED.origins()).isEqualTo(ImmutableMap.of(A, Origin.PRINTED, B, Origin.PRINTED));
            assertThat(PRINTED.source()).isEqualTo("the guide's page, 2026");
            assertThat(PRINTED.reproduction()).isEqualTo("35 of 35 scores as printed");
            assertThat(PRINTED)
                    .hasToString("weights printed by the publisher; the guide's page, 2026; 35 of 35 scores as"
                            + " printed");
        }

        @Test
        void of_several_kinds_name_the_indicators_of_each() {
            Provenance mixed = new Provenance(
                    ImmutableMap.of(A, Origin.PRINTED, B, Origin.INFERRED, C, Origin.PRINTED), "page", "unchecked");
            assertThat(mixed)
                    .hasToString("weights of IA, Indicator C printed by the publisher; weights of IB inferred from"
                            + " neighbouring editions; page; unchecked");
        }

        @Test
        void of_no_published_weights_are_source_and_reproduction() {
            assertThat(Provenance.own()).hasToString("the user's own; not a published method");
        }

        @Test
        void are_told_in_words() {
            assertThat(Arrays.stream(Origin.values()).map(Origin::toString))
                    .containsExactly(
                            "printed by the publisher",
                            "recovered from the published tables",
                            "inferred from neighbouring editions",
                            "as others report it",
                            "illustrative, not the publisher's",
                            "stated by the user");
        }
    }

    /** x: 9 and 5; y is refused; z: 8 and 8; w: 1 and 9. With three times as much for A as for B: 8, –, 8 and 3. */
    @Nested
    class DrawsOverEligibleSchools {
        private final IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("x"), 9, 5)
                .row(School.of("y"), 100, 2)
                .row(School.of("z"), 8, 8)
                .row(School.of("w"), 1, 9)
                .build();
        private final Draws draws = Methodology.builder("m")
                .eligibility(Eligibilities.atLeast(B, 5))
                .ranker(Rankers.weightedMean())
                .build()
                .over(table, ImmutableList.of(B, A));

        @Test
        void leave_the_others_without_position_and_score() {
            int[] positions = {7, 7, 7, 7};
            double[] scores = {7, 7, 7, 7};
            draws.positions(new double[] {1, 3}, positions, scores);
            assertThat(positions).containsExactly(1, 0, 1, 3);
            assertThat(scores).containsExactly(8, Double.NaN, 8, 3);
            draws.positions(new double[] {1, 0}, positions, scores);
            assertThat(positions).containsExactly(3, 0, 2, 1);
            assertThat(scores).containsExactly(5, Double.NaN, 8, 9);
            draws.positions(new double[] {1, 3}, positions);
            assertThat(positions).containsExactly(1, 0, 1, 3);
        }

        @Test
        void want_one_number_a_school_of_the_whole_table() {
            for (int wrong : new int[] {3, 5}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> draws.positions(new double[] {1, 3}, new int[wrong]))
                        .withMessage(wrong + " positions for 4 schools");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> draws.positions(new double[] {1, 3}, new int[wrong], new double[4]))
                        .withMessage(wrong + " positions for 4 schools");
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> draws.positions(new double[] {1, 3}, new int[4], new double[wrong]))
                        .withMessage(wrong + " scores for 4 schools");
            }
        }
    }
}
