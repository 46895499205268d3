package io.github.medrank.exact;

import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Computes keys of names that ignore differences of spelling: names with equal keys count as the same spelling. */
public final class NameKeys {
    private static final String APOSTROPHES = "\u2018\u2019\u201B\u2032\u02B9\u02BB\u02BC`\u00B4";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    /** More brackets than any name has; what is beyond them is left as it is. */
    private static final int BRACKETS = 4;

    private static final int LONGEST_ABBREVIATION = 40;

    private NameKeys() {}

    /** Returns the text after NFKC, with plain white space, dashes and apostrophes, in one case. */
    public static String text(String name) {
        String upper = plain(name).toUpperCase(Locale.ROOT);
        return Names.normalized(upper.toLowerCase(Locale.ROOT), Form.NFKC);
    }

    /** Returns the {@link #text} without accents. */
    public static String unaccented(String name) {
        String text = text(name);
        if (Names.isAscii(text)) {
            return text;
        }
        String apart = Names.normalized(text, Form.NFD);
        StringBuilder letters = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            if (!isAccent(apart.charAt(i))) {
                appendUnaccented(apart.charAt(i), letters);
            }
        }
        return Names.normalized(letters.toString(), Form.NFC);
    }

    /** Accents of Latin, Greek and Cyrillic letters; the marks of other scripts are letters in all but name. */
    private static boolean isAccent(char c) {
        return c >= 0x300 && c <= 0x36F;
    }

    /**
     * Returns the words of {@link #unaccented} without a leading "The", bracketed abbreviations, "and", "&" and
     * punctuation.
     */
    public static String words(String name) {
        String text = unaccented(withoutAbbreviations(plain(name))).replace("'", "");
        StringBuilder parted = new StringBuilder(text.length());
        for (int c : Names.codePoints(text)) {
            parted.appendCodePoint(isPartOfWord(c) ? c : ' ');
        }
        List<String> words = new ArrayList<>(Arrays.asList(parted.toString().split(" ")));
        words.removeIf(String::isEmpty);
        if (!words.isEmpty() && words.get(0).equals("the")) {
            words.remove(0);
        }
        words.removeIf("and"::equals);
        return words.isEmpty() ? unaccented(name) : String.join(" ", words);
    }

    private static boolean isPartOfWord(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || Names.isMark(c)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Letters that have a stroke or are two in one, which Unicode does not take apart. */
    private static void appendUnaccented(char letter, StringBuilder to) {
        switch (letter) {
            case 'ø' -> to.append('o');
            case 'ł' -> to.append('l');
            case 'đ', 'ð' -> to.append('d');
            case 'ħ' -> to.append('h');
            case 'ı' -> to.append('i');
            case 'æ' -> to.append("ae");
            case 'œ' -> to.append("oe");
            case 'þ' -> to.append("th");
            default -> to.append(letter);
        }
    }

    /** With one kind of blank, dash and apostrophe; case is kept. */
    private static String plain(String name) {
        // An acute accent that stands alone is an apostrophe; NFKC would make it a blank and an accent.
        String tidy = tidy(name);
        return Names.isAscii(tidy) ? tidy : tidy(Names.normalized(tidy, Form.NFKC));
    }

    private static String tidy(String text) {
        String spaced = Names.spaced(text);
        StringBuilder tidy = new StringBuilder(spaced.length());
        for (int c : Names.codePoints(spaced)) {
            if (c < 0x80 && c != '`') {
                tidy.append((char) c);
            } else if (APOSTROPHES.indexOf(c) >= 0) {
                tidy.append('\'');
            } else if (DASHES.indexOf(c) >= 0) {
                tidy.append('-');
            } else if (Character.getType(c) != Character.FORMAT) {
                tidy.appendCodePoint(c);
            }
        }
        return tidy.toString();
    }

    private static String withoutAbbreviations(String name) {
        String rest = name;
        int from = 0;
        for (int i = 0; i < BRACKETS; i++) {
            int open = rest.indexOf('(', from);
            int close = open < 0 ? -1 : rest.indexOf(')', open);
            if (close < 0) {
                return rest;
            }
            String without = rest.substring(0, open) + " " + rest.substring(close + 1);
            if (isAbbreviation(rest.substring(open + 1, close).strip(), without)) {
                rest = without;
                from = open;
            } else {
                from = close;
            }
        }
        return rest;
    }

    /** Two capitals in the first word, as in "UCLouvain"; or letters of the name from its first on, as in "Caltech". */
    private static boolean isAbbreviation(String inside, String name) {
        if (inside.isEmpty() || inside.length() > LONGEST_ABBREVIATION) {
            return inside.isEmpty();
        }
        int blank = inside.indexOf(' ');
        String first = blank < 0 ? inside : inside.substring(0, blank);
        return first.chars().filter(Character::isUpperCase).count() >= 2
                || shortens(unaccented(inside).replace(" ", ""), unaccented(name.strip()));
    }

    private static boolean shortens(String letters, String name) {
        int from = name.startsWith("the ") ? "the ".length() : 0;
        int found = 0;
        for (int i = from; i < name.length() && found < letters.length(); i++) {
            if (name.charAt(i) == letters.charAt(found)) {
                found++;
            } else if (found == 0) {
                return false;
            }
        }
        return found == letters.length();
    }
}
