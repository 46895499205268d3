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

/** Draws a stacked bar for each school, with the contribution of each indicator. */
final class ContributionChart {
    /** A part of the bars: some indicators, or the aggregation of a score that is not a weighted sum. */
    record Part(String name, String colour, ImmutableList<Indicator> indicators) {
        boolean isAggregation() {
            return indicators.isEmpty();
        }

        double of(Breakdown breakdown) {
            return isAggregation()
                    ? breakdown.aggregation().doubleValue()
                    : indicators.stream()
                            .mapToDouble(each -> breakdown.of(each).amount().doubleValue())
                            .sum();
        }
    }

    private final PictureOptions options;
    private final ImmutableList<RankedSchool> schools;
    private final ImmutableList<Breakdown> breakdowns;
    private final ImmutableList<Part> parts;
    private final boolean rescaled;

    ContributionChart(Ranking ranking, PictureOptions options) {
        this.options = options;
        this.schools = ranking.schools().asList();
        this.breakdowns = schools.stream().map(RankedSchool::breakdown).collect(ImmutableList.toImmutableList());
        checkArgument(!breakdowns.isEmpty(), "no ranked schools; a picture needs at least one");
        this.rescaled = breakdowns.stream().anyMatch(each -> each.rescaling().signum() != 0);
        this.parts = parts(ranking, breakdowns, options.palette());
    }

    /**
     * One part per indicator, in the order of the weights. Beyond nine, those with the smallest weights share a part.
     */
    static ImmutableList<Part> parts(Ranking ranking, List<Breakdown> breakdowns, Palette palette) {
        List<String> colours = palette.parts();
        List<Indicator> counted = ranking.weights().indicators().stream()
                .filter(each -> ranking.weights().points(each).signum() > 0)
                .toList();
        List<Indicator> own = counted;
        if (counted.size() > colours.size()) {
            List<Indicator> weightiest = counted.stream()
                    .sorted(Comparator.comparing(
                                    (Indicator each) -> ranking.weights().points(each))
                            .reversed())
                    .limit(colours.size())
                    .toList();
            own = counted.stream().filter(weightiest::contains).toList();
        }
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        for (int i = 0; i < own.size(); i++) {
            parts.add(new Part(own.get(i).name(), colours.get(i), ImmutableList.of(own.get(i))));
        }
        List<Indicator> others = new ArrayList<>(counted);
        others.removeAll(own);
        if (!others.isEmpty()) {
            parts.add(new Part(others.size() + " other indicators", palette.others(), ImmutableList.copyOf(others)));
        }
        boolean aggregated =
                breakdowns.stream().anyMatch(each -> each.aggregation().signum() != 0);
        return aggregated
                ? parts.add(new Part("aggregation", palette.grid(), ImmutableList.of()))
                        .build()
                : parts.build();
    }

    String draw() {
        double least = 0;
        double most = 0;
        for (Breakdown each : breakdowns) {
            least = Math.min(least, ContributionBar.of(parts, each).least());
            most = Math.max(most, ContributionBar.of(parts, each).most());
        }
        PictureFrame frame = new PictureFrame(options, options.width(), "");
        double scores = ChartRows.widest(
                breakdowns.stream().map(each -> each.score().toPlainString()).toList());
        Legend legend = Legend.of(parts, frame);
        ChartRows rows = new ChartRows(frame, options, legend.bottom() + 28, schools, scores + 8);
        PlotScale scale = PlotScale.around(least, Math.max(most, least == 0 ? 1e-9 : 0), rows.plotX(), rows.plotEnd());
        SvgCanvas canvas = frame.canvas(rows.bottom() + 40, description());
        legend.draw(canvas);
        rows.stripes(canvas);
        rows.scale(canvas, scale, rescaled ? "points, before the scores are rescaled" : "points");
        for (int row = 0; row < breakdowns.size(); row++) {
            canvas.openTitled(inWords(breakdowns.get(row)));
            rows.label(canvas, row);
            ContributionBar bar = ContributionBar.of(parts, breakdowns.get(row));
            bar.draw(canvas, scale, rows.top(row) + 2.5, ChartRows.HEIGHT - 5);
            canvas.text(
                    scale.x(bar.most()) + 6,
                    rows.baseline(row),
                    breakdowns.get(row).score().toPlainString());
            canvas.close();
        }
        return canvas.finish();
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
}
