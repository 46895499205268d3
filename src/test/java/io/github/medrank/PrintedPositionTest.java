package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import io.github.medrank.text.Csv;
import io.github.medrank.text.CsvFile;
import io.github.medrank.text.CsvNote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
                        + "\" may have decimals or a thousands separator; write it without the point");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12²", "½"})
    void a_footnote_is_no_digit(String printed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Position.ofPrinted(printed))
                .withMessage("position \"" + printed + "\" is too long, or has a raised digit or a fraction in it");
    }

    @Test
    void parted_thousands_do_not_turn_a_list_round() {
        List<String> printed = List.of("1", "2", "3", "998", "999", "1,001\u20131,200", "1,201+");
        Map<School, PublishedResult> published = new LinkedHashMap<>();
        Map<School, Integer> order = new LinkedHashMap<>();
        for (int i = 0; i < printed.size(); i++) {
            published.put(School.of("s" + i), new PublishedResult(Optional.of(printed.get(i)), Optional.empty()));
            order.put(School.of("s" + i), i + 1);
        }
        assertThat(RankComparison.of(RankedList.ofPublished(published), RankedList.ofPositions(order))
                        .kendallTauB())
                .hasValue(1);
    }

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static String pick(SplittableRandom random, String... options) {
        return options[random.nextInt(options.length)];
    }

    /** A place as publishers print it; thousands are never separated by a point, which could be one before decimals. */
    private static String printed(SplittableRandom random, int place) {
        String parted = place < 1000
                ? pick(random, "", "0") + place
                : place / 1000
                        + pick(random, "", ",", " ", "\u00A0", "\u202F", "'")
                        + String.format("%03d", place % 1000);
        return parted;
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_form_reads_as_what_was_meant(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int best = random.nextInt(1, 99_999);
        int worst = best + random.nextInt(1, 900);
        String one = printed(random, best);
        String two = printed(random, worst);

        assertThat(Position.ofPrinted(pick(random, "", "#", " ", "\u00A0") + one + pick(random, "", " ")))
                .contains(Position.parse("" + best));
        assertThat(Position.ofPrinted(pick(random, "=", "T", "t", "= ") + one)).contains(Position.parse("=" + best));
        assertThat(Position.ofPrinted(one + "=")).contains(Position.parse("=" + best));
        String dash = pick(random, "-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", " \u2013 ");
        assertThat(Position.ofPrinted(one + dash + two)).contains(Position.parse(best + "\u2013" + worst));
        assertThat(Position.ofPrinted(one + pick(random, "+", " +"))).contains(Position.parse(best + "+"));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_printed_position_is_kept_or_missing_or_noted_as_unread(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder text = new StringBuilder("school;published-rank;papers\n");
        List<String> kept = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String readable = pick(random, "=12", "T12", "1,201\u20131,400", "NR", "Reporter", "701+", "12.0");
            String missing = pick(random, "", "-", "n/a", "\u2013");
            String unreadable = pick(random, "2025-10-12", "-5", "first", "0", "12 of 35", "150-101", "1.201");
            String rank = pick(random, readable, missing, unreadable);
            if (rank.equals(readable)) {
                kept.add("s" + i + " " + rank);
            } else if (rank.equals(unreadable)) {
                unread.add("" + (i + 2));
            }
            text.append('s').append(i).append(';').append(rank).append(";1\n");
        }

        CsvFile file = Csv.read(text.toString(), List.of(Indicator.of("papers")));

        assertThat(file.published().entrySet().stream()
                        .map(each -> each.getKey().name() + " "
                                + each.getValue().position().orElseThrow()))
                .isEqualTo(kept);
        assertThat(file.notes(CsvNote.Kind.PUBLISHED_UNREAD).stream().map(note -> "" + note.line()))
                .isEqualTo(unread);
    }
}
