package io.github.medrank.published;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Rescaling;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import java.math.BigDecimal;

/**
 * The Times and Sunday Times Good University Guide: Medicine, 2014 to 2020.
 *
 * <p>Each indicator is a z-score over the schools that have a value, and the composite is their weighted mean. The
 * weight of a missing indicator goes to the others. An offset is added to the composite, which is then rescaled so that
 * the top school gets 100. The publisher prints neither weights nor offsets. They were recovered from the tables, the
 * offset separately for each edition. Graduate prospects are shown but do not count.
 *
 * <pre>{@code
 * var weights = GoodUniversityGuide.medicine(2019).weights().orElseThrow();
 * weights.points(GoodUniversityGuide.TEACHING_QUALITY) // ==> 0.67
 * }</pre>
 */
public final class GoodUniversityGuide {
    /** Satisfaction with teaching, percent; from 2016 on. */
    public static final Indicator TEACHING_QUALITY =
            Indicator.of("teaching-quality", "Teaching quality").withUnit("%").withScale(0, 100);
    /** Satisfaction with the student experience, percent. */
    public static final Indicator STUDENT_EXPERIENCE = Indicator.of("student-experience", "Student experience")
            .withUnit("%")
            .withScale(0, 100);
    /** Research quality, percent. */
    public static final Indicator RESEARCH_QUALITY = Indicator.of("gug-research-quality", "Research quality")
            .withUnit("%")
            .withScale(0, 100);
    /** Entry standards, in tariff points. */
    public static final Indicator ENTRY_POINTS = Indicator.of("entry-points", "Entry points");
    /** Graduates in good jobs or further study, percent; weight zero. */
    public static final Indicator GRADUATE_PROSPECTS = Indicator.of("graduate-prospects", "Graduate prospects")
            .withUnit("%")
            .withScale(0, 100);

    /**
     * The offset added to the weighted mean of z-scores before rescaling: the two-decimal number that minimises the
     * largest error in the whole table.
     */
    private static final ImmutableMap<Integer, String> OFFSETS = ImmutableMap.<Integer, String>builder()
            .put(2014, "9.67")
            .put(2015, "9.99")
            .put(2016, "8.63")
            .put(2017, "9.18")
            .put(2018, "9.11")
            .put(2019, "8.22")
            .put(2020, "8.60")
            .buildOrThrow();

    private GoodUniversityGuide() {}

    /**
     * Returns the subject table for Medicine.
     *
     * @param edition 2014 to 2020
     * @return the methodology, on the raw numbers that the guide prints
     * @throws IllegalArgumentException if the edition is not known; the message lists the known ones
     */
    public static Methodology medicine(int edition) {
        Editions.require(OFFSETS.containsKey(edition), "Good University Guide: Medicine", edition, OFFSETS.keySet());
        Weights weights = edition < 2016
                ? Editions.weights(
                        ImmutableList.of(STUDENT_EXPERIENCE, RESEARCH_QUALITY, ENTRY_POINTS, GRADUATE_PROSPECTS),
                        1,
                        1,
                        1,
                        0)
                : Editions.weights(
                        ImmutableList.of(
                                TEACHING_QUALITY,
                                STUDENT_EXPERIENCE,
                                RESEARCH_QUALITY,
                                ENTRY_POINTS,
                                GRADUATE_PROSPECTS),
                        0.67,
                        0.33,
                        1,
                        1,
                        0);
        BigDecimal offset = new BigDecimal(requireNonNull(OFFSETS.get(edition), "offset"));
        return Methodology.builder("Times and Sunday Times Good University Guide: Medicine")
                .edition(Integer.toString(edition))
                .indicators(weights.indicators())
                .normalizer(Normalizers.zScore())
                .weights(weights)
                .ranker(Rankers.weightedMean(Skipping.overAll()))
                .presentation(Presentation.rounded(1).withRescaling(Rescaling.topAbove(100, offset.negate())))
                .provenance(Provenance.of(
                        weights.indicators(), Origin.RECOVERED, "the guide's published tables", reproduction(edition)))
                .build();
    }

    private static String reproduction(int edition) {
        return switch (edition) {
            case 2014, 2015 -> "all 31 published totals come out within 0.1";
            case 2016, 2017 -> "all 33 published totals come out within 0.1";
            case 2018 ->
                "29 of 33 published totals come out within 0.4, but not those of the four universities without survey"
                        + " results (up to 6 off); what the guide put in for them, which moved all the z-scores,"
                        + " is not known";
            case 2019 -> "all 33 published totals come out within 0.2";
            default -> "all 34 published totals come out within 0.1";
        };
    }
}
