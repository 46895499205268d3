package io.github.medrank.text;

import io.github.medrank.exact.SafeText;
import java.io.Serial;
import java.util.List;

/** Thrown when a CSV text cannot be read, with the line and the column of the problem. */
public final class CsvException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private final long line;
    private final int column;

    CsvException(long line, int column, String message) {
        super("line " + line + (column > 0 ? ", column " + column : "") + ": " + SafeText.line(message));
        this.line = line;
        this.column = column;
    }

    /** A text without any readable row. The notes explain why, one per line. */
    CsvException(long line, String message, List<CsvNote> notes) {
        super("line " + line + ": " + SafeText.line(message) + "; " + CsvNote.account(notes));
        this.line = line;
        this.column = 0;
    }

    /** Returns the line of the problem, from 1; for a record of several lines, its first line. */
    public long line() {
        return line;
    }

    /** Returns the column of the problem, from 1; 0 if it concerns the whole line. */
    public int column() {
        return column;
    }
}
