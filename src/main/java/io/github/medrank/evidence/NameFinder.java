package io.github.medrank.evidence;

import com.google.common.collect.ImmutableList;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the institutions named in records, and caches the result for each text. */
final class NameFinder implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final Institutions institutions;

    /** The number for each text that is not an id, cached since comparing spellings is slow; not serialized. */
    private transient @Nullable Map<String, Integer> found;

    NameFinder(Institutions institutions) {
        this.institutions = institutions;
    }

    /** The number of the institution with an id, a name or an alias; negative if there is none or several. */
    int number(String idOrName) {
        int byId = institutions.numberOfId(idOrName);
        if (byId >= 0) {
            return byId;
        }
        if (found == null) {
            found = new HashMap<>();
        }
        return found.computeIfAbsent(idOrName, institutions::numberOfName);
    }

    /** The reason why a text has no number. */
    Rejection why(String idOrName) {
        return number(idOrName) == Institutions.SEVERAL
                ? Rejection.AMBIGUOUS_INSTITUTION
                : Rejection.UNKNOWN_INSTITUTION;
    }

    /** Throws for a text without a number if the rules are strict; the message suggests similar names. */
    void throwIfStrict(String idOrName, Rejections rejected, Supplier<String> what) {
        rejected.throwIfStrict(why(idOrName), what, () -> institutions.suggestion(idOrName));
    }

    /** Counts texts that have no number. */
    void reject(ImmutableList<String> unmatched, Rejections rejected) {
        unmatched.forEach(name -> rejected.addUnmatched(why(name), name));
    }
}
