package io.github.medrank.audit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What in a published table contradicts itself, or its stated methodology.
 *
 * <p>A clean table has no findings. Names, cells, positions against printed scores, ties and bands need the table
 * alone; scores are checked against the methodology that is stated, or else against the rule that {@link Recovery}
 * finds for all rows but a few.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var yale = School.of("Yale");
 * var oxford = School.of("Oxford");
 * var table = IndicatorTable.builder(papers).row(yale, 80).row(oxford, 70)
 *     .published(yale, PublishedResult.of("2", "80.0")).published(oxford, PublishedResult.of("1", "70.0")).build();
 * Audit.of(table).findings().get(0).kind() // ==> position contradicts the printed score
 * }</pre>
 */
@Immutable
public final class Audit {
    private static final Comparator<Finding> WEIGHTIEST_FIRST = Comparator.comparing(Finding::kind)
            .thenComparing(finding -> -finding.schools().size());

    private final ImmutableList<Finding> findings;
    private final ImmutableList<String> notChecked;
    private final ImmutableList<School> schools;

    private Audit(IndicatorTable table, ScoreChecks.Checked scores) {
        List<Finding> sorted = new ArrayList<>(TableChecks.of(table));
        sorted.addAll(scores.findings());
        sorted.sort(WEIGHTIEST_FIRST);
        this.findings = ImmutableList.copyOf(sorted);
        this.notChecked = ImmutableList.<String>builder()
                .addAll(scores.notChecked())
                .addAll(PositionChecks.notChecked(table))
                .build();
        this.schools = table.schools();
    }

    /**
     * Audits a table by itself. What its rows do not suffice for is {@linkplain #notChecked() not checked}.
     *
     * @throws io.github.medrank.InterruptedRunException if the calling thread is interrupted
     */
    public static Audit of(IndicatorTable table) {
        requireNonNull(table, "table");
        return new Audit(table, ScoreChecks.byRecovery(table));
    }

    /**
     * Audits a table against the methodology that its publisher states.
     *
     * @throws IllegalArgumentException if the methodology cannot rank the table
     */
    public static Audit of(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        requireNonNull(table, "table");
        return new Audit(table, ScoreChecks.of(methodology, table));
    }

    /** Returns the findings, the weightiest kind first, those of more rows before those of fewer. */
    public ResultList<Finding> findings() {
        return ResultList.copyOf(findings);
    }

    /** Returns the findings of a kind. */
    public ResultList<Finding> findings(FindingKind kind) {
        requireNonNull(kind, "kind");
        return findings.stream().filter(each -> each.kind() == kind).collect(ResultList.toResultList());
    }

    /** Returns the findings that name a school. */
    public ResultList<Finding> findings(School school) {
        requireNonNull(school, "school");
        return findings.stream().filter(each -> each.schools().contains(school)).collect(ResultList.toResultList());
    }

    /**
     * Returns the findings that name a school, looked up as {@link SchoolLookup} does.
     *
     * @throws IllegalArgumentException if the table does not have the school
     */
    public ResultList<Finding> findings(String school) {
        return findings(SchoolLookup.of(schools).school(requireNonNull(school, "school")));
    }

    /**
     * Returns what was not checked, each with the reason: that nothing was found there says nothing. Empty if every
     * printed score, position and band was held against something.
     */
    public ResultList<String> notChecked() {
        return ResultList.copyOf(notChecked);
    }

    /** Returns how many findings there are of each kind, the most frequent first. */
    public ImmutableMultiset<FindingKind> counts() {
        Multiset<FindingKind> counts =
                findings.stream().map(Finding::kind).collect(ImmutableMultiset.toImmutableMultiset());
        return Multisets.copyHighestCountFirst(counts);
    }

    /** Returns whether nothing odd was found in what was checked. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** Returns whether the other object has the same findings, and did not check the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Audit that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(findings, notChecked);
    }

    /** Returns the findings, one line each, as many as JShell shows, how many there are, and what was not checked. */
    @Override
    public String toString() {
        String rest = notChecked.stream().map(each -> "\nnot checked: " + each).collect(Collectors.joining());
        if (findings.isEmpty()) {
            return "no findings" + rest;
        }
        TextTable.Builder table = TextTable.builder("Finding").left("What");
        findings.stream()
                .limit(TextTable.briefRows(findings.size()))
                .forEach(each -> table.row(each.kind(), each.sentence()));
        table.note(findings.size() + (findings.size() == 1 ? " finding" : " findings"));
        return table.build().brief(findings.size(), "findings()") + rest;
    }
}
