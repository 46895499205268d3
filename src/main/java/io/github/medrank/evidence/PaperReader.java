package io.github.medrank.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.evidence.Paper.CitedInYear;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.stream.IntStream;

/** Converts papers to numbers according to the rules, for both citations and the network. */
final class PaperReader implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final NameFinder names;
    private final PaperRules rules;
    private final boolean citationsNeeded;

    PaperReader(NameFinder names, PaperRules rules, boolean citationsNeeded) {
        this.names = names;
        this.rules = rules;
        this.citationsNeeded = citationsNeeded;
    }

    /** The counted part of a paper; empty, and counted as rejected, if the rules exclude the paper. */
    Optional<CountedPaper> read(Paper paper, Rejections rejected) {
        long citations = citations(paper);
        Optional<Rejection> why = refusal(paper, citations);
        if (why.isPresent()) {
            rejected.add(why.get(), paper::name);
            return Optional.empty();
        }
        if (paper.institutions().isEmpty()) {
            rejected.add(Rejection.WITHOUT_INSTITUTION, paper::name);
        }
        int[] known = new int[paper.institutions().size()];
        int size = 0;
        ImmutableList.Builder<String> unmatched = ImmutableList.builder();
        for (String name : paper.institutions()) {
            int number = names.number(name);
            if (number >= 0) {
                known[size++] = number;
            } else {
                names.throwIfStrict(name, rejected, () -> paper.name() + ": \"" + name + "\"");
                unmatched.add(name);
            }
        }
        int[] different = IntStream.of(known).limit(size).sorted().distinct().toArray();
        ImmutableList<String> others = unmatched.build();
        return Optional.of(new CountedPaper(
                isCited(paper) ? (int) citations : CountedPaper.UNKNOWN,
                different,
                paper.affiliationsGiven() ? paper.affiliations() : affiliations(different, others),
                paper.niche(),
                paper.subjects().stream().allMatch(rules::isInSubject),
                others));
    }

    /** Counts affiliations; an institution named in two spellings is one affiliation. */
    private static int affiliations(int[] known, ImmutableList<String> others) {
        return known.length
                + (others.isEmpty() ? 0 : ImmutableSet.copyOf(others).size());
    }

    private Optional<Rejection> refusal(Paper paper, long citations) {
        if (paper.year() < rules.firstYear() || paper.year() > rules.lastYear()) {
            return Optional.of(Rejection.OUTSIDE_WINDOW);
        }
        if (rules.withoutMultidisciplinary()
                && paper.subjects().size() == 1
                && paper.subjects().contains(PaperRules.MULTIDISCIPLINARY)) {
            return Optional.of(Rejection.MULTIDISCIPLINARY);
        }
        if (!rules.subjects().isEmpty() && paper.subjects().stream().noneMatch(rules::isInSubject)) {
            return Optional.of(Rejection.OTHER_SUBJECT);
        }
        if (paper.affiliations() > rules.affiliationCap()) {
            return Optional.of(Rejection.TOO_MANY_AFFILIATIONS);
        }
        if (citations < 0) {
            return Optional.of(Rejection.NEGATIVE_CITATIONS);
        }
        if (citations > Integer.MAX_VALUE) {
            return Optional.of(Rejection.TOO_MANY_CITATIONS);
        }
        return citationsNeeded && !isCited(paper) ? Optional.of(Rejection.CITATIONS_UNKNOWN) : Optional.empty();
    }

    private static boolean isCited(Paper paper) {
        return paper.citations().isPresent() || !paper.cited().isEmpty();
    }

    /** The citations that count; negative if any part of them is negative. */
    private long citations(Paper paper) {
        long citations = paper.citations().isPresent()
                ? counted(paper.citations().getAsInt(), paper.selfCitations())
                : Math.min(0, paper.selfCitations());
        for (CitedInYear year : paper.cited()) {
            if (year.year() <= rules.citedTo()) {
                long more = counted(year.citations(), year.selfCitations());
                citations = citations < 0 || more < 0 ? -1 : citations + more;
            }
        }
        return citations;
    }

    /**
     * The citations that count of one number; negative if a number is negative, or self-citations to subtract exceed
     * them.
     */
    private long counted(int citations, int selfCitations) {
        if (citations < 0 || selfCitations < 0) {
            return -1;
        }
        return rules.withoutSelfCitations() ? (long) citations - selfCitations : citations;
    }
}
