package io.github.medrank.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.Treatment;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ImputationsTest {
    private static final Indicator PAPERS = Indicator.of("papers");
    private static final Indicator STAFF = Indicator.of("staff").withDirection(Direction.LOWER_IS_BETTER);
    private static final Cell HOLE = Cell.missing(MissingReason.NOT_REPORTED);
    private static final Cell SECRET = Cell.missing(MissingReason.WITHHELD);
    private static final School BASEL =
            School.of("Basel").withAttribute("region", "Europe").withCountry("CH");
    private static final School BERN =
            School.of("Bern").withAttribute("region", "Europe").withCountry("CH");
    private static final School GRAZ =
            School.of("Graz").withAttribute("region", "Europe").withCountry("AT");
    private static final School YALE =
            School.of("Yale").withAttribute("region", "America").withCountry("US");
    private static final School NOWHERE = School.of("Nowhere");

    private static IndicatorTable table() {
        return IndicatorTable.builder(PAPERS, STAFF)
                .row(BASEL, List.of(Cell.of(10), Cell.of(1)))
                .row(BERN, List.of(HOLE, Cell.of(7)))
                .row(GRAZ, List.of(Cell.of(40), HOLE))
                .row(YALE, List.of(SECRET, SECRET))
                .row(NOWHERE, List.of(HOLE, Cell.of(2)))
                .build();
    }

    private static List<OptionalDouble> papers(Treatment filling) {
        return values(filling.apply(table()).column(PAPERS));
    }

    private static List<OptionalDouble> values(Column column) {
        return java.util.stream.IntStream.range(0, column.size())
                .mapToObj(row -> column.cell(row).value())
                .toList();
    }

    private static List<OptionalDouble> of(Object... values) {
        return java.util.Arrays.stream(values)
                .map(value -> value instanceof Number number
                        ? OptionalDouble.of(number.doubleValue())
                        : OptionalDouble.empty())
                .toList();
    }

    @Test
    void a_constant_fills_every_hole_and_the_cells_keep_their_reasons() {
        assertThat(papers(Imputations.constant(27.7))).isEqualTo(of(10, 27.7, 40, 27.7, 27.7));
        assertThat(papers(Imputations.zero())).isEqualTo(of(10, 0, 40, 0, 0));
        assertThat(Imputations.zero().apply(table()).cell(YALE, PAPERS)).hasToString("0 (filled: withheld)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Imputations.constant(Double.NaN))
                .withMessage("cell value NaN is not a finite number; give a missing reason");
    }

    @Test
    void the_worst_is_the_greatest_where_less_is_better() {
        assertThat(papers(Imputations.worst())).isEqualTo(of(10, 10, 40, 10, 10));
        assertThat(values(Imputations.worst().apply(table()).column(STAFF))).isEqualTo(of(1, 7, 7, 7, 2));
    }

    @Test
    void quantiles_count_from_the_worst() {
        assertThat(papers(Imputations.quantile(0.1))).isEqualTo(of(10, 13, 40, 13, 13));
        assertThat(values(Imputations.quantile(0).apply(table()).column(STAFF))).isEqualTo(of(1, 7, 7, 7, 2));
        assertThat(values(Imputations.quantile(0.5).apply(table()).column(STAFF)))
                .isEqualTo(of(1, 7, 2, 2, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Imputations.quantile(25))
                .withMessage("quantile 25.0; it is a share between 0 and 1");
    }

    @Test
    void means_and_medians_are_of_the_others() {
        assertThat(papers(Imputations.mean())).isEqualTo(of(10, 25, 40, 25, 25));
        assertThat(values(Imputations.median().apply(table()).column(STAFF))).isEqualTo(of(1, 7, 2, 2, 2));
    }

    @Test
    void group_means_leave_missing_what_has_no_group() {
        assertThat(papers(Imputations.groupMean("region"))).isEqualTo(of(10, 25, 40, "", ""));
        assertThat(papers(Imputations.groupMean("country", School::country))).isEqualTo(of(10, 10, 40, "", ""));
        Treatment both = Treatments.inTurn(Imputations.groupMean("region"), Imputations.constant(1));
        assertThat(papers(both)).isEqualTo(of(10, 25, 40, 1, 1));
        assertThat(Imputations.groupMean("region")).isEqualTo(Imputations.groupMean("region"));
        assertThat(Imputations.groupMean("region")).hasToString("a missing value counts as the mean of its region");
    }

    @Test
    void a_previous_edition_is_matched_by_school() {
        IndicatorTable before = IndicatorTable.builder(PAPERS)
                .row(YALE, 99)
                .row(BASEL, 98)
                .put(BERN, PAPERS, HOLE)
                .build();
        assertThat(papers(Imputations.previousEdition(before))).isEqualTo(of(10, "", 40, 99, ""));
        assertThat(Imputations.previousEdition(before).apply(table()).column(STAFF))
                .isEqualTo(table().column(STAFF));
    }

    @Test
    void each_reason_may_have_a_policy_of_its_own() {
        assertThat(papers(Imputations.forReason(MissingReason.WITHHELD, Imputations.worst())))
                .isEqualTo(of(10, "", 40, 10, ""));
        assertThat(papers(Treatments.inTurn(
                        Imputations.forReason(MissingReason.WITHHELD, Imputations.constant(5)),
                        Imputations.forReason(MissingReason.NOT_REPORTED, Imputations.zero()))))
                .isEqualTo(of(10, 0, 40, 5, 0));
        assertThat(papers(Imputations.forReason(MissingReason.UNDEFINED, Imputations.zero())))
                .isEqualTo(of(10, "", 40, "", ""));
        assertThat(Imputations.forReason(MissingReason.WITHHELD, Imputations.worst()))
                .hasToString("withheld: a missing value counts as the worst value of the others");
    }

    @Test
    void refusing_names_the_school_and_the_indicator() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Imputations.refuse().apply(table()))
                .withMessage("school \"Bern\" has no value for indicator \"papers\" (not reported); report it, choose"
                        + " an imputation, or leave the school out with an eligibility");
        Treatment secrets = Imputations.forReason(MissingReason.WITHHELD, Imputations.refuse());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> secrets.apply(table()))
                .withMessageStartingWith("school \"Yale\" has no value for indicator \"papers\" (withheld); ");
        assertThat(secrets.apply(table().rows(0, 1, 2))).isEqualTo(table().rows(0, 1, 2));
        assertThat(secrets).hasToString("withheld: a missing value is refused");
        assertThat(Imputations.refuse()).hasToString("a missing value is refused");
        IndicatorTable complete = table().rows(0);
        assertThat(Imputations.refuse().apply(complete)).isSameAs(complete);
    }

    @Test
    void where_nobody_has_a_value_there_is_nothing_to_fill_in() {
        IndicatorTable empty =
                IndicatorTable.builder(PAPERS).row(BASEL, List.of(HOLE)).build();
        for (Treatment filling : List.of(
                Imputations.worst(),
                Imputations.mean(),
                Imputations.median(),
                Imputations.quantile(0.2),
                Imputations.groupMean("region"))) {
            assertThat(filling.apply(empty)).isEqualTo(empty);
        }
    }
}
