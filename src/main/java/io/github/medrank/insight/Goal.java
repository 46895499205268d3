package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Position;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.exact.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A goal of a school: to overtake another, to reach a position, to hold it alone, or to enter a band.
 *
 * <p>Goals are judged on places as shown, including ties and rounding. A school that is not ranked reaches no goal.
 *
 * <pre>{@code
 * Goal.alone(26) // ==> position 26 or better, shared with no other school
 * }</pre>
 */
@Immutable
public final class Goal {
    private final Kind kind;
    private final int place;
    private final @Nullable String rival;
    private final @Nullable School school;

    private enum Kind {
        OVERTAKE,
        POSITION,
        ALONE,
        UP
    }

    private Goal(Kind kind, int place, @Nullable String rival, @Nullable School school) {
        this.kind = kind;
        this.place = place;
        this.rival = rival;
        this.school = school;
    }

    /**
     * Returns the goal to be above a given school; a tie is not enough.
     *
     * @param idOrName the school to overtake, by id, name or alias as for {@link Ranking#of(String)}
     */
    public static Goal overtake(String idOrName) {
        return new Goal(Kind.OVERTAKE, 0, requireNonNull(idOrName, "idOrName"), null);
    }

    /**
     * Returns the goal to have a position or a better one, tied or not. If positions are shown as bands, the
     * competition place counts.
     *
     * @throws IllegalArgumentException if the position is less than 1
     */
    public static Goal position(int position) {
        checkArgument(position >= 1, "position %s; it must be at least 1", position);
        return new Goal(Kind.POSITION, position, null, null);
    }

    /**
     * Returns the goal to have a position or a better one that no other school shares.
     *
     * @throws IllegalArgumentException if the position is less than 1
     */
    public static Goal alone(int position) {
        checkArgument(position >= 1, "position %s; it must be at least 1", position);
        return new Goal(Kind.ALONE, position, null, null);
    }

    /**
     * Returns the goal to enter a band or a better one.
     *
     * @throws IllegalArgumentException if the band has no end, since every ranked school already reaches it
     */
    public static Goal band(Position band) {
        requireNonNull(band, "band");
        checkArgument(band.worst().isPresent(), "band %s has no end; every ranked school is in it or above", band);
        return position(band.worst().orElse(1));
    }

    /**
     * Returns the goal to gain a number of positions, or to reach the first position if that is nearer.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public static Goal up(int positions) {
        checkArgument(positions >= 1, "up %s positions; it takes at least 1", positions);
        return new Goal(Kind.UP, positions, null, null);
    }

    /** The goal of a school in a ranking, with relative positions and the rival resolved. */
    Goal of(Ranking ranking, School mine, double rank) {
        if (kind == Kind.UP) {
            checkArgument(
                    rank > 0, "school \"%s\" is not ranked, so it cannot gain positions from where it is", mine.name());
            return position(Math.max(1, (int) Math.ceil(rank) - place));
        }
        if (rival != null) {
            School other = ranking.lookup().school(rival);
            checkArgument(!other.equals(mine), "school \"%s\" cannot overtake itself", mine.name());
            return new Goal(kind, place, other.name(), other);
        }
        return this;
    }

    /** Whether every standing better than one that reaches the goal also reaches it. */
    boolean isMonotone() {
        return kind != Kind.ALONE;
    }

    boolean isReachedBy(Standing standing) {
        if (standing.place() == 0) {
            return false;
        }
        return switch (kind) {
            case OVERTAKE -> standing.rivalPlace() == 0 || standing.place() < standing.rivalPlace();
            case ALONE -> standing.position() <= place && standing.sharers() == 0;
            default -> standing.position() <= place;
        };
    }

    /** The school to overtake, if there is one. */
    @Nullable
    School rival() {
        return school;
    }

    /** The place to reach or surpass; 0 if the goal is to overtake a school. */
    int place() {
        return place;
    }

    /** Returns whether the other object is an equal goal. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Goal that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Returns the goal in words. */
    @Override
    public String toString() {
        return switch (kind) {
            case OVERTAKE -> "above " + SafeText.line(String.valueOf(rival));
            case POSITION -> "position " + place + (place == 1 ? "" : " or better");
            case ALONE -> "position " + place + (place == 1 ? "" : " or better") + ", shared with no other school";
            case UP -> "up " + place;
        };
    }
}
