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
 * Times Higher Education's rankings, on the pillar scores that it publishes.
 *
 * <p>The weighted mean of five pillar scores, not rescaled, rounded half up to one decimal, which decides the ties. An
 * institution without every score (a "Reporter") is listed without a position. THE does not publish scores of single
 * indicators; {@link #worldByIndicator} shows how the pillars are made of them.
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
            Indicator.of("teaching", "Teaching").withSymbol("T");
    /** Research environment, until 2023 Research, 0–100. */
    public static final Indicator RESEARCH_ENVIRONMENT =
            Indicator.of("research-environment", "Research environment").withSymbol("RE");
    /** Research quality, until 2023 Citations, 0–100. */
    public static final Indicator RESEARCH_QUALITY =
            Indicator.of("research-quality", "Research quality").withSymbol("RQ");
    /** Industry, 0–100. */
    public static final Indicator INDUSTRY =
            Indicator.of("industry", "Industry").withSymbol("Ind");
    /** International outlook, 0–100. */
    public static final Indicator INTERNATIONAL_OUTLOOK =
            Indicator.of("international-outlook", "International outlook").withSymbol("Int");

    private static final ImmutableList<Indicator> PILLARS =
            ImmutableList.of(TEACHING, RESEARCH_ENVIRONMENT, RESEARCH_QUALITY, INDUSTRY, INTERNATIONAL_OUTLOOK);
    private static final String TABLES = "THE's published tables of the edition";

    private TimesHigherEducation() {}

    /**
     * THE World University Rankings.
     *
     * @param edition 2011 to 2026
     * @return the methodology
     * @throws IllegalArgumentException if the edition is not known; the message lists the known ones
     */
    public static Methodology world(int edition) {
        ContiguousSet<Integer> known = ContiguousSet.create(Range.closed(2011, 2026), DiscreteDomain.integers());
        Editions.require(known.contains(edition), "THE World University Rankings", edition, known);
        Weights weights = worldWeights(edition);
        Origin origin = edition >= 2024 ? Origin.PRINTED : Origin.RECOVERED;
        String source = edition >= 2024 ? "THE's methodology page of the edition" : TABLES;
        Presentation shown =
                Presentation.rounded(1).withBands(worldBands(edition)).withBandScores(scores(edition));
        return build(
                "THE World University Rankings",
                edition,
                weights,
                shown,
                Provenance.of(
                        PILLARS,
                        origin,
                        source,
                        "all published overall scores come out within 0.09, the rounding of the pillars"));
    }

    /** Teaching, research, quality, industry, international. */
    private static Weights worldWeights(int edition) {
        if (edition == 2011) {
            return Editions.weights(PILLARS, 30, 30, 32.5, 2.5, 5);
        }
        return edition < 2024
                ? Editions.weights(PILLARS, 30, 30, 30, 2.5, 7.5)
                : Editions.weights(PILLARS, 29.5, 29, 30, 4, 7.5);
    }

    private static Bands worldBands(int edition) {
        return edition < 2016
                ? Bands.exactTo(200).then(225, 250, 275, 300, 350, 400)
                : Bands.exactTo(200).then(250, 300, 350, 400, 500, 600, 800, 1000, 1200, 1500);
    }

    private static BandScores scores(int edition) {
        return edition < 2016 ? BandScores.HIDDEN : BandScores.RANGE;
    }

    /**
     * THE World University Rankings by subject: Clinical, pre-clinical and health.
     *
     * @param edition 2011 to 2023; the pillar weights of later editions, "Medical and health", are not known here
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
        String within = edition == 2016 || edition == 2017 ? "0.17" : "0.08";
        return Provenance.of(
                PILLARS,
                edition < 2016 ? Origin.RECOVERED : Origin.PRINTED,
                edition < 2016 ? TABLES : "THE's methodology page of the edition",
                "all published overall scores come out within " + within);
    }

    private static Methodology build(
            String name, int edition, Weights weights, Presentation shown, Provenance provenance) {
        return Methodology.builder(name)
                .edition(Integer.toString(edition))
                .indicators(PILLARS)
                .weights(weights)
                .ranker(Rankers.weightedMean(Skipping.unrank()))
                .presentation(shown)
                .provenance(provenance)
                .build();
    }

    /**
     * Returns the shape of the World University Rankings 3.0 (2024 on) by its 18 indicators in five pillars, of which study
     * abroad counts nothing, on indicator scores from 0 to 100. THE prints these weights and publishes no indicator scores.
     *
     * @return an illustrative methodology; its provenance says what is missing
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
                .ranker(pillars)
                .presentation(Presentation.rounded(1))
                .build();
    }
}
