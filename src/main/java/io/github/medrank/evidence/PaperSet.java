package io.github.medrank.evidence;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The papers of one institution, as citation counts for each kind of paper. The kind says whether the source is niche,
 * whether the paper belongs only to the subject, and into how many parts it is shared.
 */
final class PaperSet implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** The number of bits for citations. */
    static final int CITATION_BITS = 31;

    /** The kind of plain rows: papers only of the subject, not niche, counted whole. */
    static final long PLAIN = kind(false, true, 1);

    /**
     * The limit below which plain rows are counted outside the set, and the initial limit of the set's own counts of
     * their kind.
     */
    static final int PLAIN_LIMIT = 256;

    private final TreeMap<Long, CitationCounts> kinds = new TreeMap<>();

    /** The counts of the plain kind, if there are any; kept here to avoid a search. */
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

    /** The sum of the papers' parts, niche papers weighted, added in a fixed order. */
    double papers(int nicheWeight) {
        double sum = 0;
        for (var each : kinds.entrySet()) {
            long weight = isNiche(each.getKey()) ? nicheWeight : 1;
            sum += product(each.getValue().papers(), weight) / parts(each.getKey());
        }
        return sum;
    }

    /** The sum of citations, weighted and added in the same way. */
    double citations(int nicheWeight) {
        double sum = 0;
        for (var each : kinds.entrySet()) {
            long weight = isNiche(each.getKey()) ? nicheWeight : 1;
            sum += product(each.getValue().citations(), weight) / parts(each.getKey());
        }
        return sum;
    }

    /** The double nearest to a product that a long may not hold. */
    private static double product(long number, long weight) {
        long low = number * weight;
        return Math.multiplyHigh(number, weight) == 0 && low >= 0
                ? low
                : BigInteger.valueOf(number)
                        .multiply(BigInteger.valueOf(weight))
                        .doubleValue();
    }

    /** The papers above a threshold plus a fraction of those at it, as shared. */
    double above(int threshold, double partAtIt) {
        double sum = 0;
        for (var each : kinds.entrySet()) {
            long reaching = each.getValue().atLeast(threshold);
            long above = each.getValue().atLeast(threshold + 1L);
            sum += (above + partAtIt * (reaching - above)) / parts(each.getKey());
        }
        return sum;
    }

    /** The counts of all kinds together, or of those only of the subject. */
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

    /** Each paper as its kind and, in the lower 31 bits, its citations, in an order that depends only on the papers. */
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
