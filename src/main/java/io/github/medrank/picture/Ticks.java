package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Round numbers for scales: steps of 1, 2 or 5 times a power of ten. */
final class Ticks {
    /** The room that one number of a scale needs. */
    private static final double ROOM = 44;

    private static final int MOST = 9;
    private static final ImmutableList<Integer> STEPS = ImmutableList.of(1, 2, 5);

    private Ticks() {}

    /** The largest number of ticks of a scale of a given length: nine, or as many as fit. */
    static int most(double length) {
        return (int) Math.max(2, Math.min(MOST, length / ROOM + 1));
    }

    /** The step for which a range has at most this many ticks. */
    private static BigDecimal step(double low, double high, int most) {
        BigDecimal range = new BigDecimal(high).subtract(new BigDecimal(low));
        int exponent = range.precision() - range.scale() - 3;
        while (true) {
            for (int digit : STEPS) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
                if (range.divide(step, MathContext.DECIMAL64).compareTo(BigDecimal.valueOf(most - 1L)) <= 0) {
                    return step;
                }
            }
            exponent++;
        }
    }

    /** The multiples of the step that enclose the range. */
    static ImmutableList<Double> around(double low, double high, int most) {
        BigDecimal step = step(low, high, most);
        BigDecimal first = new BigDecimal(low).divide(step, 0, RoundingMode.FLOOR);
        BigDecimal last = new BigDecimal(high).divide(step, 0, RoundingMode.CEILING);
        ImmutableList.Builder<Double> ticks = ImmutableList.builder();
        for (BigDecimal at = first; at.compareTo(last) <= 0; at = at.add(BigDecimal.ONE)) {
            ticks.add(at.multiply(step).doubleValue() + 0.0);
        }
        return ticks.build();
    }

    /** Position 1 and the multiples of a whole step up to the last position. */
    static ImmutableList<Double> positions(double last, int most) {
        long step = step(1, Math.max(2, last), most)
                .max(BigDecimal.ONE)
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        ImmutableList.Builder<Double> ticks = ImmutableList.<Double>builder().add(1.0);
        for (long at = step; at <= last; at += step) {
            if (at > 1) {
                ticks.add((double) at);
            }
        }
        return ticks.build();
    }
}
