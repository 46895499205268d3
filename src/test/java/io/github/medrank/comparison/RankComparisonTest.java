package io.github.medrank.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.PublishedResult;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankComparisonTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static RankComparison compare(String first, String second) {
        return RankComparison.of(Lists.of(first), Lists.of(second));
    }

    // ---- the definitions, pair by pair ----

    /** The pairs of the schools compared, counted one by one; a missing school is tied last where it is kept. */
    private static final class Slow {
        final List<double[]> items = new ArrayList<>();

        Slow(RankedList first, RankedList second, boolean keep) {
            List<School> all = new ArrayList<>(first.schools());
            second.schools().stream().filter(each -> !all.contains(each)).forEach(all::add);
            for (School school : all) {
                OptionalDouble one = first.position(school);
                OptionalDouble other = second.position(school);
                if (keep || (one.isPresent() && other.isPresent())) {
                    items.add(new double[] {one.orElse(1e9), other.orElse(1e9)});
                }
            }
        }

        OptionalDouble tauB() {
            double balance = 0;
            double first = 0;
            double second = 0;
            for (int i = 0; i < items.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double one = sign(i, j, 0);
                    double other = sign(i, j, 1);
                    balance += one * other;
                    first += one * one;
                    second += other * other;
                }
            }
            return first * second == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(balance / Math.sqrt(first * second));
        }

        long kemeny() {
            double sum = 0;
            for (int i = 0; i < items.size(); i++) {
                for (int j = 0; j < i; j++) {
                    sum += Math.abs(sign(i, j, 0) - sign(i, j, 1));
                }
            }
            return (long) sum;
        }

        double sign(int i, int j, int side) {
            return Math.signum(items.get(i)[side] - items.get(j)[side]);
        }

        double rank(int i, int side) {
            double rank = 1;
            for (int j = 0; j < items.size(); j++) {
                rank += sign(i, j, side) > 0 ? 1 : sign(i, j, side) == 0 && i != j ? 0.5 : 0;
            }
            return rank;
        }

        double footrule() {
            double sum = 0;
            for (int i = 0; i < items.size(); i++) {
                sum += Math.abs(rank(i, 0) - rank(i, 1));
            }
            return sum;
        }

        OptionalDouble rho() {
            double mean = (items.size() + 1) / 2.0;
            double products = 0;
            double first = 0;
            double second = 0;
            for (int i = 0; i < items.size(); i++) {
                double one = rank(i, 0) - mean;
                double other = rank(i, 1) - mean;
                products += one * other;
                first += one * one;
                second += other * other;
            }
            return first * second == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(products / Math.sqrt(first * second));
        }

        /** Vigna 2015, section 3: ranks by the one side, ties by the other, weights 1/(r + 1). */
        OptionalDouble weightedTau() {
            OptionalDouble one = weightedTau(0);
            OptionalDouble other = weightedTau(1);
            return one.isEmpty() || other.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((one.getAsDouble() + other.getAsDouble()) / 2);
        }

        private OptionalDouble weightedTau(int side) {
            List<double[]> order = new ArrayList<>(items);
            order.sort((a, b) ->
                    a[side] != b[side] ? Double.compare(a[side], b[side]) : Double.compare(a[1 - side], b[1 - side]));
            double products = 0;
            double first = 0;
            double second = 0;
            for (int i = 0; i < order.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double one = Math.signum(order.get(i)[0] - order.get(j)[0]);
                    double other = Math.signum(order.get(i)[1] - order.get(j)[1]);
                    double weight = 1.0 / (i + 1) + 1.0 / (j + 1);
                    products += weight * one * other;
                    first += weight * one * one;
                    second += weight * other * other;
                }
            }
            return first * second == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(products / Math.sqrt(first * second));
        }
    }

    private static void assertSame(OptionalDouble value, OptionalDouble expected) {
        assertThat(value.isPresent()).isEqualTo(expected.isPresent());
        value.ifPresent(number -> assertThat(number).isCloseTo(expected.getAsDouble(), within(1e-12)));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_coefficient_is_its_definition_pair_by_pair(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(seed % 10 == 0 ? 90 : 9);
        RankedList first = Lists.random(random, n, 0.8);
        RankedList second = Lists.random(random, n, 0.8);
        for (Unmatched rule : Unmatched.values()) {
            RankComparison fast = RankComparison.of(first, second).withUnmatched(rule);
            Slow slow = new Slow(first, second, rule == Unmatched.TIED_LAST);
            assertSame(fast.kendallTauB(), slow.tauB());
            assertSame(fast.spearmanRho(), slow.rho());
            assertSame(fast.weightedTauVigna2015(), slow.weightedTau());
            assertThat(fast.footrule()).isEqualTo(slow.footrule());
            assertThat(fast.kemenyDistance()).isEqualTo(slow.kemeny());
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_ranking_agrees_with_itself_whatever_its_ties(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RankedList list = Lists.random(random, 2 + random.nextInt(40), 0.9);
        RankComparison same = RankComparison.of(list, list);
        if (same.kendallTauB().isPresent()) {
            assertThat(same.kendallTauB()).hasValue(1);
            assertThat(same.spearmanRho()).hasValue(1);
            assertThat(same.weightedTauVigna2015()).hasValue(1);
        }
        assertThat(same.footrule()).isZero();
        assertThat(same.kemenyDistance()).isZero();
        assertThat(same.largestMovers(3)).isEmpty();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_order_of_the_rows_changes_nothing_to_the_last_bit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(30);
        RankedList first = Lists.random(random, n, 0.9);
        RankedList second = Lists.random(random, n, 0.9);
        for (Unmatched rule : Unmatched.values()) {
            RankComparison one = RankComparison.of(first, second).withUnmatched(rule);
            RankComparison other = RankComparison.of(shuffled(first, seed), shuffled(second, seed + 1))
                    .withUnmatched(rule);
            assertThat(other.kendallTauB()).isEqualTo(one.kendallTauB());
            assertThat(other.spearmanRho()).isEqualTo(one.spearmanRho());
            assertThat(other.weightedTauVigna2015()).isEqualTo(one.weightedTauVigna2015());
            assertThat(other.moves()).isEqualTo(one.moves());
            assertThat(other.onlyFirst()).isEqualTo(one.onlyFirst());
            assertThat(other.onlySecond()).isEqualTo(one.onlySecond());
            assertThat(other.toString()).isEqualTo(one.toString());
            assertThat(RankBiasedOverlap.webber2010(other, 0.9)).isEqualTo(RankBiasedOverlap.webber2010(one, 0.9));
            assertThat(RankBiasedOverlap.corsiUrbano2024b(other, 0.9))
                    .isEqualTo(RankBiasedOverlap.corsiUrbano2024b(one, 0.9));
        }
    }

    private static RankedList shuffled(RankedList list, long seed) {
        List<School> schools = new ArrayList<>(list.schools());
        Collections.shuffle(schools, new Random(seed));
        Map<School, Double> positions = new LinkedHashMap<>();
        schools.forEach(each -> positions.put(each, list.position(each).getAsDouble()));
        return RankedList.ofPositions(positions);
    }

    // ---- known values ----

    @Test
    void kendall_of_a_tied_ranking_with_itself_is_one() {
        assertThat(compare("a (b c) d", "a (b c) d").kendallTauB()).hasValue(1);
    }

    /** scipy.stats.spearmanr([1, 2, 2, 3], [1, 2, 3, 4]) is 0.9487: 3/√10. */
    @Test
    void spearman_takes_ties_at_the_mean_of_their_ranks() {
        assertThat(compare("a (b c) d", "a b c d").spearmanRho().getAsDouble())
                .isCloseTo(3 / Math.sqrt(10), within(1e-15));
    }

    /** The examples in the documentation of scipy.stats.weightedtau, where the larger number is the better one. */
    @Test
    void weighted_tau_gives_scipys_examples() {
        Map<School, Integer> x = scores(12, 2, 1, 12, 2);
        Map<School, Integer> y = scores(1, 4, 7, 1, 0);
        RankComparison both = RankComparison.of(RankedList.ofScores(x), RankedList.ofScores(y));
        assertThat(both.weightedTauVigna2015().getAsDouble()).isCloseTo(-0.5669496815368272, within(1e-15));
        assertThat(WeightedPairs.tau(RankedList.ofScores(x).places(), placesInOrderOf(x, y))
                        .getAsDouble())
                .isCloseTo(-0.4157652301037516, within(1e-15));
        assertThat(WeightedPairs.tau(
                                placesInOrderOf(x, y), RankedList.ofScores(x).places())
                        .getAsDouble())
                .isCloseTo(-0.7181341329699028, within(1e-15));
    }

    private static Map<School, Integer> scores(int... scores) {
        Map<School, Integer> map = new LinkedHashMap<>();
        for (int score : scores) {
            map.put(School.of("s" + map.size()), score);
        }
        return map;
    }

    private static int[] placesInOrderOf(Map<School, Integer> x, Map<School, Integer> y) {
        RankedList list = RankedList.ofScores(y);
        return RankedList.ofScores(x).given().stream()
                .mapToInt(each -> (int) list.position(each).getAsDouble())
                .toArray();
    }

    @Test
    void reversed_rankings_are_as_far_apart_as_can_be() {
        RankComparison reversed = compare("a b c d e", "e d c b a");
        assertThat(reversed.kendallTauB()).hasValue(-1);
        assertThat(reversed.spearmanRho()).hasValue(-1);
        assertThat(reversed.weightedTauVigna2015()).hasValue(-1);
        assertThat(reversed.footrule()).isEqualTo(12); // ⌊25/2⌋
        assertThat(reversed.kemenyDistance()).isEqualTo(20); // 5·4
    }

    @Test
    void what_is_not_defined_is_empty() {
        for (RankComparison none : List.of(
                compare("a", "a"), compare("(a b c)", "a b c"), compare("a b c", "(a b c)"), compare("a b", "c d"))) {
            assertThat(none.kendallTauB()).isEmpty();
            assertThat(none.spearmanRho()).isEmpty();
            assertThat(none.weightedTauVigna2015()).isEmpty();
        }
        assertThat(compare("a b", "c d").kemenyDistance()).isZero();
        assertThat(compare("a b", "c d").footrule()).isZero();
    }

    /** More than 2³² squared differences of rank, as at a million schools, do not overflow. */
    @Test
    void sums_stay_exact_for_many_schools() {
        int n = 300_000;
        Indicator up = Indicator.of("up");
        IndicatorTable.Builder table = IndicatorTable.builder(up);
        for (int i = 0; i < n; i++) {
            table.row(School.of("s" + i), i);
        }
        IndicatorTable built = table.build();
        Weights weights = Weights.equal(built.indicators());
        Ranking rising = Ranking.byScore(built, weights, row -> row.max());
        Ranking falling = Ranking.byScore(built, weights, row -> -row.max());
        RankComparison reversed = RankComparison.of(rising, falling);
        assertThat(reversed.spearmanRho()).hasValue(-1);
        assertThat(reversed.kendallTauB()).hasValue(-1);
        assertThat(reversed.kemenyDistance()).isEqualTo((long) n * (n - 1));
        assertThat(reversed.footrule()).isEqualTo((double) n * n / 2);
    }

    // ---- schools in only one ----

    @Test
    void schools_in_only_one_ranking_are_left_out_or_tied_last() {
        RankComparison left = compare("a x b c", "y a c b z");
        assertThat(left.common()).extracting(School::name).containsExactly("a", "b", "c");
        assertThat(left.onlyFirst()).extracting(School::name).containsExactly("x");
        assertThat(left.onlySecond()).extracting(School::name).containsExactly("y", "z");
        assertThat(left.kendallTauB().getAsDouble()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(left.unmatched()).isEqualTo(Unmatched.LEFT_OUT);

        RankComparison last = left.withUnmatched(Unmatched.TIED_LAST);
        // First a x b c (y z), second y a c b z x: 15 pairs, one tied in the first.
        assertThat(last.kemenyDistance())
                .isEqualTo(compare("a x b c (y z)", "y a c b z x").kemenyDistance());
        assertThat(last.unmatched()).hasToString("tied last");
    }

    @Test
    void schools_are_matched_by_id_then_by_name_or_alias() {
        School old = School.of("Karolinska Institute");
        School now = School.of("Karolinska Institutet").withAlias("Karolinska Institute");
        School oxford = School.of("Oxford");
        RankedList then = RankedList.ofPositions(Map.of(old, 7, oxford, 2));
        RankedList later = RankedList.ofPositions(Map.of(now, 5, oxford, 2));
        assertThat(RankComparison.of(then, later).largestMovers(5))
                .extracting(Movement::toString)
                .containsExactly(old + ": 7 → 5, +2");
        assertThat(RankComparison.of(later, then).largestMovers(5))
                .extracting(Movement::toString)
                .containsExactly(now + ": 5 → 7, −2");
    }

    @Test
    void an_alias_of_two_schools_is_refused() {
        RankedList two = RankedList.ofPositions(
                Map.of(School.of("a").withAlias("King's"), 1, School.of("b").withAlias("King's"), 2));
        RankedList one = RankedList.ofPositions(Map.of(School.of("King's"), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankComparison.of(two, one))
                .withMessage("school \"King's\" goes by names of several schools of the other ranking: [a, b]; "
                        + "give them equal ids");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankComparison.of(one, two))
                .withMessage("school \"King's\" goes by names of several schools of the other ranking: [a, b]; "
                        + "give them equal ids");
    }

    // ---- the top and the moves ----

    @Test
    void a_tie_across_k_is_in_the_top_as_a_whole() {
        TopOverlap top = compare("a b (c d) e", "b x y a c d e").topOverlap(3);
        assertThat(top.both()).extracting(School::name).containsExactly("b");
        assertThat(top.onlyFirst()).extracting(School::name).containsExactly("a", "c", "d");
        assertThat(top.onlySecond()).extracting(School::name).containsExactly("x", "y");
        assertThat(top.share()).isEqualTo(1 / 3.5);
        assertThat(top.jaccard()).isEqualTo(1 / 6.0);
        assertThat(top).hasToString("top 3: 1 in both, 3 only in the first, 2 only in the second");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare("a", "a").topOverlap(0))
                .withMessage("top 0; k is at least 1");
    }

    /** 992 of 2016 pairs are discordant, all of them within a half. */
    @Test
    void kendall_of_two_halves_each_turned_round() {
        RankComparison halves = RankComparison.of(
                Lists.positions(IntStream.rangeClosed(1, 64).asDoubleStream().toArray()),
                Lists.positions(IntStream.rangeClosed(1, 64)
                        .mapToDouble(i -> i <= 32 ? 33 - i : 97 - i)
                        .toArray()));
        assertThat(halves.kendallTauB().orElseThrow()).isCloseTo(32 / 2016.0, within(1e-15));
    }

    @Test
    void schools_are_listed_by_their_position() {
        RankComparison lists = compare("c z a y b", "b q c p a");
        assertThat(lists.common()).extracting(School::name).containsExactly("c", "a", "b");
        assertThat(lists.onlyFirst()).extracting(School::name).containsExactly("z", "y");
        assertThat(lists.onlySecond()).extracting(School::name).containsExactly("q", "p");
        RankComparison tied = compare("d (b a) c", "d (b a) c");
        assertThat(tied.common()).extracting(School::name).containsExactly("d", "a", "b", "c");
    }

    @Test
    void moves_are_told_in_the_positions_as_they_are() {
        RankComparison moved =
                RankComparison.of(Lists.positions(1, 26, 26, 40, 50.5), Lists.positions(3, 26, 20, 51, 50));
        assertThat(moved.moves())
                .extracting(Movement::toString)
                .containsExactly(
                        "s3: 40 → 51, −11",
                        "s2: 26 → 20, +6",
                        "s0: 1 → 3, −2",
                        "s4: 50.5 → 50, +0.5",
                        "s1: 26 → 26, ±0");
        assertThat(moved.largestMovers(2))
                .extracting(move -> move.gained().getAsDouble())
                .containsExactly(-11.0, 6.0);
        assertThat(moved.largestMovers(9)).hasSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moved.largestMovers(-1))
                .withMessage("largestMovers(-1): a number of schools is not negative");
    }

    @Test
    void the_text_names_what_was_done_with_whom() {
        assertThat(compare("a x b c", "b a c z").toString()).isEqualTo("""
                schools in both                    3
                only in the first, left out        1
                only in the second, left out       1
                Kendall's τ-b                 0.3333
                weighted τ (Vigna 2015)       0.1818
                Spearman's ρ                  0.5000
                footrule                           2
                Kemeny distance                    2
                top 4 in common               0.7500
                moved most: b: 3 → 1, +2; a: 1 → 2, −1; c: 4 → 3, +1""");
        assertThat(compare("a", "a").toString()).contains("not defined").doesNotContain("moved");
    }

    @Test
    void null_is_refused_by_name() {
        RankedList list = Lists.of("a");
        assertThatNullPointerException()
                .isThrownBy(() -> RankComparison.of(null, list))
                .withMessage("first");
        assertThatNullPointerException()
                .isThrownBy(() -> RankComparison.of(list, null))
                .withMessage("second");
        assertThatNullPointerException()
                .isThrownBy(() -> RankComparison.of(list, list).withUnmatched(null))
                .withMessage("rule");
    }

    @Test
    void whoever_is_not_compared_is_named_with_the_reason() {
        School a = School.of("a");
        School b = School.of("b");
        School c = School.of("c");
        School d = School.of("d");
        Map<School, PublishedResult> printed = new LinkedHashMap<>();
        printed.put(a, PublishedResult.of("1", "90"));
        printed.put(b, PublishedResult.of("2", "80"));
        printed.put(d, new PublishedResult(Optional.empty(), Optional.empty()));
        RankComparison comparison =
                RankComparison.of(RankedList.ofPublished(printed), RankedList.ofPositions(Map.of(a, 1, c, 2)));

        assertThat(comparison.leftOut())
                .isEqualTo(Map.of(
                        b, "only in the first ranking",
                        c, "only in the second ranking",
                        d, "no position published"));
        assertThat(comparison.withUnmatched(Unmatched.TIED_LAST).leftOut())
                .isEqualTo(Map.of(d, "no position published"));
    }
}
