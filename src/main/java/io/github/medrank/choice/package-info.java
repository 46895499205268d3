/**
 * From a person to a shortlist: a profile of what matters, the schools that suit, the skyline and its trade-offs.
 *
 * <p>How sure the ranks are comes in as {@link io.github.medrank.RankRange}s, however they were found.
 */
@NullMarked
package io.github.medrank.choice;

import org.jspecify.annotations.NullMarked;
