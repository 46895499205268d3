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
 * CSV to tables and back.
 *
 * <p>{@link #read} takes a file as its publisher or a spreadsheet made it: it finds the separator, the line of
 * headers and what each column holds, and gives a table with an account of all that it renamed, ignored or set aside.
 * {@link #parseTable} is the strict short form for texts that are known: RFC 4180 with commas, the headers in the
 * first line, {@code school} the name, {@code id}, {@code country} (ISO 3166-1 alpha-2), {@code aliases} (separated
 * by {@code |}), {@code published-rank} and {@code published-score} if wanted, and for each indicator a column
 * headed by its id; blank, {@code n/a} and a dash mean that nothing was reported, and numbers have a decimal
 * point. Both skip a byte-order mark.
 *
 * <p>A text of 1,000,000 rows, 1,000 columns or 10,000 characters in a cell is as large as is read unless {@code
 * withMax…} says otherwise. Time and memory grow in proportion to the text, regardless of its content.
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

    /** What a reader was told; copied before it is changed. */
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
     * Reads a file as it was downloaded.
     *
     * <p>The separator is a comma, semicolon, tab or bar, as the headers show. The headers are the first line that
     * names a column for the school; columns are found by meaning, regardless of the case, blanks and underscores: an
     * indicator by id, name or symbol, with or without "score". Decimal commas, thousands separators and percent signs
     * are read where the column shows them without doubt; where "1,234" could be two numbers the text is refused.
     * Countries may be names. A value off its indicator's scale is kept and noted, unless
     * {@link #withOffScaleRefused} says otherwise.
     *
     * @param csv the text
     * @param indicators what to read, in the order of the table's columns; none for a list of schools alone
     * @return the schools, the table, what was printed, and the notes
     * @throws CsvException if the text cannot be read without a guess; the message says where, and which option
     *     settles it
     */
    public static CsvFile read(String csv, Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        return reader(indicators).read(csv);
    }

    /**
     * Reads a table of a known form; columns that are neither known nor an indicator's are left out, and a value off
     * its indicator's scale is refused.
     *
     * @param csv the text
     * @param indicators what to read, in the order of the table's columns; each by its id
     * @return the table, with published ranks and scores where the text has them
     * @throws CsvException if the text is not such a table, with the line and the column at fault
     */
    public static IndicatorTable parseTable(String csv, Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        return reader(indicators).parse(csv);
    }

    /**
     * Reads the papers of a flat file, or of an export of OpenAlex's works or of Scopus; see {@link CsvPapers}.
     *
     * @param institutions whose names, ids and addresses are looked for
     * @throws CsvException if the text cannot be read without a guess; the message says where
     */
    public static CsvRecords<Paper> papers(String csv, Institutions institutions) {
        return CsvPapers.of(institutions).read(csv);
    }

    /**
     * Reads the ballots of a survey, one per line; see {@link CsvBallots}.
     *
     * @param kind the survey of the lines that do not state one
     * @throws CsvException if the text cannot be read without a guess; the message says where
     */
    public static CsvRecords<Ballot> ballots(String csv, SurveyKind kind) {
        return CsvBallots.of(kind).read(csv);
    }

    /** Returns a reader of these indicators, for texts of which more is to be said. */
    public static Csv reader(Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        Settings settings = new Settings();
        settings.indicators = ImmutableList.copyOf(indicators);
        return new Csv(settings);
    }

    /**
     * Reads a file as it was downloaded; see {@link #read(String, Iterable)}.
     *
     * @throws CsvException if the text cannot be read without a guess; the message says where, and which option
     *     settles it
     */
    public CsvFile read(String csv) {
        return new CsvFileReader(this).read(requireNonNull(csv, "csv"));
    }

    /**
     * Reads a table of the strict form, by the options for columns, attributes and limits; the others are those of
     * {@link #read(String)} and must not be set.
     *
     * @throws CsvException if the text is not such a table, with the line and the column at fault
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
        return changed(strict -> {
                    strict.strict = true;
                    strict.numbers = Optional.of(CsvNumbers.STRICT);
                })
                .read(csv)
                .table();
    }

    // ---- options of both forms ----

    /** Returns a reader that finds an indicator under another header than its id. */
    public Csv withColumn(Indicator indicator, String header) {
        ImmutableMap<Indicator, String> more = ImmutableMap.<Indicator, String>builder()
                .putAll(settings.headers)
                .put(requireNonNull(indicator, "indicator"), requireNonNull(header, "header"))
                .buildKeepingLast();
        return changed(s -> s.headers = more);
    }

    /** Returns a reader that keeps these columns as attributes of the schools. */
    public Csv withAttributes(String... columns) {
        requireNonNull(columns, "columns");
        ImmutableSet<String> wanted = ImmutableSet.copyOf(columns);
        return changed(s -> {
            s.attributes = wanted;
            s.everyAttribute = false;
        });
    }

    /** Returns a reader that keeps every other column as an attribute of the schools. */
    public Csv withEveryAttribute() {
        return changed(s -> s.everyAttribute = true);
    }

    /**
     * Returns a reader that accepts at most {@code rows} rows below the headers (default 1,000,000); blank lines do
     * not count.
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

    /** Returns a reader that finds the schools' names under this header. */
    public Csv withSchool(String header) {
        requireNonNull(header, "header");
        return changed(s -> s.school = Optional.of(header));
    }

    /** Returns a reader that finds the countries under this header. */
    public Csv withCountry(String header) {
        requireNonNull(header, "header");
        return changed(s -> s.country = Optional.of(header));
    }

    /** Returns a reader that finds the printed positions and scores under these headers. */
    public Csv withPublished(String rank, String score) {
        requireNonNull(rank, "rank");
        requireNonNull(score, "score");
        return changed(s -> {
            s.rank = Optional.of(rank);
            s.score = Optional.of(score);
        });
    }

    /** Returns a reader of cells separated by this character, such as a semicolon. */
    public Csv withSeparator(char separator) {
        checkArgument(
                separator != '"' && separator != '\n' && separator != '\r',
                "separator %s; it can be neither a quote nor a line's end",
                (int) separator);
        return changed(s -> s.separator = OptionalInt.of(separator));
    }

    /** Returns a reader of numbers such as {@code 95,7}, without marks between thousands. */
    public Csv withDecimalComma() {
        return changed(s -> s.numbers = Optional.of(CsvNumbers.of(',', '\0')));
    }

    /** Returns a reader of numbers such as {@code 95.7}, without marks between thousands. */
    public Csv withDecimalPoint() {
        return changed(s -> s.numbers = Optional.of(CsvNumbers.of('.', '\0')));
    }

    /**
     * Returns a reader of numbers with this mark between thousands: a comma, as in {@code 1,234.5}, where decimals
     * have a point; a point, as in {@code 1.234,5}, where they have a comma; an apostrophe, as in {@code 1'234.5}.
     *
     * @throws IllegalArgumentException if it is another character
     */
    public Csv withThousands(char mark) {
        checkArgument(
                ",.'’".indexOf(mark) >= 0,
                "thousands separated by \"%s\"; it is a comma, a point or an apostrophe",
                mark);
        return changed(s -> s.numbers = Optional.of(CsvNumbers.of(mark == '.' ? ',' : '.', mark)));
    }

    /** Returns a reader that takes these texts, regardless of their case, for missing values, beside the usual ones. */
    public Csv withMissing(String... texts) {
        requireNonNull(texts, "texts");
        ImmutableSet<String> wanted = ImmutableSet.copyOf(texts);
        return changed(s -> s.missing = wanted);
    }

    /**
     * Returns a reader whose headers stand in this line.
     *
     * @param line from 1
     */
    public Csv withHeaderLine(int line) {
        checkArgument(line >= 1, "headers in line %s; lines count from 1", line);
        return changed(s -> s.headerLine = line);
    }

    /**
     * Returns a reader that refuses a value off its indicator's {@linkplain Indicator#withScale scale}, which is
     * otherwise noted; {@link #parse} always refuses it.
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
     * Returns a reader that leaves out rows, such as those of other years in a file that stacks several; each is
     * noted.
     *
     * @param keep whether to keep a row, given its cells by their headers as written
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

    /** Whether what {@code read} notes is refused. */
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
     * Writes a ranking: position, school, id, country, score, and the value of each indicator; lines end in a line
     * feed.
     *
     * @param ranking the ranking; its unranked schools are left out
     * @return the text
     */
    public static String write(Ranking ranking) {
        return CsvWriting.of(requireNonNull(ranking, "ranking"));
    }

    /**
     * Writes a table so that {@link #parseTable} reads an equal one, with the same names, aliases, countries and
     * published results; but the reasons of missing cells all read as not reported, filled cells read as measured,
     * and attributes are left out.
     *
     * @param table the table
     * @return the text
     * @throws IllegalArgumentException if a text would read differently: an id or a printed position that begins or
     *     ends in white space or means a missing value, an alias with {@code |}, or an indicator's id that is a header
     *     of the schools' own
     */
    public static String write(IndicatorTable table) {
        return CsvWriting.of(requireNonNull(table, "table"));
    }

    /**
     * Makes a text safe to open in a spreadsheet: a cell that begins with {@code =}, {@code +}, {@code -}, {@code
     * @}, a tab or a line's end gets an apostrophe before it, so that no name and no position such as {@code =4} is
     *     taken for a formula. {@link #read} takes the apostrophe off again; numbers below zero stay numbers.
     *
     * @param csv a text that {@code write} gave
     * @return the text with the cells guarded
     */
    public static String guarded(String csv) {
        return CsvWriting.guarded(requireNonNull(csv, "csv"));
    }
}
