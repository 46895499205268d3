package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.errorprone.annotations.Immutable;

/**
 * Sobol's low-discrepancy sequence in up to 64 dimensions. Its points fill the unit cube more evenly than random ones.
 *
 * <p>The direction numbers are those of S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better two-dimensional
 * projections", SIAM J. Sci. Comput. 30 (2008), 2635–2654, file new-joe-kuo-6, copyright 2008 by F. Y. Kuo and S. Joe,
 * whose licence is in {@code META-INF/NOTICE}. The points are in Gray code order (Antonov and Saleev 1979). The
 * sequence is deterministic: point 0 is the origin, point 1 the centre. Coordinates are multiples of 2<sup>−32</sup>.
 *
 * <pre>{@code
 * SobolSequence.of(3).point(2) // ==> [0.75, 0.25, 0.25]
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // the array is never written after construction
public final class SobolSequence {
    /** The greatest dimension for which there are direction numbers. */
    public static final int MAX_DIMENSION = 64;

    private static final int BITS = 32;

    /** From the second dimension on: degree s of the primitive polynomial, its inner coefficients a, then m1 to ms. */
    private static final String JOE_KUO_2008 = """
            1 0 1
            2 1 1 3
            3 1 1 3 1
            3 2 1 1 1
            4 1 1 1 3 3
            4 4 1 3 5 13
            5 2 1 1 5 5 17
            5 4 1 1 5 5 5
            5 7 1 1 7 11 19
            5 11 1 1 5 1 1
            5 13 1 1 1 3 11
            5 14 1 3 5 5 31
            6 1 1 3 3 9 7 49
            6 13 1 1 1 15 21 21
            6 16 1 3 1 13 27 49
            6 19 1 1 1 15 7 5
            6 22 1 3 1 15 13 25
            6 25 1 1 5 5 19 61
            7 1 1 3 7 11 23 15 103
            7 4 1 3 7 13 13 15 69
            7 7 1 1 3 13 7 35 63
            7 8 1 3 5 9 1 25 53
            7 14 1 3 1 13 9 35 107
            7 19 1 3 1 5 27 61 31
            7 21 1 1 5 11 19 41 61
            7 28 1 3 5 3 3 13 69
            7 31 1 1 7 13 1 19 1
            7 32 1 3 7 5 13 19 59
            7 37 1 1 3 9 25 29 41
            7 41 1 3 5 13 23 1 55
            7 42 1 3 7 3 13 59 17
            7 50 1 3 1 3 5 53 69
            7 55 1 1 5 5 23 33 13
            7 56 1 1 7 7 1 61 123
            7 59 1 1 7 9 13 61 49
            7 62 1 3 3 5 3 55 33
            8 14 1 3 1 15 31 13 49 245
            8 21 1 3 5 15 31 59 63 97
            8 22 1 3 1 11 11 11 77 249
            8 38 1 3 1 11 27 43 71 9
            8 47 1 1 7 15 21 11 81 45
            8 49 1 3 7 3 25 31 65 79
            8 50 1 3 1 1 19 11 3 205
            8 52 1 1 5 9 19 21 29 157
            8 56 1 3 7 11 1 33 89 185
            8 67 1 3 3 3 15 9 79 71
            8 70 1 3 7 11 15 39 119 27
            8 84 1 1 3 1 11 31 97 225
            8 97 1 1 1 3 23 43 57 177
            8 103 1 3 7 7 17 17 37 71
            8 115 1 3 1 5 27 63 123 213
            8 122 1 1 3 5 11 43 53 133
            9 8 1 3 5 5 29 17 47 173 479
            9 13 1 3 3 11 3 1 109 9 69
            9 16 1 1 1 5 17 39 23 5 343
            9 22 1 3 1 5 25 15 31 103 499
            9 25 1 1 1 11 11 17 63 105 183
            9 44 1 1 5 11 9 29 97 231 363
            9 47 1 1 5 15 19 45 41 7 383
            9 52 1 3 7 7 31 19 83 137 221
            9 55 1 1 1 3 23 15 111 223 83
            9 59 1 1 5 13 31 15 55 25 161
            9 62 1 1 3 13 25 47 39 87 257
            """;

    /** directions[bit][dimension], the bit of weight 1/2 first; flipped by the lowest bits of an index first. */
    private final int[][] directions;

    private SobolSequence(int dimension) {
        directions = new int[BITS][dimension];
        String[] lines = JOE_KUO_2008.split("\n", -1);
        for (int j = 0; j < dimension; j++) {
            int[] mine =
                    j == 0 ? firstDimension() : directions(lines[j - 1].strip().split(" ", -1));
            for (int bit = 0; bit < BITS; bit++) {
                directions[bit][j] = mine[bit];
            }
        }
    }

    /**
     * Returns the sequence of the given dimension.
     *
     * @param dimension 1 to {@link #MAX_DIMENSION}
     * @throws IllegalArgumentException if the dimension is out of range
     */
    public static SobolSequence of(int dimension) {
        checkArgument(
                dimension >= 1 && dimension <= MAX_DIMENSION,
                "dimension %s of a Sobol' sequence; it has 1 to %s",
                dimension,
                MAX_DIMENSION);
        return new SobolSequence(dimension);
    }

    private static int[] firstDimension() {
        int[] directions = new int[BITS];
        for (int bit = 0; bit < BITS; bit++) {
            directions[bit] = 1 << (BITS - 1 - bit);
        }
        return directions;
    }

    private static int[] directions(String[] numbers) {
        int degree = Integer.parseInt(numbers[0]);
        int coefficients = Integer.parseInt(numbers[1]);
        int[] directions = new int[BITS];
        for (int bit = 0; bit < BITS; bit++) {
            if (bit < degree) {
                directions[bit] = Integer.parseInt(numbers[2 + bit]) << (BITS - 1 - bit);
            } else {
                int next = directions[bit - degree] ^ (directions[bit - degree] >>> degree);
                for (int back = 1; back < degree; back++) {
                    int taken = (coefficients >> (degree - 1 - back)) & 1;
                    next ^= taken * directions[bit - back];
                }
                directions[bit] = next;
            }
        }
        return directions;
    }

    /** Returns the number of coordinates of a point. */
    public int dimension() {
        return directions[0].length;
    }

    /**
     * Returns one point of the sequence. O(dimension · log index).
     *
     * @param index from 0, below 2<sup>32</sup>
     * @return its coordinates, each at least 0 and below 1
     */
    public ImmutableDoubleArray point(long index) {
        double[] point = new double[dimension()];
        point(index, point);
        return ImmutableDoubleArray.copyOf(point);
    }

    void point(long index, double[] point) {
        checkArgument(index >= 0 && index < 1L << BITS, "point %s of a Sobol' sequence; it has 2^32", index);
        long gray = index ^ (index >>> 1);
        int[] sums = new int[point.length];
        for (int bit = 0; gray != 0; bit++, gray >>>= 1) {
            if ((gray & 1) != 0) {
                int[] flips = directions[bit];
                for (int j = 0; j < sums.length; j++) {
                    sums[j] ^= flips[j];
                }
            }
        }
        for (int j = 0; j < sums.length; j++) {
            point[j] = Integer.toUnsignedLong(sums[j]) * 0x1p-32;
        }
    }

    /** Returns the dimension. */
    @Override
    public String toString() {
        return "Sobol' sequence in " + dimension() + " dimensions (Joe and Kuo 2008)";
    }
}
