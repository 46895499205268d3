package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.Fraction;
import io.github.medrank.exact.FractionVector;
import io.github.medrank.exact.LinearProgram;
import io.github.medrank.weightspace.ExactPlaces.HalfSpace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A weight region as numbers: bounds, and rows · w ≤ limits beside them; in doubles, and exactly as a linear program.
 */
final class Polytope {
    /** How far a point may be outside a constraint and still count as inside. */
    static final double TOLERANCE = 1e-12;
    /** Denominators that divide this make decimals of at most fifteen digits. */
    private static final long SHORT = 1_000_000_000_000_000L;

    private final WeightRegion region;
    private final Box box;
    private final ImmutableList<Wall> walls;
    private final BigDecimal[] lower;
    private final BigDecimal[] upper;
    private final LinearProgram program;

    private Polytope(WeightRegion region, Box box, ImmutableList<Wall> walls) {
        this.region = region;
        this.box = box;
        this.walls = walls;
        this.lower = decimals(box.lower());
        this.upper = decimals(box.upper());
        this.program = program(box, 0).build();
    }

    static Polytope of(WeightRegion region, ImmutableList<Indicator> order) {
        checkArgument(
                region.indicators().size() == order.size() && order.containsAll(region.indicators()),
                "the region is of %s, the methodology of %s",
                ids(region.indicators()),
                ids(order));
        double[] lower = order.stream().mapToDouble(region::lower).toArray();
        double[] upper = order.stream().mapToDouble(region::upper).toArray();
        ImmutableList<Wall> walls = region.constraints().stream()
                .map(each -> Wall.of(each, order))
                .collect(ImmutableList.toImmutableList());
        Polytope polytope = new Polytope(region, new Box(lower, upper), walls);
        checkArgument(polytope.isBox() || !polytope.isEmpty(), "no weights are in the region: %s", region);
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
        return walls.isEmpty();
    }

    /** The constraints beside the bounds. */
    ImmutableList<Wall> walls() {
        return walls;
    }

    /** Whether a point within the bounds satisfies the other constraints, but for rounding. */
    boolean satisfies(double[] point) {
        for (Wall wall : walls) {
            if (!(wall.room(point) >= -TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    /** Whether exact shares that add up to 1 are in the region. */
    boolean contains(FractionVector shares) {
        BigDecimal whole = new BigDecimal(shares.denominator());
        for (int i = 0; i < shares.size(); i++) {
            BigDecimal part = new BigDecimal(shares.numerator(i));
            if (part.compareTo(lower[i].multiply(whole)) < 0 || part.compareTo(upper[i].multiply(whole)) > 0) {
                return false;
            }
        }
        return walls.stream()
                .allMatch(wall -> shares.dot(wall.exactRow).compareTo(wall.exactLimit.multiply(whole)) <= 0);
    }

    /** Whether no point of a box can satisfy some constraint. */
    boolean misses(Box part) {
        return walls.stream().anyMatch(wall -> part.least(wall.row) > wall.limit + TOLERANCE);
    }

    /**
     * The exact constraints of the region within a box, on the shares and more variables behind them; the caller may
     * add to them.
     */
    LinearProgram.Builder program(Box part, int more) {
        int width = box.width();
        LinearProgram.Builder builder = LinearProgram.builder(width + more);
        BigDecimal[] ones = new BigDecimal[width];
        Arrays.fill(ones, BigDecimal.ONE);
        builder.equal(BigDecimal.ONE, padded(ones, more));
        for (int i = 0; i < width; i++) {
            BigDecimal[] share = unit(width + more, i);
            if (part.lower(i) > 0) {
                builder.atLeast(Decimals.of(part.lower(i)), share);
            }
            if (part.upper(i) < 1) {
                builder.atMost(Decimals.of(part.upper(i)), share);
            }
        }
        for (Wall wall : walls) {
            builder.atMost(wall.exactLimit, padded(wall.exactRow, more));
        }
        return builder;
    }

    /**
     * Searches for a point of the region in a box that satisfies all conditions, as far inside the strict ones as
     * possible. The last variable is the distance from those.
     */
    LinearProgram.Outcome deepest(Box part, Collection<HalfSpace> conditions) {
        int width = box.width();
        LinearProgram.Builder program = program(part, 1);
        program.atMost(BigDecimal.ONE, unit(width + 1, width));
        for (HalfSpace each : conditions) {
            BigDecimal[] row = padded(each.row(), 1);
            row[width] = each.isStrict() ? BigDecimal.ONE.negate() : BigDecimal.ZERO;
            program.atLeast(each.bound(), row);
        }
        return program.build().maximise(unit(width + 1, width));
    }

    /** The point of such a search; empty if none satisfies all conditions. */
    static Optional<FractionVector> inside(LinearProgram.Outcome deepest, Collection<HalfSpace> conditions) {
        return deepest instanceof LinearProgram.Optimal most
                        && (most.value().signum() > 0 || conditions.stream().noneMatch(HalfSpace::isStrict))
                ? Optional.of(most.point().first(most.point().size() - 1))
                : Optional.empty();
    }

    static BigDecimal[] decimals(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Decimals::of).toArray(BigDecimal[]::new);
    }

    static BigDecimal[] unit(int width, int i) {
        BigDecimal[] unit = padded(new BigDecimal[0], width);
        unit[i] = BigDecimal.ONE;
        return unit;
    }

    /** The coefficients, and zeros for more variables. */
    static BigDecimal[] padded(BigDecimal[] coefficients, int more) {
        BigDecimal[] padded = Arrays.copyOf(coefficients, coefficients.length + more);
        Arrays.fill(padded, coefficients.length, padded.length, BigDecimal.ZERO);
        return padded;
    }

    private boolean isEmpty() {
        return !(program.minimise(decimals(new double[box.width()])) instanceof LinearProgram.Optimal);
    }

    /** An exact point of the region. */
    FractionVector vertex() {
        return minimiser(decimals(new double[box.width()]));
    }

    /** The mean of the points where each weight is least and greatest, which may all be on one side of the region. */
    double[] inner() {
        if (isBox()) {
            return box.centre();
        }
        double[] inner = new double[box.width()];
        double[] objective = new double[box.width()];
        for (int i = 0; i < objective.length; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                objective[i] = sign;
                double[] extreme = minimiser(decimals(objective)).toDoubles();
                for (int j = 0; j < inner.length; j++) {
                    inner[j] += extreme[j] / (2 * inner.length);
                }
            }
            objective[i] = 0;
        }
        return inner;
    }

    /** The exact vertex of the least value. */
    FractionVector minimiser(BigDecimal[] objective) {
        return least(objective).point();
    }

    /** The exact least value. */
    Fraction leastValue(BigDecimal[] objective) {
        return least(objective).value();
    }

    /**
     * The exact least value and its vertex: a region is bounded and was found not to be empty, so there always is an
     * optimum.
     */
    LinearProgram.Optimal least(BigDecimal[] objective) {
        return (LinearProgram.Optimal) program.minimise(objective);
    }

    /**
     * The weights of exact shares: as decimals if they are short ones, otherwise as whole points of the same shares.
     */
    static Weights weights(FractionVector shares, List<Indicator> indicators) {
        BigDecimal whole = new BigDecimal(shares.denominator());
        boolean decimal = isShort(shares);
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < indicators.size(); i++) {
            BigDecimal points = new BigDecimal(shares.numerator(i));
            weights.put(indicators.get(i), decimal ? points.divide(whole) : points);
        }
        return weights.build();
    }

    static BigDecimal dot(BigDecimal[] a, BigDecimal[] b) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    private static boolean isShort(FractionVector shares) {
        return shares.denominator().bitLength() < Long.SIZE
                && SHORT % shares.denominator().longValue() == 0;
    }

    /**
     * Exact shares for draws, which take any points in proportion: whole numbers for short decimals, since of these
     * draws settle ties and halves without decimal arithmetic; otherwise the doubles next to the shares.
     */
    static double[] points(FractionVector shares) {
        return isShort(shares)
                ? Arrays.stream(shares.numerators())
                        .mapToDouble(BigInteger::doubleValue)
                        .toArray()
                : shares.toDoubles();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
