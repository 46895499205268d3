package io.github.medrank.text;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.TextTable;
import io.github.medrank.exact.SafeText;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A note on something that {@link Csv#read}, {@link Csv#ballots} or {@link Csv#papers} renamed, ignored or set aside.
 *
 * @param kind what was done
 * @param line the line concerned, from 1; 0 if the note concerns the whole text
 * @param column the column concerned, from 1; 0 if the note concerns the whole line
 * @param text the original text and what became of it, in words
 */
@Immutable
public record CsvNote(Kind kind, long line, int column, String text) {
    /** Classifies what was done to a part of a text. */
    public enum Kind {
        /** How the text as a whole was read, such as its separator and number format. */
        DIALECT("general notes"),
        /** A line above the headers was left out. */
        ABOVE_HEADERS("lines above the headers"),
        /** A column was read under a header other than its own id. */
        RENAMED("columns renamed"),
        /** A column was not read. */
        COLUMN_IGNORED("columns ignored"),
        /** A line without any cell was skipped. */
        BLANK_LINE("blank lines"),
        /**
         * A line that is not a school or record was set aside, such as a total, a second header, or a paper without a
         * year.
         */
        SET_ASIDE("lines set aside"),
        /** A line was left out by the reader's own filter. */
        FILTERED("lines filtered out"),
        /** A country was read from a name or another code. */
        COUNTRY_READ("countries read"),
        /** A country could not be identified and was kept as an attribute. */
        COUNTRY_UNKNOWN("countries not known"),
        /** A name contains the character U+FFFD, because the text was decoded with the wrong character set. */
        NAME_DAMAGED("damaged names"),
        /** A paper names no institution, and therefore counts for none. */
        NO_INSTITUTION("papers of no institution"),
        /** A published position or score could not be read and was left out. */
        PUBLISHED_UNREAD("published figures not read"),
        /** A value is outside its indicator's scale, such as 955 where scores end at 100; it was kept. */
        OFF_SCALE("values off their scale");

        private final String plural;

        Kind(String plural) {
            this.plural = plural;
        }

        String plural() {
            return plural;
        }
    }

    static ImmutableList<CsvNote> of(Kind kind, List<CsvNote> notes) {
        requireNonNull(kind, "kind");
        return notes.stream().filter(note -> note.kind == kind).collect(ImmutableList.toImmutableList());
    }

    /** Returns the number of notes of each kind, and the first notes, one per line. */
    static String account(List<CsvNote> notes) {
        if (notes.isEmpty()) {
            return "nothing to note";
        }
        String counts = notes.stream()
                .collect(Collectors.groupingBy(CsvNote::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getKey().plural() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        int shown = TextTable.briefRows(notes.size());
        String first = notes.stream().limit(shown).map(note -> "\n" + note).collect(Collectors.joining());
        return "noted: " + counts + first
                + (notes.size() > shown ? "\n… " + (notes.size() - shown) + " more: notes()" : "");
    }

    /** Checks that no component is null, and makes the text a single line that is safe to display. */
    public CsvNote {
        requireNonNull(kind, "kind");
        text = SafeText.line(requireNonNull(text, "text"));
    }

    /** Compares notes by the line concerned, then by the column. */
    static int compareByPlace(CsvNote one, CsvNote other) {
        int lines = Long.compare(one.line, other.line);
        return lines == 0 ? Integer.compare(one.column, other.column) : lines;
    }

    /** Returns the place and what was done, such as {@code line 12: set aside "Total"}. */
    @Override
    public String toString() {
        String place = line == 0 ? "" : "line " + line + (column == 0 ? "" : ", column " + column) + ": ";
        return place + text;
    }
}
