package io.github.medrank.text;

import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one text as a reader tells. */
final class CsvParser {
    private static final String SCHOOL = "school";
    private static final String ID = "id";
    private static final String COUNTRY = "country";
    private static final String ALIASES = "aliases";
    private static final String RANK = "published-rank";
    private static final String SCORE = "published-score";
    private static final ImmutableSet<String> KNOWN = ImmutableSet.of(SCHOOL, ID, COUNTRY, ALIASES, RANK, SCORE);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Csv reader;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private int schoolColumn;

    CsvParser(Csv reader) {
        this.reader = reader;
    }

    IndicatorTable parse(String csv) {
        String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        IndicatorTable.Builder table = IndicatorTable.builder(reader.indicators());
        CsvReader.CsvReaderBuilder syntax = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true);
        long last = 1;
        try {
            for (CsvRecord record : syntax.ofCsvRecord(text)) {
                last = record.getStartingLineNumber();
                if (columns.isEmpty()) {
                    readHeader(record);
                } else {
                    readRow(record, table);
                }
            }
        } catch (CsvParseException e) {
            throw new CsvException(last, 0, "after this line the text is no CSV: " + String.valueOf(e.getMessage()));
        }
        if (columns.isEmpty()) {
            throw new CsvException(1, 0, "the text is empty; its first line must hold the headers");
        }
        if (lines.isEmpty()) {
            throw new CsvException(last, 0, "no schools; a table needs at least one line after the headers");
        }
        return table.build();
    }

    private void readHeader(CsvRecord record) {
        long line = record.getStartingLineNumber();
        for (int i = 0; i < record.getFieldCount(); i++) {
            String header = record.getField(i).strip();
            if (columns.putIfAbsent(header, i) != null) {
                throw new CsvException(line, i + 1, "header \"" + header + "\" comes twice");
            }
        }
        require(line, SCHOOL);
        schoolColumn = columns.getOrDefault(SCHOOL, 0);
        reader.indicators().forEach(indicator -> require(line, reader.header(indicator)));
        reader.attributes().forEach(attribute -> require(line, attribute));
    }

    private void require(long line, String header) {
        if (!columns.containsKey(header)) {
            throw new CsvException(line, 0, "no column \"" + header + "\"; there are " + columns.keySet());
        }
    }

    private void readRow(CsvRecord record, IndicatorTable.Builder table) {
        long line = record.getStartingLineNumber();
        if (record.getFieldCount() != columns.size()) {
            throw new CsvException(line, 0, record.getFieldCount() + " fields for " + columns.size() + " headers");
        }
        School school = school(record);
        Long before = lines.putIfAbsent(school.id(), line);
        if (before != null) {
            throw new CsvException(
                    line,
                    columns.getOrDefault(ID, schoolColumn) + 1,
                    "school id \"" + school.id() + "\" comes twice, first in line " + before
                            + "; give one of them another id in a column \"id\"");
        }
        List<Cell> cells = new ArrayList<>();
        for (Indicator indicator : reader.indicators()) {
            cells.add(cell(record, reader.header(indicator)));
        }
        table.row(school, cells);
        PublishedResult published = new PublishedResult(text(record, RANK), score(record));
        if (published.position().isPresent() || published.score().isPresent()) {
            table.published(school, published);
        }
    }

    private School school(CsvRecord record) {
        String name = record.getField(schoolColumn).strip();
        School school;
        try {
            Optional<String> id = text(record, ID);
            school = id.isPresent() ? School.of(id.get(), name) : School.of(name);
        } catch (IllegalArgumentException e) {
            throw at(record, SCHOOL, String.valueOf(e.getMessage()));
        }
        Optional<String> country = text(record, COUNTRY);
        if (country.isPresent()) {
            try {
                school = school.withCountry(country.get());
            } catch (IllegalArgumentException e) {
                throw at(record, COUNTRY, String.valueOf(e.getMessage()));
            }
        }
        for (String alias : text(record, ALIASES).map(all -> all.split("\\|")).orElse(new String[0])) {
            school = alias.isBlank() ? school : school.withAlias(alias.strip());
        }
        for (Map.Entry<String, Integer> column : columns.entrySet()) {
            String header = column.getKey();
            if (reader.isAttribute(header) && !KNOWN.contains(header) && !isIndicator(header)) {
                school = school.withAttribute(header, record.getField(column.getValue()));
            }
        }
        return school;
    }

    private boolean isIndicator(String header) {
        return reader.indicators().stream()
                .anyMatch(indicator -> reader.header(indicator).equals(header));
    }

    private Cell cell(CsvRecord record, String header) {
        Optional<String> text = text(record, header);
        return text.isEmpty() ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(number(record, header, text.get()));
    }

    private Optional<BigDecimal> score(CsvRecord record) {
        return text(record, SCORE).map(text -> {
            double checked = number(record, SCORE, text);
            return Double.isFinite(checked) ? new BigDecimal(text) : BigDecimal.ZERO;
        });
    }

    /** The field's text; empty where the column or the value is missing. */
    private Optional<String> text(CsvRecord record, String header) {
        Integer column = columns.get(header);
        if (column == null) {
            return Optional.empty();
        }
        String text = record.getField(column).strip();
        return text.isEmpty() || text.equals("-") || text.equalsIgnoreCase("n/a")
                ? Optional.empty()
                : Optional.of(text);
    }

    private double number(CsvRecord record, String header, String text) {
        boolean plain = text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
        try {
            double number = plain ? Double.parseDouble(text) : Double.NaN;
            if (!Double.isFinite(number) || !holds(number, text)) {
                throw at(record, header, unreadable(text, plain));
            }
            return number;
        } catch (NumberFormatException e) {
            throw at(record, header, unreadable(text, false));
        }
    }

    private static String unreadable(String text, boolean tooMuch) {
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        return tooMuch
                ? "\"" + shown + "\" has more digits, or a larger exponent, than a double holds"
                : "\"" + shown
                        + "\" is not a number with a decimal point, such as 95.7; leave the cell blank if there is none";
    }

    /** Up to fifteen digits survive in any double; more must be the ones the double prints. */
    private static boolean holds(double number, String text) {
        BigDecimal written = new BigDecimal(text);
        if (written.signum() != 0 && number == 0) {
            return false;
        }
        return written.stripTrailingZeros().precision() <= 15
                || written.compareTo(new BigDecimal(Double.toString(number))) == 0;
    }

    private CsvException at(CsvRecord record, String header, String message) {
        return new CsvException(
                record.getStartingLineNumber(),
                columns.getOrDefault(header, -1) + 1,
                (header.equals(SCHOOL)
                                ? ""
                                : header + " of \""
                                        + record.getField(schoolColumn).strip() + "\": ")
                        + message);
    }
}
