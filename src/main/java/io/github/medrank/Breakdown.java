package io.github.medrank;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/**
 * How a school's score comes about: a line for each indicator, then the lines that close the sum.
 *
 * <p>The contributions and {@link #aggregation} add up to the ranker's exact score; with {@link #rescaling} to the
 * rescaled one; with {@link #rounding} to the score as presented. All exactly.
 *
 * @param school the school
 * @param position where it stands
 * @param contributions one an indicator
 * @param aggregation what a score that is no weighted sum has beyond share × value summed up; zero for a weighted sum
 * @param rescaling what the rescaling of the composite adds; zero where there is none
 * @param rounding what rounding adds; zero where there is none
 * @param score the score as presented
 */
@Immutable
public record Breakdown(
        School school,
        Position position,
        ImmutableList<Contribution> contributions,
        Rational aggregation,
        Rational rescaling,
        Rational rounding,
        BigDecimal score) {
    private static final int MOST_DECIMALS = 6;

    /** The breakdown of a row, which adds up by construction. */
    static Breakdown of(Ranking ranking, Scores composite, int row) {
        ImmutableList<Rational> parts = composite.contributions(row);
        ImmutableList.Builder<Contribution> lines = ImmutableList.builder();
        Rational sum = Rational.ZERO;
        for (int i = 0; i < ranking.weights().indicators().size(); i++) {
            Indicator indicator = ranking.weights().indicators().get(i);
            Column column = ranking.normalized().column(indicator);
            BigDecimal weight = ranking.weights().points(indicator);
            Rational points = parts.isEmpty() ? share(ranking, column, weight, row) : parts.get(i);
            lines.add(new Contribution(
                    indicator, ranking.table().column(indicator).cell(row), column.cell(row), weight, points));
            sum = sum.plus(points);
        }
        Rational before = composite.exact(row);
        Rational after = ranking.scores().exact(row);
        BigDecimal score = ranking.scoreAt(row);
        return new Breakdown(
                ranking.table().schools().get(row),
                ranking.positionAt(row),
                lines.build(),
                before.minus(sum),
                after.minus(before),
                Rational.of(score).minus(after),
                score);
    }

    private static Rational share(Ranking ranking, Column column, BigDecimal weight, int row) {
        return column.isPresent(row)
                ? column.exact(row)
                        .times(Rational.ratio(weight, ranking.weights().total()))
                : Rational.ZERO;
    }

    /** The ranker's score before rescaling and rounding: the contributions and the aggregation line together. */
    public Rational composite() {
        Rational sum = aggregation;
        for (Contribution contribution : contributions) {
            sum = sum.plus(contribution.points());
        }
        return sum;
    }

    /**
     * The line of an indicator.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Contribution of(Indicator indicator) {
        return contributions.stream()
                .filter(line -> line.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no indicator \"" + indicator.id() + "\" in the breakdown"));
    }

    /** An aligned table whose last column adds up. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder(school.name() + ", " + position)
                .right("value")
                .right("normalized")
                .right("weight")
                .right("points");
        int scale = Stream.concat(
                        contributions.stream().map(Contribution::points), Stream.of(aggregation, rescaling, rounding))
                .mapToInt(points -> points.toBigDecimal().scale())
                .map(needed -> Math.min(needed, MOST_DECIMALS))
                .max()
                .orElse(0);
        for (Contribution line : contributions) {
            text.row(
                    line.indicator().name(),
                    line.value(),
                    line.normalized().equals(line.value()) ? "" : line.normalized(),
                    line.weight().toPlainString(),
                    points(line.points(), scale));
        }
        line(text, "aggregation", aggregation, scale);
        line(text, "rescaling", rescaling, scale);
        line(text, "rounding", rounding, scale);
        return text.row("score", "", "", "", score.toPlainString()).build().toString();
    }

    private static void line(TextTable.Builder text, String name, Rational points, int scale) {
        if (points.signum() != 0) {
            text.row(name, "", "", "", points(points, scale));
        }
    }

    private static String points(Rational points, int scale) {
        return points.round(scale, RoundingMode.HALF_UP).toPlainString();
    }
}
