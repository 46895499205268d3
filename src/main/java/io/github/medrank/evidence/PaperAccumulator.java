package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.medrank.exact.Indexes;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collector;

/**
 * Counts papers and citations by institution. Add papers, merge accumulators, then call {@link #tally}.
 *
 * <p>The state depends only on the papers added, never on their order or on the order of merging. A parallel stream, a
 * second JVM and the partitions of a distributed engine therefore give identical tallies. Accumulators are
 * serializable. Memory: for each institution and kind of paper, fewer numbers than four times its h-index, or 512,
 * regardless of the number of papers; and one entry for each distinct name that is not an id. Papers with an id are
 * remembered, so that duplicates count once: about 155 bytes per paper, and 4 per institution on it. An {@code add} is
 * O(institutions on the paper), a merge O(memory). At most 2 147 483 647 papers of one institution may have equal
 * citations. Not thread-safe.
 *
 * <pre>{@code
 * var schools = Institutions.of(School.of("Oxford"), School.of("Yale"));
 * var papers = Stream.of(Paper.builder(2020, "oxford").citations(9).build(),
 *         Paper.builder(2021, "oxford", "yale").citations(5).build());
 * papers.collect(PaperAccumulator.collector(schools, Qs.papers(2026)))
 *         .citationsPerPaper() // ==> Citations per paper: 7, 5
 * }</pre>
 */
public final class PaperAccumulator implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * The number of rows with many citations that are deferred and then added together. One by one, each would wait for
     * an institution that the rows in between have evicted from the cache.
     */
    private static final int PUT_OFF = 1 << 14;

    /** The number of rows after which a 16-bit count overflows to 0. */
    private static final int FULL = 1 << 16;

    private final Institutions institutions;
    private final PaperRules rules;
    private final Rejections rejected;
    private final PaperSet[] sets;
    private final CitationCounts world = new CitationCounts();
    private final NameFinder names;
    private final PaperReader reader;
    private final PapersById byId = new PapersById();
    private long withoutIds;
    private long plainRows;

    /**
     * Plain rows with few citations: {@link PaperSet#PLAIN_LIMIT} counts per institution; empty until there is a row. A
     * loop over rows touches only this array, which fits in a processor's cache. A full count is moved to the set.
     */
    private char[] rows = new char[0];

    private PaperAccumulator(Institutions institutions, PaperRules rules) {
        this.institutions = requireNonNull(institutions, "institutions");
        this.rules = requireNonNull(rules, "rules");
        this.rejected = new Rejections(rules.strict());
        this.names = new NameFinder(institutions);
        this.reader = new PaperReader(names, rules, true);
        this.sets = new PaperSet[institutions.size()];
        Arrays.setAll(sets, i -> new PaperSet());
    }

    /** Returns an empty accumulator. */
    public static PaperAccumulator of(Institutions institutions, PaperRules rules) {
        return new PaperAccumulator(institutions, rules);
    }

    /** Returns a collector of a stream, parallel or not, to a tally. */
    public static Collector<Paper, ?, PaperTally> collector(Institutions institutions, PaperRules rules) {
        requireNonNull(institutions, "institutions");
        requireNonNull(rules, "rules");
        return Collector.of(
                () -> of(institutions, rules),
                PaperAccumulator::add,
                PaperAccumulator::merge,
                PaperAccumulator::tally,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Counts a paper once for each of its institutions.
     *
     * <p>Of several papers with the same id, the one with the most citations counts, and among these the one with the
     * most institutions, in any order of adding and merging. The others are counted as {@link Rejection#SAME_PAPER}.
     * Papers without an id are not checked for duplicates.
     *
     * @param paper the paper; if the rules exclude it or it is faulty, it is counted as rejected
     * @return this accumulator
     * @throws IllegalArgumentException if the paper is faulty and the rules are strict
     */
    @CanIgnoreReturnValue
    public PaperAccumulator add(Paper paper) {
        requireNonNull(paper, "paper");
        reader.read(paper, rejected).ifPresent(counted -> {
            if (paper.id().isPresent()) {
                byId.add(paper.id().get(), counted, rejected);
            } else {
                count(counted, sets, world, rejected);
                withoutIds++;
            }
        });
        return this;
    }

    private void count(CountedPaper paper, PaperSet[] to, CitationCounts all, Rejections account) {
        int parts = rules.counting() == PaperRules.Counting.WHOLE ? 1 : paper.affiliations();
        long kind = PaperSet.kind(paper.niche(), paper.subjectOnly(), parts);
        for (int institution : paper.institutions()) {
            to[institution].of(kind).add(paper.citations());
        }
        all.add(paper.citations());
        names.reject(paper.unmatched(), account);
    }

    /**
     * Counts one plain row: a paper of one institution that already complies with the rules, counts whole, belongs only
     * to the subject and is not niche. {@link PaperTally#topShare} does not compare with such rows.
     *
     * @param institution the number of the institution
     * @param citations its citations, without self-citations; a negative number is rejected
     * @throws IndexOutOfBoundsException if there is no such institution
     * @throws IllegalArgumentException if the citations are negative and the rules are strict
     */
    public void add(int institution, int citations) {
        if (citations < 0 || citations >= PaperSet.PLAIN_LIMIT) {
            addSlowly(institution, citations);
            return;
        }
        int at = Indexes.check(institution, sets.length, "institution") * PaperSet.PLAIN_LIMIT + citations;
        if (++rows()[at] == 0) {
            sets[institution].plain().add(citations, FULL);
        }
        plainRows++;
    }

    /**
     * Counts many plain rows, as {@link #add(int, int)} does, about as fast as a loop can read the arrays.
     *
     * @param institution the numbers of the institutions
     * @param citations the citations, one number per row
     * @param from the first row
     * @param to the end of the rows, exclusive
     * @throws IndexOutOfBoundsException if there is no such institution or row; earlier rows may have been counted
     * @throws IllegalArgumentException if the arrays differ in length, or citations are negative and the rules are
     *     strict
     */
    public void addRows(int[] institution, int[] citations, int from, int to) {
        requireNonNull(institution, "institution");
        requireNonNull(citations, "citations");
        checkArgument(
                institution.length == citations.length,
                "%s institutions for %s citations; there must be one for each",
                institution.length,
                citations.length);
        Indexes.checkRange(from, to, institution.length, "rows");
        char[] counts = rows();
        int institutionCount = sets.length;
        int[] slow = new int[Math.min(to - from, PUT_OFF)];
        int waiting = 0;
        int putOff = 0;
        for (int row = from; row < to; row++) {
            int cited = citations[row];
            if (cited >= 0 && cited < PaperSet.PLAIN_LIMIT) {
                int at =
                        Indexes.check(institution[row], institutionCount, "institution") * PaperSet.PLAIN_LIMIT + cited;
                if (++counts[at] == 0) {
                    sets[institution[row]].plain().add(cited, FULL);
                }
            } else {
                putOff++;
                if (waiting == slow.length) {
                    addSlowly(institution, citations, slow, waiting);
                    waiting = 0;
                }
                slow[waiting++] = row;
            }
        }
        plainRows += to - from - putOff; // deferred rows are counted when they are added
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
            plainRows++;
        }
    }

    /**
     * Adds everything that another accumulator has counted; the other stays unchanged.
     *
     * @return this accumulator
     * @throws IllegalArgumentException if the other has different institutions or rules, or both are the same object
     */
    @CanIgnoreReturnValue
    public PaperAccumulator merge(PaperAccumulator other) {
        requireNonNull(other, "other");
        Merging.check(this, other, institutions, other.institutions, rules, other.rules);
        for (int i = 0; i < sets.length; i++) {
            sets[i].merge(other.sets[i]);
        }
        mergeRows(other.rows);
        world.merge(other.world);
        rejected.merge(other.rejected);
        byId.merge(other.byId, rejected);
        withoutIds += other.withoutIds;
        plainRows += other.plainRows;
        return this;
    }

    /** Returns a snapshot of the counts; more may be added afterwards. O(memory). */
    public PaperTally tally() {
        PaperSet[] copies = new PaperSet[sets.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = sets[i].copy();
            addRowsTo(copies[i], i);
        }
        CitationCounts all = CitationCounts.copyOf(world);
        Rejections total = rejected.copy();
        byId.papers().forEach(paper -> count(paper, copies, all, total));
        return new PaperTally(
                institutions,
                rules,
                copies,
                all,
                withoutIds + byId.size(),
                withoutIds,
                plainRows,
                total.toRejected(),
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

    /** How many numbers the counts hold, which does not depend on the number of papers. */
    int slots() {
        return rows.length
                + world.slots()
                + Arrays.stream(sets).mapToInt(PaperSet::slots).sum();
    }

    /** Returns the text of the tally. O(memory). */
    @Override
    public String toString() {
        return tally().toString();
    }
}
