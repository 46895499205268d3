package io.github.medrank.choice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.School;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A comparison to ask a person about. It compares two schools of the table, or two profiles that differ in two
 * indicators and are alike in all others. {@link WhatMatters#nextQuestion} proposes questions,
 * {@link WhatMatters#answer} takes the answers.
 */
@Immutable
public final class Question {
    private final Option first;
    private final Option second;
    private final ImmutableMap<Indicator, Double> lead;
    private final int top;
    private final double bits;
    private final double chance;

    Question(Option first, Option second, ImmutableMap<Indicator, Double> lead, int top, double bits, double chance) {
        this.first = first;
        this.second = second;
        this.lead = lead;
        this.top = top;
        this.bits = bits;
        this.chance = chance;
    }

    /**
     * One of the two alternatives.
     *
     * @param school the school; empty for a profile
     * @param values the values of the school, or those of the profile on the two indicators in which the profiles
     *     differ
     */
    @Immutable
    @SuppressWarnings("Immutable") // an optional school does not change
    public record Option(Optional<School> school, ImmutableMap<Indicator, Cell> values) {
        /** Creates an alternative. */
        public Option {
            requireNonNull(school, "school");
            requireNonNull(values, "values");
        }

        /** Returns the school's name, or the profile's values. */
        @Override
        public String toString() {
            return school.map(School::name)
                    .orElseGet(() -> values.entrySet().stream()
                            .map(each -> each.getKey().name() + " " + each.getValue())
                            .collect(Collectors.joining(" and ")));
        }
    }

    /** Returns the first alternative. */
    public Option first() {
        return first;
    }

    /** Returns the second alternative. */
    public Option second() {
        return second;
    }

    /** Returns the n of the top n: the question is meant to find out which schools are among them. */
    public int top() {
        return top;
    }

    /**
     * Returns the expected information of the answer about which schools are in the top, in bits; at most 1. The
     * answers counted are the first and the second alternative.
     */
    public double bits() {
        return bits;
    }

    /** Returns the share of the weights considered under which the first alternative is better. */
    public double chanceOfFirst() {
        return chance;
    }

    /** The lead of the first alternative over the second on each indicator in which they differ. */
    ImmutableMap<Indicator, Double> lead() {
        return lead;
    }

    /** Whether the other question compares the same alternatives in the same order. */
    boolean isLike(Question other) {
        return first.equals(other.first) && second.equals(other.second);
    }

    /**
     * Returns whether the other question compares equal alternatives for the same top, with the same expected
     * information.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Question that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return ImmutableList.of(first, second, lead, top, bits, chance);
    }

    /** Returns the question as text, with its expected information. */
    @Override
    public String toString() {
        String same = first.school.isPresent() ? "" : ", all else alike";
        return first + " or " + second + same + String.format(Locale.ROOT, "? (%.2f bits about the top %d)", bits, top);
    }
}
