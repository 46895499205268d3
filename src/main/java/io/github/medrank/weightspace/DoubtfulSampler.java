package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.exact.NumberText;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Samples the weights of a region if each statement is broken with a given probability: the density falls by the odds
 * of an error with each broken statement.
 */
@Immutable
@SuppressWarnings("Immutable") // a walk's arrays are not written after construction
final class DoubtfulSampler implements WeightSampler {
    private final WeightRegion region;
    private final ImmutableList<LinearConstraint> statements;
    private final double errorRate;
    private final RegionWalk walk;

    DoubtfulSampler(WeightRegion region, ImmutableList<LinearConstraint> statements, double errorRate) {
        checkArgument(errorRate > 0 && errorRate < 0.5, "error rate %s; it must be above 0 and below 0.5", errorRate);
        for (LinearConstraint each : statements) {
            region.withConstraint(each); // refuses one of other indicators
        }
        this.region = region;
        this.statements = statements;
        this.errorRate = errorRate;
        List<RegionWalk.Wall> doubted = statements.stream()
                .map(each -> new RegionWalk.Wall(each.row(region.indicators()), each.bound()))
                .toList();
        this.walk = RegionWalk.of(new RegionHull(region), doubted, errorRate / (1 - errorRate));
    }

    @Override
    public ImmutableList<Indicator> indicators() {
        return region.indicators();
    }

    @Override
    public Source source(RandomGenerator random) {
        return walk.source(requireNonNull(random, "random"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DoubtfulSampler that
                && region.equals(that.region)
                && statements.equals(that.statements)
                && errorRate == that.errorRate;
    }

    @Override
    public int hashCode() {
        return region.hashCode() * 31 + statements.hashCode();
    }

    @Override
    public String toString() {
        return "on the region of " + region
                + (statements.size() == 1 ? ", its statement" : ", each of " + statements.size() + " statements")
                + " broken with probability "
                + NumberText.plain(errorRate);
    }
}
