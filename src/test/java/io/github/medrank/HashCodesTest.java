package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.ranking.Rankers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value made twice has one hash code, and hash tables of fifty different values are not lists. */
class HashCodesTest {
    private static final int MANY = 50;
    private static final Indicator A = Indicator.of("a");

    private static Arguments kind(String name, IntFunction<Object> make) {
        return Arguments.of(name, make);
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("schools", i -> School.of("s" + i)),
                kind("indicators", i -> Indicator.of("i" + i)),
                kind("neighbouring cells", i -> Cell.of(neighbour(i))),
                kind("filled cells", i -> Cell.missing(MissingReason.WITHHELD).filledWith(neighbour(i))),
                kind("columns of other values", i -> Column.of(A, 1, i)),
                kind("columns of other indicators", i -> Column.of(Indicator.of("i" + i), 1, 2)),
                kind("tables of other values", i -> table("s", i)),
                kind("tables of other schools", i -> table("s" + i, 1)),
                kind("weights", i -> Weights.of(Map.of(A, i + 1))),
                kind("weights of other indicators", i -> Weights.of(Map.of(Indicator.of("i" + i), 1))),
                kind("positions", i -> Position.exact(i + 1, false, TieMark.PREFIX)),
                kind("bands", i -> Position.band(i + 1, i + 50)),
                kind("methodologies", HashCodesTest::methodology),
                kind("rankings", HashCodesTest::ranking),
                kind("ranked schools", i -> ranking(0).of("S" + i)));
    }

    /** Numbers that differ in nothing but their last bits. */
    private static double neighbour(int i) {
        return 1 + i * 0x1p-52;
    }

    private static IndicatorTable table(String school, double value) {
        return IndicatorTable.builder(A).row(School.of(school), value).build();
    }

    private static Methodology methodology(int i) {
        return Methodology.builder("M" + i).ranker(Rankers.weightedMean()).build();
    }

    /** Fifty schools, of which another one is the first each time. */
    private static Ranking ranking(int first) {
        IndicatorTable.Builder table = IndicatorTable.builder(A);
        IntStream.range(0, MANY).forEach(i -> table.row(School.of("S" + i), (first - i + MANY - 1) % MANY));
        return methodology(0).rank(table.build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void equal_values_share_theirs_and_different_ones_mostly_do_not(String name, IntFunction<Object> make) {
        Set<Integer> codes = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            assertThat(make.apply(i)).isEqualTo(make.apply(i)).hasSameHashCodeAs(make.apply(i));
            assertThat(make.apply(i)).isNotEqualTo(make.apply(i + 1 < MANY ? i + 1 : 0));
            codes.add(make.apply(i).hashCode());
        }
        assertThat(codes).as(name).hasSizeGreaterThan(MANY * 4 / 5);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reasons")
    void cells_of_different_reasons_differ(String name, IntFunction<Cell> make) {
        assertThat(IntStream.range(0, 5).mapToObj(i -> make.apply(i).hashCode()).distinct())
                .as(name)
                .hasSize(5);
    }

    static List<Arguments> reasons() {
        IntFunction<Cell> missing =
                i -> Cell.missing(List.of(MissingReason.values()).get(i));
        IntFunction<Cell> filled = i -> missing.apply(i).filledWith(2);
        return List.of(Arguments.of("missing", missing), Arguments.of("filled", filled));
    }
}
