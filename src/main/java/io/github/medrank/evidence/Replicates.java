package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.exact.Indexes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table of indicators together with its bootstrap replicates.
 *
 * <p>A replicate is an ordinary table, so a methodology ranks it like the original. Analyses of robustness draw from
 * {@link #tables()}. {@link #join} combines replicates of different evidence about the same schools. Memory: eight
 * bytes per cell and replicate.
 *
 * <pre>{@code
 * var schools = Institutions.of(School.of("Oxford"), School.of("Yale"));
 * var papers = PaperAccumulator.of(schools, Qs.papers(2026));
 * IntStream.range(0, 100).forEach(i -> papers.add(i % 2, 7));
 * var replicates = Bootstrap.of(1, 1000).papers(papers.tally(), tally -> List.of(tally.hIndex()));
 * replicates.interval(School.of("Yale"), replicates.estimate().indicators().get(0))
 *         .get() // ==> 7 [7, 7]
 * }</pre>
 */
@Immutable
public final class Replicates {
    private final IndicatorTable estimate;
    private final ImmutableList<IndicatorTable> tables;

    private Replicates(IndicatorTable estimate, ImmutableList<IndicatorTable> tables) {
        this.estimate = estimate;
        this.tables = tables;
    }

    /**
     * Returns replicates that were made elsewhere.
     *
     * @param estimate the original table
     * @param tables at least 2 replicates, with the same schools and indicators in the same order
     * @return the replicates
     * @throws IllegalArgumentException if there are fewer than 2 replicates, or one has other schools or indicators
     */
    public static Replicates of(IndicatorTable estimate, List<IndicatorTable> tables) {
        requireNonNull(estimate, "estimate");
        requireNonNull(tables, "tables");
        checkArgument(tables.size() >= 2, "%s replicates; a spread needs at least 2", tables.size());
        for (int b = 0; b < tables.size(); b++) {
            checkArgument(
                    tables.get(b).schools().equals(estimate.schools())
                            && tables.get(b).indicators().equals(estimate.indicators()),
                    "replicate %s has other schools or indicators than the estimate",
                    b);
        }
        return new Replicates(estimate, ImmutableList.copyOf(tables));
    }

    /** Returns the original table. */
    public IndicatorTable estimate() {
        return estimate;
    }

    /** Returns the replicates, in order. */
    public ImmutableList<IndicatorTable> tables() {
        return tables;
    }

    /** Returns the number of replicates. */
    public int size() {
        return tables.size();
    }

    /**
     * Returns the replicate with a given number.
     *
     * @param number from 0
     * @throws IndexOutOfBoundsException if there is no replicate with that number
     */
    public IndicatorTable replicate(int number) {
        return tables.get(Indexes.check(number, tables.size(), "replicate"));
    }

    /**
     * Combines these replicates with those of other indicators, replicate by replicate.
     *
     * @param other the same number of replicates of other indicators, with the same schools in the same order
     * @return the combined replicates
     * @throws IllegalArgumentException if the schools or the numbers of replicates differ, or both have the same
     *     indicator
     */
    public Replicates join(Replicates other) {
        requireNonNull(other, "other");
        checkArgument(size() == other.size(), "%s replicates cannot be joined to %s", size(), other.size());
        checkArgument(estimate.schools().equals(other.estimate.schools()), "the replicates are of different schools");
        return new Replicates(
                join(estimate, other.estimate),
                IntStream.range(0, size())
                        .mapToObj(b -> join(replicate(b), other.replicate(b)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static IndicatorTable join(IndicatorTable one, IndicatorTable other) {
        ImmutableList<Column> columns = ImmutableList.<Column>builder()
                .addAll(one.columns())
                .addAll(other.columns())
                .build();
        return IndicatorTable.ofColumns(one.schools(), columns);
    }

    /**
     * Returns a copy with one indicator replaced by another, such as a publisher's.
     *
     * @throws IllegalArgumentException if there is no such indicator, or the new one is already present
     */
    public Replicates rename(Indicator from, Indicator to) {
        return new Replicates(
                rename(estimate, from, to),
                tables.stream().map(table -> rename(table, from, to)).collect(ImmutableList.toImmutableList()));
    }

    private static IndicatorTable rename(IndicatorTable table, Indicator from, Indicator to) {
        Column renamed = table.column(from).withIndicator(to);
        return table.mapColumns(column -> column.indicator().equals(from) ? renamed : column);
    }

    /**
     * Returns the standard error of an indicator for each school: the sample standard deviation of its replicates.
     *
     * @param indicator one of the estimate's indicators
     * @return a column in the rows of the estimate; undefined if fewer than 2 replicates have a number
     */
    public Column standardErrors(Indicator indicator) {
        List<Column> columns = columns(indicator);
        return Column.of(
                indicator,
                IntStream.range(0, estimate.size())
                        .mapToObj(row -> standardError(sorted(columns, row)))
                        .toList());
    }

    /** Computes in two passes over sorted values, so that the order of the replicates does not matter. */
    private static Cell standardError(double[] values) {
        if (values.length < 2) {
            return Cell.missing(MissingReason.UNDEFINED);
        }
        double mean = sum(values) / values.length;
        double squares = sum(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sorted()
                .toArray());
        return Cell.of(Math.sqrt(squares / (values.length - 1)));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /**
     * Returns the 95 % interval of a school's indicator by the rule of the CWTS Leiden Ranking: elements ⌊0.025·B⌋ and
     * ⌊0.975·B⌋ of B sorted replicates, counted from 0.
     *
     * @return the interval; empty if the school has no estimate, or no replicate has a number
     * @throws IllegalArgumentException if there is no such school or indicator
     */
    public Optional<BootstrapInterval> interval(School school, Indicator indicator) {
        requireNonNull(school, "school");
        return interval(school, indicator, 0.95);
    }

    /**
     * Returns the 95 % interval of a named school's indicator; see {@link #interval(School, Indicator)}.
     *
     * @param idOrName an id, a name or an alias
     * @throws IllegalArgumentException if there is no such school or indicator, or several schools share the name
     */
    public Optional<BootstrapInterval> interval(String idOrName, Indicator indicator) {
        return interval(idOrName, indicator, 0.95);
    }

    /**
     * Returns the interval of a named school's indicator for any coverage; see {@link #interval(School, Indicator,
     * double)}.
     *
     * @param idOrName an id, a name or an alias
     * @param coverage above 0 and below 1; it stands for the decimal it prints
     * @throws IllegalArgumentException if there is no such school or indicator, several schools share the name, or the
     *     coverage is out of range
     */
    public Optional<BootstrapInterval> interval(String idOrName, Indicator indicator, double coverage) {
        School school = SchoolLookup.of(estimate.schools()).school(idOrName);
        return interval(school, indicator, coverage);
    }

    /**
     * Returns the interval of a school's indicator for any coverage c: elements ⌊(1−c)/2·B⌋ and ⌊(1+c)/2·B⌋ of B sorted
     * replicates. B does not include replicates without a number, such as the network index of a single partner;
     * {@link BootstrapInterval#replicates} returns B.
     *
     * @param coverage above 0 and below 1; it stands for the decimal it prints
     * @throws IllegalArgumentException if there is no such school or indicator, or the coverage is out of range
     */
    public Optional<BootstrapInterval> interval(School school, Indicator indicator, double coverage) {
        requireNonNull(school, "school");
        checkArgument(coverage > 0 && coverage < 1, "coverage %s; it is above 0 and below 1", coverage);
        Cell found = estimate.cell(school, indicator);
        double[] values = sorted(columns(indicator), estimate.rowOf(school).orElseThrow());
        if (!found.isPresent() || values.length == 0) {
            return Optional.empty();
        }
        return Optional.of(BootstrapInterval.of(
                found.value().orElseThrow(),
                values[BootstrapInterval.element(coverage, -1, values.length)],
                values[BootstrapInterval.element(coverage, 1, values.length)],
                values.length));
    }

    private List<Column> columns(Indicator indicator) {
        return tables.stream().map(table -> table.column(indicator)).toList();
    }

    private static double[] sorted(List<Column> columns, int row) {
        return columns.stream()
                .filter(column -> column.isPresent(row))
                .mapToDouble(column -> column.value(row))
                .sorted()
                .toArray();
    }

    /** Returns the number of replicates and the original table. */
    @Override
    public String toString() {
        return size() + " replicates of\n" + estimate;
    }
}
