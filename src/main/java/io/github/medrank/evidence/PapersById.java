package io.github.medrank.evidence;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;

/** The papers with ids; of several records of one paper, the greatest is kept. */
final class PapersById implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final HashMap<String, CountedPaper> papers = new HashMap<>();

    void add(String id, CountedPaper paper, Rejections rejected) {
        CountedPaper before = papers.get(id);
        if (before != null) {
            rejected.add(Rejection.SAME_PAPER, 1);
        }
        if (before == null || paper.compareTo(before) > 0) {
            papers.put(id, paper);
        }
    }

    void merge(PapersById other, Rejections rejected) {
        other.papers.forEach((id, paper) -> add(id, paper, rejected));
    }

    int size() {
        return papers.size();
    }

    Collection<CountedPaper> papers() {
        return papers.values();
    }
}
