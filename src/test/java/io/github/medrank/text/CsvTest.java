package io.github.medrank.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.medrank.Cell;
import io.github.medrank.GeneratedTables;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.PublishedResult;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.ranking.Rankers;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final List<Indicator> BOTH = List.of(A, B);

    private static void refused(String csv, String message) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable(csv, BOTH))
                .withMessage(message);
    }

    @Test
    void names_numbers_countries_aliases_and_published_results_are_read() {
        IndicatorTable table = Csv.parseTable("""
                school,id,country,aliases,b,a,published-rank,published-score,other
                "Yale, New Haven",yale,US,Yale|Old Yale,2.50,-1e2,=1,99,x
                香港大學,,HK,,3,4,,,y
                """, BOTH);

        School yale = table.schools().get(0);
        assertThat(yale.id()).isEqualTo("yale");
        assertThat(yale.name()).isEqualTo("Yale, New Haven");
        assertThat(yale.aliases()).containsExactly("Yale", "Old Yale");
        assertThat(yale.country()).contains("US");
        assertThat(yale.attributes()).isEmpty();
        assertThat(table.indicators()).containsExactly(A, B);
        assertThat(table.cell(yale, A)).isEqualTo(Cell.of(-100));
        assertThat(table.cell(yale, B)).isEqualTo(Cell.of(2.5));
        assertThat(table.schools().get(1).id()).isEqualTo("香港大學");
        assertThat(table.published()).containsExactly(Map.entry(yale, PublishedResult.of("=1", "99")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "n/a", "N/A", "  "})
    void nothing_reported(String blank) {
        IndicatorTable table = Csv.parseTable("school,a,b\nYale,1," + blank + "\n", BOTH);
        assertThat(table.cell(School.of("Yale"), B)).isEqualTo(Cell.missing(MissingReason.NOT_REPORTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "school,a,b\r\nYale,1,2\r\n",
                "school,a,b\rYale,1,2",
                "\uFEFFschool,a,b\nYale,1,2",
                "school , a,b\n\n Yale ,1, 2\n\n",
                "\"school\",\"a\",\"b\"\n\"Yale\",\"1\",\"2\""
            })
    void line_ends_marks_quotes_and_blanks_do_not_matter(String csv) {
        assertThat(Csv.parseTable(csv, BOTH))
                .isEqualTo(IndicatorTable.builder(A, B)
                        .row(School.of("Yale"), 1, 2)
                        .build());
    }

    @Test
    void quotes_inside_and_line_breaks_in_a_name() {
        IndicatorTable table = Csv.parseTable("school,a,b\n\"The \"\"Old\"\"\nSchool\",1,2\nYale,x,2", List.of(B));
        assertThat(table.schools().get(0).name()).isEqualTo("The \"Old\" School");
        refused(
                "school,a,b\n\"The \"\"Old\"\"\nSchool\",1,2\nYale,x,2",
                "line 4, column 2: a of \"Yale\": \"x\" is not a number with a decimal point, such as 95.7; leave the cell"
                        + " blank if there is none");
    }

    @Test
    void other_headers_and_other_columns() {
        String csv = "school,Academic,b,city,size\nYale,1,2,New Haven,L\n";
        Csv reader = Csv.reader(BOTH).withColumn(A, "Academic");
        School yale = School.of("Yale");

        assertThat(reader.parse(csv).cell(yale, A)).isEqualTo(Cell.of(1));
        assertThat(reader.withAttributes("size").parse(csv).schools().get(0).attributes())
                .containsExactly(Map.entry("size", "L"));
        assertThat(reader.withEveryAttribute().parse(csv).schools().get(0).attributes())
                .containsExactly(Map.entry("city", "New Haven"), Map.entry("size", "L"));
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> reader.withAttributes("town").parse(csv))
                .withMessage(
                        "line 1: no column \"town\"; there are [school, Academic, b, city, size]; Csv.read finds columns by other headers");
    }

    @Test
    void what_is_no_table_is_refused_with_line_and_column() {
        refused("", "line 1: the text is empty; its first line must hold the headers");
        refused("school,a,b\n", "line 1: no schools; a table needs at least one line after the headers");
        refused(
                "name,a,b\nYale,1,2",
                "line 1: no column \"school\"; there are [name, a, b]; Csv.read finds columns by other headers");
        refused(
                "school,a\nYale,1",
                "line 1: no column \"b\"; there are [school, a]; Csv.read finds columns by other headers");
        refused("school,a,b,a\nYale,1,2,3", "line 1, column 4: header \"a\" comes twice");
        refused("school,a,b\nYale,1", "line 2: 2 fields for 3 headers");
        refused("school,a,b\nYale,1,2,3", "line 2: 4 fields for 3 headers");
        refused(
                "school,country,a,b\nYale,USA,1,2",
                "line 2, column 2: country of \"Yale\": \"USA\" is not an ISO 3166-1 alpha-2 code such as GB or JP;"
                        + " Csv.read takes it for US");
        refused(
                "school,a,b\nYale,1,2\nYale,3,4",
                "line 3, column 1: school id \"yale\" comes twice, first in line 2; give one of them another id in a column"
                        + " \"id\"");
        refused(
                "school,id,a,b\nYale,y,1,2\nOther,y,3,4",
                "line 3, column 2: school id \"y\" comes twice, first in line 2; give one of them another id in a column"
                        + " \"id\"");
        refused(
                "school,a,b\n,1,2",
                "line 2, column 1: no name of a school: \"| 1 | 2\"; Csv.read sets such lines aside");
        refused(
                "school,a,b\nYale,1,2\nTotal,1,2",
                "line 3, column 1: a total, not a school: \"Total | 1 | 2\"; Csv.read sets such lines aside");
        refused(
                "school,a,b\nschool,a,b\nYale,1,2",
                "line 2, column 1: the headers again: \"school | a | b\"; Csv.read sets such lines aside");
        refused(
                "year,school,a,b\n2024,Yale,1,2\n2025,Yale,1,2",
                "line 3, column 2: school id \"yale\" comes twice, first in line 2; Csv.read with withRows picks one year");
        refused("school,a,b\n\"Yale,1,2", "line 2: a quote is opened here and never closed; is the text cut short?");
    }

    @ParameterizedTest
    @CsvSource({
        "'1,5',DIALECT",
        "1.2.3,",
        "0x10,",
        "NaN,MISSING",
        "Infinity,",
        "1d,",
        "١٢,",
        "1 000,DIALECT",
        "95%,DIALECT",
        "NULL,MISSING",
        "=1,",
        "--1,",
        "e5,",
        ".,"
    })
    void only_plain_numbers_with_a_decimal_point(String text, @Nullable String wayOut) {
        String hint = wayOut == null
                ? ""
                : wayOut.equals("MISSING")
                        ? "; Csv.read takes it for a missing value"
                        : "; Csv.read finds decimal commas, thousands separators and percent signs";
        refused(
                "school,a,b\nYale,\"" + text + "\",2",
                "line 2, column 2: a of \"Yale\": \"" + text + "\" is not a number with a decimal point, such as 95.7;"
                        + " leave the cell blank if there is none" + hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "0.1000000000000000000001", "1e-999", "12345678901234567890.5"})
    void numbers_a_double_cannot_hold_are_refused_and_not_bent(String text) {
        refused(
                "school,a,b\nYale," + text + ",2",
                "line 2, column 2: a of \"Yale\": \"" + text + "\" has more digits, or a larger exponent, than a double"
                        + " holds");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1.0 / 3, 1e300, 4.9e-324, -0.3000000000000004, 1.2345678901234568E16})
    void numbers_a_double_prints_are_read_back(double value) {
        assertThat(Csv.parseTable("school,a,b\nYale," + value + ",2", BOTH).cell(School.of("Yale"), A))
                .isEqualTo(Cell.of(value));
    }

    /** What the lenient form takes off or turns into something else stays as it is written. */
    @Test
    void an_apostrophe_is_read_as_one_and_no_name_of_a_country_as_a_code() {
        IndicatorTable table = Csv.parseTable("school,id,country,a,b\n'=Yale,'+y,NA,1,2\nTotal,t,n/a,1,2", BOTH);
        assertThat(table.schools()).extracting(School::name).containsExactly("'=Yale", "Total");
        assertThat(table.schools().get(0).id()).isEqualTo("'+y");
        assertThat(table.schools())
                .extracting(school -> school.country().orElse(""))
                .containsExactly("NA", "");
        refused(
                "school,country,a,b\nYale,Atlantis,1,2",
                "line 2, column 2: country of \"Yale\": \"Atlantis\" is not an ISO 3166-1 alpha-2 code such as GB or JP;"
                        + " Csv.read keeps it as an attribute");
    }

    @Test
    void the_exception_knows_where() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable("school,a,b\nYale,1,x", BOTH))
                .satisfies(e -> {
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.column()).isEqualTo(3);
                });
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_table_that_was_written_is_read_back(long seed) {
        IndicatorTable table = GeneratedTables.table(new SplittableRandom(seed));
        School first = table.schools().get(0);
        IndicatorTable holes = table.with(first, table.indicators().get(0), Cell.missing(MissingReason.NOT_REPORTED));
        assertThat(Csv.parseTable(Csv.write(table), table.indicators())).isEqualTo(table);
        assertThat(Csv.parseTable(Csv.write(holes), table.indicators())).isEqualTo(holes);
    }

    private static Ranking ranking() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("Yale, \"New\"").withCountry("US"), 2, 1)
                .row(School.of("A|B *bold* <i>"), List.of(Cell.of(1.5), Cell.missing(MissingReason.WITHHELD)))
                .build();
        return Methodology.builder("plain")
                .filling(io.github.medrank.normalization.Imputations.zero())
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1))
                .build()
                .rank(table);
    }

    @Test
    void a_ranking_as_csv() {
        assertThat(Csv.write(ranking())).isEqualTo("""
                        position,school,id,country,score,a,b
                        1,"Yale, ""New""\",yale-new,US,1.5,2,1
                        2,A|B *bold* <i>,a-b-bold-i,,0.8,1.5,
                        """);
    }

    @Test
    void a_ranking_as_markdown() {
        assertThat(Markdown.write(ranking())).isEqualTo("""
                        | # | School | Country | Score | a | b |
                        |---:|---|---|---:|---:|---:|
                        | 1 | Yale, "New" | US | 1.5 | 2 | 1 |
                        | 2 | A\\|B \\*bold\\* \\<i\\> |  | 0.8 | 1.5 | – |
                        """);
    }
}
