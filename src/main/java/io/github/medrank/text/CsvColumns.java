package io.github.medrank.text;

import static java.util.Objects.requireNonNull;

import io.github.medrank.School;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Determines how each column of a file writes its numbers, from the reader's options or from unambiguous cells. A
 * column in which every comma is followed by exactly three digits could mean thousands or decimals, so it is refused.
 */
final class CsvColumns {
    private static final CsvNumbers PLAIN = CsvNumbers.of('.', '\0');
    private static final String OPTIONS = "withDecimalComma() or withThousands(',') says which";

    private final CsvHeaders headers;
    private final CsvFileReader reader;
    private final Optional<CsvNumbers> given;
    /** The columns of the indicators, in order, and then that of the score. */
    private final List<Shown> columns;

    CsvColumns(CsvHeaders headers, CsvFileReader reader, Optional<CsvNumbers> given) {
        this.headers = headers;
        this.reader = reader;
        this.given = given;
        this.columns = new ArrayList<>();
        for (int column : headers.indicators()) {
            columns.add(new Shown(column, given.orElse(PLAIN)));
        }
        if (headers.score().isPresent()) {
            columns.add(new Shown(headers.score().get(), given.orElse(PLAIN)));
        }
    }

    /** Examines how a line writes its numbers. */
    void look(CsvLine line) {
        for (Shown each : columns) {
            each.simple = line.simpleNumber(each.column);
            // Once a column has shown a decimal point, plain numbers tell nothing more of it.
            if (given.isEmpty() && (each.simple < 0 || each.decimalPoint == null)) {
                each.add(line, reader);
            }
        }
    }

    /** Decides how each column is read, after all lines were examined. Returns whether all use plain decimal points. */
    boolean decide(List<CsvNote> notes) {
        boolean anyComma = false;
        for (Shown each : columns) {
            anyComma |= each.decimalComma != null;
        }
        boolean plain = true;
        for (Shown shown : columns) {
            CsvNumbers found = given.isPresent() ? given.get() : decided(shown, anyComma);
            shown.numbers = found;
            if (!found.isPlain()) {
                plain &= given.isPresent();
                notes.add(new CsvNote(
                        CsvNote.Kind.DIALECT,
                        headers.line().number(),
                        shown.column + 1,
                        "numbers of \"" + headers.line().cell(shown.column) + "\" read with a decimal "
                                + (found.decimal() == ',' ? "comma" : "point")
                                + (found.thousands() == '\0'
                                        ? ""
                                        : " and \"" + found.thousands() + "\" between thousands")));
            }
        }
        return plain;
    }

    /** A column: how it is read, its number in the current line, and the first cell of each use of a mark. */
    private static final class Shown {
        private final int column;
        private CsvNumbers numbers;
        /** The number in the current line if it is unambiguous; otherwise −1. */
        private double simple = -1;

        /** A comma that can only be a decimal comma. */
        private @Nullable CsvLine decimalComma;
        /** A point that can only be a decimal point. */
        private @Nullable CsvLine decimalPoint;
        /** Commas that can only separate thousands. */
        private @Nullable CsvLine thousandsComma;
        /** Points that can only separate thousands. */
        private @Nullable CsvLine thousandsPoint;
        /** A comma that could be either. */
        private @Nullable CsvLine anyComma;
        /** A point that could be either. */
        private @Nullable CsvLine anyPoint;

        Shown(int column, CsvNumbers numbers) {
            this.column = column;
            this.numbers = numbers;
        }

        void add(CsvLine line, CsvFileReader reader) {
            if (line.hasMark(column)) {
                String text = line.cell(column);
                if (!reader.isMissing(text) && !CsvFileReader.isRange(text)) {
                    add(text, line);
                }
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

        /** Whether a text has one to three digits without a leading 0, then the mark, then exactly three digits. */
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

    private CsvNumbers decided(Shown marks, boolean commaElsewhere) {
        int column = marks.column;
        boolean comma = marks.decimalComma != null;
        if (comma && (marks.decimalPoint != null || marks.thousandsComma != null)) {
            throw at(
                    marks.decimalComma,
                    column,
                    "has a decimal comma here, and a decimal point or a comma between thousands elsewhere in its column");
        }
        if (!comma && marks.thousandsComma == null && marks.anyComma != null) {
            throw at(marks.anyComma, column, "may have a thousands separator or a decimal comma; " + OPTIONS);
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
                    "may have a thousands separator in a file with decimal commas; withThousands('.') says that it has,"
                            + " withDecimalPoint() that it has not");
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
                headers.line().cell(column) + " of \"" + there.cell(headers.school()) + "\": \""
                        + CsvNumbers.shown(there.cell(column)) + "\" " + what);
    }

    /** An indicator's number in an examined line; NaN if it has none. */
    double number(CsvLine line, int indicator, School school) {
        Shown column = columns.get(indicator);
        if (column.simple >= 0 && column.numbers.isPlain() && !reader.numbersMayBeMissing()) {
            return column.simple;
        }
        String text = line.cell(column.column);
        return reader.isMissing(text) ? Double.NaN : number(line, column, text, school);
    }

    private double number(CsvLine line, Shown column, String text, School school) {
        try {
            return column.numbers.read(text);
        } catch (IllegalArgumentException e) {
            throw new CsvException(
                    line.number(),
                    column.column + 1,
                    headers.line().cell(column.column) + " of \"" + school.name() + "\": " + e.getMessage()
                            + reader.hint(text));
        }
    }

    /** The score, with the decimals as printed. */
    BigDecimal score(CsvLine line, String text, School school) {
        Shown column = columns.get(columns.size() - 1);
        // A zero may be written with any exponent, and would be printed with that many digits.
        return number(line, column, text, school) == 0 ? BigDecimal.ZERO : new BigDecimal(column.numbers.plain(text));
    }
}
