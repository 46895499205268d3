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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws editions side by side, with the schools of each in order, and a line for each school between editions.
 *
 * <p>Each school has its own row in every edition, so that neither ties nor gaps make labels overlap.
 */
final class EditionChart {
    private static final int EMPHASISED = 10;
    private static final double ROW = 17;
    /** The smallest room for lines between two editions. */
    private static final double LEAST_GAP = 56;

    private static final double LONGEST_NAME = 300;
    private static final double LEAST_NAME = 70;

    private final PictureOptions options;
    private final List<String> editions;
    private final List<RankedList> lists;
    private final ImmutableList<EditionTrack> tracks;
    private final Set<School> emphasised = new HashSet<>();

    EditionChart(List<String> editions, List<RankedList> lists, PictureOptions options) {
        checkArgument(
                lists.size() >= 2 && editions.size() == lists.size(),
                "%s names for %s rankings; a picture needs at least two, and a name for each",
                editions.size(),
                lists.size());
        this.options = options;
        this.editions = ImmutableList.copyOf(editions);
        this.lists = ImmutableList.copyOf(lists);
        this.tracks = tracks();
        emphasised.addAll(
                options.highlightedOf(tracks.stream().map(EditionTrack::school).toList()));
        if (emphasised.isEmpty()) {
            tracks.stream()
                    .filter(track -> track.gain().isPresent() && track.gain().getAsDouble() != 0)
                    .sorted(Comparator.comparingDouble(
                            track -> -Math.abs(track.gain().getAsDouble())))
                    .limit(EMPHASISED)
                    .forEach(track -> emphasised.add(track.school()));
        }
    }

    /** Matches earlier editions with the last one, and schools that it lacks with each other. */
    private ImmutableList<EditionTrack> tracks() {
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
        List<EditionTrack> all = new ArrayList<>();
        positions.forEach((school, values) -> all.add(new EditionTrack(school, values)));
        for (int k = 0; k < n; k++) {
            int edition = k;
            int row = 0;
            all.sort(Comparator.<EditionTrack>comparingDouble(track -> track.positionIn(edition))
                    .thenComparing(track -> track.school().name())
                    .thenComparing(track -> track.school().id()));
            for (EditionTrack track : all) {
                track.place(k, row++);
            }
        }
        return ImmutableList.copyOf(all);
    }

    /**
     * The places of the columns.
     *
     * @param top the top of the first row
     * @param first the horizontal place of the dots of the first edition
     * @param gap the distance between editions
     * @param mark the width of positions
     * @param name the width of names
     */
    private record Columns(double top, double first, double gap, double mark, double name) {
        double x(int edition) {
            return first + edition * gap;
        }

        double y(EditionTrack track, int edition) {
            return top + (track.rowIn(edition) + 0.5) * ROW;
        }

        double baseline(EditionTrack track, int edition) {
            return y(track, edition) + 4.2;
        }
    }

    String draw() {
        int gaps = lists.size() - 1;
        double mark = ChartRows.widest(IntStream.rangeClosed(0, gaps)
                .boxed()
                .flatMap(k -> tracks.stream().filter(track -> track.isIn(k)).map(track -> position(track, k)))
                .toList());
        double changes =
                ChartRows.widest(tracks.stream().map(EditionTrack::change).toList());
        double beside = 2 * PictureFrame.MARGIN + 2 * (mark + 18) + 10 + changes;
        double widest = ChartRows.widest(
                tracks.stream().map(track -> track.school().name()).toList());
        double room = Math.max(LEAST_NAME, (options.width() - beside - gaps * LEAST_GAP) / 2);
        double name = Math.min(Math.min(LONGEST_NAME, room), widest * 1.06);
        double gap = Math.max(LEAST_GAP, (options.width() - beside - 2 * name) / gaps);
        PictureFrame frame = new PictureFrame(options, beside + 2 * name + gaps * gap, "");
        Columns columns = new Columns(frame.top() + 22, PictureFrame.MARGIN + name + 8 + mark + 10, gap, mark, name);
        int rows = lists.stream().mapToInt(RankedList::size).max().orElseThrow();
        double bottom = columns.top() + rows * ROW;
        SvgCanvas canvas = frame.canvas(bottom + 32, description());
        canvas.open("font-weight=\"600\" text-anchor=\"middle\"");
        for (int k = 0; k <= gaps; k++) {
            String edition = TextWidth.fitted(editions.get(k), (gap - 10) / PictureFrame.FONT / 1.06);
            canvas.text(columns.x(k), columns.top() - 14, edition);
            canvas.text(columns.x(k), bottom + 18, edition);
        }
        canvas.close();
        // Schools that moved little are drawn below, and highlighted ones on top.
        for (boolean strong : new boolean[] {false, true}) {
            tracks.stream()
                    .filter(track -> emphasised.contains(track.school()) == strong)
                    .forEach(track -> track(canvas, track, columns, strong));
        }
        for (EditionTrack track : tracks) {
            labels(canvas, track, columns);
        }
        return canvas.finish();
    }

    private void track(SvgCanvas canvas, EditionTrack track, Columns columns, boolean strong) {
        canvas.openTitled(inWords(track));
        String colour = track.colour(canvas.palette());
        String stroke = "stroke=\"" + colour + "\" stroke-width=\"" + (strong ? "2.6" : "1.1")
                + (strong ? "\"" : "\" stroke-opacity=\"0.7\"");
        for (int k = 0; k < lists.size(); k++) {
            if (track.isInBoth(k, k + 1)) {
                canvas.line(columns.x(k), columns.y(track, k), columns.x(k + 1), columns.y(track, k + 1), stroke);
            }
        }
        for (int k = 0; k < lists.size(); k++) {
            if (track.isIn(k)) {
                boolean linked = track.isInBoth(k, k - 1) || track.isInBoth(k, k + 1);
                String hollow = "fill=\"" + canvas.palette().paper() + "\" stroke=\""
                        + canvas.palette().faint() + "\" stroke-width=\"1.2\"";
                canvas.circle(columns.x(k), columns.y(track, k), 3, linked ? "fill=\"" + colour + "\"" : hollow);
            }
        }
        canvas.close();
    }

    private void labels(SvgCanvas canvas, EditionTrack track, Columns columns) {
        boolean strong =
                emphasised.contains(track.school()) && !options.highlighted().isEmpty();
        String bold = strong ? " font-weight=\"700\"" : "";
        String school =
                TextWidth.fitted(track.school().name(), columns.name() / (strong ? 1.06 : 1) / PictureFrame.FONT);
        if (track.isIn(0)) {
            double x = columns.x(0) - 10;
            double y = columns.baseline(track, 0);
            canvas.text(x, y, position(track, 0), "text-anchor=\"end\"" + bold);
            canvas.text(x - columns.mark() - 8, y, school, "text-anchor=\"end\"" + bold);
        }
        for (int k = 0; k < track.last(); k++) {
            comings(canvas, track, columns, k);
        }
        if (track.isIn(track.last())) {
            double x = columns.x(track.last()) + 10 + columns.mark();
            double y = columns.baseline(track, track.last());
            canvas.text(x, y, position(track, track.last()), "text-anchor=\"end\"" + bold);
            canvas.text(x + 8, y, school, bold.strip());
            canvas.text(
                    x + 8 + columns.name() + 10, y, track.change(), "fill=\"" + track.colour(canvas.palette()) + "\"");
        }
    }

    /** Names a school that appears in an intermediate edition, and says where it leaves. */
    private void comings(SvgCanvas canvas, EditionTrack track, Columns columns, int edition) {
        if (!track.isIn(edition)) {
            return;
        }
        double y = columns.baseline(track, edition);
        double half = (columns.gap() / 2 - 12) / PictureFrame.FONT;
        double whole = (columns.gap() - 24) / PictureFrame.FONT;
        String name = track.school().name();
        boolean appears = edition > 0 && !track.isInBoth(edition, edition - 1);
        // Letters over lines have a border in the colour of the paper.
        String over = "paint-order=\"stroke\" stroke=\"" + canvas.palette().paper() + "\" stroke-width=\"3\" "
                + canvas.faint();
        if (appears) {
            double most = meets(track, edition, edition - 1) ? half : whole;
            canvas.text(columns.x(edition) - 8, y, TextWidth.fitted(name, most), "text-anchor=\"end\" " + over);
        }
        if (!track.isInBoth(edition, edition + 1)) {
            double most = meets(track, edition, edition + 1) ? half : whole;
            double room = most - TextWidth.of(", out");
            // Less room than three letters take would show an ellipsis for a name.
            String said = edition == 0 || appears || room < 3 ? "out" : TextWidth.fitted(name, room) + ", out";
            canvas.text(columns.x(edition) + 8, y, TextWidth.fitted(said, most), over);
        }
    }

    /**
     * Whether another school in the same row comes from the other side of a gap or goes to it, and is also named there.
     */
    private boolean meets(EditionTrack track, int here, int there) {
        return tracks.stream()
                .anyMatch(other ->
                        other.isIn(there) && !other.isInBoth(there, here) && other.rowIn(there) == track.rowIn(here));
    }

    private String position(EditionTrack track, int edition) {
        double position = track.positionIn(edition);
        boolean tied = tracks.stream()
                        .filter(other -> other.positionIn(edition) == position)
                        .count()
                > 1;
        return (tied ? "=" : "") + SvgCanvas.plain(position, 2);
    }

    private String inWords(EditionTrack track) {
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
