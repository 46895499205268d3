package io.github.medrank.text;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.PublishedResult;
import io.github.medrank.RankRange;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.audit.Audit;
import io.github.medrank.audit.MissingRule;
import io.github.medrank.audit.Recovered;
import io.github.medrank.audit.Recovery;
import io.github.medrank.audit.ScoreScale;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.choice.Profile;
import io.github.medrank.choice.Shortlist;
import io.github.medrank.choice.WhatMatters;
import io.github.medrank.comparison.Consensus;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import io.github.medrank.evidence.Ballot;
import io.github.medrank.evidence.SurveyKind;
import io.github.medrank.insight.Baseline;
import io.github.medrank.insight.Correction;
import io.github.medrank.insight.Duel;
import io.github.medrank.insight.Editions;
import io.github.medrank.insight.Goal;
import io.github.medrank.insight.Requirements;
import io.github.medrank.insight.ShapleyBreakdown;
import io.github.medrank.insight.Strengths;
import io.github.medrank.insight.WhatIf;
import io.github.medrank.insight.WhatMustChange;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import io.github.medrank.robustness.RankAcceptability;
import io.github.medrank.robustness.Robustness;
import io.github.medrank.robustness.Tiers;
import io.github.medrank.sensitivity.Coherence;
import io.github.medrank.sensitivity.OneAtATime;
import io.github.medrank.sensitivity.RankOutput;
import io.github.medrank.sensitivity.RankReversals;
import io.github.medrank.sensitivity.RankSensitivity;
import io.github.medrank.weightspace.RankBounds;
import io.github.medrank.weightspace.WeightRegion;
import io.github.medrank.weightspace.WeightSamplers;
import io.github.medrank.weightspace.WeightSpace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One or more results of every kind, on a small table whose names try every escape. */
final class JsonSamples {
    static final String HOSTILE =
            "</script> \"A\" \\ & ~~B~~ | `c` <!-- 𝔐édecine \u202Egnp\u2066 \u200F\u2028 'd' $x_1^{2}%#";

    private static final Indicator A =
            Indicator.of("a", "Reputation <A>").withSymbol("R|A").withUnit("%");
    private static final Indicator B = Indicator.of("b", "Papers & \"cites\"");
    private static final Indicator C = Indicator.of("c");
    private static final School ONE = School.of("one", HOSTILE).withCountry("US");
    private static final School TWO = School.of("two", "Two");
    private static final School THREE = School.of("three", "Three").withCountry("GB");
    private static final School FOUR = School.of("four", "Four");
    private static final School NEW = School.of("new", "Newcomer");

    private static final IndicatorTable TABLE = IndicatorTable.builder(A, B, C)
            .row(ONE, 90, 50, 60)
            .row(TWO, 70.5, 80, 60)
            .row(THREE, 70, 60, 59)
            .row(FOUR, List.of(Cell.of(20), Cell.missing(MissingReason.NOT_REPORTED), Cell.of(10)))
            .row(
                    School.of("Empty"),
                    List.of(
                            Cell.missing(MissingReason.WITHHELD),
                            Cell.missing(MissingReason.WITHHELD),
                            Cell.missing(MissingReason.WITHHELD)))
            .build();

    private static final Weights WEIGHTS =
            Weights.of(Map.of(A, 50, B, 30, C, 20)).inOrderOf(List.of(A, B, C));

    static final Methodology METHOD = Methodology.builder("sample")
            .weights(WEIGHTS)
            .eligibility(
                    row -> row.cell(A).isPresent() ? java.util.Optional.empty() : java.util.Optional.of("no \"a\""))
            .filling(Imputations.zero())
            .ranker(Rankers.weightedMean())
            .presentation(Presentation.rounded(1))
            .build();

    private JsonSamples() {}

    static Ranking ranking() {
        return METHOD.rank(TABLE);
    }

    private static Ranking other() {
        return METHOD.withWeights(Weights.of(Map.of(A, 10, B, 80, C, 10))).rank(later());
    }

    private static IndicatorTable later() {
        return IndicatorTable.builder(A, B, C)
                .row(NEW, 80, 20, 30)
                .row(ONE, 60, 55, 50)
                .row(TWO, 75, 80, 60)
                .row(THREE, 70, 60, 70)
                .build();
    }

    /** Two schools of one score, told apart by a tie-breaker. */
    private static Ranking level() {
        return METHOD.withWeights(Weights.of(Map.of(A, 1, B, 1, C, 1)))
                .withPresentation(Presentation.rounded(1).withTieBreakers(B))
                .rank(IndicatorTable.builder(A, B, C)
                        .row(TWO, 10, 30, 20)
                        .row(THREE, 30, 10, 20)
                        .build());
    }

    static RankComparison comparison() {
        return RankComparison.of(ranking(), other());
    }

    static RankAcceptability acceptability() {
        return Robustness.of(METHOD, TABLE)
                .varyingWeights(WeightSamplers.dirichlet(WEIGHTS, 10))
                .run(500);
    }

    static RankBounds bounds() {
        return WeightSpace.of(METHOD, TABLE, WeightRegion.withinPercent(WEIGHTS, 50))
                .bounds();
    }

    static Shortlist shortlist() {
        return Profile.builder()
                .matters(B, 3)
                .matters(A, 1)
                .noWorseThan(C, 20)
                .build()
                .shortlist(METHOD, TABLE)
                .withRanges(acceptability().ranges(0.9))
                .withChances("admission", Map.of(ONE, 0.25));
    }

    /** Twenty-four rows whose score is half of each value; that of the sixth is as given. */
    static IndicatorTable printed(String sixth) {
        IndicatorTable.Builder table = IndicatorTable.builder(A, B);
        for (int row = 1; row <= 24; row++) {
            School school = School.of("row" + row);
            table.row(school, 5 * row, row * row % 23);
            String score = new BigDecimal(5 * row + row * row % 23)
                    .divide(new BigDecimal(2))
                    .setScale(1)
                    .toPlainString();
            table.published(school, PublishedResult.of(Integer.toString(row), row == 6 ? sixth : score));
        }
        return table.build();
    }

    static io.github.medrank.RankingDiff diff() {
        return ranking()
                .diff(Map.of(
                        ONE,
                        PublishedResult.of("5", "1.5"),
                        TWO,
                        PublishedResult.of("2", "73.2"),
                        FOUR,
                        new PublishedResult(java.util.Optional.empty(), java.util.Optional.empty()),
                        School.of("Empty"),
                        PublishedResult.of("9", "2"),
                        School.of("Thre"),
                        PublishedResult.of("3", "64.8")));
    }

    private static Requirements requirements() {
        return WhatMustChange.of(METHOD, TABLE).toReach("three", Goal.position(1));
    }

    private static Editions editions() {
        return Editions.between(METHOD, TABLE, METHOD, later());
    }

    /** The trees, each with the text; the key says what is in them. */
    static Map<Map<String, Object>, String> all() {
        Map<Map<String, Object>, String> all = new LinkedHashMap<>();
        Ranking ranking = ranking();
        Ranking halves = Ranking.byScore(TABLE.rows(0, 1, 2), WEIGHTS, row -> row.min());
        all.put(Json.tree(ranking), Json.write(ranking));
        all.put(Json.tree(ranking.explain("four")), Json.write(ranking.explain("four")));
        all.put(Json.tree(diff()), Json.write(diff()));
        all.put(Json.tree(acceptability()), Json.write(acceptability()));
        Map<School, RankRange> ranges = acceptability().ranges(0.9);
        all.put(Json.tree(ranges), Json.write(ranges));
        all.put(Json.tree(bounds()), Json.write(bounds()));
        Tiers tiers = Tiers.byRanges(bounds().ranges());
        all.put(Json.tree(tiers), Json.write(tiers));
        all.put(Json.tree(comparison()), Json.write(comparison()));
        all.put(Json.tree(comparison().first()), Json.write(comparison().first()));
        Consensus consensus = Consensus.of(List.of(RankedList.of(ranking), RankedList.of(other())));
        all.put(Json.tree(consensus), Json.write(consensus));
        all.put(Json.tree(consensus.kemeny()), Json.write(consensus.kemeny()));
        Ranking warned = METHOD.withFilling(Imputations.mean()).rank(TABLE);
        all.put(Json.tree(warned), Json.write(warned));
        for (Duel duel : List.of(
                Duel.of(ranking, "two", "one"), Duel.of(halves, "one", "two"), Duel.of(level(), "two", "three"))) {
            all.put(Json.tree(duel), Json.write(duel));
        }
        Strengths strengths = Strengths.of(ranking, "four");
        all.put(Json.tree(strengths), Json.write(strengths));
        ShapleyBreakdown shapley = ShapleyBreakdown.of(METHOD, TABLE, "one", Baseline.mean());
        all.put(Json.tree(shapley), Json.write(shapley));
        all.put(Json.tree(requirements()), Json.write(requirements()));
        all.put(
                Json.tree(requirements().lines().get(0)),
                Json.write(requirements().lines().get(0)));
        WhatMustChange change = WhatMustChange.of(METHOD, TABLE);
        var plan = change.cheapest("three", Goal.position(1), Map.of(A, 2, B, 1));
        all.put(Json.tree(plan), Json.write(plan));
        all.put(Json.tree(change.mayFall("two")), Json.write(change.mayFall("two")));
        WhatIf whatIf = WhatIf.of(METHOD, TABLE).with("two", A, 95).withSchool(NEW, 99, 99, 99);
        all.put(Json.tree(whatIf), Json.write(whatIf));
        all.put(Json.tree(whatIf.movements()), Json.write(whatIf.movements()));
        Correction correction = WhatIf.of(METHOD, TABLE).with("two", A, 95).asCorrection("two");
        all.put(Json.tree(correction), Json.write(correction));
        all.put(Json.tree(editions()), Json.write(editions()));
        all.put(Json.tree(editions().of("one")), Json.write(editions().of("one")));
        all.put(Json.tree(editions().byIndicator("two")), Json.write(editions().byIndicator("two")));
        all.put(Json.tree(shortlist()), Json.write(shortlist()));
        WhatMatters said = WhatMatters.of(METHOD, TABLE).moreImportant(A, B);
        WhatMatters muddled = said.moreImportant(B, A);
        all.put(Json.tree(said), Json.write(said));
        all.put(Json.tree(muddled), Json.write(muddled));
        var question = said.nextQuestion(1).orElseThrow();
        all.put(Json.tree(question), Json.write(question));
        Methodology skipping = Methodology.builder("skipping")
                .weights(WEIGHTS)
                .ranker(Rankers.weightedMean(Skipping.overAll()))
                .build();
        Coherence coherence = Coherence.of(skipping, TABLE.rows(0, 1, 2, 3)).bootstrap(100, 0.9, 1);
        all.put(Json.tree(coherence), Json.write(coherence));
        for (String sixth : List.of("21.5", "60.0")) {
            IndicatorTable printed = printed(sixth);
            all.put(
                    Json.tree(Recovery.of(printed).run()),
                    Json.write(Recovery.of(printed).run()));
            all.put(Json.tree(Audit.of(printed)), Json.write(Audit.of(printed)));
            Recovery.of(printed)
                    .run()
                    .best()
                    .flatMap(best ->
                            best.certificate(best.shares().keySet().asList().get(0)))
                    .ifPresent(each -> all.put(Json.tree(each), Json.write(each)));
        }
        for (String sixth : List.of("30.0", "60.0")) {
            Recovered withoutB = Recovery.of(printed(sixth).with("row6", B, Cell.missing(MissingReason.NOT_REPORTED)))
                    .withScale(ScoreScale.POINTS)
                    .withMissing(MissingRule.SHARED)
                    .run();
            all.put(Json.tree(withoutB), Json.write(withoutB));
        }
        Recovered withConstant = Recovery.of(geometric()).run();
        all.put(Json.tree(withConstant), Json.write(withConstant));
        // Nothing of it is checked, as nothing is printed.
        all.put(Json.tree(Audit.of(TABLE)), Json.write(Audit.of(TABLE)));
        WeightSpace space = WeightSpace.of(
                METHOD, TABLE, WeightRegion.simplex(List.of(A, B, C)).withOrder(A, B));
        for (Certificate each : List.of(
                space.certifyDominance("one", "four"),
                space.certifyBest("two").orElseThrow(),
                space.certifyFirst().orElseThrow())) {
            all.put(Json.tree(each), Json.write(each));
        }
        var sobol = RankSensitivity.of(METHOD, TABLE)
                .varyingWeights(50)
                .withBaseSample(64)
                .indices(RankOutput.positionOf("one"));
        all.put(Json.tree(sobol), Json.write(sobol));
        OneAtATime effects = OneAtATime.weights(METHOD, TABLE, -90, 90);
        all.put(Json.tree(effects), Json.write(effects));
        RankReversals reversals = RankReversals.of(METHOD.withNormalizer(Normalizers.minMax(0, 100)), TABLE);
        all.put(Json.tree(reversals), Json.write(reversals));
        CsvFile file = Csv.read(
                "school,a,b,other,published-rank,published-score\nOne,1,2,x,1,9.5\n\nTwo,3,4,y,2,8\n", List.of(A, B));
        all.put(Json.tree(file), Json.write(file));
        CsvRecords<Ballot> ballots = Csv.ballots("respondent,year,country\n1,2025,UK\n", SurveyKind.ACADEMIC);
        all.put(Json.tree(ballots), Json.write(ballots));
        return all;
    }

    /** Scores 5 + 2·√(a·b), and one of a school that has no b: 5 + 2·a. */
    private static IndicatorTable geometric() {
        IndicatorTable.Builder table = IndicatorTable.builder(A, B);
        for (int row = 0; row < 14; row++) {
            School school = School.of("g" + row);
            double a = 10 + row * 37 % 80;
            double b = 12 + row * 53 % 70;
            table.row(school, List.of(Cell.of(a), row == 13 ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(b)));
            BigDecimal score = BigDecimal.valueOf(5 + 2 * (row == 13 ? a : Math.sqrt(a * b)));
            table.published(
                    school,
                    new PublishedResult(Optional.empty(), Optional.of(score.setScale(1, RoundingMode.HALF_UP))));
        }
        return table.build();
    }
}
