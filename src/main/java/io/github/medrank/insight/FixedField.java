package io.github.medrank.insight;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Eligibility;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.TieRule;
import io.github.medrank.Treatment;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Places one school among others that do not move: a weighted mean with fixed weights of values as given, not rescaled.
 *
 * <p>The others' scores are sorted once for all schools. Each trial takes a few multiplications and a binary search,
 * all on decimals. Tie-breakers decide between equal scores, as they do in the ranking.
 */
final class FixedField implements Field {
    private final Keys keys;
    private final int row;
    private final Optional<Key> rival;

    private FixedField(Keys keys, int row, Optional<Key> rival) {
        this.keys = keys;
        this.row = row;
        this.rival = rival;
    }

    /**
     * The sort key of a school: the deciding score, then the values of the tie-breakers; larger is better.
     *
     * @param breakers the values of the tie-breakers in order, with minus infinity for a missing one
     */
    @Immutable
    private record Key(Rational score, ImmutableDoubleArray breakers) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = score.compareTo(other.score);
            for (int i = 0; order == 0 && i < breakers.length(); i++) {
                order = Double.compare(breakers.get(i), other.breakers.get(i));
            }
            return order;
        }
    }

    /** The sort keys of all schools, best first. */
    @Immutable
    static final class Keys {
        private final Ranking ranking;
        private final ImmutableList<Indicator> breakers;
        private final ImmutableList<Key> byRow;
        private final ImmutableList<Key> bestFirst;

        private Keys(Ranking ranking) {
            this.ranking = ranking;
            this.breakers = ranking.presentation().tieBreakers();
            this.byRow = IntStream.range(0, ranking.table().size())
                    .mapToObj(each -> key(each, ranking.scores().exact(each), Map.of()))
                    .collect(ImmutableList.toImmutableList());
            this.bestFirst = ImmutableList.sortedCopyOf(Comparator.reverseOrder(), byRow);
        }

        /** The keys, if under the methodology a change of one school moves no other. */
        static Optional<Keys> of(Methodology methodology, Ranking ranking) {
            boolean fixed = methodology.eligibility().equals(Eligibility.everySchool())
                    && methodology.treatments().isEmpty()
                    && methodology.imputation().isEmpty()
                    && methodology.weights().isPresent()
                    && methodology.ranker().equals(Rankers.weightedMean())
                    && methodology.presentation().rescaling().equals(Rescaling.none())
                    && methodology.presentation().ties() == TieRule.COMPETITION
                    && ranking.unranked().isEmpty()
                    && ranking.table().indicators().stream().allMatch(each -> isAsGiven(methodology, each))
                    && methodology.filling().stream().allMatch(Treatment::fillsCellByCell);
            return fixed ? Optional.of(new Keys(ranking)) : Optional.empty();
        }

        private static boolean isAsGiven(Methodology methodology, Indicator indicator) {
            return methodology.normalizer(indicator).equals(Normalizer.identity())
                    && indicator.direction() == Direction.HIGHER_IS_BETTER;
        }

        /** The key of a row with a given score and some of its values changed. */
        private Key key(int row, Rational score, Map<Indicator, BigDecimal> changes) {
            Presentation shown = ranking.presentation();
            Rational deciding = shown.decimals().isPresent() && shown.ranksRounded()
                    ? Rational.of(score.round(shown.decimals().getAsInt(), shown.rounding()))
                    : score;
            ImmutableDoubleArray.Builder values = ImmutableDoubleArray.builder(breakers.size());
            for (Indicator breaker : breakers) {
                BigDecimal changed = changes.get(breaker);
                values.add(changed == null ? value(breaker, row) : changed.doubleValue() + 0.0);
            }
            return new Key(deciding, values.build());
        }

        private double value(Indicator breaker, int row) {
            Column column = ranking.normalized().column(breaker);
            return column.isPresent(row) ? column.value(row) + 0.0 : Double.NEGATIVE_INFINITY;
        }

        FixedField field(School school, @Nullable School rival) {
            OptionalInt other =
                    rival == null ? OptionalInt.empty() : ranking.table().rowOf(rival);
            Optional<Key> key = other.isPresent() ? Optional.of(byRow.get(other.getAsInt())) : Optional.empty();
            return new FixedField(this, ranking.table().rowOf(school).orElseThrow(), key);
        }

        /** The number of keys that are better than this one; with {@code orEqual}, better or equal. */
        private int better(Key key, boolean orEqual) {
            int low = 0;
            int high = bestFirst.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                int order = bestFirst.get(middle).compareTo(key);
                if (order > 0 || (orEqual && order == 0)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    @Override
    public boolean isMonotone() {
        return true;
    }

    @Override
    public Standing with(ImmutableMap<Indicator, BigDecimal> changes) {
        return at(score(changes), changes);
    }

    /** The school's exact score after changes. */
    Rational score(Map<Indicator, BigDecimal> changes) {
        Rational score = keys.ranking.scores().exact(row);
        for (Map.Entry<Indicator, BigDecimal> change : changes.entrySet()) {
            score = score.plus(gain(change.getKey(), change.getValue()));
        }
        return score;
    }

    /** The points that a new value of an indicator adds to the school's score. */
    Rational gain(Indicator indicator, BigDecimal value) {
        Column column = keys.ranking.normalized().column(indicator);
        BigDecimal points = keys.ranking.weights().points(indicator);
        return Rational.ratio(
                value.subtract(column.decimal(row)).multiply(points),
                keys.ranking.weights().total());
    }

    /** A score below which the goal is not reached under any direction of rounding. */
    Rational leastScore(Goal goal) {
        Rational key = rival.orElseGet(() -> keyOf(goal.place())).score();
        Presentation shown = keys.ranking.presentation();
        if (shown.decimals().isEmpty() || !shown.ranksRounded()) {
            return key;
        }
        return key.minus(
                Rational.of(BigDecimal.ONE.movePointLeft(shown.decimals().getAsInt())));
    }

    /** The key of the school at a given place among the others. */
    private Key keyOf(int place) {
        int own = keys.better(keys.byRow.get(row), false);
        int index = place - 1 < own ? place - 1 : place;
        return keys.bestFirst.get(Math.min(index, keys.bestFirst.size() - 1));
    }

    /** Whether other values decide between schools with equal scores. */
    boolean breaksTies() {
        return !keys.breakers.isEmpty();
    }

    /** The school's standing with a score and the changes that led to it, which may affect tie-breakers. */
    Standing at(Rational score, Map<Indicator, BigDecimal> changes) {
        Key key = keys.key(row, score, changes);
        Key before = keys.byRow.get(row);
        int better = keys.better(key, false) - (before.compareTo(key) > 0 ? 1 : 0);
        int asGood = keys.better(key, true) - (before.compareTo(key) >= 0 ? 1 : 0);
        int rivalPlace = rival.map(theirs -> 1
                        + keys.better(theirs, false)
                        - (before.compareTo(theirs) > 0 ? 1 : 0)
                        + (key.compareTo(theirs) > 0 ? 1 : 0))
                .orElse(0);
        return new Standing(better + 1, better + 1, asGood - better, rivalPlace);
    }
}
