package io.github.medrank.evidence;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.Serial;
import java.io.Serializable;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Counts rejections, or throws an exception if the rules are strict. */
final class Rejections implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Comparator<Map.Entry<String, Long>> FREQUENT_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    private final boolean strict;
    private final EnumMap<Rejection, Long> counts = new EnumMap<>(Rejection.class);

    /** The frequency of each distinct text that names no institution or several. */
    private final HashMap<String, Long> unmatched = new HashMap<>();

    Rejections(boolean strict) {
        this.strict = strict;
    }

    void add(Rejection why, Supplier<String> what) {
        throwIfStrict(why, what, () -> "");
        add(why, 1);
    }

    void add(Rejection why, long times) {
        if (times > 0) {
            counts.merge(why, times, Long::sum);
        }
    }

    void addUnmatched(Rejection why, String name) {
        add(why, 1);
        unmatched.merge(name, 1L, Long::sum);
    }

    void throwIfStrict(Rejection why, Supplier<String> what, Supplier<String> hint) {
        if (strict && why.isFault()) {
            throw new IllegalArgumentException(what.get() + " is " + why + hint.get());
        }
    }

    void merge(Rejections other) {
        other.counts.forEach(this::add);
        other.unmatched.forEach((name, times) -> unmatched.merge(name, times, Long::sum));
    }

    Rejections copy() {
        Rejections copy = new Rejections(strict);
        copy.merge(this);
        return copy;
    }

    /** The rejections so far, as a value. */
    Rejected toRejected() {
        Map<Rejection, Long> all = counts;
        ImmutableMap.Builder<String, Long> names = ImmutableMap.builderWithExpectedSize(unmatched.size());
        unmatched.entrySet().stream().sorted(FREQUENT_FIRST).forEach(names::put);
        return new Rejected(Maps.immutableEnumMap(all), names.buildOrThrow());
    }
}
