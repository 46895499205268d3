package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.github.medrank.RankedSchool;
import io.github.medrank.School;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the rows that pictures share: stripes, a position or another figure, and a name, with a plot beside them. */
final class ChartRows {
    static final double HEIGHT = 18;

    /** Names are cut at this width, and at this part of the picture. */
    private static final double LONGEST_NAME = 300;

    private static final double LARGEST_PART = 0.36;

    private final PictureFrame frame;
    private final double top;
    private final ImmutableList<Row> rows;
    private final double nameX;
    private final double nameWidth;
    private final double plotX;
    private final double plotEnd;

    private record Row(String figure, String name, boolean stands) {}

    /**
     * @param top the top of the first row
     * @param right the room that the plot leaves at its end
     */
    ChartRows(PictureFrame frame, PictureOptions options, double top, List<RankedSchool> schools, double right) {
        this(frame, top, rows(schools, options), right);
    }

    private ChartRows(PictureFrame frame, double top, ImmutableList<Row> rows, double right) {
        this.frame = frame;
        this.top = top;
        this.rows = rows;
        this.nameX = PictureFrame.MARGIN + widest(Lists.transform(rows, Row::figure)) + 8;
        double widest = widest(Lists.transform(rows, Row::name));
        this.nameWidth = Math.min(widest * 1.06, longestName(frame.width()));
        this.plotX = nameX + nameWidth + 10;
        this.plotEnd = frame.width() - PictureFrame.MARGIN - right;
    }

    /** Rows of other things than schools, with a figure before each name. */
    static ChartRows named(PictureFrame frame, double top, List<String> figures, List<String> names, double right) {
        ImmutableList<Row> rows = IntStream.range(0, names.size())
                .mapToObj(i -> new Row(figures.get(i), names.get(i), false))
                .collect(ImmutableList.toImmutableList());
        return new ChartRows(frame, top, rows, right);
    }

    private static ImmutableList<Row> rows(List<RankedSchool> schools, PictureOptions options) {
        ImmutableSet<School> highlighted = options.highlightedOf(Lists.transform(schools, RankedSchool::school));
        return schools.stream()
                .map(each ->
                        new Row(each.position().toString(), each.school().name(), highlighted.contains(each.school())))
                .collect(ImmutableList.toImmutableList());
    }

    static double longestName(double width) {
        return Math.min(LONGEST_NAME, width * LARGEST_PART);
    }

    static double widest(Collection<String> texts) {
        return texts.stream().mapToDouble(TextWidth::of).max().orElse(0) * PictureFrame.FONT;
    }

    double plotX() {
        return plotX;
    }

    double plotEnd() {
        return plotEnd;
    }

    double bottom() {
        return top + rows.size() * HEIGHT;
    }

    double top(int row) {
        return top + row * HEIGHT;
    }

    double middle(int row) {
        return top(row) + HEIGHT / 2;
    }

    double baseline(int row) {
        return middle(row) + 4.2;
    }

    /** Draws stripes, and a mark behind highlighted rows. */
    void stripes(SvgCanvas canvas) {
        for (int row = 0; row < rows.size(); row++) {
            boolean stands = rows.get(row).stands();
            if (stands || row % 2 == 1) {
                String fill =
                        stands ? canvas.palette().mark() : canvas.palette().stripe();
                canvas.rect(
                        PictureFrame.MARGIN - 6, top(row), frame.width() - 2 * PictureFrame.MARGIN + 12, HEIGHT, fill);
            }
        }
    }

    /** Draws the grid and the numbers of a scale above and below the rows, with the label below. */
    void scale(SvgCanvas canvas, PlotScale scale, String label) {
        canvas.open("stroke=\"" + canvas.palette().grid() + "\"");
        for (double tick : scale.ticks()) {
            canvas.line(scale.x(tick), top - 3, scale.x(tick), bottom() + 3, "stroke-width=\"1\"");
        }
        canvas.close();
        canvas.open("font-size=\"11\" " + canvas.faint() + " text-anchor=\"middle\"");
        for (double tick : scale.ticks()) {
            canvas.text(scale.x(tick), top - 7, SvgCanvas.plain(tick, 9));
            canvas.text(scale.x(tick), bottom() + 15, SvgCanvas.plain(tick, 9));
        }
        canvas.close();
        // Centred below the plot, unless it is too long for that.
        double wide = TextWidth.of(label) * 11;
        double most = frame.width() - 2 * PictureFrame.MARGIN;
        double from = Math.max(
                PictureFrame.MARGIN,
                Math.min((plotX + plotEnd - wide) / 2, frame.width() - PictureFrame.MARGIN - wide));
        canvas.text(from, bottom() + 31, TextWidth.fitted(label, most / 11), "font-size=\"11\" " + canvas.faint());
    }

    /** Draws the figure and the name of a row. */
    void label(SvgCanvas canvas, int row) {
        Row each = rows.get(row);
        String bold = each.stands() ? " font-weight=\"700\"" : "";
        canvas.text(nameX - 8, baseline(row), each.figure(), "text-anchor=\"end\"" + bold);
        canvas.text(
                nameX,
                baseline(row),
                TextWidth.fitted(each.name(), nameWidth / (each.stands() ? 1.06 : 1) / PictureFrame.FONT),
                bold.strip());
    }
}
