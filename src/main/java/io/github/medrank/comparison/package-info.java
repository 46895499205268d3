/**
 * Compares rankings. Come here to ask how alike two rankings are, which schools moved, what the top of two lists has in
 * common, or what consensus several rankings allow.
 *
 * <p>Begin with {@link io.github.medrank.comparison.RankComparison} for two rankings and with
 * {@link io.github.medrank.comparison.Consensus} for several. A {@link io.github.medrank.comparison.RankedList} holds
 * positions from any source. To explain why a school moved, see {@code io.github.medrank.insight}.
 */
@NullMarked
package io.github.medrank.comparison;

import org.jspecify.annotations.NullMarked;
