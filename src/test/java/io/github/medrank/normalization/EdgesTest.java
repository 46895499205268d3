package io.github.medrank.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.School;
import io.github.medrank.Treatment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ends of what is allowed, names, and scales fitted on little or nothing. */
class EdgesTest {
    private static final Indicator MORE = Indicator.of("papers");
    private static final Indicator LESS = Indicator.of("ratio").withDirection(Direction.LOWER_IS_BETTER);
    private static final double MAX = Double.MAX_VALUE;
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static double[] treated(Treatment treatment, double... papers) {
        List<School> schools = java.util.stream.IntStream.range(0, papers.length)
                .mapToObj(i -> School.of("s" + i))
                .toList();
        IndicatorTable table = IndicatorTable.ofColumns(schools, List.of(Column.of(MORE, papers)));
        return treatment.apply(table).column(MORE).values().toArray();
    }

    private static void refused(Runnable option, String message) {
        assertThatIllegalArgumentException().isThrownBy(option::run).withMessage(message);
    }

    @Test
    void the_last_options_that_are_allowed() {
        assertThat(treated(Treatments.betweenPercentiles(50, 100), 1, 2, 3)).containsExactly(2, 2, 3);
        assertThat(treated(Imputations.quantile(1), 1, 3)).containsExactly(1, 3);
        assertThat(treated(Treatments.winsorizedBySkewness(0, 0, 0), 1, 3)).containsExactly(1, 3);
        Column flatThenUp = Column.of(MORE, 0, 1, 2);
        Normalizer flat = Normalizers.piecewiseLinearAtMedian(0, 0, 100);
        assertThat(flatThenUp.map(flat.fit(flatThenUp)::apply)).isEqualTo(Column.of(MORE, 0, 0, 100));
        Normalizer upThenFlat = Normalizers.piecewiseLinearAtMedian(0, 100, 100);
        assertThat(flatThenUp.map(upThenFlat.fit(flatThenUp)::apply)).isEqualTo(Column.of(MORE, 0, 100, 100));
    }

    @Test
    void a_quantile_of_1_fills_in_the_best() {
        Cell hole = Cell.missing(MissingReason.NOT_REPORTED);
        IndicatorTable table = IndicatorTable.builder(MORE, LESS)
                .row(School.of("a"), 10, 10)
                .row(School.of("b"), 40, 40)
                .row(School.of("c"), List.of(hole, hole))
                .build();
        assertThat(Imputations.quantile(1).apply(table).row(2).values()).containsExactly(40.0, 10.0);
    }

    @Test
    void the_first_options_that_are_refused() {
        refused(
                () -> Treatments.betweenPercentiles(50, 50),
                "percentiles 50.0 and 50.0; between 0 and 100, the first less than the second");
        refused(
                () -> Normalizers.piecewiseLinearAtMedian(5, 5, 5),
                "a scale from 5.0 over 5.0 to 5.0; they must ascend and be finite");
        refused(
                () -> Normalizers.piecewiseLinearAtMedian(-MAX, 0, MAX),
                "a scale from -1.7976931348623157E308 over 0.0 to 1.7976931348623157E308; they must ascend and be"
                        + " finite");
        refused(
                () -> Normalizers.minMax(-MAX, MAX),
                "a scale from -1.7976931348623157E308 to 1.7976931348623157E308; the first must be less than the"
                        + " second, both finite");
        refused(() -> Treatments.log(Double.NaN), "log(x + NaN); the constant must be finite");
        refused(
                () -> Treatments.capAtMeanMultiple(INFINITY),
                "Infinity times the mean; the multiple must be greater than zero");
        refused(
                () -> Treatments.winsorizedBySkewness(-1, 3.5, 5),
                "skewness threshold -1.0; it is compared with |G1|, so not negative");
        refused(() -> Treatments.winsorizedBySkewness(2, Double.NaN, 5), "kurtosis threshold NaN; it must be finite");
        refused(() -> Treatments.winsorizedBySkewness(2, 3.5, -1), "at most -1 points; not negative, please");
        refused(
                () -> Normalizers.zScore().times(INFINITY),
                "z-score times Infinity, divided by 1.0; both must be greater than zero");
        refused(
                () -> Normalizers.zScore().dividedBy(0),
                "z-score times 1.0, divided by 0.0; both must be greater than zero");
        refused(
                () -> Normalizers.zScore().dividedBy(INFINITY),
                "z-score times 1.0, divided by Infinity; both must be greater than zero");
        refused(
                () -> Normalizers.zScore().clipped(3, 3),
                "z-score clipped to [3.0, 3.0]; the first must be less than the second");
    }

    @Test
    void every_step_says_what_it_does() {
        assertThat(List.of(
                        Normalizers.piecewiseLinearAtMedian(0, 50, 100),
                        Normalizers.normalCdf(),
                        Normalizers.tScore(),
                        Normalizers.percentOfMaximum(),
                        Normalizers.sqrtOfPercentOfMaximum(),
                        Normalizers.percentileRankMean(),
                        Normalizers.percentileRankWeak(),
                        Normalizers.percentileRankStrict(),
                        Normalizers.rank(),
                        Normalizers.goalpostsUnclipped(0, 10)))
                .extracting(Object::toString)
                .containsExactly(
                        "linear from worst 0 over median 50 to best 100",
                        "100 × normal distribution function of z-score (population)",
                        "T-score 50 + 10 × z-score (population)",
                        "percent of maximum",
                        "square root of percent of maximum",
                        "percentile rank (worse and half of equal)",
                        "percentile rank (worse or equal)",
                        "percentile rank (worse)",
                        "rank from the worst, ties averaged",
                        "goalposts [0, 10], not clipped");
        IndicatorTable before =
                IndicatorTable.builder(MORE).row(School.of("a"), 1).build();
        assertThat(List.of(
                        Treatments.capAtMeanMultiple(2),
                        Treatments.winsorizedBySkewness(2, 3.5, 5),
                        Imputations.quantile(0.1),
                        Imputations.previousEdition(before)))
                .extracting(Object::toString)
                .containsExactly(
                        "capped at 2 × mean",
                        "winsorised while |skewness G1| > 2 and kurtosis G2 > 3.5, by 5 points at most",
                        "a missing value counts as the quantile 0.1 of the others, from the worst",
                        "a missing value counts as that of a previous table of 1 schools");
    }

    /** A scale that was frozen on a column without numbers. */
    @ParameterizedTest
    @MethodSource("io.github.medrank.normalization.NormalizersTest#all")
    void without_reference_values_nothing_has_a_place_unless_the_scale_is_fixed(Normalizer normalizer) {
        Column empty = Column.of(MORE, List.of(Cell.missing(MissingReason.WITHHELD)));
        if (normalizer.toString().startsWith("goalposts")) {
            assertThat(normalizer.fit(empty).apply(25)).isEqualTo(50);
        } else {
            assertThat(normalizer.fit(empty).apply(3)).isNaN();
        }
    }

    @Test
    void of_a_reference_of_zeros_only_zero_is_a_percentage() {
        Normalizer percent = Normalizers.percentOfMaximum();
        assertThat(percent.fit(Column.of(MORE, 0, 0)).apply(8)).isNaN();
        assertThat(percent.fit(Column.of(LESS, 0, 0)).apply(8)).isNaN();
        assertThat(percent.fit(Column.of(LESS, 1, 2)).apply(0)).isNaN();
    }

    /** Two values: half of one equal value behind the worse, one and a half behind the better. */
    @Test
    void percentile_ranks_are_of_those_that_have_a_value() {
        Column column = Column.of(MORE, List.of(Cell.of(1), Cell.missing(MissingReason.NOT_REPORTED), Cell.of(3)));
        assertThat(Normalizers.percentileRankMean().fit(column).apply(1)).isEqualTo(25);
        assertThat(Normalizers.percentileRankMean().fit(column).apply(3)).isEqualTo(75);
        assertThat(Normalizers.percentileRankWeak().fit(column).apply(3)).isEqualTo(100);
    }

    @Test
    void floors_are_told_where_there_are_some() {
        assertThat(Normalizers.goalposts(0, 10).floor()).hasValue(0);
        assertThat(Normalizers.goalpostsUnclipped(0, 10).floor()).isEmpty();
        assertThat(Normalizers.valueFunction(Map.of(1, 30, 2, 20, 3, 90)).floor())
                .hasValue(20);
        assertThat(Normalizers.frozen(Normalizers.goalposts(0, 10), Column.of(MORE, 1))
                        .floor())
                .hasValue(0);
        assertThat(Normalizers.minMax(0, 100).floor()).isEmpty();
    }

    @Test
    void a_frozen_normalizer_turns_round_what_its_own_does() {
        Column reference = Column.of(LESS, 1, 2);
        assertThat(Normalizers.frozen(Normalizers.minMax(0, 100), reference).orients())
                .isTrue();
        assertThat(Normalizers.frozen(Normalizer.identity(), reference).orients())
                .isFalse();
    }

    @Test
    void only_constants_fill_each_cell_whatever_the_others_are() {
        assertThat(Imputations.constant(3).fillsCellByCell()).isTrue();
        assertThat(Imputations.zero().fillsCellByCell()).isTrue();
        assertThat(Imputations.mean().fillsCellByCell()).isFalse();
    }

    /** “While |G1| > 2”, as far as doubles tell it; {@link TreatmentsTest} has what is exactly at a threshold. */
    @ParameterizedTest
    @ValueSource(doubles = {1000, -1000})
    void winsorising_by_shape_starts_beyond_its_thresholds(double outlier) {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, outlier};
        Column column = Column.of(MORE, values);
        double skewness = Math.abs(column.skewnessG1().orElseThrow());
        double kurtosis = column.kurtosisG2().orElseThrow();
        assertThat(treated(Treatments.winsorizedBySkewness(skewness * (1 + 1e-12), 0, 1), values))
                .containsExactly(values);
        assertThat(treated(Treatments.winsorizedBySkewness(0, kurtosis * (1 + 1e-12), 1), values))
                .containsExactly(values);
        assertThat(treated(Treatments.winsorizedBySkewness(skewness * (1 - 1e-12), kurtosis * (1 - 1e-12), 1), values))
                .isNotEqualTo(values);
    }

    /** The other indicator has too few values to be winsorised, and is not asked. */
    @Test
    void a_treatment_of_one_indicator_leaves_the_others_unseen() {
        Cell hole = Cell.missing(MissingReason.NOT_REPORTED);
        IndicatorTable table = IndicatorTable.builder(MORE, LESS)
                .row(School.of("a"), List.of(Cell.of(1), hole))
                .row(School.of("b"), List.of(Cell.of(2), hole))
                .row(School.of("c"), List.of(Cell.of(3), Cell.of(7)))
                .build();
        IndicatorTable treated =
                Treatments.on(MORE, Treatments.winsorized(1, 1)).apply(table);
        assertThat(treated.column(MORE)).isEqualTo(Column.of(MORE, 2, 2, 2));
        assertThat(treated.column(LESS)).isEqualTo(table.column(LESS));
    }
}
