package io.github.medrank.weightspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.Fraction;
import io.github.medrank.exact.FractionVector;
import io.github.medrank.exact.LinearProgram.Infeasible;
import io.github.medrank.exact.LinearProgram.Optimal;
import io.github.medrank.exact.LinearProgram.Outcome;
import io.github.medrank.exact.NumberText;
import io.github.medrank.weightspace.ExactPlaces.HalfSpace;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds exact contradictions, as multipliers with the names that a certificate uses: {@code sum} for the equation of
 * shares, {@code constraint 0} for a constraint of the region, {@code assumed 0} for an assumption of a case, and
 * {@code rival 0} for the side of a rival. The bounds of a case need no multipliers, since they follow.
 */
final class ProofPrograms {
    final LinearModel model;
    final Polytope polytope;
    final Leads leads;
    final ExactPlaces places;
    private final PairExtremes extremes;

    /** The multipliers of a contradiction, or a point that satisfies everything. */
    record Answer(Optional<Map<String, Object>> by, Optional<FractionVector> point) {}

    ProofPrograms(LinearModel model, Polytope polytope) {
        this.model = model;
        this.polytope = polytope;
        this.leads = new Leads(model, model.methodology().presentation());
        this.places = new ExactPlaces(model, leads, model.methodology().presentation());
        this.extremes = new PairExtremes(model, polytope);
    }

    /** Whether a rival is on one side of the school throughout the region. */
    boolean isAlways(int rival, int school, boolean ahead) {
        return ahead
                ? extremes.aheadBy(rival, school, leads.margin(), leads.atMarginToo())
                : extremes.neverBehind(school, rival);
    }

    /** The multipliers of a box in which no shares add up to 1. */
    Map<String, Object> emptyBox(Box box) {
        return ImmutableMap.of("sum", box.sumOfLower().compareTo(BigDecimal.ONE) > 0 ? "-1" : "1");
    }

    /**
     * The multipliers that exclude a half-space from a box, if they exist. The multiplier of the equation of shares is
     * the coefficient of the share that takes the rest at the point where the half-space is reached furthest.
     */
    Optional<Map<String, Object>> overBox(Box box, HalfSpace half, int rival) {
        BigDecimal[] row = half.row();
        int[] order = IntStream.range(0, row.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> row[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        BigDecimal left = BigDecimal.ONE.subtract(box.sumOfLower());
        BigDecimal level = row[order[order.length - 1]];
        for (int i : order) {
            left = left.subtract(Decimals.of(box.upper(i)).subtract(Decimals.of(box.lower(i))));
            if (left.signum() <= 0) {
                level = row[i];
                break;
            }
        }
        BigDecimal most = level;
        for (int i = 0; i < row.length; i++) {
            BigDecimal rest = row[i].subtract(level);
            most = most.add(rest.multiply(Decimals.of(rest.signum() > 0 ? box.upper(i) : box.lower(i))));
        }
        int sign = most.compareTo(half.bound());
        if (sign > 0 || (sign == 0 && !half.isStrict())) {
            return Optional.empty();
        }
        Map<String, Object> by = new LinkedHashMap<>();
        by.put("rival " + rival, "1");
        if (level.signum() != 0) {
            by.put("sum", fraction(level.negate(), half.scale()));
        }
        return Optional.of(by);
    }

    /**
     * Searches for a point of the region in a box that satisfies all conditions, as far inside the strict ones as
     * possible.
     */
    Answer solve(Box box, List<HalfSpace> assumed, Map<Integer, HalfSpace> rivals) {
        ImmutableList<HalfSpace> all = ImmutableList.<HalfSpace>builder()
                .addAll(assumed)
                .addAll(rivals.values())
                .build();
        Outcome outcome = polytope.deepest(box, all);
        Optional<FractionVector> point = Polytope.inside(outcome, all);
        if (point.isPresent()) {
            return new Answer(Optional.empty(), point);
        }
        // The multipliers of a maximum have the opposite sign.
        FractionVector multipliers =
                outcome instanceof Optimal most ? most.multipliers().negated() : ((Infeasible) outcome).multipliers();
        return new Answer(Optional.of(named(multipliers, box, assumed, rivals)), Optional.empty());
    }

    /** The multipliers with their names, in the order of the rows of the program. */
    private Map<String, Object> named(
            FractionVector multipliers, Box box, List<HalfSpace> assumed, Map<Integer, HalfSpace> rivals) {
        Map<String, Object> by = new LinkedHashMap<>();
        put(by, "sum", multipliers.get(0));
        int next = 1 + boundsOf(box);
        for (int i = 0; i < polytope.walls().size(); i++) {
            put(by, "constraint " + i, multipliers.get(next++).negated());
        }
        next++; // the distance from the strict ones
        for (int i = 0; i < assumed.size(); i++) {
            put(by, "assumed " + i, multipliers.get(next++).times(scale(assumed.get(i))));
        }
        for (Map.Entry<Integer, HalfSpace> rival : rivals.entrySet()) {
            put(by, "rival " + rival.getKey(), multipliers.get(next++).times(scale(rival.getValue())));
        }
        return by;
    }

    private static int boundsOf(Box box) {
        int bounds = 0;
        for (int i = 0; i < box.width(); i++) {
            bounds += (box.lower(i) > 0 ? 1 : 0) + (box.upper(i) < 1 ? 1 : 0);
        }
        return bounds;
    }

    private static void put(Map<String, Object> by, String name, Fraction multiplier) {
        if (multiplier.signum() != 0) {
            by.put(name, multiplier.toString());
        }
    }

    /** What a multiplier of a row is multiplied by, if the row is not. */
    private static Fraction scale(HalfSpace half) {
        return Fraction.ratio(half.scale(), BigDecimal.ONE);
    }

    /** A quotient of decimals. */
    static String fraction(BigDecimal numerator, BigDecimal denominator) {
        return denominator.compareTo(BigDecimal.ONE) == 0
                ? NumberText.plain(numerator)
                : Fraction.ratio(numerator, denominator).toString();
    }
}
