package io.github.medrank.text;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Indicator QUALITY = Indicator.of("quality");
    private static final Map<Map<String, Object>, String> SAMPLES = JsonSamples.all();

    private static Ranking ranking(String name) {
        IndicatorTable table = IndicatorTable.builder(QUALITY)
                .row(School.of("one", name), 100)
                .row(School.of("two", "Two"), 0.5)
                .build();
        return Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.max());
    }

    @Test
    void a_ranking_as_text() {
        assertThat(Json.write(ranking("One")))
                .isEqualTo("{\"type\":\"ranking\",\"indicators\":[{\"id\":\"quality\",\"name\":\"quality\","
                        + "\"symbol\":\"quality\",\"unit\":\"\",\"higherIsBetter\":true,\"points\":1}],\"schools\":["
                        + "{\"position\":\"1\",\"best\":1,\"worst\":1,\"school\":{\"id\":\"one\",\"name\":\"One\"},"
                        + "\"score\":100,\"shownScore\":\"100\",\"exactScore\":\"100\",\"values\":{\"quality\":100},\"missing\":{}},"
                        + "{\"position\":\"2\",\"best\":2,\"worst\":2,\"school\":{\"id\":\"two\",\"name\":\"Two\"},"
                        + "\"score\":0.5,\"shownScore\":\"0.5\",\"exactScore\":\"0.5\",\"values\":{\"quality\":0.5},\"missing\":{}}],"
                        + "\"unranked\":[],\"warnings\":[]}");
    }

    @Test
    void the_text_reads_back_as_the_tree() {
        SAMPLES.forEach((tree, text) -> assertThat(JsonReader.read(text)).isEqualTo(tree));
    }

    @Test
    void the_same_result_gives_the_same_text() {
        assertThat(JsonSamples.all().values()).containsExactlyElementsOf(SAMPLES.values());
    }

    @Test
    void every_document_is_as_the_schema_says_and_every_rule_of_it_is_used() throws IOException {
        JsonSchema schema = new JsonSchema(Files.readString(Path.of("docs/medrank.schema.json")));
        SAMPLES.forEach((tree, text) ->
                assertThat(schema.faults(tree)).as("%s", tree.get("type")).isEmpty());
        assertThat(schema.unused()).isEmpty();
    }

    @Test
    void every_method_has_a_sample() {
        long methods = List.of(Json.class.getMethods()).stream()
                .filter(method -> method.getName().equals("tree"))
                .count();
        assertThat(SAMPLES.keySet().stream().map(tree -> tree.get("type")).collect(toSet()))
                .hasSize((int) methods);
    }

    @Test
    void a_tree_is_made_of_unmodifiable_values_of_the_jdk() {
        SAMPLES.keySet().forEach(JsonTest::check);
    }

    private static void check(Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
            map.forEach((key, each) -> {
                assertThat(key).isInstanceOf(String.class);
                check(each);
            });
        } else if (value instanceof List<?> list) {
            assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
            list.forEach(JsonTest::check);
        } else {
            assertThat(value).isInstanceOfAny(String.class, BigDecimal.class, Boolean.class);
        }
    }

    @Test
    void names_survive_whatever_is_in_them() {
        String name = JsonSamples.HOSTILE + "\u0000\u001B\u007F\u0085\u2029\uD835\uDD10";
        String text = Json.write(ranking(name));
        assertThat(name(JsonReader.read(text))).isEqualTo(School.of("one", name).name());
        assertThat(text).doesNotContain("<").matches("[^\\p{Cntrl}\u0085\u2028\u2029]*");
    }

    @Test
    void half_a_surrogate_pair_is_replaced() {
        assertThat(name(JsonReader.read(Json.write(ranking("a\uD835b\uDD10"))))).isEqualTo("a\uFFFDb\uFFFD");
    }

    private static Object name(Object document) {
        Map<?, ?> first = (Map<?, ?>) ((List<?>) ((Map<?, ?>) document).get("schools")).get(0);
        return ((Map<?, ?>) first.get("school")).get("name");
    }

    @Test
    void null_is_refused_by_name() {
        assertThatThrownBy(() -> Json.write((Ranking) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("ranking");
    }
}
