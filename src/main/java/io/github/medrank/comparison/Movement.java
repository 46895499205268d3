package io.github.medrank.comparison;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Position;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.School;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A school before and after a change.
 *
 * @param school the school
 * @param before how it is ranked before the change; empty if it is not
 * @param after how it is ranked after it; empty if it is not
 */
@Immutable
@SuppressWarnings("Immutable") // a ranked school is a view of an immutable ranking
public record Movement(School school, Optional<RankedSchool> before, Optional<RankedSchool> after) {
    /** All schools of two rankings: those of the second in its order, then those that only the first has. */
    public static ImmutableList<Movement> between(Ranking before, Ranking after) {
        Map<School, RankedSchool> left = new LinkedHashMap<>();
        before.forEach(each -> left.put(each.school(), each));
        ImmutableList.Builder<Movement> movements = ImmutableList.builder();
        for (RankedSchool each : after) {
            movements.add(
                    new Movement(each.school(), Optional.ofNullable(left.remove(each.school())), Optional.of(each)));
        }
        left.values().forEach(each -> movements.add(new Movement(each.school(), Optional.of(each), Optional.empty())));
        return movements.build();
    }

    /**
     * The positions gained: the old position less the new one, so that 5 is five places up; a band counts as its first
     * position. Zero if the school is ranked only once.
     */
    public double gained() {
        return before.isPresent() && after.isPresent()
                ? before.get().position().rank() - after.get().position().rank()
                : 0;
    }

    /** The exact score after less the one before, rescaled, not rounded; zero if the school is ranked only once. */
    public Rational scoreChange() {
        return before.isPresent() && after.isPresent()
                ? after.get().exactScore().minus(before.get().exactScore())
                : Rational.ZERO;
    }

    /** Whether the position or the score, as they are shown, is another. */
    public boolean isChange() {
        return !before.equals(after);
    }

    /** The positions and scores: {@code Yale (US): 12 → =10, 85.1 → 85.4}. */
    @Override
    public String toString() {
        return school + ": " + position(before) + " → " + position(after) + ", " + score(before) + " → " + score(after);
    }

    private static String position(Optional<RankedSchool> school) {
        return school.map(RankedSchool::position).map(Position::toString).orElse("not ranked");
    }

    private static String score(Optional<RankedSchool> school) {
        return school.map(each -> each.score().toPlainString()).orElse("–");
    }
}
