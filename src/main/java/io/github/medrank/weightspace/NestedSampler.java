package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Samples shares of groups, times shares within the groups. */
@Immutable
record NestedSampler(
        WeightSampler groups, ImmutableMap<Indicator, WeightSampler> inside, ImmutableList<Indicator> indicators)
        implements WeightSampler {
    static NestedSampler of(WeightSampler groups, ImmutableMap<Indicator, WeightSampler> inside) {
        for (Indicator group : inside.keySet()) {
            checkArgument(
                    groups.indicators().contains(group),
                    "\"%s\" is not a group; the groups are %s",
                    group.id(),
                    groups.indicators().stream().map(Indicator::id).toList());
        }
        ImmutableList<Indicator> leaves = groups.indicators().stream()
                .flatMap(group -> members(group, inside).stream())
                .collect(ImmutableList.toImmutableList());
        for (int i = 0; i < leaves.size(); i++) {
            checkArgument(
                    leaves.indexOf(leaves.get(i)) == i,
                    "indicator \"%s\" is in two groups",
                    leaves.get(i).id());
        }
        return new NestedSampler(groups, inside, leaves);
    }

    private static List<Indicator> members(Indicator group, ImmutableMap<Indicator, WeightSampler> inside) {
        WeightSampler within = inside.get(group);
        return within == null ? List.of(group) : within.indicators();
    }

    @Override
    public Source source(RandomGenerator random) {
        int count = groups.indicators().size();
        Source top = groups.source(random);
        double[] groupShares = new double[count];
        Source[] sources = new Source[count];
        double[][] within = new double[count][];
        for (int g = 0; g < count; g++) {
            Indicator group = groups.indicators().get(g);
            WeightSampler sampler = inside.get(group);
            sources[g] = sampler == null ? shares -> shares[0] = 1 : sampler.source(random);
            within[g] = new double[members(group, inside).size()];
        }
        return new Levels(top, groupShares, sources, within);
    }

    private static final class Levels implements Source {
        private final Source top;
        private final double[] groupShares;
        private final Source[] sources;
        private final double[][] within;
        private final int width;

        Levels(Source top, double[] groupShares, Source[] sources, double[][] within) {
            this.top = top;
            this.groupShares = groupShares;
            this.sources = sources;
            this.within = within;
            this.width = Arrays.stream(within).mapToInt(each -> each.length).sum();
        }

        @Override
        public void start() {
            top.start();
            for (Source source : sources) {
                source.start();
            }
        }

        @Override
        public void next(double[] shares) {
            WeightSamplers.room(shares, width);
            top.next(groupShares);
            int at = 0;
            for (int g = 0; g < groupShares.length; g++) {
                sources[g].next(within[g]);
                for (double share : within[g]) {
                    shares[at++] = groupShares[g] * share;
                }
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("groups ").append(groups);
        groups.indicators().stream() // in an order that does not depend on the map
                .filter(inside::containsKey)
                .forEach(group ->
                        text.append("; in ").append(group.id()).append(' ').append(inside.get(group)));
        return text.toString();
    }
}
