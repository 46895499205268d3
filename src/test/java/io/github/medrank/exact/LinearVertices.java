package io.github.medrank.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All vertices of a small program, free variables being differences of two that are not: one by one, in longs. */
final class LinearVertices {
    boolean feasible;

    @Nullable
    Fraction best;

    private final SmallProgram program;
    private final int width;
    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> senses = new ArrayList<>();

    LinearVertices(SmallProgram program) {
        this.program = program;
        int columns = program.free().length;
        for (boolean free : program.free()) {
            columns += free ? 1 : 0;
        }
        this.width = columns;
        for (int r = 0; r < program.rows().length; r++) {
            rows.add(split(program.rows()[r], program.bounds()[r]));
            senses.add(program.senses()[r]);
        }
        for (int i = 0; i < width; i++) {
            long[] row = new long[width + 1];
            row[i] = 1;
            rows.add(row);
            senses.add(1);
        }
        choose(0, new ArrayList<>());
    }

    private long[] split(int[] row, int bound) {
        long[] split = new long[width + 1];
        int at = row.length;
        for (int i = 0; i < row.length; i++) {
            split[i] = row[i];
            if (program.free()[i]) {
                split[at++] = -row[i];
            }
        }
        split[width] = bound;
        return split;
    }

    private void choose(int from, List<long[]> chosen) {
        if (chosen.size() == width) {
            visit(chosen);
            return;
        }
        for (int r = from; r < rows.size(); r++) {
            chosen.add(rows.get(r));
            choose(r + 1, chosen);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** Gauss and Jordan without fractions: each row is divided by the pivot before, without remainder. */
    private void visit(List<long[]> chosen) {
        long[][] a = chosen.stream().map(long[]::clone).toArray(long[][]::new);
        long last = 1;
        for (int k = 0; k < width; k++) {
            int at = k;
            while (at < width && a[at][k] == 0) {
                at++;
            }
            if (at == width) {
                return;
            }
            long[] swap = a[at];
            a[at] = a[k];
            a[k] = swap;
            for (int r = 0; r < width; r++) {
                long factor = a[r][k];
                for (int j = 0; j <= width && r != k; j++) {
                    a[r][j] = (a[r][j] * a[k][k] - factor * a[k][j]) / last;
                }
            }
            last = a[k][k];
        }
        long[] point = new long[width];
        for (int k = 0; k < width; k++) {
            point[k] = last > 0 ? a[k][width] : -a[k][width];
        }
        judge(point, Math.abs(last));
    }

    private void judge(long[] point, long denominator) {
        for (int r = 0; r < rows.size(); r++) {
            long slack = -rows.get(r)[width] * denominator;
            for (int i = 0; i < width; i++) {
                slack += rows.get(r)[i] * point[i];
            }
            int sense = senses.get(r);
            if (sense == 0 ? slack != 0 : slack * sense < 0) {
                return;
            }
        }
        long[] costs = split(program.objective(), 0);
        long value = 0;
        for (int i = 0; i < width; i++) {
            value += costs[i] * point[i];
        }
        Fraction here = new Fraction(BigInteger.valueOf(value), BigInteger.valueOf(denominator));
        feasible = true;
        if (best == null || (program.maximised() ? here.compareTo(best) > 0 : here.compareTo(best) < 0)) {
            best = here;
        }
    }
}
