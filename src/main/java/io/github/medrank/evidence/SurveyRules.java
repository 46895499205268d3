package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;

/**
 * Which ballots and picks count, and how counts become a score.
 *
 * <p>{@link #academic} and {@link #employer} have the values that QS publishes; what it does not publish has a plain
 * default, and is marked "not published" below.
 *
 * <pre>{@code
 * SurveyRules.academic(2026).domesticPoints() // ==> 33
 * }</pre>
 *
 * @param kind whose survey
 * @param firstYear the first survey year of the window; that the window has five years is published
 * @param lastYear the last survey year; that it is Y−1 for edition Y is inferred from QS's calendar
 * @param yearWeights the weight of a ballot by its age, the last year first; not published. Default: 1 for each year
 * @param subjects a ballot counts if it names one of these; empty for all. That answers are filtered to the respondent's
 *     subject is published
 * @param singleSubjectWeight how much a ballot that names a single subject counts; that it counts more is published, how
 *     much is not. Default: 1, no more
 * @param mostDomestic the most domestic picks; published: 10
 * @param mostInternational the most international picks; published: 30
 * @param domesticPoints the part of domestic picks in the score; published: 33 of 100 academic, 50 of 100 employer
 * @param internationalPoints the part of international picks; published: 67 academic, 50 employer
 * @param sidesScaled whether each side is made a percentage of its greatest count before they are mixed; not published.
 *     Default: no
 * @param squareRoot whether the square root of the mixed count is the score, to draw in outliers; not published for
 *     subjects. Default: no
 * @param regions the region of each country, for a re-weighting by region; empty for one by country
 * @param targets the part that the ballots of each region, or country, shall have of all, in any unit; empty for no
 *     re-weighting. QS published regional weights in 2013, not their size, and none since. Default: none
 * @param strict whether faults on a ballot throw; otherwise they are counted as rejected. Default: no
 */
@Immutable
public record SurveyRules(
        SurveyKind kind,
        int firstYear,
        int lastYear,
        ImmutableList<BigDecimal> yearWeights,
        ImmutableSet<String> subjects,
        BigDecimal singleSubjectWeight,
        int mostDomestic,
        int mostInternational,
        int domesticPoints,
        int internationalPoints,
        boolean sidesScaled,
        boolean squareRoot,
        ImmutableMap<String, String> regions,
        ImmutableMap<String, BigDecimal> targets,
        boolean strict)
        implements Serializable {
    /** Weights are counted in units of this many decimals. */
    static final int DECIMALS = 6;

    /** Checks the parts. */
    public SurveyRules {
        requireNonNull(kind, "kind");
        requireNonNull(subjects, "subjects");
        requireNonNull(regions, "regions");
        checkArgument(
                yearWeights.size() == lastYear - firstYear + 1,
                "%s year weights for the years %s to %s",
                yearWeights.size(),
                firstYear,
                lastYear);
        checkArgument(
                mostDomestic >= 0 && mostInternational >= 0,
                "at most %s domestic and %s international picks; neither is negative",
                mostDomestic,
                mostInternational);
        checkArgument(
                domesticPoints >= 0 && internationalPoints >= 0 && domesticPoints + internationalPoints > 0,
                "%s : %s of domestic and international picks; neither is negative, and not both are 0",
                domesticPoints,
                internationalPoints);
        targets.forEach((where, target) ->
                checkArgument(target.signum() > 0, "target %s of \"%s\"; it is positive", target, where));
        for (BigDecimal weight : yearWeights) {
            long unused = units(weight, singleSubjectWeight);
        }
    }

    /** QS's rules for an edition's academic survey, in the sense of each parameter above. */
    public static SurveyRules academic(int edition) {
        return qs(SurveyKind.ACADEMIC, edition, 33, 67);
    }

    /** QS's rules for an edition's employer survey, in the sense of each parameter above. */
    public static SurveyRules employer(int edition) {
        return qs(SurveyKind.EMPLOYER, edition, 50, 50);
    }

    private static SurveyRules qs(SurveyKind kind, int edition, int domestic, int international) {
        return new SurveyRules(
                kind,
                edition - 5,
                edition - 1,
                ImmutableList.copyOf(Collections.nCopies(5, BigDecimal.ONE)),
                ImmutableSet.of(),
                BigDecimal.ONE,
                10,
                30,
                domestic,
                international,
                false,
                false,
                ImmutableMap.of(),
                ImmutableMap.of(),
                false);
    }

    /** A builder that starts from these rules. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** A copy for ballots that name one of these subjects. */
    public SurveyRules withSubjects(String... names) {
        return toBuilder().subjects(names).build();
    }

    /** A copy with a weight for each year of the window, the last year first. */
    public SurveyRules withYearWeights(Number... weights) {
        return toBuilder().yearWeights(weights).build();
    }

    /** A copy with another mix of domestic and international picks. */
    public SurveyRules withMix(int domestic, int international) {
        return toBuilder().mix(domestic, international).build();
    }

    /** A copy re-weighted so that the ballots of each country have the given part of all. */
    public SurveyRules withTargets(Map<String, ? extends Number> byCountry) {
        return toBuilder().targets(ImmutableMap.of(), byCountry).build();
    }

    /** A copy under which faults on a ballot throw. */
    public SurveyRules strictly() {
        return toBuilder().strict(true).build();
    }

    /** The weight of a ballot in whole units. */
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

    /** The groups that are re-weighted, in an order of their own; empty for no re-weighting. */
    ImmutableList<String> groups() {
        return targets.keySet().stream().sorted().collect(ImmutableList.toImmutableList());
    }

    /** Collects changed rules; not for use by two threads at once. */
    public static final class Builder {
        private SurveyKind kind;
        private int firstYear;
        private int lastYear;
        private ImmutableList<BigDecimal> yearWeights;
        private ImmutableSet<String> subjects;
        private BigDecimal singleSubjectWeight;
        private int mostDomestic;
        private int mostInternational;
        private int domesticPoints;
        private int internationalPoints;
        private boolean sidesScaled;
        private boolean squareRoot;
        private ImmutableMap<String, String> regions;
        private ImmutableMap<String, BigDecimal> targets;
        private boolean strict;

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

        /** The years of the window, each of weight 1. */
        @CanIgnoreReturnValue
        public Builder window(int first, int last) {
            checkArgument(first <= last, "ballots from %s to %s: the window is empty", first, last);
            firstYear = first;
            lastYear = last;
            yearWeights = ImmutableList.copyOf(Collections.nCopies(last - first + 1, BigDecimal.ONE));
            return this;
        }

        /** A weight for each year of the window, the last year first. */
        @CanIgnoreReturnValue
        public Builder yearWeights(Number... weights) {
            ImmutableList.Builder<BigDecimal> all = ImmutableList.builder();
            for (Number weight : weights) {
                all.add(decimal(weight));
            }
            yearWeights = all.build();
            return this;
        }

        /** The subjects of which a ballot must name one; none for all. */
        @CanIgnoreReturnValue
        public Builder subjects(String... names) {
            subjects = ImmutableSet.copyOf(names);
            return this;
        }

        /** How much a ballot that names a single subject counts. */
        @CanIgnoreReturnValue
        public Builder singleSubjectWeight(Number weight) {
            singleSubjectWeight = decimal(weight);
            return this;
        }

        /** The most picks of each side. */
        @CanIgnoreReturnValue
        public Builder mostPicks(int domestic, int international) {
            mostDomestic = domestic;
            mostInternational = international;
            return this;
        }

        /** The parts of the two sides in the score. */
        @CanIgnoreReturnValue
        public Builder mix(int domestic, int international) {
            domesticPoints = domestic;
            internationalPoints = international;
            return this;
        }

        /** Whether each side is made a percentage of its greatest count before they are mixed. */
        @CanIgnoreReturnValue
        public Builder sidesScaled(boolean scaled) {
            sidesScaled = scaled;
            return this;
        }

        /** Whether the score is the square root of the mixed count. */
        @CanIgnoreReturnValue
        public Builder squareRoot(boolean root) {
            squareRoot = root;
            return this;
        }

        /** The region of each country, or none, and the part that each region's, or country's, ballots shall have. */
        @CanIgnoreReturnValue
        public Builder targets(Map<String, String> regionOfCountry, Map<String, ? extends Number> parts) {
            regions = ImmutableMap.copyOf(regionOfCountry);
            ImmutableMap.Builder<String, BigDecimal> all = ImmutableMap.builder();
            parts.forEach((where, part) -> all.put(where, decimal(part)));
            targets = all.buildOrThrow();
            return this;
        }

        /** Whether faults on a ballot throw. */
        @CanIgnoreReturnValue
        public Builder strict(boolean throwing) {
            strict = throwing;
            return this;
        }

        private static BigDecimal decimal(Number number) {
            return new BigDecimal(requireNonNull(number, "number").toString()).stripTrailingZeros();
        }

        /**
         * The rules.
         *
         * @throws IllegalArgumentException if the weights do not fit the window, or a number is out of its range
         */
        public SurveyRules build() {
            return new SurveyRules(
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
    }
}
