package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How names are checked, compared, searched and turned into ids: the same everywhere, in any script and locale. */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern NOT_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");

    private Names() {}

    public static String require(String text, String what) {
        requireNonNull(text, what);
        checkArgument(!text.isBlank(), "%s is blank; it needs at least one visible character", what);
        return text;
    }

    /** The text with one plain blank for each run of white space of any kind, and none at its ends. */
    public static String spaced(String text) {
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
        return spaced.toString();
    }

    /** White space as people see it: with the no-break spaces, and with the line break of old mainframes. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    /** The name without accents and case, as people search it. */
    public static String folded(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT);
    }

    /** An id that keeps letters of every script: {@code Charité – Berlin} gives {@code charité-berlin}. */
    public static String id(String name) {
        String lower = Normalizer.normalize(name, Form.NFC).toLowerCase(Locale.ROOT);
        String dashed = NOT_LETTERS_OR_DIGITS.matcher(lower).replaceAll("-");
        int from = dashed.startsWith("-") ? 1 : 0;
        int to = dashed.length() - (dashed.length() > from && dashed.endsWith("-") ? 1 : 0);
        String id = dashed.substring(from, to);
        checkArgument(
                !id.isEmpty(),
                "school name \"%s\" has no letter or digit to make an id of; give an id beside it",
                name);
        return id;
    }

    /** How like a name, or the likest of its words, is to a text, in [0, 1]; a name that contains the text scores 1. */
    public static double likeness(String name, String wanted) {
        String folded = folded(name);
        String text = folded(wanted);
        if (folded.contains(text)) {
            return 1;
        }
        Set<String> pairs = pairs(text);
        return Stream.concat(Stream.of(folded), Stream.of(folded.split(" ")))
                .mapToDouble(word -> dice(pairs(word), pairs))
                .max()
                .orElse(0);
    }

    /** Shared pairs of letters over all pairs. */
    private static double dice(Set<String> pairs, Set<String> others) {
        int all = pairs.size() + others.size();
        pairs.retainAll(others);
        return all == 0 ? 0 : 2.0 * pairs.size() / all;
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
