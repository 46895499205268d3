package io.github.medrank.comparison;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Position;
import io.github.medrank.PublishedResult;
import io.github.medrank.Ranking;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.TextTable;
import io.github.medrank.UnrankedSchool;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A list of schools with positions and ties, from any source. Rankings are compared through such lists.
 *
 * <p>Position 1 is the best; schools with equal positions are tied. Coefficients depend only on the order of the
 * positions; moves are differences of the positions themselves.
 *
 * <pre>{@code
 * var oxford = School.of("Oxford");
 * var list = RankedList.ofPositions(Map.of(oxford, 1, School.of("Yale"), 2));
 * list.position(oxford) // ==> OptionalDouble[1.0]
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The arrays are never written after construction and never lent out.
public final class RankedList {
    private final ImmutableList<School> schools;
    private final double[] positions;
    private final int[] places;
    private final ImmutableMap<School, String> leftOut;
    private volatile @Nullable Map<School, Integer> indices;

    private RankedList(ImmutableList<School> schools, double[] positions, Map<School, String> leftOut) {
        checkArgument(!schools.isEmpty(), "no ranked schools; a ranked list needs at least one");
        this.schools = schools;
        this.positions = positions;
        this.places = Places.of(positions);
        this.leftOut = ImmutableMap.copyOf(leftOut);
    }

    /**
     * Returns the schools that a ranking shows, with their competition positions. Tie rules and bands are ignored;
     * schools without a position are left out. O(n).
     *
     * @throws IllegalArgumentException if the ranking shows no school
     */
    public static RankedList of(Ranking ranking) {
        requireNonNull(ranking, "ranking");
        int[] rows = ranking.rows().toArray();
        ImmutableList<School> all = ranking.table().schools();
        ImmutableList<School> shown = rows.length == all.size()
                ? all
                : IntStream.of(rows).mapToObj(all::get).collect(ImmutableList.toImmutableList());
        double[] positions = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positions[i] = ranking.placeAt(rows[i]);
        }
        return new RankedList(
                shown,
                positions,
                ranking.unranked().stream()
                        .collect(ImmutableMap.toImmutableMap(UnrankedSchool::school, UnrankedSchool::reason)));
    }

    /**
     * Returns a list of schools with given positions, such as one copied from a web page; equal positions are ties.
     *
     * @param positions the position of each school, at least 1; fractions such as 2.5 are allowed
     * @throws IllegalArgumentException if there are no schools, or a position is not a finite number of at least 1
     */
    public static RankedList ofPositions(Map<School, ? extends Number> positions) {
        requireNonNull(positions, "positions");
        double[] values = new double[positions.size()];
        ImmutableList.Builder<School> schools = ImmutableList.builder();
        int i = 0;
        for (Map.Entry<School, ? extends Number> entry : positions.entrySet()) {
            double value = entry.getValue().doubleValue();
            checkArgument(
                    value >= 1 && value < Double.POSITIVE_INFINITY,
                    "school \"%s\": position %s; a position is a finite number of at least 1",
                    entry.getKey().name(),
                    entry.getValue());
            schools.add(entry.getKey());
            values[i++] = value;
        }
        return new RankedList(schools.build(), values, ImmutableMap.of());
    }

    /**
     * Returns a list of schools ordered by score, highest first, with competition positions; equal scores are ties.
     *
     * @param scores the score of each school; a {@code Double} is read as the decimal that it prints
     * @throws IllegalArgumentException if there are no schools, or a score is NaN or infinite
     */
    public static RankedList ofScores(Map<School, ? extends Number> scores) {
        requireNonNull(scores, "scores");
        record Scored(School school, BigDecimal score) {}
        Comparator<Scored> bestFirst = Comparator.comparing(Scored::score).reversed();
        List<Scored> order = new ArrayList<>();
        scores.forEach((school, score) -> {
            checkArgument(
                    Double.isFinite(score.doubleValue()),
                    "school \"%s\": score %s is not a finite number",
                    school.name(),
                    score);
            order.add(new Scored(school, new BigDecimal(score.toString())));
        });
        order.sort(bestFirst);
        double[] positions = new double[order.size()];
        for (int i = 0; i < positions.length; i++) {
            boolean tied = i > 0 && bestFirst.compare(order.get(i - 1), order.get(i)) == 0;
            positions[i] = tied ? positions[i - 1] : i + 1;
        }
        return new RankedList(
                order.stream().map(Scored::school).collect(ImmutableList.toImmutableList()),
                positions,
                ImmutableMap.of());
    }

    /**
     * Returns the schools of a table ranked by one indicator, in its direction; schools without a value are left out.
     *
     * @throws IllegalArgumentException if the table has no such indicator, or no school has a value
     */
    public static RankedList ofIndicator(IndicatorTable table, Indicator indicator) {
        requireNonNull(table, "table");
        Column column = table.column(indicator);
        boolean higher = column.indicator().direction() == Direction.HIGHER_IS_BETTER;
        Map<School, Double> scores = new LinkedHashMap<>();
        Map<School, String> leftOut = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            School school = table.schools().get(row);
            if (column.isPresent(row)) {
                scores.put(school, higher ? column.value(row) : -column.value(row));
            } else {
                leftOut.put(school, column.cell(row).toString());
            }
        }
        return ofScores(scores).leavingOut(leftOut);
    }

    /**
     * Returns a list of positions as a publisher printed them, read by {@link Position#ofPrinted}. The schools of a
     * band are tied at its first position; schools without a position, such as {@code Reporter}, are left out.
     *
     * @param published for example {@link io.github.medrank.IndicatorTable#published()} or {@link Ranking#results()}
     * @throws IllegalArgumentException if no school has a position, or a position cannot be read
     */
    public static RankedList ofPublished(Map<School, PublishedResult> published) {
        requireNonNull(published, "published");
        Map<School, Double> positions = new LinkedHashMap<>();
        published.forEach((school, result) -> result.position()
                .flatMap(printed -> read(school, printed))
                .ifPresent(position -> positions.put(school, position.number())));
        Map<School, String> leftOut = Maps.filterKeys(
                Maps.transformValues(published, result -> "no position published"),
                school -> !positions.containsKey(school));
        return ofPositions(positions).leavingOut(leftOut);
    }

    private RankedList leavingOut(Map<School, String> reasons) {
        return new RankedList(schools, positions, reasons);
    }

    /**
     * Returns the given schools that have no position here, each with the reason: the ranking lists it without a
     * position, it has no value, or none was published. They do not count in a comparison.
     */
    public ImmutableMap<School, String> leftOut() {
        return leftOut;
    }

    private static Optional<Position> read(School school, String printed) {
        try {
            return Position.ofPrinted(printed);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("school \"" + school.name() + "\": " + e.getMessage(), e);
        }
    }

    /** Returns the number of schools. */
    public int size() {
        return positions.length;
    }

    /** Returns the schools, best first; those with equal positions sorted by name, but still tied. O(n log n). */
    public ResultList<School> schools() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> positions[i])
                        .thenComparing(i -> schools.get(i).name())
                        .thenComparing(i -> schools.get(i).id()))
                .map(schools::get)
                .collect(ResultList.toResultList());
    }

    /** Returns the position of a school; empty if it is not in the list. */
    public OptionalDouble position(School school) {
        requireNonNull(school, "school");
        Map<School, Integer> known = indices;
        if (known == null) {
            known = new HashMap<>(size() * 2);
            for (int i = 0; i < size(); i++) {
                known.put(schools.get(i), i);
            }
            indices = known;
        }
        Integer index = known.get(school);
        return index == null ? OptionalDouble.empty() : OptionalDouble.of(positions[index]);
    }

    /**
     * Returns the position of a school, given its id, name or alias; empty if {@link SchoolLookup#find} does not find
     * it.
     *
     * @throws IllegalArgumentException if several schools have that name
     */
    public OptionalDouble position(String idOrName) {
        Optional<School> found = SchoolLookup.of(schools).find(idOrName);
        return found.isPresent() ? position(found.get()) : OptionalDouble.empty();
    }

    /** The schools in the order given. */
    ImmutableList<School> given() {
        return schools;
    }

    double positionAt(int index) {
        return positions[index];
    }

    /** The competition place of a school among the schools of this list. */
    int placeAt(int index) {
        return places[index];
    }

    int[] places() {
        return places;
    }

    /** Returns whether the other object lists equal schools at equal positions. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankedList that
                && size() == that.size()
                && IntStream.range(0, size())
                        .allMatch(i -> that.position(schools.get(i)).equals(OptionalDouble.of(positions[i])));
    }

    @Override
    public int hashCode() {
        return IntStream.range(0, size())
                .map(i -> schools.get(i).hashCode() ^ Double.hashCode(positions[i]))
                .sum();
    }

    /** Returns an aligned table of the first positions and schools. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder("#").left("School");
        schools().stream()
                .limit(TextTable.briefRows(size()))
                .forEach(school -> text.row(position(school).getAsDouble(), school));
        return text.build().brief(size(), "schools()");
    }
}
