package io.github.medrank.weightspace;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import io.github.medrank.exact.FractionVector;
import io.github.medrank.exact.NumberText;
import io.github.medrank.weightspace.ExactPlaces.HalfSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Searches for a proof by cases that a number of rivals are ahead of a school, or are not ahead of it, for all weights
 * of the region. The proof is written in the form of a certificate, and is not checked here.
 *
 * <p>While many rivals are open, a case is cut in half at a weight, which is cheap. If few are open, or one more is
 * needed, exact programs either exclude the case or give a point at which some rival is on the wanted side; the case is
 * then cut by the side on which that rival is.
 */
final class CaseSearch {
    /** A proof with more cases is too long to read. */
    static final int MOST_CASES = 4_000;

    private static final int FEW = 3;
    private static final int MANY = 8;
    private static final int CASES_BEFORE_MANY = 200;
    private static final int FEW_UNITS = 8;
    private static final int FEW_OPEN = 16;
    private static final long MOST_UNITS = 100_000_000;

    private final ProofPrograms programs;
    private final ExactPlaces places;
    private final Leads leads;
    private final int school;
    private final boolean ahead;
    private final int needed;
    private final List<Map<String, Object>> cases = new ArrayList<>();

    /**
     * A part of the region, with the assumptions made there.
     *
     * @param fromUnits the school's rounded score has at least this many units; not used for the smallest number
     * @param toUnits the school's rounded score has fewer units than this
     */
    private record Part(
            Box box,
            ImmutableList<HalfSpace> assumed,
            int counted,
            ImmutableIntArray open,
            long fromUnits,
            long toUnits) {
        boolean isPinned() {
            return toUnits == fromUnits + 1;
        }

        Part in(double[] lower, double[] upper) {
            return new Part(new Box(lower, upper), assumed, counted, open, fromUnits, toUnits);
        }

        Part assuming(HalfSpace more, long from, long to) {
            return new Part(box, appended(more), counted, open, from, to);
        }

        /** Returns the part with one rival decided. */
        Part without(int rival, HalfSpace more, int nowCounted) {
            ImmutableIntArray others = ImmutableIntArray.copyOf(open.stream().filter(each -> each != rival));
            return new Part(box, appended(more), nowCounted, others, fromUnits, toUnits);
        }

        private ImmutableList<HalfSpace> appended(HalfSpace more) {
            return ImmutableList.<HalfSpace>builder().addAll(assumed).add(more).build();
        }
    }

    CaseSearch(ProofPrograms programs, int school, boolean ahead, int needed) {
        this.programs = programs;
        this.places = programs.places;
        this.leads = programs.leads;
        this.school = school;
        this.ahead = ahead;
        this.needed = needed;
    }

    /** The cases of the proof; empty if there would be too many. */
    Optional<List<Map<String, Object>>> run() {
        if (needed <= 0) {
            return Optional.of(List.of(ImmutableMap.of())); // nothing is needed
        }
        IntStream rivals = IntStream.range(0, programs.model.size())
                .filter(rival -> rival != school && !programs.isAlways(rival, school, !ahead));
        Part whole = new Part(
                programs.polytope.box(),
                ImmutableList.of(),
                0,
                ImmutableIntArray.copyOf(rivals),
                -MOST_UNITS,
                MOST_UNITS);
        return prove(whole) ? Optional.of(cases) : Optional.empty();
    }

    private boolean prove(Part given) {
        if (cases.size() >= MOST_CASES) {
            return false;
        }
        Map<String, Object> written = new LinkedHashMap<>();
        cases.add(written);
        Box box = given.box;
        if (box.isEmpty()) {
            return written("none", programs.emptyBox(box), written);
        }
        leads.enter(school, box);
        Part part = withoutSure(given, written);
        if (part.counted >= needed) {
            return true;
        }
        boolean isFew = part.open.length() <= (cases.size() < CASES_BEFORE_MANY ? FEW : MANY)
                && (part.isPinned() || !leads.rounds() || unitsFrom(part, true) - unitsFrom(part, false) < FEW_UNITS);
        if (isFew) {
            return byPrograms(part, written);
        }
        boolean decides = part.counted == needed - 1 && (!leads.rounds() || part.open.length() <= FEW_OPEN);
        if (decides || programs.polytope.misses(box) || part.counted + part.open.length() < needed) {
            ProofPrograms.Answer answer = solve(part);
            if (answer.by().isPresent()) {
                return written("none", answer.by().get(), written);
            }
        }
        return byCut(part, written);
    }

    /** Excludes the part, or cuts it by the side on which a rival is. */
    private boolean byPrograms(Part part, Map<String, Object> written) {
        ProofPrograms.Answer answer = solve(part);
        return answer.by().isPresent()
                ? written("none", answer.by().get(), written)
                : byRival(part, answer.point().orElseThrow(), written);
    }

    private ProofPrograms.Answer solve(Part part) {
        return programs.solve(part.box, part.assumed, part.counted == needed - 1 ? offSide(part) : ImmutableMap.of());
    }

    private static boolean written(String key, Object value, Map<String, Object> written) {
        written.put(key, value);
        return true;
    }

    // ---- rivals ----

    /** Counts the rivals that are on the wanted side throughout the part, and drops those that certainly are not. */
    private Part withoutSure(Part part, Map<String, Object> written) {
        List<Object> sure = new ArrayList<>();
        ImmutableIntArray.Builder open = ImmutableIntArray.builder();
        for (int rival : part.open.toArray()) {
            int verdict = part.counted + sure.size() >= needed ? 0 : leads.verdict(rival, false);
            boolean whole = cases.size() == 1;
            boolean wanted = whole ? programs.isAlways(rival, school, ahead) : ahead ? verdict > 0 : verdict < 0;
            Optional<Map<String, Object>> by = Optional.empty();
            if (wanted && part.counted + sure.size() < needed) {
                HalfSpace contrary = side(part, rival, !ahead);
                by = programs.overBox(part.box, contrary, rival);
                if (by.isEmpty() && whole) {
                    by = programs.solve(part.box, List.of(), ImmutableMap.of(rival, contrary))
                            .by();
                }
            }
            if (by.isPresent()) {
                sure.add(ImmutableMap.of("rival", rival, "by", by.get()));
            } else if (verdict == 0 || wanted) {
                open.add(rival);
            }
        }
        if (!sure.isEmpty()) {
            written.put("sure", sure);
        }
        return new Part(part.box, part.assumed, part.counted + sure.size(), open.build(), part.fromUnits, part.toUnits);
    }

    /** The sides of the open rivals if none of them is on the wanted side. */
    private Map<Integer, HalfSpace> offSide(Part part) {
        Map<Integer, HalfSpace> sides = new LinkedHashMap<>();
        for (int rival : part.open.toArray()) {
            sides.put(rival, side(part, rival, !ahead));
        }
        return sides;
    }

    private HalfSpace side(Part part, int rival, boolean isAhead) {
        return places.side(rival, school, isAhead, part.isPinned(), part.fromUnits);
    }

    private boolean byRival(Part part, FractionVector point, Map<String, Object> written) {
        if (leads.rounds() && !part.isPinned()) {
            return byUnits(part, written);
        }
        for (int rival : part.open.toArray()) {
            if (places.isAhead(rival, school, point) == ahead) {
                written.put("rival", rival);
                return prove(part.without(rival, side(part, rival, !ahead), part.counted))
                        && prove(part.without(rival, side(part, rival, ahead), part.counted + 1));
            }
        }
        return false; // the claim is not true at the point
    }

    // ---- cuts ----

    /**
     * The smallest number of units to which the school's score may be rounded in the part, or one more than the
     * largest.
     */
    private long unitsFrom(Part part, boolean end) {
        return end
                ? Math.min(part.toUnits, (long) leads.highestUnits() + 1)
                : Math.max(part.fromUnits, (long) leads.lowestUnits());
    }

    private boolean byUnits(Part part, Map<String, Object> written) {
        long from = unitsFrom(part, false);
        long to = unitsFrom(part, true);
        long at = part.fromUnits < from ? from : part.toUnits > to ? to : from + (to - from) / 2;
        written.put("units", at);
        HalfSpace reached = places.reaches(school, at);
        return prove(part.assuming(reached.other(), part.fromUnits, at))
                && prove(part.assuming(reached, at, part.toUnits));
    }

    private boolean byCut(Part part, Map<String, Object> written) {
        double[] least = part.box.lower();
        double[] most = part.box.upper();
        double sumLower = Arrays.stream(least).sum();
        double sumUpper = Arrays.stream(most).sum();
        for (int i = 0; i < least.length; i++) {
            double lower = least[i];
            least[i] = Math.max(lower, 1 - (sumUpper - most[i]));
            most[i] = Math.max(least[i], Math.min(most[i], 1 - (sumLower - lower)));
        }
        int along = leads.splitAt(school, new Box(least, most), part.open.toArray());
        double middle = least[along] + (most[along] - least[along]) / 2;
        double few = Math.rint(middle * 1e6) / 1e6;
        double at = few > least[along] && few < most[along] ? few : middle;
        if (!(at > least[along] && at < most[along])) {
            return byPrograms(part, written);
        }
        written.put("cut", ImmutableMap.of("indicator", along, "at", NumberText.plain(at)));
        double[] below = part.box.upper();
        below[along] = at;
        double[] above = part.box.lower();
        above[along] = at;
        return prove(part.in(part.box.lower(), below)) && prove(part.in(above, part.box.upper()));
    }
}
