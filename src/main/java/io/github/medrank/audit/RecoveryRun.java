package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import io.github.medrank.School;
import io.github.medrank.ranking.Pillar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs a recovery over all rules. */
final class RecoveryRun {
    private static final int MOST_REMOVED = 20;
    private static final int ROWS_FOR_EACH_REMOVED = 20;
    private static final int MOST_KNOWN = 10;

    private final PrintedRows rows;
    private final RuleChoice tried;
    private final ImmutableList<Pillar> pillars;
    private final BigDecimal grid;

    /** The kinds of values tried. */
    private final List<InputValues> inputs = new ArrayList<>();
    /** What no rule made use of. */
    private final Set<String> unused = new LinkedHashSet<>();

    /** The rules for which constants of a grid were tried. */
    private final List<ScoreRule> searched = new ArrayList<>();

    private final List<RecoveredRule> fitting = new ArrayList<>();
    private final List<RefutedRule> refuted = new ArrayList<>();
    private final Map<ScoreRule, Optional<Contradiction>> contradictions = new HashMap<>();

    /** Rows that contradicted each other under some rule. */
    private final Set<Set<Integer>> known = new LinkedHashSet<>();

    /** Rows that contradict each other under some constraints. */
    private record Contradiction(Set<Integer> rows, RuleConstraints constraints) {}

    RecoveryRun(PrintedRows rows, RuleChoice tried, ImmutableList<Pillar> pillars, BigDecimal grid) {
        this.rows = rows;
        this.tried = tried;
        this.pillars = pillars;
        this.grid = grid;
    }

    Recovered run() {
        for (InputValues input : tried.values()) {
            inputs.add(input);
            tried.rules(rows, input, !pillars.isEmpty()).forEach(this::attempt);
            if (fitting.isEmpty() && input == InputValues.AS_PRINTED) {
                tried.rulesWithConstant(rows, !pillars.isEmpty()).forEach(this::attemptConstants);
            }
            if (!fitting.isEmpty()) {
                break;
            }
        }
        return new Recovered(
                ImmutableList.copyOf(fitting),
                nearFits(),
                ImmutableList.copyOf(refuted),
                notes(),
                tried.notTried(rows, inputs, !pillars.isEmpty(), searched, fitting));
    }

    /** Such a rule is never refuted, since not all constants are tried. */
    private void attemptConstants(ScoreRule rule) {
        if (rule.missing() == MissingRule.SET_ASIDE && fitsWithHoles(rule)) {
            return;
        }
        searched.add(rule);
        ConstantSearch.find(rows, rule)
                .flatMap(constraints -> reader(constraints, Set.of()).read())
                .ifPresent(fitting::add);
    }

    private void attempt(ScoreRule rule) {
        if (rule.missing() == MissingRule.SET_ASIDE && fitsWithHoles(rule)) {
            return; // it would say less of the same weights
        }
        Optional<RuleConstraints> meant = RuleConstraints.of(rows, rule);
        if (meant.isEmpty()) {
            refuted.add(RefutedRule.proven(rule, ImmutableList.of(), Optional.empty()));
            return;
        }
        RuleConstraints constraints = meant.get();
        unused.addAll(constraints.unused);
        if (constraints.leftOut.size() == rows.size) {
            return; // nothing of the table is left to speak of the rule
        }
        Optional<Contradiction> contradiction = contradiction(constraints);
        if (contradiction.isPresent()) {
            Contradiction found = contradiction.get();
            refuted.add(RefutedRule.proven(
                    rule, schools(found.rows), RuleCertificate.of(rows, found.constraints, Set.of())));
            return;
        }
        RuleReader reader = reader(constraints, Set.of());
        reader.read()
                .ifPresentOrElse(
                        fitting::add,
                        () -> refuted.add(
                                RefutedRule.notFound(rule, schools(constraints.leftOut), reader.checkedAt())));
    }

    private boolean fitsWithHoles(ScoreRule rule) {
        return fitting.stream()
                .anyMatch(each -> each.rule().withMissing(rule.missing()).equals(rule));
    }

    /** Rows that contradict each other under the rule, or already under a more general one. */
    private Optional<Contradiction> contradiction(RuleConstraints constraints) {
        ScoreRule loosest = constraints.rule.loosest();
        Optional<Contradiction> known = contradictions.computeIfAbsent(
                loosest, each -> RuleConstraints.of(rows, each).flatMap(this::among));
        return known.isPresent() || loosest.equals(constraints.rule) ? known : among(constraints);
    }

    /** Rows that contradict each other under one rule often do so under the next, which is soon decided. */
    private Optional<Contradiction> among(RuleConstraints constraints) {
        return known.stream()
                .map(some -> RuleProgram.of(constraints, allBut(some)).contradiction())
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> {
                    Optional<Set<Integer>> found =
                            RuleProgram.of(constraints, Set.of()).contradiction();
                    found.filter(some -> known.size() < MOST_KNOWN).ifPresent(known::add);
                    return found;
                })
                .map(found -> new Contradiction(found, constraints));
    }

    private Set<Integer> allBut(Set<Integer> some) {
        return IntStream.range(0, rows.size)
                .filter(row -> !some.contains(row))
                .boxed()
                .collect(Collectors.toSet());
    }

    private RuleReader reader(RuleConstraints constraints, Set<Integer> without) {
        return new RuleReader(rows, pillars, grid, constraints, without);
    }

    private ImmutableList<School> schools(Collection<Integer> some) {
        return some.stream().map(rows::school).collect(ImmutableList.toImmutableList());
    }

    // ---- all but a few rows ----

    /**
     * Tries the first kind of values only, and rules more specific than the best one, because more general rules add
     * nothing.
     */
    private ImmutableList<NearFit> nearFits() {
        int constants = fitting.isEmpty()
                ? Integer.MAX_VALUE
                : fitting.get(0).rule().scale().constants();
        int most = Math.min(MOST_REMOVED, rows.size / ROWS_FOR_EACH_REMOVED);
        List<NearFit> near = new ArrayList<>();
        for (RefutedRule each : refuted) {
            ScoreRule rule = each.rule();
            if (most > 0
                    && !each.rows().isEmpty()
                    && tried.firstValues(rows).filter(rule.values()::equals).isPresent()
                    && rule.scale().constants() < constants) {
                nearFit(rule, most).ifPresent(near::add);
            }
        }
        near.sort(Comparator.comparingInt(each -> each.removed().size()));
        return ImmutableList.copyOf(near);
    }

    private Optional<NearFit> nearFit(ScoreRule rule, int most) {
        RuleConstraints constraints = RuleConstraints.of(rows, rule).orElseThrow();
        return RuleProgram.of(constraints, Set.of())
                .contradiction()
                .flatMap(first -> FewestRows.of(constraints, first, most))
                .flatMap(removal -> reader(constraints, removal.rows())
                        .read()
                        .map(rest -> new NearFit(rest, schools(removal.rows()), removal.proven())));
    }

    // ---- what cannot be told ----

    private ImmutableList<String> notes() {
        ImmutableList.Builder<String> notes = ImmutableList.builder();
        if (rows.size < rows.width) {
            notes.add("there are fewer rows than weights: " + rows.size + " for " + rows.width);
        }
        if (rows.areAlike()) {
            notes.add("all rows have the same values, and tell no more than one row");
        }
        if (rows.isComplete()) {
            notes.add("no row lacks a value: how missing values are treated cannot be told");
        }
        if (!fitting.isEmpty()) {
            RecoveredRule best = fitting.get(0);
            if (best.rule().scale() != ScoreScale.ORDER && best.halves().isEmpty()) {
                notes.add("no score is an exact half at the simplest weights: which way halves go cannot be told");
            }
        }
        return notes.addAll(unused).build();
    }
}
