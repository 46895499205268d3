package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A sum of inequalities with nonnegative multipliers. A point that satisfies all of them satisfies the sum; if no point
 * within the bounds of the variables satisfies the sum, no point satisfies all of them.
 */
final class InequalitySum {
    private final Rational[] row;
    private Rational bound = Rational.ZERO;
    private boolean strict;

    InequalitySum(int width) {
        this.row = new Rational[width];
        Arrays.fill(row, Rational.ZERO);
    }

    void add(Rational multiplier, Inequality each) {
        checkArgument(
                multiplier.signum() >= 0, "an inequality has the multiplier %s, which turns it round", multiplier);
        addEquation(multiplier, each);
        strict |= each.isStrict() && multiplier.signum() > 0;
    }

    /** Adds an inequality that holds with equality, so its multiplier may be negative. */
    void addEquation(Rational multiplier, Inequality each) {
        for (int i = 0; i < row.length; i++) {
            row[i] = row[i].plus(multiplier.times(each.coefficient(i)));
        }
        bound = bound.plus(multiplier.times(each.bound()));
    }

    /** Whether no point within the bounds satisfies the sum; null stands for a missing bound. */
    boolean isContradiction(@Nullable Rational[] lower, @Nullable Rational[] upper) {
        Rational most = Rational.ZERO;
        for (int i = 0; i < row.length; i++) {
            if (row[i].signum() != 0) {
                Rational end = row[i].signum() > 0 ? upper[i] : lower[i];
                if (end == null) {
                    return false;
                }
                most = most.plus(row[i].times(end));
            }
        }
        int sign = most.compareTo(bound);
        return sign < 0 || (sign == 0 && strict);
    }
}
