package io.github.medrank.weightspace;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;

/** An inequality of shares, row · w ≤ limit; in doubles, and as the decimals that these print. */
final class Wall {
    final double[] row;
    final double limit;
    final BigDecimal[] exactRow;
    final BigDecimal exactLimit;

    Wall(double[] row, double limit) {
        this.row = row;
        this.limit = limit;
        this.exactRow = Polytope.decimals(row);
        this.exactLimit = Decimals.of(limit);
    }

    static Wall of(LinearConstraint constraint, ImmutableList<Indicator> order) {
        return new Wall(constraint.row(order), constraint.bound());
    }

    /** The share of one indicator, times a sign, is at most a limit. */
    static Wall bound(int width, int i, int sign, double limit) {
        double[] row = new double[width];
        row[i] = sign;
        return new Wall(row, limit);
    }

    /** By how much a point is inside. */
    double room(double[] point) {
        return limit - Polytope.dot(row, point);
    }
}
