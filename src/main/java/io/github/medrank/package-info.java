/**
 * The model of medrank: schools, indicators, tables of values, weights, methodologies with their plug-in points, and
 * rankings.
 *
 * <p>Come here first: every other package works with these types. The package also holds exact numbers, positions and
 * the renderer of aligned text. Formulas live in the other packages ({@code normalization}, {@code weighting},
 * {@code ranking}, …), which depend on this one. All types are immutable and safe to share between threads, unless
 * their page says otherwise.
 *
 * <p>Each term has one meaning throughout the library:
 *
 * <ul>
 *   <li><em>points</em>: an indicator's weight as written, such as 40;
 *   <li><em>share</em>: its points divided by those of all indicators, such as 2/5;
 *   <li><em>contribution</em>: what an indicator adds to a school's score;
 *   <li><em>score</em>: the composite of a school, exact, or as presented, which may be rescaled and rounded;
 *   <li><em>place</em>: one more than the number of schools that score better, a whole number, before tie rules and
 *     bands;
 *   <li><em>position</em>: where a school stands as it is shown: {@code 26}, {@code =26}, {@code 201–250};
 *   <li><em>rank</em>: only in the names of formulas and types ({@code RankRange}), and as a verb.
 * </ul>
 *
 * <p>A range of positions has a <em>best</em> and a <em>worst</em> end; a range of numbers has a <em>low</em> and a
 * <em>high</em> end.
 *
 * <p>Throughout the library, a {@code double} stands for the decimal that {@link Double#toString(double)} prints, so
 * 0.1 is exactly one tenth. Sums, comparisons and rounding are decided on those decimals.
 */
@NullMarked
package io.github.medrank;

import org.jspecify.annotations.NullMarked;
