package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.exact.NumberText;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Samples from a region: uniformly, by the method that takes the least work, which is chosen once with draws of a fixed
 * seed; or so that the density falls with each statement that is broken.
 */
@Immutable
@SuppressWarnings("Immutable") // what is captured is never written after construction
final class RegionSampler implements WeightSampler {
    private static final int PILOT = 4096;
    private static final int MOST_PROPOSALS = 200;

    private final WeightRegion region;
    private final ImmutableList<Object> doubts; // what else distinguishes samplers
    private final String text;
    private final Function<RandomGenerator, Source> sources;

    private RegionSampler(
            WeightRegion region, ImmutableList<Object> doubts, String text, Function<RandomGenerator, Source> sources) {
        this.region = region;
        this.doubts = doubts;
        this.text = text;
        this.sources = sources;
    }

    static RegionSampler uniform(WeightRegion region) {
        RegionHull hull = new RegionHull(region);
        Function<RandomGenerator, Proposals> simplex = random -> fromSimplex(region.indicators(), hull, random);
        Function<RandomGenerator, Proposals> box = random -> fromBox(hull, random);
        int inSimplex = hits(region, simplex);
        int inBox = hits(region, box);
        String text = "uniform on the region of " + region;
        if (Math.max(inSimplex, inBox) * MOST_PROPOSALS < PILOT) {
            RegionWalk walk = RegionWalk.of(hull, List.of(), 1);
            return new RegionSampler(region, ImmutableList.of(), text + " (hit-and-run)", walk::source);
        }
        Function<RandomGenerator, Proposals> best = inSimplex >= inBox ? simplex : box;
        return new RegionSampler(
                region,
                ImmutableList.of(),
                text + " (independent draws)",
                random -> accepted(best.apply(random), region.indicators().size()));
    }

    private static int hits(WeightRegion region, Function<RandomGenerator, Proposals> way) {
        BlockRandom random = new BlockRandom(0, 0);
        random.start(0);
        Proposals proposals = way.apply(random);
        double[] shares = new double[region.indicators().size()];
        int hits = 0;
        for (int i = 0; i < PILOT; i++) {
            hits += proposals.propose(shares) ? 1 : 0;
        }
        return hits;
    }

    private static Source accepted(Proposals proposals, int width) {
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

    /** The density falls by the odds of an error with each broken statement. */
    static RegionSampler doubtful(WeightRegion region, ImmutableList<LinearConstraint> statements, double errorRate) {
        checkArgument(errorRate > 0 && errorRate < 0.5, "error rate %s; it must be above 0 and below 0.5", errorRate);
        for (LinearConstraint each : statements) {
            region.withConstraint(each); // refuses one of other indicators
        }
        List<Wall> doubted = statements.stream()
                .map(each -> Wall.of(each, region.indicators()))
                .toList();
        RegionWalk walk = RegionWalk.of(new RegionHull(region), doubted, errorRate / (1 - errorRate));
        String text = "on the region of " + region
                + (statements.size() == 1 ? ", its statement" : ", each of " + statements.size() + " statements")
                + " broken with probability " + NumberText.plain(errorRate);
        return new RegionSampler(region, ImmutableList.of(statements, errorRate), text, walk::source);
    }

    @Override
    public ImmutableList<Indicator> indicators() {
        return region.indicators();
    }

    @Override
    public Source source(RandomGenerator random) {
        return sources.apply(requireNonNull(random, "random"));
    }

    /** Writes a point and returns whether it is in the region. */
    private interface Proposals {
        boolean propose(double[] shares);
    }

    /** Samples uniformly from the simplex that the lower bounds leave. */
    private static Proposals fromSimplex(List<Indicator> indicators, RegionHull hull, RandomGenerator random) {
        Source uniform = WeightSamplers.uniform(indicators).source(random);
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
    private static Proposals fromBox(RegionHull hull, RandomGenerator random) {
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
        return other instanceof RegionSampler that && region.equals(that.region) && doubts.equals(that.doubts);
    }

    @Override
    public int hashCode() {
        return region.hashCode() * 31 + doubts.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
