package io.github.medrank.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableLongArray;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Position;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import io.github.medrank.exact.CountryCodes;
import io.github.medrank.exact.NameKeys;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads one text as it was downloaded, and notes everything that it renames, ignores or sets aside. A strict reader
 * assumes less, and refuses what another reader would note.
 */
final class CsvFileReader {
    /** What says that there is nothing, beside what does so everywhere. */
    private static final ImmutableSet<String> MISSING = ImmutableSet.of("..", "na", "nan", "null", "#n/a");

    private static final ImmutableSet<String> TOTALS = ImmutableSet.of("total", "average", "mean", "sum");
    /** The word "Average", with white space and a colon. */
    private static final int LONGEST_TOTAL = 20;

    private static final char REPLACEMENT = '\uFFFD';

    private final Csv reader;
    private final List<CsvNote> notes = new ArrayList<>();
    private final Set<String> missing;
    private final boolean numbersMayBeMissing;
    private Optional<Rows> found = Optional.empty();
    private long last = 1;

    CsvFileReader(Csv reader) {
        this.reader = reader;
        this.missing = new HashSet<>(reader.isStrict() ? ImmutableSet.of() : MISSING);
        boolean numbers = false;
        for (String text : reader.missing()) {
            missing.add(text.toLowerCase(Locale.ROOT));
            numbers |= isNumberLike(text);
        }
        this.numbersMayBeMissing = numbers;
    }

    /**
     * Reads the text, first with decimal points, which are most common. If its columns turn out to be written
     * differently, or a line was refused, which a wrong reading may cause, it is read again.
     */
    CsvFile read(String csv) {
        CsvSource source = reader.isStrict()
                ? CsvSource.withCommas(csv)
                : CsvSource.found(csv, reader.separator(), cells -> CsvHeaders.isHeaders(cells, reader));
        if (source.separator() != ',') {
            note(CsvNote.Kind.DIALECT, 0, 0, "cells separated by " + source.named());
        }
        forEach(source, this::take);
        if (found.isEmpty()) {
            throw new CsvException(1, 0, noHeaders());
        }
        Rows rows = found.get();
        notes.addAll(rows.headers.notes());
        if (!rows.columns.decide(notes) || rows.refused) {
            Rows again = new Rows(rows.headers, rows.columns);
            long above = rows.headers.line().number();
            forEach(source, line -> {
                if (line.number() > above) {
                    again.columns.look(line);
                    again.take(line);
                }
            });
            rows = again;
        }
        if (rows.schools.isEmpty()) {
            throw new CsvException(last, 0, "no schools; a table needs at least one line after the headers");
        }
        notes.addAll(rows.rowNotes);
        if (notes.size() > 1) {
            notes.sort(CsvNote::compareByPlace);
        }
        if (rows.table.isEmpty()) {
            return new CsvFile(rows.schools, Optional.empty(), rows.published, notes);
        }
        IndicatorTable table = rows.table.get().build();
        return new CsvFile(table.schools(), Optional.of(table), rows.published, notes);
    }

    /** The strict form skips blank lines, and reads an apostrophe as part of the text. */
    private void forEach(CsvSource source, Consumer<CsvLine> action) {
        boolean strict = reader.isStrict();
        source.forEach(
                reader.limits(),
                strict ? CsvLineHandler.Cells.STRIPPED : CsvLineHandler.Cells.UNGUARDED,
                !strict,
                action);
    }

    private String noHeaders() {
        if (reader.isStrict()) {
            return "the text is empty; its first line must hold the headers";
        }
        return reader.headerLine() > 0
                ? "no line " + reader.headerLine() + " with headers"
                : "no line has a header for the school, such as School, Institution or University;"
                        + " withSchool(header) names it, withHeaderLine(n) says where the headers are";
    }

    private void note(CsvNote.Kind kind, long line, int column, String text) {
        notes.add(new CsvNote(kind, line, column, text));
    }

    // ---- lines ----

    private void take(CsvLine line) {
        last = line.number();
        if (found.isPresent()) {
            found.get().look(line);
        } else if (isHeaderLine(line)) {
            CsvHeaders headers = new CsvHeaders(line, reader);
            found = Optional.of(new Rows(headers, new CsvColumns(headers, this, reader.numbers())));
        } else if (line.isBlank()) {
            note(CsvNote.Kind.BLANK_LINE, line.number(), 0, "blank line");
        } else {
            note(CsvNote.Kind.ABOVE_HEADERS, line.number(), 0, "above the headers: " + line.shown());
        }
    }

    private boolean isHeaderLine(CsvLine line) {
        return reader.headerLine() > 0
                ? line.number() >= reader.headerLine()
                : reader.isStrict() || CsvHeaders.isHeaders(line.cells(), reader);
    }

    private static boolean isTotal(String name) {
        return name.length() <= LONGEST_TOTAL
                && TOTALS.contains(NameKeys.text(name).replace(":", ""));
    }

    /** Whether a text means that there is no value. Most cells are numbers, for which the set is not consulted. */
    boolean isMissing(String text) {
        return (numbersMayBeMissing || !isNumberLike(text)) && (SafeText.isMissing(text) || isAmong(missing, text));
    }

    boolean numbersMayBeMissing() {
        return numbersMayBeMissing;
    }

    private static boolean isNumberLike(String text) {
        return !text.isEmpty() && CsvNumbers.isDigit(text.charAt(0));
    }

    /** Whether a text means that there is no value, by the usual rules. */
    static boolean isUsuallyMissing(String text) {
        return SafeText.isMissing(text) || isAmong(MISSING, text);
    }

    private static boolean isAmong(Set<String> missing, String text) {
        return text.length() <= 20 && missing.contains(text.toLowerCase(Locale.ROOT));
    }

    /** The option that would read a number which the strict form refuses. */
    String hint(String text) {
        if (!reader.isStrict()) {
            return "";
        }
        if (isUsuallyMissing(text)) {
            return "; Csv.read takes it for a missing value";
        }
        boolean marked = ", %−\u00A0".chars().anyMatch(mark -> text.indexOf(mark) >= 0);
        return marked ? "; Csv.read finds decimal commas, thousands separators and percent signs" : "";
    }

    /** Whether a text is the range of scores of a band, such as 82.2–88.2, which is not a number. */
    static boolean isRange(String text) {
        return text.length() <= 40
                && hasDash(text)
                && Ranges.WRITTEN.matcher(text).matches();
    }

    /** How ranges are written, which a file without bands does not need. */
    private static final class Ranges {
        static final Pattern WRITTEN = Pattern.compile("\\d+([.,]\\d+)?\\s?[-–—−‑]\\s?\\d+([.,]\\d+)?");
    }

    private static boolean hasDash(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '-' || c > '~') {
                return true;
            }
        }
        return false;
    }

    /** Collects the lines below the headers. */
    private final class Rows {
        private final CsvHeaders headers;
        private final CsvColumns columns;
        private final Optional<IndicatorTable.Builder> table;
        private final List<CsvNote> rowNotes = new ArrayList<>();
        /** The row of each school, which is looked up at most once. */
        private final ImmutableLongArray.Builder lines = ImmutableLongArray.builder();
        /** The ids of schools, if there is no table that knows them. */
        private final Set<String> ids = new HashSet<>();

        private final List<School> schools = new ArrayList<>();
        private final Map<School, PublishedResult> published = new LinkedHashMap<>();
        private final Set<String> countriesSeen = new HashSet<>();
        private boolean afterBlank;
        private boolean refused;

        Rows(CsvHeaders headers, CsvColumns columns) {
            this.headers = headers;
            this.columns = columns;
            this.table = reader.indicators().isEmpty()
                    ? Optional.empty()
                    : Optional.of(IndicatorTable.builder(reader.indicators()).allowOffScale());
        }

        /**
         * Reads a line as if its numbers had decimal points, unless the form is known, and examines how they are
         * written.
         */
        void look(CsvLine line) {
            columns.look(line);
            if (reader.numbers().isPresent()) {
                take(line);
                return;
            }
            try {
                if (!refused) {
                    take(line);
                }
            } catch (CsvException e) {
                refused = true;
            }
        }

        void take(CsvLine line) {
            if (line.isBlank() && !reader.isStrict()) {
                note(CsvNote.Kind.BLANK_LINE, line.number(), 0, "blank line");
                afterBlank = true;
            } else if (isSchool(line)) {
                add(line);
            }
        }

        private void note(CsvNote.Kind kind, long line, int column, String text) {
            rowNotes.add(new CsvNote(kind, line, column, text));
        }

        /** Whether a line is a school's; otherwise notes why not. */
        private boolean isSchool(CsvLine line) {
            if (reader.isStrict() && line.size() != headers.line().size()) {
                throw new CsvException(
                        line.number(),
                        0,
                        line.size() + " fields for " + headers.line().size() + " headers");
            }
            line.requireNoMoreThan(headers.line());
            if (!reader.keeps(line, headers)) {
                note(CsvNote.Kind.FILTERED, line.number(), 0, "left out by the filter: " + line.shown());
                return false;
            }
            Optional<String> why = notASchool(line);
            if (why.isPresent()) {
                String text = why.get() + ": " + line.shown();
                requireLenient(line, headers.school(), text, "Csv.read sets such lines aside");
                note(CsvNote.Kind.SET_ASIDE, line.number(), 0, text);
            }
            return why.isEmpty();
        }

        /** Refuses in the strict form what another reader would note, and says how to read it. */
        private void requireLenient(CsvLine line, int column, String what, String wayOut) {
            if (reader.isStrict()) {
                throw new CsvException(line.number(), column + 1, what + "; " + wayOut);
            }
        }

        private Optional<String> notASchool(CsvLine line) {
            if (line.hasCellsOf(headers.line())) {
                return Optional.of("the headers again");
            }
            String name = line.cell(headers.school());
            boolean named = hasText(headers.id(), line);
            if (isMissing(name)) {
                return named && !name.isEmpty() ? Optional.empty() : Optional.of("no name of a school");
            }
            if (!named && isTotal(name)) {
                return Optional.of("a total, not a school");
            }
            return afterBlank && !named && headers.line().size() > 1 && isEmpty(line)
                    ? Optional.of("no values, below a blank line")
                    : Optional.empty();
        }

        private boolean hasText(Optional<Integer> column, CsvLine line) {
            return column.isPresent() && !isMissing(line.cell(column.get()));
        }

        /** The text in an optional column, if it does not mean that there is no value. */
        private Optional<String> text(Optional<Integer> column, CsvLine line) {
            return hasText(column, line) ? Optional.of(line.cell(column.get())) : Optional.empty();
        }

        private boolean isEmpty(CsvLine line) {
            for (int column : headers.indicators()) {
                if (!isMissing(line.cell(column))) {
                    return false;
                }
            }
            return !hasText(headers.rank(), line)
                    && (headers.country().isEmpty()
                            || line.isEmpty(headers.country().get()));
        }

        // ---- schools ----

        private void add(CsvLine line) {
            School school = school(line);
            double[] values = values(line, school);
            try {
                addRow(school, values);
            } catch (IllegalArgumentException e) {
                throw twice(school, line); // the only fault that a row of values can have here
            }
            schools.add(school);
            lines.add(line.number());
            if (headers.rank().isPresent() || headers.score().isPresent()) {
                PublishedResult result = new PublishedResult(position(line), score(line, school));
                if (result.position().isPresent() || result.score().isPresent()) {
                    published.put(school, result);
                    if (table.isPresent()) {
                        table.get().published(school, result);
                    }
                }
            }
        }

        private void addRow(School school, double[] values) {
            if (table.isEmpty()) {
                checkArgument(ids.add(school.id()), "comes twice");
            } else if (isComplete(values)) {
                table.get().row(school, values);
            } else {
                table.get().row(school, cells(values));
            }
        }

        private static boolean isComplete(double[] values) {
            for (double value : values) {
                if (Double.isNaN(value)) {
                    return false;
                }
            }
            return true;
        }

        private static List<Cell> cells(double[] values) {
            List<Cell> cells = new ArrayList<>(values.length);
            for (double value : values) {
                cells.add(Double.isNaN(value) ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(value));
            }
            return cells;
        }

        private double[] values(CsvLine line, School school) {
            double[] values = new double[reader.indicators().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = columns.number(line, i, school);
                if (!Double.isNaN(values[i]) && !reader.indicators().get(i).isOnScale(values[i])) {
                    offScale(
                            reader.indicators().get(i),
                            line,
                            headers.indicators().get(i),
                            school);
                }
            }
            return values;
        }

        private void offScale(Indicator indicator, CsvLine line, int column, School school) {
            String off = headers.line().cell(column) + " of \"" + school.name() + "\": "
                    + CsvNumbers.shown(line.cell(column)) + " is off its scale, " + indicator.scaleText();
            requireLenient(line, column, off, "mend it, or take the indicator withoutScale()");
            if (reader.isOffScaleRefused()) {
                String wayOut = "; mend it, or read without withOffScaleRefused()";
                throw new CsvException(line.number(), column + 1, off + wayOut);
            }
            note(CsvNote.Kind.OFF_SCALE, line.number(), column + 1, off + "; kept as it is");
        }

        private CsvException twice(School school, CsvLine line) {
            String option = headers.hasYear()
                    ? (reader.isStrict() ? "Csv.read with withRows" : "withRows") + " picks one year"
                    : "give one of them another id in a column \"id\"";
            long first = lines.build().get(schools.indexOf(school));
            return new CsvException(
                    line.number(),
                    headers.id().orElse(headers.school()) + 1,
                    "school id \"" + school.id() + "\" comes twice, first in line " + first + "; " + option);
        }

        private School school(CsvLine line) {
            String name = line.cell(headers.school());
            if (name.indexOf(REPLACEMENT) >= 0) {
                note(
                        CsvNote.Kind.NAME_DAMAGED,
                        line.number(),
                        headers.school() + 1,
                        "\"" + CsvNumbers.shown(name) + "\" holds U+FFFD: decode the text with its own character set");
            }
            Optional<String> id = text(headers.id(), line);
            School school;
            try {
                school = id.isPresent() ? School.of(id.get(), name) : School.of(name);
            } catch (IllegalArgumentException e) {
                throw new CsvException(line.number(), headers.school() + 1, String.valueOf(e.getMessage()));
            }
            Optional<String> aliases = text(headers.aliases(), line);
            if (aliases.isPresent()) {
                school = school.withAliases(Splitter.on('|')
                        .splitToStream(aliases.get())
                        .filter(alias -> !alias.isBlank())
                        .toList());
            }
            if (headers.country().isPresent()) {
                school = located(school, line, headers.country().get());
            }
            if (!headers.attributes().isEmpty()) {
                Map<String, String> attributes = new LinkedHashMap<>();
                headers.attributes().forEach((header, column) -> {
                    String text = line.cell(column);
                    if (!isMissing(text)) {
                        attributes.put(header, text);
                    }
                });
                school = school.withAttributes(attributes);
            }
            return school;
        }

        /** NA is Namibia here, so only texts that always mean no value count as a missing country. */
        private School located(School school, CsvLine line, int column) {
            String written = line.cell(column);
            if (SafeText.isMissing(written)) {
                return school;
            }
            if (CountryCodes.contains(written)) {
                return school.withCountry(written);
            }
            Optional<String> code = CountryNames.code(written);
            String shown = "\"" + CsvNumbers.shown(written) + "\"";
            requireLenient(
                    line,
                    column,
                    "country of \"" + school.name() + "\": " + shown
                            + " is not an ISO 3166-1 alpha-2 code such as GB or JP",
                    code.map(known -> "Csv.read takes it for " + known).orElse("Csv.read keeps it as an attribute"));
            if (countriesSeen.add(written)) {
                note(
                        code.isPresent() ? CsvNote.Kind.COUNTRY_READ : CsvNote.Kind.COUNTRY_UNKNOWN,
                        line.number(),
                        column + 1,
                        "country " + shown + " "
                                + code.map(known -> "read as " + known).orElse("not known; kept as an attribute"));
            }
            return code.map(school::withCountry).orElseGet(() -> school.withAttribute("country", written));
        }

        // ---- published results ----

        /** The position as printed. The strict form accepts any text, because programs write it too. */
        private Optional<String> position(CsvLine line) {
            Optional<String> text = text(headers.rank(), line);
            if (text.isEmpty() || reader.isStrict()) {
                return text;
            }
            try {
                Position.ofPrinted(text.get());
                return text;
            } catch (IllegalArgumentException e) {
                note(
                        CsvNote.Kind.PUBLISHED_UNREAD,
                        line.number(),
                        headers.rank().orElseThrow() + 1,
                        String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }

        private Optional<BigDecimal> score(CsvLine line, School school) {
            Optional<String> text = text(headers.score(), line);
            if (text.isPresent() && isRange(text.get()) && !reader.isStrict()) {
                note(
                        CsvNote.Kind.PUBLISHED_UNREAD,
                        line.number(),
                        headers.score().orElseThrow() + 1,
                        "score \"" + text.get() + "\" of \"" + school.name()
                                + "\" is the range of a band, not one score");
                return Optional.empty();
            }
            return text.isPresent() ? Optional.of(columns.score(line, text.get(), school)) : Optional.empty();
        }
    }
}
