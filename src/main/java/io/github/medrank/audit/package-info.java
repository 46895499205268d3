/**
 * A published table read backwards: which weights and rules give every printed score, how far the table pins them down,
 * and what in the table contradicts itself or its stated methodology.
 *
 * <p>What is called proven here rests on exact arithmetic. Ranking forwards lives in the root; what would have to
 * change for a school lives in {@code insight}.
 */
@NullMarked
package io.github.medrank.audit;

import org.jspecify.annotations.NullMarked;
