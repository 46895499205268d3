package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;

/** The linear algebra for computing weights, for matrices of a few dozen rows. */
public final class Matrices {
    /** Eigenvalues nearer than this, relatively, are one: their vectors are only known as a space. */
    private static final double SAME = 1e-9;
    /** A matrix with a smaller reciprocal of its condition has no solution to speak of. */
    private static final double SINGULAR = 1e-12;
    /** Squarings of a matrix: after them an eigenvalue has its 2^60-th power. */
    private static final int SQUARINGS = 60;

    private Matrices() {}

    /**
     * Returns the squared loadings of the largest eigenvalue's vectors, which depend on no sign and no choice of basis.
     */
    public static double[] squaredLoadings(double[][] symmetric) {
        SymmetricEigen eigen = SymmetricEigen.of(symmetric);
        double greatest = Arrays.stream(eigen.values()).max().orElseThrow();
        double[] squares = new double[symmetric.length];
        for (int i = 0; i < squares.length; i++) {
            for (int j = 0; j < squares.length && eigen.value(i) >= greatest * (1 - SAME); j++) {
                squares[j] += eigen.entry(i, j) * eigen.entry(i, j);
            }
        }
        return squares;
    }

    /** Returns the eigenvalues of a symmetric matrix, the largest first. */
    public static double[] eigenvalues(double[][] symmetric) {
        double[] ascending =
                Arrays.stream(SymmetricEigen.of(symmetric).values()).sorted().toArray();
        double[] values = new double[ascending.length];
        Arrays.setAll(values, i -> ascending[values.length - 1 - i]);
        return values;
    }

    /**
     * Returns the Perron vector of a positive matrix: the eigenvector of its largest eigenvalue, with positive entries
     * and sum 1.
     *
     * <p>The matrix is squared until all its columns are multiples of that vector, and a few products with the matrix
     * itself remove the rounding errors of the squarings. Nothing is subtracted, so each entry is as precise as the
     * largest.
     */
    public static double[] perron(double[][] positive) {
        int[] exponents = exponents(positive);
        double[][] balanced = balanced(positive, exponents);
        double[][] power = balanced;
        double[] vector = sums(balanced);
        for (int i = 0; i < SQUARINGS; i++) {
            power = squared(power);
            double[] next = sums(power);
            boolean settled = distance(vector, next) <= 0x1p-52;
            vector = next;
            if (settled) {
                break;
            }
        }
        for (int i = 0; i < 4; i++) {
            vector = shares(times(balanced, vector));
        }
        double[] large = new double[vector.length];
        for (int i = 0; i < large.length; i++) {
            large[i] = Math.scalb(vector[i], exponents[i]);
        }
        return shares(large);
    }

    /** The binary exponents of the vector, roughly: half of what a row's sum is above the column's. */
    private static int[] exponents(double[][] matrix) {
        int[] exponents = new int[matrix.length];
        for (int i = 0; i < exponents.length; i++) {
            double row = 0;
            double column = 0;
            for (int j = 0; j < exponents.length; j++) {
                row = Math.max(row, matrix[i][j]);
                column = Math.max(column, matrix[j][i]);
            }
            exponents[i] = (Math.getExponent(row) - Math.getExponent(column)) / 2;
        }
        return exponents;
    }

    /** The matrix in units in which the vector's entries are of one size, so that no product vanishes. */
    private static double[][] balanced(double[][] matrix, int[] exponents) {
        double[][] balanced = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                balanced[i][j] = Math.scalb(matrix[i][j], exponents[j] - exponents[i]);
            }
        }
        return balanced;
    }

    private static double[][] squared(double[][] matrix) {
        double largest = 0;
        for (double[] row : matrix) {
            for (double each : row) {
                largest = Math.max(largest, each);
            }
        }
        double[][] scaled = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            double size = largest;
            scaled[i] = Arrays.stream(matrix[i]).map(each -> each / size).toArray();
        }
        double[][] square = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int k = 0; k < matrix.length; k++) {
                for (int j = 0; j < matrix.length; j++) {
                    square[i][j] += scaled[i][k] * scaled[k][j];
                }
            }
        }
        return square;
    }

    /** The sums of the rows, as shares of their sum. */
    private static double[] sums(double[][] matrix) {
        double[] ones = new double[matrix.length];
        Arrays.fill(ones, 1);
        return shares(times(matrix, ones));
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < product.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    private static double[] shares(double[] parts) {
        double largest = Arrays.stream(parts).max().orElseThrow();
        double sum = 0;
        for (double part : parts) {
            sum += part / largest;
        }
        double whole = sum;
        return Arrays.stream(parts).map(part -> part / largest / whole).toArray();
    }

    private static double distance(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]) / b[i]);
        }
        return most;
    }

    /**
     * Returns the solution of symmetric · x = right. A matrix that is singular as far as doubles can tell is refused.
     */
    public static double[] solve(double[][] symmetric, double[] right) {
        SymmetricEigen eigen = SymmetricEigen.of(symmetric);
        double greatest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double value : eigen.values()) {
            greatest = Math.max(greatest, Math.abs(value));
            least = Math.min(least, Math.abs(value));
        }
        checkArgument(
                least > SINGULAR * greatest,
                "one indicator is a combination of the others, so there is no single answer; leave one of them out");
        double[] solution = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            double along = 0;
            for (int j = 0; j < right.length; j++) {
                along += eigen.entry(i, j) * right[j];
            }
            for (int j = 0; j < right.length; j++) {
                solution[j] += along / eigen.value(i) * eigen.entry(i, j);
            }
        }
        return solution;
    }
}
