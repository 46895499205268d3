package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.github.medrank.exact.Names;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds a school by id, else by exact name, else by alias; a miss says what comes nearest. */
final class Lookup {
    private Lookup() {}

    static int row(Ranking ranking, String wanted) {
        requireNonNull(wanted, "idOrName");
        OptionalInt byId = ranking.table().rowOf(School.of(Names.require(wanted, "id or name"), wanted));
        if (byId.isPresent() && ranking.shows(byId.getAsInt())) {
            return byId.getAsInt();
        }
        Optional<RankedSchool> named = only(
                        ranking, wanted, school -> school.name().equals(wanted))
                .or(() -> only(ranking, wanted, school -> school.aliases().contains(wanted)));
        return named.orElseThrow(() -> new IllegalArgumentException(miss(ranking, wanted)))
                .row();
    }

    static Stream<String> names(School school) {
        return Stream.concat(Stream.of(school.name()), school.aliases().stream());
    }

    private static Optional<RankedSchool> only(Ranking ranking, String wanted, Predicate<School> matches) {
        List<RankedSchool> found =
                ranking.stream().filter(each -> matches.test(each.school())).toList();
        checkArgument(
                found.size() < 2,
                "\"%s\" is the name of several schools; use an id: %s",
                wanted,
                found.stream().map(each -> each.school().id()).toList());
        return found.stream().findFirst();
    }

    private static String miss(Ranking ranking, String wanted) {
        for (UnrankedSchool unranked : ranking.unranked()) {
            School school = unranked.school();
            if (school.id().equals(wanted) || school.isNamed(wanted)) {
                return "school \"" + wanted + "\" is listed but not ranked: " + unranked.reason();
            }
        }
        List<String> near = ranking.stream()
                .map(RankedSchool::school)
                .flatMap(Lookup::names)
                .sorted(Comparator.comparingDouble(name -> -likeness(name, wanted)))
                .limit(3)
                .filter(name -> likeness(name, wanted) > 0.3)
                .map(name -> "\"" + name + "\"")
                .toList();
        String hint =
                near.isEmpty() ? "; find(text) searches the names" : "; did you mean " + String.join(", ", near) + "?";
        return "no school \"" + wanted + "\" in the ranking of " + ranking.size() + hint;
    }

    /** How like a name, or the likest of its words, is to a text, in [0, 1]; a name that contains the text scores 1. */
    private static double likeness(String name, String wanted) {
        String folded = Names.folded(name);
        String text = Names.folded(wanted);
        if (folded.contains(text)) {
            return 1;
        }
        return Stream.concat(Stream.of(folded), Stream.of(folded.split(" ")))
                .mapToDouble(word -> dice(word, text))
                .max()
                .orElse(0);
    }

    /** Shared pairs of letters over all pairs. */
    private static double dice(String a, String b) {
        Set<String> pairs = pairs(a);
        Set<String> others = pairs(b);
        int all = pairs.size() + others.size();
        others.retainAll(pairs);
        return all == 0 ? 0 : 2.0 * others.size() / all;
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
