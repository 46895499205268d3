package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.School;
import io.github.medrank.audit.RuleProgram.Contradicting;
import io.github.medrank.audit.RuleProgram.End;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.exact.Fraction;
import io.github.medrank.exact.FractionVector;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Writes certificates of what printed scores prove about the weights, for arithmetic means of values as printed. */
final class RuleCertificate {
    private final PrintedRows rows;
    private final RuleConstraints constraints;
    private final Set<Integer> without;
    /** The rows to which the constraints belong. */
    private final List<Integer> included;

    private RuleCertificate(PrintedRows rows, RuleConstraints constraints, Set<Integer> without) {
        this.rows = rows;
        this.constraints = constraints;
        this.without = without;
        this.included = IntStream.range(0, rows.size)
                .filter(row -> !without.contains(row) && !constraints.leftOut.contains(row))
                .boxed()
                .toList();
    }

    /** The writer of a rule's certificates; empty if certificates do not support the rule. */
    static Optional<RuleCertificate> of(PrintedRows rows, RuleConstraints constraints, Set<Integer> without) {
        ScoreRule rule = constraints.rule;
        boolean isPlain = rule.mean() == CompositeMean.ARITHMETIC
                && rule.values() == InputValues.AS_PRINTED
                && rule.scale() != ScoreScale.ORDER;
        RuleCertificate certificate = new RuleCertificate(rows, constraints, without);
        return Optional.of(certificate).filter(each -> isPlain && (!rule.scale().isFromTop() || each.hasAllTops()));
    }

    /** Why no certificate proves what a rule says about the weights. */
    static String refusal(ScoreRule rule) {
        String what = "no certificate proves shares under the rule \"" + rule + "\": ";
        if (rule.scale() == ScoreScale.ORDER) {
            return what + "certificates are about printed scores, and it uses positions alone";
        }
        if (rule.mean() != CompositeMean.ARITHMETIC) {
            return what + "its logarithms or reciprocals are rounded outwards, and no certificate can check that";
        }
        return rule.values() == InputValues.AS_PRINTED
                ? what + "the row at the top lacks a value"
                : what + "certificates are about values as printed";
    }

    /** Without this, another row would appear to be the top. */
    private boolean hasAllTops() {
        return IntStream.range(0, rows.size)
                .filter(row -> rows.score(row).compareTo(rows.top()) == 0)
                .allMatch(included::contains);
    }

    /** The proof of an indicator's interval; empty if an end does not exist. */
    Optional<Certificate> share(int indicator) {
        RuleProgram program = RuleProgram.of(constraints, without);
        Optional<End> low = program.weight(indicator, false);
        Optional<End> high = program.weight(indicator, true);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> content = content(ImmutableMap.of(
                "kind",
                "share",
                "indicator",
                indicator,
                "low",
                low.get().value().toString(),
                "high",
                high.get().value().toString()));
        content.put(
                "proof",
                ImmutableMap.of("low", end(program, low.get(), false), "high", end(program, high.get(), true)));
        return Optional.of(Certificate.sealed(content));
    }

    private Map<String, Object> end(RuleProgram program, End end, boolean greatest) {
        Map<String, Object> by = named(program, end.multipliers(), greatest);
        by.put("beyond", "1");
        List<String> attained = withConstants(
                IntStream.range(0, constraints.weights)
                        .mapToObj(i -> end.point().get(i).toString())
                        .toList(),
                constraints.offset < 0
                        ? "0"
                        : end.point().get(constraints.offset).toString(),
                constraints.divisor < 0
                        ? "1"
                        : end.point().get(constraints.divisor).toString());
        return ImmutableMap.of("attained", attained, "by", by);
    }

    /** The proof that no weights give the scores; empty if some do. */
    Optional<Certificate> noWeights() {
        RuleProgram program = RuleProgram.of(constraints, without);
        Optional<Contradicting> contradicting = program.contradicting();
        return contradicting.map(found -> {
            Map<String, Object> by = named(program, found.multipliers(), found.isOfDivisor());
            if (found.isOfDivisor()) {
                by.put("divisor", "1");
            }
            Map<String, Object> content = content(ImmutableMap.of("kind", "no weights"));
            content.put("proof", ImmutableMap.of("by", by));
            return Certificate.sealed(content);
        });
    }

    private static List<String> withConstants(List<String> ofWeights, String offset, String divisor) {
        return ImmutableList.<String>builder()
                .addAll(ofWeights)
                .add(offset, divisor)
                .build();
    }

    // ---- the document ----

    /** The multipliers with their names. Those of a maximum have the opposite sign. */
    private Map<String, Object> named(RuleProgram program, FractionVector multipliers, boolean greatest) {
        Map<String, BigInteger> numerators = new LinkedHashMap<>();
        numerators.put("sum", multipliers.numerator(0));
        for (int i = 0; i < program.used().size(); i++) {
            Constraint each = program.used().get(i);
            BigInteger numerator = multipliers.numerator(i + 1);
            int row = included.indexOf(each.first());
            switch (each.side()) {
                case LOW -> numerators.merge("low " + row, numerator, BigInteger::add);
                case HIGH -> numerators.merge("high " + row, numerator, BigInteger::add);
                case TOP_LOW -> numerators.merge("top " + row, numerator.negate(), BigInteger::add);
                case TOP_HIGH -> numerators.merge("top " + row, numerator, BigInteger::add);
                case OTHER -> throw new IllegalStateException("a plain rule has scores alone");
            }
        }
        Map<String, Object> named = new LinkedHashMap<>();
        numerators.forEach((name, numerator) -> {
            BigInteger signed = greatest ? numerator.negate() : numerator;
            if (signed.signum() != 0) {
                named.put(name, new Fraction(signed, multipliers.denominator()).toString());
            }
        });
        return named;
    }

    private Map<String, Object> content(Map<String, Object> claim) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("claim", claim);
        content.put(
                "indicators",
                rows.table.indicators().stream().map(Indicator::name).toList());
        content.put(
                "schools", included.stream().map(rows::school).map(School::name).toList());
        content.put("matrix", included.stream().map(this::values).toList());
        content.put(
                "scores",
                included.stream()
                        .map(rows::score)
                        .map(BigDecimal::toPlainString)
                        .toList());
        content.put("region", region());
        ScoreRule rule = constraints.rule;
        BigDecimal half = rows.halfUnit();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("below", text(half, rule.rounding().halvesBelow()));
        said.put("above", text(half, rule.rounding().halvesAbove()));
        said.put("top", rule.scale().isFromTop());
        content.put("rule", said);
        return content;
    }

    /** What is known of the weights, a and t in a score of (Σ weight · value + a) / t. */
    private Map<String, Object> region() {
        boolean isShifted = constraints.offset >= 0;
        boolean isDivided = constraints.divisor >= 0;
        List<String> zeros = Collections.nCopies(constraints.weights, "0");
        List<String> ones = Collections.nCopies(constraints.weights, "1");
        return ImmutableMap.of(
                "lower",
                withConstants(zeros, isShifted ? "" : "0", isDivided ? "0" : "1"),
                "upper",
                withConstants(ones, isShifted ? "" : "0", isDivided ? "" : "1"),
                "constraints",
                ImmutableList.of());
    }

    private static String text(BigDecimal half, int count) {
        return half.multiply(BigDecimal.valueOf(count)).toPlainString();
    }

    /** The values of a row, with an empty text if the weight of a missing value is shared. */
    private List<String> values(int row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < rows.width; i++) {
            BigDecimal value = rows.value(row, i);
            boolean isShared = constraints.rule.missing() == MissingRule.SHARED;
            values.add(value == null ? isShared ? "" : "0" : value.toPlainString());
        }
        return values;
    }
}
