package io.github.medrank.comparison;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import io.github.medrank.exact.NumberText;

/**
 * How far a school moved from one ranking to another.
 *
 * @param school the school
 * @param from its position in the first
 * @param to its position in the second
 */
@Immutable
public record RankMove(School school, double from, double to) {
    /** Places gained: positive for a rise, negative for a fall. */
    public double gain() {
        return from - to + 0.0;
    }

    /** The move in words: {@code Yale (US): 11 → 8, +3}. */
    @Override
    public String toString() {
        String sign = gain() > 0 ? "+" : gain() < 0 ? "−" : "±";
        return school + ": " + NumberText.plain(from) + " → " + NumberText.plain(to) + ", " + sign
                + NumberText.plain(Math.abs(gain()));
    }
}
