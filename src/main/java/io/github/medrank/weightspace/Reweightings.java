package io.github.medrank.weightspace;

import io.github.medrank.Weights;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Nearest weights of a region under which given leads are not negative: a linear or a quadratic program. */
final class Reweightings {
    /** What a solver leaves of a share that should be zero. */
    private static final double DUST = 1e-12;

    private final LinearModel model;
    private final Polytope polytope;

    Reweightings(LinearModel model, Polytope polytope) {
        this.model = model;
        this.polytope = polytope;
    }

    Optional<Reweighting> nearest(List<double[]> leads, Norm norm) {
        Weights from = model.ranking().weights();
        double[] shares = model.shares();
        if (leads.stream().allMatch(lead -> Polytope.dot(lead, shares) >= 0)
                && polytope.region().contains(from)) {
            return Optional.of(new Reweighting(from, from, norm, 0));
        }
        ExpressionsBasedModel program = polytope.program();
        for (int i = 0; i < leads.size(); i++) {
            Polytope.expression(program, "lead" + i, leads.get(i)).lower(0);
        }
        switch (norm) {
            case L1 -> addSum(program, shares);
            case MAX -> addLargest(program, shares);
            case L2 -> addSquares(program, shares);
        }
        Optimisation.Result result = program.minimise();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        double[] to = Polytope.point(result, model.width());
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < to.length; i++) {
            to[i] = to[i] < DUST ? 0 : to[i];
            weights.put(model.indicators().get(i), to[i]);
        }
        return Optional.of(new Reweighting(from, weights.build(), norm, distance(shares, to, norm)));
    }

    private static void addSum(ExpressionsBasedModel program, double[] shares) {
        for (int i = 0; i < shares.length; i++) {
            Variable size = program.newVariable("size" + i).lower(0).weight(1);
            addSize(program, i, shares[i], size);
        }
    }

    private static void addLargest(ExpressionsBasedModel program, double[] shares) {
        Variable size = program.newVariable("size").lower(0).weight(1);
        for (int i = 0; i < shares.length; i++) {
            addSize(program, i, shares[i], size);
        }
    }

    /** size ≥ |w − share|. */
    private static void addSize(ExpressionsBasedModel program, int i, double share, Variable size) {
        Expression above = program.newExpression("above" + i).upper(share);
        above.set(program.getVariable(i), 1);
        above.set(size, -1);
        Expression below = program.newExpression("below" + i).lower(share);
        below.set(program.getVariable(i), 1);
        below.set(size, 1);
    }

    private static void addSquares(ExpressionsBasedModel program, double[] shares) {
        Expression squares = program.newExpression("squares").weight(1);
        for (int i = 0; i < shares.length; i++) {
            Variable share = program.getVariable(i);
            squares.set(share, share, 1);
            share.weight(-2 * shares[i]);
        }
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
