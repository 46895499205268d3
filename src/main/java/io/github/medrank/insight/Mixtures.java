package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.SchoolMatching;
import io.github.medrank.exact.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Mixtures of two editions, in which others' values, schools, weights and method are each from one or the other. */
@Immutable
final class Mixtures {
    /** The causes common to all schools, in the order of their bits. */
    static final ImmutableList<Cause> CAUSES =
            ImmutableList.of(Cause.OTHERS_INDICATORS, Cause.ENTRANTS_AND_LEAVERS, Cause.WEIGHTS, Cause.METHOD);

    static final int SHARED = CAUSES.size();
    static final int ALL = (1 << SHARED) - 1;

    private static final int OTHERS = 1;
    private static final int SCHOOLS = 1 << 1;
    private static final int WEIGHTS = 1 << 2;
    private static final int METHOD = 1 << 3;

    private final Methodology before;
    private final Methodology after;
    private final ImmutableList<Entry> entries;
    /** The schools in both editions, as listed in the later one. */
    private final ImmutableMap<School, Entry> common;

    private final ImmutableMap<Indicator, Indicator> indicators;
    private final ImmutableList<Indicator> inBefore;
    private final ImmutableList<Indicator> inAfter;
    private final ImmutableList<IndicatorTable> tables;
    private final ImmutableList<Ranking> shared;

    /** The state of a school's own values: all from the later edition, or only some indicators. */
    @Immutable
    record Own(boolean later, ImmutableList<Indicator> indicators) {
        boolean isLater(Indicator indicator) {
            return later || indicators.contains(indicator);
        }
    }

    /** A school with its cells of both editions; the cells are null for an edition that it is not in. */
    @Immutable
    @SuppressWarnings("Immutable") // the maps are immutable
    private record Entry(
            @Nullable School then,
            @Nullable School now,
            ImmutableMap<Indicator, Cell> old,
            ImmutableMap<Indicator, Cell> current) {
        boolean isCommon() {
            return then != null && now != null;
        }

        School school(boolean later) {
            School listed = later ? now : then;
            School other = later ? then : now;
            if (listed == null) {
                listed = other;
            }
            return requireNonNull(listed, "school");
        }

        Cell cell(Indicator indicator, boolean later) {
            Cell mine = (later ? current : old).get(indicator);
            Cell only = mine == null ? (later ? old : current).get(indicator) : mine;
            return only == null ? Cell.missing(MissingReason.NOT_REPORTED) : only;
        }
    }

    private Mixtures(Methodology before, Methodology after, List<Entry> entries, Indicators known) {
        this.before = before;
        this.after = after;
        this.entries = ImmutableList.copyOf(entries);
        this.common = entries.stream()
                .filter(Entry::isCommon)
                .collect(ImmutableMap.toImmutableMap(each -> each.school(true), each -> each));
        checkArgument(!common.isEmpty(), "no school is in both editions");
        this.indicators = known.all();
        this.inBefore = known.inBefore();
        this.inAfter = known.inAfter();
        this.tables = IntStream.range(0, METHOD).mapToObj(this::table).collect(ImmutableList.toImmutableList());
        this.shared = IntStream.rangeClosed(0, ALL)
                .mapToObj(mask -> ranked(mask, tables.get(mask & ~METHOD)))
                .collect(ImmutableList.toImmutableList());
    }

    /** The indicators of both editions, each as described by the later one if it has it. */
    @Immutable
    private record Indicators(
            ImmutableMap<Indicator, Indicator> all,
            ImmutableList<Indicator> inBefore,
            ImmutableList<Indicator> inAfter) {}

    static Mixtures of(Methodology before, IndicatorTable then, Methodology after, IndicatorTable now) {
        ImmutableList<Indicator> inBefore = before.indicators().isEmpty() ? then.indicators() : before.indicators();
        ImmutableList<Indicator> inAfter = after.indicators().isEmpty() ? now.indicators() : after.indicators();
        Map<Indicator, Indicator> all = new LinkedHashMap<>();
        inAfter.forEach(each -> all.put(each, now.column(each).indicator()));
        inBefore.forEach(each -> all.putIfAbsent(each, then.column(each).indicator()));
        List<Entry> entries = new ArrayList<>();
        int[] matches = SchoolMatching.of(then.schools(), now.schools()).indicesInThese();
        Set<Integer> left =
                new LinkedHashSet<>(IntStream.range(0, then.size()).boxed().toList());
        for (int row = 0; row < now.size(); row++) {
            School listed = now.schools().get(row);
            int match = matches[row];
            left.remove(match);
            entries.add(new Entry(
                    match < 0 ? null : renamed(then.schools().get(match), listed),
                    listed,
                    match < 0 ? ImmutableMap.of() : cells(then, match, inBefore),
                    cells(now, row, inAfter)));
        }
        for (int row : left) {
            entries.add(new Entry(then.schools().get(row), null, cells(then, row, inBefore), ImmutableMap.of()));
        }
        return new Mixtures(before, after, entries, new Indicators(ImmutableMap.copyOf(all), inBefore, inAfter));
    }

    /** The school as listed in the earlier edition, with its id in the later one. */
    private static School renamed(School then, School now) {
        if (then.equals(now)) {
            return then;
        }
        School renamed = School.of(now.id(), then.name());
        for (String alias : then.aliases()) {
            renamed = renamed.withAlias(alias);
        }
        renamed =
                then.country().isPresent() ? renamed.withCountry(then.country().get()) : renamed;
        for (Map.Entry<String, String> each : then.attributes().entrySet()) {
            renamed = renamed.withAttribute(each.getKey(), each.getValue());
        }
        return renamed;
    }

    private static ImmutableMap<Indicator, Cell> cells(
            IndicatorTable table, int row, ImmutableList<Indicator> indicators) {
        return indicators.stream()
                .collect(ImmutableMap.toImmutableMap(
                        each -> each, each -> table.column(each).cell(row)));
    }

    Mixtures onCommonSchools() {
        return new Mixtures(before, after, common.values().asList(), new Indicators(indicators, inBefore, inAfter));
    }

    // ---- schools of the editions ----

    ImmutableList<School> common() {
        return common.keySet().asList();
    }

    boolean isCommon(School school) {
        return common.containsKey(school);
    }

    ImmutableList<School> entrants() {
        return entries.stream()
                .filter(each -> each.then() == null)
                .map(each -> each.school(true))
                .collect(ImmutableList.toImmutableList());
    }

    ImmutableList<School> leavers() {
        return entries.stream()
                .filter(each -> each.now() == null)
                .map(each -> each.school(false))
                .collect(ImmutableList.toImmutableList());
    }

    /** A school in both editions, by an id, a name or an alias of the later edition, or else of the earlier. */
    School common(String idOrName) {
        // Both names of a school lead to one id, that of the later edition.
        for (boolean later : new boolean[] {true, false}) {
            Optional<School> found = SchoolLookup.of(common.values().stream()
                            .map(each -> each.school(later))
                            .toList())
                    .find(idOrName);
            if (found.isPresent()) {
                return common().get(common().indexOf(found.get()));
            }
        }
        throw new IllegalArgumentException("no school \"" + SafeText.line(idOrName) + "\" among the " + common().size()
                + " that are in both editions");
    }

    /** The indicators for which the editions give a school different cells. */
    ImmutableList<Indicator> changed(School school) {
        Entry entry = entry(school);
        return indicators.keySet().stream()
                .filter(each -> !entry.cell(each, false).equals(entry.cell(each, true)))
                .collect(ImmutableList.toImmutableList());
    }

    private Entry entry(School school) {
        return requireNonNull(common.get(school));
    }

    // ---- the mixtures ----

    /**
     * A school in a mixture.
     *
     * @param school the school, ranked
     * @param position its position as a number; the competition place in bands
     */
    @Immutable
    @SuppressWarnings("Immutable") // a ranked school is a view of an immutable ranking
    record Mixed(RankedSchool school, double position) {}

    /** The ranking of a mixture in which all schools in both editions take their values from the same edition. */
    Ranking rank(int mask) {
        return shared.get(mask);
    }

    /** A school in a mixture whose own values are from a given edition; empty if it is not ranked there. */
    Optional<Mixed> rank(int mask, School school, Own own) {
        Ranking ranking = shared.get(mask);
        boolean othersLater = (mask & OTHERS) != 0;
        if (own.later() != othersLater || !own.indicators().isEmpty()) {
            ranking = ranked(mask, withOwn(tables.get(mask & ~METHOD), entry(school), own));
        }
        OptionalInt row = ranking.table().rowOf(school);
        if (row.isEmpty() || ranking.placeAt(row.getAsInt()) == 0) {
            return Optional.empty();
        }
        RankedSchool mixed = ranking.of(school);
        return Optional.of(new Mixed(mixed, Show.position(ranking, mixed)));
    }

    private Ranking ranked(int mask, IndicatorTable table) {
        Methodology method = (mask & METHOD) == 0 ? before : after;
        Methodology weighted = (mask & WEIGHTS) == 0 ? before : after;
        // A tie-breaker applies only if its indicator is present.
        Indicator[] breakers = method.presentation().tieBreakers().stream()
                .filter(table.indicators()::contains)
                .toArray(Indicator[]::new);
        return method.toBuilder()
                .indicators(table.indicators())
                .presentation(method.presentation().withTieBreakers(breakers))
                .weighting(weighted.weighting())
                .build()
                .rank(table);
    }

    private IndicatorTable table(int mask) {
        boolean later = (mask & OTHERS) != 0;
        boolean enter = (mask & SCHOOLS) != 0;
        List<Entry> in = entries.stream()
                .filter(each -> each.isCommon() || (enter ? each.now() != null : each.then() != null))
                .toList();
        ImmutableList<Indicator> counted = (mask & WEIGHTS) == 0 ? inBefore : inAfter;
        return IndicatorTable.ofColumns(
                in.stream().map(each -> each.school(later)).toList(),
                counted.stream()
                        .map(each -> Column.of(
                                indicators.getOrDefault(each, each),
                                in.stream()
                                        .map(entry -> entry.cell(each, later))
                                        .toList()))
                        .toList());
    }

    private static IndicatorTable withOwn(IndicatorTable table, Entry entry, Own own) {
        School listed = entry.school(own.later());
        int row = table.rowOf(listed).orElseThrow();
        IndicatorTable mixed = table;
        for (Column column : table.columns()) {
            Cell cell = entry.cell(column.indicator(), own.isLater(column.indicator()));
            if (!cell.equals(column.cell(row))) {
                mixed = mixed.withColumn(Columns.with(column, row, cell));
            }
        }
        if (isListedAlike(table.schools().get(row), listed)) {
            return mixed;
        }
        List<School> schools = new ArrayList<>(table.schools());
        schools.set(row, listed);
        return IndicatorTable.ofColumns(schools, mixed.columns());
    }

    private static boolean isListedAlike(School one, School other) {
        return one.country().equals(other.country()) && one.attributes().equals(other.attributes());
    }
}
