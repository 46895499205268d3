package io.github.medrank.weightspace;

import io.github.medrank.exact.BlockRandom;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Samples by hit and run (Smith 1984): repeatedly moves in a random direction to a random point of the chord, which is
 * uniform on the region in the limit.
 *
 * <p>Directions follow the region's covariance, estimated by earlier walks, so that a region a thousand times as long
 * as it is wide is walked like a round one.
 */
final class RegionWalk {
    private static final int ROUNDINGS = 3;
    private static final int POINTS_PER_DIMENSION = 60;

    private final double[] centre;
    private final double[][] steps; // dimension × width: a step of one in each direction
    private final double[][] rows; // constraints × dimension: what such a step takes from their slack
    private final double[] slack;

    private RegionWalk(RegionHull hull, double[][] steps) {
        List<Integer> free = hull.inequalities();
        this.centre = hull.centre();
        this.steps = steps;
        this.rows = new double[free.size()][steps.length];
        this.slack = new double[free.size()];
        for (int r = 0; r < rows.length; r++) {
            double[] row = hull.row(free.get(r));
            slack[r] = hull.limit(free.get(r)) - Polytope.dot(row, centre);
            for (int d = 0; d < steps.length; d++) {
                rows[r][d] = Polytope.dot(row, steps[d]);
            }
        }
    }

    static RegionWalk of(RegionHull hull) {
        RegionWalk walk = new RegionWalk(hull, hull.directions());
        BlockRandom random = new BlockRandom(0, 0);
        for (int round = 0; round < ROUNDINGS; round++) {
            random.start(round);
            walk = new RegionWalk(hull, walk.rounded(random));
        }
        return walk;
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
            for (int r = 0; r < rest.length; r++) {
                rate[r] = Polytope.dot(rows[r], direction);
                double room = Math.max(0, rest[r]) / rate[r];
                if (rate[r] > 0) {
                    ahead = Math.min(ahead, room);
                } else if (rate[r] < 0) {
                    back = Math.max(back, room);
                }
            }
            double length = ahead - back;
            if (length < Double.POSITIVE_INFINITY) {
                double move = back + length * random.nextDouble();
                for (int d = 0; d < direction.length; d++) {
                    coordinates[d] += move * direction[d];
                }
                for (int r = 0; r < rest.length; r++) {
                    rest[r] -= move * rate[r];
                }
            }
        }
    }
}
