package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import io.github.medrank.exact.ExactSum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;

/** Scores of a tree with a mean that is not arithmetic, computed row by row in doubles. */
final class MeanScores {
    private final IndicatorTable table;
    private final Weights weights;
    private final TreeWeights tree; // of arithmetic means, for the share of the weight that is present
    private final ImmutableList<Column> columns;
    private final Node root;
    private final ExactSum sum = new ExactSum();

    /** A pillar or a column, with its points. */
    private record Node(Mean mean, int column, BigDecimal points, ImmutableList<Node> parts) {
        boolean counts(boolean[] absent) {
            return column >= 0
                    ? !absent[column] && points.signum() > 0
                    : points.signum() > 0 && parts.stream().anyMatch(part -> part.counts(absent));
        }
    }

    /** A node with the shares of its parts if some columns are absent; a part that does not count has share 0. */
    private static final class Shared {
        private final Node node;
        private final double[] shares;
        private final double[] values;
        private final BigDecimal[] weights;
        private final ImmutableList<Shared> parts;

        Shared(Node node, boolean[] absent) {
            this.node = node;
            this.shares = new double[node.parts().size()];
            this.values = new double[shares.length];
            this.weights = new BigDecimal[shares.length];
            this.parts = node.parts().stream()
                    .map(part -> new Shared(part, absent))
                    .collect(ImmutableList.toImmutableList());
            BigDecimal total = BigDecimal.ZERO;
            for (Node part : node.parts()) {
                total = part.counts(absent) ? total.add(part.points()) : total;
            }
            for (int i = 0; i < shares.length; i++) {
                Node part = node.parts().get(i);
                weights[i] = part.counts(absent) ? part.points() : BigDecimal.ZERO;
                // A share too small for a double still counts.
                shares[i] = weights[i].signum() == 0
                        ? 0
                        : Math.max(
                                Double.MIN_VALUE,
                                weights[i].divide(total, MathContext.DECIMAL64).doubleValue());
            }
        }
    }

    MeanScores(IndicatorTable table, Weights weights, MeanRanker ranker) {
        this.table = table;
        this.weights = weights;
        this.tree = new TreeWeights(table, table.indicators(), ranker);
        this.columns = tree.columns();
        this.root = node(ranker.whole(table.indicators()));
    }

    private Node node(Pillar pillar) {
        if (pillar.indicator().isPresent()) {
            int column = table.indicators().indexOf(pillar.indicator().get());
            return new Node(
                    pillar.mean(), column, weights.points(pillar.indicator().get()), ImmutableList.of());
        }
        ImmutableList<Node> parts = pillar.parts().stream().map(this::node).collect(ImmutableList.toImmutableList());
        BigDecimal sum = parts.stream().map(Node::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal points = pillar.points().orElse(sum);
        checkArgument(
                sum.signum() > 0 || points.signum() == 0,
                "pillar \"%s\" has %s points, and all its indicators have none",
                pillar.name(),
                points);
        return new Node(pillar.mean(), -1, points, parts);
    }

    Scores scores() {
        if (tree.size() > 0) {
            tree.weigh(weights);
        }
        Shared[] shared = IntStream.rangeClosed(0, tree.size())
                .mapToObj(gap -> new Shared(root, tree.absent(gap)))
                .toArray(Shared[]::new);
        double[] scores = new double[table.size()];
        ImmutableMap.Builder<Integer, String> unranked = ImmutableMap.builder();
        for (int row = 0; row < scores.length; row++) {
            int mine = row;
            tree.unranked(row).ifPresent(reason -> unranked.put(mine, reason));
            scores[row] = tree.isUnranked(row) ? Double.NaN : score(shared[tree.of(row)], row);
        }
        return new ComputedScores(scores, tree.direction(), unranked.buildOrThrow(), tree.warnings());
    }

    /** The score of a row that is ranked. */
    double score(int row) {
        boolean[] absent = new boolean[columns.size()];
        for (int i = 0; i < absent.length; i++) {
            absent[i] = !columns.get(i).isPresent(row);
        }
        return score(new Shared(root, absent), row);
    }

    private double score(Shared shared, int row) {
        Mean mean = shared.node.mean();
        double[] values = shared.values;
        double error = 0;
        for (int i = 0; i < values.length; i++) {
            if (shared.shares[i] > 0) {
                Shared part = shared.parts.get(i);
                Near near = near(part, row);
                values[i] = near.value();
                error = Math.max(error, near.error());
                checkArgument(
                        values[i] >= 0 || mean.isArithmetic(),
                        "school \"%s\": %s is %s, and a %s takes no negative value; normalise to 0 or more",
                        table.schools().get(row).name(),
                        part.node.column() >= 0
                                ? "indicator \""
                                        + columns.get(part.node.column())
                                                .indicator()
                                                .id() + "\""
                                : "a pillar's score",
                        values[i],
                        mean);
            }
        }
        return mean.of(shared.shares, values, error, sum, () -> precise(shared, row));
    }

    /** A part's number in doubles, of the right sign, and the bound of its relative error, its last digit aside. */
    private record Near(double value, double error) {}

    private Near near(Shared part, int row) {
        if (part.node.column() >= 0) {
            Column column = columns.get(part.node.column());
            double value = Raw.near(column, row);
            return new Near(value, Raw.error(column, value));
        }
        if (!part.node.mean().isArithmetic()) {
            return new Near(score(part, row), 0);
        }
        double mean = 0;
        double size = 0;
        double error = 0;
        for (int i = 0; i < part.shares.length; i++) {
            if (part.shares[i] > 0) {
                Near near = near(part.parts.get(i), row);
                double term = part.shares[i] * near.value();
                mean += term;
                size += Math.abs(term);
                error = Math.max(error, near.error());
            }
        }
        double relative = size / Math.abs(mean) * (error + (part.shares.length + 4) * 0x1p-52);
        return relative < Raw.NEAR ? new Near(mean, relative) : new Near(Raw.nonZero(exact(part, row)), 0x1p-52);
    }

    /** A part's exact number: a mean that is not arithmetic is its 13 digits, and the others are fractions. */
    private Rational exact(Shared part, int row) {
        if (part.node.column() >= 0) {
            return columns.get(part.node.column()).exact(row);
        }
        return part.node.mean().isArithmetic() ? precise(part, row).fraction() : Rational.of(score(part, row));
    }

    private PreciseMean precise(Shared shared, int row) {
        PreciseMean mean = new PreciseMean(shared.node.mean().exponent());
        for (int i = 0; i < shared.weights.length; i++) {
            if (shared.weights[i].signum() > 0) {
                mean.add(shared.weights[i], exact(shared.parts.get(i), row));
            }
        }
        return mean;
    }
}
