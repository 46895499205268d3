package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places are those of exact scores, and exact scores are asked for only where doubles cannot decide. */
class PlacerTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** One more than the number of better scores, as published. */
    private static int[] expected(WatchedScores scores, Presentation presentation) {
        int[] places = new int[scores.size()];
        for (int row = 0; row < places.length; row++) {
            if (scores.exact[row] != null) {
                BigDecimal mine = shown(scores.score(row), presentation);
                places[row] = 1
                        + (int) IntStream.range(0, places.length)
                                .filter(other -> scores.exact[other] != null)
                                .filter(other ->
                                        isBetter(shown(scores.score(other), presentation), mine, scores.direction))
                                .count();
            }
        }
        return places;
    }

    private static boolean isBetter(BigDecimal score, BigDecimal than, Direction direction) {
        int order = score.compareTo(than);
        return direction == Direction.HIGHER_IS_BETTER ? order > 0 : order < 0;
    }

    private static BigDecimal shown(BigDecimal score, Presentation presentation) {
        return presentation.decimals().isPresent() && presentation.ranksRounded()
                ? score.setScale(presentation.decimals().getAsInt(), presentation.rounding())
                : score;
    }

    private static int[] places(Placer placer, WatchedScores scores) {
        int[] places = new int[scores.size()];
        Arrays.fill(places, -7); // whatever the caller left there
        scores.asked = 0;
        placer.place(scores, places, new double[scores.size()]);
        return places;
    }

    private static BigDecimal score(SplittableRandom random, int kind) {
        return switch (kind) {
            case 0 -> BigDecimal.valueOf(random.nextInt(-2000, 2000), 2); // halves of tenths among them
            case 1 -> BigDecimal.valueOf(random.nextLong(1_000_000_000_000L), 10);
            case 2 -> BigDecimal.valueOf(random.nextInt(8)); // crowded
            case 3 -> BigDecimal.valueOf(random.nextInt(-9, 9)).scaleByPowerOfTen(18); // too large for doubles
            case 4 -> BigDecimal.valueOf(random.nextInt(1_000_000_000)); // too wide for bins
            default -> new BigDecimal("50.05").add(BigDecimal.valueOf(random.nextInt(5) - 2, 17)); // at a half's edge
        };
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void places_are_those_of_exact_scores_draw_after_draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = (seed % 4 == 0 ? 250 : 1) + random.nextInt(60); // with and without a loop of vectors
        RoundingMode mode = WatchedScores.ROUNDINGS.get(random.nextInt(WatchedScores.ROUNDINGS.size()));
        Presentation presentation = random.nextInt(4) == 0
                ? Presentation.exact()
                : Presentation.exact().withRounding(random.nextInt(3), mode);
        if (random.nextInt(5) == 0) {
            presentation = presentation.rankingExactScores();
        }
        Placer placer = new Placer(size, presentation);
        for (int draw = 0; draw < 6; draw++) {
            int kind = random.nextInt(6);
            BigDecimal[] exact = new BigDecimal[size];
            for (int row = 0; row < size; row++) {
                exact[row] = random.nextInt(9) == 0 ? null : score(random, kind);
            }
            WatchedScores scores = new WatchedScores(exact);
            scores.direction = random.nextBoolean() ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
            scores.knowsAlike = random.nextBoolean();
            if (random.nextInt(3) == 0) { // doubles that are as wrong as they may be
                scores.bound = scores.bound * 100 + 1e-7;
                for (int row = 0; row < size; row++) {
                    scores.approximate[row] += (random.nextInt(3) - 1) * 0.99 * scores.bound;
                }
            } else if (random.nextInt(4) == 0) { // sums that overflowed
                scores.approximate[random.nextInt(size)] = Double.NaN;
            } else if (random.nextInt(4) == 0) {
                scores.bound = Double.POSITIVE_INFINITY;
                Arrays.setAll(scores.approximate, row -> 0 * scores.approximate[row]);
            }
            assertThat(places(placer, scores))
                    .as("draw %s of kind %s, %s", draw, kind, presentation)
                    .isEqualTo(expected(scores, presentation));
        }
    }

    /** Scores a third of a unit from where rounding changes. */
    private static WatchedScores clear(SplittableRandom random, int size, int decimals, int range, boolean directed) {
        BigDecimal[] exact = new BigDecimal[size];
        for (int row = 0; row < size; row++) {
            BigDecimal units = BigDecimal.valueOf(random.nextInt(range))
                    .add(new BigDecimal(directed ? "0.5" : "0.0"))
                    .add(BigDecimal.valueOf(random.nextInt(-17, 18), 2));
            exact[row] = random.nextInt(9) == 0 ? null : units.movePointLeft(decimals);
        }
        return new WatchedScores(exact);
    }

    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, names = "UNNECESSARY", mode = EnumSource.Mode.EXCLUDE)
    void clear_scores_are_rounded_without_an_exact_one(RoundingMode mode) {
        SplittableRandom random = new SplittableRandom(1);
        boolean directed = !mode.name().startsWith("HALF");
        for (int range : new int[] {10, 1000, 100_000, 1_000_000_000}) {
            int size = range == 1000 ? 300 : 50;
            Presentation presentation = Presentation.exact().withRounding(1, mode);
            Placer placer = new Placer(size, presentation);
            for (int draw = 0; draw < 4; draw++) {
                WatchedScores scores = clear(random, size, 1, range, directed);
                scores.direction = draw % 2 == 0 ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
                assertThat(places(placer, scores)).isEqualTo(expected(scores, presentation));
                // a draw out of the bins of the one before asks for the first such score, and then finds its range
                assertThat(scores.asked).isLessThanOrEqualTo(draw == 0 ? 0 : 1);
            }
        }
    }

    @Test
    void draws_within_the_range_of_the_first_ask_for_nothing() {
        SplittableRandom random = new SplittableRandom(2);
        Presentation presentation = Presentation.rounded(1);
        Placer placer = new Placer(80, presentation);
        WatchedScores first = clear(random, 80, 1, 900, false);
        first.exact[0] = new BigDecimal("95.0");
        first.approximate[0] = 95;
        first.exact[1] = new BigDecimal("-2.0");
        first.approximate[1] = -2;
        assertThat(places(placer, first)).isEqualTo(expected(first, presentation));
        for (int draw = 0; draw < 20; draw++) {
            WatchedScores scores = clear(random, 80, 1, 900, false);
            assertThat(places(placer, scores)).isEqualTo(expected(scores, presentation));
            assertThat(scores.asked).isZero();
        }
    }

    /** The second draw has the bins of the first, and doubles without an error, so that all of them seem fit to be rounded. */
    @ParameterizedTest
    @ValueSource(
            doubles = {
                1000,
                0x1p28,
                0x1p31 / 10,
                0x1p32 / 10 + 4.5,
                0x1p48,
                0x1p50,
                0x1p51 / 10 + 4.5,
                0x1p52,
                0x1p53,
                0x1p60,
                0x1p63,
                0x1p64 + 0x1p12,
                1e100,
                Double.MAX_VALUE
            })
    void a_score_far_from_the_bins_of_the_draw_before_is_not_mistaken_for_one_in_them(double far) {
        Presentation presentation = Presentation.rounded(1);
        for (double score : new double[] {far, -far}) {
            for (Direction direction : Direction.values()) {
                Placer placer = new Placer(4, presentation);
                WatchedScores first = scores(direction, 1, 90, 50, 30);
                assertThat(places(placer, first)).isEqualTo(expected(first, presentation));
                WatchedScores second = scores(direction, 2, score, 51, 30);
                assertThat(places(placer, second)).isEqualTo(expected(second, presentation));
            }
        }
    }

    private static WatchedScores scores(Direction direction, double... doubles) {
        WatchedScores scores = new WatchedScores(
                Arrays.stream(doubles).mapToObj(BigDecimal::new).toArray(BigDecimal[]::new));
        scores.direction = direction;
        scores.bound = 0;
        return scores;
    }

    @Test
    void a_nan_that_carries_a_number_is_no_score_either() {
        Presentation presentation = Presentation.rounded(1);
        WatchedScores scores = new WatchedScores(new BigDecimal("50"), null, new BigDecimal("60"));
        Placer placer = new Placer(3, presentation);
        for (long bits :
                new long[] {0x7ff80000000007a2L, 0x7ff8000000000001L, 0xfff8000000000002L}) { // R's NA is the first
            scores.approximate[1] = Double.longBitsToDouble(bits);
            assertThat(places(placer, scores)).containsExactly(2, 0, 1);
        }
    }

    @Test
    void a_score_at_a_half_is_asked_for_and_no_other() {
        for (RoundingMode mode :
                new RoundingMode[] {RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN}) {
            Presentation presentation = Presentation.exact().withRounding(1, mode);
            WatchedScores scores = new WatchedScores(
                    new BigDecimal("70.25"),
                    new BigDecimal("70.2"),
                    new BigDecimal("70.3"),
                    new BigDecimal("70.35"),
                    new BigDecimal("70.36"),
                    null,
                    new BigDecimal("12"));
            Placer placer = new Placer(scores.size(), presentation);
            for (int draw = 0; draw < 3; draw++) {
                assertThat(places(placer, scores)).isEqualTo(expected(scores, presentation));
                assertThat(scores.asked).isEqualTo(2);
            }
        }
    }

    @Test
    void a_common_denominator_decides_halves_and_ties_without_an_exact_score() {
        BigDecimal[] exact = {
            new BigDecimal("70.25"), new BigDecimal("70.2"), new BigDecimal("70.35"), new BigDecimal("70.35"), null
        };
        for (Presentation presentation : new Presentation[] {Presentation.rounded(1), Presentation.exact()}) {
            WatchedScores scores = new WatchedScores(exact);
            scores.denominator = 100;
            for (int row = 0; row < 4; row++) {
                scores.approximate[row] += (row % 2 - 0.5) * scores.bound;
            }
            assertThat(places(new Placer(5, presentation), scores)).isEqualTo(expected(scores, presentation));
            assertThat(scores.asked).isZero();
            // a denominator too large for the doubles decides nothing
            scores.denominator = 1L << 60;
            assertThat(places(new Placer(5, presentation), scores)).isEqualTo(expected(scores, presentation));
            assertThat(scores.asked).isEqualTo(presentation.equals(Presentation.exact()) ? 2 : 3);
        }
    }

    @Test
    void exact_scores_are_asked_for_only_where_doubles_are_too_close() {
        BigDecimal[] exact = new BigDecimal[200];
        for (int row = 0; row < 200; row++) {
            exact[row] = row == 7 ? null : BigDecimal.valueOf(row * 37 % 200, 1);
        }
        exact[3] = exact[4];
        WatchedScores scores = new WatchedScores(exact);
        Placer placer = new Placer(200, Presentation.exact());
        for (int draw = 0; draw < 3; draw++) {
            assertThat(places(placer, scores)).isEqualTo(expected(scores, Presentation.exact()));
            assertThat(scores.asked).isEqualTo(2);
        }
        scores.knowsAlike = true;
        assertThat(places(placer, scores)).isEqualTo(expected(scores, Presentation.exact()));
        assertThat(scores.asked).isZero();
    }

    @Test
    void where_doubles_say_nothing_every_exact_score_is_asked_for() {
        BigDecimal[] exact = {BigDecimal.ONE, new BigDecimal("1.04"), null, new BigDecimal("0.95")};
        for (Presentation presentation : new Presentation[] {Presentation.rounded(1), Presentation.exact()}) {
            WatchedScores vague = new WatchedScores(exact);
            vague.bound = 1;
            assertThat(places(new Placer(4, presentation), vague)).isEqualTo(expected(vague, presentation));
            assertThat(vague.asked).isEqualTo(3);
            WatchedScores overflowed = new WatchedScores(exact);
            overflowed.approximate[1] = Double.NaN;
            assertThat(places(new Placer(4, presentation), overflowed)).isEqualTo(expected(overflowed, presentation));
            assertThat(overflowed.asked).isEqualTo(3);
        }
    }

    @Test
    void a_rounding_that_must_not_be_needed_is_checked_on_every_score() {
        WatchedScores scores = new WatchedScores(new BigDecimal("1.5"), new BigDecimal("2.5"), new BigDecimal("1.5"));
        Presentation presentation = Presentation.exact().withRounding(1, RoundingMode.UNNECESSARY);
        assertThat(places(new Placer(3, presentation), scores)).containsExactly(2, 1, 2);
        assertThat(scores.asked).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void the_best_and_the_worst_are_found_among_the_doubles_that_may_be(Direction direction) {
        WatchedScores scores = new WatchedScores(
                new BigDecimal("10.0000001"),
                null,
                new BigDecimal("10"),
                new BigDecimal("5"),
                new BigDecimal("1.0000001"),
                new BigDecimal("1"));
        scores.direction = direction;
        scores.bound = 1e-6;
        scores.approximate[0] -= 9e-7;
        scores.approximate[2] += 9e-7;
        scores.approximate[4] -= 9e-7;
        scores.approximate[5] += 9e-7;
        boolean up = direction == Direction.HIGHER_IS_BETTER;
        Scores rescaled = Rescaling.minMax(0, 1).apply(scores);
        assertThat(scores.asked).isEqualTo(4);
        assertThat(rescaled.exact(up ? 0 : 5)).isEqualTo(Rational.of(BigDecimal.ONE));
        assertThat(rescaled.exact(up ? 5 : 0)).isEqualTo(Rational.ZERO);
        assertThat(Rescaling.minMax(0, 1)
                        .apply(new WatchedScores((BigDecimal) null))
                        .size())
                .isEqualTo(1);
    }
}
