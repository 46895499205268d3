package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.MissingReason;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The partners abroad of each institution, and QS's index of them, one row per institution.
 *
 * <p>A partner is an institution in another country with at least three joint papers, a threshold that QS publishes and
 * {@link #withJointPapers} changes. With P partners in L countries or territories, the index is L / ln P.
 *
 * <pre>{@code
 * NetworkTally.index(1, 1) // ==> undefined
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The arrays are never written after construction, and are used only in this package.
public final class NetworkTally {
    /** The index of the international research network. */
    public static final Indicator INTERNATIONAL_RESEARCH_NETWORK = Indicator.of(
                    "international-research-network", "International research network")
            .withSymbol("IRN");

    static final int LASTING = 3;

    private static final Indicator PARTNERS = Indicator.of("partners-abroad", "Partner institutions abroad");
    private static final Indicator COUNTRIES = Indicator.of("partner-countries", "Countries of partners");

    private final Institutions institutions;
    private final int[][] partners;
    private final int[][] joint;
    private final int least;
    private final long counted;
    private final long withoutIds;
    private final Rejected rejected;
    private final Sample sample;

    NetworkTally(
            Institutions institutions,
            int[][] partners,
            int[][] joint,
            int least,
            long counted,
            long withoutIds,
            Rejected rejected,
            Sample sample) {
        this.institutions = institutions;
        this.partners = partners;
        this.joint = joint;
        this.least = least;
        this.counted = counted;
        this.withoutIds = withoutIds;
        this.rejected = rejected;
        this.sample = sample;
    }

    /** Each paper's institutions, in an order that depends only on the papers; or why they are not known. */
    record Sample(ImmutableList<int[]> papers, String whyNot) {
        static Sample of(ImmutableList<int[]> papers) {
            return new Sample(papers, "");
        }

        static Sample none(String whyNot) {
            return new Sample(ImmutableList.of(), whyNot);
        }
    }

    /** Whether two institutions are known to be in different countries. */
    static boolean abroad(Institutions institutions, int one, int other) {
        int here = institutions.countries()[one];
        int there = institutions.countries()[other];
        return here != there && here != Institutions.NO_COUNTRY && there != Institutions.NO_COUNTRY;
    }

    /**
     * Returns L / ln P, which QS has used by subject since 2022.
     *
     * @param countries L, the number of countries or territories of partners
     * @param partners P, the number of partners
     * @return the index; undefined if P is at most 1, since ln 1 = 0 and QS does not document that case
     * @throws IllegalArgumentException if there are more countries than partners, or a number is negative
     */
    public static Cell index(int countries, int partners) {
        return over(countries, countries, partners);
    }

    /** Returns (L − 1) / ln P, the older form in QS's regional editions of 2019; see {@link #index}. */
    public static Cell olderIndex(int countries, int partners) {
        return over(countries - 1, countries, partners);
    }

    private static Cell over(int numerator, int countries, int partners) {
        checkArgument(
                countries >= 0 && countries <= partners,
                "%s countries of %s partners; each partner has one",
                countries,
                partners);
        return partners <= 1 ? Cell.missing(MissingReason.UNDEFINED) : Cell.of(numerator / StrictMath.log(partners));
    }

    /** Returns the institutions whose partners were counted. */
    public Institutions institutions() {
        return institutions;
    }

    /** Returns the number of papers counted, without pairs that were counted elsewhere. */
    public long counted() {
        return counted;
    }

    /** Returns the number of counted papers without an id, which could not be checked for duplicates. */
    public long withoutIds() {
        return withoutIds;
    }

    /** Returns the number of papers, and of institutions on papers, that were not counted, by reason. */
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
     * Returns a copy with another minimum of joint papers for a partner.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    public NetworkTally withJointPapers(int atLeast) {
        checkArgument(atLeast >= 1, "partners with at least %s joint papers; the least number is 1", atLeast);
        return new NetworkTally(institutions, partners, joint, atLeast, counted, withoutIds, rejected, sample);
    }

    NetworkTally withPartners(int[][] newPartners, int[][] newJoint) {
        return new NetworkTally(
                institutions,
                newPartners,
                newJoint,
                least,
                counted,
                withoutIds,
                rejected,
                Sample.none("a replicate cannot be resampled"));
    }

    /**
     * The institutions of each paper, in an order that depends only on the papers.
     *
     * @throws IllegalStateException if they are not known
     */
    ImmutableList<int[]> papers() {
        if (!sample.whyNot().isEmpty()) {
            throw new IllegalStateException(sample.whyNot());
        }
        return sample.papers();
    }

    /** Returns P, the number of partners abroad with enough joint papers. */
    public Column partners() {
        return Column.of(PARTNERS, all().mapToObj(i -> Cell.of(partners(i))).toList());
    }

    /** Returns L, the number of countries and territories of these partners. */
    public Column countries() {
        return Column.of(COUNTRIES, all().mapToObj(i -> Cell.of(countries(i))).toList());
    }

    /** Returns L / ln P; undefined if P is at most 1. */
    public Column index() {
        return Column.of(
                INTERNATIONAL_RESEARCH_NETWORK,
                all().mapToObj(i -> index(countries(i), partners(i))).toList());
    }

    /** Returns (L − 1) / ln P, the older form; undefined if P is at most 1. */
    public Column olderIndex() {
        return Column.of(
                INTERNATIONAL_RESEARCH_NETWORK,
                all().mapToObj(i -> olderIndex(countries(i), partners(i))).toList());
    }

    private IntStream all() {
        return IntStream.range(0, institutions.size());
    }

    private int partners(int institution) {
        return (int) IntStream.of(joint[institution])
                .filter(papersOfBoth -> papersOfBoth >= least)
                .count();
    }

    private int countries(int institution) {
        BitSet seen = new BitSet();
        for (int i = 0; i < partners[institution].length; i++) {
            if (joint[institution][i] >= least) {
                seen.set(institutions.countries()[partners[institution][i]]);
            }
        }
        return seen.cardinality();
    }

    /** Returns the number of papers counted and rejected, with the reasons. */
    @Override
    public String toString() {
        return counted + " papers counted for the partners abroad of " + institutions.size() + " institutions"
                + (withoutIds == 0 ? "" : ", " + Rejected.noDuplicates(withoutIds)) + rejected;
    }
}
