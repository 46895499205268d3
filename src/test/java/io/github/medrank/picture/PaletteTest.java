package io.github.medrank.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contrasts by the formula of WCAG 2.2; a checker of pages cannot look into pictures. */
class PaletteTest {
    static Stream<Palette> palettes() {
        return Stream.of(Palette.LIGHT, Palette.DARK);
    }

    private static double luminance(String colour) {
        double[] parts = IntStream.of(1, 3, 5)
                .mapToDouble(at -> Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void letters_and_lines_have_the_contrast_they_need(Palette palette) {
        for (String behind : List.of(palette.paper(), palette.stripe(), palette.mark())) {
            for (String letters : List.of(palette.ink(), palette.faint())) {
                assertThat(contrast(letters, behind))
                        .as(letters + " on " + behind)
                        .isGreaterThanOrEqualTo(4.5);
            }
            for (String drawn : List.of(palette.line(), palette.dot())) {
                assertThat(contrast(drawn, behind)).as(drawn + " on " + behind).isGreaterThanOrEqualTo(3);
            }
        }
        assertThat(contrast(palette.ink(), palette.cell())).isGreaterThanOrEqualTo(4.5);
        for (String letters : List.of(palette.up(), palette.down())) {
            assertThat(contrast(letters, palette.paper())).isGreaterThanOrEqualTo(4.5);
        }
    }
}
