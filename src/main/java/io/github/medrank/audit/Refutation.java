package io.github.medrank.audit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Rational;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.audit.PrintedFit.Composites;
import io.github.medrank.exact.LinearProgram;
import io.github.medrank.exact.LinearProgram.Infeasible;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A proof that given weights cannot be those of a published table. It consists of rows whose printed scores contradict
 * the weights under every rule that was tried.
 */
@Immutable
public final class Refutation {
    private final Weights weights;
    private final ScoreRule loosest;
    private final ImmutableList<School> rows;
    private final boolean fewest;
    private final String sentence;

    Refutation(Weights weights, ScoreRule loosest, ImmutableList<School> rows, boolean fewest, String sentence) {
        this.weights = weights;
        this.loosest = loosest;
        this.rows = rows;
        this.fewest = fewest;
        this.sentence = sentence;
    }

    /**
     * The rows that refute weights, if there are any. Only arithmetic means over complete rows are used, for which all
     * treatments of missing values agree.
     */
    static Optional<Refutation> of(PrintedRows rows, RuleChoice tried, Weights weights) {
        int[] complete = IntStream.range(0, rows.size).filter(rows::isComplete).toArray();
        ScoreScale loosest =
                tried.scales().stream().max(Comparator.naturalOrder()).orElseThrow();
        ScoreRounding rounding = tried.roundings().stream()
                .max(Comparator.comparing(each -> each.halvesBelow() + each.halvesAbove()))
                .orElseThrow();
        if (tried.roundings().size() > 1) {
            rounding = ScoreRounding.UNKNOWN;
        }
        InputValues values = tried.values().get(0);
        checkArgument(
                !RuleChoice.isUpsideDown(values, rows),
                "less of \"%s\" is better, so weights of its values as printed would rank it upside down;"
                        + " withValues(InputValues.RAW) takes weights of values scaled from 0 to 100",
                rows.lowerBetter().orElse(""));
        if (complete.length == 0) {
            return Optional.empty();
        }
        ScoreRule rule = new ScoreRule(CompositeMean.ARITHMETIC, loosest, MissingRule.SET_ASIDE, rounding, values);
        return new Search(rows, weights, rule, complete).refute();
    }

    /** Returns the refuted weights. */
    public Weights weights() {
        return weights;
    }

    /** Returns the most general rule that was tried. It contains the others, so rows that refute it refute them too. */
    public ScoreRule rule() {
        return loosest;
    }

    /** Returns the rows that refute the weights. */
    public ResultList<School> rows() {
        return ResultList.copyOf(rows);
    }

    /** Returns whether it is proven that fewer rows do not refute the weights. */
    public boolean isFewest() {
        return fewest;
    }

    /** Returns whether the other object refutes equal weights with equal rows. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Refutation that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(weights, loosest, rows, fewest);
    }

    /** Returns a sentence that states the evidence. */
    @Override
    public String toString() {
        return sentence;
    }

    /** Finds the fewest printed rows that given weights contradict under the most general scale that is tried. */
    private static final class Search {
        private final PrintedRows rows;
        private final Weights weights;
        private final ScoreRule rule;
        private final int[] complete;
        private final Rational[] least;
        private final Rational[] most;
        private final Rational[] low;
        private final Rational[] high;

        Search(PrintedRows rows, Weights weights, ScoreRule rule, int[] complete) {
            this.rows = rows;
            this.weights = weights;
            this.rule = rule;
            this.complete = complete;
            this.least = new Rational[rows.size];
            this.most = new Rational[rows.size];
            this.low = new Rational[rows.size];
            this.high = new Rational[rows.size];
            Composites composites = new PrintedFit(rows, rule, ImmutableList.of(), Set.of(), false).composites(weights);
            for (int row : complete) {
                least[row] = composites.least(row);
                most[row] = composites.most(row);
                low[row] = end(row, -rule.rounding().halvesBelow());
                high[row] = end(row, rule.rounding().halvesAbove());
            }
        }

        private Rational end(int row, int halves) {
            return Rational.of(rows.score(row).add(rows.halfUnit().multiply(BigDecimal.valueOf(halves))));
        }

        Optional<Refutation> refute() {
            return switch (rule.scale()) {
                case AS_IS -> one();
                case LINE, TOP, TOP_ABOVE_MINIMUM, POINTS, ORDER -> {
                    Optional<Refutation> two = two();
                    yield two.isPresent() ? two : more();
                }
            };
        }

        /** The row whose score is furthest outside its interval. */
        private Optional<Refutation> one() {
            return IntStream.of(complete)
                    .filter(row -> gap(row).signum() > 0)
                    .boxed()
                    .max(Comparator.comparing(this::gap))
                    .map(row -> refutation(
                            Set.of(row),
                            true,
                            rows.school(row).name() + " would score " + shown(row) + ", and "
                                    + rows.score(row).toPlainString() + " is printed"));
        }

        private Rational gap(int row) {
            Rational below = low[row].minus(most[row]);
            Rational above = least[row].minus(high[row]);
            return below.compareTo(above) > 0 ? below : above;
        }

        /**
         * Two rows that these weights put level or in the opposite order of the printed scores, which no straight line
         * can do.
         */
        private Optional<Refutation> two() {
            int[] rising = IntStream.of(complete)
                    .boxed()
                    .sorted(Comparator.comparing(rows::score))
                    .mapToInt(row -> row)
                    .toArray();
            int[] best = null;
            Rational widest = Rational.ZERO;
            int passed = 0;
            int behind = -1;
            for (int ahead : rising) {
                // All rows printed clearly below this one, and of them the one with the largest composite.
                for (; low[ahead].compareTo(high[rising[passed]]) > 0; passed++) {
                    int next = rising[passed];
                    behind = behind < 0 || least[next].compareTo(least[behind]) > 0 ? next : behind;
                }
                if (behind >= 0 && most[ahead].compareTo(least[behind]) <= 0) {
                    Rational gap = low[ahead].minus(high[behind]).plus(least[behind].minus(most[ahead]));
                    if (gap.compareTo(widest) > 0) {
                        best = new int[] {ahead, behind};
                        widest = gap;
                    }
                }
            }
            if (best == null) {
                return Optional.empty();
            }
            int first = best[0];
            int second = best[1];
            return Optional.of(refutation(
                    List.of(first, second),
                    true,
                    rows.school(first).name() + " would score " + shown(first) + " and "
                            + rows.school(second).name() + " " + shown(second) + ", but "
                            + rows.score(first).toPlainString() + " and "
                            + rows.score(second).toPlainString()
                            + " are printed: no straight line turns them round"));
        }

        /** Rows whose multipliers prove that no straight line fits. */
        private Optional<Refutation> more() {
            LinearProgram.Builder builder = LinearProgram.builder(2).free(1);
            for (int row : complete) {
                builder.atLeast(low[row].toBigDecimal(), most[row].toBigDecimal(), BigDecimal.ONE);
                builder.atMost(high[row].toBigDecimal(), least[row].toBigDecimal(), BigDecimal.ONE);
            }
            if (!(builder.build().minimise(BigDecimal.ZERO, BigDecimal.ZERO) instanceof Infeasible none)) {
                return Optional.empty();
            }
            Set<Integer> together = new TreeSet<>();
            for (int i = 0; i < 2 * complete.length; i++) {
                if (none.multipliers().numerator(i).signum() != 0) {
                    together.add(complete[i / 2]);
                }
            }
            String sentence = "no straight line gives the printed scores of "
                    + together.stream()
                            .map(row -> rows.school(row).name() + " (" + shown(row) + " for "
                                    + rows.score(row).toPlainString() + ")")
                            .collect(Collectors.joining(", "));
            return Optional.of(refutation(together, together.size() <= 3, sentence));
        }

        private Refutation refutation(Collection<Integer> some, boolean fewest, String sentence) {
            return new Refutation(
                    weights,
                    rule,
                    some.stream().map(rows::school).collect(ImmutableList.<School>toImmutableList()),
                    fewest,
                    "with " + weights + ", " + sentence);
        }

        /** The score of the values as printed, which is in the middle if they hide digits. */
        private String shown(int row) {
            Rational middle = least[row].plus(most[row]).dividedBy(Rational.of(2));
            return middle.round(rows.decimals + 2, RoundingMode.HALF_EVEN).toPlainString();
        }
    }
}
