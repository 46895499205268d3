package io.github.medrank.published;

import static java.util.Objects.requireNonNull;

import io.github.medrank.Indicator;
import io.github.medrank.Methodology;

/**
 * ShanghaiRanking's rankings of the world's universities (ARWU) and by subject (GRAS), based on the indicator scores
 * that it publishes.
 */
public final class ShanghaiRanking {
    /** Alumni with Nobel Prizes and Fields Medals, 0–100; from 2004 on. */
    public static final Indicator ALUMNI = Indicator.of("alumni", "Alumni").withSymbol("Alumni");
    /** Staff with Nobel Prizes and Fields Medals, 0–100. */
    public static final Indicator AWARD = Indicator.of("award", "Award").withSymbol("Award");
    /** Highly cited researchers, 0–100. */
    public static final Indicator HICI =
            Indicator.of("hici", "Highly cited researchers").withSymbol("HiCi");
    /** Papers in Nature and Science, 0–100. */
    public static final Indicator NATURE_AND_SCIENCE = Indicator.of(
                    "nature-and-science", "Papers in Nature and Science")
            .withSymbol("N&S")
            .withAliases("ns");
    /** Papers indexed, 0–100. */
    public static final Indicator PUBLICATIONS =
            Indicator.of("publications", "Publications").withSymbol("PUB");
    /** Performance per capita, 0–100. */
    public static final Indicator PER_CAPITA =
            Indicator.of("per-capita", "Per capita performance").withSymbol("PCP");
    /** Papers in the subject, 0–100; in the subject rankings, 2017 to 2019. */
    public static final Indicator SUBJECT_PUBLICATIONS =
            Indicator.of("pub", "Publications").withSymbol("PUB");
    /** Papers in journals of the first quartile, 0–100; in the subject rankings from 2020. */
    public static final Indicator Q1 =
            Indicator.of("q1", "Papers in Q1 journals").withSymbol("Q1");
    /** Laureate, of the module world-class faculty, 0–100; in the subject rankings from 2024. */
    public static final Indicator LAUREATE =
            Indicator.of("laureate", "Laureate").withSymbol("Laureate");
    /** Highly cited researchers, of the module world-class faculty, 0–100; in the subject rankings from 2024. */
    public static final Indicator HIGHLY_CITED =
            Indicator.of("hcr", "Highly cited researchers").withSymbol("HCR");
    /** Editor, of the module world-class faculty, 0–100; in the subject rankings from 2024. */
    public static final Indicator EDITOR = Indicator.of("editor", "Editor").withSymbol("Editor");
    /** Leadership, of the module world-class faculty, 0–100; in the subject rankings from 2024. */
    public static final Indicator LEADERSHIP =
            Indicator.of("leadership", "Leadership").withSymbol("Leadership");
    /** Category normalized citation impact, 0–100; in the subject rankings. */
    public static final Indicator CNCI =
            Indicator.of("cnci", "Category normalized citation impact").withSymbol("CNCI");
    /** The share of papers written with partners abroad, 0–100; in the subject rankings. */
    public static final Indicator INTERNATIONAL_COLLABORATION =
            Indicator.of("ic", "International collaboration").withSymbol("IC");
    /** Papers in top journals and conferences, 0–100; in the subject rankings. */
    public static final Indicator TOP =
            Indicator.of("top", "Papers in top journals").withSymbol("TOP");
    /** Staff with significant awards, 0–100; in the subject rankings. */
    public static final Indicator SUBJECT_AWARD =
            Indicator.of("gras-award", "Awards").withSymbol("AWARD");

    private ShanghaiRanking() {}

    /**
     * Returns the Academic Ranking of World Universities (ARWU). The score is the weighted mean of six indicator scores
     * (five in 2003), rescaled so that the top university gets 100 and rounded to one decimal, which decides ties.
     *
     * <p>A university of the humanities and social sciences has no N&amp;S score. Its weight goes to the other
     * indicators except the performance per capita; this rule places all 117 such rows found in their published band.
     * The published scores are rounded, so a total may differ by a tenth: ShanghaiRanking prints 75.6 for the second
     * row below.
     *
     * <pre>{@code
     * var table = IndicatorTable.builder(ShanghaiRanking.world(2024).indicators())
     *     .row(School.of("Harvard University"), 100, 97.1, 100, 100, 100, 85.7)
     *     .row(School.of("Stanford University"), 45.3, 88.1, 73.1, 83.9, 73.1, 59.6).build();
     * ShanghaiRanking.world(2024).rank(table).of("Stanford University").score() // ==> 75.7
     * }</pre>
     *
     * @param edition 2003 to 2025
     * @return the methodology, on published indicator scores
     * @throws IllegalArgumentException if the edition is not known; the message lists the known ones
     */
    public static Methodology world(int edition) {
        return Arwu.world(edition);
    }

    /**
     * Returns the Global Ranking of Academic Subjects (GRAS) for a subject whose points were checked against a
     * published table.
     *
     * <p>The score is the sum of points/100 · indicator. It is not divided by the total of the points, which may exceed
     * 100. The indicator scores that ShanghaiRanking publishes are already 100·√(x/max); {@link #fromCounts} starts
     * from x instead.
     *
     * <pre>{@code
     * var table = IndicatorTable.builder(ShanghaiRanking.subject("AS0211", 2019).indicators())
     *     .row(School.of("the first"), 100, 67.9, 65.7, 88.6, 84.5).build();
     * ShanghaiRanking.subject("AS0211", 2019).rank(table).of("the first").score() // ==> 354.1
     * }</pre>
     *
     * @param code ShanghaiRanking's code of the subject, such as {@code AS0211} for civil engineering
     * @param edition the year
     * @return the methodology, on published indicator scores
     * @throws IllegalArgumentException if the subject and edition are not known; the message lists the known ones
     */
    public static Methodology subject(String code, int edition) {
        return Gras.subject(requireNonNull(code, "code"), edition);
    }

    /**
     * Returns the subject ranking of Clinical Medicine (AS0401). The formula is the publisher's. The points of 2024
     * come from reports by others. Those of 2017 to 2023 were not found; the points of the subjects that were checked
     * are used instead.
     *
     * @param edition 2017 to 2024; the methodology is illustrative before 2024
     * @return the methodology, for tables of published indicator scores
     * @throws IllegalArgumentException if the edition is not one of these
     */
    public static Methodology clinicalMedicine(int edition) {
        return Gras.clinicalMedicine(edition);
    }

    /**
     * Returns a methodology of a subject for raw numbers: counts, shares and impact. Citation impact is capped at twice
     * its mean, then each indicator becomes 100·√(x/max).
     *
     * @param subject a methodology for published indicator scores
     * @return the copy for raw numbers
     */
    public static Methodology fromCounts(Methodology subject) {
        requireNonNull(subject, "subject");
        return Gras.fromCounts(subject);
    }
}
