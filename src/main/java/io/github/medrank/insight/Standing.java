package io.github.medrank.insight;

import com.google.errorprone.annotations.Immutable;

/**
 * A school's standing after a change.
 *
 * @param place the competition place; 0 if the school is not ranked
 * @param position the position as a number, under any tie rule; the place if bands are shown
 * @param sharers the number of other schools with the same place
 * @param rivalPlace the competition place of the school to overtake; 0 if there is none or it is not ranked
 */
@Immutable
record Standing(int place, double position, int sharers, int rivalPlace) {
    static final Standing UNRANKED = new Standing(0, 0, 0, 0);
}
