package io.github.medrank.comparison;

import java.util.OptionalDouble;

/**
 * Vigna's weighted τ with additive hyperbolic weights: the pair at the 0-based ranks r and s weighs 1/(r+1) + 1/(s+1).
 *
 * <p>All sums run in an order that depends on the places alone, so the result does not depend on the order of the rows,
 * down to the last bit.
 */
final class WeightedPairs {
    private final int[] values;
    private final double[] weights;
    private final int[] spareValues;
    private final double[] spareWeights;

    private WeightedPairs(int[] values, double[] weights) {
        this.values = values;
        this.weights = weights;
        this.spareValues = new int[values.length];
        this.spareWeights = new double[values.length];
    }

    /** The coefficient with ranks by the first ranking, its ties by the second; empty if one is all tied. */
    static OptionalDouble tau(int[] first, int[] second) {
        int n = first.length;
        int[] order = PairCounts.lexicographic(first, second);
        int[] sequence = new int[n];
        double[] weights = new double[n];
        double all = 0;
        double[] ofSecond = new double[n + 2];
        int[] sizes = Places.sizes(second);
        for (int i = 0; i < n; i++) {
            sequence[i] = second[order[i]];
            weights[i] = 1.0 / (i + 1);
            all += weights[i] * (n - 1);
            ofSecond[sequence[i]] += weights[i];
        }
        double tiedFirst = runs(order, first, first, weights);
        double tiedBoth = runs(order, first, second, weights);
        double tiedSecond = 0;
        for (int place = 1; place < sizes.length; place++) {
            tiedSecond += sizes[place] > 1 ? ofSecond[place] * (sizes[place] - 1) : 0;
        }
        double untiedFirst = all - tiedFirst;
        double untiedSecond = all - tiedSecond;
        // If a ranking ties all schools, the two sums are the same numbers in the same order, or no pair is left.
        if (isConstant(first) || isConstant(second)) {
            return OptionalDouble.empty();
        }
        double reversed = new WeightedPairs(sequence, weights).sort(0, n);
        double balance = untiedFirst - (tiedSecond - tiedBoth) - 2 * reversed;
        double tau = balance / Math.sqrt(untiedFirst * untiedSecond);
        return OptionalDouble.of(Math.max(-1, Math.min(1, tau)));
    }

    private static boolean isConstant(int[] places) {
        for (int place : places) {
            if (place != 1) {
                return false;
            }
        }
        return true;
    }

    /** The weight of the pairs inside runs that both rankings tie. */
    private static double runs(int[] order, int[] one, int[] other, double[] weights) {
        double sum = 0;
        int from = 0;
        for (int i = 1; i <= order.length; i++) {
            boolean ends =
                    i == order.length || one[order[i]] != one[order[i - 1]] || other[order[i]] != other[order[i - 1]];
            if (ends) {
                double run = 0;
                for (int k = from; k < i; k++) {
                    run += weights[k];
                }
                sum += i - from > 1 ? run * (i - from - 1) : 0;
                from = i;
            }
        }
        return sum;
    }

    /** Sorts a part by value and returns the total weight of the pairs that were in descending order. */
    private double sort(int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double sum = sort(from, middle) + sort(middle, to);
        double waiting = 0;
        for (int i = from; i < middle; i++) {
            spareValues[i] = values[i];
            spareWeights[i] = weights[i];
            waiting += weights[i];
        }
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            if (right < to && values[right] < spareValues[left]) {
                sum += waiting + weights[right] * (middle - left);
                values[at] = values[right];
                weights[at] = weights[right++];
            } else {
                values[at] = spareValues[left];
                weights[at] = spareWeights[left];
                waiting -= spareWeights[left++];
            }
        }
        return sum;
    }
}
