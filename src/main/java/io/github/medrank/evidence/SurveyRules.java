package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.SafeText;
import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules for which ballots and picks of a survey count, and how counts become a score.
 *
 * <p>Publishers' rules are in the package {@code published}, such as {@code Qs.academicSurvey(2026)}. {@link #builder}
 * starts with neutral rules.
 *
 * <pre>{@code
 * var rules = SurveyRules.builder(SurveyKind.ACADEMIC, 2021, 2025).mostPicks(10, 30).mix(33, 67)
 *         .build();
 * rules.yearWeights() // ==> [1, 1, 1, 1, 1]
 * }</pre>
 */
@Immutable
public final class SurveyRules implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** The number of decimals of the units in which weights are counted. */
    static final int DECIMALS = 6;

    private static final int MOST_YEARS = 1000;

    private final SurveyKind kind;
    private final int firstYear;
    private final int lastYear;
    private final ImmutableList<BigDecimal> yearWeights;
    private final ImmutableSet<String> subjects;
    private final BigDecimal singleSubjectWeight;
    private final int mostDomestic;
    private final int mostInternational;
    private final int domesticPoints;
    private final int internationalPoints;
    private final boolean sidesScaled;
    private final boolean squareRoot;
    private final ImmutableMap<String, String> regions;
    private final ImmutableMap<String, BigDecimal> targets;
    private final boolean strict;

    private SurveyRules(Builder from) {
        kind = from.kind;
        firstYear = from.firstYear;
        lastYear = from.lastYear;
        yearWeights = from.yearWeights;
        subjects = from.subjects;
        singleSubjectWeight = from.singleSubjectWeight;
        mostDomestic = from.mostDomestic;
        mostInternational = from.mostInternational;
        domesticPoints = from.domesticPoints;
        internationalPoints = from.internationalPoints;
        sidesScaled = from.sidesScaled;
        squareRoot = from.squareRoot;
        regions = from.regions;
        targets = from.targets;
        strict = from.strict;
        checkArgument(
                yearWeights.size() == lastYear - firstYear + 1,
                "%s year weights for the years %s to %s",
                yearWeights.size(),
                firstYear,
                lastYear);
        for (BigDecimal weight : yearWeights) {
            long unused = units(weight, singleSubjectWeight);
        }
    }

    /**
     * Returns a builder of rules for the ballots of some years. The defaults are: all subjects, weight 1 for each
     * ballot, any number of picks, domestic and international picks mixed 1 : 1, no re-weighting, faults counted as
     * rejected.
     *
     * @param kind the kind of survey
     * @param firstYear the first survey year that counts
     * @param lastYear the last survey year that counts
     * @return the builder
     * @throws IllegalArgumentException if the last year is before the first, or 1 000 years or more after it
     */
    public static Builder builder(SurveyKind kind, int firstYear, int lastYear) {
        return new Builder(kind).window(firstYear, lastYear);
    }

    /** Returns the kind of survey. */
    public SurveyKind kind() {
        return kind;
    }

    /** Returns the first survey year of the window. */
    public int firstYear() {
        return firstYear;
    }

    /** Returns the last survey year of the window. */
    public int lastYear() {
        return lastYear;
    }

    /** Returns the weights of ballots by year, starting with the last year. */
    public ImmutableList<BigDecimal> yearWeights() {
        return yearWeights;
    }

    /** Returns the accepted subjects, at least one of which a ballot must name; empty if all ballots are accepted. */
    public ImmutableSet<String> subjects() {
        return subjects;
    }

    /** Returns the factor by which the weight of a ballot that names a single subject is multiplied. */
    public BigDecimal singleSubjectWeight() {
        return singleSubjectWeight;
    }

    /** Returns the maximum number of domestic picks that count. */
    public int mostDomestic() {
        return mostDomestic;
    }

    /** Returns the maximum number of international picks that count. */
    public int mostInternational() {
        return mostInternational;
    }

    /** Returns the points of domestic picks in the mix. */
    public int domesticPoints() {
        return domesticPoints;
    }

    /** Returns the points of international picks in the mix. */
    public int internationalPoints() {
        return internationalPoints;
    }

    /** Returns whether each side is scaled to a percentage of its largest count before mixing. */
    public boolean sidesScaled() {
        return sidesScaled;
    }

    /** Returns whether the score is the square root of the mixed count, which reduces outliers. */
    public boolean squareRoot() {
        return squareRoot;
    }

    /**
     * Returns the region of each country, in alphabetical order, for re-weighting by region; empty for re-weighting by
     * country.
     */
    public ImmutableMap<String, String> regions() {
        return regions;
    }

    /**
     * Returns the target share of ballots for each region or country, in any unit and in alphabetical order; empty for
     * no re-weighting.
     */
    public ImmutableMap<String, BigDecimal> targets() {
        return targets;
    }

    /** Returns whether faults on a ballot throw an exception; otherwise they are counted as rejected. */
    public boolean strict() {
        return strict;
    }

    /** Returns a builder that starts with these rules. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Returns a copy for ballots that name one of the given subjects, regardless of case and needless blanks.
     *
     * @throws IllegalArgumentException if there are no subjects
     */
    public SurveyRules withSubjects(String... names) {
        requireNonNull(names, "names");
        return toBuilder().subjects(names).build();
    }

    /**
     * Returns a copy with one weight per year of the window, starting with the last year.
     *
     * @throws IllegalArgumentException if the number of weights differs from the number of years, or a weight is
     *     negative, 1 000 000 or more, or has more than six decimals
     */
    public SurveyRules withYearWeights(Number... weights) {
        requireNonNull(weights, "weights");
        return toBuilder().yearWeights(weights).build();
    }

    /**
     * Returns a copy with other points for domestic and international picks.
     *
     * @throws IllegalArgumentException if either is negative, or both are 0
     */
    public SurveyRules withMix(int domestic, int international) {
        return toBuilder().mix(domestic, international).build();
    }

    /**
     * Returns a copy re-weighted to the given target share of ballots for each country.
     *
     * @param byCountry the targets by ISO 3166-1 alpha-2 code
     * @throws IllegalArgumentException if a target is not positive, or a key is not a code of ISO 3166-1
     */
    public SurveyRules withTargets(Map<String, ? extends Number> byCountry) {
        requireNonNull(byCountry, "byCountry");
        return toBuilder().targets(ImmutableMap.of(), byCountry).build();
    }

    /** Returns a copy under which faults on a ballot throw an exception. */
    public SurveyRules strictly() {
        return toBuilder().strict(true).build();
    }

    /** The weight of a ballot as an integer number of units. */
    long units(int year, boolean singleSubject) {
        return units(yearWeights.get(lastYear - year), singleSubject ? singleSubjectWeight : BigDecimal.ONE);
    }

    private static long units(BigDecimal yearWeight, BigDecimal bonus) {
        BigDecimal weight = yearWeight.multiply(bonus).stripTrailingZeros();
        checkArgument(
                weight.signum() >= 0 && weight.scale() <= DECIMALS && weight.precision() - weight.scale() <= 6,
                "ballot weight %s; it is not negative, below 1000000, and has at most %s decimals",
                weight,
                DECIMALS);
        return weight.movePointRight(DECIMALS).longValueExact();
    }

    /** The subjects without needless blanks, each once. */
    static ImmutableSet<String> distinct(String... subjects) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String each : subjects) {
            String subject = Names.spaced(Names.require(each, "subject"));
            all.putIfAbsent(key(subject), subject);
        }
        return ImmutableSet.copyOf(all.values());
    }

    /** What two spellings of a subject have in common. */
    static String key(String subject) {
        return subject.toLowerCase(Locale.ROOT);
    }

    /** The groups that are re-weighted, in a fixed order; empty for no re-weighting. */
    ImmutableList<String> groups() {
        return targets.keySet().asList();
    }

    private ImmutableList<Object> parts() {
        return ImmutableList.of(
                kind,
                firstYear,
                lastYear,
                yearWeights,
                subjects,
                singleSubjectWeight,
                mostDomestic,
                mostInternational,
                domesticPoints,
                internationalPoints,
                sidesScaled,
                squareRoot,
                regions,
                targets,
                strict);
    }

    /** Returns whether the other object states the same rules. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SurveyRules that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Returns the window, the picks, the mix, and the differences from the defaults of {@link #builder}. */
    @Override
    public String toString() {
        return RulesText.of(kind + " ballots of " + firstYear + " to " + lastYear)
                .add(RulesText.most(mostDomestic) + " domestic and " + RulesText.most(mostInternational)
                        + " international picks, mixed " + domesticPoints + " : " + internationalPoints)
                .addIf(!subjects.isEmpty(), SafeText.line("subjects " + subjects))
                .addIf(
                        yearWeights.stream().anyMatch(each -> each.compareTo(BigDecimal.ONE) != 0),
                        "years weigh " + RulesText.numbers(yearWeights))
                .addIf(
                        singleSubjectWeight.compareTo(BigDecimal.ONE) != 0,
                        "a single subject weighs " + NumberText.plain(singleSubjectWeight))
                .addIf(sidesScaled, "sides scaled")
                .addIf(squareRoot, "square root")
                .addIf(!targets.isEmpty(), "re-weighted to " + RulesText.numbers(targets))
                .addIf(!regions.isEmpty(), "regions " + regions)
                .addIf(strict, "strict")
                .toString();
    }

    /** Collects rules; not thread-safe. */
    public static final class Builder {
        private final SurveyKind kind;
        private int firstYear;
        private int lastYear;
        private ImmutableList<BigDecimal> yearWeights = ImmutableList.of();
        private ImmutableSet<String> subjects = ImmutableSet.of();
        private BigDecimal singleSubjectWeight = BigDecimal.ONE;
        private int mostDomestic = Integer.MAX_VALUE;
        private int mostInternational = Integer.MAX_VALUE;
        private int domesticPoints = 1;
        private int internationalPoints = 1;
        private boolean sidesScaled;
        private boolean squareRoot;
        private ImmutableMap<String, String> regions = ImmutableMap.of();
        private ImmutableMap<String, BigDecimal> targets = ImmutableMap.of();
        private boolean strict;

        private Builder(SurveyKind kind) {
            this.kind = requireNonNull(kind, "kind");
        }

        private Builder(SurveyRules from) {
            kind = from.kind;
            firstYear = from.firstYear;
            lastYear = from.lastYear;
            yearWeights = from.yearWeights;
            subjects = from.subjects;
            singleSubjectWeight = from.singleSubjectWeight;
            mostDomestic = from.mostDomestic;
            mostInternational = from.mostInternational;
            domesticPoints = from.domesticPoints;
            internationalPoints = from.internationalPoints;
            sidesScaled = from.sidesScaled;
            squareRoot = from.squareRoot;
            regions = from.regions;
            targets = from.targets;
            strict = from.strict;
        }

        /**
         * Sets the years of the window, each with weight 1.
         *
         * @throws IllegalArgumentException if the last year is before the first, or 1 000 years or more after it
         */
        @CanIgnoreReturnValue
        public Builder window(int first, int last) {
            checkArgument(first <= last, "ballots from %s to %s: the window is empty", first, last);
            checkArgument(
                    (long) last - first < MOST_YEARS,
                    "ballots from %s to %s: a window has at most %s years",
                    first,
                    last,
                    MOST_YEARS);
            firstYear = first;
            lastYear = last;
            yearWeights = ImmutableList.copyOf(Collections.nCopies(last - first + 1, BigDecimal.ONE));
            return this;
        }

        /** Sets one weight per year of the window, starting with the last year. */
        @CanIgnoreReturnValue
        public Builder yearWeights(Number... weights) {
            requireNonNull(weights, "weights");
            ImmutableList.Builder<BigDecimal> all = ImmutableList.builder();
            for (Number weight : weights) {
                all.add(decimal(weight, "year weight"));
            }
            yearWeights = all.build();
            return this;
        }

        /**
         * Sets the accepted subjects. A ballot counts if it names one of them, regardless of case and needless blanks.
         *
         * @throws IllegalArgumentException if there are no subjects, or one is blank; use {@link #allSubjects} to admit
         *     all ballots
         */
        @CanIgnoreReturnValue
        public Builder subjects(String... names) {
            requireNonNull(names, "names");
            checkArgument(names.length > 0, "no subjects; allSubjects() lets all ballots in");
            subjects = distinct(names);
            return this;
        }

        /** Admits ballots of any subject or of none. */
        @CanIgnoreReturnValue
        public Builder allSubjects() {
            subjects = ImmutableSet.of();
            return this;
        }

        /** Sets the factor by which the weight of a ballot that names a single subject is multiplied. */
        @CanIgnoreReturnValue
        public Builder singleSubjectWeight(Number weight) {
            singleSubjectWeight = decimal(weight, "single-subject weight");
            return this;
        }

        /**
         * Sets the maximum number of picks that count on each side.
         *
         * @throws IllegalArgumentException if a number is negative
         */
        @CanIgnoreReturnValue
        public Builder mostPicks(int domestic, int international) {
            checkArgument(
                    domestic >= 0 && international >= 0,
                    "at most %s domestic and %s international picks; neither is negative",
                    domestic,
                    international);
            mostDomestic = domestic;
            mostInternational = international;
            return this;
        }

        /**
         * Sets the points of domestic and international picks in the mix.
         *
         * @throws IllegalArgumentException if a number is negative, or both are 0
         */
        @CanIgnoreReturnValue
        public Builder mix(int domestic, int international) {
            checkArgument(
                    domestic >= 0 && international >= 0 && (domestic > 0 || international > 0),
                    "%s : %s of domestic and international picks; neither is negative, and not both are 0",
                    domestic,
                    international);
            domesticPoints = domestic;
            internationalPoints = international;
            return this;
        }

        /** Sets whether each side is scaled to a percentage of its largest count before mixing. */
        @CanIgnoreReturnValue
        public Builder sidesScaled(boolean scaled) {
            sidesScaled = scaled;
            return this;
        }

        /** Sets whether the score is the square root of the mixed count. */
        @CanIgnoreReturnValue
        public Builder squareRoot(boolean root) {
            squareRoot = root;
            return this;
        }

        /**
         * Sets the target share of ballots for each region or country.
         *
         * @param regionOfCountry the region of each country; empty if the targets are for countries
         * @param parts the targets, in any unit
         * @throws IllegalArgumentException if a target is not positive, a country is not an ISO 3166-1 alpha-2 code, or
         *     a region with a target has no country
         */
        @CanIgnoreReturnValue
        public Builder targets(Map<String, String> regionOfCountry, Map<String, ? extends Number> parts) {
            requireNonNull(regionOfCountry, "regionOfCountry");
            requireNonNull(parts, "parts");
            ImmutableSortedMap.Builder<String, BigDecimal> all = ImmutableSortedMap.naturalOrder();
            parts.forEach((where, part) -> {
                BigDecimal target = decimal(part, "target");
                checkArgument(target.signum() > 0, "target %s of \"%s\"; it is positive", target, where);
                checkArgument(
                        regionOfCountry.isEmpty() || regionOfCountry.containsValue(where),
                        "region \"%s\" has a target but no country; give it one, or leave its target out",
                        where);
                all.put(where, target);
            });
            (regionOfCountry.isEmpty() ? parts : regionOfCountry).keySet().forEach(Institutions::countryNumber);
            regions = ImmutableSortedMap.copyOf(regionOfCountry);
            targets = all.buildOrThrow();
            return this;
        }

        /** Sets whether faults on a ballot throw an exception. */
        @CanIgnoreReturnValue
        public Builder strict(boolean throwing) {
            strict = throwing;
            return this;
        }

        private static BigDecimal decimal(Number number, String what) {
            return Decimals.of(number, what).stripTrailingZeros();
        }

        /**
         * Returns the rules.
         *
         * @throws IllegalArgumentException if the number of weights differs from the number of years, or a weight is
         *     negative, 1 000 000 or more, or has more than six decimals
         */
        public SurveyRules build() {
            return new SurveyRules(this);
        }
    }
}
