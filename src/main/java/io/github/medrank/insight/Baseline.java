package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Ranking;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;

/** The values of indicators that are not counted, for a {@link ShapleyBreakdown}. */
@Immutable
public final class Baseline {
    private final String text;
    private final Level level;

    @Immutable
    private interface Level {
        double of(Ranking ranking, Column column);
    }

    private Baseline(String text, Level level) {
        this.text = text;
        this.level = level;
    }

    /**
     * Returns the baseline at the mean of the normalised values of each indicator, as the double nearest to its first
     * sixteen digits. It does not depend on the order of the schools.
     */
    public static Baseline mean() {
        return new Baseline("the mean of all schools", (ranking, column) -> mean(column));
    }

    /**
     * Returns the baseline at one normalised value for every indicator.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public static Baseline at(double value) {
        checkArgument(Double.isFinite(value), "baseline %s is not a finite number", value);
        return new Baseline(NumberText.plain(Decimals.of(value)), (ranking, column) -> value);
    }

    /**
     * Returns the baseline at another school's normalised values, so that the parts explain the lead over that school.
     *
     * @param idOrName the other school's id, name or alias, as for {@link Ranking#of(String)}
     */
    public static Baseline school(String idOrName) {
        requireNonNull(idOrName, "idOrName");
        return new Baseline(
                SafeText.line(idOrName),
                (ranking, column) -> column.value(ranking.of(idOrName).row()));
    }

    private static double mean(Column column) {
        BigDecimal sum = IntStream.range(0, column.size())
                .filter(column::isPresent)
                .mapToObj(column::decimal)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int present = column.size() - column.missing();
        checkArgument(
                present > 0,
                "indicator \"%s\" has no value in any row; take Baseline.at(value)",
                column.indicator().id());
        return sum.divide(BigDecimal.valueOf(present), MathContext.DECIMAL64).doubleValue();
    }

    double of(Ranking ranking, Column column) {
        return level.of(ranking, column);
    }

    /** Returns the baseline in words. */
    @Override
    public String toString() {
        return text;
    }
}
