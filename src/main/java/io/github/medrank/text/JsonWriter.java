package io.github.medrank.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes trees of maps, lists, texts, numbers and booleans as JSON on one line (RFC 8259). */
final class JsonWriter {
    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {}

    static String write(Map<String, Object> tree) {
        JsonWriter writer = new JsonWriter();
        writer.object(tree);
        return writer.text.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof List<?> list) {
            array(list);
        } else if (value instanceof BigDecimal || value instanceof Boolean) {
            text.append(value);
        } else {
            string(value.toString());
        }
    }

    private void object(Map<?, ?> members) {
        String before = "{";
        for (Map.Entry<?, ?> member : members.entrySet()) {
            text.append(before);
            string(member.getKey().toString());
            text.append(':');
            value(member.getValue());
            before = ",";
        }
        text.append(members.isEmpty() ? "{}" : "}");
    }

    private void array(List<?> items) {
        String before = "[";
        for (Object item : items) {
            text.append(before);
            value(item);
            before = ",";
        }
        text.append(items.isEmpty() ? "[]" : "]");
    }

    private void string(String value) {
        text.append('"');
        value.codePoints().forEach(this::character);
        text.append('"');
    }

    private void character(int c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append((char) c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (Character.getType(c) == Character.SURROGATE) {
                    text.appendCodePoint(REPLACEMENT); // half of a pair is no character, and UTF-8 has no bytes for it
                } else if (isEscaped(c)) {
                    escape(c);
                } else {
                    text.appendCodePoint(c);
                }
            }
        }
    }

    /**
     * Control characters, line ends of old JavaScript, and characters that would end a script element or begin a
     * comment.
     */
    private static boolean isEscaped(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == '<';
    }

    private void escape(int c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit(c >> shift & 0xF, 16));
        }
    }
}
