package io.github.medrank.evidence;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** The papers of each institution, as lists of its partners abroad. */
final class NetworkSample {
    private final int[][][] partners;

    NetworkSample(NetworkTally tally) {
        Institutions institutions = tally.institutions();
        ImmutableList<int[]> papers = tally.papers();
        int[] sizes = new int[institutions.size()];
        papers.forEach(paper -> Arrays.stream(paper).forEach(i -> sizes[i]++));
        partners = new int[sizes.length][][];
        Arrays.setAll(partners, i -> new int[sizes[i]][]);
        for (int[] paper : papers) {
            for (int own : paper) {
                partners[own][--sizes[own]] = Arrays.stream(paper)
                        .filter(other -> NetworkTally.abroad(institutions, own, other))
                        .toArray();
            }
        }
    }

    int papers(int institution) {
        return partners[institution].length;
    }

    /** The partners in ascending order; the joint papers of each are left in the counts. */
    int[] partners(int institution, int[] times, int[] counts) {
        int[][] papers = partners[institution];
        for (int paper = 0; paper < papers.length; paper++) {
            for (int partner : papers[paper]) {
                counts[partner] += times[paper];
            }
        }
        int[] found = new int[counts.length];
        int size = 0;
        for (int partner = 0; partner < counts.length; partner++) {
            if (counts[partner] > 0) {
                found[size++] = partner;
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Returns the counts of the partners and resets them to zero. */
    int[] take(int[] found, int[] counts) {
        int[] joint = new int[found.length];
        for (int i = 0; i < found.length; i++) {
            joint[i] = counts[found[i]];
            counts[found[i]] = 0;
        }
        return joint;
    }
}
