/**
 * Contains the arithmetic and the text handling that several packages share: decimals, pairs of doubles, moments, exact
 * sums, eigenvalues, small linear programs, random streams, the formatting of numbers and the folding of names.
 *
 * <p>This package is not exported. Its classes are public only so that other packages of the library can use them, and
 * may change in any version.
 */
@NullMarked
package io.github.medrank.exact;

import org.jspecify.annotations.NullMarked;
