package io.github.medrank.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.PublishedResult;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankedListTest {
    private static final School A = School.of("a");
    private static final School B = School.of("b");
    private static final School C = School.of("c");

    private static Ranking ranking() {
        IndicatorTable table = IndicatorTable.builder(Indicator.of("x"))
                .row(B, 2)
                .row(A, 2)
                .row(C, 3)
                .row(School.of("d"), 1)
                .build();
        return Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.max());
    }

    @Test
    void a_ranking_gives_its_competition_positions() {
        RankedList list = RankedList.of(ranking());
        assertThat(list.schools()).extracting(School::name).containsExactly("c", "a", "b", "d");
        assertThat(list.position(B)).hasValue(2);
        assertThat(list.position(School.of("d"))).hasValue(4);
        assertThat(list.position(School.of("e"))).isEmpty();
    }

    @Test
    void a_part_of_a_ranking_keeps_the_positions_of_the_whole() {
        RankedList top = RankedList.of(ranking().top(2));
        assertThat(top.schools()).containsExactly(C, A);
        RankedList some = RankedList.of(ranking().filter(each -> !each.equals(C)));
        assertThat(some.size()).isEqualTo(3);
        assertThat(some.position(A)).hasValue(2);
        assertThat(some.places()).containsExactly(1, 1, 3);
    }

    @ParameterizedTest
    @CsvSource({"26,26", "=26,26", "26=,26", "201-250,201", "201–250,201", "701+,701", "2.5,2.5", "=2.5,2.5"})
    void printed_positions_are_read(String printed, double position) {
        assertThat(RankedList.ofPublished(Map.of(A, new PublishedResult(Optional.of(printed), Optional.empty())))
                        .position(A))
                .hasValue(position);
    }

    @Test
    void schools_without_a_printed_position_are_left_out() {
        Map<School, PublishedResult> published = Map.of(
                A,
                PublishedResult.of("1", "99"),
                B,
                new PublishedResult(Optional.empty(), Optional.of(BigDecimal.ONE)));
        assertThat(RankedList.ofPublished(published).schools()).containsExactly(A);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankedList.ofPublished(Map.of(A, PublishedResult.of("first", "1"))))
                .withMessage("school \"a\": \"first\" is no position such as 26, =26, 201–250, 701+, "
                        + "or NR for a school without one");
    }

    /** 0.1 + 0.2 as a double is not 0.3; as decimals written out, 20 digits are told apart. */
    @Test
    void scores_are_compared_as_the_decimals_they_print() {
        RankedList list = RankedList.ofScores(Map.of(
                A, new BigDecimal("0.30000000000000000001"), B, new BigDecimal("0.3"), C, 0.3, School.of("d"), 7));
        assertThat(list.position(School.of("d"))).hasValue(1);
        assertThat(list.position(A)).hasValue(2);
        assertThat(list.position(B)).hasValue(3);
        assertThat(list.position(C)).hasValue(3);
    }

    @Test
    void an_indicator_ranks_in_its_direction_and_leaves_out_who_has_no_value() {
        Indicator fees = Indicator.of("fees").withDirection(Direction.LOWER_IS_BETTER);
        IndicatorTable table = IndicatorTable.builder(Indicator.of("x"), fees)
                .row(A, 1, 10)
                .row(B, 2, 5)
                .row(C, List.of(Cell.of(2), Cell.missing(MissingReason.NOT_REPORTED)))
                .build();
        assertThat(RankedList.ofIndicator(table, Indicator.of("x"))).isEqualTo(Lists.of("(b c) a"));
        assertThat(RankedList.ofIndicator(table, fees)).isEqualTo(Lists.of("b a"));
        // The direction is the table's own, whatever the caller's copy of the indicator says.
        assertThat(RankedList.ofIndicator(table, Indicator.of("fees"))).isEqualTo(Lists.of("b a"));
    }

    @Test
    void what_is_no_position_is_refused() {
        for (Number wrong : new Number[] {0, 0.5, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RankedList.ofPositions(Map.of(A, wrong)))
                    .withMessage("school \"a\": position " + wrong + "; a position is a finite number of at least 1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankedList.ofPositions(Map.of()))
                .withMessage("no ranked schools; a ranked list needs at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankedList.ofScores(Map.of(A, Double.NaN)))
                .withMessage("school \"a\": score NaN is not a finite number");
    }

    @Test
    void lists_are_equal_when_schools_and_positions_are() {
        Map<School, Double> turned = new LinkedHashMap<>();
        turned.put(B, 2.0);
        turned.put(A, 1.0);
        RankedList list = RankedList.ofPositions(Map.of(A, 1, B, 2));
        assertThat(RankedList.ofPositions(turned)).isEqualTo(list).hasSameHashCodeAs(list);
        assertThat(list)
                .isNotEqualTo(RankedList.ofPositions(Map.of(A, 1, B, 3)))
                .isNotEqualTo(RankedList.ofPositions(Map.of(A, 1, C, 2)))
                .isNotEqualTo(RankedList.ofPositions(Map.of(A, 1)))
                .isNotEqualTo("list");
    }

    @Test
    void positions_far_apart_or_between_integers_are_placed_all_the_same() {
        assertThat(Lists.positions(1e12, 7, 7, 3).places()).containsExactly(4, 2, 2, 1);
        assertThat(Lists.positions(2.5, 1, 2.5).places()).containsExactly(2, 1, 2);
    }

    @Test
    void the_text_is_short() {
        assertThat(Lists.of("a (b c)")).hasToString("#  School\n1  a\n2  b\n2  c");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            many.append("school").append(i).append(' ');
        }
        assertThat(Lists.of(many.toString()).toString()).hasSizeLessThan(1000).endsWith("more: schools()");
    }
}
