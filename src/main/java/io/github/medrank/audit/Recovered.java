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

/**
 * The rules that give the printed results of a table, how precisely the table determines their weights, and the rules
 * that it refutes.
 */
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

    /** Returns the most specific rule that fits every row, or empty if none does. */
    public Optional<RecoveredRule> best() {
        return rules.stream().findFirst();
    }

    /**
     * Returns the rules that fit all rows except a few, those with the fewest exceptions first. If there is a best
     * rule, only more specific rules are listed.
     */
    public ResultList<NearFit> nearFits() {
        return ResultList.copyOf(nearFits);
    }

    /** Returns the tried rules that do not fit every row, each with rows that contradict each other under the rule. */
    public ResultList<RefutedRule> refuted() {
        return ResultList.copyOf(refuted);
    }

    /** Returns what the table cannot determine, and which parts of it were not used, one sentence each. */
    public ResultList<String> notes() {
        return ResultList.copyOf(notes);
    }

    /**
     * Returns the combinations of mean, scale and values that were not tried, or not for all constants, each with the
     * reason: the weights would not be linear, or the table lacks something they need. Hidden digits and raw values are
     * included only if they were considered, because no rule fits the values as printed.
     */
    public ResultList<String> notTried() {
        return ResultList.copyOf(notTried);
    }

    /**
     * Returns the most specific rule that fits every row, as a methodology that can be run.
     *
     * @throws IllegalStateException if no rule fits every row; {@link #nearFits()} may list rules that nearly fit
     */
    public Methodology methodology() {
        checkState(!rules.isEmpty(), "no rule that was tried fits every row; nearFits() lists those that nearly do");
        return rules.get(0).methodology();
    }

    /** Returns whether the other object holds equal rules. */
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

    /** Returns the best rule with its intervals, one line for each other rule, and the notes. */
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
        if (rules.isEmpty()) {
            refuted.stream().limit(SHOWN).forEach(rule -> text.append('\n').append(rule));
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
