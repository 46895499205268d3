package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.util.Optional;

/** Decides which schools are ranked. This is a plug-in point; a lambda will do. */
@Immutable
@FunctionalInterface
public interface Eligibility {
    /**
     * Judges a school by its raw values and its attributes.
     *
     * @param row the school with its raw values
     * @return empty if the school is to be ranked; otherwise the reason why it is listed without a position
     */
    Optional<String> refusal(Row row);

    /** Ranks every school. */
    static Eligibility everySchool() {
        return EverySchoolEligible.INSTANCE;
    }
}

@Immutable
enum EverySchoolEligible implements Eligibility {
    INSTANCE;

    @Override
    public Optional<String> refusal(Row row) {
        requireNonNull(row, "row");
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "every school";
    }
}
