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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        tiers.ifPresent(ScoreTiers::requireWhole);
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

    /** Returns exact scores and competition positions, shared ones marked in front, without bands. */
    public static Presentation exact() {
        return EXACT;
    }

    /**
     * Returns scores rounded half up, which decide the ties, and competition positions, shared ones marked in front,
     * without bands.
     *
     * @throws IllegalArgumentException if the decimals are not between 0 and 15
     */
    public static Presentation rounded(int decimals) {
        return exact().withRounding(decimals, RoundingMode.HALF_UP);
    }

    // ---- the parts ----

    /** Returns how the composite is rescaled before it is rounded. */
    public Rescaling rescaling() {
        return rescaling;
    }

    /** Returns how many decimals the score is rounded to, 0 to 15; empty for exact scores. */
    public OptionalInt decimals() {
        return decimals;
    }

    /** Returns what happens between two decimals. */
    public RoundingMode rounding() {
        return rounding;
    }

    /** Tells whether schools of equal rounded score tie; it makes no difference where nothing is rounded. */
    public boolean ranksRounded() {
        return ranksRounded;
    }

    /** Returns which position a tie gets. */
    public TieRule ties() {
        return ties;
    }

    /** Returns how a shared position is marked. */
    public TieMark tieMark() {
        return tieMark;
    }

    /** Returns to where positions are exact, and the bands after it. */
    public Bands bands() {
        return bands;
    }

    /** Returns what is shown as the score of a school in a band. */
    public BandScores bandScores() {
        return bandScores;
    }

    /**
     * Returns the indicators that order schools of equal score, the first that differs deciding, as the ranker saw
     * their values; a missing value comes last.
     */
    public ImmutableList<Indicator> tieBreakers() {
        return tieBreakers;
    }

    /** Returns the named groups that are shown in place of positions; empty for positions. */
    public Optional<ScoreTiers> tiers() {
        return tiers;
    }

    // ---- copies ----

    /** Returns a copy with another rescaling. */
    public Presentation withRescaling(Rescaling newRescaling) {
        return with(parts -> parts.rescaling = newRescaling);
    }

    /**
     * Returns a copy with another rounding.
     *
     * @throws IllegalArgumentException if the decimals are not between 0 and 15
     */
    public Presentation withRounding(int newDecimals, RoundingMode mode) {
        return with(parts -> {
            parts.decimals = OptionalInt.of(newDecimals);
            parts.rounding = mode;
        });
    }

    /** Returns a copy that shows rounded scores but ranks, and ties, the exact ones. */
    public Presentation rankingExactScores() {
        return with(parts -> parts.ranksRounded = false);
    }

    /** Returns a copy with another tie rule. */
    public Presentation withTies(TieRule newTies) {
        requireNonNull(newTies, "newTies");
        return with(parts -> parts.ties = newTies);
    }

    /** Returns a copy with another tie mark. */
    public Presentation withTieMark(TieMark newMark) {
        return with(parts -> parts.tieMark = newMark);
    }

    /**
     * Returns a copy with other bands.
     *
     * @throws IllegalArgumentException if this one shows tiers and there are bands
     */
    public Presentation withBands(Bands newBands) {
        return with(parts -> parts.bands = newBands);
    }

    /** Returns a copy that shows something else as the score of a school in a band. */
    public Presentation withBandScores(BandScores newBandScores) {
        return with(parts -> parts.bandScores = newBandScores);
    }

    /**
     * Returns a copy that orders schools of equal score by indicators, the first that differs deciding; schools equal
     * in all of them still tie.
     */
    public Presentation withTieBreakers(Indicator... newTieBreakers) {
        requireNonNull(newTieBreakers, "newTieBreakers");
        return with(parts -> parts.tieBreakers = ImmutableList.copyOf(newTieBreakers));
    }

    /**
     * Returns a copy that shows named tiers in place of positions.
     *
     * @throws IllegalArgumentException if the tiers have no last one, or if this presentation has bands
     */
    public Presentation withTiers(ScoreTiers newTiers) {
        requireNonNull(newTiers, "tiers");
        return with(parts -> parts.tiers = Optional.of(newTiers));
    }

    private Presentation with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return new Presentation(parts);
    }

    BigDecimal present(Rational score) {
        return decimals.isPresent() ? score.round(decimals.getAsInt(), rounding) : score.toBigDecimal();
    }

    // ---- equality and text ----

    /** Tells whether the other object shows everything in the same way. */
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

    /** The parts while they are changed; at first those of {@link #exact}. */
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
