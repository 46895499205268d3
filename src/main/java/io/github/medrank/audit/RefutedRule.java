package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.certificate.Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule that does not fit for any weights, with rows whose printed scores contradict each other under it. */
@Immutable
@SuppressWarnings("Immutable") // what writes the certificate is not written to
public final class RefutedRule {
    private final ScoreRule rule;
    private final ImmutableList<School> rows;
    private final boolean proven;
    private final Optional<RuleCertificate> certificate;
    private final ImmutableMap<Weights, ImmutableSet<School>> checkedAt;

    private RefutedRule(
            ScoreRule rule,
            ImmutableList<School> rows,
            boolean proven,
            Optional<RuleCertificate> certificate,
            ImmutableMap<Weights, ImmutableSet<School>> checkedAt) {
        this.rule = rule;
        this.rows = rows;
        this.proven = proven;
        this.certificate = certificate;
        this.checkedAt = checkedAt;
    }

    static RefutedRule proven(ScoreRule rule, ImmutableList<School> rows, Optional<RuleCertificate> certificate) {
        return new RefutedRule(rule, rows, true, certificate, ImmutableMap.of());
    }

    /** A rule for which no weights were found that fit all rows, although some fit those that are linear. */
    static RefutedRule notFound(
            ScoreRule rule, ImmutableList<School> rows, ImmutableMap<Weights, ImmutableSet<School>> checkedAt) {
        return new RefutedRule(rule, rows, false, Optional.empty(), checkedAt);
    }

    /** Returns the refuted rule. */
    public ScoreRule rule() {
        return rule;
    }

    /**
     * Returns the rows that contradict each other, because no weights give all their scores. It is empty if the rule
     * has no meaning for the table, such as a geometric mean of negative numbers.
     */
    public ResultList<School> rows() {
        return ResultList.copyOf(rows);
    }

    /**
     * Returns whether exact multipliers of these rows prove the contradiction. Otherwise the rows are not linear under
     * the rule, and no weights were found that fit them among those that the other rows allow.
     */
    public boolean isProven() {
        return proven;
    }

    /**
     * Returns the weights at which the search for weights that also fit the rows that are not linear ended, each with
     * the schools whose printed score it does not give. It is empty if the rule is {@linkplain #isProven proven} not to
     * fit, or if only a few simple weights could be tried.
     */
    public ImmutableMap<Weights, ImmutableSet<School>> checkedAt() {
        return checkedAt;
    }

    /**
     * Returns the proof that no weights give the scores, or the positions. It is computed when it is requested. If the
     * rule is also refuted on the most general linear scale, the proof uses that scale, because it contains the others.
     *
     * @return the certificate; empty if the rule is not {@linkplain #isProven proven} not to fit, is a geometric mean,
     *     or a harmonic mean of values or scores that are not all above 0
     */
    public Optional<Certificate> certificate() {
        return certificate.flatMap(RuleCertificate::noWeights);
    }

    /** Returns whether the other object is an equal rule refuted by equal rows. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RefutedRule that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(rule, rows, proven);
    }

    /** Returns the rule and the contradicting rows. */
    @Override
    public String toString() {
        String who = rows.stream().map(School::name).collect(Collectors.joining("; "));
        String why = !proven
                ? "no weights were found that fit " + (rows.isEmpty() ? "all rows" : "also " + who)
                : rows.isEmpty() ? "has no meaning for these values" : "contradicted by " + who;
        return rule + ": " + why;
    }
}
