/**
 * Helps a person choose a school. Come here to turn statements such as "research matters more than reputation" into
 * weights, and to get a shortlist with trade-offs.
 *
 * <p>Begin with {@link io.github.medrank.choice.WhatMatters} for statements and answers to questions, or with
 * {@link io.github.medrank.choice.Profile} for weights and must-haves. A {@link io.github.medrank.choice.Shortlist}
 * takes {@link io.github.medrank.RankRange}s from any analysis to show how certain the positions are.
 */
@NullMarked
package io.github.medrank.choice;

import org.jspecify.annotations.NullMarked;
