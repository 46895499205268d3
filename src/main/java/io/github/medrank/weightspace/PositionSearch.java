package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Draws;
import io.github.medrank.Presentation;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.TieRule;
import io.github.medrank.Weights;
import io.github.medrank.exact.FractionVector;
import io.github.medrank.exact.LinearProgram;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Branch and bound for the best and the worst position of a school. The region is cut into ever smaller boxes, in which
 * the rivals that are certainly ahead and certainly not ahead bound the position. If few rivals are open, exact linear
 * programs settle the box. Attained positions have exact weights of the region and exact scores.
 */
final class PositionSearch {
    private static final int CANDIDATE_RIVALS = 50;
    /** So few open rivals are left to exact programs at once; cutting is cheaper where there are more. */
    private static final int FEW = 3;
    /** This many are, where cutting has not helped: as many may be level at one point, which no cut tells apart. */
    private static final int MANY = 8;

    private static final int STEPS_BEFORE_MANY = 200;
    /** A box in which the school's score may be rounded to more numbers is cut on. */
    private static final int FEW_UNITS = 8;

    private static final double LARGEST_UNITS = 0x1p50;

    private final LinearModel model;
    final Polytope polytope;
    private final PairExtremes extremes;
    private final Leads leads;
    final ExactPlaces places;
    private final Draws draws;
    private final int effort;
    private final int[] positions;
    private final Attained[] attained;

    /** The best and the worst position found so far, with the weights that give them. */
    private static final class Attained {
        int best = Integer.MAX_VALUE;
        int worst;
        FractionVector bestAt = FractionVector.of(new BigDecimal[0], BigDecimal.ONE);
        FractionVector worstAt = bestAt;
    }

    /** A part of the region, with the number of rivals that are ahead throughout it, and those that may be. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Node(Box box, int sure, int[] open) {
        int best() {
            return 1 + sure;
        }

        int worst() {
            return 1 + sure + open.length;
        }

        int bound(boolean best) {
            return best ? best() : worst();
        }
    }

    @Immutable
    record Found(
            School school,
            int bestAttained,
            int bestBound,
            int worstAttained,
            int worstBound,
            Weights weightsAtBest,
            Weights weightsAtWorst)
            implements RankBound {
        @Override
        public String toString() {
            return school.name() + " " + range();
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
        this.places = new ExactPlaces(model, leads, shown);
        this.draws = model.draws();
        this.effort = effort;
        this.positions = new int[model.size()];
        this.attained = new Attained[model.size()];
        Arrays.setAll(attained, row -> new Attained());
        visit(polytope.vertex());
        visit(ExactPlaces.normalized(polytope.inner()));
        visit(FractionVector.of(model.points(), model.ranking().weights().total()));
    }

    /**
     * The positions that all schools attain at a point, if it is in the region. Draws propose it, and exact scores
     * confirm it.
     */
    private void visit(FractionVector point) {
        if (!polytope.contains(point)) {
            return;
        }
        draws.positions(Polytope.points(point), positions);
        for (int row = 0; row < positions.length; row++) {
            if (isNew(row)) {
                attain(row, point);
            }
        }
    }

    /** The same, with the position of one school confirmed in any case. */
    void visit(int school, FractionVector point) {
        visit(point);
        attain(school, point);
    }

    /** The same at shares next to a point, which is made exact only if a position there is new. */
    private void visit(double[] shares) {
        draws.positions(shares, positions);
        if (IntStream.range(0, positions.length).anyMatch(this::isNew)) {
            visit(ExactPlaces.normalized(shares));
        }
    }

    private boolean isNew(int row) {
        return positions[row] < attained[row].best || positions[row] > attained[row].worst;
    }

    private void attain(int row, FractionVector point) {
        Attained mine = attained[row];
        int position = places.position(row, point);
        if (position < mine.best) {
            mine.best = position;
            mine.bestAt = point;
        }
        if (position > mine.worst) {
            mine.worst = position;
            mine.worstAt = point;
        }
    }

    RankBound bound(int school) {
        Node root = root(school);
        candidates(school, root.open);
        int bestBound = bound(school, root, true);
        int worstBound = bound(school, root, false);
        Attained mine = attained[school];
        return new Found(
                model.schools().get(school),
                mine.best,
                bestBound,
                mine.worst,
                worstBound,
                Polytope.weights(mine.bestAt, model.indicators()),
                Polytope.weights(mine.worstAt, model.indicators()));
    }

    private Node root(int school) {
        int sure = 0;
        int[] open = new int[model.size()];
        int undecided = 0;
        for (int rival = 0; rival < model.size(); rival++) {
            if (rival == school || isNeverAhead(rival, school)) {
                continue;
            }
            if (isAlwaysAhead(rival, school)) {
                sure++;
            } else {
                open[undecided++] = rival;
            }
        }
        return new Node(polytope.box(), sure, Arrays.copyOf(open, undecided));
    }

    private boolean isAlwaysAhead(int rival, int school) {
        return places.isPreferred(rival, school)
                ? extremes.neverBehind(rival, school)
                : extremes.aheadBy(rival, school, leads.margin(), leads.atMarginToo());
    }

    private boolean isNeverAhead(int rival, int school) {
        return places.isPreferred(rival, school)
                ? extremes.aheadBy(school, rival, leads.margin(), leads.atMarginToo())
                : extremes.neverBehind(school, rival);
    }

    /** Points at which extremes are likely: those with the school's smallest and largest leads. */
    private void candidates(int school, int[] rivals) {
        for (int i = 0; i < Math.min(rivals.length, CANDIDATE_RIVALS); i++) {
            visit(extreme(school, rivals[i]));
            visit(extreme(rivals[i], school));
        }
    }

    /** The point at which a school's lead over another is smallest. */
    private FractionVector extreme(int school, int rival) {
        BigDecimal[] lead = model.exactDifference(school, rival);
        return polytope.isBox()
                ? FractionVector.of(polytope.box().minimiser(lead), BigDecimal.ONE)
                : polytope.minimiser(lead);
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
            visit(most.point().first(width));
        }
    }

    /** Limits programs, which are expensive: a search asks for one at its first steps, and then ever more rarely. */
    private static boolean isTimeForProgram(int step) {
        return (step & (step - 1)) == 0;
    }

    /** The best or the worst position that is not excluded; it is the attained one if the search is completed. */
    private int bound(int school, Node root, boolean best) {
        PriorityQueue<Node> queue = new PriorityQueue<>(
                best
                        ? Comparator.comparingInt(Node::best).thenComparingInt(node -> node.open.length)
                        : Comparator.comparingInt((Node node) -> -node.worst())
                                .thenComparingInt(node -> node.open.length));
        queue.add(root);
        int steps = 0;
        while (!queue.isEmpty() && isBetter(queue.peek(), school, best)) {
            if (steps >= effort) {
                return queue.peek().bound(best);
            }
            Node node = queue.poll();
            if (isTimeForProgram(steps)) {
                chance(school, node, best);
            }
            int few = steps < STEPS_BEFORE_MANY ? FEW : MANY;
            if (node.open.length <= few && hasFewUnits(school, node)) {
                int left = settle(school, node, best, effort - steps);
                if (left < 0) {
                    return node.bound(best);
                }
                steps = effort - left;
                continue;
            }
            steps++;
            for (Node child : children(school, node)) {
                if (isBetter(child, school, best)) {
                    queue.add(child);
                }
            }
        }
        return best ? attained[school].best : attained[school].worst;
    }

    private boolean isBetter(Node node, int school, boolean best) {
        return best ? node.best() < attained[school].best : node.worst() > attained[school].worst;
    }

    private boolean hasFewUnits(int school, Node node) {
        leads.enter(school, node.box);
        return Math.abs(leads.lowestUnits()) < LARGEST_UNITS && leads.highestUnits() - leads.lowestUnits() < FEW_UNITS;
    }

    /** Searches a node completely. Returns the remaining budget, or −1 if it did not suffice. */
    private int settle(int school, Node node, boolean best, int budget) {
        leads.enter(school, node.box);
        long from = (long) leads.lowestUnits();
        long to = (long) leads.highestUnits();
        int left = budget;
        for (long units = from; units <= to; units++) {
            CellSearch cell = new CellSearch(this, school, best, node.box, node.open);
            int allowed = best
                    ? attained[school].best - 2 - node.sure
                    : node.open.length - (attained[school].worst - node.sure);
            if (allowed >= 0) {
                if (!cell.run(allowed, left, units)) {
                    return -1;
                }
                left = cell.programsLeft();
            }
        }
        return left;
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
            int verdict = leads.verdict(rival, places.isPreferred(rival, school));
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
