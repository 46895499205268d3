/**
 * Holds exact answers together with their proofs. Come here to check such an answer independently: a certificate
 * contains the numbers, the claim and the proof, and checking it takes only addition, multiplication and comparison of
 * fractions.
 *
 * <p>Begin with {@link io.github.medrank.certificate.Certificate}. This package neither finds proofs nor depends on the
 * code that does: {@code io.github.medrank.weightspace} and {@code io.github.medrank.audit} create certificates, and
 * {@code io.github.medrank.text} writes them as text.
 */
@NullMarked
package io.github.medrank.certificate;

import org.jspecify.annotations.NullMarked;
