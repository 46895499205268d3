package io.github.medrank.weightspace;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.text.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small tables, regions and points of them for the tests of exact answers. */
public final class WeightSpaces {
    private WeightSpaces() {}

    public static ImmutableList<Indicator> indicators(int k) {
        return IntStream.range(0, k)
                .mapToObj(i -> Indicator.of(String.valueOf((char) ('a' + i))))
                .collect(ImmutableList.toImmutableList());
    }

    /** Draws as a run makes them: random numbers start afresh every 1,024 draws. */
    static double[][] draws(WeightSampler sampler, int draws, long seed) {
        BlockRandom random = new BlockRandom(seed, 1);
        WeightSampler.Source source = sampler.source(random);
        double[][] all = new double[draws][sampler.indicators().size()];
        for (int draw = 0; draw < draws; draw++) {
            if (draw % 1024 == 0) {
                random.start(draw / 1024);
                source.start();
            }
            source.next(all[draw]);
        }
        return all;
    }

    public static String name(int row) {
        return "School " + row;
    }

    public static IndicatorTable table(double[]... rows) {
        IndicatorTable.Builder table = IndicatorTable.builder(indicators(rows[0].length));
        for (int row = 0; row < rows.length; row++) {
            table.row(School.of(name(row)), rows[row]);
        }
        return table.build();
    }

    /** Two to seven schools, and a region of their two to four weights. */
    record World(IndicatorTable table, WeightRegion region) {
        static World of(SplittableRandom random) {
            int k = 2 + random.nextInt(3);
            return new World(WeightSpaces.table(random, 2 + random.nextInt(6), k), WeightSpaces.region(random, k));
        }
    }

    /** Whole numbers from 0 to one less than a bound. */
    static long[][] wholes(SplittableRandom random, int n, int k, int below) {
        return Stream.generate(() -> random.longs(k, 0, below).toArray())
                .limit(n)
                .toArray(long[][]::new);
    }

    /** A table of whole numbers divided by a unit. */
    static IndicatorTable table(long[][] wholes, double unit) {
        return table(Arrays.stream(wholes)
                .map(row -> Arrays.stream(row).mapToDouble(x -> x / unit).toArray())
                .toArray(double[][]::new));
    }

    /** Few distinct values, so that schools are often level. */
    public static IndicatorTable table(SplittableRandom random, int n, int k) {
        double[][] rows = new double[n][k];
        int step = random.nextBoolean() ? 1 : 25;
        for (double[] row : rows) {
            for (int i = 0; i < k; i++) {
                row[i] = random.nextInt(100 / step + 1) * step / 10.0;
            }
        }
        return table(rows);
    }

    public static Methodology mean(Presentation presentation) {
        return Methodology.builder("mean")
                .ranker(Rankers.weightedMean())
                .presentation(presentation)
                .build();
    }

    public static Presentation presentation(SplittableRandom random) {
        RoundingMode[] modes = {
            RoundingMode.HALF_UP,
            RoundingMode.HALF_EVEN,
            RoundingMode.HALF_DOWN,
            RoundingMode.FLOOR,
            RoundingMode.CEILING,
            RoundingMode.DOWN,
            RoundingMode.UP
        };
        return switch (random.nextInt(3)) {
            case 0 -> Presentation.exact();
            case 1 -> Presentation.rounded(1).rankingExactScores();
            default -> Presentation.exact().withRounding(random.nextInt(2), modes[random.nextInt(modes.length)]);
        };
    }

    public static WeightRegion region(SplittableRandom random, int k) {
        ImmutableList<Indicator> indicators = indicators(k);
        WeightRegion region = WeightRegion.simplex(indicators);
        int kind = random.nextInt(4);
        double ratio = 1;
        if (kind == 1 || kind == 3) {
            Weights.Builder weights = Weights.builder();
            indicators.forEach(each -> weights.put(each, 1 + random.nextInt(9)));
            Weights middle = weights.build();
            region = WeightRegion.withinPercent(middle, 10 * (1 + random.nextInt(9)));
            ratio = middle.share(indicators.get(0)) / middle.share(indicators.get(1));
        }
        if (kind >= 2) {
            region = region.withRatio(indicators.get(0), indicators.get(1), ratio / 1.5, ratio * 2);
        }
        return region;
    }

    /** A point of the region, evenly distributed over it but for those who give up: then none. */
    public static double[] point(SplittableRandom random, WeightRegion region) {
        int k = region.indicators().size();
        double[] shares = new double[k];
        for (int attempt = 0; attempt < 2000; attempt++) {
            double sum = 0;
            double rest = 1;
            for (int i = 0; i < k; i++) {
                shares[i] = -Math.log(1 - random.nextDouble());
                sum += shares[i];
                rest -= region.lower(region.indicators().get(i));
            }
            for (int i = 0; i < k; i++) {
                double share = region.lower(region.indicators().get(i)) + rest * shares[i] / sum;
                shares[i] = Math.rint(share * 1e6) / 1e6;
            }
            if (region.contains(weights(region.indicators(), shares))) {
                return shares.clone();
            }
        }
        return new double[0];
    }

    public static Weights weights(ImmutableList<Indicator> indicators, double... shares) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < shares.length; i++) {
            weights.put(indicators.get(i), shares[i]);
        }
        return weights.build();
    }

    public static IndicatorTable qs2026() {
        try {
            return Csv.parseTable(
                    Files.readString(Path.of("docs/examples/qs-medicine-2026.csv")),
                    Qs.medicine(2026).indicators());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
