package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Position;
import io.github.medrank.Presentation;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * A generated table, method, school and goal, on the grid of halves between 0 and a bound; and the obvious answers to
 * what must change, by ranking every value there is.
 */
record World(Methodology method, IndicatorTable table, String school, Goal goal, Predicate<Ranking> reached, int most) {
    private static final double STEP = 0.5;

    static World of(SplittableRandom random, Normalizer normalizer, int indicators) {
        int most = 1 + random.nextInt(4);
        int schools = 2 + random.nextInt(6);
        IndicatorTable table = ExcerptsAndTables.withHoles(
                random, ExcerptsAndTables.table(random, schools, 1 + random.nextInt(indicators), most));
        Methodology method = ExcerptsAndTables.methodology(random, table, normalizer);
        String school = "school " + random.nextInt(schools);
        int place = 1 + random.nextInt(schools);
        String rival = "school " + random.nextInt(schools);
        return switch (random.nextInt(rival.equals(school) ? 2 : 3)) {
            case 0 ->
                new World(method, table, school, Goal.position(place), r -> shown(r, r.of(school)) <= place, most);
            case 1 ->
                new World(
                        method,
                        table,
                        school,
                        Goal.alone(place),
                        r -> shown(r, r.of(school)) <= place
                                && r.stream()
                                                .filter(each -> r.placeAt(each.row()) == place(r, school))
                                                .count()
                                        == 1,
                        most);
            default ->
                new World(method, table, school, Goal.overtake(rival), r -> place(r, school) < place(r, rival), most);
        };
    }

    private static int place(Ranking ranking, String school) {
        return ranking.placeAt(ranking.of(school).row());
    }

    /** The position as a number under the tie rule; the place where bands or tiers are shown. */
    static double shown(Ranking ranking, RankedSchool school) {
        Position position = school.position();
        return position.isBand() ? ranking.placeAt(school.row()) : position.number();
    }

    /** The same table, school and goal under another presentation. */
    World with(Presentation presentation) {
        return new World(method.withPresentation(presentation), table, school, goal, reached, most);
    }

    WhatMustChange change() {
        return WhatMustChange.of(method, table).onGrid(STEP).within(0, most);
    }

    boolean holds(IndicatorTable changed) {
        return reached.test(method.rank(changed));
    }

    private IndicatorTable with(Indicator indicator, double value) {
        return table.with(School.of(school), indicator, value);
    }

    private int placeWith(Indicator indicator, double value) {
        return place(method.rank(with(indicator, value)), school);
    }

    private Cell cell(Indicator indicator) {
        return table.cell(School.of(school), indicator);
    }

    /** The grid values above, or below, what the school has, the nearest first. */
    private List<Double> values(Indicator indicator, boolean up) {
        Cell from = cell(indicator);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i <= most / STEP; i++) {
            double value = up ? i * STEP : most - i * STEP;
            boolean beyond = from.value().isEmpty()
                    || (up
                            ? value > from.value().getAsDouble()
                            : value < from.value().getAsDouble());
            if (beyond) {
                values.add(value);
            }
        }
        return values;
    }

    void checkUp(Requirement line, boolean reachedAlready) {
        assertThat(line.from()).isEqualTo(cell(line.indicator()));
        assertThat(reachedAlready).isEqualTo(holds(table));
        if (reachedAlready) {
            assertThat(line.to()).isEqualTo(line.from());
            return;
        }
        List<Double> values = values(line.indicator(), true);
        Optional<Double> first = values.stream()
                .filter(value -> holds(with(line.indicator(), value)))
                .findFirst();
        assertThat(line.attainable()).isEqualTo(first.isPresent());
        if (first.isPresent()) {
            assertThat(line.to()).isEqualTo(Cell.of(first.get()));
            return;
        }
        int now = place(method.rank(table), school);
        int best = values.stream()
                .mapToInt(value -> placeWith(line.indicator(), value))
                .reduce(now, Math::min);
        Optional<Double> leastBest = values.stream()
                .filter(value -> best < now && placeWith(line.indicator(), value) == best)
                .findFirst();
        assertThat(line.to()).isEqualTo(leastBest.map(Cell::of).orElse(line.from()));
        IndicatorTable then =
                leastBest.map(value -> with(line.indicator(), value)).orElse(table);
        assertThat(line.position()).contains(method.rank(then).of(school).position());
    }

    void checkDown(Leeway.Line line) {
        if (!cell(line.indicator()).isPresent()) {
            assertThat(line.lost()).isEmpty();
            return;
        }
        Cell kept = cell(line.indicator());
        Optional<Cell> lost = Optional.empty();
        for (double value : values(line.indicator(), false)) {
            if (!holds(with(line.indicator(), value))) {
                lost = Optional.of(Cell.of(value));
                break;
            }
            kept = Cell.of(value);
        }
        assertThat(line.to()).isEqualTo(kept);
        assertThat(line.lost()).isEqualTo(lost);
    }

    void checkPlan(SplittableRandom random) {
        Map<Indicator, Integer> costs = new LinkedHashMap<>();
        table.indicators().forEach(each -> costs.put(each, 1 + random.nextInt(5)));
        Plan plan = change().cheapest(school, goal, costs);

        OptionalInt cheapest = cheapestInHalves(costs, List.copyOf(costs.keySet()), table, 0);

        assertThat(plan.attainable()).isEqualTo(cheapest.isPresent());
        IndicatorTable changed = table;
        BigDecimal sum = BigDecimal.ZERO;
        for (Plan.Change each : plan.changes()) {
            changed = changed.with(School.of(school), each.indicator(), each.to());
            sum = sum.add(each.cost());
        }
        assertThat(plan.cost()).isEqualByComparingTo(sum);
        assertThat(holds(changed)).isEqualTo(plan.attainable());
        assertThat(plan.position()).contains(method.rank(changed).of(school).position());
        if (cheapest.isPresent()) {
            assertThat(plan.cost().multiply(BigDecimal.valueOf(2)))
                    .isEqualByComparingTo(BigDecimal.valueOf(cheapest.getAsInt()));
        }
    }

    /** Twice the least cost over all combinations. */
    private OptionalInt cheapestInHalves(
            Map<Indicator, Integer> costs, List<Indicator> open, IndicatorTable changed, int paid) {
        if (open.isEmpty()) {
            return holds(changed) ? OptionalInt.of(paid) : OptionalInt.empty();
        }
        Indicator next = open.get(0);
        List<Indicator> rest = open.subList(1, open.size());
        OptionalInt best = cheapestInHalves(costs, rest, changed, paid);
        double from = cell(next).value().orElse(0);
        for (double value : values(next, true)) {
            int price = ((int) ((value - from) * 2)) * costs.get(next);
            OptionalInt found =
                    cheapestInHalves(costs, rest, changed.with(School.of(school), next, value), paid + price);
            if (found.isPresent() && (best.isEmpty() || found.getAsInt() < best.getAsInt())) {
                best = found;
            }
        }
        return best;
    }
}
