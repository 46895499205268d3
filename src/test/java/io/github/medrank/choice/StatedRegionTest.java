package io.github.medrank.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weightspace.WeightRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The region of generated statements against each statement taken at its word, at every weight vector of a grid. */
class StatedRegionTest {
    private static final List<Indicator> INDICATORS = List.of(Indicator.of("a"), Indicator.of("b"), Indicator.of("c"));

    /** Weights are whole twentieths, so that shares, ratios and scores are whole numbers here. */
    private static final int TOTAL = 20;

    private static final Methodology SUM = Methodology.builder("sum")
            .weights(Weights.equal(INDICATORS))
            .ranker(Rankers.weightedMean())
            .build();

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void holds_the_weights_that_every_statement_allows_and_no_others(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] values = new int[5][3];
        IndicatorTable.Builder table = IndicatorTable.builder(INDICATORS);
        for (int row = 0; row < values.length; row++) {
            for (int column = 0; column < 3; column++) {
                values[row][column] = random.nextInt(21);
            }
            table.row(School.of("s" + row), values[row][0], values[row][1], values[row][2]);
        }
        WhatMatters said = WhatMatters.of(SUM, table.build());
        List<Predicate<int[]>> meant = new ArrayList<>();
        List<Predicate<int[]>> strictly = new ArrayList<>();
        int statements = random.nextInt(1, 5);
        for (int i = 0; i < statements; i++) {
            said = add(said, meant, strictly, values, random);
        }
        boolean contradicts = said.contradiction().isPresent();
        Optional<WeightRegion> region = contradicts ? Optional.empty() : Optional.of(said.region());

        for (int a = 0; a <= TOTAL; a++) {
            for (int b = 0; a + b <= TOTAL; b++) {
                int[] weights = {a, b, TOTAL - a - b};
                Weights written = Weights.builder()
                        .put(INDICATORS.get(0), weights[0])
                        .put(INDICATORS.get(1), weights[1])
                        .put(INDICATORS.get(2), weights[2])
                        .build();
                // Comparisons are strict, but a region has its border.
                boolean allowed = contradicts
                        ? strictly.stream().allMatch(each -> each.test(weights))
                        : meant.stream().allMatch(each -> each.test(weights));
                assertThat(region.map(each -> each.contains(written)).orElse(false))
                        .as("%s at %s", said.statements(), written)
                        .isEqualTo(allowed);
            }
        }
    }

    private static WhatMatters add(
            WhatMatters said,
            List<Predicate<int[]>> meant,
            List<Predicate<int[]>> strictly,
            int[][] values,
            SplittableRandom random) {
        int one = random.nextInt(3);
        int other = (one + random.nextInt(1, 3)) % 3;
        Indicator first = INDICATORS.get(one);
        Indicator second = INDICATORS.get(other);
        int twentieths = random.nextInt(7);
        switch (random.nextInt(6)) {
            case 0 -> {
                meant.add(w -> w[one] >= w[other]);
                strictly.add(w -> w[one] > w[other]);
                return said.moreImportant(first, second);
            }
            case 1 -> {
                meant.add(w -> w[one] >= 2 * w[other]);
                strictly.add(w -> w[one] > 2 * w[other]);
                return said.moreImportant(first.id(), 2, second.id());
            }
            case 2 -> {
                meant.add(w -> w[one] >= twentieths);
                strictly.add(meant.get(meant.size() - 1));
                return said.atLeast(first, twentieths / 20.0);
            }
            case 3 -> {
                meant.add(w -> w[one] <= twentieths + 7);
                strictly.add(meant.get(meant.size() - 1));
                return said.atMost(first, (twentieths + 7) / 20.0);
            }
            case 4 -> {
                int better = random.nextInt(values.length);
                int worse = (better + random.nextInt(1, values.length)) % values.length;
                meant.add(w -> score(values[better], w) >= score(values[worse], w));
                strictly.add(w -> score(values[better], w) > score(values[worse], w));
                return said.prefer("s" + better, "s" + worse);
            }
            default -> {
                int lost = random.nextInt(1, 6);
                int won = random.nextInt(1, 6);
                meant.add(w -> w[other] * won >= w[one] * lost);
                strictly.add(meant.get(meant.size() - 1));
                return said.trade(first, lost, second, won);
            }
        }
    }

    private static int score(int[] values, int[] weights) {
        return values[0] * weights[0] + values[1] * weights[1] + values[2] * weights[2];
    }
}
