package io.github.medrank.weightspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A region as numbers: rows · w ≤ limits, the bounds that its shares reach, an inner point, and the equalities that all
 * its points satisfy. Equalities, such as those from equal bounds, leave the region without volume in the simplex.
 */
final class RegionHull {
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
        this.rows = rows(polytope, width);
        this.limits = limits(polytope);
        this.lower = polytope.box().lower();
        this.upper = polytope.box().upper();
        this.centre = new double[width];
        this.equal = new boolean[rows.length];
        for (int r = 0; r < rows.length; r++) {
            double[] extreme = leastOf(rows[r]);
            for (int i = 0; i < width; i++) {
                centre[i] += extreme[i] / rows.length;
            }
            double least = Polytope.dot(rows[r], extreme);
            equal[r] = limits[r] - least < FLAT;
            if (r < width) {
                upper[r] = Math.min(upper[r], -least + FLAT);
            } else if (r < 2 * width) {
                lower[r - width] = Math.max(lower[r - width], least - FLAT);
            }
        }
    }

    /** First −w ≤ −lower, then w ≤ upper, then the constraints. */
    private static double[][] rows(Polytope polytope, int width) {
        double[][] rows = Arrays.copyOf(new double[2 * width][width], 2 * width + polytope.rows().length);
        for (int i = 0; i < width; i++) {
            rows[i][i] = -1;
            rows[width + i][i] = 1;
        }
        System.arraycopy(polytope.rows(), 0, rows, 2 * width, polytope.rows().length);
        return rows;
    }

    private static double[] limits(Polytope polytope) {
        return Stream.of(
                        Arrays.stream(polytope.box().lower()).map(lower -> -lower),
                        Arrays.stream(polytope.box().upper()),
                        Arrays.stream(polytope.limits()))
                .flatMapToDouble(each -> each)
                .toArray();
    }

    /** The point of the region at which a row is smallest. */
    private double[] leastOf(double[] row) {
        return polytope.minimiser(Polytope.decimals(row)).toDoubles();
    }

    /** Whether shares that add up to 1 are in the region, up to rounding. */
    boolean contains(double[] shares) {
        int width = shares.length;
        for (int i = 0; i < width; i++) {
            if (!(shares[i] >= -limits[i] - Polytope.TOLERANCE
                    && shares[i] <= limits[width + i] + Polytope.TOLERANCE)) {
                return false;
            }
        }
        return polytope.satisfies(shares);
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
    List<RegionWalk.Wall> walls() {
        return IntStream.range(0, rows.length)
                .filter(r -> !equal[r])
                .mapToObj(r -> new RegionWalk.Wall(rows[r], limits[r]))
                .toList();
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
        double before = Math.sqrt(Polytope.dot(vector, vector));
        for (int pass = 0; pass < 2; pass++) { // twice is enough for orthogonality to the last bits
            for (double[] each : basis) {
                double along = Polytope.dot(each, vector);
                for (int i = 0; i < vector.length; i++) {
                    vector[i] -= along * each[i];
                }
            }
        }
        double length = Math.sqrt(Polytope.dot(vector, vector));
        if (length > 1e-6 * before) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
            basis.add(vector);
        }
    }
}
