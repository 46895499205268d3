package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.RankRange;
import io.github.medrank.School;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A line for each school from its best to its worst position, with a dot at the median. */
final class IntervalChart {
    private static final String LINE = "#0072b2";
    private static final String DOT = "#d55e00";

    private record Row(School school, RankRange interval) {
        String ends() {
            return interval.best() == interval.worst()
                    ? SvgCanvas.plain(interval.best(), 2)
                    : SvgCanvas.plain(interval.best(), 2) + "–" + SvgCanvas.plain(interval.worst(), 2);
        }

        String median() {
            return SvgCanvas.plain(interval.median().orElse(interval.best()), 2);
        }

        String inWords() {
            return school + ": " + ends() + ", median " + median();
        }
    }

    private final String title;
    private final ImmutableList<Row> rows;

    IntervalChart(Map<School, RankRange> intervals, String title) {
        checkArgument(!intervals.isEmpty(), "no intervals; a picture needs at least one");
        this.title = title;
        this.rows = intervals.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<Row>comparingDouble(row ->
                                row.interval().median().orElse(row.interval().best()))
                        .thenComparingDouble(row -> row.interval().best())
                        .thenComparingDouble(row -> row.interval().worst())
                        .thenComparing(row -> row.school().name())
                        .thenComparing(row -> row.school().id()))
                .collect(ImmutableList.toImmutableList());
    }

    String draw() {
        double last =
                rows.stream().mapToDouble(row -> row.interval().worst()).max().orElseThrow();
        List<Double> ticks = Ticks.positions(last);
        List<String> medians = rows.stream().map(Row::median).toList();
        List<String> names = rows.stream().map(row -> row.school().name()).toList();
        double ends = ChartRows.widest(rows.stream().map(Row::ends).toList());
        ChartRows chart = ChartRows.of(64, medians, names, ends + 14, 1, Math.max(2, last));
        SvgCanvas canvas = new SvgCanvas(ChartRows.WIDTH, chart.end(), title, description());
        chart.title(canvas, title);
        chart.scale(canvas, ticks, "position: the line from the best to the worst, the dot at the median");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            canvas.openTitled(row.inWords());
            chart.label(canvas, i, row.median(), names.get(i));
            double y = chart.middle(i);
            double from = chart.x(row.interval().best());
            double to = chart.x(row.interval().worst());
            canvas.line(from, y, to, y, "stroke=\"" + LINE + "\" stroke-width=\"3\" stroke-linecap=\"round\"");
            canvas.circle(
                    chart.x(row.interval().median().orElse(row.interval().best())),
                    y,
                    4,
                    "fill=\"" + DOT + "\" stroke=\"#ffffff\" stroke-width=\"1\"");
            canvas.text(
                    ChartRows.WIDTH - ChartRows.MARGIN,
                    chart.baseline(i),
                    row.ends(),
                    "text-anchor=\"end\" fill=\"" + SvgCanvas.FAINT + "\"");
            canvas.close();
        }
        return canvas.finish();
    }

    private String description() {
        return "Rank intervals of " + rows.size() + " schools: best to worst position, and the median.\n"
                + rows.stream().map(Row::inWords).collect(Collectors.joining("\n"));
    }
}
