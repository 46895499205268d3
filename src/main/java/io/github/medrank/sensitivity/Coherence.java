package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.InterruptedRunException;
import io.github.medrank.Methodology;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import io.github.medrank.Weights;
import io.github.medrank.exact.NumberText;
import io.github.medrank.weightspace.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Analyses whether indicators belong together and how much each effectively weighs: the fourth step of the OECD and JRC
 * Handbook on Constructing Composite Indicators (2008).
 *
 * <p>All figures are computed from the normalised and filled values that the ranker uses, over the ranked schools that
 * have all values. {@link #bootstrap} adds intervals.
 *
 * <pre>{@code
 * var a = Indicator.of("a"); var b = Indicator.of("b");
 * var table = IndicatorTable.builder(a, b).row(School.of("Yale"), 1, 2).row(School.of("Oxford"), 2, 4)
 *         .row(School.of("Kyoto"), 3, 3).build();
 * var mean = Methodology.builder("mean").ranker(Rankers.weightedMean()).build();
 * var coherence = Coherence.of(mean, table);
 * coherence.correlation(a, b).get()    // ==> 0.500
 * coherence.cronbachAlpha().get()      // ==> 0.667
 * coherence.components()               // ==> [0.750, 0.250]
 * }</pre>
 */
public final class Coherence {
    private static final int MOST_REPLICATES = 100_000;

    private final Ranking ranking;
    private final CoherenceFigures figures;
    private final ImmutableList<Optional<Interval>> intervals; // none without a bootstrap
    private final String basis;

    private Coherence(
            Ranking ranking, CoherenceFigures figures, ImmutableList<Optional<Interval>> intervals, String basis) {
        this.ranking = ranking;
        this.figures = figures;
        this.intervals = intervals;
        this.basis = basis;
    }

    /**
     * Returns the coherence of a methodology's indicators for a table.
     *
     * @throws IllegalArgumentException if fewer than three ranked schools have all values
     */
    public static Coherence of(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        Ranking ranking = methodology.rank(requireNonNull(table, "table"));
        return new Coherence(ranking, CoherenceFigures.of(ranking), ImmutableList.of(), "");
    }

    /**
     * Returns the same figures with intervals between percentiles of a bootstrap over schools. Scores and bandwidths
     * remain those of all schools. Replicates in which a figure is not defined are left out of its interval.
     * O(replicates · n · k).
     *
     * @param replicates the number of replicates, from 100 to 100 000
     * @param level the share of the replicates within the interval, such as 0.9
     * @param seed the seed of the random numbers
     * @throws InterruptedRunException if the thread is interrupted
     */
    public Coherence bootstrap(int replicates, double level, long seed) {
        checkArgument(
                replicates >= 100 && replicates <= MOST_REPLICATES,
                "%s replicates; from 100 to %s are allowed",
                replicates,
                MOST_REPLICATES);
        checkArgument(level > 0 && level < 1, "level %s; it must be between 0 and 1, such as 0.9", level);
        return new Coherence(
                ranking,
                figures,
                figures.bootstrap(replicates, level, seed),
                NumberText.percent(level) + " of " + NumberText.grouped(replicates) + " replicates");
    }

    // ---- the figures ----

    /** Returns the indicators, in the methodology's order. */
    public ImmutableList<Indicator> indicators() {
        return ranking.normalized().indicators();
    }

    /** Returns the number of schools that the figures are based on. */
    public int size() {
        return figures.rows();
    }

    /** Returns the ranked schools that are left out because a value is missing. */
    public ResultList<School> leftOut() {
        return ranking.rows()
                .filter(row -> !CoherenceFigures.isComplete(ranking, row))
                .mapToObj(ranking.normalized().schools()::get)
                .collect(ResultList.toResultList());
    }

    private Optional<Figure> figure(int place) {
        double value = figures.get(place);
        return Double.isNaN(value)
                ? Optional.empty()
                : Optional.of(new Estimated(value, intervals.isEmpty() ? Optional.empty() : intervals.get(place)));
    }

    /**
     * Returns Pearson's correlation of two indicators.
     *
     * @return empty if one has the same value for all schools
     * @throws IllegalArgumentException if both are the same, or the methodology lacks one
     */
    public Optional<Figure> correlation(Indicator one, Indicator other) {
        int i = index(one);
        int j = index(other);
        checkArgument(i != j, "correlation of \"%s\" with itself", one.id());
        return figure(figures.correlation(i, j));
    }

    private int index(Indicator indicator) {
        int index = figures.indicators().indexOf(requireNonNull(indicator, "indicator"));
        checkArgument(
                index >= 0,
                "indicator \"%s\" is not of the methodology; there are %s",
                indicator.id(),
                indicators().stream().map(Indicator::id).toList());
        return index;
    }

    /**
     * Returns the pairs of indicators that are nearly redundant, or nearly opposite: those whose absolute correlation
     * is at least {@code least}, largest first.
     *
     * @param least from 0 to 1; a common threshold for the handbook's analysis is 0.9
     */
    public ResultList<Pair> redundantPairs(double least) {
        checkArgument(least >= 0 && least <= 1, "correlations from %s; it must be between 0 and 1", least);
        List<Pair> pairs = new ArrayList<>();
        for (Indicator one : indicators()) {
            for (Indicator other : indicators()
                    .subList(indicators().indexOf(one) + 1, indicators().size())) {
                correlation(one, other)
                        .filter(r -> Math.abs(r.value()) >= least)
                        .ifPresent(r -> pairs.add(new Correlated(one, other, r)));
            }
        }
        pairs.sort(Comparator.comparingDouble(
                (Pair each) -> -Math.abs(each.correlation().value())));
        return ResultList.copyOf(pairs);
    }

    /**
     * Returns Cronbach's α (1951): k / (k − 1) · (1 − Σ variances / variance of the sums).
     *
     * @return empty for one indicator, or if the sums are the same for all schools
     */
    public Optional<Figure> cronbachAlpha() {
        return figure(figures.alpha());
    }

    /**
     * Returns α of standardised indicators, which does not depend on the scales of the indicators: k r / (1 + (k − 1)
     * r) for the mean correlation r.
     *
     * @return empty for one indicator, or if one has the same value for all schools
     */
    public Optional<Figure> standardizedAlpha() {
        return figure(figures.standardizedAlpha());
    }

    /** Returns α without one indicator; empty if fewer than two are left. */
    public OptionalDouble alphaWithout(Indicator indicator) {
        double alpha = figures.alphaWithout(index(indicator));
        return Double.isNaN(alpha) ? OptionalDouble.empty() : OptionalDouble.of(alpha);
    }

    /**
     * Returns the share of the variance of the standardised indicators that each principal component explains, largest
     * first: the eigenvalues of the correlation matrix divided by their number.
     *
     * @return one figure per indicator; none if one has the same value for all schools
     */
    public ResultList<Figure> components() {
        return IntStream.range(0, figures.indicators().size())
                .mapToObj(i -> figure(figures.component(i)))
                .flatMap(Optional::stream)
                .collect(ResultList.toResultList());
    }

    /**
     * Returns the nominal and effective weight of each indicator. An indicator with constant values or constant scores
     * is left out.
     */
    public ResultList<EffectiveWeight> effectiveWeights() {
        double linear = figures.sum(figures::linear);
        double local = figures.sum(figures::local);
        ImmutableList.Builder<EffectiveWeight> all = ImmutableList.builder();
        for (Indicator each : indicators()) {
            int i = index(each);
            Optional<Figure> first = figure(figures.linear(i));
            Optional<Figure> second = figure(figures.local(i));
            if (first.isPresent() && second.isPresent()) {
                all.add(new Weight(
                        each,
                        ranking.weights().share(each),
                        first.get(),
                        second.get(),
                        linear > 0 ? first.get().value() / linear : 0,
                        local > 0 ? second.get().value() / local : 0));
            }
        }
        return ResultList.copyOf(all.build());
    }

    /** Returns the indicators that do not affect any position: without their points all positions stay the same. */
    public ResultList<Indicator> withoutEffect() {
        return indicators().stream().filter(this::changesNothing).collect(ResultList.toResultList());
    }

    private boolean changesNothing(Indicator indicator) {
        Weights.Builder points = Weights.builder();
        BigDecimal left = BigDecimal.ZERO;
        for (Indicator each : indicators()) {
            BigDecimal own =
                    each.equals(indicator) ? BigDecimal.ZERO : ranking.weights().points(each);
            points.put(each, own);
            left = left.add(own);
        }
        if (left.signum() == 0) {
            return false;
        }
        Ranking without =
                ranking.methodology().orElseThrow().withWeights(points.build()).rank(ranking.table());
        return ranking.size() == without.size() && ranking.stream().allMatch(each -> samePosition(each, without));
    }

    private static boolean samePosition(RankedSchool each, Ranking other) {
        return each.position().equals(other.of(each.school()).position());
    }

    /** A number, with its bootstrap interval if there is one. */
    @Immutable
    public sealed interface Figure {
        /** Returns the number. */
        double value();

        /** Returns the bootstrap interval; empty without {@link Coherence#bootstrap}. */
        Optional<Interval> interval();

        /** Returns three decimals: {@code 0.812 (0.700 to 0.889)}. */
        @Override
        String toString();
    }

    @Immutable
    private record Estimated(double value, Optional<Interval> interval) implements Figure {
        @Override
        public String toString() {
            return SobolIndices.three(value)
                    + interval.map(each -> " (" + SobolIndices.three(each) + ")")
                            .orElse("");
        }
    }

    /** Two indicators and their correlation. */
    @Immutable
    public sealed interface Pair {
        /** Returns the indicator that comes first in the methodology. */
        Indicator one();

        /** Returns the other indicator. */
        Indicator other();

        /** Returns the correlation of the two indicators. */
        Figure correlation();

        /** Returns the names and the correlation: {@code Academic reputation and H-index: 0.912}. */
        @Override
        String toString();
    }

    @Immutable
    private record Correlated(Indicator one, Indicator other, Figure correlation) implements Pair {
        @Override
        public String toString() {
            return one.name() + " and " + other.name() + ": " + correlation;
        }
    }

    /** The weight of an indicator, nominal and effective. */
    @Immutable
    record Weight(
            Indicator indicator, double nominal, Figure linear, Figure local, double linearShare, double localShare)
            implements EffectiveWeight {
        @Override
        public String toString() {
            return indicator.name() + ": nominal " + SobolIndices.three(nominal) + ", linear " + linear + " (share "
                    + SobolIndices.three(linearShare) + "), local " + local + " (share "
                    + SobolIndices.three(localShare) + ")";
        }
    }

    /** Returns a table of nominal and effective weights, α and the first component. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder("Indicator")
                .right("nominal")
                .right("linear")
                .right("share")
                .right("local")
                .right("share");
        List<EffectiveWeight> weights = effectiveWeights();
        weights.stream()
                .limit(TextTable.briefRows(weights.size()))
                .forEach(each -> text.row(
                        each.indicator().name(),
                        SobolIndices.three(each.nominal()),
                        each.linear(),
                        SobolIndices.three(each.linearShare()),
                        each.local(),
                        SobolIndices.three(each.localShare())));
        cronbachAlpha().ifPresent(alpha -> text.note("Cronbach's alpha " + alpha));
        components().stream().limit(1).forEach(first -> text.note("first component " + first));
        if (!basis.isEmpty()) {
            text.note("intervals: " + basis);
        }
        return text.build().brief(weights.size(), "effectiveWeights()");
    }
}
