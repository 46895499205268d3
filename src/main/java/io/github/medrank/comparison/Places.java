package io.github.medrank.comparison;

import java.util.Arrays;

/** Computes competition places and the ranks derived from them. */
final class Places {
    private Places() {}

    /** One more than the number of smaller positions, for each. O(n) if the positions are integers not far above n. */
    static int[] of(double[] positions) {
        int limit = 2 * positions.length + 1;
        int[] places = new int[positions.length];
        int[] smaller = new int[limit + 1];
        for (double position : positions) {
            if (position != Math.rint(position) || position >= limit) {
                return bySorting(positions);
            }
            smaller[(int) position + 1]++;
        }
        for (int position = 1; position <= limit; position++) {
            smaller[position] += smaller[position - 1];
        }
        for (int i = 0; i < places.length; i++) {
            places[i] = smaller[(int) positions[i]] + 1;
        }
        return places;
    }

    private static int[] bySorting(double[] positions) {
        double[] sorted = positions.clone();
        Arrays.sort(sorted);
        int[] places = new int[positions.length];
        for (int i = 0; i < places.length; i++) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < positions[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            places[i] = low + 1;
        }
        return places;
    }

    /** Places of a subset, among themselves. O(largest place). */
    static int[] among(int[] places) {
        int most = 0;
        for (int place : places) {
            most = Math.max(most, place);
        }
        int[] better = new int[most + 2];
        for (int place : places) {
            better[place + 1]++;
        }
        for (int place = 1; place < better.length; place++) {
            better[place] += better[place - 1];
        }
        int[] among = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            among[i] = better[places[i]] + 1;
        }
        return among;
    }

    /** The number of schools at each place; index 0 is not used. */
    static int[] sizes(int[] places) {
        int[] sizes = new int[places.length + 2];
        for (int place : places) {
            sizes[place]++;
        }
        return sizes;
    }

    /** Twice the fractional rank: tied schools share the mean of the positions that they would have untied. */
    static int[] doubled(int[] places) {
        int[] sizes = sizes(places);
        int[] doubled = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            doubled[i] = 2 * places[i] + sizes[places[i]] - 1;
        }
        return doubled;
    }

    /** The indices in order of place; equal places keep the order of {@code before}. O(n). */
    static int[] order(int[] places, int[] before) {
        int[] next = new int[places.length + 2];
        for (int place : places) {
            next[place + 1]++;
        }
        for (int place = 1; place < next.length; place++) {
            next[place] += next[place - 1];
        }
        int[] order = new int[places.length];
        for (int index : before) {
            order[next[places[index]]++] = index;
        }
        return order;
    }
}
