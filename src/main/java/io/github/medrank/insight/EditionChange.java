package io.github.medrank.insight;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What moved a school from one edition to the next, split by cause.
 *
 * <p>The lines' scores and {@link #rounding} add up exactly to {@link #scoreChange}; the lines' places add up exactly to
 * {@link #placesGained}. A line is the Shapley value of its cause: the mean of what the cause does over all orders in
 * which the causes may come.
 *
 * @param school the school, as the later edition lists it
 * @param before its position in the earlier edition
 * @param after its position in the later edition
 * @param scoreBefore its score in the earlier edition, as presented
 * @param scoreAfter its score in the later edition, as presented
 * @param lines one a cause
 * @param rounding what rounding the two scores adds to the change
 * @param placesGained the old position less the new one, so that 5 is five places up; in bands the competition place
 *     counts
 */
@Immutable
public record EditionChange(
        School school,
        Position before,
        Position after,
        BigDecimal scoreBefore,
        BigDecimal scoreAfter,
        ImmutableList<Line> lines,
        Rational rounding,
        Rational placesGained) {
    /**
     * One cause.
     *
     * @param cause the cause
     * @param indicator which of the school's own indicators; empty where they are taken together, and for other causes
     * @param score what it does to the score, before rounding
     * @param places how many places it gains the school; negative for places lost
     */
    @Immutable
    public record Line(Cause cause, Optional<Indicator> indicator, Rational score, Rational places) {}

    /** The later score less the earlier one, as presented. */
    public BigDecimal scoreChange() {
        return scoreAfter.subtract(scoreBefore);
    }

    /** What a cause does to the score before rounding, all its lines together. */
    public Rational score(Cause cause) {
        return lines.stream()
                .filter(line -> line.cause() == cause)
                .map(Line::score)
                .reduce(Rational.ZERO, Rational::plus);
    }

    /** How many places a cause gains the school, all its lines together. */
    public Rational places(Cause cause) {
        return lines.stream()
                .filter(line -> line.cause() == cause)
                .map(Line::places)
                .reduce(Rational.ZERO, Rational::plus);
    }

    /** An aligned table whose columns add up; fractions to six decimals. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder(school.name()).right("score").right("places");
        text.row("before", scoreBefore.toPlainString(), before);
        for (Line line : lines) {
            String name = line.indicator()
                    .map(each -> "own " + each.name())
                    .orElse(line.cause().toString());
            text.row(name, Show.signed(line.score()), Show.signed(line.places()));
        }
        if (rounding.signum() != 0) {
            text.row("rounding", Show.signed(rounding), "");
        }
        String gained = Show.signed(placesGained) + " places";
        return text.row("after", scoreAfter.toPlainString(), after)
                .note("change: " + (scoreChange().signum() > 0 ? "+" : "")
                        + scoreChange().toPlainString() + ", " + gained)
                .build()
                .toString();
    }
}
