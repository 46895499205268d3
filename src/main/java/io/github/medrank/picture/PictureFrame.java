package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Draws the frame of every picture: the title, the lines below it, and the source at the bottom. */
final class PictureFrame {
    static final double MARGIN = 14;
    static final double FONT = 12;
    private static final double TITLE_FONT = 16;
    private static final int MOST_LINES = 3;

    private final PictureOptions options;
    private final double width;
    private final ImmutableList<String> titles;
    private final ImmutableList<String> captions;
    private final ImmutableList<String> sources;

    /**
     * @param width the width of the picture, at least that of the options
     * @param caption the picture's own text below the subtitle; may be empty
     */
    PictureFrame(PictureOptions options, double width, String caption) {
        this.options = options;
        this.width = width;
        double room = width - 2 * MARGIN;
        // Semibold letters are wider than plain ones.
        this.titles = TextWidth.lines(options.title(), room / (TITLE_FONT * 1.06), MOST_LINES);
        this.captions = ImmutableList.<String>builder()
                .addAll(TextWidth.lines(options.subtitle(), room / FONT, MOST_LINES))
                .addAll(TextWidth.lines(caption, room / FONT, MOST_LINES))
                .build();
        this.sources = options.source().isEmpty()
                ? ImmutableList.of()
                : TextWidth.lines("Source: " + options.source(), room / FONT, MOST_LINES);
    }

    double width() {
        return width;
    }

    /** The highest place at which the picture may draw. */
    double top() {
        return 26 + 20 * (titles.size() - 1) + 18 * captions.size() + 18;
    }

    /** Returns the canvas of a picture whose drawing ends at a given height, with the frame already drawn. */
    SvgCanvas canvas(double end, String description) {
        double height = end + (sources.isEmpty() ? 0 : 18 * sources.size() + 6);
        String words = options.subtitle().isEmpty() ? description : options.subtitle() + "\n" + description;
        String named = options.source().isEmpty() ? words : words + "\nSource: " + options.source();
        SvgCanvas canvas = new SvgCanvas(width, height, options, named);
        lines(canvas, titles, 26, 20, "font-size=\"16\" font-weight=\"600\"");
        lines(canvas, captions, 26 + 20.0 * titles.size(), 18, canvas.faint());
        lines(canvas, sources, end + 12, 18, canvas.faint());
        return canvas;
    }

    private static void lines(SvgCanvas canvas, List<String> lines, double first, double step, String attributes) {
        for (int i = 0; i < lines.size(); i++) {
            canvas.text(MARGIN, first + i * step, lines.get(i), attributes);
        }
    }
}
