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
 * Counts papers and citations by institution: add, merge, tally.
 *
 * <p>Its state is a function of the papers added, never of their order or of what was merged with what; so a parallel
 * stream, a second JVM and the partitions of a distributed engine give the identical tally. It travels by Java
 * serialization. Memory: for each institution and kind of paper less than four times its h-index numbers, or 512,
 * regardless of the number of papers; and one entry for each different name that is no id. Papers with an id are
 * remembered, so that one that comes twice counts once: about 170 bytes each, and 4 for each institution. An
 * {@code add} is O(institutions of the paper), a merge O(memory). At most 2 147 483 647 papers of one institution may
 * have equal citations. Not for use by two threads at once.
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
    private final NameFinder names;
    private final PaperReader reader;
    private final PapersById byId = new PapersById();
    private long withoutIds;
    private long plainRows;

    /**
     * Plain rows of few citations, {@link PaperSet#PLAIN_LIMIT} counts an institution; empty until there is one. A loop
     * over rows touches this one array, which fits in a processor's cache; a count that is full goes to the set.
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

    /** Returns an accumulator that has seen nothing. */
    public static PaperAccumulator of(Institutions institutions, PaperRules rules) {
        return new PaperAccumulator(institutions, rules);
    }

    /** Collects a stream, parallel or not, to a tally. */
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
     * Counts a paper for each of its institutions, once each.
     *
     * <p>Of papers of one id the one of the most citations counts, and of these the one of the most institutions, in
     * any order of adding and merging; the others are counted as {@link Rejection#SAME_PAPER}. Papers without an id are
     * not compared.
     *
     * @param paper the paper; one that the rules leave out, or a faulty one, is counted as rejected
     * @return this accumulator
     * @throws IllegalArgumentException if the paper is faulty and the rules strict
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
        int at = Indexes.check(institution, sets.length, "institution") * PaperSet.PLAIN_LIMIT + citations;
        if (++rows()[at] == 0) {
            sets[institution].plain().add(citations, FULL);
        }
        plainRows++;
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
        plainRows += to - from - putOff; // those put off are counted when they are added
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
     * Adds all that another accumulator has seen, which it leaves alone.
     *
     * @return this accumulator
     * @throws IllegalArgumentException if the other counts for other institutions or by other rules, or is this one
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

    /** Returns what has been counted so far; more may be added afterwards. O(memory). */
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

    /** How many numbers the counts take, regardless of the number of papers. */
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
