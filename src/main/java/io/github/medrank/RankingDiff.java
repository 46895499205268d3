package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a computed ranking with a published one: the differences, and the schools that could not be compared.
 *
 * <p>Each published school is compared, or is listed in one of {@link #notRanked}, {@link #notFound} and
 * {@link #nothingPrinted}. Each school of the ranking that was not published is in {@link #notPublished}. Positions are
 * compared as places: tie marks, kinds of dash, leading zeros, and the plus sign of the last band make no difference.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("papers")).row(School.of("Oxford"), 3)
 *         .row(School.of("Yale"), 2).build();
 * var ranking = Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.max());
 * ranking.diff(Map.of(School.of("Oxford"), PublishedResult.of("T1", "3"))).agrees() // ==> true
 * ranking.diff(Map.of(School.of("Oxford"), PublishedResult.of("2", "3")))
 *         .differences() // ==> [Oxford: position 1, published 2]
 * ranking.diff(Map.of()).agrees() // ==> false
 * }</pre>
 */
@Immutable
public final class RankingDiff {
    private static final int SHOWN = 3;

    private final int compared;
    private final ImmutableList<Difference> differences;
    private final ImmutableList<UnrankedSchool> notRanked;
    private final ImmutableList<School> nothingPrinted;
    private final ImmutableList<School> notPublished;
    private final SchoolMatching matching;

    /** The kind of a difference. */
    public enum Part {
        /** The position, if both sides give an exact one or only one side gives any. */
        POSITION,
        /** The position, if at least one side gives a band or a tier. */
        BAND,
        /** The score. */
        SCORE
    }

    /**
     * A difference between the computed and the published ranking of a school.
     *
     * @param school the school, as in the ranking
     * @param part what differs
     * @param computed the computed text
     * @param published the printed text
     */
    @Immutable
    public record Difference(School school, Part part, String computed, String published) {
        /** Checks that no part is null. */
        public Difference {
            requireNonNull(school, "school");
            requireNonNull(part, "part");
            requireNonNull(computed, "computed");
            requireNonNull(published, "published");
        }

        /** Returns the difference in words: {@code Yale (US): score 85.8, published 85.9}. */
        @Override
        public String toString() {
            return school + ": " + Names.folded(part.name()) + " "
                    + SafeText.line(computed + ", published " + published);
        }
    }

    private RankingDiff(Comparison made, SchoolMatching matching) {
        this.compared = made.compared;
        this.differences = ImmutableList.copyOf(made.differences);
        this.notRanked = ImmutableList.copyOf(made.notRanked);
        this.nothingPrinted = ImmutableList.copyOf(made.nothingPrinted);
        this.notPublished = ImmutableList.copyOf(made.notPublished);
        this.matching = matching;
    }

    static RankingDiff of(Ranking ranking, Map<School, PublishedResult> published) {
        ImmutableMap<School, PublishedResult> printed = ImmutableMap.copyOf(published);
        ImmutableMap<School, String> unranked = ranking.unranked().stream()
                .collect(ImmutableMap.toImmutableMap(UnrankedSchool::school, UnrankedSchool::reason));
        ImmutableList<School> here = Streams.concat(
                        ranking.stream().map(RankedSchool::school),
                        ranking.table().schools().stream(),
                        unranked.keySet().stream())
                .distinct()
                .collect(ImmutableList.toImmutableList());
        SchoolMatching matching = SchoolMatching.of(here, printed.keySet().asList());
        ImmutableMap<School, School> theirs = matching.matches().stream()
                .collect(ImmutableMap.toImmutableMap(SchoolMatching.Match::one, SchoolMatching.Match::other));
        Comparison comparison = new Comparison();
        for (RankedSchool mine : ranking) {
            School listed = theirs.get(mine.school());
            comparison.ranked(mine, listed == null ? null : printed.get(listed));
        }
        ImmutableSet<School> shown = ranking.stream().map(RankedSchool::school).collect(ImmutableSet.toImmutableSet());
        theirs.forEach((mine, listed) -> {
            if (!shown.contains(mine)) {
                String reason = unranked.getOrDefault(mine, "not among the " + shown.size() + " schools shown");
                comparison.unranked(mine, reason, requireNonNull(printed.get(listed)));
            }
        });
        return new RankingDiff(comparison, matching);
    }

    /** Collects the results of comparing schools one by one. */
    private static final class Comparison {
        private int compared;
        private final List<Difference> differences = new ArrayList<>();
        private final List<UnrankedSchool> notRanked = new ArrayList<>();
        private final List<School> nothingPrinted = new ArrayList<>();
        private final List<School> notPublished = new ArrayList<>();

        void ranked(RankedSchool mine, @Nullable PublishedResult theirs) {
            if (theirs == null) {
                notPublished.add(mine.school());
            } else if (theirs.position().isEmpty() && theirs.score().isEmpty()) {
                nothingPrinted.add(mine.school());
            } else {
                compared++;
                theirs.score()
                        .filter(score -> score.compareTo(mine.score()) != 0)
                        .ifPresent(score -> add(mine, Part.SCORE, mine.score().toPlainString(), score.toPlainString()));
                theirs.position().ifPresent(position -> compare(mine, position));
            }
        }

        private void compare(RankedSchool mine, String printed) {
            Position position = mine.position();
            boolean same = printed.equals(position.toString())
                    || isRead(
                            printed,
                            read -> read.filter(each -> samePlaces(position, each))
                                    .isPresent());
            if (!same) {
                boolean band = position.isBand()
                        || isRead(printed, read -> read.filter(Position::isBand).isPresent());
                add(mine, band ? Part.BAND : Part.POSITION, position.toString(), printed);
            }
        }

        private void add(RankedSchool mine, Part part, String computed, String published) {
            differences.add(new Difference(mine.school(), part, computed, published));
        }

        /** The two sides agree if both list the school without a position. */
        void unranked(School mine, String reason, PublishedResult theirs) {
            boolean agrees = theirs.score().isEmpty()
                    && theirs.position()
                            .filter(printed -> isRead(printed, Optional::isEmpty))
                            .isPresent();
            if (agrees) {
                compared++;
            } else {
                notRanked.add(new UnrankedSchool(mine, reason));
            }
        }
    }

    /** Whether a printed text can be read and satisfies a condition; unreadable text satisfies none. */
    private static boolean isRead(String printed, Predicate<Optional<Position>> as) {
        try {
            return as.test(Position.ofPrinted(printed));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static boolean samePlaces(Position mine, Position theirs) {
        boolean lostPlus = mine.isBand() && mine.worst().isEmpty() && !theirs.isBand();
        return mine.number() == theirs.number()
                && (lostPlus
                        || (mine.isBand() == theirs.isBand() && mine.worst().equals(theirs.worst())));
    }

    /** Returns the number of schools whose position, score or both were compared. */
    public int compared() {
        return compared;
    }

    /** Returns the differences, in the ranking's order. */
    public ResultList<Difference> differences() {
        return ResultList.copyOf(differences);
    }

    /** Returns the published schools that are not ranked here, or not shown, each with the reason. */
    public ResultList<UnrankedSchool> notRanked() {
        return ResultList.copyOf(notRanked);
    }

    /** Returns the published schools that were not found here; see {@link #nearest} for similar names. */
    public ResultList<School> notFound() {
        return matching.unmatchedThose();
    }

    /**
     * Returns up to three schools with the names most similar to that of a published school that was not found, chosen
     * among the schools here that were not matched.
     */
    public ResultList<School> nearest(School notFound) {
        requireNonNull(notFound, "notFound");
        return matching.nearest(notFound);
    }

    /** Returns the schools shown here for which neither a position nor a score was printed. */
    public ResultList<School> nothingPrinted() {
        return ResultList.copyOf(nothingPrinted);
    }

    /** Returns the schools shown here that were not published. */
    public ResultList<School> notPublished() {
        return ResultList.copyOf(notPublished);
    }

    /** Returns which published school was matched with which school here, and by which step. */
    public SchoolMatching matching() {
        return matching;
    }

    /**
     * Returns whether at least one school was compared and there are no differences; see {@link #isComplete} for
     * unmatched schools.
     */
    public boolean agrees() {
        return compared > 0 && differences.isEmpty();
    }

    /** Returns whether every school of both sides was compared. */
    public boolean isComplete() {
        return compared > 0
                && notRanked.isEmpty()
                && notFound().isEmpty()
                && nothingPrinted.isEmpty()
                && notPublished.isEmpty();
    }

    /** Returns all counts in one line, followed by the first schools of each kind. */
    @Override
    public String toString() {
        List<School> notFound = notFound();
        String counts = compared + " compared, " + differs()
                + count(notRanked.size(), "published but not ranked here")
                + count(notFound.size(), "published but not found here")
                + count(nothingPrinted.size(), "listed with nothing to compare")
                + count(notPublished.size(), "ranked here but not published");
        return counts
                + lines("differs: ", differences, Difference::toString)
                + lines("not ranked here: ", notRanked, UnrankedSchool::toString)
                + lines("not found here: ", notFound, matching::withNearest)
                + lines("nothing to compare: ", nothingPrinted, School::toString)
                + lines("not published: ", notPublished, School::toString);
    }

    private String differs() {
        if (differences.isEmpty()) {
            return compared == 0 ? "nothing is known" : "no differences";
        }
        return Stream.of(Part.values())
                .map(part -> Map.entry(
                        part,
                        differences.stream().filter(each -> each.part() == part).count()))
                .filter(each -> each.getValue() > 0)
                .map(each ->
                        each.getValue() + " of " + Names.folded(each.getKey().name()))
                .collect(Collectors.joining(
                        ", ", differences.size() == 1 ? "1 difference, " : differences.size() + " differences, ", ""));
    }

    private static String count(int n, String what) {
        return n == 0 ? "" : "; " + n + " " + what;
    }

    private static <T> String lines(String kind, List<T> all, Function<? super T, String> text) {
        String first = all.stream()
                .limit(SHOWN)
                .map(each -> "\n  " + kind + text.apply(each))
                .collect(Collectors.joining());
        return first + (all.size() > SHOWN ? "\n  … and " + (all.size() - SHOWN) + " more" : "");
    }
}
