package io.github.medrank.text;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranking;
import io.github.medrank.evidence.Ballot;
import io.github.medrank.evidence.Institutions;
import io.github.medrank.evidence.Paper;
import io.github.medrank.evidence.SurveyKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Reads tables from CSV, and writes tables and rankings as CSV.
 *
 * <p>{@link #read} accepts a file as a publisher or a spreadsheet wrote it. It detects the separator, the header line
 * and the meaning of each column, and returns the table with notes on everything that was renamed, ignored or set
 * aside.
 *
 * <p>{@link #parseTable} accepts only one form, for texts of a known format: RFC 4180 with commas and the headers in
 * the first line. The column {@code school} holds the name. The columns {@code id}, {@code country} (ISO 3166-1
 * alpha-2), {@code aliases} (separated by {@code |}), {@code published-rank} and {@code published-score} are optional.
 * Each indicator has a column headed by its id. A blank, {@code n/a} or a dash means that nothing was reported, and
 * numbers have a decimal point.
 *
 * <p>Both methods skip a byte-order mark.
 *
 * <p>A reader accepts up to 1,000,000 rows, 1,000 columns and 10,000 characters per cell by default; the
 * {@code withMax…} methods change these limits. Time and memory grow in proportion to the length of the text,
 * regardless of its content.
 *
 * <pre>{@code
 * var table = Csv.parseTable("school,country,papers\nYale,US,3\n", List.of(Indicator.of("papers")));
 * table.size() // ==> 1
 * var file = Csv.read("Top schools\nInstitution;Papers\nYale;3,5\nTotal;3,5\n", List.of(Indicator.of("papers")));
 * file.table().cell("Yale", Indicator.of("papers")) // ==> 3.5
 * file.notes(CsvNote.Kind.SET_ASIDE)                // ==> [line 4: a total, not a school: "Total | 3,5"]
 * }</pre>
 */
public final class Csv {
    private final Settings settings;

    private Csv(Settings settings) {
        this.settings = settings;
    }

    /** The options of a reader; copied before a change. */
    private static final class Settings implements Cloneable {
        private ImmutableList<Indicator> indicators = ImmutableList.of();
        private ImmutableMap<Indicator, String> headers = ImmutableMap.of();
        private ImmutableSet<String> attributes = ImmutableSet.of();
        private boolean everyAttribute;
        private CsvLimits limits = CsvLimits.DEFAULT;
        private Optional<String> school = Optional.empty();
        private Optional<String> country = Optional.empty();
        private Optional<String> rank = Optional.empty();
        private Optional<String> score = Optional.empty();
        private OptionalInt separator = OptionalInt.empty();
        private Optional<CsvNumbers> numbers = Optional.empty();
        private ImmutableSet<String> missing = ImmutableSet.of();
        private int headerLine;
        private boolean offScaleRefused;
        private boolean strict;
        private Optional<Predicate<? super Map<String, String>>> rows = Optional.empty();

        Settings copy() {
            try {
                return (Settings) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private Csv changed(Consumer<Settings> change) {
        Settings copy = settings.copy();
        change.accept(copy);
        return new Csv(copy);
    }

    // ---- reading ----

    /**
     * Reads a table from a file as it was downloaded.
     *
     * <p>The separator is a comma, semicolon, tab or vertical bar, as the headers show. The header line is the first
     * line that names a column for the school. Columns are found by meaning; case, blanks and underscores are ignored.
     * An indicator is found by id, name or symbol, with or without "score". Decimal commas, thousands separators and
     * percent signs are read if the column shows them unambiguously; the text is refused if "1,234" could be two
     * different numbers. Countries may be names. A value outside its indicator's scale is kept and noted, unless
     * {@link #withOffScaleRefused} is set.
     *
     * @param csv the text
     * @param indicators the indicators to read, in the order of the table's columns; none for a plain list of schools
     * @return the schools, the table, the published results, and the notes
     * @throws CsvException if the text cannot be read without a guess; the message names the place, and the option that
     *     resolves the ambiguity
     */
    public static CsvFile read(String csv, Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        return reader(indicators).read(csv);
    }

    /**
     * Reads a table of the strict form. Columns that are neither known nor an indicator's are left out, and a value
     * outside its indicator's scale is refused.
     *
     * @param csv the text
     * @param indicators the indicators to read, in the order of the table's columns; each column is headed by the id
     * @return the table, with published ranks and scores where the text has them
     * @throws CsvException if the text is not such a table; the message names the line and the column
     */
    public static IndicatorTable parseTable(String csv, Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        return reader(indicators).parse(csv);
    }

    /**
     * Reads papers from a flat file, or from an export of OpenAlex's works or of Scopus; see {@link CsvPapers}.
     *
     * @param institutions the institutions whose names, ids and addresses are looked for
     * @throws CsvException if the text cannot be read without a guess; the message names the place
     */
    public static CsvRecords<Paper> papers(String csv, Institutions institutions) {
        return CsvPapers.of(institutions).read(csv);
    }

    /**
     * Reads the ballots of a survey, one per line; see {@link CsvBallots}.
     *
     * @param kind the survey for lines that do not state one
     * @throws CsvException if the text cannot be read without a guess; the message names the place
     */
    public static CsvRecords<Ballot> ballots(String csv, SurveyKind kind) {
        return CsvBallots.of(kind).read(csv);
    }

    /** Returns a reader for these indicators, to be configured with the {@code with…} methods. */
    public static Csv reader(Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        Settings settings = new Settings();
        settings.indicators = ImmutableList.copyOf(indicators);
        return new Csv(settings);
    }

    /**
     * Reads a table from a file with the options of this reader; see {@link #read(String, Iterable)}.
     *
     * @throws CsvException if the text cannot be read without a guess; the message names the place, and the option that
     *     resolves the ambiguity
     */
    public CsvFile read(String csv) {
        return new CsvFileReader(this).read(requireNonNull(csv, "csv"));
    }

    /**
     * Reads a table of the strict form with the options of this reader. Only the options for columns, attributes and
     * limits apply; options that only {@link #read(String)} honours must not be set.
     *
     * @throws CsvException if the text is not such a table; the message names the line and the column
     * @throws IllegalStateException if an option was set that only {@code read} honours
     */
    public IndicatorTable parse(String csv) {
        Settings s = settings;
        boolean plain = s.school.isEmpty()
                && s.country.isEmpty()
                && s.rank.isEmpty()
                && s.score.isEmpty()
                && s.separator.isEmpty()
                && s.numbers.isEmpty()
                && s.missing.isEmpty()
                && s.headerLine == 0
                && !s.offScaleRefused
                && s.rows.isEmpty();
        checkState(plain, "this reader has options that parse does not know; use read");
        checkArgument(!s.indicators.isEmpty(), "no indicators; a table needs at least one");
        Settings strict = settings.copy();
        strict.strict = true;
        strict.numbers = Optional.of(CsvNumbers.STRICT);
        return new Csv(strict).read(csv).table();
    }

    // ---- options of both forms ----

    /** Returns a reader that finds an indicator under the given header instead of its id. */
    public Csv withColumn(Indicator indicator, String header) {
        ImmutableMap<Indicator, String> more = ImmutableMap.<Indicator, String>builder()
                .putAll(settings.headers)
                .put(requireNonNull(indicator, "indicator"), requireNonNull(header, "header"))
                .buildKeepingLast();
        return changed(s -> s.headers = more);
    }

    /** Returns a reader that keeps the given columns as attributes of the schools. */
    public Csv withAttributes(String... columns) {
        requireNonNull(columns, "columns");
        ImmutableSet<String> wanted = ImmutableSet.copyOf(columns);
        return changed(s -> {
            s.attributes = wanted;
            s.everyAttribute = false;
        });
    }

    /** Returns a reader that keeps all other columns as attributes of the schools. */
    public Csv withEveryAttribute() {
        return changed(s -> s.everyAttribute = true);
    }

    /**
     * Returns a reader that accepts at most {@code rows} data rows (default 1,000,000); blank lines do not count.
     *
     * @param rows at least 1
     */
    public Csv withMaxRows(int rows) {
        CsvLimits limits = new CsvLimits(rows, settings.limits.columns(), settings.limits.cellLength());
        return changed(s -> s.limits = limits);
    }

    /**
     * Returns a reader that accepts at most {@code columns} columns (default 1,000).
     *
     * @param columns at least 1
     */
    public Csv withMaxColumns(int columns) {
        CsvLimits limits = new CsvLimits(settings.limits.rows(), columns, settings.limits.cellLength());
        return changed(s -> s.limits = limits);
    }

    /**
     * Returns a reader that accepts at most {@code characters} characters in a cell, headers included (default
     * 10,000).
     *
     * @param characters at least 1
     */
    public Csv withMaxCellLength(int characters) {
        CsvLimits limits = new CsvLimits(settings.limits.rows(), settings.limits.columns(), characters);
        return changed(s -> s.limits = limits);
    }

    // ---- options of read ----

    /** Returns a reader that finds the schools' names under the given header. */
    public Csv withSchool(String header) {
        requireNonNull(header, "header");
        return changed(s -> s.school = Optional.of(header));
    }

    /** Returns a reader that finds the countries under the given header. */
    public Csv withCountry(String header) {
        requireNonNull(header, "header");
        return changed(s -> s.country = Optional.of(header));
    }

    /** Returns a reader that finds the published positions and scores under the given headers. */
    public Csv withPublished(String rank, String score) {
        requireNonNull(rank, "rank");
        requireNonNull(score, "score");
        return changed(s -> {
            s.rank = Optional.of(rank);
            s.score = Optional.of(score);
        });
    }

    /** Returns a reader that splits cells at the given separator, such as a semicolon. */
    public Csv withSeparator(char separator) {
        checkArgument(CsvSource.canPart(separator), "separator %s; it can be neither a quote nor a line's end", (int)
                separator);
        return changed(s -> s.separator = OptionalInt.of(separator));
    }

    /** Returns a reader that expects numbers such as {@code 95,7}, without thousands separators. */
    public Csv withDecimalComma() {
        return changed(s -> s.numbers = Optional.of(CsvNumbers.of(',', '\0')));
    }

    /** Returns a reader that expects numbers such as {@code 95.7}, without thousands separators. */
    public Csv withDecimalPoint() {
        return changed(s -> s.numbers = Optional.of(CsvNumbers.of('.', '\0')));
    }

    /**
     * Returns a reader that expects numbers with the given thousands separator: a comma, as in {@code 1,234.5}, with a
     * decimal point; a point, as in {@code 1.234,5}, with a decimal comma; or an apostrophe, as in {@code 1'234.5}.
     *
     * @throws IllegalArgumentException if it is any other character
     */
    public Csv withThousands(char mark) {
        checkArgument(
                ",.'’".indexOf(mark) >= 0,
                "thousands separated by \"%s\"; it is a comma, a point or an apostrophe",
                mark);
        return changed(s -> s.numbers = Optional.of(CsvNumbers.of(mark == '.' ? ',' : '.', mark)));
    }

    /** Returns a reader that also treats these texts as missing values, in any case, in addition to the usual ones. */
    public Csv withMissing(String... texts) {
        requireNonNull(texts, "texts");
        ImmutableSet<String> wanted = ImmutableSet.copyOf(texts);
        return changed(s -> s.missing = wanted);
    }

    /**
     * Returns a reader that takes the headers from the given line.
     *
     * @param line the number of the line, from 1
     */
    public Csv withHeaderLine(int line) {
        checkArgument(line >= 1, "headers in line %s; lines count from 1", line);
        return changed(s -> s.headerLine = line);
    }

    /**
     * Returns a reader that refuses a value outside its indicator's {@linkplain Indicator#withScale scale}. By default
     * {@link #read} keeps and notes it; {@link #parse} always refuses it.
     *
     * <pre>{@code
     * var score = Indicator.of("teaching").withScale(0, 100);
     * Csv.read("school,teaching\nYale,955\n", List.of(score))
     *         .notes() // ==> [line 2, column 2: teaching of "Yale": 955 is off its scale, 0 to 100; kept as it is]
     * }</pre>
     */
    public Csv withOffScaleRefused() {
        return changed(s -> s.offScaleRefused = true);
    }

    /**
     * Returns a reader that keeps only the rows that a filter accepts, such as those of one year in a file that stacks
     * several. Each row that is left out is noted.
     *
     * @param keep decides whether to keep a row, given its cells by their headers as written
     */
    public Csv withRows(Predicate<? super Map<String, String>> keep) {
        requireNonNull(keep, "keep");
        return changed(s -> s.rows = Optional.of(keep));
    }

    // ---- what the readers ask ----

    CsvLimits limits() {
        return settings.limits;
    }

    ImmutableList<Indicator> indicators() {
        return settings.indicators;
    }

    /** Whether the reader refuses what {@code read} only notes. */
    boolean isStrict() {
        return settings.strict;
    }

    Optional<String> givenHeader(Indicator indicator) {
        return Optional.ofNullable(settings.headers.get(indicator));
    }

    boolean hasEveryAttribute() {
        return settings.everyAttribute;
    }

    ImmutableSet<String> attributes() {
        return settings.attributes;
    }

    Optional<String> schoolHeader() {
        return settings.school;
    }

    Optional<String> countryHeader() {
        return settings.country;
    }

    Optional<String> rankHeader() {
        return settings.rank;
    }

    Optional<String> scoreHeader() {
        return settings.score;
    }

    OptionalInt separator() {
        return settings.separator;
    }

    Optional<CsvNumbers> numbers() {
        return settings.numbers;
    }

    ImmutableSet<String> missing() {
        return settings.missing;
    }

    int headerLine() {
        return settings.headerLine;
    }

    boolean isOffScaleRefused() {
        return settings.offScaleRefused;
    }

    boolean keeps(CsvLine line, CsvHeaders headers) {
        if (settings.rows.isEmpty()) {
            return true;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < headers.line().size(); i++) {
            cells.putIfAbsent(headers.line().cell(i), line.cell(i));
        }
        return settings.rows.get().test(Collections.unmodifiableMap(cells));
    }

    // ---- writing ----

    /**
     * Writes a ranking as CSV: position, school, id, country, score, and the value of each indicator. Lines end with a
     * line feed.
     *
     * @param ranking the ranking; its unranked schools are left out
     * @return the text
     */
    public static String write(Ranking ranking) {
        return CsvWriting.of(requireNonNull(ranking, "ranking"));
    }

    /**
     * Writes a table as CSV that {@link #parseTable} reads.
     *
     * <p>The table read is equal to the original, with the same names, aliases, countries and published results, except
     * that missing cells all become not reported, filled cells become measured, and attributes are left out.
     *
     * @param table the table
     * @return the text
     * @throws IllegalArgumentException if a text would read differently: an id or a published position that begins or
     *     ends with white space or means a missing value, an alias with {@code |}, or an indicator's id that is also
     *     the header of a school column
     */
    public static String write(IndicatorTable table) {
        return CsvWriting.of(requireNonNull(table, "table"));
    }

    /**
     * Makes a text safe to open in a spreadsheet. A cell that begins with {@code =}, {@code +}, {@code -}, {@code @}, a
     * tab or a line end gets an apostrophe before it, so that a spreadsheet takes no name, and no position such as
     * {@code =4}, for a formula. {@link #read} removes the apostrophe again. Negative numbers are not changed.
     *
     * @param csv a text written by {@code write}
     * @return the text with guarded cells
     */
    public static String guarded(String csv) {
        return CsvWriting.guarded(requireNonNull(csv, "csv"));
    }
}
