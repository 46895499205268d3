package io.github.medrank.weightspace;

import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A set of shares between bounds that add up to 1. Minimising a linear function on it is a fractional knapsack: every
 * share gets its lower bound, and the rest goes to the smallest coefficients first.
 */
final class Box {
    private static final double SLACK = 0x1p-48;

    private final double[] lower;
    private final double[] upper;
    private final double[] room;
    private final double rest;

    Box(double[] lower, double[] upper) {
        this.lower = lower;
        this.upper = upper;
        this.room = new double[lower.length];
        double left = 1;
        for (int i = 0; i < lower.length; i++) {
            room[i] = upper[i] - lower[i];
            left -= lower[i];
        }
        this.rest = Math.max(0, left);
    }

    int width() {
        return lower.length;
    }

    double lower(int i) {
        return lower[i];
    }

    double upper(int i) {
        return upper[i];
    }

    /** A copy of the lower bounds. */
    double[] lower() {
        return lower.clone();
    }

    /** A copy of the upper bounds. */
    double[] upper() {
        return upper.clone();
    }

    /** The exact sum of the lower bounds. */
    BigDecimal sumOfLower() {
        return sum(lower);
    }

    /** Whether no shares between the bounds add up to 1, exactly. */
    boolean isEmpty() {
        return sum(lower).compareTo(BigDecimal.ONE) > 0 || sum(upper).compareTo(BigDecimal.ONE) < 0;
    }

    private static BigDecimal sum(double[] shares) {
        return Arrays.stream(shares).mapToObj(Decimals::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How much more than its lower bound a share may get. */
    double room(int i) {
        return room[i];
    }

    /** The part of 1 that remains after the lower bounds. */
    double rest() {
        return rest;
    }

    /** The minimum of a linear function, within the error of doubles. */
    double least(double[] coefficients) {
        return range(coefficients)[0];
    }

    /** The exact minimum of a linear function. Bounds are the decimals that their doubles print. */
    BigDecimal least(BigDecimal[] coefficients) {
        return Polytope.dot(minimiser(coefficients), coefficients);
    }

    /** The exact vertex at which a linear function is smallest. */
    BigDecimal[] minimiser(BigDecimal[] coefficients) {
        BigDecimal[] shares = new BigDecimal[lower.length];
        BigDecimal left = BigDecimal.ONE;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Decimals.of(lower[i]);
            left = left.subtract(shares[i]);
        }
        boolean[] filled = new boolean[shares.length];
        while (left.signum() > 0) {
            int next = -1;
            for (int i = 0; i < shares.length; i++) {
                if (!filled[i] && (next < 0 || coefficients[i].compareTo(coefficients[next]) < 0)) {
                    next = i;
                }
            }
            filled[next] = true;
            BigDecimal more = left.min(Decimals.of(upper[next]).subtract(shares[next]));
            shares[next] = shares[next].add(more);
            left = left.subtract(more);
        }
        return shares;
    }

    /** The point at which each share takes the same fraction of its room above its lower bound. */
    double[] centre() {
        double all = 0;
        for (double each : room) {
            all += each;
        }
        double[] centre = lower.clone();
        for (int i = 0; i < centre.length && all > 0; i++) {
            centre[i] += rest * (room[i] / all);
        }
        return centre;
    }

    /** The minimum and the maximum of a linear function, by one sort. */
    double[] range(double[] coefficients) {
        double[] keys = new double[coefficients.length];
        double[] rooms = new double[coefficients.length];
        double base = 0;
        for (int i = 0; i < coefficients.length; i++) {
            double key = coefficients[i];
            base += lower[i] * key;
            int at = i;
            while (at > 0 && keys[at - 1] > key) {
                keys[at] = keys[at - 1];
                rooms[at] = rooms[at - 1];
                at--;
            }
            keys[at] = key;
            rooms[at] = room[i];
        }
        double least = base;
        double left = rest;
        for (int i = 0; i < keys.length && left > 0; i++) {
            double more = Math.min(left, rooms[i]);
            least += more * keys[i];
            left -= more;
        }
        double most = base;
        left = rest;
        for (int i = keys.length - 1; i >= 0 && left > 0; i--) {
            double more = Math.min(left, rooms[i]);
            most += more * keys[i];
            left -= more;
        }
        return new double[] {least, most};
    }

    /**
     * The exact corners, at which all shares but one are at a bound and that one takes the rest.
     *
     * @param most the largest number of corners wanted
     * @return the corners; none if there are more than that, or more than ten shares
     */
    List<BigDecimal[]> corners(int most) {
        int k = lower.length;
        if (k > 10) {
            return List.of();
        }
        Set<List<BigDecimal>> corners = new LinkedHashSet<>();
        for (int between = 0; between < k; between++) {
            for (int set = 0; set < 1 << k; set++) {
                if ((set >> between & 1) == 0) {
                    corner(between, set).ifPresent(corners::add);
                }
            }
        }
        return corners.size() > most
                ? List.of()
                : corners.stream().map(each -> each.toArray(BigDecimal[]::new)).toList();
    }

    private Optional<List<BigDecimal>> corner(int between, int set) {
        BigDecimal[] shares = new BigDecimal[lower.length];
        BigDecimal left = BigDecimal.ONE;
        for (int i = 0; i < shares.length; i++) {
            if (i != between) {
                shares[i] = Decimals.of((set >> i & 1) == 0 ? lower[i] : upper[i]);
                left = left.subtract(shares[i]);
            }
        }
        shares[between] = left;
        boolean inside =
                left.compareTo(Decimals.of(lower[between])) >= 0 && left.compareTo(Decimals.of(upper[between])) <= 0;
        return inside
                ? Optional.of(Arrays.stream(shares)
                        .map(BigDecimal::stripTrailingZeros)
                        .toList())
                : Optional.empty();
    }

    /** The two halves of the box along one share, as tight as the sum of 1 allows. One of them may be empty. */
    List<Box> halves(int along) {
        double middle = lower[along] + room[along] / 2;
        double[] below = upper.clone();
        below[along] = middle;
        double[] above = lower.clone();
        above[along] = middle;
        List<Box> halves = new ArrayList<>(2);
        addTightened(lower.clone(), below, halves);
        addTightened(above, upper.clone(), halves);
        return halves;
    }

    private static void addTightened(double[] least, double[] most, List<Box> boxes) {
        double sumLeast = 0;
        double sumMost = 0;
        for (int i = 0; i < least.length; i++) {
            sumLeast += least[i];
            sumMost += most[i];
        }
        if (sumLeast > 1 + SLACK || sumMost < 1 - SLACK) {
            return;
        }
        double[] from = new double[least.length];
        double[] to = new double[least.length];
        for (int i = 0; i < least.length; i++) {
            // Wider by the rounding of these sums, so that no part of the region is lost between two boxes.
            from[i] = Math.max(least[i], 1 - (sumMost - most[i]) - SLACK);
            to[i] = Math.max(from[i], Math.min(most[i], 1 - (sumLeast - least[i]) + SLACK));
        }
        boxes.add(new Box(from, to));
    }

    static double[] doubles(BigDecimal[] shares) {
        return Arrays.stream(shares).mapToDouble(BigDecimal::doubleValue).toArray();
    }
}
