package io.github.medrank.text;

import static java.util.Objects.requireNonNull;

import io.github.medrank.Ranking;
import io.github.medrank.RankingDiff;
import io.github.medrank.audit.Audit;
import io.github.medrank.audit.Recovered;
import io.github.medrank.choice.Shortlist;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.robustness.RankAcceptability;
import java.util.List;

/**
 * Writes results as HTML tables for a web page or a notebook. Each is a {@code table} element with a caption, headers
 * with a scope, and a few inline styles.
 *
 * <p>All text is escaped. White space becomes a blank. Control characters, unpaired surrogates and characters that
 * change the direction of text are shown as U+FFFD.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("quality")).row(School.of("A <b>"), 3).row(School.of("C"), 4)
 *         .build();
 * var ranking = Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.max());
 * Html.write(ranking, "Two").contains("<b>") // ==> false
 * }</pre>
 */
public final class Html {
    private static final String NUMBER = " style=\"text-align:right;padding:.2em .6em\"";
    private static final String TEXT = " style=\"text-align:left;padding:.2em .6em;font-weight:normal\"";
    private static final String HEADER_TEXT = " style=\"text-align:left;padding:.2em .6em\"";

    private Html() {}

    /** Returns a ranking as {@link #write(Ranking, String)} does, with a caption that counts the schools. */
    public static String write(Ranking ranking) {
        requireNonNull(ranking, "ranking");
        return write(ranking, OutputTables.caption(ranking));
    }

    /** Returns a ranking: position, school, country, score and values. Unranked schools are listed below the table. */
    public static String write(Ranking ranking, String caption) {
        requireNonNull(ranking, "ranking");
        requireNonNull(caption, "caption");
        return write(OutputTables.of(ranking, caption));
    }

    /** Returns the moves between two rankings, with the coefficients below the table. */
    public static String write(RankComparison comparison, String caption) {
        requireNonNull(comparison, "comparison");
        requireNonNull(caption, "caption");
        return write(OutputTables.of(comparison, caption));
    }

    /** Returns the mean, median and range of each school's positions, in ascending order of the mean. */
    public static String write(RankAcceptability acceptability, String caption) {
        requireNonNull(acceptability, "acceptability");
        requireNonNull(caption, "caption");
        return write(OutputTables.of(acceptability, caption));
    }

    /** Returns a shortlist, with the excluded schools below the table. */
    public static String write(Shortlist shortlist, String caption) {
        requireNonNull(shortlist, "shortlist");
        requireNonNull(caption, "caption");
        return write(OutputTables.of(shortlist, caption));
    }

    /** Returns the differences from a published ranking, with the schools that were not compared below the table. */
    public static String write(RankingDiff diff, String caption) {
        requireNonNull(diff, "diff");
        requireNonNull(caption, "caption");
        return write(OutputTables.of(diff, caption));
    }

    /** Returns the findings of an audit, the most serious first. */
    public static String write(Audit audit, String caption) {
        requireNonNull(audit, "audit");
        requireNonNull(caption, "caption");
        return write(OutputTables.of(audit, caption));
    }

    /**
     * Returns the rules that fit a published table, each with its simplest weights. What the table cannot tell is
     * listed below it.
     */
    public static String write(Recovered recovered, String caption) {
        requireNonNull(recovered, "recovered");
        requireNonNull(caption, "caption");
        return write(OutputTables.of(recovered, caption));
    }

    private static String write(OutputTable table) {
        StringBuilder html = new StringBuilder("<table style=\"border-collapse:collapse\">\n<caption>")
                .append(escaped(table.caption()))
                .append("</caption>\n<thead>\n<tr style=\"border-bottom:1px solid\">");
        for (OutputTable.Header header : table.headers()) {
            html.append("<th scope=\"col\"")
                    .append(header.number() ? NUMBER : HEADER_TEXT)
                    .append('>')
                    .append(escaped(header.text()))
                    .append("</th>");
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        table.rows().forEach(row -> row(html, table, row));
        html.append("</tbody>\n");
        if (!table.notes().isEmpty()) {
            html.append("<tfoot>\n");
            table.notes()
                    .forEach(note -> html.append("<tr><td colspan=\"")
                            .append(table.headers().size())
                            .append("\"><small>")
                            .append(escaped(note))
                            .append("</small></td></tr>\n"));
            html.append("</tfoot>\n");
        }
        return html.append("</table>\n").toString();
    }

    private static void row(StringBuilder html, OutputTable table, List<String> cells) {
        html.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            String element = i == table.naming() ? "th" : "td";
            html.append('<')
                    .append(element)
                    .append(i == table.naming() ? " scope=\"row\"" : "")
                    .append(table.headers().get(i).number() ? NUMBER : TEXT)
                    .append('>')
                    .append(escaped(cells.get(i)))
                    .append("</")
                    .append(element)
                    .append('>');
        }
        html.append("</tr>\n");
    }

    private static String escaped(String text) {
        StringBuilder html = new StringBuilder();
        OutputTable.clean(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(c);
            }
        });
        return html.toString();
    }
}
