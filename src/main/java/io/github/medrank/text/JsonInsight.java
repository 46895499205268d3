package io.github.medrank.text;

import static io.github.medrank.text.JsonObject.cell;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.Rational;
import io.github.medrank.insight.Correction;
import io.github.medrank.insight.Duel;
import io.github.medrank.insight.EditionChange;
import io.github.medrank.insight.Editions;
import io.github.medrank.insight.Leeway;
import io.github.medrank.insight.Plan;
import io.github.medrank.insight.Requirement;
import io.github.medrank.insight.Requirements;
import io.github.medrank.insight.ShapleyBreakdown;
import io.github.medrank.insight.Strengths;
import io.github.medrank.insight.WeightShift;
import io.github.medrank.insight.WhatIf;
import java.util.Map;

/** Builds the trees of explanations, requirements, what-ifs and changes. */
final class JsonInsight {
    private JsonInsight() {}

    // ---- why ----

    static Map<String, Object> duel(Duel duel) {
        return JsonObject.document("duel")
                .object("first", side(duel.first()))
                .object("second", side(duel.second()))
                .list("lines", duel.lines(), JsonInsight::line)
                .text("aggregation", duel.aggregation())
                .text("margin", duel.margin())
                .text("rescaling", duel.rescaling())
                .text("rounding", duel.rounding())
                .number("lead", duel.lead())
                .text("tieBreaker", duel.tieBreaker().map(Indicator::id))
                .flag("linear", duel.linear())
                .list("reversals", duel.reversals(), JsonInsight::reversal)
                .object("leastShift", duel.leastShift(), JsonInsight::shift)
                .build();
    }

    private static Map<String, Object> side(Duel.Side side) {
        return JsonObject.of()
                .text("name", side.name())
                .text("position", side.position())
                .number("score", side.score())
                .build();
    }

    private static Map<String, Object> line(Duel.Line line) {
        return JsonObject.of()
                .text("indicator", line.indicator().id())
                .object("first", cell(line.first()))
                .object("second", cell(line.second()))
                .number("difference", line.difference())
                .text("share", line.share())
                .text("contribution", line.contribution())
                .build();
    }

    private static Map<String, Object> reversal(Duel.Reversal reversal) {
        return JsonObject.of()
                .text("indicator", reversal.indicator().id())
                .text("now", reversal.now())
                .text("tie", reversal.tie())
                .build();
    }

    private static Map<String, Object> shift(WeightShift shift) {
        return JsonObject.of()
                .text("moved", shift.moved())
                .object("before", shares(shift.before()))
                .object("tie", shares(shift.tie()))
                .build();
    }

    private static Map<String, Object> shares(ImmutableMap<Indicator, Rational> shares) {
        JsonObject tree = JsonObject.of();
        shares.forEach((indicator, share) -> tree.text(indicator.id(), share));
        return tree.build();
    }

    static Map<String, Object> strengths(Strengths strengths) {
        return JsonObject.document("strengths")
                .school("school", strengths.school())
                .at(strengths.position())
                .text("reference", strengths.reference())
                .number("peers", strengths.peers())
                .list("lines", strengths.lines(), JsonInsight::line)
                .text("aggregation", strengths.aggregation())
                .text("lead", strengths.lead())
                .build();
    }

    private static Map<String, Object> line(Strengths.Line line) {
        return JsonObject.of()
                .text("indicator", line.indicator().id())
                .object("value", cell(line.value()))
                .number("place", line.place())
                .number("ranked", line.ranked())
                .number("points", line.points())
                .text("contribution", line.contribution())
                .text("share", line.share())
                .text("reference", line.reference())
                .text("gap", line.gap())
                .build();
    }

    static Map<String, Object> shapley(ShapleyBreakdown breakdown) {
        return JsonObject.document("shapley")
                .school("school", breakdown.school())
                .text("baseline", breakdown.baseline())
                .text("base", breakdown.base())
                .list(
                        "lines",
                        breakdown.lines(),
                        each -> JsonObject.of()
                                .text("indicator", each.indicator().id())
                                .object("value", cell(each.value()))
                                .object("baseline", cell(each.baseline()))
                                .text("contribution", each.contribution())
                                .build())
                .text("rescaling", breakdown.rescaling())
                .text("rounding", breakdown.rounding())
                .number("score", breakdown.score())
                .build();
    }

    // ---- what must change, what if ----

    static Map<String, Object> requirements(Requirements requirements) {
        return JsonObject.document("requirements")
                .school("school", requirements.school())
                .object("now", requirements.position(), JsonObject::position)
                .text("goal", requirements.goal())
                .flag("reached", requirements.reached())
                .list("lines", requirements.lines(), each -> line(JsonObject.of(), each))
                .build();
    }

    static Map<String, Object> requirement(Requirement requirement) {
        return line(JsonObject.document("requirement"), requirement);
    }

    private static Map<String, Object> line(JsonObject tree, Requirement requirement) {
        return tree.text("indicator", requirement.indicator().id())
                .object("from", cell(requirement.from()))
                .object("to", cell(requirement.to()))
                .flag("attainable", requirement.attainable())
                .object("then", requirement.position(), JsonObject::position)
                .number("score", requirement.score())
                .build();
    }

    static Map<String, Object> plan(Plan plan) {
        return JsonObject.document("plan")
                .school("school", plan.school())
                .text("goal", plan.goal())
                .flag("attainable", plan.attainable())
                .number("cost", plan.cost())
                .list(
                        "changes",
                        plan.changes(),
                        each -> JsonObject.of()
                                .text("indicator", each.indicator().id())
                                .object("from", cell(each.from()))
                                .object("to", cell(each.to()))
                                .number("cost", each.cost())
                                .build())
                .object("then", plan.position(), JsonObject::position)
                .number("score", plan.score())
                .build();
    }

    static Map<String, Object> leeway(Leeway leeway) {
        return JsonObject.document("leeway")
                .school("school", leeway.school())
                .at(leeway.position())
                .text("goal", leeway.goal())
                .list(
                        "lines",
                        leeway.lines(),
                        each -> JsonObject.of()
                                .text("indicator", each.indicator().id())
                                .object("from", cell(each.from()))
                                .object("to", cell(each.to()))
                                .object("lost", each.lost(), JsonObject::cell)
                                .object("then", each.then(), JsonObject::position)
                                .build())
                .build();
    }

    static Map<String, Object> whatIf(WhatIf whatIf) {
        return JsonObject.document("whatIf")
                .list("movements", whatIf.movements(), JsonComparison::movement)
                .build();
    }

    static Map<String, Object> correction(Correction correction) {
        return JsonObject.document("correction")
                .school("school", correction.school())
                .object("before", JsonObject.position(correction.before()))
                .object("after", JsonObject.position(correction.after()))
                .number("scoreBefore", correction.scoreBefore())
                .number("scoreAfter", correction.scoreAfter())
                .list(
                        "results",
                        correction.results().entrySet(),
                        each -> JsonFile.published(each.getKey(), each.getValue()))
                .build();
    }

    // ---- what changed ----

    static Map<String, Object> editions(Editions editions) {
        return JsonObject.document("editions")
                .list("changes", editions.changes(), each -> change(JsonObject.of(), each))
                .schools("entrants", editions.entrants())
                .schools("leavers", editions.leavers())
                .leftOut(editions.leftOut())
                .build();
    }

    static Map<String, Object> change(EditionChange change) {
        return change(JsonObject.document("editionChange"), change);
    }

    private static Map<String, Object> change(JsonObject tree, EditionChange change) {
        return tree.school("school", change.school())
                .object("before", JsonObject.position(change.before()))
                .object("after", JsonObject.position(change.after()))
                .number("scoreBefore", change.scoreBefore())
                .number("scoreAfter", change.scoreAfter())
                .number("scoreChange", change.scoreChange())
                .text("placesGained", change.placesGained())
                .list(
                        "lines",
                        change.lines(),
                        each -> JsonObject.of()
                                .text("cause", each.cause())
                                .text("indicator", each.indicator().map(Indicator::id))
                                .text("score", each.score())
                                .text("places", each.places())
                                .build())
                .text("rounding", change.rounding())
                .build();
    }
}
