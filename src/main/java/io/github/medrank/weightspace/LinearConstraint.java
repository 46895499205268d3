package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.exact.NumberText;
import java.util.stream.Collectors;

/**
 * One side of a {@link WeightRegion}: Σ coefficient · share ≤ bound.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * var b = Indicator.of("b");
 * new LinearConstraint(com.google.common.collect.ImmutableMap.of(a, 2.0, b, -1.0), 0.5) // ==> 2 a − 1 b ≤ 0.5
 * }</pre>
 *
 * @param coefficients the factor of each indicator that takes part; finite, not all zero
 * @param bound what the sum does not exceed; finite
 */
@Immutable
public record LinearConstraint(ImmutableMap<Indicator, Double> coefficients, double bound) {
    /** Checks the numbers. */
    public LinearConstraint {
        checkArgument(Double.isFinite(bound), "bound %s of a constraint is not a finite number", bound);
        bound += 0.0;
        coefficients.forEach((indicator, factor) -> checkArgument(
                Double.isFinite(factor),
                "indicator \"%s\": coefficient %s of a constraint is not a finite number",
                indicator.id(),
                factor));
        checkArgument(
                coefficients.values().stream().anyMatch(factor -> factor != 0),
                "a constraint needs a coefficient that is not zero; it has %s",
                coefficients.values());
    }

    /** The coefficient of each indicator of the order, 0 where it takes no part. */
    double[] row(ImmutableList<Indicator> order) {
        double[] row = new double[order.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = coefficients.getOrDefault(order.get(i), 0.0);
        }
        return row;
    }

    /** The inequality. */
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
