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
 * A rule that gives every printed score, or every position, with how far the table pins its weights down.
 *
 * <p>The ends of the intervals are exact: each is attained, and multipliers of the printed rows prove that no weights
 * lie outside. Where the mean is not arithmetic, logarithms and reciprocals are rounded outwards, so an interval may be
 * too wide in its fifteenth digit and is never too narrow. Rounded scores are closed intervals here: a weight at an end
 * may need a score exactly half-way between two printed ones.
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
    private final Optional<RuleCertificate> certificate;

    /** The simplest weights with what follows from them. */
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
        this.certificate = certificate;
    }

    /** Returns the rule. */
    public ScoreRule rule() {
        return rule;
    }

    /** Returns how many printed rows it was held against. */
    public int rows() {
        return rows;
    }

    /** Returns, for each indicator, between which shares of the weight its own lies; 0.4 is 40 percent. */
    public ImmutableMap<Indicator, ExactInterval> shares() {
        return shares;
    }

    /**
     * Returns between which shares of the weight an indicator's lies.
     *
     * @throws IllegalArgumentException if the table does not have the indicator
     */
    public ExactInterval share(Indicator indicator) {
        requireKnown(indicator);
        return requireNonNull(shares.get(indicator));
    }

    /**
     * Returns the rows without which an indicator's interval would be wider.
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
     * rows that exclude what lies beyond. It is worked out when it is asked for.
     *
     * <p>{@linkplain #checked Rows that are not linear}, or are set aside, are no part of it.
     *
     * @return the certificate; empty if the rule is none of an arithmetic mean of values as printed, or of positions
     *     alone
     * @throws IllegalArgumentException if the table does not have the indicator
     */
    public Optional<Certificate> certificate(Indicator indicator) {
        requireKnown(indicator);
        return certificate.flatMap(each -> each.share(shares.keySet().asList().indexOf(indicator)));
    }

    /** Returns the rows that decide the intervals; the others could be left out. */
    public ImmutableSet<School> decidingRows() {
        return deciding.values().stream().flatMap(ImmutableSet::stream).collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Returns what the composite is multiplied by, b in b·(S − m), where the scale leaves that open and the rows bound
     * it on both sides.
     */
    public Optional<ExactInterval> factor() {
        return factor;
    }

    /**
     * Returns what is subtracted from the composite, m in b·(S − m), where the scale leaves that open and the rows
     * bound it.
     */
    public Optional<ExactInterval> minimum() {
        return minimum;
    }

    /**
     * Returns the weights of fewest decimals that fit: percents, or points of a sum, or small whole numbers where
     * percents would not end.
     */
    public Weights simplest() {
        return simplest.weights();
    }

    /** Returns how the composite of the simplest weights is rescaled, by constants of the fewest decimals. */
    public Rescaling rescaling() {
        return simplest.rescaling();
    }

    /** Returns which weights on a grid fit. */
    public GridWeights onGrid() {
        return grid;
    }

    /** Returns the schools whose score at the simplest weights is exactly half-way between two printed ones. */
    public ResultList<School> halves() {
        return ResultList.copyOf(simplest.halves());
    }

    /** Returns the ways of rounding that give every printed score at the simplest weights. */
    public ImmutableSet<RoundingMode> roundings() {
        return rule.rounding().modes().stream()
                .filter(mode -> against(mode).isEmpty())
                .collect(ImmutableSet.toImmutableSet());
    }

    /**
     * Returns the schools whose printed score contradicts a way of rounding at the simplest weights.
     *
     * @throws IllegalArgumentException if the rule's {@link ScoreRule#rounding() rounding} leaves no room for it
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

    /** Returns the schools without one of the values: on these rows alone rests how missing values are treated. */
    public ResultList<School> incomplete() {
        return ResultList.copyOf(incomplete);
    }

    /**
     * Returns the schools whose rows are not linear under the rule; the intervals do without them, and they were
     * checked at the simplest weights.
     */
    public ResultList<School> checked() {
        return ResultList.copyOf(checked);
    }

    /** Returns the rule at its simplest weights as a recipe that runs, whose provenance is "recovered from n rows". */
    public Methodology methodology() {
        return simplest.methodology();
    }

    /** Returns whether the other object is the same rule with the same intervals. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecoveredRule that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(rule, rows, shares, deciding, factor, minimum, simplest.weights(), grid);
    }

    /** The line of a list of rules. */
    String line() {
        StringBuilder text = new StringBuilder(rule.toString()).append(": ");
        boolean first = true;
        for (BigDecimal points : simplest.weights().asMap().values()) {
            text.append(first ? "" : "/").append(NumberText.plain(points));
            first = false;
        }
        return text.toString();
    }

    /** Returns the rule, the interval of each share and the simplest weights, aligned. */
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
                decidingRows(indicator).size() + " rows"));
        table.note(rule.toString());
        table.note("fits " + rows + " rows; " + grid);
        factor.ifPresent(interval -> table.note("factor " + interval));
        minimum.ifPresent(interval -> table.note("minimum " + interval));
        if (rule.hasConstants()) {
            table.note("at the simplest weights " + simplest.rescaling());
        }
        return table.build().toString();
    }
}
