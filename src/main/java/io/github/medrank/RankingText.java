package io.github.medrank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The aligned text of a ranking, and the short text that JShell echoes. */
final class RankingText {
    private RankingText() {}

    /**
     * The first rows, under a line that states how many schools are ranked and which come first. JShell's echo of a new
     * variable is then informative and cuts no word; the text is no longer than JShell shows of an expression.
     */
    static String brief(Ranking ranking, int[] rows) {
        int unranked = ranking.unranked().size();
        List<String> head = new ArrayList<>();
        head.add(TextTable.headline(
                rows.length + " ranked" + (unranked == 0 ? "" : ", " + unranked + " not"),
                () -> Arrays.stream(rows).mapToObj(row -> first(ranking, row)).iterator()));
        ranking.methodology().ifPresent(by -> head.add((by.name() + " " + by.edition()).strip()));
        int most = TextTable.briefRows(rows.length);
        String legend = legend(ranking);
        List<String> table = of(ranking, Arrays.copyOf(rows, most)).lines().subList(0, most + 1);
        return TextTable.echo(head, table, rows.length + 1, legend.isEmpty() ? List.of() : List.of(legend), "top(n)");
    }

    private static String first(Ranking ranking, int row) {
        return ranking.positionAt(row) + " "
                + ranking.table().schools().get(row).name() + " " + ranking.scoreTextAt(row);
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
