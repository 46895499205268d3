package io.github.medrank;

import com.google.errorprone.annotations.Immutable;

/**
 * The tables on the way from the given values to the ones a ranker saw; all of the same schools in the same rows.
 *
 * @param given the values as they were given, of the methodology's indicators and the schools it does not refuse
 * @param treated after treatments and imputation
 * @param normalized on the common scale, its missing cells still missing
 * @param filled what the ranker saw
 */
@Immutable
public record Lineage(IndicatorTable given, IndicatorTable treated, IndicatorTable normalized, IndicatorTable filled) {
    static Lineage of(IndicatorTable table) {
        return new Lineage(table, table, table, table);
    }

    Lineage rows(int... rows) {
        return new Lineage(given.rows(rows), treated.rows(rows), normalized.rows(rows), filled.rows(rows));
    }
}
