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
import io.github.medrank.Rational;
import io.github.medrank.Scorer;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import java.util.Optional;

/** A mean of values of which less is better, such as ranks: the numbers of the mean, with the smallest first. */
@Immutable
record LessIsBetter(MeanRanker mean) implements ScoreRanker {
    static Ranker of(Ranker mean) {
        if (mean instanceof MeanRanker known) {
            return new LessIsBetter(known);
        }
        throw new IllegalArgumentException(
                "ranker \"" + mean + "\": only a sum, a mean or pillars can be read the other way; methods that compare"
                        + " schools take indicators of either direction as they are");
    }

    @Override
    public Scores scores(IndicatorTable table, Weights weights) {
        return new Ascending(mean.scores(turned(table), weights));
    }

    @Override
    public Scorer scorer(IndicatorTable table, ImmutableList<Indicator> order) {
        requireNonNull(table, "table");
        requireNonNull(order, "order");
        Scorer scorer = mean.scorer(turned(table), order);
        return shares -> new Ascending(scorer.score(shares));
    }

    /** The same numbers, declared as if more were better, as the mean requires. */
    private static IndicatorTable turned(IndicatorTable table) {
        return table.mapColumns(LessIsBetter::turned);
    }

    private static Column turned(Column column) {
        Indicator indicator = column.indicator();
        checkArgument(
                indicator.direction() == Direction.LOWER_IS_BETTER,
                "indicator \"%s\": more is better, so a composite of which less is better would rank it upside down; give"
                        + " every indicator values of which less is better, such as ranks, and no normalizer that turns"
                        + " them round",
                indicator.id());
        return column.withIndicator(indicator.withDirection(Direction.HIGHER_IS_BETTER));
    }

    /** The same scores, sorted with the smallest first. */
    private record Ascending(Scores same) implements Scores {
        @Override
        public int size() {
            return same.size();
        }

        @Override
        public void copyTo(double[] approximations) {
            same.copyTo(approximations);
        }

        @Override
        public double errorBound() {
            return same.errorBound();
        }

        @Override
        public Rational exact(int row) {
            return same.exact(row);
        }

        @Override
        public long denominator() {
            return same.denominator();
        }

        @Override
        public boolean alike(int row, int other) {
            return same.alike(row, other);
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }

        @Override
        public Optional<String> unranked(int row) {
            return same.unranked(row);
        }

        @Override
        public ImmutableList<Rational> contributions(int row) {
            return same.contributions(row);
        }

        @Override
        public ImmutableList<String> warnings() {
            return same.warnings();
        }
    }

    @Override
    public String toString() {
        return mean + ", less being better";
    }
}
