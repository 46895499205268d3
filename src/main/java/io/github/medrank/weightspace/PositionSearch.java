package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Draws;
import io.github.medrank.Presentation;
import io.github.medrank.Rescaling;
import io.github.medrank.TieRule;
import io.github.medrank.Weights;
import io.github.medrank.exact.LinearProgram;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Branch and bound for the best and the worst position of a school: the region is cut into smaller and smaller boxes;
 * in each, the rivals that are surely ahead and surely not ahead bound the position, and a point inside attains one.
 */
final class PositionSearch {
    private static final int CANDIDATE_RIVALS = 50;

    private final LinearModel model;
    private final Polytope polytope;
    private final PairExtremes extremes;
    private final Leads leads;
    private final Draws draws;
    private final int effort;
    private final int[] positions;
    private final Attained[] attained;

    /** The best and the worst position seen so far, and where. */
    private static final class Attained {
        int best = Integer.MAX_VALUE;
        int worst;
        double[] bestAt = {};
        double[] worstAt = {};
    }

    /** A part of the region: how many rivals are ahead all over it, and which may be. */
    private static final class Node {
        private final Box box;
        private final int sure;
        private final int[] open;

        Node(Box box, int sure, int[] open) {
            this.box = box;
            this.sure = sure;
            this.open = open;
        }

        int best() {
            return 1 + sure;
        }

        int worst() {
            return 1 + sure + open.length;
        }
    }

    PositionSearch(LinearModel model, Polytope polytope, int effort) {
        Presentation shown = model.methodology().presentation();
        boolean rounds = shown.decimals().isPresent() && shown.ranksRounded();
        checkArgument(
                !rounds || shown.rescaling().equals(Rescaling.none()),
                "methodology \"%s\" rescales scores before it rounds them and ranks the rounded ones, over which positions"
                        + " cannot be bounded; give it presentation().rankingExactScores()",
                model.methodology().name());
        checkArgument(
                shown.ties() == TieRule.COMPETITION,
                "positions are bounded under competition ties, and methodology \"%s\" has %s; give it"
                        + " presentation().withTies(TieRule.COMPETITION)",
                model.methodology().name(),
                shown.ties());
        this.model = model;
        this.polytope = polytope;
        this.extremes = new PairExtremes(model, polytope);
        this.leads = new Leads(model, shown);
        this.draws = model.draws();
        this.effort = effort;
        this.positions = new int[model.size()];
        this.attained = new Attained[model.size()];
        Arrays.setAll(attained, row -> new Attained());
        visit(polytope.inner());
        double[] own = model.shares();
        if (polytope.region().contains(model.ranking().weights())) {
            visit(own);
        }
    }

    /** What all schools attain at a point of the region. */
    private void visit(double[] point) {
        draws.positions(point, positions);
        for (int row = 0; row < positions.length; row++) {
            Attained mine = attained[row];
            if (positions[row] < mine.best) {
                mine.best = positions[row];
                mine.bestAt = point.clone();
            }
            if (positions[row] > mine.worst) {
                mine.worst = positions[row];
                mine.worstAt = point.clone();
            }
        }
    }

    RankBound bound(int school) {
        Node root = root(school);
        candidates(school, root.open);
        int bestBound = bestBound(school, root);
        int worstBound = worstBound(school, root);
        Attained mine = attained[school];
        return new RankBound(
                model.schools().get(school),
                mine.best,
                bestBound,
                mine.worst,
                worstBound,
                weights(mine.bestAt),
                weights(mine.worstAt));
    }

    private Weights weights(double[] shares) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < shares.length; i++) {
            weights.put(model.indicators().get(i), shares[i]);
        }
        return weights.build();
    }

    private Node root(int school) {
        int sure = 0;
        int[] open = new int[model.size()];
        int undecided = 0;
        for (int rival = 0; rival < model.size(); rival++) {
            if (rival == school || extremes.neverBehind(school, rival)) {
                continue;
            }
            if (extremes.aheadBy(rival, school, leads.margin(), leads.atMarginToo())) {
                sure++;
            } else {
                open[undecided++] = rival;
            }
        }
        return new Node(polytope.box(), sure, Arrays.copyOf(open, undecided));
    }

    /** Points where extremes are likely: the school's smallest and largest leads, and its best chance to be first. */
    private void candidates(int school, int[] rivals) {
        for (int i = 0; i < Math.min(rivals.length, CANDIDATE_RIVALS); i++) {
            int rival = rivals[i];
            if (polytope.isBox()) {
                visit(Box.doubles(polytope.box().minimiser(model.exactDifference(school, rival))));
                visit(Box.doubles(polytope.box().minimiser(model.exactDifference(rival, school))));
            } else {
                visitIfFound(
                        polytope.minimiser(model.exactDifference(school, rival)).toDoubles());
                visitIfFound(
                        polytope.minimiser(model.exactDifference(rival, school)).toDoubles());
            }
        }
    }

    private void visitIfFound(double[] point) {
        if (polytope.satisfies(point)) {
            visit(point);
        }
    }

    /**
     * The point of a node at which the school's smallest lead over the open rivals is largest, or their smallest lead
     * over it: where all of them can be behind it at once, or all ahead, there they are.
     */
    private void chance(int school, Node node, boolean ahead) {
        int width = model.width();
        LinearProgram.Builder program = polytope.program(node.box, 1).free(width);
        for (int rival : node.open) {
            BigDecimal[] lead = Polytope.padded(
                    ahead ? model.exactDifference(school, rival) : model.exactDifference(rival, school), 1);
            lead[width] = BigDecimal.ONE.negate();
            program.atLeast(BigDecimal.ZERO, lead);
        }
        if (program.build().maximise(Polytope.unit(width + 1, width)) instanceof LinearProgram.Optimal most) {
            visitIfFound(Arrays.copyOf(most.point().toDoubles(), width));
        }
    }

    /** Programs are dear, so a search asks for one at its first steps and then ever more rarely. */
    private static boolean isTimeForProgram(int step) {
        return (step & (step - 1)) == 0;
    }

    private int bestBound(int school, Node root) {
        PriorityQueue<Node> queue =
                new PriorityQueue<>(Comparator.comparingInt(Node::best).thenComparingInt(Node::worst));
        queue.add(root);
        Attained mine = attained[school];
        for (int steps = 0; steps < effort && !queue.isEmpty(); steps++) {
            if (queue.peek().best() >= mine.best) {
                return mine.best;
            }
            if (isTimeForProgram(steps)) {
                chance(school, queue.peek(), true);
            }
            for (Node child : children(school, queue.poll())) {
                if (child.best() < mine.best) {
                    queue.add(child);
                }
            }
        }
        return queue.isEmpty() ? mine.best : Math.min(mine.best, queue.peek().best());
    }

    private int worstBound(int school, Node root) {
        PriorityQueue<Node> queue = new PriorityQueue<>(Comparator.comparingInt(Node::worst)
                .thenComparingInt(Node::best)
                .reversed());
        queue.add(root);
        Attained mine = attained[school];
        for (int steps = 0; steps < effort && !queue.isEmpty(); steps++) {
            if (queue.peek().worst() <= mine.worst) {
                return mine.worst;
            }
            if (isTimeForProgram(steps)) {
                chance(school, queue.peek(), false);
            }
            for (Node child : children(school, queue.poll())) {
                if (child.worst() > mine.worst) {
                    queue.add(child);
                }
            }
        }
        return queue.isEmpty() ? mine.worst : Math.max(mine.worst, queue.peek().worst());
    }

    private List<Node> children(int school, Node node) {
        int widest = leads.splitAt(school, node.box, node.open);
        ImmutableList.Builder<Node> children = ImmutableList.builder();
        for (Box half : node.box.halves(widest)) {
            if (!polytope.misses(half)) {
                children.add(narrowed(school, half, node));
            }
        }
        return children.build();
    }

    private Node narrowed(int school, Box box, Node parent) {
        int sure = parent.sure;
        int[] open = new int[parent.open.length];
        int undecided = 0;
        leads.enter(school, box);
        for (int rival : parent.open) {
            int verdict = leads.verdict(rival);
            if (verdict > 0) {
                sure++;
            } else if (verdict == 0) {
                open[undecided++] = rival;
            }
        }
        double[] centre = box.centre();
        if (polytope.satisfies(centre)) {
            visit(centre);
        }
        return new Node(box, sure, Arrays.copyOf(open, undecided));
    }
}
