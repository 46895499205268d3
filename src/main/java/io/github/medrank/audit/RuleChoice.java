package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.Immutable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules to try. */
@Immutable
record RuleChoice(
        ImmutableSet<CompositeMean> means,
        ImmutableSet<ScoreScale> scales,
        ImmutableSet<MissingRule> missing,
        ImmutableSet<ScoreRounding> roundings,
        ImmutableList<InputValues> values) {
    /** Every scale of a score. An unknown rounding is tried only on request, because it contains the others. */
    static final RuleChoice OF_SCORES = new RuleChoice(
            Sets.immutableEnumSet(EnumSet.allOf(CompositeMean.class)),
            Sets.immutableEnumSet(EnumSet.complementOf(EnumSet.of(ScoreScale.ORDER))),
            Sets.immutableEnumSet(EnumSet.allOf(MissingRule.class)),
            Sets.immutableEnumSet(ScoreRounding.NEAREST, ScoreRounding.DOWN, ScoreRounding.UP),
            ImmutableList.of(InputValues.AS_PRINTED, InputValues.ROUNDED, InputValues.RAW));

    static final RuleChoice OF_POSITIONS = new RuleChoice(
            Sets.immutableEnumSet(CompositeMean.ARITHMETIC),
            Sets.immutableEnumSet(ScoreScale.ORDER),
            Sets.immutableEnumSet(EnumSet.of(MissingRule.ZERO, MissingRule.SET_ASIDE)),
            Sets.immutableEnumSet(ScoreRounding.NEAREST),
            ImmutableList.of(InputValues.AS_PRINTED));

    boolean isOfPositions() {
        return scales.contains(ScoreScale.ORDER);
    }

    RuleChoice withMeans(ImmutableSet<CompositeMean> newMeans) {
        return isOfPositions() ? this : new RuleChoice(newMeans, scales, missing, roundings, values);
    }

    RuleChoice withScales(ImmutableSet<ScoreScale> newScales) {
        return isOfPositions() ? this : new RuleChoice(means, newScales, missing, roundings, values);
    }

    RuleChoice withMissing(ImmutableSet<MissingRule> newMissing) {
        return new RuleChoice(means, scales, newMissing, roundings, values);
    }

    RuleChoice withRoundings(ImmutableSet<ScoreRounding> newRoundings) {
        return new RuleChoice(means, scales, missing, newRoundings, values);
    }

    RuleChoice withValues(ImmutableList<InputValues> newValues) {
        return new RuleChoice(means, scales, missing, roundings, newValues);
    }

    /** The rules that differ on these rows, the most specific first. */
    List<ScoreRule> rules(PrintedRows rows, InputValues input, boolean pillars) {
        List<ScoreRule> rules = new ArrayList<>();
        for (CompositeMean mean : means) {
            for (ScoreScale scale : scales) {
                if (!isTried(mean, scale, input, rows)) {
                    continue;
                }
                for (MissingRule rule : missing(rows, pillars)) {
                    roundings.forEach(rounding -> rules.add(new ScoreRule(mean, scale, rule, rounding, input)));
                }
            }
        }
        Collections.sort(rules);
        return rules;
    }

    /** The rules whose weights are linear only once a constant is fixed, the most specific first. */
    List<ScoreRule> rulesWithConstant(PrintedRows rows, boolean pillars) {
        List<ScoreRule> rules = new ArrayList<>();
        for (CompositeMean mean : means) {
            for (ScoreScale scale : scales) {
                for (MissingRule rule : missing(rows, pillars)) {
                    for (ScoreRounding rounding : roundings) {
                        rules.add(new ScoreRule(mean, scale, rule, rounding, InputValues.AS_PRINTED));
                    }
                }
            }
        }
        rules.removeIf(rule -> !rule.needsConstant()
                || isUpsideDown(rule.values(), rows)
                || (rule.scale().isFromTop() && !rows.isTopRound()));
        Collections.sort(rules);
        return rules;
    }

    /**
     * The combinations that would be asked for and were not tried, since the weights would not be linear, or the table
     * lacks what they take.
     */
    ImmutableList<String> notTried(
            PrintedRows rows,
            List<InputValues> inputs,
            boolean pillars,
            List<ScoreRule> searched,
            List<RecoveredRule> fitting) {
        ImmutableList.Builder<String> not = ImmutableList.builder();
        for (InputValues input : inputs) {
            if (isUpsideDown(input, rows)) {
                not.add(input + ": less of \"" + rows.lowerBetter().orElseThrow()
                        + "\" is better, so a mean of such values would rank it upside down");
                continue;
            }
            for (CompositeMean mean : means) {
                for (ScoreScale scale : scales) {
                    Predicate<ScoreRule> isThis =
                            rule -> rule.mean() == mean && rule.scale() == scale && rule.values() == input;
                    boolean fits = fitting.stream().map(RecoveredRule::rule).anyMatch(isThis);
                    if (!isTried(mean, scale, input, rows) && !fits) {
                        not.add(mean + ", " + scale + (input == InputValues.AS_PRINTED ? "" : ", " + input) + ": "
                                + reason(
                                        mean,
                                        scale,
                                        input,
                                        rows,
                                        searched.stream().anyMatch(isThis)));
                    }
                }
            }
        }
        if (!pillars && !rows.isComplete() && missing.contains(MissingRule.SHARED_IN_PILLAR)) {
            not.add(MissingRule.SHARED_IN_PILLAR + ": no pillars are given");
        }
        return not.build();
    }

    private static String reason(
            CompositeMean mean, ScoreScale scale, InputValues input, PrintedRows rows, boolean searched) {
        if (scale.isFromTop() && !rows.isTopRound()) {
            return "the greatest printed score is no power of ten";
        }
        if (input == InputValues.RAW) {
            return "raw values are looked for only where the score is a straight line of an arithmetic mean";
        }
        if (searched) {
            return "no constant of a grid of " + ConstantSearch.step(rows).toPlainString()
                    + " was found, and others were not tried";
        }
        if (scale == ScoreScale.ORDER && input == InputValues.ROUNDED) {
            return "hidden digits are looked for only where scores are printed";
        }
        if (input == InputValues.ROUNDED && rows.areAlike()) {
            return "all rows have the same values, and a large enough factor of hidden digits gives any scores";
        }
        if (input == InputValues.ROUNDED) {
            return "not linear; constants of a grid are tried only for values as printed";
        }
        boolean isLine = new ScoreRule(mean, scale, MissingRule.ZERO, ScoreRounding.NEAREST, input).needsConstant();
        return isLine ? "not linear; constants of a grid are tried only if no other rule fits" : "not linear";
    }

    private static boolean isTried(CompositeMean mean, ScoreScale scale, InputValues input, PrintedRows rows) {
        boolean arithmetic = mean == CompositeMean.ARITHMETIC;
        if (isUpsideDown(input, rows)) {
            return false;
        }
        if (input == InputValues.RAW) {
            return arithmetic && scale == ScoreScale.LINE;
        }
        if (input == InputValues.ROUNDED && scale != ScoreScale.AS_IS && rows.areAlike()) {
            return false;
        }
        return switch (scale) {
            case AS_IS, POINTS -> true;
            case ORDER -> input == InputValues.AS_PRINTED;
            case TOP -> rows.isTopRound();
            case TOP_ABOVE_MINIMUM -> arithmetic && rows.isTopRound();
            case LINE -> arithmetic;
        };
    }

    /** The first kind of values of which the rows allow a mean, if any. */
    Optional<InputValues> firstValues(PrintedRows rows) {
        return values.stream().filter(each -> !isUpsideDown(each, rows)).findFirst();
    }

    /** Whether values would be weighted of which less is better; raw values are turned round. */
    static boolean isUpsideDown(InputValues input, PrintedRows rows) {
        return input != InputValues.RAW && rows.lowerBetter().isPresent();
    }

    /**
     * The applicable rules: if no row lacks a value all rules are the same, and if all rows do none can be set aside.
     */
    List<MissingRule> missing(PrintedRows rows, boolean pillars) {
        List<MissingRule> different = missing.stream()
                .filter(rule -> rule != MissingRule.SHARED_IN_PILLAR || pillars)
                .toList();
        return rows.isComplete() ? different.subList(0, Math.min(1, different.size())) : different;
    }

    @Override
    public String toString() {
        return means + ", " + scales + ", " + missing + ", " + roundings;
    }
}
