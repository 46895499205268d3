package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.RankedSchool;
import io.github.medrank.School;
import java.util.Collection;
import java.util.List;

/** The rows that pictures share: stripes, a position, a name; beside them a plot, with or without a scale. */
final class ChartRows {
    static final double HEIGHT = 18;

    /** Names are cut at this width, and at this part of the picture. */
    private static final double LONGEST_NAME = 300;

    private static final double LARGEST_PART = 0.36;

    private final PictureFrame frame;
    private final double top;
    private final ImmutableList<RankedSchool> schools;
    private final ImmutableSet<School> highlighted;
    private final double nameX;
    private final double nameWidth;
    private final double plotX;
    private final double plotEnd;

    /**
     * @param top where the first row begins
     * @param right how much room the plot leaves at its end
     */
    ChartRows(PictureFrame frame, PictureOptions options, double top, List<RankedSchool> schools, double right) {
        this.frame = frame;
        this.top = top;
        this.schools = ImmutableList.copyOf(schools);
        this.highlighted =
                options.highlightedOf(schools.stream().map(RankedSchool::school).toList());
        this.nameX = PictureFrame.MARGIN
                + widest(
                        schools.stream().map(each -> each.position().toString()).toList())
                + 8;
        double widest =
                widest(schools.stream().map(each -> each.school().name()).toList());
        this.nameWidth = Math.min(widest * 1.06, longestName(frame.width()));
        this.plotX = nameX + nameWidth + 10;
        this.plotEnd = frame.width() - PictureFrame.MARGIN - right;
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
        return top + schools.size() * HEIGHT;
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

    /** Stripes, and a mark behind the rows that stand out. */
    void stripes(SvgCanvas canvas) {
        for (int row = 0; row < schools.size(); row++) {
            boolean stands = highlighted.contains(schools.get(row).school());
            if (stands || row % 2 == 1) {
                String fill =
                        stands ? canvas.palette().mark() : canvas.palette().stripe();
                canvas.rect(
                        PictureFrame.MARGIN - 6, top(row), frame.width() - 2 * PictureFrame.MARGIN + 12, HEIGHT, fill);
            }
        }
    }

    /** The grid and the numbers of a scale, above and below the rows; the label below. */
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

    /** The position and the name of a row. */
    void label(SvgCanvas canvas, int row) {
        RankedSchool each = schools.get(row);
        boolean stands = highlighted.contains(each.school());
        String bold = stands ? " font-weight=\"700\"" : "";
        canvas.text(nameX - 8, baseline(row), each.position().toString(), "text-anchor=\"end\"" + bold);
        canvas.text(
                nameX,
                baseline(row),
                TextWidth.fitted(each.school().name(), nameWidth / (stands ? 1.06 : 1) / PictureFrame.FONT),
                bold.strip());
    }
}
