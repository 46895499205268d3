package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws schools by two indicators, with better values to the right and above, and their skyline: the schools for which
 * no other is better on one indicator and at least as good on the other.
 */
final class ScatterChart {
    private static final double LABEL_HEIGHT = 14;

    private record Point(School school, String position, double x, double y) {
        /** Whether this point is at least as good in both and better in one. Larger numbers are better here. */
        boolean dominates(Point other) {
            return x >= other.x && y >= other.y && (x > other.x || y > other.y);
        }
    }

    /** A label and its preferred place. */
    private record Label(String text, double x, double y, boolean end) {
        double from() {
            return end ? x - width() : x;
        }

        double width() {
            return TextWidth.of(text) * 11;
        }

        boolean meets(Label other) {
            return Math.abs(y - other.y) < LABEL_HEIGHT
                    && from() < other.from() + other.width() + 4
                    && other.from() < from() + width() + 4;
        }
    }

    private final PictureOptions options;
    private final Indicator right;
    private final Indicator up;
    private final ImmutableList<Point> points;
    private final ImmutableList<String> without;
    private final ImmutableList<Point> skyline;
    private final ImmutableSet<School> highlighted;

    ScatterChart(Ranking ranking, Indicator right, Indicator up, PictureOptions options) {
        this.options = options;
        this.right = right;
        this.up = up;
        List<RankedSchool> shown = ranking.schools().stream()
                .filter(each -> each.value(right).isPresent() && each.value(up).isPresent())
                .toList();
        checkArgument(
                !shown.isEmpty(),
                "none of the %s schools shown has values of both \"%s\" and \"%s\"; a picture needs at least one",
                ranking.size(),
                right.id(),
                up.id());
        this.points = shown.stream()
                .map(each -> new Point(
                        each.school(),
                        each.position().toString(),
                        sign(right) * ranking.table().column(right).value(each.row()),
                        sign(up) * ranking.table().column(up).value(each.row())))
                .collect(ImmutableList.toImmutableList());
        this.without = ranking.schools().stream()
                .filter(each -> !shown.contains(each))
                .map(each -> each.school().name())
                .collect(ImmutableList.toImmutableList());
        this.skyline = points.stream()
                .filter(each -> points.stream().noneMatch(other -> other.dominates(each)))
                .sorted(Comparator.comparingDouble(Point::x)
                        .thenComparing(point -> point.school().id()))
                .collect(ImmutableList.toImmutableList());
        this.highlighted =
                options.highlightedOf(points.stream().map(Point::school).toList());
    }

    private static double sign(Indicator indicator) {
        return indicator.direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
    }

    String draw() {
        PictureFrame frame = new PictureFrame(
                options,
                options.width(),
                "Filled and linked: the skyline, of which no school is better in one and as good in the other.");
        double top = frame.top() + 14;
        double side = Math.min(frame.width() - 90, 620);
        PlotScale across = scale(points.stream().map(Point::x).toList(), 62, frame.width() - 24);
        PlotScale upward = scale(points.stream().map(Point::y).toList(), top + side, top);
        SvgCanvas canvas = frame.canvas(top + side + 46, description());
        axes(canvas, across, upward, top, side);
        for (int i = 1; i < skyline.size(); i++) {
            Point before = skyline.get(i - 1);
            Point next = skyline.get(i);
            String stroke = "stroke=\"" + canvas.palette().line() + "\" stroke-width=\"1.5\"";
            canvas.line(across.x(before.x()), upward.x(before.y()), across.x(before.x()), upward.x(next.y()), stroke);
            canvas.line(across.x(before.x()), upward.x(next.y()), across.x(next.x()), upward.x(next.y()), stroke);
        }
        for (Point each : points) {
            point(canvas, each, across.x(each.x()), upward.x(each.y()));
        }
        labels(across, upward, frame.width() - 8).forEach(each -> label(canvas, each));
        return canvas.finish();
    }

    private static PlotScale scale(List<Double> numbers, double from, double to) {
        double low = numbers.stream().min(Double::compare).orElseThrow();
        double high = numbers.stream().max(Double::compare).orElseThrow();
        double margin = high > low ? 0 : Math.max(1, Math.abs(high) / 10);
        return PlotScale.around(low - margin, high + margin, from, to);
    }

    private void axes(SvgCanvas canvas, PlotScale across, PlotScale upward, double top, double side) {
        canvas.open("stroke=\"" + canvas.palette().grid() + "\"");
        across.ticks().forEach(tick -> canvas.line(across.x(tick), top, across.x(tick), top + side, ""));
        upward.ticks().forEach(tick -> canvas.line(across.from(), upward.x(tick), across.to(), upward.x(tick), ""));
        canvas.close();
        canvas.open("font-size=\"11\" " + canvas.faint());
        across.ticks()
                .forEach(tick -> canvas.text(
                        across.x(tick),
                        top + side + 15,
                        SvgCanvas.plain(sign(right) * tick, 9),
                        "text-anchor=\"middle\""));
        upward.ticks()
                .forEach(tick -> canvas.text(
                        across.from() - 6,
                        upward.x(tick) + 4,
                        SvgCanvas.plain(sign(up) * tick, 9),
                        "text-anchor=\"end\""));
        canvas.close();
        double most = (canvas.width() - 2 * PictureFrame.MARGIN) / PictureFrame.FONT;
        canvas.text(
                PictureFrame.MARGIN,
                top + side + 34,
                TextWidth.fitted("→ " + named(right) + " · ↑ " + named(up), most),
                canvas.faint());
    }

    private static String named(Indicator indicator) {
        return indicator.name() + (sign(indicator) > 0 ? "" : ", less is better");
    }

    private void point(SvgCanvas canvas, Point each, double x, double y) {
        Palette palette = canvas.palette();
        boolean best = skyline.contains(each);
        boolean stands = highlighted.contains(each.school());
        String colour = stands ? palette.dot() : palette.line();
        canvas.openTitled(inWords(each));
        canvas.circle(
                x,
                y,
                stands ? 6 : best ? 4.5 : 3.5,
                "fill=\"" + (best || stands ? colour : palette.paper()) + "\" stroke=\"" + colour
                        + "\" stroke-width=\"1.2\"");
        canvas.close();
    }

    /** The names of highlighted schools, then of the skyline, except those that would overlap. */
    private List<Label> labels(PlotScale across, PlotScale upward, double end) {
        List<Point> named = new ArrayList<>(points.stream()
                .filter(each -> highlighted.contains(each.school()))
                .toList());
        skyline.stream().filter(each -> !highlighted.contains(each.school())).forEach(named::add);
        List<Label> labels = new ArrayList<>();
        for (Point each : named) {
            String text = TextWidth.fitted(each.school().name(), ChartRows.longestName(options.width()) / 11);
            double x = across.x(each.x());
            double y = upward.x(each.y()) - 6;
            Label toRight = new Label(text, x + 8, y, false);
            Label label = toRight.from() + toRight.width() < end ? toRight : new Label(text, x - 8, y, true);
            if (label.from() > PictureFrame.MARGIN && labels.stream().noneMatch(label::meets)) {
                labels.add(label);
            }
        }
        return labels;
    }

    private static void label(SvgCanvas canvas, Label label) {
        canvas.text(
                label.x(),
                label.y(),
                label.text(),
                "font-size=\"11\" paint-order=\"stroke\" stroke=\""
                        + canvas.palette().paper() + "\" stroke-width=\"3\""
                        + (label.end() ? " text-anchor=\"end\"" : ""));
    }

    private String inWords(Point each) {
        return each.position() + " " + each.school() + ": " + right.name() + " "
                + SvgCanvas.plain(sign(right) * each.x(), 9) + ", " + up.name() + " "
                + SvgCanvas.plain(sign(up) * each.y(), 9) + (skyline.contains(each) ? ", in the skyline" : "");
    }

    private String description() {
        String missing = without.isEmpty() ? "" : "\nWithout both values: " + String.join(", ", without);
        return points.size() + " schools by " + named(right) + " and " + named(up) + ".\n"
                + points.stream().map(this::inWords).collect(Collectors.joining("\n")) + missing;
    }
}
