/**
 * How can a reader check that an answer is right? A certificate holds the numbers, the claim and its proof, and is
 * checked by adding, multiplying and comparing fractions.
 *
 * <p>This package finds no proofs and knows nothing of the code that does: {@code weightspace} and {@code audit} write
 * certificates, and the text of one is written by {@code text}.
 */
@NullMarked
package io.github.medrank.certificate;

import org.jspecify.annotations.NullMarked;
