package io.github.medrank.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private static final Pattern ALIAS_SEPARATOR = Pattern.compile("|", Pattern.LITERAL);
    /** The smallest double has 343 characters as a plain decimal. */
    private static final int LONGEST_NUMBER = 400;

    private final Csv reader;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Integer> attributeColumns = new LinkedHashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private int schoolColumn;

    CsvParser(Csv reader) {
        this.reader = reader;
    }

    IndicatorTable parse(String csv) {
        String text = csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
        refuseOpenQuote(text);
        IndicatorTable.Builder table = IndicatorTable.builder(reader.indicators());
        CsvReader.CsvReaderBuilder syntax = CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true);
        long last = 1;
        try {
            for (CsvLine line : syntax.build(new CsvLineHandler(reader.limits()), text)) {
                last = line.number();
                if (columns.isEmpty()) {
                    readHeader(line);
                } else {
                    readRow(line, table);
                }
            }
        } catch (CsvParseException e) {
            throw refusal(e, last);
        }
        if (columns.isEmpty()) {
            throw new CsvException(1, 0, "the text is empty; its first line must hold the headers");
        }
        if (lines.isEmpty()) {
            throw new CsvException(last, 0, "no schools; a table needs at least one line after the headers");
        }
        return table.build();
    }

    /** What the CSV reader has wrapped: our own refusal, its word on the syntax, or a fault that is not the text's. */
    private static RuntimeException refusal(CsvParseException e, long last) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof CsvParseException) {
            return new CsvException(last, 0, "after this line the text is no CSV: " + cause.getMessage());
        }
        return cause instanceof RuntimeException ours ? ours : e;
    }

    /**
     * A quote that is never closed makes the rest of the text one cell, so a text cut short would read as a table that
     * lacks schools.
     */
    private static void refuseOpenQuote(String text) {
        long line = 1;
        long opened = 0;
        boolean atStart = true;
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (open || atStart)) {
                open = !open;
                opened = open ? line : opened;
                // Of two quotes inside a quoted cell, the second opens it again.
                atStart = true;
                continue;
            }
            boolean ends = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            line += ends ? 1 : 0;
            atStart = !open && (c == ',' || c == '\n' || c == '\r');
        }
        if (open) {
            throw new CsvException(opened, 0, "a quote is opened here and never closed; is the text cut short?");
        }
    }

    private void readHeader(CsvLine line) {
        for (int i = 0; i < line.size(); i++) {
            String header = line.cell(i).strip();
            if (columns.putIfAbsent(header, i) != null) {
                throw new CsvException(line.number(), i + 1, "header \"" + shown(header) + "\" comes twice");
            }
        }
        require(line.number(), SCHOOL);
        schoolColumn = columns.getOrDefault(SCHOOL, 0);
        reader.indicators().forEach(indicator -> require(line.number(), reader.header(indicator)));
        reader.attributes().forEach(attribute -> require(line.number(), attribute));
        Set<String> taken =
                reader.indicators().stream().map(reader::header).collect(Collectors.toCollection(HashSet::new));
        taken.addAll(KNOWN);
        columns.forEach((header, column) -> {
            if (reader.isAttribute(header) && !taken.contains(header)) {
                if (header.isEmpty()) {
                    throw new CsvException(
                            line.number(), column + 1, "no header; an attribute needs one, or leave the column out");
                }
                attributeColumns.put(header, column);
            }
        });
    }

    /** Refuses a school that would be read as another one than was written. */
    static void checkReadable(School school) {
        checkArgument(
                school.id().strip().equals(school.id()),
                "school \"%s\": id \"%s\" begins or ends in white space, which is not read",
                school.name(),
                school.id());
        checkArgument(
                !isMissing(school.id()),
                "school \"%s\": id \"%s\" reads as a missing value",
                school.name(),
                school.id());
        for (String alias : school.aliases()) {
            checkArgument(
                    !alias.contains("|"),
                    "school \"%s\": alias \"%s\" holds the | that separates aliases",
                    school.name(),
                    alias);
        }
        checkArgument(
                school.aliases().size() != 1 || !isMissing(school.aliases().get(0)),
                "school \"%s\": its only alias \"%s\" reads as a missing value",
                school.name(),
                school.aliases().stream().findFirst().orElse(""));
    }

    /** Refuses an indicator whose column would be taken for another. */
    static void checkReadable(Indicator indicator) {
        checkArgument(
                !KNOWN.contains(indicator.id()) && indicator.id().strip().equals(indicator.id()),
                "indicator \"%s\": a column with this header would not be read as the indicator's",
                indicator.id());
    }

    private void require(long line, String header) {
        if (!columns.containsKey(header)) {
            String some =
                    columns.keySet().stream().limit(20).map(CsvParser::shown).collect(Collectors.joining(", "));
            throw new CsvException(
                    line,
                    0,
                    "no column \"" + header + "\"; there are [" + some
                            + (columns.size() > 20 ? ", … " + (columns.size() - 20) + " more]" : "]"));
        }
    }

    private void readRow(CsvLine record, IndicatorTable.Builder table) {
        long line = record.number();
        if (record.size() != columns.size()) {
            throw new CsvException(line, 0, record.size() + " fields for " + columns.size() + " headers");
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

    private School school(CsvLine record) {
        String name = record.cell(schoolColumn).strip();
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
        List<String> aliases = text(record, ALIASES)
                .map(all -> ALIAS_SEPARATOR
                        .splitAsStream(all)
                        .map(String::strip)
                        .filter(alias -> !alias.isEmpty())
                        .toList())
                .orElse(List.of());
        Map<String, String> attributes = new LinkedHashMap<>();
        attributeColumns.forEach((header, column) -> attributes.put(header, record.cell(column)));
        return aliases.isEmpty() && attributes.isEmpty()
                ? school
                : school.withAliases(aliases).withAttributes(attributes);
    }

    private Cell cell(CsvLine record, String header) {
        Optional<String> text = text(record, header);
        return text.isEmpty() ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(number(record, header, text.get()));
    }

    private Optional<BigDecimal> score(CsvLine record) {
        return text(record, SCORE).map(text -> {
            // A zero may be written with any exponent, and as many digits would be printed.
            return number(record, SCORE, text) == 0 ? BigDecimal.ZERO : new BigDecimal(text);
        });
    }

    /** The field's text; empty where the column or the value is missing. */
    private Optional<String> text(CsvLine record, String header) {
        Integer column = columns.get(header);
        if (column == null) {
            return Optional.empty();
        }
        String text = record.cell(column).strip();
        return isMissing(text) ? Optional.empty() : Optional.of(text);
    }

    private static boolean isMissing(String text) {
        return text.isEmpty() || text.equals("-") || text.equalsIgnoreCase("n/a");
    }

    private double number(CsvLine record, String header, String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw at(record, header, unreadable(text, true));
        }
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
        String shown = shown(text);
        return tooMuch
                ? "\"" + shown + "\" has more digits, or a larger exponent, than a double holds"
                : "\"" + shown
                        + "\" is not a number with a decimal point, such as 95.7; leave the cell blank if there is none";
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    /** Up to fifteen digits survive in any double; more must be the ones the double prints. */
    private static boolean holds(double number, String text) {
        BigDecimal written = new BigDecimal(text);
        if (written.signum() != 0 && number == 0) {
            return false;
        }
        return written.stripTrailingZeros().precision() <= 15 || written.compareTo(Decimals.of(number)) == 0;
    }

    private CsvException at(CsvLine record, String header, String message) {
        return new CsvException(
                record.number(),
                columns.getOrDefault(header, -1) + 1,
                (header.equals(SCHOOL)
                                ? ""
                                : header + " of \"" + record.cell(schoolColumn).strip() + "\": ")
                        + message);
    }
}
