package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.SharedDraws;
import io.github.medrank.Weights;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.SafeText;
import io.github.medrank.weightspace.WeightSampler;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Measures which of a methodology's choices a ranking depends on, by Sobol' indices of weights and methods.
 *
 * <p>The factors are independent. The factor of a weight varies its points uniformly within plus or minus a percentage
 * and keeps the other points, so that all shares change with it. The factor of a choice takes each of its methods
 * equally often. Positions are those that the methodology shows, with ties and rounding. This class is immutable: each
 * {@code varying…} and {@code with…} method returns a copy.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * var b = Indicator.of("b");
 * var table = IndicatorTable.builder(a, b)
 *         .row(School.of("Yale"), 3, 2).row(School.of("Oxford"), 2, 3).build();
 * var mean = Methodology.builder("mean").ranker(Rankers.weightedMean()).build();
 * var sensitivity = RankSensitivity.of(mean, table).varyingWeights(50);
 * sensitivity.indices(RankOutput.positionOf("Yale")).indices().size() // ==> 2
 * }</pre>
 */
public final class RankSensitivity {
    private static final int MOST_COMBINATIONS = 10_000;

    private final Methodology methodology;
    private final IndicatorTable table;
    private final ImmutableMap<Indicator, Double> percent;
    private final Optional<WeightFactor> sets;
    private final ImmutableMap<String, ImmutableList<UnaryOperator<Methodology>>> choices;
    private final SobolSettings settings;

    private RankSensitivity(
            Methodology methodology,
            IndicatorTable table,
            ImmutableMap<Indicator, Double> percent,
            Optional<WeightFactor> sets,
            ImmutableMap<String, ImmutableList<UnaryOperator<Methodology>>> choices,
            SobolSettings settings) {
        this.methodology = methodology;
        this.table = table;
        this.percent = percent;
        this.sets = sets;
        this.choices = choices;
        this.settings = settings;
    }

    /**
     * Returns an analysis without variation, with a base sample of 1 024 rows, 1 000 bootstrap replicates, 95 %
     * intervals and seed 1.
     */
    public static RankSensitivity of(Methodology methodology, IndicatorTable table) {
        return new RankSensitivity(
                requireNonNull(methodology, "methodology"),
                requireNonNull(table, "table"),
                ImmutableMap.of(),
                Optional.empty(),
                ImmutableMap.of(),
                SobolSettings.USUAL);
    }

    // ---- what varies ----

    /**
     * Returns a copy in which an indicator's points vary within plus or minus a percentage, which replaces an earlier
     * one.
     *
     * @throws IllegalArgumentException if the percentage is not above 0 and at most 100
     */
    public RankSensitivity varyingWeight(Indicator indicator, double plusMinusPercent) {
        requireNonNull(indicator, "indicator");
        checkArgument(
                plusMinusPercent > 0 && plusMinusPercent <= 100,
                "indicator \"%s\": ±%s %; it must be above 0 and at most 100",
                indicator.id(),
                plusMinusPercent);
        Map<Indicator, Double> more = new LinkedHashMap<>(percent);
        more.put(indicator, plusMinusPercent);
        return new RankSensitivity(methodology, table, ImmutableMap.copyOf(more), sets, choices, settings);
    }

    /** Returns a copy in which the points of every indicator vary independently within plus or minus a percentage. */
    public RankSensitivity varyingWeights(double plusMinusPercent) {
        RankSensitivity varied = this;
        for (Indicator indicator : methodology.rank(table).weights().indicators()) {
            varied = varied.varyingWeight(indicator, plusMinusPercent);
        }
        return varied;
    }

    /**
     * Returns a copy in which the weights are one of several sets, each equally likely. They replace any sets or
     * sampler given before. They form a single factor, named {@code weights}, whose indices are those of all weights
     * together.
     *
     * @param alternatives at least two, each for exactly the methodology's indicators
     * @throws IllegalArgumentException if there are fewer than two
     */
    public RankSensitivity varyingWeights(List<Weights> alternatives) {
        return with(WeightFactor.of(requireNonNull(alternatives, "alternatives")));
    }

    /**
     * Returns a copy in which the weights are drawn by a sampler, which replaces any sets or sampler given before. They
     * form a single factor, named {@code weights}, of which each point is a separate draw; {@link #withSeed} changes
     * the draws.
     */
    public RankSensitivity varyingWeights(WeightSampler sampler) {
        return with(WeightFactor.of(requireNonNull(sampler, "sampler")));
    }

    private RankSensitivity with(WeightFactor factor) {
        checkArgument(
                !choices.containsKey(WeightFactor.NAME),
                "a choice is named \"%s\", as the factor of sampled weights is; give it another name",
                WeightFactor.NAME);
        return new RankSensitivity(methodology, table, percent, Optional.of(factor), choices, settings);
    }

    /**
     * Returns a copy in which a part of the method varies; each alternative is equally likely.
     *
     * @param name the name of the choice, such as {@code normalizer}
     * @param changes the alternatives, usually including {@code UnaryOperator.identity()}; they may change everything
     *     except the set of indicators
     * @throws IllegalArgumentException if there are fewer than two alternatives, the name is taken, or all choices
     *     together have more than 10 000 combinations
     */
    public RankSensitivity varyingMethod(String name, List<UnaryOperator<Methodology>> changes) {
        requireNonNull(name, "name");
        requireNonNull(changes, "changes");
        checkArgument(
                changes.size() >= 2, "choice \"%s\" has %s methods; it needs two", SafeText.line(name), changes.size());
        checkArgument(
                !choices.containsKey(name) && (sets.isEmpty() || !name.equals(WeightFactor.NAME)),
                "choice \"%s\" comes twice",
                SafeText.line(name));
        ImmutableMap<String, ImmutableList<UnaryOperator<Methodology>>> more =
                ImmutableMap.<String, ImmutableList<UnaryOperator<Methodology>>>builder()
                        .putAll(choices)
                        .put(name, ImmutableList.copyOf(changes))
                        .buildOrThrow();
        double combinations = 1;
        for (ImmutableList<UnaryOperator<Methodology>> each : more.values()) {
            combinations *= each.size();
        }
        checkArgument(
                combinations <= MOST_COMBINATIONS,
                "choice \"%s\" makes it more than %s combinations of methods",
                name,
                MOST_COMBINATIONS);
        return new RankSensitivity(methodology, table, percent, sets, more, settings);
    }

    // ---- how it is estimated ----

    /**
     * Returns a copy in which each of the two matrices has {@code rows} rows, at least 2. Powers of two cover the space
     * most evenly.
     */
    public RankSensitivity withBaseSample(int rows) {
        return with(settings.withBaseSample(rows));
    }

    /** Returns a copy whose intervals are based on {@code replicates} bootstrap replicates, 1 to 100 000. */
    public RankSensitivity withReplicates(int replicates) {
        return with(settings.withReplicates(replicates));
    }

    /** Returns a copy with another confidence of the intervals, between 0 and 1, such as 0.95. */
    public RankSensitivity withConfidence(double confidence) {
        return with(settings.withConfidence(confidence));
    }

    /** Returns a copy with another seed of the bootstrap and of sampled weights. */
    public RankSensitivity withSeed(long seed) {
        return with(settings.withSeed(seed));
    }

    private RankSensitivity with(SobolSettings changed) {
        return new RankSensitivity(methodology, table, percent, sets, choices, changed);
    }

    // ---- the answer ----

    /**
     * Returns the names of the factors, in order: the ids of weighted indicators, {@code weights} if whole sets vary,
     * then the choices.
     */
    public ImmutableList<String> factors() {
        return ImmutableList.<String>builder()
                .addAll(percent.keySet().stream().map(Indicator::id).iterator())
                .addAll(sets.stream().map(any -> WeightFactor.NAME).iterator())
                .addAll(choices.keySet())
                .build();
    }

    /**
     * Returns the share of an output's variance that each factor accounts for. The cost is N·(k+2) rankings for k
     * factors, without allocation per ranking if the ranker's draws need none.
     *
     * @throws IllegalArgumentException if nothing varies, or the table cannot be ranked under some combination of
     *     choices
     * @throws io.github.medrank.InterruptedRunException if the calling thread is interrupted
     */
    public SobolIndices indices(RankOutput output) {
        requireNonNull(output, "output");
        Ranking reference = methodology.rank(table);
        Run run = new Run(reference);
        int[] unchanged = run.reference(reference.weights());
        ToDoubleFunction<int[]> function = output.over(reference, table, ImmutableIntArray.copyOf(unchanged));
        return SobolIndices.of(factors(), settings, point -> run.output(point, function));
    }

    /** A combination of choices: its draws and its own weights. */
    private record Combined(Draws draws, ImmutableDoubleArray points) {}

    /** The draws of each combination of choices, created on first use from parts that the combinations share. */
    private final class Run {
        private final ImmutableList<Indicator> order;
        private final int[] moved;
        private final double[] reach;
        private final WeightFactor.@Nullable Source source;
        private final SharedDraws shared;
        private final Map<Integer, Combined> combinations = new HashMap<>();
        private final Map<List<Integer>, Methodology> changes = new HashMap<>();
        private final Map<Integer, Double> outputs = new HashMap<>();
        private final int[] positions = new int[table.size()];
        private final double[] shares;

        Run(Ranking reference) {
            this.order = reference.weights().indicators();
            this.shares = new double[order.size()];
            this.moved = percent.keySet().stream().mapToInt(this::index).toArray();
            this.reach =
                    percent.values().stream().mapToDouble(each -> each / 100).toArray();
            this.source = sets.map(each -> each.source(order, settings.seed())).orElse(null);
            this.shared = SharedDraws.of(table, order);
        }

        private int index(Indicator indicator) {
            int index = order.indexOf(indicator);
            checkArgument(
                    index >= 0,
                    "no indicator \"%s\"; the methodology has %s",
                    indicator.id(),
                    order.stream().map(Indicator::id).toList());
            return index;
        }

        /** The positions under the original methodology, which need not be one of the alternatives. */
        int[] reference(Weights weights) {
            int[] unchanged = new int[table.size()];
            shared.over(methodology).positions(WeightFactor.points(weights, order), unchanged);
            return unchanged;
        }

        /** The output at a point. If no weight varies, there are only as many outputs as combinations of choices. */
        double output(double[] point, ToDoubleFunction<int[]> function) {
            int combination = combination(point);
            if (moved.length > 0 || source != null) {
                return function.applyAsDouble(positions(point, combination));
            }
            return outputs.computeIfAbsent(combination, any -> function.applyAsDouble(positions(point, combination)));
        }

        private int combination(double[] point) {
            int combination = 0;
            int factor = point.length - choices.size();
            for (ImmutableList<UnaryOperator<Methodology>> choice : choices.values()) {
                combination = combination * choice.size() + (int) (point[factor++] * choice.size());
            }
            return combination;
        }

        private int[] positions(double[] point, int combination) {
            Combined mine = combinations.computeIfAbsent(combination, this::combined);
            if (source == null) {
                Arrays.setAll(shares, mine.points::get);
            } else {
                source.weights(point[moved.length], shares);
            }
            for (int i = 0; i < moved.length; i++) {
                shares[moved[i]] *= 1 + reach[i] * (2 * point[i] - 1);
            }
            mine.draws.positions(shares, positions);
            return positions;
        }

        private Combined combined(int combination) {
            Methodology changed = changed(choices.size(), combination);
            return new Combined(
                    shared.over(changed),
                    ImmutableDoubleArray.copyOf(WeightFactor.points(shared.weights(changed), order)));
        }

        /** The methodology after the first {@code made} choices. Each is made once, so that results can be shared. */
        private Methodology changed(int made, int combination) {
            if (made == 0) {
                return methodology;
            }
            ImmutableList<UnaryOperator<Methodology>> choice =
                    choices.values().asList().get(made - 1);
            Methodology before = changed(made - 1, combination / choice.size());
            List<Integer> key = List.of(made, combination);
            Methodology known = changes.get(key);
            if (known == null) {
                known = choice.get(combination % choice.size()).apply(before);
                changes.put(key, known);
            }
            return known;
        }
    }

    /** Returns the factors and their variation. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(methodology.name());
        percent.forEach((indicator, reach) -> text.append("; ")
                .append(indicator.id())
                .append(" ±")
                .append(NumberText.significant(reach))
                .append(" %"));
        sets.ifPresent(each -> text.append("; weights: ").append(each));
        choices.forEach((name, methods) -> text.append("; ")
                .append(name)
                .append(": ")
                .append(methods.size())
                .append(" methods"));
        return text.append("; base sample ").append(settings.baseSample()).toString();
    }
}
