package io.github.medrank.weightspace;

import com.google.common.collect.ImmutableList;
import io.github.medrank.exact.BlockRandom;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Samples by hit and run (Smith 1984): repeatedly moves in a random direction to a random point of the chord. In the
 * limit the points are uniform on the region, or as likely as the statements that they break allow: the density falls
 * by given odds with each, and is constant along a chord between statements.
 *
 * <p>Directions follow the region's covariance, estimated by earlier walks, so that a region a thousand times as long
 * as it is wide is walked like a round one.
 */
final class RegionWalk {
    private static final int ROUNDINGS = 3;
    private static final int POINTS_PER_DIMENSION = 60;

    private final double[] centre;
    private final double[][] steps; // dimension × width: a step of one in each direction
    private final double[][] rows; // walls, then statements × dimension: what such a step takes from their slack
    private final double[] slack;
    private final int walls;
    /** The logarithm of what a broken statement multiplies the density by. */
    private final double logOdds;

    private RegionWalk(RegionHull hull, double[][] steps, List<Wall> statements, double odds) {
        List<Wall> all = ImmutableList.<Wall>builder()
                .addAll(hull.walls())
                .addAll(statements)
                .build();
        this.centre = hull.centre();
        this.steps = steps;
        this.rows = new double[all.size()][steps.length];
        this.slack = new double[all.size()];
        this.walls = all.size() - statements.size();
        this.logOdds = Math.log(odds);
        for (int r = 0; r < rows.length; r++) {
            slack[r] = all.get(r).room(centre);
            for (int d = 0; d < steps.length; d++) {
                rows[r][d] = Polytope.dot(all.get(r).row, steps[d]);
            }
        }
    }

    /** A walk in which each broken statement multiplies the density by the odds. */
    static RegionWalk of(RegionHull hull, List<Wall> statements, double odds) {
        double[][] steps = hull.directions();
        BlockRandom random = new BlockRandom(0, 0);
        for (int round = 0; round < ROUNDINGS; round++) {
            random.start(round);
            steps = new RegionWalk(hull, steps, List.of(), 1).rounded(random);
        }
        return new RegionWalk(hull, steps, statements, odds);
    }

    /** Steps along the axes of the covariance of points of this walk: its Cholesky factor. */
    private double[][] rounded(RandomGenerator random) {
        int dimension = steps.length;
        Walker walker = new Walker(random);
        walker.start();
        double[][] visited = new double[POINTS_PER_DIMENSION * (dimension + 1)][];
        for (int p = 0; p < visited.length; p++) {
            walker.walk(dimension + 10);
            visited[p] = walker.coordinates.clone();
        }
        return times(cholesky(covariance(visited, dimension)));
    }

    /** The covariance of points, its lower triangle. */
    static double[][] covariance(double[][] points, int dimension) {
        double[] mean = new double[dimension];
        for (double[] point : points) {
            for (int d = 0; d < dimension; d++) {
                mean[d] += point[d] / points.length;
            }
        }
        double[][] covariance = new double[dimension][dimension];
        for (double[] point : points) {
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]) / points.length;
                }
            }
        }
        return covariance;
    }

    /** The lower triangle whose product with its transpose is the matrix. */
    static double[][] cholesky(double[][] matrix) {
        int size = matrix.length;
        double[][] factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int c = 0; c < j; c++) {
                    sum -= factor[i][c] * factor[j][c];
                }
                factor[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-12 * matrix[i][i])) : sum / factor[j][j];
            }
        }
        return factor;
    }

    /** New direction d is the sum of old directions i, each factor[i][d] times. */
    private double[][] times(double[][] factor) {
        double[][] product = new double[steps.length][centre.length];
        for (int d = 0; d < steps.length; d++) {
            for (int i = d; i < steps.length; i++) {
                for (int w = 0; w < centre.length; w++) {
                    product[d][w] += factor[i][d] * steps[i][w];
                }
            }
        }
        return product;
    }

    WeightSampler.Source source(RandomGenerator random) {
        return new Walker(random);
    }

    private final class Walker implements WeightSampler.Source {
        private final RandomGenerator random;
        private final double[] coordinates = new double[steps.length];
        private final double[] direction = new double[steps.length];
        private final double[] rest = new double[slack.length];
        private final double[] rate = new double[slack.length];
        /** The places on the chord, in order, at which a statement begins or ceases to be broken. */
        private final double[] crossings = new double[slack.length];
        /** By how much the logarithm of the density rises there. */
        private final double[] changes = new double[slack.length];

        private int crossed;

        Walker(RandomGenerator random) {
            this.random = random;
        }

        @Override
        public void start() {
            Arrays.fill(coordinates, 0);
            walk(10 * stepsPerDraw());
        }

        private int stepsPerDraw() {
            return 3 * steps.length * steps.length + 20;
        }

        @Override
        public void next(double[] shares) {
            WeightSamplers.room(shares, centre.length);
            walk(stepsPerDraw());
            System.arraycopy(centre, 0, shares, 0, shares.length);
            for (int d = 0; d < coordinates.length; d++) {
                for (int w = 0; w < shares.length; w++) {
                    shares[w] += coordinates[d] * steps[d][w];
                }
            }
            for (int w = 0; w < shares.length; w++) {
                shares[w] = Math.max(0, shares[w]);
            }
        }

        /**
         * Moves a number of steps. Slacks are updated along the way and recomputed at each call, so that rounding does
         * not accumulate.
         */
        void walk(int count) {
            for (int r = 0; r < rest.length; r++) {
                rest[r] = slack[r] - Polytope.dot(rows[r], coordinates);
            }
            for (int step = 0; step < count; step++) {
                step();
            }
        }

        private void step() {
            for (int d = 0; d < direction.length; d++) {
                direction[d] = random.nextGaussian();
            }
            double back = Double.NEGATIVE_INFINITY;
            double ahead = Double.POSITIVE_INFINITY;
            for (int r = 0; r < walls; r++) {
                rate[r] = Polytope.dot(rows[r], direction);
                double room = Math.max(0, rest[r]) / rate[r];
                if (rate[r] > 0) {
                    ahead = Math.min(ahead, room);
                } else if (rate[r] < 0) {
                    back = Math.max(back, room);
                }
            }
            if (ahead - back < Double.POSITIVE_INFINITY) {
                double move = choose(back, ahead);
                for (int d = 0; d < direction.length; d++) {
                    coordinates[d] += move * direction[d];
                }
                for (int r = 0; r < rest.length; r++) {
                    rest[r] -= move * rate[r];
                }
            }
        }

        /** A place on the chord by its density, which is constant between crossings. */
        private double choose(double back, double ahead) {
            crossed = 0;
            for (int r = walls; r < rest.length; r++) {
                rate[r] = Polytope.dot(rows[r], direction);
                double crossing = rest[r] / rate[r];
                if (crossing > back && crossing < ahead) {
                    insert(crossing, rate[r] > 0 ? logOdds : -logOdds);
                }
            }
            double total = mass(back, ahead, Double.POSITIVE_INFINITY);
            return mass(back, ahead, total * random.nextDouble());
        }

        private void insert(double crossing, double change) {
            int place = crossed++;
            while (place > 0 && crossings[place - 1] > crossing) {
                crossings[place] = crossings[place - 1];
                changes[place] = changes[place - 1];
                place--;
            }
            crossings[place] = crossing;
            changes[place] = change;
        }

        /** The rise of the density's logarithm from the back of the chord to where it is largest. */
        private double highest() {
            double highest = 0;
            double level = 0;
            for (int c = 0; c < crossed; c++) {
                level += changes[c];
                highest = Math.max(highest, level);
            }
            return highest;
        }

        /** The place with the given mass behind it, or the total mass if that is not reached. */
        private double mass(double back, double ahead, double wanted) {
            double level = -highest(); // so that no density is beyond a double, however many statements it breaks
            double sum = 0;
            double from = back;
            for (int c = 0; c <= crossed; c++) {
                double to = c < crossed ? crossings[c] : ahead;
                double density = Math.exp(level);
                double part = (to - from) * density;
                if (part > 0 && sum + part >= wanted) {
                    return Math.min(to, from + (wanted - sum) / density);
                }
                sum += part;
                from = to;
                level += c < crossed ? changes[c] : 0;
            }
            return wanted == Double.POSITIVE_INFINITY ? sum : ahead;
        }
    }
}
