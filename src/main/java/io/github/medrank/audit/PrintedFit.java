package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Rational;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import io.github.medrank.exact.LinearProgram;
import io.github.medrank.ranking.Pillar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether given weights give every printed score under a rule, and with which constants and roundings, by
 * computing the scores.
 */
final class PrintedFit {
    /** The constants and roundings that fit. */
    record Fit(
            Weights weights,
            Rescaling rescaling,
            ImmutableList<School> halves,
            ImmutableSetMultimap<RoundingMode, School> against) {
        ImmutableSet<RoundingMode> roundings(ScoreRule rule) {
            return rule.rounding().modes().stream()
                    .filter(mode -> !against.containsKey(mode))
                    .collect(ImmutableSet.toImmutableSet());
        }
    }

    /** The least and the greatest composites that the values allow; the same unless values have hidden digits. */
    record Composites(Scores least, Scores most) {
        Rational least(int row) {
            return least.exact(row);
        }

        Rational most(int row) {
            return most.exact(row);
        }

        boolean isRanked(int row) {
            return least.unranked(row).isEmpty();
        }
    }

    /**
     * Finds the number with the fewest decimals that satisfies some inequalities, and of several the one nearest to the
     * middle.
     */
    private static final class SimplestNumber {
        private static final int MOST_DECIMALS = 30;

        private @Nullable Rational low;
        private @Nullable Rational high;
        private boolean impossible;

        /** Requires factor · number ≥ bound. */
        void atLeast(Rational factor, Rational bound) {
            if (factor.signum() == 0) {
                impossible |= bound.signum() > 0;
                return;
            }
            Rational end = bound.dividedBy(factor);
            if (factor.signum() > 0) {
                low = low == null || low.compareTo(end) < 0 ? end : low;
            } else {
                high = high == null || high.compareTo(end) > 0 ? end : high;
            }
        }

        Optional<BigDecimal> find() {
            Rational from = low == null ? high : low;
            Rational to = high == null ? low : high;
            if (impossible || (from != null && to != null && from.compareTo(to) > 0)) {
                return Optional.empty();
            }
            if (from == null || to == null) {
                return Optional.of(BigDecimal.ZERO);
            }
            Rational middle = from.plus(to).dividedBy(Rational.of(2));
            for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
                BigDecimal rounded = middle.round(decimals, RoundingMode.HALF_EVEN);
                Rational exact = Rational.of(rounded);
                // At an end a score would be halfway between two printed ones, which not every rounding allows.
                if (from.compareTo(exact) < 0 && exact.compareTo(to) < 0) {
                    return Optional.of(rounded);
                }
            }
            return Optional.of(middle.toBigDecimal());
        }
    }

    private final PrintedRows rows;
    private final ScoreRule rule;
    private final ImmutableList<Pillar> pillars;
    private final Set<Integer> without;
    private final boolean sum;
    private final IndicatorTable lowest;
    private final IndicatorTable highest;
    private final Rational[] low;
    private final Rational[] high;

    /** Prepares the test; {@code sum} tells whether weights are the points of a sum rather than of a mean. */
    PrintedFit(PrintedRows rows, ScoreRule rule, ImmutableList<Pillar> pillars, Set<Integer> without, boolean sum) {
        this.rows = rows;
        this.rule = rule;
        this.pillars = pillars;
        this.without = without;
        this.sum = sum;
        boolean isHidden = rule.values() == InputValues.ROUNDED;
        this.lowest = isHidden ? rows.lowest(rule.mean() != CompositeMean.ARITHMETIC) : rows.table;
        this.highest = isHidden ? rows.highest() : rows.table;
        this.low = new Rational[rows.size];
        this.high = new Rational[rows.size];
        BigDecimal half = rows.halfUnit();
        for (int row = 0; row < rows.size; row++) {
            low[row] = Rational.of(rows.score(row)
                    .subtract(half.multiply(BigDecimal.valueOf(rule.rounding().halvesBelow()))));
            high[row] = Rational.of(rows.score(row)
                    .add(half.multiply(BigDecimal.valueOf(rule.rounding().halvesAbove()))));
        }
    }

    /** The fit at these weights; empty if there is none. */
    Optional<Fit> at(Weights weights) {
        Composites composites = composites(weights);
        List<Integer> ranked = new ArrayList<>();
        for (int row = 0; row < rows.size; row++) {
            if (!without.contains(row) && composites.isRanked(row)) {
                ranked.add(row);
            }
        }
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        if (rule.values() == InputValues.ROUNDED) {
            return withHiddenDigits(composites, ranked)
                    .map(rescaling -> new Fit(weights, rescaling, ImmutableList.of(), ImmutableSetMultimap.of()));
        }
        return rescaling(composites, ranked)
                .map(rescaling -> fit(weights, rescaling, ranked))
                .filter(fit -> !fit.roundings(rule).isEmpty());
    }

    /** The composites at these weights. As all means are monotone, hidden digits move them between two ends. */
    Composites composites(Weights weights) {
        Methodology methodology = methodology(weights, Presentation.exact());
        Scores least = methodology.rank(lowest).scores();
        return new Composites(
                least,
                rule.values() == InputValues.ROUNDED ? methodology.rank(highest).scores() : least);
    }

    private Methodology methodology(Weights weights, Presentation shown) {
        return rule.methodology(rows, pillars, weights, sum, shown);
    }

    private Fit fit(Weights weights, Rescaling rescaling, List<Integer> ranked) {
        Scores scores = methodology(weights, Presentation.exact().withRescaling(rescaling))
                .rank(rows.table)
                .scores();
        ImmutableList.Builder<School> halves = ImmutableList.builder();
        ImmutableSetMultimap.Builder<RoundingMode, School> against = ImmutableSetMultimap.builder();
        for (int row : ranked) {
            Rational exact = scores.exact(row);
            BigDecimal printed = rows.score(row);
            if (exact.minus(Rational.of(printed)).toBigDecimal().abs().compareTo(rows.halfUnit()) == 0) {
                halves.add(rows.school(row));
            }
            for (RoundingMode mode : rule.rounding().modes()) {
                if (exact.round(rows.decimals, mode).compareTo(printed) != 0) {
                    against.put(mode, rows.school(row));
                }
            }
        }
        return new Fit(weights, rescaling, halves.build(), against.build());
    }

    private Optional<Rescaling> rescaling(Composites composites, List<Integer> ranked) {
        return switch (rule.scale()) {
            case AS_IS, ORDER -> Optional.of(Rescaling.none());
            case TOP -> Optional.of(Rescaling.top(rows.top()));
            case POINTS ->
                sum
                        ? Optional.of(Rescaling.none())
                        : factor(composites, ranked).map(factor -> Rescaling.affine(factor, 0));
            case TOP_ABOVE_MINIMUM ->
                minimum(composites, ranked).map(minimum -> Rescaling.topAbove(rows.top(), minimum));
            case LINE -> line(composites, ranked);
        };
    }

    /** The simplest b with L ≤ b·S ≤ U. */
    private Optional<BigDecimal> factor(Composites composites, List<Integer> ranked) {
        SimplestNumber factor = new SimplestNumber();
        for (int row : ranked) {
            factor.atLeast(composites.most(row), low[row]);
            factor.atLeast(composites.least(row).negate(), high[row].negate());
        }
        return factor.find().filter(found -> found.signum() > 0);
    }

    /** The simplest m with L ≤ P·(S − m)/(T − m) ≤ U, that is (L − P)·m ≥ L·T − P·S and (U − P)·m ≤ U·T − P·S. */
    private Optional<BigDecimal> minimum(Composites composites, List<Integer> ranked) {
        Rational top = highest(composites, ranked);
        Rational whole = Rational.of(rows.top());
        SimplestNumber minimum = new SimplestNumber();
        for (int row : ranked) {
            Rational scaled = whole.times(composites.least(row));
            minimum.atLeast(low[row].minus(whole), low[row].times(top).minus(scaled));
            minimum.atLeast(whole.minus(high[row]), scaled.minus(high[row].times(top)));
        }
        return minimum.find().filter(found -> Rational.of(found).compareTo(top) < 0);
    }

    private static Rational highest(Composites composites, List<Integer> ranked) {
        return ranked.stream().map(composites::least).max(Rational::compareTo).orElseThrow();
    }

    /** The simplest b with some a such that L ≤ b·S + a ≤ U, and then the simplest a. */
    private Optional<Rescaling> line(Composites composites, List<Integer> ranked) {
        if (!QuickCheck.mayBeLine(
                doubles(ranked, composites::least),
                doubles(ranked, composites::most),
                doubles(ranked, row -> low[row]),
                doubles(ranked, row -> high[row]))) {
            return Optional.empty();
        }
        LinearProgram.Builder builder = LinearProgram.builder(2).free(1);
        for (int row : ranked) {
            builder.atLeast(low[row].toBigDecimal(), composites.most(row).toBigDecimal(), BigDecimal.ONE);
            builder.atMost(high[row].toBigDecimal(), composites.least(row).toBigDecimal(), BigDecimal.ONE);
        }
        return simplest(builder.build(), 0).filter(b -> b.signum() > 0).flatMap(b -> {
            SimplestNumber offset = new SimplestNumber();
            Rational exact = Rational.of(b);
            for (int row : ranked) {
                offset.atLeast(
                        Rational.of(1), low[row].minus(composites.most(row).times(exact)));
                offset.atLeast(
                        Rational.of(-1), composites.least(row).times(exact).minus(high[row]));
            }
            return offset.find().map(a -> Rescaling.affine(b, a));
        });
    }

    /** The simplest value of one of two variables; empty if the program has no solution. */
    private static Optional<BigDecimal> simplest(LinearProgram program, int variable) {
        BigDecimal[] objective = {BigDecimal.ZERO, BigDecimal.ZERO};
        objective[variable] = BigDecimal.ONE;
        SimplestNumber number = new SimplestNumber();
        LinearProgram.Outcome least = program.minimise(objective);
        if (least instanceof LinearProgram.Infeasible) {
            return Optional.empty();
        }
        if (least instanceof LinearProgram.Optimal found) {
            number.atLeast(Rational.of(1), ExactInterval.rational(found.value()));
        }
        if (program.maximise(objective) instanceof LinearProgram.Optimal found) {
            number.atLeast(
                    Rational.of(-1), ExactInterval.rational(found.value()).negate());
        }
        return number.find();
    }

    // ---- hidden digits ----

    /**
     * The rescaling with which every printed score is possible. The rounding of the scores cannot be determined, since
     * the composites may be anywhere between their ends.
     */
    private Optional<Rescaling> withHiddenDigits(Composites composites, List<Integer> ranked) {
        boolean fitsAsItIs = ranked.stream()
                .allMatch(row -> composites.most(row).compareTo(low[row]) >= 0
                        && composites.least(row).compareTo(high[row]) <= 0);
        boolean isPlain = rule.scale() == ScoreScale.AS_IS || (rule.scale() == ScoreScale.POINTS && sum);
        if (isPlain) {
            return fitsAsItIs ? Optional.of(Rescaling.none()) : Optional.empty();
        }
        return rule.scale().isFromTop() ? fromTop(composites, ranked) : rescaling(composites, ranked);
    }

    /** One row has the greatest printed score exactly, and no other is above it: τ = (T − m) / P with an unknown T. */
    private Optional<Rescaling> fromTop(Composites composites, List<Integer> ranked) {
        int best = ranked.stream()
                .filter(row -> rows.score(row).compareTo(rows.top()) == 0)
                .max(Comparator.comparing(composites::most))
                .orElse(-1);
        BigDecimal whole = rows.top();
        boolean isShifted = rule.scale() == ScoreScale.TOP_ABOVE_MINIMUM;
        LinearProgram.Builder builder = LinearProgram.builder(2).free(1);
        for (int row : ranked) {
            // L·τ ≤ S − m and S − m ≤ U·τ, with the greatest and the least S.
            BigDecimal least = row == best ? whole : low[row].toBigDecimal();
            BigDecimal most = high[row].toBigDecimal().min(whole);
            builder.atMost(composites.most(row).toBigDecimal(), least, BigDecimal.ONE);
            builder.atLeast(composites.least(row).toBigDecimal(), most, BigDecimal.ONE);
        }
        if (!isShifted) {
            builder.equal(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ONE);
        }
        return simplest(builder.build(), 1)
                .filter(minimum -> Rational.of(minimum).compareTo(highest(composites, ranked)) < 0)
                .map(minimum -> Rescaling.topAbove(whole, minimum));
    }

    private static double[] doubles(List<Integer> ranked, IntFunction<Rational> numbers) {
        return ranked.stream()
                .mapToDouble(row -> numbers.apply(row).doubleValue())
                .toArray();
    }
}
