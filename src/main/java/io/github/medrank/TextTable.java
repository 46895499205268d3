package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligned plain text, as used by every {@code toString()} that shows a table.
 *
 * <p>Columns are aligned by the width of characters on a terminal: an ideograph takes two columns, a combining mark
 * none. A cell is one line. A line break becomes a space; any other control character, and any character that changes
 * the writing direction, becomes {@code U+FFFD}.
 *
 * <pre>{@code
 * TextTable table = TextTable.builder("School").right("Score").row("香港大學", 9).row("Yale", 10).build();
 * }</pre>
 */
@Immutable
public final class TextTable {
    /** JShell shows about this many characters of a value. */
    public static final int ECHO = 1000;

    /** JShell echoes a new variable with the first 49 and the last 26 characters of a text of more than 80. */
    private static final int ECHOED_HEAD = 49;

    private static final int ECHOED_TAIL = 26;

    private static final String GAP = "  ";

    private final ImmutableList<String> lines;
    private final int rows;
    private final ImmutableList<String> notes;

    private TextTable(ImmutableList<String> lines, int rows, ImmutableList<String> notes) {
        this.lines = lines;
        this.rows = rows;
        this.notes = notes;
    }

    /** Returns a builder with one left-aligned column. */
    public static Builder builder(String header) {
        requireNonNull(header, "header");
        return new Builder().left(header);
    }

    /** Returns the width of a text on a terminal, in columns. */
    public static int width(String text) {
        requireNonNull(text, "text");
        return text.codePoints().map(TextTable::width).sum();
    }

    private static int width(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    /** Unicode's East Asian wide and fullwidth blocks. */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0x303E)
                        || (c >= 0x3041 && c <= 0xA4CF)
                        || (c >= 0xA960 && c <= 0xA97F)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF00 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x1F300 && c <= 0x1FAFF)
                        || (c >= 0x20000 && c <= 0x3FFFD));
    }

    /** Returns the lines: header, rows and notes. */
    public ImmutableList<String> lines() {
        return ImmutableList.<String>builder().addAll(lines).addAll(notes).build();
    }

    /**
     * Returns the text cut to as many rows as JShell would show, with a line that states how many more there are.
     *
     * @param total the total number of rows; the table needs to hold only the first few dozen
     * @param more the call that shows the rest, such as {@code top(n)}
     * @return at most about {@link #ECHO} characters
     */
    public String brief(int total, String more) {
        requireNonNull(more, "more");
        if (total == rows && toString().length() <= ECHO) {
            return toString();
        }
        int room = ECHO - String.join("\n", notes).length() - more.length() - 20;
        int shown = 0;
        while (shown < lines.size() && lines.get(shown).length() + 1 <= room) {
            room -= lines.get(shown).length() + 1;
            shown++;
        }
        return String.join(
                "\n",
                ImmutableList.<String>builder()
                        .addAll(lines.subList(0, shown))
                        .add("… " + (total - Math.max(0, shown - 1)) + " more: " + more)
                        .addAll(notes)
                        .build());
    }

    /** The start, and as many parts as fit into JShell's echo of a variable: "35 ranked: 1 Yale 96.7, …". */
    static String headline(String start, Iterable<String> parts) {
        StringBuilder line = new StringBuilder(start);
        String separator = ": ";
        for (String part : parts) {
            String next = separator + SafeText.line(part);
            if (line.length() + next.length() + ", …".length() > ECHOED_HEAD) {
                return line.append(separator.equals(": ") ? "" : ", …").toString();
            }
            line.append(next);
            separator = ", ";
        }
        return line.toString();
    }

    /**
     * A text that JShell shows in full for an expression. For a variable JShell shows the headline and how many lines
     * are left, without cutting a word.
     *
     * @param head the headline, and anything else above the lines
     * @param lines the first lines, including headers
     * @param total the total number of lines, including headers
     * @param foot the text below the lines
     */
    static String echo(List<String> head, List<String> lines, int total, List<String> foot, String more) {
        List<String> text = new ArrayList<>(head);
        text.set(0, Strings.padEnd(head.get(0), ECHOED_HEAD, ' '));
        int room = ECHO
                - ECHOED_TAIL
                - 10
                - String.join("\n", text).length()
                - String.join("\n", foot).length();
        int shown = 0;
        while (shown < lines.size() && lines.get(shown).length() + 1 <= room) {
            room -= lines.get(shown).length() + 1;
            text.add(lines.get(shown));
            shown++;
        }
        text.addAll(foot);
        String left = shown == total ? "all shown" : "… " + (total - shown) + " more: " + more;
        text.add(Strings.padEnd(left, ECHOED_TAIL, ' '));
        return String.join("\n", text);
    }

    /** Returns how many rows suffice for any {@link #brief} text. */
    public static int briefRows(int total) {
        return Math.min(total, 60);
    }

    /** Returns the whole text. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }

    /** Collects columns, then rows; not thread-safe. */
    public static final class Builder {
        private final List<String> headers = new ArrayList<>();
        private final List<Boolean> rightAligned = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private final ImmutableList.Builder<String> notes = ImmutableList.builder();

        private Builder() {}

        /** Adds a left-aligned column, for text. */
        @CanIgnoreReturnValue
        public Builder left(String header) {
            requireNonNull(header, "header");
            headers.add(SafeText.line(header));
            rightAligned.add(false);
            return this;
        }

        /** Adds a right-aligned column, for numbers. */
        @CanIgnoreReturnValue
        public Builder right(String header) {
            requireNonNull(header, "header");
            headers.add(SafeText.line(header));
            rightAligned.add(true);
            return this;
        }

        /**
         * Adds a row, given by its first cell and the others; an array among them is expanded.
         *
         * @throws IllegalArgumentException if there are more or fewer cells than columns
         */
        @CanIgnoreReturnValue
        public Builder row(Object first, Object... others) {
            requireNonNull(first, "first");
            requireNonNull(others, "others");
            List<String> cells = new ArrayList<>();
            spread(first, cells);
            for (Object other : others) {
                spread(other, cells);
            }
            checkArgument(cells.size() == headers.size(), "%s cells for %s columns", cells.size(), headers.size());
            rows.add(cells);
            return this;
        }

        /** Adds a line below the table. */
        @CanIgnoreReturnValue
        public Builder note(String note) {
            requireNonNull(note, "note");
            notes.add(SafeText.line(note));
            return this;
        }

        /** Returns the aligned text. */
        public TextTable build() {
            int[] widths = new int[headers.size()];
            measure(headers, widths);
            rows.forEach(row -> measure(row, widths));
            ImmutableList.Builder<String> lines = ImmutableList.builder();
            lines.add(line(headers, widths));
            rows.forEach(row -> lines.add(line(row, widths)));
            return new TextTable(lines.build(), rows.size(), notes.build());
        }

        private static void spread(Object cell, List<String> cells) {
            if (cell instanceof Object[] several) {
                for (Object each : several) {
                    spread(each, cells);
                }
            } else {
                cells.add(
                        cell instanceof Double number ? NumberText.text(number) : SafeText.line(String.valueOf(cell)));
            }
        }

        private static void measure(List<String> cells, int[] widths) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(cells.get(i)));
            }
        }

        private String line(List<String> cells, int[] widths) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = cells.get(i);
                String space = " ".repeat(widths[i] - width(cell));
                line.append(i == 0 ? "" : GAP).append(rightAligned.get(i) ? space + cell : cell + space);
            }
            return line.toString().stripTrailing();
        }
    }
}
