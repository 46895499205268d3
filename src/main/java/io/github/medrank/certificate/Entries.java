package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the entries of an object of a document, each as its required type. */
final class Entries {
    /** The largest number of digits; more would only slow down the check. */
    private static final int LONGEST = 20_000;

    private static final int DEEPEST = 12;

    private final Map<?, ?> map;

    private Entries(Map<?, ?> map) {
        this.map = map;
    }

    static Entries of(Object value) {
        checkArgument(value instanceof Map, "an object is wanted, and there is %s", kind(value));
        return new Entries((Map<?, ?>) value);
    }

    /** An immutable copy whose numbers are decimals. */
    static Object copy(@Nullable Object value, int depth) {
        checkArgument(depth < DEEPEST, "a certificate is not so deeply nested");
        if (value instanceof Map<?, ?> map) {
            ImmutableMap.Builder<String, Object> copy = ImmutableMap.builder();
            map.forEach((key, each) -> copy.put(String.valueOf(key), copy(each, depth + 1)));
            return copy.buildKeepingLast();
        }
        if (value instanceof Iterable<?> list) {
            ImmutableList.Builder<Object> copy = ImmutableList.builder();
            list.forEach(each -> copy.add(copy(each, depth + 1)));
            return copy.build();
        }
        if (value instanceof Number number) {
            return decimal(number.toString());
        }
        checkArgument(value instanceof String || value instanceof Boolean, "a certificate has no %s", kind(value));
        return value;
    }

    private static String kind(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getSimpleName();
    }

    /** Refuses exponents, because a short text could stand for a number that does not fit in memory. */
    private static BigDecimal decimal(String text) {
        checkArgument(
                text.length() <= LONGEST && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-'),
                "%s is no plain number",
                text.length() <= 40 ? text : text.substring(0, 40) + "…");
        BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0, RoundingMode.UNNECESSARY) : decimal;
    }

    boolean has(String key) {
        return map.containsKey(key);
    }

    /** Checks that there is nothing but these entries, so that nothing in a certificate is left unchecked. */
    Entries only(String... keys) {
        Set<String> known = Set.of(keys);
        for (String key : keys()) {
            checkArgument(known.contains(key), "\"%s\" is nothing that is checked", key);
        }
        return this;
    }

    ImmutableList<String> keys() {
        return map.keySet().stream().map(String::valueOf).collect(ImmutableList.toImmutableList());
    }

    private Object value(String key) {
        Object value = map.get(key);
        checkArgument(value != null, "the document has no \"%s\"", key);
        return value;
    }

    Entries object(String key) {
        return of(value(key));
    }

    String text(String key) {
        return text(value(key));
    }

    List<?> list(String key) {
        return list(value(key));
    }

    ImmutableList<String> texts(String key) {
        return list(key).stream().map(Entries::text).collect(ImmutableList.toImmutableList());
    }

    Rational number(String key) {
        return number(value(key));
    }

    Rational[] numbers(String key, int size) {
        return numbers(value(key), size);
    }

    /** Numbers, with null for an empty text. */
    @Nullable
    Rational[] numbersOrNull(String key, int size) {
        return numbersOrNull(value(key), size);
    }

    int index(String key, int size) {
        int index = whole(key);
        checkArgument(index >= 0 && index < size, "\"%s\" is %s, and there are %s", key, index, size);
        return index;
    }

    int whole(String key) {
        return whole(value(key));
    }

    boolean flag(String key) {
        Object value = value(key);
        checkArgument(value instanceof Boolean, "\"%s\" is not true or false", key);
        return (Boolean) value;
    }

    static int whole(Object value) {
        checkArgument(value instanceof BigDecimal, "a whole number is wanted, and there is %s", kind(value));
        BigDecimal number = (BigDecimal) value;
        checkArgument(
                number.scale() == 0 && number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0,
                "%s is no whole number of a table",
                number);
        return number.intValue();
    }

    static List<?> list(Object value) {
        checkArgument(value instanceof List, "a list is wanted, and there is %s", kind(value));
        return (List<?>) value;
    }

    private static String text(Object value) {
        checkArgument(value instanceof String, "a text is wanted, and there is %s", kind(value));
        return (String) value;
    }

    /** The number after the word in a key such as "rival 3". */
    static int number(String word, String key, int size) {
        checkArgument(key.startsWith(word) && key.length() <= word.length() + 9, "nothing is called \"%s\"", key);
        int number = Integer.parseInt(key.substring(word.length()));
        checkArgument(number >= 0 && number < size && key.equals(word + number), "nothing is called \"%s\"", key);
        return number;
    }

    /** A decimal such as 0.4, or a fraction such as 1/3. */
    static Rational number(Object value) {
        String text = text(value);
        int bar = text.indexOf('/');
        return bar < 0
                ? Rational.of(decimal(text))
                : Rational.ratio(decimal(text.substring(0, bar)), decimal(text.substring(bar + 1)));
    }

    static Rational[] numbers(Object value, int size) {
        List<?> list = list(value);
        checkArgument(list.size() == size, "%s numbers, where there must be %s", list.size(), size);
        Rational[] numbers = new Rational[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = number(list.get(i));
        }
        return numbers;
    }

    static @Nullable Rational[] numbersOrNull(Object value, int size) {
        List<?> list = list(value);
        checkArgument(list.size() == size, "%s numbers, where there must be %s", list.size(), size);
        @Nullable Rational[] numbers = new Rational[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = list.get(i).equals("") ? null : number(list.get(i));
        }
        return numbers;
    }
}
