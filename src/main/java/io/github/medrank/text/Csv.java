package io.github.medrank.text;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV (RFC 4180) to tables and back.
 *
 * <p>The first line holds the headers. {@code school} is the name and must be there; {@code id}, {@code country} (ISO
 * 3166-1 alpha-2), {@code aliases} (separated by {@code |}), {@code published-rank} and {@code published-score} may be;
 * each indicator has a column headed by its id, or by a given header. Blank, {@code n/a} and {@code -} mean that nothing
 * was reported. Numbers have a decimal point and no thousands separators. A byte-order mark is skipped.
 *
 * <p>A text of 1,000,000 rows, 1,000 columns or 10,000 characters in a cell is as large as is read unless {@code withMax…}
 * says otherwise. Time and memory grow in proportion to the text, whatever is in it.
 *
 * <pre>{@code
 * var table = Csv.parseTable("school,country,papers\nYale,US,3\n", List.of(Indicator.of("papers")));
 * table.size() // ==> 1
 * }</pre>
 */
public final class Csv {
    private final ImmutableList<Indicator> indicators;
    private final ImmutableMap<Indicator, String> headers;
    private final ImmutableSet<String> attributes;
    private final boolean everyAttribute;
    private final CsvLimits limits;

    private Csv(
            ImmutableList<Indicator> indicators,
            ImmutableMap<Indicator, String> headers,
            ImmutableSet<String> attributes,
            boolean everyAttribute,
            CsvLimits limits) {
        this.indicators = indicators;
        this.headers = headers;
        this.attributes = attributes;
        this.everyAttribute = everyAttribute;
        this.limits = limits;
    }

    /**
     * Reads a table; columns that are neither known nor an indicator's are left out.
     *
     * @param csv the text
     * @param indicators what to read, in the order of the table's columns; each by its id
     * @return the table, with published ranks and scores where the text has them
     * @throws CsvException if the text is not such a table, with the line and the column at fault
     */
    public static IndicatorTable parseTable(String csv, Iterable<Indicator> indicators) {
        return reader(indicators).parse(csv);
    }

    /** A reader of these indicators, for tables whose headers differ or whose other columns matter. */
    public static Csv reader(Iterable<Indicator> indicators) {
        return new Csv(
                ImmutableList.copyOf(indicators), ImmutableMap.of(), ImmutableSet.of(), false, CsvLimits.DEFAULT);
    }

    /** A reader that finds an indicator under another header than its id. */
    public Csv withColumn(Indicator indicator, String header) {
        ImmutableMap<Indicator, String> more = ImmutableMap.<Indicator, String>builder()
                .putAll(headers)
                .put(indicator, requireNonNull(header, "header"))
                .buildKeepingLast();
        return new Csv(indicators, more, attributes, everyAttribute, limits);
    }

    /** A reader that keeps these columns as attributes of the schools. */
    public Csv withAttributes(String... columns) {
        return new Csv(indicators, headers, ImmutableSet.copyOf(columns), false, limits);
    }

    /** A reader that keeps every other column as an attribute of the schools. */
    public Csv withEveryAttribute() {
        return new Csv(indicators, headers, attributes, true, limits);
    }

    /**
     * A reader that takes so many rows below the headers instead of 1,000,000; blank lines do not count.
     *
     * @param rows at least 1
     */
    public Csv withMaxRows(int rows) {
        return limited(new CsvLimits(rows, limits.columns(), limits.cellLength()));
    }

    /**
     * A reader that takes so many columns instead of 1,000.
     *
     * @param columns at least 1
     */
    public Csv withMaxColumns(int columns) {
        return limited(new CsvLimits(limits.rows(), columns, limits.cellLength()));
    }

    /**
     * A reader that takes so many characters in a cell, a header included, instead of 10,000.
     *
     * @param characters at least 1
     */
    public Csv withMaxCellLength(int characters) {
        return limited(new CsvLimits(limits.rows(), limits.columns(), characters));
    }

    private Csv limited(CsvLimits newLimits) {
        return new Csv(indicators, headers, attributes, everyAttribute, newLimits);
    }

    /**
     * Reads a table.
     *
     * @throws CsvException if the text is not such a table, with the line and the column at fault
     */
    public IndicatorTable parse(String csv) {
        return new CsvParser(this).parse(requireNonNull(csv, "csv"));
    }

    CsvLimits limits() {
        return limits;
    }

    ImmutableList<Indicator> indicators() {
        return indicators;
    }

    String header(Indicator indicator) {
        return headers.getOrDefault(indicator, indicator.id());
    }

    boolean isAttribute(String header) {
        return everyAttribute || attributes.contains(header);
    }

    ImmutableSet<String> attributes() {
        return attributes;
    }

    /**
     * Writes a ranking: position, school, id, country, score, and the value of each indicator; lines end in a line feed.
     *
     * @param ranking the ranking; its unranked schools are left out
     * @return the text
     */
    public static String write(Ranking ranking) {
        List<String> header = new ArrayList<>(List.of("position", "school", "id", "country", "score"));
        ranking.table().indicators().forEach(indicator -> header.add(indicator.id()));
        List<List<String>> rows = new ArrayList<>();
        for (RankedSchool each : ranking) {
            List<String> row = new ArrayList<>(List.of(
                    each.position().toString(),
                    each.school().name(),
                    each.school().id(),
                    each.school().country().orElse(""),
                    each.score().toPlainString()));
            ranking.table().indicators().forEach(indicator -> row.add(number(each.value(indicator))));
            rows.add(row);
        }
        return write(header, rows);
    }

    /**
     * Writes a table so that {@link #parseTable} reads an equal one, with the same names, aliases and countries; but
     * the reasons of missing cells all read as not reported, filled cells read as measured, and attributes and published
     * results are left out.
     *
     * @param table the table
     * @return the text
     * @throws IllegalArgumentException if a text would read differently: a name, alias or id that begins or ends in white
     *     space, an alias with {@code |}, an id that means a missing value, or an indicator's id that is a header of the
     *     schools' own
     */
    public static String write(IndicatorTable table) {
        table.indicators().forEach(CsvParser::checkReadable);
        List<String> header = new ArrayList<>(List.of("school", "id", "country", "aliases"));
        table.indicators().forEach(indicator -> header.add(indicator.id()));
        List<List<String>> rows = new ArrayList<>();
        table.rows().forEach(row -> {
            School school = row.school();
            CsvParser.checkReadable(school);
            List<String> cells = new ArrayList<>(List.of(
                    school.name(), school.id(), school.country().orElse(""), String.join("|", school.aliases())));
            table.indicators().forEach(indicator -> cells.add(number(row.cell(indicator))));
            rows.add(cells);
        });
        return write(header, rows);
    }

    private static String write(List<String> header, List<List<String>> rows) {
        java.io.StringWriter text = new java.io.StringWriter();
        CsvWriter writer = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(text);
        writer.writeRecord(header);
        rows.forEach(writer::writeRecord);
        return text.toString();
    }

    private static String number(Cell cell) {
        return cell.value().isPresent() ? Cell.of(cell.value().getAsDouble()).toString() : "";
    }
}
