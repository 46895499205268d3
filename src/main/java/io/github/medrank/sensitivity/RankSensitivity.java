package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.exact.NumberText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Which of a methodology's choices a ranking hangs on: Sobol' indices of weights and methods.
 *
 * <p>Factors are independent. A weight's factor moves its points evenly between so many percent less and more, the other
 * points as they are, so that all shares move with it; a choice takes each of its methods equally often. Positions are
 * those the methodology shows, ties and rounding included.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * var b = Indicator.of("b");
 * var table = IndicatorTable.builder(a, b).row(School.of("Yale"), 3, 2).row(School.of("Oxford"), 2, 3).build();
 * var mean = Methodology.builder("mean").ranker(Rankers.weightedMean()).build();
 * var sensitivity = RankSensitivity.builder(mean, table).weights(50).build();
 * sensitivity.of(RankOutput.positionOf("Yale")).indices().size() // ==> 2
 * }</pre>
 */
public final class RankSensitivity {
    private final Methodology methodology;
    private final IndicatorTable table;
    private final ImmutableMap<Indicator, Double> percent;
    private final ImmutableMap<String, ImmutableList<UnaryOperator<Methodology>>> choices;
    private final int baseSample;
    private final int replicates;
    private final double confidence;
    private final long seed;

    private RankSensitivity(Builder from) {
        this.methodology = from.methodology;
        this.table = from.table;
        this.percent = ImmutableMap.copyOf(from.percent);
        this.choices = ImmutableMap.copyOf(from.choices);
        this.baseSample = from.baseSample;
        this.replicates = from.replicates;
        this.confidence = from.confidence;
        this.seed = from.seed;
    }

    /** A builder with no factors yet, a base sample of 1 024 rows, 1 000 bootstrap replicates, 95 % intervals, seed 1. */
    public static Builder builder(Methodology methodology, IndicatorTable table) {
        return new Builder(methodology, table);
    }

    /** The names of the factors, in order: weighted indicators' ids, then choices. */
    public ImmutableList<String> factors() {
        return ImmutableList.<String>builder()
                .addAll(percent.keySet().stream().map(Indicator::id).iterator())
                .addAll(choices.keySet())
                .build();
    }

    /**
     * How much of an output's variance each factor accounts for. N·(k+2) rankings for k factors; allocates nothing a
     * ranking where the ranker's draws do not.
     *
     * @throws IllegalArgumentException if the table cannot be ranked under some combination of choices
     */
    public SobolIndices of(RankOutput output) {
        Ranking reference = methodology.rank(table);
        Run run = new Run(reference);
        int[] unchanged = run.positions(0, point -> 0);
        ToDoubleFunction<int[]> function =
                requireNonNull(output, "output").over(reference, table, ImmutableIntArray.copyOf(unchanged));
        return SobolIndices.of(
                factors(),
                baseSample,
                replicates,
                confidence,
                seed,
                point -> function.applyAsDouble(run.positions(point)));
    }

    /** How far a point moves the points of a factor, −1 to 1. */
    @FunctionalInterface
    private interface Move {
        double of(int factor);
    }

    /** The draws of each combination of choices, made when it first comes up. */
    private final class Run {
        private final ImmutableList<Indicator> order;
        private final int[] moved;
        private final double[] reach;
        private final Map<Integer, Draws> draws = new HashMap<>();
        private final Map<Integer, double[]> points = new HashMap<>();
        private final int[] positions = new int[table.size()];
        private final double[] shares;

        Run(Ranking reference) {
            this.order = reference.weights().indicators();
            this.shares = new double[order.size()];
            this.moved = percent.keySet().stream().mapToInt(this::index).toArray();
            this.reach =
                    percent.values().stream().mapToDouble(each -> each / 100).toArray();
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

        int[] positions(double[] point) {
            int combination = 0;
            int factor = moved.length;
            for (ImmutableList<UnaryOperator<Methodology>> choice : choices.values()) {
                combination = combination * choice.size() + (int) (point[factor++] * choice.size());
            }
            return positions(combination, i -> 2 * point[i] - 1);
        }

        int[] positions(int combination, Move move) {
            Draws mine = draws.get(combination);
            if (mine == null) {
                Methodology changed = changed(combination);
                mine = changed.over(table, order);
                Ranking ranking = changed.rank(table);
                draws.put(combination, mine);
                points.put(
                        combination,
                        order.stream()
                                .mapToDouble(
                                        each -> ranking.weights().points(each).doubleValue())
                                .toArray());
            }
            System.arraycopy(requireNonNull(points.get(combination)), 0, shares, 0, shares.length);
            for (int i = 0; i < moved.length; i++) {
                shares[moved[i]] *= 1 + reach[i] * move.of(i);
            }
            mine.positions(shares, positions);
            return positions;
        }

        private Methodology changed(int combination) {
            int rest = combination;
            List<UnaryOperator<Methodology>> taken = new ArrayList<>();
            for (ImmutableList<UnaryOperator<Methodology>> choice :
                    choices.values().asList().reverse()) {
                taken.add(0, choice.get(rest % choice.size()));
                rest /= choice.size();
            }
            Methodology changed = methodology;
            for (UnaryOperator<Methodology> each : taken) {
                changed = each.apply(changed);
            }
            return changed;
        }
    }

    /** What varies and how much. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(methodology.name());
        percent.forEach((indicator, reach) -> text.append("; ")
                .append(indicator.id())
                .append(" ±")
                .append(NumberText.significant(reach))
                .append(" %"));
        choices.forEach((name, methods) -> text.append("; ")
                .append(name)
                .append(": ")
                .append(methods.size())
                .append(" methods"));
        return text.append("; base sample ").append(baseSample).toString();
    }

    /** Collects factors; not for use by two threads at once. */
    public static final class Builder {
        private final Methodology methodology;
        private final IndicatorTable table;
        private final Map<Indicator, Double> percent = new LinkedHashMap<>();
        private final Map<String, ImmutableList<UnaryOperator<Methodology>>> choices = new LinkedHashMap<>();
        private int baseSample = 1024;
        private int replicates = SobolIndices.REPLICATES;
        private double confidence = SobolIndices.CONFIDENCE;
        private long seed = SobolIndices.SEED;

        private Builder(Methodology methodology, IndicatorTable table) {
            this.methodology = requireNonNull(methodology, "methodology");
            this.table = requireNonNull(table, "table");
        }

        /**
         * Varies an indicator's points between so many percent less and more.
         *
         * @throws IllegalArgumentException if the percentage is not above 0 and at most 100
         */
        @CanIgnoreReturnValue
        public Builder weight(Indicator indicator, double plusMinusPercent) {
            checkArgument(
                    plusMinusPercent > 0 && plusMinusPercent <= 100,
                    "indicator \"%s\": ±%s %; it must be above 0 and at most 100",
                    indicator.id(),
                    plusMinusPercent);
            percent.put(indicator, plusMinusPercent);
            return this;
        }

        /** Varies every indicator's points between so many percent less and more, each on its own. */
        @CanIgnoreReturnValue
        public Builder weights(double plusMinusPercent) {
            methodology.rank(table).weights().indicators().forEach(each -> weight(each, plusMinusPercent));
            return this;
        }

        /**
         * Varies a part of the method: each change is applied equally often, the first one to the reference too.
         *
         * @param name what is chosen, such as {@code normalizer}
         * @param changes the alternatives, the first of them usually {@code UnaryOperator.identity()}; they may change
         *     anything but the set of indicators
         * @throws IllegalArgumentException if there is no alternative, or the name comes twice
         */
        @CanIgnoreReturnValue
        public Builder choice(String name, List<UnaryOperator<Methodology>> changes) {
            checkArgument(changes.size() >= 2, "choice \"%s\" has %s methods; it needs two", name, changes.size());
            checkArgument(!choices.containsKey(name), "choice \"%s\" comes twice", name);
            choices.put(name, ImmutableList.copyOf(changes));
            return this;
        }

        /** How many rows each of the two matrices has; powers of two are the most even. */
        @CanIgnoreReturnValue
        public Builder baseSample(int rows) {
            baseSample = rows;
            return this;
        }

        /** How many bootstrap replicates the intervals come from. */
        @CanIgnoreReturnValue
        public Builder replicates(int number) {
            replicates = number;
            return this;
        }

        /** What the intervals cover, such as 0.95. */
        @CanIgnoreReturnValue
        public Builder confidence(double level) {
            confidence = level;
            return this;
        }

        /** The seed of the bootstrap. */
        @CanIgnoreReturnValue
        public Builder seed(long newSeed) {
            seed = newSeed;
            return this;
        }

        /**
         * The analysis.
         *
         * @throws IllegalArgumentException if nothing varies
         */
        public RankSensitivity build() {
            checkArgument(!percent.isEmpty() || !choices.isEmpty(), "no factors; there is nothing to vary");
            return new RankSensitivity(this);
        }
    }
}
