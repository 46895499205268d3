package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.NameKeys;
import io.github.medrank.exact.Names;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A matching of the schools of two lists, found step by step.
 *
 * <p>Each {@link Step} considers only the schools that earlier steps left unmatched on both sides, so a later step
 * never overrides an earlier one. At each step, names are matched before aliases. If a school could match several
 * schools, an exception names them. Every school is either matched or listed as unmatched, with the most similar
 * names. O(n) in the names and aliases of both lists.
 *
 * <pre>{@code
 * var ours = List.of(School.of("The University of Sydney"), School.of("Yale University"));
 * var theirs = List.of(School.of("Yale University"), School.of("University of Sydney"),
 *         School.of("Ulm"));
 * var matching = SchoolMatching.of(ours, theirs);
 * matching.matches().get(0)    // ==> The University of Sydney = University of Sydney (WORDS)
 * matching.unmatchedThose()    // ==> [Ulm]
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The arrays are never written after construction and never lent out.
public final class SchoolMatching {
    private static final int SHOWN = 5;

    private final ImmutableList<School> these;
    private final ImmutableList<School> those;
    private final int[] thisOf;
    private final int[] thatOf;
    private final @Nullable Step[] steps;
    private final Supplier<SchoolLookup> lonelyThese;
    private final Supplier<SchoolLookup> lonelyThose;

    /** A criterion by which two schools are matched, from the strictest to the loosest. */
    public enum Step {
        /** Equal ids. */
        ID(id -> id),
        /** Equal names or aliases, character by character; see {@link School} for white space. */
        NAME(Names::spaced),
        /** Equal texts after Unicode NFKC normalization, ignoring case and the kind of dash and apostrophe. */
        TEXT(NameKeys::text),
        /** Equal texts ignoring accents. */
        ACCENTS(NameKeys::unaccented),
        /** Equal words, ignoring a leading "The", abbreviations in brackets, "and", "&amp;" and punctuation. */
        WORDS(NameKeys::words);

        private final UnaryOperator<String> key;

        Step(UnaryOperator<String> key) {
            this.key = key;
        }

        String key(String name) {
            return key.apply(name);
        }
    }

    /**
     * A pair of matched schools.
     *
     * @param one the school in the first list
     * @param other the school in the second list
     * @param step the step that matched them
     */
    @Immutable
    public record Match(School one, School other, Step step) {
        /** Checks that no part is null. */
        public Match {
            requireNonNull(one, "one");
            requireNonNull(other, "other");
            requireNonNull(step, "step");
        }

        /** Returns both names and the step. */
        @Override
        public String toString() {
            return one.name() + " = " + other.name() + " (" + step + ")";
        }
    }

    private SchoolMatching(ImmutableList<School> these, ImmutableList<School> those) {
        this.these = these;
        this.those = those;
        this.thisOf = new int[those.size()];
        this.thatOf = new int[these.size()];
        this.steps = new Step[these.size()];
        this.lonelyThese = Suppliers.memoize(() -> SchoolLookup.of(unmatchedThese()));
        this.lonelyThose = Suppliers.memoize(() -> SchoolLookup.of(unmatchedThose()));
        Arrays.fill(thisOf, -1);
        Arrays.fill(thatOf, -1);
    }

    /**
     * Returns a matching of two lists by all steps.
     *
     * @param these the first list, with distinct ids
     * @param those the second list, with distinct ids
     * @return the matching
     * @throws IllegalArgumentException if a list repeats an id, or a school could match several schools of the other
     *     list
     */
    public static SchoolMatching of(List<School> these, List<School> those) {
        requireNonNull(these, "these");
        requireNonNull(those, "those");
        return of(these, those, Step.WORDS);
    }

    /**
     * Returns a matching of two lists by the steps up to a given one.
     *
     * @param these the first list, with distinct ids
     * @param those the second list, with distinct ids
     * @param upTo the last step to take
     * @return the matching
     * @throws IllegalArgumentException if a list repeats an id, or a school could match several schools of the other
     *     list
     */
    public static SchoolMatching of(List<School> these, List<School> those, Step upTo) {
        requireNonNull(these, "these");
        requireNonNull(those, "those");
        requireNonNull(upTo, "upTo");
        SchoolMatching matching = new SchoolMatching(ImmutableList.copyOf(these), ImmutableList.copyOf(those));
        matching.matchIds();
        boolean aliases = Stream.concat(matching.these.stream(), matching.those.stream())
                .anyMatch(school -> !school.aliases().isEmpty());
        for (Step step : Step.values()) {
            if (step != Step.ID && step.compareTo(upTo) <= 0) {
                matching.matchNames(step, false);
                if (aliases) {
                    matching.matchNames(step, true);
                }
            }
        }
        return matching;
    }

    private void matchIds() {
        if (these.equals(those)) {
            for (int i = 0; i < thisOf.length; i++) {
                match(i, i, Step.ID);
            }
            return;
        }
        Map<String, Integer> byId = indices(these);
        indices(those).forEach((id, that) -> {
            Integer mine = byId.get(id);
            if (mine != null) {
                match(mine, that, Step.ID);
            }
        });
    }

    private static Map<String, Integer> indices(List<School> schools) {
        Map<String, Integer> byId = new HashMap<>(schools.size() * 2);
        for (int i = 0; i < schools.size(); i++) {
            School school = schools.get(i);
            checkArgument(byId.put(school.id(), i) == null, "school id \"%s\" comes twice in one list", school.id());
        }
        return byId;
    }

    private void matchNames(Step step, boolean aliases) {
        int[] open = alone(thisOf).toArray();
        int[] free = alone(thatOf).toArray();
        if (open.length == 0 || free.length == 0) {
            return;
        }
        ListMultimap<String, Integer> byKey = LinkedListMultimap.create();
        for (int mine : free) {
            keys(these.get(mine), step, aliases).forEach(key -> byKey.put(key, mine));
        }
        for (int that : open) {
            Set<Integer> candidates = new LinkedHashSet<>();
            keys(those.get(that), step, aliases).forEach(key -> candidates.addAll(byKey.get(key)));
            refuseSeveral(those.get(that), candidates.stream().map(these::get).toList());
            for (int mine : candidates) {
                if (thatOf[mine] >= 0) {
                    refuseSeveral(these.get(mine), List.of(those.get(thatOf[mine]), those.get(that)));
                }
                match(mine, that, step);
            }
        }
    }

    private static Stream<String> keys(School school, Step step, boolean aliases) {
        return aliases ? SchoolLookup.names(school).map(step::key).distinct() : Stream.of(step.key(school.name()));
    }

    private static void refuseSeveral(School school, List<School> candidates) {
        checkArgument(
                candidates.size() < 2,
                "school \"%s\" goes by names of several schools of the other ranking: %s; give them equal ids",
                school.name(),
                candidates.stream().map(School::id).sorted().toList());
    }

    private void match(int mine, int that, Step step) {
        thisOf[that] = mine;
        thatOf[mine] = that;
        steps[mine] = step;
    }

    private static IntStream alone(int[] others) {
        return IntStream.range(0, others.length).filter(i -> others[i] < 0);
    }

    /** Returns the matches, in the order of the first list. */
    public ResultList<Match> matches() {
        return IntStream.range(0, thatOf.length)
                .filter(i -> thatOf[i] >= 0)
                .mapToObj(i -> new Match(these.get(i), those.get(thatOf[i]), requireNonNull(steps[i])))
                .collect(ResultList.toResultList());
    }

    /** Returns the unmatched schools of the first list. */
    public ResultList<School> unmatchedThese() {
        return alone(thatOf).mapToObj(these::get).collect(ResultList.toResultList());
    }

    /** Returns the unmatched schools of the second list. */
    public ResultList<School> unmatchedThose() {
        return alone(thisOf).mapToObj(those::get).collect(ResultList.toResultList());
    }

    /**
     * Returns up to three unmatched schools of the other list whose names are most similar to that of an unmatched
     * school, most similar first.
     *
     * @param alone one of {@link #unmatchedThese} or {@link #unmatchedThose}
     * @return the schools; empty if no name is similar
     */
    public ResultList<School> nearest(School alone) {
        SchoolLookup ours = requireNonNull(lonelyThese.get());
        boolean mine = ours.find(requireNonNull(alone, "alone").id(), Step.ID).isPresent();
        return (mine ? requireNonNull(lonelyThose.get()) : ours).nearest(alone.name());
    }

    /**
     * Returns, for each school of the second list, the index of its match in the first, or −1 if it has none. Use it
     * with arrays that are indexed by school.
     */
    public int[] indicesInThese() {
        return thisOf.clone();
    }

    /** Returns the number of matches by step, and the first unmatched schools with the names most similar to theirs. */
    @Override
    public String toString() {
        Map<Step, Long> bySteps = Arrays.stream(steps)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.groupingBy(step -> step, () -> new EnumMap<>(Step.class), Collectors.counting()));
        List<School> mine = unmatchedThese();
        List<School> theirs = unmatchedThose();
        return (thatOf.length - mine.size()) + " matched " + bySteps + ", " + mine.size() + " and " + theirs.size()
                + " unmatched"
                + brief("these", mine)
                + brief("those", theirs);
    }

    private String brief(String which, List<School> alone) {
        String lines = alone.stream()
                .limit(SHOWN)
                .map(school -> "\n  of " + which + ": " + withNearest(school))
                .collect(Collectors.joining());
        return lines + (alone.size() > SHOWN ? "\n  … " + (alone.size() - SHOWN) + " more of " + which : "");
    }

    /** The name of an unmatched school, followed by the most similar name if there is one. */
    String withNearest(School alone) {
        return alone.name()
                + nearest(alone).stream()
                        .findFirst()
                        .map(near -> " (nearest: " + near.name() + ")")
                        .orElse("");
    }
}
