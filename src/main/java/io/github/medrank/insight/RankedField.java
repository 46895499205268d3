package io.github.medrank.insight;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Ranks the whole table again for every change, which is correct for any methodology. */
record RankedField(
        Methodology methodology,
        IndicatorTable table,
        School school,
        @Nullable School rival,
        boolean isMonotone) implements Field {
    @Override
    public Standing with(ImmutableMap<Indicator, BigDecimal> changes) {
        return rank(changes).map(ranking -> standing(ranking, school, rival)).orElse(Standing.UNRANKED);
    }

    /** The ranking after the changes; empty if they leave no school eligible, or the methodology rejects them. */
    Optional<Ranking> rank(Map<Indicator, BigDecimal> changes) {
        int row = table.rowOf(school).orElseThrow();
        IndicatorTable changed = table;
        for (Map.Entry<Indicator, BigDecimal> change : changes.entrySet()) {
            changed = changed.withColumn(Columns.with(
                    changed.column(change.getKey()), row, change.getValue().doubleValue()));
        }
        try {
            boolean ranks = changed.rows()
                    .anyMatch(each -> methodology.eligibility().refusal(each).isEmpty());
            return ranks ? Optional.of(methodology.rank(changed)) : Optional.empty();
        } catch (CancellationException interrupted) {
            throw interrupted;
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException refused) {
            return Optional.empty(); // it accepts the table as given, so it rejects the new value
        }
    }

    static Standing standing(Ranking ranking, School school, @Nullable School rival) {
        OptionalInt row = ranking.table().rowOf(school);
        int place = row.isPresent() ? ranking.placeAt(row.getAsInt()) : 0;
        if (place == 0) {
            return Standing.UNRANKED;
        }
        RankedSchool ranked = ranking.of(school);
        int sharers = (int) IntStream.range(0, ranking.table().size())
                        .filter(each -> ranking.placeAt(each) == place)
                        .count()
                - 1;
        OptionalInt other =
                rival == null ? OptionalInt.empty() : ranking.table().rowOf(rival);
        return new Standing(
                place,
                Show.position(ranking, ranked),
                sharers,
                other.isPresent() ? ranking.placeAt(other.getAsInt()) : 0);
    }
}
