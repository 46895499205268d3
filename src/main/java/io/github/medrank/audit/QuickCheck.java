package io.github.medrank.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tests in doubles whether given weights may satisfy a rule's constraints with some α and τ. It is a filter before the
 * exact decision, and never rejects weights that fit.
 */
final class QuickCheck {
    private static final double TOLERANCE = 1e-9;
    private static final int STEPS = 80;
    private static final int NONE = -1;

    /** The coefficients of a constraint that is not linear, at given numbers; empty if it cannot be tested. */
    private interface Coefficients {
        Optional<double[]> at(int constraint, double[] numbers);
    }

    private final int weights;
    /** The number of linear constraints; the others follow them. */
    private final int linear;

    private final Coefficients coefficients;
    private final double[][] rows;
    private final double[] bounds;
    private final double[] alpha;
    private final double[] tau;
    private final boolean shifted;
    private final double leastTau;
    private final double mostTau;

    /** A gap, positive if no α lies between its bounds, and how fast it grows with τ. */
    private record Gap(double size, double slope) {}

    /** Prepares the test. τ is known to lie between two numbers, and is 1 if the numbers are points. */
    QuickCheck(
            RuleConstraints constraints,
            Set<Integer> without,
            SharedRows shared,
            boolean points,
            double leastTau,
            double mostTau) {
        List<Constraint> all = new ArrayList<>(constraints.all);
        all.removeIf(each -> !each.isWithout(without));
        this.linear = all.size();
        all.addAll(shared.constraints());
        this.coefficients = (c, numbers) -> shared.coefficients(all.get(c), numbers);
        this.weights = constraints.weights;
        this.rows = new double[all.size()][weights];
        this.bounds = new double[all.size()];
        this.alpha = new double[all.size()];
        this.tau = new double[all.size()];
        this.shifted = constraints.offset >= 0;
        boolean divided = constraints.divisor >= 0 && !points;
        this.leastTau = divided ? leastTau : 1;
        this.mostTau = divided ? mostTau : 1;
        for (int c = 0; c < rows.length; c++) {
            Constraint each = all.get(c);
            for (int i = 0; i < weights; i++) {
                rows[c][i] = each.row()[i].doubleValue() / constraints.units[i].doubleValue();
            }
            alpha[c] = shifted ? each.row()[constraints.offset].doubleValue() : 0;
            tau[c] = constraints.divisor >= 0 ? each.row()[constraints.divisor].doubleValue() : 0;
            bounds[c] = each.bound().doubleValue();
        }
    }

    /** Prepares a test whether low ≤ τ·score + α ≤ high for all rows, with some τ that is not negative. */
    private QuickCheck(double[] least, double[] most, double[] low, double[] high) {
        int size = least.length;
        this.weights = 0;
        this.linear = 2 * size;
        this.coefficients = (c, numbers) -> Optional.empty();
        this.rows = new double[2 * size][0];
        this.bounds = Arrays.copyOf(low, 2 * size);
        this.alpha = new double[2 * size];
        this.tau = Arrays.copyOf(most, 2 * size);
        this.shifted = true;
        int first = 0;
        int last = 0;
        for (int i = 0; i < size; i++) {
            alpha[i] = 1;
            alpha[size + i] = -1;
            tau[size + i] = -least[i];
            bounds[size + i] = -high[i];
            first = least[i] > least[first] ? i : first;
            last = most[i] < most[last] ? i : last;
        }
        double range = least[first] - most[last];
        this.leastTau = 0;
        this.mostTau = range > 0 ? (high[first] - low[last]) / range * (1 + TOLERANCE) : Double.POSITIVE_INFINITY;
    }

    /** Whether some rising straight line may lead from scores between two ends into all their intervals. */
    static boolean mayBeLine(double[] least, double[] most, double[] low, double[] high) {
        return new QuickCheck(least, most, low, high).mayFit(new double[0]);
    }

    boolean mayFit(double[] numbers) {
        double[] reached = new double[rows.length];
        for (int c = 0; c < rows.length; c++) {
            double sum = -bounds[c];
            double size = Math.abs(bounds[c]) + Math.abs(alpha[c]) + Math.abs(tau[c]) * mostTau;
            Optional<double[]> row = c < linear ? Optional.of(rows[c]) : coefficients.at(c, numbers);
            for (int i = 0; i < weights && row.isPresent(); i++) {
                double term = row.get()[i] * numbers[i];
                sum += term;
                size += Math.abs(term);
            }
            reached[c] = row.isPresent() ? sum + TOLERANCE * size : Double.POSITIVE_INFINITY;
        }
        if (leastTau == mostTau || !Double.isFinite(mostTau)) {
            return gap(reached, leastTau).size <= 0 || !Double.isFinite(mostTau);
        }
        return shifted ? convex(reached) : interval(reached);
    }

    /** The gap between the bounds on α at a given τ. */
    private Gap gap(double[] reached, double at) {
        int low = NONE;
        int high = NONE;
        int worst = NONE;
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        double missing = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < rows.length; c++) {
            double value = reached[c] + tau[c] * at;
            if (alpha[c] > 0) {
                if (-value > least) {
                    least = -value;
                    low = c;
                }
            } else if (alpha[c] < 0) {
                if (value < most) {
                    most = value;
                    high = c;
                }
            } else if (-value > missing) {
                missing = -value;
                worst = c;
            }
        }
        return missing > least - most
                ? new Gap(missing, -slope(worst))
                : new Gap(least - most, -slope(low) - slope(high));
    }

    private double slope(int constraint) {
        return constraint == NONE ? 0 : tau[constraint];
    }

    private boolean interval(double[] reached) {
        double low = leastTau - TOLERANCE * Math.abs(leastTau);
        double high = mostTau + TOLERANCE * Math.abs(mostTau);
        for (int c = 0; c < rows.length; c++) {
            if (tau[c] > 0) {
                low = Math.max(low, -reached[c] / tau[c]);
            } else if (tau[c] < 0) {
                high = Math.min(high, reached[c] / -tau[c]);
            } else if (reached[c] < 0) {
                return false;
            }
        }
        return low <= high;
    }

    /** The gap is convex in τ, so its tangent tells on which side and from where on it may be closed. */
    private boolean convex(double[] reached) {
        double low = leastTau;
        double high = mostTau;
        for (int i = 0; i < STEPS && low <= high; i++) {
            double at = (low + high) / 2;
            Gap gap = gap(reached, at);
            if (gap.size <= 0) {
                return true;
            }
            if (gap.slope == 0) {
                return false;
            }
            double root = at - gap.size / gap.slope;
            if (gap.slope > 0) {
                high = root;
            } else {
                low = root;
            }
        }
        return low <= high;
    }
}
