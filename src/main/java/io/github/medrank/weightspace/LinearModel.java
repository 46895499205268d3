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
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A table as a weighted mean sees it: one row of numbers per school, so that a lead is Σ share · difference. */
final class LinearModel {
    /** Exact linear programs are made for some thirty; many more would take for ever. */
    private static final int MOST_INDICATORS = 100;

    /** A longer scale for all costs more than a scale for each school. */
    private static final int LONGEST_SCALE = 4096;

    private final Methodology methodology;
    private final Ranking ranking;
    private final IndicatorTable table;
    private final double[] values;
    private final int width;
    private final double error;
    /** What makes a decimal of every exact number; null if none of use is known. */
    private final @Nullable BigInteger common;
    /** The exact numbers of each school, found when they are asked for; a race costs work, and nothing else. */
    private final @Nullable Scaled[] scaled;

    /** Decimals: the exact numbers of a school times a scale. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Scaled(BigInteger scale, BigDecimal[] numbers) {
        /** The numbers times a multiple of the scale; most often that is the scale itself. */
        BigDecimal[] times(BigInteger multiple) {
            if (multiple.equals(scale)) {
                return numbers;
            }
            BigDecimal factor = new BigDecimal(multiple.divide(scale));
            return Arrays.stream(numbers).map(factor::multiply).toArray(BigDecimal[]::new);
        }
    }

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
        this.common = common(table);
        this.scaled = new Scaled[table.size()];
        // Values off by their bound; differences, shares, products and sums by half a unit in the last place at most.
        this.error = 4 * off + magnitude * (8 * width + 32) * 0x1p-53;
    }

    /** What makes a decimal of every exact number: thirds and sevenths of a column's range are none. */
    private static @Nullable BigInteger common(IndicatorTable table) {
        BigInteger scale = BigInteger.ONE;
        for (Column column : table.columns()) {
            if (!column.isDecimal()) {
                scale = leastCommonMultiple(scale, BigInteger.valueOf(column.denominator()));
            }
        }
        return scale.signum() == 0 || scale.bitLength() > LONGEST_SCALE ? null : scale;
    }

    private static BigInteger leastCommonMultiple(BigInteger one, BigInteger other) {
        return one.signum() == 0 ? one : one.divide(one.gcd(other)).multiply(other);
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

    double[] values(int row) {
        return Arrays.copyOfRange(values, row * width, (row + 1) * width);
    }

    /** The lead of one school over another on each indicator. */
    double[] difference(int a, int b) {
        double[] lead = new double[width];
        for (int i = 0; i < width; i++) {
            lead[i] = values[a * width + i] - values[b * width + i];
        }
        return lead;
    }

    /** The factor by which a school's {@linkplain #scaled scaled} numbers are multiplied. */
    BigDecimal scale(int row) {
        return new BigDecimal(exactly(row).scale);
    }

    /** The factor by which the {@linkplain #exactDifference differences} of two schools are multiplied. */
    BigDecimal scale(int a, int b) {
        return new BigDecimal(scaleOf(exactly(a), exactly(b)));
    }

    private BigInteger scaleOf(Scaled one, Scaled other) {
        return common != null ? common : leastCommonMultiple(one.scale, other.scale);
    }

    /** A school's exact numbers times its {@link #scale(int)}, which makes decimals of them. */
    BigDecimal[] scaled(int row) {
        return exactly(row).numbers;
    }

    private Scaled exactly(int row) {
        Scaled known = scaled[row];
        if (known == null) {
            BigInteger scale = common != null ? common : own(row);
            BigDecimal times = new BigDecimal(scale);
            BigDecimal[] numbers = table.columns().stream()
                    .map(column -> column.isDecimal()
                            ? column.decimal(row).multiply(times)
                            : column.exact(row).times(Rational.of(times)).toBigDecimal())
                    .toArray(BigDecimal[]::new);
            known = new Scaled(scale, numbers);
            scaled[row] = known;
        }
        return known;
    }

    private BigInteger own(int row) {
        return table.columns().stream()
                .filter(column -> !column.isDecimal())
                .map(column -> column.exact(row).denominator())
                .reduce(BigInteger.ONE, LinearModel::leastCommonMultiple);
    }

    /** A school's exact number. */
    Rational exact(int row, int indicator) {
        return table.columns().get(indicator).exact(row);
    }

    Column column(Indicator indicator) {
        return table.column(indicator);
    }

    /** The lead of one school over another on each indicator, times their {@link #scale(int, int)}. */
    BigDecimal[] exactDifference(int a, int b) {
        Scaled mine = exactly(a);
        Scaled theirs = exactly(b);
        BigInteger scale = scaleOf(mine, theirs);
        BigDecimal[] these = mine.times(scale);
        BigDecimal[] those = theirs.times(scale);
        BigDecimal[] lead = new BigDecimal[width];
        Arrays.setAll(lead, i -> these[i].subtract(those[i]));
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
