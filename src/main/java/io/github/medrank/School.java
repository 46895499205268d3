package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.CountryCodes;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.SafeText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A school to be ranked: an id, a name, and optionally aliases, a country and attributes.
 *
 * <p>Two schools are equal if their ids are equal; their natural order is by id. An id derived from a name keeps the
 * letters of every script. Aliases let the same school be found in editions that spell its name differently. Names and
 * aliases are sanitised, so that no name acts on a terminal, a page or a message: white space at their ends is removed,
 * each run of white space inside, including no-break spaces and line breaks, becomes one space, and other control
 * characters and overrides of the writing direction become {@code U+FFFD}.
 *
 * <pre>{@code
 * var karolinska = School.of("Karolinska Institutet").withAlias("Karolinska Institute")
 *         .withCountry("SE");
 * karolinska.id() // ==> karolinska-institutet
 * }</pre>
 */
@Immutable
public final class School implements Comparable<School> {
    private final String id;
    private final String name;
    private final ImmutableList<String> aliases;
    private final @Nullable String country;
    private final ImmutableMap<String, String> attributes;

    private School(
            String id,
            String name,
            ImmutableList<String> aliases,
            @Nullable String country,
            ImmutableMap<String, String> attributes) {
        this.id = Names.require(id, "school id");
        checkArgument(
                SafeText.isSafe(id),
                "school id \"%s\" (\"%s\") must not contain a control character or one that changes the text direction",
                SafeText.line(id),
                name);
        this.name = name;
        checkArgument(
                country == null || CountryCodes.contains(country),
                "school \"%s\": country \"%s\" is not an ISO 3166-1 alpha-2 code such as GB or JP",
                name,
                country == null ? "" : SafeText.line(country));
        this.aliases = aliases;
        this.country = country;
        this.attributes = attributes;
    }

    /**
     * Returns a school with an id derived from its name. The id is in lower case, keeps letters and digits of any
     * script, and has dashes in place of everything else.
     *
     * @param name the name; not blank, with at least one letter or digit
     * @return the school
     * @throws IllegalArgumentException if the name is blank or has no letter or digit
     */
    public static School of(String name) {
        String spaced = spaced(name, "school name");
        return of(Names.id(spaced), spaced);
    }

    /**
     * Returns a school with a given id.
     *
     * @param id the stable identifier, unique in a table; not blank
     * @param name the name; not blank
     * @return the school
     * @throws IllegalArgumentException if the id or the name is blank, or the id contains a control character or one
     *     that changes the direction of the text
     */
    public static School of(String id, String name) {
        return new School(id, spaced(name, "school name"), ImmutableList.of(), null, ImmutableMap.of());
    }

    /** Returns the stable identifier; equality depends on it alone. */
    public String id() {
        return id;
    }

    /** Returns the display name. */
    public String name() {
        return name;
    }

    /** Returns other names by which the school is found, in the order they were given. */
    public ImmutableList<String> aliases() {
        return aliases;
    }

    /** Returns the ISO 3166-1 alpha-2 code of the country; empty if it is not known. */
    public Optional<String> country() {
        return Optional.ofNullable(country);
    }

    /**
     * Returns whether the school is known to be in a country.
     *
     * <pre>{@code
     * School.of("Monash University").withCountry("AU").isIn("AU") // ==> true
     * }</pre>
     *
     * @param code the country's ISO 3166-1 alpha-2 code
     * @throws IllegalArgumentException if no country has that code
     */
    public boolean isIn(String code) {
        requireNonNull(code, "code");
        checkArgument(
                CountryCodes.contains(code),
                "country \"%s\" is not an ISO 3166-1 alpha-2 code such as GB or JP",
                SafeText.line(code));
        return code.equals(country);
    }

    /** Returns further known attributes, in the order they were given. Unknown ones are not listed. */
    public ImmutableMap<String, String> attributes() {
        return attributes;
    }

    /** Returns a copy with an additional alias. */
    public School withAlias(String alias) {
        return withAliases(ImmutableList.of(requireNonNull(alias, "alias")));
    }

    /** Returns a copy with additional aliases, in order. */
    public School withAliases(Iterable<String> more) {
        requireNonNull(more, "more");
        ImmutableList.Builder<String> all = ImmutableList.<String>builder().addAll(aliases);
        more.forEach(alias -> all.add(spaced(alias, "alias")));
        return new School(id, name, all.build(), country, attributes);
    }

    /**
     * Returns a copy with a country.
     *
     * @param newCountry an ISO 3166-1 alpha-2 code in capitals
     * @return the copy
     * @throws IllegalArgumentException if the code is not one of ISO 3166-1
     */
    public School withCountry(String newCountry) {
        return new School(id, name, aliases, requireNonNull(newCountry, "country"), attributes);
    }

    /** Returns a copy with an attribute added, or replaced if the key exists; see {@link #withAttributes}. */
    public School withAttribute(String key, String value) {
        return withAttributes(
                ImmutableMap.of(requireNonNull(key, "attribute key"), requireNonNull(value, "attribute value")));
    }

    /**
     * Returns a copy with attributes added, or replaced if their keys exist. Spaces around keys and values are removed.
     * A value that is blank, a dash or {@code n/a} means that the attribute is not known, and the copy does not have
     * it. So schools with an unknown attribute do not form a group of their own.
     *
     * <pre>{@code
     * School.of("Yale").withAttributes(Map.of("region", " europe")).attributes() // ==> {region=europe}
     * School.of("Yale").withAttributes(Map.of("region", "n/a")).attributes()     // ==> {}
     * }</pre>
     */
    public School withAttributes(Map<String, String> more) {
        requireNonNull(more, "more");
        Map<String, String> all = new LinkedHashMap<>(attributes);
        more.forEach((key, value) -> {
            String bare = spaced(key, "attribute key");
            if (SafeText.isMissing(requireNonNull(value, "attribute value"))) {
                all.remove(bare);
            } else {
                all.put(bare, Names.spaced(value));
            }
        });
        return new School(id, name, aliases, country, ImmutableMap.copyOf(all));
    }

    /** Returns whether the school's name or one of its aliases equals a text, ignoring differences in white space. */
    public boolean isNamed(String candidate) {
        requireNonNull(candidate, "candidate");
        String spaced = Names.spaced(candidate);
        return name.equals(spaced) || aliases.contains(spaced);
    }

    /** Normalises white space, since names copied from pages and sheets contain other kinds of spaces. */
    private static String spaced(String text, String what) {
        return Names.require(Names.spaced(requireNonNull(text, what)), what);
    }

    String folded() {
        return Names.folded(name);
    }

    /** Returns whether the other object is a school with the same id. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof School that && id.equals(that.id);
    }

    /** Returns the hash code of the id. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /**
     * Compares the ids. Hash tables rely on this order: it keeps them fast even if ids were chosen to share one hash
     * code.
     */
    @Override
    public int compareTo(School other) {
        requireNonNull(other, "other");
        return id.compareTo(other.id);
    }

    /** Returns the name, followed by the country if it is known: {@code University of Oxford (GB)}. */
    @Override
    public String toString() {
        return country == null ? name : name + " (" + country + ")";
    }
}
