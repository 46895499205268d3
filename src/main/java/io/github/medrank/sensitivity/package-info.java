/**
 * Measures what a ranking depends on. Come here to find out which weight or method choice matters most, what a single
 * change does, whether the order of two schools depends on a third, and whether the indicators belong together.
 *
 * <p>Begin with {@link io.github.medrank.sensitivity.RankSensitivity},
 * {@link io.github.medrank.sensitivity.OneAtATime}, {@link io.github.medrank.sensitivity.RankReversals} or
 * {@link io.github.medrank.sensitivity.Coherence}. For the distribution of positions under random variation, see
 * {@code io.github.medrank.robustness}.
 */
@NullMarked
package io.github.medrank.sensitivity;

import org.jspecify.annotations.NullMarked;
