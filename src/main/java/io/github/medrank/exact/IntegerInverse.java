package io.github.medrank.exact;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The inverse of a square matrix of whole numbers, stored as whole numbers over its determinant.
 *
 * <p>Replacing a column of the matrix divides by the previous determinant without a remainder (Edmonds 1967, Bareiss
 * 1968), so the numbers never grow beyond the minors of the matrix.
 */
final class IntegerInverse {
    private final BigInteger[][] rows;
    private BigInteger determinant = BigInteger.ONE;

    /** Creates the inverse of the unit matrix. */
    IntegerInverse(int size) {
        this.rows = new BigInteger[size][size];
        for (int r = 0; r < size; r++) {
            Arrays.fill(rows[r], BigInteger.ZERO);
            rows[r][r] = BigInteger.ONE;
        }
    }

    /** The absolute value of the determinant, by which all results must be divided. */
    BigInteger determinant() {
        return determinant;
    }

    /** The inverse times a column, times the determinant. */
    BigInteger[] times(BigInteger[] column) {
        BigInteger[] product = new BigInteger[rows.length];
        Arrays.setAll(product, r -> dot(rows[r], column));
        return product;
    }

    /** A row times the inverse, times the determinant. */
    BigInteger[] timesFromLeft(BigInteger[] row) {
        BigInteger[] product = new BigInteger[rows.length];
        Arrays.fill(product, BigInteger.ZERO);
        for (int r = 0; r < rows.length; r++) {
            if (row[r].signum() != 0) {
                for (int j = 0; j < product.length; j++) {
                    product[j] = product[j].add(row[r].multiply(rows[r][j]));
                }
            }
        }
        return product;
    }

    static BigInteger dot(BigInteger[] a, BigInteger[] b) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < a.length; i++) {
            if (a[i].signum() != 0 && b[i].signum() != 0) {
                sum = sum.add(a[i].multiply(b[i]));
            }
        }
        return sum;
    }

    /** Replaces a column of the matrix by one whose {@link #times} is given, and is not zero at its place. */
    void replace(int place, BigInteger[] times) {
        BigInteger pivot = times[place];
        BigInteger[] pivotRow = rows[place];
        for (int r = 0; r < rows.length; r++) {
            for (int j = 0; j < pivotRow.length && r != place; j++) {
                BigInteger product = rows[r][j].multiply(pivot);
                BigInteger less = times[r].multiply(pivotRow[j]);
                BigInteger difference = product.subtract(less);
                boolean whole = difference.signum() == 0 || determinant.equals(BigInteger.ONE);
                rows[r][j] = whole ? difference : difference.divide(determinant);
            }
        }
        determinant = pivot.abs();
        for (int r = 0; r < rows.length && pivot.signum() < 0; r++) {
            negate(r);
        }
    }

    /** Changes the sign of a column of the matrix. */
    void negate(int place) {
        Arrays.setAll(rows[place], j -> rows[place][j].negate());
    }
}
