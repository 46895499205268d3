package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.github.medrank.Indicator;
import io.github.medrank.Presentation;
import io.github.medrank.Rational;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.audit.PrintedFit.Fit;
import io.github.medrank.audit.RuleProgram.End;
import io.github.medrank.exact.Fraction;
import io.github.medrank.ranking.Pillar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Derives the weights that one rule allows. */
final class RuleReader {
    private final PrintedRows rows;
    private final ScoreRule rule;
    private final ImmutableList<Pillar> pillars;
    private final BigDecimal gridStep;
    private final RuleConstraints constraints;
    private final Set<Integer> without;
    private final ImmutableList<Indicator> indicators;

    RuleReader(
            PrintedRows rows,
            ImmutableList<Pillar> pillars,
            BigDecimal gridStep,
            RuleConstraints constraints,
            Set<Integer> without) {
        this.rows = rows;
        this.rule = constraints.rule;
        this.pillars = pillars;
        this.gridStep = gridStep;
        this.constraints = constraints;
        this.without = without;
        this.indicators = rows.table.indicators();
    }

    /** The recovered rule; empty if it fits only the linear rows, and not those that are checked afterwards. */
    Optional<RecoveredRule> read() {
        RuleProgram program = RuleProgram.of(constraints, without);
        Intervals shares = intervals(program);
        Optional<End> leastTau = end(program, constraints.divisor >= 0, false);
        Optional<End> mostTau = end(program, constraints.divisor >= 0, true);
        QuickCheck quick = new QuickCheck(
                constraints,
                without,
                false,
                leastTau.map(RuleReader::number).orElse(0.0),
                mostTau.map(RuleReader::number).orElse(Double.POSITIVE_INFINITY));
        SimplestWeights byShare =
                new SimplestWeights(indicators, shares.ends, shares.middle, false, quick::mayFit, isLinear());
        Function<Weights, Optional<Fit>> check = check(false);
        Optional<Fit> fit = isSum() ? inPoints() : Optional.empty();
        fit = fit.isPresent() ? fit : byShare.find(check);
        return fit.map(found -> new RecoveredRule(
                rule,
                rows.size - without.size(),
                byIndicator(shares.ends),
                byIndicator(shares.deciding),
                reciprocal(leastTau, mostTau),
                minimum(program),
                simplest(found),
                byShare.onGrid(gridStep, weights -> check.apply(weights).isPresent()),
                incomplete(),
                isLinear() ? ImmutableList.of() : schools(constraints.leftOut),
                rule.needsConstant() ? Optional.of(constraints.constant) : Optional.empty(),
                RuleCertificate.of(rows, constraints, without)));
    }

    private boolean isLinear() {
        return constraints.leftOut.isEmpty() || rule.missing() == MissingRule.SET_ASIDE;
    }

    private boolean isSum() {
        return rule.scale() == ScoreScale.POINTS && rule.mean() == CompositeMean.ARITHMETIC;
    }

    // ---- intervals ----

    private record Intervals(List<ExactInterval> ends, List<ImmutableSet<School>> deciding, List<Rational> middle) {}

    private Intervals intervals(RuleProgram program) {
        List<ExactInterval> ends = new ArrayList<>();
        List<ImmutableSet<School>> deciding = new ArrayList<>();
        List<List<Rational>> points = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            Optional<End> low = program.weight(i, false);
            Optional<End> high = program.weight(i, true);
            Fraction least = low.map(End::value).orElse(Fraction.ZERO);
            ends.add(ExactInterval.of(least, high.map(End::value).orElse(least)));
            Set<Integer> rowsOfBoth = new TreeSet<>();
            for (Optional<End> end : List.of(low, high)) {
                end.ifPresent(found -> {
                    rowsOfBoth.addAll(found.rows());
                    points.add(weightsAt(found));
                });
            }
            deciding.add(ImmutableSet.copyOf(schools(rowsOfBoth)));
        }
        return new Intervals(ends, deciding, mean(points));
    }

    private List<Rational> weightsAt(End end) {
        List<Rational> weights = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            weights.add(ExactInterval.rational(end.point().get(i)).times(Rational.of(constraints.units[i])));
        }
        return weights;
    }

    private List<Rational> mean(List<List<Rational>> points) {
        List<Rational> mean = new ArrayList<>();
        for (int i = 0; i < indicators.size(); i++) {
            Rational sum = Rational.ZERO;
            for (List<Rational> point : points) {
                sum = sum.plus(point.get(i));
            }
            mean.add(points.isEmpty() ? sum : sum.dividedBy(Rational.of(points.size())));
        }
        return mean;
    }

    private static double number(End end) {
        return end.value().doubleValue();
    }

    private static Optional<End> end(RuleProgram program, boolean exists, boolean greatest) {
        return exists ? program.divisor(greatest) : Optional.empty();
    }

    /** The factor, which is the reciprocal of the divisor. */
    private Optional<ExactInterval> reciprocal(Optional<End> low, Optional<End> high) {
        if (rule.mean() != CompositeMean.ARITHMETIC
                || low.isEmpty()
                || high.isEmpty()
                || low.get().value().signum() <= 0) {
            return Optional.empty();
        }
        Rational one = Rational.of(1);
        return Optional.of(ExactInterval.of(
                one.dividedBy(ExactInterval.rational(high.get().value())),
                one.dividedBy(ExactInterval.rational(low.get().value()))));
    }

    /** m, which is −α. */
    private Optional<ExactInterval> minimum(RuleProgram program) {
        if (constraints.offset < 0 || rule.mean() != CompositeMean.ARITHMETIC) {
            return Optional.empty();
        }
        Optional<End> low = program.offset(false);
        Optional<End> high = program.offset(true);
        return low.isEmpty() || high.isEmpty()
                ? Optional.empty()
                : Optional.of(ExactInterval.of(
                        ExactInterval.rational(high.get().value()).negate(),
                        ExactInterval.rational(low.get().value()).negate()));
    }

    // ---- simplest weights ----

    private Function<Weights, Optional<Fit>> check(boolean sum) {
        if (rule.scale() == ScoreScale.ORDER) {
            return weights -> constraints.holdAt(weights)
                    ? Optional.of(new Fit(weights, Rescaling.none(), ImmutableList.of(), ImmutableSetMultimap.of()))
                    : Optional.empty();
        }
        return new PrintedFit(rows, rule, pillars, without, sum)::at;
    }

    private Optional<Fit> inPoints() {
        RuleProgram program = RuleProgram.inPoints(constraints, without);
        for (int i = 0; i < indicators.size(); i++) {
            if (program.weight(i, true).isEmpty()) {
                return Optional.empty();
            }
        }
        Intervals points = intervals(program);
        QuickCheck quick = new QuickCheck(constraints, without, true, 1, 1);
        return new SimplestWeights(indicators, points.ends, points.middle, true, quick::mayFit, isLinear())
                .find(check(true));
    }

    private RecoveredRule.Simplest simplest(Fit fit) {
        Presentation shown = Presentation.exact().withRescaling(fit.rescaling());
        if (rule.scale() != ScoreScale.ORDER && rows.decimals <= 15) {
            RoundingMode mode = fit.roundings(rule).iterator().next();
            shown = shown.withRounding(rows.decimals, mode);
        }
        boolean sum = isSum() && fit.rescaling().equals(Rescaling.none());
        return new RecoveredRule.Simplest(
                fit.weights(),
                fit.rescaling(),
                fit.halves(),
                fit.against(),
                rule.methodology(rows, pillars, fit.weights(), sum, shown));
    }

    // ---- rows ----

    private <T> ImmutableMap<Indicator, T> byIndicator(List<T> values) {
        ImmutableMap.Builder<Indicator, T> map = ImmutableMap.builder();
        for (int i = 0; i < values.size(); i++) {
            map.put(indicators.get(i), values.get(i));
        }
        return map.buildOrThrow();
    }

    private ImmutableList<School> incomplete() {
        List<Integer> holes = new ArrayList<>();
        for (int row = 0; row < rows.size; row++) {
            if (!rows.isComplete(row) && !without.contains(row)) {
                holes.add(row);
            }
        }
        return schools(holes);
    }

    private ImmutableList<School> schools(Collection<Integer> some) {
        return some.stream().map(rows::school).collect(ImmutableList.toImmutableList());
    }
}
