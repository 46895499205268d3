package io.github.medrank;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.medrank.audit.CompositeMean;
import io.github.medrank.audit.RecoveredRule;
import io.github.medrank.audit.Recovery;
import io.github.medrank.audit.ScoreScale;
import io.github.medrank.evidence.Institutions;
import io.github.medrank.evidence.Replicates;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.robustness.CellDistribution;
import io.github.medrank.robustness.Robustness;
import io.github.medrank.robustness.Tiers;
import io.github.medrank.text.Csv;
import io.github.medrank.weightspace.WeightSamplers;
import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ordinary and extreme arguments of every type that a public member takes. The ordinary values of the library's own types
 * are what its members return when they are called with ordinary values, beginning with a few made by hand.
 */
final class ArgumentStock {
    private static final String ROOT = "io.github.medrank";
    private static final int MOST_OF_A_TYPE = 40;
    private static final int ROUNDS = 5;
    private static final int COMBINATIONS = 20;

    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final School X = School.of("x");
    private static final School Y = School.of("y");
    private static final IndicatorTable TABLE = IndicatorTable.builder(A, B)
            .row(X, 3, 1.5)
            .row(Y, 2, 4)
            .row(School.of("z"), 2, 0.5)
            .build();

    /** What no member makes of the rest: only a table with printed scores has such a rule. */
    private static RecoveredRule recovered() {
        PublishedResult first = PublishedResult.of("1", "2.6");
        return Recovery.of(TABLE.withPublished(Map.of(X, first)))
                .withMean(CompositeMean.ARITHMETIC)
                .withScale(ScoreScale.AS_IS)
                .run()
                .best()
                .orElseThrow();
    }

    private final Map<Class<?>, List<Object>> made = new LinkedHashMap<>();
    private final Map<Type, List<Object>> extremes = new LinkedHashMap<>();
    private final Map<Executable, List<Object>> working = new LinkedHashMap<>();
    private final Map<Executable, Integer> seen = new LinkedHashMap<>();

    private static final class Shared {
        static final ArgumentStock STOCK = new ArgumentStock();
    }

    /** The one stock of all tests, which takes seconds to fill. */
    static ArgumentStock shared() {
        return Shared.STOCK;
    }

    private ArgumentStock() {
        Weights weights = Weights.equal(ImmutableList.of(A, B));
        Methodology methodology = Methodology.builder("equal")
                .weights(weights)
                .ranker(Rankers.weightedMean())
                .build();
        Robustness varied = Robustness.of(methodology, TABLE).varyingWeights(WeightSamplers.dirichlet(weights, 10));
        Object papers = Csv.papers("id,year,institutions,citations\np,2020,x,3\n", Institutions.of(X, Y));
        Stream.of(
                        X,
                        Y,
                        A,
                        B,
                        TABLE,
                        weights,
                        methodology,
                        methodology.rank(TABLE),
                        varied,
                        varied.run(3),
                        varied.piece(0, 2, 3),
                        Replicates.of(TABLE, List.of(TABLE, TABLE)),
                        papers)
                .forEach(this::keep);
        Catalogue.rankers().forEach(each -> keep(each.value()));
        Catalogue.weightings().forEach(each -> keep(each.value()));
        Catalogue.normalizers().forEach(each -> keep(each.value().apply(A)));
        extremes.put(School.class, List.of(School.of("stranger")));
        extremes.put(Indicator.class, List.of(Indicator.of("other")));
        extremes.put(
                IndicatorTable.class,
                List.of(
                        IndicatorTable.builder(Indicator.of("other")).row(X, 1).build(),
                        IndicatorTable.builder(A, B)
                                .row(X, List.of(Cell.missing(MissingReason.NOT_REPORTED), Cell.of(1e300)))
                                .row(Y, List.of(Cell.missing(MissingReason.NOT_REPORTED), Cell.of(-1e300)))
                                .build()));
        putNumbers();
        for (int round = 0; round < ROUNDS; round++) {
            members().forEach(this::harvest);
        }
    }

    private void putNumbers() {
        extremes.put(int.class, List.of(0, -1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE));
        extremes.put(long.class, List.of(0L, -1L, Long.MAX_VALUE, Long.MIN_VALUE));
        List<Object> doubles = List.of(
                0.0,
                -1.0,
                7.5,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                1e300,
                -1e300,
                1e-300,
                Double.MIN_VALUE,
                Double.MAX_VALUE);
        extremes.put(double.class, doubles);
        List<Object> numbers = new ArrayList<>(doubles);
        numbers.add(BigInteger.TEN.pow(400));
        numbers.add(new BigDecimal("1e-400"));
        numbers.add(new BigDecimal("1e1000000000"));
        numbers.add(new BigDecimal("1e-1000000000"));
        extremes.put(Number.class, numbers);
        extremes.put(BigDecimal.class, numbers.subList(doubles.size() + 1, numbers.size()));
        extremes.put(Double.class, doubles);
        extremes.put(char.class, List.of('\0', '\n', '"', '\ud800'));
        extremes.put(boolean.class, List.of(true, false));
        extremes.put(
                String.class, List.of("", " ", "nonsense", "\0", "\ud800", "-1", "999999999999999999999", "x,y\n1,2"));
        extremes.put(
                double[].class,
                List.of(new double[0], new double[] {Double.NaN, 1}, new double[] {-1, 1e300}, new double[3]));
        extremes.put(int[].class, List.of(new int[0], new int[] {-1, Integer.MAX_VALUE}, new int[3]));
        extremes.put(ToDoubleFunction.class, List.of((ToDoubleFunction<Object>) any -> Double.NaN));
        extremes.put(IntToDoubleFunction.class, List.of((IntToDoubleFunction) any -> Double.NaN));
        extremes.put(DoubleUnaryOperator.class, List.of((DoubleUnaryOperator) any -> Double.NaN));
    }

    /** The public members of the exported packages, in an order that does not depend on the runtime. */
    static ImmutableList<Executable> members() {
        return exported()
                .flatMap(each -> Stream.<Executable>concat(
                        Arrays.stream(each.getConstructors()), Arrays.stream(each.getDeclaredMethods())))
                .filter(each -> Modifier.isPublic(each.getModifiers())
                        && !each.isSynthetic()
                        && !isMadeByJava(each)
                        && !PLAIN.containsKey(each.getDeclaringClass()))
                .sorted(Comparator.comparing(Executable::toGenericString))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isMadeByJava(Executable member) {
        return member.getDeclaringClass().isEnum()
                && (member.getName().equals("valueOf") || member.getName().equals("values"));
    }

    private static Stream<? extends Class<?>> exported() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("test-classes")).importPackages(ROOT).stream()
                        .filter(each -> !each.getPackageName().equals(ROOT + ".exact"))
                        .filter(ArgumentStock::isPublicThroughout)
                        .map(JavaClass::reflect);
    }

    private static boolean isPublicThroughout(JavaClass each) {
        return Modifier.isPublic(each.reflect().getModifiers())
                && each.getEnclosingClass()
                        .map(ArgumentStock::isPublicThroughout)
                        .orElse(true);
    }

    /** The objects on which a member can be called; one null for a static member or a constructor. */
    List<Object> receivers(Executable member) {
        if (!(member instanceof Method) || Modifier.isStatic(member.getModifiers())) {
            return Arrays.asList(new Object[1]);
        }
        if (member.getDeclaringClass().isEnum()) {
            return List.of(member.getDeclaringClass().getEnumConstants());
        }
        Set<Class<?>> seen = new HashSet<>();
        List<Object> one = new ArrayList<>(made.getOrDefault(member.getDeclaringClass(), List.of()));
        one.removeIf(each -> !seen.add(each.getClass()));
        return one;
    }

    /** Arguments with which a member works, or at least of the right types; empty if the stock lacks one of the types. */
    List<Object> ordinary(Executable member) {
        List<Object> known = working.get(member);
        if (known != null) {
            return known;
        }
        List<Object> arguments = new ArrayList<>();
        for (Type type : member.getGenericParameterTypes()) {
            List<Object> values = ordinary(type);
            if (values.isEmpty()) {
                return List.of();
            }
            arguments.add(values.get(0));
        }
        return arguments;
    }

    /** Combinations of ordinary arguments, the first values first. */
    private Stream<Object[]> combinations(Executable member) {
        List<List<Object>> choices = Arrays.stream(member.getGenericParameterTypes())
                .map(this::ordinary)
                .toList();
        if (choices.stream().anyMatch(List::isEmpty)) {
            return Stream.empty();
        }
        SplittableRandom random = new SplittableRandom(member.toGenericString().hashCode());
        return IntStream.range(0, choices.isEmpty() ? 1 : COMBINATIONS)
                .mapToObj(each -> choices.stream()
                        .map(values -> values.get(each == 0 ? 0 : random.nextInt(values.size())))
                        .toArray());
    }

    /** The extreme arguments of a type, without null. */
    List<Object> extremes(Type type) {
        List<Object> all = new ArrayList<>(extremes.getOrDefault(raw(type), List.of()));
        if (type instanceof Class<?> plain && plain.isEnum()) {
            all.addAll(Arrays.asList(plain.getEnumConstants()));
        } else if (type instanceof Class<?> array
                && array.isArray()
                && !array.getComponentType().isPrimitive()) {
            all.add(Array.newInstance(array.getComponentType(), 0));
            each(array.getComponentType()).forEach(each -> all.add(arrayOf(array.getComponentType(), each)));
        } else if (type instanceof ParameterizedType generic) {
            all.addAll(collections(generic, true));
        }
        return all;
    }

    private Stream<Object> each(Type element) {
        return extremes(element).stream();
    }

    private List<Object> ordinary(Type type) {
        if (type instanceof WildcardType wildcard) {
            Type[] lower = wildcard.getLowerBounds();
            return ordinary(lower.length > 0 ? lower[0] : wildcard.getUpperBounds()[0]);
        }
        if (type instanceof GenericArrayType array) {
            return ordinary(array.getGenericComponentType()).stream()
                    .map(each -> arrayOf(raw(array.getGenericComponentType()), each))
                    .toList();
        }
        Class<?> raw = raw(type);
        if (raw.isArray() && !raw.getComponentType().isPrimitive()) {
            return ordinary(raw.getComponentType()).stream()
                    .map(each -> arrayOf(raw.getComponentType(), each))
                    .toList();
        }
        if (raw.isEnum()) {
            return Arrays.asList((Object[]) raw.getEnumConstants());
        }
        if (PLAIN.containsKey(raw)) {
            return PLAIN.get(raw);
        }
        if (raw == Optional.class) {
            return ordinary(((ParameterizedType) type).getActualTypeArguments()[0]).stream()
                    .<Object>map(Optional::of)
                    .toList();
        }
        return type instanceof ParameterizedType generic && !made.containsKey(raw)
                ? collections(generic, false)
                : made.getOrDefault(raw, List.of());
    }

    private static final ImmutableListMultimap<Class<?>, Object> PLAIN =
            ImmutableListMultimap.<Class<?>, Object>builder()
                    .putAll(int.class, 1, 2, 0, 100)
                    .putAll(long.class, 1L, 2L)
                    .putAll(double.class, 0.5, 1.0, 2.0)
                    .putAll(boolean.class, true, false)
                    .putAll(char.class, ';', '.')
                    .putAll(double[].class, new double[] {0.5, 0.5}, new double[] {1, 2, 3}, new double[] {1})
                    .putAll(int[].class, new int[] {1, 2}, new int[] {1}, new int[3])
                    .put(ImmutableIntArray.class, ImmutableIntArray.of(1, 2))
                    .putAll(Number.class, 1, 2)
                    .put(Double.class, 0.5)
                    .put(BigDecimal.class, BigDecimal.ONE)
                    .put(MathContext.class, MathContext.DECIMAL64)
                    .put(RoundingMode.class, RoundingMode.HALF_UP)
                    .putAll(String.class, "x", "y", "a", "b", "School,a,b\nx,1,2\ny,2,1\n", "1", "GB")
                    .put(Object.class, "x")
                    .put(IntStream.class, IntStream.of(0))
                    .put(RandomGenerator.class, new SplittableRandom(1))
                    .put(BiPredicate.class, (BiPredicate<Object, Object>) (one, other) -> false)
                    .put(Predicate.class, (Predicate<Object>) any -> true)
                    .put(ToDoubleFunction.class, (ToDoubleFunction<Object>) any -> 0.5)
                    .put(IntToDoubleFunction.class, (IntToDoubleFunction) any -> 0.5)
                    .put(DoubleUnaryOperator.class, DoubleUnaryOperator.identity())
                    .put(UnaryOperator.class, UnaryOperator.identity())
                    .put(Function.class, (Function<Object, Object>) any -> List.of())
                    .put(IntFunction.class, (IntFunction<Object>) any -> OptionalDouble.of(0.5))
                    .put(LongFunction.class, (LongFunction<Object>) any -> TABLE)
                    .put(CellDistribution.class, (CellDistribution) (school, indicator, value, random) -> value)
                    .put(RecoveredRule.class, recovered())
                    .put(Tiers.AheadProbability.class, (Tiers.AheadProbability) (one, other) -> 0.5)
                    .put(Imputations.Grouping.class, (Imputations.Grouping) school -> Optional.of("g"))
                    .build();

    /** Collections of one element, or, as extremes, of none and of one extreme element. */
    private List<Object> collections(ParameterizedType type, boolean extreme) {
        Class<?> raw = raw(type);
        Type[] of = type.getActualTypeArguments();
        List<Object> all = new ArrayList<>();
        if (Map.class.isAssignableFrom(raw)) {
            if (extreme) {
                all.add(ImmutableMap.of());
            }
            List<Object> keys = ordinary(of[0]);
            List<Object> values = extreme ? extremes(bound(of[1])) : ordinary(of[1]);
            if (!keys.isEmpty()) {
                values.forEach(each -> all.add(ImmutableMap.of(keys.get(0), each)));
            }
        } else if (Iterable.class.isAssignableFrom(raw)) {
            if (extreme) {
                all.add(ImmutableList.of());
            }
            List<Object> elements = extreme ? extremes(bound(of[0])) : ordinary(of[0]);
            elements.forEach(each -> all.add(ImmutableList.of(each)));
            if (elements.size() > 1 && !extreme) {
                all.add(0, ImmutableList.of(elements.get(0), elements.get(1)));
            }
        }
        return all;
    }

    private static Type bound(Type type) {
        return type instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : type;
    }

    private static Object arrayOf(Class<?> component, Object element) {
        Object array = Array.newInstance(component, 1);
        Array.set(array, 0, element);
        return array;
    }

    static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        if (type instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private void harvest(Executable member) {
        int receivers = receivers(member).size();
        List<Object> known = working.get(member);
        if (known != null && receivers == seen.getOrDefault(member, 0)) {
            return;
        }
        seen.put(member, receivers);
        for (Object receiver : new ArrayList<>(receivers(member))) {
            List<Object> arguments = working.get(member);
            Stream<Object[]> tried =
                    arguments == null ? combinations(member) : Stream.<Object[]>of(arguments.toArray());
            for (Object[] each : tried.toList()) {
                if (harvest(member, receiver, each)) {
                    break;
                }
            }
        }
    }

    /** Whether a member works with these arguments; what it returns is kept. */
    private boolean harvest(Executable member, Object receiver, Object... arguments) {
        try {
            keep(ExtremeCall.call(member, receiver, arguments));
            working.putIfAbsent(member, List.of(arguments));
            return true;
        } catch (ReflectiveOperationException | RuntimeException refused) {
            return false; // what it says is tested with the others
        }
    }

    private void keep(Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof Collection<?> many && !many.isEmpty()) {
            keep(many.iterator().next());
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(this::keep);
        }
        for (Class<?> type : types(value.getClass())) {
            List<Object> known = made.computeIfAbsent(type, any -> new ArrayList<>());
            boolean another = known.stream().noneMatch(each -> each.getClass() == value.getClass())
                    || (known.size() < 2 && !known.contains(value));
            if (another && known.size() < MOST_OF_A_TYPE) {
                known.add(value);
            }
        }
    }

    private static ImmutableSet<Class<?>> types(Class<?> type) {
        ImmutableSet.Builder<Class<?>> all = ImmutableSet.builder();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            all.add(each);
            for (Class<?> face : each.getInterfaces()) {
                all.addAll(types(face));
            }
        }
        return all.build().stream()
                .filter(each -> each.getName().startsWith(ROOT))
                .collect(ImmutableSet.toImmutableSet());
    }
}
