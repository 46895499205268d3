package io.github.medrank.text;

import static io.github.medrank.text.JsonObject.cell;

import io.github.medrank.Breakdown;
import io.github.medrank.Cell;
import io.github.medrank.Contribution;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.RankingDiff;
import io.github.medrank.School;
import java.util.Locale;
import java.util.Map;

/** Builds the trees of a ranking, of a score's parts, and of a comparison with published results. */
final class JsonRanking {
    private JsonRanking() {}

    static Map<String, Object> ranking(Ranking ranking) {
        return JsonObject.document("ranking")
                .list("indicators", ranking.table().indicators(), each -> indicator(ranking, each))
                .list("schools", ranking, each -> row(ranking, each))
                .list("unranked", ranking.unranked(), JsonObject::unranked)
                .list("warnings", ranking.warnings(), warning -> warning)
                .build();
    }

    private static Map<String, Object> indicator(Ranking ranking, Indicator indicator) {
        JsonObject tree = JsonObject.of()
                .text("id", indicator.id())
                .text("name", indicator.name())
                .text("symbol", indicator.symbol())
                .text("unit", indicator.unit())
                .flag("higherIsBetter", indicator.direction() == Direction.HIGHER_IS_BETTER);
        return ranking.weights().asMap().containsKey(indicator)
                ? tree.number("points", ranking.weights().points(indicator)).build()
                : tree.build();
    }

    private static Map<String, Object> row(Ranking ranking, RankedSchool ranked) {
        JsonObject values = JsonObject.of();
        JsonObject missing = JsonObject.of();
        for (Indicator indicator : ranking.table().indicators()) {
            Cell cell = ranked.value(indicator);
            values.number(indicator.id(), cell.value());
            missing.text(indicator.id(), cell.reason());
        }
        return JsonObject.of()
                .at(ranked.position())
                .school("school", ranked.school())
                .number("score", ranked.score())
                .text("shownScore", ranked.shownScore())
                .text("exactScore", ranked.exactScore())
                .object("values", values.build())
                .object("missing", missing.build())
                .build();
    }

    static Map<String, Object> breakdown(Breakdown breakdown) {
        return JsonObject.document("breakdown")
                .school("school", breakdown.school())
                .at(breakdown.position())
                .list("contributions", breakdown.contributions(), JsonRanking::contribution)
                .text("aggregation", breakdown.aggregation())
                .text("rescaling", breakdown.rescaling())
                .text("rounding", breakdown.rounding())
                .number("score", breakdown.score())
                .build();
    }

    private static Map<String, Object> contribution(Contribution line) {
        return JsonObject.of()
                .text("indicator", line.indicator().id())
                .object("value", cell(line.value()))
                .object("normalized", cell(line.normalized()))
                .number("points", line.points())
                .text("contribution", line.amount())
                .build();
    }

    static Map<String, Object> diff(RankingDiff diff) {
        return JsonObject.document("diff")
                .number("compared", diff.compared())
                .flag("agrees", diff.agrees())
                .flag("complete", diff.isComplete())
                .list("differences", diff.differences(), JsonRanking::difference)
                .list("notRanked", diff.notRanked(), JsonObject::unranked)
                .list("notFound", diff.notFound(), school -> notFound(diff, school))
                .schools("nothingPrinted", diff.nothingPrinted())
                .schools("notPublished", diff.notPublished())
                .build();
    }

    private static Map<String, Object> difference(RankingDiff.Difference difference) {
        return JsonObject.of()
                .school("school", difference.school())
                .text("part", difference.part().name().toLowerCase(Locale.ROOT))
                .text("computed", difference.computed())
                .text("published", difference.published())
                .build();
    }

    private static Map<String, Object> notFound(RankingDiff diff, School school) {
        return JsonObject.of()
                .school("school", school)
                .schools("nearest", diff.nearest(school))
                .build();
    }
}
