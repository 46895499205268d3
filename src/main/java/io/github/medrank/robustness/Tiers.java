package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Direction;
import io.github.medrank.RankRange;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.exact.NumberText;
import io.github.medrank.weightspace.Interval;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Groups of schools that cannot be told apart, on a stated basis.
 *
 * <p>A tier opens with the best school not yet in one, its anchor, and holds those after it until the first that can be
 * told from the anchor. "Cannot be told apart" is not transitive: two schools of a tier may be told from each other,
 * and the last of a tier and the first of the next may not. {@link #indistinguishable()} has all of it, and every text
 * says so.
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
    /** What must be said wherever tiers are shown. */
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
        /** Returns a probability, from 0 to 1. */
        double of(School ahead, School behind);
    }

    /**
     * Returns tiers of schools whose ranges of positions overlap; two ranges with one position in common overlap.
     *
     * @param bestFirst the range of each school, in the order of the ranking, such as {@link RankAcceptability#ranges}
     *     gives
     */
    public static Tiers byRanges(Map<School, RankRange> bestFirst) {
        requireNonNull(bestFirst, "bestFirst");
        ImmutableMap<School, RankRange> ranges = ImmutableMap.copyOf(bestFirst);
        return by(
                ranges.keySet().asList(),
                (a, b) -> !requireNonNull(ranges.get(a)).overlaps(requireNonNull(ranges.get(b))),
                "ranges do not overlap" + bases(ranges));
    }

    /** What the ranges stand on: the basis of the first, and how many others there are. */
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
     * Returns tiers of schools of which none is ahead of the other with a given probability.
     *
     * @param bestFirst the schools, in the order of the ranking
     * @param ahead the probability that one is ahead of another
     * @param least the probability that tells two apart, above 0.5 and at most 1
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
     * Returns tiers of schools that tests cannot tell apart.
     *
     * @param bestFirst the schools, in the order of the ranking
     * @param sets the tests' result, for at least these schools
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
     * Returns three groups by whether a school's interval is better than the mean, holds it, or is worse: the top,
     * middle and end group of the CHE University Ranking for judgements, whose intervals are of 95 % confidence. An
     * interval that ends at the mean holds it. There are always three; one may be empty.
     *
     * <p>Two schools count as told apart if they are in different groups, though their intervals may overlap.
     *
     * <pre>{@code
     * var yale = School.of("Yale");
     * var ucl = School.of("UCL");
     * var intervals = Map.of(yale, Interval.of(1.4, 1.8), ucl, Interval.of(1.7, 2.3));
     * Tiers.byIntervalAgainstMean(intervals, 2, Direction.LOWER_IS_BETTER).tiers() // ==> [[Yale], [UCL], []]
     * }</pre>
     *
     * @param intervals the interval of each school's value, in the order in which a group is to list them
     * @param mean what they are held against, usually the mean of all values
     * @param direction whether more or less is better; marks of German schools are best at 1
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
        ImmutableListMultimap.Builder<School, School> alike = ImmutableListMultimap.builder();
        for (ImmutableList<School> tier : tiers) {
            for (School school : tier) {
                alike.putAll(school, Iterables.filter(tier, other -> !other.equals(school)));
            }
        }
        return new Tiers(
                tiers,
                alike.build(),
                "intervals lie on different sides of the mean of " + NumberText.significant(mean) + ", or one holds it",
                "Two of different groups may overlap, and two of one group may not.");
    }

    private static int group(Interval interval, double mean, boolean more) {
        if (interval.contains(mean)) {
            return 1;
        }
        return more == (interval.low() > mean) ? 0 : 2;
    }

    /**
     * Returns tiers by any test of two schools.
     *
     * @param bestFirst the schools, in the order of the ranking
     * @param distinguishable whether two can be told apart; the same for both orders
     * @param basis when two are told apart, in words
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
        ImmutableListMultimap.Builder<School, School> alike = ImmutableListMultimap.builder();
        for (School a : schools) {
            for (School b : schools) {
                if (!a.equals(b) && !distinguishable.test(a, b)) {
                    alike.put(a, b);
                }
            }
        }
        return new Tiers(tiers.build(), alike.build(), requireNonNull(basis, "basis"), CAVEAT);
    }

    /** Returns the tiers, best first, each with its anchor first. */
    public ImmutableList<ImmutableList<School>> tiers() {
        return tiers;
    }

    /**
     * Returns the number of a school's tier, from 1.
     *
     * @throws IllegalArgumentException if it is in none
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

    /** Returns the number of the tier of a school by id, name or alias, from 1. */
    public int of(String idOrName) {
        return of(SchoolLookup.of(tiers.stream().flatMap(List::stream).toList()).school(idOrName));
    }

    /** Returns for each school all the others that cannot be told from it, regardless of their tiers. */
    public ImmutableListMultimap<School, School> indistinguishable() {
        return indistinguishable;
    }

    /** Tells when two schools are told apart, in words. */
    public String basis() {
        return basis;
    }

    /** Returns a line a tier, the basis, and the caveat. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < tiers.size(); i++) {
            text.append("Tier ")
                    .append(i + 1)
                    .append(": ")
                    .append(tiers.get(i).stream().map(School::name).collect(Collectors.joining("; ")))
                    .append('\n');
        }
        return text.append("Told apart where ")
                .append(basis)
                .append(". ")
                .append(caveat)
                .toString();
    }
}
