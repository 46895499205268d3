package io.github.medrank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One call of a public member in which one argument may be extreme, and what is wrong with the answer. */
final class ExtremeCall {
    /** What the runtime and Guava say where nothing was checked. */
    private static final Pattern NOT_OURS = Pattern.compile("Index -?\\d+ out of bounds|arraycopy|\\bbecause \"|by zero"
            + "|[Oo]verflow|Underflow|For input string|Character array|No value present|Infinite or NaN|fromIndex|toIndex"
            + "|Non-terminating|Illegal Capacity|expected one element|at index|null (key|value)|Multiple entries"
            + "|must be less than size|index \\(|array size|heap space|Range \\[|No enum constant|cannot be cast"
            + "|^null$|^-?\\d*$|[Bb]ound must|origin must|newLength|begin \\d|^[A-Z][a-z]+ is null$");

    /** Words without one of which no message tells what is allowed. */
    private static final Pattern ALLOWED = Pattern.compile(
            "\\b(must|at least|at most|between|lies?|takes?|gives?|needs?"
                    + "|known|there (are|is)|needed|please|is (not|no|neither)|has no|have|had|only|cannot|finite|positive|negative"
                    + "|above|below|rise|twice|choose|report|use|name|before|after|first|counts?|such as|no points|of other|each"
                    + "|for|it has|beyond|ends|in the|among|alone|blank|are the|expected|written|did you mean|starts|than|lets"
                    + "|allowed|add them|from \\d+ to|is empty|is compared|never varied|counted from|can be|a multiple|it is|or more)\\b");

    /** What a message may call an argument of some name or type. */
    private static final ImmutableListMultimap<String, String> ALSO = ImmutableListMultimap.<String, String>builder()
            .putAll("table", "school", "indicator", "column", "row")
            .putAll("csv", "line", "text")
            .put("function", "position")
            .put("others", "cells")
            .put("shares", "weight")
            .put("share", "cut")
            .put("string", "is blank")
            .put("schools", "id or name")
            .put("model", "output")
            .put("least", "lower")
            .put("most", "upper")
            .build();

    private static final int SHORTEST_WORD = 3;

    private final Executable member;
    private final @Nullable Object receiver;
    private final int extreme;
    private final @Nullable Object[] arguments;

    /** A call whose argument of number {@code extreme} may be extreme; −1 if none is. */
    ExtremeCall(Executable member, @Nullable Object receiver, int extreme, @Nullable Object[] arguments) {
        this.member = member;
        this.receiver = receiver;
        this.extreme = extreme;
        this.arguments = arguments;
    }

    /** Calls a member, of whatever class. */
    static @Nullable Object call(Executable member, @Nullable Object receiver, @Nullable Object... arguments)
            throws ReflectiveOperationException {
        member.setAccessible(true);
        return member instanceof Method method
                ? method.invoke(receiver, arguments)
                : ((Constructor<?>) member).newInstance(arguments);
    }

    /** Makes the call; what it threw, or null if it worked. */
    @Nullable
    Throwable thrown() throws ReflectiveOperationException {
        try {
            call(member, receiver, arguments);
            return null;
        } catch (InvocationTargetException refused) {
            return refused.getCause();
        }
    }

    /** What is wrong with the answer, if anything is. */
    Optional<String> fault(@Nullable Throwable thrown) {
        boolean isNull = extreme >= 0 && arguments[extreme] == null;
        if (isNull && receiver != null && receiver.getClass().isHidden()) {
            return Optional.empty(); // a lambda for a plug-in point: the library calls it
        }
        if (thrown == null) {
            return isNull && !takesNull() ? Optional.of("takes null") : Optional.empty();
        }
        String message = String.valueOf(thrown.getMessage());
        String said = thrown.getClass().getSimpleName() + ": " + message;
        if (!(thrown instanceof RuntimeException)) {
            return Optional.of("throws " + said);
        }
        if (NOT_OURS.matcher(message).find()) {
            return Optional.of("lets the runtime speak: " + said);
        }
        if (isNull) {
            return thrown instanceof NullPointerException && speaksOf(message)
                    ? Optional.empty()
                    : Optional.of("does not name what is null: " + said);
        }
        if (thrown instanceof NullPointerException) {
            return Optional.of("calls null what is not: " + said);
        }
        if (!ALLOWED.matcher(message).find()) {
            return Optional.of("does not say what is allowed: " + said);
        }
        return extreme < 0 || thrown instanceof IllegalStateException || speaksOf(message) || shows(message)
                ? Optional.empty()
                : Optional.of("names neither the argument nor its value: " + said);
    }

    private boolean takesNull() {
        return member.getName().equals("equals")
                || Arrays.stream(member.getAnnotatedParameterTypes()[extreme].getAnnotations())
                        .anyMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
    }

    /** Whether a message shows one of the arguments; control characters and spaces are written in another way. */
    private boolean shows(String message) {
        String plain = plain(message);
        return Arrays.stream(arguments)
                .flatMap(ExtremeCall::shown)
                .map(ExtremeCall::plain)
                .anyMatch(plain::contains);
    }

    private static String plain(String text) {
        return text.replaceAll("[^!-~]", "");
    }

    /** Whether a message has a word of the parameter's name or type, or of the member's or its class's name. */
    private boolean speaksOf(String message) {
        Parameter parameter = member.getParameters()[extreme];
        String lower = message.toLowerCase(Locale.ROOT);
        Stream<String> names = Stream.concat(
                Stream.of(
                        parameter.getType().getSimpleName(),
                        member.getName(),
                        member.getDeclaringClass().getSimpleName()),
                Arrays.stream(member.getParameters()).map(Parameter::getName));
        return message.contains(parameter.getName())
                || names.flatMap(ExtremeCall::words).anyMatch(lower::contains);
    }

    private static Stream<String> words(String name) {
        return Arrays.stream(name.split("(?=[A-Z])|\\[|\\.", -1))
                .map(each -> each.toLowerCase(Locale.ROOT))
                .flatMap(each -> Stream.concat(
                        Stream.of(each.replaceFirst("ies$|es$|s$", "")).filter(stem -> stem.length() >= SHORTEST_WORD),
                        ALSO.get(each).stream()));
    }

    /** The texts that a message may show a value as. */
    private static Stream<String> shown(@Nullable Object value) {
        if (value == null) {
            return Stream.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(ExtremeCall::shown);
        }
        if (value instanceof Iterable<?> many) {
            return shown(ImmutableList.copyOf(many).toArray());
        }
        if (value.getClass().isArray()) {
            return Stream.concat(
                    Stream.of("no ", Array.getLength(value) + " "),
                    IntStream.range(0, Array.getLength(value))
                            .mapToObj(i -> Array.get(value, i))
                            .flatMap(ExtremeCall::shown));
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            BigDecimal exact = new BigDecimal(value.toString()).stripTrailingZeros();
            return Stream.of(
                    value.toString(),
                    new BigDecimal(value.toString()).toString(),
                    exact.toString(),
                    exact.toPlainString());
        }
        return Stream.of(value.toString().isEmpty() ? "\"\"" : value.toString());
    }

    @Override
    public String toString() {
        String types = Arrays.stream(member.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
        String on = receiver == null ? "" : " on " + receiver.getClass().getSimpleName();
        String with = extreme < 0
                ? ""
                : " with " + member.getParameters()[extreme].getName() + " = " + text(arguments[extreme]);
        return member.getDeclaringClass().getSimpleName() + "." + member.getName() + types + on + with;
    }

    private static String text(@Nullable Object value) {
        String whole = value != null && value.getClass().isArray()
                ? shown(value).toList().toString()
                : String.valueOf(value);
        return whole.replaceAll("[^ -~]+", "_").substring(0, Math.min(60, whole.length()));
    }
}
