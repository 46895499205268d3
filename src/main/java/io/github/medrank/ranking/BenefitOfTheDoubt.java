package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.Fraction;
import io.github.medrank.exact.LinearProgram;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Benefit of the doubt. Each score comes from an exact linear program, so the order of rows and columns does not
 * matter.
 */
@Immutable
record BenefitOfTheDoubt(Optional<Bounds> bounds) implements ScoreRanker {
    /** The number of decimals to which exact scores are rounded. */
    private static final int DECIMALS = 9;

    /** Of a number whose fraction is long. */
    private static final MathContext DIGITS = new MathContext(30);

    private static final int LONGEST_DENOMINATOR = 64;

    /** Exact linear programs are practical for about thirty indicators; many more would take too long. */
    private static final int MOST_INDICATORS = 100;

    /** The least and the greatest part of the score that an indicator may contribute, as multiples of its share. */
    @Immutable
    record Bounds(double least, double most) {}

    @Override
    public Scores scores(IndicatorTable table, Weights weights) {
        ImmutableList<Indicator> indicators = Raw.weighted(table, weights);
        checkArgument(
                indicators.size() <= MOST_INDICATORS,
                "benefit of the doubt takes at most %s indicators of some weight, and there are %s; give the others a"
                        + " weight of zero",
                MOST_INDICATORS,
                indicators.size());
        ImmutableList<Column> columns = MeanRanker.columns(table, indicators, Direction.HIGHER_IS_BETTER);
        columns.forEach(column -> checkNotNegative(table, column));
        Numbers[] rows = rows(columns, table.size());
        List<Numbers> rivals = rivals(rows, Dominance.of(table, indicators).layerOfRow());
        LinearProgram free = program(columns.size(), rivals).build();
        LinearProgram.Basis last = LinearProgram.Basis.EMPTY;
        Map<Numbers, Double> known = new HashMap<>();
        double[] scores = new double[rows.length];
        for (int row = 0; row < scores.length; row++) {
            Numbers mine = rows[row];
            if (!known.containsKey(mine)) {
                BigDecimal[] objective = mine.whole();
                LinearProgram program = bounds.isEmpty()
                        ? free
                        : bounded(program(columns.size(), rivals), objective, weights, indicators);
                // All weights may be zero, and the constraints of the rivals bound the rest, so there is always an
                // optimum.
                LinearProgram.Optimal best = (LinearProgram.Optimal) program.maximise(last, objective);
                last = best.basis();
                known.put(mine, rounded(best.value(), mine.times()));
            }
            scores[row] = known.get(mine);
        }
        return ComputedScores.of(scores, Direction.HIGHER_IS_BETTER);
    }

    private static void checkNotNegative(IndicatorTable table, Column column) {
        Raw.requireComplete(table, column);
        for (int row = 0; row < column.size(); row++) {
            checkArgument(
                    column.value(row) >= 0,
                    "school \"%s\": indicator \"%s\" is %s, and benefit of the doubt takes no negative value; normalise"
                            + " to 0 or more",
                    table.schools().get(row).name(),
                    column.indicator().id(),
                    column.value(row));
        }
    }

    /** A school's numbers, times the least whole number that makes whole numbers of all of them. */
    private record Numbers(ImmutableList<BigInteger> multiples, BigInteger times) {
        static Numbers of(Rational[] exact) {
            BigInteger times = BigInteger.ONE;
            for (Rational each : exact) {
                BigInteger denominator = each.denominator();
                times = times.divide(times.gcd(denominator)).multiply(denominator);
            }
            ImmutableList.Builder<BigInteger> multiples = ImmutableList.builder();
            for (Rational each : exact) {
                multiples.add(each.numerator().multiply(times.divide(each.denominator())));
            }
            return new Numbers(multiples.build(), times);
        }

        BigDecimal[] whole() {
            return multiples.stream().map(BigDecimal::new).toArray(BigDecimal[]::new);
        }
    }

    /** The numbers of each row, in units in which the largest of each column has one digit before the point. */
    private static Numbers[] rows(ImmutableList<Column> columns, int size) {
        Rational[][] exact = new Rational[size][columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            BigDecimal largest = Decimals.of(column.magnitude());
            BigDecimal unit = BigDecimal.ONE.movePointLeft(largest.precision() - largest.scale() - 1);
            for (int row = 0; row < size; row++) {
                exact[row][i] = shortened(column.exact(row).times(Rational.of(unit)));
            }
        }
        return Arrays.stream(exact).map(Numbers::of).toArray(Numbers[]::new);
    }

    /** A root or a logarithm has more digits than a score of nine decimals needs, and each makes the program dearer. */
    private static Rational shortened(Rational number) {
        return number.denominator().bitLength() <= LONGEST_DENOMINATOR
                ? number
                : Rational.of(number.toBigDecimal(DIGITS));
    }

    /** The distinct schools that no other dominates. Dominated schools have a lower sum under any weights. */
    private static List<Numbers> rivals(Numbers[] rows, int[] layers) {
        Set<Numbers> rivals = new LinkedHashSet<>();
        for (int row = 0; row < rows.length; row++) {
            if (layers[row] == 1) {
                rivals.add(rows[row]);
            }
        }
        return List.copyOf(rivals);
    }

    private static LinearProgram.Builder program(int width, List<Numbers> rivals) {
        LinearProgram.Builder program = LinearProgram.builder(width);
        rivals.forEach(rival -> program.atMost(new BigDecimal(rival.times()), rival.whole()));
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

    private static double rounded(Fraction score, BigInteger times) {
        return new BigDecimal(score.numerator())
                .divide(new BigDecimal(score.denominator().multiply(times)), DECIMALS, RoundingMode.HALF_EVEN)
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
