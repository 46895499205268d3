/**
 * From a person to a shortlist: what matters, from statements and answers or as a profile of points, the schools that
 * suit, the skyline and its trade-offs.
 *
 * <p>How sure the ranks are comes in as {@link io.github.medrank.RankRange}s, however they were found.
 */
@NullMarked
package io.github.medrank.choice;

import org.jspecify.annotations.NullMarked;
