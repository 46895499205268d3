package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.MissingReason;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What an accumulator of papers has counted: indicators, a row an institution, in the order of the institutions.
 *
 * <p>A column is computed when it is asked for, in O(memory of the tally). Under whole counting every number of papers,
 * citations and every h-index is an exact integer; parts of papers are added as doubles in an order that the papers
 * alone decide, so that they too are the same to the last bit however the papers were partitioned.
 *
 * <pre>{@code
 * var accumulator = PaperAccumulator.of(Institutions.of(School.of("Oxford")), Qs.papers(2026));
 * IntStream.of(120, 80, 55, 40, 22, 18, 15, 12, 10, 8, 5, 3, 2, 2, 1, 1, 0, 0, 0, 0)
 *         .forEach(citations -> accumulator.add(0, citations));
 * accumulator.tally().hIndex() // ==> H-index: 9
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The sets and the world are copies that are never written to.
public final class PaperTally {
    /** Citations per paper. */
    public static final Indicator CITATIONS_PER_PAPER =
            Indicator.of("citations-per-paper", "Citations per paper").withSymbol("CPP");
    /** The h-index of Hirsch (2005). */
    public static final Indicator H_INDEX = Indicator.of("h-index", "H-index").withSymbol("H");

    private static final Indicator PAPERS = Indicator.of("papers", "Papers").withUnit("papers");
    private static final Indicator CITATIONS =
            Indicator.of("citations", "Citations").withUnit("citations");
    private static final Indicator COMBINED_H =
            Indicator.of("combined-h-index", "Combined h-index").withSymbol("H+2H");
    private static final Indicator G = Indicator.of("g-index", "G-index").withSymbol("G");

    private final Institutions institutions;
    private final PaperRules rules;
    private final PaperSet[] sets;
    private final CitationCounts world;
    private final long counted;
    private final long withoutIds;
    private final long rows;
    private final Rejected rejected;
    private final LowVolumeReduction reduction;

    PaperTally(
            Institutions institutions,
            PaperRules rules,
            PaperSet[] sets,
            CitationCounts world,
            long counted,
            long withoutIds,
            long rows,
            Rejected rejected,
            LowVolumeReduction reduction) {
        this.institutions = institutions;
        this.rules = rules;
        this.sets = sets;
        this.world = world;
        this.counted = counted;
        this.withoutIds = withoutIds;
        this.rows = rows;
        this.rejected = rejected;
        this.reduction = requireNonNull(reduction, "reduction");
    }

    /** Returns whose papers were counted. */
    public Institutions institutions() {
        return institutions;
    }

    /** Returns the rules they were counted by. */
    public PaperRules rules() {
        return rules;
    }

    /** Returns how many papers were counted, each once, however many institutions share it; plain rows not included. */
    public long counted() {
        return counted;
    }

    /** Returns how many of the papers counted came without an id, so that duplicates were not looked for among them. */
    public long withoutIds() {
        return withoutIds;
    }

    /** Returns how many plain rows were counted. */
    public long rows() {
        return rows;
    }

    /**
     * Returns how many were not counted, and why; the reasons that occurred, in the order of {@link Rejection}.
     * Institutions of papers that are not among those counted for are under {@link Rejection#UNKNOWN_INSTITUTION}.
     */
    public ImmutableMap<Rejection, Long> rejected() {
        return rejected.counts();
    }

    /**
     * Returns the names that no institution has, or several have, with how often they occurred; the most frequent
     * first, and equal ones in alphabetical order.
     */
    public ImmutableMap<String, Long> unmatchedNames() {
        return rejected.names();
    }

    /**
     * Returns a copy under which {@link #citationsPerPaper} of small institutions are reduced; QS's slope was not
     * found.
     */
    public PaperTally withLowVolumeReduction(LowVolumeReduction newReduction) {
        return new PaperTally(institutions, rules, sets, world, counted, withoutIds, rows, rejected, newReduction);
    }

    PaperTally withSets(PaperSet[] resampled) {
        return new PaperTally(institutions, rules, resampled, world, counted, withoutIds, rows, rejected, reduction);
    }

    PaperSet[] sets() {
        return sets;
    }

    /** Returns how many papers, or parts of papers under fractional counting; 0 where there are none. */
    public Column papers() {
        return numbers(PAPERS, set -> set.papers(1));
    }

    /**
     * Returns how many citations, or parts of them, those of niche papers as often as the rules say; 0 where there are
     * none.
     */
    public Column citations() {
        return numbers(CITATIONS, set -> set.citations(rules.nicheWeight()));
    }

    /**
     * Returns citations, after the low-volume reduction, divided by papers; niche papers weigh as the rules say.
     *
     * <p>Without papers it is undefined; with fewer than the minimum it is below the threshold.
     */
    public Column citationsPerPaper() {
        int paperWeight = rules.nichePapersWeighted() ? rules.nicheWeight() : 1;
        return judged(CITATIONS_PER_PAPER, set -> {
            double papers = set.papers(paperWeight);
            if (papers == 0) {
                return Cell.missing(MissingReason.UNDEFINED);
            }
            double factor = reduction.factor(paperWeight == 1 ? papers : set.papers(1));
            checkArgument(factor >= 0 && factor <= 1, "a reduction by the factor %s; it is between 0 and 1", factor);
            return Cell.of(set.citations(rules.nicheWeight()) * factor / papers);
        });
    }

    /**
     * Returns the h-index of Hirsch (2005): the largest h such that h papers have at least h citations each; 0 without
     * papers. Every paper counts whole and once, regardless of what the rules say of parts and niches. Below the
     * minimum of papers it is below the threshold.
     */
    public Column hIndex() {
        return judged(H_INDEX, set -> Cell.of(set.together(false).h()));
    }

    /**
     * Returns h1 + 2·h2, where h1 is the h-index of all papers of the subject and h2 of those whose codes are all of
     * the subject.
     *
     * <p>QS's own text on the combination is not available in full; that what it scores is a whole number of this size
     * fits its tables of 2017, 2024 and 2026.
     */
    public Column combinedHIndex() {
        return combinedHIndex(2);
    }

    /** Returns h1 + weight·h2, as {@link #combinedHIndex()}. */
    public Column combinedHIndex(int weight) {
        return judged(
                COMBINED_H,
                set -> Cell.of(set.together(false).h()
                        + (double) weight * set.together(true).h()));
    }

    /**
     * Returns the g-index of Egghe (2006): the largest g such that the g most cited papers have at least g² citations
     * together. It is at most the number of papers: no papers of no citations are thought up.
     */
    public Column gIndex() {
        return judged(G, set -> Cell.of(set.together(false).g()));
    }

    /** Returns the i10-index: how many papers have at least ten citations. */
    public Column i10Index() {
        return papersCitedAtLeast(10);
    }

    /**
     * Returns how many papers have at least this many citations, each whole.
     *
     * @param citations at least 0
     */
    public Column papersCitedAtLeast(int citations) {
        checkArgument(citations >= 0, "papers with at least %s citations; the least number is 0", citations);
        return numbers(
                Indicator.of("i" + citations + "-index"),
                set -> set.together(false).atLeast(citations));
    }

    /**
     * Returns the share of an institution's papers that are among the most cited of all papers counted, 0 to 1.
     *
     * <p>Where the threshold falls inside papers of equal citations, each of them counts for the part that makes the
     * share of all papers exact (Waltman and Schreiber 2013). All papers are compared with all, regardless of their
     * year and field; keep an accumulator for each where that matters. Without papers it is undefined.
     *
     * @param percent how many of the papers counted are the most cited, above 0 and at most 100
     * @throws IllegalArgumentException if the percentage is outside that range
     * @throws IllegalStateException if nothing but plain rows was counted, which do not tell which papers are the same
     */
    public Column topShare(double percent) {
        checkArgument(percent > 0 && percent <= 100, "top %s percent; it is above 0 and at most 100", percent);
        if (counted == 0 && Stream.of(sets).anyMatch(set -> set.papers() > 0)) {
            throw new IllegalStateException(
                    "plain rows do not tell what all papers are; add papers, or use papersCitedAtLeast");
        }
        Threshold top = Threshold.of(world, counted * percent / 100);
        Indicator indicator =
                Indicator.of("top-" + percent + "-percent", "Papers in the top " + Cell.of(percent) + " percent");
        return column(
                indicator,
                set -> set.papers() == 0
                        ? Cell.missing(MissingReason.UNDEFINED)
                        : Cell.of(set.above(top.citations(), top.part()) / set.papers(1)));
    }

    /** From how many citations on a paper is in the top, and how much those at the threshold count. */
    private record Threshold(int citations, double part) {
        static Threshold of(CitationCounts world, double wanted) {
            double[] left = {wanted};
            int[] threshold = {0};
            double[] part = {1};
            world.descending((citations, papers) -> {
                threshold[0] = citations;
                part[0] = Math.min(1, left[0] / papers);
                left[0] -= papers;
                return left[0] > 0;
            });
            return new Threshold(threshold[0], part[0]);
        }
    }

    private Column numbers(Indicator indicator, ToDoubleFunction<PaperSet> number) {
        return column(indicator, set -> Cell.of(number.applyAsDouble(set)));
    }

    private Column judged(Indicator indicator, Function<PaperSet, Cell> cell) {
        return column(
                indicator,
                set -> rules.minimumPapers() > 0 && set.papers() < rules.minimumPapers()
                        ? Cell.missing(MissingReason.BELOW_THRESHOLD)
                        : cell.apply(set));
    }

    private Column column(Indicator indicator, Function<PaperSet, Cell> cell) {
        return Column.of(indicator, Stream.of(sets).map(cell).toList());
    }

    /** Returns how many papers were counted, how many had no id, how many were rejected, and why. */
    @Override
    public String toString() {
        return counted + (rows == 0 ? " papers" : " papers and " + rows + " plain rows") + " counted for "
                + institutions.size() + " institutions"
                + (withoutIds == 0 ? "" : ", " + Rejected.noDuplicates(withoutIds)) + rejected;
    }
}
