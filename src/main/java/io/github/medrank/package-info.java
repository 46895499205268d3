/**
 * The model of medrank: schools, indicators, tables of values, weights, the plug-in points of a methodology, and the
 * ranking it makes.
 *
 * <p>Here live the nouns and the few values they speak in, exact scores, positions and the one renderer of aligned
 * text. Formulas live in the rooms below ({@code normalization}, {@code weighting}, {@code ranking}, …); nothing here
 * knows them. Everything is immutable and safe to share between threads unless its page says otherwise.
 *
 * <p>Throughout the library a {@code double} stands for the decimal that {@link Double#toString(double)} prints, so
 * that 0.1 is one tenth; sums, comparisons and rounding are decided on those decimals.
 */
@NullMarked
package io.github.medrank;

import org.jspecify.annotations.NullMarked;
