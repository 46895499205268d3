package io.github.medrank.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every public type of the rooms that hold results is written as JSON, or is named here with the reason why not. */
class JsonTypesTest {
    /** Steps, publishers and markups hold no results. */
    private static final Set<String> NO_RESULTS =
            Set.of("exact", "normalization", "weighting", "ranking", "published", "text", "picture");

    private static final Map<String, String> NOT_WRITTEN = Map.ofEntries(
            Map.entry(
                    "what goes in: data, settings, plug-in points and the classes that make them",
                    "Bands BandScores Column Direction Eligibilities Eligibility ExactScale Indicator IndicatorTable Methodology"
                            + " Normalizer Presentation Provenance Ranker Rescaling Row Scale ScoreTiers Scorer TieMark TieRule"
                            + " Treatment WeightingStrategy Weights Unmatched Profile Baseline Goal CellDistribution DataVariation"
                            + " DataVariations Methods Progress RankOutput LinearConstraint Norm WeightRegion WeightSampler"
                            + " WeightSamplers CompositeMean ScoreScale MissingRule ScoreRounding InputValues Answer Statement Ballot Institutions LowVolumeReduction Paper PaperRules SurveyKind SurveyRules"),
            Map.entry(
                    "a part of documents",
                    "RecoveredRule NearFit RefutedRule ScoreRule ExactInterval GridWeights Finding FindingKind"
                            + " Cell Contribution MissingReason Position PublishedResult RankedSchool RankRange Rational School"
                            + " UnrankedSchool Movement Suggestion TradeOff Cause WeightShift Estimate EffectiveWeight SobolIndex Interval"
                            + " RankBound"),
            Map.entry(
                    "asks questions whose answers are documents",
                    "Recovery WhatMustChange Robustness RankSensitivity WeightSpace SchoolLookup SchoolMatching"),
            Map.entry("its ranges are a document", "RankConfidenceSets"),
            Map.entry(
                    "the working of a ranking, as large as its tables",
                    "CellLineage Lineage Scores Draws SharedDraws SobolSequence"),
            Map.entry(
                    "a few numbers or words, each with its accessor",
                    "Refutation Contradiction RankBiasedOverlap TopOverlap PairComparison Reweighting WeightStability RobustDominance"
                            + " BootstrapInterval"),
            Map.entry(
                    "counts on the way to indicator values, which Csv writes as a table",
                    "Bootstrap NetworkAccumulator NetworkTally PaperAccumulator PaperTally Rejection Replicates"
                            + " SurveyAccumulator SurveyTally"),
            Map.entry("a state of a run, kept by Java serialization", "Piece"),
            Map.entry("a list, of parts of documents", "ResultList"),
            Map.entry("text already", "TextTable"),
            Map.entry("an exception", "InterruptedRunException InterruptedDrawsException"));

    @Test
    void every_public_type_is_written_or_named_with_a_reason() {
        Set<String> written = Arrays.stream(Json.class.getMethods())
                .filter(method -> method.getName().equals("tree"))
                .map(method -> method.getParameterTypes()[0].getSimpleName())
                .filter(name -> !Set.of("Map", "List", "CsvFile", "CsvRecords").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = NOT_WRITTEN.values().stream()
                .flatMap(names -> Stream.of(names.split(" ")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).as("both written and not").doesNotContainAnyElementsOf(written);
        written.addAll(named);
        assertThat(published())
                .as("write it in Json, or say in NOT_WRITTEN why not; and name no type that is gone")
                .isEqualTo(written);
    }

    private static Set<String> published() {
        return new ClassFileImporter()
                        .withImportOption(location -> !location.contains("/test-classes/"))
                        .importPackages("io.github.medrank")
                        .stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isNestedClass())
                        .filter(type -> !NO_RESULTS.contains(room(type)))
                        .map(JavaClass::getSimpleName)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    }
}
