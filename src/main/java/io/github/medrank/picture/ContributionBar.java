package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Breakdown;
import io.github.medrank.picture.ContributionChart.Part;

/**
 * The parts of a score, end to end: to the right of zero what is added, to its left what is subtracted. If a mean is
 * below the sum of the contributions, as a geometric one is, the difference is cut off at the end, so that the bar ends
 * at the score and the scale needs no room below zero.
 *
 * @param parts the parts, in order
 * @param points the points of each part, without an aggregation that is cut off
 * @param cut the length that is cut off at the end; 0 or more
 */
record ContributionBar(ImmutableList<Part> parts, ImmutableList<Double> points, double cut) {
    static ContributionBar of(ImmutableList<Part> parts, Breakdown breakdown) {
        ImmutableList<Double> points =
                parts.stream().map(part -> part.of(breakdown)).collect(ImmutableList.toImmutableList());
        int last = points.size() - 1;
        boolean cuts = parts.get(last).isAggregation()
                && points.get(last) < 0
                && points.stream().limit(last).allMatch(each -> each >= 0)
                && points.stream().mapToDouble(each -> each).sum() >= 0;
        return cuts
                ? new ContributionBar(parts, points.subList(0, last), -points.get(last))
                : new ContributionBar(parts, points, 0);
    }

    /** The left end of the bar: 0 or below. */
    double least() {
        return points.stream().mapToDouble(each -> Math.min(0, each)).sum();
    }

    /** The right end of the bar. */
    double most() {
        return points.stream().mapToDouble(each -> Math.max(0, each)).sum();
    }

    void draw(SvgCanvas canvas, PlotScale scale, double y, double height) {
        double right = 0;
        double left = 0;
        for (int i = 0; i < points.size(); i++) {
            double each = points.get(i);
            double from = each >= 0 ? right : left + each;
            double x = scale.x(from);
            double width = scale.x(from + Math.abs(each)) - x;
            // A narrow gap between neighbours, unless nothing else would remain.
            double drawn = width > 1.5 ? width - 0.75 : width;
            if (drawn > 0.005) {
                canvas.rect(x, y, drawn, height, parts.get(i).colour());
            }
            right += Math.max(0, each);
            left += Math.min(0, each);
        }
        if (cut > 0) {
            double x = scale.x(right - cut);
            canvas.outline(x, y, scale.x(right) - x, height);
        }
    }
}
