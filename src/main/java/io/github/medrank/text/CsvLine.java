package io.github.medrank.text;

import java.util.List;

/** The cells of one record, and the line it starts on. */
record CsvLine(long number, List<String> cells) {
    String cell(int column) {
        return cells.get(column);
    }

    int size() {
        return cells.size();
    }

    boolean isBlank() {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** How a note quotes it. */
    String shown() {
        return "\"" + CsvNumbers.shown(String.join(" | ", cells).strip()) + "\"";
    }

    /** Refuses a line that has a text beyond the headers. */
    void requireNoMoreThan(CsvLine headers) {
        for (int i = headers.size(); i < size(); i++) {
            if (!cell(i).isBlank()) {
                throw new CsvException(number, i + 1, size() + " cells for " + headers.size() + " headers");
            }
        }
    }
}
