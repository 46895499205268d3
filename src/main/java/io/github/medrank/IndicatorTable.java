package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Indexes;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.TextIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of schools and indicators: each cell holds a number, or the reason why it is missing.
 *
 * <p>A table may also carry the positions and scores that a publisher printed for the same schools, to compare them
 * with computed ones. Memory: the schools, 8 to 16 bytes each for finding them by id, and eight bytes per cell.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var table = IndicatorTable.builder(papers).row(School.of("Oxford"), 3).row(School.of("Yale"), 2)
 *         .build();
 * table.cell(School.of("Yale"), papers) // ==> 2
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // Fields set later are derived from the others, alike in every thread.
public final class IndicatorTable {
    private final ImmutableList<School> schools;
    private final ImmutableList<Column> columns;
    private final ImmutableList<Indicator> indicators;
    private final ImmutableMap<School, PublishedResult> published;
    private final boolean offScaleAllowed;

    private final TextIndex ids;

    private volatile @Nullable SchoolLookup lookup;
    private volatile int @Nullable [] listing;

    private IndicatorTable(
            ImmutableList<School> schools,
            TextIndex ids,
            ImmutableList<Column> columns,
            ImmutableMap<School, PublishedResult> published,
            boolean offScaleAllowed) {
        this.schools = schools;
        this.ids = ids;
        this.columns = columns;
        ImmutableList.Builder<Indicator> of = ImmutableList.builderWithExpectedSize(columns.size());
        for (Column column : columns) {
            of.add(column.indicator());
        }
        this.indicators = of.build();
        this.published = published;
        this.offScaleAllowed = offScaleAllowed;
    }

    /**
     * Returns a table of whole columns. Columns may hold computed values, so the scales of indicators are not enforced.
     *
     * @param schools the schools, in row order, with distinct ids
     * @param columns the columns, each with one row per school, with distinct indicators
     * @return the table
     * @throws IllegalArgumentException if there are no schools or no columns, a school id or an indicator is repeated,
     *     or the sizes differ
     */
    public static IndicatorTable ofColumns(List<School> schools, List<Column> columns) {
        requireNonNull(schools, "schools");
        requireNonNull(columns, "columns");
        ImmutableList<School> rows = ImmutableList.copyOf(schools);
        ImmutableList<Column> all = ImmutableList.copyOf(columns);
        checkArgument(!rows.isEmpty(), "no schools; a table needs at least one");
        checkArgument(!all.isEmpty(), "no indicators; a table needs at least one");
        TextIndex ids = new TextIndex(rows.size(), row -> rows.get(row).id());
        if (ids.duplicate() >= 0) {
            throw new IllegalArgumentException(comesTwice(rows.get(ids.duplicate())));
        }
        requireFitting(all, rows.size());
        return new IndicatorTable(rows, ids, all, ImmutableMap.of(), false);
    }

    private static String comesTwice(School school) {
        return "school id \"" + school.id() + "\" (\"" + school.name()
                + "\") comes twice; give the second school an id of its own";
    }

    /**
     * Returns a builder of a table with these indicators.
     *
     * @param indicators what is measured, in column order; at least one, without duplicates
     * @return the builder
     * @throws IllegalArgumentException if there is no indicator, or one is repeated
     */
    public static Builder builder(Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        return new Builder(ImmutableList.copyOf(indicators));
    }

    /**
     * Returns a builder of a table with the listed indicators.
     *
     * @param indicators what is measured, in column order; at least one, without duplicates
     * @return the builder
     * @throws IllegalArgumentException if there is no indicator, or one is repeated
     */
    public static Builder builder(Indicator... indicators) {
        requireNonNull(indicators, "indicators");
        return builder(Arrays.asList(indicators));
    }

    /** Returns the schools, in row order. */
    public ImmutableList<School> schools() {
        return schools;
    }

    /** Returns the indicators, in column order. */
    public ImmutableList<Indicator> indicators() {
        return indicators;
    }

    /** Returns the columns. */
    public ImmutableList<Column> columns() {
        return columns;
    }

    /** Returns the number of schools. */
    public int size() {
        return schools.size();
    }

    /**
     * Returns what a publisher printed for the schools, in row order; empty if the table carries no published results.
     */
    public ImmutableMap<School, PublishedResult> published() {
        return published;
    }

    /**
     * Returns the column of an indicator.
     *
     * @param indicator one of {@link #indicators()}
     * @return its column
     * @throws IllegalArgumentException if the table has no such indicator
     */
    public Column column(Indicator indicator) {
        int index = indicators.indexOf(requireNonNull(indicator, "indicator"));
        if (index < 0) { // checkArgument would list the indicators at each call
            throw new IllegalArgumentException("no indicator \"" + indicator.id() + "\" in the table; it has " + ids());
        }
        return columns.get(index);
    }

    /**
     * Returns the row number of a school. O(1).
     *
     * @param school one of {@link #schools()}
     * @return its row, from 0; empty if the table has no school with that id
     */
    public OptionalInt rowOf(School school) {
        requireNonNull(school, "school");
        int row = ids.indexOf(school.id());
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /** Returns the row number of a school given by id, name or alias; empty if {@link #lookup} does not find it. */
    public OptionalInt rowOf(String idOrName) {
        return lookup().index(idOrName, SchoolMatching.Step.TEXT, row -> true);
    }

    /** Returns the lookup of the table's schools by id, name or alias. It is computed on first use and cached. */
    public SchoolLookup lookup() {
        SchoolLookup known = lookup;
        if (known == null) {
            known = SchoolLookup.of(schools);
            lookup = known;
        }
        return known;
    }

    /** Returns the values of one school. */
    public Row row(int index) {
        return new Row(this, Indexes.check(index, size(), "row"));
    }

    /** Returns the rows in the table's order. */
    public Stream<Row> rows() {
        return IntStream.range(0, size()).mapToObj(this::row);
    }

    /**
     * Returns the cell of a school and an indicator.
     *
     * @throws IllegalArgumentException if the table has no such school or indicator
     */
    public Cell cell(School school, Indicator indicator) {
        requireNonNull(school, "school");
        return column(indicator).cell(requireRow(school));
    }

    /** Returns the cell of an indicator and a school given by id, name or alias; see {@link #lookup}. */
    public Cell cell(String idOrName, Indicator indicator) {
        return cell(lookup().school(idOrName), indicator);
    }

    /** Returns whether every cell has a number, measured or filled in. */
    public boolean isComplete() {
        for (Column column : columns) {
            if (!column.isComplete()) {
                return false;
            }
        }
        return true;
    }

    /** Returns a table with only these indicators, in this order. */
    public IndicatorTable select(Iterable<Indicator> chosen) {
        requireNonNull(chosen, "chosen");
        ImmutableList<Indicator> wanted = ImmutableList.copyOf(chosen);
        if (wanted.equals(indicators)) {
            return this;
        }
        return with(wanted.stream().map(this::column).collect(ImmutableList.toImmutableList()));
    }

    /**
     * Returns a table with only the schools that match a predicate, in the same order.
     *
     * @throws IllegalArgumentException if no school matches
     */
    public IndicatorTable filter(Predicate<? super Row> keep) {
        requireNonNull(keep, "keep");
        int[] kept =
                IntStream.range(0, size()).filter(row -> keep.test(row(row))).toArray();
        return kept.length == size() ? this : rows(kept);
    }

    /** Returns a table of the given rows in the given order, each at most once. */
    public IndicatorTable rows(int... rows) {
        requireNonNull(rows, "rows");
        ImmutableList<School> chosen = Arrays.stream(rows)
                .mapToObj(row -> schools.get(Indexes.check(row, size(), "row")))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Column> picked = columns.stream()
                .map(column -> column.rows(Arrays.stream(rows)))
                .collect(ImmutableList.toImmutableList());
        return ofColumns(chosen, picked).withPublished(published, offScaleAllowed);
    }

    /**
     * Returns a table with a function applied to every column. The function may change a column's indicator, but not
     * its number of rows.
     */
    @SuppressWarnings("ReferenceEquality") // a function that changes nothing returns the column itself
    public IndicatorTable mapColumns(UnaryOperator<Column> function) {
        requireNonNull(function, "function");
        ImmutableList.Builder<Column> mapped = ImmutableList.builderWithExpectedSize(columns.size());
        boolean same = true;
        for (Column column : columns) {
            Column after = function.apply(column);
            same &= after == column;
            mapped.add(after);
        }
        return same ? this : with(mapped.build());
    }

    /** Returns a table with the given column, which replaces the column of the same indicator or is added last. */
    public IndicatorTable withColumn(Column column) {
        requireNonNull(column, "column");
        int index = indicators.indexOf(column.indicator());
        ImmutableList.Builder<Column> all = ImmutableList.builder();
        for (int i = 0; i < columns.size(); i++) {
            all.add(i == index ? column : columns.get(i));
        }
        return with(index < 0 ? all.add(column).build() : all.build());
    }

    /**
     * Returns a table with one cell changed.
     *
     * @throws IllegalArgumentException if the table has no such school or indicator, or the value is off the
     *     indicator's scale and the table was not built with {@link Builder#allowOffScale()}
     */
    public IndicatorTable with(School school, Indicator indicator, Cell cell) {
        requireNonNull(school, "school");
        requireNonNull(cell, "cell");
        int row = requireRow(school);
        Column old = column(indicator);
        if (!offScaleAllowed) {
            requireOnScale(school, old.indicator(), cell.orNaN());
        }
        return withColumn(Column.of(
                old.indicator(),
                IntStream.range(0, size())
                        .mapToObj(i -> i == row ? cell : old.cell(i))
                        .toList()));
    }

    /** Returns a table with one value changed. */
    public IndicatorTable with(School school, Indicator indicator, double value) {
        requireNonNull(school, "school");
        return with(school, indicator, Cell.of(value));
    }

    /** Returns a table with one cell changed, of a school given by id, name or alias; see {@link #lookup}. */
    public IndicatorTable with(String idOrName, Indicator indicator, Cell cell) {
        requireNonNull(cell, "cell");
        return with(lookup().school(idOrName), indicator, cell);
    }

    /** Returns a table with one value changed, of a school given by id, name or alias; see {@link #lookup}. */
    public IndicatorTable with(String idOrName, Indicator indicator, double value) {
        return with(lookup().school(idOrName), indicator, value);
    }

    /**
     * Returns a table with one more school, added last.
     *
     * @param school the school, with an id that the table does not have
     * @param cells one cell per indicator of the table, in order
     * @throws IllegalArgumentException if the table already has the id, the number of cells is wrong, or a value is off
     *     its indicator's scale and the table was not built with {@link Builder#allowOffScale()}
     */
    public IndicatorTable withRow(School school, List<Cell> cells) {
        requireNonNull(school, "school");
        requireNonNull(cells, "cells");
        checkArgument(
                cells.size() == indicators.size(),
                "school \"%s\": %s values for %s indicators",
                school.name(),
                cells.size(),
                indicators.size());
        ImmutableList.Builder<Column> longer = ImmutableList.builder();
        for (int i = 0; i < cells.size(); i++) {
            Column column = columns.get(i);
            if (!offScaleAllowed) {
                requireOnScale(school, column.indicator(), cells.get(i).orNaN());
            }
            Stream<Cell> all = IntStream.range(0, size()).mapToObj(column::cell);
            longer.add(Column.of(
                    column.indicator(),
                    Stream.concat(all, Stream.of(cells.get(i))).toList()));
        }
        List<School> more =
                ImmutableList.<School>builder().addAll(schools).add(school).build();
        return ofColumns(more, longer.build()).withPublished(published, offScaleAllowed);
    }

    /** Returns a table that carries what a publisher printed. Schools that the table does not have are left out. */
    public IndicatorTable withPublished(Map<School, PublishedResult> results) {
        requireNonNull(results, "results");
        return withPublished(results, offScaleAllowed);
    }

    private IndicatorTable withPublished(Map<School, PublishedResult> results, boolean allowed) {
        ImmutableMap.Builder<School, PublishedResult> mine = ImmutableMap.builder();
        for (School school : schools) {
            PublishedResult result = results.get(school);
            if (result != null) {
                mine.put(school, result);
            }
        }
        return new IndicatorTable(schools, ids, columns, mine.buildOrThrow(), allowed);
    }

    private IndicatorTable with(ImmutableList<Column> newColumns) {
        IndicatorTable table = ofSameSchools(newColumns);
        table.lookup = lookup;
        table.listing = listing;
        return table;
    }

    private static void requireFitting(ImmutableList<Column> columns, int size) {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String id = column.indicator().id();
            checkArgument(!comesBefore(columns, i), "indicator \"%s\" comes twice", id);
            checkArgument(
                    column.size() == size, "indicator \"%s\" has %s values for %s schools", id, column.size(), size);
        }
    }

    /** Whether an earlier column has the same indicator. Tables are narrow: a set costs more than the comparisons. */
    private static boolean comesBefore(ImmutableList<Column> columns, int index) {
        Indicator mine = columns.get(index).indicator();
        for (int i = 0; i < index; i++) {
            if (columns.get(i).indicator().equals(mine)) {
                return true;
            }
        }
        return false;
    }

    private IndicatorTable ofSameSchools(ImmutableList<Column> newColumns) {
        requireFitting(newColumns, size());
        checkArgument(!newColumns.isEmpty(), "no indicators; a table needs at least one");
        return new IndicatorTable(schools, ids, newColumns, published, offScaleAllowed);
    }

    /** The rows sorted by name, computed once per table: with a million schools this costs more than a ranking. */
    int[] listing() {
        int[] known = listing;
        if (known == null) {
            known = byName(schools);
            listing = known;
        }
        return known;
    }

    /** The indices of schools sorted by name, ignoring accents and case, then by code point, then by id. */
    static int[] byName(List<School> schools) {
        Listed[] listed = new Listed[schools.size()];
        for (int i = 0; i < listed.length; i++) {
            listed[i] = new Listed(i, schools.get(i), schools.get(i).folded());
        }
        Arrays.sort(listed);
        int[] rows = new int[listed.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = listed[i].row;
        }
        return rows;
    }

    private record Listed(int row, School school, String folded) implements Comparable<Listed> {
        @Override
        public int compareTo(Listed other) {
            int order = folded.compareTo(other.folded);
            order = order == 0 ? school.name().compareTo(other.school.name()) : order;
            return order == 0 ? school.id().compareTo(other.school.id()) : order;
        }
    }

    /** Rejects a value that the indicator cannot have; NaN stands for a missing value. */
    private static void requireOnScale(School school, Indicator indicator, double value) {
        checkArgument(
                Double.isNaN(value) || indicator.isOnScale(value),
                "school \"%s\", indicator \"%s\": %s is off its scale, %s; mend the value, let it in with"
                        + " IndicatorTable.Builder.allowOffScale(), or take the indicator withoutScale()",
                school.name(),
                indicator.id(),
                NumberText.text(value),
                indicator.scaleText());
    }

    private int requireRow(School school) {
        OptionalInt row = rowOf(school);
        checkArgument(row.isPresent(), "no school \"%s\" (id \"%s\") in the table", school.name(), school.id());
        return row.getAsInt();
    }

    private String ids() {
        return indicators.stream().map(Indicator::id).toList().toString();
    }

    /** Returns whether the other object is a table of equal schools and columns in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IndicatorTable that && schools.equals(that.schools) && columns.equals(that.columns);
    }

    @Override
    public int hashCode() {
        return schools.hashCode() * 31 + columns.hashCode();
    }

    /** Returns an aligned table of the first schools, short enough for JShell to show in full. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder("School");
        indicators.forEach(indicator -> text.right(indicator.symbol()));
        for (int row = 0; row < TextTable.briefRows(size()); row++) {
            int at = row;
            text.row(
                    schools.get(row).name(),
                    columns.stream().map(column -> column.text(at)).toArray());
        }
        return text.build().brief(size(), "rows()");
    }

    /** Collects rows of cells; not thread-safe. */
    public static final class Builder {
        private final ImmutableList<Indicator> indicators;
        private final ImmutableList<Column.Builder> columns;
        private final List<School> schools = new ArrayList<>();
        private final TextIndex rows = new TextIndex(0, row -> schools.get(row).id());
        private final Map<School, PublishedResult> published = new HashMap<>();
        private boolean offScaleAllowed;

        private Builder(ImmutableList<Indicator> indicators) {
            checkArgument(!indicators.isEmpty(), "no indicators; a table needs at least one");
            this.indicators = indicators;
            ImmutableList.Builder<Column.Builder> all = ImmutableList.builder();
            Set<Indicator> seen = new HashSet<>();
            for (Indicator indicator : indicators) {
                checkArgument(seen.add(indicator), "indicator \"%s\" comes twice", indicator.id());
                all.add(new Column.Builder(indicator));
            }
            this.columns = all.build();
        }

        /**
         * Adds a school with one number per indicator.
         *
         * @param school the school, with an id not yet added
         * @param values one finite number per indicator, in order
         * @return this builder
         * @throws IllegalArgumentException if the id is repeated, a value is NaN or infinite, or the number of values
         *     differs from the number of indicators
         */
        @CanIgnoreReturnValue
        public Builder row(School school, double... values) {
            requireNonNull(school, "school");
            requireNonNull(values, "values");
            checkWidth(school, values.length);
            for (int i = 0; i < values.length; i++) {
                checkArgument(
                        Double.isFinite(values[i]),
                        "school \"%s\", indicator \"%s\": %s is not a finite number; use Cell.missing for an absent one",
                        school.name(),
                        indicators.get(i).id(),
                        values[i]);
            }
            open(school);
            for (int i = 0; i < values.length; i++) {
                columns.get(i).add(values[i], null);
            }
            return this;
        }

        /**
         * Adds a school with one cell per indicator.
         *
         * @param school the school, with an id not yet added
         * @param cells one cell per indicator, in order
         * @return this builder
         * @throws IllegalArgumentException if the id is repeated, or the number of cells differs from the number of
         *     indicators
         */
        @CanIgnoreReturnValue
        public Builder row(School school, List<Cell> cells) {
            requireNonNull(school, "school");
            requireNonNull(cells, "cells");
            checkWidth(school, cells.size());
            open(school);
            for (int i = 0; i < cells.size(); i++) {
                columns.get(i).add(cells.get(i));
            }
            return this;
        }

        /**
         * Sets one value. A new school is added; its other cells are missing as not reported until they are set.
         *
         * @throws IllegalArgumentException if the indicator is not one of the table's, or the value is NaN or infinite
         */
        @CanIgnoreReturnValue
        public Builder put(School school, Indicator indicator, double value) {
            requireNonNull(school, "school");
            requireNonNull(indicator, "indicator");
            checkArgument(
                    Double.isFinite(value),
                    "school \"%s\", indicator \"%s\": %s is not a finite number; use Cell.missing for an absent one",
                    school.name(),
                    indicator.id(),
                    value);
            return put(school, indicator, Cell.of(value));
        }

        /**
         * Sets one cell. A new school is added; its other cells are missing as not reported until they are set.
         *
         * @throws IllegalArgumentException if the indicator is not one of the table's
         */
        @CanIgnoreReturnValue
        public Builder put(School school, Indicator indicator, Cell cell) {
            requireNonNull(school, "school");
            requireNonNull(indicator, "indicator");
            requireNonNull(cell, "cell");
            int column = indicators.indexOf(indicator);
            checkArgument(
                    column >= 0,
                    "indicator \"%s\" is not in the table; it has %s",
                    indicator.id(),
                    indicators.stream().map(Indicator::id).toList());
            int row = rows.indexOf(school.id());
            if (row < 0) {
                row = open(school);
                columns.forEach(each -> each.add(Double.NaN, MissingReason.NOT_REPORTED));
            }
            columns.get(column).set(row, cell);
            return this;
        }

        /** Records what a publisher printed for a school, for comparison with computed results. */
        @CanIgnoreReturnValue
        public Builder published(School school, PublishedResult result) {
            published.put(requireNonNull(school, "school"), requireNonNull(result, "result"));
            return this;
        }

        /**
         * Admits values off the scale of their indicator, here and in changed copies of the table. A ranking of the
         * table warns about them by name.
         *
         * <pre>{@code
         * var score = Indicator.of("teaching").withScale(0, 100);
         * var table = IndicatorTable.builder(score).row(School.of("Yale"), 955).allowOffScale().build();
         * Methodology.builder("m").ranker(Rankers.weightedMean()).build().rank(table)
         *         .warnings() // ==> [indicator "teaching": off its scale, 0 to 100: "Yale" (955)]
         * }</pre>
         */
        @CanIgnoreReturnValue
        public Builder allowOffScale() {
            offScaleAllowed = true;
            return this;
        }

        /**
         * Returns the table.
         *
         * @throws IllegalArgumentException if no school was added, or a value is off its indicator's scale and such
         *     values are not {@linkplain #allowOffScale() allowed}
         */
        public IndicatorTable build() {
            ImmutableList.Builder<Column> all = ImmutableList.builder();
            for (Column.Builder column : columns) {
                all.add(column.build());
            }
            IndicatorTable table =
                    IndicatorTable.ofColumns(schools, all.build()).withPublished(published, offScaleAllowed);
            if (!offScaleAllowed) {
                table.columns.forEach(column -> column.offScale(column.indicator())
                        .forEach(row -> requireOnScale(table.schools.get(row), column.indicator(), column.value(row))));
            }
            return table;
        }

        private int open(School school) {
            int row = schools.size();
            schools.add(school);
            if (!rows.add()) {
                schools.remove(row);
                throw new IllegalArgumentException(comesTwice(school));
            }
            return row;
        }

        private void checkWidth(School school, int width) {
            checkArgument(
                    width == indicators.size(),
                    "school \"%s\": %s values for %s indicators",
                    school.name(),
                    width,
                    indicators.size());
        }
    }
}
