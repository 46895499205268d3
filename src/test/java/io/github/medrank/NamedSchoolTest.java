package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import io.github.medrank.ranking.Dominance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What takes a school takes its id, name or alias. */
class NamedSchoolTest {
    private static final Indicator PAPERS = Indicator.of("papers");
    private static final School YALE = School.of("Yale University").withAlias("Yale");
    private static final School ULM = School.of("Ulm");
    private static final IndicatorTable TABLE =
            IndicatorTable.builder(PAPERS).row(YALE, 2).row(ULM, 1).build();

    @Test
    void tables() {
        assertThat(TABLE.rowOf("ulm")).hasValue(1);
        assertThat(TABLE.rowOf("Nowhere")).isEmpty();
        assertThat(TABLE.cell("yale", PAPERS)).isEqualTo(Cell.of(2));
        assertThat(TABLE.with("Yale", PAPERS, 5)).isEqualTo(TABLE.with(YALE, PAPERS, 5));
        assertThat(TABLE.with("Yale", PAPERS, Cell.of(5))).isEqualTo(TABLE.with(YALE, PAPERS, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.cell("Ulmm", PAPERS))
                .withMessage("no school \"Ulmm\" among the 2; did you mean \"Ulm\"?");
    }

    @Test
    void dominance() {
        Dominance dominance = Dominance.of(TABLE);
        assertThat(dominance.dominates("Yale", "Ulm")).isTrue();
        assertThat(dominance.dominatorsOf("Ulm")).containsExactly(YALE);
        assertThat(dominance.dominatedBy("yale university")).containsExactly(ULM);
    }

    @Test
    void ranked_lists() {
        RankedList list = RankedList.ofPositions(Map.of(YALE, 1, ULM, 2));
        assertThat(list.position("Yale")).hasValue(1);
        assertThat(list.position("Nowhere")).isEmpty();
    }

    /** τ is that of the order 1, 2, 3, 998, 999, 1001, 1201, which is the order of the list beside it. */
    @Test
    void a_list_with_parted_thousands_is_in_its_own_order() {
        List<String> printed = List.of("1", "2", "3", "998", "999", "1,001–1,200", "1,201+");
        Map<School, PublishedResult> published = new LinkedHashMap<>();
        Map<School, Integer> order = new LinkedHashMap<>();
        for (int i = 0; i < printed.size(); i++) {
            School school = School.of("s" + i);
            published.put(school, new PublishedResult(Optional.of(printed.get(i)), Optional.empty()));
            order.put(school, i + 1);
        }
        published.put(School.of("r"), new PublishedResult(Optional.of("Reporter"), Optional.empty()));
        RankedList list = RankedList.ofPublished(published);
        assertThat(list.size()).isEqualTo(7);
        assertThat(RankComparison.of(list, RankedList.ofPositions(order)).kendallTauB())
                .hasValue(1);
    }
}
