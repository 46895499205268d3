package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.exact.NumberText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A linear inequality between the shares of a {@link WeightRegion}: Σ coefficient · share ≤ bound.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * LinearConstraint.atMost(Map.of(a, 2.0), 0.5)   // ==> 2 a ≤ 0.5
 * LinearConstraint.atLeast(Map.of(a, 2.0), 0.5)  // ==> − 2 a ≤ −0.5
 * }</pre>
 */
@Immutable
public final class LinearConstraint {
    private final ImmutableMap<Indicator, Double> coefficients;
    private final double bound;

    /**
     * Returns the constraint that Σ coefficient · share is at most a bound.
     *
     * @param coefficients the factor of each indicator in the constraint; finite, not all zero
     * @param bound the largest value that the sum may take; finite
     * @throws IllegalArgumentException if a number is not finite, or every coefficient is zero
     */
    public static LinearConstraint atMost(Map<Indicator, Double> coefficients, double bound) {
        requireNonNull(coefficients, "coefficients");
        return new LinearConstraint(ImmutableMap.copyOf(coefficients), bound);
    }

    /** Returns the constraint that Σ coefficient · share is at least a bound. */
    public static LinearConstraint atLeast(Map<Indicator, Double> coefficients, double bound) {
        requireNonNull(coefficients, "coefficients");
        ImmutableMap.Builder<Indicator, Double> negated = ImmutableMap.builder();
        ImmutableMap.copyOf(coefficients).forEach((indicator, factor) -> negated.put(indicator, -factor));
        return new LinearConstraint(negated.buildOrThrow(), -bound);
    }

    private LinearConstraint(ImmutableMap<Indicator, Double> coefficients, double bound) {
        checkArgument(Double.isFinite(bound), "bound %s of a constraint is not a finite number", bound);
        coefficients.forEach((indicator, factor) -> checkArgument(
                Double.isFinite(factor),
                "indicator \"%s\": coefficient %s of a constraint is not a finite number",
                indicator.id(),
                factor));
        checkArgument(
                coefficients.values().stream().anyMatch(factor -> factor != 0),
                "a constraint needs a coefficient that is not zero; it has %s",
                coefficients.values());
        this.coefficients = coefficients;
        this.bound = bound + 0.0;
    }

    /** Returns the factor of each indicator in the constraint; finite, not all zero. */
    public ImmutableMap<Indicator, Double> coefficients() {
        return coefficients;
    }

    /** Returns the largest value that the sum may take. */
    public double bound() {
        return bound;
    }

    /** The coefficients in the given order of indicators, 0 for an indicator that is not in the constraint. */
    double[] row(ImmutableList<Indicator> order) {
        double[] row = new double[order.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = coefficients.getOrDefault(order.get(i), 0.0);
        }
        return row;
    }

    /** Returns whether the other object is the same inequality with the same coefficients and bound. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinearConstraint that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(coefficients, bound);
    }

    /** Returns the inequality as text. */
    @Override
    public String toString() {
        String terms = coefficients.entrySet().stream()
                .filter(each -> each.getValue() != 0)
                .map(each -> (each.getValue() < 0 ? "− " : "+ ") + NumberText.plain(Math.abs(each.getValue())) + " "
                        + each.getKey().id())
                .collect(Collectors.joining(" "));
        return (terms.startsWith("+ ") ? terms.substring(2) : terms) + " ≤ " + (bound < 0 ? "−" : "")
                + NumberText.plain(Math.abs(bound));
    }
}
