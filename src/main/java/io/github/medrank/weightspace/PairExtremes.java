package io.github.medrank.weightspace;

import io.github.medrank.exact.Decimals;
import java.util.ArrayList;
import java.util.List;

/**
 * The least lead of one school over another on a region, decided as cheaply as it can be: over the bounds alone, at
 * points of the region found before, and only then by a linear program.
 */
final class PairExtremes {
    private static final int REMEMBERED = 64;

    private final LinearModel model;
    private final Polytope polytope;
    private final double error;
    private final double[] lead;
    private final List<double[]> points = new ArrayList<>();

    PairExtremes(LinearModel model, Polytope polytope) {
        this.model = model;
        this.polytope = polytope;
        this.error = model.error();
        this.lead = new double[model.width()];
        points.add(polytope.inner());
    }

    /** Whether a is proven to be level with b or ahead of it on the whole region. Exact where the region is a box. */
    boolean neverBehind(int a, int b) {
        model.difference(a, b, lead);
        double bounded = polytope.box().least(lead);
        if (bounded > error) {
            return true;
        }
        if (bounded >= -error
                && polytope.box().least(model.exactDifference(a, b)).signum() >= 0) {
            return true;
        }
        return !polytope.isBox() && !behindSomewhereKnown() && leastOver(lead) >= 0;
    }

    /** Whether a is proven to be ahead of b by more than a margin, or by just as much where that is allowed. */
    boolean aheadBy(int a, int b, double margin, boolean orEqual) {
        model.difference(a, b, lead);
        double bounded = polytope.box().least(lead);
        if (bounded > margin + error) {
            return true;
        }
        if (bounded >= margin - error) {
            int sign = polytope.box().least(model.exactDifference(a, b)).compareTo(Decimals.of(margin));
            if (sign > 0 || (sign == 0 && orEqual)) {
                return true;
            }
        }
        return !polytope.isBox() && !behindSomewhereKnown() && leastOver(lead) > margin;
    }

    /** The least lead of a over b, to about nine digits where the region is no box. */
    double least(int a, int b) {
        model.difference(a, b, lead);
        double[] point = polytope.isBox() ? null : polytope.minimise(lead);
        return point == null ? polytope.box().least(lead) : Polytope.dot(lead, point);
    }

    private boolean behindSomewhereKnown() {
        for (double[] point : points) {
            if (Polytope.dot(lead, point) < -error) {
                return true;
            }
        }
        return false;
    }

    /** A proven lower bound; remembers the point at which the program found the least. */
    private double leastOver(double[] objective) {
        double[] point = polytope.minimise(objective);
        if (point != null && points.size() < REMEMBERED) {
            points.add(point);
        }
        if (point != null && Polytope.dot(objective, point) < -error) {
            return Double.NEGATIVE_INFINITY;
        }
        return polytope.provenLeast(objective, error);
    }
}
