package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.math.MathContext;

/** A table as a weighted mean sees it: one row of numbers a school, so that a lead is Σ share · difference. */
final class LinearModel {
    /** Of a difference that is no decimal. */
    private static final MathContext DIGITS = new MathContext(60);

    private final Methodology methodology;
    private final Ranking ranking;
    private final IndicatorTable table;
    private final double[] values;
    private final int width;
    private final double error;

    private LinearModel(Methodology methodology, Ranking ranking) {
        this.methodology = methodology;
        this.ranking = ranking;
        this.table = ranking.normalized();
        this.width = table.indicators().size();
        this.values = new double[table.size() * width];
        double[] column = new double[table.size()];
        double magnitude = 0;
        double off = 0;
        for (int i = 0; i < width; i++) {
            Column each = table.columns().get(i);
            each.copyTo(column);
            magnitude = Math.max(magnitude, each.magnitude());
            off = Math.max(off, each.errorBound());
            for (int row = 0; row < column.length; row++) {
                values[row * width + i] = column[row];
            }
        }
        // Values off by their bound; differences, shares, products and sums by half a unit in the last place at most.
        this.error = 4 * off + magnitude * (8 * width + 32) * 0x1p-53;
    }

    static LinearModel of(Methodology methodology, IndicatorTable given) {
        checkArgument(
                methodology.ranker().isLinear(),
                "exact answers about all weights need a ranker that is a weighted mean; methodology \"%s\" ranks by %s;"
                        + " sample the weights instead",
                methodology.name(),
                methodology.ranker());
        return new LinearModel(methodology, methodology.rank(given));
    }

    Ranking ranking() {
        return ranking;
    }

    Methodology methodology() {
        return methodology;
    }

    ImmutableList<School> schools() {
        return table.schools();
    }

    ImmutableList<Indicator> indicators() {
        return table.indicators();
    }

    int size() {
        return table.size();
    }

    int width() {
        return width;
    }

    /** How far a lead computed in doubles may be from the exact one. */
    double error() {
        return error;
    }

    int row(String idOrName) {
        return ranking.of(idOrName).row();
    }

    double value(int row, int indicator) {
        return values[row * width + indicator];
    }

    /** The lead of one school over another on each indicator. */
    void difference(int a, int b, double[] lead) {
        for (int i = 0; i < width; i++) {
            lead[i] = values[a * width + i] - values[b * width + i];
        }
    }

    double[] difference(int a, int b) {
        double[] lead = new double[width];
        difference(a, b, lead);
        return lead;
    }

    BigDecimal decimal(int row, int indicator) {
        return table.columns().get(indicator).decimal(row);
    }

    Column column(Indicator indicator) {
        return table.column(indicator);
    }

    BigDecimal[] exactDifference(int a, int b) {
        BigDecimal[] lead = new BigDecimal[width];
        for (int i = 0; i < width; i++) {
            Column column = table.columns().get(i);
            lead[i] = column.isDecimal()
                    ? column.decimal(a).subtract(column.decimal(b))
                    : column.exact(a).minus(column.exact(b)).toBigDecimal(DIGITS);
        }
        return lead;
    }

    /** The shares of the methodology's own weights. */
    double[] shares() {
        return indicators().stream()
                .mapToDouble(each -> ranking.weights().share(each))
                .toArray();
    }

    /** The points of the methodology's own weights. */
    BigDecimal[] points() {
        return indicators().stream().map(ranking.weights()::points).toArray(BigDecimal[]::new);
    }

    /** Positions under drawn weights, rounded and tied as the methodology does. */
    Draws draws() {
        return methodology.ranker().over(table, indicators(), methodology.presentation());
    }
}
