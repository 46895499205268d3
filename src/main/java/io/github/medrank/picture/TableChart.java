package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Breakdown;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.picture.ContributionChart.Part;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws a table whose cells are bars, after LineUp (Gratzl and others 2013): one column per indicator, with a bar for
 * each value, and at the end the stacked contributions to the score.
 */
final class TableChart {
    /** The smallest width of a column of bars. The stacked column is several times as wide. */
    private static final double LEAST_COLUMN = 18;

    /** The smallest width of a column with a header. */
    private static final double NAMED_COLUMN = 50;

    private static final double STACKED = 2.5;
    private static final double GAP = 6;
    private static final double HEADER_ROOM = 40;
    private static final double CELL_FONT = 11;

    private final PictureOptions options;
    private final Ranking ranking;
    private final ImmutableList<RankedSchool> schools;
    private final ImmutableList<Indicator> indicators;
    private final ImmutableList<Part> parts;
    private final ImmutableList<ContributionBar> bars;

    TableChart(Ranking ranking, PictureOptions options) {
        this.options = options;
        this.ranking = ranking;
        this.schools = ranking.schools().asList();
        checkArgument(!schools.isEmpty(), "no ranked schools; a picture needs at least one");
        this.indicators = ranking.table().indicators();
        List<Breakdown> breakdowns =
                schools.stream().map(RankedSchool::breakdown).toList();
        this.parts = ContributionChart.parts(ranking, breakdowns, options.palette());
        this.bars = breakdowns.stream()
                .map(each -> ContributionBar.of(parts, each))
                .collect(ImmutableList.toImmutableList());
    }

    String draw() {
        double scores =
                ChartRows.widest(schools.stream().map(RankedSchool::shownScore).toList());
        double needed = (indicators.size() + STACKED) * LEAST_COLUMN + 200 + scores;
        PictureFrame frame = new PictureFrame(
                options,
                Math.max(options.width(), needed),
                "A bar is as long as the value counts; at the end, what the indicators add to the score.");
        Legend legend = Legend.of(parts, frame);
        ChartRows rows = new ChartRows(frame, options, legend.bottom() + HEADER_ROOM, schools, 0);
        double column = (rows.plotEnd() - rows.plotX() - scores - GAP) / (indicators.size() + STACKED);
        SvgCanvas canvas = frame.canvas(rows.bottom() + 14, description());
        legend.draw(canvas);
        rows.stripes(canvas);
        boolean valued = widestValue() <= column - 3;
        for (int i = 0; i < indicators.size(); i++) {
            header(canvas, rows, i, column);
        }
        double from = rows.plotX() + indicators.size() * column + scores + GAP;
        PlotScale stacked = new PlotScale(
                ImmutableList.of(),
                bars.stream().mapToDouble(ContributionBar::least).min().orElse(0),
                Math.max(
                        1e-9,
                        bars.stream().mapToDouble(ContributionBar::most).max().orElse(0)),
                from,
                rows.plotEnd());
        canvas.text(from - GAP, rows.top(0) - 9, "Score", "font-size=\"11\" text-anchor=\"end\" " + canvas.faint());
        for (int row = 0; row < schools.size(); row++) {
            canvas.openTitled(inWords(schools.get(row)));
            rows.label(canvas, row);
            for (int i = 0; i < indicators.size(); i++) {
                cell(canvas, rows, row, i, column);
                if (valued) {
                    canvas.text(
                            rows.plotX() + i * column + 2,
                            rows.baseline(row),
                            text(schools.get(row), i),
                            "font-size=\"11\"");
                }
            }
            canvas.text(from - GAP, rows.baseline(row), schools.get(row).shownScore(), "text-anchor=\"end\"");
            bars.get(row).draw(canvas, stacked, rows.top(row) + 2.5, ChartRows.HEIGHT - 5);
            canvas.close();
        }
        return canvas.finish();
    }

    /** The symbol of an indicator on one or two lines, and the colour of its part below. */
    private void header(SvgCanvas canvas, ChartRows rows, int index, double column) {
        double x = rows.plotX() + index * column;
        List<String> lines = column < NAMED_COLUMN
                ? List.of()
                : TextWidth.lines(indicators.get(index).symbol(), (column - GAP) / CELL_FONT, 2);
        for (int line = 0; line < lines.size(); line++) {
            canvas.text(
                    x,
                    rows.top(0) - 9 - 12.0 * (lines.size() - 1 - line),
                    lines.get(line),
                    "font-size=\"11\" " + canvas.faint());
        }
        Indicator indicator = indicators.get(index);
        parts.stream()
                .filter(part -> part.indicators().contains(indicator))
                .forEach(part -> canvas.rect(x, rows.top(0) - 5, column - GAP, 3, part.colour()));
    }

    private void cell(SvgCanvas canvas, ChartRows rows, int row, int index, double column) {
        double x = rows.plotX() + index * column;
        double length =
                (column - GAP) * share(indicators.get(index), schools.get(row).row());
        if (length > 0.005) {
            canvas.rect(
                    x,
                    rows.top(row) + 2.5,
                    length,
                    ChartRows.HEIGHT - 5,
                    canvas.palette().cell());
        }
    }

    private String text(RankedSchool school, int index) {
        Cell value = school.value(indicators.get(index));
        return value.isPresent() ? value.toString() : "–";
    }

    private double widestValue() {
        return schools.stream()
                        .flatMap(each -> IntStream.range(0, indicators.size()).mapToObj(i -> text(each, i)))
                        .mapToDouble(TextWidth::of)
                        .max()
                        .orElse(0)
                * CELL_FONT;
    }

    /**
     * The fraction of its column that a value fills, from the lesser of zero and the smallest number to the largest
     * number.
     */
    private double share(Indicator indicator, int row) {
        Column column = ranking.normalized().column(indicator);
        if (!column.isPresent(row)) {
            return 0;
        }
        double low = Math.min(0, column.min().orElse(0));
        double high = column.max().orElse(0);
        return high > low ? (column.value(row) - low) / (high - low) : 0;
    }

    private String inWords(RankedSchool each) {
        return each.position() + " " + each.school() + ", " + each.shownScore() + ": "
                + indicators.stream()
                        .map(indicator -> indicator.name() + " " + each.value(indicator))
                        .collect(Collectors.joining(", "));
    }

    private String description() {
        return "A table of " + schools.size() + " schools with a bar in each cell.\n"
                + schools.stream().map(this::inWords).collect(Collectors.joining("\n"));
    }
}
