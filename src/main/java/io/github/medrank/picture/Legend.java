package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;
import io.github.medrank.picture.ContributionChart.Part;
import java.util.List;

/** Coloured squares with names, in as many lines as they need. */
record Legend(ImmutableList<Part> parts, ImmutableList<Double> xs, ImmutableList<Double> ys) {
    private static final double SQUARE = 18;
    private static final double LONGEST = 480;

    static Legend of(List<Part> parts, PictureFrame frame) {
        double room = frame.width() - 2 * PictureFrame.MARGIN;
        ImmutableList.Builder<Double> xs = ImmutableList.builder();
        ImmutableList.Builder<Double> ys = ImmutableList.builder();
        double x = PictureFrame.MARGIN;
        double y = frame.top();
        for (Part part : parts) {
            double width = SQUARE + Math.min(TextWidth.of(part.name()) * PictureFrame.FONT, longest(room)) + 16;
            if (x > PictureFrame.MARGIN && x + width > PictureFrame.MARGIN + room) {
                x = PictureFrame.MARGIN;
                y += 20;
            }
            xs.add(x);
            ys.add(y);
            x += width;
        }
        return new Legend(ImmutableList.copyOf(parts), xs.build(), ys.build());
    }

    private static double longest(double room) {
        return Math.min(LONGEST, room - SQUARE);
    }

    double bottom() {
        return ys.get(ys.size() - 1) + 14;
    }

    void draw(SvgCanvas canvas) {
        double most = longest(canvas.width() - 2 * PictureFrame.MARGIN) / PictureFrame.FONT;
        for (int i = 0; i < parts.size(); i++) {
            canvas.rect(xs.get(i), ys.get(i), 12, 12, parts.get(i).colour());
            if (parts.get(i).isAggregation()) {
                canvas.outline(xs.get(i), ys.get(i), 12, 12);
            }
            canvas.text(
                    xs.get(i) + SQUARE,
                    ys.get(i) + 10.5,
                    TextWidth.fitted(parts.get(i).name(), most));
        }
    }
}
