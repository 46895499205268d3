package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Presentation;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
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

/** Finds the fewest printed rows that given weights contradict under the most general scale that is tried. */
final class WeightsRefuter {
    private final PrintedRows rows;
    private final RuleChoice tried;
    private final Weights weights;

    WeightsRefuter(PrintedRows rows, RuleChoice tried, Weights weights) {
        this.rows = rows;
        this.tried = tried;
        this.weights = weights;
    }

    /** Uses arithmetic means of printed values over complete rows, for which all treatments of missing values agree. */
    Optional<Refutation> refute() {
        int[] complete = IntStream.range(0, rows.size).filter(rows::isComplete).toArray();
        ScoreScale loosest =
                tried.scales().stream().max(Comparator.naturalOrder()).orElseThrow();
        ScoreRounding rounding = tried.roundings().stream()
                .max(Comparator.comparing(each -> each.halvesBelow() + each.halvesAbove()))
                .orElseThrow();
        if (tried.roundings().size() > 1) {
            rounding = ScoreRounding.UNKNOWN;
        }
        if (complete.length == 0) {
            return Optional.empty();
        }
        ScoreRule rule = new ScoreRule(
                CompositeMean.ARITHMETIC, loosest, MissingRule.SET_ASIDE, rounding, InputValues.AS_PRINTED);
        Composites composites = new Composites(rule, complete);
        return composites.refute();
    }

    private final class Composites {
        private final ScoreRule rule;
        private final int[] complete;
        private final Rational[] scores;
        private final Rational[] low;
        private final Rational[] high;

        Composites(ScoreRule rule, int[] complete) {
            this.rule = rule;
            this.complete = complete;
            this.scores = new Rational[rows.size];
            this.low = new Rational[rows.size];
            this.high = new Rational[rows.size];
            Scores exact = rule.methodology(rows, ImmutableList.of(), weights, false, Presentation.exact())
                    .rank(rows.table)
                    .scores();
            for (int row : complete) {
                scores[row] = exact.exact(row);
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
                            rows.school(row).name() + " would score " + shown(scores[row]) + ", and "
                                    + rows.score(row).toPlainString() + " is printed"));
        }

        private Rational gap(int row) {
            Rational below = low[row].minus(scores[row]);
            Rational above = scores[row].minus(high[row]);
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
                    behind = behind < 0 || scores[next].compareTo(scores[behind]) > 0 ? next : behind;
                }
                if (behind >= 0 && scores[ahead].compareTo(scores[behind]) <= 0) {
                    Rational gap = low[ahead].minus(high[behind]).plus(scores[behind].minus(scores[ahead]));
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
                    rows.school(first).name() + " would score " + shown(scores[first]) + " and "
                            + rows.school(second).name() + " " + shown(scores[second]) + ", but "
                            + rows.score(first).toPlainString() + " and "
                            + rows.score(second).toPlainString()
                            + " are printed: no straight line turns them round"));
        }

        /** Rows whose multipliers prove that no straight line fits. */
        private Optional<Refutation> more() {
            LinearProgram.Builder builder = LinearProgram.builder(2).free(1);
            for (int row : complete) {
                BigDecimal score = scores[row].toBigDecimal();
                builder.atLeast(low[row].toBigDecimal(), score, BigDecimal.ONE);
                builder.atMost(high[row].toBigDecimal(), score, BigDecimal.ONE);
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
                            .map(row -> rows.school(row).name() + " (" + shown(scores[row]) + " for "
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

        private String shown(Rational score) {
            return score.round(rows.decimals + 2, RoundingMode.HALF_EVEN).toPlainString();
        }
    }
}
