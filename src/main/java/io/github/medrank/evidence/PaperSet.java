package io.github.medrank.evidence;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The papers of one institution: citation counts, apart for each kind of paper. A kind is whether the paper is of a
 * niche source, whether it is of the subject only, and in how many parts it is shared.
 */
final class PaperSet implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** How many bits citations take. */
    static final int CITATION_BITS = 31;

    /** Papers of the subject only, not niche, counted whole: the kind of plain rows. */
    static final long PLAIN = kind(false, true, 1);

    /** Plain rows are counted beside the set up to here, and the set's own counts of their kind start as large. */
    static final int PLAIN_LIMIT = 256;

    private final TreeMap<Long, CitationCounts> kinds = new TreeMap<>();

    /** The counts of the plain kind, once there are any: found without a search. */
    private @Nullable CitationCounts plain;

    static long kind(boolean niche, boolean subjectOnly, int parts) {
        return (long) parts << 2 | (niche ? 1 : 0) | (subjectOnly ? 2 : 0);
    }

    static boolean isNiche(long kind) {
        return (kind & 1) != 0;
    }

    static boolean isOfSubjectOnly(long kind) {
        return (kind & 2) != 0;
    }

    static int parts(long kind) {
        return (int) (kind >> 2);
    }

    CitationCounts of(long kind) {
        return kind == PLAIN ? plain() : kinds.computeIfAbsent(kind, unused -> new CitationCounts());
    }

    CitationCounts plain() {
        CitationCounts found = plain;
        if (found == null) {
            found = new CitationCounts(PLAIN_LIMIT);
            kinds.put(PLAIN, found);
            plain = found;
        }
        return found;
    }

    void merge(PaperSet other) {
        other.kinds.forEach((kind, counts) -> of(kind).merge(counts));
    }

    PaperSet copy() {
        PaperSet copy = new PaperSet();
        kinds.forEach((kind, counts) -> copy.kinds.put(kind, CitationCounts.copyOf(counts)));
        copy.plain = copy.kinds.get(PLAIN);
        return copy;
    }

    long papers() {
        return kinds.values().stream().mapToLong(CitationCounts::papers).sum();
    }

    /** Papers, each in parts, niche ones so often; in an order of summation that is always the same. */
    double papers(int nicheWeight) {
        double sum = 0;
        for (var each : kinds.entrySet()) {
            long weight = isNiche(each.getKey()) ? nicheWeight : 1;
            sum += product(each.getValue().papers(), weight) / parts(each.getKey());
        }
        return sum;
    }

    /** Citations, likewise. */
    double citations(int nicheWeight) {
        double sum = 0;
        for (var each : kinds.entrySet()) {
            long weight = isNiche(each.getKey()) ? nicheWeight : 1;
            sum += product(each.getValue().citations(), weight) / parts(each.getKey());
        }
        return sum;
    }

    /** The double next to a product, which a long may not hold. */
    private static double product(long number, long weight) {
        long low = number * weight;
        return Math.multiplyHigh(number, weight) == 0 && low >= 0
                ? low
                : BigInteger.valueOf(number)
                        .multiply(BigInteger.valueOf(weight))
                        .doubleValue();
    }

    /** The papers above a threshold and a part of those at it, as shared. */
    double above(int threshold, double partAtIt) {
        double sum = 0;
        for (var each : kinds.entrySet()) {
            long reaching = each.getValue().atLeast(threshold);
            long above = each.getValue().atLeast(threshold + 1L);
            sum += (above + partAtIt * (reaching - above)) / parts(each.getKey());
        }
        return sum;
    }

    /** All kinds together, or those of the subject only. */
    CitationCounts together(boolean subjectOnly) {
        if (kinds.size() == 1 && (!subjectOnly || isOfSubjectOnly(kinds.firstKey()))) {
            return kinds.firstEntry().getValue();
        }
        CitationCounts all = new CitationCounts();
        kinds.forEach((kind, counts) -> {
            if (!subjectOnly || isOfSubjectOnly(kind)) {
                all.merge(counts);
            }
        });
        return all;
    }

    /** Every paper as a kind and, in the lower 31 bits, its citations; in an order that the papers alone decide. */
    long[] list() {
        long[] list = new long[Math.toIntExact(papers())];
        int[] next = {0};
        kinds.forEach((kind, counts) -> counts.descending((citations, papers) -> {
            for (int i = 0; i < papers; i++) {
                list[next[0]++] = kind << CITATION_BITS | citations;
            }
            return true;
        }));
        return list;
    }

    int slots() {
        return kinds.values().stream().mapToInt(CitationCounts::slots).sum();
    }
}
