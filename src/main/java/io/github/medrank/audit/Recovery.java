package io.github.medrank.audit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import io.github.medrank.ranking.Pillar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recovers the weights and rules behind a published table.
 *
 * <p>A printed score stands for an interval, so each {@link ScoreRule} turns the table into linear constraints on the
 * weights, which are solved exactly. A rule fits if some weights give every printed score. All supported means, scales,
 * treatments of missing values and roundings are tried, unless a {@code with…} method fixes them. Values are first
 * taken as printed; only if no rule fits are they assumed to hide digits, and then to be raw.
 *
 * <p>The idea follows UTA (Jacquet-Lagrèze and Siskos 1982), the reverse engineering of quality rankings (Chang, Rudin
 * and others 2012), and the GRIM test (Brown and Heathers 2017).
 *
 * <p>Limits: 20,000 rows and 60 indicators. {@link #run()} ends within a second of an interrupt.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * var b = Indicator.of("b");
 * var yale = School.of("Yale");
 * var oxford = School.of("Oxford");
 * var table = IndicatorTable.builder(a, b).row(yale, 80, 50).row(oxford, 70, 90)
 *     .published(yale, PublishedResult.of("2", "59.0")).published(oxford, PublishedResult.of("1", "84.0")).build();
 * var found = Recovery.of(table).run();
 * found.best().orElseThrow().simplest() // ==> 30 a, 70 b
 * }</pre>
 */
@Immutable
public final class Recovery {
    private static final BigDecimal GRID = new BigDecimal("2.5");
    private static final BigDecimal FINEST_GRID = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 15;
    private static final int UNKNOWN = -1;

    private final IndicatorTable table;
    private final RuleChoice tried;
    private final int decimals;
    private final ImmutableList<Pillar> pillars;
    private final BigDecimal grid;

    private Recovery(
            IndicatorTable table, RuleChoice tried, int decimals, ImmutableList<Pillar> pillars, BigDecimal grid) {
        this.table = table;
        this.tried = tried;
        this.decimals = decimals;
        this.pillars = pillars;
        this.grid = grid;
    }

    /**
     * Returns a recovery from a table with printed scores.
     *
     * @throws IllegalArgumentException if no row has a printed score, or there are too many rows or indicators
     */
    public static Recovery of(IndicatorTable table) {
        PrintedRows.scored(requireNonNull(table, "table"), UNKNOWN);
        return new Recovery(table, RuleChoice.OF_SCORES, UNKNOWN, ImmutableList.of(), GRID);
    }

    /**
     * Returns a recovery from a table with printed positions. It uses only their order, and also ties if
     * {@link #withDecimals} states the decimals of the underlying scores.
     *
     * @throws IllegalArgumentException if no row has a printed position, or there are too many rows or indicators
     */
    public static Recovery ofPositions(IndicatorTable table) {
        PrintedRows.placed(requireNonNull(table, "table"), UNKNOWN);
        return new Recovery(table, RuleChoice.OF_POSITIONS, UNKNOWN, ImmutableList.of(), GRID);
    }

    // ---- with ----

    /** Returns a copy that tries only these means. */
    public Recovery withMean(CompositeMean first, CompositeMean... more) {
        return with(tried.withMeans(oneOrMore(first, more)));
    }

    /** Returns a copy that tries only these scales. It has no effect if only positions are used. */
    public Recovery withScale(ScoreScale first, ScoreScale... more) {
        return with(tried.withScales(oneOrMore(first, more)));
    }

    /**
     * Returns a copy that tries only these treatments of missing values. {@link MissingRule#SHARED_IN_PILLAR} is tried
     * only if there are {@linkplain #withPillars pillars}.
     */
    public Recovery withMissing(MissingRule first, MissingRule... more) {
        return with(tried.withMissing(oneOrMore(first, more)));
    }

    /** Returns a copy that tries only these roundings. */
    public Recovery withRounding(ScoreRounding first, ScoreRounding... more) {
        return with(tried.withRoundings(oneOrMore(first, more)));
    }

    /** Returns a copy that assumes this kind of values, and tries no other even if no rule fits. */
    public Recovery withValues(InputValues values) {
        return with(tried.withValues(ImmutableList.of(requireNonNull(values, "values"))));
    }

    private static <E extends Enum<E>> ImmutableSet<E> oneOrMore(E first, E[] more) {
        return Sets.immutableEnumSet(requireNonNull(first, "first"), requireNonNull(more, "more"));
    }

    private Recovery with(RuleChoice newTried) {
        return new Recovery(table, newTried, decimals, pillars, grid);
    }

    /**
     * Returns a copy that assumes this number of decimals in printed scores. The default is the largest number of
     * decimals in any score, because files drop trailing zeros.
     *
     * @throws IllegalArgumentException if the number of decimals is not between 0 and 15
     */
    public Recovery withDecimals(int newDecimals) {
        checkArgument(
                newDecimals >= 0 && newDecimals <= MOST_DECIMALS,
                "%s decimals; a score has between 0 and %s",
                newDecimals,
                MOST_DECIMALS);
        return new Recovery(table, tried, newDecimals, pillars, grid);
    }

    /**
     * Returns a copy with pillars, within which the weight of a missing value may be shared.
     *
     * @throws IllegalArgumentException if the pillars do not contain exactly the table's indicators
     */
    public Recovery withPillars(Pillar first, Pillar... more) {
        ImmutableList<Pillar> all = ImmutableList.<Pillar>builder()
                .add(requireNonNull(first, "first"))
                .add(requireNonNull(more, "more"))
                .build();
        Set<Indicator> named =
                all.stream().flatMap(each -> each.indicators().stream()).collect(Collectors.toSet());
        checkArgument(
                named.equals(Set.copyOf(table.indicators())),
                "the pillars have %s, the table has %s; each indicator of the table belongs to one pillar",
                named,
                table.indicators());
        return new Recovery(table, tried, decimals, all, grid);
    }

    /**
     * Returns a copy that searches for weights on another grid of percentages; the default step is 2.5.
     *
     * @param percent the step, a divisor of 100, at least 0.01
     * @throws IllegalArgumentException if the step is not such a divisor
     */
    public Recovery withGrid(Number percent) {
        BigDecimal step = Decimals.of(requireNonNull(percent, "percent"), "percent");
        checkArgument(
                step.compareTo(FINEST_GRID) >= 0 && HUNDRED.remainder(step).signum() == 0,
                "a grid of %s percent; it must divide 100, and be at least %s",
                percent,
                FINEST_GRID);
        return new Recovery(table, tried, decimals, pillars, step);
    }

    // ---- operations ----

    /**
     * Tries all rules and returns those that fit, nearly fit, and do not fit.
     *
     * <p>Each rule that fits takes two linear programs per indicator, whose cost grows with the number of rows. For
     * five indicators and 200 rows, all rules together take a fraction of a second.
     *
     * @throws io.github.medrank.InterruptedRunException if the calling thread is interrupted
     */
    public Recovered run() {
        return new RecoveryRun(rows(), tried, pillars, grid).run();
    }

    private PrintedRows rows() {
        return tried.isOfPositions() ? PrintedRows.placed(table, decimals) : PrintedRows.scored(table, decimals);
    }

    /**
     * Tests whether given weights, such as those that a publisher states, can be the weights of the table under any of
     * the rules. The values are taken as printed, or as {@link #withValues} fixed them.
     *
     * @param weights weights for exactly the table's indicators
     * @return the rows that refute the weights; empty if some rule fits every row with them, or if no linear rule
     *     refutes them
     * @throws IllegalArgumentException if the weights are for other indicators, only positions are used, or less of an
     *     indicator is better and {@link InputValues#RAW} is not assumed
     */
    public Optional<Refutation> refute(Weights weights) {
        checkArgument(!tried.isOfPositions(), "weights are refuted by printed scores; take Recovery.of(table)");
        Weights ordered = requireNonNull(weights, "weights").inOrderOf(table.indicators());
        return Refutation.of(rows(), tried, ordered);
    }

    /** Returns whether the other object has equal options for an equal table. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Recovery that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(table, tried, decimals, pillars, grid.stripTrailingZeros());
    }

    /** Returns the table and the options, on one line. */
    @Override
    public String toString() {
        String what = tried.isOfPositions() ? "positions" : "scores";
        return "recovery from the printed " + what + " of " + rows().size + " rows: " + tried;
    }
}
