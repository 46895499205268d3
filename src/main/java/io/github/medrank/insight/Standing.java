package io.github.medrank.insight;

import com.google.errorprone.annotations.Immutable;

/**
 * Where a school would stand after a change.
 *
 * @param place the competition place; 0 if it is not ranked
 * @param position the position as a number, under any tie rule; the place where bands are shown
 * @param sharers how many others have the same place
 * @param rivalPlace the competition place of the school to pass; 0 if there is none or it is not ranked
 */
@Immutable
record Standing(int place, double position, int sharers, int rivalPlace) {
    static final Standing UNRANKED = new Standing(0, 0, 0, 0);
}
