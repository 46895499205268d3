package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.SafeText;
import org.jspecify.annotations.Nullable;

/**
 * A measure of schools, with an id, a name, a direction, a unit, and optionally the scale that bounds its values.
 *
 * <p>Two indicators are equal if their ids are equal, so a normalised table can be queried with the indicators of the
 * raw table. Names are sanitised like those of a {@link School}.
 *
 * <pre>{@code
 * var staff = Indicator.of("students-per-teacher", "Students per teacher")
 *         .withDirection(Direction.LOWER_IS_BETTER);
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
    private final double low;
    private final double high;

    private Indicator(
            String id,
            String name,
            String symbol,
            String unit,
            Direction direction,
            ImmutableList<String> aliases,
            double low,
            double high) {
        this.id = id;
        this.name = name;
        this.symbol = symbol;
        this.unit = unit;
        this.direction = direction;
        this.aliases = aliases;
        this.low = low;
        this.high = high;
    }

    /**
     * Returns an indicator whose larger values are better, without a unit.
     *
     * @param id the stable identifier, unique in a table and used as a column header; not blank
     * @param name the display name; not blank
     * @return the indicator
     * @throws IllegalArgumentException if the id or the name is blank, or the id contains a comma or a control
     *     character such as a line break
     */
    public static Indicator of(String id, String name) {
        boolean plain = SafeText.isSafe(Names.require(id, "indicator id")) && id.indexOf(',') < 0;
        checkArgument(plain, "indicator id \"%s\" must not contain a comma or a line break", SafeText.line(id));
        String shown = SafeText.line(Names.require(name, "indicator name"));
        return new Indicator(
                id,
                shown,
                shown,
                "",
                Direction.HIGHER_IS_BETTER,
                ImmutableList.of(),
                Double.NEGATIVE_INFINITY,
                Double.POSITIVE_INFINITY);
    }

    /**
     * Returns an indicator whose larger values are better and whose name is its id.
     *
     * @param id the stable identifier and name; not blank
     * @return the indicator
     * @throws IllegalArgumentException if the id is blank, or contains a comma or a control character such as a line
     *     break
     */
    public static Indicator of(String id) {
        return of(id, id);
    }

    /** Returns the stable identifier; equality depends on it alone. */
    public String id() {
        return id;
    }

    /** Returns the display name. */
    public String name() {
        return name;
    }

    /**
     * Returns the publisher's short name for narrow columns, such as {@code IRN}; the name if no short name was given.
     */
    public String symbol() {
        return symbol;
    }

    /** Returns the unit of the values; empty if there is none. */
    public String unit() {
        return unit;
    }

    /** Returns whether larger or smaller values are better. */
    public Direction direction() {
        return direction;
    }

    /** Returns other names under which a file may list the indicator. */
    public ImmutableList<String> aliases() {
        return aliases;
    }

    /** Returns the smallest possible value; −∞ if none is stated. */
    public double low() {
        return low;
    }

    /** Returns the largest possible value; +∞ if none is stated. */
    public double high() {
        return high;
    }

    /** Returns whether a value lies on the scale, including its ends; NaN does not. */
    public boolean isOnScale(double value) {
        return value >= low && value <= high;
    }

    /** Returns a copy with another direction. */
    public Indicator withDirection(Direction newDirection) {
        return new Indicator(id, name, symbol, unit, requireNonNull(newDirection, "direction"), aliases, low, high);
    }

    /** Returns a copy with a unit, such as {@code papers}. */
    public Indicator withUnit(String newUnit) {
        return new Indicator(
                id, name, symbol, SafeText.line(requireNonNull(newUnit, "unit")), direction, aliases, low, high);
    }

    /** Returns a copy with the publisher's short name, for narrow columns. */
    public Indicator withSymbol(String newSymbol) {
        String shown = SafeText.line(Names.require(newSymbol, "indicator symbol"));
        return new Indicator(id, name, shown, unit, direction, aliases, low, high);
    }

    /**
     * Returns a copy with these aliases, which replace any previous ones. A file reader uses them if a file has no
     * column with the id, name or symbol.
     *
     * @throws IllegalArgumentException if an alias is blank
     */
    public Indicator withAliases(String... newAliases) {
        ImmutableList.Builder<String> all = ImmutableList.builder();
        for (String alias : requireNonNull(newAliases, "newAliases")) {
            all.add(SafeText.line(Names.require(alias, "indicator alias")));
        }
        return new Indicator(id, name, symbol, unit, direction, all.build(), low, high);
    }

    /**
     * Returns a copy with bounds on its values, such as 0 and 100 for published scores.
     *
     * <p>A table of given values rejects a value off the scale, such as 955 typed for 95.5, unless
     * {@link IndicatorTable.Builder#allowOffScale()} admits it; the ranking then warns about it. Computed values are
     * not checked, since treated and normalised columns have indicators without a scale.
     *
     * <pre>{@code
     * var score = Indicator.of("teaching").withScale(0, 100);
     * score.isOnScale(955) // ==> false
     * }</pre>
     *
     * @param newLow the smallest possible value; −∞ for none
     * @param newHigh the largest possible value, greater than {@code newLow}; +∞ for none
     * @throws IllegalArgumentException if {@code newLow} is not less than {@code newHigh}, or either is NaN
     */
    public Indicator withScale(double newLow, double newHigh) {
        checkArgument(
                newLow < newHigh,
                "indicator \"%s\": a scale from %s to %s; the least value must be below the greatest",
                id,
                newLow,
                newHigh);
        return new Indicator(id, name, symbol, unit, direction, aliases, newLow + 0.0, newHigh + 0.0);
    }

    /** Returns a copy without a scale; this indicator if it has none. */
    public Indicator withoutScale() {
        return hasScale() ? withScale(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) : this;
    }

    boolean hasScale() {
        return low > Double.NEGATIVE_INFINITY || high < Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the scale in words: {@code 0 to 100}, {@code 0 or more} or {@code 100 or less} if only one end is stated,
     * {@code any} if none is.
     */
    public String scaleText() {
        if (!hasScale()) {
            return "any";
        }
        if (low == Double.NEGATIVE_INFINITY) {
            return NumberText.text(high) + " or less";
        }
        return high == Double.POSITIVE_INFINITY
                ? NumberText.text(low) + " or more"
                : NumberText.text(low) + " to " + NumberText.text(high);
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

    /** Returns the name, with unit and direction unless they are the defaults; the scale is omitted. */
    @Override
    public String toString() {
        return name
                + (unit.isEmpty() ? "" : " (" + unit + ")")
                + (direction == Direction.HIGHER_IS_BETTER ? "" : ", " + direction);
    }
}
