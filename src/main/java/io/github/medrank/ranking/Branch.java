package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A {@link Pillar} over the columns of a table: the number of a column, or a mean of other branches.
 *
 * @param column the number of the column; −1 for a mean
 * @param own the points that replace the sum of those of the parts
 */
@Immutable
record Branch(String name, Mean mean, int column, Optional<BigDecimal> own, ImmutableList<Branch> parts) {
    static Branch of(Pillar pillar, ImmutableList<Indicator> order) {
        return new Branch(
                pillar.name(),
                pillar.mean(),
                pillar.indicator().map(order::indexOf).orElse(-1),
                pillar.points(),
                pillar.parts().stream().map(part -> of(part, order)).collect(ImmutableList.toImmutableList()));
    }

    boolean isColumn() {
        return column >= 0;
    }

    /** The number of nested means, down to a column. */
    int depth() {
        return isColumn() ? 0 : 1 + parts.stream().mapToInt(Branch::depth).max().orElse(0);
    }

    // ---- exact ----

    /** The points, counting absent columns. */
    BigDecimal full(List<BigDecimal> points) {
        return isColumn()
                ? points.get(column)
                : own.orElseGet(
                        () -> parts.stream().map(part -> part.full(points)).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The points of those parts that have at least one value that counts. */
    BigDecimal present(List<BigDecimal> points, boolean[] absent) {
        return parts.stream().map(part -> part.counting(points, absent)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The points if there is at least one value that counts, otherwise zero. */
    BigDecimal counting(List<BigDecimal> points, boolean[] absent) {
        boolean counts = isColumn() ? !absent[column] : present(points, absent).signum() > 0;
        return counts ? full(points) : BigDecimal.ZERO;
    }

    // ---- in doubles: the same, without allocation ----

    /**
     * The points, counting absent columns.
     *
     * @throws IllegalArgumentException if the branch has points of its own, and all its columns have none
     */
    double full(double[] points) {
        if (isColumn()) {
            return points[column];
        }
        double sum = sum(points);
        if (own.isEmpty()) {
            return sum;
        }
        checkArgument(
                sum != 0 || own.get().signum() == 0,
                "pillar \"%s\" has %s points, and all its indicators have none",
                name,
                own.get().toPlainString());
        return own.get().doubleValue();
    }

    /** The points of all parts. */
    double sum(double[] points) {
        double sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum += parts.get(i).full(points);
        }
        return sum;
    }

    /** The points of those parts that have at least one value that counts. */
    double present(double[] points, boolean[] absent) {
        double sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum += parts.get(i).counting(points, absent);
        }
        return sum;
    }

    /** The points if there is at least one value that counts, otherwise zero. */
    double counting(double[] points, boolean[] absent) {
        boolean counts = isColumn() ? !absent[column] : present(points, absent) > 0;
        return counts ? full(points) : 0;
    }
}
