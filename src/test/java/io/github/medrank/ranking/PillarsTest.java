package io.github.medrank.ranking;

import static io.github.medrank.ranking.RankerTables.scores;
import static io.github.medrank.ranking.RankerTables.table;
import static io.github.medrank.ranking.RankerTables.weights;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Cell;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees of arithmetic means against a slower second implementation. */
class PillarsTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    // ---- a second, slow implementation ----

    /** A tree as plain data: a column, or parts with points of their own or none. */
    private record Tree(int column, int own, List<Tree> parts) {}

    private static Tree tree(SplittableRandom random, List<Integer> columns, int depth) {
        if (columns.size() == 1 && (depth == 0 || random.nextBoolean())) {
            return new Tree(columns.get(0), -1, List.of());
        }
        int cuts = depth == 0 ? columns.size() : 1 + random.nextInt(columns.size());
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < cuts; i++) {
            groups.add(new ArrayList<>());
        }
        for (int i = 0; i < columns.size(); i++) {
            groups.get(i < cuts ? i : random.nextInt(cuts)).add(columns.get(i));
        }
        int own = random.nextInt(3) == 0 ? -1 : random.nextInt(1, 40);
        return new Tree(
                -1,
                own,
                groups.stream()
                        .map(group -> tree(random, group, Math.max(0, depth - 1)))
                        .toList());
    }

    private static Pillar pillar(Tree tree, String name) {
        if (tree.column() >= 0) {
            return Pillar.leaf(Indicator.of("c" + tree.column()));
        }
        List<Pillar> parts = new ArrayList<>();
        for (int i = 0; i < tree.parts().size(); i++) {
            parts.add(pillar(tree.parts().get(i), name + i));
        }
        Pillar pillar = Pillar.of(name, ImmutableList.copyOf(parts));
        return tree.own() >= 0 ? pillar.withPoints(tree.own()) : pillar;
    }

    private static BigDecimal points(Tree tree, Weights weights) {
        if (tree.column() >= 0) {
            return weights.points(Indicator.of("c" + tree.column()));
        }
        return tree.own() >= 0
                ? BigDecimal.valueOf(tree.own())
                : tree.parts().stream().map(part -> points(part, weights)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<Rational> score(Tree tree, IndicatorTable table, Weights weights, int row) {
        if (tree.column() >= 0) {
            var column = table.column(Indicator.of("c" + tree.column()));
            return column.isPresent(row) ? Optional.of(Rational.of(column.decimal(row))) : Optional.empty();
        }
        Rational sum = Rational.ZERO;
        Rational there = Rational.ZERO;
        for (Tree part : tree.parts()) {
            Optional<Rational> score = score(part, table, weights, row);
            if (score.isPresent()) {
                Rational points = Rational.of(points(part, weights));
                sum = sum.plus(score.get().times(points));
                there = there.plus(points);
            }
        }
        return there.signum() == 0 ? Optional.empty() : Optional.of(sum.dividedBy(there));
    }

    private static IndicatorTable withHoles(SplittableRandom random, IndicatorTable table) {
        IndicatorTable holed = table;
        for (School school : table.schools()) {
            for (Indicator indicator : table.indicators()) {
                if (random.nextInt(4) == 0) {
                    MissingReason reason =
                            random.nextBoolean() ? MissingReason.NOT_REPORTED : MissingReason.NOT_APPLICABLE;
                    holed = holed.with(school, indicator, Cell.missing(reason));
                }
            }
        }
        return holed;
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_tree_of_means_is_the_means_of_means_exactly(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable complete = RankerTables.random(random, false);
        boolean holes = random.nextBoolean();
        IndicatorTable table = holes ? withHoles(random, complete) : complete;
        Weights weights = positive(random, table);
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < table.indicators().size(); i++) {
            columns.add(i);
        }
        Tree tree = new Tree(-1, -1, tree(random, columns, 3).parts());
        List<Tree> parts = tree.parts().isEmpty() ? List.of(new Tree(0, -1, List.of())) : tree.parts();
        Tree whole = new Tree(-1, -1, parts);
        List<Pillar> pillars = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            pillars.add(pillar(parts.get(i), "p" + i));
        }
        Ranker ranker = Rankers.pillars(
                Mean.arithmetic(),
                Skipping.withinPillar(),
                pillars.get(0),
                pillars.subList(1, pillars.size()).toArray(Pillar[]::new));
        Ranking ranking = ranker.rank(table, weights);
        double[] approximate = scores(ranking);
        for (int row = 0; row < table.size(); row++) {
            Optional<Rational> expected = score(whole, table, weights, row);
            assertThat(ranking.scores().unranked(row).isEmpty()).isEqualTo(expected.isPresent());
            if (expected.isPresent()) {
                Rational exact = ranking.scores().exact(row);
                assertThat(exact).isEqualTo(expected.get());
                assertThat(Math.abs(approximate[row] - exact.doubleValue()))
                        .isLessThanOrEqualTo(ranking.scores().errorBound());
                assertThat(ranking.scores().contributions(row).stream().reduce(Rational.ZERO, Rational::plus))
                        .isEqualTo(exact);
            } else {
                assertThat(approximate[row]).isNaN();
                assertThat(ranking.placeAt(row)).isZero();
            }
        }
    }

    /** What each column counts for when all are there. */
    private static void factors(Tree tree, Rational share, Weights weights, Rational[] factors) {
        if (tree.column() >= 0) {
            factors[tree.column()] = share;
        }
        BigDecimal all =
                tree.parts().stream().map(part -> points(part, weights)).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (Tree part : tree.parts()) {
            factors(part, share.times(Rational.ratio(points(part, weights), all)), weights, factors);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_weight_shared_over_all_goes_to_what_is_there_in_proportion(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = withHoles(random, RankerTables.random(random, false));
        Weights weights = positive(random, table);
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < table.indicators().size(); i++) {
            columns.add(i);
        }
        Tree tree = new Tree(-1, 1, List.of(tree(random, columns, 3)));
        Rational[] factors = new Rational[columns.size()];
        factors(tree, Rational.of(1), weights, factors);
        Ranking ranking = Rankers.pillars(Mean.arithmetic(), Skipping.overAll(), pillar(tree, "p"))
                .rank(table, weights);
        double[] approximate = scores(ranking);
        for (int row = 0; row < table.size(); row++) {
            Rational sum = Rational.ZERO;
            Rational there = Rational.ZERO;
            for (int i = 0; i < factors.length; i++) {
                var column = table.columns().get(i);
                if (column.isPresent(row)) {
                    sum = sum.plus(factors[i].times(Rational.of(column.decimal(row))));
                    there = there.plus(factors[i]);
                }
            }
            assertThat(ranking.scores().unranked(row).isEmpty()).isEqualTo(there.signum() > 0);
            if (there.signum() > 0) {
                Rational expected = sum.dividedBy(there);
                assertThat(ranking.scores().exact(row)).isEqualTo(expected);
                assertThat(Math.abs(approximate[row] - expected.doubleValue()))
                        .isLessThanOrEqualTo(ranking.scores().errorBound());
            }
        }
        assertThat(ranking.scores().errorBound()).isLessThan(1e-10);
    }

    private static Weights positive(SplittableRandom random, IndicatorTable table) {
        Weights.Builder weights = Weights.builder();
        table.indicators().forEach(indicator -> weights.put(indicator, random.nextInt(1, 300) / 10.0));
        return weights.build();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void draws_decide_as_the_ranking_does(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = withHoles(random, RankerTables.random(random, false));
        Skipping skipping = List.of(
                        Skipping.overAll(),
                        Skipping.withinPillar(),
                        Skipping.overAll().atLeast(0.5),
                        Skipping.withinPillar().only(MissingReason.NOT_APPLICABLE),
                        Skipping.unrank())
                .get(random.nextInt(5));
        Pillar all = Pillar.of(
                "all",
                table.indicators().get(0),
                table.indicators().subList(1, table.indicators().size()).toArray(Indicator[]::new));
        Ranker ranker = random.nextBoolean()
                ? Rankers.weightedMean(skipping)
                : Rankers.pillars(Mean.arithmetic(), skipping, all.withPoints(3));
        Presentation presentation = random.nextBoolean() ? Presentation.exact() : Presentation.rounded(1);
        Draws draws = ranker.over(table, table.indicators(), presentation);
        for (int draw = 0; draw < 5; draw++) {
            Weights weights = positive(random, table);
            double[] shares = table.indicators().stream()
                    .mapToDouble(each -> weights.points(each).doubleValue())
                    .toArray();
            int[] places = new int[table.size()];
            draws.positions(shares, places);
            int[] expected = places(ranker, table, weights, presentation);
            assertThat(places).containsExactly(expected);
        }
    }

    private static int[] places(Ranker ranker, IndicatorTable table, Weights weights, Presentation presentation) {
        Ranking ranking = io.github.medrank.Methodology.builder("m")
                .weights(weights)
                .ranker(ranker)
                .presentation(presentation)
                .build()
                .rank(table);
        return RankerTables.places(ranking);
    }

    /** Law 6: where a school gains by losing a value, the ranking says so. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void nobody_rises_silently_by_losing_a_value(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = RankerTables.random(random, false);
        Weights weights = RankerTables.randomWeights(random, table);
        School school = table.schools().get(random.nextInt(table.size()));
        Indicator indicator =
                table.indicators().get(random.nextInt(table.indicators().size()));
        IndicatorTable holed = table.with(school, indicator, Cell.missing(MissingReason.NOT_REPORTED));
        int row = table.rowOf(school).orElseThrow();
        for (Mean mean : List.of(Mean.arithmetic(), Mean.geometric())) {
            Ranker ranker = Rankers.mean(mean, Skipping.overAll());
            Ranking after = ranker.rank(holed, weights);
            int before = ranker.rank(table, weights).placeAt(row);
            boolean rises = after.placeAt(row) > 0 && after.placeAt(row) < before;
            assertThat(!rises || after.warnings().toString().contains(school.name()))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void holes_do_not_make_the_order_of_rows_or_columns_matter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = withHoles(random, RankerTables.random(random, false));
        Weights weights = positive(random, table);
        IndicatorTable shuffled = RankerTables.shuffled(table, seed);
        for (Mean mean : List.of(Mean.arithmetic(), Mean.harmonic())) {
            Ranker ranker = Rankers.mean(mean, Skipping.overAll().atLeast(0.4));
            Ranking before = ranker.rank(table, weights);
            Ranking after = ranker.rank(shuffled, weights.inOrderOf(shuffled.indicators()));
            for (int row = 0; row < table.size(); row++) {
                int there = shuffled.rowOf(table.schools().get(row)).orElseThrow();
                assertThat(after.placeAt(there)).isEqualTo(before.placeAt(row));
            }
        }
    }
}
