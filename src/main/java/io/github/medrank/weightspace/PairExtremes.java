package io.github.medrank.weightspace;

import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.Fraction;
import io.github.medrank.exact.LinearProgram;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The smallest lead of one school over another on a region, computed as cheaply as possible: first with the bounds
 * alone, then at points of the region found before, and only then with a linear program.
 */
final class PairExtremes {
    private static final int REMEMBERED = 64;

    private final LinearModel model;
    private final Polytope polytope;
    private final double error;
    private final List<double[]> points = new ArrayList<>();

    PairExtremes(LinearModel model, Polytope polytope) {
        this.model = model;
        this.polytope = polytope;
        this.error = model.error();
        points.add(polytope.inner());
    }

    /** Whether a is level with b or ahead of it on the whole region. */
    boolean neverBehind(int a, int b) {
        return aheadBy(a, b, 0, true);
    }

    /**
     * Whether a is ahead of b by more than a margin on the whole region, or by exactly the margin if that is allowed.
     */
    boolean aheadBy(int a, int b, double margin, boolean orEqual) {
        double[] lead = model.difference(a, b);
        double bounded = polytope.box().least(lead);
        if (bounded > margin + error) {
            return true;
        }
        if (bounded >= margin - error) {
            int sign = polytope.box().least(model.exactDifference(a, b)).compareTo(scaled(margin, a, b));
            if (sign > 0 || (sign == 0 && orEqual)) {
                return true;
            }
        }
        if (polytope.isBox() || points.stream().anyMatch(each -> Polytope.dot(lead, each) < margin - error)) {
            return false;
        }
        Fraction least = leastOver(model.exactDifference(a, b));
        int sign = new BigDecimal(least.numerator())
                .compareTo(scaled(margin, a, b).multiply(new BigDecimal(least.denominator())));
        return sign > 0 || (sign == 0 && orEqual);
    }

    private BigDecimal scaled(double margin, int a, int b) {
        return Decimals.of(margin).multiply(model.scale(a, b));
    }

    /** The smallest lead of a over b, within the error of doubles. */
    double least(int a, int b) {
        double[] lead = model.difference(a, b);
        if (polytope.isBox()) {
            return polytope.box().least(lead);
        }
        Fraction least = polytope.leastValue(model.exactDifference(a, b));
        return new BigDecimal(least.numerator())
                .divide(new BigDecimal(least.denominator()).multiply(model.scale(a, b)), MathContext.DECIMAL64)
                .doubleValue();
    }

    /** The least value; remembers where it is. */
    private Fraction leastOver(BigDecimal[] objective) {
        LinearProgram.Optimal least = polytope.least(objective);
        if (points.size() < REMEMBERED) {
            points.add(least.point().toDoubles());
        }
        return least.value();
    }
}
