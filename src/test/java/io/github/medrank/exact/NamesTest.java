package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names against Unicode's own forms and regular expressions, without the short cuts for common letters. */
class NamesTest {
    private static final int[] RANGES = {0x20, 0x7E, 0x80, 0xFF, 0x100, 0x17F, 0x2B0, 0x36F, 0x390, 0x3FF, 0x900, 0x97F
    };
    private static final String ODD =
            "\u0301\u00B4`'\u2019-\u2013\u212B\uFB01\u2160\u00BD\u0660\u00AD\u200D\u20DD\u0345\uD835\uDC9C\uD83D\uDE00\uD800\uDC00";

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void random_names_are_folded_and_made_ids_as_unicode_says(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String name = IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> letter(random))
                .collect(Collectors.joining());
        assertThat(Names.folded(name)).isEqualTo(folded(name));
        assertThat(Names.id("a" + name)).isEqualTo(id("a" + name));
        assertThat(Names.id(name + "7")).isEqualTo(id(name + "7"));
        assertThat(Names.normalized(name, Form.NFC)).isEqualTo(Normalizer.normalize(name, Form.NFC));
        assertThat(Names.normalized(name, Form.NFKC)).isEqualTo(Normalizer.normalize(name, Form.NFKC));
    }

    private static String letter(SplittableRandom random) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return String.valueOf(ODD.charAt(random.nextInt(ODD.length())));
        }
        int range = kind == 1 ? 0 : random.nextInt(RANGES.length / 2);
        return Character.toString(random.nextInt(RANGES[2 * range], RANGES[2 * range + 1] + 1));
    }

    @Test
    void every_character_is_folded_and_normalized_as_unicode_says() {
        for (int c = 0; c <= 0xFFFF; c++) {
            String text = String.valueOf((char) c);
            assertThat(Names.folded(text)).as("U+%04X", c).isEqualTo(folded(text));
            assertThat(Names.normalized(text, Form.NFC))
                    .as("U+%04X", c)
                    .isEqualTo(Normalizer.normalize(text, Form.NFC));
            assertThat(Names.id("x" + text + "y")).as("U+%04X", c).isEqualTo(id("x" + text + "y"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void words_are_the_runs_of_letters_marks_and_numbers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] parts = {
            "the", "and", "The", "med", "é", "½", "Ⅷ", "\uD835\uDC9C", " ", "-", "&", ",", "–", "'", "/", "क्"
        };
        String name = IntStream.range(0, 1 + random.nextInt(9))
                .mapToObj(i -> parts[random.nextInt(parts.length)])
                .collect(Collectors.joining());
        assertThat(NameKeys.words(name)).isEqualTo(words(name));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Form.NFKD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }

    private static String id(String name) {
        return Normalizer.normalize(name, Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{Nd}]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String words(String name) {
        String[] parts = NameKeys.unaccented(name).replace("'", "").split("[^\\p{L}\\p{M}\\p{N}]+");
        int from = parts.length > 0 && parts[0].isEmpty() ? 1 : 0;
        int start = from < parts.length && parts[from].equals("the") ? from + 1 : from;
        String kept = Arrays.stream(parts)
                .skip(start)
                .filter(part -> !part.equals("and"))
                .collect(Collectors.joining(" "));
        return kept.isEmpty() ? NameKeys.unaccented(name) : kept;
    }
}
