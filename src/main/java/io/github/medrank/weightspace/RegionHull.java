package io.github.medrank.weightspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A region as numbers: its walls, the bounds that its shares reach, an inner point, and the equalities that all
 * its points satisfy. Equalities, such as those from equal bounds, leave the region without volume in the simplex.
 */
final class RegionHull {
    /**
     * A slack that is never exceeded counts as zero. The limit is far below any weight written in practice, and far
     * above the solver's error.
     */
    private static final double FLAT = 1e-7;

    private final Polytope polytope;
    private final ImmutableList<Wall> all; // first −w ≤ −lower, then w ≤ upper, then the constraints
    private final double[] lower;
    private final double[] upper;
    private final double[] centre;
    private final boolean[] equal;

    RegionHull(WeightRegion region) {
        this.polytope = Polytope.of(region, region.indicators());
        int width = region.indicators().size();
        Box box = polytope.box();
        this.all = Streams.concat(
                        IntStream.range(0, width).mapToObj(i -> Wall.bound(width, i, -1, -box.lower(i))),
                        IntStream.range(0, width).mapToObj(i -> Wall.bound(width, i, 1, box.upper(i))),
                        polytope.walls().stream())
                .collect(ImmutableList.toImmutableList());
        this.lower = box.lower();
        this.upper = box.upper();
        this.centre = new double[width];
        this.equal = new boolean[all.size()];
        for (int r = 0; r < equal.length; r++) {
            double[] extreme = polytope.minimiser(all.get(r).exactRow).toDoubles();
            for (int i = 0; i < width; i++) {
                centre[i] += extreme[i] / equal.length;
            }
            double least = Polytope.dot(all.get(r).row, extreme);
            equal[r] = all.get(r).limit - least < FLAT;
            if (r < width) {
                upper[r] = Math.min(upper[r], -least + FLAT);
            } else if (r < 2 * width) {
                lower[r - width] = Math.max(lower[r - width], least - FLAT);
            }
        }
    }

    /** Whether shares that add up to 1 are in the region, up to rounding. */
    boolean contains(double[] shares) {
        Box box = polytope.box();
        for (int i = 0; i < shares.length; i++) {
            if (!(shares[i] >= box.lower(i) - Polytope.TOLERANCE && shares[i] <= box.upper(i) + Polytope.TOLERANCE)) {
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
    List<Wall> walls() {
        return IntStream.range(0, equal.length)
                .filter(r -> !equal[r])
                .mapToObj(all::get)
                .toList();
    }

    /** Orthonormal directions in which the region extends, orthogonal to all equalities, by Gram–Schmidt. */
    double[][] directions() {
        int width = centre.length;
        List<double[]> basis = new ArrayList<>();
        double[] ones = new double[width];
        Arrays.fill(ones, 1);
        addOrthogonal(basis, ones);
        for (int r = 0; r < equal.length; r++) {
            if (equal[r]) {
                addOrthogonal(basis, all.get(r).row.clone());
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
