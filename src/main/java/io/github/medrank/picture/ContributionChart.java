package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Breakdown;
import io.github.medrank.Indicator;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A bar for each school, stacked of what each indicator adds to its score. */
final class ContributionChart {
    /** Okabe and Ito 2008, told apart by all common kinds of colour vision, light and dark in turn; then a ninth. */
    private static final ImmutableList<String> COLOURS = ImmutableList.of(
            "#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#555555", "#882255");

    private static final String OTHER = "#bbbbbb";

    /** A part of the bars: some indicators, or what a score that is no weighted sum has beyond them. */
    private record Part(String name, String colour, ImmutableList<Indicator> indicators) {
        double of(Breakdown breakdown) {
            return indicators.isEmpty()
                    ? breakdown.aggregation().doubleValue()
                    : indicators.stream()
                            .mapToDouble(each -> breakdown.of(each).amount().doubleValue())
                            .sum();
        }
    }

    private final String title;
    private final ImmutableList<Breakdown> breakdowns;
    private final ImmutableList<Part> parts;
    private final boolean rescaled;

    ContributionChart(Ranking ranking, String title) {
        this.title = title;
        this.breakdowns = ranking.stream().map(RankedSchool::breakdown).collect(ImmutableList.toImmutableList());
        checkArgument(!breakdowns.isEmpty(), "no ranked schools; a picture needs at least one");
        this.rescaled = breakdowns.stream().anyMatch(each -> each.rescaling().signum() != 0);
        boolean aggregated =
                breakdowns.stream().anyMatch(each -> each.aggregation().signum() != 0);
        this.parts = parts(ranking, aggregated);
    }

    /** An indicator a part, in the order of the weights; beyond nine, the least weighty are drawn as one. */
    private static ImmutableList<Part> parts(Ranking ranking, boolean aggregated) {
        List<Indicator> counted = ranking.weights().indicators().stream()
                .filter(each -> ranking.weights().points(each).signum() > 0)
                .toList();
        List<Indicator> own = counted;
        if (counted.size() > COLOURS.size()) {
            List<Indicator> weightiest = counted.stream()
                    .sorted(Comparator.comparing(
                                    (Indicator each) -> ranking.weights().points(each))
                            .reversed())
                    .limit(COLOURS.size())
                    .toList();
            own = counted.stream().filter(weightiest::contains).toList();
        }
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        for (int i = 0; i < own.size(); i++) {
            parts.add(new Part(own.get(i).name(), COLOURS.get(i), ImmutableList.of(own.get(i))));
        }
        List<Indicator> others = new ArrayList<>(counted);
        others.removeAll(own);
        if (!others.isEmpty()) {
            parts.add(new Part(others.size() + " other indicators", OTHER, ImmutableList.copyOf(others)));
        }
        return aggregated
                ? parts.add(new Part("aggregation", "#e5e5e5", ImmutableList.of()))
                        .build()
                : parts.build();
    }

    String draw() {
        double least = 0;
        double most = 0;
        for (Breakdown each : breakdowns) {
            least = Math.min(least, sum(each, -1));
            most = Math.max(most, sum(each, 1));
        }
        List<Double> ticks = Ticks.around(least, Math.max(most, least == 0 ? 1e-9 : 0));
        List<String> positions =
                breakdowns.stream().map(each -> each.position().toString()).toList();
        List<String> names =
                breakdowns.stream().map(each -> each.school().name()).toList();
        double scores = ChartRows.widest(
                breakdowns.stream().map(each -> each.score().toPlainString()).toList());
        Legend legend = Legend.of(parts.stream().map(Part::name).toList(), 44);
        ChartRows rows = ChartRows.of(
                legend.bottom() + 28, positions, names, scores + 8, ticks.get(0), ticks.get(ticks.size() - 1));
        SvgCanvas canvas = new SvgCanvas(ChartRows.WIDTH, rows.end(), title, description());
        rows.title(canvas, title);
        legend.draw(canvas, parts.stream().map(Part::colour).toList());
        rows.scale(canvas, ticks, rescaled ? "points, before the scores are rescaled" : "points");
        for (int row = 0; row < breakdowns.size(); row++) {
            canvas.openTitled(inWords(breakdowns.get(row)));
            rows.label(canvas, row, positions.get(row), names.get(row));
            bar(canvas, rows, row);
            canvas.close();
        }
        return canvas.finish();
    }

    private double sum(Breakdown breakdown, int sign) {
        return parts.stream()
                .mapToDouble(part -> part.of(breakdown))
                .filter(points -> points * sign > 0)
                .sum();
    }

    private void bar(SvgCanvas canvas, ChartRows rows, int row) {
        Breakdown breakdown = breakdowns.get(row);
        double right = 0;
        double left = 0;
        for (Part part : parts) {
            double points = part.of(breakdown);
            double from = points >= 0 ? right : left + points;
            double x = rows.x(from);
            double width = rows.x(from + Math.abs(points)) - x;
            // A hair of white between neighbours, unless that were all there is.
            double drawn = width > 1.5 ? width - 0.75 : width;
            if (drawn > 0.005) {
                canvas.rect(x, rows.top() + row * rows.height() + 2.5, drawn, rows.height() - 5, part.colour());
            }
            right += Math.max(0, points);
            left += Math.min(0, points);
        }
        canvas.text(rows.x(right) + 6, rows.baseline(row), breakdown.score().toPlainString());
    }

    private String inWords(Breakdown breakdown) {
        String points = parts.stream()
                .map(part -> part.name() + " " + SvgCanvas.plain(part.of(breakdown), 2))
                .collect(Collectors.joining(", "));
        return breakdown.position() + " " + breakdown.school() + ", "
                + breakdown.score().toPlainString() + ": " + points;
    }

    private String description() {
        return "Stacked bars: what each indicator adds to the score of " + breakdowns.size() + " schools, in points.\n"
                + breakdowns.stream().map(this::inWords).collect(Collectors.joining("\n"));
    }

    /** Coloured squares with names, in as many lines as they need. */
    private record Legend(ImmutableList<String> names, ImmutableList<Double> xs, ImmutableList<Double> ys) {
        static Legend of(List<String> names, double top) {
            ImmutableList.Builder<Double> xs = ImmutableList.builder();
            ImmutableList.Builder<Double> ys = ImmutableList.builder();
            ImmutableList.Builder<String> texts = ImmutableList.builder();
            double x = ChartRows.MARGIN;
            double y = top;
            for (String name : names) {
                String text = TextWidth.fitted(name, 40);
                double width = 18 + TextWidth.of(text) * ChartRows.FONT + 16;
                if (x > ChartRows.MARGIN && x + width > ChartRows.WIDTH - ChartRows.MARGIN) {
                    x = ChartRows.MARGIN;
                    y += 20;
                }
                xs.add(x);
                ys.add(y);
                texts.add(text);
                x += width;
            }
            return new Legend(texts.build(), xs.build(), ys.build());
        }

        double bottom() {
            return ys.get(ys.size() - 1) + 14;
        }

        void draw(SvgCanvas canvas, List<String> colours) {
            IntStream.range(0, names.size()).forEach(i -> {
                canvas.rect(xs.get(i), ys.get(i), 12, 12, colours.get(i));
                canvas.text(xs.get(i) + 18, ys.get(i) + 10.5, names.get(i));
            });
        }
    }
}
