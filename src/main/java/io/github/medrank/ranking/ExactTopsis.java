package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Rational;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** TOPSIS to fifty digits, for where doubles cannot decide the thirteenth. */
final class ExactTopsis {
    private static final MathContext DIGITS = new MathContext(50);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** By row and column: the weighted numbers, of which more is better. */
    private final BigDecimal[][] rows;

    private final BigDecimal[] best;
    private final BigDecimal[] worst;

    ExactTopsis(ImmutableList<Column> columns, Weights weights, boolean overNorm) {
        int width = columns.size();
        rows = new BigDecimal[columns.get(0).size()][width];
        best = new BigDecimal[width];
        worst = new BigDecimal[width];
        for (int i = 0; i < width; i++) {
            BigDecimal[] numbers = weighted(columns.get(i), weights, overNorm);
            for (int row = 0; row < rows.length; row++) {
                rows[row][i] = numbers[row];
            }
            best[i] = Arrays.stream(numbers).reduce(BigDecimal::max).orElseThrow();
            worst[i] = Arrays.stream(numbers).reduce(BigDecimal::min).orElseThrow();
        }
    }

    private static BigDecimal[] weighted(Column column, Weights weights, boolean overNorm) {
        BigDecimal points = weights.points(column.indicator());
        BigDecimal times = column.indicator().direction() == Direction.HIGHER_IS_BETTER ? points : points.negate();
        BigDecimal[] numbers = new BigDecimal[column.size()];
        Arrays.setAll(numbers, row -> column.exact(row).toBigDecimal(DIGITS));
        BigDecimal norm = overNorm
                ? Arrays.stream(numbers)
                        .map(number -> number.multiply(number))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .sqrt(DIGITS)
                : BigDecimal.ONE;
        return Arrays.stream(numbers)
                .map(number -> norm.signum() == 0
                        ? BigDecimal.ZERO
                        : number.multiply(times).divide(norm, DIGITS))
                .toArray(BigDecimal[]::new);
    }

    Rational score(int row) {
        BigDecimal fromBest = distance(rows[row], best);
        BigDecimal fromWorst = distance(rows[row], worst);
        BigDecimal both = fromBest.add(fromWorst);
        return both.signum() == 0 ? Rational.of(HALF) : Rational.ratio(fromWorst, both);
    }

    private static BigDecimal distance(BigDecimal[] row, BigDecimal[] ideal) {
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = 0; i < row.length; i++) {
            BigDecimal off = row[i].subtract(ideal[i]);
            squares = squares.add(off.multiply(off));
        }
        return squares.sqrt(DIGITS);
    }
}
