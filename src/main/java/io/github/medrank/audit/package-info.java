/**
 * Analyses published tables. Come here to recover the weights and rules that give every printed score, to see how
 * precisely the table determines them, and to find contradictions within the table or with its stated methodology.
 *
 * <p>Begin with {@link io.github.medrank.audit.Recovery} for weights and rules, and with
 * {@link io.github.medrank.audit.Audit} for contradictions. Results that are called proven rest on exact arithmetic. To
 * rank schools with a known methodology, see {@link io.github.medrank.Methodology}; to find out what a school would
 * have to change, see {@code io.github.medrank.insight}.
 */
@NullMarked
package io.github.medrank.audit;

import org.jspecify.annotations.NullMarked;
