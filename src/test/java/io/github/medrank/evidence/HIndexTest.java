package io.github.medrank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.medrank.School;
import io.github.medrank.published.Qs;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The h-index and its relations, against their definitions on sorted citations. */
class HIndexTest {
    private static final Institutions ONE = Institutions.of(School.of("Oxford"));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void vectors() {
        assertThat(counts(0, 1, 3, 5, 6).h()).isEqualTo(3);
        assertThat(counts(1, 2, 100).h()).isEqualTo(2);
        assertThat(counts(120, 80, 55, 40, 22, 18, 15, 12, 10, 8, 5, 3, 2, 2, 1, 1, 0, 0, 0, 0)
                        .h())
                .isEqualTo(9);
        assertThat(counts().h()).isZero();
        assertThat(counts(0, 0, 0).h()).isZero();
        assertThat(counts(1_000_000_000).h()).isEqualTo(1);
    }

    /** Egghe's own example: h = 13 and g = 19 of these 20 most cited papers of Egghe (Scientometrics 69, 2006). */
    @Test
    void g_is_the_most_papers_with_their_square_of_citations() {
        assertThat(counts(47, 42, 37, 36, 21, 18, 17, 16, 16, 16, 15, 13, 13, 13, 13, 12, 12, 12, 12, 11)
                        .h())
                .isEqualTo(13);
        assertThat(counts(47, 42, 37, 36, 21, 18, 17, 16, 16, 16, 15, 13, 13, 13, 13, 12, 12, 12, 12, 11)
                        .g())
                .isEqualTo(19);
        assertThat(counts(100).g()).isEqualTo(1);
        assertThat(counts(4, 0, 0).g()).isEqualTo(2);
        assertThat(counts().g()).isZero();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void everything_is_as_defined(long seed) {
        int[] citations = heavyTailed(seed);
        CitationCounts counts = counts(citations);
        assertThat(counts.h()).isEqualTo(slowH(citations));
        assertThat(counts.g()).isEqualTo(slowG(citations));
        assertThat(counts.papers()).isEqualTo(citations.length);
        assertThat(counts.citations())
                .isEqualTo(Arrays.stream(citations).asLongStream().sum());
        for (int least : new int[] {0, 1, 10, 31, 32, 33, 64, 100, 5000}) {
            assertThat(counts.atLeast(least))
                    .isEqualTo(Arrays.stream(citations)
                            .filter(each -> each >= least)
                            .count());
        }
        assertThat(descending(counts))
                .isEqualTo(Arrays.stream(citations)
                        .map(each -> -each)
                        .sorted()
                        .map(each -> -each)
                        .toArray());
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void order_and_partitioning_change_nothing(long seed) {
        int[] citations = heavyTailed(seed);
        SplittableRandom random = new SplittableRandom(seed);
        CitationCounts parts = counts();
        int from = 0;
        while (from < citations.length) {
            int to = Math.min(citations.length, from + 1 + random.nextInt(100));
            CitationCounts part = counts(Arrays.copyOfRange(citations, from, to));
            if (random.nextBoolean()) {
                parts.merge(part);
            } else {
                part.merge(parts);
                parts = part;
            }
            from = to;
        }
        CitationCounts whole = counts(citations);
        assertThat(CitationCounts.copyOf(parts).slots())
                .isEqualTo(CitationCounts.copyOf(whole).slots());
        assertThat(descending(parts)).isEqualTo(descending(whole));
    }

    /** The array is less than twice h, the list of larger counts shorter than the array. */
    @Test
    void memory_is_bounded_by_h_and_not_by_papers() {
        for (int papers : new int[] {1_000, 100_000, 1_000_000}) {
            CitationCounts counts = counts();
            for (int i = 0; i < papers; i++) {
                counts.add(i % 300);
            }
            counts.add(Integer.MAX_VALUE);
            assertThat(counts.slots()).isLessThanOrEqualTo(4 * Math.max(counts.h(), CitationCounts.FIRST_LIMIT));
        }
        CitationCounts equal = counts();
        equal.add(5000, 3000);
        assertThat(equal.h()).isEqualTo(3000);
        assertThat(equal.slots()).isBetween(3000, 4 * 3000);
        assertThat(counts(3, 5000).slots()).isGreaterThan(CitationCounts.FIRST_LIMIT);
    }

    /** One that counts from 256 on apart takes over another's 20, which that one kept apart. */
    @Test
    void what_one_keeps_apart_another_counts() {
        CitationCounts wide = new CitationCounts(256);
        wide.merge(counts(20));
        assertThat(wide.citations()).isEqualTo(20);
        assertThat(wide.papers()).isEqualTo(1);
        assertThat(descending(CitationCounts.copyOf(counts(5000, 7000, 6000)))).containsExactly(7000, 6000, 5000);
    }

    @Test
    void too_many_papers_of_equal_citations_throw() {
        CitationCounts counts = counts();
        counts.add(3, Integer.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> counts.add(3))
                .withMessage("integer overflow");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> counts.addAll(new char[] {0, 0, 0, 1, 0}, 0, 5))
                .withMessage("integer overflow");
    }

    @Test
    void a_tally_says_the_same() {
        PaperAccumulator accumulator = PaperAccumulator.of(ONE, Qs.papers(2026));
        IntStream.of(0, 1, 3, 5, 6, 12).forEach(each -> accumulator.add(0, each));
        PaperTally tally = accumulator.tally();
        assertThat(tally.hIndex().value(0)).isEqualTo(3);
        assertThat(tally.gIndex().value(0)).isEqualTo(5);
        assertThat(tally.combinedHIndex().value(0)).isEqualTo(9);
        assertThat(tally.combinedHIndex(3).value(0)).isEqualTo(12);
        assertThat(tally.i10Index().value(0)).isEqualTo(1);
        assertThat(tally.papersCitedAtLeast(3).value(0)).isEqualTo(4);
        assertThat(tally.citationsPerPaper().value(0)).isEqualTo(4.5);
    }

    static CitationCounts counts(int... citations) {
        CitationCounts counts = new CitationCounts();
        Arrays.stream(citations).forEach(counts::add);
        return counts;
    }

    private static int[] heavyTailed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int papers = random.nextInt(600);
        double spread = random.nextDouble() * 3;
        return random.doubles(papers)
                .mapToInt(uniform -> (int) Math.pow(1 - uniform, -spread))
                .toArray();
    }

    private static int slowH(int[] citations) {
        return IntStream.rangeClosed(0, citations.length)
                .filter(h -> Arrays.stream(citations).filter(each -> each >= h).count() >= h)
                .max()
                .orElseThrow();
    }

    private static int slowG(int[] citations) {
        int[] sorted = Arrays.stream(citations)
                .map(each -> -each)
                .sorted()
                .map(each -> -each)
                .toArray();
        return IntStream.rangeClosed(0, sorted.length)
                .filter(g -> Arrays.stream(sorted, 0, g).asLongStream().sum() >= (long) g * g)
                .max()
                .orElseThrow();
    }

    private static int[] descending(CitationCounts counts) {
        Stream.Builder<int[]> all = Stream.builder();
        counts.descending((citations, papers) -> {
            all.add(IntStream.generate(() -> citations).limit(papers).toArray());
            return true;
        });
        return all.build().flatMapToInt(Arrays::stream).toArray();
    }
}
