package io.github.medrank.ranking;

import static io.github.medrank.ranking.RankerTables.directed;
import static io.github.medrank.ranking.RankerTables.places;
import static io.github.medrank.ranking.RankerTables.scores;
import static io.github.medrank.ranking.RankerTables.table;
import static io.github.medrank.ranking.RankerTables.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** TOPSIS, VIKOR and PROMETHEE II against the published examples; numbers from the papers and books named. */
class ComparingRankersTest {
    private static final double[][] PAPATHANASIOU = {
        {8, 7, 2, 1}, {5, 3, 7, 5}, {7, 5, 6, 4}, {9, 9, 7, 3}, {11, 10, 3, 7}, {6, 9, 5, 4}
    };
    private static final double[][] OPRICOVIC = {
        {4184.3, 2914.0, 407.2, 251.0, 195, 244, 15, 2.41},
        {5211.9, 3630.0, 501.7, 308.3, 282, 346, 21, 1.41},
        {5021.3, 3920.5, 504.0, 278.6, 12, 56, 3, 4.42},
        {5566.1, 3957.9, 559.5, 335.3, 167, 268, 16, 3.36},
        {5060.5, 3293.5, 514.1, 284.2, 69, 90, 7, 4.04},
        {4317.9, 2925.9, 432.8, 239.3, 12, 55, 3, 4.36}
    };
    private static final int[] OPRICOVIC_DIRECTIONS = {1, -1, 1, 1, -1, -1, -1, 1};

    private static void check(Ranking ranking, double tolerance, double... expected) {
        double[] scores = scores(ranking);
        for (int row = 0; row < expected.length; row++) {
            assertThat(scores[row]).as("row %s", row).isCloseTo(expected[row], within(tolerance));
        }
    }

    @Test
    void topsis_of_tzeng_and_huang_2011() {
        IndicatorTable table = table(new double[][] {{5, 8, 4}, {7, 6, 8}, {8, 8, 6}, {7, 4, 6}});
        Ranking ranking = Rankers.topsis().rank(table, weights(table, 0.3, 0.4, 0.3));
        check(ranking, 1e-4, 0.5037, 0.6581, 0.7482, 0.3340);
        assertThat(places(ranking)).containsExactly(3, 2, 1, 4);
    }

    /** JMcDM's example, which names no paper. */
    @Test
    void topsis_of_three_by_four() {
        IndicatorTable table = table(new double[][] {{9, 7, 6, 7}, {8, 7, 9, 6}, {7, 8, 6, 6}});
        Ranking ranking = Rankers.topsis().rank(table, weights(table, 0.2, 0.1, 0.3, 0.4));
        check(ranking, 1e-6, 0.3876870, 0.6503238, 0.0834767);
    }

    @Test
    void topsis_of_papathanasiou_and_ploskas_2018() {
        IndicatorTable table = table(PAPATHANASIOU);
        Ranking ranking = Rankers.topsis().rank(table, weights(table, 0.4, 0.3, 0.1, 0.2));
        check(ranking, 6e-4, 0.387, 0.327, 0.391, 0.615, 0.868, 0.493);
    }

    /**
     * One name, two methods: columns divided by the root of their sum of squares, as the authors have it and medrank, or
     * put on min–max instead.
     */
    @Test
    void topsis_is_that_of_1981_and_not_its_variant_on_min_max() {
        double[][] rows = {
            {256, 8, 41, 1.6, 1.77, 7347.16},
            {256, 8, 32, 1.0, 1.8, 6919.99},
            {256, 8, 53, 1.6, 1.9, 8400},
            {256, 8, 41, 1.0, 1.75, 6808.9},
            {512, 8, 35, 1.6, 1.7, 8479.99},
            {256, 4, 35, 1.6, 1.7, 7499.99}
        };
        IndicatorTable table = directed(rows, 1, 1, 1, 1, -1, -1);
        Weights weights = weights(table, 0.405, 0.221, 0.134, 0.199, 0.007, 0.034);
        double[] vector = {0.3075, 0.2536, 0.3272, 0.2623, 0.8563, 0.1914};
        check(Rankers.topsis().rank(table, weights), 5e-5, vector);
        double[] minMax = {0.4242, 0.3217, 0.4453, 0.3353, 0.8076, 0.2971};
        for (int row = 0; row < 6; row++) {
            assertThat(topsisOfMinMax(rows, weights, row)).isCloseTo(minMax[row], within(5e-5));
        }
    }

    /** The other variant, by hand. */
    private static double topsisOfMinMax(double[][] rows, Weights weights, int row) {
        double fromBest = 0;
        double fromWorst = 0;
        for (int i = 0; i < 6; i++) {
            int column = i;
            double least =
                    Arrays.stream(rows).mapToDouble(each -> each[column]).min().orElseThrow();
            double most =
                    Arrays.stream(rows).mapToDouble(each -> each[column]).max().orElseThrow();
            double scaled = (i < 4 ? rows[row][i] - least : most - rows[row][i]) / (most - least);
            double share = weights.share(weights.indicators().get(i));
            fromBest += Math.pow(share * (1 - scaled), 2);
            fromWorst += Math.pow(share * scaled, 2);
        }
        return Math.sqrt(fromWorst) / (Math.sqrt(fromBest) + Math.sqrt(fromWorst));
    }

    @Test
    void vikor_of_papathanasiou_and_ploskas_2018() {
        IndicatorTable table = table(PAPATHANASIOU);
        Ranking ranking = Rankers.vikor(0.625).rank(table, weights(table, 0.4, 0.3, 0.1, 0.2));
        check(ranking, 5e-4, 0.640, 1.000, 0.693, 0.271, 0.000, 0.694);
        assertThat(places(ranking)).containsExactly(3, 6, 4, 2, 1, 5);
        assertThat(ranking.scores().direction()).isEqualTo(Direction.LOWER_IS_BETTER);
    }

    @Test
    void vikor_of_opricovic_and_tzeng_2004() {
        IndicatorTable table = directed(new double[][] {{1, 3000}, {2, 3750}, {5, 4500}}, -1, 1);
        Ranking ranking = Rankers.vikor(0.5).rank(table, weights(table, 0.5, 0.5));
        check(ranking, 1e-9, 1, 0, 1);
        assertThat(places(ranking)).containsExactly(2, 1, 2);
    }

    @Test
    void vikor_of_opricovic_and_tzeng_2007() {
        checkOpricovic(
                new double[] {1, 1, 1, 1, 1, 1, 1, 1},
                new int[] {5, 6, 2, 4, 1, 3},
                0.991,
                1.0,
                0.473,
                0.670,
                0.0,
                0.578);
        checkOpricovic(
                new double[] {2, 2, 2, 2, 1, 1, 1, 1},
                new int[] {6, 2, 3, 4, 1, 5},
                1.0,
                0.533,
                0.552,
                0.563,
                0.0,
                0.686);
        checkOpricovic(
                new double[] {1, 1, 1, 1, 2, 2, 2, 2},
                new int[] {5, 6, 2, 4, 1, 3},
                0.684,
                1.0,
                0.147,
                0.554,
                0.041,
                0.191);
        checkOpricovic(
                new double[] {1, 1, 1, 1, 3.2, 3.2, 3.2, 3.2},
                new int[] {5, 6, 1, 4, 2, 3},
                0.668,
                1.0,
                0.051,
                0.588,
                0.058,
                0.078);
    }

    private static void checkOpricovic(double[] points, int[] positions, double... expected) {
        IndicatorTable table = directed(OPRICOVIC, OPRICOVIC_DIRECTIONS);
        Ranking ranking = Rankers.vikor(0.5).rank(table, weights(table, points));
        check(ranking, 1e-3, expected);
        assertThat(places(ranking)).containsExactly(positions);
    }

    @Test
    void promethee_of_papathanasiou_and_ploskas_2018() {
        IndicatorTable table = table(PAPATHANASIOU);
        Ranking ranking = Rankers.prometheeII(Preference.linear(1, 2)).rank(table, weights(table, 0.4, 0.3, 0.1, 0.2));
        check(ranking, 5e-3, -0.26, -0.52, -0.22, 0.36, 0.70, -0.06);
    }

    @Test
    void preferences_have_the_shapes_of_brans_and_vincke() {
        assertThat(Preference.usual().of(1e-300)).isEqualTo(1);
        assertThat(Preference.usual().of(0)).isZero();
        assertThat(Preference.uShape(2).of(2)).isZero();
        assertThat(Preference.uShape(2).of(2.1)).isEqualTo(1);
        assertThat(Preference.vShape(4).of(1)).isEqualTo(0.25);
        assertThat(Preference.vShape(4).of(5)).isEqualTo(1);
        assertThat(Preference.level(1, 2).of(1)).isZero();
        assertThat(Preference.level(1, 2).of(2)).isEqualTo(0.5);
        assertThat(Preference.level(1, 2).of(2.5)).isEqualTo(1);
        assertThat(Preference.linear(1, 3).of(1)).isZero();
        assertThat(Preference.linear(1, 3).of(2.5)).isEqualTo(0.75);
        assertThat(Preference.linear(1, 3).of(9)).isEqualTo(1);
        assertThat(Preference.gaussian(2).of(2)).isCloseTo(1 - Math.exp(-0.5), within(1e-15));
        assertThat(Preference.gaussian(2).of(4)).isCloseTo(1 - Math.exp(-2), within(1e-15));
        assertThat(Preference.gaussian(2).of(-2)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preference.linear(2, 2))
                .withMessage("preference thresholds q = 2.0, p = 2.0; p must be above q");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preference.level(-1, 2))
                .withMessage("preference thresholds q = -1.0, p = 2.0; 0 <= q <= p, please");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preference.gaussian(Double.NaN))
                .withMessage("preference deviation s = NaN; it must be positive");
        assertThatIllegalArgumentException().isThrownBy(() -> Preference.vShape(0));
        assertThat(Preference.level(1, 2))
                .isEqualTo(Preference.level(1, 2))
                .isNotEqualTo(Preference.linear(1, 2))
                .hasToString("level preference from 1.0 and 2.0");
    }

    @Test
    void a_difference_at_the_threshold_is_at_it_in_decimals() {
        // 0.3 - 0.2 is below 0.1 in binary
        IndicatorTable table = table(new double[][] {{0.3}, {0.2}});
        Ranking ranking = Rankers.prometheeII(Preference.vShape(0.1)).rank(table, weights(table, 1));
        assertThat(scores(ranking)).containsExactly(1, -1);
    }

    @Test
    void a_difference_is_in_the_unit_of_its_indicator() {
        // tenths, hundredths, and values that share no number of decimals
        IndicatorTable table = table(new double[][] {{0.3, 1.25, 1}, {0.2, 1.5, 1 / 3.0}});
        double[][] expected = {{0.25, -0.25}, {-0.625, 0.625}, {5 / 3.0 / 5, -5 / 3.0 / 5}};
        for (int i = 0; i < 3; i++) {
            double[] points = new double[3];
            points[i] = 1;
            double[] scores = scores(
                    Rankers.prometheeII(Preference.vShape(List.of(0.4, 0.4, 2.0).get(i)))
                            .rank(table, weights(table, points)));
            assertThat(scores[0]).isCloseTo(expected[i][0], within(1e-15));
            assertThat(scores[1]).isCloseTo(expected[i][1], within(1e-15));
        }
    }

    @Test
    void each_indicator_may_have_its_own_preference() {
        IndicatorTable table = table(new double[][] {{3, 1}, {1, 2}});
        Indicator second = table.indicators().get(1);
        Ranker ranker = Rankers.prometheeII(Preference.usual(), Map.of(second, Preference.vShape(4)));
        assertThat(scores(ranker.rank(table, weights(table, 1, 1)))).containsExactly(0.375, -0.375);
        assertThat(ranker).hasToString("PROMETHEE II, usual preference; c1: V-shaped preference to 4.0");
    }

    private static List<Ranker> all() {
        return List.of(
                Rankers.topsis(),
                Rankers.vikor(0.5),
                Rankers.prometheeII(Preference.linear(1, 2)),
                Rankers.borda(),
                Rankers.copeland(),
                Rankers.dominanceLayers());
    }

    @Test
    void equal_schools_share_the_first_place_wherever_they_stand() {
        IndicatorTable table = table(new double[][] {{3, 7}, {3, 7}, {3, 7}});
        for (Ranker ranker : all()) {
            assertThat(places(ranker.rank(table, weights(table, 1, 2))))
                    .as(ranker.toString())
                    .containsExactly(1, 1, 1);
        }
    }

    @Test
    void one_school_is_first() {
        IndicatorTable table = table(new double[][] {{3, 0}});
        for (Ranker ranker : all()) {
            Ranking ranking = ranker.rank(table, weights(table, 1, 2));
            assertThat(places(ranking)).as(ranker.toString()).containsExactly(1);
            assertThat(scores(ranking)[0]).isFinite();
        }
        assertThat(scores(Rankers.topsis().rank(table, weights(table, 1, 2)))).containsExactly(0.5);
    }

    @Test
    void a_constant_column_plays_no_part() {
        double[][] rows = {{3, 5, 1}, {1, 5, 2}, {2, 5, 4}};
        double[][] without = {{3, 1}, {1, 2}, {2, 4}};
        IndicatorTable table = table(rows);
        IndicatorTable shorter = table(without);
        for (Ranker ranker : all()) {
            int[] places = places(ranker.rank(table, weights(table, 4, 9, 5)));
            assertThat(places)
                    .as(ranker.toString())
                    .containsExactly(places(ranker.rank(shorter, weights(shorter, 4, 5))));
        }
        IndicatorTable zeros = table(new double[][] {{0, 1}, {0, 2}});
        assertThat(scores(Rankers.topsis().rank(zeros, weights(zeros, 1, 1)))).containsExactly(0, 1);
    }

    @Test
    void vikor_is_defined_where_all_regrets_are_equal() {
        // mirror images: S and R are equal, so is Q
        IndicatorTable table = table(new double[][] {{1, 0}, {0, 1}});
        assertThat(scores(Rankers.vikor(0.5).rank(table, weights(table, 1, 1)))).containsExactly(0, 0);
        // equal regrets, different utilities
        IndicatorTable three = table(new double[][] {{1, 0, 1}, {0, 1, 0}});
        assertThat(scores(Rankers.vikor(0.5).rank(three, weights(three, 1, 1, 1))))
                .containsExactly(0, 0.5);
    }

    /** With v = 1 the group's utility alone, with v = 0 the greatest regret alone, each from best to worst. */
    @Test
    void vikor_at_the_ends_of_v() {
        // regrets, half a point each: (0, 0.4), (0.2, 0.1), (0.5, 0), (0.3, 0.5); S .4 .3 .5 .8, R .4 .2 .5 .5
        IndicatorTable table = table(new double[][] {{10, 2}, {6, 8}, {0, 10}, {4, 0}});
        check(Rankers.vikor(1).rank(table, weights(table, 1, 1)), 1e-12, 0.2, 0, 0.4, 1);
        check(Rankers.vikor(0).rank(table, weights(table, 1, 1)), 1e-12, 2 / 3.0, 0, 1, 1);
    }

    @Test
    void a_missing_value_is_refused_unless_it_weighs_nothing() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        IndicatorTable table = IndicatorTable.builder(a, b)
                .put(School.of("Yale"), a, 3)
                .put(School.of("Bonn"), a, 2)
                .put(School.of("Bonn"), b, 2)
                .build();
        for (Ranker ranker :
                List.of(Rankers.topsis(), Rankers.vikor(0.5), Rankers.copeland(), Rankers.dominanceLayers())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranker.rank(table, Weights.equal(table.indicators())))
                    .withMessage(
                            "school \"Yale\" has no value for indicator \"b\" (not reported), and schools cannot be"
                                    + " compared without; fill missing values, or leave the school out");
            assertThat(places(ranker.rank(table, weights(table, 1, 0)))).containsExactly(1, 2);
        }
        for (Ranker ranker : List.of(Rankers.borda(), Rankers.prometheeII(Preference.usual()))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranker.rank(table, Weights.equal(table.indicators())));
        }
    }

    @Test
    void a_parameter_out_of_range_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.vikor(Double.NaN))
                .withMessage("VIKOR's v NaN; it lies in [0, 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> Rankers.vikor(1.1));
    }

    @Test
    void topsis_and_vikor_are_not_monotone_as_their_javadoc_says() {
        double[][] five = {{58, 7}, {5, 5}, {55, 5}, {58, 1}, {6, 7}};
        assertThat(placeOf(2, Rankers.topsis(), five, 2, 5)).isEqualTo(2);
        five[2][0] = 57;
        assertThat(placeOf(2, Rankers.topsis(), five, 2, 5)).isEqualTo(3);
        double[][] three = {{52, 52, 52}, {51, 51, 58}, {59, 2, 59}};
        assertThat(placeOf(2, Rankers.vikor(0.5), three, 5, 5, 1)).isEqualTo(1);
        three[2][2] = 61;
        assertThat(placeOf(2, Rankers.vikor(0.5), three, 5, 5, 1)).isEqualTo(2);
    }

    private static int placeOf(int row, Ranker ranker, double[][] rows, double... points) {
        IndicatorTable table = table(rows);
        return places(ranker.rank(table, weights(table, points)))[row];
    }

    @Test
    void large_and_small_numbers_do_not_overflow_topsis() {
        IndicatorTable table = table(new double[][] {{1e300, 1e-300}, {2e300, 3e-300}, {3e300, 2e-300}});
        IndicatorTable plain = table(new double[][] {{1, 1}, {2, 3}, {3, 2}});
        double[] expected = scores(Rankers.topsis().rank(plain, weights(plain, 1, 2)));
        double[] scores = scores(Rankers.topsis().rank(table, weights(table, 1, 2)));
        for (int row = 0; row < 3; row++) {
            assertThat(scores[row]).isCloseTo(expected[row], within(1e-12));
        }
    }
}
