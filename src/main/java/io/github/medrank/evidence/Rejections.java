package io.github.medrank.evidence;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.Serial;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** Counts of what was not counted, and the choice between counting and throwing. */
final class Rejections implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final boolean strict;
    private final EnumMap<Rejection, Long> counts = new EnumMap<>(Rejection.class);

    Rejections(boolean strict) {
        this.strict = strict;
    }

    void add(Rejection why, Supplier<String> what) {
        throwIfStrict(strict, why, what);
        add(why, 1);
    }

    void add(Rejection why, long times) {
        if (times > 0) {
            counts.merge(why, times, Long::sum);
        }
    }

    static void throwIfStrict(boolean strict, Rejection why, Supplier<String> what) {
        if (strict && why.isFault()) {
            throw new IllegalArgumentException(what.get() + " is " + why);
        }
    }

    void merge(Rejections other) {
        other.counts.forEach(this::add);
    }

    Rejections copy() {
        Rejections copy = new Rejections(strict);
        copy.merge(this);
        return copy;
    }

    /** The counts that are not zero, in the order of the reasons. */
    ImmutableMap<Rejection, Long> toMap() {
        Map<Rejection, Long> all = counts;
        return Maps.immutableEnumMap(all);
    }
}
