/**
 * Why and what if: values that answer what people ask of a ranking.
 *
 * <p>Strengths, duels, what must change to overtake, what-if, and what changed from one edition to the next.
 * Comparisons of whole rankings live in {@code comparison}, shortlists in {@code choice}.
 */
@NullMarked
package io.github.medrank.insight;

import org.jspecify.annotations.NullMarked;
