package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/** A table as a weighted mean sees it: one row of numbers per school, so that a lead is Σ share · difference. */
final class LinearModel {
    /** Of a number that no scale makes whole. */
    private static final MathContext DIGITS = new MathContext(60);
    /** Exact linear programs are made for some thirty; many more would take for ever. */
    private static final int MOST_INDICATORS = 100;

    /** A longer scale costs more than the last digits are worth. */
    private static final int LONGEST_SCALE = 4096;

    private final Methodology methodology;
    private final Ranking ranking;
    private final IndicatorTable table;
    private final double[] values;
    private final int width;
    private final double error;
    private final BigDecimal scale;

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
        this.scale = new BigDecimal(scale(table));
        // Values off by their bound; differences, shares, products and sums by half a unit in the last place at most.
        this.error = 4 * off + magnitude * (8 * width + 32) * 0x1p-53;
    }

    /** What makes a decimal of every exact number: thirds and sevenths of a column's range are none. */
    private static BigInteger scale(IndicatorTable table) {
        BigInteger scale = BigInteger.ONE;
        for (Column column : table.columns()) {
            BigInteger unit = BigInteger.valueOf(column.isDecimal() ? 1 : Math.max(1, column.denominator()));
            BigInteger more = scale.divide(scale.gcd(unit)).multiply(unit);
            scale = more.bitLength() > LONGEST_SCALE ? scale : more;
        }
        return scale;
    }

    static LinearModel of(Methodology methodology, IndicatorTable given) {
        checkArgument(
                methodology.ranker().isLinear(),
                "exact answers about all weights need a ranker that is a weighted mean; methodology \"%s\" ranks by %s;"
                        + " sample the weights instead",
                methodology.name(),
                methodology.ranker());
        Ranking ranking = methodology.rank(given);
        int indicators = ranking.normalized().indicators().size();
        checkArgument(
                indicators <= MOST_INDICATORS,
                "exact answers about all weights take at most %s indicators, and methodology \"%s\" has %s; sample the"
                        + " weights instead",
                MOST_INDICATORS,
                methodology.name(),
                indicators);
        return new LinearModel(methodology, ranking);
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

    /** The largest error of a lead that is computed in doubles. */
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

    /**
     * The factor by which the {@linkplain #scaled scaled} numbers and their {@linkplain #exactDifference differences}
     * are multiplied.
     */
    BigDecimal scale() {
        return scale;
    }

    /** A school's exact number times the {@link #scale()}, to 60 digits if it is not a decimal. */
    BigDecimal scaled(int row, int indicator) {
        Column column = table.columns().get(indicator);
        if (column.isDecimal()) {
            return column.decimal(row).multiply(scale);
        }
        Rational number = column.exact(row).times(Rational.of(scale));
        return column.denominator() > 0 ? number.toBigDecimal() : number.toBigDecimal(DIGITS);
    }

    /** A school's exact number. */
    Rational exact(int row, int indicator) {
        return table.columns().get(indicator).exact(row);
    }

    Column column(Indicator indicator) {
        return table.column(indicator);
    }

    /** The lead of one school over another on each indicator, times the {@link #scale()}. */
    BigDecimal[] exactDifference(int a, int b) {
        BigDecimal[] lead = new BigDecimal[width];
        Arrays.setAll(lead, i -> scaled(a, i).subtract(scaled(b, i)));
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
