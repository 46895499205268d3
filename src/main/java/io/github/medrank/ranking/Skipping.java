package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.MissingReason;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;

/**
 * The policy of a mean for a missing value that counts: refuse it, list the school without a position, or skip the
 * indicator and let the others share its weight.
 *
 * <p>Skipping can raise a school that loses a value lower than its others. A ranking in which values were skipped
 * therefore has a {@linkplain io.github.medrank.Ranking#warnings() warning}. An indicator with weight zero may always
 * be missing.
 *
 * <pre>{@code
 * Skipping.overAll() // ==> a missing value's weight is shared by all others present
 * Skipping.overAll().atLeast(0.5).equals(Skipping.overAll()) // ==> false
 * }</pre>
 */
@Immutable
public final class Skipping {
    /** The treatment of a cell without a number. */
    enum Action {
        REFUSE,
        UNRANK,
        SKIP
    }

    private enum Mode {
        REFUSE("a missing value is refused"),
        UNRANK("a school with a missing value is not ranked"),
        OVER_ALL("a missing value's weight is shared by all others present"),
        WITHIN_PILLAR("a missing value's weight is shared by the others present in its pillar");

        private final String text;

        Mode(String text) {
            this.text = text;
        }
    }

    private static final Skipping REFUSE = new Skipping(Mode.REFUSE, Optional.empty(), ImmutableSet.of());
    private static final Skipping UNRANK = new Skipping(Mode.UNRANK, Optional.empty(), ImmutableSet.of());
    private static final ImmutableSet<MissingReason> ANY = ImmutableSet.copyOf(MissingReason.values());

    private final Mode mode;
    private final Optional<BigDecimal> atLeast;
    private final ImmutableSet<MissingReason> reasons;

    private Skipping(Mode mode, Optional<BigDecimal> atLeast, ImmutableSet<MissingReason> reasons) {
        this.mode = mode;
        this.atLeast = atLeast;
        this.reasons = reasons;
    }

    /** Refuses a missing value with an exception that names the school, the indicator and the reason. */
    public static Skipping refuse() {
        return REFUSE;
    }

    /** Lists a school with a missing value without a position, with the reason. */
    public static Skipping unrank() {
        return UNRANK;
    }

    /** Skips a missing value; all other indicators share its weight, in proportion to their own. */
    public static Skipping overAll() {
        return new Skipping(Mode.OVER_ALL, Optional.empty(), ANY);
    }

    /**
     * Skips a missing value; the other indicators of the same pillar share its weight. If none is left, the other
     * pillars share the pillar's weight, and so on upwards.
     */
    public static Skipping withinPillar() {
        return new Skipping(Mode.WITHIN_PILLAR, Optional.empty(), ANY);
    }

    /**
     * Returns a copy that ranks a school only if the indicators it has carry at least a given share of the weight, and
     * otherwise lists it without a position. The comparison is exact.
     *
     * @param share in (0, 1]; a double is read as the decimal that it prints
     * @return the copy
     * @throws IllegalArgumentException if the share is outside this range, or this policy does not skip
     */
    public Skipping atLeast(Number share) {
        requireSkips();
        BigDecimal least = Decimals.of(share, "minimum share of the weight", "above 0, and 1 at most");
        checkArgument(
                least.signum() > 0 && least.compareTo(BigDecimal.ONE) <= 0,
                "minimum share of the weight %s; it must be above 0, and 1 at most",
                share);
        return new Skipping(mode, Optional.of(least), reasons);
    }

    /**
     * Returns a copy that skips only values missing for one of the given reasons. A school that lacks a value for
     * another reason is listed without a position.
     *
     * @throws IllegalArgumentException if this policy does not skip
     */
    public Skipping only(MissingReason first, MissingReason... more) {
        requireNonNull(first, "first");
        requireNonNull(more, "more");
        requireSkips();
        return new Skipping(mode, atLeast, ImmutableSet.copyOf(EnumSet.of(first, more)));
    }

    private void requireSkips() {
        checkArgument(
                mode == Mode.OVER_ALL || mode == Mode.WITHIN_PILLAR, "nothing is skipped under \"%s\"", mode.text);
    }

    Action of(MissingReason reason) {
        return switch (mode) {
            case REFUSE -> Action.REFUSE;
            case UNRANK -> Action.UNRANK;
            case OVER_ALL, WITHIN_PILLAR -> reasons.contains(reason) ? Action.SKIP : Action.UNRANK;
        };
    }

    boolean isOverAll() {
        return mode == Mode.OVER_ALL;
    }

    Optional<BigDecimal> least() {
        return atLeast;
    }

    /** Returns whether the other object is an equal policy. */
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Skipping that
                && mode == that.mode
                && reasons.equals(that.reasons)
                && atLeast.map(BigDecimal::stripTrailingZeros).equals(that.atLeast.map(BigDecimal::stripTrailingZeros));
    }

    @Override
    public int hashCode() {
        return Objects.hash(mode.text, atLeast.map(BigDecimal::stripTrailingZeros));
    }

    /** Returns the policy as text. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(mode.text);
        if (!reasons.isEmpty() && reasons.size() < ANY.size()) {
            text.append(" where it is ")
                    .append(String.join(
                            " or ",
                            reasons.stream().map(MissingReason::toString).toList()));
        }
        atLeast.ifPresent(share -> text.append("; ranked with at least ")
                .append(share.toPlainString())
                .append(" of the weight"));
        return text.toString();
    }
}
