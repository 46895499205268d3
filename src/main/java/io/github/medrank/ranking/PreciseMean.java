package io.github.medrank.ranking;

import io.github.medrank.Rational;
import io.github.medrank.exact.Elementary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A correctly rounded weighted power mean, for cases in which doubles cannot decide the last digit. */
final class PreciseMean {
    /** The number of bits of the first attempt, and the number that each further attempt adds. */
    private static final int STEP = 110;

    private static final int MOST_BITS = 440;
    /** Below this exponent, the mean equals the geometric mean in all computed digits. */
    private static final double LEAST_EXPONENT = 1e-60;

    /** e to this power is negligible beside 1, for any weights. */
    private static final double NEGLIGIBLE = -2000;

    private final double exponent;
    private final List<BigDecimal> points = new ArrayList<>();
    private final List<Rational> values = new ArrayList<>();
    private BigDecimal total = BigDecimal.ZERO;

    /** The mean of positive values with exponent r. */
    PreciseMean(double exponent) {
        this.exponent = exponent;
    }

    /** Adds a value of positive weight. */
    void add(BigDecimal weight, Rational value) {
        total = total.add(weight);
        if (value.signum() > 0 || exponent == 1) {
            points.add(weight);
            values.add(value);
        }
    }

    /** The mean, rounded to the given context. */
    BigDecimal rounded(MathContext digits) {
        if (exponent == 1 || exponent == -1) {
            return fraction().toBigDecimal(digits);
        }
        if (points.isEmpty()) {
            return BigDecimal.ZERO;
        }
        boolean equal = total.compareTo(sum()) == 0 && values.stream().allMatch(values.get(0)::equals);
        if (equal) {
            return values.get(0).toBigDecimal(digits);
        }
        int lost = exponent == 0 ? 0 : Math.max(0, -Math.getExponent(exponent));
        for (int bits = STEP; bits + lost <= MOST_BITS; bits += STEP) {
            BigDecimal mean = approximate(bits + lost);
            BigDecimal doubt = mean.scaleByPowerOfTen(-bits / 4);
            Optional<BigDecimal> sure = agreed(mean.subtract(doubt), mean.add(doubt), digits);
            if (sure.isPresent()) {
                return sure.get();
            }
        }
        // It is so close to the middle of two decimals that it must be the middle, as √(a·b) may be.
        return approximate(MOST_BITS)
                .round(new MathContext(digits.getPrecision() + 10))
                .round(digits);
    }

    private static Optional<BigDecimal> agreed(BigDecimal low, BigDecimal high, MathContext digits) {
        BigDecimal rounded = low.round(digits);
        return rounded.compareTo(high.round(digits)) == 0 ? Optional.of(rounded) : Optional.empty();
    }

    private BigDecimal sum() {
        return points.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The arithmetic or the harmonic mean. */
    Rational fraction() {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < points.size(); i++) {
            Rational weight = Rational.of(points.get(i));
            sum = sum.plus(exponent == 1 ? values.get(i).times(weight) : weight.dividedBy(values.get(i)));
        }
        Rational all = Rational.of(total);
        return exponent == 1 ? sum.dividedBy(all) : all.dividedBy(sum);
    }

    /** (Σ w·xʳ)^(1/r) as exp((m + ln Σ w·exp(r·ln x − m)) / r), with m the greatest r·ln x. */
    private BigDecimal approximate(int bits) {
        MathContext digits = new MathContext(bits / 3 + 8);
        List<BigDecimal> logarithms = values.stream()
                .map(value -> Elementary.ln(value.toBigDecimal(digits), bits))
                .toList();
        if (Math.abs(exponent) < LEAST_EXPONENT) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < logarithms.size(); i++) {
                sum = sum.add(logarithms.get(i).multiply(points.get(i)));
            }
            return Elementary.exp(sum.divide(total, digits), bits);
        }
        BigDecimal r = new BigDecimal(exponent);
        List<BigDecimal> powers =
                logarithms.stream().map(ln -> ln.multiply(r, digits)).toList();
        BigDecimal most = powers.stream().max(BigDecimal::compareTo).orElseThrow();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < powers.size(); i++) {
            BigDecimal power = powers.get(i).subtract(most);
            if (power.doubleValue() > NEGLIGIBLE) {
                sum = sum.add(points.get(i).multiply(Elementary.exp(power, bits)));
            }
        }
        BigDecimal ln = Elementary.ln(sum.divide(total, digits), bits);
        BigDecimal logarithm = most.add(ln).divide(r, digits); // far below that of any double if there are zeros
        return logarithm.doubleValue() > NEGLIGIBLE ? Elementary.exp(logarithm, bits) : BigDecimal.ZERO;
    }
}
