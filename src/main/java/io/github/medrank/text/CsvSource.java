package io.github.medrank.text;

import com.google.common.base.Splitter;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The records of a text, and the separator of their cells. */
final class CsvSource {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SEPARATORS = ",;\t|";
    /** The headers are searched for in this many lines. */
    private static final int MOST_TITLE_LINES = 200;

    private final String text;
    private final char separator;
    private final long skipped;

    private CsvSource(String text, char separator, long skipped) {
        this.text = text;
        this.separator = separator;
        this.skipped = skipped;
    }

    /** The text with commas as separators, unchanged. */
    static CsvSource withCommas(String csv) {
        return new CsvSource(withoutMark(csv), ',', 0);
    }

    /**
     * The text with the given separator, or that of its {@code sep=} line, or the one that divides its headers best.
     *
     * @param isHeaders tells whether these cells are the headers
     */
    static CsvSource found(String csv, OptionalInt separator, Predicate<List<String>> isHeaders) {
        String text = withoutMark(csv);
        if (separator.isPresent()) {
            return new CsvSource(text, (char) separator.getAsInt(), 0);
        }
        if (text.regionMatches(true, 0, "sep=", 0, 4)
                && text.length() > 5
                && canPart(text.charAt(4))
                && isLineEnd(text.charAt(5))) {
            int end = text.startsWith("\r\n", 5) ? 7 : 6;
            return new CsvSource(text.substring(end), text.charAt(4), 1);
        }
        return new CsvSource(text, separatorOf(text, isHeaders), 0);
    }

    private static String withoutMark(String csv) {
        return csv.startsWith(BYTE_ORDER_MARK) ? csv.substring(1) : csv;
    }

    private static char separatorOf(String text, Predicate<List<String>> isHeaders) {
        List<String> lines = text.lines().limit(MOST_TITLE_LINES).toList();
        for (String line : lines) {
            char best = ',';
            int most = 0;
            for (int i = 0; i < SEPARATORS.length(); i++) {
                char candidate = SEPARATORS.charAt(i);
                List<String> cells = cells(line, candidate);
                if (cells.size() > most && isHeaders.test(cells)) {
                    best = candidate;
                    most = cells.size();
                }
            }
            if (most > 0) {
                return best;
            }
        }
        return ',';
    }

    /** The cells of one line, precise enough to recognise headers. */
    private static List<String> cells(String line, char separator) {
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || (line.charAt(i) == separator && !quoted)) {
                cells.add(line.substring(from, i).strip().replace("\"", ""));
                from = i + 1;
            } else if (line.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return cells;
    }

    char separator() {
        return separator;
    }

    /** The name of the separator. */
    String named() {
        return switch (separator) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case '|' -> "bars";
            default -> "\"" + separator + "\"";
        };
    }

    /** Passes on the records one by one. Blank lines are passed on as records without text on request. */
    void forEach(CsvLimits limits, CsvLineHandler.Cells kept, boolean blankLines, Consumer<CsvLine> action) {
        refuseOpenQuote();
        CsvReader.CsvReaderBuilder syntax = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(!blankLines)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        long last = 1;
        try {
            for (CsvLine line : syntax.build(new CsvLineHandler(limits, kept, skipped), text)) {
                last = line.number();
                action.accept(line);
            }
        } catch (CsvParseException e) {
            throw refusal(e, last);
        }
    }

    /** What the CSV reader has wrapped: our own refusal, its word on the syntax, or a fault that is not the text's. */
    private static RuntimeException refusal(CsvParseException e, long last) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof CsvParseException) {
            // The line that it names does not count one with "sep=".
            String said = Splitter.on(" (record starting")
                    .splitToList(String.valueOf(cause.getMessage()))
                    .get(0);
            return new CsvException(last, 0, "after this line the text is no CSV: " + said);
        }
        return cause instanceof RuntimeException ours ? ours : e;
    }

    /**
     * An unclosed quote makes the rest of the text one cell, so that a truncated text would read as a table that lacks
     * schools.
     */
    private void refuseOpenQuote() {
        if (text.indexOf('"') < 0) {
            return;
        }
        long line = 1 + skipped;
        long opened = 0;
        boolean atStart = true;
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (open || atStart)) {
                open = !open;
                opened = open ? line : opened;
                // Of two quotes inside a quoted cell, the second opens it again.
                atStart = true;
                continue;
            }
            boolean ends = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            line += ends ? 1 : 0;
            atStart = !open && (c == separator || isLineEnd(c));
        }
        if (open) {
            throw new CsvException(opened, 0, "a quote is opened here and never closed; is the text cut short?");
        }
    }

    /** Whether a character can part cells: what quotes them or ends a line cannot. */
    static boolean canPart(char c) {
        return c != '"' && !isLineEnd(c);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
