package io.github.medrank.text;

import static com.google.common.base.Preconditions.checkArgument;

/** The limits above which a text is refused: data rows, columns, and characters of one cell. */
record CsvLimits(int rows, int columns, int cellLength) {
    static final CsvLimits DEFAULT = new CsvLimits(1_000_000, 1_000, 10_000);

    static final CsvLimits NONE = new CsvLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    CsvLimits {
        checkArgument(rows > 0, "%s rows at most; a table needs one at least", rows);
        checkArgument(columns > 0, "%s columns at most; a table needs one at least", columns);
        checkArgument(cellLength > 0, "%s characters a cell at most; a name needs one at least", cellLength);
    }
}
