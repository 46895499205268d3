package io.github.medrank.text;

import io.github.medrank.Cell;
import io.github.medrank.MissingReason;
import io.github.medrank.Position;
import io.github.medrank.RankRange;
import io.github.medrank.School;
import io.github.medrank.UnrankedSchool;
import io.github.medrank.Weights;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Collects the members of a JSON object in the order in which they are written. Absent values have no member. */
final class JsonObject {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /** Returns an object within a document. */
    static JsonObject of() {
        return new JsonObject();
    }

    /** Returns a document, whose first member names its type. */
    static JsonObject document(String type) {
        return of().text("type", type);
    }

    static Map<String, Object> school(School school) {
        return of().text("id", school.id())
                .text("name", school.name())
                .text("country", school.country())
                .build();
    }

    static Map<String, Object> unranked(UnrankedSchool unranked) {
        return leftOut(unranked.school(), unranked.reason());
    }

    private static Map<String, Object> leftOut(School school, String reason) {
        return of().school("school", school).text("reason", reason).build();
    }

    static Map<String, Object> position(Position position) {
        return of().at(position).build();
    }

    static Map<String, Object> cell(Cell cell) {
        return of().number("value", cell.value())
                .text(cell.isFilled() ? "filled" : "missing", cell.reason().map(MissingReason::toString))
                .build();
    }

    static Map<String, Object> range(RankRange range) {
        return of().between(range).build();
    }

    static Map<String, Object> points(Weights weights) {
        JsonObject points = of();
        weights.asMap().forEach((indicator, each) -> points.number(indicator.id(), each));
        return points.build();
    }

    /** Adds a text, or an exact number as text that its class can read. */
    JsonObject text(String key, Object value) {
        members.put(key, value.toString());
        return this;
    }

    JsonObject text(String key, Optional<?> value) {
        value.ifPresent(each -> text(key, each.toString()));
        return this;
    }

    JsonObject number(String key, BigDecimal value) {
        // A negative scale would be written as 1E+2.
        members.put(key, value.scale() < 0 ? value.setScale(0) : value);
        return this;
    }

    JsonObject number(String key, long value) {
        return number(key, BigDecimal.valueOf(value));
    }

    /** Adds a number as it is printed, 100 and not 100.0; adds no member if it is infinite or not a number. */
    JsonObject number(String key, double value) {
        return Double.isFinite(value) ? number(key, new BigDecimal(NumberText.text(value))) : this;
    }

    JsonObject number(String key, OptionalDouble value) {
        value.ifPresent(each -> number(key, each));
        return this;
    }

    JsonObject number(String key, OptionalInt value) {
        value.ifPresent(each -> number(key, each));
        return this;
    }

    JsonObject number(String key, Optional<BigDecimal> value) {
        value.ifPresent(each -> number(key, each));
        return this;
    }

    JsonObject flag(String key, boolean value) {
        members.put(key, value);
        return this;
    }

    JsonObject object(String key, Map<String, Object> value) {
        members.put(key, value);
        return this;
    }

    <T> JsonObject object(String key, Optional<T> value, Function<T, Map<String, Object>> tree) {
        value.ifPresent(each -> members.put(key, tree.apply(each)));
        return this;
    }

    JsonObject school(String key, School value) {
        return object(key, school(value));
    }

    /** Adds the position as it is shown, and as numbers for sorting. */
    JsonObject at(Position position) {
        return text("position", position).number("best", position.best()).number("worst", position.worst());
    }

    JsonObject between(RankRange range) {
        return number("best", range.best())
                .number("worst", range.worst())
                .number("median", range.median())
                .text("basis", range.basis());
    }

    <T> JsonObject list(String key, Iterable<T> values, Function<? super T, ?> tree) {
        List<Object> items = new ArrayList<>();
        values.forEach(each -> items.add(tree.apply(each)));
        members.put(key, Collections.unmodifiableList(items));
        return this;
    }

    JsonObject schools(String key, Iterable<School> values) {
        return list(key, values, JsonObject::school);
    }

    JsonObject leftOut(Map<School, String> reasons) {
        return list("leftOut", reasons.entrySet(), each -> leftOut(each.getKey(), each.getValue()));
    }

    Map<String, Object> build() {
        return Collections.unmodifiableMap(members);
    }
}
