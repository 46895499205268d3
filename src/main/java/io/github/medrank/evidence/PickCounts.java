package io.github.medrank.evidence;

import java.io.Serial;
import java.io.Serializable;

/**
 * Weighted picks by respondents' group, institution and side, as integers, so the order of additions does not matter.
 */
final class PickCounts implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final int institutions;
    /** For each group, once it has a ballot: the domestic and the international units of each institution in turn. */
    private final long[][] units;

    private final long[] responses;
    private long ballots;
    private long domestic;
    private long international;

    PickCounts(int institutions, int groups) {
        this.institutions = institutions;
        this.units = new long[groups][];
        this.responses = new long[groups];
    }

    /** Counts a ballot and returns the array to which its picks are to be added. */
    long[] open(int group, long weight) {
        ballots++;
        responses[group] = Math.addExact(responses[group], weight);
        if (units[group] == null) {
            units[group] = new long[2 * institutions];
        }
        return units[group];
    }

    void counted(int domesticPicks, int internationalPicks) {
        domestic += domesticPicks;
        international += internationalPicks;
    }

    void add(CountedBallot ballot, long times) {
        long weight = Math.multiplyExact(ballot.weight(), times);
        long[] counts = open(ballot.group(), weight);
        ballots += times - 1;
        for (int pick : ballot.domestic()) {
            counts[2 * pick] += weight;
        }
        for (int pick : ballot.international()) {
            counts[2 * pick + 1] += weight;
        }
        domestic += times * ballot.domestic().length;
        international += times * ballot.international().length;
    }

    void merge(PickCounts other) {
        for (int group = 0; group < units.length; group++) {
            long[] theirs = other.units[group];
            if (theirs != null) {
                long[] mine = open(group, other.responses[group]);
                ballots--;
                for (int i = 0; i < theirs.length; i++) {
                    mine[i] = Math.addExact(mine[i], theirs[i]);
                }
            }
        }
        ballots += other.ballots;
        domestic += other.domestic;
        international += other.international;
    }

    PickCounts copy() {
        PickCounts copy = new PickCounts(institutions, units.length);
        copy.merge(this);
        return copy;
    }

    long ballots() {
        return ballots;
    }

    long domesticPicks() {
        return domestic;
    }

    long internationalPicks() {
        return international;
    }

    /** The weighted number of ballots of a group. */
    long responses(int group) {
        return responses[group];
    }

    /** The units of a side, 0 for domestic or 1 for international, with one factor per group. */
    double units(int institution, int side, double[] factors) {
        double sum = 0;
        for (int group = 0; group < units.length; group++) {
            if (units[group] != null) {
                sum += factors[group] * units[group][2 * institution + side];
            }
        }
        return sum;
    }
}
