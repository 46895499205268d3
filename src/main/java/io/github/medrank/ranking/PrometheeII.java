package io.github.medrank.ranking;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.Rational;
import io.github.medrank.exact.ExactSum;

/** The net flow is a weighted mean of the flows of each indicator, which do not depend on the weights. */
@Immutable
record PrometheeII(Preference preference, ImmutableMap<Indicator, Preference> preferences) implements Derived {
    @Override
    public Column derived(Column column) {
        Preference mine = preferences.getOrDefault(column.indicator(), preference);
        Differences differences = new Differences(column, mine);
        double[] flows = new double[column.size()];
        ExactSum sum = new ExactSum();
        for (int row = 0; row < flows.length; row++) {
            sum.clear();
            for (int other = 0; other < flows.length; other++) {
                double preferred = differences.preference(row, other);
                if (preferred != 0) {
                    sum.add(preferred);
                }
            }
            flows[row] = flows.length == 1 ? 0 : sum.value() / (flows.length - 1);
        }
        return Column.of(column.indicator(), flows)
                .functionOf(column, row -> exactFlow(column, mine, row), differences.bound());
    }

    private static Rational exactFlow(Column column, Preference mine, int row) {
        boolean more = column.indicator().direction() == Direction.HIGHER_IS_BETTER;
        Rational sum = Rational.ZERO;
        for (int other = 0; other < column.size(); other++) {
            if (!column.isAlike(row, other)) {
                Rational ahead = column.exact(row).minus(column.exact(other));
                sum = sum.plus(mine.exactly(more ? ahead : ahead.negate()));
            }
        }
        return sum.dividedBy(Rational.of(Math.max(1, column.size() - 1)));
    }

    /** The differences between rows: the double nearest to the difference of the printed decimals. */
    private static final class Differences {
        private final Column column;
        private final Preference preference;
        private final double[] values;
        private final double unit;
        /** How far a difference may be off. */
        private final double off;

        Differences(Column column, Preference preference) {
            int decimals = column.decimals();
            this.column = column;
            this.preference = preference;
            this.values = new double[column.size()];
            this.unit = decimals < 0 ? 1 : Math.pow(10, decimals);
            this.off = decimals < 0 ? 4 * Raw.off(column) : 0;
            double sign = column.indicator().direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
            for (int row = 0; row < values.length; row++) {
                values[row] = sign * (decimals < 0 ? column.value(row) : column.unscaled(row));
            }
        }

        /** Above zero if the row is better, below it if the other is. */
        double preference(int row, int other) {
            double difference = (values[row] - values[other]) / unit;
            if (off > 0 && preference.isDoubtful(Math.abs(difference), off)) {
                return column.isAlike(row, other) ? 0 : exactly(row, other);
            }
            return difference > 0 ? preference.of(difference) : -preference.of(-difference);
        }

        private double exactly(int row, int other) {
            boolean more = column.indicator().direction() == Direction.HIGHER_IS_BETTER;
            Rational ahead = column.exact(row).minus(column.exact(other));
            return preference.exactly(more ? ahead : ahead.negate()).doubleValue();
        }

        /** How far a flow may be off, which no flow is by more than 2. */
        double bound() {
            double moved = preference.steepest() * (off + 4 * column.magnitude() * 0x1p-53);
            return Math.min(2, moved + 0x1p-48);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("PROMETHEE II, ").append(preference);
        preferences.forEach((indicator, mine) ->
                text.append("; ").append(indicator.name()).append(": ").append(mine));
        return text.toString();
    }
}
