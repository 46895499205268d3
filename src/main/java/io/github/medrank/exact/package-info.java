/**
 * The arithmetic and the texts that more than one room needs: decimals, pairs of doubles, moments, sums without
 * rounding, eigenvalues, small linear programs, random streams, the formatting of numbers, the folding of names.
 *
 * <p>Not exported: its classes are public only so that the other rooms can use them, and may change in any version.
 */
@NullMarked
package io.github.medrank.exact;

import org.jspecify.annotations.NullMarked;
