package io.github.medrank.evidence;

import io.github.medrank.evidence.Paper.CitedInYear;
import java.util.stream.IntStream;

/** Which papers count, for citations and for the network alike. */
final class PaperFilter {
    private PaperFilter() {}

    /** The citations that count, or a negative number if the paper does not. */
    static long citations(Paper paper, PaperRules rules, Rejections rejected) {
        if (paper.year() < rules.firstYear() || paper.year() > rules.lastYear()) {
            return reject(paper, Rejection.OUTSIDE_WINDOW, rejected);
        }
        if (rules.withoutMultidisciplinary()
                && paper.subjects().size() == 1
                && paper.subjects().contains(PaperRules.MULTIDISCIPLINARY)) {
            return reject(paper, Rejection.MULTIDISCIPLINARY, rejected);
        }
        if (!rules.subjects().isEmpty() && paper.subjects().stream().noneMatch(rules::isInSubject)) {
            return reject(paper, Rejection.OTHER_SUBJECT, rejected);
        }
        if (paper.affiliations() > rules.affiliationCap()) {
            return reject(paper, Rejection.TOO_MANY_AFFILIATIONS, rejected);
        }
        long citations =
                paper.citations().orElse(0) - (rules.withoutSelfCitations() ? (long) paper.selfCitations() : 0);
        boolean negative = paper.citations().orElse(0) < 0;
        for (CitedInYear year : paper.cited()) {
            if (year.year() <= rules.citedTo()) {
                negative |= year.citations() < 0;
                citations += year.citations() - (rules.withoutSelfCitations() ? (long) year.selfCitations() : 0);
            }
        }
        if (negative || citations < 0) {
            return reject(paper, Rejection.NEGATIVE_CITATIONS, rejected);
        }
        return citations;
    }

    private static long reject(Paper paper, Rejection why, Rejections rejected) {
        rejected.add(why, paper::name);
        return -1;
    }

    /** The numbers of a paper's known institutions, each once, in ascending order. */
    static int[] institutions(Paper paper, Institutions institutions, Rejections rejected) {
        int[] numbers = paper.institutions().stream()
                .distinct()
                .mapToInt(institutions::number)
                .sorted()
                .toArray();
        int unknown = 0;
        while (unknown < numbers.length && numbers[unknown] < 0) {
            unknown++;
        }
        rejected.add(Rejection.UNKNOWN_INSTITUTION, unknown);
        return unknown == 0 ? numbers : IntStream.of(numbers).skip(unknown).toArray();
    }
}
