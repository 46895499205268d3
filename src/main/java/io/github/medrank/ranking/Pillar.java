package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group of indicators, or of smaller pillars, that has a score of its own. Pillars can be nested to any depth.
 *
 * <p>Each part of a pillar counts in proportion to its points. The points of an indicator are those of the ranker's
 * {@code Weights}. A pillar has points of its own, or, by default, the sum of the points of its parts. If no pillar has
 * points of its own and every mean is arithmetic, pillars only affect how missing values are treated.
 *
 * <pre>{@code
 * var teaching = Pillar.of("Teaching", Indicator.of("reputation"), Indicator.of("ratio"))
 *         .withPoints(30);
 * teaching.withMean(Mean.geometric()) // ==> Teaching (30 points): geometric mean of reputation, ratio
 * }</pre>
 */
@Immutable
public final class Pillar {
    private final String name;
    private final Optional<Indicator> indicator;
    private final ImmutableList<Pillar> parts;
    private final Optional<BigDecimal> points;
    private final Mean mean;

    private Pillar(
            String name,
            Optional<Indicator> indicator,
            ImmutableList<Pillar> parts,
            Optional<BigDecimal> points,
            Mean mean) {
        this.name = SafeText.line(name);
        this.indicator = indicator;
        this.parts = parts;
        this.points = points;
        this.mean = mean;
    }

    /**
     * Returns the arithmetic mean of indicators.
     *
     * @param name the name for display; not blank
     * @throws IllegalArgumentException if the name is blank
     */
    public static Pillar of(String name, Indicator first, Indicator... more) {
        requireNonNull(name, "name");
        requireNonNull(first, "first");
        requireNonNull(more, "more");
        return of(name, ImmutableList.<Pillar>of()).and(first, more);
    }

    /**
     * Returns the arithmetic mean of pillars.
     *
     * @param name the name for display; not blank
     * @throws IllegalArgumentException if the name is blank, or an indicator is repeated
     */
    public static Pillar of(String name, Pillar first, Pillar... more) {
        requireNonNull(name, "name");
        requireNonNull(first, "first");
        requireNonNull(more, "more");
        return of(name, ImmutableList.<Pillar>of()).and(first, more);
    }

    static Pillar of(String name, ImmutableList<Pillar> parts) {
        checkArgument(!name.isBlank(), "a pillar's name is blank");
        return new Pillar(name, Optional.empty(), parts, Optional.empty(), Mean.arithmetic());
    }

    static Pillar leaf(Indicator indicator) {
        return new Pillar(
                indicator.name(), Optional.of(indicator), ImmutableList.of(), Optional.empty(), Mean.arithmetic());
    }

    /**
     * Returns a copy with more indicators.
     *
     * @throws IllegalArgumentException if an indicator is repeated
     */
    public Pillar and(Indicator first, Indicator... more) {
        requireNonNull(first, "first");
        requireNonNull(more, "more");
        List<Pillar> leaves = new ArrayList<>(List.of(leaf(first)));
        Arrays.stream(more).map(Pillar::leaf).forEach(leaves::add);
        return plus(leaves);
    }

    /**
     * Returns a copy with more pillars.
     *
     * @throws IllegalArgumentException if an indicator is repeated
     */
    public Pillar and(Pillar first, Pillar... more) {
        requireNonNull(first, "first");
        requireNonNull(more, "more");
        List<Pillar> pillars = new ArrayList<>(List.of(first));
        pillars.addAll(Arrays.asList(more));
        return plus(pillars);
    }

    private Pillar plus(List<Pillar> more) {
        Pillar larger = new Pillar(
                name,
                indicator,
                ImmutableList.<Pillar>builder().addAll(parts).addAll(more).build(),
                points,
                mean);
        ImmutableList<Indicator> all = larger.indicators();
        for (int i = 0; i < all.size(); i++) {
            checkArgument(
                    all.indexOf(all.get(i)) == i,
                    "pillar \"%s\": indicator \"%s\" comes twice",
                    name,
                    all.get(i).id());
        }
        return larger;
    }

    /**
     * Returns a copy that counts with the given points in the enclosing pillar, instead of with the sum of the points
     * of its parts.
     *
     * @param number not negative; a double is read as the decimal that it prints
     * @throws IllegalArgumentException if it is negative, NaN or infinite
     */
    public Pillar withPoints(Number number) {
        double size = requireNonNull(number, "points").doubleValue();
        checkArgument(
                size >= 0 && size < Double.POSITIVE_INFINITY, "pillar \"%s\": %s points; give 0 or more", name, number);
        return new Pillar(name, indicator, parts, Optional.of(new BigDecimal(number.toString())), mean);
    }

    /** Returns a copy whose parts are combined by another mean. */
    public Pillar withMean(Mean newMean) {
        return new Pillar(name, indicator, parts, points, requireNonNull(newMean, "mean"));
    }

    /** Returns the name for display. */
    public String name() {
        return name;
    }

    /** Returns the indicators of this pillar, at any depth, in order. */
    public ImmutableList<Indicator> indicators() {
        return indicator.isPresent()
                ? ImmutableList.of(indicator.get())
                : parts.stream().flatMap(part -> part.indicators().stream()).collect(ImmutableList.toImmutableList());
    }

    /** The pillars without an indicator; a pillar that contains no other indicator is dropped. */
    static ImmutableList<Pillar> without(ImmutableList<Pillar> pillars, Indicator gone) {
        return pillars.stream()
                .filter(pillar -> !pillar.indicators().equals(ImmutableList.of(gone)))
                .map(pillar -> new Pillar(
                        pillar.name, pillar.indicator, without(pillar.parts, gone), pillar.points, pillar.mean))
                .collect(ImmutableList.toImmutableList());
    }

    Optional<Indicator> indicator() {
        return indicator;
    }

    ImmutableList<Pillar> parts() {
        return parts;
    }

    Optional<BigDecimal> points() {
        return points;
    }

    Mean mean() {
        return mean;
    }

    boolean isArithmetic() {
        return mean.isArithmetic() && parts.stream().allMatch(Pillar::isArithmetic);
    }

    /** Returns whether the other object is a pillar with the same name, parts, points and mean. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pillar that
                && name.equals(that.name)
                && indicator.equals(that.indicator)
                && parts.equals(that.parts)
                && mean.equals(that.mean)
                && points.map(BigDecimal::stripTrailingZeros).equals(that.points.map(BigDecimal::stripTrailingZeros));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, parts);
    }

    /** Returns the name, the points and the mean of its parts. */
    @Override
    public String toString() {
        if (indicator.isPresent()) {
            return name;
        }
        return name
                + points.map(number -> " (" + number.toPlainString() + " points)")
                        .orElse("")
                + ": "
                + mean
                + " of "
                + parts.stream()
                        .map(part -> part.indicator.isPresent() ? part.toString() : "[" + part + "]")
                        .collect(Collectors.joining(", "));
    }
}
