package io.github.medrank.insight;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shares of the weight, nearest to the present ones, at which two schools tie. */
@Immutable
public final class WeightShift {
    private final ImmutableMap<Indicator, Rational> before;
    private final ImmutableMap<Indicator, Rational> tie;
    private final Rational moved;

    static Optional<WeightShift> of(ImmutableList<Duel.Line> lines, Rational margin, int leader) {
        // How much each indicator favours the leader; weight moves from the first to the last.
        Comparator<Duel.Line> byFavour =
                Comparator.comparing(line -> line.difference().multiply(BigDecimal.valueOf(leader)));
        List<Duel.Line> donors = new ArrayList<>(lines);
        donors.sort(byFavour.reversed());
        Duel.Line receiver = lines.stream().min(byFavour).orElseThrow();
        if (receiver.difference().signum() != -leader) {
            return Optional.empty();
        }
        Map<Indicator, Rational> shares = new LinkedHashMap<>();
        lines.forEach(line -> shares.put(line.indicator(), line.share()));
        ImmutableMap<Indicator, Rational> before = ImmutableMap.copyOf(shares);
        Rational open = leader > 0 ? margin : margin.negate();
        Rational moved = Rational.ZERO;
        for (Duel.Line donor : donors) {
            Rational gain = Rational.of(
                    donor.difference().subtract(receiver.difference()).multiply(BigDecimal.valueOf(leader)));
            if (open.signum() == 0 || gain.signum() == 0) {
                break;
            }
            Rational needed = open.dividedBy(gain);
            Rational amount = needed.compareTo(donor.share()) < 0 ? needed : donor.share();
            shares.merge(donor.indicator(), amount.negate(), Rational::plus);
            shares.merge(receiver.indicator(), amount, Rational::plus);
            open = open.minus(amount.times(gain));
            moved = moved.plus(amount);
        }
        return Optional.of(new WeightShift(before, ImmutableMap.copyOf(shares), moved));
    }

    private WeightShift(
            ImmutableMap<Indicator, Rational> before, ImmutableMap<Indicator, Rational> tie, Rational moved) {
        this.before = before;
        this.tie = tie;
        this.moved = moved;
    }

    /** Returns the present shares, which add up to 1. */
    public ImmutableMap<Indicator, Rational> before() {
        return before;
    }

    /** Returns the shares at the tie, which add up to 1. */
    public ImmutableMap<Indicator, Rational> tie() {
        return tie;
    }

    /** Returns the share of the weight that moves, which is half the sum of the absolute differences. */
    public Rational moved() {
        return moved;
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WeightShift that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(before, tie, moved);
    }

    /** Returns the shares that change, and how much weight moves, as percentages to two decimals. */
    @Override
    public String toString() {
        String changes = before.keySet().stream()
                .filter(each -> !share(before, each).equals(share(tie, each)))
                .map(each ->
                        each.name() + " " + Show.percent(share(before, each)) + " → " + Show.percent(share(tie, each)))
                .collect(Collectors.joining(", "));
        return Show.percent(moved) + " of the weight: " + changes;
    }

    private static Rational share(ImmutableMap<Indicator, Rational> shares, Indicator indicator) {
        return shares.getOrDefault(indicator, Rational.ZERO);
    }
}
