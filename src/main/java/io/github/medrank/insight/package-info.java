/**
 * Explains a ranking, and explores changes to it.
 *
 * <p>Come here to see why one school is above another ({@link io.github.medrank.insight.Duel}), where a school is
 * strong ({@link io.github.medrank.insight.Strengths}), what it needs to reach a goal ({@link
 * io.github.medrank.insight.WhatMustChange}), what a change of values or method does ({@link
 * io.github.medrank.insight.WhatIf}), and what changed between two editions ({@link
 * io.github.medrank.insight.Editions}). The package {@code comparison} compares whole rankings, and {@code choice}
 * makes shortlists.
 */
@NullMarked
package io.github.medrank.insight;

import org.jspecify.annotations.NullMarked;
