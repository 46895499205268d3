package io.github.medrank;

import java.util.stream.Collectors;

/** The aligned text of a ranking. */
final class RankingText {
    private RankingText() {}

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
        String legend = ranking.table().indicators().stream()
                .filter(indicator -> !indicator.symbol().equals(indicator.name()))
                .map(indicator -> indicator.symbol() + " " + indicator.name())
                .collect(Collectors.joining(" · "));
        if (!legend.isEmpty()) {
            text.note(legend);
        }
        return text.build();
    }
}
