package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.function.Function;

/** Looks for a text that a value's reader accepts and does not write back, or that breaks it. */
class ValuesFuzzTest {
    private static final List<Indicator> INDICATORS =
            List.of(Indicator.of("a", "Papers, all of them"), Indicator.of("b"), Indicator.of("c", "a, 1 b"));

    @FuzzTest(maxDuration = "2m")
    void any_text_is_a_value_that_is_written_and_read_again_or_is_refused(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        check(text, Position::parse);
        check(text, Bands::parse);
        check(text, TieRule::parse);
        check(text, each -> Weights.parse(each, INDICATORS));
    }

    private static <T> void check(String text, Function<String, T> parser) {
        T value;
        try {
            value = parser.apply(text);
        } catch (IllegalArgumentException e) {
            return;
        }
        assertThat(parser.apply(value.toString())).isEqualTo(value);
    }
}
