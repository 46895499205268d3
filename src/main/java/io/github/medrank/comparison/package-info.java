/**
 * Two rankings or several: lists of positions from any source, correlation and overlap, who moved, and consensus.
 *
 * <p>Why a school moved is a question for {@code insight}.
 */
@NullMarked
package io.github.medrank.comparison;

import org.jspecify.annotations.NullMarked;
