package io.github.medrank;

import java.util.Arrays;

/** Converts competition places to positions under any tie rule. The arrays are reused: use one instance per thread. */
final class Standings {
    private final TieRule rule;
    private final int[] sizes;
    private final int[] dense;

    Standings(TieRule rule, int rows) {
        this.rule = rule;
        this.sizes = new int[rows + 1];
        this.dense = new int[rule == TieRule.DENSE ? rows + 1 : 0];
    }

    /** Reads the places of one ranking. */
    void take(int[] places) {
        Arrays.fill(sizes, 0);
        for (int place : places) {
            sizes[place]++;
        }
        int groups = 0;
        for (int place = 1; place < dense.length; place++) {
            dense[place] = sizes[place] > 0 ? ++groups : 0;
        }
    }

    /** The number of rows that share a place. */
    int size(int place) {
        return sizes[place];
    }

    /** The position of a place under every rule except the ordinal one, which needs the listing. */
    double position(int place) {
        return switch (rule) {
            case COMPETITION, ORDINAL -> place;
            case MODIFIED_COMPETITION -> place + sizes[place] - 1.0;
            case DENSE -> dense[place];
            case FRACTIONAL -> place + (sizes[place] - 1) / 2.0;
        };
    }

    /** The ranked rows by place; rows with the same place are in the order of the listing. O(n). */
    int[] listing(int[] places, int[] byName) {
        int[] next = new int[sizes.length];
        int ranked = 0;
        for (int place = 1; place < sizes.length; place++) {
            next[place] = ranked;
            ranked += sizes[place];
        }
        int[] listing = new int[ranked];
        for (int row : byName) {
            if (places[row] > 0) {
                listing[next[places[row]]++] = row;
            }
        }
        return listing;
    }

    /** Replaces places by positions in the same array. */
    void apply(int[] places, int[] byName) {
        take(places);
        if (rule == TieRule.ORDINAL) {
            int[] listing = listing(places, byName);
            for (int i = 0; i < listing.length; i++) {
                places[listing[i]] = i + 1;
            }
        } else {
            for (int row = 0; row < places.length; row++) {
                places[row] = places[row] == 0 ? 0 : (int) position(places[row]);
            }
        }
    }
}
