package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Named groups of schools that replace positions, best first. Tiers are cut by the score as presented, or by the share
 * of schools. The schools of a tier are listed by name.
 *
 * <pre>{@code
 * ScoreTiers.byScore("Tier 1", 85).then("Tier 2", 50)
 *         .last("Tier 3") // ==> Tier 1 from 85, Tier 2 from 50, Tier 3
 * ScoreTiers.byShare("top", 0.25).then("middle", 0.75)
 *         .last("end")   // ==> top 0.25 of the schools, middle up to 0.75, end
 * }</pre>
 */
@Immutable
public final class ScoreTiers {
    private final boolean byScore;
    private final ImmutableList<String> names;
    private final ImmutableList<BigDecimal> cuts;

    private ScoreTiers(boolean byScore, ImmutableList<String> names, ImmutableList<BigDecimal> cuts) {
        checkArgument(
                names.size() == cuts.size() || names.size() == cuts.size() + 1,
                "%s tiers and %s cuts; every tier but the last has one",
                names.size(),
                cuts.size());
        names.forEach(name -> Names.require(name, "tier name"));
        for (int i = 1; i < cuts.size(); i++) {
            int order = cuts.get(i).compareTo(cuts.get(i - 1));
            checkArgument(byScore || order > 0, "shares of tiers must rise: %s after %s", cuts.get(i), cuts.get(i - 1));
            checkArgument(
                    order != 0 && order == cuts.get(1).compareTo(cuts.get(0)),
                    "cuts of tiers must all rise or all fall: %s",
                    cuts);
        }
        this.byScore = byScore;
        this.names = names;
        this.cuts = cuts;
    }

    /** Returns tiers by score, starting with the best tier, for schools with the given score or a better one. */
    public static ScoreTiers byScore(String name, Number cut) {
        requireNonNull(name, "name");
        return new ScoreTiers(true, ImmutableList.of(name), ImmutableList.of(Decimals.of(cut, "cut")));
    }

    /**
     * Returns tiers by place, starting with the best tier, for the given share of the ranked schools and all schools
     * that tie with the last of them.
     *
     * @throws IllegalArgumentException if the share is not between 0 and 1
     */
    public static ScoreTiers byShare(String name, Number share) {
        requireNonNull(name, "name");
        requireNonNull(share, "share");
        return new ScoreTiers(false, ImmutableList.of(), ImmutableList.of()).then(name, share);
    }

    /**
     * Adds the next tier.
     *
     * @param name the name of the tier
     * @param cut the score that just suffices for the tier, or the share of schools in this tier and better ones
     * @throws IllegalArgumentException if a share does not exceed the previous one or is not between 0 and 1, or the
     *     last tier was added
     */
    public ScoreTiers then(String name, Number cut) {
        requireNonNull(name, "name");
        BigDecimal exact = Decimals.of(cut, "cut");
        checkArgument(
                byScore || (exact.signum() > 0 && exact.compareTo(BigDecimal.ONE) < 0),
                "tier \"%s\": share %s; it lies between 0 and 1",
                SafeText.line(name),
                cut);
        return new ScoreTiers(
                byScore,
                ImmutableList.<String>builder().addAll(names).add(name).build(),
                ImmutableList.<BigDecimal>builder().addAll(cuts).add(exact).build());
    }

    /** Adds the tier for all remaining ranked schools. It is required; without it they would have no tier. */
    public ScoreTiers last(String name) {
        requireNonNull(name, "name");
        return new ScoreTiers(
                byScore, ImmutableList.<String>builder().addAll(names).add(name).build(), cuts);
    }

    /** Returns whether the cuts are scores rather than shares of the ranked schools. */
    public boolean isByScore() {
        return byScore;
    }

    /** Returns the names of the tiers, best first. */
    public ImmutableList<String> names() {
        return names;
    }

    /**
     * Returns the cut of every tier but the last: the score that just suffices, or the share of schools in the tier and
     * better ones.
     */
    public ImmutableList<BigDecimal> cuts() {
        return cuts;
    }

    void requireWhole() {
        checkArgument(names.size() == cuts.size() + 1, "tiers %s have no last one; add it with last(name)", names);
    }

    /** The index of a school's tier. */
    int indexOf(BigDecimal score, Direction direction, int place, int ranked) {
        int index = 0;
        while (index < cuts.size() && !isIn(cuts.get(index), score, direction, place, ranked)) {
            index++;
        }
        return index;
    }

    private boolean isIn(BigDecimal cut, BigDecimal score, Direction direction, int place, int ranked) {
        if (!byScore) {
            return BigDecimal.valueOf(place - 1L).compareTo(cut.multiply(BigDecimal.valueOf(ranked))) < 0;
        }
        int order = score.compareTo(cut);
        return direction == Direction.HIGHER_IS_BETTER ? order >= 0 : order <= 0;
    }

    /** Returns whether the other object has the same tiers with the same cuts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreTiers that
                && byScore == that.byScore
                && names.equals(that.names)
                && cuts.equals(that.cuts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(byScore, names, cuts);
    }

    /** Returns the tiers and their cuts in words. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(SafeText.line(names.get(i)));
            if (i < cuts.size()) {
                String cut = cuts.get(i).toPlainString();
                text.append(byScore ? " from " + cut : i == 0 ? " " + cut + " of the schools" : " up to " + cut);
            }
        }
        return text.toString();
    }
}
