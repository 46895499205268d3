package io.github.medrank.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.School;
import io.github.medrank.SchoolMatching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The schools of several ranked lists, with their places in each. Matched by id, those left over by name or alias. */
final class Matched {
    private final ImmutableList<RankedList> lists;
    private final List<School> all;
    private final int[][] found; // one row per list: the place of each school, 0 if the list lacks it

    Matched(ImmutableList<RankedList> lists) {
        this.lists = lists;
        this.all = new ArrayList<>(lists.get(0).given());
        List<int[]> matches = new ArrayList<>();
        for (RankedList list : lists) {
            int[] mine = SchoolMatching.of(all, list.given()).indicesInThese();
            for (int i = 0; i < mine.length; i++) {
                if (mine[i] < 0) {
                    mine[i] = all.size();
                    all.add(list.given().get(i));
                }
            }
            matches.add(mine);
        }
        this.found = new int[lists.size()][all.size()];
        for (int k = 0; k < found.length; k++) {
            for (int i = 0; i < matches.get(k).length; i++) {
                found[k][matches.get(k)[i]] = lists.get(k).placeAt(i);
            }
        }
    }

    /** The indices of the schools that a rule keeps. */
    int[] kept(Unmatched rule) {
        return IntStream.range(0, all.size())
                .filter(i -> rule == Unmatched.TIED_LAST || absences(i).isEmpty())
                .toArray();
    }

    /** The numbers, counted from 1, of the lists that lack a school. */
    private List<Integer> absences(int school) {
        return IntStream.range(0, found.length)
                .filter(k -> found[k][school] == 0)
                .mapToObj(k -> k + 1)
                .toList();
    }

    ImmutableList<School> schools(int[] kept) {
        return Arrays.stream(kept).mapToObj(all::get).collect(ImmutableList.toImmutableList());
    }

    /** The places of the kept schools among themselves; schools that a list lacks are tied after its last. */
    int[][] places(int[] kept) {
        int[][] places = new int[found.length][];
        for (int k = 0; k < places.length; k++) {
            int[] row = found[k];
            int last = lists.get(k).size() + 1;
            places[k] = Places.among(
                    Arrays.stream(kept).map(i -> row[i] > 0 ? row[i] : last).toArray());
        }
        return places;
    }

    /** The schools that are not kept, each with the reason. */
    ImmutableMap<School, String> leftOut(int[] kept) {
        Map<School, String> reasons = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            if (Arrays.binarySearch(kept, i) < 0) {
                List<Integer> absences = absences(i);
                reasons.put(
                        all.get(i),
                        (absences.size() == 1 ? "not in ranking " : "not in rankings ")
                                + absences.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
        }
        Set<School> listed = new HashSet<>(all);
        for (RankedList list : lists) {
            list.leftOut().forEach((school, reason) -> {
                if (!listed.contains(school)) {
                    reasons.putIfAbsent(school, reason);
                }
            });
        }
        return ImmutableMap.copyOf(reasons);
    }
}
