/**
 * What an output depends on: Sobol' indices of weights and methods, one change at a time, rank reversals, and the
 * coherence of the indicators with their effective weights.
 *
 * <p>How often each position occurs when things vary is a question for {@code robustness}.
 */
@NullMarked
package io.github.medrank.sensitivity;

import org.jspecify.annotations.NullMarked;
