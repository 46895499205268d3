package io.github.medrank.text;

import io.github.medrank.School;
import io.github.medrank.comparison.Consensus;
import io.github.medrank.comparison.KemenyConsensus;
import io.github.medrank.comparison.Movement;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import java.util.List;
import java.util.Map;

/** Trees of two rankings compared, and of several made one. */
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
}
