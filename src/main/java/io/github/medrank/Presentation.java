package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

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
 * @param bandScores what is shown as the score of a school in a band
 * @param tieBreakers the indicators that order schools of equal score, the first that differs deciding, as the ranker
 *     saw their values; a missing value comes last
 * @param tiers named groups in place of positions; empty for positions
 */
@Immutable
public record Presentation(
        Rescaling rescaling,
        OptionalInt decimals,
        RoundingMode rounding,
        boolean ranksRounded,
        TieRule ties,
        TieMark tieMark,
        Bands bands,
        BandScores bandScores,
        ImmutableList<Indicator> tieBreakers,
        Optional<ScoreTiers> tiers) {
    /** Checks the parts. */
    public Presentation {
        requireNonNull(rescaling, "rescaling");
        requireNonNull(decimals, "decimals");
        requireNonNull(rounding, "rounding");
        requireNonNull(ties, "ties");
        requireNonNull(tieMark, "tieMark");
        requireNonNull(bands, "bands");
        requireNonNull(bandScores, "bandScores");
        requireNonNull(tieBreakers, "tieBreakers");
        tiers.ifPresent(ScoreTiers::requireWhole);
        checkArgument(
                tiers.isEmpty() || !bands.banded(),
                "positions are shown in bands or in tiers, not in both; take one out");
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
                Bands.none(),
                BandScores.SHOWN,
                ImmutableList.of(),
                Optional.empty());
    }

    /** Scores rounded half up, which decide the ties; competition positions, shared ones marked in front, no bands. */
    public static Presentation rounded(int decimals) {
        return exact().withRounding(decimals, RoundingMode.HALF_UP);
    }

    /** A copy with another rescaling. */
    public Presentation withRescaling(Rescaling newRescaling) {
        return new Presentation(
                newRescaling, decimals, rounding, ranksRounded, ties, tieMark, bands, bandScores, tieBreakers, tiers);
    }

    /** A copy with another rounding. */
    public Presentation withRounding(int newDecimals, RoundingMode mode) {
        return new Presentation(
                rescaling,
                OptionalInt.of(newDecimals),
                mode,
                ranksRounded,
                ties,
                tieMark,
                bands,
                bandScores,
                tieBreakers,
                tiers);
    }

    /** A copy that shows rounded scores but ranks, and ties, the exact ones. */
    public Presentation rankingExactScores() {
        return new Presentation(
                rescaling, decimals, rounding, false, ties, tieMark, bands, bandScores, tieBreakers, tiers);
    }

    /** A copy with another tie rule. */
    public Presentation withTies(TieRule newTies) {
        return new Presentation(
                rescaling, decimals, rounding, ranksRounded, newTies, tieMark, bands, bandScores, tieBreakers, tiers);
    }

    /** A copy with another tie mark. */
    public Presentation withTieMark(TieMark newMark) {
        return new Presentation(
                rescaling, decimals, rounding, ranksRounded, ties, newMark, bands, bandScores, tieBreakers, tiers);
    }

    /** A copy with other bands. */
    public Presentation withBands(Bands newBands) {
        return new Presentation(
                rescaling, decimals, rounding, ranksRounded, ties, tieMark, newBands, bandScores, tieBreakers, tiers);
    }

    /** A copy that shows something else as the score of a school in a band. */
    public Presentation withBandScores(BandScores newBandScores) {
        return new Presentation(
                rescaling, decimals, rounding, ranksRounded, ties, tieMark, bands, newBandScores, tieBreakers, tiers);
    }

    /**
     * A copy that orders schools of equal score by indicators, the first that differs deciding; schools equal in all of
     * them still tie.
     */
    public Presentation withTieBreakers(Indicator... newTieBreakers) {
        return new Presentation(
                rescaling,
                decimals,
                rounding,
                ranksRounded,
                ties,
                tieMark,
                bands,
                bandScores,
                ImmutableList.copyOf(newTieBreakers),
                tiers);
    }

    /** A copy that shows named tiers in place of positions. */
    public Presentation withTiers(ScoreTiers newTiers) {
        return new Presentation(
                rescaling,
                decimals,
                rounding,
                ranksRounded,
                ties,
                tieMark,
                bands,
                bandScores,
                tieBreakers,
                Optional.of(newTiers));
    }

    BigDecimal present(Rational score) {
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
        String broken = tieBreakers.isEmpty()
                ? ""
                : ", ties broken by "
                        + tieBreakers.stream().map(Indicator::name).collect(Collectors.joining(", then "));
        String shown = bands.banded() && bandScores != BandScores.SHOWN ? ", " + bandScores : "";
        return rescaling + "; " + rounded + "; " + ties + " positions" + broken + "; "
                + tiers.map(ScoreTiers::toString).orElse(bands + shown);
    }
}
