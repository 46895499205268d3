package io.github.medrank.published;

import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Rescaling;
import io.github.medrank.ScoreTiers;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;

/**
 * The rankings of U.S. News &amp; World Report. Since 2024, medical schools are shown in four tiers by a score from 1
 * to 99, sorted by name within a tier. The weights of these editions were not found.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("score"))
 *         .row(School.of("Yale"), 85).row(School.of("Duke"), 84)
 *         .build();
 * var method = Methodology.builder("ScoreTiers").ranker(Rankers.weightedMean())
 *         .presentation(UsNews.medicalSchoolTiers()).build();
 * method.rank(table).of("Duke").position() // ==> Tier 2
 * }</pre>
 */
public final class UsNews {
    private UsNews() {}

    /**
     * Returns the tiers of scores rounded to whole numbers: tier 1 from 85, tier 2 from 50, tier 3 from 15, then tier
     * 4.
     */
    public static Presentation medicalSchoolTiers() {
        return Presentation.rounded(0)
                .withTiers(ScoreTiers.byScore("Tier 1", 85)
                        .then("Tier 2", 50)
                        .then("Tier 3", 15)
                        .last("Tier 4"));
    }

    /**
     * Returns an illustrative methodology with the known weights of Best Medical Schools: Research in 2012, when it had
     * eight indicators and printed positions.
     *
     * @return the methodology; its provenance says what is missing
     */
    public static Methodology medicalSchools() {
        Weights weights = Weights.builder()
                .put(Indicator.of("peer-assessment", "Peer assessment"), 20)
                .put(Indicator.of("residency-directors", "Assessment by residency directors"), 20)
                .put(Indicator.of("research-activity", "Total research activity"), 15)
                .put(Indicator.of("research-per-faculty", "Research activity per faculty member"), 15)
                .put(Indicator.of("mcat", "Median MCAT"), 13)
                .put(Indicator.of("gpa", "Median undergraduate GPA"), 6)
                .put(Indicator.of("acceptance-rate", "Acceptance rate").withDirection(Direction.LOWER_IS_BETTER), 1)
                .put(Indicator.of("faculty-student-ratio", "Faculty-student ratio"), 10)
                .build();
        return Editions.illustrative(
                        "U.S. News Best Medical Schools: Research",
                        weights,
                        "a report on the edition of 2012",
                        "the offset that makes sums of z-scores a percentage of the top, and the weights of 2023 on")
                .normalizer(Normalizers.zScore())
                .presentation(Presentation.rounded(0).withRescaling(Rescaling.minMax(0, 100)))
                .build();
    }

    /**
     * Returns an illustrative methodology with the known weights of Best Global Universities, which has 13 indicators.
     *
     * @return the methodology; its provenance says what is missing
     */
    public static Methodology globalUniversities() {
        Weights weights = Weights.builder()
                .put(Indicator.of("global-reputation", "Global research reputation"), 12.5)
                .put(Indicator.of("regional-reputation", "Regional research reputation"), 12.5)
                .put(Indicator.of("publications", "Publications"), 10)
                .put(Indicator.of("books", "Books"), 2.5)
                .put(Indicator.of("conferences", "Conferences"), 2.5)
                .put(Indicator.of("normalized-citation-impact", "Normalized citation impact"), 10)
                .put(Indicator.of("total-citations", "Total citations"), 7.5)
                .put(Indicator.of("top-10-publications", "Publications among the 10% most cited"), 12.5)
                .put(Indicator.of("top-10-share", "Share of publications among the 10% most cited"), 10)
                .put(Indicator.of("collaboration-relative", "International collaboration relative to country"), 5)
                .put(Indicator.of("collaboration", "International collaboration"), 5)
                .put(Indicator.of("top-1-papers", "Papers among the 1% most cited"), 5)
                .put(Indicator.of("top-1-share", "Share of papers among the 1% most cited"), 5)
                .build();
        return Editions.illustrative(
                        "U.S. News Best Global Universities",
                        weights,
                        "reports on the editions of 2021 to 2025; the method texts of 2014 and 2015",
                        "which indicators are taken as logarithms, how the composite is rescaled, and all raw values")
                .normalizer(Normalizers.zScore())
                .presentation(Presentation.rounded(1).withRescaling(Rescaling.minMax(0, 100)))
                .build();
    }
}
