package io.github.medrank.choice;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Position;
import io.github.medrank.RankRange;
import io.github.medrank.School;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A school on somebody's shortlist.
 *
 * @param school the school
 * @param position where it stands among all schools by the person's weights
 * @param usual where it stands by the methodology's own weights; empty if it is not ranked by them
 * @param score the score by the person's weights, as presented
 * @param fit in [0, 1]: the share of the other schools that are no better, taken on each indicator and averaged by the
 *     person's weights; a missing value counts 0
 * @param interval between which positions its rank lies; empty where nobody said
 * @param chance the probability of the event the shortlist was given; empty where nobody said
 * @param beatenBy the schools on the list that are at least as good on everything that matters and better on something
 * @param tradeOff what taking it instead of the first school on the list wins and gives up; empty for the first itself
 */
@Immutable
public record Suggestion(
        School school,
        Position position,
        Optional<Position> usual,
        BigDecimal score,
        double fit,
        Optional<RankRange> interval,
        OptionalDouble chance,
        ImmutableList<School> beatenBy,
        Optional<TradeOff> tradeOff) {
    /** Whether no other school on the list is at least as good on everything that matters and better on something. */
    public boolean isOnSkyline() {
        return beatenBy.isEmpty();
    }

    /** The position, the school and the fit: {@code 4 Yale (US), fit 91 %}. */
    @Override
    public String toString() {
        return position + " " + school + ", fit " + NumberText.percent(fit);
    }
}
