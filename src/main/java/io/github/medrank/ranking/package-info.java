/**
 * How normalised values and weights become scores: {@link io.github.medrank.ranking.Rankers} has them all.
 *
 * <p>Rounding, ties and bands do not live here; they are the root package's {@code Presentation}, for any ranker that
 * is plugged in.
 */
@NullMarked
package io.github.medrank.ranking;

import org.jspecify.annotations.NullMarked;
