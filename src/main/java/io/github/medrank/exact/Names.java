package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks, compares, searches names and turns them into ids, in the same way in any script and locale. */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NOT_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

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
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** Returns the name without accents and case, for searching. */
    public static String folded(String name) {
        String plain = CharMatcher.ascii().matchesAllOf(name)
                ? name
                : MARKS.matcher(Normalizer.normalize(name, Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }

    /** Returns an id that keeps letters of every script: {@code Charité – Berlin} gives {@code charité-berlin}. */
    public static String id(String name) {
        String lower = Normalizer.normalize(name, Form.NFC).toLowerCase(Locale.ROOT);
        String dashed = NOT_LETTERS_OR_DIGITS.matcher(lower).replaceAll("-");
        int from = dashed.startsWith("-") ? 1 : 0;
        int to = dashed.length() - (dashed.length() > from && dashed.endsWith("-") ? 1 : 0);
        String id = dashed.substring(from, to);
        checkArgument(
                !id.isEmpty(),
                "school name \"%s\" has no letter or digit to make an id of; give an id beside it",
                SafeText.line(name));
        return id;
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
