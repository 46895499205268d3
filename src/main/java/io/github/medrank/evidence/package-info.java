/**
 * From raw evidence to indicators: reputation surveys, papers and their citations, and the international research
 * network. Records go into accumulators that merge and travel; tallies come out whose columns make an indicator table,
 * and bootstrap replicates of them. Scaling to points is done elsewhere.
 */
@NullMarked
package io.github.medrank.evidence;

import org.jspecify.annotations.NullMarked;
