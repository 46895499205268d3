package io.github.medrank.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.collect.Collections2;
import io.github.medrank.School;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsensusTest {
    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static Consensus of(String... lists) {
        return Consensus.of(parse(lists));
    }

    private static List<RankedList> parse(String... lists) {
        return java.util.Arrays.stream(lists).map(Lists::of).toList();
    }

    private static List<String> names(RankedList list) {
        return list.schools().stream().map(School::name).toList();
    }

    // ---- Borda ----

    /** Tennessee's capital, as in most textbooks: 42, 26, 15 and 17 voters; Borda elects Nashville with 194 points. */
    @Test
    void borda_counts_who_is_below() {
        List<RankedList> votes = new ArrayList<>();
        votes.addAll(Collections.nCopies(42, Lists.of("Memphis Nashville Chattanooga Knoxville")));
        votes.addAll(Collections.nCopies(26, Lists.of("Nashville Chattanooga Knoxville Memphis")));
        votes.addAll(Collections.nCopies(15, Lists.of("Chattanooga Knoxville Nashville Memphis")));
        votes.addAll(Collections.nCopies(17, Lists.of("Knoxville Chattanooga Nashville Memphis")));
        Consensus tennessee = Consensus.of(votes);
        assertThat(tennessee.bordaPoints())
                .isEqualTo(Map.of(
                        School.of("Nashville"), 194.0,
                        School.of("Chattanooga"), 173.0,
                        School.of("Memphis"), 126.0,
                        School.of("Knoxville"), 107.0));
        assertThat(names(tennessee.borda())).containsExactly("Nashville", "Chattanooga", "Memphis", "Knoxville");
        // Kemeny's order of the same votes is Nashville > Chattanooga > Knoxville > Memphis, with a score of 393 of
        // 600.
        assertThat(tennessee.kemeny().order())
                .extracting(School::name)
                .containsExactly("Nashville", "Chattanooga", "Knoxville", "Memphis");
        assertThat(tennessee.kemeny().distance()).isEqualTo(2 * (600 - 393));
        assertThat(tennessee.kemeny().isUnique()).isTrue();
    }

    @Test
    void tied_schools_share_bordas_points() {
        Consensus tied = of("a (b c) d");
        assertThat(tied.bordaPoints().values()).containsExactly(3.0, 1.5, 1.5, 0.0);
        assertThat(tied.borda()).isEqualTo(Lists.of("a (b c) d"));
    }

    // ---- median rank ----

    @Test
    void the_median_rank_is_moved_by_no_single_extreme() {
        Consensus votes = of("a b c d", "a b c d", "d c b a");
        assertThat(votes.medianRanks().values()).containsExactly(1.0, 2.0, 3.0, 4.0);
        assertThat(votes.medianRank()).isEqualTo(Lists.of("a b c d"));
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        Consensus votes = of("a b c d", "b (a c) d");
        assertThat(votes.medianRanks())
                .isEqualTo(
                        Map.of(School.of("a"), 1.75, School.of("b"), 1.5, School.of("c"), 2.75, School.of("d"), 4.0));
        assertThat(names(votes.medianRank())).containsExactly("b", "a", "c", "d");
    }

    // ---- Kemeny ----

    @Test
    void kemenys_rule_says_how_many_schools_it_takes() {
        RankedList many =
                Lists.positions(IntStream.rangeClosed(1, 5001).asDoubleStream().toArray());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Consensus.of(List.of(many, many)).kemeny())
                .withMessage(
                        "5001 schools; Kemeny's rule is exact for at most 5000 here, Borda's points take any number");
    }

    @Test
    void a_circle_has_three_best_orders_and_decides_nothing() {
        KemenyConsensus circle = of("a b c", "b c a", "c a b").kemeny();
        assertThat(circle.orders()).isEqualTo(BigInteger.valueOf(3));
        assertThat(circle.isUnique()).isFalse();
        assertThat(circle.list()).isEqualTo(Lists.of("(a b c)"));
        assertThat(circle.order()).extracting(School::name).containsExactly("a", "b", "c");
        assertThat(circle.distance()).isEqualTo(8);
        assertThat(circle).hasToString("one of 3 best orders, distance 8: a > b > c");
        assertThat(of("a b").kemeny()).hasToString("the one best order, distance 0: a > b");
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void kemenys_orders_are_the_best_of_all_orders(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(6);
        List<RankedList> lists = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> Lists.random(random, n, 1))
                .toList();
        long least = Long.MAX_VALUE;
        List<List<School>> best = new ArrayList<>();
        for (List<School> order : Collections2.permutations(lists.get(0).schools())) {
            long distance = distance(order, lists);
            if (distance < least) {
                best.clear();
                least = distance;
            }
            if (distance == least) {
                best.add(List.copyOf(order));
            }
        }
        KemenyConsensus found = Consensus.of(lists).kemeny();
        assertThat(found.distance()).isEqualTo(least);
        assertThat(found.orders()).isEqualTo(BigInteger.valueOf(best.size()));
        assertThat(best).contains(found.order());
        assertThat(found.list()).isEqualTo(placedAfterThoseAlwaysAbove(best));
    }

    private static long distance(List<School> order, List<RankedList> lists) {
        Map<School, Integer> positions = new HashMap<>();
        order.forEach(each -> positions.put(each, positions.size() + 1));
        return lists.stream()
                .mapToLong(list -> RankComparison.of(RankedList.ofPositions(positions), list)
                        .kemenyDistance())
                .sum();
    }

    private static RankedList placedAfterThoseAlwaysAbove(List<List<School>> orders) {
        Map<School, Long> scores = new LinkedHashMap<>();
        for (School school : orders.get(0)) {
            long above = orders.get(0).stream()
                    .filter(other -> orders.stream().allMatch(order -> order.indexOf(other) < order.indexOf(school)))
                    .count();
            scores.put(school, -above);
        }
        return RankedList.ofScores(scores);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void neither_the_order_of_the_rankings_nor_that_of_the_schools_matters(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(7);
        List<RankedList> lists = new ArrayList<>(IntStream.range(0, 3)
                .mapToObj(i -> Lists.random(random, n, 0.8))
                .toList());
        Consensus one = Consensus.of(lists).withUnmatched(Unmatched.TIED_LAST);
        Collections.reverse(lists);
        Consensus other = Consensus.of(lists).withUnmatched(Unmatched.TIED_LAST);
        assertThat(other.borda()).isEqualTo(one.borda());
        assertThat(other.medianRank()).isEqualTo(one.medianRank());
        assertThat(other.kemeny()).isEqualTo(one.kemeny());
        assertThat(other.bordaPoints()).isEqualTo(one.bordaPoints());
    }

    @Test
    void many_schools_are_no_trouble_where_the_rankings_largely_agree() {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            list.append('s').append(1000 + i).append(' ');
        }
        String circle = "a b c ";
        KemenyConsensus found =
                of(circle + list, "b c a " + list, "c a b " + list).kemeny();
        assertThat(found.orders()).isEqualTo(BigInteger.valueOf(3));
        assertThat(found.list().position(School.of("s1000"))).hasValue(4);
        assertThat(found.list().position(School.of("s1299"))).hasValue(303);
    }

    @Test
    void where_nothing_is_decided_every_order_is_best() {
        KemenyConsensus open =
                of("a b c d e f g h i j k l m n", "n m l k j i h g f e d c b a").kemeny();
        assertThat(open.orders()).isEqualTo(BigInteger.valueOf(87_178_291_200L)); // 14!
        assertThat(open.distance()).isEqualTo(14 * 13);
        assertThat(open.list()).isEqualTo(Lists.of("(a b c d e f g h i j k l m n)"));
    }

    @Test
    void a_large_circle_is_refused() {
        StringBuilder up = new StringBuilder();
        StringBuilder down = new StringBuilder();
        for (int i = 10; i < 31; i++) {
            up.append('s').append(i).append(' ');
            down.insert(0, "s" + i + " ");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(up.toString(), down.toString()).kemeny())
                .withMessage(
                        "21 schools beat one another in circles (s10, …); Kemeny's rule is solved for circles of at most "
                                + "20; Borda's points and the median rank take any number");
    }

    // ---- who takes part ----

    @Test
    void schools_not_in_all_rankings_are_left_out_or_tied_last() {
        Consensus left = of("a x b", "b a y");
        assertThat(left.borda()).isEqualTo(Lists.of("(a b)"));
        assertThat(left.unmatched()).isEqualTo(Unmatched.LEFT_OUT);
        // Tied last they are a x b y and b a y x.
        Consensus last = left.withUnmatched(Unmatched.TIED_LAST);
        assertThat(last.bordaPoints())
                .isEqualTo(Map.of(School.of("a"), 5.0, School.of("b"), 4.0, School.of("x"), 2.0, School.of("y"), 1.0));
        assertThat(last).hasToString("consensus of 2 rankings on 4 schools, those not in all of them tied last");
        assertThat(last.rankings()).containsExactly(Lists.of("a x b"), Lists.of("b a y"));
    }

    /** The pairs P M and B C are ordered once and tied once, the other four pairs are ordered against each other. */
    @Test
    void rankings_that_share_no_school_have_a_consensus() {
        Consensus apart = Consensus.of(parse("P M", "B C"), Unmatched.TIED_LAST);
        KemenyConsensus kemeny = apart.kemeny();
        assertThat(kemeny.distance()).isEqualTo(10);
        assertThat(kemeny.orders()).isEqualTo(6);
        assertThat(Consensus.of(parse("A B C", "B D A", "D C E"), Unmatched.TIED_LAST)
                        .bordaPoints())
                .isEqualTo(Map.of(
                        School.of("B"), 7.5,
                        School.of("D"), 7.5,
                        School.of("A"), 6.5,
                        School.of("C"), 5.5,
                        School.of("E"), 3.0));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_school_is_compared_or_left_out_with_a_reason(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RankedList> lists = IntStream.range(0, 3)
                .mapToObj(i -> Lists.random(random, 7, 0.6))
                .toList();
        Consensus consensus = Consensus.of(lists);
        Set<School> all = new HashSet<>();
        lists.forEach(list -> all.addAll(list.schools()));
        Set<School> accounted = new HashSet<>(consensus.schools());
        assertThat(consensus.leftOut().keySet()).doesNotContainAnyElementsOf(accounted);
        accounted.addAll(consensus.leftOut().keySet());
        assertThat(accounted).isEqualTo(all);
        consensus.leftOut().forEach((school, reason) -> {
            String absent = IntStream.rangeClosed(1, 3)
                    .filter(k -> lists.get(k - 1).position(school).isEmpty())
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(", "));
            assertThat(reason).endsWith(" " + absent);
        });
        assertThat(consensus.withUnmatched(Unmatched.TIED_LAST).leftOut()).isEmpty();
    }

    // ---- votes, and Copeland ----

    /** Tennessee's capital again: Nashville beats all three others, Memphis none. */
    @Test
    void copeland_counts_the_majorities_won() {
        Consensus tennessee = of(
                        "Memphis Nashville Chattanooga Knoxville",
                        "Nashville Chattanooga Knoxville Memphis",
                        "Chattanooga Knoxville Nashville Memphis",
                        "Knoxville Chattanooga Nashville Memphis")
                .withVotes(42, 26, 15, 17);
        assertThat(tennessee.copelandPoints())
                .isEqualTo(Map.of(
                        School.of("Nashville"), 3.0,
                        School.of("Chattanooga"), 2.0,
                        School.of("Knoxville"), 1.0,
                        School.of("Memphis"), 0.0));
        assertThat(tennessee.bordaPoints()).containsEntry(School.of("Nashville"), 194.0);
        assertThat(of("a b", "b a").copelandPoints().values()).containsExactly(0.5, 0.5);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void votes_count_as_repeated_rankings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Unmatched rule = seed % 2 == 0 ? Unmatched.LEFT_OUT : Unmatched.TIED_LAST;
        List<RankedList> lists = IntStream.range(0, 3)
                .mapToObj(i -> Lists.random(random, 6, 0.8))
                .toList();
        int[] votes = random.ints(3, 1, 5).toArray();
        List<RankedList> repeated = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            repeated.addAll(Collections.nCopies(votes[k], lists.get(k)));
        }
        Consensus weighted = Consensus.of(lists, rule).withVotes(votes);
        Consensus plain = Consensus.of(repeated, rule);
        assertThat(weighted.bordaPoints()).isEqualTo(plain.bordaPoints());
        assertThat(weighted.medianRanks()).isEqualTo(plain.medianRanks());
        assertThat(weighted.copelandPoints()).isEqualTo(plain.copelandPoints());
        assertThat(weighted.kemeny()).isEqualTo(plain.kemeny());
        copelandByHand(plain)
                .forEach((school, points) -> assertThat(plain.copelandPoints()).containsEntry(school, points));
    }

    private static Map<School, Double> copelandByHand(Consensus consensus) {
        Map<School, Double> points = new HashMap<>();
        for (School one : consensus.schools()) {
            double sum = 0;
            for (School other : consensus.schools()) {
                double balance = 0;
                for (RankedList list : consensus.rankings()) {
                    balance += Math.signum(
                            list.position(other).orElse(99) - list.position(one).orElse(99));
                }
                sum += one.equals(other) ? 0 : balance > 0 ? 1 : balance == 0 ? 0.5 : 0;
            }
            points.put(one, sum);
        }
        return points;
    }

    @Test
    void impossible_requests_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Consensus.of(List.of()))
                .withMessage("no rankings; a consensus needs at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("a", "b"))
                .withMessage("the rankings have no school in common; see Consensus.of(rankings, Unmatched.TIED_LAST)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("a", "a").withVotes(1))
                .withMessage("1 votes for 2 rankings");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("a", "a").withVotes(1, 0))
                .withMessage("0 votes; a ranking has at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("a", "a").withVotes(Integer.MAX_VALUE, 1))
                .withMessage("2147483648 votes; give at most 1000000 together");
        assertThatNullPointerException()
                .isThrownBy(() -> of("a").withUnmatched(null))
                .withMessage("rule");
    }
}
