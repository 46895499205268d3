package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Position;
import io.github.medrank.Weights;
import io.github.medrank.audit.Constraint.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The linear constraints that a rule and the printed rows impose on the weights. The variables are v, α and τ, where Σ
 * unit·v = 1, unit·v are the shares and, for an arithmetic mean, the printed score is (Σ v·x + α) / τ.
 *
 * <p>In this form, a score with an unknown factor or offset is linear too, since the printed score is a number. A
 * geometric mean replaces x and the score by their logarithms, and α is the logarithm of the factor. A harmonic mean
 * replaces them by their reciprocals.
 */
final class RuleConstraints {
    private static final int MOST_PAIRS = 60_000;
    private static final int MOST_PAIRS_OF_GROUPS = 2_500;
    private static final int MOST_TIED = 50;

    final ScoreRule rule;
    /** The a in b·S + a, if the weights are linear only once it is fixed; otherwise 0. */
    final BigDecimal constant;

    final int weights;
    /** The index of α, or −1 if α is 0. */
    final int offset;
    /** The index of τ, or −1 if τ is 1. */
    final int divisor;

    final BigDecimal[] units;
    final List<Constraint> all = new ArrayList<>();
    /** Rows that are not linear under the rule; they are checked afterwards. */
    final List<Integer> leftOut = new ArrayList<>();
    /** Constraints of rows left out, in which the weights of present values grow by factors that depend on weights. */
    final List<Constraint> shared = new ArrayList<>();
    /** What is printed and not used, or not for the intervals, one sentence each. */
    final List<String> unused = new ArrayList<>();
    /** Groups of rows of which all of the first are above all of the second; too many pairs for constraints. */
    final List<List<List<Integer>>> apart = new ArrayList<>();
    /** Rows of which it is used that they tie. */
    final Set<Integer> tied = new HashSet<>();

    private final PrintedRows rows;
    private final int width;
    private final BigDecimal[][] ends;
    private final BigDecimal[] hidden;

    private RuleConstraints(PrintedRows rows, ScoreRule rule, BigDecimal constant) {
        this.rows = rows;
        this.rule = rule;
        this.constant = constant;
        this.weights = rows.width;
        boolean logs = rule.mean() == CompositeMean.GEOMETRIC;
        boolean shifted = rule.mean() == CompositeMean.ARITHMETIC
                && (rule.scale() == ScoreScale.LINE || rule.scale() == ScoreScale.TOP_ABOVE_MINIMUM);
        this.offset = shifted || (logs && rule.hasConstants()) ? weights : -1;
        this.divisor = rule.hasConstants() && !logs ? weights + (offset >= 0 ? 1 : 0) : -1;
        this.width = weights + (offset >= 0 ? 1 : 0) + (divisor >= 0 ? 1 : 0);
        this.units = new BigDecimal[weights];
        this.ends = new BigDecimal[weights][];
        this.hidden = new BigDecimal[weights];
        for (int i = 0; i < weights; i++) {
            ends[i] = rows.ends(i);
            BigDecimal range = ends[i][1].subtract(ends[i][0]).abs();
            units[i] = rule.values() == InputValues.RAW && range.signum() > 0 ? range : BigDecimal.ONE;
            hidden[i] = rule.values() == InputValues.ROUNDED ? rows.halfUnitOf(i) : BigDecimal.ZERO;
        }
    }

    /** The constraints; empty if the rule has no meaning for the table, such as logarithms of negative numbers. */
    static Optional<RuleConstraints> of(PrintedRows rows, ScoreRule rule) {
        return of(rows, rule, BigDecimal.ZERO);
    }

    /** The constraints at a fixed constant. */
    static Optional<RuleConstraints> of(PrintedRows rows, ScoreRule rule, BigDecimal constant) {
        RuleConstraints constraints = new RuleConstraints(rows, rule, constant);
        if (!constraints.isMeant()) {
            return Optional.empty();
        }
        constraints.withoutFlatColumns();
        if (rule.scale() == ScoreScale.ORDER) {
            constraints.addOrder();
        } else {
            for (int row = 0; row < rows.size; row++) {
                constraints.addScore(row);
            }
            if (rule.scale().isFromTop()) {
                constraints.addTop();
            }
        }
        return Optional.of(constraints);
    }

    int width() {
        return width;
    }

    /** The linear constraints and some more. */
    RuleConstraints with(List<Constraint> more) {
        RuleConstraints copy = new RuleConstraints(rows, rule, constant);
        copy.all.addAll(all);
        copy.all.addAll(more);
        return copy;
    }

    /** Whether weights satisfy all constraints, exactly; for rules without constants. */
    boolean holdAt(Weights points) {
        return apart.stream().allMatch(each -> areApart(each.get(0), each.get(1), points))
                && all.stream().allMatch(each -> {
                    BigDecimal reached = each.bound().multiply(points.total()).negate();
                    for (int i = 0; i < weights; i++) {
                        BigDecimal mine = points.points(rows.table.indicators().get(i));
                        reached = reached.add(each.row()[i].multiply(mine));
                    }
                    return reached.signum() >= 0;
                });
    }

    private boolean areApart(List<Integer> better, List<Integer> worse, Weights points) {
        BigDecimal most = worse.stream()
                .map(row -> composite(row, points))
                .reduce(BigDecimal::max)
                .orElseThrow();
        return better.stream().allMatch(row -> composite(row, points).compareTo(most) >= 0);
    }

    private BigDecimal composite(int row, Weights points) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < weights; i++) {
            BigDecimal value = rows.value(row, i);
            sum = value == null
                    ? sum
                    : sum.add(
                            value.multiply(points.points(rows.table.indicators().get(i))));
        }
        return sum;
    }

    private boolean isMeant() {
        if (rule.mean() == CompositeMean.ARITHMETIC) {
            return true;
        }
        for (int row = 0; row < rows.size; row++) {
            for (int i = 0; i < weights; i++) {
                BigDecimal value = rows.value(row, i);
                if (value != null && value.signum() < 0) {
                    return false;
                }
            }
            if (composite(row).signum() < 0) {
                return false;
            }
        }
        return true;
    }

    /** A raw column without a range has no weight by range. */
    private void withoutFlatColumns() {
        for (int i = 0; i < weights && rule.values() == InputValues.RAW; i++) {
            if (ends[i][0].compareTo(ends[i][1]) == 0) {
                add(unit(i, -1), BigDecimal.ZERO, -1, -1);
            }
        }
    }

    private BigDecimal[] zeros() {
        BigDecimal[] row = new BigDecimal[width];
        Arrays.fill(row, BigDecimal.ZERO);
        return row;
    }

    private BigDecimal[] unit(int variable, int sign) {
        BigDecimal[] row = zeros();
        row[variable] = BigDecimal.valueOf(sign);
        return row;
    }

    private void add(BigDecimal[] row, BigDecimal bound, int first, int second) {
        add(row, bound, first, second, Side.OTHER);
    }

    private void add(BigDecimal[] row, BigDecimal bound, int first, int second, Side side) {
        (first < 0 || isLinear(first) || rule.scale() == ScoreScale.ORDER ? all : shared)
                .add(new Constraint(row, bound, first, second, side));
    }

    // ---- scores ----

    private void addScore(int row) {
        BigDecimal half = rows.halfUnit();
        BigDecimal low = composite(row)
                .subtract(half.multiply(BigDecimal.valueOf(rule.rounding().halvesBelow())));
        BigDecimal high = composite(row)
                .add(half.multiply(BigDecimal.valueOf(rule.rounding().halvesAbove())));
        boolean positive = low.signum() > 0;
        Outward[] terms = terms(row, positive);
        // A score of zero has neither a logarithm nor a reciprocal.
        if (terms.length == 0 || (rule.mean() != CompositeMean.ARITHMETIC && high.signum() <= 0)) {
            leftOut.add(row);
            return;
        }
        if (!isLinear(row)) {
            leftOut.add(row);
        }
        CompositeMean mean = rule.mean();
        if (mean == CompositeMean.HARMONIC) {
            addLower(row, terms, Outward.below(mean, high), Side.LOW);
            if (positive) {
                addUpper(row, terms, Outward.above(mean, low), Side.HIGH);
            }
        } else {
            if (positive || mean == CompositeMean.ARITHMETIC) {
                addLower(row, terms, Outward.below(mean, low), Side.LOW);
            }
            addUpper(row, terms, Outward.above(mean, high), Side.HIGH);
        }
    }

    /** The printed score of a row without the constant. */
    private BigDecimal composite(int row) {
        return rows.score(row).subtract(constant);
    }

    /** The factor of each weight in a row's composite; empty if the row is not linear or is set aside. */
    private Outward[] terms(int row, boolean positive) {
        Outward[] terms = new Outward[weights];
        if (!rows.isComplete(row) && rule.missing() == MissingRule.SET_ASIDE) {
            return new Outward[0];
        }
        for (int i = 0; i < weights; i++) {
            BigDecimal value = rows.value(row, i);
            boolean isShared = rule.missing() != MissingRule.ZERO;
            if (value == null && (isShared || rule.values() == InputValues.RAW)) {
                terms[i] = Outward.exactly(BigDecimal.ZERO);
                continue;
            }
            BigDecimal number = value == null ? BigDecimal.ZERO : value;
            if (rule.values() == InputValues.RAW) {
                boolean falling = ends[i][0].compareTo(ends[i][1]) > 0;
                BigDecimal above = number.subtract(ends[i][0]).movePointRight(2);
                terms[i] = Outward.exactly(falling ? above.negate() : above);
                continue;
            }
            BigDecimal low = number.subtract(value == null ? BigDecimal.ZERO : hidden[i]);
            BigDecimal high = number.add(value == null ? BigDecimal.ZERO : hidden[i]);
            if (rule.mean() == CompositeMean.ARITHMETIC || high.signum() > 0) {
                terms[i] = Outward.of(rule.mean(), low, high);
            } else if (high.signum() == 0 && positive) {
                // One zero makes such a mean zero, but a positive score was printed: this indicator has no weight.
                add(unit(i, -1), BigDecimal.ZERO, row, -1);
                terms[i] = Outward.exactly(BigDecimal.ZERO);
            } else {
                return new Outward[0];
            }
        }
        return terms;
    }

    private boolean isLinear(int row) {
        return rows.isComplete(row) || isLinearWithHoles();
    }

    private boolean isLinearWithHoles() {
        return switch (rule.missing()) {
            case ZERO -> true;
            case SHARED -> !rule.hasConstants() && rule.scale() != ScoreScale.ORDER;
            case SHARED_IN_PILLAR, SET_ASIDE -> false;
        };
    }

    /** Composite ≥ bound; divided by the sum of the present shares if the weights of missing values are shared. */
    private void addLower(int row, Outward[] terms, BigDecimal bound, Side side) {
        BigDecimal[] coefficients = zeros();
        for (int i = 0; i < weights; i++) {
            BigDecimal high = terms[i].high();
            if (high == null) {
                return; // the composite may be as great as it likes
            }
            coefficients[i] = high;
        }
        BigDecimal least = divisor < 0 && isWhole(row) ? bound : BigDecimal.ZERO;
        add(finished(row, coefficients, bound, 1), least, row, -1, side);
    }

    private void addUpper(int row, Outward[] terms, BigDecimal bound, Side side) {
        BigDecimal[] coefficients = zeros();
        for (int i = 0; i < weights; i++) {
            BigDecimal low = terms[i].low();
            if (low == null) {
                return; // the composite may be as small as it likes
            }
            coefficients[i] = low.negate();
        }
        BigDecimal least = divisor < 0 && isWhole(row) ? bound.negate() : BigDecimal.ZERO;
        add(finished(row, coefficients, bound, -1), least, row, -1, side);
    }

    private boolean isWhole(int row) {
        return rule.missing() != MissingRule.SHARED || rows.isComplete(row) || !isLinearWithHoles();
    }

    private BigDecimal[] finished(int row, BigDecimal[] coefficients, BigDecimal bound, int sign) {
        BigDecimal signed = sign > 0 ? bound : bound.negate();
        if (offset >= 0) {
            coefficients[offset] = BigDecimal.valueOf(sign);
        }
        if (divisor >= 0) {
            coefficients[divisor] = signed.negate();
        }
        for (int i = 0; i < weights && !isWhole(row); i++) {
            if (rows.value(row, i) != null) {
                coefficients[i] = coefficients[i].subtract(signed);
            }
        }
        return coefficients;
    }

    /** The top is printed exactly; if several rows share it, none of them is above it. */
    private void addTop() {
        BigDecimal top = rows.top();
        List<Integer> tops = new ArrayList<>();
        for (int row = 0; row < rows.size; row++) {
            if (rows.score(row).compareTo(top) == 0) {
                tops.add(row);
            }
        }
        BigDecimal composite = top.subtract(constant);
        for (int row : tops) {
            Outward[] terms = terms(row, true);
            if (terms.length > 0 && (tops.size() == 1 || rule.mean() == CompositeMean.HARMONIC)) {
                addLower(row, terms, Outward.below(rule.mean(), composite), Side.TOP_LOW);
            }
            if (terms.length > 0 && (tops.size() == 1 || rule.mean() != CompositeMean.HARMONIC)) {
                addUpper(row, terms, Outward.above(rule.mean(), composite), Side.TOP_HIGH);
            }
        }
    }

    // ---- positions ----

    private void addOrder() {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < rows.size; row++) {
            if (!rows.isComplete(row) && rule.missing() != MissingRule.ZERO) {
                leftOut.add(row);
            } else {
                order.add(row);
            }
        }
        order.sort((a, b) -> Double.compare(place(a), place(b)));
        ImmutableList<ImmutableList<Integer>> groups = groups(order);
        int pairs = 0;
        for (int g = 0; g < groups.size(); g++) {
            ImmutableList<Integer> better = groups.get(g);
            if (better.stream().noneMatch(this::isBand)) {
                addTies(better);
            }
            if (g + 1 < groups.size()) {
                ImmutableList<Integer> worse = groups.get(g + 1);
                int more = better.size() * worse.size();
                if (more > MOST_PAIRS_OF_GROUPS || pairs + more > MOST_PAIRS) {
                    leftOut.addAll(worse);
                    apart.add(List.of(better, worse));
                    unused.add("that " + shown(better) + " is above " + shown(worse) + " is " + more
                            + " pairs of rows: the intervals do without them, the simplest weights satisfy them");
                    continue;
                }
                pairs += more;
                better.forEach(a -> worse.forEach(b -> addPair(a, b, BigDecimal.ZERO)));
            }
        }
    }

    private String shown(List<Integer> group) {
        return rows.positions.get(group.get(0)).map(Position::toString).orElse("what has no position");
    }

    private ImmutableList<ImmutableList<Integer>> groups(List<Integer> order) {
        ImmutableList.Builder<ImmutableList<Integer>> groups = ImmutableList.builder();
        for (int from = 0, to; from < order.size(); from = to) {
            to = from + 1;
            while (to < order.size() && place(order.get(to)) == place(order.get(from))) {
                to++;
            }
            groups.add(ImmutableList.copyOf(order.subList(from, to)));
        }
        return groups.build();
    }

    private double place(int row) {
        return rows.positions.get(row).map(Position::number).orElse(Double.MAX_VALUE);
    }

    private boolean isBand(int row) {
        return rows.positions.get(row).map(Position::isBand).orElse(true);
    }

    /**
     * Scores that print alike differ by at most a unit of their last digit. If that digit is unknown, a tie says
     * nothing.
     */
    private void addTies(ImmutableList<Integer> group) {
        if (rows.decimals < 0) {
            return;
        }
        if (group.size() > MOST_TIED) {
            unused.add("that " + group.size() + " rows tie at " + shown(group) + " is not used");
            return;
        }
        tied.addAll(group);
        BigDecimal unit = tieUnit().negate();
        for (int i = 0; i < group.size(); i++) {
            for (int j = 0; j < i; j++) {
                addPair(group.get(i), group.get(j), unit);
                addPair(group.get(j), group.get(i), unit);
            }
        }
    }

    /** By how much composites of a tie may differ, if the decimals of their scores are known. */
    BigDecimal tieUnit() {
        return BigDecimal.valueOf(1, rows.decimals);
    }

    private void addPair(int better, int worse, BigDecimal least) {
        all.add(pair(better, worse, least));
    }

    /** The constraint that a composite is above another by a number at least. */
    Constraint pair(int better, int worse, BigDecimal least) {
        BigDecimal[] row = zeros();
        for (int i = 0; i < weights; i++) {
            BigDecimal a = rows.value(better, i);
            BigDecimal b = rows.value(worse, i);
            row[i] = (a == null ? BigDecimal.ZERO : a).subtract(b == null ? BigDecimal.ZERO : b);
        }
        return new Constraint(row, least, better, worse, Side.OTHER);
    }
}
