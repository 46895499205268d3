package io.github.medrank.insight;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.Rational;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a school's score and position from one edition to the next, split by cause.
 *
 * <p>The scores of the lines plus {@link #rounding} equal {@link #scoreChange}; the places of the lines add up to
 * {@link #placesGained}. All sums are exact. Each line is the Shapley value of its cause: the mean of its effects over
 * all orders in which the causes may occur.
 */
@Immutable
public final class EditionChange {
    private final School school;
    private final Position before;
    private final Position after;
    private final BigDecimal scoreBefore;
    private final BigDecimal scoreAfter;
    private final ImmutableList<Line> lines;
    private final Rational rounding;
    private final Rational placesGained;

    EditionChange(
            School school,
            Position before,
            Position after,
            BigDecimal scoreBefore,
            BigDecimal scoreAfter,
            ImmutableList<Line> lines,
            Rational rounding,
            Rational placesGained) {
        this.school = school;
        this.before = before;
        this.after = after;
        this.scoreBefore = scoreBefore;
        this.scoreAfter = scoreAfter;
        this.lines = lines;
        this.rounding = rounding;
        this.placesGained = placesGained;
    }

    /** Returns the school, as listed in the later edition. */
    public School school() {
        return school;
    }

    /** Returns its position in the earlier edition. */
    public Position before() {
        return before;
    }

    /** Returns its position in the later edition. */
    public Position after() {
        return after;
    }

    /** Returns its score in the earlier edition, as presented. */
    public BigDecimal scoreBefore() {
        return scoreBefore;
    }

    /** Returns its score in the later edition, as presented. */
    public BigDecimal scoreAfter() {
        return scoreAfter;
    }

    /** Returns the lines: one per cause, or several for the school's own indicators. */
    public ResultList<Line> lines() {
        return ResultList.copyOf(lines);
    }

    /** Returns what rounding the two scores adds to the change. */
    public Rational rounding() {
        return rounding;
    }

    /**
     * Returns the old position minus the new one, so 5 means five places up. In bands, the competition place is used.
     */
    public Rational placesGained() {
        return placesGained;
    }

    /** Returns the later presented score minus the earlier one. */
    public BigDecimal scoreChange() {
        return scoreAfter.subtract(scoreBefore);
    }

    /** Returns the effect of a cause on the score before rounding, summed over its lines. */
    public Rational score(Cause cause) {
        requireNonNull(cause, "cause");
        return lines.stream()
                .filter(line -> line.cause() == cause)
                .map(Line::score)
                .reduce(Rational.ZERO, Rational::plus);
    }

    /** Returns the number of places that a cause gains for the school, summed over its lines. */
    public Rational places(Cause cause) {
        requireNonNull(cause, "cause");
        return lines.stream()
                .filter(line -> line.cause() == cause)
                .map(Line::places)
                .reduce(Rational.ZERO, Rational::plus);
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EditionChange that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(school, before, after, scoreBefore, scoreAfter, lines, rounding, placesGained);
    }

    /** Returns an aligned table whose columns add up; fractions are shown to six decimals. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder(school.name()).right("score").right("places");
        text.row("before", scoreBefore.toPlainString(), before);
        for (Line line : lines) {
            text.row(line.name(), Show.signed(line.score()), Show.signed(line.places()));
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

    /** The effect of one cause. */
    @Immutable
    public static final class Line {
        private final Cause cause;
        private final Optional<Indicator> indicator;
        private final Rational score;
        private final Rational places;

        Line(Cause cause, Optional<Indicator> indicator, Rational score, Rational places) {
            this.cause = cause;
            this.indicator = indicator;
            this.score = score;
            this.places = places;
        }

        /** Returns the cause. */
        public Cause cause() {
            return cause;
        }

        /**
         * Returns which of the school's own indicators changed; empty for other causes, and if the own indicators are
         * taken together.
         */
        public Optional<Indicator> indicator() {
            return indicator;
        }

        /** Returns the effect of the cause on the score, before rounding. */
        public Rational score() {
            return score;
        }

        /** Returns the number of places gained; negative if places are lost. */
        public Rational places() {
            return places;
        }

        /** Returns whether the other object has equal parts. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Line that && parts().equals(that.parts());
        }

        @Override
        public int hashCode() {
            return parts().hashCode();
        }

        private List<Object> parts() {
            return List.of(cause, indicator, score, places);
        }

        private String name() {
            return indicator.map(each -> "own " + each.name()).orElse(cause.toString());
        }

        /** Returns the line in words. */
        @Override
        public String toString() {
            return name() + ": " + Show.signed(score) + ", " + Show.signed(places) + " places";
        }
    }
}
