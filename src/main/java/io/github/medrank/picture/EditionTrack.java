package io.github.medrank.picture;

import io.github.medrank.School;
import java.util.OptionalDouble;

/** A school with its row and its position in each edition, where 0 means that it is absent. */
final class EditionTrack {
    private final School school;
    private final int[] rows;
    private final double[] positions;

    EditionTrack(School school, double[] positions) {
        this.school = school;
        this.rows = new int[positions.length];
        this.positions = positions;
    }

    School school() {
        return school;
    }

    int rowIn(int edition) {
        return rows[edition];
    }

    /** The position in an edition; infinite if the school is absent. */
    double positionIn(int edition) {
        return positions[edition] > 0 ? positions[edition] : Double.POSITIVE_INFINITY;
    }

    void place(int edition, int row) {
        rows[edition] = row;
    }

    boolean isIn(int edition) {
        return positions[edition] > 0;
    }

    int last() {
        return rows.length - 1;
    }

    /** The number of positions gained from the first edition to the last; empty if the school is not in both. */
    OptionalDouble gain() {
        return isIn(0) && isIn(last()) ? OptionalDouble.of(positions[0] - positions[last()]) : OptionalDouble.empty();
    }

    boolean isInBoth(int one, int other) {
        return other >= 0 && other < rows.length && isIn(one) && isIn(other);
    }

    /** The colour of the line, which depends on whether the school rose, fell or neither. */
    String colour(Palette palette) {
        double gain = gain().orElse(0);
        return gain > 0 ? palette.up() : gain < 0 ? palette.down() : palette.faint();
    }

    /** The change from the first edition to the last, as a mark and a number of positions. */
    String change() {
        if (gain().isEmpty()) {
            return isIn(last()) ? "new" : "";
        }
        double gain = gain().getAsDouble();
        String places = SvgCanvas.plain(Math.abs(gain), 2);
        return gain > 0 ? "▲ " + places : gain < 0 ? "▼ " + places : "•";
    }
}
