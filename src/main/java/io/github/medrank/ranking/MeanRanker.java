package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Scorer;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ranks by means, and means of means, of any kind.
 *
 * @param mean the mean of the parts of the whole
 * @param pillars the parts; empty for the indicators themselves
 * @param skipping how missing values are treated
 * @param unit the points that count as 1, for a sum in place of the mean; empty for a mean
 * @param lessIsBetter whether smaller values, such as ranks, and so smaller scores are better
 */
@Immutable
record MeanRanker(
        Mean mean, ImmutableList<Pillar> pillars, Skipping skipping, Optional<BigDecimal> unit, boolean lessIsBetter)
        implements ScoreRanker {
    private static final String LESS_IS_BETTER =
            "indicator \"%s\": less is better, so a mean of values as given would rank it upside down; give it a"
                    + " normalizer that turns it round";
    private static final String MORE_IS_BETTER =
            "indicator \"%s\": more is better, so a composite of which less is better would rank it upside down; give"
                    + " every indicator values of which less is better, such as ranks, and no normalizer that turns"
                    + " them round";

    MeanRanker(Mean mean, ImmutableList<Pillar> pillars, Skipping skipping, Optional<BigDecimal> unit) {
        this(mean, pillars, skipping, unit, false);
    }

    MeanRanker {
        checkArgument(
                !skipping.isOverAll() || isArithmetic(mean, pillars) || pillars.isEmpty(),
                "a missing value's weight can be shared over all pillars only where every mean is arithmetic; take"
                        + " Skipping.withinPillar()");
    }

    private static boolean isArithmetic(Mean mean, ImmutableList<Pillar> pillars) {
        return mean.isArithmetic() && pillars.stream().allMatch(Pillar::isArithmetic);
    }

    @Override
    public Scores scores(IndicatorTable table, Weights weights) {
        if (isPlain(table)) {
            return new LinearScores(columns(table, table.indicators()), weights, direction());
        }
        return tree(table, table.indicators()).weighted(weights);
    }

    @Override
    public Scorer scorer(IndicatorTable table, ImmutableList<Indicator> order) {
        requireNonNull(table, "table");
        requireNonNull(order, "order");
        if (isPlain(table)) {
            return LinearScores.scorer(columns(table, order), direction());
        }
        return tree(table, order)::reweighted;
    }

    private TreeScores tree(IndicatorTable table, ImmutableList<Indicator> order) {
        TreeWeights tree = new TreeWeights(table, order, this);
        return isArithmetic(mean, pillars) ? new PillarScores(tree) : new PowerScores(table, tree);
    }

    @Override
    public boolean isLinear() {
        return isPlain() && !lessIsBetter;
    }

    @Override
    public Ranker without(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        if (pillars.stream().noneMatch(pillar -> pillar.indicators().contains(indicator))) {
            return this;
        }
        ImmutableList<Pillar> rest = Pillar.without(pillars, indicator);
        checkArgument(!rest.isEmpty(), "indicator \"%s\" is the only one in the pillars", indicator.id());
        return new MeanRanker(mean, rest, skipping, unit, lessIsBetter);
    }

    /** Whether it is the arithmetic mean of a table without gaps, the most common case. */
    private boolean isPlain(IndicatorTable table) {
        return isPlain() && table.isComplete();
    }

    private boolean isPlain() {
        return mean.isArithmetic() && pillars.isEmpty() && unit.isEmpty();
    }

    /** The same numbers, of values of which less is better, such as ranks. */
    MeanRanker withLessBetter() {
        return new MeanRanker(mean, pillars, skipping, unit, true);
    }

    Direction direction() {
        return lessIsBetter ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
    }

    Combination combination(ImmutableList<Indicator> order) {
        return new Combination(whole(order), order, unit, skipping.isOverAll());
    }

    /** The pillar of all pillars, or of the indicators themselves. */
    private Pillar whole(ImmutableList<Indicator> order) {
        ImmutableList<Pillar> parts =
                pillars.isEmpty() ? order.stream().map(Pillar::leaf).collect(ImmutableList.toImmutableList()) : pillars;
        return Pillar.of("all", parts).withMean(mean);
    }

    ImmutableList<Column> columns(IndicatorTable table, ImmutableList<Indicator> order) {
        return columns(table, order, direction());
    }

    /** The columns, refused where the other direction is the better one. */
    static ImmutableList<Column> columns(IndicatorTable table, ImmutableList<Indicator> order, Direction direction) {
        String upsideDown = direction == Direction.HIGHER_IS_BETTER ? LESS_IS_BETTER : MORE_IS_BETTER;
        ImmutableList.Builder<Column> columns = ImmutableList.builderWithExpectedSize(order.size());
        for (Indicator indicator : order) {
            Column column = table.column(indicator);
            checkArgument(
                    column.indicator().direction() == direction,
                    upsideDown,
                    column.indicator().id());
            columns.add(column);
        }
        return columns.build();
    }

    @Override
    public String toString() {
        String whole = unit.map(points -> "weighted sum, " + points.toPlainString() + " points counting once")
                .orElse("weighted " + mean);
        String of = pillars.isEmpty()
                ? ""
                : " of pillars " + pillars.stream().map(Pillar::toString).collect(Collectors.joining("; "));
        return whole
                + of
                + (skipping.equals(Skipping.refuse()) ? "" : "; " + skipping)
                + (lessIsBetter ? ", less being better" : "");
    }
}
