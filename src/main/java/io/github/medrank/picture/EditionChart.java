package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.School;
import io.github.medrank.comparison.Movement;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Editions side by side, the schools of each listed in order, and a line for each school from edition to edition.
 *
 * <p>A school takes a row of its own in every edition, so that neither ties nor gaps make labels overlap.
 */
final class EditionChart {
    private static final String UP = "#0072b2";
    private static final String DOWN = "#c24a00";
    private static final String SAME = "#7a7a7a";
    private static final int EMPHASISED = 10;
    private static final double TOP = 66;
    private static final double ROW = 17;
    private static final double GAP = 210;

    /** A school with its row and its position in each edition; its position is 0 where it is absent. */
    private static final class Track {
        private final School school;
        private final int[] rows;
        private final double[] positions;

        Track(School school, double[] positions) {
            this.school = school;
            this.rows = new int[positions.length];
            this.positions = positions;
        }

        School school() {
            return school;
        }

        int rowIn(int edition) {
            return rows[edition];
        }

        /** Infinite where it is absent. */
        double positionIn(int edition) {
            return positions[edition] > 0 ? positions[edition] : Double.POSITIVE_INFINITY;
        }

        void place(int edition, int row) {
            rows[edition] = row;
        }

        boolean isIn(int edition) {
            return positions[edition] > 0;
        }

        int last() {
            return rows.length - 1;
        }

        /** Places gained from the first edition to the last; empty if it is not in both. */
        OptionalDouble gain() {
            return isIn(0) && isIn(last())
                    ? OptionalDouble.of(positions[0] - positions[last()])
                    : OptionalDouble.empty();
        }

        String colour() {
            double gain = gain().orElse(0);
            return gain > 0 ? UP : gain < 0 ? DOWN : SAME;
        }

        /** Letters need more contrast than lines. */
        String ink() {
            return colour().equals(SAME) ? SvgCanvas.FAINT : colour();
        }
    }

    private final String title;
    private final List<String> editions;
    private final List<RankedList> lists;
    private final ImmutableList<Track> tracks;
    private final Set<School> emphasised = new HashSet<>();

    EditionChart(List<String> editions, List<RankedList> lists, String title) {
        checkArgument(
                lists.size() >= 2 && editions.size() == lists.size(),
                "%s names for %s rankings; a picture needs at least two, and a name for each",
                editions.size(),
                lists.size());
        this.title = title;
        this.editions = ImmutableList.copyOf(editions);
        this.lists = ImmutableList.copyOf(lists);
        this.tracks = tracks();
        tracks.stream()
                .filter(track -> track.gain().isPresent() && track.gain().getAsDouble() != 0)
                .sorted(Comparator.comparingDouble(
                        track -> -Math.abs(track.gain().getAsDouble())))
                .limit(EMPHASISED)
                .forEach(track -> emphasised.add(track.school()));
    }

    /** Former editions are matched with the last one; schools that it lacks with one another. */
    private ImmutableList<Track> tracks() {
        int n = lists.size();
        RankedList newest = lists.get(n - 1);
        Map<School, double[]> positions = new LinkedHashMap<>();
        newest.schools().forEach(school -> positions.put(school, new double[n]));
        for (int k = n - 1; k >= 0; k--) {
            RankComparison matched = RankComparison.of(newest, lists.get(k));
            for (Movement move : matched.moves()) {
                positions.computeIfAbsent(move.school(), school -> new double[n])[k] =
                        move.after().orElseThrow().number();
            }
            for (School gone : matched.onlySecond()) {
                positions.computeIfAbsent(gone, school -> new double[n])[k] =
                        lists.get(k).position(gone).orElseThrow();
            }
        }
        List<Track> all = new ArrayList<>();
        positions.forEach((school, values) -> all.add(new Track(school, values)));
        for (int k = 0; k < n; k++) {
            int edition = k;
            int row = 0;
            all.sort(Comparator.<Track>comparingDouble(track -> track.positionIn(edition))
                    .thenComparing(track -> track.school().name())
                    .thenComparing(track -> track.school().id()));
            for (Track track : all) {
                track.place(k, row++);
            }
        }
        return ImmutableList.copyOf(all);
    }

    String draw() {
        int rows = lists.stream().mapToInt(RankedList::size).max().orElseThrow();
        double name = Math.min(
                ChartRows.LONGEST_NAME,
                ChartRows.widest(
                        tracks.stream().map(track -> track.school().name()).toList()));
        double mark = ChartRows.widest(IntStream.range(0, lists.size())
                .boxed()
                .flatMap(k -> tracks.stream().filter(track -> track.isIn(k)).map(track -> position(track, k)))
                .toList());
        double changes =
                ChartRows.widest(tracks.stream().map(EditionChart::change).toList());
        double first = ChartRows.MARGIN + name + 8 + mark + 10;
        double last = first + GAP * (lists.size() - 1);
        double width = last + 10 + mark + 8 + name + 10 + changes + ChartRows.MARGIN;
        double height = TOP + rows * ROW + 32;
        SvgCanvas canvas = new SvgCanvas(width, height, title, description());
        canvas.text(
                ChartRows.MARGIN,
                26,
                TextWidth.fitted(title, (width - 2 * ChartRows.MARGIN) / 17),
                "font-size=\"16\" font-weight=\"600\"");
        canvas.open("font-weight=\"600\" text-anchor=\"middle\"");
        for (int k = 0; k < lists.size(); k++) {
            String edition = TextWidth.fitted(editions.get(k), GAP / 14);
            canvas.text(first + k * GAP, TOP - 14, edition);
            canvas.text(first + k * GAP, TOP + rows * ROW + 18, edition);
        }
        canvas.close();
        // Those that moved little below, those that moved most on top.
        for (boolean strong : new boolean[] {false, true}) {
            tracks.stream()
                    .filter(track -> emphasised.contains(track.school()) == strong)
                    .forEach(track -> track(canvas, track, first, strong));
        }
        for (Track track : tracks) {
            labels(canvas, track, first, last, mark, name);
        }
        return canvas.finish();
    }

    private void track(SvgCanvas canvas, Track track, double first, boolean strong) {
        canvas.openTitled(inWords(track));
        String stroke = "stroke=\"" + track.colour() + "\" stroke-width=\"" + (strong ? "2.4" : "1.2")
                + (strong ? "\"" : "\" stroke-opacity=\"0.7\"");
        for (int k = 0; k + 1 < lists.size(); k++) {
            if (track.isIn(k) && track.isIn(k + 1)) {
                canvas.line(first + k * GAP, y(track, k), first + (k + 1) * GAP, y(track, k + 1), stroke);
            }
        }
        for (int k = 0; k < lists.size(); k++) {
            if (track.isIn(k)) {
                boolean linked = (k > 0 && track.isIn(k - 1)) || (k + 1 < lists.size() && track.isIn(k + 1));
                canvas.circle(
                        first + k * GAP,
                        y(track, k),
                        3,
                        linked
                                ? "fill=\"" + track.colour() + "\""
                                : "fill=\"#ffffff\" stroke=\"" + SAME + "\" stroke-width=\"1.2\"");
            }
        }
        canvas.close();
    }

    private void labels(SvgCanvas canvas, Track track, double first, double last, double mark, double name) {
        String school = TextWidth.fitted(track.school().name(), ChartRows.LONGEST_NAME / ChartRows.FONT);
        if (track.isIn(0)) {
            double y = y(track, 0) + 4.2;
            canvas.text(first - 10, y, position(track, 0), "text-anchor=\"end\"");
            canvas.text(first - 10 - mark - 8, y, school, "text-anchor=\"end\"");
        }
        if (track.isIn(track.last())) {
            double y = y(track, track.last()) + 4.2;
            canvas.text(last + 10 + mark, y, position(track, track.last()), "text-anchor=\"end\"");
            canvas.text(last + 10 + mark + 8, y, school);
            canvas.text(last + 10 + mark + 8 + name + 10, y, change(track), "fill=\"" + track.ink() + "\"");
        }
    }

    private static double y(Track track, int edition) {
        return TOP + (track.rowIn(edition) + 0.5) * ROW;
    }

    private String position(Track track, int edition) {
        double position = track.positionIn(edition);
        boolean tied = tracks.stream()
                        .filter(other -> other.positionIn(edition) == position)
                        .count()
                > 1;
        return (tied ? "=" : "") + SvgCanvas.plain(position, 2);
    }

    private static String change(Track track) {
        if (track.gain().isEmpty()) {
            return track.isIn(track.last()) ? "new" : "";
        }
        double gain = track.gain().getAsDouble();
        String places = SvgCanvas.plain(Math.abs(gain), 2);
        return gain > 0 ? "▲ " + places : gain < 0 ? "▼ " + places : "•";
    }

    private String inWords(Track track) {
        return track.school() + ": "
                + IntStream.range(0, lists.size())
                        .mapToObj(k -> track.isIn(k) ? position(track, k) : "not ranked")
                        .collect(Collectors.joining(" → "));
    }

    private String description() {
        return "Positions of " + tracks.size() + " schools in " + String.join(", ", editions) + ".\n"
                + tracks.stream().map(this::inWords).collect(Collectors.joining("\n"));
    }
}
