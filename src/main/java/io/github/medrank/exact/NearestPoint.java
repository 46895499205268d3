package io.github.medrank.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the exact point nearest to a target, by the Euclidean distance, that satisfies linear constraints.
 *
 * <p>The dual method of Goldfarb and Idnani ("A numerically stable dual method for solving strictly convex quadratic
 * programs", Mathematical Programming 27, 1983). Starting at the target, it makes one violated constraint after another
 * hold with equality, and releases those that push in the wrong direction.
 */
final class NearestPoint {
    private final ConstraintRows rows;
    private final BigInteger[] target;
    private final BigInteger divisor;
    private final List<Integer> active = new ArrayList<>();
    /** How far each active row pushes: the point is the target plus Σ multiplier · row. */
    private final List<Fraction> multipliers = new ArrayList<>();

    private BigInteger[] x;
    private BigInteger denominator;

    /** The target is a vector of whole numbers over a positive divisor. */
    NearestPoint(ConstraintRows rows, BigInteger[] target, BigInteger divisor) {
        this.rows = rows;
        this.target = target;
        this.divisor = divisor;
        this.x = target;
        this.denominator = divisor;
    }

    /** The point; empty if no point satisfies all constraints. */
    Optional<FractionVector> find() {
        int violated = rows.violated(x, denominator, false, false);
        while (violated >= 0) {
            if (!satisfy(violated)) {
                return Optional.empty();
            }
            move();
            violated = rows.violated(x, denominator, false, false);
        }
        return Optional.of(FractionVector.of(x, denominator));
    }

    private void move() {
        Fraction[] sum = new Fraction[target.length];
        BigInteger common = BigInteger.ONE;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = new Fraction(target[i], divisor);
            for (int k = 0; k < active.size(); k++) {
                BigInteger entry = rows.rows[active.get(k)][i];
                sum[i] = entry.signum() == 0
                        ? sum[i]
                        : sum[i].plus(multipliers.get(k).times(whole(entry)));
            }
            common = common.multiply(sum[i].denominator().divide(common.gcd(sum[i].denominator())));
        }
        denominator = common;
        x = new BigInteger[sum.length];
        Arrays.setAll(x, i -> sum[i].numerator().multiply(denominator.divide(sum[i].denominator())));
    }

    /** Makes a violated row hold with equality; false if the active ones do not let it. */
    private boolean satisfy(int row) {
        Fraction own = Fraction.ZERO;
        Fraction missing = new Fraction(
                rows.bounds[row].multiply(denominator).subtract(IntegerInverse.dot(rows.rows[row], x)), denominator);
        while (true) {
            Fraction[] along = along(row);
            Fraction gain = product(row, row);
            for (int k = 0; k < along.length; k++) {
                gain = gain.minus(along[k].times(product(active.get(k), row)));
            }
            int blocking = blocking(along);
            boolean stuck = gain.signum() == 0;
            if (stuck && blocking < 0) {
                return false;
            }
            Fraction step = stuck ? Fraction.ZERO : missing.dividedBy(gain);
            boolean full =
                    !stuck && (blocking < 0 || step.times(along[blocking]).compareTo(multipliers.get(blocking)) <= 0);
            step = full ? step : multipliers.get(blocking).dividedBy(along[blocking]);
            for (int k = 0; k < along.length; k++) {
                multipliers.set(k, multipliers.get(k).minus(step.times(along[k])));
            }
            own = own.plus(step);
            missing = missing.minus(step.times(gain));
            if (full) {
                active.add(row);
                multipliers.add(own);
                return true;
            }
            active.remove(blocking);
            multipliers.remove(blocking);
        }
    }

    /** The active row whose multiplier reaches zero first. */
    private int blocking(Fraction[] along) {
        int first = -1;
        for (int k = 0; k < along.length; k++) {
            if (along[k].signum() > 0) {
                boolean sooner = first < 0
                        || multipliers
                                        .get(k)
                                        .times(along[first])
                                        .compareTo(multipliers.get(first).times(along[k]))
                                < 0;
                first = sooner ? k : first;
            }
        }
        return first;
    }

    /** The coefficients of the active rows nearest to a row: the solution of (active · activeᵀ) r = active · row. */
    private Fraction[] along(int row) {
        int size = active.size();
        IntegerInverse inverse = new IntegerInverse(size);
        BigInteger[] right = new BigInteger[size];
        for (int k = 0; k < size; k++) {
            BigInteger[] column = new BigInteger[size];
            int of = active.get(k);
            Arrays.setAll(column, j -> IntegerInverse.dot(rows.rows[active.get(j)], rows.rows[of]));
            inverse.replace(k, inverse.times(column)); // positive definite: no pivot is zero
            right[k] = IntegerInverse.dot(rows.rows[of], rows.rows[row]);
        }
        BigInteger[] times = inverse.times(right);
        return Arrays.stream(times)
                .map(each -> new Fraction(each, inverse.determinant()))
                .toArray(Fraction[]::new);
    }

    private Fraction product(int a, int b) {
        return whole(IntegerInverse.dot(rows.rows[a], rows.rows[b]));
    }

    private static Fraction whole(BigInteger number) {
        return new Fraction(number, BigInteger.ONE);
    }
}
