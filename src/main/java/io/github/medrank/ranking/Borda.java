package io.github.medrank.ranking;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;

@Immutable
enum Borda implements Derived {
    INSTANCE;

    /** A point for each school beaten, half a one for each tie. */
    @Override
    public Column derived(Column column) {
        int[] levels = Raw.levels(column);
        int[] upTo = new int[levels.length + 1]; // how many schools are below a level
        for (int level : levels) {
            upTo[level + 1]++;
        }
        for (int level = 1; level <= levels.length; level++) {
            upTo[level] += upTo[level - 1];
        }
        double[] points = new double[levels.length];
        for (int row = 0; row < points.length; row++) {
            int beaten = upTo[levels[row]];
            int tied = upTo[levels[row] + 1] - beaten - 1;
            points[row] = beaten + tied / 2.0;
        }
        return Column.of(column.indicator(), points);
    }

    @Override
    public String toString() {
        return "Borda count";
    }
}
