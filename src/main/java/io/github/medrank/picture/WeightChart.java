package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Rational;
import io.github.medrank.audit.ExactInterval;
import io.github.medrank.audit.RecoveredRule;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/**
 * Draws the simplest weight of each indicator, and a line between the weights that a table leaves open. These are close
 * together, so all lines are drawn by their distance from the simplest weight.
 */
final class WeightChart {
    private static final Rational PERCENT = Rational.of(100);

    private record Row(String name, Rational low, Rational high, double simplest) {
        static Row of(String name, ExactInterval share, double simplest) {
            return new Row(name, share.low().times(PERCENT), share.high().times(PERCENT), simplest * 100);
        }

        String weight() {
            return SvgCanvas.plain(simplest, 2);
        }

        double below() {
            return low.doubleValue() - simplest;
        }

        double above() {
            return high.doubleValue() - simplest;
        }

        /** The ends to two decimals, rounded outwards. */
        String ends() {
            return low.equals(high)
                    ? text(low, RoundingMode.HALF_UP)
                    : text(low, RoundingMode.FLOOR) + "–" + text(high, RoundingMode.CEILING);
        }

        String inWords() {
            return name + ": from " + ends() + " percent, simplest " + weight();
        }

        private static String text(Rational percent, RoundingMode mode) {
            return percent.round(2, mode).toPlainString();
        }
    }

    private final PictureOptions options;
    private final RecoveredRule rule;
    private final ImmutableList<Row> rows;

    WeightChart(RecoveredRule rule, PictureOptions options) {
        this.options = options;
        this.rule = rule;
        checkArgument(
                options.highlighted().isEmpty(),
                "schools %s are to be highlighted, and this picture shows none; leave them out",
                options.highlighted());
        this.rows = rule.shares().entrySet().stream()
                .map(each -> Row.of(
                        each.getKey().name(), each.getValue(), rule.simplest().share(each.getKey())))
                .collect(ImmutableList.toImmutableList());
    }

    String draw() {
        PictureFrame frame =
                new PictureFrame(options, options.width(), basis() + ". The simplest weight stands before each name.");
        double ends = ChartRows.widest(rows.stream().map(Row::ends).toList());
        ChartRows chart = ChartRows.named(
                frame,
                frame.top() + 16,
                rows.stream().map(Row::weight).toList(),
                rows.stream().map(Row::name).toList(),
                ends + 14);
        PlotScale scale = PlotScale.around(
                rows.stream().mapToDouble(Row::below).min().orElse(0),
                Math.max(0.01, rows.stream().mapToDouble(Row::above).max().orElse(0)),
                chart.plotX(),
                chart.plotEnd());
        SvgCanvas canvas = frame.canvas(chart.bottom() + 40, description());
        chart.stripes(canvas);
        chart.scale(canvas, scale, "percentage points from the simplest weight");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            canvas.openTitled(row.inWords());
            chart.label(canvas, i);
            canvas.range(scale.x(row.below()), scale.x(row.above()), chart.middle(i));
            canvas.dot(scale.x(0), chart.middle(i));
            canvas.text(
                    frame.width() - PictureFrame.MARGIN,
                    chart.baseline(i),
                    row.ends(),
                    "text-anchor=\"end\" " + canvas.faint());
            canvas.close();
        }
        return canvas.finish();
    }

    private String basis() {
        return "Weights with which all " + rule.rows() + " printed rows agree: " + rule.rule();
    }

    private String description() {
        return basis() + ".\n" + rows.stream().map(Row::inWords).collect(Collectors.joining("\n"));
    }
}
