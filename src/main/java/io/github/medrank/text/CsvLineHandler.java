package io.github.medrank.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Takes lines from the CSV reader and refuses what is beyond the limits before it is copied. */
final class CsvLineHandler extends AbstractBaseCsvCallbackHandler<CsvLine> {
    private final CsvLimits limits;
    private List<String> cells = new ArrayList<>();
    private int records;

    CsvLineHandler(CsvLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = new ArrayList<>(cells.size());
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        long line = getStartingLineNumber();
        if (index >= limits.columns()) {
            throw new CsvException(
                    line, 0, "more than " + limits.columns() + " columns; a reader withMaxColumns(n) takes n");
        }
        if (length > limits.cellLength()) {
            throw new CsvException(
                    line,
                    index + 1,
                    "a cell of " + length + " characters; " + limits.cellLength()
                            + " are allowed, and a reader withMaxCellLength(n) takes n");
        }
        cells.add(new String(buffer, offset, length));
    }

    @Override
    protected CsvLine buildRecord() {
        // The first record holds the headers; blank lines do not come here with a cell.
        if (!cells.isEmpty() && records++ > limits.rows()) {
            throw new CsvException(
                    getStartingLineNumber(),
                    0,
                    "more than " + limits.rows() + " rows; a reader withMaxRows(n) takes n");
        }
        return new CsvLine(getStartingLineNumber(), cells);
    }
}
