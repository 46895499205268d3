package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;

/**
 * Estimates the width of a text in em, the size of the font. The estimate is rather too large, because the viewer's
 * font is not known.
 */
final class TextWidth {
    private TextWidth() {}

    static double of(String text) {
        return text.codePoints().mapToDouble(TextWidth::of).sum();
    }

    private static double of(int c) {
        boolean latin = c < 0x250;
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER ->
                c == 'I' || c == 'J' ? 0.32 : c == 'M' || c == 'W' || !latin ? 0.95 : 0.71;
            case Character.LOWERCASE_LETTER ->
                "fijlrt".indexOf(c) >= 0 ? 0.38 : c == 'm' || c == 'w' ? 0.95 : latin ? 0.62 : 0.7;
            case Character.SPACE_SEPARATOR -> 0.33;
            case Character.DECIMAL_DIGIT_NUMBER -> 0.64;
            case Character.MATH_SYMBOL -> 0.86;
            default -> isPlain(c) ? 0.6 : 1.05;
        };
    }

    /** Whether a character is neither ideographic nor a symbol of that width. */
    private static boolean isPlain(int c) {
        return c < 0x1100 || (c >= 0x1E00 && c < 0x2190);
    }

    /**
     * The text, or its longest beginning that fits with an ellipsis.
     *
     * @param most the largest width in em, at least that of the ellipsis
     */
    static String fitted(String text, double most) {
        if (of(text) <= most) {
            return text;
        }
        double room = most - 1.05;
        int end = 0;
        while (end < text.length() && of(text.codePointAt(end)) <= room) {
            room -= of(text.codePointAt(end));
            end += Character.charCount(text.codePointAt(end));
        }
        String kept = text.substring(0, end).stripTrailing();
        // After right-to-left script, a mark keeps the ellipsis on the left, where the text was cut.
        return kept + "…" + (endsRightToLeft(kept) ? "\u200F" : "");
    }

    /**
     * The text in lines that break at blanks. If there are too many lines, the last one ends with an ellipsis. An empty
     * text has no lines.
     *
     * @param most the largest width in em, at least that of the ellipsis
     */
    static ImmutableList<String> lines(String text, double most, int mostLines) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        String rest = text.strip();
        for (int line = 1; !rest.isEmpty(); line++) {
            int end = line == mostLines ? rest.length() : lineEnd(rest, most);
            lines.add(fitted(rest.substring(0, end).strip(), most));
            rest = rest.substring(end).strip();
        }
        return lines.build();
    }

    /** The end of the first line of a text: the last blank at which it fits, or the first blank if it fits at none. */
    private static int lineEnd(String text, double most) {
        if (of(text) <= most) {
            return text.length();
        }
        int end = text.indexOf(' ');
        for (int next = end; next > 0 && of(text.substring(0, next)) <= most; next = text.indexOf(' ', next + 1)) {
            end = next;
        }
        return end < 0 ? text.length() : end;
    }

    private static boolean endsRightToLeft(String text) {
        if (text.isEmpty()) {
            return false;
        }
        byte direction = Character.getDirectionality(text.codePointBefore(text.length()));
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
