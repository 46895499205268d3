package io.github.medrank.audit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Rescaling;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import io.github.medrank.Weights;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule that gives every printed score, or every position, and how precisely the table determines its weights.
 *
 * <p>The ends of the intervals are exact. Each end is attained, and multipliers of the printed rows prove that no
 * weights lie outside. If the mean is not arithmetic, logarithms and reciprocals are rounded outwards, so an interval
 * may be too wide in its fifteenth digit but is never too narrow. Rounded scores are treated as closed intervals, so a
 * weight at an end may require a score exactly halfway between two printed ones.
 */
@Immutable
@SuppressWarnings("Immutable") // what writes the certificates is not written to
public final class RecoveredRule {
    private final ScoreRule rule;
    private final int rows;
    private final ImmutableMap<Indicator, ExactInterval> shares;
    private final ImmutableMap<Indicator, ImmutableSet<School>> deciding;
    private final Optional<ExactInterval> factor;
    private final Optional<ExactInterval> minimum;
    private final Simplest simplest;
    private final GridWeights grid;
    private final ImmutableList<School> incomplete;
    private final ImmutableList<School> checked;
    private final ImmutableMap<Weights, ImmutableSet<School>> checkedAt;
    private final Optional<BigDecimal> constant;
    private final Optional<RuleCertificate> certificate;

    /** The simplest weights and what follows from them. */
    @Immutable
    record Simplest(
            Weights weights,
            Rescaling rescaling,
            ImmutableList<School> halves,
            ImmutableSetMultimap<RoundingMode, School> against,
            Methodology methodology) {}

    RecoveredRule(
            ScoreRule rule,
            int rows,
            ImmutableMap<Indicator, ExactInterval> shares,
            ImmutableMap<Indicator, ImmutableSet<School>> deciding,
            Optional<ExactInterval> factor,
            Optional<ExactInterval> minimum,
            Simplest simplest,
            GridWeights grid,
            ImmutableList<School> incomplete,
            ImmutableList<School> checked,
            ImmutableMap<Weights, ImmutableSet<School>> checkedAt,
            Optional<BigDecimal> constant,
            Optional<RuleCertificate> certificate) {
        this.rule = rule;
        this.rows = rows;
        this.shares = shares;
        this.deciding = deciding;
        this.factor = factor;
        this.minimum = minimum;
        this.simplest = simplest;
        this.grid = grid;
        this.incomplete = incomplete;
        this.checked = checked;
        this.checkedAt = checkedAt;
        this.constant = constant;
        this.certificate = certificate;
    }

    /** Returns the rule. */
    public ScoreRule rule() {
        return rule;
    }

    /** Returns the number of printed rows that the rule was checked against. */
    public int rows() {
        return rows;
    }

    /** Returns the interval of each indicator's share of the weight, where 0.4 is 40 percent. */
    public ImmutableMap<Indicator, ExactInterval> shares() {
        return shares;
    }

    /**
     * Returns the interval of one indicator's share of the weight.
     *
     * @throws IllegalArgumentException if the table does not have the indicator
     */
    public ExactInterval share(Indicator indicator) {
        requireKnown(indicator);
        return requireNonNull(shares.get(indicator));
    }

    /**
     * Returns the rows that decide an indicator's interval: without them it would be wider.
     *
     * @throws IllegalArgumentException if the table does not have the indicator
     */
    public ImmutableSet<School> decidingRows(Indicator indicator) {
        requireKnown(indicator);
        return requireNonNull(deciding.get(indicator));
    }

    private void requireKnown(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        checkArgument(
                shares.containsKey(indicator),
                "the table has no indicator \"%s\"; it has %s",
                indicator.id(),
                shares.keySet());
    }

    /**
     * Returns the proof of an indicator's {@link #share}: weights that attain each end, and multipliers of the printed
     * rows that exclude everything beyond. The proof is computed when it is requested.
     *
     * <p>The proof does not use {@linkplain #checked rows that are not linear}, nor rows that are set aside. If only
     * positions are used it has every pair of rows, and proves a narrower interval than {@link #share} if that does
     * without some because they are too many.
     *
     * @return the certificate; empty if the share has no ends, or reaches one only in the limit
     * @throws IllegalArgumentException if the table does not have the indicator, or no certificate can prove its share:
     *     if the rule is a geometric mean, a harmonic mean of values or scores that are not all above 0, or rescales
     *     scores from a top that lacks a value
     */
    public Optional<Certificate> certificate(Indicator indicator) {
        requireKnown(indicator);
        checkArgument(certificate.isPresent(), "%s", RuleCertificate.refusal(rule));
        return certificate.flatMap(each -> each.share(shares.keySet().asList().indexOf(indicator)));
    }

    /** Returns the rows that decide the intervals; the table without the other rows gives the same intervals. */
    public ImmutableSet<School> decidingRows() {
        return deciding.values().stream().flatMap(ImmutableSet::stream).collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Returns the interval of the factor b in b·(S − m), by which the composite is multiplied. It is present if the
     * scale leaves the factor open and the rows bound it on both sides.
     */
    public Optional<ExactInterval> factor() {
        return factor;
    }

    /**
     * Returns the interval of the minimum m in b·(S − m), which is subtracted from the composite. It is present if the
     * scale leaves the minimum open and the rows bound it.
     */
    public Optional<ExactInterval> minimum() {
        return minimum;
    }

    /**
     * Returns the constant a at which the intervals hold, if the printed score is b·S + a and S is a geometric or a
     * harmonic mean. The weights are linear only once it is fixed: it is the first that fits on a grid of a
     * hundredth of a unit of the last printed digit, and other constants, with other intervals, may fit as well.
     */
    public Optional<BigDecimal> constant() {
        return constant;
    }

    /**
     * Returns the weights with the fewest decimals that fit: percentages, points of a sum, or small whole numbers if
     * percentages would not terminate.
     */
    public Weights simplest() {
        return simplest.weights();
    }

    /** Returns the rescaling of the composite at the simplest weights, with constants of the fewest decimals. */
    public Rescaling rescaling() {
        return simplest.rescaling();
    }

    /** Returns the weights on a grid that fit. */
    public GridWeights onGrid() {
        return grid;
    }

    /** Returns the schools whose score at the simplest weights is exactly halfway between two printed ones. */
    public ResultList<School> halves() {
        return ResultList.copyOf(simplest.halves());
    }

    /** Returns the rounding modes that give every printed score at the simplest weights. */
    public ImmutableSet<RoundingMode> roundings() {
        return rule.rounding().modes().stream()
                .filter(mode -> against(mode).isEmpty())
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Returns the schools whose printed score contradicts a rounding mode at the simplest weights.
     *
     * @throws IllegalArgumentException if the rule's {@link ScoreRule#rounding() rounding} does not include the mode
     */
    public ImmutableSet<School> against(RoundingMode mode) {
        requireNonNull(mode, "mode");
        checkArgument(
                rule.rounding().modes().contains(mode),
                "%s is not %s; ask for one of %s",
                mode,
                rule.rounding(),
                rule.rounding().modes());
        return simplest.against().get(mode);
    }

    /** Returns the schools with a missing value. The treatment of missing values is inferred from these rows alone. */
    public ResultList<School> incomplete() {
        return ResultList.copyOf(incomplete);
    }

    /**
     * Returns the schools whose rows are not linear under the rule. The intervals do not use these rows; weights that
     * also fit them were sought within the intervals.
     */
    public ResultList<School> checked() {
        return ResultList.copyOf(checked);
    }

    /**
     * Returns the weights at which {@linkplain #checked rows that are not linear} were checked, each with the schools
     * whose printed score it does not give. The last are the simplest weights, which give all of them. It is empty if
     * all rows are linear.
     */
    public ImmutableMap<Weights, ImmutableSet<School>> checkedAt() {
        return checkedAt;
    }

    /**
     * Returns the rule at its simplest weights as a methodology that can be run, with the provenance "recovered from n
     * rows".
     */
    public Methodology methodology() {
        return simplest.methodology();
    }

    /** Returns whether the other object is an equal rule with equal intervals. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecoveredRule that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(rule, rows, shares, deciding, factor, minimum, constant, simplest.weights(), grid);
    }

    /** The line for this rule in a list of rules. */
    String line() {
        StringBuilder text = new StringBuilder(rule.toString()).append(": ");
        boolean first = true;
        for (BigDecimal points : simplest.weights().asMap().values()) {
            text.append(first ? "" : "/").append(NumberText.plain(points));
            first = false;
        }
        return text.toString();
    }

    /** Returns the rule, the interval of each share and the simplest weights, aligned in columns. */
    @Override
    public String toString() {
        TextTable.Builder table = TextTable.builder("Indicator")
                .right("simplest")
                .right("share from–to %")
                .right("decided by");
        shares.forEach((indicator, share) -> table.row(
                indicator.name(),
                NumberText.plain(simplest.weights().points(indicator)),
                share.percent(),
                rows(decidingRows(indicator).size())));
        table.note(rule.toString());
        table.note("fits " + rows(rows) + "; " + grid);
        factor.ifPresent(interval -> table.note("factor " + interval));
        minimum.ifPresent(interval -> table.note("minimum " + interval));
        constant.ifPresent(a -> table.note(
                "intervals for a constant of " + NumberText.plain(a) + " on a grid; other constants may fit as well"));
        if (!checked.isEmpty()) {
            table.note("checked at the simplest weights, and not used for the intervals: " + rows(checked.size()));
        }
        if (rule.hasConstants()) {
            table.note("at the simplest weights " + simplest.rescaling());
        }
        return table.build().toString();
    }

    static String rows(int count) {
        return count + (count == 1 ? " row" : " rows");
    }
}
