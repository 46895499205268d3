package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
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

        /** Requires least ≤ factor · number ≤ most. */
        void between(Rational factor, Rational least, Rational most) {
            atLeast(factor, least);
            atLeast(factor.negate(), most.negate());
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
    private final Rational[] low;
    private final Rational[] high;

    /** Prepares the test; {@code sum} tells whether weights are the points of a sum rather than of a mean. */
    PrintedFit(PrintedRows rows, ScoreRule rule, ImmutableList<Pillar> pillars, Set<Integer> without, boolean sum) {
        this.rows = rows;
        this.rule = rule;
        this.pillars = pillars;
        this.without = without;
        this.sum = sum;
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
        if (rule.values() == InputValues.ROUNDED) {
            return withHiddenDigits(weights);
        }
        Scores composites = scores(weights, Presentation.exact());
        List<Integer> ranked = new ArrayList<>();
        for (int row = 0; row < rows.size; row++) {
            if (!without.contains(row) && composites.unranked(row).isEmpty()) {
                ranked.add(row);
            }
        }
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        return rescaling(composites, ranked)
                .map(rescaling -> fit(weights, rescaling, ranked))
                .filter(fit -> !fit.roundings(rule).isEmpty());
    }

    /**
     * The composite may be off by half a unit of each value, in which case the rounding of the score cannot be
     * determined.
     */
    private Optional<Fit> withHiddenDigits(Weights weights) {
        Scores composites = scores(weights, Presentation.exact());
        for (int row = 0; row < rows.size; row++) {
            if (!without.contains(row) && composites.unranked(row).isEmpty()) {
                Rational off = hidden(row, weights);
                Rational score = composites.exact(row);
                if (score.plus(off).compareTo(low[row]) < 0 || score.minus(off).compareTo(high[row]) > 0) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Fit(weights, Rescaling.none(), ImmutableList.of(), ImmutableSetMultimap.of()));
    }

    private Rational hidden(int row, Weights weights) {
        BigDecimal off = BigDecimal.ZERO;
        BigDecimal counted = BigDecimal.ZERO;
        for (int i = 0; i < rows.width; i++) {
            BigDecimal points = weights.points(rows.table.indicators().get(i));
            boolean present = rows.value(row, i) != null;
            off = present ? off.add(points.multiply(rows.halfUnitOf(i))) : off;
            counted = present || rule.missing() == MissingRule.ZERO ? counted.add(points) : counted;
        }
        return Rational.ratio(off, counted);
    }

    private Scores scores(Weights weights, Presentation shown) {
        Methodology methodology = rule.methodology(rows, pillars, weights, sum, shown);
        return methodology.rank(rows.table).scores();
    }

    private Fit fit(Weights weights, Rescaling rescaling, List<Integer> ranked) {
        Scores scores = scores(weights, Presentation.exact().withRescaling(rescaling));
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

    private Optional<Rescaling> rescaling(Scores composites, List<Integer> ranked) {
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
    private Optional<BigDecimal> factor(Scores composites, List<Integer> ranked) {
        SimplestNumber factor = new SimplestNumber();
        for (int row : ranked) {
            factor.between(composites.exact(row), low[row], high[row]);
        }
        return factor.find().filter(found -> found.signum() > 0);
    }

    /** The simplest m with L ≤ P·(S − m)/(T − m) ≤ U, that is (L − P)·m ≥ L·T − P·S and (U − P)·m ≤ U·T − P·S. */
    private Optional<BigDecimal> minimum(Scores composites, List<Integer> ranked) {
        Rational top =
                ranked.stream().map(composites::exact).max(Rational::compareTo).orElseThrow();
        Rational whole = Rational.of(rows.top());
        SimplestNumber minimum = new SimplestNumber();
        for (int row : ranked) {
            Rational scaled = whole.times(composites.exact(row));
            minimum.atLeast(low[row].minus(whole), low[row].times(top).minus(scaled));
            minimum.atLeast(whole.minus(high[row]), scaled.minus(high[row].times(top)));
        }
        return minimum.find().filter(found -> Rational.of(found).compareTo(top) < 0);
    }

    /** The simplest b with some a such that L ≤ b·S + a ≤ U, and then the simplest a. */
    private Optional<Rescaling> line(Scores composites, List<Integer> ranked) {
        if (!QuickCheck.mayBeLine(
                doubles(ranked, composites::exact),
                doubles(ranked, row -> low[row]),
                doubles(ranked, row -> high[row]))) {
            return Optional.empty();
        }
        LinearProgram.Builder builder = LinearProgram.builder(2).free(1);
        for (int row : ranked) {
            BigDecimal score = composites.exact(row).toBigDecimal();
            builder.atLeast(low[row].toBigDecimal(), score, BigDecimal.ONE);
            builder.atMost(high[row].toBigDecimal(), score, BigDecimal.ONE);
        }
        LinearProgram program = builder.build();
        SimplestNumber factor = new SimplestNumber();
        if (!(program.minimise(BigDecimal.ONE, BigDecimal.ZERO) instanceof LinearProgram.Optimal least)) {
            return Optional.empty();
        }
        factor.atLeast(Rational.of(1), ExactInterval.rational(least.value()));
        if (program.maximise(BigDecimal.ONE, BigDecimal.ZERO) instanceof LinearProgram.Optimal most) {
            factor.atLeast(Rational.of(-1), ExactInterval.rational(most.value()).negate());
        }
        return factor.find().filter(b -> b.signum() > 0).flatMap(b -> {
            SimplestNumber offset = new SimplestNumber();
            Rational exact = Rational.of(b);
            for (int row : ranked) {
                Rational scaled = composites.exact(row).times(exact);
                offset.between(Rational.of(1), low[row].minus(scaled), high[row].minus(scaled));
            }
            return offset.find().map(a -> Rescaling.affine(b, a));
        });
    }

    private static double[] doubles(List<Integer> ranked, IntFunction<Rational> numbers) {
        return ranked.stream()
                .mapToDouble(row -> numbers.apply(row).doubleValue())
                .toArray();
    }
}
