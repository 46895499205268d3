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
 * The counts of a paper accumulator as indicators, one row per institution, in the order of the institutions.
 *
 * <p>Each call computes its column, in O(memory of the tally). Under whole counting, all counts and h-indices are exact
 * integers. Parts of papers are added as doubles in an order that depends only on the papers, so the sums are the same
 * to the last bit however the papers were partitioned.
 *
 * <pre>{@code
 * var accumulator = PaperAccumulator.of(Institutions.of(School.of("Oxford")), Qs.papers(2026));
 * IntStream.of(120, 80, 55, 40, 22, 18, 15, 12, 10, 8, 5, 3, 2, 2, 1, 1, 0, 0, 0, 0)
 *         .forEach(citations -> accumulator.add(0, citations));
 * accumulator.tally().hIndex() // ==> H-index: 9
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The sets and the citations of all papers are copies that are never written to.
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

    /** Returns the institutions whose papers were counted. */
    public Institutions institutions() {
        return institutions;
    }

    /** Returns the rules by which papers were counted. */
    public PaperRules rules() {
        return rules;
    }

    /**
     * Returns the number of distinct papers counted; a paper of several institutions counts once. Plain rows are not
     * included.
     */
    public long counted() {
        return counted;
    }

    /** Returns the number of counted papers without an id, which could not be checked for duplicates. */
    public long withoutIds() {
        return withoutIds;
    }

    /** Returns the number of plain rows counted. */
    public long rows() {
        return rows;
    }

    /**
     * Returns the number of records not counted, by reason, in the order of {@link Rejection}. Institutions that
     * evidence is not counted for are under {@link Rejection#UNKNOWN_INSTITUTION}.
     */
    public ImmutableMap<Rejection, Long> rejected() {
        return rejected.counts();
    }

    /**
     * Returns names that match no institution or several, with their frequency; the most frequent come first, equally
     * frequent ones in alphabetical order.
     */
    public ImmutableMap<String, Long> unmatchedNames() {
        return rejected.names();
    }

    /**
     * Returns a copy under which {@link #citationsPerPaper} of institutions with few papers is reduced. QS's slope was
     * not found.
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

    /** Returns the number of papers, or of parts of papers under fractional counting. */
    public Column papers() {
        return numbers(PAPERS, set -> set.papers(1));
    }

    /**
     * Returns the number of citations, or of parts of them under fractional counting; citations of niche papers are
     * weighted by the rules.
     */
    public Column citations() {
        return numbers(CITATIONS, set -> set.citations(rules.nicheWeight()));
    }

    /**
     * Returns citations divided by papers, after the low-volume reduction. Niche papers are weighted by the rules.
     *
     * <p>The value is undefined without papers, and missing as below threshold with fewer papers than the minimum.
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
     * papers. Each paper counts once and whole, regardless of fractional counting and niche weights. With fewer papers
     * than the minimum, the value is missing as below threshold.
     */
    public Column hIndex() {
        return judged(H_INDEX, set -> Cell.of(set.together(false).h()));
    }

    /**
     * Returns h1 + 2·h2, where h1 is the h-index of all papers of the subject, and h2 is that of papers whose codes all
     * belong to the subject.
     *
     * <p>QS's text on the combination is not available in full. Its tables of 2017, 2024 and 2026 fit a score that is
     * an integer of this size.
     */
    public Column combinedHIndex() {
        return combinedHIndex(2);
    }

    /** Returns h1 + weight·h2; see {@link #combinedHIndex()}. */
    public Column combinedHIndex(int weight) {
        return judged(
                COMBINED_H,
                set -> Cell.of(set.together(false).h()
                        + (double) weight * set.together(true).h()));
    }

    /**
     * Returns the g-index of Egghe (2006): the largest g such that the g most cited papers together have at least g²
     * citations. It is limited to the number of papers; no fictitious uncited papers are added.
     */
    public Column gIndex() {
        return judged(G, set -> Cell.of(set.together(false).g()));
    }

    /** Returns the i10-index: the number of papers with at least ten citations. */
    public Column i10Index() {
        return papersCitedAtLeast(10);
    }

    /**
     * Returns the number of papers with at least the given citations; each counts whole.
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
     * Returns the fraction of an institution's papers that are among the most cited of all papers counted, 0 to 1.
     *
     * <p>If the threshold falls among papers with equal citations, each of them counts for the fraction that makes the
     * share of all papers exact (Waltman and Schreiber 2013). Papers are compared regardless of year and field; if
     * these matter, use one accumulator for each. Without papers the value is undefined.
     *
     * @param percent the percentage of papers that count as most cited, above 0 and at most 100
     * @throws IllegalArgumentException if the percentage is outside that range
     * @throws IllegalStateException if only plain rows were counted, which do not tell which papers are the same
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

    /**
     * The number of citations from which a paper is in the top, and the fraction that counts of papers at that
     * threshold.
     */
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

    /** Returns the number of papers counted, without an id, and rejected, with the reasons. */
    @Override
    public String toString() {
        return counted + (rows == 0 ? " papers" : " papers and " + rows + " plain rows") + " counted for "
                + institutions.size() + " institutions"
                + (withoutIds == 0 ? "" : ", " + Rejected.noDuplicates(withoutIds)) + rejected;
    }
}
