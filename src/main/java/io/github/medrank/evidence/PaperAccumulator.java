package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * Counts papers and citations by institution: add, merge, tally.
 *
 * <p>Its state is a function of the papers added, never of their order or of what was merged with what; so a parallel
 * stream, a second JVM and the partitions of a distributed engine give the identical tally. It travels by Java
 * serialization. Memory: for each institution and kind of paper less than four times its h-index numbers, or 512; the
 * number of papers plays no part. An {@code add} is O(institutions of the paper), a merge O(memory). At most
 * 2 147 483 647 papers of one institution may have equal citations. Not for use by two threads at once.
 *
 * <pre>{@code
 * var schools = Institutions.of(School.of("Oxford"), School.of("Yale"));
 * var papers = Stream.of(Paper.builder(2020, "oxford").citations(9).build(), Paper.builder(2021, "oxford", "yale").citations(5).build());
 * papers.collect(PaperAccumulator.collector(schools, Qs.papers(2026))).citationsPerPaper() // ==> Citations per paper: 7, 5
 * }</pre>
 */
public final class PaperAccumulator implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Rows of many citations are put off until there are this many: one by one, each would wait for an institution that
     * the rows between have driven out of the cache.
     */
    private static final int PUT_OFF = 1 << 14;

    /** As many rows make a count of 16 bits start again at 0. */
    private static final int FULL = 1 << 16;

    private final Institutions institutions;
    private final PaperRules rules;
    private final Rejections rejected;
    private final PaperSet[] sets;
    private final CitationCounts world = new CitationCounts();
    private long counted;

    /**
     * Plain rows of few citations, {@link PaperSet#PLAIN_LIMIT} counts an institution; empty until there is one. A loop
     * over rows touches this one array, which fits in a processor's cache; a count that is full goes to the set.
     */
    private char[] rows = new char[0];

    private PaperAccumulator(Institutions institutions, PaperRules rules) {
        this.institutions = requireNonNull(institutions, "institutions");
        this.rules = requireNonNull(rules, "rules");
        this.rejected = new Rejections(rules.strict());
        this.sets = new PaperSet[institutions.size()];
        Arrays.setAll(sets, i -> new PaperSet());
    }

    /** An accumulator that has seen nothing. */
    public static PaperAccumulator of(Institutions institutions, PaperRules rules) {
        return new PaperAccumulator(institutions, rules);
    }

    /** Collects a stream, parallel or not, to a tally. */
    public static Collector<Paper, ?, PaperTally> collector(Institutions institutions, PaperRules rules) {
        return Collector.of(
                () -> of(institutions, rules),
                PaperAccumulator::add,
                PaperAccumulator::merge,
                PaperAccumulator::tally,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Counts a paper for each of its institutions, once each.
     *
     * @param paper the paper; one that the rules leave out, or a faulty one, is counted as rejected
     * @return this accumulator
     * @throws IllegalArgumentException if the paper is faulty and the rules strict
     */
    @CanIgnoreReturnValue
    public PaperAccumulator add(Paper paper) {
        long citations = PaperFilter.citations(paper, rules, rejected);
        if (citations < 0) {
            return this;
        }
        boolean only = paper.subjects().stream().allMatch(rules::isInSubject);
        int parts = rules.counting() == PaperRules.Counting.WHOLE ? 1 : paper.affiliations();
        int kind = PaperSet.kind(paper.niche(), only, parts);
        int[] seen = PaperFilter.institutions(paper, institutions, rejected);
        for (int institution : seen) {
            sets[institution].of(kind).add(Math.toIntExact(citations));
        }
        world.add(Math.toIntExact(citations));
        counted++;
        return this;
    }

    /**
     * Counts one row: a paper of one institution that the rules have let in already, whole, of the subject only, not
     * niche. It is no part of the world that {@link PaperTally#topShare} compares with.
     *
     * @param institution its number in the institutions
     * @param citations its citations, self-citations taken off; a negative number is rejected
     * @throws IndexOutOfBoundsException if there is no such institution
     * @throws IllegalArgumentException if the citations are negative and the rules strict
     */
    public void add(int institution, int citations) {
        if (citations < 0 || citations >= PaperSet.PLAIN_LIMIT) {
            addSlowly(institution, citations);
            return;
        }
        int at = Objects.checkIndex(institution, sets.length) * PaperSet.PLAIN_LIMIT + citations;
        if (++rows()[at] == 0) {
            sets[institution].plain().add(citations, FULL);
        }
    }

    /**
     * Counts many rows, as {@link #add(int, int)}: about as fast as a loop that reads the same arrays.
     *
     * @param institution the institutions' numbers
     * @param citations the citations, one for each
     * @param from the first row
     * @param to after the last row
     * @throws IndexOutOfBoundsException if there is no such institution or row; some rows may then be counted
     * @throws IllegalArgumentException if the arrays differ in length, or citations are negative and the rules strict
     */
    public void addRows(int[] institution, int[] citations, int from, int to) {
        checkArgument(
                institution.length == citations.length,
                "%s institutions for %s citations",
                institution.length,
                citations.length);
        Objects.checkFromToIndex(from, to, institution.length);
        char[] counts = rows();
        int institutionCount = sets.length;
        int[] slow = new int[Math.min(to - from, PUT_OFF)];
        int waiting = 0;
        for (int row = from; row < to; row++) {
            int cited = citations[row];
            if (cited >= 0 && cited < PaperSet.PLAIN_LIMIT) {
                int at = Objects.checkIndex(institution[row], institutionCount) * PaperSet.PLAIN_LIMIT + cited;
                if (++counts[at] == 0) {
                    sets[institution[row]].plain().add(cited, FULL);
                }
            } else {
                if (waiting == slow.length) {
                    addSlowly(institution, citations, slow, waiting);
                    waiting = 0;
                }
                slow[waiting++] = row;
            }
        }
        addSlowly(institution, citations, slow, waiting);
    }

    private char[] rows() {
        if (rows.length == 0) {
            rows = new char[Math.multiplyExact(sets.length, PaperSet.PLAIN_LIMIT)];
        }
        return rows;
    }

    private void addSlowly(int[] institution, int[] citations, int[] slow, int waiting) {
        for (int i = 0; i < waiting; i++) {
            addSlowly(institution[slow[i]], citations[slow[i]]);
        }
    }

    private void addSlowly(int institution, int citations) {
        if (citations < 0) {
            rejected.add(
                    Rejection.NEGATIVE_CITATIONS,
                    () -> "a paper of \"" + institutions.id(institution) + "\", cited " + citations + " times,");
        } else {
            sets[institution].plain().add(citations);
        }
    }

    /**
     * Adds all that another accumulator has seen, which it leaves alone.
     *
     * @return this accumulator
     * @throws IllegalArgumentException if the other counts for other institutions or by other rules
     */
    @CanIgnoreReturnValue
    public PaperAccumulator merge(PaperAccumulator other) {
        institutions.requireSame(other.institutions);
        checkArgument(
                rules.equals(other.rules), "the accumulators count by different rules: %s, %s", rules, other.rules);
        for (int i = 0; i < sets.length; i++) {
            sets[i].merge(other.sets[i]);
        }
        mergeRows(other.rows);
        world.merge(other.world);
        rejected.merge(other.rejected);
        counted += other.counted;
        return this;
    }

    /** What has been counted so far; more may be added afterwards. O(memory). */
    public PaperTally tally() {
        PaperSet[] copies = new PaperSet[sets.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = sets[i].copy();
            addRowsTo(copies[i], i);
        }
        return new PaperTally(
                institutions,
                rules,
                copies,
                CitationCounts.copyOf(world),
                counted,
                rejected.toMap(),
                LowVolumeReduction.none());
    }

    private void mergeRows(char[] others) {
        char[] counts = others.length == 0 ? others : rows();
        for (int at = 0; at < others.length; at++) {
            int sum = counts[at] + others[at];
            counts[at] = (char) sum;
            if (sum >= FULL) {
                sets[at / PaperSet.PLAIN_LIMIT].plain().add(at % PaperSet.PLAIN_LIMIT, FULL);
            }
        }
    }

    private void addRowsTo(PaperSet set, int institution) {
        if (rows.length > 0) {
            int from = institution * PaperSet.PLAIN_LIMIT;
            set.plain().addAll(rows, from, from + PaperSet.PLAIN_LIMIT);
        }
    }

    /** How many numbers the counts take, whatever the number of papers. */
    int slots() {
        return rows.length
                + world.slots()
                + Arrays.stream(sets).mapToInt(PaperSet::slots).sum();
    }
}
