package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Estimates how much indicators would vary with other evidence of the same kind, by resampling with replacement.
 *
 * <p>As in the CWTS Leiden Ranking, each institution's papers are resampled separately, as many as it has. A survey's
 * ballots are resampled as a whole. The random numbers of replicate b for institution i depend only on the seed, b and
 * the institution's id. Results are therefore bit-identical for any number of threads, any order of institutions and
 * any order of merging accumulators.
 *
 * <pre>{@code
 * var accumulator = PaperAccumulator.of(Institutions.of(School.of("Oxford")), Qs.papers(2026));
 * IntStream.range(0, 100).forEach(i -> accumulator.add(0, i % 10));
 * var replicates = Bootstrap.of(1, 1000)
 *         .papers(accumulator.tally(), tally -> List.of(tally.citationsPerPaper()));
 * replicates.estimate().columns() // ==> [Citations per paper: 4.5]
 * }</pre>
 */
@Immutable
public final class Bootstrap {
    private final long seed;
    private final int replicates;
    private final boolean parallel;

    private Bootstrap(long seed, int replicates, boolean parallel) {
        this.seed = seed;
        this.replicates = replicates;
        this.parallel = parallel;
    }

    /**
     * Returns a bootstrap that runs on the calling thread.
     *
     * @param seed the seed of all random numbers
     * @param replicates the number of replicates; the Leiden Ranking uses 1 000
     * @return the bootstrap
     * @throws IllegalArgumentException if there are fewer than 2 replicates
     */
    public static Bootstrap of(long seed, int replicates) {
        checkArgument(replicates >= 2, "%s replicates; a spread needs at least 2", replicates);
        return new Bootstrap(seed, replicates, false);
    }

    /** Returns the seed of all random numbers. */
    public long seed() {
        return seed;
    }

    /** Returns the number of replicates. */
    public int replicates() {
        return replicates;
    }

    /** Returns whether several threads compute the replicates. */
    public boolean parallel() {
        return parallel;
    }

    /**
     * Returns a copy that uses several threads and gives the same results. It uses the fork-join pool from which it is
     * called, or the common pool if called outside of any.
     */
    public Bootstrap inParallel() {
        return new Bootstrap(seed, replicates, true);
    }

    /**
     * Draws replicates of indicators of papers and citations. Reference values, such as the world's papers that define
     * a top share, stay fixed. O(replicates · papers of institutions).
     *
     * @param tally the tally of the papers; no individual papers are needed
     * @param indicators the columns to compute from a tally
     * @return the replicates, in the rows of the tally's institutions
     */
    public Replicates papers(PaperTally tally, Function<? super PaperTally, ? extends List<Column>> indicators) {
        requireNonNull(tally, "tally");
        requireNonNull(indicators, "indicators");
        Institutions institutions = tally.institutions();
        long[][] lists = Arrays.stream(tally.sets()).map(PaperSet::list).toArray(long[][]::new);
        return replicates(institutions, indicators.apply(tally), b -> {
            PaperSet[] sets = new PaperSet[lists.length];
            for (int i = 0; i < sets.length; i++) {
                sets[i] = resample(lists[i], random(b, institutions.id(i)));
            }
            return indicators.apply(tally.withSets(sets));
        });
    }

    private static PaperSet resample(long[] papers, SplittableRandom random) {
        PaperSet set = new PaperSet();
        long kind = 0;
        CitationCounts counts = null;
        for (int draw = 0; draw < papers.length; draw++) {
            long paper = papers[random.nextInt(papers.length)];
            long mine = paper >>> PaperSet.CITATION_BITS;
            if (counts == null || mine != kind) {
                kind = mine;
                counts = set.of(kind);
            }
            counts.add((int) paper & Integer.MAX_VALUE);
        }
        return set;
    }

    /**
     * Draws replicates of reputation scores by resampling all ballots. O(replicates · picks).
     *
     * @param tally the tally of an accumulator to which all ballots were added by {@link SurveyAccumulator#add(Ballot)}
     * @param indicators the columns to compute from a tally
     * @return the replicates, in the rows of the tally's institutions
     * @throws IllegalStateException if ballots were added by {@link SurveyAccumulator#addDistinct}, which does not keep
     *     them
     */
    public Replicates ballots(SurveyTally tally, Function<? super SurveyTally, ? extends List<Column>> indicators) {
        requireNonNull(tally, "tally");
        requireNonNull(indicators, "indicators");
        ImmutableList<CountedBallot> ballots = tally.counted();
        return replicates(tally.institutions(), indicators.apply(tally), b -> {
            int[] times = times(ballots.size(), random(b, "ballots of the survey"));
            PickCounts counts = new PickCounts(tally.institutions().size(), tally.groups());
            for (int i = 0; i < times.length; i++) {
                if (times[i] > 0) {
                    counts.add(ballots.get(i), times[i]);
                }
            }
            return indicators.apply(tally.withCounts(counts));
        });
    }

    /**
     * Draws replicates of the research network by resampling each institution's own papers and counting its partners
     * again. O(replicates · institutions on papers).
     *
     * @param tally the tally of an accumulator that keeps papers
     * @param indicators the columns to compute from a tally
     * @return the replicates, in the rows of the tally's institutions
     * @throws IllegalStateException if the accumulator did not keep papers, or pairs were added without their papers
     */
    public Replicates network(NetworkTally tally, Function<? super NetworkTally, ? extends List<Column>> indicators) {
        requireNonNull(tally, "tally");
        requireNonNull(indicators, "indicators");
        NetworkSample sample = new NetworkSample(tally);
        Institutions institutions = tally.institutions();
        return replicates(institutions, indicators.apply(tally), b -> {
            int[][] partners = new int[institutions.size()][];
            int[][] joint = new int[institutions.size()][];
            int[] counts = new int[institutions.size()];
            for (int i = 0; i < partners.length; i++) {
                int[] times = times(sample.papers(i), random(b, institutions.id(i)));
                partners[i] = sample.partners(i, times, counts);
                joint[i] = sample.take(partners[i], counts);
            }
            return indicators.apply(tally.withPartners(partners, joint));
        });
    }

    private Replicates replicates(
            Institutions institutions, List<Column> estimate, IntFunction<? extends List<Column>> replicate) {
        requireNonNull(estimate, "indicators");
        IntStream numbers = IntStream.range(0, replicates);
        ImmutableList<IndicatorTable> tables = (parallel ? numbers.parallel() : numbers)
                .mapToObj(b -> IndicatorTable.ofColumns(institutions.schools(), replicate.apply(b)))
                .collect(ImmutableList.toImmutableList());
        return Replicates.of(IndicatorTable.ofColumns(institutions.schools(), estimate), tables);
    }

    /** The number of times each of n items is drawn in n draws. */
    private static int[] times(int n, SplittableRandom random) {
        int[] times = new int[n];
        for (int draw = 0; draw < n; draw++) {
            times[random.nextInt(n)]++;
        }
        return times;
    }

    private SplittableRandom random(int replicate, String id) {
        return new SplittableRandom(
                Hashing.sipHash24(seed, replicate).hashUnencodedChars(id).asLong());
    }

    /** Returns whether the other object has the same seed, number of replicates and use of threads. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bootstrap that
                && seed == that.seed
                && replicates == that.replicates
                && parallel == that.parallel;
    }

    @Override
    public int hashCode() {
        return Objects.hash(seed, replicates, parallel);
    }

    /** Returns the number of replicates and the seed. */
    @Override
    public String toString() {
        return replicates + " replicates from seed " + seed + (parallel ? ", in parallel" : "");
    }
}
