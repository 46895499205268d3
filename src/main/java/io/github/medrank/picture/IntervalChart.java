package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.RankRange;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Draws a line for each school from its best to its worst position, a dot at its position, and a tick at the median if
 * that is known.
 */
final class IntervalChart {
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

    private final PictureOptions options;
    private final ImmutableList<Row> rows;
    private final ImmutableList<String> without;
    private final String basis;

    IntervalChart(Ranking ranking, Map<School, RankRange> ranges, PictureOptions options) {
        this.options = options;
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
        PictureFrame frame = new PictureFrame(options, options.width(), "Ranges: " + basis);
        double ends = ChartRows.widest(rows.stream().map(Row::ends).toList());
        ChartRows chart = new ChartRows(
                frame, options, frame.top() + 16, rows.stream().map(Row::ranked).toList(), ends + 14);
        PlotScale scale = PlotScale.positions(last, chart.plotX(), chart.plotEnd());
        SvgCanvas canvas = frame.canvas(chart.bottom() + 40, description());
        chart.stripes(canvas);
        chart.scale(canvas, scale, axis());
        for (int i = 0; i < rows.size(); i++) {
            canvas.openTitled(rows.get(i).inWords());
            chart.label(canvas, i);
            draw(rows.get(i), chart.middle(i), scale, canvas);
            canvas.text(
                    frame.width() - PictureFrame.MARGIN,
                    chart.baseline(i),
                    rows.get(i).ends(),
                    "text-anchor=\"end\" " + canvas.faint());
            canvas.close();
        }
        return canvas.finish();
    }

    private static void draw(Row row, double y, PlotScale scale, SvgCanvas canvas) {
        RankRange range = row.range();
        canvas.range(scale.x(range.best()), scale.x(range.worst()), y);
        range.median().ifPresent(median -> {
            String stroke = "stroke=\"" + canvas.palette().line() + "\" stroke-width=\"2\"";
            canvas.line(scale.x(median), y - 5, scale.x(median), y + 5, stroke);
        });
        canvas.dot(scale.x(row.place()), y);
    }

    private String axis() {
        boolean medians = rows.stream().map(row -> row.range().median()).anyMatch(median -> median.isPresent());
        return "position: dot, of the ranking; line, best to worst" + (medians ? "; tick, median" : "");
    }

    private String description() {
        String missing = without.isEmpty() ? "" : "\nWithout a range: " + String.join(", ", without);
        return "Position and range of ranks of " + rows.size() + " schools. Ranges: " + basis + ".\n"
                + rows.stream().map(Row::inWords).collect(Collectors.joining("\n")) + missing;
    }
}
