package io.github.medrank.text;

import io.github.medrank.exact.SafeText;
import java.io.Serial;
import java.util.List;

/** Says where a CSV text is not the table it should be. */
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

    /** A text in which nothing is left to read: what was noted tells why, one note per line. */
    CsvException(long line, String message, List<CsvNote> notes) {
        super("line " + line + ": " + SafeText.line(message) + "; " + CsvNote.account(notes));
        this.line = line;
        this.column = 0;
    }

    /** Returns the line at fault, from 1; the line a record starts on, where it spans several. */
    public long line() {
        return line;
    }

    /** Returns the column at fault, from 1; 0 where the whole line is. */
    public int column() {
        return column;
    }
}
