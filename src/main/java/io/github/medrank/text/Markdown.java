package io.github.medrank.text;

import static java.util.Objects.requireNonNull;

import io.github.medrank.Ranking;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes rankings as Markdown tables, in the form that GitHub and most other renderers accept.
 *
 * <p>Every character that Markdown, or HTML within it, could read as markup is escaped. White space becomes a blank.
 * Control characters, unpaired surrogates and characters that change the direction of text are shown as U+FFFD.
 */
public final class Markdown {
    private Markdown() {}

    /**
     * Returns a ranking as a table: position, school, country, score, and one column per indicator.
     *
     * @param ranking the ranking; its unranked schools are left out
     * @return the text, each line ended by a line feed
     */
    public static String write(Ranking ranking) {
        requireNonNull(ranking, "ranking");
        OutputTable table = OutputTables.of(ranking, "");
        StringBuilder text = new StringBuilder(
                row(table.headers().stream().map(OutputTable.Header::text).toList()));
        text.append(table.headers().stream()
                .map(each -> each.number() ? "---:" : "---")
                .collect(Collectors.joining("|", "|", "|\n")));
        table.rows().forEach(cells -> text.append(row(cells)));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String text) {
        StringBuilder plain = new StringBuilder();
        OutputTable.clean(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> plain.append("&amp;");
                case '\\', '`', '*', '_', '[', ']', '<', '>', '|', '~', '$' ->
                    plain.append('\\').append((char) c);
                default -> plain.appendCodePoint(c);
            }
        });
        return plain.toString();
    }
}
