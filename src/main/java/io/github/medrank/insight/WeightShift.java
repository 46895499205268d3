package io.github.medrank.insight;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ExactScore;
import io.github.medrank.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shares of the weights at which two schools tie, as near to the given ones as can be.
 *
 * @param before the shares as they are; they add up to 1
 * @param tie the shares at the tie; they add up to 1
 * @param moved how much weight moves, as a share: half the sum of the differences
 */
@Immutable
public record WeightShift(
        ImmutableMap<Indicator, ExactScore> before, ImmutableMap<Indicator, ExactScore> tie, ExactScore moved) {
    static Optional<WeightShift> of(ImmutableList<Duel.Line> lines, ExactScore margin, int leader) {
        // How much each indicator favours the leader: weight moves down this order.
        Comparator<Duel.Line> byFavour =
                Comparator.comparing(line -> line.difference().multiply(BigDecimal.valueOf(leader)));
        List<Duel.Line> donors = new ArrayList<>(lines);
        donors.sort(byFavour.reversed());
        Duel.Line receiver = lines.stream().min(byFavour).orElseThrow();
        if (receiver.difference().signum() != -leader) {
            return Optional.empty();
        }
        Map<Indicator, ExactScore> shares = new LinkedHashMap<>();
        lines.forEach(line -> shares.put(line.indicator(), line.share()));
        ImmutableMap<Indicator, ExactScore> before = ImmutableMap.copyOf(shares);
        ExactScore open = leader > 0 ? margin : margin.negate();
        ExactScore moved = ExactScore.ZERO;
        for (Duel.Line donor : donors) {
            ExactScore gain = ExactScore.of(
                    donor.difference().subtract(receiver.difference()).multiply(BigDecimal.valueOf(leader)));
            if (open.signum() == 0 || gain.signum() == 0) {
                break;
            }
            ExactScore needed = open.dividedBy(gain);
            ExactScore amount = needed.compareTo(donor.share()) < 0 ? needed : donor.share();
            shares.merge(donor.indicator(), amount.negate(), ExactScore::plus);
            shares.merge(receiver.indicator(), amount, ExactScore::plus);
            open = open.minus(amount.times(gain));
            moved = moved.plus(amount);
        }
        return Optional.of(new WeightShift(before, ImmutableMap.copyOf(shares), moved));
    }

    /** The shares that change, and how much weight moves, to two decimals of a percent. */
    @Override
    public String toString() {
        String changes = before.keySet().stream()
                .filter(each -> !share(before, each).equals(share(tie, each)))
                .map(each ->
                        each.name() + " " + Show.percent(share(before, each)) + " → " + Show.percent(share(tie, each)))
                .collect(Collectors.joining(", "));
        return Show.percent(moved) + " of the weight: " + changes;
    }

    private static ExactScore share(ImmutableMap<Indicator, ExactScore> shares, Indicator indicator) {
        return shares.getOrDefault(indicator, ExactScore.ZERO);
    }
}
