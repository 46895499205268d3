package io.github.medrank.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The keywords of JSON Schema 2020-12 that the schema in docs uses; any other keyword is refused. */
final class JsonSchema {
    private static final Set<String> ANNOTATIONS = Set.of("$schema", "$defs", "title", "description");

    private final Map<?, ?> root;
    private final Set<String> used = new TreeSet<>();

    JsonSchema(String text) {
        this.root = (Map<?, ?>) JsonReader.read(text);
    }

    /** What is wrong with a document, each with its place; empty if nothing is. */
    List<String> faults(Map<String, Object> document) {
        Object type = document.get("type");
        Object schema = ((Map<?, ?>) root.get("$defs")).get(type);
        List<String> faults = new ArrayList<>();
        if (schema == null || !((List<?>) root.get("oneOf")).contains(Map.of("$ref", "#/$defs/" + type))) {
            faults.add("no document of type " + type);
        } else {
            used.add("#/$defs/" + type);
            check((Map<?, ?>) schema, "#/$defs/" + type, document, "", faults);
        }
        return faults;
    }

    /** The properties of the schema that no document checked so far has had. */
    Set<String> unused() {
        Set<String> all = new TreeSet<>();
        ((Map<?, ?>) root.get("$defs")).forEach((name, schema) -> collect((Map<?, ?>) schema, "#/$defs/" + name, all));
        all.removeAll(used);
        return all;
    }

    private static void collect(Map<?, ?> schema, String at, Set<String> all) {
        all.add(at);
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((key, each) -> {
                String place = at + "/" + key;
                all.add(place);
                if (each instanceof Map<?, ?> nested && !nested.containsKey("$ref")) {
                    collect(nested, place, all);
                }
            });
        }
        if (schema.get("items") instanceof Map<?, ?> items && !items.containsKey("$ref")) {
            collect(items, at + "/items", all);
        }
    }

    private void check(Map<?, ?> schema, String rule, Object value, String at, List<String> faults) {
        used.add(rule);
        schema.forEach((keyword, argument) -> {
            switch (keyword.toString()) {
                case "$ref" -> {
                    String name = argument.toString().substring("#/$defs/".length());
                    check(
                            (Map<?, ?>) ((Map<?, ?>) root.get("$defs")).get(name),
                            argument.toString(),
                            value,
                            at,
                            faults);
                }
                case "type" -> require(isOf(value, argument.toString()), "not " + argument, value, at, faults);
                case "const" -> require(value.equals(argument), "not " + argument, value, at, faults);
                case "enum" -> require(((List<?>) argument).contains(value), "not in " + argument, value, at, faults);
                case "pattern" ->
                    require(value.toString().matches(argument.toString()), "not " + argument, value, at, faults);
                case "properties" ->
                    ((Map<?, ?>) argument).forEach((key, each) -> {
                        Object member = ((Map<?, ?>) value).get(key);
                        if (member != null) {
                            check((Map<?, ?>) each, rule + "/" + key, member, at + "/" + key, faults);
                        }
                    });
                case "required" ->
                    require(
                            ((Map<?, ?>) value).keySet().containsAll((List<?>) argument),
                            "lacks of " + argument,
                            value,
                            at,
                            faults);
                case "additionalProperties" -> additional(schema, argument, rule, (Map<?, ?>) value, at, faults);
                case "items" ->
                    ((List<?>) value)
                            .forEach(item -> check((Map<?, ?>) argument, rule + "/items", item, at + "[]", faults));
                default -> require(ANNOTATIONS.contains(keyword.toString()), "keyword " + keyword, value, at, faults);
            }
        });
    }

    private void additional(
            Map<?, ?> schema, Object argument, String rule, Map<?, ?> value, String at, List<String> faults) {
        Set<?> known = schema.get("properties") instanceof Map<?, ?> properties ? properties.keySet() : Set.of();
        value.forEach((key, member) -> {
            if (!known.contains(key)) {
                if (argument instanceof Map<?, ?> each) {
                    check(each, rule + "/*", member, at + "/" + key, faults);
                } else {
                    faults.add(at + ": " + key + " is not in the schema");
                }
            }
        });
    }

    private static boolean isOf(Object value, String type) {
        return switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "boolean" -> value instanceof Boolean;
            case "number" -> value instanceof BigDecimal;
            case "integer" ->
                value instanceof BigDecimal number
                        && number.stripTrailingZeros().scale() <= 0;
            default -> false;
        };
    }

    private static void require(boolean holds, String fault, Object value, String at, List<String> faults) {
        if (!holds) {
            faults.add(at + ": " + fault + ": " + value);
        }
    }
}
