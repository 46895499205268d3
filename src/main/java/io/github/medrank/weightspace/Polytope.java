package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** A weight region as numbers: bounds, and rows · w ≤ limits beside them. */
final class Polytope {
    /** How far a point may be outside a constraint and still count as inside. */
    static final double TOLERANCE = 1e-12;

    private final WeightRegion region;
    private final Box box;
    private final double[][] rows;
    private final double[] limits;

    private Polytope(WeightRegion region, Box box, double[][] rows, double[] limits) {
        this.region = region;
        this.box = box;
        this.rows = rows;
        this.limits = limits;
    }

    static Polytope of(WeightRegion region, ImmutableList<Indicator> order) {
        checkArgument(
                region.indicators().size() == order.size() && order.containsAll(region.indicators()),
                "the region is of %s, the methodology of %s",
                ids(region.indicators()),
                ids(order));
        double[] lower = order.stream().mapToDouble(region::lower).toArray();
        double[] upper = order.stream().mapToDouble(region::upper).toArray();
        List<LinearConstraint> constraints = region.constraints();
        double[][] rows = constraints.stream().map(each -> each.row(order)).toArray(double[][]::new);
        double[] limits =
                constraints.stream().mapToDouble(LinearConstraint::bound).toArray();
        Polytope polytope = new Polytope(region, new Box(lower, upper), rows, limits);
        checkArgument(
                polytope.isBox() || polytope.minimise(new double[lower.length]) != null,
                "no weights are in the region: %s",
                region);
        return polytope;
    }

    private static List<String> ids(ImmutableList<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).toList();
    }

    WeightRegion region() {
        return region;
    }

    Box box() {
        return box;
    }

    boolean isBox() {
        return rows.length == 0;
    }

    double[][] rows() {
        return rows;
    }

    double[] limits() {
        return limits;
    }

    /** Whether a point within the bounds satisfies the other constraints, but for rounding. */
    boolean satisfies(double[] point) {
        for (int r = 0; r < rows.length; r++) {
            if (!(dot(rows[r], point) <= limits[r] + TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    /** Whether no point of a box can satisfy some constraint. */
    boolean misses(Box part) {
        for (int r = 0; r < rows.length; r++) {
            if (part.least(rows[r]) > limits[r] + TOLERANCE) {
                return true;
            }
        }
        return false;
    }

    /** A linear program over the region; the caller may add variables and expressions before it is solved. */
    ExpressionsBasedModel program() {
        return program(box);
    }

    /** The same over the part of the region in a smaller box. */
    ExpressionsBasedModel program(Box part) {
        ExpressionsBasedModel program = new ExpressionsBasedModel();
        Expression sum = program.newExpression("sum").level(1);
        for (int i = 0; i < box.width(); i++) {
            Variable share = program.newVariable("w" + i).lower(part.lower(i)).upper(part.upper(i));
            sum.set(share, 1);
        }
        for (int r = 0; r < rows.length; r++) {
            expression(program, "row" + r, rows[r]).upper(limits[r]);
        }
        return program;
    }

    static Expression expression(ExpressionsBasedModel program, String name, double[] coefficients) {
        Expression expression = program.newExpression(name);
        for (int i = 0; i < coefficients.length; i++) {
            if (coefficients[i] != 0) {
                expression.set(program.getVariable(i), coefficients[i]);
            }
        }
        return expression;
    }

    /** A point of the region, away from its border where it has an inside. */
    double[] inner() {
        if (isBox()) {
            return box.centre();
        }
        double[] inner = new double[box.width()];
        double[] objective = new double[box.width()];
        int points = 0;
        for (int i = 0; i < objective.length; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                objective[i] = sign;
                double[] extreme = minimise(objective);
                for (int j = 0; j < inner.length && extreme != null; j++) {
                    inner[j] += extreme[j];
                }
                points += extreme == null ? 0 : 1;
            }
            objective[i] = 0;
        }
        for (int j = 0; j < inner.length; j++) {
            inner[j] /= points;
        }
        return inner;
    }

    /** The point of the least value, or null if the region is empty; the value is proven only by {@link #provenLeast}. */
    double @Nullable [] minimise(double[] objective) {
        ExpressionsBasedModel program = program();
        for (int i = 0; i < objective.length; i++) {
            program.getVariable(i).weight(objective[i]);
        }
        Optimisation.Result result = program.minimise();
        return result.getState().isFeasible() ? point(result, box.width()) : null;
    }

    static double[] point(Optimisation.Result result, int width) {
        double[] point = new double[width];
        for (int i = 0; i < width; i++) {
            point[i] = Math.max(0, result.doubleValue(i));
        }
        return point;
    }

    /**
     * A lower bound of Σ objective · w over the region, by weak duality: for any multipliers y ≥ 0 of the rows, the least
     * of Σ (objective + Σ y·row) · w over the bounds alone, less Σ y·limit. The solver only proposes the multipliers, so
     * that nothing hangs on its tolerances.
     */
    double provenLeast(double[] objective, double error) {
        double[] multipliers = multipliers(objective);
        double[] tilted = objective.clone();
        double constant = 0;
        double size = 0;
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < tilted.length; i++) {
                tilted[i] += multipliers[r] * rows[r][i];
                size = Math.max(size, Math.abs(multipliers[r] * rows[r][i]));
            }
            constant += multipliers[r] * limits[r];
            size = Math.max(size, Math.abs(multipliers[r] * limits[r]));
        }
        double slack = error + size * (rows.length + 4) * (tilted.length + 4) * 0x1p-52;
        return box.least(tilted) - constant - slack;
    }

    /** The dual program: max λ − Σ y·limit + Σ lower·p − Σ upper·q with λ − Σ y·row + p − q ≤ objective. */
    private double[] multipliers(double[] objective) {
        ExpressionsBasedModel dual = new ExpressionsBasedModel();
        int width = objective.length;
        for (int r = 0; r < rows.length; r++) {
            dual.newVariable("y" + r).lower(0).weight(-limits[r]);
        }
        Variable level = dual.newVariable("level").weight(1);
        for (int i = 0; i < width; i++) {
            Variable p = dual.newVariable("p" + i).lower(0).weight(box.lower(i));
            Variable q = dual.newVariable("q" + i).lower(0).weight(-box.upper(i));
            Expression column = dual.newExpression("c" + i).upper(objective[i]);
            column.set(level, 1);
            column.set(p, 1);
            column.set(q, -1);
            for (int r = 0; r < rows.length; r++) {
                if (rows[r][i] != 0) {
                    column.set(dual.getVariable(r), -rows[r][i]);
                }
            }
        }
        Optimisation.Result result = dual.maximise();
        double[] multipliers = new double[rows.length];
        for (int r = 0; r < rows.length && result.getState().isFeasible(); r++) {
            multipliers[r] = Math.max(0, result.doubleValue(r));
        }
        return multipliers;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
