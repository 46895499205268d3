package io.github.medrank.comparison;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Position;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TieMark;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A school's positions in two rankings, and its scores if the rankings have scores.
 *
 * <p>{@link #between} returns the movements between two rankings. {@link RankComparison#moves} returns those between
 * two ranked lists, which have no scores.
 *
 * <pre>{@code
 * var yale = School.of("Yale");
 * var then = RankedList.ofPositions(Map.of(yale, 11));
 * var now = RankedList.ofPositions(Map.of(yale, 8));
 * RankComparison.of(then, now).moves().get(0) // ==> Yale: 11 → 8, +3
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // a ranked school is a view of an immutable ranking
public final class Movement {
    private final School school;
    private final Optional<Position> before;
    private final Optional<Position> after;
    private final Optional<RankedSchool> rankedBefore;
    private final Optional<RankedSchool> rankedAfter;

    /**
     * Returns the movements of all schools of two rankings: first the schools of the second ranking in its order, then
     * those that only the first ranks.
     */
    public static ResultList<Movement> between(Ranking before, Ranking after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        Map<School, RankedSchool> left = new LinkedHashMap<>();
        before.forEach(each -> left.put(each.school(), each));
        ImmutableList.Builder<Movement> movements = ImmutableList.builder();
        for (RankedSchool each : after) {
            movements.add(
                    new Movement(each.school(), Optional.ofNullable(left.remove(each.school())), Optional.of(each)));
        }
        left.values().forEach(each -> movements.add(new Movement(each.school(), Optional.of(each), Optional.empty())));
        return ResultList.copyOf(movements.build());
    }

    private Movement(School school, Optional<RankedSchool> before, Optional<RankedSchool> after) {
        this.school = school;
        this.before = before.map(RankedSchool::position);
        this.after = after.map(RankedSchool::position);
        this.rankedBefore = before;
        this.rankedAfter = after;
    }

    /** A move between two lists of positions alone. */
    Movement(School school, double before, double after) {
        this.school = school;
        this.before = Optional.of(Position.exact(before, false, TieMark.NONE));
        this.after = Optional.of(Position.exact(after, false, TieMark.NONE));
        this.rankedBefore = Optional.empty();
        this.rankedAfter = Optional.empty();
    }

    /** Returns the school. */
    public School school() {
        return school;
    }

    /** Returns the position in the first ranking; empty if the school is not ranked there. */
    public Optional<Position> before() {
        return before;
    }

    /** Returns the position in the second ranking; empty if the school is not ranked there. */
    public Optional<Position> after() {
        return after;
    }

    /** Returns the score in the first ranking, as presented; empty if there is none. */
    public Optional<BigDecimal> scoreBefore() {
        return rankedBefore.map(RankedSchool::score);
    }

    /** Returns the score in the second ranking, as presented; empty if there is none. */
    public Optional<BigDecimal> scoreAfter() {
        return rankedAfter.map(RankedSchool::score);
    }

    /**
     * Returns the number of positions gained: the old position minus the new one. 5 is five places up, −5 five places
     * down. A band counts as its first position. Empty if the school is not ranked in both.
     */
    public OptionalDouble gained() {
        return before.isPresent() && after.isPresent()
                ? OptionalDouble.of(before.get().number() - after.get().number())
                : OptionalDouble.empty();
    }

    /**
     * Returns the exact score after minus the exact score before, rescaled but not rounded; empty unless both exist.
     */
    public Optional<Rational> scoreChange() {
        return rankedBefore.flatMap(
                then -> rankedAfter.map(now -> now.exactScore().minus(then.exactScore())));
    }

    /** Returns whether the displayed position or score differs. */
    public boolean isChange() {
        return !before.equals(after) || !scoreBefore().equals(scoreAfter());
    }

    /** Returns whether the other object is a movement of an equal school between equal positions and scores. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Movement that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(school, before, after, scoreBefore(), scoreAfter(), scoreChange());
    }

    /**
     * Returns the positions and scores, {@code Yale (US): 12 → =10, 85.1 → 85.4}; without scores, the positions gained.
     */
    @Override
    public String toString() {
        String positions = school + ": " + shown(before) + " → " + shown(after) + ", ";
        return rankedBefore.isPresent() || rankedAfter.isPresent()
                ? positions + score(scoreBefore()) + " → " + score(scoreAfter())
                : positions + signed(gained().orElse(0));
    }

    private static String shown(Optional<Position> position) {
        return position.map(Position::toString).orElse("not ranked");
    }

    private static String score(Optional<BigDecimal> score) {
        return score.map(BigDecimal::toPlainString).orElse("–");
    }

    private static String signed(double gain) {
        return (gain > 0 ? "+" : gain < 0 ? "−" : "±") + NumberText.plain(Math.abs(gain));
    }
}
