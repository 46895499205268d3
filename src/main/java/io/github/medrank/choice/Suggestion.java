package io.github.medrank.choice;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Position;
import io.github.medrank.RankRange;
import io.github.medrank.RankedSchool;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A school on a person's shortlist; returned by {@link Shortlist#schools}. */
@Immutable
@SuppressWarnings("Immutable") // a ranked school is a view of an immutable ranking
public final class Suggestion {
    private final RankedSchool mine;
    private final Optional<Position> usual;
    private final double fit;
    private final ImmutableList<School> beatenBy;
    private final Optional<TradeOff> tradeOff;
    private final Optional<RankRange> range;
    private final OptionalDouble chance;

    Suggestion(
            RankedSchool mine,
            Optional<Position> usual,
            double fit,
            ImmutableList<School> beatenBy,
            Optional<TradeOff> tradeOff) {
        this(mine, usual, fit, beatenBy, tradeOff, Optional.empty(), OptionalDouble.empty());
    }

    private Suggestion(
            RankedSchool mine,
            Optional<Position> usual,
            double fit,
            ImmutableList<School> beatenBy,
            Optional<TradeOff> tradeOff,
            Optional<RankRange> range,
            OptionalDouble chance) {
        this.mine = mine;
        this.usual = usual;
        this.fit = fit;
        this.beatenBy = beatenBy;
        this.tradeOff = tradeOff;
        this.range = range;
        this.chance = chance;
    }

    /** Returns the school. */
    public School school() {
        return mine.school();
    }

    /** Returns the school's position among all schools by the person's weights. */
    public Position position() {
        return mine.position();
    }

    /** Returns the school's position by the methodology's own weights; empty if it is not ranked by them. */
    public Optional<Position> usual() {
        return usual;
    }

    /** Returns the score by the person's weights, as presented. */
    public BigDecimal score() {
        return mine.score();
    }

    /**
     * Returns how well the school suits, in [0, 1]. For each indicator, this is the share of the other schools that are
     * no better; the shares are averaged by the person's weights. A missing value counts as 0.
     */
    public double fit() {
        return fit;
    }

    /** Returns the school's range of positions; empty if the shortlist was given none. */
    public Optional<RankRange> range() {
        return range;
    }

    /** Returns the probability of the event that the shortlist was given; empty if it was given none for the school. */
    public OptionalDouble chance() {
        return chance;
    }

    /** Returns the schools on the list that are at least as good on all that matters and better on something. */
    public ResultList<School> beatenBy() {
        return ResultList.copyOf(beatenBy);
    }

    /**
     * Returns what is won and given up by taking the school instead of the first on the list; empty for the first
     * itself.
     */
    public Optional<TradeOff> tradeOff() {
        return tradeOff;
    }

    /** Returns whether no other school on the list is at least as good on all that matters and better on something. */
    public boolean isOnSkyline() {
        return beatenBy.isEmpty();
    }

    Suggestion withRange(Optional<RankRange> newRange) {
        return new Suggestion(mine, usual, fit, beatenBy, tradeOff, newRange, chance);
    }

    Suggestion withChance(OptionalDouble newChance) {
        return new Suggestion(mine, usual, fit, beatenBy, tradeOff, range, newChance);
    }

    /**
     * Returns whether the other object is a suggestion of an equal school with the same position, fit, range and
     * chance.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Suggestion that
                && mine.equals(that.mine)
                && usual.equals(that.usual)
                && fit == that.fit
                && beatenBy.equals(that.beatenBy)
                && tradeOff.equals(that.tradeOff)
                && range.equals(that.range)
                && chance.equals(that.chance);
    }

    @Override
    public int hashCode() {
        return mine.hashCode() * 31 + Double.hashCode(fit);
    }

    /** Returns the position, the school and the fit: {@code 4 Yale (US), fit 91 %}. */
    @Override
    public String toString() {
        return position() + " " + school() + ", fit " + NumberText.percent(fit);
    }
}
