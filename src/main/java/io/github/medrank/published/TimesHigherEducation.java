package io.github.medrank.published;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import io.github.medrank.BandScores;
import io.github.medrank.Bands;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Ranker;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;

/**
 * Times Higher Education's rankings, based on the pillar scores that it publishes.
 *
 * <p>The score is the weighted mean of five pillar scores, without rescaling, rounded half up to one decimal, which
 * decides ties. An institution that lacks a score (a "Reporter") is listed without a position, except in 2011. Scores
 * of single indicators were not found; {@link #worldByIndicator} shows how they form the pillars.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(TimesHigherEducation.world(2026).indicators())
 *     .row(School.of("University of Oxford"), 97.2, 100, 97.7, 99.9, 96.4).build();
 * TimesHigherEducation.world(2026).rank(table).of("University of Oxford").score() // ==> 98.2
 * }</pre>
 */
public final class TimesHigherEducation {
    /** Teaching, 0–100. */
    public static final Indicator TEACHING =
            Indicator.of("teaching", "Teaching").withSymbol("T").withAliases("scores_teaching");
    /** Research environment, until 2023 Research, 0–100. */
    public static final Indicator RESEARCH_ENVIRONMENT = Indicator.of("research-environment", "Research environment")
            .withSymbol("RE")
            .withAliases("Research", "scores_research");
    /** Research quality, until 2023 Citations, 0–100. */
    public static final Indicator RESEARCH_QUALITY = Indicator.of("research-quality", "Research quality")
            .withSymbol("RQ")
            .withAliases("Citations", "scores_citations");
    /** Industry, 0–100. */
    public static final Indicator INDUSTRY = Indicator.of("industry", "Industry")
            .withSymbol("Ind")
            .withAliases("Industry income", "scores_industry_income");
    /** International outlook, 0–100. */
    public static final Indicator INTERNATIONAL_OUTLOOK = Indicator.of("international-outlook", "International outlook")
            .withSymbol("Int")
            .withAliases("International", "scores_international_outlook");

    private static final ImmutableList<Indicator> PILLARS =
            ImmutableList.of(TEACHING, RESEARCH_ENVIRONMENT, RESEARCH_QUALITY, INDUSTRY, INTERNATIONAL_OUTLOOK);
    private static final String TABLES = "THE's published tables of the edition";
    private static final String PAGE = "THE's methodology page of the edition";
    private static final String COMPLETE = "published overall scores of schools with all pillars come out within ";
    private static final String HIDDEN_INDUSTRY =
            "THE ranked schools without a score of industry by one it did not show; they are unranked here, so that"
                    + " every school after them stands higher than in THE's table";

    /** Industry and international outlook may be missing. The three large pillars together have 92.5 %. */
    private static final Skipping THREE_LARGE_PILLARS = Skipping.overAll().atLeast(0.925);

    private TimesHigherEducation() {}

    /**
     * Returns the THE World University Rankings.
     *
     * <p>In 2011 the weight of a missing score for industry or international outlook goes to the other pillars, as in
     * THE's table. In 2012 to 2015 THE counted a score for industry that it did not show, and no rule that was tried
     * recovers it. Such a school is listed without a position here, and every school after it stands higher than in
     * THE's table.
     *
     * @param edition 2011 to 2027
     * @return the methodology
     * @throws IllegalArgumentException if the edition is not known; the message lists the known ones
     */
    public static Methodology world(int edition) {
        ContiguousSet<Integer> known = ContiguousSet.create(Range.closed(2011, 2027), DiscreteDomain.integers());
        Editions.require(known.contains(edition), "THE World University Rankings", edition, known);
        Weights weights = worldWeights(edition);
        boolean printed = edition == 2024 || edition == 2025;
        Presentation shown =
                Presentation.rounded(1).withBands(worldBands(edition)).withBandScores(scores(edition));
        Provenance provenance = Provenance.of(
                PILLARS,
                printed ? Origin.PRINTED : Origin.RECOVERED,
                printed ? PAGE : TABLES,
                worldReproduction(edition));
        return build("THE World University Rankings", edition, weights, shown, provenance);
    }

    private static String worldReproduction(int edition) {
        return switch (edition) {
            case 2011 ->
                "all published overall scores come out within 0.1, those of the 64 schools without a score of industry among"
                        + " them";
            case 2012, 2013, 2014, 2015 -> COMPLETE + "0.09; " + HIDDEN_INDUSTRY;
            case 2016 -> COMPLETE + "0.09, but five whose industry is printed as 0.0 are off by 0.66 to 0.73";
            case 2027 -> "the 35 published overall scores that were checked come out within 0.08";
            default -> "all published overall scores come out within 0.09, the rounding of the pillars";
        };
    }

    /** Teaching, research environment, research quality, industry, international outlook. */
    private static Weights worldWeights(int edition) {
        if (edition == 2011) {
            return Editions.weights(PILLARS, 30, 30, 32.5, 2.5, 5);
        }
        return edition < 2024
                ? Editions.weights(PILLARS, 30, 30, 30, 2.5, 7.5)
                : Editions.weights(PILLARS, 29.5, 29, 30, 4, 7.5);
    }

    /** Exact down to 200. The bands after 200 in 2011 are not known, and the last band is open. */
    private static Bands worldBands(int edition) {
        Bands exact = Bands.exactTo(200);
        if (edition < 2016) {
            return edition == 2011 ? exact : exact.then(225, 250, 275, 300, 350, 400);
        }
        Bands to800 = exact.then(250, 300, 350, 400, 500, 600, 800);
        if (edition < 2018) {
            return to800;
        }
        Bands to1000 = to800.then(1000);
        if (edition < 2022) {
            return to1000;
        }
        return edition == 2022 ? to1000.then(1200) : to1000.then(1200, 1500);
    }

    private static BandScores scores(int edition) {
        return edition < 2017 ? BandScores.HIDDEN : BandScores.RANGE;
    }

    /**
     * Returns the THE World University Rankings by subject: Clinical, pre-clinical and health.
     *
     * @param edition 2011 to 2023; the pillar weights of later editions, "Medical and health", are not known here; a
     *     missing industry score is treated as in {@link #world}
     * @return the methodology
     * @throws IllegalArgumentException if the edition is not known; the message lists the known ones
     */
    public static Methodology clinicalAndHealth(int edition) {
        ContiguousSet<Integer> known = ContiguousSet.create(Range.closed(2011, 2023), DiscreteDomain.integers());
        Editions.require(known.contains(edition), "THE Clinical and health", edition, known);
        Weights weights = edition == 2011
                ? Editions.weights(PILLARS, 27.5, 27.5, 37.5, 2.5, 5)
                : Editions.weights(PILLARS, 27.5, 27.5, 35, 2.5, 7.5);
        Bands bands =
                edition < 2018 ? Bands.none() : Bands.exactTo(100).then(125, 150, 175, 200, 250, 300, 400, 500, 600);
        Presentation shown = Presentation.rounded(1).withBands(bands).withBandScores(scores(edition));
        return build(
                "THE World University Rankings by Subject: Clinical and health",
                edition,
                weights,
                shown,
                clinical(edition));
    }

    private static Provenance clinical(int edition) {
        if (edition > 2020) {
            return Provenance.of(
                    PILLARS,
                    Origin.INFERRED,
                    "the editions before it",
                    "no table of this edition was at hand to check");
        }
        return Provenance.of(
                PILLARS,
                edition < 2016 ? Origin.RECOVERED : Origin.PRINTED,
                edition < 2016 ? TABLES : PAGE,
                clinicalReproduction(edition));
    }

    private static String clinicalReproduction(int edition) {
        return switch (edition) {
            case 2011 ->
                "all published overall scores come out within 0.1, those of the 18 schools without one of the scores among"
                        + " them";
            case 2012, 2013, 2014, 2015 -> COMPLETE + "0.08; " + HIDDEN_INDUSTRY;
            case 2016, 2017 -> COMPLETE + "0.17";
            default -> COMPLETE + "0.08";
        };
    }

    private static Methodology build(
            String name, int edition, Weights weights, Presentation shown, Provenance provenance) {
        return Methodology.builder(name)
                .edition(Integer.toString(edition))
                .indicators(Editions.scores(PILLARS))
                .weights(weights)
                .ranker(Rankers.weightedMean(edition == 2011 ? THREE_LARGE_PILLARS : Skipping.unrank()))
                .presentation(shown)
                .provenance(provenance)
                .build();
    }

    /**
     * Returns an illustrative methodology for the World University Rankings 3.0 (2024 on), with its 18 indicators in
     * five pillars. The weight of study abroad is 0. Indicator scores range from 0 to 100. THE prints the weights; its
     * indicator scores were not found.
     *
     * @return the methodology; its provenance says what is missing
     */
    public static Methodology worldByIndicator() {
        Weights weights = Weights.builder()
                .put(Indicator.of("teaching-reputation", "Teaching reputation"), 15)
                .put(Indicator.of("staff-student-ratio", "Staff-to-student ratio"), 4.5)
                .put(Indicator.of("doctorate-bachelor-ratio", "Doctorate-to-bachelor's ratio"), 2)
                .put(Indicator.of("doctorate-staff-ratio", "Doctorates-awarded-to-academic-staff ratio"), 5.5)
                .put(Indicator.of("institutional-income", "Institutional income"), 2.5)
                .put(Indicator.of("research-reputation", "Research reputation"), 18)
                .put(Indicator.of("research-income", "Research income"), 5.5)
                .put(Indicator.of("research-productivity", "Research productivity"), 5.5)
                .put(Indicator.of("citation-impact", "Citation impact"), 15)
                .put(Indicator.of("research-strength", "Research strength"), 5)
                .put(Indicator.of("research-excellence", "Research excellence"), 5)
                .put(Indicator.of("research-influence", "Research influence"), 5)
                .put(Indicator.of("international-students", "International students"), 2.5)
                .put(Indicator.of("international-staff", "International staff"), 2.5)
                .put(Indicator.of("international-collaboration", "International collaboration"), 2.5)
                .put(Indicator.of("study-abroad", "Study abroad"), 0)
                .put(Indicator.of("industry-income", "Industry income"), 2)
                .put(Indicator.of("patents", "Patents"), 2)
                .build();
        ImmutableList<Indicator> all = weights.indicators();
        Ranker pillars = Rankers.pillars(
                Editions.pillar("Teaching", all, 0, 5),
                Editions.pillar("Research environment", all, 5, 8),
                Editions.pillar("Research quality", all, 8, 12),
                Editions.pillar("International outlook", all, 12, 16),
                Editions.pillar("Industry", all, 16, 18));
        return Editions.illustrative(
                        "THE World University Rankings 3.0 by indicator",
                        weights,
                        "THE's methodology pages of 2024 and 2025 print the weights",
                        "how a raw value becomes an indicator score")
                .indicators(Editions.scores(all))
                .ranker(pillars)
                .presentation(Presentation.rounded(1))
                .build();
    }
}
