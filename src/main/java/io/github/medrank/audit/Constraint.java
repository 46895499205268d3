package io.github.medrank.audit;

import java.math.BigDecimal;
import java.util.Set;

/** A constraint Σ row · (v, α, τ) ≥ bound, which comes from one or two rows of the table; −1 stands for no row. */
final class Constraint {
    /** The kind of a constraint: an end of its score's interval, an end of the top's interval, or anything else. */
    enum Side {
        LOW,
        HIGH,
        TOP_LOW,
        TOP_HIGH,
        OTHER
    }

    private final BigDecimal[] row;
    private final BigDecimal bound;
    private final int first;
    private final int second;
    private final Side side;

    Constraint(BigDecimal[] row, BigDecimal bound, int first, int second, Side side) {
        this.row = row;
        this.bound = bound;
        this.first = first;
        this.second = second;
        this.side = side;
    }

    /** The coefficients, which must not be modified. */
    BigDecimal[] row() {
        return row;
    }

    BigDecimal bound() {
        return bound;
    }

    /** The row of the table, or the first of two rows; −1 if there is none. */
    int first() {
        return first;
    }

    /** The second of two rows; −1 if there is one or none. */
    int second() {
        return second;
    }

    Side side() {
        return side;
    }

    boolean isOf(int tableRow) {
        return first == tableRow || second == tableRow;
    }

    boolean isWithout(Set<Integer> rows) {
        return !rows.contains(first) && !rows.contains(second);
    }

    void addRowsTo(Set<Integer> rows) {
        if (first >= 0) {
            rows.add(first);
        }
        if (second >= 0) {
            rows.add(second);
        }
    }
}
