package io.github.medrank.insight;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Scale;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.text.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The published excerpts, and small generated worlds. */
final class ExcerptsAndTables {
    private static final ImmutableList<RoundingMode> MODES = ImmutableList.of(
            RoundingMode.HALF_UP,
            RoundingMode.HALF_EVEN,
            RoundingMode.HALF_DOWN,
            RoundingMode.UP,
            RoundingMode.DOWN,
            RoundingMode.CEILING,
            RoundingMode.FLOOR);

    private ExcerptsAndTables() {}

    static LongStream fewSeeds() {
        return LongStream.range(0, 60);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    static IndicatorTable qs2026() {
        return Csv.parseTable(read("qs-medicine-2026.csv"), Qs.medicine(2026).indicators());
    }

    static IndicatorTable qs2024() {
        return Csv.parseTable(
                read("qs-medicine-2024-six.csv"), Qs.medicine(2024).indicators());
    }

    static IndicatorTable qs2017() {
        return Csv.parseTable(
                read("qs-medicine-2017-six.csv"), Qs.medicine(2017).indicators());
    }

    private static String read(String name) {
        try {
            return Files.readString(Path.of("docs/examples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of whole numbers in [0, most], so that ties are many. */
    static IndicatorTable table(SplittableRandom random, int schools, int indicators, int most) {
        IndicatorTable.Builder table = IndicatorTable.builder(indicators(indicators));
        for (int row = 0; row < schools; row++) {
            table.row(
                    School.of("school " + row),
                    IntStream.range(0, indicators)
                            .mapToDouble(i -> random.nextInt(most + 1))
                            .toArray());
        }
        return table.build();
    }

    /** The table with about one cell in eight missing, never a whole row's first. */
    static IndicatorTable withHoles(SplittableRandom random, IndicatorTable table) {
        IndicatorTable holed = table;
        for (int i = 1; i < table.indicators().size(); i++) {
            for (School school : table.schools()) {
                if (random.nextInt(8) == 0) {
                    holed = holed.with(school, table.indicators().get(i), Cell.missing(MissingReason.NOT_REPORTED));
                }
            }
        }
        return holed;
    }

    static ImmutableList<Indicator> indicators(int n) {
        return IntStream.range(0, n).mapToObj(i -> Indicator.of("i" + i)).collect(ImmutableList.toImmutableList());
    }

    static Weights weights(SplittableRandom random, Iterable<Indicator> indicators) {
        Weights.Builder weights = Weights.builder();
        indicators.forEach(each -> weights.put(each, 1 + random.nextInt(9)));
        return weights.build();
    }

    /** A weighted mean, of values as they are or on a scale fitted to the set, exact or rounded. */
    static Methodology methodology(SplittableRandom random, IndicatorTable table, Normalizer normalizer) {
        return Methodology.builder("generated")
                .weights(weights(random, table.indicators()))
                .normalizer(normalizer)
                .filling(Imputations.constant(0))
                .ranker(Rankers.weightedMean())
                .presentation(presentation(random))
                .build();
    }

    private static Presentation presentation(SplittableRandom random) {
        RoundingMode mode = MODES.get(random.nextInt(MODES.size()));
        Presentation rounded = Presentation.exact().withRounding(random.nextInt(2), mode);
        return switch (random.nextInt(5)) {
            case 0, 1 -> Presentation.exact();
            case 2 -> rounded.rankingExactScores();
            default -> rounded;
        };
    }

    /** 0 to 100 from the worst to the best of the set; 50 where there is no difference. */
    @Immutable
    enum MinMax implements Normalizer {
        INSTANCE;

        @Override
        public Scale fit(Column reference) {
            double least = reference.min().orElse(0);
            double most = reference.max().orElse(0);
            boolean up = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
            return value -> {
                if (least == most) {
                    return 50;
                }
                return 100 * (up ? value - least : most - value) / (most - least);
            };
        }
    }

    /** z-scores with the population's standard deviation: not monotone in a school's own value. */
    @Immutable
    enum ZScore implements Normalizer {
        INSTANCE;

        @Override
        public Scale fit(Column reference) {
            double mean = reference.values().sorted().average().orElse(0);
            double variance = reference
                    .values()
                    .sorted()
                    .map(value -> (value - mean) * (value - mean))
                    .average()
                    .orElse(0);
            double sign = reference.indicator().direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
            return value -> variance == 0 ? 0 : sign * (value - mean) / Math.sqrt(variance);
        }
    }
}
