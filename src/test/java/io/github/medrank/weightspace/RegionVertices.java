package io.github.medrank.weightspace;

import io.github.medrank.Indicator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The vertices of a region, as whole points: each row of the region is one of whole numbers h with h · points ≥ 0, and a
 * vertex is where all but one of as many rows as there are indicators are zero.
 */
final class RegionVertices {
    private RegionVertices() {}

    static List<BigInteger[]> of(WeightRegion region) {
        List<BigInteger[]> rows = rows(region);
        List<BigInteger[]> vertices = new ArrayList<>();
        choose(rows, 0, new ArrayList<>(), region.indicators().size(), vertices);
        return vertices;
    }

    /** Whole numbers h with h · points ≥ 0 for all points of the region, of every constraint and bound. */
    static List<BigInteger[]> rows(WeightRegion region) {
        int width = region.indicators().size();
        List<BigInteger[]> rows = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            Indicator indicator = region.indicators().get(i);
            BigDecimal[] least = new BigDecimal[width];
            BigDecimal[] most = new BigDecimal[width];
            BigDecimal[] sign = new BigDecimal[width];
            for (int j = 0; j < width; j++) {
                BigDecimal own = i == j ? BigDecimal.ONE : BigDecimal.ZERO;
                sign[j] = own;
                least[j] = own.subtract(decimal(region.lower(indicator)));
                most[j] = decimal(region.upper(indicator)).subtract(own);
            }
            rows.add(whole(sign));
            rows.add(whole(least));
            rows.add(whole(most));
        }
        for (LinearConstraint each : region.constraints()) {
            BigDecimal[] row = new BigDecimal[width];
            for (int j = 0; j < width; j++) {
                double factor =
                        each.coefficients().getOrDefault(region.indicators().get(j), 0.0);
                row[j] = decimal(each.bound()).subtract(decimal(factor));
            }
            rows.add(whole(row));
        }
        return rows;
    }

    static BigDecimal decimal(double number) {
        return new BigDecimal(Double.toString(number));
    }

    /** The same numbers times a power of ten that makes them whole. */
    static BigInteger[] whole(BigDecimal[] row) {
        int scale = 0;
        for (BigDecimal each : row) {
            scale = Math.max(scale, each.scale());
        }
        BigInteger[] whole = new BigInteger[row.length];
        for (int i = 0; i < row.length; i++) {
            whole[i] = row[i].setScale(scale).unscaledValue();
        }
        return whole;
    }

    static BigInteger dot(BigInteger[] a, BigInteger[] b) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < a.length; i++) {
            sum = sum.add(a[i].multiply(b[i]));
        }
        return sum;
    }

    private static void choose(
            List<BigInteger[]> rows, int from, List<BigInteger[]> chosen, int width, List<BigInteger[]> vertices) {
        if (chosen.size() == width - 1) {
            BigInteger[] point = crossing(chosen, width);
            BigInteger sum = BigInteger.ZERO;
            for (BigInteger each : point) {
                sum = sum.add(each);
            }
            for (int i = 0; i < width && sum.signum() < 0; i++) {
                point[i] = point[i].negate();
            }
            if (sum.signum() != 0
                    && rows.stream().allMatch(row -> dot(row, point).signum() >= 0)) {
                vertices.add(point);
            }
            return;
        }
        for (int r = from; r < rows.size(); r++) {
            chosen.add(rows.get(r));
            choose(rows, r + 1, chosen, width, vertices);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** A vector orthogonal to all rows, of their minors; zero if they depend on each other. */
    private static BigInteger[] crossing(List<BigInteger[]> rows, int width) {
        BigInteger[] point = new BigInteger[width];
        for (int without = 0; without < width; without++) {
            BigInteger minor = minor(rows, 0, 1 << without, width);
            point[without] = without % 2 == 0 ? minor : minor.negate();
        }
        return point;
    }

    private static BigInteger minor(List<BigInteger[]> rows, int row, int used, int width) {
        if (row == rows.size()) {
            return BigInteger.ONE;
        }
        BigInteger sum = BigInteger.ZERO;
        boolean even = true;
        for (int column = 0; column < width; column++) {
            if ((used >> column & 1) == 0) {
                BigInteger term = rows.get(row)[column].multiply(minor(rows, row + 1, used | 1 << column, width));
                sum = even ? sum.add(term) : sum.subtract(term);
                even = !even;
            }
        }
        return sum;
    }
}
