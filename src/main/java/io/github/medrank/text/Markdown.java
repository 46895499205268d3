package io.github.medrank.text;

import io.github.medrank.Indicator;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rankings as Markdown tables. */
public final class Markdown {
    private Markdown() {}

    /**
     * A table: position, school, country, score, one column an indicator. Names are escaped.
     *
     * @param ranking the ranking; its unranked schools are left out
     * @return the text, each line ended by a line feed
     */
    public static String write(Ranking ranking) {
        List<Indicator> indicators = ranking.table().indicators();
        StringBuilder text = new StringBuilder("| # | School | Country | Score |");
        indicators.forEach(indicator ->
                text.append(' ').append(escaped(indicator.symbol())).append(" |"));
        text.append("\n|---:|---|---|---:|")
                .append("---:|".repeat(indicators.size()))
                .append('\n');
        for (RankedSchool each : ranking) {
            List<String> cells = new ArrayList<>(List.of(
                    each.position().toString(),
                    escaped(each.school().name()),
                    each.school().country().orElse(""),
                    each.score().toPlainString()));
            indicators.forEach(indicator -> cells.add(
                    each.value(indicator).isPresent() ? each.value(indicator).toString() : "–"));
            text.append(cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")));
        }
        return text.toString();
    }

    private static String escaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\`*_[]<>|".indexOf(c) >= 0) {
                plain.append('\\');
            }
            plain.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        return plain.toString();
    }
}
