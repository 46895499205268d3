package io.github.medrank.audit;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multiset;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Position;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks printed positions against printed scores (order, shifts, ties, marks), and the bands against each other. */
final class PositionChecks {
    /** A deviation that goes back to what it was after no more rows than this is no shift. */
    private static final int SHORT = 2;

    /** A school with a printed score and an exact position. */
    private record Placed(School school, BigDecimal score, int position, boolean tied) {}

    /** A band and a school in it. */
    private record Band(Position position, School school) {}

    private final List<Finding> findings = new ArrayList<>();
    /** The rows whose positions are in the order of their scores, the best first. */
    private final List<Placed> placed = new ArrayList<>();
    /** The smallest set of other rows. */
    private final List<Placed> odd = new ArrayList<>();
    /** The positions of all rows, with or without a score. */
    private final Multiset<Integer> printed = HashMultiset.create();
    /** The bands by their first and last position, each with the first school in it. */
    private final Map<String, Band> bands = new LinkedHashMap<>();

    static List<Finding> of(IndicatorTable table) {
        PositionChecks checks = new PositionChecks();
        table.published().forEach(checks::read);
        checks.placed.sort(Comparator.comparing(Placed::score).reversed().thenComparing(Placed::position));
        checks.setOddAside();
        checks.order();
        checks.ties();
        checks.bands();
        return checks.findings;
    }

    /** What is printed, or is not, of which nothing here could be wrong. */
    static List<String> notChecked(IndicatorTable table) {
        List<String> notChecked = new ArrayList<>();
        int nothing = 0;
        int alone = 0;
        for (School school : table.schools()) {
            PublishedResult result = table.published().get(school);
            Optional<Position> position = Optional.ofNullable(result)
                    .flatMap(PublishedResult::position)
                    .flatMap(PrintedRows::position);
            boolean scored = result != null && result.score().isPresent();
            nothing += position.isEmpty() && !scored ? 1 : 0;
            alone += position.filter(each -> !each.isBand()).isPresent() && !scored ? 1 : 0;
        }
        if (nothing > 0) {
            notChecked.add("rows without a printed position or score: " + nothing + " of " + table.size());
        }
        if (alone > 0) {
            notChecked.add("positions of rows without a printed score: " + alone + " of " + table.size());
        }
        return notChecked;
    }

    private void read(School school, PublishedResult result) {
        Optional<Position> position = result.position().flatMap(PrintedRows::position);
        if (position.isEmpty()) {
            return;
        }
        Position found = position.get();
        if (found.isBand()) {
            bands.putIfAbsent(found.toString(), new Band(found, school));
        } else if (found.number() == Math.rint(found.number())) {
            printed.add(found.best());
            result.score().ifPresent(score -> placed.add(new Placed(school, score, found.best(), found.isTied())));
        }
    }

    // ---- order ----

    /** Sets rows aside that are out of order, since one such row would move all rows after it. */
    private void setOddAside() {
        boolean[] kept = longestInOrder();
        List<Placed> all = List.copyOf(placed);
        placed.clear();
        for (int i = 0; i < kept.length; i++) {
            (kept[i] ? placed : odd).add(all.get(i));
        }
        for (Placed each : odd) {
            long better = all.stream()
                    .filter(other -> other.score.compareTo(each.score) > 0)
                    .count();
            contradiction(each, (int) better + 1);
        }
    }

    private void order() {
        int[] expected = expected();
        int shift = 0;
        for (int i = 0; i < placed.size(); i++) {
            int deviation = placed.get(i).position - expected[i];
            if (deviation == shift) {
                continue;
            }
            int end = endOfRun(expected, i, deviation);
            boolean goesBack = end < placed.size() && placed.get(end).position - expected[end] == shift;
            if (goesBack && end - i <= SHORT) {
                contradiction(placed.get(i), expected[i] + shift);
            } else {
                shifted(i, end, deviation - shift);
                shift = deviation;
            }
        }
    }

    /** The expected places: competition places, unless ordinal, dense or last places of ties match the table better. */
    private int[] expected() {
        int size = placed.size();
        int[] competition = new int[size];
        int[] dense = new int[size];
        int[] worst = new int[size];
        int[] ordinal = new int[size];
        for (int i = 0, groups = 0; i < size; ) {
            int end = endOfTie(i);
            groups++;
            for (int j = i; j < end; j++) {
                int others = oddBefore(placed.get(j));
                competition[j] = i + 1 + others;
                dense[j] = groups + others;
                worst[j] = end + others;
                ordinal[j] = j + 1 + others;
            }
            i = end;
        }
        int[] best = competition;
        for (int[] other : List.of(ordinal, dense, worst)) {
            best = changes(other) < changes(best) ? other : best;
        }
        return best;
    }

    private int oddBefore(Placed row) {
        return (int) odd.stream().filter(each -> each.position < row.position).count();
    }

    private int endOfTie(int i) {
        int end = i + 1;
        while (end < placed.size() && placed.get(end).score.compareTo(placed.get(i).score) == 0) {
            end++;
        }
        return end;
    }

    /** How often the printed positions begin to deviate otherwise. */
    private int changes(int[] expected) {
        int changes = 0;
        int shift = 0;
        for (int i = 0; i < expected.length; i++) {
            int deviation = placed.get(i).position - expected[i];
            changes += deviation == shift ? 0 : 1;
            shift = deviation;
        }
        return changes;
    }

    /**
     * The largest set of rows whose positions never fall as scores fall; of several, the one with the most rows whose
     * position is one more than the number of better scores.
     */
    private boolean[] longestInOrder() {
        int size = placed.size();
        int[] positions =
                placed.stream().mapToInt(Placed::position).sorted().distinct().toArray();
        long[] value = new long[size + 1];
        int[] before = new int[size];
        // A tree over positions: each node has the row, from 1, at which the most valuable set of its positions ends.
        int[] tree = new int[positions.length + 1];
        int last = 0;
        for (int i = 0, better = 0; i < size; i++) {
            better = i > 0 && placed.get(i).score.compareTo(placed.get(i - 1).score) < 0 ? i : better;
            int place = Arrays.binarySearch(positions, placed.get(i).position) + 1;
            int end = 0;
            for (int node = place; node > 0; node -= node & -node) {
                end = moreValuable(value, tree[node], end);
            }
            before[i] = end - 1;
            value[i + 1] = value[end] + size + 1 + (placed.get(i).position == better + 1 ? 1 : 0);
            for (int node = place; node <= positions.length; node += node & -node) {
                tree[node] = moreValuable(value, i + 1, tree[node]);
            }
            last = moreValuable(value, i + 1, last);
        }
        boolean[] kept = new boolean[size];
        for (int i = last - 1; i >= 0; i = before[i]) {
            kept[i] = true;
        }
        return kept;
    }

    /** Of two equal ones the later: of two neighbours that are swapped, the one with the better score is odd. */
    private static int moreValuable(long[] value, int a, int b) {
        return value[a] > value[b] || (value[a] == value[b] && a > b) ? a : b;
    }

    private int endOfRun(int[] expected, int from, int deviation) {
        int end = from + 1;
        while (end < placed.size() && placed.get(end).position - expected[end] == deviation) {
            end++;
        }
        return end;
    }

    private void contradiction(Placed each, int expected) {
        findings.add(Finding.of(
                FindingKind.POSITION_CONTRADICTS_SCORE,
                each.school,
                ImmutableMap.of(
                        "printed", BigDecimal.valueOf(each.position),
                        "expected", BigDecimal.valueOf(expected),
                        "score", each.score),
                each.school.name() + " is printed at " + each.position + ", and its score of "
                        + each.score.toPlainString() + " is that of position " + expected));
    }

    private void shifted(int from, int end, int by) {
        List<School> schools =
                placed.subList(from, end).stream().map(Placed::school).toList();
        int size = Math.abs(by);
        String rows = size == 1 ? "a row was" : size + " rows were";
        findings.add(Finding.of(
                FindingKind.POSITIONS_SHIFTED,
                schools,
                ImmutableMap.of("from", BigDecimal.valueOf(placed.get(from).position), "by", BigDecimal.valueOf(by)),
                "from " + placed.get(from).position + " on every position is " + size + " too "
                        + (by > 0 ? "high: " + rows + " withdrawn, or not listed here" : "low: " + rows + " added")));
    }

    // ---- ties ----

    private void ties() {
        boolean marks = placed.stream().anyMatch(Placed::tied);
        int shared = 0;
        int split = 0;
        for (int i = 0; i < placed.size(); i = endOfTie(i)) {
            int end = endOfTie(i);
            boolean different = placed.get(end - 1).position != placed.get(i).position;
            split += different ? 1 : 0;
            shared += end > i + 1 && !different ? 1 : 0;
        }
        for (int i = 0; i < placed.size(); i = endOfTie(i)) {
            int end = endOfTie(i);
            Placed first = placed.get(i);
            if (placed.get(end - 1).position != first.position) {
                // If more ties are split than shared, the publisher ranks by more digits than it prints.
                if (split <= shared) {
                    findings.add(Finding.of(
                            FindingKind.TIE_SPLIT,
                            placed.subList(i, end).stream().map(Placed::school).toList(),
                            ImmutableMap.of("score", first.score),
                            "equal scores of " + first.score.toPlainString() + " are printed at positions "
                                    + first.position + " to " + placed.get(end - 1).position));
                }
                continue;
            }
            for (int j = i; j < end && marks; j++) {
                mark(j);
            }
        }
    }

    /** A mark may be owed to a row that is set aside or has no score; that such a row is there asks for no mark. */
    private void mark(int i) {
        Placed each = placed.get(i);
        if (each.tied && printed.count(each.position) == 1) {
            mark(FindingKind.TIE_MARK_WRONG, each, " alone has position " + each.position + ", marked as shared");
        } else if (!each.tied && isShared(i)) {
            mark(FindingKind.TIE_MARK_MISSING, each, " shares position " + each.position + " without a mark");
        }
    }

    private void mark(FindingKind kind, Placed each, String what) {
        findings.add(Finding.of(
                kind,
                each.school,
                ImmutableMap.of("position", BigDecimal.valueOf(each.position)),
                each.school.name() + what));
    }

    private boolean isShared(int i) {
        int position = placed.get(i).position;
        return (i > 0 && placed.get(i - 1).position == position)
                || (i + 1 < placed.size() && placed.get(i + 1).position == position);
    }

    // ---- bands ----

    private void bands() {
        List<Band> rising = new ArrayList<>(bands.values());
        rising.sort(Comparator.comparingInt(each -> each.position.best()));
        for (int i = 1; i < rising.size(); i++) {
            Position before = rising.get(i - 1).position;
            Position next = rising.get(i).position;
            int end = before.worst().orElse(Integer.MAX_VALUE);
            if (end >= next.best()) {
                overlap(before, next, rising.get(i).school);
            } else if (next.best() > end + 1) {
                findings.add(Finding.of(
                        FindingKind.BAND_GAP,
                        rising.get(i).school,
                        ImmutableMap.of("from", BigDecimal.valueOf(end + 1), "to", BigDecimal.valueOf(next.best() - 1)),
                        "between " + before + " and " + next + " there is no band"));
            }
        }
    }

    private void overlap(Position first, Position second, School school) {
        findings.add(Finding.of(
                FindingKind.BANDS_OVERLAP,
                school,
                ImmutableMap.of(
                        "from", BigDecimal.valueOf(second.best()),
                        "to", BigDecimal.valueOf(first.worst().orElse(second.best()))),
                "the bands " + first + " and " + second + " have positions in common"));
    }
}
