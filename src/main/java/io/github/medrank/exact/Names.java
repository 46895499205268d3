package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

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
}
