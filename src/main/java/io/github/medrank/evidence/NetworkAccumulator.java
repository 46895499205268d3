package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collector;

/**
 * Counts the joint papers of institutions in different countries: add, merge, tally.
 *
 * <p>All partners have to be among the institutions, with their countries; what is ranked afterwards may be fewer of
 * them. Its state is a function of the papers added, so that order and partitioning change nothing. It travels by Java
 * serialization. Memory: 24 to 48 bytes for each pair with a joint paper, whatever the number of papers;
 * {@link #keepingPapers} keeps more for the bootstrap. An {@code add} is O(k²) for k institutions of the paper. Not for
 * use by two threads at once.
 *
 * <pre>{@code
 * var schools = Institutions.of(School.of("Oxford").withCountry("GB"), School.of("Yale").withCountry("US"), School.of("Lund").withCountry("SE"));
 * var network = NetworkAccumulator.of(schools, Qs.papers(2026));
 * IntStream.range(0, 3).forEach(i -> network.add(Paper.builder(2020, "oxford", "yale", "lund").build()));
 * network.tally().partners() // ==> Partner institutions abroad: 2, 2, 2
 * }</pre>
 */
public final class NetworkAccumulator implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final Institutions institutions;
    private final PaperRules rules;
    private final Rejections rejected;
    private final PairCounts pairs = new PairCounts();
    private final boolean keeping;
    /** The known institutions of each paper, in ascending order, where papers are kept. */
    private final ArrayList<int[]> papers = new ArrayList<>();

    private long counted;

    private NetworkAccumulator(Institutions institutions, PaperRules rules, boolean keeping) {
        this.institutions = requireNonNull(institutions, "institutions");
        this.rules = requireNonNull(rules, "rules");
        this.rejected = new Rejections(rules.strict());
        this.keeping = keeping;
    }

    /** An accumulator that has seen nothing; of the rules, those that let papers in matter. */
    public static NetworkAccumulator of(Institutions institutions, PaperRules rules) {
        return new NetworkAccumulator(institutions, rules, false);
    }

    /** An accumulator that also keeps each paper's institutions, which the bootstrap needs: O(papers) of memory. */
    public static NetworkAccumulator keepingPapers(Institutions institutions, PaperRules rules) {
        return new NetworkAccumulator(institutions, rules, true);
    }

    /** Collects a stream, parallel or not, to a tally. */
    public static Collector<Paper, ?, NetworkTally> collector(Institutions institutions, PaperRules rules) {
        return Collector.of(
                () -> of(institutions, rules),
                NetworkAccumulator::add,
                NetworkAccumulator::merge,
                NetworkAccumulator::tally,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Counts a paper for each pair of its institutions that are in different countries.
     *
     * @param paper the paper; one that the rules leave out, or a faulty one, is counted as rejected
     * @return this accumulator
     * @throws IllegalArgumentException if the paper is faulty and the rules strict
     */
    @CanIgnoreReturnValue
    public NetworkAccumulator add(Paper paper) {
        if (PaperFilter.citations(paper, rules, rejected) < 0) {
            return this;
        }
        int[] present = PaperFilter.institutions(paper, institutions, rejected);
        for (int institution : present) {
            if (institutions.countries()[institution] == Institutions.NO_COUNTRY) {
                rejected.add(Rejection.COUNTRY_UNKNOWN, () -> "institution \"" + institutions.id(institution) + "\"");
            }
        }
        for (int i = 0; i < present.length; i++) {
            for (int j = i + 1; j < present.length; j++) {
                if (NetworkTally.abroad(institutions, present[i], present[j])) {
                    pairs.add(present[i], present[j], 1);
                }
            }
        }
        if (keeping) {
            papers.add(present);
        }
        counted++;
        return this;
    }

    /**
     * Counts joint papers that were counted elsewhere.
     *
     * @param one the number of an institution
     * @param other the number of another
     * @param jointPapers how many papers they share; a pair in one country is left out
     * @throws IndexOutOfBoundsException if there is no such institution
     * @throws IllegalArgumentException if the papers are negative
     */
    public void addPair(int one, int other, int jointPapers) {
        checkArgument(
                jointPapers >= 0,
                "\"%s\" and \"%s\": %s joint papers; it is not negative",
                institutions.id(one),
                institutions.id(other),
                jointPapers);
        if (jointPapers > 0 && NetworkTally.abroad(institutions, one, other)) {
            pairs.add(one, other, jointPapers);
        }
    }

    /**
     * Adds all that another accumulator has seen, which it leaves alone.
     *
     * @return this accumulator
     * @throws IllegalArgumentException if the other counts for other institutions, by other rules, or only one of the two
     *     keeps papers
     */
    @CanIgnoreReturnValue
    public NetworkAccumulator merge(NetworkAccumulator other) {
        institutions.requireSame(other.institutions);
        checkArgument(
                rules.equals(other.rules), "the accumulators count by different rules: %s, %s", rules, other.rules);
        checkArgument(keeping == other.keeping, "one accumulator keeps papers, the other does not");
        pairs.merge(other.pairs);
        rejected.merge(other.rejected);
        papers.addAll(other.papers);
        counted += other.counted;
        return this;
    }

    /** What has been counted so far; more may be added afterwards. O(pairs), or O(n log n) for n papers kept. */
    public NetworkTally tally() {
        int[][] partners = new int[institutions.size()][];
        int[][] joint = new int[institutions.size()][];
        int[] degree = new int[institutions.size()];
        pairs.forEach((one, other, papersOfBoth) -> {
            degree[one]++;
            degree[other]++;
        });
        Arrays.setAll(partners, i -> new int[degree[i]]);
        Arrays.setAll(joint, i -> new int[degree[i]]);
        pairs.forEach((one, other, papersOfBoth) -> {
            partners[one][--degree[one]] = other;
            joint[one][degree[one]] = papersOfBoth;
            partners[other][--degree[other]] = one;
            joint[other][degree[other]] = papersOfBoth;
        });
        ImmutableList<int[]> kept = papers.stream().sorted(Arrays::compare).collect(ImmutableList.toImmutableList());
        return new NetworkTally(
                institutions, partners, joint, NetworkTally.LASTING, counted, rejected.toMap(), keeping, kept);
    }
}
