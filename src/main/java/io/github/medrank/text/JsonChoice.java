package io.github.medrank.text;

import static io.github.medrank.text.JsonObject.cell;

import io.github.medrank.choice.Shortlist;
import io.github.medrank.choice.Suggestion;
import io.github.medrank.choice.TradeOff;
import java.util.Map;

/** Trees of a shortlist and its parts. */
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
}
