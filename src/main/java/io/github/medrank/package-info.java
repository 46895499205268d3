/**
 * The model of medrank: schools, indicators, tables of values, weights, the plug-in points of a methodology, and the
 * ranking it makes.
 *
 * <p>Here live the nouns and the few values they speak in, exact scores, positions and the one renderer of aligned
 * text. Formulas live in the rooms below ({@code normalization}, {@code weighting}, {@code ranking}, …); nothing here
 * knows them. Everything is immutable and safe to share between threads unless its page says otherwise.
 *
 * <p>One word means one thing throughout the library:
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
 * <p>The ends of a range of positions are its <em>best</em> and <em>worst</em>, those of a range of numbers its
 * <em>low</em> and <em>high</em>.
 *
 * <p>Throughout the library a {@code double} stands for the decimal that {@link Double#toString(double)} prints, so
 * that 0.1 is one tenth; sums, comparisons and rounding are decided on those decimals.
 */
@NullMarked
package io.github.medrank;

import org.jspecify.annotations.NullMarked;
