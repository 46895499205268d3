package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.Fraction;
import io.github.medrank.exact.LinearProgram;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Benefit of the doubt. Each score comes from an exact linear program, so the order of rows and columns does not
 * matter.
 */
@Immutable
record BenefitOfTheDoubt(Optional<Bounds> bounds) implements Ranker {
    /** The number of decimals to which exact scores are rounded. */
    private static final int DECIMALS = 9;

    /** Exact linear programs are practical for about thirty indicators; many more would take too long. */
    private static final int MOST_INDICATORS = 100;

    /** The least and the greatest part of the score that an indicator may contribute, as multiples of its share. */
    @Immutable
    record Bounds(double least, double most) {}

    @Override
    public Ranking rank(IndicatorTable table, Weights weights) {
        requireNonNull(table, "table");
        requireNonNull(weights, "weights");
        ImmutableList<Indicator> indicators = Raw.weighted(table, weights);
        checkArgument(
                indicators.size() <= MOST_INDICATORS,
                "benefit of the doubt takes at most %s indicators of some weight, and there are %s; give the others a"
                        + " weight of zero",
                MOST_INDICATORS,
                indicators.size());
        double[][] columns = Raw.upward(table, indicators);
        checkNotNegative(columns, table, indicators);
        BigDecimal[][] rows = rows(columns, table.size());
        List<BigDecimal[]> rivals = rivals(rows, Dominance.of(table, indicators).layerOfRow());
        LinearProgram free = program(columns.length, rivals).build();
        LinearProgram.Basis last = LinearProgram.Basis.EMPTY;
        Map<List<BigDecimal>, Double> known = new HashMap<>();
        double[] scores = new double[rows.length];
        for (int row = 0; row < scores.length; row++) {
            List<BigDecimal> mine = List.of(rows[row]);
            if (!known.containsKey(mine)) {
                LinearProgram program = bounds.isEmpty()
                        ? free
                        : bounded(program(columns.length, rivals), rows[row], weights, indicators);
                // All weights may be zero, and the constraints of the rivals bound the rest, so there is always an
                // optimum.
                LinearProgram.Optimal best = (LinearProgram.Optimal) program.maximise(last, rows[row]);
                last = best.basis();
                known.put(mine, rounded(best.value()));
            }
            scores[row] = known.get(mine);
        }
        return Ranking.of(table, weights, ComputedScores.of(scores, Direction.HIGHER_IS_BETTER));
    }

    private static void checkNotNegative(
            double[][] columns, IndicatorTable table, ImmutableList<Indicator> indicators) {
        for (int i = 0; i < columns.length; i++) {
            for (int row = 0; row < columns[i].length; row++) {
                checkArgument(
                        columns[i][row] >= 0,
                        "school \"%s\": indicator \"%s\" is %s, and benefit of the doubt takes no negative value; normalise"
                                + " to 0 or more",
                        table.schools().get(row).name(),
                        indicators.get(i).id(),
                        columns[i][row]);
            }
        }
    }

    /** The decimals of each row, in units in which the largest of each column has one digit before the point. */
    private static BigDecimal[][] rows(double[][] columns, int size) {
        BigDecimal[][] rows = new BigDecimal[size][columns.length];
        for (int i = 0; i < columns.length; i++) {
            BigDecimal largest = Decimals.of(Arrays.stream(columns[i]).max().orElseThrow());
            int point = largest.precision() - largest.scale() - 1;
            for (int row = 0; row < size; row++) {
                rows[row][i] = Decimals.of(columns[i][row]).movePointLeft(point).stripTrailingZeros();
            }
        }
        return rows;
    }

    /** The distinct schools that no other dominates. Dominated schools have a lower sum under any weights. */
    private static List<BigDecimal[]> rivals(BigDecimal[][] rows, int[] layers) {
        Map<List<BigDecimal>, BigDecimal[]> first = new LinkedHashMap<>();
        for (int row = 0; row < rows.length; row++) {
            if (layers[row] == 1) {
                first.put(List.of(rows[row]), rows[row]);
            }
        }
        return List.copyOf(first.values());
    }

    private static LinearProgram.Builder program(int width, List<BigDecimal[]> rivals) {
        LinearProgram.Builder program = LinearProgram.builder(width);
        rivals.forEach(rival -> program.atMost(BigDecimal.ONE, rival));
        return program;
    }

    /** least · share · score ≤ weight · value ≤ most · share · score, where the score is the sum of weight · value. */
    private LinearProgram bounded(
            LinearProgram.Builder program, BigDecimal[] mine, Weights weights, ImmutableList<Indicator> indicators) {
        BigDecimal least = Decimals.of(bounds.orElseThrow().least());
        BigDecimal most = Decimals.of(bounds.orElseThrow().most());
        for (int i = 0; i < mine.length; i++) {
            BigDecimal points = weights.points(indicators.get(i));
            program.atLeast(BigDecimal.ZERO, part(i, mine, weights.total(), points.multiply(least)));
            program.atMost(BigDecimal.ZERO, part(i, mine, weights.total(), points.multiply(most)));
        }
        return program.build();
    }

    /** The contribution of an indicator beyond a share of the score, times the total of the weights. */
    private static BigDecimal[] part(int indicator, BigDecimal[] mine, BigDecimal total, BigDecimal share) {
        BigDecimal[] row = new BigDecimal[mine.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = mine[i].multiply(i == indicator ? total.subtract(share) : share.negate());
        }
        return row;
    }

    private static double rounded(Fraction score) {
        return new BigDecimal(score.numerator())
                .divide(new BigDecimal(score.denominator()), DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    @Override
    public String toString() {
        return "benefit of the doubt"
                + bounds.map(each -> ", an indicator's part between " + each.least() + " and " + each.most()
                                + " times its share of the weights")
                        .orElse("");
    }
}
