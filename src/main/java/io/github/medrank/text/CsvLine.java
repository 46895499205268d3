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
}
