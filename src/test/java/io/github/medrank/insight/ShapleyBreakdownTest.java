package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.Rescaling;
import io.github.medrank.Row;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.published.Qs;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapleyBreakdownTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final IndicatorTable TABLE = IndicatorTable.builder(A, B)
            .row(School.of("Oxford"), 9, 4)
            .row(School.of("Yale"), 5, 2)
            .build();

    private static Methodology product() {
        return Methodology.builder("product")
                .ranker((table, weights) -> Ranking.byScore(table, weights, ShapleyBreakdownTest::product))
                .build();
    }

    private static double product(Row row) {
        return row.values().stream().reduce(1.0, (a, b) -> a * b);
    }

    /** v(∅) = 1, v(a) = 9, v(b) = 4, v(ab) = 36: a adds (8 + 32)/2, b adds (3 + 27)/2. */
    @Test
    void a_product_splits_by_the_mean_of_both_orders() {
        ShapleyBreakdown oxford = ShapleyBreakdown.of(product(), TABLE, "Oxford", Baseline.at(1));

        assertThat(oxford.base()).hasToString("1");
        assertThat(oxford.of(A).contribution()).hasToString("20");
        assertThat(oxford.of(B).contribution()).hasToString("15");
        assertThat(oxford.score()).isEqualByComparingTo("36");
        assertThat(oxford).hasToString("""
                Oxford   normalized  baseline  contribution
                base: 1                                   1
                a                 9         1           +20
                b                 4         1           +15
                score                                    36""");
    }

    @Test
    void against_another_school_the_parts_explain_the_lead_over_it() {
        ShapleyBreakdown oxford = ShapleyBreakdown.of(product(), TABLE, "Oxford", Baseline.school("Yale"));

        assertThat(oxford.base()).hasToString("10");
        assertThat(oxford.of(A).contribution().plus(oxford.of(B).contribution()))
                .hasToString("26");
        assertThat(oxford.baseline()).isEqualTo("Yale");
    }

    @Test
    void the_mean_is_a_baseline() {
        ShapleyBreakdown oxford = ShapleyBreakdown.of(product(), TABLE, "Oxford", Baseline.mean());

        assertThat(oxford.lines())
                .extracting(line -> line.baseline().toString())
                .containsExactly("7", "3");
        assertThat(oxford.base()).hasToString("21");
        assertThat(Baseline.mean()).hasToString("the mean of all schools");
    }

    /** For a weighted mean a line is share × (value − baseline), with rescaling and rounding on lines of their own. */
    @Test
    void a_weighted_mean_splits_by_share_times_difference() {
        Methodology rescaled =
                Qs.medicine(2026).withPresentation(Presentation.rounded(1).withRescaling(Rescaling.top(100)));
        ShapleyBreakdown oxford =
                ShapleyBreakdown.of(rescaled, ExcerptsAndTables.qs2026(), "University of Oxford", Baseline.at(50));

        assertThat(oxford.of(Qs.ACADEMIC_REPUTATION).contribution()).hasToString("18.2");
        assertThat(oxford.of(Qs.CITATIONS_PER_PAPER).contribution()).hasToString("7.1");
        assertThat(oxford.base()).hasToString("50");
        assertThat(sum(oxford)).isEqualTo(Rational.of(oxford.score()));
        assertThat(oxford.rescaling().signum()).isPositive();
        assertThat(oxford.toString()).contains("\nrescaling ").contains("\nrounding ");
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#fewSeeds")
    void the_parts_add_up_and_the_base_is_the_score_at_the_baseline(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = ExcerptsAndTables.table(random, 3, 1 + random.nextInt(4), 9);
        Methodology weakest = Methodology.builder("weakest")
                .normalizer(random.nextBoolean() ? Normalizer.identity() : ExcerptsAndTables.MinMax.INSTANCE)
                .ranker((t, w) -> Ranking.byScore(t, w, row -> row.min() * row.max()))
                .build();

        ShapleyBreakdown split = ShapleyBreakdown.of(weakest, table, "school 1", Baseline.at(2));

        assertThat(split.base()).hasToString("4");
        assertThat(sum(split)).isEqualTo(Rational.of(split.score()));
    }

    private static Rational sum(ShapleyBreakdown split) {
        Rational sum = split.base().plus(split.rescaling()).plus(split.rounding());
        for (ShapleyBreakdown.Line line : split.lines()) {
            sum = sum.plus(line.contribution());
        }
        return sum;
    }

    @Test
    void thirteen_indicators_are_too_many() {
        IndicatorTable wide = ExcerptsAndTables.table(new SplittableRandom(1), 2, 13, 9);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShapleyBreakdown.of(product(), wide, "school 0", Baseline.at(0)))
                .withMessage("Shapley values are exact for up to 12 indicators; the table has 13");
        assertThat(ExcerptsAndTables.indicators(12)).hasSize(12);
    }

    @Test
    void twelve_are_not() {
        IndicatorTable wide = ExcerptsAndTables.table(new SplittableRandom(1), 2, 12, 9);
        Methodology equal = Methodology.builder("mean")
                .weights(Weights.equal(wide.indicators()))
                .ranker(io.github.medrank.ranking.Rankers.weightedMean())
                .build();

        ShapleyBreakdown split = ShapleyBreakdown.of(equal, wide, "school 0", Baseline.at(0));

        assertThat(split.of(Indicator.of("i3")).contribution())
                .isEqualTo(Rational.ratio(wide.column(Indicator.of("i3")).decimal(0), BigDecimal.valueOf(12)));
    }

    @Test
    void a_baseline_is_a_finite_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Baseline.at(Double.NaN))
                .withMessage("baseline NaN is not a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShapleyBreakdown.of(product(), TABLE, "Oxford", Baseline.at(0))
                        .of(Indicator.of("c")))
                .withMessage("no indicator \"c\" in the breakdown");
    }
}
