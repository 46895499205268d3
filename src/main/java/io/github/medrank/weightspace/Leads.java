package io.github.medrank.weightspace;

import io.github.medrank.Presentation;
import java.math.RoundingMode;

/**
 * Decides whether a rival is ahead of a school throughout a box, nowhere in it, or neither as far as doubles can tell.
 * "Ahead" is as the presentation shows it; for rounded scores this takes more than a lead.
 */
final class Leads {
    private final LinearModel model;
    private final RoundingMode rounding;
    /** The number of units per point: 10 for one decimal; 0 if exact scores are ranked. */
    private final double units;

    private int school;
    private Box box;
    private double lowest;
    private double highest;

    Leads(LinearModel model, Presentation shown) {
        boolean rounds = shown.decimals().isPresent() && shown.ranksRounded();
        this.model = model;
        this.rounding = shown.rounding();
        this.units = rounds && rounding != RoundingMode.UNNECESSARY
                ? Math.pow(10, shown.decimals().getAsInt())
                : 0;
        this.box = new Box(new double[model.width()], new double[model.width()]);
    }

    /** A lead above this is also a lead on rounded scores. Rounding towards zero may lose two units. */
    double margin() {
        if (units == 0) {
            return 0;
        }
        return (rounding == RoundingMode.DOWN ? 2 : 1) / units;
    }

    /**
     * Whether a lead equal to the margin suffices. It does unless halves at both ends may be rounded to the same
     * number.
     */
    boolean atMarginToo() {
        return units != 0 && rounding != RoundingMode.HALF_EVEN && rounding != RoundingMode.HALF_DOWN;
    }

    void enter(int newSchool, Box newBox) {
        school = newSchool;
        box = newBox;
        if (units != 0) {
            double[] range = box.range(model.values(school));
            lowest = leastUnits(range[0]);
            highest = mostUnits(range[1]);
        }
    }

    boolean rounds() {
        return units != 0;
    }

    /**
     * The smallest whole number of units to which the school's score may be rounded in the box; 0 if nothing is
     * rounded.
     */
    double lowestUnits() {
        return units == 0 ? 0 : lowest;
    }

    /** The largest whole number of units to which the school's score may be rounded in the box. */
    double highestUnits() {
        return units == 0 ? 0 : highest;
    }

    /**
     * Returns 1 if the rival is certainly ahead, −1 if it certainly is not, and 0 if that is open. The preferred school
     * is ahead if both are level.
     */
    int verdict(int rival, boolean preferred) {
        double[] range = box.range(model.difference(rival, school));
        if (range[0] > margin() + model.error()) {
            return 1;
        }
        if (range[1] < -model.error() && (units == 0 || !preferred)) {
            return -1;
        }
        if (units == 0) {
            return 0;
        }
        double[] scores = box.range(model.values(rival));
        double least = leastUnits(scores[0]);
        if (least > highest || (least == highest && preferred)) {
            return 1;
        }
        double most = mostUnits(scores[1]);
        return most < lowest || (most == lowest && !preferred) ? -1 : 0;
    }

    static boolean isHalf(RoundingMode rounding) {
        return rounding == RoundingMode.HALF_UP
                || rounding == RoundingMode.HALF_DOWN
                || rounding == RoundingMode.HALF_EVEN;
    }

    /** The smallest whole number of units to which a score of at least this may be rounded. */
    private double leastUnits(double score) {
        double scaled = (score - 2 * model.error()) * units;
        return isHalf(rounding) ? Math.ceil(scaled - 0.5) : Math.floor(scaled);
    }

    private double mostUnits(double score) {
        double scaled = (score + 2 * model.error()) * units;
        return isHalf(rounding) ? Math.floor(scaled + 0.5) : Math.ceil(scaled);
    }

    /** The indicator along which the leads of the open rivals vary most within the box. */
    int splitAt(int of, Box within, int[] open) {
        int widest = 0;
        double most = -1;
        for (int i = 0; i < model.width(); i++) {
            double spread = 0;
            for (int rival : open) {
                spread += Math.abs(model.value(rival, i) - model.value(of, i));
            }
            double extent = within.room(i) * (spread + Double.MIN_NORMAL);
            if (extent > most) {
                most = extent;
                widest = i;
            }
        }
        return widest;
    }
}
