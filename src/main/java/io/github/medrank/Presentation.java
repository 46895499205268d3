package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the result of a {@link Ranker} is shown: rescaling, rounding, ties and bands.
 *
 * <p>Ties are decided on the rounded score if scores are rounded and {@link #ranksRounded} is true, on the exact score
 * otherwise. Scores that are merely close never tie.
 *
 * <pre>{@code
 * var qs = Presentation.rounded(1).withTieMark(TieMark.PREFIX)
 *         .withBands(Bands.exactTo(200).then(250, 300));
 * qs.decimals() // ==> OptionalInt[1]
 * }</pre>
 */
@Immutable
public final class Presentation {
    private static final Presentation EXACT = new Presentation(new Parts());
    private static final int MOST_DECIMALS = 15;

    private final Rescaling rescaling;
    private final OptionalInt decimals;
    private final RoundingMode rounding;
    private final boolean ranksRounded;
    private final TieRule ties;
    private final TieMark tieMark;
    private final Bands bands;
    private final BandScores bandScores;
    private final ImmutableList<Indicator> tieBreakers;
    private final Optional<ScoreTiers> tiers;

    private Presentation(Parts parts) {
        this.rescaling = requireNonNull(parts.rescaling, "rescaling");
        this.decimals = parts.decimals;
        this.rounding = requireNonNull(parts.rounding, "mode");
        this.ranksRounded = parts.ranksRounded;
        this.ties = requireNonNull(parts.ties, "ties");
        this.tieMark = requireNonNull(parts.tieMark, "tieMark");
        this.bands = requireNonNull(parts.bands, "bands");
        this.bandScores = requireNonNull(parts.bandScores, "bandScores");
        this.tieBreakers = parts.tieBreakers;
        this.tiers = parts.tiers;
        if (tiers.isPresent()) {
            tiers.get().requireWhole();
        }
        checkArgument(
                tiers.isEmpty() || !bands.isBanded(),
                "positions are shown in bands or in tiers, not in both; take one out");
        int places = decimals.orElse(0);
        checkArgument(
                places >= 0 && places <= MOST_DECIMALS,
                "%s decimals; a score is rounded to between 0 and %s",
                places,
                MOST_DECIMALS);
    }

    /** Returns a presentation with exact scores and competition positions, ties marked with a prefix, without bands. */
    public static Presentation exact() {
        return EXACT;
    }

    /**
     * Returns a presentation that rounds scores half up and decides ties on the rounded scores. Positions are
     * competition positions, ties are marked with a prefix, and there are no bands.
     *
     * @throws IllegalArgumentException if the number of decimals is not between 0 and 15
     */
    public static Presentation rounded(int decimals) {
        return exact().withRounding(decimals, RoundingMode.HALF_UP);
    }

    // ---- the parts ----

    /** Returns how the composite is rescaled before it is rounded. */
    public Rescaling rescaling() {
        return rescaling;
    }

    /** Returns the number of decimals the score is rounded to, 0 to 15; empty for exact scores. */
    public OptionalInt decimals() {
        return decimals;
    }

    /** Returns the rounding mode. */
    public RoundingMode rounding() {
        return rounding;
    }

    /** Returns whether schools with equal rounded scores tie; without rounding this has no effect. */
    public boolean ranksRounded() {
        return ranksRounded;
    }

    /** Returns the rule for the positions of ties. */
    public TieRule ties() {
        return ties;
    }

    /** Returns how a shared position is marked. */
    public TieMark tieMark() {
        return tieMark;
    }

    /** Returns the bands, which say down to which place positions are exact. */
    public Bands bands() {
        return bands;
    }

    /** Returns how the score of a school in a band is shown. */
    public BandScores bandScores() {
        return bandScores;
    }

    /**
     * Returns the indicators that order schools of equal score, most important first. Their values are compared as the
     * ranker saw them; a missing value comes last.
     */
    public ImmutableList<Indicator> tieBreakers() {
        return tieBreakers;
    }

    /** Returns the named tiers that are shown instead of positions; empty if positions are shown. */
    public Optional<ScoreTiers> tiers() {
        return tiers;
    }

    // ---- copies ----

    /** Returns a copy with another rescaling. */
    public Presentation withRescaling(Rescaling newRescaling) {
        Parts parts = new Parts(this);
        parts.rescaling = newRescaling;
        return new Presentation(parts);
    }

    /**
     * Returns a copy with another rounding.
     *
     * @throws IllegalArgumentException if the number of decimals is not between 0 and 15
     */
    public Presentation withRounding(int newDecimals, RoundingMode mode) {
        Parts parts = new Parts(this);
        parts.decimals = OptionalInt.of(newDecimals);
        parts.rounding = mode;
        return new Presentation(parts);
    }

    /** Returns a copy that shows rounded scores but decides order and ties on the exact ones. */
    public Presentation rankingExactScores() {
        Parts parts = new Parts(this);
        parts.ranksRounded = false;
        return new Presentation(parts);
    }

    /** Returns a copy with another tie rule. */
    public Presentation withTies(TieRule newTies) {
        requireNonNull(newTies, "newTies");
        Parts parts = new Parts(this);
        parts.ties = newTies;
        return new Presentation(parts);
    }

    /** Returns a copy with another tie mark. */
    public Presentation withTieMark(TieMark newMark) {
        Parts parts = new Parts(this);
        parts.tieMark = newMark;
        return new Presentation(parts);
    }

    /**
     * Returns a copy with other bands.
     *
     * @throws IllegalArgumentException if this presentation shows tiers and the bands are not empty
     */
    public Presentation withBands(Bands newBands) {
        Parts parts = new Parts(this);
        parts.bands = newBands;
        return new Presentation(parts);
    }

    /** Returns a copy with another choice of scores shown in bands. */
    public Presentation withBandScores(BandScores newBandScores) {
        Parts parts = new Parts(this);
        parts.bandScores = newBandScores;
        return new Presentation(parts);
    }

    /**
     * Returns a copy that orders schools of equal score by indicators, most important first. Schools that are equal in
     * all of them still tie.
     */
    public Presentation withTieBreakers(Indicator... newTieBreakers) {
        requireNonNull(newTieBreakers, "newTieBreakers");
        Parts parts = new Parts(this);
        parts.tieBreakers = ImmutableList.copyOf(newTieBreakers);
        return new Presentation(parts);
    }

    /**
     * Returns a copy that shows named tiers instead of positions.
     *
     * @throws IllegalArgumentException if the tiers have no last tier, or this presentation has bands
     */
    public Presentation withTiers(ScoreTiers newTiers) {
        requireNonNull(newTiers, "tiers");
        Parts parts = new Parts(this);
        parts.tiers = Optional.of(newTiers);
        return new Presentation(parts);
    }

    BigDecimal present(Rational score) {
        return decimals.isPresent() ? score.round(decimals.getAsInt(), rounding) : score.toBigDecimal();
    }

    // ---- equality and text ----

    /** Returns whether the other object presents rankings in the same way. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Presentation that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(
                rescaling, decimals, rounding, ranksRounded, ties, tieMark, bands, bandScores, tieBreakers, tiers);
    }

    /** Returns the recipe in words. */
    @Override
    public String toString() {
        String rounded = decimals.isEmpty()
                ? "exact scores"
                : "rounded to " + decimals.getAsInt() + (decimals.getAsInt() == 1 ? " decimal (" : " decimals (")
                        + rounding.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + (ranksRounded ? ", ties on the rounded score)" : ", ties on the exact score)");
        String broken = tieBreakers.isEmpty()
                ? ""
                : ", ties broken by "
                        + tieBreakers.stream().map(Indicator::name).collect(Collectors.joining(", then "));
        String shown = bands.isBanded() && bandScores != BandScores.SHOWN ? ", " + bandScores : "";
        return rescaling + "; " + rounded + "; " + ties + " positions" + broken + "; "
                + tiers.map(ScoreTiers::toString).orElse(bands + shown);
    }

    /** The parts while they are changed, initially those of {@link #exact}. */
    private static final class Parts {
        private Rescaling rescaling = Rescaling.none();
        private OptionalInt decimals = OptionalInt.empty();
        private RoundingMode rounding = RoundingMode.HALF_UP;
        private boolean ranksRounded = true;
        private TieRule ties = TieRule.COMPETITION;
        private TieMark tieMark = TieMark.PREFIX;
        private Bands bands = Bands.none();
        private BandScores bandScores = BandScores.SHOWN;
        private ImmutableList<Indicator> tieBreakers = ImmutableList.of();
        private Optional<ScoreTiers> tiers = Optional.empty();

        Parts() {}

        Parts(Presentation from) {
            this.rescaling = from.rescaling;
            this.decimals = from.decimals;
            this.rounding = from.rounding;
            this.ranksRounded = from.ranksRounded;
            this.ties = from.ties;
            this.tieMark = from.tieMark;
            this.bands = from.bands;
            this.bandScores = from.bandScores;
            this.tieBreakers = from.tieBreakers;
            this.tiers = from.tiers;
        }
    }
}
