package io.github.medrank.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.util.List;
import java.util.stream.DoubleStream;

/** Published rows, and their published totals. */
final class Rows {
    private Rows() {}

    static IndicatorTable table(Methodology methodology, Object... namesAndRows) {
        IndicatorTable.Builder table = IndicatorTable.builder(methodology.indicators());
        for (int i = 0; i < namesAndRows.length; i += 2) {
            double[] row = (double[]) namesAndRows[i + 1];
            List<Cell> cells = DoubleStream.of(row)
                    .mapToObj(value -> Double.isNaN(value) ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(value))
                    .toList();
            table.row(School.of((String) namesAndRows[i]), cells);
        }
        return table.build();
    }

    static double[] row(double... values) {
        return values;
    }

    static void check(Ranking ranking, double tolerance, double... scores) {
        for (int i = 0; i < scores.length; i++) {
            School school = ranking.table().schools().get(i);
            assertThat(ranking.of(school).score().doubleValue())
                    .as(school.name())
                    .isCloseTo(scores[i], within(tolerance + 1e-9));
        }
    }
}
