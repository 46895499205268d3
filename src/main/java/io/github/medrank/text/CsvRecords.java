package io.github.medrank.text;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import java.util.List;

/**
 * The ballots or papers of a CSV text, and notes on everything that was renamed, ignored or set aside.
 * {@link Csv#ballots} and {@link Csv#papers} return it.
 *
 * @param <T> the type of record, a ballot or a paper
 */
@Immutable(containerOf = "T")
public final class CsvRecords<T> {
    private final String what;
    private final ImmutableList<T> records;
    private final ImmutableList<CsvNote> notes;

    CsvRecords(String what, List<T> records, List<CsvNote> notes) {
        this.what = what;
        this.records = ImmutableList.copyOf(records);
        this.notes = ImmutableList.copyOf(notes);
    }

    /** Returns the ballots or papers, in the order of the text. */
    public ResultList<T> records() {
        return ResultList.copyOf(records);
    }

    /** Returns what was renamed, ignored or set aside, in the order of the text. */
    public ResultList<CsvNote> notes() {
        return ResultList.copyOf(notes);
    }

    /** Returns the notes of one kind. */
    public ResultList<CsvNote> notes(CsvNote.Kind kind) {
        return ResultList.copyOf(CsvNote.of(kind, notes));
    }

    /** Returns the number of records read, the number of notes of each kind, and the first notes, one per line. */
    @Override
    public String toString() {
        return records.size() + " " + what + (records.size() == 1 ? "" : "s") + "; " + CsvNote.account(notes);
    }
}
