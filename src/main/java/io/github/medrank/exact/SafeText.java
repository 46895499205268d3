package io.github.medrank.exact;

/** Text that came from outside: which of it says nothing, and how it is shown without doing anything. */
public final class SafeText {
    private static final int REPLACEMENT = 0xFFFD;

    private SafeText() {}

    /** Returns whether a cell of text says that there is nothing: blank, a dash or {@code n/a}. */
    public static boolean isMissing(String text) {
        String bare = text.strip();
        return bare.isEmpty()
                || bare.equals("-")
                || bare.equals("–")
                || bare.equals("—")
                || bare.equalsIgnoreCase("n/a");
    }

    /**
     * Returns the text as part of one line that a terminal or a page shows as it is: a line break or a tab becomes a
     * space, any other control character, and anything that turns the direction of the text round, the sign
     * {@code U+FFFD}.
     */
    public static String line(String text) {
        if (isSafe(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().map(SafeText::shown).forEach(line::appendCodePoint);
        return line.toString();
    }

    /** Returns whether the text is shown as it is on one line. */
    public static boolean isSafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= ' ' && c < 0x7F) || (c > 0x9F && c < 0x2000);
            if (!plain) {
                return !holdsUnsafe(text);
            }
        }
        return true;
    }

    private static boolean holdsUnsafe(String text) {
        for (int c : Names.codePoints(text)) {
            if (isUnsafe(c)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the character as part of one line; see {@link #line}. */
    public static int shown(int character) {
        if (character == '\n' || character == '\r' || character == '\t' || isSeparator(character)) {
            return ' ';
        }
        return isUnsafe(character) ? REPLACEMENT : character;
    }

    private static boolean isUnsafe(int character) {
        return character < ' '
                || (character >= 0x7F && character <= 0x9F)
                || isSeparator(character)
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069)
                || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
    }

    private static boolean isSeparator(int character) {
        return character == 0x2028 || character == 0x2029;
    }
}
