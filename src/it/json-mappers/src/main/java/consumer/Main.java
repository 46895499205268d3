package consumer;

import com.google.gson.Gson;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.published.Qs;
import io.github.medrank.text.Csv;
import io.github.medrank.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes rankings through three mappers, and fails unless each reads and writes the same document as the library. */
public final class Main {
    private static final String NAME = "</script> \"quoted\" \\ \u0000\u001B \u202Eturned\u200F \u2028 \uD835\uDD10";

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        var qs = Qs.medicine(2026);
        compare(qs.rank(Csv.parseTable(Files.readString(Path.of(arguments[0])), qs.indicators())));
        IndicatorTable hostile = IndicatorTable.builder(Indicator.of("a"))
                .row(School.of("one", NAME), 1e300)
                .row(School.of("two", "Two"), 1e-300)
                .build();
        Ranking ranking = Ranking.byScore(hostile, Weights.equal(hostile.indicators()), row -> row.max());
        compare(ranking);
        String name = ranking.of("one").school().name();
        check(
                name.equals(name(new tools.jackson.databind.ObjectMapper().readValue(Json.write(ranking), Map.class))),
                "Jackson 3");
        check(
                name.equals(name(
                        new com.fasterxml.jackson.databind.ObjectMapper().readValue(Json.write(ranking), Map.class))),
                "Jackson 2");
        check(name.equals(name(new Gson().fromJson(Json.write(ranking), Map.class))), "Gson");
        System.out.println("served on Java " + Runtime.version());
    }

    /** What a mapper makes of the tree, read again, is what it reads from the library's own text. */
    private static void compare(Ranking ranking) throws IOException {
        var tree = Json.tree(ranking);
        String text = Json.write(ranking);
        var three = new tools.jackson.databind.ObjectMapper();
        check(three.readTree(three.writeValueAsString(tree)).equals(three.readTree(text)), "Jackson 3 differs");
        var two = new com.fasterxml.jackson.databind.ObjectMapper();
        check(two.readTree(two.writeValueAsString(tree)).equals(two.readTree(text)), "Jackson 2 differs");
        var gson = new Gson();
        check(
                com.google.gson.JsonParser.parseString(gson.toJson(tree))
                        .equals(com.google.gson.JsonParser.parseString(text)),
                "Gson differs");
    }

    private static Object name(Map<?, ?> document) {
        return ((Map<?, ?>) ((Map<?, ?>) ((List<?>) document.get("schools")).get(0)).get("school")).get("name");
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new AssertionError(otherwise);
        }
    }
}
