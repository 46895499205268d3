package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;

import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/** The linear algebra that weights need, of ojAlgo. */
public final class Matrices {
    /** Eigenvalues nearer than this, relatively, are one: their vectors are only known as a space. */
    private static final double SAME = 1e-9;
    /** A matrix with a smaller reciprocal of its condition has no solution to speak of. */
    private static final double SINGULAR = 1e-12;

    private Matrices() {}

    /** The squared loadings of the greatest eigenvalue's vectors: no sign, and no choice of a basis, enters. */
    public static double[] squaredLoadings(double[][] symmetric) {
        Eigenvalue<Double> eigen = Eigenvalue.R064.make(symmetric.length, true);
        eigen.decompose(store(symmetric));
        MatrixStore<Double> values = eigen.getD();
        MatrixStore<Double> vectors = eigen.getV();
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < symmetric.length; i++) {
            greatest = Math.max(greatest, values.doubleValue(i, i));
        }
        double[] squares = new double[symmetric.length];
        for (int i = 0; i < symmetric.length; i++) {
            for (int j = 0; j < symmetric.length && values.doubleValue(i, i) >= greatest * (1 - SAME); j++) {
                squares[j] += vectors.doubleValue(j, i) * vectors.doubleValue(j, i);
            }
        }
        return squares;
    }

    /** The vector of a positive matrix's greatest eigenvalue, all positive (Perron), its sum 1. */
    public static double[] perron(double[][] positive) {
        Eigenvalue<Double> eigen = Eigenvalue.R064.make(positive.length, false);
        eigen.decompose(store(positive));
        MatrixStore<Double> values = eigen.getD();
        int greatest = 0;
        for (int i = 1; i < positive.length; i++) {
            greatest = values.doubleValue(i, i) > values.doubleValue(greatest, greatest) ? i : greatest;
        }
        double[] vector = new double[positive.length];
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Math.abs(eigen.getV().doubleValue(i, greatest));
            sum += vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= sum;
        }
        return vector;
    }

    public static double[] solve(double[][] matrix, double[] right) {
        SingularValue<Double> decomposition = SingularValue.R064.make(store(matrix));
        decomposition.decompose(store(matrix));
        double[] sizes = decomposition.getSingularValues().toRawCopy1D();
        checkArgument(
                sizes[sizes.length - 1] > SINGULAR * sizes[0],
                "one indicator is a combination of the others, so there is no single answer; leave one of them out");
        return decomposition.getSolution(R064Store.FACTORY.column(right)).toRawCopy1D();
    }

    private static R064Store store(double[][] matrix) {
        R064Store store = R064Store.FACTORY.make(matrix.length, matrix.length);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                store.set(i, j, matrix[i][j]);
            }
        }
        return store;
    }
}
