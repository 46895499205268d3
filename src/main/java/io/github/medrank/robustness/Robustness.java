package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.weightspace.WeightSampler;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Ranks the same schools under many draws of weights, methods, data, or several of these at once. The result is the
 * distribution of each school's positions (stochastic multicriteria acceptability analysis, SMAA-2: Lahdelma and
 * Salminen 2001).
 *
 * <p>This class is immutable: each {@code varying…} and {@code with…} method returns a changed copy. The draws depend
 * only on the seed. With any number of threads or pieces, the result is the same to the last bit. Ties, rounding and
 * eligibility follow the methodology in every draw; bands are ignored.
 *
 * <p>Cost: a draw of weights takes a few microseconds for a thousand schools and allocates nothing. A draw of data
 * prepares the table again, which costs and allocates as much as a ranking. Memory: four bytes for each school and
 * position, per thread, regardless of the number of draws.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * var b = Indicator.of("b");
 * var table = IndicatorTable.builder(a, b)
 *         .row(School.of("Oxford"), 4, 1).row(School.of("Yale"), 2, 2).build();
 * var mean = Methodology.builder("Mean").indicators(a, b).ranker(Rankers.weightedMean()).build();
 * var weights = WeightSamplers.uniform(List.of(a, b));
 * var found = Robustness.of(mean, table).varyingWeights(weights).run(10_000);
 * Math.abs(found.acceptability(School.of("Oxford"), 1).value() - 2.0 / 3) < 0.02 // ==> true
 * }</pre>
 */
@Immutable
public final class Robustness {
    /** The greatest number of schools for which pairs are counted by default. */
    private static final int FEW_SCHOOLS = 100;

    private static final int MOST_SCHOOLS = Character.MAX_VALUE;
    /** The counts are ints. */
    private static final long MOST_DRAWS = 1L << 30;

    final Methods methods;
    final IndicatorTable table;
    final Optional<WeightSampler> weights;
    final Optional<DataVariation> data;
    final long seed;
    final int threads;
    final boolean pairs;
    final ImmutableList<Indicator> order;

    private Robustness(
            Methods methods,
            IndicatorTable table,
            Optional<WeightSampler> weights,
            Optional<DataVariation> data,
            long seed,
            int threads,
            boolean pairs) {
        checkArgument(
                table.size() <= MOST_SCHOOLS,
                "%s schools; positions are counted for %s at most",
                table.size(),
                MOST_SCHOOLS);
        checkArgument(threads >= 1, "%s threads; at least one is needed", threads);
        this.methods = methods;
        this.table = table;
        this.weights = weights;
        this.data = data;
        this.seed = seed;
        this.threads = threads;
        this.pairs = pairs;
        ImmutableList<Indicator> first = indicators(methods.all().get(0).methodology());
        this.order = weights.map(WeightSampler::indicators).orElse(first);
        for (Methods.Method method : methods.all()) {
            ImmutableSet<Indicator> wanted = ImmutableSet.copyOf(indicators(method.methodology()));
            checkArgument(
                    wanted.equals(ImmutableSet.copyOf(order)),
                    "%s are for %s, but methodology \"%s\" has %s",
                    weights.isPresent() ? "the varied weights" : "the first methodology's indicators",
                    ids(order),
                    method.methodology().name(),
                    ids(wanted.asList()));
        }
    }

    private ImmutableList<Indicator> indicators(Methodology methodology) {
        return methodology.indicators().isEmpty() ? table.indicators() : methodology.indicators();
    }

    private static ImmutableList<String> ids(ImmutableList<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns an analysis without variation, with seed 0 and one thread.
     *
     * @param methodology how to rank
     * @param table the schools; at most 65 535
     */
    public static Robustness of(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        requireNonNull(table, "table");
        return new Robustness(
                Methods.of(methodology), table, Optional.empty(), Optional.empty(), 0, 1, table.size() <= FEW_SCHOOLS);
    }

    /**
     * Returns a copy in which the weights vary.
     *
     * @throws IllegalArgumentException if the sampler is not for exactly the methodology's indicators
     */
    public Robustness varyingWeights(WeightSampler sampler) {
        requireNonNull(sampler, "sampler");
        return new Robustness(methods, table, Optional.of(sampler), data, seed, threads, pairs);
    }

    /**
     * Returns a copy in which the method varies. The methods replace the given methodology. If the weights do not vary,
     * each method uses its own.
     *
     * @throws IllegalArgumentException if the methods do not all have the same indicators
     */
    public Robustness varyingMethods(Methods newMethods) {
        return new Robustness(requireNonNull(newMethods, "newMethods"), table, weights, data, seed, threads, pairs);
    }

    /** Returns a copy in which the data vary. */
    public Robustness varyingData(DataVariation variation) {
        requireNonNull(variation, "variation");
        return new Robustness(methods, table, weights, Optional.of(variation), seed, threads, pairs);
    }

    /** Returns a copy with another seed. */
    public Robustness withSeed(long newSeed) {
        return new Robustness(methods, table, weights, data, newSeed, threads, pairs);
    }

    /** Returns a copy that uses {@code newThreads} threads; the result does not change. */
    public Robustness withThreads(int newThreads) {
        return new Robustness(methods, table, weights, data, seed, newThreads, pairs);
    }

    /**
     * Returns a copy that does or does not count how often each school is ahead of each other one. By default, pairs
     * are counted for up to 100 schools. The cost is one step per pair of schools and draw, which for many schools far
     * exceeds the cost of ranking them.
     */
    public Robustness withPairs(boolean counted) {
        return new Robustness(methods, table, weights, data, seed, threads, counted);
    }

    // ---- runs ----

    /** Runs the given number of draws. */
    public RankAcceptability run(long draws) {
        return run(draws, Progress.none());
    }

    /**
     * Runs the given number of draws and reports progress to a listener.
     *
     * @param draws the number of draws, from 1 to 2<sup>30</sup>
     * @param progress receives the progress
     * @return the distribution of each school's position
     * @throws IllegalArgumentException if nothing varies, or a table cannot be ranked
     * @throws InterruptedDrawsException if the calling thread is interrupted
     */
    public RankAcceptability run(long draws, Progress progress) {
        requireNonNull(progress, "progress");
        checkDraws(draws);
        return read(new Run(this, progress).draws(0, draws));
    }

    /**
     * Runs draws until the standard error of every acceptability is small enough.
     *
     * <p>The number of draws depends on the seed, but not on the threads. Draws are made in blocks of 1 024, and there
     * are at least 4 096, unless {@code mostDraws} is less.
     *
     * @param standardError the limit for {@link RankAcceptability#largestError}, greater than 0; below
     *     .5/√{@code mostDraws} it may not be reached
     * @param mostDraws the greatest number of draws, from 1 to 2<sup>30</sup>; if it is reached, the result has a
     *     larger error
     * @param progress receives the progress
     * @return the distribution of each school's position
     * @throws IllegalArgumentException as {@link #run(long, Progress)}
     * @throws InterruptedDrawsException if the calling thread is interrupted
     */
    public RankAcceptability runUntil(double standardError, long mostDraws, Progress progress) {
        requireNonNull(progress, "progress");
        checkArgument(standardError > 0, "standard error %s; it must be greater than 0", standardError);
        checkDraws(mostDraws);
        Run run = new Run(this, progress);
        long target = Math.min(mostDraws, 4L * BlockRunner.DRAWS);
        Piece piece = run.draws(0, target);
        while (true) {
            RankAcceptability found = read(piece);
            double error = found.largestError();
            if (error <= standardError || target == mostDraws) {
                return found;
            }
            double needed = (double) target * (error / standardError) * (error / standardError);
            double next = Math.min(Math.min(needed, 8.0 * (double) target), (double) mostDraws);
            long blocks = Math.max((long) Math.ceil(next / BlockRunner.DRAWS), target / BlockRunner.DRAWS + 1);
            target = Math.min(blocks * BlockRunner.DRAWS, mostDraws);
            piece = run.longer(piece, target);
        }
    }

    /** Runs {@link #runUntil(double, long, Progress)} without a listener. */
    public RankAcceptability runUntil(double standardError, long mostDraws) {
        return runUntil(standardError, mostDraws, Progress.none());
    }

    /**
     * Runs one of several pieces of a run, which may be made on different machines.
     *
     * @param number the number of the piece, from 0
     * @param pieces the number of pieces
     * @param draws the number of draws in all pieces together, from 1 to 2<sup>30</sup>
     * @return the draws of this piece; all pieces {@link Piece#merge merged} equal those of {@link #run}, to the last
     *     bit
     * @throws IllegalArgumentException as {@link #run(long, Progress)}
     * @throws InterruptedDrawsException if the calling thread is interrupted
     */
    public Piece piece(int number, int pieces, long draws) {
        checkDraws(draws);
        checkArgument(number >= 0 && number < pieces, "piece %s of %s; they are counted from 0", number, pieces);
        long blocks = (draws + BlockRunner.DRAWS - 1) / BlockRunner.DRAWS;
        long from = Math.min(draws, blocks * number / pieces * BlockRunner.DRAWS);
        long to = Math.min(draws, blocks * (number + 1) / pieces * BlockRunner.DRAWS);
        return new Run(this, Progress.none()).draws(from, to);
    }

    /**
     * Continues an interrupted run.
     *
     * @param begun the draws that the interrupted run completed, from the first one on
     * @param draws the total number of draws
     * @param progress receives the progress
     * @return the result of all draws, the same as without the interruption
     * @throws IllegalArgumentException if the piece is of another run
     */
    public RankAcceptability complete(Piece begun, long draws, Progress progress) {
        requireNonNull(begun, "begun");
        requireNonNull(progress, "progress");
        checkDraws(draws);
        checkArgument(
                begun.isStart(BlockRunner.DRAWS) && begun.draws() <= draws,
                "the piece holds %s of %s draws; it must be what an interrupted run left",
                begun,
                draws);
        return result(new Run(this, progress).longer(begun, draws));
    }

    /**
     * Returns the result of a piece, which may be a whole run or a part of it.
     *
     * @throws IllegalArgumentException if the piece is of another run, or has no draws
     */
    public RankAcceptability result(Piece piece) {
        requireNonNull(piece, "piece");
        checkArgument(
                piece.run() == fingerprint(),
                "the piece is of another run; seed, schools, values, indicators, methods and what varies must be the same");
        checkArgument(piece.draws() > 0, "the piece has no draw");
        return read(piece);
    }

    private RankAcceptability read(Piece piece) {
        return new RankAcceptability(table, order, piece, Run.reference(this));
    }

    /**
     * Returns SMAA-2's confidence factors: the share of draws in which a school is first under its central weights,
     * while the rest varies as before. A low factor means that the data are too uncertain to tell whether the school is
     * first.
     *
     * @param found the result of a run; the schools that were first in at least one draw are examined
     * @param draws the number of draws of methods and data; one is enough if only the weights vary
     * @return the confidence factor of each school that was ever first, in the order of
     *     {@link RankAcceptability#firsts}
     * @throws InterruptedDrawsException if the calling thread is interrupted; its piece is empty
     */
    public ImmutableMap<School, Estimate> confidenceFactors(RankAcceptability found, long draws) {
        requireNonNull(found, "found");
        checkDraws(draws);
        List<School> candidates = found.firsts();
        long[] firsts = new long[candidates.size()];
        double[][] central = candidates.stream()
                .map(school -> found.centralWeights(school).values().stream()
                        .mapToDouble(Estimate::value)
                        .toArray())
                .toArray(double[][]::new);
        int[] rows = candidates.stream()
                .mapToInt(school -> table.rowOf(school).orElseThrow())
                .toArray();
        Drawer drawer = new Drawer(this);
        int[] positions = new int[table.size()];
        for (long draw = 0; draw < draws; draw++) {
            if (draw % BlockRunner.DRAWS == 0) {
                drawer.start(draw / BlockRunner.DRAWS);
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedDrawsException(new Piece(fingerprint(), 0, 0, new Tally(0, 0, false)));
                }
            }
            Draws same = drawer.next(draw);
            for (int i = 0; i < firsts.length; i++) {
                double[] weightsOfSchool = central[i].clone();
                drawer.leaveOut(weightsOfSchool);
                same.positions(weightsOfSchool, positions);
                firsts[i] += positions[rows[i]] == 1 ? 1 : 0;
            }
        }
        ImmutableMap.Builder<School, Estimate> factors = ImmutableMap.builder();
        for (int i = 0; i < firsts.length; i++) {
            factors.put(candidates.get(i), Estimate.ofShare(firsts[i], draws));
        }
        return factors.buildOrThrow();
    }

    private void checkDraws(long draws) {
        checkArgument(
                draws >= 1 && draws <= MOST_DRAWS, "%s draws; the number must be from 1 to %s", draws, MOST_DRAWS);
        checkArgument(
                weights.isPresent() || data.isPresent() || methods.size() > 1,
                "nothing varies; call varyingWeights, varyingMethods or varyingData");
    }

    /**
     * Distinguishes the pieces of this run from those of others. A variation may be a lambda, so it is represented by
     * its first draw.
     */
    long fingerprint() {
        Drawer drawer = new Drawer(this);
        drawer.start(0);
        drawer.next(0);
        return seed * 0x9E3779B97F4A7C15L
                + table.hashCode() * 0xD1342543DE82EF95L
                + drawer.table().hashCode() * 0xBF58476D1CE4E5B9L
                + Arrays.hashCode(drawer.shares()) * 0x94D049BB133111EBL
                + order.hashCode() * 31L
                + methods.all().stream().map(Robustness::recipe).toList().hashCode();
    }

    /** The part of a method's text that is the same in every JVM; lambdas among its steps print differently in each. */
    private static String recipe(Methods.Method method) {
        Methodology methodology = method.methodology();
        return method + " " + methodology.edition() + " "
                + methodology.weights().map(Weights::toString).orElse("") + " "
                + methodology.presentation().decimals() + " "
                + methodology.presentation().ties();
    }

    /** Returns the factors that vary. */
    @Override
    public String toString() {
        return table.size() + " schools by "
                + methods.all().get(0).methodology().name() + "; varying: "
                + weights.map(each -> "weights (" + each + ") ").orElse("")
                + (methods.size() > 1 ? "methods (" + methods.size() + ") " : "")
                + data.map(each -> "data (" + each + ") ").orElse("") + "seed " + seed;
    }
}
