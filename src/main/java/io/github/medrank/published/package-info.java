/**
 * Contains the methodologies of published rankings such as QS, THE and ARWU. Come here to reproduce a published
 * ranking, or to start from its weights.
 *
 * <p>Each methodology states the {@linkplain io.github.medrank.Provenance provenance} of its weights and how exactly it
 * reproduces the published results. Methodologies marked as illustrative lack unpublished parts. The library contains
 * weights, which are facts, but no published tables, which belong to their publishers.
 */
@NullMarked
package io.github.medrank.published;

import org.jspecify.annotations.NullMarked;
