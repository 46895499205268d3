package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import io.github.medrank.Treatment;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Changes one part of a methodology at a time and ranks again: each weight by some percentage, or each indicator left
 * out.
 *
 * <p>This does not show the effects of joint changes; see {@link RankSensitivity} for those.
 *
 * <p>There is no {@code of(methodology, table)}: the name of the factory says what is changed.
 */
@Immutable
@SuppressWarnings("Immutable") // rankings are immutable
public final class OneAtATime {
    private final Ranking reference;
    private final ImmutableList<Effect> effects;
    private final String note;

    private OneAtATime(Ranking reference, ImmutableList<Effect> effects, String note) {
        this.reference = reference;
        this.effects = effects;
        this.note = note;
    }

    /** The effect of one change. */
    @Immutable
    public sealed interface Effect {
        /** Returns the indicator that is changed or left out. */
        Indicator indicator();

        /** Returns the change, as text. */
        String change();

        /** Returns the ranking after the change. */
        Ranking ranking();

        /** Returns the mean number of places by which schools move, over the schools ranked before and after. */
        double meanShift();

        /** Returns the greatest number of places by which a school moves. */
        int largestShift();

        /**
         * Returns the first school in the reference's listing that moves by {@link #largestShift}; empty if none moves.
         */
        Optional<School> mostMoved();
    }

    @Immutable
    @SuppressWarnings("Immutable") // rankings are immutable
    private record Seen(
            Indicator indicator,
            String change,
            Ranking ranking,
            double meanShift,
            int largestShift,
            Optional<School> mostMoved)
            implements Effect {}

    /**
     * Changes the share of each weight by percentages of itself. The other weights keep their proportions and share the
     * rest, so that none becomes negative.
     *
     * @param percents such as −25 and 25; none below −100
     * @throws IllegalArgumentException if a share would leave [0, 1], or an indicator has all the weight
     */
    public static OneAtATime weights(Methodology methodology, IndicatorTable table, double... percents) {
        requireNonNull(methodology, "methodology");
        requireNonNull(percents, "percents");
        for (double percent : percents) {
            checkArgument(Double.isFinite(percent), "change by %s %; it must be a finite number", percent);
        }
        Ranking reference = methodology.rank(table);
        ImmutableList.Builder<Effect> effects = ImmutableList.builder();
        for (Indicator indicator : reference.weights().indicators()) {
            for (double percent : percents) {
                Weights changed = changed(reference.weights(), indicator, percent);
                String change = (percent < 0 ? "" : "+") + NumberText.significant(percent) + " %";
                effects.add(effect(
                        reference,
                        indicator,
                        change,
                        methodology.withWeights(changed).rank(table)));
            }
        }
        return new OneAtATime(reference, effects.build(), "the other weights keep their proportions");
    }

    /** Exact: for p points of T, the indicator gets p·(1+c)·(T−p), and another with q points gets q·(T−p·(1+c)). */
    private static Weights changed(Weights weights, Indicator indicator, double percent) {
        BigDecimal total = weights.total();
        BigDecimal mine = weights.points(indicator);
        BigDecimal after = mine.multiply(BigDecimal.ONE.add(Decimals.of(percent).movePointLeft(2)));
        checkArgument(
                after.signum() >= 0 && after.compareTo(total) <= 0,
                "indicator \"%s\": a share of %s changed by %s % leaves 0 to 1",
                indicator.id(),
                weights.share(indicator),
                percent);
        checkArgument(
                mine.compareTo(total) < 0,
                "indicator \"%s\" has all the weight, so that the others have no proportions to keep",
                indicator.id());
        Weights.Builder changed = Weights.builder();
        for (Indicator each : weights.indicators()) {
            changed.put(
                    each,
                    each.equals(indicator)
                            ? after.multiply(total.subtract(mine))
                            : weights.points(each).multiply(total.subtract(after)));
        }
        return changed.build();
    }

    /**
     * Leaves out each indicator in turn, as if it had never been measured. Fixed weights of the others keep their
     * proportions; a weighting that learns from the table learns without it. Treatments, pillars and tie-breakers drop
     * the indicator too.
     *
     * @throws IllegalArgumentException if there is only one indicator, the others have no weight, or a treatment needs
     *     the indicator, for example to divide others by it
     */
    public static OneAtATime withoutEach(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        Ranking reference = methodology.rank(table);
        ImmutableList<Indicator> all = reference.weights().indicators();
        checkArgument(
                all.size() > 1, "indicator \"%s\" is the only one", all.get(0).id());
        ImmutableList.Builder<Effect> effects = ImmutableList.builder();
        for (Indicator indicator : all) {
            Methodology without = without(methodology, all, indicator);
            effects.add(effect(reference, indicator, "left out", without.rank(table)));
        }
        return new OneAtATime(reference, effects.build(), "the other weights keep their proportions");
    }

    private static Methodology without(Methodology methodology, ImmutableList<Indicator> all, Indicator indicator) {
        Presentation presentation = methodology.presentation();
        Methodology.Builder without = methodology.toBuilder()
                .indicators(all.stream().filter(each -> !each.equals(indicator)).toList())
                .treatments(without(methodology.treatments(), indicator))
                .imputation(without(methodology.imputation(), indicator))
                .filling(without(methodology.filling(), indicator))
                .ranker(methodology.ranker().without(indicator))
                .presentation(presentation.withTieBreakers(presentation.tieBreakers().stream()
                        .filter(each -> !each.equals(indicator))
                        .toArray(Indicator[]::new)));
        methodology.weights().ifPresent(weights -> without.weights(without(weights, indicator)));
        return without.build();
    }

    private static Treatment[] without(ImmutableList<Treatment> treatments, Indicator indicator) {
        return treatments.stream().map(each -> each.without(indicator)).toArray(Treatment[]::new);
    }

    private static Weights without(Weights weights, Indicator indicator) {
        checkArgument(
                weights.points(indicator).compareTo(weights.total()) < 0,
                "indicator \"%s\" has all the weight; nothing is left without it",
                indicator.id());
        Weights.Builder rest = Weights.builder();
        weights.asMap().forEach((each, points) -> {
            if (!each.equals(indicator)) {
                rest.put(each, points);
            }
        });
        return rest.build();
    }

    private static Effect effect(Ranking before, Indicator indicator, String change, Ranking after) {
        Map<School, Integer> now = after.stream()
                .collect(ImmutableMap.toImmutableMap(
                        RankedSchool::school, each -> each.position().best()));
        Map<School, Integer> shifts = new LinkedHashMap<>(); // of the schools ranked before and after
        for (RankedSchool each : before) {
            Integer position = now.get(each.school());
            if (position != null) {
                shifts.put(each.school(), Math.abs(position - each.position().best()));
            }
        }
        IntSummaryStatistics all =
                shifts.values().stream().mapToInt(Integer::intValue).summaryStatistics();
        int largest = Math.max(0, all.getMax());
        Optional<School> most = shifts.entrySet().stream()
                .filter(each -> largest > 0 && each.getValue() == largest)
                .map(Map.Entry::getKey)
                .findFirst();
        return new Seen(indicator, change, after, all.getAverage(), largest, most);
    }

    /** Returns the ranking without changes. */
    public Ranking reference() {
        return reference;
    }

    /** Returns the effects of the changes, indicator by indicator. */
    public ResultList<Effect> effects() {
        return ResultList.copyOf(effects);
    }

    /** Returns the effects: the first school, and how far schools move. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder("Indicator")
                .right("change")
                .left("first")
                .right("mean shift")
                .right("largest")
                .left("most moved");
        for (Effect each : effects) {
            text.row(
                    each.indicator().name(),
                    each.change(),
                    each.ranking().schools().get(0).school().name(),
                    NumberText.significant(each.meanShift()),
                    each.largestShift(),
                    each.mostMoved().map(School::name).orElse(""));
        }
        return text.note(note).build().brief(effects.size(), "effects()");
    }
}
