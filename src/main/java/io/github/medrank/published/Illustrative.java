package io.github.medrank.published;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Ranker;
import io.github.medrank.Rescaling;
import io.github.medrank.TieRule;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;

/**
 * The shape of rankings whose formula is not published in full: what is known of them, a stand-in for what is not.
 *
 * <p>They do not reproduce a published table. The {@link Methodology#provenance()} of each says what is missing.
 *
 * <pre>{@code
 * Illustrative.urap().provenance().reproduction() // ==> illustrative; missing: what the median and the ends of a column score
 * }</pre>
 */
public final class Illustrative {
    private static final Rescaling ZERO_TO_100 = Rescaling.minMax(0, 100);

    private Illustrative() {}

    /** Collects indicators and points in order. */
    private static final class Parts {
        private final Weights.Builder weights = Weights.builder();

        Parts put(String id, String name, Number points) {
            return put(Indicator.of(id, name), points);
        }

        Parts lessIsBetter(String id, String name, Number points) {
            return put(Indicator.of(id, name).withDirection(Direction.LOWER_IS_BETTER), points);
        }

        private Parts put(Indicator indicator, Number points) {
            weights.put(indicator, points);
            return this;
        }

        Weights build() {
            return weights.build();
        }
    }

    private static Methodology.Builder start(String name, Weights weights, String source, String missing) {
        return Methodology.builder(name + " (illustrative)")
                .indicators(weights.indicators())
                .weights(weights)
                .ranker(Rankers.weightedMean())
                .provenance(Provenance.of(
                        weights.indicators(), Origin.ILLUSTRATIVE, source, "illustrative; missing: " + missing));
    }

    /**
     * THE World University Rankings 3.0 by its 18 indicators in five pillars, of which study abroad counts nothing; on
     * indicator scores from 0 to 100. THE prints these weights and publishes no indicator scores.
     */
    public static Methodology theWorldByIndicator() {
        Weights weights = new Parts()
                .put("teaching-reputation", "Teaching reputation", 15)
                .put("staff-student-ratio", "Staff-to-student ratio", 4.5)
                .put("doctorate-bachelor-ratio", "Doctorate-to-bachelor's ratio", 2)
                .put("doctorate-staff-ratio", "Doctorates-awarded-to-academic-staff ratio", 5.5)
                .put("institutional-income", "Institutional income", 2.5)
                .put("research-reputation", "Research reputation", 18)
                .put("research-income", "Research income", 5.5)
                .put("research-productivity", "Research productivity", 5.5)
                .put("citation-impact", "Citation impact", 15)
                .put("research-strength", "Research strength", 5)
                .put("research-excellence", "Research excellence", 5)
                .put("research-influence", "Research influence", 5)
                .put("international-students", "International students", 2.5)
                .put("international-staff", "International staff", 2.5)
                .put("international-collaboration", "International collaboration", 2.5)
                .put("study-abroad", "Study abroad", 0)
                .put("industry-income", "Industry income", 2)
                .put("patents", "Patents", 2)
                .build();
        ImmutableList<Indicator> all = weights.indicators();
        Ranker pillars = Rankers.pillars(
                pillar("Teaching", all, 0, 5),
                pillar("Research environment", all, 5, 8),
                pillar("Research quality", all, 8, 12),
                pillar("International outlook", all, 12, 16),
                pillar("Industry", all, 16, 18));
        return start(
                        "THE World University Rankings 3.0 by indicator",
                        weights,
                        "THE's methodology pages of 2024 and 2025 print the weights",
                        "how a raw value becomes an indicator score")
                .ranker(pillars)
                .presentation(Presentation.rounded(1))
                .build();
    }

    private static Pillar pillar(String name, ImmutableList<Indicator> all, int from, int to) {
        return Pillar.of(name, all.get(from), all.subList(from + 1, to).toArray(Indicator[]::new));
    }

    /** U.S. News Best Global Universities, 13 indicators. */
    public static Methodology usNewsGlobal() {
        Weights weights = new Parts()
                .put("global-reputation", "Global research reputation", 12.5)
                .put("regional-reputation", "Regional research reputation", 12.5)
                .put("publications", "Publications", 10)
                .put("books", "Books", 2.5)
                .put("conferences", "Conferences", 2.5)
                .put("normalized-citation-impact", "Normalized citation impact", 10)
                .put("total-citations", "Total citations", 7.5)
                .put("top-10-publications", "Publications among the 10% most cited", 12.5)
                .put("top-10-share", "Share of publications among the 10% most cited", 10)
                .put("collaboration-relative", "International collaboration relative to country", 5)
                .put("collaboration", "International collaboration", 5)
                .put("top-1-papers", "Papers among the 1% most cited", 5)
                .put("top-1-share", "Share of papers among the 1% most cited", 5)
                .build();
        return start(
                        "U.S. News Best Global Universities",
                        weights,
                        "reports on the editions of 2021 to 2025; the method texts of 2014 and 2015",
                        "which indicators are taken as logarithms, how the composite is rescaled, and all raw values")
                .normalizer(Normalizers.zScore())
                .presentation(Presentation.rounded(1).withRescaling(ZERO_TO_100))
                .build();
    }

    /** U.S. News Best Medical Schools: Research, as of 2012, when it still had eight indicators and printed ranks. */
    public static Methodology usNewsMedicalSchools() {
        Weights weights = new Parts()
                .put("peer-assessment", "Peer assessment", 20)
                .put("residency-directors", "Assessment by residency directors", 20)
                .put("research-activity", "Total research activity", 15)
                .put("research-per-faculty", "Research activity per faculty member", 15)
                .put("mcat", "Median MCAT", 13)
                .put("gpa", "Median undergraduate GPA", 6)
                .lessIsBetter("acceptance-rate", "Acceptance rate", 1)
                .put("faculty-student-ratio", "Faculty-student ratio", 10)
                .build();
        return start(
                        "U.S. News Best Medical Schools: Research",
                        weights,
                        "a report on the edition of 2012",
                        "the offset that makes sums of z-scores a percentage of the top, and the weights of 2023 on")
                .normalizer(Normalizers.zScore())
                .presentation(Presentation.rounded(0).withRescaling(ZERO_TO_100))
                .build();
    }

    /** NTU Performance Ranking of Scientific Papers, on raw counts. */
    public static Methodology ntu() {
        return start(
                        "NTU Performance Ranking of Scientific Papers",
                        Editions.weights(Heeact.INDICATORS, 10, 15, 15, 10, 10, 10, 15, 15),
                        "NTU's page of 2023 prints the weights",
                        "how the T-score is computed by percentages and made a final score since 2020")
                .normalizer(Normalizers.tScore())
                .presentation(Presentation.rounded(1).withTies(TieRule.ORDINAL))
                .build();
    }

    /** University Ranking by Academic Performance, from 2011 on; 600 points. */
    public static Methodology urap() {
        Weights weights = new Parts()
                .put("article", "Article", 21)
                .put("total-document", "Total document", 10)
                .put("citation", "Citation", 21)
                .put("article-impact-total", "Article impact total", 18)
                .put("citation-impact-total", "Citation impact total", 15)
                .put("urap-collaboration", "International collaboration", 15)
                .build();
        return start(
                        "URAP World Ranking",
                        weights,
                        "URAP's methodology pages of 2011 and 2014 print the weights",
                        "what the median and the ends of a column score")
                .normalizer(Normalizers.piecewiseLinearAtMedian(0, 50, 100))
                .presentation(Presentation.rounded(2).withRescaling(Rescaling.affine(6, 0)))
                .build();
    }

    /** SCImago Institutions Rankings, Medicine: research 50, innovation 30, societal impact 20. */
    public static Methodology scimagoMedicine() {
        Weights weights = new Parts()
                .put("sir-normalized-impact", "Normalized impact", 13)
                .put("sir-excellence-leadership", "Excellence with leadership", 8)
                .put("sir-output", "Output", 8)
                .put("sir-leadership", "Scientific leadership", 5)
                .put("sir-not-own-journals", "Not own journals", 3)
                .put("sir-own-journals", "Own journals", 3)
                .put("sir-excellence", "Excellence", 2)
                .put("sir-high-quality", "High-quality publications", 2)
                .put("sir-collaboration", "International collaboration", 1)
                .put("sir-open-access", "Open access", 1)
                .put("sir-talent-pool", "Scientific talent pool", 1)
                .put("sir-innovative-knowledge", "Innovative knowledge", 1)
                .put("sir-patents", "Patents", 1)
                .put("sir-technological-impact", "Technological impact", 1)
                .put("sir-altmetrics", "Altmetrics", 1)
                .put("sir-backlinks", "Backlinks", 1)
                .put("sir-web-size", "Web size", 1)
                .build();
        ImmutableList<Indicator> all = weights.indicators();
        Ranker pillars = Rankers.pillars(
                pillar("Research", all, 0, 8)
                        .and(pillar("others", all, 8, 11).withPoints(6))
                        .withPoints(50),
                pillar("Innovation", all, 11, 14).withPoints(30),
                pillar("Societal", all, 14, 17).withPoints(20));
        return start(
                        "SCImago Institutions Rankings: Medicine",
                        weights,
                        "SCImago's pages for the three pillars; a report on 2023 for the points within research",
                        "the points of nine indicators, which share their pillar's equally here, and how raw values are"
                                + " scaled")
                .normalizer(Normalizers.minMax(0, 100))
                .ranker(pillars)
                .presentation(Presentation.rounded(2))
                .build();
    }

    /** The Guardian University Guide: Medicine, 2024 and 2025. */
    public static Methodology guardianMedicine() {
        Weights weights = new Parts()
                .put("guardian-entry", "Entry standards", 24)
                .lessIsBetter("guardian-student-staff", "Student-staff ratio", 24)
                .put("guardian-expenditure", "Expenditure per student", 10)
                .put("guardian-continuation", "Continuation", 14)
                .put("guardian-teaching", "Satisfied with teaching", 14)
                .put("guardian-feedback", "Satisfied with feedback", 14)
                .build();
        return start(
                        "Guardian University Guide: Medicine",
                        weights,
                        "reports on the guides of 2024 and 2025 for the first three weights",
                        "the weights of the last three, which share the rest equally here, how values are standardised, and"
                                + " the offset of the composite")
                .normalizer(Normalizers.zScore())
                .ranker(Rankers.weightedMean(Skipping.overAll()))
                .presentation(Presentation.rounded(1).withRescaling(ZERO_TO_100))
                .build();
    }

    /** The Complete University Guide, in which the z-score of student satisfaction is divided by three. */
    public static Methodology completeUniversityGuide() {
        Weights weights = new Parts()
                .put("cug-entry", "Entry standards", 1)
                .put("cug-satisfaction", "Student satisfaction", 1.5)
                .put("cug-research-quality", "Research quality", 1)
                .put("cug-research-intensity", "Research intensity", 0.5)
                .put("cug-outcomes", "Graduate prospects, outcomes", 0.67)
                .put("cug-on-track", "Graduate prospects, on track", 0.33)
                .put("cug-academic-services", "Academic services spend", 0.5)
                .put("cug-facilities", "Facilities spend", 0.5)
                .put("cug-continuation", "Continuation", 1)
                .lessIsBetter("cug-student-staff", "Student-staff ratio", 1)
                .build();
        Normalizer damped = Normalizers.zScore().dividedBy(3);
        return start(
                        "Complete University Guide",
                        weights,
                        "the guide's methodology of 2017 for the damping; a report on 2024 for the weights",
                        "the adjustment for the mix of subjects, the offset of the composite, and what is done about missing"
                                + " values")
                .normalizer(Normalizers.zScore())
                .normalizer(weights.indicators().get(1), damped)
                .presentation(Presentation.rounded(0).withRescaling(Rescaling.minMax(0, 1000)))
                .build();
    }

    /** The Webometrics Ranking of Universities, 2023. */
    public static Methodology webometrics() {
        Weights weights = new Parts()
                .put("visibility", "Visibility", 50)
                .put("openness", "Openness", 10)
                .put("excellence", "Excellence", 40)
                .build();
        return start(
                        "Webometrics Ranking of Universities",
                        weights,
                        "reports on the edition of 2023",
                        "how the logarithms of values are scaled; only ranks of the indicators are published")
                .treatments(Treatments.log(1))
                .normalizer(Normalizers.percentOfMaximum())
                .build();
    }

    /** CWUR's world ranking, from 2019 on. */
    public static Methodology cwurWorld() {
        Weights weights = new Parts()
                .put("cwur-education", "Education", 25)
                .put("cwur-employability", "Employability", 25)
                .put("cwur-faculty", "Faculty", 10)
                .put("cwur-output", "Research output", 10)
                .put("cwur-high-quality", "High-quality publications", 10)
                .put("cwur-influence", "Influence", 10)
                .put("cwur-citations", "Citations", 10)
                .build();
        return start(
                        "CWUR World University Rankings",
                        weights,
                        "a report on the edition of 2024",
                        "how raw values become indicator scores; only ranks of the indicators are published")
                .normalizer(Normalizers.percentOfMaximum())
                .presentation(Presentation.rounded(1).withRescaling(Rescaling.top(100)))
                .build();
    }
}
