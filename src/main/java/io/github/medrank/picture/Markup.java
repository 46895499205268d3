package io.github.medrank.picture;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/** Writes the HTML of a page: elements whose texts and attributes are escaped, line by line. */
final class Markup {
    private final StringBuilder out = new StringBuilder();

    /** Text that is HTML already. */
    @CanIgnoreReturnValue
    Markup raw(String html) {
        out.append(html);
        return this;
    }

    /** Opens an element, such as {@code open("th", "scope", "col")}: attributes in pairs of name and value. */
    @CanIgnoreReturnValue
    Markup open(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]);
            out.append("=\"").append(SvgCanvas.escaped(attributes[i + 1])).append('"');
        }
        out.append('>');
        return this;
    }

    @CanIgnoreReturnValue
    Markup close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    @CanIgnoreReturnValue
    Markup text(String text) {
        out.append(SvgCanvas.escaped(text));
        return this;
    }

    /** An element that holds a text. */
    @CanIgnoreReturnValue
    Markup element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** A cell of a table: as an element, without the line's end. */
    @CanIgnoreReturnValue
    Markup cell(String element, String text, String... attributes) {
        open(element, attributes).text(text);
        out.append("</").append(element).append('>');
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
