package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks, compares, searches names and turns them into ids, in the same way in any script and locale. */
public final class Names {
    private static final int MARKS =
            1 << Character.NON_SPACING_MARK | 1 << Character.ENCLOSING_MARK | 1 << Character.COMBINING_SPACING_MARK;

    private static final char FIRST_ACCENT = '\u0300';
    private static final char FIRST_BARE = '\u00C0';
    /** The letters from U+00C0 to U+00FF, with which most names are written, after NFKD and without marks. */
    private static final String BARE = "AAAAAAÆCEEEEIIIIÐNOOOOO×ØUUUUYÞßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy";

    private Names() {}

    public static String require(String text, String what) {
        requireNonNull(text, what);
        checkArgument(!text.isBlank(), "%s is blank; it needs at least one visible character", what);
        return text;
    }

    /**
     * Returns the text with one plain blank for each run of white space, and none at its ends. Other characters that
     * affect a terminal or a page become {@code U+FFFD}.
     */
    public static String spaced(String text) {
        if (isSpaced(text)) {
            return SafeText.line(text);
        }
        StringBuilder spaced = new StringBuilder(text.length());
        boolean pending = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                pending = spaced.length() > 0;
            } else {
                if (pending) {
                    spaced.append(' ');
                    pending = false;
                }
                spaced.append(c);
            }
        }
        return SafeText.line(spaced.toString());
    }

    private static boolean isSpaced(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            boolean here = isBlank(text.charAt(i));
            if (here && (blank || text.charAt(i) != ' ')) {
                return false;
            }
            blank = here;
        }
        return !blank;
    }

    /** White space as people see it: with the no-break spaces, and with the line break of old mainframes. */
    private static boolean isBlank(char c) {
        boolean visible = c > ' ' && c < 0x7F; // most characters, by far
        return !visible && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085');
    }

    /** Returns the name without accents and case, for searching. */
    public static String folded(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean bare = c >= FIRST_BARE && c < FIRST_BARE + BARE.length();
            if (c > 0x7F && !bare) {
                return withoutMarks(Normalizer.normalize(name, Form.NFKD)).toLowerCase(Locale.ROOT);
            }
            plain.append(bare ? BARE.charAt(c - FIRST_BARE) : c);
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static String withoutMarks(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        for (int c : codePoints(text)) {
            if (!isMark(c)) {
                bare.appendCodePoint(c);
            }
        }
        return bare.toString();
    }

    /**
     * A text in one of Unicode's forms. No form changes ASCII, and NFC no character before the first accent; only other
     * texts need Unicode's tables, whose loading takes as long as a first ranking.
     */
    static String normalized(String text, Form form) {
        return isBelow(form == Form.NFC ? FIRST_ACCENT : 0x80, text) ? text : Normalizer.normalize(text, form);
    }

    static boolean isAscii(String text) {
        return isBelow(0x80, text);
    }

    private static boolean isBelow(int end, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= end) {
                return false;
            }
        }
        return true;
    }

    /** The characters of a text; half a pair counts as one. */
    static int[] codePoints(String text) {
        int[] all = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < all.length; i++) {
            all[i] = text.codePointAt(at);
            at += Character.charCount(all[i]);
        }
        return all;
    }

    /** An accent, or a vowel sign of scripts that write them as marks. */
    static boolean isMark(int character) {
        return (MARKS >> Character.getType(character) & 1) != 0;
    }

    /** Returns an id that keeps letters of every script: {@code Charité – Berlin} gives {@code charité-berlin}. */
    public static String id(String name) {
        String lower = normalized(name, Form.NFC).toLowerCase(Locale.ROOT);
        StringBuilder id = new StringBuilder(lower.length());
        boolean apart = false;
        for (int c : codePoints(lower)) {
            if (Character.isLetter(c) || isMark(c) || Character.isDigit(c)) {
                if (apart) {
                    id.append('-');
                }
                id.appendCodePoint(c);
                apart = false;
            } else {
                apart = !id.isEmpty();
            }
        }
        checkArgument(
                !id.isEmpty(),
                "school name \"%s\" has no letter or digit to make an id of; give an id beside it",
                SafeText.line(name));
        return id.toString();
    }

    /** Measures how similar names are to one text, by the pairs of letters that they share. */
    public static final class Likeness {
        private final String text;
        private final int[] pairs;

        public Likeness(String wanted) {
            text = folded(wanted);
            pairs = pairs(text);
        }

        /**
         * Returns the similarity of a name, or of the most similar of its words, to the text, in [0, 1]; 1 for a name
         * that contains the text.
         */
        public double of(String name) {
            String folded = folded(name);
            if (folded.contains(text)) {
                return 1;
            }
            return Stream.concat(Stream.of(folded), Stream.of(folded.split(" ")))
                    .mapToDouble(word -> dice(pairs(word), pairs))
                    .max()
                    .orElse(0);
        }

        /** Shared pairs of letters over all pairs. */
        private static double dice(int[] pairs, int[] others) {
            int shared = 0;
            int at = 0;
            for (int pair : pairs) {
                while (at < others.length && others[at] < pair) {
                    at++;
                }
                shared += at < others.length && others[at] == pair ? 1 : 0;
            }
            int all = pairs.length + others.length;
            return all == 0 ? 0 : 2.0 * shared / all;
        }

        /** The different pairs of neighbouring characters, in rising order. */
        private static int[] pairs(String text) {
            return IntStream.range(0, Math.max(0, text.length() - 1))
                    .map(i -> text.charAt(i) << Character.SIZE | text.charAt(i + 1))
                    .sorted()
                    .distinct()
                    .toArray();
        }
    }
}
