package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;

/**
 * How a publisher shows what a {@link Ranker} found: rescaled, rounded, tied, marked and banded.
 *
 * <p>Ties are decided on the rounded score where there is one and {@code ranksRounded} is set, on the exact score
 * otherwise; never by nearness.
 *
 * <pre>{@code
 * var qs = Presentation.rounded(1).withTieMark(TieMark.PREFIX).withBands(Bands.exactTo(200).then(250, 300));
 * qs.decimals() // ==> OptionalInt[1]
 * }</pre>
 *
 * @param rescaling how the composite is rescaled before it is rounded
 * @param decimals how many decimals the score is rounded to, 0 to 15; empty for exact scores
 * @param rounding what happens between two decimals
 * @param ranksRounded whether schools of equal rounded score tie; plays no part where nothing is rounded
 * @param ties which position a tie gets
 * @param tieMark how a shared position is marked
 * @param bands to where positions are exact, and the bands after it
 */
@Immutable
public record Presentation(
        Rescaling rescaling,
        OptionalInt decimals,
        RoundingMode rounding,
        boolean ranksRounded,
        TieRule ties,
        TieMark tieMark,
        Bands bands) {
    /** Checks the parts. */
    public Presentation {
        requireNonNull(rescaling, "rescaling");
        requireNonNull(decimals, "decimals");
        requireNonNull(rounding, "rounding");
        requireNonNull(ties, "ties");
        requireNonNull(tieMark, "tieMark");
        requireNonNull(bands, "bands");
        int places = decimals.orElse(0);
        checkArgument(places >= 0 && places <= 15, "%s decimals; a score is rounded to between 0 and 15", places);
    }

    /** Exact scores, competition positions, shared ones marked in front, no bands. */
    public static Presentation exact() {
        return new Presentation(
                Rescaling.none(),
                OptionalInt.empty(),
                RoundingMode.HALF_UP,
                true,
                TieRule.COMPETITION,
                TieMark.PREFIX,
                Bands.none());
    }

    /** Scores rounded half up, which decide the ties; competition positions, shared ones marked in front, no bands. */
    public static Presentation rounded(int decimals) {
        return exact().withRounding(decimals, RoundingMode.HALF_UP);
    }

    /** A copy with another rescaling. */
    public Presentation withRescaling(Rescaling newRescaling) {
        return new Presentation(newRescaling, decimals, rounding, ranksRounded, ties, tieMark, bands);
    }

    /** A copy with another rounding. */
    public Presentation withRounding(int newDecimals, RoundingMode mode) {
        return new Presentation(rescaling, OptionalInt.of(newDecimals), mode, ranksRounded, ties, tieMark, bands);
    }

    /** A copy that shows rounded scores but ranks, and ties, the exact ones. */
    public Presentation rankingExactScores() {
        return new Presentation(rescaling, decimals, rounding, false, ties, tieMark, bands);
    }

    /** A copy with another tie rule. */
    public Presentation withTies(TieRule newTies) {
        return new Presentation(rescaling, decimals, rounding, ranksRounded, newTies, tieMark, bands);
    }

    /** A copy with another tie mark. */
    public Presentation withTieMark(TieMark newMark) {
        return new Presentation(rescaling, decimals, rounding, ranksRounded, ties, newMark, bands);
    }

    /** A copy with other bands. */
    public Presentation withBands(Bands newBands) {
        return new Presentation(rescaling, decimals, rounding, ranksRounded, ties, tieMark, newBands);
    }

    BigDecimal present(ExactScore score) {
        return decimals.isPresent() ? score.round(decimals.getAsInt(), rounding) : score.toBigDecimal();
    }

    /** The recipe in words. */
    @Override
    public String toString() {
        String rounded = decimals.isEmpty()
                ? "exact scores"
                : "rounded to " + decimals.getAsInt() + (decimals.getAsInt() == 1 ? " decimal (" : " decimals (")
                        + rounding.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                        + (ranksRounded ? ", ties on the rounded score)" : ", ties on the exact score)");
        return rescaling + "; " + rounded + "; " + ties + " positions; " + bands;
    }
}
