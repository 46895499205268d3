package io.github.medrank.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reader of text from strangers has to bear. */
class CsvHostileInputTest {
    private static final String ELSEWHERE = "; Csv.read finds columns by other headers";

    private static final Indicator PAPERS = Indicator.of("papers");
    private static final Indicator COST = Indicator.of("cost");
    private static final List<Indicator> BOTH = List.of(PAPERS, COST);

    /** What a text is put together from: whatever means something to CSV, to the headers, to numbers or to names. */
    private static final List<String> PIECES = List.of(
            "school",
            "id",
            "country",
            "aliases",
            "published-rank",
            "published-score",
            "papers",
            "cost",
            ",",
            ",",
            ",",
            "\n",
            "\n",
            "\r\n",
            "\r",
            "\"",
            "\"\"",
            "\",\"",
            "|",
            "-",
            "n/a",
            "N/A",
            " ",
            "\t",
            "\uFEFF",
            "\u0000",
            "\u00A0",
            "é",
            "e\u0301",
            "東京",
            "\uD83C\uDFE5",
            "\uD83C",
            "GB",
            "US",
            "XX",
            "1",
            "0.1",
            "-0",
            "1e5",
            "1e400",
            "0e-999999999",
            "9e-2147483648",
            "1,5",
            "NaN",
            "Infinity",
            "0x1p3",
            "1_000",
            "Yale",
            "Bern",
            "#",
            ";",
            "%s",
            "${x}",
            "<b>");

    static LongStream seeds() {
        return LongStream.range(0, 1_000);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void whatever_the_text_it_reads_back_as_written_or_a_CsvException_says_why_not(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String text = (random.nextBoolean() ? "school,papers,cost,aliases\n" : "")
                + random.ints(random.nextInt(40), 0, PIECES.size())
                        .mapToObj(PIECES::get)
                        .collect(Collectors.joining());
        Csv reader = random.nextBoolean() ? Csv.reader(BOTH) : Csv.reader(BOTH).withEveryAttribute();
        IndicatorTable table;
        try {
            table = reader.parse(text);
        } catch (CsvException e) {
            assertThat(e.line())
                    .isBetween(
                            1L,
                            1 + text.chars().filter(c -> c == '\n' || c == '\r').count());
            assertThat(e.column()).isNotNegative();
            return;
        }
        CsvTables.assertSame(Csv.parseTable(Csv.write(table), BOTH), table);
    }

    static LongStream fewSeeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("fewSeeds")
    void a_table_that_is_written_reads_as_it_was(long seed) {
        IndicatorTable table = CsvTables.random(new SplittableRandom(seed), BOTH, PIECES);
        String text;
        try {
            text = Csv.write(table);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(?s)school \".*\": .*");
            return;
        }
        CsvTables.assertSame(Csv.parseTable(text, BOTH), table);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Yale;`yale `;Jale;id \"yale \" begins or ends in white space, which is not read",
                "Yale;`\u00A0yale`;Jale;id \"\u00A0yale\" begins or ends in white space, which is not read",
                "Yale;-;Jale;id \"-\" reads as a missing value",
                "Yale;N/A;Jale;id \"N/A\" reads as a missing value",
                "Yale;yale;Ja|le;alias \"Ja|le\" holds the | that separates aliases",
                "Yale;yale;n/a;its only alias \"n/a\" reads as a missing value",
            })
    void what_would_read_differently_is_not_written(String name, String id, String alias, String message) {
        IndicatorTable table = IndicatorTable.builder(PAPERS)
                .row(School.of(id, name).withAlias(alias), 1)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.write(table))
                .withMessage("school \"" + name + "\": " + message);
    }

    @ParameterizedTest
    @CsvSource({"' =1',' =1\" begins or ends in white space, which is not read'", "—,'—\" reads as a missing value'"})
    void a_position_that_would_read_differently_is_not_written(String position, String fault) {
        School yale = School.of("Yale");
        IndicatorTable table = IndicatorTable.builder(PAPERS)
                .row(yale, 1)
                .published(yale, PublishedResult.of(position, "9"))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.write(table))
                .withMessage("school \"Yale\": published position \"" + fault);
    }

    @Test
    void of_several_aliases_one_may_look_like_a_missing_value() {
        IndicatorTable table = IndicatorTable.builder(PAPERS)
                .row(School.of("Yale").withAlias("-").withAlias("n/a"), 1)
                .build();
        CsvTables.assertSame(Csv.parseTable(Csv.write(table), List.of(PAPERS)), table);
    }

    @ParameterizedTest
    @CsvSource({"school", "id", "country", "aliases", "published-rank", "published-score", "' papers'"})
    void an_indicator_headed_like_something_else_is_not_written(String id) {
        IndicatorTable table = IndicatorTable.builder(Indicator.of(id))
                .row(School.of("Yale"), 1)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Csv.write(table))
                .withMessage(
                        "indicator \"" + id + "\": a column with this header would not be read as the indicator's");
    }

    @Test
    void limits_let_through_exactly_what_they_say() {
        String text = "school,papers\nYale,1\n\n\"Bonn\",2\n";
        Csv exact = Csv.reader(List.of(PAPERS)).withMaxRows(2).withMaxColumns(2).withMaxCellLength(6);
        assertThat(exact.parse(text).size()).isEqualTo(2);
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> exact.withMaxRows(1).parse(text))
                .withMessage("line 4: more than 1 rows; a reader withMaxRows(n) takes n");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> exact.withMaxColumns(1).parse(text))
                .withMessage("line 1: more than 1 columns; a reader withMaxColumns(n) takes n");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> exact.withMaxCellLength(5).parse(text))
                .withMessage(
                        "line 1, column 1: a cell of 6 characters; 5 are allowed, and a reader withMaxCellLength(n)"
                                + " takes n");
    }

    @Test
    void limits_survive_the_other_choices_of_a_reader() {
        String text = "school,p,note\nYale,1,x\nBonn,2,y\n";
        Csv reader = Csv.reader(List.of(PAPERS)).withMaxRows(1).withColumn(PAPERS, "p");
        for (Csv each : List.of(reader, reader.withAttributes("note"), reader.withEveryAttribute())) {
            assertThatExceptionOfType(CsvException.class)
                    .isThrownBy(() -> each.parse(text))
                    .withMessage("line 3: more than 1 rows; a reader withMaxRows(n) takes n");
        }
    }

    @Test
    void limits_are_ten_thousand_characters_a_thousand_columns_and_a_million_rows_unless_set() {
        String row = "Yale,1" + ",".repeat(998) + "\n";
        String headers =
                IntStream.range(0, 998).mapToObj(i -> ",h" + i).collect(Collectors.joining("", "school,papers", "\n"));
        assertThat(Csv.parseTable(headers + row, List.of(PAPERS)).size()).isOne();
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable(headers.strip() + ",one-more\n" + row, List.of(PAPERS)))
                .withMessage("line 1: more than 1000 columns; a reader withMaxColumns(n) takes n");
        String name = "x".repeat(10_000);
        assertThat(Csv.parseTable("school,papers\n" + name + ",1", List.of(PAPERS))
                        .size())
                .isOne();
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable("school,papers\n" + name + "y,1", List.of(PAPERS)))
                .withMessage("line 2, column 1: a cell of 10001 characters; 10000 are allowed, and a reader"
                        + " withMaxCellLength(n) takes n");
        assertThat(Csv.reader(List.of(PAPERS)).limits().rows()).isEqualTo(1_000_000);
    }

    @Test
    void a_limit_below_one_is_refused() {
        Csv reader = Csv.reader(List.of(PAPERS));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.withMaxRows(0))
                .withMessage("0 rows at most; a table needs one at least");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.withMaxColumns(0))
                .withMessage("0 columns at most; a table needs one at least");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> reader.withMaxCellLength(0))
                .withMessage("0 characters a cell at most; a name needs one at least");
    }

    @Test
    void a_text_cut_short_inside_quotes_is_not_a_shorter_table() {
        String whole = "school,papers,note\nYale,1,\"old, \"\"new\"\"\"\nBonn,2,\"\"\"\"\n";
        assertThat(Csv.parseTable(whole, List.of(PAPERS)).size()).isEqualTo(2);
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(
                        () -> Csv.parseTable("school,papers,note\r\nYale,1,\"old\r\nBonn,2,new\r\n", List.of(PAPERS)))
                .withMessage("line 2: a quote is opened here and never closed; is the text cut short?");
    }

    @Test
    void a_quote_inside_an_unquoted_cell_opens_nothing() {
        assertThat(Csv.parseTable("school,papers\n5\" disk school,1\n", List.of(PAPERS))
                        .schools()
                        .get(0)
                        .name())
                .isEqualTo("5\" disk school");
    }

    @Test
    void text_after_a_closing_quote_is_named() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable("school,papers\n\"Yale\"x,1\n", List.of(PAPERS)))
                .withMessage("line 1: after this line the text is no CSV: Unexpected character after closing quote: 'x'"
                        + " (0x78)");
    }

    @Test
    void an_attribute_without_a_header_is_refused_where_all_are_wanted() {
        String text = "school,papers,\nYale,1,x\n";
        assertThat(Csv.parseTable(text, List.of(PAPERS)).size()).isOne();
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(
                        () -> Csv.reader(List.of(PAPERS)).withEveryAttribute().parse(text))
                .withMessage(
                        "line 1, column 3: no header; an attribute needs one, or name those wanted by withAttributes");
    }

    @Test
    void a_zero_with_a_monstrous_exponent_stays_small() {
        IndicatorTable table =
                Csv.parseTable("school,papers,published-score\nYale,0e-999999999,0e-999999999\n", List.of(PAPERS));
        assertThat(table.published()
                        .get(School.of("Yale"))
                        .score()
                        .orElseThrow()
                        .toPlainString())
                .isEqualTo("0");
        assertThat(table.cell(School.of("Yale"), PAPERS)).isEqualTo(Cell.of(0));
    }

    @Test
    void a_number_of_more_than_four_hundred_characters_is_refused_unread() {
        String zeros = "0".repeat(399);
        assertThat(Csv.parseTable("school,papers\nYale," + zeros + "1\n", List.of(PAPERS))
                        .cell(School.of("Yale"), PAPERS))
                .isEqualTo(Cell.of(1));
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable("school,papers\nYale,0" + zeros + "1\n", List.of(PAPERS)))
                .withMessage("line 2, column 2: papers of \"Yale\": \"" + "0".repeat(40)
                        + "…\" has more digits, or a larger exponent, than a double holds");
    }

    @Test
    void a_missing_header_is_named_beside_a_few_of_those_there_are() {
        String many = IntStream.range(0, 22).mapToObj(i -> "h" + i).collect(Collectors.joining(","));
        String shown = IntStream.range(0, 20).mapToObj(i -> "h" + i).collect(Collectors.joining(", "));
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable(many, List.of(PAPERS)))
                .withMessage("line 1: no column \"school\"; there are [" + shown + ", … 2 more]" + ELSEWHERE);
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable(shown, List.of(PAPERS)))
                .withMessage("line 1: no column \"school\"; there are [" + shown + "]" + ELSEWHERE);
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable("x".repeat(40), List.of(PAPERS)))
                .withMessage("line 1: no column \"school\"; there are [" + "x".repeat(40) + "]" + ELSEWHERE);
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable("school," + "x".repeat(41), List.of(PAPERS)))
                .withMessage("line 1: no column \"papers\"; there are [school, " + "x".repeat(40) + "…]" + ELSEWHERE);
    }

    @Test
    void blanks_between_aliases_and_a_plus_before_a_number_are_read_over() {
        IndicatorTable table = Csv.parseTable("school,aliases,papers\nYale,Jale| ||Yale U,+1\n", List.of(PAPERS));
        assertThat(table.schools().get(0).aliases()).containsExactly("Jale", "Yale U");
        assertThat(table.cell(School.of("Yale"), PAPERS)).isEqualTo(Cell.of(1));
    }

    /** 2¹⁴ ids of one hash code: half a minute if a hash table falls for it. */
    @Test
    void ids_of_one_hash_code_do_not_slow_it_down() {
        StringBuilder text = new StringBuilder("school,id,papers,published-rank\n");
        for (int i = 0; i < 1 << 14; i++) {
            text.append("Yale,");
            for (int bit = 0; bit < 14; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            text.append(",1,1\n");
        }
        IndicatorTable table = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> Csv.parseTable(text.toString(), List.of(PAPERS)));
        assertThat(table.schools().stream().map(School::hashCode).distinct()).hasSize(1);
        assertThat(table.published()).hasSize(1 << 14);
    }

    static List<IntFunction<String>> shapes() {
        return List.of(
                n -> "school,papers\n" + rows(n / 10),
                n -> "school,papers\n" + rows(n / 20) + "\n".repeat(n / 2),
                n -> "school,papers,aliases\n" + aliases(n / 10_000),
                n -> "school,papers,\"" + "\"\"".repeat(4_000) + "\"\n" + quotes(n / 8_000),
                n -> headers(900) + wide(n / 1_800),
                n -> "school,papers,published-score\n" + digits(n / 400));
    }

    /** Bytes that reading takes, for each character, must not grow when the text does; the time limit finds a hang. */
    @ParameterizedTest
    @MethodSource("shapes")
    void memory_grows_with_the_text_and_no_faster(IntFunction<String> shape) {
        Csv reader = Csv.reader(List.of(PAPERS)).withEveryAttribute();
        String small = shape.apply(200_000);
        String large = shape.apply(1_600_000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            bytes(reader, small);
            double before = bytes(reader, small) / (double) small.length();
            double after = bytes(reader, large) / (double) large.length();
            assertThat(after).isLessThan(2 * before).isLessThan(300);
        });
    }

    private static long bytes(Csv reader, String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(reader.parse(text).size()).isPositive();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static String rows(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> "s" + i + "," + i % 100 + "\n")
                .collect(Collectors.joining());
    }

    private static String aliases(int rows) {
        String aliases = "a|".repeat(4_999);
        return IntStream.range(0, rows)
                .mapToObj(i -> "s" + i + ",1," + aliases + "\n")
                .collect(Collectors.joining());
    }

    private static String quotes(int rows) {
        String quoted = "\"" + "\"\"".repeat(4_000) + "\"";
        return IntStream.range(0, rows)
                .mapToObj(i -> "s" + i + ",1," + quoted + "\n")
                .collect(Collectors.joining());
    }

    private static String headers(int columns) {
        return IntStream.range(0, columns)
                .mapToObj(i -> ",h" + i)
                .collect(Collectors.joining("", "school,papers", "\n"));
    }

    private static String wide(int rows) {
        String cells = ",x".repeat(900);
        return IntStream.range(0, rows)
                .mapToObj(i -> "s" + i + ",1" + cells + "\n")
                .collect(Collectors.joining());
    }

    private static String digits(int rows) {
        String zeros = "0".repeat(395);
        return IntStream.range(0, rows)
                .mapToObj(i -> "s" + i + ",1," + zeros + "1\n")
                .collect(Collectors.joining());
    }

    @Test
    void a_missing_cell_reads_as_not_reported_whatever_its_reason() {
        IndicatorTable table = IndicatorTable.builder(PAPERS, COST)
                .row(School.of("Yale"), List.of(Cell.missing(MissingReason.NOT_APPLICABLE), Cell.of(1)))
                .build();
        assertThat(Csv.parseTable(Csv.write(table), BOTH).cell(School.of("Yale"), PAPERS))
                .isEqualTo(Cell.missing(MissingReason.NOT_REPORTED));
    }
}
