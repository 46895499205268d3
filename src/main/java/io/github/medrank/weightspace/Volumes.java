package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Computes the fraction of a region, by volume, on which a linear function is positive.
 *
 * <p>A simplex cut by one half-space has a closed form without cancellation (Varsi 1973; Ali 1973). A box of shares is
 * a simplex minus the corners beyond its upper bounds, combined by inclusion and exclusion. Other constraints cut the
 * simplex into smaller simplices, one edge at a time, each with its part of the volume.
 */
final class Volumes {
    /** Inclusion and exclusion takes 2^k terms. */
    static final int MOST_INDICATORS = 20;
    /** The largest number of simplices into which a region may be cut. */
    private static final int MOST_PIECES = 4_000_000;
    /** Bounds closer than this count as equal, to allow for the rounding of thirds and the like. */
    private static final double POINT = 1e-12;
    /** The lowest precision at which an answer is given. */
    private static final double PRECISION = 1e-9;

    private final List<Wall> walls;
    private final double[] objective;
    private double volume;
    private double positive;
    private int pieces;

    private Volumes(List<Wall> walls, double[] objective) {
        this.walls = walls;
        this.objective = objective;
    }

    /** The fraction of the region where Σ objective · w is positive, in [0, 1]. */
    static double positivePart(Polytope polytope, double[] objective) {
        Box box = polytope.box();
        int[] free = IntStream.range(0, box.width())
                .filter(i -> box.room(i) > POINT && box.rest() > POINT)
                .toArray();
        if (polytope.isBox()) {
            checkArgument(
                    free.length <= MOST_INDICATORS,
                    "exact volumes are computed for up to %s indicators; the region has %s; sample the weights instead",
                    MOST_INDICATORS,
                    free.length);
            return free.length < 2 ? sign(Polytope.dot(box.centre(), objective)) : boxed(box, free, objective);
        }
        return cut(polytope, objective);
    }

    private static double sign(double value) {
        return value > 0 ? 1 : 0;
    }

    private static double boxed(Box box, int[] free, double[] objective) {
        double base = 0;
        for (int i = 0; i < objective.length; i++) {
            base += box.lower(i) * objective[i];
        }
        double volume = 0;
        double positive = 0;
        double magnitude = 0;
        double[] corners = new double[free.length];
        for (int set = 0; set < 1 << free.length; set++) {
            double rest = box.rest();
            double shift = base;
            for (int j = 0; j < free.length; j++) {
                if ((set >> j & 1) != 0) {
                    rest -= box.room(free[j]);
                    shift += box.room(free[j]) * objective[free[j]];
                }
            }
            if (rest > 0) {
                double term =
                        Math.pow(rest / box.rest(), free.length - 1.0) * ((Integer.bitCount(set) & 1) == 0 ? 1 : -1);
                for (int j = 0; j < free.length; j++) {
                    corners[j] = shift + rest * objective[free[j]];
                }
                volume += term;
                magnitude += Math.abs(term);
                positive += term * positivePart(corners);
            }
        }
        checkArgument(
                magnitude * free.length * 0x1p-50 < PRECISION * volume,
                "the region is too thin for an exact volume; sample the weights instead");
        return Math.min(1, Math.max(0, positive / volume));
    }

    /** The fraction of a simplex where a linear function with these values at its corners is positive. */
    static double positivePart(double[] corners) {
        double[] above = new double[corners.length + 1];
        above[0] = 1;
        double[] others = Arrays.stream(corners).filter(value -> !(value > 0)).toArray();
        for (double corner : corners) {
            if (corner > 0) {
                for (int k = 1; k <= others.length; k++) {
                    double other = others[k - 1];
                    above[k] = (corner * above[k - 1] - other * above[k]) / (corner - other);
                }
            }
        }
        return above[others.length];
    }

    private static double cut(Polytope polytope, double[] objective) {
        Box box = polytope.box();
        int k = box.width();
        List<Wall> walls = new ArrayList<>(polytope.walls());
        for (int i = 0; i < k; i++) {
            if (box.room(i) < box.rest()) {
                walls.add(Wall.bound(k, i, 1, box.upper(i)));
            }
        }
        double[][] corners = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                corners[i][j] = box.lower(j) + (i == j ? box.rest() : 0);
            }
        }
        Volumes volumes = new Volumes(walls, objective);
        volumes.add(corners, 1, 0);
        checkArgument(
                volumes.volume > 1e-12,
                "the region has no volume among all shares, so that no part of it can be measured: %s",
                polytope.region());
        return volumes.positive / volumes.volume;
    }

    /** Adds the part of a simplex that the constraints from the given one on leave. */
    private void add(double[][] corners, double part, int from) {
        checkArgument(
                ++pieces <= MOST_PIECES,
                "the region has too many faces for an exact volume; sample the weights instead");
        double[] values = new double[corners.length];
        for (int row = from; row < walls.size(); row++) {
            int inside = -1;
            int outside = -1;
            for (int i = 0; i < corners.length; i++) {
                double value = -walls.get(row).room(corners[i]);
                values[i] = Math.abs(value) < Polytope.TOLERANCE ? 0 : value;
                inside = values[i] < 0 ? i : inside;
                outside = values[i] > 0 ? i : outside;
            }
            if (outside >= 0) {
                if (inside >= 0) {
                    split(corners, part, row, inside, outside, values[inside] / (values[inside] - values[outside]));
                }
                return;
            }
        }
        for (int i = 0; i < corners.length; i++) {
            values[i] = Polytope.dot(objective, corners[i]);
        }
        volume += part;
        positive += part * positivePart(values);
    }

    /**
     * Cuts the edge from a corner inside to one outside, where the constraint is met. The two parts share the volume.
     */
    private void split(double[][] corners, double part, int row, int inside, int outside, double at) {
        double[] middle = new double[corners.length];
        for (int j = 0; j < middle.length; j++) {
            middle[j] = corners[inside][j] + at * (corners[outside][j] - corners[inside][j]);
        }
        double[][] nearer = corners.clone();
        nearer[outside] = middle;
        add(nearer, part * at, row);
        double[][] further = corners.clone();
        further[inside] = middle;
        add(further, part * (1 - at), row);
    }
}
