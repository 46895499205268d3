package io.github.medrank.published;

import io.github.medrank.Presentation;
import io.github.medrank.ScoreTiers;

/**
 * How U.S. News shows medical schools since 2024: in four tiers by a score from 1 to 99, by name within a tier. The
 * weights of these editions are not known here; see {@link Illustrative#usNewsMedicalSchools} for an older vector.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("score")).row(School.of("Yale"), 85).row(School.of("Duke"), 84).build();
 * var method = Methodology.builder("ScoreTiers").ranker(Rankers.weightedMean()).presentation(UsNews.medicalSchoolTiers()).build();
 * method.rank(table).of("Duke").position() // ==> Tier 2
 * }</pre>
 */
public final class UsNews {
    private UsNews() {}

    /** Tier 1 from 85, Tier 2 from 50, Tier 3 from 15, and Tier 4, of scores rounded to whole numbers. */
    public static Presentation medicalSchoolTiers() {
        return Presentation.rounded(0)
                .withTiers(ScoreTiers.byScore("Tier 1", 85)
                        .then("Tier 2", 50)
                        .then("Tier 3", 15)
                        .last("Tier 4"));
    }
}
