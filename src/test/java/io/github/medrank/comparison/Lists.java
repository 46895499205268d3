package io.github.medrank.comparison;

import com.google.common.base.Splitter;
import io.github.medrank.School;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small ranked lists for tests. */
final class Lists {
    private static final Pattern ITEM = Pattern.compile("\\(([^)]*)\\)|(\\S+)");

    private Lists() {}

    /** {@code "a (b c) d"}: a first, b and c tied, d fourth. */
    static RankedList of(String text) {
        Map<School, Integer> positions = new LinkedHashMap<>();
        Matcher item = ITEM.matcher(text);
        while (item.find()) {
            int place = positions.size() + 1;
            for (String name : Splitter.on(' ').split(item.group(1) != null ? item.group(1) : item.group(2))) {
                positions.put(School.of(name), place);
            }
        }
        return RankedList.ofPositions(positions);
    }

    /** Positions of schools named s0, s1, … */
    static RankedList positions(double... positions) {
        Map<School, Double> map = new LinkedHashMap<>();
        for (int i = 0; i < positions.length; i++) {
            map.put(School.of("s" + i), positions[i]);
        }
        return RankedList.ofPositions(map);
    }

    /** Some of n schools, with ties. */
    static RankedList random(SplittableRandom random, int n, double share) {
        Map<School, Integer> positions = new LinkedHashMap<>();
        positions.put(School.of("s0"), 1 + random.nextInt(n));
        for (int i = 1; i < n; i++) {
            if (random.nextDouble() < share) {
                positions.put(School.of("s" + i), 1 + random.nextInt(n));
            }
        }
        return RankedList.ofPositions(positions);
    }
}
