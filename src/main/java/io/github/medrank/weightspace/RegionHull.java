package io.github.medrank.weightspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A region as numbers: rows · w ≤ limits, the bounds that its shares reach, an inner point, and the equalities that all
 * its points satisfy. Equalities, such as those from equal bounds, leave the region without volume in the simplex.
 */
final class RegionHull {
    /** The distance by which rounding may take a share across the border. */
    private static final double TOLERANCE = 1e-12;
    /**
     * A slack that is never exceeded counts as zero. The limit is far below any weight written in practice, and far
     * above the solver's error.
     */
    private static final double FLAT = 1e-7;

    private final Polytope polytope;
    private final double[][] rows;
    private final double[] limits;
    private final double[] lower;
    private final double[] upper;
    private final double[] centre;
    private final boolean[] equal;

    RegionHull(WeightRegion region) {
        this.polytope = Polytope.of(region, region.indicators());
        int width = region.indicators().size();
        this.rows = rows(region, width);
        this.limits = limits(region, width);
        this.lower = region.lowerBounds();
        this.upper = region.upperBounds();
        this.centre = new double[width];
        this.equal = new boolean[rows.length];
        for (int r = 0; r < rows.length; r++) {
            double[] extreme = leastOf(rows[r]);
            for (int i = 0; i < width; i++) {
                centre[i] += extreme[i] / rows.length;
            }
            double least = dot(rows[r], extreme);
            equal[r] = limits[r] - least < FLAT;
            if (r < width) {
                upper[r] = Math.min(upper[r], -least + FLAT);
            } else if (r < 2 * width) {
                lower[r - width] = Math.max(lower[r - width], least - FLAT);
            }
        }
    }

    /** First −w ≤ −lower, then w ≤ upper, then the constraints. */
    private static double[][] rows(WeightRegion region, int width) {
        List<double[]> all = new ArrayList<>();
        for (int r = 0; r < 2 * width; r++) {
            double[] row = new double[width];
            row[r % width] = r < width ? -1 : 1;
            all.add(row);
        }
        region.constraints().forEach(constraint -> all.add(constraint.row(region.indicators())));
        return all.toArray(double[][]::new);
    }

    private static double[] limits(WeightRegion region, int width) {
        double[] limits = new double[2 * width + region.constraints().size()];
        for (int r = 0; r < limits.length; r++) {
            limits[r] = r < width
                    ? -region.lowerBounds()[r]
                    : r < 2 * width
                            ? region.upperBounds()[r - width]
                            : region.constraints().get(r - 2 * width).bound();
        }
        return limits;
    }

    /** The point of the region at which a row is smallest. */
    private double[] leastOf(double[] row) {
        return polytope.minimiser(Polytope.decimals(row)).toDoubles();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Whether shares that add up to 1 are in the region, up to rounding. */
    boolean contains(double[] shares) {
        int width = shares.length;
        for (int i = 0; i < width; i++) {
            if (!(shares[i] >= -limits[i] - TOLERANCE && shares[i] <= limits[width + i] + TOLERANCE)) {
                return false;
            }
        }
        for (int r = 2 * width; r < rows.length; r++) {
            if (!(dot(rows[r], shares) <= limits[r] + TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    /** The smallest share of each indicator in the region, or slightly less. */
    double[] lower() {
        return lower;
    }

    /** The largest share of each indicator in the region, or slightly more. */
    double[] upper() {
        return upper;
    }

    /** A point strictly inside every constraint that is not an equality. */
    double[] centre() {
        return centre;
    }

    /** The constraints that are not equalities. */
    List<Integer> inequalities() {
        List<Integer> free = new ArrayList<>();
        for (int r = 0; r < rows.length; r++) {
            if (!equal[r]) {
                free.add(r);
            }
        }
        return free;
    }

    double[] row(int r) {
        return rows[r];
    }

    double limit(int r) {
        return limits[r];
    }

    /** Orthonormal directions in which the region extends, orthogonal to all equalities, by Gram–Schmidt. */
    double[][] directions() {
        int width = centre.length;
        List<double[]> basis = new ArrayList<>();
        double[] ones = new double[width];
        Arrays.fill(ones, 1);
        addOrthogonal(basis, ones);
        for (int r = 0; r < rows.length; r++) {
            if (equal[r]) {
                addOrthogonal(basis, rows[r].clone());
            }
        }
        int equalities = basis.size();
        for (int i = 0; i < width; i++) {
            double[] axis = new double[width];
            axis[i] = 1;
            addOrthogonal(basis, axis);
        }
        return basis.subList(equalities, basis.size()).toArray(double[][]::new);
    }

    private static void addOrthogonal(List<double[]> basis, double[] vector) {
        double before = Math.sqrt(dot(vector, vector));
        for (int pass = 0; pass < 2; pass++) { // twice is enough for orthogonality to the last bits
            for (double[] each : basis) {
                double along = dot(each, vector);
                for (int i = 0; i < vector.length; i++) {
                    vector[i] -= along * each[i];
                }
            }
        }
        double length = Math.sqrt(dot(vector, vector));
        if (length > 1e-6 * before) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
            basis.add(vector);
        }
    }
}
