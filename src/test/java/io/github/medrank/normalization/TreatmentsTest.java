package io.github.medrank.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.Treatment;
import io.github.medrank.ranking.Rankers;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreatmentsTest {
    private static final Indicator PAPERS = Indicator.of("papers");
    private static final Indicator STAFF = Indicator.of("staff").withDirection(Direction.LOWER_IS_BETTER);
    private static final School OXFORD = School.of("Oxford");
    private static final School YALE = School.of("Yale");

    private static IndicatorTable table(double... papers) {
        List<School> schools = IntStream.range(0, papers.length)
                .mapToObj(i -> School.of("s" + i))
                .toList();
        return IndicatorTable.ofColumns(schools, List.of(Column.of(PAPERS, papers)));
    }

    private static double[] treated(Treatment treatment, double... papers) {
        return treatment.apply(table(papers)).column(PAPERS).values().toArray();
    }

    private static Cell first(Treatment treatment, double paper) {
        return treatment.apply(table(paper)).column(PAPERS).cell(0);
    }

    @Test
    void transforms_have_no_value_outside_their_domain() {
        Cell undefined = Cell.missing(MissingReason.UNDEFINED);
        assertThat(first(Treatments.log(), Math.E)).isEqualTo(Cell.of(1));
        assertThat(first(Treatments.log(), 0)).isEqualTo(undefined);
        assertThat(first(Treatments.log(1), 0)).isEqualTo(Cell.of(0));
        assertThat(first(Treatments.log(1), -1)).isEqualTo(undefined);
        assertThat(first(Treatments.sqrt(), 9)).isEqualTo(Cell.of(3));
        assertThat(first(Treatments.sqrt(), -9)).isEqualTo(undefined);
        assertThat(first(Treatments.reciprocal(), 4)).isEqualTo(Cell.of(0.25));
        assertThat(first(Treatments.reciprocal(), 0)).isEqualTo(undefined);
        assertThat(first(Treatments.reciprocal(), -4)).isEqualTo(undefined);
    }

    /** Elsewhere a transform was computed, named, and the untransformed values given back. */
    @Test
    void what_is_called_a_logarithm_is_one() {
        assertThat(treated(Treatments.log(), 1, 10, 100))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(0, 2.302585092994046, 4.605170185988092);
        assertThat(treated(Treatments.log(1), 0, 1, 99))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(0, 0.6931471805599453, 4.605170185988092);
        assertThat(Treatments.log(1)).hasToString("log(x + 1)");
    }

    /** Other software multiplies costs by −1 or inverts them, and the best becomes the worst. */
    @Test
    void a_reciprocal_turns_the_direction_round_and_keeps_the_order() {
        IndicatorTable staff =
                IndicatorTable.builder(STAFF).row(OXFORD, 5).row(YALE, 10).build();
        Column turned = Treatments.reciprocal().apply(staff).column(STAFF);
        assertThat(turned.indicator().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(turned.value(0)).isGreaterThan(turned.value(1));
        Column back = Treatments.reciprocal()
                .apply(Treatments.reciprocal().apply(staff))
                .column(STAFF);
        assertThat(back.indicator().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(back.value(0)).isEqualTo(5);
        assertThat(Methodology.builder("Staff")
                        .treatments(Treatments.reciprocal())
                        .ranker(Rankers.weightedMean())
                        .build()
                        .rank(staff)
                        .of("Oxford")
                        .position())
                .hasToString("1");
    }

    @Test
    void a_ratio_divides_by_another_column() {
        IndicatorTable table = IndicatorTable.builder(PAPERS, STAFF)
                .row(OXFORD, 30, 10)
                .row(YALE, 30, 0)
                .put(School.of("Basel"), PAPERS, 5)
                .put(School.of("Bern"), STAFF, 5)
                .put(
                        School.of("Graz"),
                        PAPERS,
                        Cell.missing(MissingReason.WITHHELD).filledWith(8))
                .put(School.of("Graz"), STAFF, 2)
                .build();
        IndicatorTable ratio = Treatments.ratioTo(STAFF).apply(table);
        assertThat(ratio.column(STAFF)).isEqualTo(table.column(STAFF));
        assertThat(ratio.column(PAPERS))
                .isEqualTo(Column.of(
                        PAPERS,
                        List.of(
                                Cell.of(3),
                                Cell.missing(MissingReason.UNDEFINED),
                                Cell.missing(MissingReason.NOT_REPORTED),
                                Cell.missing(MissingReason.NOT_REPORTED),
                                Cell.missing(MissingReason.WITHHELD).filledWith(4))));
        assertThat(Treatments.ratioTo(STAFF)).hasToString("x / staff");
    }

    @Test
    void a_ratio_to_another_table_is_matched_by_school() {
        IndicatorTable staff =
                IndicatorTable.builder(STAFF).row(YALE, 2).row(OXFORD, 10).build();
        IndicatorTable papers = IndicatorTable.builder(PAPERS)
                .row(OXFORD, 30)
                .row(YALE, 30)
                .row(School.of("Basel"), 1)
                .build();
        assertThat(Treatments.ratioTo(staff, STAFF).apply(papers).column(PAPERS))
                .isEqualTo(
                        Column.of(PAPERS, List.of(Cell.of(3), Cell.of(15), Cell.missing(MissingReason.NOT_REPORTED))));
        assertThat(Treatments.ratioTo(staff, STAFF)).isEqualTo(Treatments.ratioTo(staff, STAFF));
    }

    @Test
    void winsorising_pulls_points_in_to_the_next() {
        assertThat(treated(Treatments.winsorized(1, 2), 50, 1, 2, 3, 90, 4)).containsExactly(4, 2, 2, 3, 4, 4);
        assertThat(treated(Treatments.winsorized(0, 0), 50, 1)).containsExactly(50, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> treated(Treatments.winsorized(1, 1), 1, 2))
                .withMessage(
                        "indicator \"papers\" has 2 values; it cannot be winsorised by 1 at the low and 1 at the high"
                                + " end");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Treatments.winsorized(-1, 0))
                .withMessage("winsorised by -1 and 0 points; not negative, please");
    }

    /** Of a, a, a, b the skewness is 2 (−2 where b is less) and the kurtosis 4, whatever a and b are. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_shape_that_is_just_at_a_threshold_is_tolerated(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 40; i++) {
            double a = random.nextInt(10_000) / 100.0;
            double b = random.nextInt(10_000, 20_000) / 1000.0 - 5;
            double[] values = {a, a, a, a == b ? b + 1 : b};
            double[] mean = {a};
            assertThat(treated(Treatments.winsorizedBySkewness(2, 3.5, 5), values))
                    .containsExactly(values);
            assertThat(treated(Treatments.winsorizedBySkewness(1.5, 4, 5), values))
                    .containsExactly(values);
            assertThat(treated(Treatments.winsorizedBySkewness(Math.nextDown(2.0), Math.nextDown(4.0), 5), values))
                    .containsOnly(mean);
        }
    }

    /** 0, 0, 3, 5, 7 and such are level on both sides of their mean to the last digit, or just not. */
    @Test
    void the_longer_tail_is_found_exactly() {
        // d = −3, −1, 0, 1, 3 of tenths about 0.3, and the least more at the top
        assertThat(treated(Treatments.winsorizedBySkewness(0, -10, 1), 0.0, 0.2, 0.3, 0.4, 0.6))
                .containsExactly(0.0, 0.2, 0.3, 0.4, 0.6);
        assertThat(treated(Treatments.winsorizedBySkewness(0, -10, 1), 0.0, 0.2, 0.3, 0.4, 0.6000000000000001))
                .containsExactly(0.0, 0.2, 0.3, 0.4, 0.4);
    }

    @Test
    void winsorising_by_shape_stops_when_the_tail_is_short() {
        Treatment treatment = Treatments.winsorizedBySkewness(2, 3.5, 5);
        assertThat(treated(treatment, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1000)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 9);
        assertThat(treated(treatment, -1000, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .containsExactly(2, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(treated(treatment, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void winsorising_by_shape_pulls_in_no_more_points_than_allowed() {
        double[] tails = {
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 70, 80, 90
        };
        assertThat(treated(Treatments.winsorizedBySkewness(0.1, 0.1, 0), tails)).containsExactly(tails);
        double[] one = treated(Treatments.winsorizedBySkewness(0.1, 0.1, 1), tails);
        assertThat(one[31]).isEqualTo(80);
        assertThat(one[30]).isEqualTo(80);
        assertThat(one[29]).isEqualTo(70);
        double[] two = treated(Treatments.winsorizedBySkewness(0.1, 0.1, 2), tails);
        assertThat(two).endsWith(70, 70, 70);
        assertThat(treated(Treatments.winsorizedBySkewness(0.1, 0.1, 5), tails)).containsOnly(1);
    }

    /** Other software stops with an error here. */
    @Test
    void equal_values_have_no_outliers() {
        assertThat(treated(Treatments.winsorizedBySkewness(2, 3.5, 5), 7, 7, 7, 7))
                .containsOnly(7);
        assertThat(treated(Treatments.winsorizedBySkewness(2, 3.5, 5), 7)).containsOnly(7);
    }

    @Test
    void caps_are_quantiles_of_type_7() {
        assertThat(treated(Treatments.capAtPercentile(90), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 9.1);
        assertThat(treated(Treatments.betweenPercentiles(10, 90), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
                .containsExactly(1.9, 2, 3, 4, 5, 6, 7, 8, 9, 9.1);
        assertThat(Treatments.capAtPercentile(90)).hasToString("capped at percentile 90");
        assertThat(Treatments.betweenPercentiles(10, 90)).hasToString("between percentile 10 and percentile 90");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Treatments.betweenPercentiles(90, 10))
                .withMessage("percentiles 90.0 and 10.0; between 0 and 100, the first less than the second");
        assertThatIllegalArgumentException().isThrownBy(() -> Treatments.capAtPercentile(101));
    }

    /** ShanghaiRanking: the maximum is min(2 · mean, maximum), and what is above gets 100. */
    @Test
    void the_citation_impact_of_the_subject_ranking_is_capped_at_twice_the_mean() {
        double[] capped = treated(Treatments.capAtMeanMultiple(2), 1, 2, 3, 10);
        assertThat(capped).containsExactly(1, 2, 3, 8);
        Column column = Column.of(PAPERS, capped);
        assertThat(Normalizers.sqrtOfPercentOfMaximum().fit(column).apply(8)).isEqualTo(100);
        assertThat(Normalizers.sqrtOfPercentOfMaximum().fit(column).apply(2)).isEqualTo(50);
        assertThat(treated(Treatments.capAtMeanMultiple(2), 3, 4, 5)).containsExactly(3, 4, 5);
        assertThat(treated(Treatments.capAtMeanMultiple(2), 0, 0)).containsExactly(0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> treated(Treatments.capAtMeanMultiple(2), -3, 1))
                .withMessage(
                        "indicator \"papers\" has a mean of -1.0; a multiple of the mean caps only values of a mean"
                                + " that is not negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Treatments.capAtMeanMultiple(0))
                .withMessage("0.0 times the mean; the multiple must be greater than zero");
    }

    @Test
    void a_treatment_can_be_of_one_indicator_alone() {
        IndicatorTable table =
                IndicatorTable.builder(PAPERS, STAFF).row(OXFORD, 9, 16).build();
        IndicatorTable one = Treatments.on(PAPERS, Treatments.sqrt()).apply(table);
        assertThat(one.row(0).values()).containsExactly(3.0, 16.0);
        IndicatorTable lambda = Treatments.on(STAFF, each -> each.mapColumns(column -> column.map(x -> x + 1)))
                .apply(table);
        assertThat(lambda.row(0).values()).containsExactly(9.0, 17.0);
        IndicatorTable nested = Treatments.on(
                        List.of(PAPERS, STAFF), Treatments.inTurn(Treatments.sqrt(), Treatments.sqrt()))
                .apply(table);
        assertThat(nested.column(STAFF).value(0)).isCloseTo(2, within(1e-15));
        assertThat(Treatments.on(PAPERS, Treatments.on(PAPERS, Treatments.sqrt()))
                        .apply(table)
                        .row(0)
                        .values())
                .containsExactly(3.0, 16.0);
        assertThat(Treatments.on(PAPERS, Treatments.log(1))).hasToString("papers: log(x + 1)");
        assertThat(Treatments.inTurn(Treatments.log(), Treatments.sqrt())).hasToString("log(x), then √x");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Treatments.on(Indicator.of("books"), Treatments.sqrt()).apply(table))
                .withMessage("no indicator \"books\" in the table; it has [papers, staff]");
    }

    @Test
    void missing_cells_stay_missing_and_filled_ones_filled() {
        Cell missing = Cell.missing(MissingReason.WITHHELD);
        IndicatorTable table = IndicatorTable.builder(PAPERS)
                .row(OXFORD, List.of(missing))
                .row(YALE, List.of(missing.filledWith(4)))
                .row(School.of("Bern"), 9)
                .build();
        for (Treatment treatment : List.of(
                Treatments.log(),
                Treatments.sqrt(),
                Treatments.reciprocal(),
                Treatments.winsorized(0, 1),
                Treatments.winsorizedBySkewness(2, 3.5, 5),
                Treatments.capAtPercentile(50),
                Treatments.capAtMeanMultiple(1))) {
            Column treated = treatment.apply(table).column(PAPERS);
            assertThat(treated.cell(0)).isEqualTo(missing);
            assertThat(treated.isFilled(1)).isTrue();
            assertThat(treated.reason(2)).isEmpty();
        }
    }
}
