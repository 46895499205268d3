package io.github.medrank.published;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.ClassPath;
import io.github.medrank.Methodology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every methodology and edition that a public factory of this package returns, found by reflection. */
public final class PublishedMethodologies {
    private static final Pattern KNOWN = Pattern.compile("known are \\[(.*)]");

    /**
     * One of them.
     *
     * @param factory the factory's signature, such as {@code Qs.world(int)}
     */
    public record Entry(String factory, Methodology methodology) {}

    private PublishedMethodologies() {}

    /** The signatures of all factories, also of those that take more than an edition and a subject. */
    public static ImmutableSet<String> factories() {
        return methods().map(PublishedMethodologies::signature).collect(toImmutableSet());
    }

    /** What the factories return of each edition and subject that they know. */
    public static ImmutableList<Entry> all() {
        return methods()
                .flatMap(method -> arguments(method)
                        .flatMap(arguments -> call(method, arguments).stream())
                        .map(made -> new Entry(signature(method), made)))
                .collect(toImmutableList());
    }

    private static Stream<Method> methods() {
        return classes()
                .filter(each -> Modifier.isPublic(each.getModifiers()))
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .filter(each -> Modifier.isPublic(each.getModifiers()) && Modifier.isStatic(each.getModifiers()))
                .filter(each -> each.getReturnType() == Methodology.class)
                .sorted(Comparator.comparing(PublishedMethodologies::signature));
    }

    private static Stream<? extends Class<?>> classes() {
        try {
            return ClassPath.from(PublishedMethodologies.class.getClassLoader())
                    .getTopLevelClasses(PublishedMethodologies.class.getPackageName())
                    .stream()
                    .map(ClassPath.ClassInfo::load);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(
                        ", ", method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(", ")"));
    }

    /** Every edition that there may be, of every subject. */
    private static Stream<Object[]> arguments(Method method) {
        return switch (Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "))) {
            case "" -> Stream.<Object[]>of(new Object[0]);
            case "int" -> years().mapToObj(year -> new Object[] {year});
            case "QsSubject, int" ->
                Arrays.stream(QsSubject.values())
                        .flatMap(subject -> years().mapToObj(year -> new Object[] {subject, year}));
            case "String, int" -> knownCodes(method);
            default -> Stream.empty();
        };
    }

    private static IntStream years() {
        return IntStream.rangeClosed(1980, 2040);
    }

    /** The codes and editions that the refusal of an unknown code lists. */
    private static Stream<Object[]> knownCodes(Method method) {
        try {
            method.invoke(null, "", 0);
            throw new IllegalStateException(method + " has no refusal of an empty code");
        } catch (InvocationTargetException refused) {
            Matcher matcher = KNOWN.matcher(refused.getCause().getMessage());
            if (!matcher.find()) {
                throw new IllegalStateException(
                        "no known codes in: " + refused.getCause().getMessage());
            }
            return Splitter.on(", ")
                    .splitToStream(matcher.group(1))
                    .map(each -> Splitter.on(' ').splitToList(each))
                    .map(each -> new Object[] {each.get(0), Integer.valueOf(each.get(1))});
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    /** Empty if the edition is not known. */
    private static Optional<Methodology> call(Method method, Object[] arguments) {
        try {
            return Optional.of((Methodology) method.invoke(null, arguments));
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException) {
                return Optional.empty();
            }
            throw new IllegalStateException(refused.getCause());
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
