package io.github.medrank.picture;

import java.util.List;

/**
 * The rows that pictures share: stripes, a position, a name; beside them a plot with a scale at the top and the bottom.
 *
 * @param top where the first row begins
 * @param height of a row
 * @param count of rows
 * @param nameX where names begin
 * @param plotX where the plot begins
 * @param plotEnd where it ends
 * @param low the number at the beginning of the plot
 * @param high the number at its end
 */
record ChartRows(
        double top, double height, int count, double nameX, double plotX, double plotEnd, double low, double high) {
    static final double WIDTH = 960;
    static final double MARGIN = 14;
    static final double FONT = 12;
    /** Names are cut at this width. */
    static final double LONGEST_NAME = 300;

    /** The rows, with the name column as wide as the longest name needs. */
    static ChartRows of(double top, List<String> positions, List<String> names, double right, double low, double high) {
        double nameX = MARGIN + widest(positions) + 8;
        double plotX = nameX + Math.min(LONGEST_NAME, widest(names)) + 10;
        return new ChartRows(top, 18, names.size(), nameX, plotX, WIDTH - MARGIN - right, low, high);
    }

    static double widest(List<String> texts) {
        return texts.stream().mapToDouble(TextWidth::of).max().orElse(0) * FONT;
    }

    double bottom() {
        return top + count * height;
    }

    /** The height of the whole picture. */
    double end() {
        return bottom() + 40;
    }

    double x(double value) {
        return plotX + (value - low) / (high - low) * (plotEnd - plotX);
    }

    double middle(int row) {
        return top + (row + 0.5) * height;
    }

    double baseline(int row) {
        return middle(row) + 4.2;
    }

    void title(SvgCanvas canvas, String title) {
        canvas.text(
                MARGIN, 26, TextWidth.fitted(title, (WIDTH - 2 * MARGIN) / 17), "font-size=\"16\" font-weight=\"600\"");
    }

    /** Stripes, grid and the scale's numbers, above and below the rows. */
    void scale(SvgCanvas canvas, List<Double> ticks, String label) {
        for (int row = 1; row < count; row += 2) {
            canvas.rect(MARGIN - 6, top + row * height, WIDTH - 2 * MARGIN + 12, height, SvgCanvas.STRIPE);
        }
        canvas.open("stroke=\"" + SvgCanvas.GRID + "\"");
        for (double tick : ticks) {
            canvas.line(x(tick), top - 3, x(tick), bottom() + 3, "stroke-width=\"1\"");
        }
        canvas.close();
        canvas.open("font-size=\"11\" fill=\"" + SvgCanvas.FAINT + "\" text-anchor=\"middle\"");
        for (double tick : ticks) {
            canvas.text(x(tick), top - 7, SvgCanvas.plain(tick, 9));
            canvas.text(x(tick), bottom() + 15, SvgCanvas.plain(tick, 9));
        }
        canvas.text((plotX + plotEnd) / 2, bottom() + 31, label);
        canvas.close();
    }

    void label(SvgCanvas canvas, int row, String position, String name) {
        canvas.text(nameX - 8, baseline(row), position, "text-anchor=\"end\"");
        canvas.text(nameX, baseline(row), TextWidth.fitted(name, LONGEST_NAME / FONT));
    }
}
