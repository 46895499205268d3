package io.github.medrank.text;

import static java.util.Objects.requireNonNull;

import io.github.medrank.School;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How each column of a file writes its numbers: as the reader was told, else as the column shows without doubt. A
 * column in which every comma is followed by exactly three digits could mean thousands or decimals, so it is refused.
 */
final class CsvColumns {
    private static final CsvNumbers PLAIN = CsvNumbers.of('.', '\0');
    private static final String OPTIONS = "withDecimalComma() or withThousands(',') says which";

    private final CsvHeaders headers;
    private final Map<Integer, CsvNumbers> numbers = new HashMap<>();

    private final List<Marks> marks;
    private final Optional<CsvNumbers> given;
    private final Predicate<String> isMissing;

    CsvColumns(CsvHeaders headers, Csv reader, Predicate<String> isMissing) {
        this.headers = headers;
        this.given = reader.numbers();
        this.isMissing = isMissing;
        this.marks = Stream.concat(headers.indicators().stream(), headers.score().stream())
                .map(Marks::new)
                .toList();
        marks.forEach(each -> numbers.put(each.column, given.orElse(PLAIN)));
    }

    /** Looks at how a line writes its numbers. */
    void look(CsvLine line) {
        if (given.isEmpty()) {
            for (Marks each : marks) {
                each.add(line, isMissing);
            }
        }
    }

    /** Decides how each column is read, once all lines were looked at; whether that is with plain decimal points. */
    boolean decide(List<CsvNote> notes) {
        boolean anyComma = marks.stream().anyMatch(each -> each.decimalComma != null);
        boolean plain = true;
        for (Marks shown : marks) {
            int column = shown.column;
            CsvNumbers found = given.orElseGet(() -> decided(shown, anyComma));
            numbers.put(column, found);
            if (found.decimal() == ',' || found.thousands() != '\0') {
                plain &= given.isPresent();
                notes.add(new CsvNote(
                        CsvNote.Kind.DIALECT,
                        headers.line().number(),
                        column + 1,
                        "numbers of \"" + headers.line().cell(column).strip() + "\" read with a decimal "
                                + (found.decimal() == ',' ? "comma" : "point")
                                + (found.thousands() == '\0'
                                        ? ""
                                        : " and \"" + found.thousands() + "\" between thousands")));
            }
        }
        return plain;
    }

    /** The first cell of a column that shows each use of a mark. */
    private static final class Marks {
        private final int column;

        /** A comma that can only stand before decimals. */
        private @Nullable CsvLine decimalComma;
        /** A point that can only stand before decimals. */
        private @Nullable CsvLine decimalPoint;
        /** Commas that can only stand between thousands. */
        private @Nullable CsvLine thousandsComma;
        /** Points that can only stand between thousands. */
        private @Nullable CsvLine thousandsPoint;
        /** A comma that could be either. */
        private @Nullable CsvLine anyComma;
        /** A point that could be either. */
        private @Nullable CsvLine anyPoint;

        Marks(int column) {
            this.column = column;
        }

        void add(CsvLine line, Predicate<String> isMissing) {
            String text = CsvFileReader.text(line, column);
            boolean marked = text.indexOf(',') >= 0 || text.indexOf('.') >= 0;
            if (marked && !isMissing.test(text) && !CsvFileReader.isRange(text)) {
                add(text, line);
            }
        }

        private void add(String written, CsvLine line) {
            String text = written.endsWith("%")
                    ? written.substring(0, written.length() - 1).strip()
                    : written;
            int comma = text.lastIndexOf(',');
            int point = text.lastIndexOf('.');
            if (comma >= 0 && point >= 0) {
                if (comma > point) {
                    decimalComma = decimalComma == null ? line : decimalComma;
                    thousandsPoint = thousandsPoint == null ? line : thousandsPoint;
                } else {
                    decimalPoint = decimalPoint == null ? line : decimalPoint;
                    thousandsComma = thousandsComma == null ? line : thousandsComma;
                }
            } else if (comma >= 0) {
                if (text.indexOf(',') < comma) {
                    thousandsComma = thousandsComma == null ? line : thousandsComma;
                } else if (isThousand(text, comma)) {
                    anyComma = anyComma == null ? line : anyComma;
                } else {
                    decimalComma = decimalComma == null ? line : decimalComma;
                }
            } else if (text.indexOf('.') < point) {
                thousandsPoint = thousandsPoint == null ? line : thousandsPoint;
            } else if (isThousand(text, point)) {
                anyPoint = anyPoint == null ? line : anyPoint;
            } else {
                decimalPoint = decimalPoint == null ? line : decimalPoint;
            }
        }

        /** One to three digits, of which the first is not 0, then the mark, then exactly three digits. */
        private static boolean isThousand(String text, int mark) {
            int from = text.startsWith("-") || text.startsWith("+") || text.startsWith("−") ? 1 : 0;
            return text.length() == mark + 4
                    && mark - from >= 1
                    && mark - from <= 3
                    && text.charAt(from) != '0'
                    && text.substring(from)
                            .chars()
                            .allMatch(c -> CsvNumbers.isDigit((char) c) || c == text.charAt(mark));
        }
    }

    private CsvNumbers decided(Marks marks, boolean commaElsewhere) {
        int column = marks.column;
        boolean comma = marks.decimalComma != null;
        if (comma && (marks.decimalPoint != null || marks.thousandsComma != null)) {
            throw at(
                    marks.decimalComma,
                    column,
                    "has a decimal comma here, and a decimal point or a comma between thousands elsewhere in its column");
        }
        if (!comma && marks.thousandsComma == null && marks.anyComma != null) {
            throw at(marks.anyComma, column, "may be parted thousands or have a decimal comma; " + OPTIONS);
        }
        boolean european = comma || marks.thousandsPoint != null;
        if (marks.thousandsPoint != null && (marks.decimalPoint != null || marks.thousandsComma != null)) {
            throw at(
                    marks.thousandsPoint,
                    column,
                    "has points between thousands here, and a decimal point elsewhere in its column");
        }
        if ((european || commaElsewhere)
                && marks.thousandsPoint == null
                && marks.anyPoint != null
                && marks.decimalPoint == null) {
            throw at(
                    marks.anyPoint,
                    column,
                    "may be parted thousands in a file with decimal commas; withThousands('.') says that it is,"
                            + " withDecimalPoint() that it is not");
        }
        if (european) {
            return CsvNumbers.of(',', marks.thousandsPoint == null ? '\0' : '.');
        }
        return CsvNumbers.of('.', marks.thousandsComma == null ? '\0' : ',');
    }

    private CsvException at(@Nullable CsvLine line, int column, String what) {
        CsvLine there = requireNonNull(line);
        return new CsvException(
                there.number(),
                column + 1,
                headers.line().cell(column).strip() + " of \"" + CsvFileReader.text(there, headers.school()) + "\": \""
                        + CsvNumbers.shown(CsvFileReader.text(there, column)) + "\" " + what);
    }

    /** The number in a cell, of a column that was looked at. */
    double number(CsvLine line, int column, String text, School school) {
        try {
            return numbers.getOrDefault(column, CsvNumbers.STRICT).read(text);
        } catch (IllegalArgumentException e) {
            throw new CsvException(
                    line.number(),
                    column + 1,
                    headers.line().cell(column).strip() + " of \"" + school.name() + "\": " + e.getMessage());
        }
    }

    /** A score with the decimals it was printed with. */
    Optional<BigDecimal> score(CsvLine line, int column, String text, School school) {
        // A zero may be written with any exponent, and as many digits would be printed.
        return number(line, column, text, school) == 0
                ? Optional.of(BigDecimal.ZERO)
                : Optional.of(new BigDecimal(
                        numbers.getOrDefault(column, CsvNumbers.STRICT).plain(text)));
    }
}
