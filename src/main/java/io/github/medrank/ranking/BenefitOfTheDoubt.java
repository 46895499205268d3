package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Benefit of the doubt; rivals and columns reach the solver in an order of their own, so that the table's cannot matter. */
@Immutable
record BenefitOfTheDoubt(Optional<Bounds> bounds) implements Ranker {
    /** How far below a perfect score the solver's error may lie. */
    private static final int DECIMALS = 9;

    /** Multiples of an indicator's share between which its part of the score lies. */
    @Immutable
    record Bounds(double least, double most) {}

    @Override
    public Ranking rank(IndicatorTable table, Weights weights) {
        ImmutableList<Indicator> indicators = Raw.weighted(table, weights);
        double[][] rows = scaledRows(table, indicators);
        double[][] rivals = rivals(table, indicators, rows);
        double[] shares = Raw.shares(weights, indicators);
        TreeMap<double[], Double> known = new TreeMap<>(Arrays::compare);
        double[] scores = new double[rows.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = known.computeIfAbsent(rows[row], mine -> best(mine, rivals, shares));
        }
        return Ranking.of(table, weights, ComputedScores.of(scores, Direction.HIGHER_IS_BETTER));
    }

    /** The values of each row over the largest of their column; a column of zeros stays. */
    private static double[][] scaledRows(IndicatorTable table, ImmutableList<Indicator> indicators) {
        double[][] columns = Raw.upward(table, indicators);
        double[][] rows = new double[table.size()][columns.length];
        for (int i = 0; i < columns.length; i++) {
            double largest = Arrays.stream(columns[i]).max().orElseThrow();
            for (int row = 0; row < rows.length; row++) {
                checkArgument(
                        columns[i][row] >= 0,
                        "school \"%s\": indicator \"%s\" is %s, and benefit of the doubt takes no negative value; normalise"
                                + " to 0 or more",
                        table.schools().get(row).name(),
                        indicators.get(i).id(),
                        columns[i][row]);
                rows[row][i] = largest == 0 ? 0 : columns[i][row] / largest;
            }
        }
        return rows;
    }

    /** The schools that nobody dominates; whom they dominate has less under any weights. */
    private static double[][] rivals(IndicatorTable table, ImmutableList<Indicator> indicators, double[][] rows) {
        int[] layers = Dominance.of(table, indicators).layerOfRow();
        List<double[]> first = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            if (layers[row] == 1) {
                first.add(rows[row]);
            }
        }
        first.sort(Arrays::compare);
        return first.toArray(double[][]::new);
    }

    private double best(double[] mine, double[][] rivals, double[] shares) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] weights = new Variable[mine.length];
        for (int i = 0; i < mine.length; i++) {
            weights[i] = model.newVariable("w" + i).lower(0).weight(mine[i]);
        }
        for (int j = 0; j < rivals.length; j++) {
            Expression most = model.newExpression("rival" + j).upper(1);
            for (int i = 0; i < mine.length; i++) {
                most.set(weights[i], rivals[j][i]);
            }
        }
        bounds.ifPresent(each -> bound(model, weights, mine, shares, each));
        Optimisation.Result result = model.maximise();
        double score = result.getState().isFeasible() ? result.getValue() : 0;
        return BigDecimal.valueOf(score)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** least · share · score ≤ weight · value ≤ most · share · score, where the score is the sum of weight · value. */
    private static void bound(
            ExpressionsBasedModel model, Variable[] weights, double[] mine, double[] shares, Bounds bounds) {
        for (int i = 0; i < mine.length; i++) {
            Expression above = model.newExpression("least" + i).lower(0);
            Expression below = model.newExpression("most" + i).upper(0);
            for (int other = 0; other < mine.length; other++) {
                double own = other == i ? 1 : 0;
                above.set(weights[other], mine[other] * (own - bounds.least() * shares[i]));
                below.set(weights[other], mine[other] * (own - bounds.most() * shares[i]));
            }
        }
    }

    @Override
    public String toString() {
        return "benefit of the doubt"
                + bounds.map(each -> ", an indicator's part between " + each.least() + " and " + each.most()
                                + " times its share of the weights")
                        .orElse("");
    }
}
