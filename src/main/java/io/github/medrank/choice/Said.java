package io.github.medrank.choice;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.RankRange;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.weightspace.LinearConstraint;
import io.github.medrank.weightspace.WeightRegion;
import io.github.medrank.weightspace.WeightSampler;
import io.github.medrank.weightspace.WeightSamplers;
import io.github.medrank.weightspace.WeightSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The conclusions from statements, each computed on first use. */
final class Said {
    private static final int DRAWS = 2048;
    private static final double RANGE_PART = 0.9;

    private final ChoiceModel model;
    private final ImmutableList<Statement> statements;
    private final double errorRate;
    private final Supplier<Optional<Contradiction>> contradiction =
            Suppliers.memoize(() -> new Consistency(indicators(), certain()).contradiction());
    private final Supplier<WeightRegion> region = Suppliers.memoize(this::makeRegion);
    private final Supplier<Weights> weights = Suppliers.memoize(this::makeWeights);
    private final Supplier<ImmutableMap<School, RankRange>> ranges = Suppliers.memoize(this::makeRanges);

    Said(ChoiceModel model, ImmutableList<Statement> statements, double errorRate) {
        this.model = model;
        this.statements = statements;
        this.errorRate = errorRate;
    }

    private ImmutableList<Indicator> indicators() {
        return model.indicators();
    }

    private ImmutableList<Statement> certain() {
        return errorRate == 0
                ? statements
                : statements.stream().filter(each -> !each.isDoubtful()).collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<LinearConstraint> doubtful() {
        return statements.stream()
                .filter(each -> errorRate > 0 && each.isDoubtful())
                .flatMap(each -> each.constraints().stream())
                .collect(ImmutableList.toImmutableList());
    }

    Optional<Contradiction> contradiction() {
        return contradiction.get();
    }

    WeightRegion region() {
        return region.get();
    }

    private WeightRegion makeRegion() {
        contradiction().ifPresent(each -> {
            throw new IllegalStateException("the statements contradict each other: " + each
                    + " (repaired() does), or say how often answers are wrong by allowingErrors");
        });
        WeightRegion all = WeightRegion.simplex(indicators());
        for (Statement each : certain()) {
            for (LinearConstraint constraint : each.constraints()) {
                all = narrowed(all, constraint);
            }
        }
        return all;
    }

    /** Turns a constraint on a single share into a bound, for which faster algorithms exist. */
    private static WeightRegion narrowed(WeightRegion region, LinearConstraint constraint) {
        Map.Entry<Indicator, Double> first =
                constraint.coefficients().entrySet().iterator().next();
        if (constraint.coefficients().size() > 1 || Math.abs(first.getValue()) != 1) {
            return region.withConstraint(constraint);
        }
        Indicator only = first.getKey();
        double bound = constraint.bound();
        return first.getValue() > 0
                ? region.withBounds(only, region.lower(only), Math.min(region.upper(only), bound))
                : region.withBounds(only, Math.max(region.lower(only), -bound), region.upper(only));
    }

    WeightSampler sampler() {
        return doubtful().isEmpty()
                ? WeightSamplers.uniformWithin(region())
                : WeightSamplers.doubtful(region(), doubtful(), errorRate);
    }

    Weights weights() {
        return weights.get();
    }

    private Weights makeWeights() {
        return doubtful().isEmpty() ? region().centre() : WeightSamplers.mean(sampler(), 2 * DRAWS, 0);
    }

    ImmutableMap<School, RankRange> ranges() {
        return ranges.get();
    }

    private ImmutableMap<School, RankRange> makeRanges() {
        return doubtful().isEmpty() ? space().bounds().ranges() : draws().ranges(RANGE_PART);
    }

    /** The ranges of some schools; ranges of other schools may be included. */
    ImmutableMap<School, RankRange> ranges(List<Suggestion> some) {
        List<String> ids = some.stream().map(each -> each.school().id()).toList();
        return doubtful().isEmpty() ? space().bounds(ids).ranges() : ranges();
    }

    private WeightSpace space() {
        return WeightSpace.of(model.methodology(), model.given(), region());
    }

    WeightDraws draws() {
        return new WeightDraws(model, sampler(), DRAWS, 0);
    }
}
