package io.github.medrank.choice;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.weightspace.LinearConstraint;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Smallest contradictions and least repairs against all subsets, each decided by the corners of its polygon in whole numbers:
 * with three indicators the weights are a triangle.
 */
class ContradictionTest {
    private static final ImmutableList<Indicator> INDICATORS =
            ImmutableList.of(Indicator.of("a"), Indicator.of("b"), Indicator.of("c"));

    /** p a + q b + r c ≥ 0 in whole numbers, strictly or not. */
    private record Line(long p, long q, long r, boolean strict) {
        Statement statement() {
            Map<Indicator, Double> terms =
                    Map.of(INDICATORS.get(0), (double) p, INDICATORS.get(1), (double) q, INDICATORS.get(2), (double) r);
            String text = p + " " + q + " " + r + " " + strict;
            return strict
                    ? Statement.positive(text, terms)
                    : Statement.certain(text, LinearConstraint.atLeast(terms, 0));
        }

        BigInteger at(BigInteger[] point) {
            return BigInteger.valueOf(p)
                    .multiply(point[0])
                    .add(BigInteger.valueOf(q).multiply(point[1]))
                    .add(BigInteger.valueOf(r).multiply(point[2]));
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static List<Line> lines(SplittableRandom random) {
        int count = 3 + random.nextInt(5);
        return IntStream.range(0, count)
                .mapToObj(i -> new Line(
                        random.nextInt(-3, 4),
                        random.nextInt(-3, 4),
                        random.nextBoolean() ? random.nextInt(1, 4) : -random.nextInt(1, 4),
                        random.nextInt(3) > 0))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_smallest_of_all_subsets_is_found(long seed) {
        List<Line> lines = lines(new SplittableRandom(seed));
        ImmutableList<Statement> statements =
                lines.stream().map(Line::statement).collect(ImmutableList.toImmutableList());
        Optional<Contradiction> found = new Consistency(INDICATORS, statements).contradiction();
        int all = (1 << lines.size()) - 1;
        assertThat(found.isEmpty()).isEqualTo(isConsistent(lines, all));
        if (found.isPresent()) {
            int smallest = IntStream.rangeClosed(0, all)
                    .filter(set -> !isConsistent(lines, set))
                    .map(Integer::bitCount)
                    .min()
                    .getAsInt();
            int kept = IntStream.rangeClosed(0, all)
                    .filter(set -> isConsistent(lines, set))
                    .map(Integer::bitCount)
                    .max()
                    .getAsInt();
            assertThat(found.get().statements()).hasSize(smallest);
            assertThat(isConsistent(lines, set(statements, found.get().statements())))
                    .isFalse();
            assertThat(found.get().withdrawal()).hasSize(lines.size() - kept);
            assertThat(isConsistent(lines, all & ~set(statements, found.get().withdrawal())))
                    .isTrue();
            assertThat(found.get().isProvenSmallest() && found.get().isProvenLeast())
                    .isTrue();
        }
    }

    private static int set(List<Statement> all, List<Statement> some) {
        return some.stream().mapToInt(each -> 1 << all.indexOf(each)).sum();
    }

    /** The corners of the triangle cut by the lines; then each strict line must be positive at one of them. */
    private static boolean isConsistent(List<Line> lines, int set) {
        List<Line> some =
                new ArrayList<>(List.of(new Line(1, 0, 0, false), new Line(0, 1, 0, false), new Line(0, 0, 1, false)));
        IntStream.range(0, lines.size()).filter(i -> (set >> i & 1) == 1).forEach(i -> some.add(lines.get(i)));
        List<BigInteger[]> corners = new ArrayList<>();
        for (Line one : some) {
            for (Line other : some) {
                BigInteger[] crossing = crossing(one, other);
                if (crossing != null
                        && some.stream().allMatch(each -> each.at(crossing).signum() >= 0)) {
                    corners.add(crossing);
                }
            }
        }
        return !corners.isEmpty()
                && some.stream()
                        .filter(Line::strict)
                        .allMatch(line -> corners.stream()
                                .anyMatch(corner -> line.at(corner).signum() > 0));
    }

    /** The point of the triangle's plane on both lines, times a positive number; null if there is none. */
    private static BigInteger[] crossing(Line one, Line other) {
        long[] cross = {
            one.q * other.r - one.r * other.q, one.r * other.p - one.p * other.r, one.p * other.q - one.q * other.p
        };
        long sum = cross[0] + cross[1] + cross[2];
        return sum == 0
                ? null
                : LongStream.of(cross)
                        .mapToObj(each -> BigInteger.valueOf(sum > 0 ? each : -each))
                        .toArray(BigInteger[]::new);
    }

    /** Forty statements in four circles of ten: ten contradict each other, and one of each circle is taken back. */
    @Test
    void many_statements_are_no_trouble() {
        List<Indicator> many =
                IntStream.range(0, 40).mapToObj(i -> Indicator.of("i" + i)).toList();
        List<Statement> statements = new ArrayList<>();
        for (int circle = 0; circle < 4; circle++) {
            for (int i = 0; i < 10 - circle; i++) {
                Indicator one = many.get(10 * circle + i);
                Indicator next = many.get(10 * circle + (i + 1) % (10 - circle));
                statements.add(Statement.positive(one + ">" + next, Map.of(one, 1.0, next, -1.0)));
            }
        }
        Contradiction found = new Consistency(ImmutableList.copyOf(many), ImmutableList.copyOf(statements))
                .contradiction()
                .orElseThrow();
        assertThat(found.withdrawal()).hasSize(4);
        assertThat(found.isProvenLeast()).isTrue();
        assertThat(found.statements())
                .hasSize(found.isProvenSmallest() ? 7 : found.statements().size());
    }
}
