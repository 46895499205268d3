package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Direction;
import io.github.medrank.RankRange;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.SafeText;
import io.github.medrank.weightspace.Interval;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Groups of schools that cannot be distinguished, by a stated criterion.
 *
 * <p>A tier begins with the best school that is not yet in a tier, its anchor. It holds the schools that follow, up to
 * the first one that can be distinguished from the anchor. The relation is not transitive: two schools of a tier may be
 * distinguishable, and the last school of a tier may not be distinguishable from the first of the next.
 * {@link #indistinguishable()} has the complete relation, and every text states this caveat.
 *
 * <pre>{@code
 * var yale = School.of("Yale");
 * var ucl = School.of("UCL");
 * var oslo = School.of("Oslo");
 * var bestFirst = new LinkedHashMap<School, RankRange>();
 * bestFirst.put(yale, RankRange.of(1, 2, "three rankings"));
 * bestFirst.put(ucl, RankRange.of(1, 3, "three rankings"));
 * bestFirst.put(oslo, RankRange.of(3, 4, "three rankings"));
 * Tiers.byRanges(bestFirst).of(oslo) // ==> 2
 * }</pre>
 */
@Immutable
public final class Tiers {
    /** The caveat to show wherever tiers are shown. */
    public static final String CAVEAT = "A tier holds the schools that cannot be told from its first; that relation is"
            + " not transitive, so two of a tier may differ, and neighbours across an edge may not.";

    private final ImmutableList<ImmutableList<School>> tiers;
    private final ImmutableListMultimap<School, School> indistinguishable;
    private final String basis;
    private final String caveat;

    private Tiers(
            ImmutableList<ImmutableList<School>> tiers,
            ImmutableListMultimap<School, School> indistinguishable,
            String basis,
            String caveat) {
        this.tiers = tiers;
        this.indistinguishable = indistinguishable;
        this.basis = basis;
        this.caveat = caveat;
    }

    /** The probability that one school is ahead of another. */
    @FunctionalInterface
    public interface AheadProbability {
        /** Returns a probability from 0 to 1. */
        double of(School ahead, School behind);
    }

    /**
     * Returns tiers of schools with overlapping ranges of positions; two ranges overlap if they share a position.
     *
     * @param bestFirst the range of each school, in the order of the ranking, such as {@link RankAcceptability#ranges}
     *     returns
     */
    public static Tiers byRanges(Map<School, RankRange> bestFirst) {
        requireNonNull(bestFirst, "bestFirst");
        ImmutableMap<School, RankRange> ranges = ImmutableMap.copyOf(bestFirst);
        return by(
                ranges.keySet().asList(),
                (a, b) -> !requireNonNull(ranges.get(a)).overlaps(requireNonNull(ranges.get(b))),
                "ranges do not overlap" + bases(ranges));
    }

    /** The basis of the first range, and the number of other bases. */
    private static String bases(ImmutableMap<School, RankRange> ranges) {
        List<String> bases =
                ranges.values().stream().map(RankRange::basis).distinct().toList();
        return switch (bases.size()) {
            case 0 -> "";
            case 1 -> " (" + bases.get(0) + ")";
            case 2 -> " (" + bases.get(0) + "; " + bases.get(1) + ")";
            default -> " (" + bases.get(0) + "; and " + (bases.size() - 1) + " other bases)";
        };
    }

    /**
     * Returns tiers of schools of which neither is ahead of the other with a given probability.
     *
     * @param bestFirst the schools, in the order of the ranking
     * @param ahead the probability that one school is ahead of another
     * @param least the probability that distinguishes two schools, above 0.5 and at most 1
     * @throws IllegalArgumentException if a probability is not from 0 to 1
     */
    public static Tiers byProbability(List<School> bestFirst, AheadProbability ahead, double least) {
        requireNonNull(bestFirst, "bestFirst");
        requireNonNull(ahead, "ahead");
        checkArgument(least > 0.5 && least <= 1, "probability %s; it must be above 0.5 and at most 1", least);
        return by(
                bestFirst,
                (a, b) -> probability(ahead, a, b) >= least || probability(ahead, b, a) >= least,
                "one is ahead with a probability of at least " + NumberText.significant(least));
    }

    private static double probability(AheadProbability ahead, School a, School b) {
        double probability = ahead.of(a, b);
        checkArgument(
                probability >= 0 && probability <= 1,
                "the probability that \"%s\" is ahead of \"%s\" is %s; it must be from 0 to 1",
                a.name(),
                b.name(),
                probability);
        return probability;
    }

    /**
     * Returns tiers of schools that statistical tests cannot distinguish.
     *
     * @param bestFirst the schools, in the order of the ranking
     * @param sets the result of the tests, for at least these schools
     */
    public static Tiers byConfidenceSets(List<School> bestFirst, RankConfidenceSets sets) {
        requireNonNull(bestFirst, "bestFirst");
        requireNonNull(sets, "sets");
        return by(
                bestFirst,
                (a, b) -> sets.isBetter(a, b) || sets.isBetter(b, a),
                sets.isSimultaneous()
                        ? "the difference is significant, all pairs tested at once"
                        : "the difference is significant, each school tested against all others alone");
    }

    /**
     * Returns three groups by whether a school's interval is better than the mean, contains it, or is worse. These are
     * the top, middle and end group of the CHE University Ranking for judgements, whose intervals have 95 % confidence.
     * An interval that ends at the mean contains it. There are always three groups, of which some may be empty.
     *
     * <p>Two schools count as distinguishable if they are in different groups, even if their intervals overlap.
     *
     * <pre>{@code
     * var yale = School.of("Yale");
     * var ucl = School.of("UCL");
     * var intervals = Map.of(yale, Interval.of(1.4, 1.8), ucl, Interval.of(1.7, 2.3));
     * var groups = Tiers.byIntervalAgainstMean(intervals, 2, Direction.LOWER_IS_BETTER);
     * groups.tiers() // ==> [[Yale], [UCL], []]
     * }</pre>
     *
     * @param intervals the interval of each school's value, in the order in which a group is to list them
     * @param mean the number that intervals are compared with, usually the mean of all values
     * @param direction whether more or less is better; German marks are best at 1
     * @throws IllegalArgumentException if the mean is not finite
     */
    public static Tiers byIntervalAgainstMean(Map<School, Interval> intervals, double mean, Direction direction) {
        requireNonNull(intervals, "intervals");
        checkArgument(Double.isFinite(mean), "mean %s; it must be finite", mean);
        boolean more = requireNonNull(direction, "direction") == Direction.HIGHER_IS_BETTER;
        List<ImmutableList.Builder<School>> groups =
                List.of(ImmutableList.builder(), ImmutableList.builder(), ImmutableList.builder());
        intervals.forEach(
                (school, interval) -> groups.get(group(interval, mean, more)).add(school));
        ImmutableList<ImmutableList<School>> tiers =
                groups.stream().map(ImmutableList.Builder::build).collect(ImmutableList.toImmutableList());
        return new Tiers(
                tiers,
                indistinguishable(
                        tiers.stream().flatMap(List::stream).toList(),
                        (a, b) -> group(intervals.get(a), mean, more) != group(intervals.get(b), mean, more)),
                "intervals lie on different sides of the mean of " + NumberText.significant(mean) + ", or one holds it",
                "Two of different groups may overlap, and two of one group may not.");
    }

    private static int group(@Nullable Interval interval, double mean, boolean more) {
        if (requireNonNull(interval).contains(mean)) {
            return 1;
        }
        return more == (interval.low() > mean) ? 0 : 2;
    }

    /**
     * Returns tiers by any test of two schools.
     *
     * @param bestFirst the schools, in the order of the ranking
     * @param distinguishable whether two schools can be distinguished; symmetric
     * @param basis the criterion by which two schools are distinguished, as text
     */
    public static Tiers by(List<School> bestFirst, BiPredicate<School, School> distinguishable, String basis) {
        requireNonNull(bestFirst, "bestFirst");
        requireNonNull(distinguishable, "distinguishable");
        ImmutableList<School> schools = ImmutableList.copyOf(bestFirst);
        checkArgument(schools.stream().distinct().count() == schools.size(), "a school comes twice: %s", schools);
        ImmutableList.Builder<ImmutableList<School>> tiers = ImmutableList.builder();
        for (int anchor = 0; anchor < schools.size(); ) {
            int end = anchor + 1;
            while (end < schools.size() && !distinguishable.test(schools.get(anchor), schools.get(end))) {
                end++;
            }
            tiers.add(schools.subList(anchor, end));
            anchor = end;
        }
        return new Tiers(
                tiers.build(),
                indistinguishable(schools, distinguishable),
                SafeText.line(requireNonNull(basis, "basis")),
                CAVEAT);
    }

    private static ImmutableListMultimap<School, School> indistinguishable(
            List<School> schools, BiPredicate<School, School> distinguishable) {
        return schools.stream()
                .collect(ImmutableListMultimap.flatteningToImmutableListMultimap(
                        a -> a, a -> schools.stream().filter(b -> !a.equals(b) && !distinguishable.test(a, b))));
    }

    /** Returns the tiers, best first, each with its anchor first. */
    public ResultList<ImmutableList<School>> tiers() {
        return ResultList.copyOf(tiers);
    }

    /**
     * Returns the number of a school's tier, from 1.
     *
     * @throws IllegalArgumentException if the school is in no tier
     */
    public int of(School school) {
        requireNonNull(school, "school");
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).contains(school)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no school \"" + school.name() + "\" in the tiers");
    }

    /** Returns the number of the tier of a school, from 1, given the school's id, name or alias. */
    public int of(String idOrName) {
        return of(SchoolLookup.of(tiers.stream().flatMap(List::stream).toList()).school(idOrName));
    }

    /** Returns for each school all others that cannot be distinguished from it, in any tier. */
    public ImmutableListMultimap<School, School> indistinguishable() {
        return indistinguishable;
    }

    /** Returns the criterion by which two schools are distinguished, as text. */
    public String basis() {
        return basis;
    }

    /** Returns one line per tier, the basis, and the caveat. */
    @Override
    public String toString() {
        return IntStream.range(0, tiers.size())
                .mapToObj(i -> "Tier " + (i + 1) + ": "
                        + tiers.get(i).stream().map(School::name).collect(Collectors.joining("; ")) + "\n")
                .collect(Collectors.joining("", "", "Told apart where " + basis + ". " + caveat));
    }
}
