package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import java.util.ArrayList;
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
        return new Levels(random);
    }

    private final class Levels implements Source {
        private final Source top;
        private final List<Source> sources = new ArrayList<>();
        private final List<double[]> within = new ArrayList<>();
        private final double[] groupShares = new double[groups.indicators().size()];

        Levels(RandomGenerator random) {
            this.top = groups.source(random);
            for (Indicator group : groups.indicators()) {
                WeightSampler sampler = inside.get(group);
                sources.add(sampler == null ? shares -> shares[0] = 1 : sampler.source(random));
                within.add(new double[members(group, inside).size()]);
            }
        }

        @Override
        public void start() {
            top.start();
            sources.forEach(Source::start);
        }

        @Override
        public void next(double[] shares) {
            WeightSamplers.room(shares, indicators.size());
            top.next(groupShares);
            int at = 0;
            for (int g = 0; g < groupShares.length; g++) {
                sources.get(g).next(within.get(g));
                for (double share : within.get(g)) {
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
