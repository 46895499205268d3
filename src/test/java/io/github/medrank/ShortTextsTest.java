package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values whose text is short are read from it again, and refuse any other text by a sentence. */
class ShortTextsTest {
    private static final String HOSTILE = "=+–-,. 0123456789\u001b\n\u202eatohexcn";

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void weights_are_read_as_they_are_written(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Indicator> indicators = new ArrayList<>();
        for (int i = 0; i < random.nextInt(1, 7); i++) {
            String name = List.of("Papers", "Papers, cited", "5-year h, 3", "α, β", "x")
                            .get(random.nextInt(5)) + " " + i;
            indicators.add(random.nextBoolean() ? Indicator.of("id" + i, name) : Indicator.of("id" + i));
        }
        Weights.Builder builder = Weights.builder();
        for (Indicator each : indicators) {
            builder.put(each, BigDecimal.valueOf(random.nextInt(1, 100_000), random.nextInt(-2, 5)));
        }
        Weights weights = builder.build();
        Collections.shuffle(indicators, new Random(seed));

        Weights read = Weights.parse(weights.toString(), indicators);

        assertThat(read).isEqualTo(weights).hasToString(weights.toString());
        assertThat(read.indicators()).isEqualTo(weights.indicators());
    }

    @Test
    void weights_are_read_by_id_where_no_name_fits() {
        List<Indicator> indicators = List.of(Indicator.of("a", "Papers"), Indicator.of("b", "Papers"));

        assertThat(Weights.parse("40 a, 60.50 b", indicators)).hasToString("40 Papers, 60.50 Papers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.parse("40 Papers", indicators))
                .withMessage("weights \"40 Papers\": \"Papers\" is the name of 2 indicators; write their ids");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.parse("40 a, b", indicators))
                .withMessage("weights \"40 a, b\": no indicator at \"a, b\"; there are [Papers, Papers]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.parse("forty a", indicators))
                .withMessage("weights \"forty a\": no points at \"forty a\"");
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.parse("40 a, ", indicators));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.parse("40 a, 1 a", indicators))
                .withMessage("indicator \"a\" is weighted twice");
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void bands_are_read_as_they_are_written(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Bands bands = random.nextInt(10) == 0 ? Bands.none() : Bands.exactTo(random.nextInt(0, 300));
        for (int i = 0; bands.isBanded() && i < random.nextInt(0, 8); i++) {
            int last = bands.edges().get(bands.edges().size() - 1);
            bands = bands.then(last + random.nextInt(1, 100));
        }
        assertThat(Bands.parse(bands.toString())).isEqualTo(bands).hasToString(bands.toString());
    }

    @Test
    void bands_of_one_width_are_the_bands_one_by_one() {
        assertThat(Bands.exactTo(10).thenEvery(10, 30))
                .isEqualTo(Bands.exactTo(10).then(20, 30));
        assertThat(Bands.exactTo(10).thenEvery(10, 35))
                .isEqualTo(Bands.exactTo(10).then(20, 30, 35));
        assertThat(Bands.exactTo(10).thenEvery(10, 19))
                .isEqualTo(Bands.exactTo(10).then(19));
        assertThat(Bands.exactTo(10).thenEvery(Integer.MAX_VALUE, 11))
                .isEqualTo(Bands.exactTo(10).then(11));
        for (int last : new int[] {10, 5, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bands.exactTo(10).thenEvery(10, last))
                    .withMessage("bands up to " + last + "; those before end at 10");
        }
    }

    @Test
    void bands_that_make_no_sense_are_refused_by_a_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bands.none().thenEvery(10, 50))
                .withMessage("bands follow a last exact position; start with Bands.exactTo(place)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bands.exactTo(Integer.MAX_VALUE))
                .withMessage("band edge 2147483647; it may be at most 99999999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bands.exactTo(0).thenEvery(1, 2_000_000_000))
                .withMessage("2000000000 bands of width 1; at most 10000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bands.parse("exact to 200, then 202–250, 251+"))
                .withMessage("bands \"exact to 200, then 202–250, 251+\" do not follow on each other, as"
                        + " \"exact to 200, then 201–250, 251+\" do");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bands.parse("200"))
                .withMessage("\"200\" is no list of bands such as \"exact to 200, then 201–250, 251+\"");
    }

    @ParameterizedTest
    @EnumSource
    void tie_rules_are_read_as_they_are_written(TieRule rule) {
        assertThat(TieRule.parse(rule.toString())).isEqualTo(rule);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void positions_are_read_as_they_are_written(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int best = random.nextInt(1, 2_000);
        boolean tied = random.nextBoolean();
        TieMark mark = List.of(TieMark.values()).get(random.nextInt(3));
        Position position = switch (random.nextInt(4)) {
            case 0 -> Position.band(best, best + random.nextInt(0, 100));
            case 1 -> Position.openBand(best);
            case 2 -> Position.exact(best + 0.5, tied, mark);
            default -> Position.exact(best, tied, mark);
        };
        Position read = Position.parse(position.toString());

        assertThat(read).isEqualTo(position).hasToString(position.toString());
        assertThat(List.of(read.best(), read.worst(), read.isBand()))
                .isEqualTo(List.of(position.best(), position.worst(), position.isBand()));
        assertThat(read.isTied()).isEqualTo(tied && mark != TieMark.NONE && !position.isBand());
    }

    @Test
    void positions_are_counted_from_one_and_bands_go_up() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.exact(Double.NaN, false, TieMark.NONE))
                .withMessage("position NaN; positions are counted from 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.band(250, 201))
                .withMessage("band from 250 to 201; positions are counted from 1, up");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.tier("Tier 1", 0, 3))
                .withMessage("tier from 0 to 3; positions are counted from 1, up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tier 1", "0", "-5", "2025-10-12", "=26=", "+", "1,201", "99999999999"})
    void what_is_no_position_is_refused_by_a_sentence(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.parse(text))
                .withMessageContaining("position");
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void any_other_text_is_refused_or_written_as_it_was_read(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "exact to 20, then 21" : "");
        for (int i = 0; i < random.nextInt(0, 12); i++) {
            text.append(HOSTILE.charAt(random.nextInt(HOSTILE.length())));
        }
        read(() -> Position.parse(text.toString()).toString());
        read(() -> Bands.parse(text.toString()).toString())
                .ifPresent(each -> assertThat(each).isEqualTo(text.toString()));
        read(() -> TieRule.parse(text.toString()).toString());
        read(() -> Weights.parse(text.toString(), List.of(Indicator.of("a"))).toString());
    }

    private static Optional<String> read(java.util.function.Supplier<String> parser) {
        try {
            return Optional.of(parser.get());
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).isNotBlank().doesNotContain("\u001b", "\n", "\u202e");
            return Optional.empty();
        }
    }

    @Test
    void a_printed_result_is_a_position_and_a_number() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedResult.of("", ""))
                .withMessage(
                        "published score \"\" is not a number such as 78.7; if none was printed, give the constructor an empty one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedResult.of(" ", "78.7"))
                .withMessage("published position is blank; it needs at least one visible character");
        assertThatIllegalArgumentException().isThrownBy(() -> PublishedResult.of("1", "1e999999999"));
        assertThat(PublishedResult.of("=26", "78.70").score()).contains(new BigDecimal("78.70"));
    }
}
