package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.SchoolMatching;
import io.github.medrank.exact.CountryCodes;
import io.github.medrank.exact.Indexes;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The institutions that evidence is counted for, each with a number from 0: what an accumulator's arrays are indexed
 * by.
 *
 * <p>It travels with its accumulators, and accumulators merge only over equal institutions in the same order. Memory:
 * the schools, an index of their ids, and one of their names once one is asked for.
 *
 * <pre>{@code
 * var schools = Institutions.of(School.of("Oxford").withCountry("GB"),
 *         School.of("Yale").withCountry("US"));
 * schools.indexOf("YALE") // ==> OptionalInt[1]
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The array is never written after construction, and lent to this package alone.
public final class Institutions implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** The number that stands for no institution. */
    static final int NONE = -1;
    /** The number that stands for several institutions of one name. */
    static final int SEVERAL = -2;
    /** The number that stands for no country. */
    static final int NO_COUNTRY = -1;

    private final transient ImmutableList<School> schools;
    private final transient ImmutableMap<String, Integer> byId;
    private final transient int[] countries;
    private final transient SchoolLookup lookup;

    private Institutions(ImmutableList<School> schools) {
        this.schools = schools;
        this.lookup = SchoolLookup.of(schools);
        checkArgument(!schools.isEmpty(), "no institutions; evidence is counted for at least one");
        ImmutableMap.Builder<String, Integer> index = ImmutableMap.builder();
        for (int i = 0; i < schools.size(); i++) {
            index.put(schools.get(i).id(), i);
        }
        this.byId = index.buildOrThrow();
        this.countries = schools.stream()
                .mapToInt(school -> school.country().map(Institutions::code).orElse(NO_COUNTRY))
                .toArray();
    }

    /**
     * Returns the institutions in the order in which they are numbered.
     *
     * @param schools at least one, each id once; a country is needed wherever domestic and international are told apart
     * @return the institutions
     * @throws IllegalArgumentException if there is none, or an id comes twice
     */
    public static Institutions of(Iterable<School> schools) {
        requireNonNull(schools, "schools");
        return new Institutions(ImmutableList.copyOf(schools));
    }

    /** Returns the institutions in the order in which they are numbered; as {@link #of(Iterable)}. */
    public static Institutions of(School... schools) {
        requireNonNull(schools, "schools");
        return of(Arrays.asList(schools));
    }

    /**
     * Returns the number that stands for a country in the array paths of the accumulators.
     *
     * @param iso an ISO 3166-1 alpha-2 code in capitals
     * @return a number from 0 to 675, the same on every machine
     * @throws IllegalArgumentException if the code is not one of ISO 3166-1
     */
    public static int countryNumber(String iso) {
        checkArgument(isCountry(iso), "country \"%s\" is not an ISO 3166-1 alpha-2 code such as GB or JP", iso);
        return code(iso);
    }

    static boolean isCountry(String iso) {
        return CountryCodes.contains(requireNonNull(iso, "country"));
    }

    private static int code(String iso) {
        return (iso.charAt(0) - 'A') * 26 + iso.charAt(1) - 'A';
    }

    /** Returns how many there are. */
    public int size() {
        return schools.size();
    }

    /** Returns the schools, in order of their numbers. */
    public ImmutableList<School> schools() {
        return schools;
    }

    /**
     * Returns the number of an institution, found by all steps of {@link SchoolMatching}; empty if there is none. O(1).
     *
     * @param idOrName an id, or a name or an alias in any spelling
     * @throws IllegalArgumentException if several institutions go by that name
     */
    public OptionalInt indexOf(String idOrName) {
        requireNonNull(idOrName, "idOrName");
        int byId = numberOfId(idOrName);
        int index = byId >= 0 ? byId : numberOfName(idOrName);
        checkArgument(
                index != SEVERAL,
                "\"%s\" is the name of several institutions%s",
                idOrName,
                index == SEVERAL ? suggestion(idOrName) : "");
        return index == NONE ? OptionalInt.empty() : OptionalInt.of(index);
    }

    int numberOfId(String id) {
        Integer index = byId.get(requireNonNull(id, "id"));
        return index == null ? NONE : index;
    }

    /** The number of the institution of a name or an alias in any spelling, {@link #NONE} or {@link #SEVERAL}. */
    int numberOfName(String name) {
        ImmutableList<School> found = candidates(name);
        return switch (found.size()) {
            case 0 -> NONE;
            case 1 -> numberOfId(found.get(0).id());
            default -> SEVERAL;
        };
    }

    private ImmutableList<School> candidates(String name) {
        return name.isBlank() ? ImmutableList.of() : lookup.candidates(name, SchoolMatching.Step.WORDS);
    }

    /** The end of a message about a name that was not matched: which it may mean. */
    String suggestion(String name) {
        ImmutableList<School> several = candidates(name);
        if (several.size() > 1) {
            return "; use an id: " + several.stream().map(School::id).sorted().toList();
        }
        ImmutableList<School> near = lookup.nearest(name);
        return near.isEmpty()
                ? "; take an id, a name or an alias"
                : near.stream()
                        .map(school -> "\"" + school.name() + "\"")
                        .collect(Collectors.joining(", ", "; did you mean ", "?"));
    }

    String id(int index) {
        return schools.get(Indexes.check(index, schools.size(), "institution")).id();
    }

    /** The countries' numbers, or {@link #NO_COUNTRY}; lent to this package, which does not write to it. */
    int[] countries() {
        return countries;
    }

    /**
     * Returns a table of these institutions: the step from evidence to a ranking.
     *
     * @param columns columns of tallies over these institutions, each indicator once
     * @return the table, a row an institution
     * @throws IllegalArgumentException if a column has another number of rows, or an indicator comes twice
     */
    public IndicatorTable table(Column... columns) {
        requireNonNull(columns, "columns");
        return IndicatorTable.ofColumns(schools, Arrays.asList(columns));
    }

    void requireSame(Institutions other) {
        checkArgument(
                equals(other), "the accumulators count for different institutions: %s here, %s there", this, other);
    }

    /** Returns whether the other object has the same schools, of the same countries, in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Institutions that
                        && schools.equals(that.schools)
                        && Arrays.equals(countries, that.countries));
    }

    @Override
    public int hashCode() {
        return schools.hashCode();
    }

    /** Returns how many, and the first of them. */
    @Override
    public String toString() {
        return size() + " institutions, the first " + schools.get(0);
    }

    @Serial
    private Object writeReplace() {
        return new Form(
                schools.stream().map(School::id).toArray(String[]::new),
                schools.stream().map(School::name).toArray(String[]::new),
                schools.stream().map(school -> school.country().orElse("")).toArray(String[]::new),
                schools.stream().map(School::aliases).toArray(ImmutableList[]::new),
                schools.stream().map(School::attributes).toArray(ImmutableMap[]::new));
    }

    @Serial
    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("institutions travel as their form");
    }

    /** What travels: schools themselves do not. */
    @SuppressWarnings("ArrayRecordComponent") // lives for the moment of writing and reading
    private record Form(
            String[] ids,
            String[] names,
            String[] countries,
            ImmutableList<?>[] aliases,
            ImmutableMap<?, ?>[] attributes)
            implements Serializable {
        @Serial
        private Object readResolve() {
            ImmutableList.Builder<School> schools = ImmutableList.builder();
            for (int i = 0; i < ids.length; i++) {
                School school = School.of(ids[i], names[i]);
                school = countries[i].isEmpty() ? school : school.withCountry(countries[i]);
                for (Object alias : aliases[i]) {
                    school = school.withAlias((String) alias);
                }
                for (var attribute : attributes[i].entrySet()) {
                    school = school.withAttribute((String) attribute.getKey(), (String) attribute.getValue());
                }
                schools.add(school);
            }
            return new Institutions(schools.build());
        }
    }
}
