package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import java.math.RoundingMode;

/** Defines how far a score may be from its printed value. */
public enum ScoreRounding {
    /** The score is at most half a unit of the last printed digit away; halves are rounded up, down or to even. */
    NEAREST("to nearest", RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.HALF_DOWN),
    /** The score is at most one unit above the printed value, because further digits were cut off. */
    DOWN("down", RoundingMode.FLOOR),
    /** The score is at most one unit below the printed value. */
    UP("up", RoundingMode.CEILING),
    /** The score is at most one unit away from the printed value, on either side. */
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

    /** Returns the rounding modes that this rounding includes. */
    public ImmutableList<RoundingMode> modes() {
        return modes;
    }

    /** The largest distance of the score below the printed value, in halves of a unit. */
    int halvesBelow() {
        return this == NEAREST ? 1 : this == DOWN ? 0 : 2;
    }

    /** The largest distance of the score above the printed value, in halves of a unit. */
    int halvesAbove() {
        return this == NEAREST ? 1 : this == UP ? 0 : 2;
    }

    /** Returns a description of the rounding. */
    @Override
    public String toString() {
        return text;
    }
}
