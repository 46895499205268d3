package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.audit.Constraint.Side;
import io.github.medrank.audit.RuleProgram.Contradicting;
import io.github.medrank.audit.RuleProgram.End;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.exact.Fraction;
import io.github.medrank.exact.FractionVector;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes certificates of what a printed table proves about the weights, for arithmetic and harmonic means. */
final class RuleCertificate {
    private final PrintedRows rows;
    private final RuleConstraints constraints;
    private final ScoreRule rule;
    private final Set<Integer> without;
    /** The rows to which the constraints belong. */
    private final List<Integer> included;

    private RuleCertificate(PrintedRows rows, RuleConstraints constraints, Set<Integer> without) {
        this.rows = rows;
        this.constraints = constraints;
        this.rule = constraints.rule;
        this.without = without;
        this.included = IntStream.range(0, rows.size)
                .filter(row -> !without.contains(row) && isUsed(row))
                .boxed()
                .toList();
    }

    private boolean isUsed(int row) {
        return isOrder()
                ? rows.isComplete(row) || rule.missing() == MissingRule.ZERO
                : !constraints.leftOut.contains(row);
    }

    private boolean isOrder() {
        return rule.scale() == ScoreScale.ORDER;
    }

    /** The writer of a rule's certificates; empty if certificates do not support the rule. */
    static Optional<RuleCertificate> of(PrintedRows rows, RuleConstraints constraints, Set<Integer> without) {
        return Optional.of(new RuleCertificate(rows, constraints, without)).filter(RuleCertificate::isSupported);
    }

    private boolean isSupported() {
        boolean hasTops = !rule.scale().isFromTop() || hasAllTops();
        return switch (rule.mean()) {
            case ARITHMETIC -> hasTops;
            case GEOMETRIC -> false;
            case HARMONIC -> hasTops && hasReciprocals();
        };
    }

    /** Why no certificate proves what a rule says about the weights. */
    static String refusal(ScoreRule rule) {
        return "no certificate proves shares under the rule \"" + rule + "\": "
                + switch (rule.mean()) {
                    case ARITHMETIC -> "the row at the top lacks a value";
                    case GEOMETRIC -> "its logarithms are rounded outwards, and no certificate can check that";
                    case HARMONIC ->
                        "of harmonic means certificates are about values and scores as printed, if all are above 0 and"
                                + " no constant is added";
                };
    }

    private boolean isHarmonic() {
        return rule.mean() == CompositeMean.HARMONIC;
    }

    private boolean hasReciprocals() {
        return rule.values() == InputValues.AS_PRINTED
                && !rule.needsConstant()
                && included.stream()
                        .allMatch(row -> ends(row).get(0).signum() > 0
                                && IntStream.range(0, rows.width).allMatch(i -> hasReciprocal(rows.value(row, i))));
    }

    private boolean hasReciprocal(@Nullable BigDecimal value) {
        return value == null ? isShared() : value.signum() > 0;
    }

    /** Without this, another row would appear to be the top. */
    private boolean hasAllTops() {
        return IntStream.range(0, rows.size).filter(this::isTop).allMatch(included::contains);
    }

    private boolean isTop(int row) {
        return rows.score(row).compareTo(rows.top()) == 0;
    }

    // ---- proofs ----

    /** An end that all pairs of positions allow, and the program that found it. */
    private record Found(RuleProgram program, End end) {}

    /**
     * The constraints as they are in a certificate. Those of a harmonic mean are rounded outwards, and here have exact
     * reciprocals, multiplied by all denominators.
     */
    private List<Constraint> exact() {
        if (!isHarmonic()) {
            return new ArrayList<>(constraints.all);
        }
        List<Constraint> exact = new ArrayList<>();
        for (int row : included) {
            exact.add(exact(row, Side.LOW));
            exact.add(exact(row, Side.HIGH));
        }
        return exact;
    }

    private Constraint exact(int row, Side side) {
        BigDecimal product = product(row);
        BigDecimal sign = BigDecimal.valueOf(side == Side.LOW ? 1 : -1);
        BigDecimal[] coefficients = new BigDecimal[constraints.width()];
        Arrays.fill(coefficients, product.multiply(sign).negate()); // of the divisor, if there is one
        for (int i = 0; i < rows.width; i++) {
            BigDecimal value = rows.value(row, i);
            BigDecimal others = value == null ? product : product.divide(value).multiply(score(row, side));
            coefficients[i] = others.multiply(sign);
        }
        BigDecimal bound = constraints.divisor < 0 ? product.multiply(sign) : BigDecimal.ZERO;
        return new Constraint(coefficients, bound, row, -1, side);
    }

    private BigDecimal product(int row) {
        return IntStream.range(0, rows.width)
                .mapToObj(i -> Optional.ofNullable(rows.value(row, i)).orElse(BigDecimal.ONE))
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    /** The end of a score of which a side is: the reciprocal of a high score is low. */
    private BigDecimal score(int row, Side side) {
        boolean isLow = side == Side.LOW || side == Side.TOP_LOW;
        return ends(row).get(isLow == isHarmonic() ? 1 : 0);
    }

    /** The proof of an indicator's interval; empty if an end does not exist. */
    Optional<Certificate> share(int indicator) {
        Optional<Found> low = end(indicator, false);
        Optional<Found> high = end(indicator, true);
        if (low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> content = content(ImmutableMap.of(
                "kind",
                "share",
                "indicator",
                indicator,
                "low",
                low.get().end().value().toString(),
                "high",
                high.get().end().value().toString()));
        content.put("proof", ImmutableMap.of("low", proof(low.get(), false), "high", proof(high.get(), true)));
        return Optional.of(Certificate.sealed(content));
    }

    /** An end of a share. Pairs of positions that were too many for constraints are added where they are broken. */
    private Optional<Found> end(int indicator, boolean greatest) {
        List<Constraint> all = exact();
        while (true) {
            RuleProgram program = RuleProgram.of(constraints, without, all);
            Optional<End> end = program.weight(indicator, greatest).filter(this::isAttained);
            List<Constraint> broken =
                    isOrder() && end.isPresent() ? broken(end.get().point()) : ImmutableList.of();
            if (broken.isEmpty()) {
                return end.map(each -> new Found(program, each));
            }
            all.addAll(broken);
        }
    }

    /** Where scores are divided by 0, an end is only a limit. */
    private boolean isAttained(End end) {
        return constraints.divisor < 0
                || end.point().numerator(constraints.divisor).signum() > 0;
    }

    private Map<String, Object> proof(Found found, boolean greatest) {
        Map<String, Object> by = named(found.program(), found.end().multipliers(), greatest);
        by.put("beyond", "1");
        FractionVector point = found.end().point();
        List<String> shares = IntStream.range(0, constraints.weights)
                .mapToObj(i -> text(ExactInterval.rational(point.get(i)).times(Rational.of(constraints.units[i]))))
                .toList();
        List<String> attained = withConstants(
                shares,
                constraints.offset < 0 ? "0" : point.get(constraints.offset).toString(),
                constraints.divisor < 0 ? "1" : point.get(constraints.divisor).toString());
        return ImmutableMap.of("attained", attained, "by", by);
    }

    /** The proof that no weights give what is printed; empty if some do. */
    Optional<Certificate> noWeights() {
        RuleProgram program = RuleProgram.of(constraints, without, exact());
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

    /** The multipliers with their names. Those of a maximum have the opposite sign. */
    private Map<String, Object> named(RuleProgram program, FractionVector multipliers, boolean greatest) {
        Map<String, Rational> sums = new LinkedHashMap<>();
        sums.put("sum", ExactInterval.rational(multipliers.get(0)));
        for (int i = 0; i < program.used().size(); i++) {
            // That a flat column has no weight is a bound of the region.
            Constraint each = program.used().get(i);
            if (multipliers.numerator(i + 1).signum() != 0 && each.first() >= 0) {
                add(sums, each, ExactInterval.rational(multipliers.get(i + 1)));
            }
        }
        Map<String, Object> named = new LinkedHashMap<>();
        sums.forEach((name, multiplier) -> {
            if (multiplier.signum() != 0) {
                named.put(name, text(greatest ? multiplier.negate() : multiplier));
            }
        });
        return named;
    }

    private void add(Map<String, Rational> sums, Constraint each, Rational multiplier) {
        int row = each.first();
        if (isHarmonic()) {
            Rational factor = Rational.of(product(row).multiply(score(row, each.side())));
            sums.merge(name(each), multiplier.times(factor), Rational::plus);
            return;
        }
        sums.merge(name(each), multiplier, Rational::plus);
        if (isShared() && !rows.isComplete(row)) {
            // Here the constraint has the present weights alone; in a certificate the others count as the score.
            Rational end = Rational.of(score(row, each.side()));
            sums.merge("sum", multiplier.times(each.side() == Side.LOW ? end.negate() : end), Rational::plus);
        }
    }

    private String name(Constraint each) {
        int row = included.indexOf(each.first());
        return switch (each.side()) {
            case LOW, TOP_LOW -> "low " + row;
            case HIGH, TOP_HIGH -> "high " + row;
            case OTHER -> "pair " + row + " " + included.indexOf(each.second());
        };
    }

    private static String text(Rational number) {
        return new Fraction(number.numerator(), number.denominator()).toString();
    }

    // ---- positions ----

    /** Of groups with too many pairs for constraints, the pairs that a point contradicts most. */
    private List<Constraint> broken(FractionVector point) {
        List<Constraint> broken = new ArrayList<>();
        for (List<List<Integer>> each : constraints.apart) {
            Rational least = null;
            Rational most = null;
            int better = -1;
            int worse = -1;
            for (int row : each.get(0)) {
                Rational mine = composite(row, point);
                if (!without.contains(row) && (least == null || mine.compareTo(least) < 0)) {
                    least = mine;
                    better = row;
                }
            }
            for (int row : each.get(1)) {
                Rational mine = composite(row, point);
                if (!without.contains(row) && (most == null || mine.compareTo(most) > 0)) {
                    most = mine;
                    worse = row;
                }
            }
            if (least != null && most != null && least.compareTo(most) < 0) {
                broken.add(constraints.pair(better, worse, BigDecimal.ZERO));
            }
        }
        return broken;
    }

    private Rational composite(int row, FractionVector point) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < rows.width; i++) {
            BigDecimal value = rows.value(row, i);
            if (value != null) {
                sum = sum.plus(Rational.of(value).times(ExactInterval.rational(point.get(i))));
            }
        }
        return sum;
    }

    // ---- the document ----

    private Map<String, Object> content(Map<String, Object> claim) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("claim", claim);
        content.put(
                "indicators",
                rows.table.indicators().stream().map(Indicator::name).toList());
        content.put(
                "schools", included.stream().map(rows::school).map(School::name).toList());
        content.put("matrix", included.stream().map(this::numbers).toList());
        content.put("region", region());
        if (!isOrder()) {
            content.put("rule", ImmutableMap.of("shared", isShared(), "hidden", hidden()));
        }
        return content;
    }

    private boolean isShared() {
        return rule.missing() == MissingRule.SHARED;
    }

    private List<String> hidden() {
        return IntStream.range(0, rows.width)
                .mapToObj(i -> rule.values() == InputValues.ROUNDED
                        ? rows.halfUnitOf(i).toPlainString()
                        : "0")
                .toList();
    }

    /** What is known of the weights, a and t in a score of (Σ weight · value + a) / t. */
    private Map<String, Object> region() {
        boolean isShifted = constraints.offset >= 0;
        boolean isDivided = constraints.divisor >= 0;
        List<String> zeros = Collections.nCopies(constraints.weights, "0");
        List<String> most = IntStream.range(0, constraints.weights)
                .mapToObj(i -> isFlat(i) ? "0" : "1")
                .toList();
        return ImmutableMap.of(
                "lower",
                withConstants(zeros, isShifted ? "" : "0", isDivided ? "0" : "1"),
                "upper",
                withConstants(most, isShifted ? "" : "0", isDivided ? "" : "1"),
                "constraints",
                ImmutableList.of());
    }

    /** The weighted numbers of a row, and two of what is printed: the ends of a score, or a position and a tie. */
    private List<String> numbers(int row) {
        ImmutableList.Builder<String> numbers = ImmutableList.builder();
        for (int i = 0; i < rows.width; i++) {
            BigDecimal value = rows.value(row, i);
            numbers.add(value == null ? isOrder() ? "0" : "" : weighted(value, i));
        }
        if (isOrder()) {
            double place = rows.positions.get(row).map(Position::number).orElseThrow();
            numbers.add(BigDecimal.valueOf(place).stripTrailingZeros().toPlainString());
            numbers.add(constraints.tied.contains(row) ? constraints.tieUnit().toPlainString() : "");
        } else if (isHarmonic()) {
            numbers.add(reciprocal(score(row, Side.LOW)), reciprocal(score(row, Side.HIGH)));
        } else {
            numbers.add(
                    score(row, Side.LOW).toPlainString(), score(row, Side.HIGH).toPlainString());
        }
        return numbers.build();
    }

    /** A value as it is weighted: a raw one on the scale from 0 to 100 that its column spans. */
    private String weighted(BigDecimal value, int indicator) {
        if (isHarmonic()) {
            return reciprocal(value);
        }
        if (rule.values() != InputValues.RAW) {
            return NumberText.plain(value);
        }
        BigDecimal[] ends = rows.ends(indicator);
        return isFlat(indicator)
                ? "0"
                : text(Rational.ratio(value.subtract(ends[0]).movePointRight(2), ends[1].subtract(ends[0])));
    }

    private static String reciprocal(BigDecimal number) {
        return text(Rational.ratio(BigDecimal.ONE, number));
    }

    /** Whether a raw column has no range, and therefore no weight. */
    private boolean isFlat(int indicator) {
        BigDecimal[] ends = rows.ends(indicator);
        return rule.values() == InputValues.RAW && ends[0].compareTo(ends[1]) == 0;
    }

    /** The closed interval in which a score lies. The greatest is printed exactly on some scales. */
    private List<BigDecimal> ends(int row) {
        boolean isTop = rule.scale().isFromTop() && isTop(row);
        long tops = isTop ? IntStream.range(0, rows.size).filter(this::isTop).count() : 0;
        BigDecimal half = rows.halfUnit();
        int below = isTop && tops == 1 ? 0 : rule.rounding().halvesBelow();
        int above = isTop ? 0 : rule.rounding().halvesAbove();
        return List.of(
                rows.score(row).subtract(half.multiply(BigDecimal.valueOf(below))),
                rows.score(row).add(half.multiply(BigDecimal.valueOf(above))));
    }
}
