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
import java.util.stream.Stream;

/**
 * Counts the joint papers of institutions in different countries. Add papers, merge accumulators, then call
 * {@link #tally}.
 *
 * <p>The institutions must include all possible partners, with their countries; fewer of them may be ranked later. The
 * state depends only on the papers added, so order and partitioning do not matter. Accumulators are serializable.
 * Memory: 24 to 48 bytes for each pair with a joint paper, regardless of the number of papers, and one entry for each
 * distinct name that is not an id. Papers with an id are remembered, so that duplicates count once: about 155 bytes per
 * paper, and 4 per institution on it. {@link #keepingPapers} keeps more for the bootstrap. An {@code add} is O(k²) for
 * k institutions on the paper. Not thread-safe.
 *
 * <pre>{@code
 * var schools = Institutions.of(School.of("Oxford").withCountry("GB"),
 *         School.of("Yale").withCountry("US"),
 *         School.of("Lund").withCountry("SE"));
 * var network = NetworkAccumulator.of(schools, Qs.papers(2026));
 * IntStream.range(0, 3).forEach(
 *         i -> network.add(Paper.builder(2020, "oxford", "yale", "lund").build()));
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
    /** The known institutions of each paper, in ascending order, if papers are kept. */
    private final ArrayList<int[]> papers = new ArrayList<>();

    private final NameFinder names;
    private final PaperReader reader;
    private final PapersById byId = new PapersById();
    private long withoutIds;
    /** Whether pairs were added whose papers are not known. */
    private boolean elsewhere;

    private NetworkAccumulator(Institutions institutions, PaperRules rules, boolean keeping) {
        this.institutions = requireNonNull(institutions, "institutions");
        this.rules = requireNonNull(rules, "rules");
        this.rejected = new Rejections(rules.strict());
        this.names = new NameFinder(institutions);
        this.reader = new PaperReader(names, rules, false);
        this.keeping = keeping;
    }

    /** Returns an empty accumulator. It uses only those rules that decide which papers count. */
    public static NetworkAccumulator of(Institutions institutions, PaperRules rules) {
        return new NetworkAccumulator(institutions, rules, false);
    }

    /**
     * Returns an empty accumulator that also keeps each paper's institutions, as the bootstrap requires; O(papers) of
     * memory.
     */
    public static NetworkAccumulator keepingPapers(Institutions institutions, PaperRules rules) {
        return new NetworkAccumulator(institutions, rules, true);
    }

    /** Returns a collector of a stream, parallel or not, to a tally. */
    public static Collector<Paper, ?, NetworkTally> collector(Institutions institutions, PaperRules rules) {
        requireNonNull(institutions, "institutions");
        requireNonNull(rules, "rules");
        return Collector.of(
                () -> of(institutions, rules),
                NetworkAccumulator::add,
                NetworkAccumulator::merge,
                NetworkAccumulator::tally,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Counts a paper for each pair of its institutions in different countries. Its citations may be unknown.
     *
     * <p>Papers with the same id count once, as in {@link PaperAccumulator#add(Paper)}.
     *
     * @param paper the paper; if the rules exclude it or it is faulty, it is counted as rejected
     * @return this accumulator
     * @throws IllegalArgumentException if the paper is faulty and the rules are strict
     */
    @CanIgnoreReturnValue
    public NetworkAccumulator add(Paper paper) {
        requireNonNull(paper, "paper");
        reader.read(paper, rejected).ifPresent(counted -> {
            for (int institution : counted.institutions()) {
                if (institutions.countries()[institution] == Institutions.NO_COUNTRY) {
                    rejected.throwIfStrict(Rejection.COUNTRY_UNKNOWN, () -> withoutCountry(institution), () -> "");
                }
            }
            if (paper.id().isPresent()) {
                byId.add(paper.id().get(), counted, rejected);
            } else {
                count(counted, pairs, rejected);
                withoutIds++;
                if (keeping) {
                    papers.add(counted.institutions());
                }
            }
        });
        return this;
    }

    private void count(CountedPaper paper, PairCounts to, Rejections account) {
        int[] present = paper.institutions();
        for (int i = 0; i < present.length; i++) {
            if (institutions.countries()[present[i]] == Institutions.NO_COUNTRY) {
                account.add(Rejection.COUNTRY_UNKNOWN, 1);
            }
            for (int j = i + 1; j < present.length; j++) {
                if (NetworkTally.abroad(institutions, present[i], present[j])) {
                    to.add(present[i], present[j], 1);
                }
            }
        }
        names.reject(paper.unmatched(), account);
    }

    /**
     * Adds joint papers that were counted elsewhere.
     *
     * @param one the number of an institution
     * @param other the number of another institution
     * @param jointPapers the number of papers they share; institutions in one country are not partners
     * @throws IndexOutOfBoundsException if there is no such institution
     * @throws IllegalArgumentException if the number of papers is negative, both are the same institution, or one has
     *     no country and the rules are strict
     */
    public void addPair(int one, int other, int jointPapers) {
        checkArgument(
                jointPapers >= 0,
                "\"%s\" and \"%s\": %s joint papers; it is not negative",
                institutions.id(one),
                institutions.id(other),
                jointPapers);
        checkArgument(one != other, "\"%s\" has no joint papers with itself", institutions.id(one));
        for (int each : new int[] {one, other}) {
            if (institutions.countries()[each] == Institutions.NO_COUNTRY) {
                rejected.add(Rejection.COUNTRY_UNKNOWN, () -> withoutCountry(each));
            }
        }
        if (jointPapers > 0 && NetworkTally.abroad(institutions, one, other)) {
            pairs.add(one, other, jointPapers);
            elsewhere = true;
        }
    }

    private String withoutCountry(int institution) {
        return "institution \"" + institutions.id(institution) + "\"";
    }

    /**
     * Adds everything that another accumulator has counted; the other stays unchanged.
     *
     * @return this accumulator
     * @throws IllegalArgumentException if the other has different institutions or rules, only one of the two keeps
     *     papers, or both are the same object
     */
    @CanIgnoreReturnValue
    public NetworkAccumulator merge(NetworkAccumulator other) {
        requireNonNull(other, "other");
        Merging.check(this, other, institutions, other.institutions, rules, other.rules);
        checkArgument(keeping == other.keeping, "one accumulator keeps papers, the other does not");
        pairs.merge(other.pairs);
        rejected.merge(other.rejected);
        papers.addAll(other.papers);
        byId.merge(other.byId, rejected);
        withoutIds += other.withoutIds;
        elsewhere |= other.elsewhere;
        return this;
    }

    /** Returns a snapshot of the counts; more may be added afterwards. O(pairs), or O(n log n) for n papers kept. */
    public NetworkTally tally() {
        PairCounts all = new PairCounts();
        all.merge(pairs);
        Rejections total = rejected.copy();
        byId.papers().forEach(paper -> count(paper, all, total));
        int[][] partners = new int[institutions.size()][];
        int[][] joint = new int[institutions.size()][];
        int[] degree = new int[institutions.size()];
        all.forEach((one, other, papersOfBoth) -> {
            degree[one]++;
            degree[other]++;
        });
        Arrays.setAll(partners, i -> new int[degree[i]]);
        Arrays.setAll(joint, i -> new int[degree[i]]);
        all.forEach((one, other, papersOfBoth) -> {
            partners[one][--degree[one]] = other;
            joint[one][degree[one]] = papersOfBoth;
            partners[other][--degree[other]] = one;
            joint[other][degree[other]] = papersOfBoth;
        });
        return new NetworkTally(
                institutions,
                partners,
                joint,
                NetworkTally.LASTING,
                withoutIds + byId.size(),
                withoutIds,
                total.toRejected(),
                sample());
    }

    private NetworkTally.Sample sample() {
        if (!keeping) {
            return NetworkTally.Sample.none(
                    "the papers were not kept; count them with NetworkAccumulator.keepingPapers to resample them");
        }
        if (elsewhere) {
            return NetworkTally.Sample.none(
                    "pairs were added by addPair, without their papers; add(Paper) keeps them to be resampled");
        }
        Stream<int[]> withIds = byId.papers().stream().map(CountedPaper::institutions);
        return NetworkTally.Sample.of(Stream.concat(papers.stream(), withIds)
                .sorted(Arrays::compare)
                .collect(ImmutableList.toImmutableList()));
    }

    /** Returns the text of the tally. O(pairs), or O(n log n) for n papers kept. */
    @Override
    public String toString() {
        return tally().toString();
    }
}
