package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.RankRange;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.TextTable;
import io.github.medrank.exact.NumberText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Confidence sets for ranks, computed from scores and their standard errors. A set holds the true rank with a given
 * confidence, for all schools at once or for each school alone.
 *
 * <p>The method is that of Mogstad, Romano, Shaikh and Wilhelm, "Inference for ranks with applications to mobility
 * across neighbourhoods and academic achievement across countries", Review of Economic Studies 91 (2024). All pairs are
 * tested at once for a difference in either direction, with the step-down of Romano and Wolf (2005). For the set of one
 * school alone, only the pairs with that school are tested. The set of a school begins at one more than the number of
 * schools that are significantly better, and ends at the number of those that are not significantly worse. The errors
 * are assumed to be normal and independent; critical values are quantiles of simulated largest differences.
 *
 * <p>Scores and errors may come from any source, so there is no {@code of(methodology, table)}.
 *
 * <pre>{@code
 * var scores = Map.of(School.of("Yale"), 10.0, School.of("Oxford"), 9.8, School.of("UCL"), 5.0);
 * var errors = Map.of(School.of("Yale"), 0.1, School.of("Oxford"), 0.1, School.of("UCL"), 0.1);
 * var sets = RankConfidenceSets.simultaneous(scores, errors, 0.95, 1000, 1);
 * sets.of(School.of("Oxford")) // ==> 1–2 (95 % confidence)
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // the array is never written after construction
public final class RankConfidenceSets {
    private static final int MOST_DRAWS = 10_000_000;
    private static final long MOST_KEPT = 1 << 24;

    private final ImmutableList<School> schools;
    private final ImmutableMap<School, Integer> indexes;
    private final ImmutableMap<School, RankRange> ranges;
    private final boolean[][] better;
    private final double confidence;
    private final boolean simultaneous;

    /**
     * Counts for each school the schools that are better and those that are worse.
     *
     * @param better whether the first school was found to be better than the second, in the tests of the first
     * @param worse the same, in the tests of the second
     */
    private RankConfidenceSets(Given given, boolean[][] better, boolean[][] worse, boolean simultaneous) {
        this.schools = given.schools();
        this.indexes =
                IntStream.range(0, schools.size()).boxed().collect(ImmutableMap.toImmutableMap(schools::get, i -> i));
        this.better = better;
        this.confidence = given.confidence();
        this.simultaneous = simultaneous;
        String basis =
                NumberText.exactPercent(confidence) + " confidence" + (simultaneous ? "" : ", each school alone");
        ImmutableMap.Builder<School, RankRange> all = ImmutableMap.builder();
        for (int a = 0; a < schools.size(); a++) {
            int above = 0;
            int below = 0;
            for (int b = 0; b < schools.size(); b++) {
                above += worse[b][a] ? 1 : 0;
                below += better[a][b] ? 1 : 0;
            }
            all.put(schools.get(a), RankRange.of(1 + above, schools.size() - below, basis));
        }
        this.ranges = all.buildOrThrow();
    }

    /**
     * Returns sets that are simultaneous for all schools.
     *
     * @param scores the score of each school, higher is better; finite
     * @param standardErrors the standard error of each score, above 0
     * @param confidence the probability that all sets hold the true ranks, between 0 and 1, such as 0.95
     * @param draws the number of simulated largest differences, at least 100; O(draws · n²) per step at most
     * @param seed the seed of the simulation
     * @return the sets
     * @throws IllegalArgumentException if the schools of scores and errors differ, or a number is out of range
     */
    public static RankConfidenceSets simultaneous(
            Map<School, Double> scores, Map<School, Double> standardErrors, double confidence, int draws, long seed) {
        Given given = Given.of(scores, standardErrors, confidence, draws, seed);
        boolean[][] better = stepDown(given);
        return new RankConfidenceSets(given, better, better, true);
    }

    /**
     * Returns sets that each hold for one school alone. Use them for a single school chosen beforehand, such as your
     * own; the probability that all of them hold the true ranks at once is lower. They are never wider than the
     * simultaneous sets, apart from simulation error.
     *
     * <pre>{@code
     * var scores = Map.of(School.of("Yale"), 10.0, School.of("Oxford"), 9.8, School.of("UCL"), 5.0);
     * var errors = Map.of(School.of("Yale"), 0.1, School.of("Oxford"), 0.1, School.of("UCL"), 0.1);
     * RankConfidenceSets.marginal(scores, errors, 0.95, 1000, 1)
     *         .of("UCL") // ==> 3 (95 % confidence, each school alone)
     * }</pre>
     *
     * @param scores the score of each school, higher is better; finite
     * @param standardErrors the standard error of each score, above 0
     * @param confidence the probability that the set of a school holds its true rank, between 0 and 1, such as 0.95
     * @param draws the number of simulated largest differences per school, at least 100; O(draws · n²) per step at most
     * @param seed the seed of the simulation
     * @return the sets
     * @throws IllegalArgumentException if the schools of scores and errors differ, or a number is out of range
     */
    public static RankConfidenceSets marginal(
            Map<School, Double> scores, Map<School, Double> standardErrors, double confidence, int draws, long seed) {
        Given given = Given.of(scores, standardErrors, confidence, draws, seed);
        int n = given.x().length;
        boolean[][] better = new boolean[n][];
        boolean[][] worse = new boolean[n][n];
        for (int a = 0; a < n; a++) {
            MarginalStepDown tests = new MarginalStepDown(given, a);
            tests.run();
            better[a] = tests.better;
            for (int b = 0; b < n; b++) {
                worse[b][a] = tests.worse[b];
            }
        }
        return new RankConfidenceSets(given, better, worse, false);
    }

    /**
     * The checked arguments, highest score first, and the simulated errors of each draw, which are the same for each
     * quantile; kept unless that takes more than 128 MB.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Given(
            ImmutableList<School> schools,
            double[] x,
            double[] errors,
            double confidence,
            int draws,
            long seed,
            double[][] kept) {
        static Given of(
                Map<School, Double> scores,
                Map<School, Double> standardErrors,
                double confidence,
                int draws,
                long seed) {
            requireNonNull(scores, "scores");
            requireNonNull(standardErrors, "standardErrors");
            // Sorted here, so that the simulation does not depend on the order of the maps.
            ImmutableList<School> schools = scores.keySet().stream()
                    .sorted(Comparator.comparing((School each) -> -number(scores, each))
                            .thenComparing(School::id))
                    .collect(ImmutableList.toImmutableList());
            checkArgument(!schools.isEmpty(), "no schools; confidence sets need at least one");
            checkArgument(
                    ImmutableSet.copyOf(standardErrors.keySet()).equals(ImmutableSet.copyOf(schools)),
                    "scores are of %s, standard errors of %s; give both for each school",
                    scores.keySet(),
                    standardErrors.keySet());
            checkArgument(
                    confidence > 0 && confidence < 1,
                    "confidence %s; it must be between 0 and 1, such as 0.95",
                    confidence);
            checkArgument(draws >= 100 && draws <= MOST_DRAWS, "%s draws; there must be 100 to %s", draws, MOST_DRAWS);
            double[] x = new double[schools.size()];
            double[] errors = new double[schools.size()];
            for (int i = 0; i < x.length; i++) {
                x[i] = number(scores, schools.get(i));
                errors[i] = number(standardErrors, schools.get(i));
                checkArgument(
                        Double.isFinite(x[i]) && errors[i] > 0 && errors[i] < Double.POSITIVE_INFINITY,
                        "school \"%s\": score %s with standard error %s; the score must be finite, the error above 0",
                        schools.get(i).name(),
                        x[i],
                        errors[i]);
            }
            double[][] kept = new double[(long) draws * x.length <= MOST_KEPT ? draws : 0][];
            SplittableRandom random = new SplittableRandom(seed);
            Arrays.setAll(kept, draw -> noise(errors, random));
            return new Given(schools, x, errors, confidence, draws, seed, kept);
        }

        private static double[] noise(double[] errors, SplittableRandom random) {
            double[] noise = errors.clone();
            for (int i = 0; i < noise.length; i++) {
                noise[i] *= random.nextGaussian();
            }
            return noise;
        }

        /** The quantile, at the level of confidence, of a figure of the errors in each draw. */
        double quantile(ToDoubleFunction<double[]> figure) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] figures = new double[draws];
            for (int draw = 0; draw < draws; draw++) {
                figures[draw] = figure.applyAsDouble(draw < kept.length ? kept[draw] : noise(errors, random));
            }
            Arrays.sort(figures);
            return figures[(int) Math.min(draws - 1L, (long) Math.ceil(confidence * draws) - 1)];
        }
    }

    private static double number(Map<School, Double> numbers, School school) {
        Double number = numbers.get(school);
        return number == null ? Double.NaN : number;
    }

    /**
     * Rejects hypotheses that one school is not better than another, then tests the rest against the largest difference
     * among the rest, until none is rejected. "Oxford is not better than Yale" and "Yale is not better than Oxford" are
     * two hypotheses; the one that is not rejected stays in the rest, as in R's csranks.
     */
    private static boolean[][] stepDown(Given given) {
        double[] x = given.x();
        double[] errors = given.errors();
        int n = x.length;
        boolean[][] better = new boolean[n][n];
        double[] least = leastErrors(errors);
        for (boolean rejected = true; rejected; ) {
            double critical = given.quantile(noise -> largest(better, errors, least, noise));
            rejected = false;
            for (int a = 0; a < n; a++) {
                for (int b = 0; b < n; b++) {
                    double lead = x[a] - x[b];
                    if (!better[a][b]
                            && lead / least[a] > critical
                            && lead / Math.hypot(errors[a], errors[b]) > critical) {
                        better[a][b] = true;
                        rejected = true;
                    }
                }
            }
        }
        return better;
    }

    /** The least error of a difference between each school and any other. */
    private static double[] leastErrors(double[] errors) {
        double least = Arrays.stream(errors).min().orElse(1);
        return Arrays.stream(errors).map(error -> Math.hypot(error, least)).toArray();
    }

    /**
     * The largest standardised lead of a draw over the pairs not yet rejected; not below zero, so that of two schools
     * one at most is found better. The leads of a school are computed only if that over the lowest of all, with the
     * least error, exceeds the largest so far; that holds for few schools.
     */
    private static double largest(boolean[][] better, double[] errors, double[] least, double[] noise) {
        double low = Arrays.stream(noise).min().orElse(0);
        double most = 0;
        for (int a = 0; a < noise.length; a++) {
            double precision = 1 / least[a];
            double farthest = (noise[a] - low) * precision;
            for (int b = 0; farthest > most && b < noise.length; b++) {
                double lead = noise[a] - noise[b];
                if (lead * precision > most && !better[a][b]) {
                    most = Math.max(most, lead * (1 / Math.hypot(errors[a], errors[b])));
                }
            }
        }
        return most;
    }

    /**
     * Returns the set of each school as a range, highest score first; its basis is text such as
     * {@code 95 % confidence}.
     */
    public ImmutableMap<School, RankRange> ranges() {
        return ranges;
    }

    /**
     * Returns the set of a school as a range.
     *
     * @throws IllegalArgumentException if the school has no score
     */
    public RankRange of(School school) {
        return ranges.values().asList().get(index(school));
    }

    /** Returns the set of a school, given its id, name or alias. */
    public RankRange of(String idOrName) {
        return of(school(idOrName));
    }

    private School school(String idOrName) {
        return SchoolLookup.of(schools).school(idOrName);
    }

    /** Returns whether {@code one} is significantly better than {@code other}, given their ids, names or aliases. */
    public boolean isBetter(String one, String other) {
        requireNonNull(one, "one");
        requireNonNull(other, "other");
        return isBetter(school(one), school(other));
    }

    /**
     * Returns whether {@code one} is significantly better than {@code other}, by the tests for the set of {@code one}.
     */
    public boolean isBetter(School one, School other) {
        return better[index(one)][index(other)];
    }

    /** Returns whether the confidence is that all sets hold the true ranks at once, rather than each alone. */
    public boolean isSimultaneous() {
        return simultaneous;
    }

    /**
     * Returns the schools that may be among the best {@code count}: the schools whose set begins at {@code count} or
     * before it. With the confidence of the sets, no school that is truly among the best is left out (the τ-best of
     * csranks).
     *
     * @param count τ, the number of best schools
     * @throws IllegalArgumentException if the number is not from 1 to the number of schools
     * @throws IllegalStateException if the sets hold for each school alone, which allows no statement about several at
     *     once
     */
    public ResultList<School> amongBest(int count) {
        checkArgument(
                count >= 1 && count <= schools.size(),
                "the %s best of %s schools; the number must be from 1 to that of the schools",
                count,
                schools.size());
        checkState(
                simultaneous,
                "these sets hold for each school alone, and say nothing about several at once; take"
                        + " RankConfidenceSets.simultaneous");
        return schools.stream().filter(each -> of(each).best() <= count).collect(ResultList.toResultList());
    }

    private int index(School school) {
        int index = indexes.getOrDefault(requireNonNull(school, "school"), -1);
        checkArgument(index >= 0, "no school \"%s\" among the %s tested", school.name(), schools.size());
        return index;
    }

    /** Returns the schools with their sets, highest score first. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder("School").right("ranks");
        schools.stream()
                .limit(TextTable.briefRows(schools.size()))
                .forEach(each -> text.row(each.name(), of(each).ends()));
        return text.note((simultaneous ? "all sets hold" : "each set alone holds") + " the true rank with "
                        + NumberText.significant(confidence * 100)
                        + " % confidence")
                .build()
                .brief(schools.size(), "ranges()");
    }
}
