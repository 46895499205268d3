package io.github.medrank;

import com.google.common.base.Strings;
import io.github.medrank.exact.SafeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The aligned text of a ranking, and the short text that JShell echoes. */
final class RankingText {
    /** JShell echoes a new variable with the first 49 and the last 26 characters of its text. */
    private static final int ECHOED_HEAD = 49;

    private static final int ECHOED_TAIL = 26;

    private RankingText() {}

    /**
     * The first rows, under a line that states how many schools are ranked and which come first. JShell's echo of a new
     * variable is then informative and cuts no word; the text is no longer than JShell shows of an expression.
     */
    static String brief(Ranking ranking, int[] rows) {
        int most = TextTable.briefRows(rows.length);
        TextTable table = of(ranking, Arrays.copyOf(rows, most));
        String legend = legend(ranking);
        List<String> lines = new ArrayList<>();
        lines.add(Strings.padEnd(headline(ranking, rows), ECHOED_HEAD, ' '));
        ranking.methodology().ifPresent(by -> lines.add((by.name() + " " + by.edition()).strip()));
        int room = TextTable.ECHO
                - legend.length()
                - ECHOED_TAIL
                - 10
                - String.join("\n", lines).length();
        int shown = 0;
        List<String> all = table.lines();
        while (shown <= most && all.get(shown).length() + 1 <= room) {
            room -= all.get(shown).length() + 1;
            lines.add(all.get(shown));
            shown++;
        }
        if (!legend.isEmpty()) {
            lines.add(legend);
        }
        int left = rows.length - Math.max(0, shown - 1);
        lines.add(Strings.padEnd(left == 0 ? "all shown" : "… " + left + " more: top(n)", ECHOED_TAIL, ' '));
        return String.join("\n", lines);
    }

    /** A line such as "35 ranked: 1 Harvard University 96.7, …", with as many schools as fit into the echo. */
    private static String headline(Ranking ranking, int[] rows) {
        int unranked = ranking.unranked().size();
        StringBuilder line = new StringBuilder()
                .append(rows.length)
                .append(" ranked")
                .append(unranked == 0 ? "" : ", " + unranked + " not");
        String separator = ": ";
        for (int row : rows) {
            String next = separator + ranking.positionAt(row) + " "
                    + SafeText.line(ranking.table().schools().get(row).name()) + " " + ranking.scoreTextAt(row);
            if (line.length() + next.length() + ", …".length() > ECHOED_HEAD) {
                return line.append(separator.equals(": ") ? "" : ", …").toString();
            }
            line.append(next);
            separator = ", ";
        }
        return line.toString();
    }

    static TextTable of(Ranking ranking, int[] rows) {
        boolean countries = ranking.table().schools().stream()
                .anyMatch(school -> school.country().isPresent());
        TextTable.Builder text = TextTable.builder("#").left("School");
        if (countries) {
            text.left("Country");
        }
        text.right("Score");
        ranking.table().indicators().forEach(indicator -> text.right(indicator.symbol()));
        for (int row : rows) {
            School school = ranking.table().schools().get(row);
            Object[] country = countries ? new Object[] {school.country().orElse("")} : new Object[0];
            Object[] values = ranking.table().columns().stream()
                    .map(column -> column.text(row))
                    .toArray();
            text.row(ranking.positionAt(row), school.name(), country, ranking.scoreTextAt(row), values);
        }
        String legend = legend(ranking);
        if (!legend.isEmpty()) {
            text.note(legend);
        }
        return text.build();
    }

    private static String legend(Ranking ranking) {
        return ranking.table().indicators().stream()
                .filter(indicator -> !indicator.symbol().equals(indicator.name()))
                .map(indicator -> indicator.symbol() + " " + indicator.name())
                .collect(Collectors.joining(" · "));
    }
}
