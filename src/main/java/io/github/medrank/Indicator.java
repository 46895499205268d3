package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of a school: an id, a name, a direction and a unit.
 *
 * <p>Two indicators are equal when their ids are, so that a normalised table still answers to the indicators of the
 * raw one.
 *
 * <pre>{@code
 * var staff = Indicator.of("students-per-teacher", "Students per teacher").withDirection(Direction.LOWER_IS_BETTER);
 * staff.direction() // ==> lower is better
 * }</pre>
 */
@Immutable
public final class Indicator {
    private final String id;
    private final String name;
    private final String symbol;
    private final String unit;
    private final Direction direction;
    private final ImmutableList<String> aliases;

    private Indicator(
            String id, String name, String symbol, String unit, Direction direction, ImmutableList<String> aliases) {
        this.id = Names.require(id, "indicator id");
        this.name = Names.require(name, "indicator name");
        this.symbol = Names.require(symbol, "indicator symbol");
        this.unit = requireNonNull(unit, "unit");
        this.direction = requireNonNull(direction, "direction");
        this.aliases = aliases;
        checkArgument(
                id.indexOf('\n') < 0 && id.indexOf(',') < 0, "indicator id \"%s\": no comma or line break, please", id);
    }

    /**
     * Returns an indicator of which more is better, without a unit.
     *
     * @param id the stable identifier, unique in a table and used as a column's header; not blank
     * @param name the name for people; not blank
     * @return the indicator
     * @throws IllegalArgumentException if the id or the name is blank, or the id has a comma or line break
     */
    public static Indicator of(String id, String name) {
        return new Indicator(id, name, name, "", Direction.HIGHER_IS_BETTER, ImmutableList.of());
    }

    /**
     * Returns an indicator of which more is better and whose name is its id.
     *
     * @param id the stable identifier and name; not blank
     * @return the indicator
     * @throws IllegalArgumentException if the id is blank, or has a comma or line break
     */
    public static Indicator of(String id) {
        return of(id, id);
    }

    /** Returns the stable identifier, which alone decides equality. */
    public String id() {
        return id;
    }

    /** Returns the name for people. */
    public String name() {
        return name;
    }

    /** Returns the publisher's short name for narrow columns, such as {@code IRN}; the name where none was given. */
    public String symbol() {
        return symbol;
    }

    /** Returns the unit of the values, empty where there is none. */
    public String unit() {
        return unit;
    }

    /** Returns whether more of it is better. */
    public Direction direction() {
        return direction;
    }

    /** Returns what else its publisher calls it, so that a file's column is found. */
    public ImmutableList<String> aliases() {
        return aliases;
    }

    /** Returns a copy with another direction. */
    public Indicator withDirection(Direction newDirection) {
        return new Indicator(id, name, symbol, unit, newDirection, aliases);
    }

    /** Returns a copy with a unit, such as {@code papers}. */
    public Indicator withUnit(String newUnit) {
        return new Indicator(id, name, symbol, newUnit, direction, aliases);
    }

    /** Returns a copy with the short name its publisher uses, for narrow columns. */
    public Indicator withSymbol(String newSymbol) {
        return new Indicator(id, name, newSymbol, unit, direction, aliases);
    }

    /**
     * Returns a copy with these other names in place of those it has; a reader of files looks for them where a file
     * has no column of its id, name or symbol.
     *
     * @throws IllegalArgumentException if one is blank
     */
    public Indicator withAliases(String... newAliases) {
        ImmutableList.Builder<String> all = ImmutableList.builder();
        for (String alias : requireNonNull(newAliases, "newAliases")) {
            all.add(Names.require(alias, "indicator alias"));
        }
        return new Indicator(id, name, symbol, unit, direction, all.build());
    }

    /** Returns whether the other object is an indicator with the same id. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Indicator that && id.equals(that.id);
    }

    /** Returns the hash code of the id. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Returns the name, and the unit and the direction where they are not the usual ones. */
    @Override
    public String toString() {
        return SafeText.line(name + (unit.isEmpty() ? "" : " (" + unit + ")"))
                + (direction == Direction.HIGHER_IS_BETTER ? "" : ", " + direction);
    }
}
