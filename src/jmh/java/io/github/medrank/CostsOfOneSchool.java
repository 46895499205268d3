package io.github.medrank;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.choice.Profile;
import io.github.medrank.comparison.RankBiasedOverlap;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.insight.Baseline;
import io.github.medrank.insight.Duel;
import io.github.medrank.insight.Editions;
import io.github.medrank.insight.Goal;
import io.github.medrank.insight.ShapleyBreakdown;
import io.github.medrank.insight.Strengths;
import io.github.medrank.insight.WhatMustChange;
import io.github.medrank.picture.Svg;
import io.github.medrank.ranking.Mean;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.ranking.Preference;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import io.github.medrank.weightspace.WeightSamplers;
import io.github.medrank.weightspace.WeightSpace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Single rankings by each ranker, and the analyses that answer for one school or one pair, for {@link CostTables}. */
final class CostsOfOneSchool {
    private CostsOfOneSchool() {}

    /** Exact scores on values from 1 to 100. */
    static ImmutableMap<String, Supplier<Object>> rankers(int schools) {
        CostField field = CostField.of(schools, 5);
        List<Indicator> all = field.table().indicators();
        ImmutableMap.Builder<String, Supplier<Object>> calls = ImmutableMap.builder();
        ImmutableMap.<String, Ranker>builder()
                .put("`weightedMean`", Rankers.weightedMean())
                .put("`geometricMean`", Rankers.geometricMean())
                .put("`harmonicMean`", Rankers.harmonicMean())
                .put("power mean, exponent 3", Rankers.mean(Mean.power(3), Skipping.refuse()))
                .put(
                        "`pillars`, a geometric mean of two weighted means",
                        Rankers.pillars(
                                Mean.geometric(),
                                Skipping.refuse(),
                                Pillar.of("a", all.get(0), all.get(1)),
                                Pillar.of("b", all.get(2), all.get(3), all.get(4))))
                .put("`mazziottaPareto`", Rankers.mazziottaPareto())
                .put("`topsis`", Rankers.topsis())
                .put("`vikor(0.5)`", Rankers.vikor(0.5))
                .put("`prometheeII`, linear preferences", Rankers.prometheeII(Preference.linear(1, 10)))
                .put("`borda`", Rankers.borda())
                .put("`copeland`", Rankers.copeland())
                .put("`dominanceLayers`", Rankers.dominanceLayers())
                .put("`benefitOfTheDoubt`", Rankers.benefitOfTheDoubt())
                .buildOrThrow()
                .forEach((name, ranker) -> {
                    Methodology method = field.geometric().withRanker(ranker);
                    calls.put(name, () -> method.rank(field.table()));
                });
        return calls.buildOrThrow();
    }

    static ImmutableMap<String, Supplier<Object>> further(int schools) {
        CostField field = CostField.of(schools, 5);
        IndicatorTable table = field.table();
        Methodology method = field.rounded();
        Ranking ranking = method.rank(table);
        WeightSpace space = WeightSpace.of(method, table);
        WeightSpace near = field.within(25);
        IndicatorTable after =
                table.mapColumns(column -> column.map(value -> Math.min(100, Math.rint(value * 11) / 10)));
        RankComparison compared = RankComparison.of(ranking, field.exact().rank(table));
        String middle = ranking.schools().get(schools / 2).school().id();
        String second = ranking.schools().get(1).school().id();
        String first = ranking.schools().get(0).school().id();
        Map<Indicator, Integer> costs = new HashMap<>();
        table.indicators().forEach(indicator -> costs.put(indicator, 1 + costs.size()));
        Profile profile = Profile.builder()
                .matters(table.indicators().get(0), 60)
                .matters(table.indicators().get(1), 40)
                .noWorseThan(table.indicators().get(2), 20)
                .build();
        return ImmutableMap.<String, Supplier<Object>>builder()
                .put("`WeightSpace.leaderStability`", space::leaderStability)
                .put("`WeightSpace.orderStability`", space::orderStability)
                .put("`WeightSpace.compare`, ±25 %", () -> near.compare(first, second))
                .put("`WeightSpace.certifyBest` of one school, ±25 %", () -> near.certifyBest(second))
                .put(
                        "`WeightSamplers.uniformWithin` ±25 %, 10 000 draws",
                        () -> WeightSamplers.mean(WeightSamplers.uniformWithin(near.region()), 10_000, 1))
                .put("`Duel`, with reversals and the least shift", () -> {
                    Duel duel = Duel.of(ranking, first, middle);
                    return List.of(duel.lines(), duel.reversals(), duel.leastShift());
                })
                .put("`Strengths.of`", () -> Strengths.of(ranking, middle).lines())
                .put(
                        "`ShapleyBreakdown.of`",
                        () -> ShapleyBreakdown.of(method, table, middle, Baseline.mean())
                                .lines())
                .put(
                        "`Editions.between`, all changes",
                        () -> Editions.between(method, table, method, after).changes())
                .put(
                        "`Editions.byIndicator` of one school",
                        () -> Editions.between(method, table, method, after).byIndicator(middle))
                .put(
                        "`WhatMustChange.cheapest`, one school up one position",
                        () -> WhatMustChange.of(method, table).cheapest(middle, Goal.up(1), costs))
                .put(
                        "`WhatMustChange.mayFall`",
                        () -> WhatMustChange.of(method, table).mayFall(middle))
                .put(
                        "`Profile.shortlist`, with the skyline",
                        () -> profile.shortlist(method, table).skyline())
                .put("`RankBiasedOverlap`, p = 0.9", () -> RankBiasedOverlap.webber2010(compared, 0.9))
                .put("`RankComparison`: moves and top 50", () -> List.of(compared.moves(), compared.topOverlap(50)))
                .put("`Svg.contributions` of the first 50", () -> Svg.contributions(ranking.top(50), "t"))
                .buildOrThrow();
    }
}
