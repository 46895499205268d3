package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An irregularity in a published table: its kind, its rows, the numbers, and a sentence. It says nothing about motives.
 */
@Immutable
public final class Finding {
    private final FindingKind kind;
    private final ImmutableList<School> schools;
    private final ImmutableMap<String, BigDecimal> evidence;
    private final String sentence;

    private Finding(
            FindingKind kind,
            ImmutableList<School> schools,
            ImmutableMap<String, BigDecimal> evidence,
            String sentence) {
        this.kind = kind;
        this.schools = schools;
        this.evidence = evidence;
        this.sentence = sentence;
    }

    static Finding of(
            FindingKind kind, List<School> schools, ImmutableMap<String, BigDecimal> evidence, String sentence) {
        return new Finding(kind, ImmutableList.copyOf(schools), evidence, sentence);
    }

    static Finding of(FindingKind kind, School school, ImmutableMap<String, BigDecimal> evidence, String sentence) {
        return new Finding(kind, ImmutableList.of(school), evidence, sentence);
    }

    /** Returns the kind of irregularity. */
    public FindingKind kind() {
        return kind;
    }

    /** Returns the rows concerned, in the table's order or in the order of their scores. */
    public ResultList<School> schools() {
        return ResultList.copyOf(schools);
    }

    /** Returns the numbers, such as {@code printed} and {@code computed}; may be empty. */
    public ImmutableMap<String, BigDecimal> evidence() {
        return evidence;
    }

    /** Returns a sentence that describes the irregularity. */
    public String sentence() {
        return sentence;
    }

    /** Returns whether the other object is an equal finding. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(kind, schools, evidence, sentence);
    }

    /** Returns the kind and the sentence. */
    @Override
    public String toString() {
        return kind + ": " + sentence;
    }
}
