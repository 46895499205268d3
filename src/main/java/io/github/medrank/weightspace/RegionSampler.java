package io.github.medrank.weightspace;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.exact.BlockRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Samples uniformly from a region by the method that takes the least work, which is chosen once with draws of a fixed
 * seed.
 */
@Immutable
@SuppressWarnings("Immutable") // the constraints, as arrays, are never written after construction
final class RegionSampler implements WeightSampler {
    private static final int PILOT = 4096;
    private static final int MOST_PROPOSALS = 200;

    private enum Way {
        SIMPLEX,
        BOX,
        WALK
    }

    private final WeightRegion region;
    private final RegionHull hull;
    private final Way way;
    private final @Nullable RegionWalk walk;

    private RegionSampler(WeightRegion region, RegionHull hull, Way way, @Nullable RegionWalk walk) {
        this.region = region;
        this.hull = hull;
        this.way = way;
        this.walk = walk;
    }

    static RegionSampler of(WeightRegion region) {
        RegionHull hull = new RegionHull(region);
        RegionSampler simplex = new RegionSampler(region, hull, Way.SIMPLEX, null);
        RegionSampler box = new RegionSampler(region, hull, Way.BOX, null);
        int inSimplex = simplex.hits();
        int inBox = box.hits();
        if (Math.max(inSimplex, inBox) * MOST_PROPOSALS >= PILOT) {
            return inSimplex >= inBox ? simplex : box;
        }
        return new RegionSampler(region, hull, Way.WALK, RegionWalk.of(hull, List.of(), 1));
    }

    private int hits() {
        BlockRandom random = new BlockRandom(0, 0);
        random.start(0);
        Proposals proposals = proposals(random);
        double[] shares = new double[indicators().size()];
        int hits = 0;
        for (int i = 0; i < PILOT; i++) {
            hits += proposals.propose(shares) ? 1 : 0;
        }
        return hits;
    }

    @Override
    public ImmutableList<Indicator> indicators() {
        return region.indicators();
    }

    @Override
    public Source source(RandomGenerator random) {
        requireNonNull(random, "random");
        if (walk != null) {
            return walk.source(random);
        }
        Proposals proposals = proposals(random);
        int width = indicators().size();
        return shares -> {
            WeightSamplers.room(shares, width);
            boolean inside = false;
            while (!inside) {
                inside = proposals.propose(shares);
            }
            for (int i = 0; i < shares.length; i++) {
                shares[i] = Math.max(0, shares[i]); // a rounding below the border is on it
            }
        };
    }

    private Proposals proposals(RandomGenerator random) {
        return way == Way.SIMPLEX ? fromSimplex(random) : fromBox(random);
    }

    /** Writes a point and returns whether it is in the region. */
    private interface Proposals {
        boolean propose(double[] shares);
    }

    /** Samples uniformly from the simplex that the lower bounds leave. */
    private Proposals fromSimplex(RandomGenerator random) {
        Source uniform = WeightSamplers.uniform(indicators()).source(random);
        double[] lower = hull.lower();
        double rest = 1;
        for (double least : lower) {
            rest -= least;
        }
        double left = Math.max(0, rest);
        return shares -> {
            uniform.next(shares);
            for (int i = 0; i < shares.length; i++) {
                shares[i] = lower[i] + left * shares[i];
            }
            return hull.contains(shares);
        };
    }

    /** Samples uniformly from the box of all shares but the one with the widest range, which takes the rest. */
    private Proposals fromBox(RandomGenerator random) {
        double[] lower = hull.lower();
        double[] upper = hull.upper();
        int widest = 0;
        for (int i = 0; i < lower.length; i++) {
            widest = upper[i] - lower[i] > upper[widest] - lower[widest] ? i : widest;
        }
        int last = widest;
        return shares -> {
            double rest = 1;
            for (int i = 0; i < shares.length; i++) {
                if (i != last) {
                    shares[i] = lower[i] + (upper[i] - lower[i]) * random.nextDouble();
                    rest -= shares[i];
                }
            }
            shares[last] = rest;
            return hull.contains(shares);
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RegionSampler that && region.equals(that.region);
    }

    @Override
    public int hashCode() {
        return region.hashCode();
    }

    @Override
    public String toString() {
        return "uniform on the region of " + region + (way == Way.WALK ? " (hit-and-run)" : " (independent draws)");
    }
}
