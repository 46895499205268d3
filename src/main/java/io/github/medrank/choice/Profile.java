package io.github.medrank.choice;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Eligibility;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Row;
import io.github.medrank.Weights;
import io.github.medrank.exact.CountryCodes;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What matters to a person who chooses a school: weights, must-haves and deal-breakers.
 *
 * <p>A profile is also an {@link Eligibility}. It refuses the schools that lack a must-have or have a deal-breaker, and
 * states all the reasons. It assumes nothing about missing data: a school is refused if a must-have asks for a country
 * or a value that is not known.
 *
 * <pre>{@code
 * var teaching = Indicator.of("teaching", "Teaching");
 * var research = Indicator.of("research", "Research");
 * var table = IndicatorTable.builder(teaching, research)
 *         .row(School.of("Oxford").withCountry("GB"), 80, 95)
 *         .row(School.of("Leiden").withCountry("NL"), 90, 70)
 *         .row(School.of("Yale").withCountry("US"), 95, 90)
 *         .build();
 * var method = Methodology.builder("Plain").ranker(Rankers.weightedMean()).build();
 * var mine = Profile.builder().matters(teaching, 3).matters(research, 1).notInCountry("US").build();
 * var list = mine.shortlist(method, table);
 * list.schools()  // ==> [2 Leiden (NL), fit 38 %, 3 Oxford (GB), fit 25 %]
 * list.excluded() // ==> [Yale (US): in US, must not be in US]
 * }</pre>
 */
@Immutable
public final class Profile implements Eligibility {
    private final Weights weights;
    private final ImmutableList<Eligibility> wishes;

    private Profile(Weights weights, ImmutableList<Eligibility> wishes) {
        this.weights = weights;
        this.wishes = wishes;
    }

    /** Returns a builder for a profile; at least one indicator must matter. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a profile with weights only, without must-haves. */
    public static Profile of(Weights weights) {
        return new Profile(requireNonNull(weights, "weights"), ImmutableList.of());
    }

    /** Returns how much each indicator matters; an indicator without points does not matter. */
    public Weights weights() {
        return weights;
    }

    /** Returns the must-haves and deal-breakers, in the order in which they were stated. */
    public ImmutableList<Eligibility> wishes() {
        return wishes;
    }

    /** Returns the same must-haves and deal-breakers with other weights. */
    public Profile withWeights(Weights newWeights) {
        return new Profile(requireNonNull(newWeights, "weights"), wishes);
    }

    @Override
    public Optional<String> refusal(Row row) {
        requireNonNull(row, "row");
        String reasons = wishes.stream()
                .map(each -> each.refusal(row))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? Optional.empty() : Optional.of(reasons);
    }

    /**
     * Returns the suitable schools of a table, ranked by what matters. All schools are first ranked by the methodology
     * with the person's weights; indicators that do not matter have weight 0. Unsuitable schools are then left out.
     *
     * @param methodology how to rank; everything but its weights is kept
     * @param table the schools; it may have more indicators than the methodology, for must-haves
     * @return the shortlist; empty if no school suits
     * @throws IllegalArgumentException if an indicator that matters is not in the methodology, or for the reasons of
     *     {@link Methodology#rank}
     */
    public Shortlist shortlist(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        requireNonNull(table, "table");
        ImmutableList<Indicator> all =
                methodology.indicators().isEmpty() ? table.indicators() : methodology.indicators();
        Weights.Builder points = Weights.builder();
        Stream.concat(all.stream(), weights.indicators().stream())
                .distinct()
                .forEach(each -> points.put(each, weights.asMap().getOrDefault(each, BigDecimal.ZERO)));
        return Shortlist.of(this, methodology.withWeights(points.build()).rank(table), methodology.rank(table), table);
    }

    /** Returns what matters, then the must-haves and deal-breakers, one per line. */
    @Override
    public String toString() {
        return Stream.concat(Stream.of("matters: " + weights), wishes.stream().map(Profile::text))
                .collect(Collectors.joining("\n"));
    }

    private static String text(Eligibility wish) {
        if (wish instanceof Wish.Bound bound) {
            return bound.indicator().name() + ": " + bound;
        }
        if (wish instanceof Wish.Attribute attribute) {
            return attribute.key() + ": " + attribute;
        }
        return wish instanceof Wish ? "country: " + wish : "also: " + wish;
    }

    /** Builds a profile; not safe for use by several threads. */
    public static final class Builder {
        private final Weights.Builder weights = Weights.builder();
        private final ImmutableList.Builder<Eligibility> wishes = ImmutableList.builder();

        private Builder() {}

        /**
         * Sets how much an indicator matters.
         *
         * @param points not negative, on any scale: only the shares count
         * @throws IllegalArgumentException if the indicator was given points before
         */
        @CanIgnoreReturnValue
        public Builder matters(Indicator indicator, Number points) {
            requireNonNull(indicator, "indicator");
            requireNonNull(points, "points");
            weights.put(indicator, points);
            return this;
        }

        /** Requires a school to be in one of these countries, given as ISO 3166-1 alpha-2 codes. */
        @CanIgnoreReturnValue
        public Builder inCountry(String... countries) {
            requireNonNull(countries, "countries");
            return must(new Wish.Countries(countries(countries), true));
        }

        /** Requires a school to be in none of these countries, given as ISO 3166-1 alpha-2 codes. */
        @CanIgnoreReturnValue
        public Builder notInCountry(String... countries) {
            requireNonNull(countries, "countries");
            return must(new Wish.Countries(countries(countries), false));
        }

        /** Requires a school to have one of these values of an attribute. */
        @CanIgnoreReturnValue
        public Builder withAttribute(String attribute, String... values) {
            requireNonNull(values, "values");
            return must(new Wish.Attribute(requireNonNull(attribute, "attribute"), some(values), true));
        }

        /** Requires a school to have none of these values of an attribute; a school without the attribute passes. */
        @CanIgnoreReturnValue
        public Builder withoutAttribute(String attribute, String... values) {
            requireNonNull(values, "values");
            return must(new Wish.Attribute(requireNonNull(attribute, "attribute"), some(values), false));
        }

        /**
         * Requires the raw value of an indicator to be at least as good as a bound: at least as large, or at most as
         * large if lower values are better.
         *
         * @throws IllegalArgumentException if the bound is NaN or infinite
         */
        @CanIgnoreReturnValue
        public Builder noWorseThan(Indicator indicator, double bound) {
            requireNonNull(indicator, "indicator");
            checkArgument(
                    Double.isFinite(bound), "indicator \"%s\": bound %s is not a finite number", indicator.id(), bound);
            return must(new Wish.Bound(indicator, Decimals.of(bound).stripTrailingZeros()));
        }

        /** Adds a must-have of any other kind; a refusal states why a school does not suit. */
        @CanIgnoreReturnValue
        public Builder must(Eligibility wish) {
            wishes.add(requireNonNull(wish, "wish"));
            return this;
        }

        /**
         * Returns the profile.
         *
         * @throws IllegalArgumentException if no indicator matters, or weights are negative
         */
        public Profile build() {
            return new Profile(weights.build(), wishes.build());
        }

        private static ImmutableSet<String> some(String... values) {
            checkArgument(values.length > 0, "no values; name at least one");
            return ImmutableSet.copyOf(values);
        }

        private static ImmutableSet<String> countries(String... codes) {
            for (String code : some(codes)) {
                checkArgument(
                        CountryCodes.contains(code),
                        "country \"%s\" is not an ISO 3166-1 alpha-2 code such as GB or JP",
                        SafeText.line(code));
            }
            return ImmutableSet.copyOf(codes);
        }
    }
}
