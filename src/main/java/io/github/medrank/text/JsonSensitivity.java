package io.github.medrank.text;

import io.github.medrank.Indicator;
import io.github.medrank.sensitivity.Coherence;
import io.github.medrank.sensitivity.EffectiveWeight;
import io.github.medrank.sensitivity.OneAtATime;
import io.github.medrank.sensitivity.RankReversals;
import io.github.medrank.sensitivity.SobolIndex;
import io.github.medrank.sensitivity.SobolIndices;
import io.github.medrank.weightspace.Interval;
import java.util.Map;

/** Builds the trees of results on what an output depends on. */
final class JsonSensitivity {
    private JsonSensitivity() {}

    static Map<String, Object> sobol(SobolIndices indices) {
        return JsonObject.document("sobol")
                .number("mean", indices.mean())
                .number("variance", indices.variance())
                .number("baseSample", indices.baseSample())
                .number("evaluations", indices.evaluations())
                .list("factors", indices.indices(), JsonSensitivity::index)
                .build();
    }

    private static Map<String, Object> index(SobolIndex index) {
        return JsonObject.of()
                .text("factor", index.factor())
                .number("first", index.first())
                .object("firstInterval", interval(index.firstInterval()))
                .number("total", index.total())
                .object("totalInterval", interval(index.totalInterval()))
                .build();
    }

    private static Map<String, Object> interval(Interval interval) {
        return JsonObject.of()
                .number("low", interval.low())
                .number("high", interval.high())
                .build();
    }

    static Map<String, Object> oneAtATime(OneAtATime effects) {
        return JsonObject.document("oneAtATime")
                .list(
                        "effects",
                        effects.effects(),
                        each -> JsonObject.of()
                                .text("indicator", each.indicator().id())
                                .text("change", each.change())
                                .number("meanShift", each.meanShift())
                                .number("largestShift", each.largestShift())
                                .object("mostMoved", each.mostMoved(), JsonObject::school)
                                .build())
                .build();
    }

    static Map<String, Object> reversals(RankReversals reversals) {
        return JsonObject.document("rankReversals")
                .number("schools", reversals.schools())
                .list(
                        "reversals",
                        reversals.reversals(),
                        each -> JsonObject.of()
                                .school("removed", each.removed())
                                .school("ahead", each.ahead())
                                .school("behind", each.behind())
                                .text("cause", each.cause().map(Indicator::id))
                                .build())
                .build();
    }

    static Map<String, Object> coherence(Coherence coherence) {
        return JsonObject.document("coherence")
                .number("schools", coherence.size())
                .schools("leftOut", coherence.leftOut())
                .object("cronbachAlpha", coherence.cronbachAlpha(), JsonSensitivity::figure)
                .object("standardizedAlpha", coherence.standardizedAlpha(), JsonSensitivity::figure)
                .list("components", coherence.components(), JsonSensitivity::figure)
                .list(
                        "correlations",
                        coherence.redundantPairs(0),
                        each -> JsonObject.of()
                                .text("one", each.one().id())
                                .text("other", each.other().id())
                                .object("correlation", figure(each.correlation()))
                                .build())
                .list("effectiveWeights", coherence.effectiveWeights(), JsonSensitivity::effective)
                .list("withoutEffect", coherence.withoutEffect(), Indicator::id)
                .build();
    }

    private static Map<String, Object> figure(Coherence.Figure figure) {
        return JsonObject.of()
                .number("value", figure.value())
                .object("interval", figure.interval(), JsonSensitivity::interval)
                .build();
    }

    private static Map<String, Object> effective(EffectiveWeight weight) {
        return JsonObject.of()
                .text("indicator", weight.indicator().id())
                .number("nominal", weight.nominal())
                .object("linear", figure(weight.linear()))
                .number("linearShare", weight.linearShare())
                .object("local", figure(weight.local()))
                .number("localShare", weight.localShare())
                .build();
    }
}
