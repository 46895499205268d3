package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Standard eligibility rules. A school that a rule refuses stays listed without a position, with the reason.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var table = IndicatorTable.builder(papers).row(School.of("Oxford"), 900).row(School.of("Yale"), 30)
 *         .build();
 * var method = Methodology.builder("Papers").eligibility(Eligibilities.atLeast(papers, 50))
 *         .ranker(Rankers.weightedMean()).build();
 * method.rank(table).unranked() // ==> [Yale: papers 30, less than 50]
 * }</pre>
 */
public final class Eligibilities {
    private Eligibilities() {}

    /** Ranks every school. */
    public static Eligibility everySchool() {
        return Eligibility.everySchool();
    }

    /** Ranks the schools with a value for every indicator. */
    public static Eligibility complete() {
        return CompleteEligible.INSTANCE;
    }

    /**
     * Ranks the schools whose present values cover at least a given share of the weight.
     *
     * @param weights points for the methodology's indicators
     * @param share the minimum share, in [0, 1], compared exactly
     * @throws IllegalArgumentException if the share is not in [0, 1]
     */
    public static Eligibility minimumShareOfWeightPresent(Weights weights, double share) {
        checkArgument(share >= 0 && share <= 1, "share %s of the weight; it is between 0 and 1", share);
        return new CoverageEligible(requireNonNull(weights, "weights"), Decimals.of(share));
    }

    /**
     * Ranks the schools whose value of an indicator is at least a given number; a school without a value is refused.
     *
     * @throws IllegalArgumentException if the number is NaN or infinite
     */
    public static Eligibility atLeast(Indicator indicator, double least) {
        return new ThresholdEligible(requireNonNull(indicator, "indicator"), Cell.of(least));
    }

    /**
     * Ranks the schools that every given rule would rank, all schools if there are no rules. The first refusal is the
     * reason.
     */
    public static Eligibility all(Eligibility... parts) {
        requireNonNull(parts, "parts");
        return parts.length == 0 ? everySchool() : new AllEligible(ImmutableList.copyOf(parts));
    }

    /**
     * Ranks the schools that at least one of the given rules would rank. The reason joins all refusals.
     *
     * @throws IllegalArgumentException if there are no rules
     */
    public static Eligibility any(Eligibility... parts) {
        requireNonNull(parts, "parts");
        checkArgument(parts.length > 0, "no eligibilities; any(…) needs at least one");
        return new AnyEligible(ImmutableList.copyOf(parts));
    }
}

@Immutable
enum CompleteEligible implements Eligibility {
    INSTANCE;

    @Override
    public Optional<String> refusal(Row row) {
        requireNonNull(row, "row");
        String missing = row.missing()
                .sorted(Comparator.comparing(Indicator::id))
                .map(indicator -> indicator.name() + " "
                        + row.cell(indicator)
                                .reason()
                                .map(MissingReason::toString)
                                .orElse(""))
                .collect(Collectors.joining(", "));
        return missing.isEmpty() ? Optional.empty() : Optional.of(missing);
    }

    @Override
    public String toString() {
        return "schools without a missing value";
    }
}

@Immutable
record CoverageEligible(Weights weights, BigDecimal share) implements Eligibility {
    @Override
    public Optional<String> refusal(Row row) {
        requireNonNull(row, "row");
        BigDecimal present = weights.total();
        for (Indicator indicator : row.missing().toList()) {
            present = present.subtract(weights.points(indicator));
        }
        return present.compareTo(share.multiply(weights.total())) >= 0
                ? Optional.empty()
                : Optional.of("values for " + present.toPlainString() + " of "
                        + weights.total().toPlainString() + " points of weight, less than a share of "
                        + share.toPlainString());
    }

    @Override
    public String toString() {
        return "schools with values for a share of " + share.toPlainString() + " of the weight (" + weights + ")";
    }
}

@Immutable
record ThresholdEligible(Indicator indicator, Cell least) implements Eligibility {
    @Override
    public Optional<String> refusal(Row row) {
        requireNonNull(row, "row");
        Cell cell = row.cell(indicator);
        if (!cell.isPresent()) {
            return Optional.of(indicator.name() + " " + cell);
        }
        return cell.orNaN() >= least.orNaN()
                ? Optional.empty()
                : Optional.of(indicator.name() + " " + NumberText.text(cell.orNaN()) + ", less than " + least);
    }

    @Override
    public String toString() {
        return "schools with " + indicator.name() + " of at least " + least;
    }
}

@Immutable
record AllEligible(ImmutableList<Eligibility> parts) implements Eligibility {
    @Override
    public Optional<String> refusal(Row row) {
        requireNonNull(row, "row");
        return parts.stream().flatMap(part -> part.refusal(row).stream()).findFirst();
    }

    @Override
    public String toString() {
        return parts.stream().map(AllEligible::inBrackets).collect(Collectors.joining(" and "));
    }

    private static String inBrackets(Eligibility part) {
        return part instanceof AnyEligible any && any.parts().size() > 1 ? "(" + part + ")" : part.toString();
    }
}

@Immutable
record AnyEligible(ImmutableList<Eligibility> parts) implements Eligibility {
    @Override
    public Optional<String> refusal(Row row) {
        requireNonNull(row, "row");
        ImmutableList<String> refusals =
                parts.stream().flatMap(part -> part.refusal(row).stream()).collect(ImmutableList.toImmutableList());
        return refusals.size() < parts.size() ? Optional.empty() : Optional.of(String.join("; ", refusals));
    }

    @Override
    public String toString() {
        return parts.stream().map(Eligibility::toString).collect(Collectors.joining(" or "));
    }
}
