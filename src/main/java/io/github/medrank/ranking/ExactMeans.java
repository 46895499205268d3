package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import java.math.BigDecimal;

/** The means of single rows, correctly rounded, for rows that {@link PowerKernel} cannot decide. */
final class ExactMeans {
    private final IndicatorTable table;
    private final ImmutableList<Column> columns;
    private final Branch root;
    private final ImmutableList<BigDecimal> points;
    /** The points as doubles; those too small for a double still count. */
    private final double[] near;

    ExactMeans(IndicatorTable table, TreeWeights tree) {
        this.table = table;
        this.columns = tree.columns();
        this.root = tree.combination().root();
        this.points = tree.exactPoints();
        this.near = points.stream()
                .mapToDouble(each -> each.signum() == 0 ? 0 : Math.max(Double.MIN_VALUE, each.doubleValue()))
                .toArray();
    }

    /**
     * The score of a row that is ranked.
     *
     * @throws IllegalArgumentException if a mean that is not arithmetic has a negative part that counts
     */
    double score(int row) {
        boolean[] absent = new boolean[columns.size()];
        for (int i = 0; i < absent.length; i++) {
            absent[i] = !columns.get(i).isPresent(row);
        }
        return mean(root, row, absent);
    }

    /** In doubles if they can decide. */
    private double mean(Branch branch, int row, boolean[] absent) {
        double total = branch.present(near, absent);
        double[] shares = new double[branch.parts().size()];
        double[] values = new double[shares.length];
        double error = 0;
        for (int i = 0; i < shares.length; i++) {
            Branch part = branch.parts().get(i);
            double weight = part.counting(near, absent);
            if (weight > 0) {
                shares[i] = Math.max(Double.MIN_VALUE, weight / total);
                if (part.isColumn()) {
                    values[i] = Raw.near(columns.get(part.column()), row);
                    error = Math.max(error, Raw.error(columns.get(part.column()), values[i]));
                } else {
                    values[i] = Raw.nonZero(exact(part, row, absent));
                }
                checkSign(branch.mean(), part, values[i], row);
            }
        }
        return branch.mean().of(shares, values, error, () -> precise(branch, row, absent));
    }

    private void checkSign(Mean mean, Branch part, double value, int row) {
        checkArgument(
                value >= 0 || mean.isArithmetic(),
                "school \"%s\": %s is %s, and a %s takes no negative value; normalise to 0 or more",
                table.schools().get(row).name(),
                part.isColumn()
                        ? "indicator \""
                                + columns.get(part.column()).indicator().id() + "\""
                        : "a pillar's score",
                value,
                mean);
    }

    /** A part's exact number: a mean that is not arithmetic is its 13 digits, and the others are fractions. */
    private Rational exact(Branch part, int row, boolean[] absent) {
        if (part.isColumn()) {
            return columns.get(part.column()).exact(row);
        }
        return part.mean().isArithmetic()
                ? precise(part, row, absent).fraction()
                : Rational.of(mean(part, row, absent));
    }

    private PreciseMean precise(Branch branch, int row, boolean[] absent) {
        PreciseMean mean = new PreciseMean(branch.mean().exponent());
        for (Branch part : branch.parts()) {
            BigDecimal weight = part.counting(points, absent);
            if (weight.signum() > 0) {
                mean.add(weight, exact(part, row, absent));
            }
        }
        return mean;
    }
}
