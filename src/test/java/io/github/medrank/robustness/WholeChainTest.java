package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.evidence.Bootstrap;
import io.github.medrank.evidence.Institutions;
import io.github.medrank.evidence.PaperAccumulator;
import io.github.medrank.evidence.Replicates;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Mean;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import io.github.medrank.weightspace.WeightSampler;
import io.github.medrank.weightspace.WeightSamplers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From evidence, and through a hierarchy, to acceptabilities: each against ranking one table after another. */
class WholeChainTest {
    private static final int SCHOOLS = 12;

    @Test
    void replicates_of_a_bootstrap_are_ranked_one_after_another() {
        List<School> schools =
                IntStream.range(0, SCHOOLS).mapToObj(i -> School.of("S" + i)).toList();
        PaperAccumulator papers = PaperAccumulator.of(Institutions.of(schools), Qs.papers(2026));
        SplittableRandom random = new SplittableRandom(1);
        IntStream.range(0, 2000).forEach(i -> papers.add(random.nextInt(SCHOOLS), random.nextInt(40)));
        Replicates replicates =
                Bootstrap.of(7, 40).papers(papers.tally(), each -> List.of(each.citationsPerPaper(), each.hIndex()));
        Methodology methodology = Methodology.builder("Research")
                .indicators(replicates.estimate().indicators())
                .normalizer(Normalizers.minMax(0, 100))
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1))
                .build();

        RankAcceptability found = Robustness.of(methodology, replicates.estimate())
                .varyingData(DataVariations.replicates(replicates.tables()))
                .run(80);

        int[][] expected = new int[SCHOOLS][SCHOOLS + 1];
        for (IndicatorTable table : replicates.tables()) {
            methodology
                    .rank(table)
                    .forEach(each -> expected[schools.indexOf(each.school())][
                            each.position().best()]++);
        }
        assertThat(expected[0]).doesNotContain(40); // or the data would vary too little to show anything
        for (int row = 0; row < SCHOOLS; row++) {
            for (int position = 1; position <= SCHOOLS; position++) {
                assertThat(found.acceptability(schools.get(row), position).value())
                        .isEqualTo(expected[row][position] / 40.0);
            }
        }
    }

    @Test
    void weights_drawn_level_by_level_go_through_pillars() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        Indicator c = Indicator.of("c");
        Indicator d = Indicator.of("d");
        SplittableRandom random = new SplittableRandom(2);
        IndicatorTable.Builder builder = IndicatorTable.builder(a, b, c, d);
        IntStream.range(0, SCHOOLS)
                .forEach(i -> builder.row(
                        School.of("S" + i), random.doubles(4, 1, 100).toArray()));
        IndicatorTable table = builder.build();
        Indicator teaching = Indicator.of("teaching");
        Indicator research = Indicator.of("research");
        WeightSampler levels = WeightSamplers.perLevel(
                WeightSamplers.dirichlet(Weights.of(Map.of(teaching, 30, research, 70)), 20),
                Map.of(
                        teaching, WeightSamplers.uniform(List.of(a, b)),
                        research, WeightSamplers.uniform(List.of(c, d))));
        Methodology methodology = Methodology.builder("Pillars")
                .indicators(a, b, c, d)
                .ranker(Rankers.pillars(
                        Mean.arithmetic(),
                        Skipping.refuse(),
                        Pillar.of("Teaching", a, b).withMean(Mean.geometric()),
                        Pillar.of("Research", c, d)))
                .presentation(Presentation.rounded(1))
                .build();

        RankAcceptability found = Robustness.of(methodology, table)
                .varyingWeights(levels)
                .withSeed(3)
                .run(300);

        BlockRandom same = new BlockRandom(3, 1);
        same.start(0);
        WeightSampler.Source source = levels.source(same);
        source.start();
        assertThat(levels.indicators()).containsExactly(c, d, a, b);
        assertThat(levels)
                .hasToString("groups Dirichlet with parameters [14.0, 6.0]; in research uniform on the simplex;"
                        + " in teaching uniform on the simplex");
        int[][] expected = new int[SCHOOLS][SCHOOLS + 1];
        double[] shares = new double[4];
        for (int draw = 0; draw < 300; draw++) {
            source.next(shares);
            long[] scores = new long[SCHOOLS];
            for (int row = 0; row < SCHOOLS; row++) {
                scores[row] = Math.round(10 * score(table, row, shares));
            }
            for (int row = 0; row < SCHOOLS; row++) {
                long mine = scores[row];
                expected[row][
                        1
                                + (int) Arrays.stream(scores)
                                        .filter(score -> score > mine)
                                        .count()]++;
            }
        }
        for (int row = 0; row < SCHOOLS; row++) {
            for (int position = 1; position <= SCHOOLS; position++) {
                assertThat(found.acceptability(table.schools().get(row), position)
                                .value())
                        .isEqualTo(expected[row][position] / 300.0);
            }
        }
    }

    /** The geometric mean of a and b and the arithmetic one of c and d, each weighing as much as its two together. */
    private static double score(IndicatorTable table, int row, double[] shares) {
        double[] values = table.columns().stream()
                .mapToDouble(column -> column.value(row))
                .toArray();
        double teaching = shares[2] + shares[3];
        double geometric = Math.exp((shares[2] * Math.log(values[0]) + shares[3] * Math.log(values[1])) / teaching);
        return teaching * geometric + shares[0] * values[2] + shares[1] * values[3];
    }
}
