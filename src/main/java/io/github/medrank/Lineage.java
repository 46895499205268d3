package io.github.medrank;

import com.google.errorprone.annotations.Immutable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tables after each step from the given values to those a ranker saw. All have the same schools in the same rows.
 */
@Immutable
public final class Lineage {
    private final IndicatorTable given;
    private final IndicatorTable treated;
    private final IndicatorTable normalized;
    private final IndicatorTable filled;

    Lineage(IndicatorTable given, IndicatorTable treated, IndicatorTable normalized, IndicatorTable filled) {
        this.given = given;
        this.treated = treated;
        this.normalized = normalized;
        this.filled = filled;
    }

    static Lineage of(IndicatorTable table) {
        return new Lineage(table, table, table, table);
    }

    Lineage rows(int... rows) {
        return new Lineage(given.rows(rows), treated.rows(rows), normalized.rows(rows), filled.rows(rows));
    }

    /** Returns the values as given, for the methodology's indicators and the schools that are eligible. */
    public IndicatorTable given() {
        return given;
    }

    /** Returns the table after treatments and imputation. */
    public IndicatorTable treated() {
        return treated;
    }

    /** Returns the table after normalization; missing cells are still missing. */
    public IndicatorTable normalized() {
        return normalized;
    }

    /** Returns the table that the ranker saw. */
    public IndicatorTable filled() {
        return filled;
    }

    /** Returns whether the other object has equal tables. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lineage that
                && given.equals(that.given)
                && treated.equals(that.treated)
                && normalized.equals(that.normalized)
                && filled.equals(that.filled);
    }

    @Override
    public int hashCode() {
        return Objects.hash(given, treated, normalized, filled);
    }

    /** Returns the tables one below the other, each with a heading. */
    @Override
    public String toString() {
        return "given\n" + given + "\n\ntreated\n" + treated + "\n\nnormalized\n" + normalized + "\n\nfilled\n"
                + filled;
    }
}
