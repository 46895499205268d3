package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {

    /** Widths as terminals draw them: ideographs, Hangul and fullwidth forms two places, combining marks none. */
    @ParameterizedTest
    @CsvSource({
        "Yale, 4",
        "香港大學, 8",
        "Universität, 11",
        "Universita\u0308t, 11",
        "서울대학교, 10",
        "東京大学, 8",
        "ＡＢ, 4",
        "Москва, 6",
        "جامعة, 5",
        "मुंबई, 3",
        "\u200Bx, 1",
        "𠀀, 2"
    })
    void width_is_that_of_a_terminal(String text, int width) {
        assertThat(TextTable.width(text)).isEqualTo(width);
    }

    @Test
    void columns_line_up_and_lines_have_no_trailing_blanks() {
        TextTable table = TextTable.builder("School")
                .right("Score")
                .left("Note")
                .row("香港大學", 9.5, "")
                .row("Yale", 10.0, "new")
                .note("two schools")
                .build();
        assertThat(table.lines())
                .containsExactly("School    Score  Note", "香港大學    9.5", "Yale         10  new", "two schools");
    }

    /** The blocks of wide and fullwidth characters in Unicode's EastAsianWidth.txt, each from its first to its last. */
    @ParameterizedTest
    @CsvSource({
        "1100, 115F",
        "2E80, 303E",
        "3041, A4CF",
        "A960, A97F",
        "AC00, D7A3",
        "F900, FAFF",
        "FE30, FE6F",
        "FF00, FF60",
        "FFE0, FFE6",
        "1F300, 1FAFF",
        "20000, 3FFFD"
    })
    void blocks_of_wide_characters_end_where_unicode_says(String first, String last) {
        int from = Integer.parseInt(first, 16);
        int to = Integer.parseInt(last, 16);
        assertThat(TextTable.width(Character.toString(from))).isEqualTo(2);
        assertThat(TextTable.width(Character.toString(to))).isEqualTo(2);
        assertThat(TextTable.width(Character.toString(from - 1))).isLessThan(2);
        assertThat(TextTable.width(Character.toString(to + 1))).isLessThan(2);
    }

    @Test
    void arrays_are_spread_and_widths_checked() {
        assertThat(TextTable.builder("a")
                        .left("b")
                        .left("c")
                        .row("1", new Object[] {"2", "3"})
                        .build())
                .hasToString("a  b  c\n1  2  3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTable.builder("a").row("1", "2"))
                .withMessage("2 cells for 1 columns");
    }

    @Test
    void a_long_table_is_cut_and_counts_the_rest() {
        TextTable.Builder builder = TextTable.builder("n");
        IntStream.range(0, 60).forEach(i -> builder.row("row number " + i + " " + "x".repeat(30)));
        String text = builder.note("legend").build().brief(1000, "top(n)");
        int shown = (int) text.lines().filter(line -> line.startsWith("row")).count();
        assertThat(text).hasSizeBetween(900, TextTable.ECHO).endsWith("… " + (1000 - shown) + " more: top(n)\nlegend");
        assertThat(TextTable.builder("n").row("1").build().brief(1, "top(n)")).isEqualTo("n\n1");
        assertThat(TextTable.builder("n").row("1").build().brief(3, "top(n)")).isEqualTo("n\n1\n… 2 more: top(n)");
        assertThat(TextTable.briefRows(5)).isEqualTo(5);
        assertThat(TextTable.briefRows(5000)).isEqualTo(60);
    }
}
