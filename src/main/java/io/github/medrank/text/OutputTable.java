package io.github.medrank.text;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table before it is written as markup: a caption, columns of text or numbers, rows and notes. Nothing is escaped.
 */
final class OutputTable {
    /** A column; numbers are right-aligned. */
    record Header(String text, boolean number) {}

    private final String caption;
    private final List<Header> headers = new ArrayList<>();
    private final List<ImmutableList<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    OutputTable(String caption) {
        this.caption = caption;
    }

    @CanIgnoreReturnValue
    OutputTable texts(String... columns) {
        Arrays.stream(columns).map(each -> new Header(each, false)).forEach(headers::add);
        return this;
    }

    @CanIgnoreReturnValue
    OutputTable numbers(String... columns) {
        Arrays.stream(columns).map(each -> new Header(each, true)).forEach(headers::add);
        return this;
    }

    @CanIgnoreReturnValue
    OutputTable row(List<String> cells) {
        rows.add(ImmutableList.copyOf(cells));
        return this;
    }

    @CanIgnoreReturnValue
    OutputTable row(String... cells) {
        return row(Arrays.asList(cells));
    }

    @CanIgnoreReturnValue
    OutputTable note(String note) {
        if (!note.isEmpty()) {
            notes.add(note);
        }
        return this;
    }

    String caption() {
        return caption;
    }

    List<Header> headers() {
        return headers;
    }

    /** The column that names the subject of a row: the first column of text. */
    int naming() {
        return (int) headers.stream().takeWhile(Header::number).count();
    }

    List<ImmutableList<String>> rows() {
        return rows;
    }

    List<String> notes() {
        return notes;
    }

    /**
     * Returns the text on one line without characters that a page must not contain. White space becomes a blank;
     * control characters, unpaired surrogates and characters that change the direction of text become U+FFFD.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(OutputTable::clean).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int clean(int c) {
        if (Character.isWhitespace(c) || c == 0x85) {
            return ' ';
        }
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return turns || noncharacter || Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                ? 0xFFFD
                : c;
    }
}
