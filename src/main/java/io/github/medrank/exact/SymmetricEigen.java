package io.github.medrank.exact;

/**
 * Eigenvalues and orthonormal eigenvectors of a small symmetric matrix, by Jacobi's rotations (1846). O(k³) a sweep.
 */
final class SymmetricEigen {
    /** Rotations converge quadratically; a dozen sweeps are many. */
    private static final int MOST_SWEEPS = 60;
    /** An entry smaller than this beside those on the diagonal changes no bit of them. */
    private static final double ROUNDING = 0x1p-60;

    private final double[][] matrix;
    private final double[][] vectors;

    private SymmetricEigen(double[][] matrix) {
        this.matrix = matrix;
        this.vectors = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            vectors[i][i] = 1;
        }
    }

    static SymmetricEigen of(double[][] symmetric) {
        double[][] copy = new double[symmetric.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = symmetric[i].clone();
        }
        SymmetricEigen eigen = new SymmetricEigen(copy);
        boolean rotated = true;
        for (int sweep = 0; sweep < MOST_SWEEPS && rotated; sweep++) {
            rotated = eigen.sweep();
        }
        return eigen;
    }

    /** Rotates each entry beside the diagonal to zero that is more than rounding; says whether there was one. */
    private boolean sweep() {
        boolean rotated = false;
        for (int p = 0; p < matrix.length; p++) {
            for (int q = p + 1; q < matrix.length; q++) {
                double size = Math.max(Math.abs(matrix[p][p]), Math.abs(matrix[q][q]));
                if (Math.abs(matrix[p][q]) > size * ROUNDING) {
                    rotate(p, q);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private void rotate(int p, int q) {
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + StrictMath.hypot(theta, 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        double moved = tangent * matrix[p][q];
        matrix[p][p] -= moved;
        matrix[q][q] += moved;
        matrix[p][q] = 0;
        matrix[q][p] = 0;
        for (int k = 0; k < matrix.length; k++) {
            if (k != p && k != q) {
                double atP = matrix[k][p];
                double atQ = matrix[k][q];
                matrix[k][p] = cosine * atP - sine * atQ;
                matrix[k][q] = sine * atP + cosine * atQ;
                matrix[p][k] = matrix[k][p];
                matrix[q][k] = matrix[k][q];
            }
            double ofP = vectors[p][k];
            double ofQ = vectors[q][k];
            vectors[p][k] = cosine * ofP - sine * ofQ;
            vectors[q][k] = sine * ofP + cosine * ofQ;
        }
    }

    double value(int i) {
        return matrix[i][i];
    }

    double[] values() {
        double[] values = new double[matrix.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix[i][i];
        }
        return values;
    }

    /** An entry of the vector of the i-th eigenvalue. */
    double entry(int i, int j) {
        return vectors[i][j];
    }
}
