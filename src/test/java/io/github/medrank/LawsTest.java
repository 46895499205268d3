package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the design, for generated tables; a plain BigDecimal implementation is the judge. */
class LawsTest {
    private static final long UNSCALED = GeneratedTables.seeds().count();

    /** The last forty are worlds of values near 1e300 and 1e−300. */
    static LongStream seeds() {
        return LongStream.range(0, UNSCALED + 40);
    }

    private record World(IndicatorTable table, Weights weights, Presentation shown, SplittableRandom random) {
        static World of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            IndicatorTable drawn = GeneratedTables.table(random);
            int exponent = seed < UNSCALED ? 0 : seed % 2 == 0 ? 300 : -300;
            IndicatorTable table = drawn.mapColumns(column -> column.map(value -> inUnits(value, exponent)));
            return new World(
                    table,
                    GeneratedTables.weights(table.indicators(), random),
                    GeneratedTables.presentation(random),
                    random);
        }

        /** The awkward numbers of some tables, which are near 1e300 or 1e-300 already, stay. */
        private static double inUnits(double value, int exponent) {
            double scaled = Catalogue.scaled(value, exponent);
            return Math.abs(scaled) < 1e304 && (value == 0 || Math.abs(scaled) > 1e-304) ? scaled : value;
        }

        Ranking rank() {
            return GeneratedTables.methodology(weights, shown).rank(table);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_3_and_4_scores_and_places_are_those_of_exact_decimals(long seed) {
        World world = World.of(seed);
        Ranking ranking = world.rank();

        for (RankedSchool school : ranking) {
            int row = school.row();
            BigDecimal sum = GeneratedTables.weightedSum(world.table, world.weights, row);
            assertThat(school.exactScore()).isEqualTo(Rational.ratio(sum, world.weights.total()));
            if (world.shown.decimals().isPresent()) {
                assertThat(school.score())
                        .isEqualTo(sum.divide(
                                world.weights.total(), world.shown.decimals().getAsInt(), world.shown.rounding()));
            }
            assertThat(ranking.placeAt(row))
                    .isEqualTo(GeneratedTables.place(world.table, world.weights, world.shown, row));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_1_order_of_rows_changes_nothing(long seed) {
        World world = World.of(seed);
        IndicatorTable shuffled = world.table.rows(GeneratedTables.shuffled(world.table.size(), world.random));

        Ranking other = GeneratedTables.methodology(world.weights, world.shown).rank(shuffled);

        assertThat(other).isEqualTo(world.rank());
        assertThat(doubles(other)).containsExactlyElementsOf(doubles(world.rank()));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_1_order_of_columns_changes_nothing(long seed) {
        World world = World.of(seed);
        List<Indicator> order = new ArrayList<>(world.table.indicators());
        Collections.shuffle(order, new Random(seed));

        Ranking other = GeneratedTables.methodology(world.weights.inOrderOf(order), world.shown)
                .rank(world.table.select(order));

        assertThat(other).isEqualTo(world.rank());
        assertThat(doubles(other)).containsExactlyElementsOf(doubles(world.rank()));
    }

    private static List<Double> doubles(Ranking ranking) {
        return ranking.stream().map(each -> each.exactScore().doubleValue()).toList();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_1_names_change_nothing_but_the_listing_of_ties(long seed) {
        World world = World.of(seed);
        int size = world.table.size();
        List<School> renamed = IntStream.range(0, size)
                .mapToObj(row -> School.of("t" + (size - row), "Z" + (size - row)))
                .toList();
        Ranking before = world.rank();

        Ranking after = GeneratedTables.methodology(world.weights, world.shown)
                .rank(IndicatorTable.ofColumns(renamed, world.table.columns()));

        for (int row = 0; row < size; row++) {
            assertThat(after.placeAt(row)).isEqualTo(before.placeAt(row));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_1_multiplying_all_weights_changes_nothing(long seed) {
        World world = World.of(seed);
        BigDecimal factor = new BigDecimal(List.of("3", "0.7", "1E+30", "1E-30").get((int) (seed % 4)));
        Weights.Builder multiplied = Weights.builder();
        world.weights.asMap().forEach((indicator, points) -> multiplied.put(indicator, points.multiply(factor)));

        Ranking other =
                GeneratedTables.methodology(multiplied.build(), world.shown).rank(world.table);

        assertThat(other).isEqualTo(world.rank());
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_2_improving_one_value_never_worsens_the_position(long seed) {
        World world = World.of(seed);
        int row = world.random.nextInt(world.table.size());
        School school = world.table.schools().get(row);
        Indicator indicator = world.table
                .indicators()
                .get(world.random.nextInt(world.table.indicators().size()));
        double value = world.table.column(indicator).value(row);
        double better = world.random.nextBoolean() ? Math.nextUp(value) : value + world.random.nextDouble() * 50;

        Ranking after = GeneratedTables.methodology(world.weights, world.shown)
                .rank(world.table.with(school, indicator, better));

        assertThat(after.placeAt(row)).isLessThanOrEqualTo(world.rank().placeAt(row));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_fast_path_and_rank_agree_on_every_draw(long seed) {
        World world = World.of(seed);
        Methodology methodology = GeneratedTables.methodology(world.weights, world.shown);
        ImmutableList<Indicator> order = world.table.indicators();
        Draws draws = methodology.over(world.table, order);
        int[] positions = new int[world.table.size()];

        for (int draw = 0; draw < 8; draw++) {
            double[] shares =
                    order.stream().mapToDouble(each -> share(world.random)).toArray();
            shares[0] += 0.25;
            draws.positions(shares, positions);

            Weights.Builder drawn = Weights.builder();
            for (int i = 0; i < shares.length; i++) {
                drawn.put(order.get(i), shares[i]);
            }
            Ranking slow = methodology.withWeights(drawn.build()).rank(world.table);
            assertThat(positions)
                    .describedAs("%s", Arrays.toString(shares))
                    .containsExactly(IntStream.range(0, positions.length)
                            .map(slow::placeAt)
                            .toArray());
        }
    }

    private static double share(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(5) / 4.0;
            case 1 -> 1.0 / 3;
            case 2 -> 0.1;
            default -> random.nextDouble();
        };
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void contributions_add_up_to_the_exact_score_and_rounding_closes_to_the_shown_one(long seed) {
        World world = World.of(seed);

        for (RankedSchool school : world.rank()) {
            Breakdown breakdown = school.breakdown();
            assertThat(breakdown.composite()).isEqualTo(school.exactScore());
            assertThat(breakdown.aggregation()).isEqualTo(Rational.ZERO);
            assertThat(breakdown.composite().plus(breakdown.rescaling()).plus(breakdown.rounding()))
                    .isEqualTo(Rational.of(school.score()));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_lambda_that_computes_the_mean_in_decimals_ranks_alike(long seed) {
        World world = World.of(seed);
        Weights even = Weights.equal(world.table.indicators());
        Ranker alone = (table, weights) -> Ranking.byScore(table, weights, Row::max);
        Methodology methodology = GeneratedTables.methodology(even, world.shown).withRanker(alone);

        Ranking ranking = methodology.rank(world.table);

        for (RankedSchool school : ranking) {
            double max = world.table.row(school.row()).max();
            long better = world.table
                    .rows()
                    .filter(row -> key(world.shown, row.max()).compareTo(key(world.shown, max)) > 0)
                    .count();
            assertThat(ranking.placeAt(school.row())).isEqualTo(1 + (int) better);
        }
    }

    private static BigDecimal key(Presentation shown, double score) {
        BigDecimal exact = new BigDecimal(Double.toString(score));
        return shown.decimals().isPresent() && shown.ranksRounded()
                ? exact.setScale(shown.decimals().getAsInt(), shown.rounding())
                : exact;
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_6_a_value_lost_to_a_filling_of_zero_never_raises_a_school(long seed) {
        World world = World.of(seed);
        int row = world.random.nextInt(world.table.size());
        School school = world.table.schools().get(row);
        Indicator indicator = world.table.indicators().get(0);
        Methodology methodology =
                GeneratedTables.methodology(world.weights, world.shown).withFilling(Imputations.zero());

        IndicatorTable without = world.table.with(school, indicator, Cell.missing(MissingReason.NOT_REPORTED));

        assertThat(methodology.rank(without).placeAt(row))
                .isGreaterThanOrEqualTo(world.rank().placeAt(row));
        assertThat(methodology
                        .rank(without)
                        .explain(school.id())
                        .of(indicator)
                        .value()
                        .reason())
                .contains(MissingReason.NOT_REPORTED);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_7_the_same_input_gives_the_same_output(long seed) {
        assertThat(World.of(seed).rank().toString())
                .isEqualTo(World.of(seed).rank().toString());
        assertThat(World.of(seed).rank()).isEqualTo(World.of(seed).rank());
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_8_arguments_are_copied(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = random.doubles(5).toArray();
        Column column = Column.of(Indicator.of("a"), values);
        double[] before = values.clone();

        Arrays.fill(values, -1);
        double[] lent = new double[5];
        column.copyTo(lent);

        assertThat(lent).containsExactly(before);
        Arrays.fill(lent, -1);
        assertThat(column.value(0)).isEqualTo(before[0]);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void tie_rules_are_what_their_definitions_say(long seed) {
        World world = World.of(seed);
        Ranking plain = world.rank();
        List<RankedSchool> listed = plain.schools();
        for (TieRule rule : TieRule.values()) {
            Ranking ranking = GeneratedTables.methodology(world.weights, world.shown.withTies(rule))
                    .rank(world.table);
            for (int i = 0; i < listed.size(); i++) {
                int place = plain.placeAt(listed.get(i).row());
                long same = listed.stream()
                        .filter(each -> plain.placeAt(each.row()) == place)
                        .count();
                long groups = listed.stream()
                        .mapToInt(each -> plain.placeAt(each.row()))
                        .filter(each -> each <= place)
                        .distinct()
                        .count();
                double expected = switch (rule) {
                    case COMPETITION -> place;
                    case MODIFIED_COMPETITION -> place + same - 1;
                    case DENSE -> groups;
                    case ORDINAL -> i + 1;
                    case FRACTIONAL -> place + (same - 1) / 2.0;
                };
                assertThat(ranking.of(listed.get(i).school()).position().number())
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void draws_follow_the_tie_rule(long seed) {
        World world = World.of(seed);
        for (TieRule rule : List.of(TieRule.DENSE, TieRule.ORDINAL, TieRule.MODIFIED_COMPETITION)) {
            Methodology methodology = GeneratedTables.methodology(world.weights, world.shown.withTies(rule));
            int[] positions = new int[world.table.size()];
            double[] shares =
                    world.table.indicators().stream().mapToDouble(each -> 0.5).toArray();

            methodology.over(world.table, world.table.indicators()).positions(shares, positions);

            Ranking slow = methodology
                    .withWeights(Weights.equal(world.table.indicators()))
                    .rank(world.table);
            for (RankedSchool school : slow) {
                assertThat((double) positions[school.row()])
                        .isEqualTo(school.position().number());
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void filtering_keeps_positions_and_reranking_counts_anew(long seed) {
        World world = World.of(seed);
        Ranking whole = world.rank();
        int odd = (int) (seed % 2);

        Ranking filtered =
                whole.filter(school -> school.name().charAt(school.name().length() - 1) % 2 == odd);

        for (RankedSchool school : filtered) {
            assertThat(school.position()).isEqualTo(whole.of(school.school()).position());
        }
        if (filtered.size() > 0) {
            Ranking anew =
                    whole.rerank(school -> school.name().charAt(school.name().length() - 1) % 2 == odd);
            assertThat(anew.stream().map(RankedSchool::school).toList())
                    .isEqualTo(filtered.stream().map(RankedSchool::school).toList());
            for (RankedSchool school : anew) {
                int place = whole.placeAt(whole.of(school.school()).row());
                long better = filtered.stream()
                        .filter(other -> whole.placeAt(other.row()) < place)
                        .count();
                assertThat(school.position().best()).isEqualTo((int) better + 1);
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void rescaling_to_a_top_of_100_is_exact(long seed) {
        World world = World.of(seed);
        Presentation rescaled = Presentation.rounded(1).withRescaling(Rescaling.top(100));

        Ranking ranking = GeneratedTables.methodology(world.weights, rescaled).rank(world.table);

        BigDecimal top = IntStream.range(0, world.table.size())
                .mapToObj(row -> GeneratedTables.weightedSum(world.table, world.weights, row))
                .max(BigDecimal::compareTo)
                .orElseThrow();
        for (RankedSchool school : ranking) {
            BigDecimal sum = GeneratedTables.weightedSum(world.table, world.weights, school.row());
            BigDecimal expected = top.signum() > 0
                    ? sum.multiply(BigDecimal.valueOf(100)).divide(top, 1, java.math.RoundingMode.HALF_UP)
                    : sum.divide(world.weights.total(), 1, java.math.RoundingMode.HALF_UP);
            assertThat(school.score()).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void schools_that_are_refused_are_listed_and_change_nothing_else(long seed) {
        World world = World.of(seed);
        Eligibility odd = row -> row.index() % 2 == 1 ? java.util.Optional.of("odd") : java.util.Optional.empty();
        Methodology methodology = GeneratedTables.methodology(world.weights, world.shown);

        Ranking ranking = methodology.withEligibility(odd).rank(world.table);

        assertThat(ranking.unranked()).hasSize(world.table.size() / 2);
        IndicatorTable even = world.table.filter(row -> row.index() % 2 == 0);
        assertThat(ranking.schools()).isEqualTo(methodology.rank(even).schools());
        int[] positions = new int[world.table.size()];
        double[] shares =
                world.table.indicators().stream().mapToDouble(each -> 1).toArray();
        methodology
                .withEligibility(odd)
                .over(world.table, world.table.indicators())
                .positions(shares, positions);
        Ranking equal = methodology
                .withRanker(Rankers.weightedMean())
                .withWeights(Weights.equal(world.table.indicators()))
                .rank(even);
        for (int row = 0; row < positions.length; row++) {
            assertThat(positions[row]).isEqualTo(row % 2 == 1 ? 0 : equal.placeAt(row / 2));
        }
    }
}
