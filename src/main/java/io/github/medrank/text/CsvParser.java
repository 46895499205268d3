package io.github.medrank.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import io.github.medrank.exact.SafeText;
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
    private static final Pattern ALIAS_SEPARATOR = Pattern.compile("|", Pattern.LITERAL);

    private final Csv reader;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Integer> attributeColumns = new LinkedHashMap<>();
    private final Map<String, Long> lines = new HashMap<>();
    private int schoolColumn;
    private long last = 1;

    CsvParser(Csv reader) {
        this.reader = reader;
    }

    IndicatorTable parse(String csv) {
        IndicatorTable.Builder table = IndicatorTable.builder(reader.indicators());
        CsvSource.withCommas(csv).forEach(reader.limits(), false, line -> {
            last = line.number();
            if (columns.isEmpty()) {
                readHeader(line);
            } else {
                readRow(line, table);
            }
        });
        if (columns.isEmpty()) {
            throw new CsvException(1, 0, "the text is empty; its first line must hold the headers");
        }
        if (lines.isEmpty()) {
            throw new CsvException(last, 0, "no schools; a table needs at least one line after the headers");
        }
        return table.build();
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
                !SafeText.isMissing(school.id()),
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
                school.aliases().size() != 1
                        || !SafeText.isMissing(school.aliases().get(0)),
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
                            + (columns.size() > 20 ? ", … " + (columns.size() - 20) + " more]" : "]")
                            + "; Csv.read finds columns by other headers");
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
            cells.add(cell(record, indicator));
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

    private Cell cell(CsvLine record, Indicator indicator) {
        String header = reader.header(indicator);
        Optional<String> text = text(record, header);
        if (text.isEmpty()) {
            return Cell.missing(MissingReason.NOT_REPORTED);
        }
        double value = number(record, header, text.get());
        if (!indicator.isOnScale(value)) {
            throw at(
                    record,
                    header,
                    shown(text.get()) + " is off its scale, " + indicator.scaleText()
                            + "; mend it, or take the indicator withoutScale()");
        }
        return Cell.of(value);
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
        return SafeText.isMissing(text) ? Optional.empty() : Optional.of(text);
    }

    private double number(CsvLine record, String header, String text) {
        try {
            return CsvNumbers.STRICT.read(text);
        } catch (IllegalArgumentException e) {
            throw at(record, header, String.valueOf(e.getMessage()));
        }
    }

    private static String shown(String text) {
        return CsvNumbers.shown(text);
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
