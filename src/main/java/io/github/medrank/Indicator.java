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
 * What is measured of a school: an id, a name, a direction, a unit, and the scale that its values cannot leave.
 *
 * <p>Two indicators are equal when their ids are, so that a normalised table still answers to the indicators of the raw
 * one. Names lose what acts on a terminal or a page, as those of a {@link School} do.
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
     * Returns an indicator of which more is better, without a unit.
     *
     * @param id the stable identifier, unique in a table and used as a column's header; not blank
     * @param name the name for people; not blank
     * @return the indicator
     * @throws IllegalArgumentException if the id or the name is blank, or the id has a comma or a control character
     *     such as a line break
     */
    public static Indicator of(String id, String name) {
        boolean plain = SafeText.isSafe(Names.require(id, "indicator id")) && id.indexOf(',') < 0;
        checkArgument(plain, "indicator id \"%s\": no comma or line break, please", SafeText.line(id));
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
     * Returns an indicator of which more is better and whose name is its id.
     *
     * @param id the stable identifier and name; not blank
     * @return the indicator
     * @throws IllegalArgumentException if the id is blank, or has a comma or a control character such as a line break
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

    /** Returns the least value there can be; −∞ where none is stated. */
    public double low() {
        return low;
    }

    /** Returns the greatest value there can be; +∞ where none is stated. */
    public double high() {
        return high;
    }

    /** Returns whether a value lies on the scale, its ends included; NaN does not. */
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

    /** Returns a copy with the short name its publisher uses, for narrow columns. */
    public Indicator withSymbol(String newSymbol) {
        String shown = SafeText.line(Names.require(newSymbol, "indicator symbol"));
        return new Indicator(id, name, shown, unit, direction, aliases, low, high);
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
            all.add(SafeText.line(Names.require(alias, "indicator alias")));
        }
        return new Indicator(id, name, symbol, unit, direction, all.build(), low, high);
    }

    /**
     * Returns a copy that states between which values all of its values lie, such as 0 and 100 for published scores.
     *
     * <p>A table of given values refuses a value that lies off the scale, such as 955 typed for 95.5, or lets it in by
     * {@link IndicatorTable.Builder#allowOffScale()}; then the ranking warns of it. What is computed from the values is
     * not judged: treated and normalised columns have indicators without a scale.
     *
     * <pre>{@code
     * var score = Indicator.of("teaching").withScale(0, 100);
     * score.isOnScale(955) // ==> false
     * }</pre>
     *
     * @param newLow the least value there can be; −∞ for none
     * @param newHigh the greatest value there can be, above the least; +∞ for none
     * @throws IllegalArgumentException if the least is not below the greatest, or one of them is NaN
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

    /** Returns a copy that states no scale; this indicator if it states none. */
    public Indicator withoutScale() {
        return hasScale() ? withScale(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY) : this;
    }

    boolean hasScale() {
        return low > Double.NEGATIVE_INFINITY || high < Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the scale in words, {@code 0 to 100}; where one end is not stated {@code 0 or more} or
     * {@code 100 or less}, where neither is {@code any}.
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

    /** Returns the name, and the unit and the direction where they are not the usual ones; the scale is left out. */
    @Override
    public String toString() {
        return name
                + (unit.isEmpty() ? "" : " (" + unit + ")")
                + (direction == Direction.HIGHER_IS_BETTER ? "" : ", " + direction);
    }
}
