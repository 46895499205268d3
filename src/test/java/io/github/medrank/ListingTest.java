package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which schools a ranking lists, what it says of those it does not, and what nearly was looked up. */
class ListingTest {
    private static final Indicator A = Indicator.of("a", "Indicator A");
    private static final Indicator B = Indicator.of("b", "Indicator B");
    private static final Methodology MEAN =
            Methodology.builder("Mean").ranker(Rankers.weightedMean()).build();

    private static IndicatorTable named(String... names) {
        IndicatorTable.Builder table = IndicatorTable.builder(A);
        for (int i = 0; i < names.length; i++) {
            table.row(School.of(names[i]), names.length - i);
        }
        return table.build();
    }

    /** Graz and Lund have too few of A; Bonn has the most. */
    private static Ranking ofFive() {
        IndicatorTable table = IndicatorTable.builder(A)
                .row(School.of("Graz").withCountry("AT"), 3)
                .row(School.of("Wien").withCountry("AT"), 6)
                .row(School.of("Lund").withCountry("SE").withAlias("LU"), 4)
                .row(School.of("Umeå").withCountry("SE"), 7)
                .row(School.of("Bonn").withCountry("DE"), 8)
                .build();
        return MEAN.withEligibility(Eligibilities.atLeast(A, 5)).rank(table);
    }

    private static boolean isIn(School school, String country) {
        return school.country().equals(Optional.of(country));
    }

    /** Of v there is no B. */
    private static Ranking withUnranked() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("u"), 1, 1)
                .row(School.of("v"), List.of(Cell.of(9), Cell.missing(MissingReason.WITHHELD)))
                .row(School.of("w"), 3, 3)
                .build();
        return MEAN.withRanker(Rankers.weightedMean(Skipping.unrank())).rank(table);
    }

    @Nested
    class Rows {
        @Test
        void rise_whatever_the_order_of_the_listing() {
            Ranking ranking = MEAN.rank(named("a", "b", "c", "d").rows(3, 1, 0, 2));
            assertThat(ranking.stream().map(RankedSchool::row)).containsExactly(2, 1, 3, 0);
            assertThat(ranking.rows()).containsExactly(0, 1, 2, 3);
            assertThat(ranking.top(2).rows()).containsExactly(1, 2);
            assertThat(ranking.top(3).rows()).containsExactly(1, 2, 3);
            assertThat(ranking.top(0).rows()).isEmpty();
            assertThat(ranking.filter(school -> school.id().compareTo("b") > 0).rows())
                    .containsExactly(0, 3);
        }

        @Test
        void of_schools_that_are_not_ranked_are_left_out() {
            Ranking ranking = withUnranked();
            assertThat(ranking.rows()).containsExactly(0, 2);
            assertThat(ranking.placeAt(1)).isZero();
            assertThat(ranking.filter(school -> true).rows()).containsExactly(0, 2);
            assertThat(ranking.top(9).rows()).containsExactly(0, 2);
        }
    }

    @Nested
    class NotRanked {
        @Test
        void each_school_is_told_its_own_reason_by_id_name_or_alias() {
            Ranking ranking = ofFive();
            for (String wanted : List.of("lund", "Lund", "LU")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> ranking.of(wanted))
                        .withMessage("school \"" + wanted + "\" is listed but not ranked: Indicator A 4, less than 5");
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranking.of("graz"))
                    .withMessage("school \"graz\" is listed but not ranked: Indicator A 3, less than 5");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> withUnranked().of("v"))
                    .withMessage("school \"v\" is listed but not ranked: no value for Indicator B (withheld)");
        }

        @Test
        void another_name_is_a_miss_as_ever() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ofFive().of("Zzz"))
                    .withMessage("no school \"Zzz\" in the ranking of 3; find(text) searches the names");
        }

        @Test
        void the_refused_follow_the_filter_when_the_rest_is_ranked_anew() {
            Ranking ranking = ofFive();
            assertThat(ranking.unranked().stream().map(UnrankedSchool::toString))
                    .containsExactly("Graz (AT): Indicator A 3, less than 5", "Lund (SE): Indicator A 4, less than 5");
            Ranking swedish = ranking.rerank(school -> isIn(school, "SE"));
            assertThat(swedish.stream().map(Object::toString)).containsExactly("1 Umeå (SE) 7");
            assertThat(swedish.unranked().stream().map(UnrankedSchool::toString))
                    .containsExactly("Lund (SE): Indicator A 4, less than 5");
            assertThat(ranking.rerank(school -> isIn(school, "DE")).unranked()).isEmpty();
        }
    }

    @Nested
    class NearMisses {
        /** Shared pairs of letters of "oxfrod", twice, over all: oxfrood 10/11, oxfrid 6/10, oxfam 4/9, oxford 4/10. */
        @Test
        void the_likest_three_come_first() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> MEAN.rank(named("Oxford", "Oxfam", "Yale", "Oxfrid", "Oxfrood"))
                            .of("Oxfrod"))
                    .withMessage("no school \"Oxfrod\" in the ranking of 5; did you mean \"Oxfrood\", \"Oxfrid\","
                            + " \"Oxfam\"?");
        }

        /** Of the 11 pairs of the name and the 9 of the text three are the same, 0.3 of all; then four, 0.4. */
        @Test
        void three_tenths_are_not_like_enough() {
            Ranking ranking = MEAN.rank(named("abcdefghijkl"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranking.of("abcdmnopqr"))
                    .withMessage("no school \"abcdmnopqr\" in the ranking of 1; find(text) searches the names");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranking.of("abcdemnopq"))
                    .withMessage("no school \"abcdemnopq\" in the ranking of 1; did you mean \"abcdefghijkl\"?");
        }
    }

    @Test
    void symbols_are_explained_below_the_ranking() {
        IndicatorTable table = IndicatorTable.builder(A.withSymbol("IA"), B.withSymbol("IB"), Indicator.of("c"))
                .row(School.of("x"), 4, 2, 3)
                .row(School.of("y"), 1, 2, 1.5)
                .build();
        assertThat(MEAN.rank(table).top(2).toString()).isEqualTo("""
                #  School  Score  IA  IB    c
                1  x           3   4   2  3.0
                2  y         1.5   1   2  1.5
                IA Indicator A · IB Indicator B""");
    }

    @Test
    void a_ranking_that_no_methodology_made_has_one_table_at_every_step() {
        IndicatorTable table = named("x", "y");
        Ranking ranking = Ranking.byScore(table, Weights.equal(table.indicators()), Row::max);
        assertThat(ranking.lineage()).isEqualTo(new Lineage(table, table, table, table));
        assertThat(ranking.table()).isSameAs(table);
        assertThat(ranking.normalized()).isSameAs(table);
    }

    // ---- plugged in ----

    @Test
    void a_lambda_promises_nothing() {
        Ranker ranker = (t, w) -> Ranking.byScore(t, w, Row::min);
        Treatment treatment = table -> table;
        WeightingStrategy weighting = table -> Weights.equal(table.indicators());
        Normalizer normalizer = reference -> value -> value;
        assertThat(ranker.isLinear()).isFalse();
        assertThat(treatment.fillsCellByCell()).isFalse();
        assertThat(weighting.learns()).isTrue();
        assertThat(normalizer.orients()).isTrue();
        assertThat(normalizer.floor()).isEmpty();
    }

    @Test
    void the_draws_of_a_lambda_are_placed_by_exact_scores() {
        Ranker weakest = (t, w) -> Ranking.byScore(t, w, Row::min);
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("x"), 1.01, 5)
                .row(School.of("y"), 7, 1.04)
                .row(School.of("z"), 1.01, 9)
                .build();
        int[] positions = new int[3];
        weakest.over(table, ImmutableList.of(A, B)).positions(new double[] {1, 1}, positions);
        assertThat(positions).containsExactly(2, 1, 2);
    }

    @Test
    void the_plain_parts_do_nothing_and_say_so() {
        Scale scale = Normalizer.identity().fit(Column.of(A, 1, 2));
        assertThat(scale.apply(-7.25)).isEqualTo(-7.25);
        assertThat(Normalizer.identity().orients()).isFalse();
        assertThat(Normalizer.identity().floor()).hasValue(0);
        assertThat(Normalizer.identity()).hasToString("as given").isSameAs(Normalizers.identity());
        assertThat(WeightingStrategy.equal()).hasToString("equal");
        assertThat(WeightingStrategy.equal().learns()).isFalse();
    }
}
