package io.github.medrank.audit;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Methodology;
import io.github.medrank.ResultList;
import io.github.medrank.TextTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rules give what a table prints, how far it pins their weights down, and which rules it refutes. */
@Immutable
public final class Recovered {
    private static final int SHOWN = 4;

    private final ImmutableList<RecoveredRule> rules;
    private final ImmutableList<NearFit> nearFits;
    private final ImmutableList<RefutedRule> refuted;
    private final ImmutableList<String> notes;
    private final ImmutableList<String> notTried;

    Recovered(
            ImmutableList<RecoveredRule> rules,
            ImmutableList<NearFit> nearFits,
            ImmutableList<RefutedRule> refuted,
            ImmutableList<String> notes,
            ImmutableList<String> notTried) {
        this.rules = rules;
        this.nearFits = nearFits;
        this.refuted = refuted;
        this.notes = notes;
        this.notTried = notTried;
    }

    /** Returns the rules that fit every row, the most specific first. */
    public ResultList<RecoveredRule> rules() {
        return ResultList.copyOf(rules);
    }

    /** Returns the most specific rule that fits every row; empty if none does. */
    public Optional<RecoveredRule> best() {
        return rules.stream().findFirst();
    }

    /**
     * Returns the rules that fit all rows but a few, the fewest first; more specific ones than the best, if there is
     * one.
     */
    public ResultList<NearFit> nearFits() {
        return ResultList.copyOf(nearFits);
    }

    /**
     * Returns the rules that were tried and do not fit every row, each with rows that contradict each other under it.
     */
    public ResultList<RefutedRule> refuted() {
        return ResultList.copyOf(refuted);
    }

    /** Returns what the table cannot tell and what of it was not used, one sentence each. */
    public ResultList<String> notes() {
        return ResultList.copyOf(notes);
    }

    /**
     * Returns the combinations of mean, scale and values that were not tried, each with the reason: under them the
     * weights are not linear, or the table lacks what they take. Hidden digits and raw values count only where they
     * were looked at, since no rule fits the values as printed.
     */
    public ResultList<String> notTried() {
        return ResultList.copyOf(notTried);
    }

    /**
     * Returns the most specific rule that fits every row as a recipe that runs.
     *
     * @throws IllegalStateException if no rule fits every row; {@link #nearFits()} may have one that nearly does
     */
    public Methodology methodology() {
        checkState(!rules.isEmpty(), "no rule that was tried fits every row; nearFits() lists those that nearly do");
        return rules.get(0).methodology();
    }

    /** Returns whether the other object holds the same rules. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recovered that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(rules, nearFits, refuted, notes, notTried);
    }

    /** Returns the best rule with its intervals, the others by a line, and the notes. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(best().map(RecoveredRule::toString).orElse("no rule that was tried fits every row"));
        rules.stream()
                .skip(1)
                .limit(SHOWN)
                .forEach(rule -> text.append("\nalso ").append(rule.line()));
        if (rules.size() > 1 + SHOWN) {
            text.append("\n… ").append(rules.size() - 1 - SHOWN).append(" more: rules()");
        }
        nearFits.stream().limit(SHOWN).forEach(near -> text.append("\nnearly ").append(near));
        notes.forEach(note -> text.append('\n').append(note));
        if (!notTried.isEmpty()) {
            text.append('\n').append(notTried.size()).append(" combinations were not tried: notTried()");
        }
        String whole = text.toString();
        return whole.length() <= TextTable.ECHO
                ? whole
                : whole.lines()
                                .limit(20)
                                .collect(Collectors.joining("\n"))
                                .substring(0, Math.min(TextTable.ECHO, whole.length()) - 20)
                        + "…";
    }
}
