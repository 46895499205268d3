package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Printed positions, of which nothing else is used than that no sum Σ weight · value is below one of a worse position.
 * At the end of a row are its position, or the first of a band, and the unit by which the sums of schools at one
 * position may differ; empty if that is not known, or not limited.
 */
final class PrintedPositions implements PrintedFacts {
    private final CertifiedTable table;
    /** The rows at each position, the best first. */
    private final NavigableMap<Rational, List<Integer>> rows = new TreeMap<>();

    PrintedPositions(CertifiedTable table) {
        this.table = table;
        for (int row = 0; row < table.size(); row++) {
            rows.computeIfAbsent(position(row), each -> new ArrayList<>()).add(row);
        }
    }

    private Rational position(int row) {
        return table.printed(row, table.width());
    }

    /** The unit of a tie; null if a tie says nothing. */
    private @Nullable Rational unit(int row) {
        Rational unit = table.value(row, table.width() + 1);
        return unit == null || unit.signum() < 0 ? null : unit;
    }

    /** The inequality of a row and another at the next position, or at the same one with a unit. */
    @Override
    public Inequality named(String key) {
        int gap = key.lastIndexOf(' ');
        int row = Entries.number("pair ", gap < 0 ? key : key.substring(0, gap), table.size());
        int other = Entries.number(key.substring(0, gap + 1), key, table.size());
        boolean isTie = position(row).equals(position(other));
        Rational unit = isTie ? unit(row) : Rational.ZERO;
        checkArgument(
                row != other && unit != null && (isTie || position(other).equals(rows.higherKey(position(row)))),
                "the positions of %s and %s say nothing of \"%s\"",
                table.school(row),
                table.school(other),
                key);
        Rational[] lead = CertifiedRegion.zeros(table.width() + 2);
        Rational[] mine = table.row(row);
        Rational[] its = table.row(other);
        Arrays.setAll(lead, i -> i < mine.length ? mine[i].minus(its[i]) : Rational.ZERO);
        return Inequality.atLeast(lead, unit.negate());
    }

    @Override
    public void require(Rational[] point) {
        Rational[] sums = new Rational[table.size()];
        Rational[] weights = Arrays.copyOf(point, table.width());
        Arrays.setAll(sums, row -> Inequality.dot(table.row(row), weights));
        for (List<Integer> here : rows.values()) {
            Map.Entry<Rational, List<Integer>> next = rows.higherEntry(position(here.get(0)));
            List<Integer> worse = next == null ? List.of() : next.getValue();
            for (int row : here) {
                requireNotBelow(row, worse, Rational.ZERO, sums);
                Rational unit = unit(row);
                if (unit != null) {
                    requireNotBelow(row, here, unit, sums);
                }
            }
        }
    }

    /** Checks that the sum of a row is not below those of others by more than a unit. */
    private void requireNotBelow(int row, List<Integer> others, Rational unit, Rational[] sums) {
        for (int other : others) {
            checkArgument(
                    sums[row].plus(unit).compareTo(sums[other]) >= 0,
                    "with the weights given %s is above %s",
                    table.school(other),
                    table.school(row));
        }
    }
}
