/**
 * Computes indicators from raw evidence: reputation surveys, papers and their citations, and international research
 * networks.
 *
 * <p>Come here if you have ballots or papers rather than finished indicator values. Add the records to accumulators,
 * which can be merged and serialized. A tally of an accumulator returns columns for an indicator table, and
 * {@link io.github.medrank.evidence.Bootstrap} draws replicates of them. Use the package {@code normalization} to bring
 * the columns to a common scale.
 */
@NullMarked
package io.github.medrank.evidence;

import org.jspecify.annotations.NullMarked;
