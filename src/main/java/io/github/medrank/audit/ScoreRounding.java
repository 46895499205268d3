package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import java.math.RoundingMode;

/** Where a score may lie, given how it was printed. */
public enum ScoreRounding {
    /** At most half a unit of the last printed digit away: half up, half even or half down. */
    NEAREST("to nearest", RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.HALF_DOWN),
    /** Up to one unit above what is printed: cut off. */
    DOWN("down", RoundingMode.FLOOR),
    /** Up to one unit below what is printed. */
    UP("up", RoundingMode.CEILING),
    /** At most one unit away, on either side. */
    UNKNOWN(
            "in an unknown way",
            RoundingMode.HALF_UP,
            RoundingMode.HALF_EVEN,
            RoundingMode.HALF_DOWN,
            RoundingMode.FLOOR,
            RoundingMode.CEILING);

    private final String text;
    private final ImmutableList<RoundingMode> modes;

    ScoreRounding(String text, RoundingMode... modes) {
        this.text = text;
        this.modes = ImmutableList.copyOf(modes);
    }

    /** Returns the rounding modes that it stands for. */
    public ImmutableList<RoundingMode> modes() {
        return modes;
    }

    /** How many halves of a unit the score may lie below what is printed. */
    int halvesBelow() {
        return this == NEAREST ? 1 : this == DOWN ? 0 : 2;
    }

    /** How many halves of a unit the score may lie above what is printed. */
    int halvesAbove() {
        return this == NEAREST ? 1 : this == UP ? 0 : 2;
    }

    /** Returns the rounding in words. */
    @Override
    public String toString() {
        return text;
    }
}
