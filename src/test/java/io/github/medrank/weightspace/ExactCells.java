package io.github.medrank.weightspace;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The best and the worst position of a school by trying, for each rival, all weights under which it is ahead and all under
 * which it is not: a region is a set of points that it is the hull of, cut by one half-space after another.
 */
final class ExactCells {
    int best = Integer.MAX_VALUE;
    int worst;

    private final int[][] rows;
    private final boolean[][] preferred;
    private final int school;
    /** What a score is at least if it is rounded to u or more: u − 1/2 for halves up, u for the floor. */
    private final boolean halves;
    /** The borders of the region and of the cells on the way here. */
    private final List<BigInteger[]> borders;

    private ExactCells(int[][] rows, boolean[][] preferred, int school, List<BigInteger[]> borders, boolean halves) {
        this.borders = new ArrayList<>(borders);
        this.rows = rows;
        this.preferred = preferred;
        this.school = school;
        this.halves = halves;
    }

    static ExactCells unrounded(int[][] rows, boolean[][] preferred, int school, WeightRegion region) {
        ExactCells cells = new ExactCells(rows, preferred, school, RegionVertices.rows(region), false);
        cells.step(0, distinct(RegionVertices.of(region)), List.of(), 1, Integer.MIN_VALUE);
        return cells;
    }

    /** Scores rounded to whole numbers, half up or to the floor. */
    static ExactCells rounded(int[][] rows, boolean[][] preferred, int school, WeightRegion region, boolean halves) {
        ExactCells cells = new ExactCells(rows, preferred, school, RegionVertices.rows(region), halves);
        List<BigInteger[]> vertices = distinct(RegionVertices.of(region));
        for (int units = 0; units <= 10; units++) {
            List<BigInteger[]> points = cells.clipped(vertices, cells.reaches(school, units));
            BigInteger[] below = turned(cells.reaches(school, units + 1));
            cells.step(0, cells.clipped(points, below), with(List.of(), below), 1, units);
            cells.borders
                    .subList(cells.borders.size() - 2, cells.borders.size())
                    .clear();
        }
        return cells;
    }

    private BigInteger[] reaches(int row, int units) {
        int twice = halves ? 2 * units - 1 : 2 * units;
        return Arrays.stream(rows[row])
                .mapToObj(value -> BigInteger.valueOf(2L * value - twice))
                .toArray(BigInteger[]::new);
    }

    private static BigInteger[] turned(BigInteger[] row) {
        return Arrays.stream(row).map(BigInteger::negate).toArray(BigInteger[]::new);
    }

    private void step(int rival, List<BigInteger[]> points, List<BigInteger[]> strict, int position, int units) {
        for (BigInteger[] row : strict) {
            if (points.stream()
                    .noneMatch(point -> RegionVertices.dot(row, point).signum() > 0)) {
                return;
            }
        }
        if (points.isEmpty()) {
            return;
        }
        if (rival == rows.length) {
            best = Math.min(best, position);
            worst = Math.max(worst, position);
            return;
        }
        if (rival == school) {
            step(rival + 1, points, strict, position, units);
            return;
        }
        boolean wins = preferred[rival][school];
        BigInteger[] ahead = units == Integer.MIN_VALUE ? lead(rival) : reaches(rival, wins ? units : units + 1);
        boolean borderIsAhead = units != Integer.MIN_VALUE || wins;
        BigInteger[] behind = turned(ahead);
        step(rival + 1, clipped(points, ahead), borderIsAhead ? strict : with(strict, ahead), position + 1, units);
        borders.remove(borders.size() - 1);
        step(rival + 1, clipped(points, behind), borderIsAhead ? with(strict, behind) : strict, position, units);
        borders.remove(borders.size() - 1);
    }

    private BigInteger[] lead(int rival) {
        BigInteger[] lead = new BigInteger[rows[rival].length];
        Arrays.setAll(lead, i -> BigInteger.valueOf(rows[rival][i] - rows[school][i]));
        return lead;
    }

    private static List<BigInteger[]> with(List<BigInteger[]> rows, BigInteger[] row) {
        List<BigInteger[]> more = new ArrayList<>(rows);
        more.add(row);
        return more;
    }

    /** Points of which the part of the hull with row · point ≥ 0 is the hull. */
    private List<BigInteger[]> clipped(List<BigInteger[]> points, BigInteger[] row) {
        List<BigInteger[]> kept = new ArrayList<>();
        borders.add(row);
        for (BigInteger[] point : points) {
            BigInteger here = RegionVertices.dot(row, point);
            if (here.signum() >= 0) {
                kept.add(point);
            }
            for (BigInteger[] other : points) {
                BigInteger there = RegionVertices.dot(row, other);
                if (here.signum() > 0 && there.signum() < 0) {
                    BigInteger[] between = new BigInteger[point.length];
                    Arrays.setAll(
                            between, i -> point[i].multiply(there.negate()).add(other[i].multiply(here)));
                    if (isCorner(between)) {
                        kept.add(between);
                    }
                }
            }
        }
        return distinct(kept);
    }

    /** Whether as many borders of any cell meet in a point as a corner has; all others are between corners. */
    private boolean isCorner(BigInteger[] point) {
        return borders.stream()
                        .filter(row -> RegionVertices.dot(row, point).signum() == 0)
                        .count()
                >= point.length - 1;
    }

    private static List<BigInteger[]> distinct(List<BigInteger[]> points) {
        Set<List<BigInteger>> seen = new LinkedHashSet<>();
        for (BigInteger[] point : points) {
            BigInteger common = BigInteger.ZERO;
            for (BigInteger each : point) {
                common = common.gcd(each);
            }
            BigInteger divisor = common;
            seen.add(Arrays.stream(point).map(each -> each.divide(divisor)).toList());
        }
        return seen.stream().map(each -> each.toArray(BigInteger[]::new)).toList();
    }
}
