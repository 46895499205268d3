package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.exact.NumberText;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Samples the weights of a region if each statement is broken with a given probability: the density falls by the odds
 * of an error with each broken statement. It uses hit and run (Smith 1984), because the density is constant along a
 * chord between statements.
 */
@Immutable
@SuppressWarnings("Immutable") // the arrays are not written after construction
final class DoubtfulSampler implements WeightSampler {
    private final WeightRegion region;
    private final ImmutableList<LinearConstraint> statements;
    private final double errorRate;
    private final double[] centre;
    private final double[][] directions;
    private final double[][] walls;
    private final double[] wallLimits;
    private final double[][] rows;
    private final double[] limits;

    DoubtfulSampler(WeightRegion region, ImmutableList<LinearConstraint> statements, double errorRate) {
        checkArgument(errorRate > 0 && errorRate < 0.5, "error rate %s; it must be above 0 and below 0.5", errorRate);
        for (LinearConstraint each : statements) {
            region.withConstraint(each); // refuses one of other indicators
        }
        this.region = region;
        this.statements = statements;
        this.errorRate = errorRate;
        RegionHull hull = new RegionHull(region);
        List<Integer> inequalities = hull.inequalities();
        this.centre = hull.centre();
        this.directions = hull.directions();
        this.walls = inequalities.stream().map(hull::row).toArray(double[][]::new);
        this.wallLimits = inequalities.stream().mapToDouble(hull::limit).toArray();
        this.rows =
                statements.stream().map(each -> each.row(region.indicators())).toArray(double[][]::new);
        this.limits = statements.stream().mapToDouble(LinearConstraint::bound).toArray();
    }

    @Override
    public ImmutableList<Indicator> indicators() {
        return region.indicators();
    }

    @Override
    public Source source(RandomGenerator random) {
        return new Walker(requireNonNull(random, "random"));
    }

    private final class Walker implements Source {
        private final RandomGenerator random;
        private final double[] point = centre.clone();
        private final double[] direction = new double[centre.length];
        /** The places on the chord at which a statement begins or ceases to be broken, in order. */
        private final double[] crossings = new double[rows.length];

        private final int[] changes = new int[rows.length];

        Walker(RandomGenerator random) {
            this.random = random;
        }

        @Override
        public void start() {
            System.arraycopy(centre, 0, point, 0, point.length);
            walk(10 * stepsPerDraw());
        }

        private int stepsPerDraw() {
            return 3 * directions.length * directions.length + 20;
        }

        @Override
        public void next(double[] shares) {
            WeightSamplers.room(shares, point.length);
            walk(stepsPerDraw());
            for (int i = 0; i < shares.length; i++) {
                shares[i] = Math.max(0, point[i]);
            }
        }

        private void walk(int steps) {
            for (int step = 0; step < steps && directions.length > 0; step++) {
                step();
            }
        }

        private void step() {
            Arrays.fill(direction, 0);
            for (double[] axis : directions) {
                double length = random.nextGaussian();
                for (int i = 0; i < direction.length; i++) {
                    direction[i] += length * axis[i];
                }
            }
            double back = Double.NEGATIVE_INFINITY;
            double ahead = Double.POSITIVE_INFINITY;
            for (int r = 0; r < walls.length; r++) {
                double rate = Polytope.dot(walls[r], direction);
                double room = Math.max(0, wallLimits[r] - Polytope.dot(walls[r], point)) / rate;
                if (rate > 0) {
                    ahead = Math.min(ahead, room);
                } else if (rate < 0) {
                    back = Math.max(back, room);
                }
            }
            if (ahead - back < Double.POSITIVE_INFINITY) {
                double move = choose(back, ahead);
                for (int i = 0; i < point.length; i++) {
                    point[i] += move * direction[i];
                }
            }
        }

        /** A place on the chord, where the density is constant between crossings. */
        private double choose(double back, double ahead) {
            int broken = 0;
            int count = 0;
            for (int r = 0; r < rows.length; r++) {
                double rate = Polytope.dot(rows[r], direction);
                double room = limits[r] - Polytope.dot(rows[r], point);
                broken += room - rate * back < 0 ? 1 : 0;
                double crossing = room / rate;
                if (crossing > back && crossing < ahead) {
                    count = insert(count, crossing, rate > 0 ? 1 : -1);
                }
            }
            double total = mass(back, ahead, broken, count, Double.POSITIVE_INFINITY);
            return mass(back, ahead, broken, count, total * random.nextDouble());
        }

        private int insert(int count, double crossing, int change) {
            int place = count;
            while (place > 0 && crossings[place - 1] > crossing) {
                crossings[place] = crossings[place - 1];
                changes[place] = changes[place - 1];
                place--;
            }
            crossings[place] = crossing;
            changes[place] = change;
            return count + 1;
        }

        /** The place with the given mass behind it, or the total mass if that is not reached. */
        private double mass(double back, double ahead, int atBack, int count, double wanted) {
            double odds = errorRate / (1 - errorRate);
            double density = StrictMath.pow(odds, atBack);
            double sum = 0;
            double from = back;
            for (int c = 0; c <= count; c++) {
                double to = c < count ? crossings[c] : ahead;
                double part = (to - from) * density;
                if (sum + part >= wanted) {
                    return Math.min(to, from + (wanted - sum) / density);
                }
                sum += part;
                from = to;
                density *= c == count ? 1 : changes[c] > 0 ? odds : 1 / odds;
            }
            return wanted == Double.POSITIVE_INFINITY ? sum : ahead;
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DoubtfulSampler that
                && region.equals(that.region)
                && statements.equals(that.statements)
                && errorRate == that.errorRate;
    }

    @Override
    public int hashCode() {
        return region.hashCode() * 31 + statements.hashCode();
    }

    @Override
    public String toString() {
        return "on the region of " + region
                + (statements.size() == 1 ? ", its statement" : ", each of " + statements.size() + " statements")
                + " broken with probability "
                + NumberText.plain(errorRate);
    }
}
