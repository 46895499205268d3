package io.github.medrank.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/** Receives lines from the CSV parser, and refuses what exceeds the limits before it is copied. */
final class CsvLineHandler extends AbstractBaseCsvCallbackHandler<CsvLine> {
    /** Defines how much of a cell is kept. */
    enum Cells {
        AS_WRITTEN,
        /** Without surrounding white space of any kind. */
        STRIPPED,
        /** Without surrounding white space and without the apostrophe that guards a cell against spreadsheets. */
        UNGUARDED
    }

    private final CsvLimits limits;
    private final Cells kept;
    private final long skipped;

    private char[] text = new char[256];
    private int length;
    private int[] ends = new int[16];
    private int cells;
    private int records;

    /** @param skipped the number of lines of the text before those that are read */
    CsvLineHandler(CsvLimits limits, Cells kept, long skipped) {
        this.limits = limits;
        this.kept = kept;
        this.skipped = skipped;
    }

    private long line() {
        return getStartingLineNumber() + skipped;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        length = 0;
        cells = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
        if (index >= limits.columns()) {
            throw new CsvException(
                    line(), 0, "more than " + limits.columns() + " columns; a reader withMaxColumns(n) takes n");
        }
        if (size > limits.cellLength()) {
            throw new CsvException(
                    line(),
                    index + 1,
                    "a cell of " + size + " characters; " + limits.cellLength()
                            + " are allowed, and a reader withMaxCellLength(n) takes n");
        }
        int from = offset;
        int to = offset + size;
        if (kept != Cells.AS_WRITTEN) {
            while (from < to && isBlank(buffer[from])) {
                from++;
            }
            while (to > from && isBlank(buffer[to - 1])) {
                to--;
            }
            if (kept == Cells.UNGUARDED && to - from > 1 && buffer[from] == '\'' && isRisky(buffer[from + 1])) {
                from++;
            }
        }
        add(buffer, from, to - from);
    }

    private void add(char[] buffer, int from, int size) {
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, cells * 2);
        }
        if (size > text.length - length) {
            text = Arrays.copyOf(text, Math.max(length + size, text.length * 2));
        }
        System.arraycopy(buffer, from, text, length, size);
        length += size;
        ends[cells++] = length;
    }

    /** Whether a character looks like white space, including no-break spaces. */
    static boolean isBlank(char c) {
        return c <= ' '
                ? Character.isWhitespace(c)
                : c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Whether a spreadsheet may take a cell that begins with this character for a formula. */
    static boolean isRisky(char first) {
        return "=+-@\t\r\n".indexOf(first) >= 0;
    }

    @Override
    protected CsvLine buildRecord() {
        // The first record holds the headers; blank lines have no cells and do not come here.
        if (cells > 0 && records++ > limits.rows()) {
            throw new CsvException(line(), 0, "more than " + limits.rows() + " rows; a reader withMaxRows(n) takes n");
        }
        return new CsvLine(line(), Arrays.copyOf(text, length), Arrays.copyOf(ends, cells));
    }
}
