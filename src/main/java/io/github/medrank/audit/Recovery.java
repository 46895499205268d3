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
 * Asks a published table by which weights and rules it was made.
 *
 * <p>A printed score is an interval, and each {@link ScoreRule} turns the table into linear constraints on the weights,
 * which are solved exactly: a rule fits if some weights give every printed score. The means, scales, treatments of
 * missing values and roundings that are tried are all there are, unless {@code with…} fixes them. Values are taken as
 * printed; only where no rule fits so are they taken to hide digits, and then to be raw. The idea is that of UTA
 * (Jacquet-Lagrèze and Siskos 1982) and of reverse-engineering quality rankings (Chang, Rudin and others 2012), and of
 * the GRIM test (Brown and Heathers 2017).
 *
 * <p>Limits: 20 000 rows, 60 indicators. {@link #run()} ends within a second of an interrupt.
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
     * Returns the question to a table that carries printed scores.
     *
     * @throws IllegalArgumentException if no row has a printed score, or there are too many rows or indicators
     */
    public static Recovery of(IndicatorTable table) {
        PrintedRows.scored(requireNonNull(table, "table"), UNKNOWN);
        return new Recovery(table, RuleChoice.OF_SCORES, UNKNOWN, ImmutableList.of(), GRID);
    }

    /**
     * Returns the question to a table that carries printed positions. Their order is all that is used, and ties, if
     * {@link #withDecimals} says to how many decimals the scores behind them are rounded.
     *
     * @throws IllegalArgumentException if no row has a printed position, or there are too many rows or indicators
     */
    public static Recovery ofPositions(IndicatorTable table) {
        PrintedRows.placed(requireNonNull(table, "table"), UNKNOWN);
        return new Recovery(table, RuleChoice.OF_POSITIONS, UNKNOWN, ImmutableList.of(), GRID);
    }

    // ---- with ----

    /** Returns a copy that tries these means alone. */
    public Recovery withMean(CompositeMean first, CompositeMean... more) {
        return with(tried.withMeans(oneOrMore(first, more)));
    }

    /** Returns a copy that tries these scales alone; it changes nothing where positions alone are looked at. */
    public Recovery withScale(ScoreScale first, ScoreScale... more) {
        return with(tried.withScales(oneOrMore(first, more)));
    }

    /**
     * Returns a copy that tries these treatments of missing values alone; {@link MissingRule#SHARED_IN_PILLAR} is tried
     * only if there are {@linkplain #withPillars pillars}.
     */
    public Recovery withMissing(MissingRule first, MissingRule... more) {
        return with(tried.withMissing(oneOrMore(first, more)));
    }

    /** Returns a copy that tries these roundings alone. */
    public Recovery withRounding(ScoreRounding first, ScoreRounding... more) {
        return with(tried.withRoundings(oneOrMore(first, more)));
    }

    /** Returns a copy that takes the values to be this, and nothing else where that fits no rule. */
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
     * Returns a copy that takes printed scores to have this many decimals; otherwise they have as many as the score
     * with the most has, since files drop zeros at the end.
     *
     * @throws IllegalArgumentException if the decimals are not between 0 and 15
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
     * Returns a copy that knows the pillars inside which the weight of a missing value may be shared.
     *
     * @throws IllegalArgumentException if the pillars do not have exactly the table's indicators
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
     * Returns a copy that looks for weights on another grid of percents; the default is 2.5.
     *
     * @param percent a divisor of 100, at least 0.01
     * @throws IllegalArgumentException if it is not
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
     * Tries all rules.
     *
     * <p>For each rule that fits there are two linear programs per indicator, whose cost grows with the number of rows;
     * for five indicators and 200 rows all rules take a fraction of a second.
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
     * Asks whether certain weights, such as those that a publisher states, can be those of the table under any of the
     * rules.
     *
     * @param weights for exactly the table's indicators
     * @return the rows that refute them; empty if some rule fits every row with these weights, or if no rule that is
     *     linear refutes them
     * @throws IllegalArgumentException if they are for other indicators, or positions alone are looked at
     */
    public Optional<Refutation> refute(Weights weights) {
        checkArgument(!tried.isOfPositions(), "weights are refuted by printed scores; take Recovery.of(table)");
        Weights ordered = requireNonNull(weights, "weights").inOrderOf(table.indicators());
        return new WeightsRefuter(rows(), tried, ordered).refute();
    }

    /** Returns whether the other object asks the same of the same table. */
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

    /** Returns what is asked, in a line. */
    @Override
    public String toString() {
        String what = tried.isOfPositions() ? "positions" : "scores";
        return "recovery from the printed " + what + " of " + rows().size + " rows: " + tried;
    }
}
