package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.School;
import java.util.List;
import java.util.function.Predicate;

/** Looks schools up where there is no ranking to do it. */
final class Schools {
    private Schools() {}

    /** By id, else by exact name, else by alias. */
    static School find(List<School> schools, String idOrName) {
        List<Predicate<School>> ways = List.of(
                school -> school.id().equals(idOrName),
                school -> school.name().equals(idOrName),
                school -> school.aliases().contains(idOrName));
        for (Predicate<School> way : ways) {
            List<School> found = schools.stream().filter(way).toList();
            checkArgument(
                    found.size() < 2,
                    "\"%s\" is the name of several schools; use an id: %s",
                    idOrName,
                    found.stream().map(School::id).toList());
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
        throw new IllegalArgumentException("no school \"" + idOrName + "\" among the " + schools.size()
                + " of the table; take an id, a name or an alias");
    }
}
