package io.github.medrank.choice;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.medrank.Indicator;
import io.github.medrank.School;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.NumberText;
import io.github.medrank.weighting.BestWorst;
import io.github.medrank.weightspace.LinearConstraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Translates each kind of statement into constraints on the shares of the weights. */
final class Statements {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ChoiceModel model;

    Statements(ChoiceModel model) {
        this.model = model;
    }

    private static ImmutableMap<Indicator, Double> terms(
            Indicator one, double factor, Indicator other, double otherFactor) {
        checkArgument(!one.equals(other), "indicator \"%s\" is compared with itself", one.id());
        return ImmutableMap.of(one, factor, other, otherFactor);
    }

    private Indicator known(Indicator indicator) {
        return model.indicator(requireNonNull(indicator, "indicator").id());
    }

    Statement moreImportant(Indicator more, double times, Indicator less) {
        String how = times == 1 ? " is more important than " : " is more than " + times(times) + " as important as ";
        return Statement.positive(
                known(more).name() + how + known(less).name(), terms(known(more), 1, known(less), -positive(times)));
    }

    Statement timesAsImportant(Indicator one, double times, Indicator other) {
        ImmutableMap<Indicator, Double> difference = terms(known(one), 1, known(other), -positive(times));
        return Statement.certain(
                known(one).name() + " is " + times(times) + " as important as "
                        + known(other).name(),
                LinearConstraint.atMost(difference, 0),
                LinearConstraint.atLeast(difference, 0));
    }

    private static String times(double times) {
        return NumberText.plain(times) + " times";
    }

    private static double positive(double times) {
        checkArgument(
                times > 0 && times < Double.POSITIVE_INFINITY, "%s times as important; it must be above 0", times);
        return times;
    }

    Statement atLeast(Indicator indicator, double share) {
        return Statement.certain(
                known(indicator).name() + " weighs at least " + NumberText.exactPercent(share(indicator, share)),
                LinearConstraint.atLeast(ImmutableMap.of(known(indicator), 1.0), share));
    }

    Statement atMost(Indicator indicator, double share) {
        return Statement.certain(
                known(indicator).name() + " weighs at most " + NumberText.exactPercent(share(indicator, share)),
                LinearConstraint.atMost(ImmutableMap.of(known(indicator), 1.0), share));
    }

    private static double share(Indicator indicator, double share) {
        checkArgument(
                share >= 0 && share <= 1,
                "indicator \"%s\": share %s; it must be between 0 and 1, such as 0.2 for 20 %",
                indicator.id(),
                share);
        return share;
    }

    Statement prefer(School better, School worse) {
        return Statement.positive(better.name() + " rather than " + worse.name(), model.lead(better, worse));
    }

    Statement asGood(School one, School other) {
        return about(one.name() + " is about as good as " + other.name(), model.lead(one, other));
    }

    private static Statement about(String text, ImmutableMap<Indicator, Double> lead) {
        double largest = lead.values().stream().mapToDouble(Math::abs).max().orElseThrow();
        return Statement.within(text, lead, WhatMatters.ABOUT * largest);
    }

    Statement answer(Question question, Answer answer) {
        ImmutableMap<Indicator, Double> lead = question.lead();
        lead.keySet().forEach(this::known);
        return switch (answer) {
            case FIRST -> Statement.positive(question.first() + " rather than " + question.second(), lead);
            case SECOND ->
                Statement.positive(
                        question.second() + " rather than " + question.first(),
                        ImmutableMap.copyOf(Maps.transformValues(lead, each -> -each)));
            case NO_PREFERENCE -> about(question.first() + " is about as good as " + question.second(), lead);
            case DONT_KNOW -> throw new IllegalArgumentException("\"don't know\" says nothing");
        };
    }

    Statement trade(Indicator given, double lost, Indicator wanted, double won) {
        checkArgument(
                lost > 0 && lost < Double.POSITIVE_INFINITY && won > 0 && won < Double.POSITIVE_INFINITY,
                "%s of \"%s\" for %s of \"%s\"; both must be above 0",
                lost,
                given.id(),
                won,
                wanted.id());
        String text = NumberText.plain(lost) + " of " + known(given).name() + " for " + NumberText.plain(won) + " of "
                + known(wanted).name();
        return Statement.certain(
                text,
                LinearConstraint.atLeast(
                        terms(
                                known(wanted),
                                won * model.slope(known(wanted)),
                                known(given),
                                -lost * model.slope(known(given))),
                        0));
    }

    /**
     * Compares each swing with the largest: w · range · largest points equals w(largest) · range(largest) · points, to
     * within a percentage.
     */
    Statement swings(Map<Indicator, ? extends Number> points, double percent) {
        checkArgument(percent >= 0 && percent < 100, "swings to within %s %; from 0 to below 100", percent);
        Indicator largest = largest(points);
        BigDecimal most = points(points, largest);
        BigDecimal part = Decimals.of(percent).divide(HUNDRED);
        List<LinearConstraint> constraints = new ArrayList<>();
        for (Indicator each : model.indicators()) {
            if (!each.equals(largest)) {
                BigDecimal own = Decimals.of(model.swing(each)).multiply(most);
                BigDecimal other = Decimals.of(model.swing(largest)).multiply(points(points, each));
                double low = other.multiply(BigDecimal.ONE.subtract(part)).doubleValue();
                double high = other.multiply(BigDecimal.ONE.add(part)).doubleValue();
                constraints.add(LinearConstraint.atLeast(terms(each, own.doubleValue(), largest, -low), 0));
                constraints.add(LinearConstraint.atMost(terms(each, own.doubleValue(), largest, -high), 0));
            }
        }
        StringBuilder text = new StringBuilder("swings");
        model.indicators()
                .forEach(each -> text.append(text.length() == 6 ? " " : ", ")
                        .append(each.name())
                        .append(' ')
                        .append(NumberText.plain(points(points, each))));
        text.append(percent == 0 ? "" : ", ± " + NumberText.plain(percent) + " %");
        return Statement.certain(text.toString(), ImmutableList.copyOf(constraints));
    }

    private Indicator largest(Map<Indicator, ? extends Number> points) {
        checkArgument(
                points.keySet().stream().allMatch(each -> model.indicators().contains(each))
                        && points.size() == model.indicators().size(),
                "swings of %s; rate each of %s",
                points.keySet().stream().map(Indicator::id).sorted().toList(),
                model.indicators().stream().map(Indicator::id).toList());
        Indicator largest = model.indicators().get(0);
        for (Indicator each : model.indicators()) {
            checkArgument(
                    points(points, each).signum() >= 0,
                    "indicator \"%s\": swing of %s points; they must not be negative",
                    each.id(),
                    points(points, each));
            largest = points(points, each).compareTo(points(points, largest)) > 0 ? each : largest;
        }
        checkArgument(points(points, largest).signum() > 0, "all swings have 0 points; the most important one has 100");
        return largest;
    }

    private static BigDecimal points(Map<Indicator, ? extends Number> points, Indicator indicator) {
        return Decimals.of(requireNonNull(points.get(indicator), "points"), "swing of " + indicator.id());
    }

    /** Every ratio of weights that was judged is within a given distance of its judgement. */
    Statement bestWorst(BestWorst judged, double within) {
        checkArgument(within >= 0 && within < Double.POSITIVE_INFINITY, "within %s; it must not be negative", within);
        List<LinearConstraint> constraints = new ArrayList<>();
        judged.bestToOthers().forEach((each, times) -> ratio(constraints, judged.best(), each, times, within));
        judged.othersToWorst().forEach((each, times) -> {
            if (!each.equals(judged.best())) {
                ratio(constraints, each, judged.worst(), times, within);
            }
        });
        String text = "best–worst " + judged + ", ± " + NumberText.plain(within);
        return Statement.certain(text, ImmutableList.copyOf(constraints));
    }

    private void ratio(List<LinearConstraint> to, Indicator one, Indicator other, double times, double within) {
        if (one.equals(other)) {
            return;
        }
        double high = Decimals.of(times).add(Decimals.of(within)).doubleValue();
        double low = Decimals.of(times).subtract(Decimals.of(within)).doubleValue();
        to.add(LinearConstraint.atMost(terms(known(one), 1, known(other), -high), 0));
        to.add(LinearConstraint.atLeast(terms(known(one), 1, known(other), -low), 0));
    }
}
