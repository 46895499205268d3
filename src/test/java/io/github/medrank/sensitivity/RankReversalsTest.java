package io.github.medrank.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Bands;
import io.github.medrank.GeneratedTables;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.TieRule;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reversals are searched only where one must be; here each pair is looked at, for each school left out. */
class RankReversalsTest {
    private static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void reversals_are_those_of_all_pairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ImmutableList<Indicator> indicators = GeneratedTables.indicators(3);
        double[][] rows = new double[3 + random.nextInt(9)][];
        Arrays.setAll(rows, row -> new double[] {random.nextInt(9), random.nextInt(9), 1 + random.nextInt(3)});
        IndicatorTable table = GeneratedTables.table(indicators, rows);
        Methodology methodology = Methodology.builder("any")
                .indicators(indicators)
                .normalizer(List.of(Normalizers.minMax(0, 100), Normalizers.zScore(), Normalizers.percentOfMaximum())
                        .get((int) (seed % 3)))
                .ranker(seed % 5 == 0 ? Rankers.copeland() : Rankers.weightedMean())
                .presentation(presentation((int) (seed % 4)))
                .build();

        List<List<School>> expected = new ArrayList<>();
        Ranking all = methodology.rank(table);
        for (RankedSchool left : all.schools()) {
            Ranking after = methodology.rank(table.filter(row -> !row.school().equals(left.school())));
            for (RankedSchool a : all.schools()) {
                for (RankedSchool b : all.schools()) {
                    boolean isThere = !a.equals(left) && !b.equals(left);
                    if (isThere && best(all, a) < best(all, b) && best(after, b) < best(after, a)) {
                        expected.add(List.of(left.school(), a.school(), b.school()));
                    }
                }
            }
        }
        assertThat(RankReversals.of(methodology, table).reversals().stream()
                        .map(each -> List.of(each.removed(), each.ahead(), each.behind())))
                .isEqualTo(expected);
    }

    private static int best(Ranking ranking, RankedSchool school) {
        return ranking.of(school.school()).position().best();
    }

    private static Presentation presentation(int which) {
        return switch (which) {
            case 0 -> Presentation.exact();
            case 1 -> Presentation.rounded(0);
            case 2 -> Presentation.exact().withTies(TieRule.ORDINAL);
            default -> Presentation.exact().withBands(Bands.exactTo(3).thenEvery(3, 30));
        };
    }
}
