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
import io.github.medrank.exact.SafeText;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The institutions for which evidence is counted. Each has a number from 0, which indexes the arrays of accumulators.
 *
 * <p>Institutions are serialized with their accumulators. Accumulators merge only if their institutions are equal and
 * in the same order. Memory: the schools, an index of their ids, and an index of their names once a name is looked up.
 *
 * <pre>{@code
 * var schools = Institutions.of(School.of("Oxford").withCountry("GB"),
 *         School.of("Yale").withCountry("US"));
 * schools.indexOf("YALE") // ==> OptionalInt[1]
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The array is never written after construction, and is used only in this package.
public final class Institutions implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** The number that means no institution. */
    static final int NONE = -1;
    /** The number that means several institutions with one name. */
    static final int SEVERAL = -2;
    /** The number that means no country. */
    static final int NO_COUNTRY = -1;

    private final transient ImmutableList<School> schools;
    private final transient ImmutableMap<String, Integer> byId;
    private final transient int[] countries;
    private final transient SchoolLookup lookup;

    private Institutions(ImmutableList<School> schools) {
        this.schools = schools;
        this.lookup = SchoolLookup.of(schools);
        checkArgument(!schools.isEmpty(), "no institutions; evidence is counted for at least one");
        Map<String, Integer> index = new LinkedHashMap<>();
        for (int i = 0; i < schools.size(); i++) {
            String id = schools.get(i).id();
            checkArgument(
                    index.put(id, i) == null,
                    "two institutions have the id \"%s\"; give one of them another id, or leave it out",
                    id);
        }
        this.byId = ImmutableMap.copyOf(index);
        this.countries = schools.stream()
                .mapToInt(school -> school.country().map(Institutions::code).orElse(NO_COUNTRY))
                .toArray();
    }

    /**
     * Returns institutions, numbered in the given order.
     *
     * @param schools at least one school, with distinct ids; each needs a country if domestic and international are
     *     distinguished
     * @return the institutions
     * @throws IllegalArgumentException if there is no school, or an id is repeated
     */
    public static Institutions of(Iterable<School> schools) {
        requireNonNull(schools, "schools");
        return new Institutions(ImmutableList.copyOf(schools));
    }

    /** Returns listed institutions, numbered in the given order; see {@link #of(Iterable)}. */
    public static Institutions of(School... schools) {
        requireNonNull(schools, "schools");
        return of(Arrays.asList(schools));
    }

    /**
     * Returns the number of a country, for the methods of accumulators that take arrays.
     *
     * @param iso an ISO 3166-1 alpha-2 code in capitals
     * @return a number from 0 to 675, the same on every machine
     * @throws IllegalArgumentException if the code is not one of ISO 3166-1
     */
    public static int countryNumber(String iso) {
        checkArgument(
                isCountry(iso),
                "country \"%s\" is not an ISO 3166-1 alpha-2 code such as GB or JP",
                SafeText.line(iso));
        return code(iso);
    }

    static boolean isCountry(String iso) {
        return CountryCodes.contains(requireNonNull(iso, "country"));
    }

    private static int code(String iso) {
        return (iso.charAt(0) - 'A') * 26 + iso.charAt(1) - 'A';
    }

    /** Returns the number of institutions. */
    public int size() {
        return schools.size();
    }

    /** Returns the schools, in the order of their numbers. */
    public ImmutableList<School> schools() {
        return schools;
    }

    /**
     * Returns the number of an institution, found by all steps of {@link SchoolMatching}; empty if none is found. O(1).
     *
     * @param idOrName an id, or a name or an alias in any spelling
     * @throws IllegalArgumentException if several institutions share the name
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

    /** The number of the institution with a name or an alias in any spelling; {@link #NONE} or {@link #SEVERAL}. */
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

    /** The end of an error message that suggests what an unmatched name may mean. */
    String suggestion(String name) {
        ImmutableList<School> several = candidates(name);
        if (several.size() > 1) {
            return "; use an id: " + several.stream().map(School::id).sorted().toList();
        }
        List<School> near = lookup.nearest(name);
        return near.isEmpty()
                ? "; take an id, a name or an alias"
                : near.stream()
                        .map(school -> "\"" + school.name() + "\"")
                        .collect(Collectors.joining(", ", "; did you mean ", "?"));
    }

    String id(int index) {
        return schools.get(Indexes.check(index, schools.size(), "institution")).id();
    }

    /** The numbers of the countries, or {@link #NO_COUNTRY}. Callers must not modify the array. */
    int[] countries() {
        return countries;
    }

    /**
     * Returns a table of these institutions, ready to be ranked.
     *
     * @param columns columns of tallies over these institutions, with distinct indicators
     * @return the table, with one row per institution
     * @throws IllegalArgumentException if a column has another number of rows, or an indicator is repeated
     */
    public IndicatorTable table(Column... columns) {
        requireNonNull(columns, "columns");
        return IndicatorTable.ofColumns(schools, Arrays.asList(columns));
    }

    void requireSame(Institutions other) {
        checkArgument(
                equals(other), "the accumulators count for different institutions: %s here, %s there", this, other);
    }

    /** Returns whether the other object has the same schools, in the same countries and the same order. */
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

    /** Returns the number of institutions, and the first of them. */
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
        throw new InvalidObjectException("institutions are serialized as Institutions.Form");
    }

    /** The serialized form, since schools themselves are not serializable. */
    @SuppressWarnings("ArrayRecordComponent") // exists only while being written or read
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
