package io.github.medrank.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.base.Splitter;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.PublishedResult;
import io.github.medrank.RankedSchool;
import io.github.medrank.School;
import io.github.medrank.published.Qs;
import io.github.medrank.published.TimesHigherEducation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people have them; all schools and figures are made up. */
class CsvFileTest {
    private static final Indicator AR = Qs.ACADEMIC_REPUTATION;
    private static final Csv READER = Csv.reader(List.of(AR));

    private static double value(CsvFile file, String school) {
        return file.table().cell(school, AR).value().orElseThrow();
    }

    private static List<String> notes(CsvFile file, CsvNote.Kind kind) {
        return file.notes(kind).stream().map(CsvNote::toString).toList();
    }

    private static void refused(Csv reader, String text, String message) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> reader.read(text))
                .withMessage(message);
    }

    // ---- headers ----

    @ParameterizedTest
    @ValueSource(
            strings = {
                "School,Academic Reputation\nYale,95.7",
                "school,AR\nYale,95.7",
                "UNIVERSITY,AR SCORE\nYale,95.7",
                "Institution_Name,academic_reputation\nYale,95.7",
                "institution name,Academic\u00A0Reputation Score\nYale,95.7\u00A0",
                " Name , academic-reputation \n Yale , 95.7 ",
                "\uFEFFSchool,AR\r\nYale,95.7\r\n",
                "AR,School\n95.7,Yale",
            })
    void headers_are_found_by_meaning(String text) {
        assertThat(value(READER.read(text), "Yale")).isEqualTo(95.7);
    }

    @Test
    void what_is_read_under_another_name_and_what_is_not_read_is_noted() {
        CsvFile file = READER.read("Rank,Institution Name,Publisher,Publisher,AR SCORE\n1,Yale,a,b,95.7\n");
        assertThat(notes(file, CsvNote.Kind.RENAMED))
                .containsExactly(
                        "line 1, column 1: column \"Rank\" read as published-rank",
                        "line 1, column 2: column \"Institution Name\" read as school",
                        "line 1, column 5: column \"AR SCORE\" read as academic-reputation");
        assertThat(notes(file, CsvNote.Kind.COLUMN_IGNORED))
                .containsExactly(
                        "line 1, column 3: column \"Publisher\" not read",
                        "line 1, column 4: column \"Publisher\" not read");
        assertThat(file.toString())
                .startsWith("1 school, 1 indicator, 1 with published results;"
                        + " noted: columns renamed 3, columns ignored 2\nline 1, column 1: ");
    }

    @Test
    void two_candidates_or_none_are_an_error_that_names_the_option() {
        refused(
                READER,
                "School,University,AR\nYale,Yale,1\n",
                "line 1, column 2: more than one column can be school: [School, University]; withSchool(header) says which");
        assertThat(value(READER.withSchool("University").read("School,University,AR\nx,Yale,1\n"), "Yale"))
                .isEqualTo(1);
        refused(
                READER,
                "Foo,Bar\nYale,1\n",
                "line 1: no line has a header for the school, such as School, Institution or University;"
                        + " withSchool(header) names it, withHeaderLine(n) says where the headers are");
        refused(
                READER,
                "School,Prestige\nYale,1\n",
                "line 1: no column \"academic-reputation\" (Academic reputation, AR); there are [School, Prestige];"
                        + " withColumn(indicator, header) names one, or leave the indicator out");
        assertThat(value(READER.withColumn(AR, "Prestige").read("School,Prestige\nYale,1\n"), "Yale"))
                .isEqualTo(1);
    }

    @Test
    void a_qs_file_without_an_indicator_says_which_editions_would_do() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.read(
                        "School,AR,ER,CPP,H\nYale,1,2,3,4\n", Qs.medicine(2026).indicators()))
                .withMessageContaining("\"international-research-network\" (International research network, IRN)")
                .withMessageEndingWith("; Qs.medicine of 2013–2022 rank without it");
        assertThat(Csv.read(
                                "School,AR,ER,CPP,H\nYale,1,2,3,4\n",
                                Qs.medicine(2022).indicators())
                        .table()
                        .indicators())
                .hasSize(4);
    }

    // ---- where the table begins and ends ----

    @Test
    void titles_units_blank_rows_totals_and_footnotes_are_noted() {
        CsvFile file = READER.read("""
                Best schools

                Source: us
                School,Country,Academic Reputation
                ,,0-100
                Yale,US,95

                Bonn,DE,80
                Total,,175
                AVERAGE:,,87.5
                Note: see page 3
                """);
        assertThat(file.schools()).extracting(School::name).containsExactly("Yale", "Bonn");
        assertThat(file.notes())
                .extracting(CsvNote::toString)
                .containsExactly(
                        "line 1: above the headers: \"Best schools\"",
                        "line 2: blank line",
                        "line 3: above the headers: \"Source: us\"",
                        "line 5: no name of a school: \"|  | 0-100\"",
                        "line 7: blank line",
                        "line 9: a total, not a school: \"Total |  | 175\"",
                        "line 10: a total, not a school: \"AVERAGE: |  | 87.5\"",
                        "line 11: no values, below a blank line: \"Note: see page 3\"");
    }

    @Test
    void the_headers_twice_are_noted_once() {
        CsvFile file = READER.read("School,AR\nSchool,AR\nYale,1\n");
        assertThat(notes(file, CsvNote.Kind.SET_ASIDE)).containsExactly("line 2: the headers again: \"School | AR\"");
        assertThat(file.schools()).hasSize(1);
    }

    @Test
    void headers_can_be_told_by_line() {
        String text = "University,of nowhere\nSchool,AR\nYale,1\n";
        assertThat(value(READER.withHeaderLine(2).read(text), "Yale")).isEqualTo(1);
    }

    @Test
    void of_stacked_years_one_is_chosen() {
        String text = "Year,School,AR\n2023,Yale,1\n2024,Yale,2\n2025,Yale,3\n";
        refused(
                READER,
                text,
                "line 3, column 2: school id \"yale\" comes twice, first in line 2; withRows picks one year");
        CsvFile file = READER.withRows(row -> row.get("Year").equals("2024")).read(text);
        assertThat(value(file, "Yale")).isEqualTo(2);
        assertThat(notes(file, CsvNote.Kind.FILTERED))
                .containsExactly(
                        "line 2: left out by the filter: \"2023 | Yale | 1\"",
                        "line 4: left out by the filter: \"2025 | Yale | 3\"");
    }

    @Test
    void a_list_of_schools_alone() {
        CsvFile file = Csv.read("Institution\nYale\nUniversität Wien\n", List.of());
        assertThat(file.schools()).extracting(School::name).containsExactly("Yale", "Universität Wien");
        assertThatIllegalStateException()
                .isThrownBy(file::table)
                .withMessage("no indicators were asked for; schools() has the 2 schools");
    }

    @Test
    void cells_without_a_header_are_refused() {
        refused(READER, "School,AR\nYale,1,7\n", "line 2, column 3: 3 cells for 2 headers");
        assertThat(value(READER.read("School,AR\nYale,1,,\n"), "Yale")).isEqualTo(1);
    }

    // ---- separators and numbers ----

    @ParameterizedTest
    @ValueSource(
            strings = {
                "School;AR\nYale;95,7\nBonn;80,25\n",
                "sep=;\nSchool;AR\r\nYale;95,7\nBonn;80,25\n",
                "School\tAR\nYale\t95.7\nBonn\t80.25\n",
                "School|AR\nYale|95.7\nBonn|80.25\n",
                "School,AR\nYale,\"95,7\"\nBonn,\"80,25\"\n",
                "\"School\";\"AR\"\n\"Yale\";\"95,7\"\n\"Bonn\";80,25\n",
                "School;AR\nYale;95,7 %\nBonn;80,25%\n",
            })
    void separators_and_decimal_commas_are_found(String text) {
        CsvFile file = READER.read(text);
        assertThat(value(file, "Yale")).isEqualTo(95.7);
        assertThat(value(file, "Bonn")).isEqualTo(80.25);
    }

    /** Found by fuzzing: what quotes cells or ends lines was taken for what parts them. */
    @ParameterizedTest
    @ValueSource(strings = {"sep=\n\n", "sep=\r\n", "sep=\"\n"})
    void a_line_that_names_no_separator_is_a_line_above_the_headers(String line) {
        CsvFile file = READER.read(line + "School,AR\nYale,95.7\n");
        assertThat(value(file, "Yale")).isEqualTo(95.7);
        assertThat(file.notes(CsvNote.Kind.ABOVE_HEADERS)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "12,345", "123,456", "-1,234"})
    void three_digits_behind_a_comma_are_refused_unless_told(String written) {
        String text = "School\tAR\nYale\t" + written + "\n";
        refused(
                READER,
                text,
                "line 2, column 2: AR of \"Yale\": \"" + written
                        + "\" may have a thousands separator or a decimal comma;"
                        + " withDecimalComma() or withThousands(',') says which");
        assertThat(value(READER.withThousands(',').read(text), "Yale"))
                .isEqualTo(Double.parseDouble(written.replace(",", "")));
        assertThat(value(READER.withDecimalComma().read(text), "Yale"))
                .isEqualTo(Double.parseDouble(written.replace(',', '.')));
    }

    @Test
    void what_the_column_shows_without_doubt_is_read() {
        assertThat(value(READER.read("School\tAR\nYale\t1,234.5\nBonn\t1,234\n"), "Bonn"))
                .isEqualTo(1234);
        assertThat(value(READER.read("School\tAR\nYale\t1,234,567\n"), "Yale")).isEqualTo(1234567);
        assertThat(value(READER.read("School;AR\nYale;1.234,5\nBonn;1.234\n"), "Bonn"))
                .isEqualTo(1234);
        assertThat(value(READER.read("School;AR\nYale;0,125\n"), "Yale")).isEqualTo(0.125);
        assertThat(value(READER.read("School;AR\nYale;95,7\nBonn;1,234\n"), "Bonn"))
                .isEqualTo(1.234);
        assertThat(value(READER.read("School,AR\nYale,1\u00A0234\nBonn,2 345 678\n"), "Yale"))
                .isEqualTo(1234);
        assertThat(value(READER.read("School,AR\nYale,−3.5\n"), "Yale")).isEqualTo(-3.5);
        refused(
                READER,
                "School;AR\nYale;1.234\nBonn;95,7\n",
                "line 2, column 2: AR of \"Yale\": \"1.234\" may have a thousands separator in a file with decimal commas;"
                        + " withThousands('.') says that it has, withDecimalPoint() that it has not");
        refused(
                READER,
                "School;AR\nYale;95,7\nBonn;95.7\n",
                "line 2, column 2: AR of \"Yale\": \"95,7\" has a decimal comma here,"
                        + " and a decimal point or a comma between thousands elsewhere in its column");
    }

    @Test
    void what_a_spreadsheet_has_damaged_is_refused() {
        refused(
                READER,
                "School,AR\nYale,24-Jan\n",
                "line 2, column 2: AR of \"Yale\": \"24-Jan\" is a date;"
                        + " a spreadsheet turns numbers such as 1-24 into one: mend the cell there");
        refused(
                READER,
                "School,AR\nYale,#REF!\n",
                "line 2, column 2: AR of \"Yale\": \"#REF!\" is a spreadsheet's error: mend the cell there, or leave it blank");
        refused(
                READER,
                "School,AR\nYale,95.7*\n",
                "line 2, column 2: AR of \"Yale\": \"95.7*\" is not a number with a decimal point, such as 95.7;"
                        + " leave the cell blank if there is none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "–", "—", "..", "n/a", "N/A", "NA", "NaN", "NULL", "null", "#N/A", "\u00A0", "withheld"
            })
    void missing_values(String written) {
        CsvFile file = READER.withMissing("Withheld").read("School,AR\nYale," + written + "\n");
        assertThat(file.table().cell("Yale", AR).isPresent()).isFalse();
    }

    // ---- schools and countries ----

    @Test
    void countries_are_codes_or_names() {
        CsvFile file = READER.withAttributes().read("""
                School,Country,AR
                A,UK,1
                B,gb,1
                C,United States,1
                D,"Korea, South",1
                E,XK,1
                F,NA,1
                G,Atlantis,1
                H,-,1
                I,DEU,1
                J,UK,1
                """);
        assertThat(file.schools().stream().map(school -> school.country().orElse("none")))
                .containsExactly("GB", "GB", "US", "KR", "XK", "NA", "none", "none", "DE", "GB");
        assertThat(file.schools().get(6).attributes()).containsEntry("country", "Atlantis");
        assertThat(notes(file, CsvNote.Kind.COUNTRY_READ))
                .containsExactly(
                        "line 2, column 2: country \"UK\" read as GB",
                        "line 3, column 2: country \"gb\" read as GB",
                        "line 4, column 2: country \"United States\" read as US",
                        "line 5, column 2: country \"Korea, South\" read as KR",
                        "line 10, column 2: country \"DEU\" read as DE");
        assertThat(notes(file, CsvNote.Kind.COUNTRY_UNKNOWN))
                .containsExactly("line 8, column 2: country \"Atlantis\" not known; kept as an attribute");
    }

    /** Spellings of QS, Times Higher Education and CWUR that are neither a code nor today's usual name. */
    @Test
    void publishers_spellings_are_known() {
        assertThat(List.of(
                                "Brunei Darussalam",
                                "China (Mainland)",
                                "Czech Republic",
                                "Hong Kong SAR",
                                "Hong Kong SAR, China",
                                "Iran (Islamic Republic of)",
                                "Iran, Islamic Republic of",
                                "Kosovo",
                                "Macao SAR, China",
                                "Macau SAR",
                                "Northern Cyprus",
                                "Palestinian Territory, Occupied",
                                "Republic of Korea",
                                "Russian Federation",
                                "Slovak Republic",
                                "Syrian Arab Republic",
                                "Türkiye",
                                "Turkey",
                                "USA",
                                "United States of America",
                                "Venezuela (Bolivarian Republic of)",
                                "Viet Nam",
                                "Bosnia and Herzegovina",
                                "Turks and Caicos Islands")
                        .stream()
                        .map(CountryNames::code)
                        .map(code -> code.orElse("??"))
                        .toList())
                .containsExactly(
                        "BN", "CN", "CZ", "HK", "HK", "IR", "IR", "XK", "MO", "MO", "CY", "PS", "KR", "RU", "SK", "SY",
                        "TR", "TR", "US", "US", "VE", "VN", "BA", "TC");
    }

    @Test
    void names_lose_their_odd_blanks_and_damaged_ones_are_noted() {
        CsvFile file = READER.read("School,AR\n\"Yale\u00A0  \nUniversity\",1\nM\uFFFDnchen,2\nNULL,3\n");
        assertThat(file.schools()).extracting(School::name).containsExactly("Yale University", "M\uFFFDnchen");
        assertThat(notes(file, CsvNote.Kind.NAME_DAMAGED))
                .containsExactly(
                        "line 4, column 1: \"M\uFFFDnchen\" holds U+FFFD: decode the text with its own character set");
        assertThat(notes(file, CsvNote.Kind.SET_ASIDE)).containsExactly("line 5: no name of a school: \"NULL | 3\"");
    }

    @Test
    void a_column_of_aliases_and_one_of_ids_are_used() {
        CsvFile file = READER.read("id,School,aliases,AR\ny,Yale,Yale University|YU,1\nt,Total,,2\n");
        assertThat(file.schools()).extracting(School::id).containsExactly("y", "t");
        assertThat(file.schools().get(0).aliases()).containsExactly("Yale University", "YU");
    }

    // ---- published results ----

    @ParameterizedTest
    @ValueSource(
            strings = {"12", "=12", "12=", "T12", "12.0", "#12", "101–150", "1,201–1,400", "1401+", "NR", "Reporter"})
    void printed_positions_are_kept_as_printed(String printed) {
        CsvFile file = READER.read("Rank\tSchool\tAR\n" + printed + "\tYale\t1\n");
        assertThat(file.published()).containsValue(new PublishedResult(Optional.of(printed), Optional.empty()));
        assertThat(file.table().published()).isEqualTo(file.published());
        assertThat(file.notes(CsvNote.Kind.PUBLISHED_UNREAD)).isEmpty();
    }

    @Test
    void what_cannot_be_read_of_published_results_is_noted() {
        CsvFile file = READER.read("Position;School;AR;Overall\n2025-10-12;A;1;90,50\n2;B;1;82,2–88,2\n—;C;1;\n");
        assertThat(file.published().get(file.schools().get(0)))
                .isEqualTo(new PublishedResult(Optional.empty(), Optional.of(new BigDecimal("90.50"))));
        assertThat(file.notes(CsvNote.Kind.PUBLISHED_UNREAD)).hasSize(2);
        assertThat(notes(file, CsvNote.Kind.PUBLISHED_UNREAD).get(1))
                .isEqualTo("line 3, column 4: score \"82,2–88,2\" of \"B\" is the range of a band, not one score");
        assertThat(file.published()).hasSize(2);
    }

    // ---- for all ----

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static String cell(String text, char separator, SplittableRandom random) {
        boolean quote = text.indexOf(separator) >= 0 || text.indexOf('"') >= 0 || random.nextInt(4) == 0;
        return quote ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** Numbers of up to three decimals in any dialect are the numbers written, or the text is refused. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_number_differs_from_what_its_text_says(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        char separator = ",;\t|".charAt(random.nextInt(4));
        char decimal = random.nextBoolean() ? ',' : '.';
        String thousands = List.of("", decimal == ',' ? "." : ",", " ").get(random.nextInt(3));
        int decimals = random.nextInt(4);
        StringBuilder text = new StringBuilder("School" + separator + "AR\n");
        List<BigDecimal> written = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            BigDecimal number = BigDecimal.valueOf(random.nextLong(random.nextBoolean() ? 2_000 : 9_000_000), decimals);
            written.add(number);
            List<String> parts = Splitter.on('.').splitToList(number.toPlainString());
            String whole = parts.get(0).replaceAll("(?<=\\d)(?=(\\d{3})+$)", thousands);
            String shown = parts.size() == 1 ? whole : whole + decimal + parts.get(1);
            text.append("s")
                    .append(i)
                    .append(separator)
                    .append(cell(shown, separator, random))
                    .append('\n');
        }
        IndicatorTable table;
        try {
            table = READER.read(text.toString()).table();
        } catch (CsvException e) {
            // Refused for good reason: the option that says how numbers are written makes it readable.
            assertThat(e.getMessage()).contains("withThousands(");
            Csv told = thousands.isBlank()
                    ? decimal == ',' ? READER.withDecimalComma() : READER.withDecimalPoint()
                    : READER.withThousands(thousands.charAt(0));
            table = told.read(text.toString()).table();
        }
        for (int i = 0; i < written.size(); i++) {
            assertThat(table.cell("s" + i, AR).value().orElseThrow())
                    .isEqualTo(written.get(i).doubleValue());
        }
    }

    /** Every line below the headers is a school or in the notes. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_line_is_in_the_table_or_in_the_notes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> pieces =
                List.of("Yale,1", "", ",", "Total,5", "School,AR", "x,", ",7", "NULL,3", "Note: yes", "Ulm,n/a", "-,-");
        StringBuilder text = new StringBuilder("Title\n".repeat(random.nextInt(3))).append("School,AR\n");
        int lines = random.nextInt(1, 12);
        for (int i = 0; i < lines; i++) {
            String piece = pieces.get(random.nextInt(pieces.size()));
            text.append(piece.replaceFirst("^(Yale|x|Ulm)", "$1" + i)).append('\n');
        }
        CsvFile file;
        try {
            file = READER.read(text.toString());
        } catch (CsvException e) {
            assertThat(e).hasMessageStartingWith("line ");
            return;
        }
        long total = text.toString().lines().count();
        long noted = file.notes().stream()
                .filter(note -> note.column() == 0)
                .map(CsvNote::line)
                .distinct()
                .count();
        assertThat(noted + file.schools().size() + 1).isEqualTo(total);
    }

    /** What {@code write} wrote reads back, guarded for spreadsheets or not, whatever separates its cells. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_table_that_was_written_reads_back_in_any_dialect(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable.Builder builder = IndicatorTable.builder(AR, Indicator.of("h"));
        List<String> names =
                List.of("=SUM(A1)", "@home", "-minus", "Yale \"New\"", "a;b", "a|b", "Ulm, Neu", "東京", "Total x");
        for (int i = 0; i < 5; i++) {
            School school = School.of("s" + i, names.get(random.nextInt(names.size())));
            school = random.nextBoolean() ? school.withCountry("NA") : school;
            builder.row(school, random.nextInt(-9_999, 9_999) / 10.0, random.nextInt(5));
            if (random.nextBoolean()) {
                builder.published(school, PublishedResult.of("=" + (i + 1), "9" + i + ".50"));
            }
        }
        IndicatorTable table = builder.build();
        String written = Csv.write(table);
        String guarded = Csv.guarded(written);
        assertThat(guarded.lines().flatMap(line -> Splitter.on(',').splitToStream(line)))
                .noneMatch(cell -> cell.matches("[=+@\t].*|-[^0-9].*"));
        for (String text : List.of(written, guarded, recommaed(written, ';'), recommaed(guarded, '\t'))) {
            IndicatorTable read = Csv.read(text, table.indicators()).table();
            CsvTables.assertSame(read, table);
            assertThat(read.published()).isEqualTo(table.published());
        }
    }

    /** The text with another separator, by a reader of its own that knows only quotes. */
    private static String recommaed(String text, char separator) {
        return text.lines()
                .map(line -> {
                    List<String> cells = new ArrayList<>();
                    StringBuilder cell = new StringBuilder();
                    boolean quoted = false;
                    String all = line + ",";
                    for (int i = 0; i < all.length(); i++) {
                        char c = all.charAt(i);
                        if (c == ',' && !quoted) {
                            cells.add(cell.toString());
                            cell.setLength(0);
                        } else {
                            quoted ^= c == '"';
                            cell.append(c);
                        }
                    }
                    return cells.stream()
                            .map(each ->
                                    each.startsWith("\"") || each.indexOf(separator) < 0 ? each : "\"" + each + "\"")
                            .collect(Collectors.joining(String.valueOf(separator)));
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    // ---- other names of a publisher's own ----

    @Test
    void an_alias_of_the_publisher_is_found_where_nothing_else_is() {
        Indicator h = Qs.H_INDEX;
        assertThat(Csv.read("School,H-index_Citations\nUlm,7", List.of(h))
                        .table()
                        .cell("Ulm", h)
                        .value())
                .hasValue(7);
        assertThat(Csv.read("School,H-index Citations,H\nUlm,7,8", List.of(h))
                        .table()
                        .cell("Ulm", h)
                        .value())
                .hasValue(8);
        CsvFile the = Csv.read(
                "rank,name,scores_overall,scores_teaching,scores_research,scores_citations,scores_industry_income,"
                        + "scores_international_outlook,location\n=1,Ulm,95.1,91,92,93,94,95,Germany\n",
                TimesHigherEducation.world(2016).indicators());
        assertThat(the.table().columns().stream().map(column -> column.value(0)))
                .containsExactly(91.0, 92.0, 93.0, 94.0, 95.0);
        assertThat(the.published().values()).containsExactly(PublishedResult.of("=1", "95.1"));
        assertThat(the.notes(CsvNote.Kind.COLUMN_IGNORED)).isEmpty();
    }

    /** A sheet as a European spreadsheet saves it: what a new user has, and how far it goes by itself. */
    @Test
    void a_sheet_saved_in_europe_becomes_a_ranking() {
        String sheet = """
                \uFEFFUniversity Rankings by Subject 2026;;;;;;;;;
                Medicine;;;;;;;;;
                ;;;;;;;;;
                2026;2025;Institution;Country / Territory;Academic Reputation;Employer Reputation;Citations per Paper;\
                H-index Citations;International Research Network;Score
                1;=2;Northport\u00A0University;United Kingdom;100;100;83,3;100;100;96,7
                2;1;University of Arlen\u00A0;United States;95,5;97,1;85,5;90,8;99,1;93,1
                51-100;51-100;Universität Altstadt;Germany;70,1;60;75,5;71;–;
                ;;;;;;;;;
                Downloaded 12.03.2026;;;;;;;;;
                """.replace("\n", "\r\n");
        List<Indicator> indicators = Qs.medicine(2026).indicators();
        CsvFile file = Csv.read(sheet, indicators);
        assertThat(Qs.medicine(2026).rank(file.table()).stream().map(RankedSchool::toString))
                .containsExactly(
                        "1 Northport University (GB) 96.7",
                        "2 University of Arlen (US) 93.1",
                        "3 Universität Altstadt (DE) 63.3");
        assertThat(notes(file, CsvNote.Kind.COLUMN_IGNORED))
                .containsExactly(
                        "line 4, column 1: column \"2026\" not read; if it holds positions, withPublished(rank, score) says so",
                        "line 4, column 2: column \"2025\" not read; if it holds positions, withPublished(rank, score) says so");
        assertThat(notes(file, CsvNote.Kind.SET_ASIDE))
                .containsExactly("line 9: no name of a school: \"Downloaded 12.03.2026 |  |  |  |  |  |  …\"");
        assertThat(Csv.reader(indicators).withPublished("2026", "Score").read(sheet).published().values().stream()
                        .map(result -> result.position().orElseThrow()))
                .containsExactly("1", "2", "51-100");
    }
}
