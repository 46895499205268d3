/**
 * Why and what if: values that answer what people ask of a ranking.
 *
 * <p>Comparisons of schools, of rankings and of editions, what must change to overtake, consensus of several rankings,
 * shortlists for a person. How sure a rank is does not live here; a shortlist takes such figures as plain inputs.
 */
@NullMarked
package io.github.medrank.insight;

import org.jspecify.annotations.NullMarked;
