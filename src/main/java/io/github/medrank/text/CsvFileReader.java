package io.github.medrank.text;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Position;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import io.github.medrank.exact.NameKeys;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one text as it was downloaded, and notes all that it renames, ignores or sets aside. */
final class CsvFileReader {
    private static final ImmutableSet<String> MISSING =
            ImmutableSet.of("", "-", "–", "—", "..", "n/a", "na", "nan", "null", "#n/a");
    private static final ImmutableSet<String> TOTALS = ImmutableSet.of("total", "average", "mean", "sum");
    /** "Average", with white space and a colon. */
    private static final int LONGEST_TOTAL = 20;

    private static final Pattern RANGE = Pattern.compile("\\d+([.,]\\d+)?\\s?[-–—−‑]\\s?\\d+([.,]\\d+)?");
    private static final char REPLACEMENT = '\uFFFD';

    private final Csv reader;
    private final List<CsvNote> notes = new ArrayList<>();
    private final ImmutableSet<String> missing;
    private final boolean digitsMayBeMissing;
    private Optional<Rows> found = Optional.empty();
    private long last = 1;

    CsvFileReader(Csv reader) {
        this.reader = reader;
        this.missing = ImmutableSet.<String>builder()
                .addAll(MISSING)
                .addAll(reader.missing().stream()
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .iterator())
                .build();
        this.digitsMayBeMissing = missing.stream().anyMatch(CsvFileReader::isNumberLike);
    }

    /**
     * Reads the text, at first as most are: with decimal points. If its columns turn out to show something else, or a
     * line was refused, which a wrong reading may be the cause of, it is read again.
     */
    CsvFile read(String csv) {
        CsvSource source = CsvSource.found(csv, reader.separator(), cells -> CsvHeaders.isHeaders(cells, reader));
        if (source.separator() != ',') {
            note(CsvNote.Kind.DIALECT, 0, 0, "cells parted by " + source.named());
        }
        source.forEach(reader.limits(), true, this::take);
        Rows rows = found.orElseThrow(() -> new CsvException(
                1,
                0,
                reader.headerLine() > 0
                        ? "no line " + reader.headerLine() + " with headers"
                        : "no line has a header for the school, such as School, Institution or University;"
                                + " withSchool(header) names it, withHeaderLine(n) says where the headers are"));
        notes.addAll(rows.headers.notes());
        if (!rows.columns.decide(notes) || rows.refused) {
            Rows again = new Rows(rows.headers, rows.columns);
            long above = rows.headers.line().number();
            source.forEach(reader.limits(), true, line -> {
                if (line.number() > above) {
                    again.take(line);
                }
            });
            rows = again;
        }
        if (rows.schools.isEmpty()) {
            throw new CsvException(last, 0, "no schools; a table needs at least one line after the headers");
        }
        notes.addAll(rows.rowNotes);
        notes.sort(Comparator.comparingLong(CsvNote::line).thenComparingInt(CsvNote::column));
        return new CsvFile(rows.schools, rows.table.map(IndicatorTable.Builder::build), rows.published, notes);
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
            found = Optional.of(new Rows(headers, new CsvColumns(headers, reader, this::isMissing)));
        } else if (line.isBlank()) {
            note(CsvNote.Kind.BLANK_LINE, line.number(), 0, "blank line");
        } else {
            note(CsvNote.Kind.ABOVE_HEADERS, line.number(), 0, "above the headers: " + line.shown());
        }
    }

    private boolean isHeaderLine(CsvLine line) {
        return reader.headerLine() > 0
                ? line.number() >= reader.headerLine()
                : CsvHeaders.isHeaders(line.cells(), reader);
    }

    private static boolean isTotal(String name) {
        return name.length() <= LONGEST_TOTAL
                && TOTALS.contains(NameKeys.text(name).replace(":", ""));
    }

    private boolean isMissing(String text) {
        return (digitsMayBeMissing || !isNumberLike(text)) && isAmong(missing, text);
    }

    /** Most cells are numbers, which are not worth a look into a set. */
    private static boolean isNumberLike(String text) {
        return !text.isEmpty() && CsvNumbers.isDigit(text.charAt(0));
    }

    /** Whether a text says that there is nothing, as files usually say it. */
    static boolean isUsuallyMissing(String text) {
        return isAmong(MISSING, text);
    }

    private static boolean isAmong(ImmutableSet<String> missing, String text) {
        return text.length() <= 20 && missing.contains(text.toLowerCase(Locale.ROOT));
    }

    /**
     * A cell without white space of any kind around it, and without the apostrophe that keeps a spreadsheet from
     * reading it.
     */
    static String text(CsvLine line, int column) {
        if (column >= line.size()) {
            return "";
        }
        String cell = line.cell(column);
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        boolean guarded = to - from > 1 && cell.charAt(from) == '\'' && Csv.isRisky(cell.charAt(from + 1));
        return cell.substring(guarded ? from + 1 : from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** The scores of a band, such as 82.2–88.2, which are no number. */
    static boolean isRange(String text) {
        return text.length() <= 40 && hasDash(text) && RANGE.matcher(text).matches();
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

    /** The lines below the headers, and what they come to. */
    private final class Rows {
        private final CsvHeaders headers;
        private final CsvColumns columns;
        private final Optional<IndicatorTable.Builder> table;
        private final List<CsvNote> rowNotes = new ArrayList<>();
        /** Where each school stands; to find one again is needed once at most. */
        private final List<Long> lines = new ArrayList<>();
        /** The ids of schools, where there is no table that knows them. */
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

        /** Takes a line as if its numbers had decimal points, and sees how they are written. */
        void look(CsvLine line) {
            columns.look(line);
            try {
                if (!refused) {
                    take(line);
                }
            } catch (CsvException e) {
                refused = true;
            }
        }

        void take(CsvLine line) {
            if (line.isBlank()) {
                note(CsvNote.Kind.BLANK_LINE, line.number(), 0, "blank line");
                afterBlank = true;
            } else if (isSchool(line)) {
                add(line);
            }
        }

        private void note(CsvNote.Kind kind, long line, int column, String text) {
            rowNotes.add(new CsvNote(kind, line, column, text));
        }

        /** Whether a line is a school's; notes why it is not. */
        private boolean isSchool(CsvLine line) {
            line.requireNoMoreThan(headers.line());
            if (!reader.keeps(line, headers)) {
                note(CsvNote.Kind.FILTERED, line.number(), 0, "left out by the filter: " + line.shown());
                return false;
            }
            Optional<String> why = notASchool(line);
            why.ifPresent(reason -> note(CsvNote.Kind.SET_ASIDE, line.number(), 0, reason + ": " + line.shown()));
            return why.isEmpty();
        }

        private Optional<String> notASchool(CsvLine line) {
            if (line.cells().equals(headers.line().cells())) {
                return Optional.of("the headers again");
            }
            String name = text(line, headers.school());
            boolean named = headers.id().isPresent()
                    && !isMissing(text(line, headers.id().get()));
            if (isMissing(name)) {
                if (named && !name.isEmpty()) {
                    return Optional.empty();
                }
                return Optional.of("no name of a school");
            }
            if (!named && isTotal(name)) {
                return Optional.of("a total, not a school");
            }
            return afterBlank && !named && headers.line().size() > 1 && isEmpty(line)
                    ? Optional.of("no values, below a blank line")
                    : Optional.empty();
        }

        private boolean isEmpty(CsvLine line) {
            return headers.indicators().stream().allMatch(column -> isMissing(text(line, column)))
                    && headers.rank()
                            .map(column -> isMissing(text(line, column)))
                            .orElse(true)
                    && headers.country()
                            .map(column -> text(line, column).isEmpty())
                            .orElse(true);
        }

        // ---- schools ----

        private void add(CsvLine line) {
            School school = school(line);
            if (table.isPresent()) {
                List<Cell> cells = cells(line, school);
                try {
                    table.get().row(school, cells);
                } catch (IllegalArgumentException e) {
                    throw twice(school, line); // the only fault that a row of cells can have here
                }
            } else if (!ids.add(school.id())) {
                throw twice(school, line);
            }
            schools.add(school);
            lines.add(line.number());
            PublishedResult result = new PublishedResult(position(line), score(line, school));
            if (result.position().isPresent() || result.score().isPresent()) {
                published.put(school, result);
                table.ifPresent(builder -> builder.published(school, result));
            }
        }

        private List<Cell> cells(CsvLine line, School school) {
            Cell[] cells = new Cell[headers.indicators().size()];
            for (int i = 0; i < cells.length; i++) {
                int column = headers.indicators().get(i);
                String text = text(line, column);
                cells[i] = isMissing(text)
                        ? Cell.missing(MissingReason.NOT_REPORTED)
                        : Cell.of(plausible(
                                columns.number(line, column, text, school),
                                line,
                                column,
                                school,
                                reader.indicators().get(i)));
            }
            return Arrays.asList(cells);
        }

        private double plausible(double value, CsvLine line, int column, School school, Indicator indicator) {
            if (!indicator.isOnScale(value)) {
                String off = indicator.id() + " of \"" + school.name() + "\": " + CsvNumbers.shown(text(line, column))
                        + " is off its scale, " + indicator.scaleText();
                if (reader.isOffScaleRefused()) {
                    String wayOut = "; mend it, or read without withOffScaleRefused()";
                    throw new CsvException(line.number(), column + 1, off + wayOut);
                }
                note(CsvNote.Kind.OFF_SCALE, line.number(), column + 1, off + "; kept as it is");
            }
            return value;
        }

        private CsvException twice(School school, CsvLine line) {
            String option = headers.hasYear() ? "withRows picks one year" : "a column \"id\" tells two schools apart";
            return new CsvException(
                    line.number(),
                    headers.school() + 1,
                    "school id \"" + school.id() + "\" comes twice, first in line " + lines.get(schools.indexOf(school))
                            + "; " + option);
        }

        private School school(CsvLine line) {
            String name = text(line, headers.school());
            if (name.indexOf(REPLACEMENT) >= 0) {
                note(
                        CsvNote.Kind.NAME_DAMAGED,
                        line.number(),
                        headers.school() + 1,
                        "\"" + CsvNumbers.shown(name) + "\" holds U+FFFD: decode the text with its own character set");
            }
            Optional<String> id = headers.id().map(column -> text(line, column)).filter(text -> !isMissing(text));
            School school;
            try {
                school = id.isPresent() ? School.of(id.get(), name) : School.of(name);
            } catch (IllegalArgumentException e) {
                throw new CsvException(line.number(), headers.school() + 1, String.valueOf(e.getMessage()));
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            headers.attributes().forEach((header, column) -> {
                String text = text(line, column);
                if (!isMissing(text)) {
                    attributes.put(header, text);
                }
            });
            List<String> aliases = headers.aliases().map(column -> text(line, column)).stream()
                    .flatMap(all -> Splitter.on('|').splitToStream(all))
                    .filter(alias -> !alias.isBlank())
                    .toList();
            School named = aliases.isEmpty() ? school : school.withAliases(aliases);
            School located = headers.country()
                    .map(column -> located(named, line, column, attributes))
                    .orElse(named);
            return attributes.isEmpty() ? located : located.withAttributes(attributes);
        }

        /** NA is Namibia here, so that no text but a blank or a dash is a missing country. */
        private School located(School school, CsvLine line, int column, Map<String, String> attributes) {
            String written = text(line, column);
            if (written.isEmpty() || written.equals("-") || written.equals("–") || written.equals("—")) {
                return school;
            }
            Optional<String> code = CountryNames.code(written);
            if (code.isEmpty()) {
                attributes.putIfAbsent("country", written);
            }
            boolean asIs = code.isPresent() && code.get().equals(written);
            if (!asIs && countriesSeen.add(written)) {
                note(
                        code.isPresent() ? CsvNote.Kind.COUNTRY_READ : CsvNote.Kind.COUNTRY_UNKNOWN,
                        line.number(),
                        column + 1,
                        "country \"" + CsvNumbers.shown(written) + "\" "
                                + code.map(known -> "read as " + known).orElse("not known; kept as an attribute"));
            }
            return code.map(school::withCountry).orElse(school);
        }

        // ---- published results ----

        private Optional<String> position(CsvLine line) {
            Optional<String> text =
                    headers.rank().map(column -> text(line, column)).filter(written -> !isMissing(written));
            if (text.isEmpty()) {
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
            Optional<String> text =
                    headers.score().map(column -> text(line, column)).filter(written -> !isMissing(written));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            int column = headers.score().orElseThrow();
            String written = text.get();
            if (isRange(written)) {
                note(
                        CsvNote.Kind.PUBLISHED_UNREAD,
                        line.number(),
                        column + 1,
                        "score \"" + written + "\" of \"" + school.name() + "\" is the range of a band, not one score");
                return Optional.empty();
            }
            return columns.score(line, column, written, school);
        }
    }
}
