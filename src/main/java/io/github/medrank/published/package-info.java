/**
 * Methodologies as their publishers run them, each with the provenance of its weights and how exactly it reproduces
 * what was published. Weights are facts and live here; published tables belong to their publishers and do not.
 */
@NullMarked
package io.github.medrank.published;

import org.jspecify.annotations.NullMarked;
