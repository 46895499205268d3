package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Breakdown;
import io.github.medrank.Cell;
import io.github.medrank.Contribution;
import io.github.medrank.Indicator;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.TextTable;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Why one school is above another: difference per indicator × share of the weight, adding up to the margin.
 *
 * <p>The lines' points and {@link #aggregation} add up exactly to {@link #margin}; with {@link #rescaling} and
 * {@link #rounding} to {@link #lead}, the difference of the scores as presented. For scores that are weighted sums,
 * {@link #aggregation} is zero, and the duel also says which weights would reverse it.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("papers"), Indicator.of("teaching"))
 *         .row(School.of("Oxford"), 9, 6).row(School.of("Yale"), 6, 7).build();
 * var duel = Duel.of(Rankers.weightedMean().rank(table, Weights.equal(table.indicators())), "Oxford", "Yale");
 * duel.margin() // ==> 1
 * duel.reversals().get(0) // ==> papers: a share below 25 % (now 50 %)
 * }</pre>
 *
 * @param first the one school with its position
 * @param second the other
 * @param lines one an indicator, in the table's order
 * @param aggregation what the margin has beyond the lines, where scores are no weighted sums
 * @param rescaling what the rescaling of the composite adds to the margin
 * @param rounding what rounding the two scores adds to the margin
 * @param lead the first school's score as presented less the second's
 * @param linear whether the score of every school in the ranking is the weighted mean of its normalised values, so that
 *     the reversals are known
 */
@Immutable
public record Duel(
        Side first,
        Side second,
        ImmutableList<Line> lines,
        Rational aggregation,
        Rational rescaling,
        Rational rounding,
        BigDecimal lead,
        boolean linear) {

    /**
     * One of the two schools.
     *
     * @param name its name
     * @param position where it stands, as it is shown
     * @param score its score as presented
     */
    @Immutable
    public record Side(String name, String position, BigDecimal score) {}

    /**
     * One indicator.
     *
     * @param indicator the indicator
     * @param first the first school's value on the normalised scale
     * @param second the second school's
     * @param difference the first less the second; a missing value counts as nothing
     * @param share the indicator's part of the weight
     * @param points what it adds to the margin: share × difference where scores are weighted sums
     */
    @Immutable
    public record Line(
            Indicator indicator, Cell first, Cell second, BigDecimal difference, Rational share, Rational points) {}

    /**
     * A share of one indicator at which the two schools tie, the other indicators keeping their proportions; beyond it
     * the other school leads.
     *
     * @param indicator the indicator
     * @param now its share as it is
     * @param tie the share at which the exact scores tie, in [0, 1]
     */
    @Immutable
    public record Reversal(Indicator indicator, Rational now, Rational tie) {
        /** The reversal in words, the shares to two decimals of a percent. */
        @Override
        public String toString() {
            String side = tie.compareTo(now) > 0 ? "above " : "below ";
            return indicator.name() + ": a share " + side + Show.percent(tie) + " (now " + Show.percent(now) + ")";
        }
    }

    /**
     * Compares two schools of a ranking. O(n · k): it looks whether all n scores are weighted means.
     *
     * @param ranking the ranking
     * @param first the one school, looked up as {@link Ranking#of(String)} does
     * @param second the other
     * @return the duel
     * @throws IllegalArgumentException if there is no such school, or the two are one
     */
    public static Duel of(Ranking ranking, String first, String second) {
        RankedSchool one = ranking.of(first);
        RankedSchool other = ranking.of(second);
        checkArgument(one.row() != other.row(), "\"%s\" and \"%s\" are one school", first, second);
        Breakdown mine = one.breakdown();
        Breakdown theirs = other.breakdown();
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        for (int i = 0; i < mine.contributions().size(); i++) {
            lines.add(line(
                    ranking, mine.contributions().get(i), theirs.contributions().get(i)));
        }
        return new Duel(
                side(one),
                side(other),
                lines.build(),
                mine.aggregation().minus(theirs.aggregation()),
                mine.rescaling().minus(theirs.rescaling()),
                mine.rounding().minus(theirs.rounding()),
                mine.score().subtract(theirs.score()),
                isLinear(ranking));
    }

    private static Side side(RankedSchool school) {
        return new Side(school.school().name(), school.position().toString(), school.score());
    }

    private static Line line(Ranking ranking, Contribution mine, Contribution theirs) {
        return new Line(
                mine.indicator(),
                mine.normalized(),
                theirs.normalized(),
                value(mine.normalized()).subtract(value(theirs.normalized())),
                Rational.ratio(mine.weight(), ranking.weights().total()),
                mine.points().minus(theirs.points()));
    }

    private static BigDecimal value(Cell cell) {
        return cell.isPresent() ? Decimals.of(cell.value().getAsDouble()) : BigDecimal.ZERO;
    }

    private static boolean isLinear(Ranking ranking) {
        return ranking.stream().allMatch(each -> isLinear(ranking, each.breakdown()));
    }

    private static boolean isLinear(Ranking ranking, Breakdown breakdown) {
        return breakdown.aggregation().signum() == 0
                && breakdown.contributions().stream()
                        .allMatch(part -> part.normalized().isPresent()
                                && part.points()
                                        .equals(Rational.ratio(
                                                part.weight().multiply(value(part.normalized())),
                                                ranking.weights().total())));
    }

    /** The difference of the two exact scores before rescaling and rounding; negative if the second leads. */
    public Rational margin() {
        Rational sum = aggregation;
        for (Line line : lines) {
            sum = sum.plus(line.points());
        }
        return sum;
    }

    /**
     * For each indicator the share beyond which the other school would lead on exact scores, the other indicators
     * keeping their proportions; in the table's order.
     *
     * @return no line for an indicator that cannot reverse the duel alone; empty if the two tie, or the ranking is not
     *     {@link #linear}
     */
    public ImmutableList<Reversal> reversals() {
        ImmutableList.Builder<Reversal> reversals = ImmutableList.builder();
        lines.forEach(line -> reversal(line).ifPresent(reversals::add));
        return reversals.build();
    }

    private Optional<Reversal> reversal(Line line) {
        Rational one = Rational.of(BigDecimal.ONE);
        Rational others = one.minus(line.share());
        Rational margin = margin();
        if (!linear || margin.signum() == 0 || others.signum() == 0) {
            return Optional.empty();
        }
        // The margin is t·own + (1 − t)·rest for a share of t.
        Rational own = Rational.of(line.difference());
        Rational rest = margin.minus(line.points()).dividedBy(others);
        if (own.signum() != -margin.signum() && rest.signum() != -margin.signum()) {
            return Optional.empty();
        }
        Rational tie = rest.dividedBy(rest.minus(own));
        return Optional.of(new Reversal(line.indicator(), line.share(), tie));
    }

    /**
     * The least weight that must move between indicators for the two exact scores to tie; any more reverses the duel.
     *
     * <p>Weight moves from the indicators best for the leader to the one best for the other school, which is the optimum
     * of that linear program.
     *
     * @return the shares at the tie; empty if no weights reverse the duel, as the leader is behind on no indicator, or
     *     the two tie already, or the ranking is not {@link #linear}
     */
    public Optional<WeightShift> leastShift() {
        int leader = margin().signum();
        return linear && leader != 0 ? WeightShift.of(lines, margin(), leader) : Optional.empty();
    }

    /** An aligned table whose last column adds up to the lead. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder("")
                .right(first.name())
                .right(second.name())
                .right("difference")
                .right("share")
                .right("points");
        text.row("position", first.position(), second.position(), "", "", "");
        for (Line line : lines) {
            text.row(
                    line.indicator().name(),
                    line.first(),
                    line.second(),
                    (line.difference().signum() > 0 ? "+" : "") + NumberText.plain(line.difference()),
                    Show.percent(line.share()),
                    Show.signed(line.points()));
        }
        rest(text, "aggregation", aggregation);
        rest(text, "rescaling", rescaling);
        rest(text, "rounding", rounding);
        return text.row(
                        "score",
                        first.score().toPlainString(),
                        second.score().toPlainString(),
                        "",
                        "",
                        (lead.signum() > 0 ? "+" : "") + lead.toPlainString())
                .build()
                .toString();
    }

    private static void rest(TextTable.Builder text, String name, Rational points) {
        if (points.signum() != 0) {
            text.row(name, "", "", "", "", Show.signed(points));
        }
    }
}
