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
 * The contradictions within a published table, or between the table and its stated methodology.
 *
 * <p>A consistent table has no findings. Names, cells, positions, ties and bands are checked with the table alone.
 * Scores are checked against the stated methodology or, if there is none, against the rule that {@link Recovery} finds
 * for all but a few rows.
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
     * Audits a table without a stated methodology. Checks that need more rows than the table has are listed as
     * {@linkplain #notChecked() not checked}.
     *
     * @throws io.github.medrank.InterruptedRunException if the calling thread is interrupted
     */
    public static Audit of(IndicatorTable table) {
        requireNonNull(table, "table");
        return new Audit(table, ScoreChecks.byRecovery(table));
    }

    /**
     * Audits a table against the methodology stated by its publisher.
     *
     * @throws IllegalArgumentException if the methodology cannot rank the table
     */
    public static Audit of(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        requireNonNull(table, "table");
        return new Audit(table, ScoreChecks.of(methodology, table));
    }

    /** Returns the findings, the most serious kind first; within a kind, those that concern more rows come first. */
    public ResultList<Finding> findings() {
        return ResultList.copyOf(findings);
    }

    /** Returns the findings of one kind. */
    public ResultList<Finding> findings(FindingKind kind) {
        requireNonNull(kind, "kind");
        return findings.stream().filter(each -> each.kind() == kind).collect(ResultList.toResultList());
    }

    /** Returns the findings that concern a school. */
    public ResultList<Finding> findings(School school) {
        requireNonNull(school, "school");
        return findings.stream().filter(each -> each.schools().contains(school)).collect(ResultList.toResultList());
    }

    /**
     * Returns the findings that concern a school, looked up as {@link SchoolLookup} does.
     *
     * @throws IllegalArgumentException if the table does not have the school
     */
    public ResultList<Finding> findings(String school) {
        return findings(SchoolLookup.of(schools).school(requireNonNull(school, "school")));
    }

    /**
     * Returns what was not checked, each with the reason. The absence of findings there proves nothing. Empty if every
     * printed score, position and band was checked against something.
     */
    public ResultList<String> notChecked() {
        return ResultList.copyOf(notChecked);
    }

    /** Returns the number of findings of each kind, the most frequent kind first. */
    public ImmutableMultiset<FindingKind> counts() {
        Multiset<FindingKind> counts =
                findings.stream().map(Finding::kind).collect(ImmutableMultiset.toImmutableMultiset());
        return Multisets.copyHighestCountFirst(counts);
    }

    /** Returns whether the checks that were made have no findings. */
    public boolean isClean() {
        return findings.isEmpty();
    }

    /** Returns whether the other object has equal findings and left the same things unchecked. */
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

    /**
     * Returns the number of findings, one line per finding up to the number that JShell shows, and what was not
     * checked.
     */
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
