package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.util.concurrent.Uninterruptibles;
import com.sun.management.ThreadMXBean;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weightspace.WeightRegion;
import io.github.medrank.weightspace.WeightSampler;
import io.github.medrank.weightspace.WeightSamplers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobustnessTest {
    private static final List<Indicator> FIVE =
            IntStream.range(0, 5).mapToObj(i -> Indicator.of("i" + i)).toList();
    private static final IndicatorTable TABLE = table(60);
    private static final Methodology ROUNDED = Methodology.builder("Rounded")
            .indicators(FIVE)
            .ranker(Rankers.weightedMean())
            .presentation(Presentation.rounded(1))
            .build();

    private static IndicatorTable table(int size) {
        SplittableRandom random = new SplittableRandom(1);
        IndicatorTable.Builder table = IndicatorTable.builder(FIVE.toArray(Indicator[]::new));
        for (int row = 0; row < size; row++) {
            double least = row == 0 ? 1 : 0;
            table.row(
                    School.of("S" + row),
                    random.doubles(5)
                            .map(x -> Math.rint(Math.max(least, x) * 1000) / 10)
                            .toArray());
        }
        return table.build();
    }

    private static Robustness robustness(Methodology methodology) {
        return Robustness.of(methodology, TABLE)
                .varyingWeights(WeightSamplers.dirichlet(Weights.equal(FIVE), 30))
                .withSeed(2026);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {2, 16})
    void threads_change_nothing(int threads) {
        Robustness one = robustness(ROUNDED);
        assertThat(one.withThreads(threads).run(10_000)).isEqualTo(one.run(10_000));
        Robustness exact = robustness(ROUNDED.withPresentation(Presentation.exact()));
        assertThat(exact.withThreads(threads).run(10_000)).isEqualTo(exact.run(10_000));
    }

    @ParameterizedTest(name = "{0} pieces")
    @ValueSource(ints = {1, 3, 10, 50})
    void pieces_merged_in_any_order_are_the_whole(int count) throws Exception {
        Robustness whole = robustness(ROUNDED);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pieces.add(travelled(whole.withThreads(1 + i % 3).piece(i, count, 10_000)));
        }
        Collections.shuffle(pieces, new Random(count));
        Piece merged = pieces.stream().reduce(Piece::merge).orElseThrow();
        RankAcceptability expected = whole.run(10_000);
        assertThat(merged).isEqualTo(expected.piece()).hasToString("draws 0–9999");
        RankAcceptability found = whole.result(merged);
        assertThat(found).isEqualTo(expected).hasSameHashCodeAs(expected);
        for (School school : TABLE.schools()) {
            assertThat(found.expectedScore(school)).isEqualTo(expected.expectedScore(school));
            assertThat(found.centralWeights(school)).isEqualTo(expected.centralWeights(school));
        }
    }

    private static Piece travelled(Piece piece) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(piece);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Piece) in.readObject();
        }
    }

    @Test
    void another_method_is_another_run() {
        Piece exact = robustness(ROUNDED.withPresentation(Presentation.exact())).piece(0, 1, 1000);
        Piece equal = robustness(ROUNDED.withWeights(Weights.equal(FIVE))).piece(0, 1, 1000);
        for (Piece other : List.of(exact, equal)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> robustness(ROUNDED).result(other))
                    .withMessage(
                            "the piece is of another run; seed, schools, values, indicators, methods and what varies must be the same");
        }
        assertThat(robustness(ROUNDED).result(robustness(ROUNDED).piece(0, 1, 1000)))
                .isEqualTo(robustness(ROUNDED).run(1000));
    }

    @Test
    void another_seed_is_another_run() {
        Robustness one = robustness(ROUNDED);
        assertThat(one.withSeed(7).run(1000)).isNotEqualTo(one.run(1000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.result(one.withSeed(7).piece(0, 1, 1000)))
                .withMessage(
                        "the piece is of another run; seed, schools, values, indicators, methods and what varies must be the same");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.piece(0, 2, 4000).merge(one.withSeed(7).piece(1, 2, 4000)))
                .withMessage(
                        "the pieces are of different runs; seed, schools, values, indicators, methods and what varies must be the same");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.piece(0, 2, 4000).merge(one.piece(0, 1, 4000)))
                .withMessage("both pieces hold draw 0: draws 0–2047 and draws 0–3999");
    }

    @Test
    void another_variation_is_another_run() {
        Robustness one = robustness(ROUNDED);
        Robustness data = one.varyingData(DataVariations.perCell((school, indicator, value, random) -> value / 2));
        List<Robustness> others = List.of(
                one.varyingWeights(WeightSamplers.dirichlet(Weights.equal(FIVE), 31)),
                one.varyingWeights(WeightSamplers.uniform(FIVE)),
                data,
                data.varyingData(DataVariations.perCell((school, indicator, value, random) -> value / 4)));
        for (Robustness other : others) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> one.result(other.piece(0, 1, 1000)))
                    .withMessageStartingWith("the piece is of another run");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> one.piece(0, 2, 4000).merge(other.piece(1, 2, 4000)))
                    .withMessageStartingWith("the pieces are of different runs");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> data.piece(0, 2, 4000).merge(others.get(3).piece(1, 2, 4000)))
                .withMessageStartingWith("the pieces are of different runs");
    }

    @Test
    void pieces_that_count_pairs_do_not_merge_with_those_that_do_not() {
        Robustness one = robustness(ROUNDED);
        Piece without = one.withPairs(false).piece(1, 2, 4000);
        Piece with = one.withPairs(true).piece(0, 2, 4000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with.merge(without))
                .withMessage("one of the pieces counts pairs of schools and the other does not");
    }

    @Test
    void a_piece_says_which_draws_it_holds() {
        Robustness one = robustness(ROUNDED);
        Piece apart = one.piece(0, 4, 10_000).merge(one.piece(2, 4, 10_000));
        assertThat(apart).hasToString("draws 0–2047, 5120–7167");
        assertThat(apart.draws()).isEqualTo(4096);
        for (Piece noStart : List.of(apart, one.piece(1, 4, 10_000), one.piece(0, 1, 1000))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> one.complete(noStart, 20_000, Progress.none()))
                    .withMessage(
                            "the piece holds " + noStart + " of 20000 draws; it must be what an interrupted run left");
        }
        Piece empty = one.piece(0, 10, 1000);
        assertThat(empty.draws()).isZero();
        assertThat(one.complete(empty, 3000, Progress.none())).isEqualTo(one.run(3000));
    }

    /** Each block begins the walk anew, wherever the one before it was made. */
    @Test
    void pieces_of_a_walk_are_the_whole() {
        List<Indicator> eight =
                IntStream.range(0, 8).mapToObj(i -> Indicator.of("i" + i)).toList();
        SplittableRandom random = new SplittableRandom(8);
        IndicatorTable.Builder table = IndicatorTable.builder(eight);
        IntStream.range(0, 20)
                .forEach(row -> table.row(
                        School.of("S" + row), random.doubles(8).map(Math::rint).toArray()));
        WeightSampler walk =
                WeightSamplers.uniformWithin(WeightRegion.simplex(eight).withOrder(eight.toArray(Indicator[]::new)));
        assertThat(walk.toString()).endsWith("(hit-and-run)");
        Robustness whole = Robustness.of(
                        Methodology.builder("Mean")
                                .indicators(eight)
                                .ranker(Rankers.weightedMean())
                                .build(),
                        table.build())
                .varyingWeights(walk);
        Piece merged = whole.piece(2, 3, 3072)
                .merge(whole.piece(0, 3, 3072))
                .merge(whole.withThreads(2).piece(1, 3, 3072));
        assertThat(whole.result(merged))
                .isEqualTo(whole.run(3072))
                .isEqualTo(whole.withThreads(2).run(3072));
    }

    @Test
    void an_interrupted_run_keeps_what_it_did_and_can_be_completed() {
        Robustness robustness = robustness(ROUNDED);
        List<Long> heard = new ArrayList<>();
        Progress impatient = (done, total) -> {
            heard.add(done);
            assertThat(total).isEqualTo(100_000);
            if (done >= 2560) {
                Thread.currentThread().interrupt();
            }
        };
        for (int threads : new int[] {1, 4}) {
            heard.clear();
            assertThatExceptionOfType(InterruptedDrawsException.class)
                    .isThrownBy(() -> robustness.withThreads(threads).run(100_000, impatient))
                    .satisfies(thrown -> {
                        assertThat(Thread.interrupted()).isTrue();
                        Piece piece = thrown.piece();
                        assertThat(piece.draws()).isBetween(2560L, 99_999L);
                        assertThat(thrown).hasMessage("interrupted after " + piece.draws() + " draws");
                        assertThat(robustness.result(piece)).isEqualTo(robustness.run(piece.draws()));
                        assertThat(robustness.complete(piece, 30_000, Progress.none()))
                                .isEqualTo(robustness.run(30_000));
                    });
            assertThat(heard).isSorted();
        }
    }

    @Test
    void a_run_that_is_interrupted_again_still_keeps_all() {
        Robustness robustness = robustness(ROUNDED);
        Piece begun = robustness.piece(0, 1, 4096);
        Progress impatient = (done, total) -> {
            assertThat(done).isGreaterThan(4096);
            Thread.currentThread().interrupt();
        };
        assertThatExceptionOfType(InterruptedDrawsException.class)
                .isThrownBy(() -> robustness.complete(begun, 30_000, impatient))
                .satisfies(thrown -> {
                    assertThat(Thread.interrupted()).isTrue();
                    assertThat(thrown.piece().draws()).isEqualTo(5120);
                    assertThat(robustness.result(thrown.piece())).isEqualTo(robustness.run(5120));
                });
    }

    @Test
    void progress_ends_at_the_total() {
        List<Long> heard = new ArrayList<>();
        robustness(ROUNDED).withThreads(2).run(20_000, (done, total) -> heard.add(done));
        assertThat(heard).isSorted().endsWith(20_000L);
        assertThat(heard.size()).isGreaterThan(2);
    }

    @Test
    void a_run_goes_on_until_its_error_is_small_enough() {
        Robustness robustness = robustness(ROUNDED);
        RankAcceptability found = robustness.runUntil(0.004, 1_000_000);
        assertThat(found.largestError()).isLessThanOrEqualTo(0.004);
        assertThat(found.draws()).isBetween(4096L, 40_000L);
        assertThat(robustness.withThreads(3).runUntil(0.004, 1_000_000)).isEqualTo(found);
        assertThat(robustness.run(found.draws())).isEqualTo(found);
        assertThat(robustness.runUntil(1e-9, 5000).draws()).isEqualTo(5000);
    }

    @Test
    void a_failure_on_a_thread_is_the_callers() {
        Robustness failing = Robustness.of(ROUNDED.withWeights(Weights.equal(FIVE)), TABLE)
                .varyingData((given, draw, random) -> {
                    if (draw == 3000) {
                        throw new IllegalStateException("no table for draw " + draw);
                    }
                    return given;
                });
        for (int threads : new int[] {1, 4}) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> failing.withThreads(threads).run(5000))
                    .withMessage("no table for draw 3000");
        }
    }

    /** The calling thread waits with its first table until a helper has failed, and then finds all tables. */
    @Test
    @SuppressWarnings("Immutable") // it tells the threads apart
    void a_failure_on_a_helpers_thread_is_the_callers_too() {
        Thread caller = Thread.currentThread();
        CountDownLatch failed = new CountDownLatch(1);
        AtomicInteger tables = new AtomicInteger();
        Robustness failing = Robustness.of(ROUNDED.withWeights(Weights.equal(FIVE)), TABLE)
                .varyingData((given, draw, random) -> {
                    if (!Thread.currentThread().equals(caller)) {
                        failed.countDown();
                        throw new IllegalStateException("no table for a helper");
                    }
                    if (tables.incrementAndGet() == 2) { // the first one is asked for before there are helpers
                        assertThat(Uninterruptibles.awaitUninterruptibly(failed, 60, TimeUnit.SECONDS))
                                .isTrue();
                    }
                    return given;
                });
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> failing.withThreads(2).run(200_000))
                .withMessage("no table for a helper");
        // the caller stops, at the latest after the block that it was making and the one after it
        assertThat(tables.get()).isLessThan(4 * BlockRunner.DRAWS);
    }

    @Test
    void wrong_calls_say_what_is_wrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Robustness.of(ROUNDED, TABLE).run(10))
                .withMessage("nothing varies; call varyingWeights, varyingMethods or varyingData");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> robustness(ROUNDED).run(0))
                .withMessage("0 draws; the number must be from 1 to 1073741824");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> robustness(ROUNDED).varyingWeights(WeightSamplers.uniform(FIVE.subList(0, 2))))
                .withMessage(
                        "the varied weights are for [i0, i1], but methodology \"Rounded\" has [i0, i1, i2, i3, i4]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> robustness(ROUNDED).withThreads(0))
                .withMessage("0 threads; at least one is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Robustness.of(ROUNDED.withWeights(Weights.equal(FIVE)), TABLE)
                        .varyingData((given, draw, random) -> given.rows(1, 0))
                        .run(10))
                .withMessage("draw 0: the varied table has other schools than the given one, or other rows");
    }

    /**
     * Five times the draws, the same bytes, but for a few that the virtual machine itself needs. One school is first in all
     * draws, since the first draw in which a school is first makes room for its central weights.
     */
    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {true, false})
    void a_draw_allocates_nothing(boolean rounded) {
        Robustness robustness = robustness(rounded ? ROUNDED : ROUNDED.withPresentation(Presentation.exact()));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = new long[3];
        for (int i = 0; i < 3; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            RankAcceptability found = robustness.run(i < 2 ? 5_120 : 25_600);
            bytes[i] = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(found.draws()).isPositive();
        }
        assertThat(bytes[2] - bytes[1]).isLessThan(20_480);
    }
}
