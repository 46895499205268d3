package io.github.medrank.text;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.SchoolMatching.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the institutions in a paper's cells, by id, name or alias, or within an address. A known institution is given
 * by its id; an unknown one keeps its text, so that the tally can list it.
 */
final class PaperInstitutions {
    /** The largest number of address parts in a name, such as "University of California, San Francisco". */
    private static final int MOST_PARTS = 4;

    private final SchoolLookup lookup;
    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, ImmutableList<School>> texts = new HashMap<>();

    PaperInstitutions(List<School> schools) {
        this.lookup = SchoolLookup.of(schools);
    }

    /** The institutions of names, each once. Ids and countries are used if there are as many of them as names. */
    List<String> named(List<String> names, List<String> rors, List<String> ids, List<String> countries) {
        List<String> first = names.isEmpty() ? rors.isEmpty() ? ids : rors : names;
        return IntStream.range(0, first.size())
                .mapToObj(i -> {
                    List<String> texts = new ArrayList<>(List.of(first.get(i)));
                    aligned(rors, first, i).ifPresent(texts::add);
                    aligned(ids, first, i).ifPresent(texts::add);
                    return named(texts, aligned(countries, first, i));
                })
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<String> aligned(List<String> texts, List<String> beside, int at) {
        return texts.size() == beside.size() ? Optional.of(texts.get(at)) : Optional.empty();
    }

    private String named(List<String> texts, Optional<String> country) {
        return texts.stream()
                .flatMap(text -> one(candidates(text), country).stream())
                .findFirst()
                .orElse(texts.get(0));
    }

    /** The institutions of addresses, each once. */
    List<String> addressed(List<String> written) {
        return ImmutableSet.copyOf(written.stream()
                        .map(address -> addresses.computeIfAbsent(address, this::address))
                        .toList())
                .asList();
    }

    private String address(String address) {
        List<String> parts = Splitter.on(',').trimResults().omitEmptyStrings().splitToList(address);
        int end = parts.size();
        Optional<String> country = end > 1 ? CountryNames.code(parts.get(end - 1)) : Optional.empty();
        end -= country.isPresent() ? 1 : 0;
        int town = end - 1;
        while (town > 0 && isStateOrCode(parts.get(town))) {
            town--;
        }
        Optional<String> several = Optional.empty();
        for (int from = 0; from < end; from++) {
            for (int to = Math.min(end, from + MOST_PARTS); to > from; to--) {
                if (from > 0
                        && from == town
                        && to == from + 1
                        && parts.get(from).indexOf(' ') < 0) {
                    continue;
                }
                String text = String.join(", ", parts.subList(from, to));
                ImmutableList<School> found = candidates(text);
                Optional<String> one = one(found, country);
                if (one.isPresent()) {
                    return one.get();
                }
                several = several.isEmpty() && !found.isEmpty() ? Optional.of(text) : several;
            }
        }
        return several.orElse(address);
    }

    /** A state's abbreviation or a postal code. */
    private static boolean isStateOrCode(String part) {
        return part.chars().anyMatch(Character::isDigit)
                || (part.length() <= 3 && part.chars().allMatch(Character::isUpperCase));
    }

    private ImmutableList<School> candidates(String text) {
        return text.isBlank()
                ? ImmutableList.of()
                : texts.computeIfAbsent(text, each -> lookup.candidates(each, Step.WORDS));
    }

    /** The id of the only candidate, or of the only one in the country. */
    private static Optional<String> one(List<School> candidates, Optional<String> country) {
        List<School> left = candidates.size() < 2
                ? candidates
                : candidates.stream()
                        .filter(school ->
                                school.country().isPresent() && school.country().equals(country))
                        .toList();
        return left.size() == 1 ? Optional.of(left.get(0).id()) : Optional.empty();
    }
}
