package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StrengthsTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final IndicatorTable TABLE = IndicatorTable.builder(A, B)
            .row(School.of("Oxford").withCountry("GB"), 9, 3)
            .row(School.of("Leeds").withCountry("GB"), 5, 5)
            .row(School.of("Yale").withCountry("US"), 4, 2)
            .row(School.of("Bonn").withCountry("DE"), 1, 5)
            .build();
    private static final Ranking RANKING = Rankers.weightedMean()
            .rank(TABLE, Weights.builder().put(A, 3).put(B, 1).build());

    @Test
    void gaps_to_all_others_add_up_to_the_lead() {
        Strengths leeds = Strengths.of(RANKING, "Leeds");

        // 5 against the others' 7.5, 3.5 and 2: 5 − 13/3. On a 15/4 − (27 + 12 + 3)/12, on b 5/4 − (3 + 2 + 5)/12.
        assertThat(leeds.lead()).isEqualTo(ratio(2, 3));
        assertThat(leeds.of(A).gap()).isEqualTo(ratio(1, 4));
        assertThat(leeds.of(B).gap()).isEqualTo(ratio(5, 12));
        assertThat(leeds.of(A).share()).contains(ratio(3, 4));
        assertThat(leeds.of(A).place()).hasValue(2);
        assertThat(leeds.of(B).place()).hasValue(1);
        assertThat(leeds.strengths()).extracting(Strengths.Line::indicator).containsExactly(B, A);
        assertThat(leeds.weaknesses()).isEmpty();
        assertThat(leeds).hasToString("""
                Leeds, 2  value   place  contribution  all others        gap
                a             5  2 of 4          3.75         3.5      +0.25
                b             5  1 of 4          1.25    0.833333  +0.416667
                lead                                               +0.666667""");
    }

    @Test
    void peers_are_whoever_passes_without_the_school_itself() {
        Strengths leeds = Strengths.amongPeers(RANKING, "Leeds", each -> each.isIn("GB"));

        assertThat(leeds.peers()).isEqualTo(1);
        assertThat(leeds.lead()).isEqualTo(ratio(-5, 2));
        assertThat(leeds.weaknesses()).extracting(Strengths.Line::indicator).containsExactly(A);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strengths.amongPeers(RANKING, "Leeds", each -> false))
                .withMessage("no other school to compare \"Leeds\" with");
    }

    @Test
    void the_next_above_may_be_several() {
        IndicatorTable tied = TABLE.with(School.of("Yale"), A, 5).with(School.of("Yale"), B, 5);
        Ranking ranking = Rankers.weightedMean().rank(tied, RANKING.weights());

        Strengths bonn = Strengths.againstNextAbove(ranking, "Bonn");

        assertThat(bonn.reference()).isEqualTo("the 2 at =2");
        assertThat(bonn.peers()).isEqualTo(2);
        assertThat(bonn.lead()).isEqualTo(ratio(-3, 1));
        assertThat(Strengths.againstNextAbove(RANKING, "Bonn").reference()).isEqualTo("Yale");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strengths.againstNextAbove(RANKING, "Oxford"))
                .withMessage("no school is above \"Oxford\"");
    }

    @Test
    void pillars_sum_up_their_indicators() {
        Ranking qs = Qs.medicine(2026).rank(ExcerptsAndTables.qs2026());
        Strengths sydney = Strengths.of(qs, "The University of Sydney");

        List<Strengths.Pillar> pillars = sydney.byPillar(Map.of(
                Qs.ACADEMIC_REPUTATION, "Reputation",
                Qs.EMPLOYER_REPUTATION, "Reputation",
                Qs.CITATIONS_PER_PAPER, "Research",
                Qs.H_INDEX, "Research"));

        assertThat(pillars)
                .extracting(Strengths.Pillar::name)
                .containsExactly("Reputation", "Research", "International research network");
        assertThat(pillars)
                .extracting(each -> each.contribution().toString())
                .containsExactly("38.76", "32.06", "7.88");
        assertThat(pillars.stream().map(Strengths.Pillar::gap).reduce(Rational.ZERO, Rational::plus))
                .isEqualTo(sydney.lead());
        assertThat(pillars.get(0).share()).contains(Rational.ratio(new BigDecimal("38.76"), new BigDecimal("78.7")));
    }

    @Test
    void a_rank_on_an_indicator_goes_by_its_direction_and_a_missing_value_has_none() {
        Indicator fees = Indicator.of("fees").withDirection(Direction.LOWER_IS_BETTER);
        IndicatorTable table = IndicatorTable.builder(fees)
                .row(School.of("Oxford"), 9)
                .row(School.of("Yale"), 5)
                .row(School.of("Bonn"), List.of(Cell.missing(MissingReason.NOT_REPORTED)))
                .build();
        Ranking ranking = Ranking.byScore(table, Weights.equal(List.of(fees)), row -> row.index());

        assertThat(Strengths.of(ranking, "Oxford").of(fees).place()).hasValue(2);
        assertThat(Strengths.of(ranking, "Yale").of(fees).place()).hasValue(1);
        assertThat(Strengths.of(ranking, "Bonn").of(fees).place()).isEmpty();
        assertThat(Strengths.of(ranking, "Bonn").of(fees).ranked()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Strengths.of(ranking, "Bonn").of(A))
                .withMessage("no indicator \"a\" in the ranking");
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#seeds")
    void lines_and_the_aggregation_add_up_whatever_the_ranker(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = ExcerptsAndTables.table(random, 2 + random.nextInt(5), 1 + random.nextInt(4), 9);
        Ranking ranking = random.nextBoolean()
                ? ExcerptsAndTables.methodology(random, table, Normalizer.identity())
                        .rank(table)
                : Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.min());

        Strengths strengths = Strengths.of(ranking, "school 0");

        Rational sum = strengths.aggregation();
        for (Strengths.Line line : strengths.lines()) {
            sum = sum.plus(line.gap());
        }
        assertThat(sum).isEqualTo(strengths.lead());
        assertThat(strengths.strengths().size() + strengths.weaknesses().size())
                .isEqualTo(strengths.lines().stream()
                        .filter(line -> line.gap().signum() != 0)
                        .count());
    }

    private static Rational ratio(int over, int under) {
        return Rational.ratio(BigDecimal.valueOf(over), BigDecimal.valueOf(under));
    }
}
