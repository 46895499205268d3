package io.github.medrank.audit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Position;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a table with printed results, as decimals. */
final class PrintedRows {
    static final int MOST_ROWS = 20_000;
    static final int MOST_INDICATORS = 60;

    final IndicatorTable table;
    final int size;
    final int width;
    /** The number of decimals of the printed scores. */
    final int decimals;
    /** The printed score of each row; null if only positions are used. */
    final @Nullable BigDecimal[] scores;
    /** The printed position of each row. */
    final ImmutableList<Optional<Position>> positions;

    private final @Nullable BigDecimal[][] values;
    private final BigDecimal[] halves;

    private PrintedRows(IndicatorTable table, int decimals) {
        this.table = table;
        this.size = table.size();
        this.width = table.indicators().size();
        this.decimals = decimals;
        this.scores = new BigDecimal[size];
        this.values = new BigDecimal[size][width];
        ImmutableList.Builder<Optional<Position>> places = ImmutableList.builder();
        for (int row = 0; row < size; row++) {
            PublishedResult printed = table.published().get(school(row));
            scores[row] = printed == null ? null : printed.score().orElse(null);
            places.add(printed == null ? Optional.empty() : printed.position().flatMap(PrintedRows::position));
            for (int i = 0; i < width; i++) {
                Column column = table.columns().get(i);
                values[row][i] = column.isPresent(row) ? column.decimal(row) : null;
            }
        }
        this.positions = places.build();
        this.halves = new BigDecimal[width];
        for (int i = 0; i < width; i++) {
            halves[i] = half(i);
        }
    }

    /** The rows with a printed score. */
    static PrintedRows scored(IndicatorTable table, int decimals) {
        IndicatorTable kept = kept(
                table,
                each -> each.score().isPresent(),
                "no row of the table has a printed score; add them with withPublished, or take Recovery.ofPositions");
        return new PrintedRows(kept, decimals >= 0 ? decimals : decimals(kept));
    }

    /** The rows with a printed position. */
    static PrintedRows placed(IndicatorTable table, int decimals) {
        IndicatorTable kept = kept(
                table,
                each -> each.position().flatMap(PrintedRows::position).isPresent(),
                "no row of the table has a printed position; add them with withPublished");
        return new PrintedRows(kept, decimals);
    }

    private static IndicatorTable kept(IndicatorTable table, Predicate<PublishedResult> wanted, String otherwise) {
        int[] rows = IntStream.range(0, table.size())
                .filter(row -> result(table, row).filter(wanted).isPresent())
                .toArray();
        checkArgument(rows.length > 0, otherwise);
        checkArgument(rows.length <= MOST_ROWS, "%s rows; at most %s are read backwards", rows.length, MOST_ROWS);
        checkArgument(
                table.indicators().size() <= MOST_INDICATORS,
                "%s indicators; at most %s are read backwards",
                table.indicators().size(),
                MOST_INDICATORS);
        return table.rows(rows);
    }

    private static Optional<PublishedResult> result(IndicatorTable table, int row) {
        return Optional.ofNullable(table.published().get(table.schools().get(row)));
    }

    /** A position that cannot be read counts as none; an audit reports it. */
    static Optional<Position> position(String printed) {
        try {
            return Position.ofPrinted(printed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The largest number of decimals of any printed score, because files drop trailing zeros. */
    static int decimals(IndicatorTable table) {
        return table.published().values().stream()
                .flatMap(each -> each.score().stream())
                .mapToInt(score -> Math.max(0, score.scale()))
                .max()
                .orElse(0);
    }

    School school(int row) {
        return table.schools().get(row);
    }

    /** The value of a cell; null if it is missing. */
    @Nullable
    BigDecimal value(int row, int indicator) {
        return values[row][indicator];
    }

    boolean isComplete(int row) {
        for (BigDecimal value : values[row]) {
            if (value == null) {
                return false;
            }
        }
        return true;
    }

    boolean isComplete() {
        return IntStream.range(0, size).allMatch(this::isComplete);
    }

    /** Whether there are several rows, and all have the values of the first. */
    boolean areAlike() {
        return size > 1 && IntStream.range(1, size).allMatch(row -> Arrays.equals(values[row], values[0]));
    }

    /** Half a unit of the last printed digit. */
    BigDecimal halfUnit() {
        return BigDecimal.valueOf(5, decimals + 1);
    }

    /** Half a unit of the last digit of an indicator's values. */
    BigDecimal halfUnitOf(int indicator) {
        return halves[indicator];
    }

    private BigDecimal half(int indicator) {
        int most = 0;
        for (int row = 0; row < size; row++) {
            BigDecimal value = values[row][indicator];
            most = value == null
                    ? most
                    : Math.max(most, value.stripTrailingZeros().scale());
        }
        return BigDecimal.valueOf(5, most + 1);
    }

    /** The table with each value as low as hidden digits allow. */
    IndicatorTable lowest(boolean positive) {
        return moved(-1).mapColumns(column -> positive ? column.map(value -> Math.max(0, value)) : column);
    }

    /** The table with each value as high as hidden digits allow. */
    IndicatorTable highest() {
        return moved(1);
    }

    private IndicatorTable moved(int sign) {
        return table.mapColumns(column -> {
            BigDecimal half = halves[table.indicators().indexOf(column.indicator())].multiply(BigDecimal.valueOf(sign));
            return column.map(value -> BigDecimal.valueOf(value).add(half).doubleValue());
        });
    }

    /** The smallest and the largest value of an indicator, the worst first. */
    BigDecimal[] ends(int indicator) {
        BigDecimal least = null;
        BigDecimal most = null;
        for (int row = 0; row < size; row++) {
            BigDecimal value = values[row][indicator];
            if (value != null) {
                least = least == null ? value : least.min(value);
                most = most == null ? value : most.max(value);
            }
        }
        BigDecimal low = least == null ? BigDecimal.ZERO : least;
        BigDecimal high = most == null ? BigDecimal.ZERO : most;
        return isLowerBetter(indicator) ? new BigDecimal[] {high, low} : new BigDecimal[] {low, high};
    }

    /** The id of an indicator of which less is better, if there is one. */
    Optional<String> lowerBetter() {
        return table.indicators().stream()
                .filter(each -> each.direction() == Direction.LOWER_IS_BETTER)
                .map(Indicator::id)
                .findFirst();
    }

    private boolean isLowerBetter(int indicator) {
        return table.indicators().get(indicator).direction() == Direction.LOWER_IS_BETTER;
    }

    /** The largest printed score. */
    BigDecimal top() {
        BigDecimal top = score(0);
        for (int row = 1; row < size; row++) {
            top = top.max(score(row));
        }
        return top;
    }

    /** Whether the largest printed score is a power of ten, as for rescaled scores. */
    boolean isTopRound() {
        return top().signum() > 0 && top().stripTrailingZeros().unscaledValue().equals(BigInteger.ONE);
    }

    /** The printed score of a row, if scores are used. */
    BigDecimal score(int row) {
        BigDecimal score = scores[row];
        checkArgument(score != null, "%s has no printed score", school(row).name());
        return score;
    }
}
