package io.github.medrank.text;

import io.github.medrank.RankRange;
import io.github.medrank.School;
import io.github.medrank.robustness.Estimate;
import io.github.medrank.robustness.RankAcceptability;
import io.github.medrank.robustness.Tiers;
import io.github.medrank.weightspace.RankBound;
import io.github.medrank.weightspace.RankBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Builds the trees of results on the certainty of positions. */
final class JsonRobustness {
    private static final double LEVEL = 0.9;

    private JsonRobustness() {}

    static Map<String, Object> acceptability(RankAcceptability acceptability) {
        return JsonObject.document("acceptability")
                .number("draws", acceptability.draws())
                .list("schools", acceptability.byMean(), school -> standing(acceptability, school))
                .build();
    }

    private static Map<String, Object> standing(RankAcceptability acceptability, School school) {
        Estimate unranked = acceptability.unranked(school);
        JsonObject tree = JsonObject.of().school("school", school).object("unranked", estimate(unranked));
        if (unranked.value() < 1) {
            tree.object("mean", estimate(acceptability.mean(school)))
                    .object("median", estimate(acceptability.median(school)))
                    .object("range", JsonObject.range(acceptability.range(school, LEVEL)));
        }
        List<Map<String, Object>> attained = new ArrayList<>();
        List<Estimate> shares = acceptability.acceptabilities(school);
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).value() > 0) {
                attained.add(estimate(JsonObject.of().number("position", i + 1), shares.get(i)));
            }
        }
        return tree.list("positions", attained, each -> each).build();
    }

    private static Map<String, Object> estimate(Estimate estimate) {
        return estimate(JsonObject.of(), estimate);
    }

    private static Map<String, Object> estimate(JsonObject tree, Estimate estimate) {
        return tree.number("value", estimate.value())
                .number("standardError", estimate.standardError())
                .build();
    }

    static Map<String, Object> ranges(Map<School, RankRange> ranges) {
        return JsonObject.document("ranges")
                .list(
                        "schools",
                        ranges.entrySet(),
                        each -> JsonObject.of()
                                .school("school", each.getKey())
                                .between(each.getValue())
                                .build())
                .build();
    }

    static Map<String, Object> bounds(RankBounds bounds) {
        Map<School, RankRange> ranges = bounds.ranges();
        return JsonObject.document("bounds")
                .flag("exact", bounds.isExact())
                .list("schools", bounds.bounds(), each -> bound(each, ranges))
                .build();
    }

    private static Map<String, Object> bound(RankBound bound, Map<School, RankRange> ranges) {
        JsonObject tree = JsonObject.of().school("school", bound.school());
        RankRange range = ranges.get(bound.school());
        if (range != null) {
            tree.between(range);
        }
        return tree.number("bestAttained", bound.bestAttained())
                .number("worstAttained", bound.worstAttained())
                .object("weightsAtBest", JsonObject.points(bound.weightsAtBest()))
                .object("weightsAtWorst", JsonObject.points(bound.weightsAtWorst()))
                .build();
    }

    static Map<String, Object> tiers(Tiers tiers) {
        return JsonObject.document("tiers")
                .text("basis", tiers.basis())
                .text("caveat", Tiers.CAVEAT)
                .list(
                        "tiers",
                        tiers.tiers(),
                        schools -> JsonObject.of().schools("schools", schools).build())
                .build();
    }
}
