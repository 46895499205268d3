package io.github.medrank.evidence;

import com.google.common.collect.ImmutableList;
import java.io.Serial;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the institutions that records name, and remembers what it found for each text. */
final class NameFinder implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final Institutions institutions;

    /**
     * The number of each text that was no id, since spellings are compared at some cost; found again after a journey.
     */
    private transient @Nullable Map<String, Integer> found;

    NameFinder(Institutions institutions) {
        this.institutions = institutions;
    }

    /** The number of the institution of an id, a name or an alias; negative if there is none, or are several. */
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

    /** Why a text has no number. */
    Rejection why(String idOrName) {
        return number(idOrName) == Institutions.SEVERAL
                ? Rejection.AMBIGUOUS_INSTITUTION
                : Rejection.UNKNOWN_INSTITUTION;
    }

    /** Throws for a text that has no number if the rules are strict, with the names that come near. */
    void throwIfStrict(String idOrName, Rejections rejected, Supplier<String> what) {
        rejected.throwIfStrict(why(idOrName), what, () -> institutions.suggestion(idOrName));
    }

    /** Counts texts that have no number. */
    void reject(ImmutableList<String> unmatched, Rejections rejected) {
        unmatched.forEach(name -> rejected.addUnmatched(why(name), name));
    }
}
