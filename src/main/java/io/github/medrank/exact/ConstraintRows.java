package io.github.medrank.exact;

import java.math.BigInteger;
import java.util.List;

/** Constraints row · x ≥ bound in whole numbers, with doubles beside them, each row over its largest entry. */
final class ConstraintRows {
    /** Entries of more bits might overflow or underflow in doubles. */
    private static final int MOST_BITS = 400;

    final int width;
    final int size;
    final BigInteger[][] rows;
    final BigInteger[] bounds;
    final double[][] doubleRows;
    final double[] doubleBounds;
    /** Whether the doubles of a row are within half a unit in the last place of its numbers. */
    private final boolean[] near;

    ConstraintRows(int width, List<BigInteger[]> rows, List<BigInteger> bounds) {
        this.width = width;
        this.size = rows.size();
        this.rows = rows.toArray(BigInteger[][]::new);
        this.bounds = bounds.toArray(BigInteger[]::new);
        this.doubleRows = new double[size][];
        this.doubleBounds = new double[size];
        this.near = new boolean[size];
        for (int r = 0; r < size; r++) {
            int bits = bits(this.rows[r]);
            near[r] = Math.max(bits, this.bounds[r].bitLength()) <= MOST_BITS;
            doubleRows[r] = doubles(this.rows[r], bits);
            doubleBounds[r] = scaled(this.bounds[r], bits);
        }
    }

    /** The bits of the largest number. */
    static int bits(BigInteger[] numbers) {
        int bits = 0;
        for (BigInteger each : numbers) {
            bits = Math.max(bits, each.bitLength());
        }
        return bits;
    }

    /** The numbers divided by a power of two, as doubles. */
    static double[] doubles(BigInteger[] numbers, int bits) {
        double[] doubles = new double[numbers.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = scaled(numbers[i], bits);
        }
        return doubles;
    }

    private static double scaled(BigInteger number, int bits) {
        int excess = Math.max(0, number.bitLength() - 1000);
        return Math.scalb(number.shiftRight(excess).doubleValue(), excess - bits);
    }

    /** How far a point is from satisfying a constraint, in doubles; positive where it violates it. */
    double violation(int r, double[] point, boolean homogeneous) {
        double violation = homogeneous ? 0 : doubleBounds[r];
        double[] row = doubleRows[r];
        for (int i = 0; i < row.length; i++) {
            violation -= row[i] * point[i];
        }
        return violation;
    }

    /** How wrong {@link #violation} may be at a point whose doubles are within two units in the last place. */
    private double error(int r, double[] point, boolean homogeneous) {
        if (!near[r]) {
            return Double.POSITIVE_INFINITY;
        }
        double size = homogeneous ? 0 : Math.abs(doubleBounds[r]);
        double[] row = doubleRows[r];
        for (int i = 0; i < row.length; i++) {
            size += Math.abs(row[i] * point[i]);
        }
        // A size that small may hide products that underflowed; one that large may be beyond all doubles.
        return size > 0x1p-500 && size < 0x1p500 ? size * (row.length + 16) * 0x1p-52 : Double.POSITIVE_INFINITY;
    }

    /** Whether the point with these numerators violates a constraint. */
    private boolean isViolated(int r, BigInteger[] numerators, BigInteger denominator, boolean homogeneous) {
        BigInteger reached = IntegerInverse.dot(rows[r], numerators);
        return reached.compareTo(homogeneous ? BigInteger.ZERO : bounds[r].multiply(denominator)) < 0;
    }

    /**
     * A row that the point with these numerators violates, −1 if it violates none. Doubles decide what they can.
     *
     * @param homogeneous whether all bounds are taken to be zero
     * @param lowest whether the first one is wanted; otherwise it is one that is violated most
     */
    int violated(BigInteger[] numerators, BigInteger denominator, boolean homogeneous, boolean lowest) {
        double[] point = new double[width];
        for (int i = 0; i < width; i++) {
            point[i] = Fraction.quotient(numerators[i], denominator);
        }
        int most = -1;
        double greatest = 0;
        for (int r = 0; r < size && !lowest; r++) {
            double violation = violation(r, point, homogeneous);
            if (violation > greatest && violation > error(r, point, homogeneous)) {
                most = r;
                greatest = violation;
            }
        }
        for (int r = 0; r < size && most < 0; r++) {
            boolean satisfied = violation(r, point, homogeneous) < -error(r, point, homogeneous);
            most = !satisfied && isViolated(r, numerators, denominator, homogeneous) ? r : -1;
        }
        return most;
    }
}
