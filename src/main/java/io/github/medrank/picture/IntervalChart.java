package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.RankRange;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line for each school from its best to its worst position, a dot at the position it has, and a tick at the median where
 * that is known.
 */
final class IntervalChart {
    private static final String LINE = "#0072b2";
    private static final String DOT = "#d55e00";
    /** A caption in one line holds about this many characters at its size. */
    private static final double CAPTION = 150;

    private record Row(RankedSchool ranked, double place, RankRange range) {
        String inWords() {
            String median = range.median().isPresent()
                    ? ", median " + SvgCanvas.plain(range.median().getAsDouble(), 2)
                    : "";
            return ranked.school() + ": " + ranked.position() + ", from " + ends() + median;
        }

        String ends() {
            return range.best() == range.worst()
                    ? SvgCanvas.plain(range.best(), 2)
                    : SvgCanvas.plain(range.best(), 2) + "–" + SvgCanvas.plain(range.worst(), 2);
        }
    }

    private final String title;
    private final ImmutableList<Row> rows;
    private final ImmutableList<String> without;
    private final String basis;

    IntervalChart(Ranking ranking, Map<School, RankRange> ranges, String title) {
        this.title = title;
        this.rows = ranking.stream()
                .flatMap(each -> Stream.ofNullable(ranges.get(each.school()))
                        .map(range -> new Row(each, ranking.placeAt(each.row()), range)))
                .collect(ImmutableList.toImmutableList());
        checkArgument(
                !rows.isEmpty(),
                "none of the %s schools shown has one of the %s ranges; a picture needs at least one",
                ranking.size(),
                ranges.size());
        this.without = ranking.stream()
                .map(RankedSchool::school)
                .filter(school -> !ranges.containsKey(school))
                .map(School::name)
                .collect(ImmutableList.toImmutableList());
        this.basis = rows.stream().map(row -> row.range().basis()).distinct().collect(Collectors.joining("; "));
    }

    String draw() {
        double last = rows.stream()
                .flatMap(row -> Stream.of(row.range().worst(), row.place()))
                .max(Double::compare)
                .orElseThrow();
        List<String> positions =
                rows.stream().map(row -> row.ranked().position().toString()).toList();
        List<String> names =
                rows.stream().map(row -> row.ranked().school().name()).toList();
        double ends = ChartRows.widest(rows.stream().map(Row::ends).toList());
        ChartRows chart = ChartRows.of(80, positions, names, ends + 14, 1, Math.max(2, last));
        SvgCanvas canvas = new SvgCanvas(ChartRows.WIDTH, chart.end(), title, description());
        chart.title(canvas, title);
        canvas.text(
                ChartRows.MARGIN,
                46,
                TextWidth.fitted("Ranges: " + basis, CAPTION / 2),
                "fill=\"" + SvgCanvas.FAINT + "\"");
        chart.scale(canvas, Ticks.positions(last), axis());
        for (int i = 0; i < rows.size(); i++) {
            canvas.openTitled(rows.get(i).inWords());
            chart.label(canvas, i, positions.get(i), names.get(i));
            draw(rows.get(i), chart, i, canvas);
            canvas.close();
        }
        return canvas.finish();
    }

    private static void draw(Row row, ChartRows chart, int index, SvgCanvas canvas) {
        double y = chart.middle(index);
        RankRange range = row.range();
        canvas.line(
                chart.x(range.best()),
                y,
                chart.x(range.worst()),
                y,
                "stroke=\"" + LINE + "\" stroke-width=\"3\" stroke-linecap=\"round\"");
        range.median()
                .ifPresent(median -> canvas.line(
                        chart.x(median), y - 5, chart.x(median), y + 5, "stroke=\"" + LINE + "\" stroke-width=\"2\""));
        canvas.circle(chart.x(row.place()), y, 4, "fill=\"" + DOT + "\" stroke=\"#ffffff\" stroke-width=\"1\"");
        canvas.text(
                ChartRows.WIDTH - ChartRows.MARGIN,
                chart.baseline(index),
                row.ends(),
                "text-anchor=\"end\" fill=\"" + SvgCanvas.FAINT + "\"");
    }

    private String axis() {
        boolean medians = rows.stream().map(row -> row.range().median()).anyMatch(median -> median.isPresent());
        return "position: the dot is the ranking\u2019s, the line goes from the best to the worst"
                + (medians ? ", the tick is the median" : "");
    }

    private String description() {
        String missing = without.isEmpty() ? "" : "\nWithout a range: " + String.join(", ", without);
        return "Position and range of ranks of " + rows.size() + " schools. Ranges: " + basis + ".\n"
                + rows.stream().map(Row::inWords).collect(Collectors.joining("\n")) + missing;
    }
}
