package io.github.medrank.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The cells of one record, end to end in one array, and the line on which it starts. Most cells are numbers, which are
 * read directly from the array; a String is created only when it is requested.
 */
final class CsvLine {
    private final long number;
    private final char[] text;
    private final int[] ends;

    /**
     * @param text the cells, one after another
     * @param ends the end of each cell
     */
    CsvLine(long number, char[] text, int[] ends) {
        this.number = number;
        this.text = text;
        this.ends = ends;
    }

    static CsvLine of(List<String> cells) {
        int[] ends = new int[cells.size()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += cells.get(i).length();
            ends[i] = end;
        }
        return new CsvLine(0, String.join("", cells).toCharArray(), ends);
    }

    long number() {
        return number;
    }

    int size() {
        return ends.length;
    }

    /** The cell's text; empty beyond the last cell. */
    String cell(int column) {
        if (column >= ends.length) {
            return "";
        }
        int from = start(column);
        return new String(text, from, ends[column] - from);
    }

    List<String> cells() {
        List<String> cells = new ArrayList<>(ends.length);
        for (int i = 0; i < ends.length; i++) {
            cells.add(cell(i));
        }
        return cells;
    }

    /** The number in a cell of few digits with an optional point; −1 if the cell holds anything else. */
    double simpleNumber(int column) {
        return column >= ends.length ? -1 : CsvNumbers.simple(text, start(column), ends[column]);
    }

    /** Whether a cell contains a comma or a point. */
    boolean hasMark(int column) {
        int to = column >= ends.length ? 0 : ends[column];
        for (int i = start(Math.min(column, ends.length)); i < to; i++) {
            if (text[i] == ',' || text[i] == '.') {
                return true;
            }
        }
        return false;
    }

    private int start(int column) {
        return column == 0 ? 0 : ends[column - 1];
    }

    boolean isEmpty(int column) {
        return column >= ends.length || ends[column] == start(column);
    }

    boolean isBlank() {
        return text.length == 0;
    }

    boolean hasCellsOf(CsvLine other) {
        return Arrays.equals(ends, other.ends) && Arrays.equals(text, other.text);
    }

    /** The line as quoted in a note. */
    String shown() {
        return "\"" + CsvNumbers.shown(String.join(" | ", cells()).strip()) + "\"";
    }

    /** Refuses a line that has text beyond the headers. */
    void requireNoMoreThan(CsvLine headers) {
        for (int i = headers.size(); i < size(); i++) {
            if (!isEmpty(i)) {
                throw new CsvException(number, i + 1, size() + " cells for " + headers.size() + " headers");
            }
        }
    }
}
