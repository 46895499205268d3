package io.github.medrank.text;

import static io.github.medrank.text.JsonObject.cell;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import io.github.medrank.choice.Contradiction;
import io.github.medrank.choice.Question;
import io.github.medrank.choice.Shortlist;
import io.github.medrank.choice.Statement;
import io.github.medrank.choice.Suggestion;
import io.github.medrank.choice.TradeOff;
import io.github.medrank.choice.WhatMatters;
import java.util.Map;
import java.util.Optional;

/** Builds the trees of a shortlist and its parts, of what matters to a person, and of questions. */
final class JsonChoice {
    private JsonChoice() {}

    static Map<String, Object> shortlist(Shortlist shortlist) {
        return JsonObject.document("shortlist")
                .list("schools", shortlist.schools(), JsonChoice::suggestion)
                .list("excluded", shortlist.excluded(), JsonObject::unranked)
                .build();
    }

    private static Map<String, Object> suggestion(Suggestion suggestion) {
        return JsonObject.of()
                .at(suggestion.position())
                .school("school", suggestion.school())
                .object("usual", suggestion.usual(), JsonObject::position)
                .number("score", suggestion.score())
                .number("fit", suggestion.fit())
                .object("range", suggestion.range(), JsonObject::range)
                .number("chance", suggestion.chance())
                .flag("onSkyline", suggestion.isOnSkyline())
                .schools("beatenBy", suggestion.beatenBy())
                .object("tradeOff", suggestion.tradeOff(), JsonChoice::tradeOff)
                .build();
    }

    private static Map<String, Object> tradeOff(TradeOff tradeOff) {
        return JsonObject.of()
                .school("instead", tradeOff.instead())
                .list("better", tradeOff.better(), JsonChoice::line)
                .list("worse", tradeOff.worse(), JsonChoice::line)
                .build();
    }

    private static Map<String, Object> line(TradeOff.Line line) {
        return JsonObject.of()
                .text("indicator", line.indicator().id())
                .object("value", cell(line.value()))
                .object("other", cell(line.other()))
                .build();
    }

    static Map<String, Object> whatMatters(WhatMatters said) {
        Optional<Contradiction> contradiction = said.contradiction();
        Optional<Weights> weights = contradiction.isPresent() ? Optional.empty() : Optional.of(said.weights());
        return JsonObject.document("whatMatters")
                .list("statements", said.statements(), Statement::toString)
                .number("errorRate", said.errorRate())
                .object("contradiction", contradiction, JsonChoice::contradiction)
                .object("weights", weights, JsonChoice::shares)
                .build();
    }

    private static Map<String, Object> contradiction(Contradiction contradiction) {
        return JsonObject.of()
                .list("statements", contradiction.statements(), Statement::toString)
                .list("withdrawal", contradiction.withdrawal(), Statement::toString)
                .flag("provenSmallest", contradiction.isProvenSmallest())
                .flag("provenLeast", contradiction.isProvenLeast())
                .build();
    }

    private static Map<String, Object> shares(Weights weights) {
        JsonObject shares = JsonObject.of();
        weights.indicators().forEach(each -> shares.number(each.id(), weights.share(each)));
        return shares.build();
    }

    static Map<String, Object> question(Question question) {
        return JsonObject.document("question")
                .object("first", option(question.first()))
                .object("second", option(question.second()))
                .number("top", question.top())
                .number("bits", question.bits())
                .number("chanceOfFirst", question.chanceOfFirst())
                .build();
    }

    private static Map<String, Object> option(Question.Option option) {
        JsonObject values = JsonObject.of();
        for (Map.Entry<Indicator, Cell> each : option.values().entrySet()) {
            values.object(each.getKey().id(), cell(each.getValue()));
        }
        return JsonObject.of()
                .object("school", option.school(), JsonObject::school)
                .object("values", values.build())
                .build();
    }
}
