package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proof by cases that at least a number of rivals are ahead of a school, or are not ahead of it, throughout a region.
 * A case is cut at a weight, at a rounded score, or by whether a rival is on that side, until enough rivals are, or its
 * assumptions contradict each other.
 *
 * <p>Each case is listed before the two cases into which it is cut.
 */
final class CaseTree {
    private static final int DEEPEST = 1_000;
    private static final int MOST_UNITS = 1_000_000_000;

    private final CertifiedTable table;
    private final CertifiedRegion region;
    private final CertifiedScores scores;
    private final int school;
    private final boolean ahead;
    private final int needed;
    private final List<?> cases;
    private int next;

    /** The assumptions of a case. */
    private static final class Assumed {
        private final @Nullable Rational[] lower;
        private final @Nullable Rational[] upper;
        private final List<Inequality> inequalities;
        private final BitSet counted;
        /** The school's rounded score has at least this many units. */
        private int fromUnits = -MOST_UNITS;
        /** The school's rounded score has fewer units than this. */
        private int toUnits = MOST_UNITS;

        Assumed(@Nullable Rational[] lower, @Nullable Rational[] upper, List<Inequality> inequalities, BitSet counted) {
            this.lower = lower.clone();
            this.upper = upper.clone();
            this.inequalities = new ArrayList<>(inequalities);
            this.counted = (BitSet) counted.clone();
        }

        Assumed copy() {
            Assumed copy = new Assumed(lower, upper, inequalities, counted);
            copy.fromUnits = fromUnits;
            copy.toUnits = toUnits;
            return copy;
        }
    }

    CaseTree(
            CertifiedTable table,
            CertifiedRegion region,
            CertifiedScores scores,
            int school,
            boolean ahead,
            int needed,
            List<?> cases) {
        this.table = table;
        this.region = region;
        this.scores = scores;
        this.school = school;
        this.ahead = ahead;
        this.needed = needed;
        this.cases = cases;
    }

    void check() {
        check(new Assumed(region.lower(), region.upper(), List.of(), new BitSet()), 0);
        checkArgument(next == cases.size(), "%s cases are left over", cases.size() - next);
    }

    private void check(Assumed assumed, int depth) {
        checkArgument(depth < DEEPEST, "cases are cut more than %s times", DEEPEST);
        checkArgument(next < cases.size(), "a case is missing");
        Entries each = Entries.of(cases.get(next++));
        if (each.has("sure")) {
            each.list("sure").forEach(rival -> count(Entries.of(rival), assumed));
        }
        checkArgument(each.keys().size() <= (each.has("sure") ? 2 : 1), "a case ends in more than one way");
        if (each.has("none")) {
            checkArgument(isContradiction(each.object("none"), assumed, -1), "the multipliers exclude nothing");
        } else if (each.has("cut")) {
            cut(each.object("cut"), assumed, depth);
        } else if (each.has("units")) {
            score(each.whole("units"), assumed, depth);
        } else if (each.has("rival")) {
            rival(each.index("rival", table.size()), assumed, depth);
        } else {
            each.only("sure");
            int counted = assumed.counted.cardinality();
            checkArgument(counted >= needed, "%s rivals are counted, and %s are needed", counted, needed);
        }
    }

    private void count(Entries sure, Assumed assumed) {
        int rival = sure.only("rival", "by").index("rival", table.size());
        checkArgument(rival != school && !assumed.counted.get(rival), "%s is counted twice", table.school(rival));
        checkArgument(
                isContradiction(sure.object("by"), assumed, rival),
                "the multipliers do not show where %s is",
                table.school(rival));
        assumed.counted.set(rival);
    }

    // ---- cuts ----

    private void cut(Entries cut, Assumed assumed, int depth) {
        int indicator = cut.only("indicator", "at").index("indicator", table.width());
        Rational at = cut.number("at");
        Assumed below = assumed.copy();
        below.upper[indicator] = at;
        check(below, depth + 1);
        Assumed above = assumed.copy();
        above.lower[indicator] = at;
        check(above, depth + 1);
    }

    private void score(int units, Assumed assumed, int depth) {
        checkArgument(scores.areRounded(), "exact scores have no units");
        checkArgument(Math.abs(units) < MOST_UNITS, "%s units of a score", units);
        Inequality reached = scores.reaches(school, units);
        Assumed below = assumed.copy();
        below.toUnits = Math.min(below.toUnits, units);
        below.inequalities.add(reached.opposite());
        check(below, depth + 1);
        Assumed above = assumed.copy();
        above.fromUnits = Math.max(above.fromUnits, units);
        above.inequalities.add(reached);
        check(above, depth + 1);
    }

    private void rival(int rival, Assumed assumed, int depth) {
        checkArgument(rival != school && !assumed.counted.get(rival), "%s is no other rival", table.school(rival));
        Assumed other = assumed.copy();
        other.inequalities.add(side(rival, !ahead, assumed));
        check(other, depth + 1);
        Assumed wanted = assumed.copy();
        wanted.inequalities.add(side(rival, ahead, assumed));
        wanted.counted.set(rival);
        check(wanted, depth + 1);
    }

    /** If the school's rounded score is known, the rival's score alone decides which school is ahead. */
    private Inequality side(int rival, boolean isAhead, Assumed assumed) {
        if (assumed.toUnits != assumed.fromUnits + 1) {
            return scores.lead(rival, school, isAhead);
        }
        Inequality reached = scores.reaches(rival, assumed.toUnits);
        return isAhead ? reached : reached.opposite();
    }

    // ---- contradictions ----

    /**
     * Whether the assumptions contradict each other with a rival on the other side or, if one more is needed and the
     * case is to be excluded, with all rivals that are not counted there.
     */
    private boolean isContradiction(Entries by, Assumed assumed, int only) {
        InequalitySum sum = new InequalitySum(table.width());
        boolean oneMore = assumed.counted.cardinality() == needed - 1;
        for (String key : by.keys()) {
            Rational multiplier = by.number(key);
            if (key.startsWith("assumed ")) {
                int index = Entries.number("assumed ", key, assumed.inequalities.size());
                sum.add(multiplier, assumed.inequalities.get(index));
            } else if (key.startsWith("rival ")) {
                int rival = Entries.number("rival ", key, table.size());
                checkArgument(
                        rival != school && (only >= 0 ? rival == only : oneMore && !assumed.counted.get(rival)),
                        "\"%s\" may not be assumed here",
                        key);
                sum.add(multiplier, side(rival, !ahead, assumed));
            } else {
                region.addTo(sum, key, multiplier);
            }
        }
        return sum.isContradiction(assumed.lower, assumed.upper);
    }

    @Override
    public String toString() {
        return cases.size() + " cases about " + table.school(school) + " within " + Arrays.toString(region.lower());
    }
}
