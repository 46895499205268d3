package io.github.medrank.picture;

import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes the SVG elements that the pictures use. Numbers and escapes are the same in every locale. */
final class SvgCanvas {
    /** No font is loaded; the viewer's own font is used. */
    private static final String FONTS = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif";

    private final StringBuilder out = new StringBuilder();
    private final Palette palette;
    private final double width;

    /** Begins a picture with its size, its name, and its description in words. */
    SvgCanvas(double width, double height, PictureOptions options, String description) {
        this.palette = options.palette();
        this.width = width;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
        attribute("width", width);
        attribute("height", height);
        out.append(" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height))
                .append("\" font-family=\"")
                .append(FONTS)
                .append("\" font-size=\"12\" fill=\"" + palette.ink() + "\">\n<title>")
                .append(escaped(options.title()))
                .append("</title>\n<desc>")
                .append(escaped(description))
                .append("</desc>\n");
        rect(0, 0, width, height, palette.paper());
    }

    double width() {
        return width;
    }

    Palette palette() {
        return palette;
    }

    /** The attribute of less important letters. */
    String faint() {
        return "fill=\"" + palette.faint() + "\"";
    }

    /** Opens a group with attributes such as {@code font-size="11"}. */
    void open(String attributes) {
        out.append("<g")
                .append(attributes.isEmpty() ? "" : " ")
                .append(attributes)
                .append(">\n");
    }

    /** Opens a group with a text that viewers show when the pointer is over it. */
    void openTitled(String title) {
        out.append("<g><title>").append(escaped(title)).append("</title>\n");
    }

    void close() {
        out.append("</g>\n");
    }

    void rect(double x, double y, double width, double height, String fill) {
        out.append("<rect");
        attribute("x", x);
        attribute("y", y);
        attribute("width", width);
        attribute("height", height);
        out.append(" fill=\"").append(fill).append("\"/>\n");
    }

    /** Draws an unfilled box, which stands for something absent. */
    void outline(double x, double y, double width, double height) {
        out.append("<rect");
        attribute("x", x);
        attribute("y", y);
        attribute("width", width);
        attribute("height", height);
        out.append(" fill=\"" + palette.paper() + "\" fill-opacity=\"0.75\" stroke=\"" + palette.faint()
                + "\" stroke-dasharray=\"3 2\"/>\n");
    }

    void circle(double x, double y, double radius, String attributes) {
        out.append("<circle");
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        out.append(' ').append(attributes).append("/>\n");
    }

    void line(double x1, double y1, double x2, double y2, String attributes) {
        out.append("<line");
        attribute("x1", x1);
        attribute("y1", y1);
        attribute("x2", x2);
        attribute("y2", y2);
        out.append(' ').append(attributes).append("/>\n");
    }

    /** Draws a range as a thick line. */
    void range(double from, double to, double y) {
        line(from, y, to, y, "stroke=\"" + palette().line() + "\" stroke-width=\"3\" stroke-linecap=\"round\"");
    }

    /** Draws a dot on a range. */
    void dot(double x, double y) {
        circle(x, y, 4, "fill=\"" + palette().dot() + "\" stroke=\"" + palette().paper() + "\" stroke-width=\"1\"");
    }

    /** Draws a text whose baseline begins at a point. */
    void text(double x, double y, String text) {
        text(x, y, text, "");
    }

    /** Draws a text at a point, with attributes such as {@code text-anchor="end"}. */
    void text(double x, double y, String text, String attributes) {
        out.append("<text");
        attribute("x", x);
        attribute("y", y);
        out.append(attributes.isEmpty() ? "" : " ")
                .append(attributes)
                .append('>')
                .append(escaped(text))
                .append("</text>\n");
    }

    /** Returns the whole picture. */
    String finish() {
        return out.append("</svg>\n").toString();
    }

    private void attribute(String name, double value) {
        out.append(' ').append(name).append("=\"").append(number(value)).append('"');
    }

    /** A coordinate to two decimals, without trailing zeros. */
    static String number(double value) {
        return plain(value, 2);
    }

    /** A number rounded half up, without trailing zeros or a sign of zero. */
    static String plain(double value, int decimals) {
        BigDecimal rounded = Decimals.of(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /**
     * The text as XML. Markup is escaped, and characters that affect a page or are not allowed in XML are replaced.
     * Line feeds are kept for tool tips.
     */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(isKept(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean isKept(int c) {
        return c == '\n' || c == '\t' || (SafeText.shown(c) == c && c != 0xFFFE && c != 0xFFFF);
    }
}
