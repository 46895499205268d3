package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Sets;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Points for each indicator as written, such as percentages or multipliers, in exact decimals.
 *
 * <p>Points are matched to indicators by indicator, never by order. An indicator's share is its points divided by all
 * points; it is derived, so thirds are exact. An indicator with weight zero is shown but does not count.
 *
 * <pre>{@code
 * var weights = Weights.of(Map.of(Indicator.of("teaching"), 1, Indicator.of("research"), 3));
 * weights.share(Indicator.of("research")) // ==> 0.75
 * }</pre>
 */
@Immutable
public final class Weights {
    private final ImmutableMap<Indicator, BigDecimal> points;
    private final BigDecimal total;
    private final ImmutableMap<Indicator, Double> shares;

    private Weights(ImmutableMap<Indicator, BigDecimal> points) {
        checkArgument(!points.isEmpty(), "no weights; give points to at least one indicator");
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Indicator, BigDecimal> entry : points.entrySet()) {
            checkArgument(
                    entry.getValue().signum() >= 0,
                    "indicator \"%s\": weight %s is negative; for \"less is better\" give the indicator a direction",
                    entry.getKey().id(),
                    entry.getValue());
            sum = sum.add(entry.getValue());
        }
        checkArgument(
                sum.signum() > 0, "all weights are zero: %s; give at least one of them points", ids(points.keySet()));
        this.points = points;
        this.total = sum;
        ImmutableMap.Builder<Indicator, Double> parts = ImmutableMap.builderWithExpectedSize(points.size());
        for (Map.Entry<Indicator, BigDecimal> entry : points.entrySet()) {
            parts.put(
                    entry.getKey(),
                    entry.getValue().divide(sum, MathContext.DECIMAL64).doubleValue());
        }
        this.shares = parts.buildOrThrow();
    }

    /**
     * Returns weights from a map, ordered by the ids of the indicators, since maps such as {@code Map.of} have no
     * order.
     *
     * @param points the points of each indicator, not negative, not all zero; a {@code Double} stands for the decimal
     *     that it prints
     * @return the weights
     * @throws IllegalArgumentException if the map is empty, a number is negative, NaN or infinite, or all are zero
     */
    public static Weights of(Map<Indicator, ? extends Number> points) {
        requireNonNull(points, "points");
        Builder builder = builder();
        points.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().id()))
                .forEach(entry -> builder.put(entry.getKey(), entry.getValue()));
        return builder.build();
    }

    /** Returns equal weights of one point for the indicators, in the given order. */
    public static Weights equal(Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        Builder builder = builder();
        indicators.forEach(indicator -> builder.put(indicator, 1));
        return builder.build();
    }

    /**
     * Parses weights in the format of {@link #toString}: points and an indicator's name or id, separated by commas. The
     * order is that of the text.
     *
     * <pre>{@code
     * var indicators = List.of(Indicator.of("teaching", "Teaching, as students see it"),
     *         Indicator.of("research"));
     * Weights.parse("30 Teaching, as students see it, 70 research", indicators).total() // ==> 100
     * }</pre>
     *
     * @param text such as {@code 40 Academic reputation, 10 Employer reputation}
     * @param indicators the indicators that may occur in the text
     * @throws IllegalArgumentException if part of the text is not a number followed by one of the indicators, if two
     *     indicators share a name, or if these are no valid weights
     */
    public static Weights parse(String text, Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        return WeightsParser.parse(text, ImmutableList.copyOf(indicators));
    }

    /** Returns a builder that keeps the order in which points are added. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the weighted indicators, in order. */
    public ImmutableList<Indicator> indicators() {
        return points.keySet().asList();
    }

    /** Returns the points of each indicator as written. */
    public ImmutableMap<Indicator, BigDecimal> asMap() {
        return points;
    }

    /**
     * Returns the points of an indicator as written.
     *
     * @throws IllegalArgumentException if the indicator has no weight
     */
    public BigDecimal points(Indicator indicator) {
        BigDecimal mine = points.get(requireNonNull(indicator, "indicator"));
        if (mine == null) { // checkArgument would list the indicators at each call
            throw new IllegalArgumentException(
                    "indicator \"" + indicator.id() + "\" has no weight; " + ids(points.keySet()) + " have");
        }
        return mine;
    }

    /** Returns the sum of all points, which is greater than zero. */
    public BigDecimal total() {
        return total;
    }

    /**
     * Returns an indicator's share of all points, in [0, 1], as the nearest double or one next to it.
     *
     * @throws IllegalArgumentException if the indicator has no weight
     */
    public double share(Indicator indicator) {
        Double share = shares.get(indicator);
        return share == null ? points(indicator).doubleValue() : share; // points() reports that there is no weight
    }

    /** Returns the same weights in the order of the given indicators, which must be exactly those that have weights. */
    public Weights inOrderOf(Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        if (Iterables.elementsEqual(points.keySet(), indicators)) {
            return this;
        }
        ImmutableList<Indicator> wanted = ImmutableList.copyOf(indicators);
        requireExactly(wanted);
        Builder builder = builder();
        wanted.forEach(indicator -> builder.put(indicator, points(indicator)));
        return builder.build();
    }

    private void requireExactly(ImmutableList<Indicator> wanted) {
        ImmutableSet<Indicator> known = ImmutableSet.copyOf(wanted);
        Sets.SetView<Indicator> unknown = Sets.difference(points.keySet(), known);
        checkArgument(
                unknown.isEmpty(),
                "weight for unknown indicator %s; the methodology and its table have %s",
                ids(unknown),
                ids(known));
        Sets.SetView<Indicator> without = Sets.difference(known, points.keySet());
        checkArgument(
                without.isEmpty(),
                "indicator %s has no weight; give it points, zero to show it without counting it",
                ids(without));
    }

    private static String ids(Iterable<Indicator> indicators) {
        StringBuilder text = new StringBuilder();
        for (Indicator indicator : indicators) {
            text.append(text.isEmpty() ? "\"" : ", \"").append(indicator.id()).append('"');
        }
        return text.toString();
    }

    /** Returns whether the other object gives numerically equal points to the same indicators, in any order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Weights that
                && points.keySet().equals(that.points.keySet())
                && points.keySet().stream().allMatch(each -> points(each).compareTo(that.points(each)) == 0);
    }

    @Override
    public int hashCode() {
        return points.entrySet().stream()
                .mapToInt(entry -> entry.getKey().hashCode()
                        ^ entry.getValue().stripTrailingZeros().hashCode())
                .sum();
    }

    /** Returns the points and names, such as {@code 40 Academic reputation, 10 Employer reputation}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        points.forEach((indicator, mine) -> text.append(text.isEmpty() ? "" : ", ")
                .append(mine.toPlainString())
                .append(' ')
                .append(indicator.name()));
        return text.toString();
    }

    /** The strategy that uses these weights for every table. */
    @Immutable
    record Fixed(Weights weights) implements WeightingStrategy {
        Fixed {
            requireNonNull(weights, "weights");
        }

        @Override
        public Weights weigh(IndicatorTable table) {
            requireNonNull(table, "table");
            return weights;
        }

        @Override
        public boolean learns() {
            return false;
        }

        @Override
        public String toString() {
            return weights.toString();
        }
    }

    /** Collects points in order; not thread-safe. */
    public static final class Builder {
        private final Map<Indicator, BigDecimal> points = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds the points of an indicator.
         *
         * @param indicator an indicator without points so far
         * @param number not negative; a {@code Double} stands for the decimal that it prints
         * @return this builder
         * @throws IllegalArgumentException if the indicator already has points, or the number is NaN or infinite
         */
        @CanIgnoreReturnValue
        public Builder put(Indicator indicator, Number number) {
            requireNonNull(indicator, "indicator");
            requireNonNull(number, "number");
            BigDecimal exact = Decimals.of(number, "weight of \"" + indicator.id() + "\"");
            checkArgument(
                    points.putIfAbsent(indicator, exact) == null, "indicator \"%s\" is weighted twice", indicator.id());
            return this;
        }

        /**
         * Returns the weights.
         *
         * @throws IllegalArgumentException if there are no points, a number is negative, or all are zero
         */
        public Weights build() {
            return new Weights(ImmutableMap.copyOf(points));
        }
    }
}

/** Parses the text of weights. Names may contain commas, so the longest matching name is taken. */
final class WeightsParser {
    private static final Pattern POINTS = Pattern.compile("(\\d{1,400}(?:\\.\\d{1,400})?) ");
    private static final String COMMA = ", ";

    private final String text;
    private final ImmutableList<Indicator> indicators;
    private int at;

    private WeightsParser(String text, ImmutableList<Indicator> indicators) {
        this.text = text;
        this.indicators = indicators;
    }

    static Weights parse(String text, ImmutableList<Indicator> indicators) {
        return new WeightsParser(requireNonNull(text, "text"), indicators).weights();
    }

    private Weights weights() {
        Weights.Builder weights = Weights.builder();
        do {
            Matcher points = POINTS.matcher(text).region(at, text.length());
            checkArgument(points.lookingAt(), "weights \"%s\": no points at \"%s\"", SafeText.line(text), rest());
            at = points.end();
            weights.put(indicator(), new BigDecimal(points.group(1)));
        } while (at < text.length());
        return weights.build();
    }

    private Indicator indicator() {
        int longest = indicators.stream()
                .flatMap(WeightsParser::names)
                .filter(this::isNext)
                .mapToInt(String::length)
                .max()
                .orElseThrow(() -> new IllegalArgumentException("weights \"" + SafeText.line(text)
                        + "\": no indicator at \"" + rest() + "\"; there are "
                        + indicators.stream().map(Indicator::name).toList()));
        String name = text.substring(at, at + longest);
        List<Indicator> found = called(name, Indicator::name);
        found = found.isEmpty() ? called(name, Indicator::id) : found;
        checkArgument(
                found.size() == 1,
                "weights \"%s\": \"%s\" is the name of %s indicators; write their ids",
                SafeText.line(text),
                name,
                found.size());
        at = Math.min(text.length(), at + longest + COMMA.length());
        return found.get(0);
    }

    private List<Indicator> called(String name, Function<Indicator, String> by) {
        return indicators.stream()
                .filter(each -> by.apply(each).equals(name))
                .distinct()
                .toList();
    }

    /** Whether a name is at this point of the text, followed by the end or by further points. */
    private boolean isNext(String name) {
        int end = at + name.length();
        return text.startsWith(name, at)
                && (end == text.length()
                        || (text.startsWith(COMMA, end)
                                && POINTS.matcher(text)
                                        .region(end + COMMA.length(), text.length())
                                        .lookingAt()));
    }

    private String rest() {
        return SafeText.line(text.substring(at));
    }

    private static Stream<String> names(Indicator indicator) {
        return Stream.of(indicator.name(), indicator.id());
    }
}
