package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.FractionVector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * Computes the mean of draws, the centroid of a region from draws with a fixed seed, and the exact point of a region
 * that is nearest to given weights.
 */
final class RegionCentre {
    private static final int BLOCK = 1024;
    private static final int DRAWS = 4 * BLOCK;
    private static final int MOST_DRAWS = 1_000_000;

    private RegionCentre() {}

    static Weights of(WeightRegion region) {
        if (region.equals(WeightRegion.simplex(region.indicators()))) {
            return Weights.equal(region.indicators());
        }
        Weights mean = mean(WeightSamplers.uniformWithin(region), DRAWS, 0);
        return region.contains(mean) ? mean : nearest(region, mean);
    }

    static Weights mean(WeightSampler sampler, int draws, long seed) {
        checkArgument(draws >= 1 && draws <= MOST_DRAWS, "%s draws; there must be 1 to %s", draws, MOST_DRAWS);
        ImmutableList<Indicator> indicators = sampler.indicators();
        BlockRandom random = new BlockRandom(seed, 0);
        WeightSampler.Source source = sampler.source(random);
        double[] sums = new double[indicators.size()];
        double[] shares = new double[sums.length];
        for (int draw = 0; draw < draws; draw++) {
            if (draw % BLOCK == 0) {
                random.start(draw / BLOCK);
                source.start();
            }
            source.next(shares);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += shares[i];
            }
        }
        BigDecimal[] points = percent(sums);
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < points.length; i++) {
            weights.put(indicators.get(i), points[i]);
        }
        return weights.build();
    }

    /** Percentages with two decimals. The remainder of rounding goes to the largest. */
    private static BigDecimal[] percent(double[] sums) {
        double whole = Arrays.stream(sums).sum();
        BigDecimal[] points = new BigDecimal[sums.length];
        BigDecimal rest = BigDecimal.valueOf(100);
        int largest = 0;
        for (int i = 0; i < points.length; i++) {
            points[i] = Decimals.of(100 * sums[i] / whole).setScale(2, RoundingMode.HALF_EVEN);
            rest = rest.subtract(points[i]);
            largest = sums[i] > sums[largest] ? i : largest;
        }
        points[largest] = points[largest].add(rest);
        return points;
    }

    static Weights nearest(WeightRegion region, Weights weights) {
        Polytope polytope = Polytope.of(region, region.indicators());
        Weights mine = weights.inOrderOf(region.indicators());
        BigDecimal[] target = region.indicators().stream().map(mine::points).toArray(BigDecimal[]::new);
        FractionVector shares = polytope.program(polytope.box(), 0)
                .build()
                .nearest(target, mine.total())
                .orElseThrow(() -> new IllegalArgumentException("no weights are in the region: " + region));
        return Polytope.weights(shares, region.indicators());
    }
}
