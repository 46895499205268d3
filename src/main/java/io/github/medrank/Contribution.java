package io.github.medrank;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;

/**
 * What one indicator adds to a school's score.
 *
 * @param indicator the indicator
 * @param value the value given, or the reason why there is none
 * @param normalized the value the ranker saw: normalised, and filled where it was missing
 * @param weight the indicator's points as written
 * @param points what it adds to the score before rescaling, exactly
 */
@Immutable
public record Contribution(Indicator indicator, Cell value, Cell normalized, BigDecimal weight, Rational points) {}
