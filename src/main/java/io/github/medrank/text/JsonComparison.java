package io.github.medrank.text;

import com.google.common.collect.ImmutableSet;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.audit.Audit;
import io.github.medrank.audit.ExactInterval;
import io.github.medrank.audit.Finding;
import io.github.medrank.audit.GridWeights;
import io.github.medrank.audit.NearFit;
import io.github.medrank.audit.Recovered;
import io.github.medrank.audit.RecoveredRule;
import io.github.medrank.audit.RefutedRule;
import io.github.medrank.audit.ScoreRule;
import io.github.medrank.comparison.Consensus;
import io.github.medrank.comparison.KemenyConsensus;
import io.github.medrank.comparison.Movement;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import java.util.List;
import java.util.Map;

/** Builds the trees of comparisons and consensus rankings, and of published tables checked against rules. */
final class JsonComparison {
    private JsonComparison() {}

    static Map<String, Object> comparison(RankComparison comparison) {
        return JsonObject.document("comparison")
                .text("unmatched", comparison.unmatched())
                .number("common", comparison.common().size())
                .schools("onlyFirst", comparison.onlyFirst())
                .schools("onlySecond", comparison.onlySecond())
                .leftOut(comparison.leftOut())
                .number("kendallTauB", comparison.kendallTauB())
                .number("weightedTauVigna2015", comparison.weightedTauVigna2015())
                .number("spearmanRho", comparison.spearmanRho())
                .number("footrule", comparison.footrule())
                .number("kemenyDistance", comparison.kemenyDistance())
                .list("moves", comparison.moves(), JsonComparison::movement)
                .build();
    }

    static Map<String, Object> movements(List<Movement> movements) {
        return JsonObject.document("movements")
                .list("movements", movements, JsonComparison::movement)
                .build();
    }

    static Map<String, Object> movement(Movement movement) {
        return JsonObject.of()
                .school("school", movement.school())
                .object("before", movement.before(), JsonObject::position)
                .object("after", movement.after(), JsonObject::position)
                .number("scoreBefore", movement.scoreBefore())
                .number("scoreAfter", movement.scoreAfter())
                .number("gained", movement.gained())
                .text("scoreChange", movement.scoreChange())
                .build();
    }

    static Map<String, Object> list(RankedList list) {
        return JsonObject.document("list")
                .list("schools", list.schools(), school -> placed(list, school))
                .leftOut(list.leftOut())
                .build();
    }

    private static Map<String, Object> placed(RankedList list, School school) {
        return JsonObject.of()
                .school("school", school)
                .number("position", list.position(school))
                .build();
    }

    static Map<String, Object> consensus(Consensus consensus) {
        RankedList borda = consensus.borda();
        RankedList median = consensus.medianRank();
        RankedList copeland = consensus.copeland();
        Map<School, Double> bordaPoints = consensus.bordaPoints();
        Map<School, Double> medianRanks = consensus.medianRanks();
        Map<School, Double> copelandPoints = consensus.copelandPoints();
        return JsonObject.document("consensus")
                .number("rankings", consensus.rankings().size())
                .text("unmatched", consensus.unmatched())
                .list(
                        "schools",
                        borda.schools(),
                        school -> JsonObject.of()
                                .school("school", school)
                                .number("borda", borda.position(school))
                                .number("bordaPoints", bordaPoints.getOrDefault(school, Double.NaN))
                                .number("medianRank", median.position(school))
                                .number("medianOfRanks", medianRanks.getOrDefault(school, Double.NaN))
                                .number("copeland", copeland.position(school))
                                .number("copelandPoints", copelandPoints.getOrDefault(school, Double.NaN))
                                .build())
                .leftOut(consensus.leftOut())
                .build();
    }

    static Map<String, Object> kemeny(KemenyConsensus consensus) {
        return JsonObject.document("kemeny")
                .number("distance", consensus.distance())
                .text("orders", consensus.orders())
                .schools("order", consensus.order())
                .list("schools", consensus.list().schools(), school -> placed(consensus.list(), school))
                .build();
    }

    // ---- a published table held against rules ----

    static Map<String, Object> recovered(Recovered recovered) {
        return JsonObject.document("recovery")
                .list("rules", recovered.rules(), JsonComparison::recoveredRule)
                .list("nearFits", recovered.nearFits(), JsonComparison::nearFit)
                .list("refuted", recovered.refuted(), JsonComparison::refuted)
                .list("notes", recovered.notes(), note -> note)
                .list("notTried", recovered.notTried(), each -> each)
                .build();
    }

    private static Map<String, Object> recoveredRule(RecoveredRule found) {
        return JsonObject.of()
                .object("rule", rule(found.rule()))
                .number("rows", found.rows())
                .list(
                        "shares",
                        found.shares().entrySet(),
                        each -> JsonObject.of()
                                .text("indicator", each.getKey().id())
                                .text("low", each.getValue().low())
                                .text("high", each.getValue().high())
                                .list("decidedBy", found.decidingRows(each.getKey()), School::id)
                                .build())
                .object("simplest", points(found.simplest()))
                .text("rescaling", found.rescaling())
                .list("roundings", found.roundings(), Enum::name)
                .object("factor", found.factor(), JsonComparison::interval)
                .object("minimum", found.minimum(), JsonComparison::interval)
                .number("constant", found.constant())
                .list("checked", found.checked(), School::id)
                .list("checkedAt", found.checkedAt().entrySet(), JsonComparison::checkedAt)
                .object("grid", grid(found.onGrid()))
                .build();
    }

    private static Map<String, Object> rule(ScoreRule rule) {
        return JsonObject.of()
                .text("mean", rule.mean())
                .text("scale", rule.scale())
                .text("missing", rule.missing())
                .text("rounding", rule.rounding())
                .text("values", rule.values())
                .build();
    }

    private static Map<String, Object> points(Weights weights) {
        return JsonObject.points(weights);
    }

    private static Map<String, Object> interval(ExactInterval interval) {
        return JsonObject.of()
                .text("low", interval.low())
                .text("high", interval.high())
                .build();
    }

    private static Map<String, Object> grid(GridWeights grid) {
        return JsonObject.of()
                .number("step", grid.step())
                .list("weights", grid.weights(), JsonComparison::points)
                .flag("complete", grid.isComplete())
                .build();
    }

    private static Map<String, Object> nearFit(NearFit near) {
        return JsonObject.of()
                .object("rest", recoveredRule(near.rest()))
                .schools("removed", near.removed())
                .flag("fewest", near.isFewest())
                .build();
    }

    private static Map<String, Object> refuted(RefutedRule refuted) {
        return JsonObject.of()
                .object("rule", rule(refuted.rule()))
                .schools("rows", refuted.rows())
                .flag("proven", refuted.isProven())
                .list("checkedAt", refuted.checkedAt().entrySet(), JsonComparison::checkedAt)
                .build();
    }

    private static Map<String, Object> checkedAt(Map.Entry<Weights, ImmutableSet<School>> each) {
        return JsonObject.of()
                .object("weights", points(each.getKey()))
                .list("missed", each.getValue(), School::id)
                .build();
    }

    static Map<String, Object> audit(Audit audit) {
        return JsonObject.document("audit")
                .list("findings", audit.findings(), JsonComparison::finding)
                .list("notChecked", audit.notChecked(), each -> each)
                .build();
    }

    private static Map<String, Object> finding(Finding finding) {
        JsonObject evidence = JsonObject.of();
        finding.evidence().forEach(evidence::number);
        return JsonObject.of()
                .text("kind", finding.kind())
                .schools("schools", finding.schools())
                .object("evidence", evidence.build())
                .text("sentence", finding.sentence())
                .build();
    }
}
