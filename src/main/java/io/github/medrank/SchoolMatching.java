package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the schools of one list in another: by id, then, for those left on both sides, by name or alias. */
public final class SchoolMatching {
    private SchoolMatching() {}

    /**
     * For each school of the second list its index in the first; −1 where it is not there.
     *
     * @throws IllegalArgumentException if a name or an alias is that of several schools left
     */
    public static int[] inFirst(ImmutableList<School> first, ImmutableList<School> second) {
        if (first.equals(second)) {
            return IntStream.range(0, second.size()).toArray();
        }
        Map<String, Integer> byId = new HashMap<>(first.size() * 2);
        for (int i = 0; i < first.size(); i++) {
            byId.put(first.get(i).id(), i);
        }
        int[] matches = new int[second.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < matches.length; i++) {
            Integer index = byId.remove(second.get(i).id());
            matches[i] = index == null ? -1 : index;
            if (index == null) {
                open.add(i);
            }
        }
        if (!open.isEmpty() && !byId.isEmpty()) {
            matchByName(first, new ArrayList<>(byId.values()), second, open, matches);
        }
        return matches;
    }

    private static void matchByName(
            ImmutableList<School> first,
            List<Integer> free,
            ImmutableList<School> second,
            List<Integer> open,
            int[] matches) {
        Map<String, Set<Integer>> byName = new HashMap<>();
        for (int index : free) {
            for (String name : names(first.get(index))) {
                byName.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(index);
            }
        }
        int[] taken = new int[first.size()];
        Arrays.fill(taken, -1);
        for (int index : open) {
            Set<Integer> candidates = new LinkedHashSet<>();
            for (String name : names(second.get(index))) {
                candidates.addAll(byName.getOrDefault(name, Set.of()));
            }
            checkArgument(
                    candidates.size() < 2,
                    "school \"%s\" goes by names of several schools of the other ranking: %s; give them equal ids",
                    second.get(index).name(),
                    candidates.stream().map(i -> first.get(i).id()).sorted().toList());
            for (int candidate : candidates) {
                checkArgument(
                        taken[candidate] < 0,
                        "school \"%s\" goes by names of several schools of the other ranking: %s; give them equal ids",
                        first.get(candidate).name(),
                        taken[candidate] < 0
                                ? List.of()
                                : IntStream.of(taken[candidate], index)
                                        .mapToObj(i -> second.get(i).id())
                                        .sorted()
                                        .toList());
                taken[candidate] = index;
                matches[index] = candidate;
            }
        }
    }

    private static Set<String> names(School school) {
        Set<String> names = new LinkedHashSet<>(school.aliases());
        names.add(school.name());
        return names;
    }
}
