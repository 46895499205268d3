package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
import io.github.medrank.UnrankedSchool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Finds the pairs of schools whose order depends on whether a third school takes part.
 *
 * <p>Each school is left out in turn, and the others are normalised and ranked again. It is a reversal if two of them
 * swap; a tie that appears or disappears is not. Fixed scales with fixed weights cannot cause reversals. Scales fitted
 * to the ranked schools (min–max, z-scores, percent of the best), learned weights, and rankers that compare schools
 * with one another can.
 */
@Immutable
public final class RankReversals {
    private static final int UNRANKED = Integer.MAX_VALUE;

    private final ImmutableList<Reversal> reversals;
    private final int schools;
    private final String steps;

    private RankReversals(ImmutableList<Reversal> reversals, int schools, String steps) {
        this.reversals = reversals;
        this.schools = schools;
        this.steps = steps;
    }

    /** Two schools that swap if a third is left out. */
    @Immutable
    public sealed interface Reversal {
        /** Returns the school that is left out. */
        School removed();

        /** Returns the school that is ahead if the third takes part, and behind if it does not. */
        School ahead();

        /** Returns the school that is behind if the third takes part, and ahead if it does not. */
        School behind();

        /**
         * Returns the indicator whose weighted gap between the two changes most. Empty if no gap changes, for example
         * if the ranker itself compares schools.
         */
        Optional<Indicator> cause();

        /** Returns the reversal as text. */
        @Override
        String toString();
    }

    @Immutable
    record Swap(School removed, School ahead, School behind, Optional<Indicator> cause) implements Reversal {
        @Override
        public String toString() {
            return "without " + removed.name() + ", " + behind.name() + " is ahead of " + ahead.name()
                    + cause.map(each -> " (mostly through " + each.name() + ")").orElse("");
        }
    }

    /**
     * Returns the reversals of a table. Every school is left out in turn, including schools that are not ranked,
     * because scales may be fitted to them. The cost is one ranking for each of n schools, and the reversals found.
     *
     * @throws IllegalArgumentException if the table has only one school, or cannot be ranked with or without one of its
     *     schools
     * @throws InterruptedRunException if the calling thread is interrupted
     */
    public static RankReversals of(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        requireNonNull(table, "table");
        checkArgument(table.size() > 1, "one school alone; a reversal takes three");
        Ranking all = methodology.rank(table);
        List<RankedSchool> before = all.schools();
        ImmutableList<School> removable = Stream.concat(
                        before.stream().map(RankedSchool::school),
                        all.unranked().stream().map(UnrankedSchool::school))
                .collect(ImmutableList.toImmutableList());
        ImmutableList.Builder<Reversal> reversals = ImmutableList.builder();
        for (int i = 0; i < removable.size(); i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedRunException("interrupted after " + i + " of " + removable.size() + " schools");
            }
            int left = before.size() - (i < before.size() ? 1 : 0);
            if (left > 1) {
                School removed = removable.get(i);
                Ranking after =
                        methodology.rank(table.filter(row -> !row.school().equals(removed)));
                addReversals(removed, all, after, reversals);
            }
        }
        return new RankReversals(reversals.build(), removable.size(), steps(methodology, all));
    }

    private static void addReversals(
            School removed, Ranking all, Ranking after, ImmutableList.Builder<Reversal> reversals) {
        List<RankedSchool> before = all.schools();
        Map<School, Integer> positions = after.stream()
                .collect(ImmutableMap.toImmutableMap(
                        RankedSchool::school, each -> each.position().best()));
        int[] now = before.stream()
                .mapToInt(each -> positions.getOrDefault(each.school(), UNRANKED))
                .toArray();
        int[] bestFrom = now.clone(); // the best position of a school and all that were behind it
        for (int a = bestFrom.length - 2; a >= 0; a--) {
            bestFrom[a] = Math.min(bestFrom[a], bestFrom[a + 1]);
        }
        for (int a = 0; a < now.length; a++) {
            for (int b = a + 1; now[a] != UNRANKED && b < now.length && bestFrom[b] < now[a]; b++) {
                if (now[b] < now[a] && isAhead(before.get(a), before.get(b))) {
                    School ahead = before.get(a).school();
                    School behind = before.get(b).school();
                    reversals.add(new Swap(removed, ahead, behind, cause(all, after, ahead, behind)));
                }
            }
        }
    }

    private static boolean isAhead(RankedSchool a, RankedSchool b) {
        return a.position().best() < b.position().best();
    }

    private static Optional<Indicator> cause(Ranking before, Ranking after, School ahead, School behind) {
        Optional<Indicator> cause = Optional.empty();
        double most = 0;
        for (Indicator indicator : before.normalized().indicators()) {
            double change = Math.abs(gap(before, indicator, ahead, behind) - gap(after, indicator, ahead, behind));
            if (change > most) {
                most = change;
                cause = Optional.of(indicator);
            }
        }
        return cause;
    }

    private static double gap(Ranking ranking, Indicator indicator, School ahead, School behind) {
        return ranking.weights().share(indicator)
                * (value(ranking.normalized(), indicator, ahead) - value(ranking.normalized(), indicator, behind));
    }

    private static double value(IndicatorTable table, Indicator indicator, School school) {
        OptionalInt row = table.rowOf(school);
        boolean present = row.isPresent() && table.column(indicator).isPresent(row.getAsInt());
        return present ? table.column(indicator).value(row.getAsInt()) : 0;
    }

    private static String steps(Methodology methodology, Ranking ranking) {
        String normalizers = String.join(
                ", ",
                ranking.normalized().indicators().stream()
                        .map(each -> methodology.normalizer(each).toString())
                        .distinct()
                        .toList());
        return "normalizer " + normalizers + "; weights " + methodology.weighting() + "; ranker "
                + methodology.ranker();
    }

    /** Returns the reversals, in the ranking's order of the school left out, then of the school that was ahead. */
    public ResultList<Reversal> reversals() {
        return ResultList.copyOf(reversals);
    }

    /** Returns the number of schools that were left out in turn. */
    public int schools() {
        return schools;
    }

    /** Returns whether there are no reversals. */
    public boolean isEmpty() {
        return reversals.isEmpty();
    }

    /** Returns the number of reversals, the steps that may cause them, and the first of them. */
    @Override
    public String toString() {
        String found = (isEmpty() ? "no" : String.valueOf(reversals.size())) + " reversals among " + schools
                + " schools, each left out in turn";
        if (isEmpty()) {
            return found + "; " + steps;
        }
        TextTable.Builder text = TextTable.builder("Left out")
                .left("falls behind")
                .left("this one")
                .left("mostly through");
        reversals.stream()
                .limit(TextTable.briefRows(reversals.size()))
                .forEach(each -> text.row(
                        each.removed().name(),
                        each.ahead().name(),
                        each.behind().name(),
                        each.cause().map(Indicator::name).orElse("the ranker")));
        return text.note(found + "; " + steps).build().brief(reversals.size(), "reversals()");
    }
}
