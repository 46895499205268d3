package io.github.medrank.text;

import static java.util.Objects.requireNonNull;

import io.github.medrank.Ranking;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.robustness.RankAcceptability;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes results as LaTeX tables. Each is a {@code tabular} with rules of the {@code booktabs} package, to be placed in
 * a {@code table} with a caption of your own. Notes follow the table as comments.
 *
 * <p>All special characters of LaTeX are escaped. Other characters are kept, which requires UTF-8 and, for scripts
 * beyond Latin, LuaLaTeX or XeLaTeX with a suitable font.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("quality")).row(School.of("A & B"), 3).row(School.of("C"), 4)
 *         .build();
 * var ranking = Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.max());
 * Latex.write(ranking).contains("A \\& B") // ==> true
 * }</pre>
 */
public final class Latex {
    private Latex() {}

    /** Returns a ranking: position, school, country, score and values. */
    public static String write(Ranking ranking) {
        requireNonNull(ranking, "ranking");
        return write(OutputTables.of(ranking, ""));
    }

    /** Returns the moves between two rankings. */
    public static String write(RankComparison comparison) {
        requireNonNull(comparison, "comparison");
        return write(OutputTables.of(comparison, ""));
    }

    /** Returns the mean, median and range of each school's positions, in ascending order of the mean. */
    public static String write(RankAcceptability acceptability) {
        requireNonNull(acceptability, "acceptability");
        return write(OutputTables.of(acceptability, ""));
    }

    private static String write(OutputTable table) {
        StringBuilder latex = new StringBuilder("\\begin{tabular}{")
                .append(table.headers().stream()
                        .map(each -> each.number() ? "r" : "l")
                        .collect(Collectors.joining()))
                .append("}\n\\toprule\n")
                .append(row(
                        table.headers().stream().map(OutputTable.Header::text).toList()))
                .append("\\midrule\n");
        table.rows().forEach(each -> latex.append(row(each)));
        latex.append("\\bottomrule\n\\end{tabular}\n");
        table.notes()
                .forEach(note ->
                        latex.append("% ").append(OutputTable.clean(note)).append('\n'));
        return latex.toString();
    }

    private static String row(List<String> cells) {
        String row = cells.stream().map(Latex::escaped).collect(Collectors.joining(" & "));
        // A bracket or star here would be read as an argument of the end of the row before.
        return (row.startsWith("[") || row.startsWith("*") ? "{}" : "") + row + " \\\\\n";
    }

    private static String escaped(String text) {
        StringBuilder latex = new StringBuilder();
        OutputTable.clean(text).codePoints().forEach(c -> {
            switch (c) {
                case '&', '%', '$', '#', '_', '{', '}' -> latex.append('\\').append((char) c);
                case '~' -> latex.append("\\textasciitilde{}");
                case '^' -> latex.append("\\textasciicircum{}");
                case '\\' -> latex.append("\\textbackslash{}");
                case '<' -> latex.append("\\textless{}");
                case '>' -> latex.append("\\textgreater{}");
                case '|' -> latex.append("\\textbar{}");
                case '"' -> latex.append("\\textquotedbl{}");
                case '\'' -> latex.append("{'}");
                case '`' -> latex.append("{`}");
                case '-' -> latex.append("{-}");
                case '−' -> latex.append("$-$");
                case '–' -> latex.append("--");
                default -> latex.appendCodePoint(c);
            }
        });
        return latex.toString();
    }
}
