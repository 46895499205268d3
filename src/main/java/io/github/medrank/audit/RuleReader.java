package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.primitives.ImmutableDoubleArray;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Derives the weights that one rule allows. */
final class RuleReader {
    private static final int MOST_STARTS = 3;
    private static final int DECIMALS = 6;

    private final PrintedRows rows;
    private final ScoreRule rule;
    private final ImmutableList<Pillar> pillars;
    private final BigDecimal gridStep;
    private final RuleConstraints constraints;
    private final Set<Integer> without;
    private final ImmutableList<Indicator> indicators;
    private final SharedRows shared;
    /** The weights at which the search among those of the linear rows ended, with the rows whose scores they miss. */
    private final Map<Weights, ImmutableSet<School>> checkedAt = new LinkedHashMap<>();

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
        this.shared = SharedRows.of(rows, constraints, pillars, without);
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
                shared,
                false,
                leastTau.map(RuleReader::number).orElse(0.0),
                mostTau.map(RuleReader::number).orElse(Double.POSITIVE_INFINITY));
        SimplestWeights byShare =
                new SimplestWeights(indicators, shares.ends, shares.middle, false, quick::mayFit, isTestable());
        Function<Weights, Optional<Fit>> check = check(false);
        Optional<Fit> fit = isSum() && shared.isEmpty() ? inPoints() : Optional.empty();
        if (fit.isEmpty()) {
            fit = shared.isEmpty() ? byShare.find(check) : withShared(shares, quick, check);
        }
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
                isLinear() ? ImmutableMap.of() : checkedAt(found.weights()),
                rule.needsConstant() ? Optional.of(constraints.constant) : Optional.empty(),
                RuleCertificate.of(rows, constraints, without)));
    }

    /** The weights at which rows that are not linear were checked, with the schools whose scores they miss. */
    ImmutableMap<Weights, ImmutableSet<School>> checkedAt() {
        return ImmutableMap.copyOf(checkedAt);
    }

    private ImmutableMap<Weights, ImmutableSet<School>> checkedAt(Weights fitting) {
        checkedAt.put(fitting, ImmutableSet.of());
        return checkedAt();
    }

    /** Whether a check in doubles tests all rows. */
    private boolean isTestable() {
        return isLinear()
                || shared.constraints().stream()
                        .map(Constraint::first)
                        .collect(Collectors.toSet())
                        .containsAll(constraints.leftOut);
    }

    private boolean isLinear() {
        return constraints.leftOut.isEmpty() || rule.missing() == MissingRule.SET_ASIDE;
    }

    private boolean isSum() {
        return rule.scale() == ScoreScale.POINTS && rule.mean() == CompositeMean.ARITHMETIC;
    }

    // ---- intervals ----

    /** The intervals of weights, the points that attain their ends, and the mean of these. */
    private record Intervals(
            List<ExactInterval> ends,
            List<ImmutableSet<School>> deciding,
            List<List<Rational>> points,
            List<Rational> middle) {}

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
        return new Intervals(ends, deciding, points, mean(points));
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

    /**
     * The simplest weights near those that also satisfy the shared rows. They are sought from the middle and from the
     * points of the linear rows' region that are furthest from it.
     */
    private Optional<Fit> withShared(Intervals shares, QuickCheck quick, Function<Weights, Optional<Fit>> check) {
        for (List<Rational> start : starts(shares)) {
            SharedRows.Found found = shared.search(doubles(start));
            if (found.missed().isEmpty()) {
                RuleConstraints near = shared.near(found.shares().toArray());
                RuleProgram program = RuleProgram.of(near, without);
                Optional<Fit> fit = program.contradiction().isPresent()
                        ? Optional.empty()
                        : simplest(intervals(program), quick).find(check);
                if (fit.isPresent()) {
                    return fit;
                }
            }
            checkedAt.put(weights(found.shares()), ImmutableSet.copyOf(schools(found.missed())));
        }
        return Optional.empty();
    }

    private SimplestWeights simplest(Intervals near, QuickCheck quick) {
        return new SimplestWeights(indicators, near.ends, near.middle, false, quick::mayFit, isTestable());
    }

    private static List<List<Rational>> starts(Intervals shares) {
        double[] middle = doubles(shares.middle);
        List<List<Rational>> starts = new ArrayList<>(shares.points);
        starts.sort(Comparator.comparingDouble(point -> -SharedRows.distance(doubles(point), middle)));
        starts.add(0, shares.middle);
        return starts.subList(0, Math.min(MOST_STARTS, starts.size()));
    }

    private static double[] doubles(List<Rational> numbers) {
        return numbers.stream().mapToDouble(Rational::doubleValue).toArray();
    }

    private Weights weights(ImmutableDoubleArray shares) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < indicators.size(); i++) {
            BigDecimal percent = BigDecimal.valueOf(Math.max(0, shares.get(i))).movePointRight(2);
            weights.put(
                    indicators.get(i),
                    percent.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros());
        }
        return weights.build();
    }

    private Optional<Fit> inPoints() {
        RuleProgram program = RuleProgram.inPoints(constraints, without);
        for (int i = 0; i < indicators.size(); i++) {
            if (program.weight(i, true).isEmpty()) {
                return Optional.empty();
            }
        }
        Intervals points = intervals(program);
        QuickCheck quick = new QuickCheck(constraints, without, shared, true, 1, 1);
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
