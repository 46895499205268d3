package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.SchoolMatching.Step;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.SafeText;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds schools by id, name or alias. Every method of the library that takes such a text uses this rule.
 *
 * <p>A lookup goes through the steps of {@link SchoolMatching.Step} until one finds a school; at each step, names
 * precede aliases. If a step finds several schools, the lookup fails with an error that names them. If no step finds
 * one, the error suggests similar names.
 *
 * <pre>{@code
 * var schools = SchoolLookup.of(List.of(School.of("Université de Montréal"),
 *         School.of("Yale University").withAlias("Yale")));
 * schools.school("yale")                                    // ==> Yale University
 * schools.find("Universite de Montreal")                    // ==> Optional.empty
 * var accents = SchoolMatching.Step.ACCENTS;
 * schools.find("Universite de Montreal", accents)           // ==> Optional[Université de Montréal]
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The keys are derived from the schools on first use.
public final class SchoolLookup {
    /** A text that is less similar than this is not suggested. */
    private static final double LIKE = 0.3;

    private static final int SUGGESTIONS = 3;
    private static final int SHOWN = 5;

    private final ImmutableList<School> schools;
    private final ImmutableMap<Step, Supplier<Keys>> keys;

    /** For each key, the indices of the schools with that name or alias. */
    private record Keys(ImmutableListMultimap<String, Integer> names, ImmutableListMultimap<String, Integer> aliases) {}

    private SchoolLookup(ImmutableList<School> schools) {
        this.schools = schools;
        Map<Step, Supplier<Keys>> lazy = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            lazy.put(step, Suppliers.memoize(() -> keys(schools, step)));
        }
        this.keys = ImmutableMap.copyOf(lazy);
    }

    /** Returns a lookup in these schools. Their names are indexed on first use. */
    public static SchoolLookup of(Collection<School> schools) {
        requireNonNull(schools, "schools");
        return new SchoolLookup(ImmutableList.copyOf(schools));
    }

    private static Keys keys(List<School> schools, Step step) {
        ImmutableListMultimap.Builder<String, Integer> names = ImmutableListMultimap.builder();
        ImmutableListMultimap.Builder<String, Integer> aliases = ImmutableListMultimap.builder();
        for (int i = 0; i < schools.size(); i++) {
            int index = i;
            School school = schools.get(i);
            if (step == Step.ID) {
                names.put(school.id(), i);
            } else {
                names.put(step.key(school.name()), i);
                school.aliases().stream().map(step::key).distinct().forEach(key -> aliases.put(key, index));
            }
        }
        return new Keys(names.build(), aliases.build());
    }

    /** Returns the schools that are searched, in their order. */
    public ImmutableList<School> schools() {
        return schools;
    }

    /**
     * Returns the school with a given id, name or alias. Only the steps up to {@link Step#TEXT} are taken.
     *
     * @param idOrName an id, a name or an alias
     * @return the school
     * @throws IllegalArgumentException if there is no such school, with the nearest names, or if several schools share
     *     the name
     */
    public School school(String idOrName) {
        return find(idOrName)
                .orElseThrow(() -> new IllegalArgumentException("no school \"" + SafeText.line(idOrName)
                        + "\" among the " + schools.size() + didYouMean(idOrName, "; take an id, a name or an alias")));
    }

    /**
     * Returns the school that {@link #school} finds; empty if there is none.
     *
     * @throws IllegalArgumentException if several schools share the name
     */
    public Optional<School> find(String idOrName) {
        return find(idOrName, Step.TEXT);
    }

    /**
     * Returns the school found by the first successful step up to a given one; empty if there is none.
     *
     * @param idOrName an id, a name or an alias
     * @param upTo the last step to take
     * @return the school; empty if no step finds one
     * @throws IllegalArgumentException if a step finds several schools
     */
    public Optional<School> find(String idOrName, Step upTo) {
        OptionalInt index = index(idOrName, requireNonNull(upTo, "upTo"), i -> true);
        return index.isPresent() ? Optional.of(schools.get(index.getAsInt())) : Optional.empty();
    }

    /** Returns up to three schools whose names or aliases are most similar to a text, most similar first. */
    public ResultList<School> nearest(String name) {
        requireNonNull(name, "name");
        return near(name).map(Near::school).distinct().limit(SUGGESTIONS).collect(ResultList.toResultList());
    }

    /**
     * Returns the schools found by the first successful step: none, one, or several that cannot be distinguished.
     *
     * @param idOrName an id, a name or an alias
     * @param upTo the last step to take
     */
    public ImmutableList<School> candidates(String idOrName, Step upTo) {
        return Arrays.stream(indices(idOrName, requireNonNull(upTo, "upTo"), i -> true))
                .mapToObj(schools::get)
                .collect(ImmutableList.toImmutableList());
    }

    /** The index of the school found for a text, among those that satisfy a condition. */
    OptionalInt index(String idOrName, Step upTo, IntPredicate among) {
        int[] found = indices(idOrName, upTo, among);
        checkArgument(
                found.length < 2,
                "\"%s\" is the name of several schools; use an id: %s",
                SafeText.line(idOrName),
                Arrays.stream(found).mapToObj(i -> schools.get(i).id()).sorted().toList());
        return found.length == 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
    }

    private int[] indices(String idOrName, Step upTo, IntPredicate among) {
        String wanted = Names.require(requireNonNull(idOrName, "idOrName"), "id or name");
        for (Step step : Step.values()) {
            if (step.compareTo(upTo) > 0) {
                break;
            }
            Keys known = requireNonNull(requireNonNull(keys.get(step)).get());
            String key = step.key(wanted);
            for (ImmutableListMultimap<String, Integer> each : List.of(known.names(), known.aliases())) {
                int[] found = each.get(key).stream()
                        .mapToInt(Integer::intValue)
                        .filter(among)
                        .toArray();
                if (found.length > 0) {
                    return found;
                }
            }
        }
        return new int[0];
    }

    /** The end of an error message about a school that was not found. */
    String didYouMean(String wanted, String otherwise) {
        List<String> near = near(wanted)
                .limit(SUGGESTIONS)
                .map(each -> "\"" + each.name() + "\"")
                .toList();
        return near.isEmpty() ? otherwise : "; did you mean " + String.join(", ", near) + "?";
    }

    private record Near(School school, String name, double likeness) {}

    private Stream<Near> near(String wanted) {
        Names.Likeness likeness = new Names.Likeness(wanted);
        return schools.stream()
                .flatMap(school -> names(school).map(name -> new Near(school, name, likeness.of(name))))
                .filter(each -> each.likeness() > LIKE)
                .sorted(Comparator.comparingDouble(each -> -each.likeness()));
    }

    static Stream<String> names(School school) {
        return Stream.concat(Stream.of(school.name()), school.aliases().stream());
    }

    /** Returns the number of schools, and the first of them. */
    @Override
    public String toString() {
        String first = schools.stream().limit(SHOWN).map(School::name).collect(Collectors.joining(", "));
        return schools.size() + " schools by id, name and alias: " + first + (schools.size() > SHOWN ? ", …" : "");
    }
}
