package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Positions as publishers, and the spreadsheets after them, print them. */
class PrintedPositionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "26;26",
                "=12;12",
                "12=;12",
                "= 12;12",
                "T12;12",
                "t-12;12",
                "T1;1",
                "#1;1",
                "01;1",
                "1.0;1",
                "12.00;12",
                "2.5;2.5",
                "12,0;12",
                "1,201;1201",
                "1 201;1201",
                "1'201;1201",
                "\u00A012\u00A0;12",
                "12\u202F345;12345",
            })
    void exact_positions(String printed, double rank) {
        Position read = Position.ofPrinted(printed).orElseThrow();
        assertThat(read.number()).isEqualTo(rank);
        assertThat(read.isBand()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\nTop 0.1%", "1 Top 0.1 %", "#1\r\nTop 0.1%"})
    void a_share_under_the_position_is_no_part_of_it(String printed) {
        assertThat(Position.ofPrinted(printed)).map(Position::number).contains(1.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "101-150;101;150",
                "101‐150;101;150",
                "101‑150;101;150",
                "101‒150;101;150",
                "101–150;101;150",
                "101—150;101;150",
                "101―150;101;150",
                "101−150;101;150",
                "101 – 150;101;150",
                "=101-150;101;150",
                "1,201–1,400;1201;1400",
                "1.201-1.400;1201;1400",
                "1 001–1 200;1001;1200",
                "1\u00A0001–1\u00A0200;1001;1200",
                "1201+;1201;",
                "1,001+;1001;",
                "1.201+;1201;",
                "1201 +;1201;",
            })
    void bands(String printed, int first, Integer last) {
        Position read = Position.ofPrinted(printed).orElseThrow();
        assertThat(read.isBand()).isTrue();
        assertThat(read.best()).isEqualTo(first);
        assertThat(read.worst()).isEqualTo(last == null ? OptionalInt.empty() : OptionalInt.of(last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NR", "nr", "Reporter", "—", "–", "-", "\u2212", "", " ", "\u00A0", "N/A", "Unranked", ".."})
    void listed_without_a_position(String printed) {
        assertThat(Position.ofPrinted(printed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-10-12",
                "-5",
                "5-",
                "0",
                "=0",
                "0-10",
                "150-101",
                "+",
                "=",
                "T",
                "#",
                "12-Oct",
                "Tier 1",
                "first",
                "1e3",
                "12,34,567",
                "0.5",
                "12 of 35",
                "1234567890",
                "101-150-200",
                "1,2000",
                "NaN",
                "٣",
                "12*",
            })
    void anything_else_is_refused(String printed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.ofPrinted(printed))
                .withMessage("\"" + printed
                        + "\" is no position such as 26, =26, 201–250, 701+, or NR for a school without one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.201", "12.000"})
    void a_point_before_three_digits_could_be_two_numbers(String printed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.ofPrinted(printed))
                .withMessage("position \"" + printed
                        + "\" may have decimals or parted thousands; write it without the point");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12²", "½"})
    void a_footnote_is_no_digit(String printed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.ofPrinted(printed))
                .withMessage("position \"" + printed + "\" is too long, or has a raised digit or a fraction in it");
    }
}
