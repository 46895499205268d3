package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.TextTable;
import io.github.medrank.Weights;
import io.github.medrank.exact.FractionVector;
import io.github.medrank.exact.LinearProgram;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds the nearest weights of a region at which given leads are not negative, by an exact linear or quadratic program.
 */
final class Reweightings {
    private final LinearModel model;
    private final Polytope polytope;

    @Immutable
    record Change(Weights from, Weights to, Norm norm, double distance) implements Reweighting {
        @Override
        public String toString() {
            TextTable.Builder text =
                    TextTable.builder("Indicator").right("from %").right("to %").right("change");
            for (Indicator indicator : from.indicators()) {
                text.row(
                        indicator.name(),
                        percent(from.share(indicator)),
                        percent(to.share(indicator)),
                        percent(change(indicator)));
            }
            return text.note("distance " + percent(distance) + " points (" + norm + ")")
                    .build()
                    .toString();
        }

        private static String percent(double share) {
            return NumberText.fixed(share * 100, 2);
        }
    }

    Reweightings(LinearModel model, Polytope polytope) {
        this.model = model;
        this.polytope = polytope;
    }

    Optional<Reweighting> nearest(List<BigDecimal[]> leads, Norm norm) {
        Weights from = model.ranking().weights();
        BigDecimal[] points = model.points();
        if (polytope.region().contains(from)
                && leads.stream().allMatch(lead -> Polytope.dot(lead, points).signum() >= 0)) {
            return Optional.of(new Change(from, from, norm, 0));
        }
        return shares(leads, norm, points, from.total()).map(shares -> {
            double distance = distance(model.shares(), shares.toDoubles(), norm);
            return new Change(from, Polytope.weights(shares, model.indicators()), norm, distance);
        });
    }

    private Optional<FractionVector> shares(
            List<BigDecimal[]> leads, Norm norm, BigDecimal[] points, BigDecimal total) {
        int width = points.length;
        int more = norm == Norm.L1 ? width : norm == Norm.MAX ? 1 : 0;
        LinearProgram.Builder builder = polytope.program(polytope.box(), more);
        leads.forEach(lead -> builder.atLeast(BigDecimal.ZERO, Polytope.padded(lead, more)));
        if (norm == Norm.L2) {
            return builder.build().nearest(points, total);
        }
        for (int i = 0; i < width; i++) {
            addSize(builder, i, width + (norm == Norm.L1 ? i : 0), Polytope.unit(width + more, i), points[i], total);
        }
        BigDecimal[] sizes = Polytope.padded(new BigDecimal[0], width + more);
        Arrays.fill(sizes, width, sizes.length, BigDecimal.ONE);
        return builder.build().minimise(sizes) instanceof LinearProgram.Optimal least
                ? Optional.of(least.point().first(width))
                : Optional.empty();
    }

    /** total · size ≥ |total · w − points|. */
    private static void addSize(
            LinearProgram.Builder builder, int i, int size, BigDecimal[] row, BigDecimal points, BigDecimal total) {
        row[i] = total;
        row[size] = total.negate();
        builder.atMost(points, row);
        BigDecimal[] below = row.clone();
        below[size] = total;
        builder.atLeast(points, below);
    }

    private static double distance(double[] from, double[] to, Norm norm) {
        double distance = 0;
        for (int i = 0; i < from.length; i++) {
            double change = Math.abs(to[i] - from[i]);
            distance = switch (norm) {
                case L1 -> distance + change;
                case L2 -> distance + change * change;
                case MAX -> Math.max(distance, change);
            };
        }
        return norm == Norm.L2 ? Math.sqrt(distance) : distance;
    }
}
