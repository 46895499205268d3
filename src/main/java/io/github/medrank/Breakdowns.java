package io.github.medrank;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;

/** Makes breakdowns that add up. */
final class Breakdowns {
    private Breakdowns() {}

    static Breakdown of(Ranking ranking, Scores composite, int row) {
        ImmutableList<ExactScore> parts = composite.contributions(row);
        ImmutableList.Builder<Contribution> lines = ImmutableList.builder();
        ExactScore sum = ExactScore.ZERO;
        for (int i = 0; i < ranking.weights().indicators().size(); i++) {
            Indicator indicator = ranking.weights().indicators().get(i);
            Column column = ranking.normalized().column(indicator);
            BigDecimal weight = ranking.weights().points(indicator);
            ExactScore points = parts.isEmpty() ? share(ranking, column, weight, row) : parts.get(i);
            lines.add(new Contribution(
                    indicator, ranking.table().column(indicator).cell(row), column.cell(row), weight, points));
            sum = sum.plus(points);
        }
        ExactScore before = composite.exact(row);
        ExactScore after = ranking.scores().exact(row);
        BigDecimal score = ranking.scoreAt(row);
        return new Breakdown(
                ranking.table().schools().get(row),
                ranking.positionAt(row),
                lines.build(),
                before.minus(sum),
                after.minus(before),
                ExactScore.of(score).minus(after),
                score);
    }

    private static ExactScore share(Ranking ranking, Column column, BigDecimal weight, int row) {
        return column.isPresent(row)
                ? ExactScore.ratio(
                        weight.multiply(column.decimal(row)), ranking.weights().total())
                : ExactScore.ZERO;
    }
}
