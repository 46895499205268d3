package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.RankRange;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import io.github.medrank.weightspace.WeightRegion;
import io.github.medrank.weightspace.WeightSamplers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every figure of a run is that of its draws, each ranked on its own and written down in a list. */
class FiguresOfDrawsTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final ImmutableList<School> SCHOOLS =
            IntStream.range(0, 40).mapToObj(i -> School.of("S" + i)).collect(ImmutableList.toImmutableList());
    private static final Methodology MEAN = Methodology.builder("mean")
            .indicators(A, B)
            .weights(Weights.equal(List.of(A, B)))
            .ranker(Rankers.weightedMean())
            .presentation(Presentation.rounded(1))
            .build();

    /** Tables of the same schools; where there are gaps, a school in ten has no value, and so no rank. */
    private static List<IndicatorTable> tables(int count, boolean gaps) {
        SplittableRandom random = new SplittableRandom(count);
        List<IndicatorTable> tables = new ArrayList<>();
        for (int draw = 0; draw < count; draw++) {
            IndicatorTable.Builder table = IndicatorTable.builder(A, B);
            for (School school : SCHOOLS) {
                double a = random.nextInt(1000) / 10.0;
                double b = random.nextInt(1000) / 10.0;
                if (gaps && draw > 0 && random.nextInt(10) == 0) {
                    table.row(school, List.of(Cell.of(a), Cell.missing(MissingReason.NOT_REPORTED)));
                } else {
                    table.row(school, a, b);
                }
            }
            tables.add(table.build());
        }
        return tables;
    }

    private static void near(Estimate found, double value, double standardError) {
        assertThat(found.value()).isCloseTo(value, within(1e-11));
        assertThat(found.standardError()).isCloseTo(standardError, within(1e-11));
    }

    private static void nearMean(Estimate found, double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        near(found, mean, Math.sqrt(squares) / values.length);
    }

    @ParameterizedTest(name = "{0} draws, gaps: {1}")
    @CsvSource({
        "1, false",
        "2, false",
        "3, false",
        "4, false",
        "5, false",
        "6, true",
        "7, true",
        "100, true",
        "1024, false",
        "1025, true",
        "1026, false",
        "2050, false"
    })
    void figures_are_those_of_the_draws_one_by_one(int count, boolean gaps) {
        Methodology method = MEAN.withRanker(Rankers.weightedMean(Skipping.unrank()));
        List<IndicatorTable> tables = tables(count, gaps);
        RankAcceptability found = Robustness.of(method, tables.get(0))
                .varyingData(DataVariations.replicates(tables))
                .run(count);
        List<Ranking> rankings = tables.stream().map(method::rank).toList();
        IntToDoubleFunction worth = position -> 1.0 / position;
        for (School school : SCHOOLS) {
            List<RankedSchool> ranked = rankings.stream()
                    .flatMap(Ranking::stream)
                    .filter(each -> each.school().equals(school))
                    .toList();
            if (ranked.isEmpty()) {
                continue;
            }
            int[] positions = ranked.stream()
                    .mapToInt(each -> each.position().best())
                    .sorted()
                    .toArray();
            nearMean(
                    found.mean(school),
                    Arrays.stream(positions).asDoubleStream().toArray());
            nearMean(
                    found.mean(school, worth),
                    Arrays.stream(positions).mapToDouble(worth).toArray());
            double[] worths =
                    Arrays.copyOf(Arrays.stream(positions).mapToDouble(worth).toArray(), count);
            nearMean(found.holistic(school, worth), worths);
            nearMean(
                    found.expectedScore(school),
                    ranked.stream()
                            .mapToDouble(
                                    each -> each.exactScore().toBigDecimal().doubleValue())
                            .toArray());
            double unranked = 1 - (double) ranked.size() / count;
            near(found.unranked(school), unranked, Math.sqrt(unranked * (1 - unranked) / count));
            for (int position : new int[] {1, 2, 20, 40}) {
                assertThat(found.acceptability(school, position).value())
                        .isEqualTo((double) Arrays.stream(positions)
                                        .filter(each -> each == position)
                                        .count()
                                / count);
                assertThat(found.withinTop(school, position).value())
                        .isEqualTo((double) Arrays.stream(positions)
                                        .filter(each -> each <= position)
                                        .count()
                                / count);
            }
            for (double level : new double[] {0.5, 0.9, 0.99}) {
                Estimate best = found.quantile(school, round((1 - level) / 2));
                Estimate worst = found.quantile(school, round((1 + level) / 2));
                quantile(best, positions, (1 - level) / 2);
                quantile(worst, positions, (1 + level) / 2);
                RankRange range = found.range(school, level);
                assertThat(range.best()).isEqualTo(best.value());
                assertThat(range.worst()).isEqualTo(worst.value());
                assertThat(range.median()).hasValue(found.median(school).value());
            }
        }
    }

    private static double round(double share) {
        return Math.round(share * 1e6) / 1e6;
    }

    /** Number ⌊pn⌋ of n, and half of what lies between those a standard deviation of a binomial away. */
    private static void quantile(Estimate found, int[] sorted, double part) {
        int n = sorted.length;
        int index = (int) Math.floor(part * n + 1e-9);
        double reach = Math.sqrt(part * (1 - part) * n);
        int before = sorted[(int) Math.max(0, Math.floor(index - reach))];
        int after = sorted[(int) Math.min(n - 1, Math.ceil(index + reach))];
        assertThat(found).isEqualTo(new Estimate(sorted[index], (after - before) / 2.0));
    }

    @Test
    void schools_are_listed_by_how_often_they_were_first_or_how_well_they_stood_then_by_name_and_id() {
        School often = School.of("4", "Zed");
        School second = School.of("2", "Twin");
        School first = School.of("1", "Twin");
        School other = School.of("3", "Other");
        School never = School.of("0", "A");
        List<IndicatorTable> tables = new ArrayList<>();
        for (School best : List.of(often, second, first, other, often)) {
            IndicatorTable.Builder table = IndicatorTable.builder(A, B);
            for (School school : List.of(never, second, first, other, often)) {
                table.row(school, school.equals(best) ? 2 : 1, school.equals(never) ? 0 : 1);
            }
            tables.add(table.build());
        }
        RankAcceptability found = Robustness.of(MEAN, tables.get(0))
                .varyingData(DataVariations.replicates(tables))
                .run(5);
        assertThat(found.schools()).containsExactly(never, second, first, other, often);
        assertThat(found.firsts()).containsExactly(often, other, first, second);
        assertThat(found.byMean()).containsExactly(often, other, first, second, never);
    }

    @Test
    void central_weights_are_shares_where_an_indicator_is_left_out() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("X"), 2, 2)
                .row(School.of("Y"), 1, 1)
                .build();
        Robustness robustness = Robustness.of(MEAN, table)
                .varyingWeights(WeightSamplers.uniform(List.of(A, B)))
                .varyingMethods(Methods.of(MEAN).leavingOneOut());
        var central = robustness.run(3000).centralWeights(School.of("X"));
        Estimate a = Optional.ofNullable(central.get(A)).orElseThrow();
        Estimate b = Optional.ofNullable(central.get(B)).orElseThrow();
        assertThat(a.value() + b.value()).isCloseTo(1, within(1e-12));
        // (U + 0 + 1) / 3: mean 1/2, variance (1/3 + 0 + 1)/3 − 1/4
        assertThat(a.value()).isCloseTo(0.5, within(5 * a.standardError()));
        assertThat(a.standardError()).isCloseTo(Math.sqrt((4 / 9.0 - 0.25) / 3000), within(2e-4));
    }

    @Test
    void without_any_weight_there_is_no_draw() {
        IndicatorTable table =
                IndicatorTable.builder(A, B).row(School.of("X"), 2, 2).build();
        WeightRegion all = WeightRegion.simplex(List.of(A, B)).withBounds(A, 1, 1);
        Robustness robustness = Robustness.of(MEAN, table)
                .varyingWeights(WeightSamplers.uniformWithin(all))
                .varyingMethods(Methods.of(MEAN).leavingOneOut());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> robustness.run(100))
                .withMessage("without indicator \"a\" no indicator has any weight");
    }

    @Test
    void what_there_is_not_is_refused() {
        IndicatorTable table = tables(1, false).get(0);
        RankAcceptability found = Robustness.of(MEAN, table)
                .varyingWeights(WeightSamplers.uniform(List.of(A, B)))
                .run(10);
        School school = SCHOOLS.get(0);
        for (double level : new double[] {0, 1, -0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> found.range(school, level))
                    .withMessage("level " + level + "; it must be above 0 and below 1, such as 0.9");
        }
        for (int position : new int[] {-1, 0, 41}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> found.withinTop(school, position))
                    .withMessage("position " + position + "; there are positions 1 to 40");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found.table(-1))
                .withMessage("a table of -1 schools: 0 or more");
        assertThat(found.table(0).toString()).startsWith("School  Mean");
    }
}
