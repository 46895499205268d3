package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A group of indicators, or of smaller pillars, that has a score of its own; pillars nest to any depth.
 *
 * <p>Inside a pillar each part counts by its points: an indicator by those of the ranker's {@code Weights}, a pillar by
 * its own, or, where it was given none, by the points of its parts together. So where no pillar has points of its own,
 * and every mean is arithmetic, the points are those of the whole and pillars change nothing but what happens to
 * missing values.
 *
 * <pre>{@code
 * var teaching = Pillar.of("Teaching", Indicator.of("reputation"), Indicator.of("ratio")).withPoints(30);
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
        this.name = name;
        this.indicator = indicator;
        this.parts = parts;
        this.points = points;
        this.mean = mean;
    }

    /**
     * Returns the arithmetic mean of indicators.
     *
     * @param name the name for people; not blank
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
     * @param name the name for people; not blank
     * @throws IllegalArgumentException if the name is blank, or an indicator comes twice
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
     * @throws IllegalArgumentException if an indicator comes twice
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
     * @throws IllegalArgumentException if an indicator comes twice
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
     * Returns a copy that counts by these points among the parts of the pillar above it, regardless of what its own
     * parts have.
     *
     * @param number not negative; a double stands for the decimal that it prints
     * @throws IllegalArgumentException if it is negative, NaN or infinite
     */
    public Pillar withPoints(Number number) {
        double size = requireNonNull(number, "points").doubleValue();
        checkArgument(
                size >= 0 && size < Double.POSITIVE_INFINITY, "pillar \"%s\": %s points; give 0 or more", name, number);
        return new Pillar(name, indicator, parts, Optional.of(new BigDecimal(number.toString())), mean);
    }

    /** Returns a copy whose parts become one number by another mean. */
    public Pillar withMean(Mean newMean) {
        return new Pillar(name, indicator, parts, points, requireNonNull(newMean, "mean"));
    }

    /** Returns the name for people. */
    public String name() {
        return name;
    }

    /** Returns the indicators in it, at any depth, in order. */
    public ImmutableList<Indicator> indicators() {
        return indicator.isPresent()
                ? ImmutableList.of(indicator.get())
                : parts.stream().flatMap(part -> part.indicators().stream()).collect(ImmutableList.toImmutableList());
    }

    /** Pillars without an indicator, and without those that hold no other. */
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

    /** How many means are taken one of another, down to an indicator. */
    int depth() {
        return indicator.isPresent()
                ? 0
                : 1 + parts.stream().mapToInt(Pillar::depth).max().orElse(0);
    }

    /** Returns whether the other object is a pillar of the same name, parts, points and mean. */
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
