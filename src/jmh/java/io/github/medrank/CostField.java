package io.github.medrank;

import com.google.common.collect.ImmutableList;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weightspace.WeightRegion;
import io.github.medrank.weightspace.WeightSpace;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Schools of a common quality and noise of their own, of one-decimal values within 0.1 and 100. */
record CostField(IndicatorTable table, Weights weights, Methodology rounded, Methodology exact) {
    static CostField of(int schools, int indicators) {
        SplittableRandom random = new SplittableRandom(3);
        double[] quality = random.doubles(schools).toArray();
        ImmutableList<Indicator> measured = IntStream.range(0, indicators)
                .mapToObj(i -> Indicator.of("i" + i).withScale(0, 100))
                .collect(ImmutableList.toImmutableList());
        List<Column> columns = measured.stream()
                .map(indicator -> Column.of(
                        indicator,
                        Arrays.stream(quality)
                                .map(each -> Math.rint((1 + 70 * each + 28 * random.nextDouble()) * 10) / 10)
                                .toArray()))
                .toList();
        IndicatorTable table = IndicatorTable.ofColumns(
                IntStream.range(0, schools).mapToObj(i -> School.of("s" + i)).toList(), columns);
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < indicators; i++) {
            weights.put(measured.get(i), i == 0 ? 40 : i % 2 == 1 ? 10 : 20);
        }
        Methodology rounded = Methodology.builder("b")
                .indicators(measured)
                .weights(weights.build())
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1))
                .build();
        return new CostField(
                table,
                weights.build(),
                rounded,
                rounded.withNormalizer(Normalizers.zScore().sample()).withPresentation(Presentation.exact()));
    }

    Methodology geometric() {
        return rounded.withNormalizer(Normalizers.minMax(1, 100))
                .withRanker(Rankers.geometricMean())
                .withPresentation(Presentation.exact());
    }

    WeightSpace within(int percent) {
        return WeightSpace.of(rounded, table, WeightRegion.withinPercent(weights, percent));
    }

    IndicatorTable errors() {
        return table.mapColumns(column -> column.map(value -> 1.5));
    }
}
