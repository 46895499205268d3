package io.github.medrank.text;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.IndicatorTable;
import io.github.medrank.PublishedResult;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a CSV text: the schools, the table, the published results, and notes on everything that was renamed,
 * ignored or set aside. {@link Csv#read} returns it.
 */
@Immutable
@SuppressWarnings("Immutable") // a table is immutable
public final class CsvFile {
    private final ImmutableList<School> schools;
    private final Optional<IndicatorTable> table;
    private final ImmutableMap<School, PublishedResult> published;
    private final ImmutableList<CsvNote> notes;

    CsvFile(
            List<School> schools,
            Optional<IndicatorTable> table,
            Map<School, PublishedResult> published,
            List<CsvNote> notes) {
        this.schools = ImmutableList.copyOf(schools);
        this.table = table;
        this.published = ImmutableMap.copyOf(published);
        this.notes = ImmutableList.copyOf(notes);
    }

    /** Returns the schools, in the order of the text. */
    public ResultList<School> schools() {
        return ResultList.copyOf(schools);
    }

    /**
     * Returns the table, including the published results.
     *
     * @throws IllegalStateException if the reader has no indicators, because such a text is only a list of
     *     {@link #schools}
     */
    public IndicatorTable table() {
        checkState(table.isPresent(), "no indicators were asked for; schools() has the %s schools", schools.size());
        return table.orElseThrow();
    }

    /** Returns the published result of each school that has a position or a score. */
    public ImmutableMap<School, PublishedResult> published() {
        return published;
    }

    /** Returns what was renamed, ignored or set aside, in the order of the text. */
    public ResultList<CsvNote> notes() {
        return ResultList.copyOf(notes);
    }

    /** Returns the notes of one kind. */
    public ResultList<CsvNote> notes(CsvNote.Kind kind) {
        return ResultList.copyOf(CsvNote.of(kind, notes));
    }

    /** Returns the number of schools read, the number of notes of each kind, and the first notes, one per line. */
    @Override
    public String toString() {
        String indicators = table.map(each -> ", " + each.indicators().size()
                        + (each.indicators().size() == 1 ? " indicator" : " indicators"))
                .orElse("");
        return schools.size() + (schools.size() == 1 ? " school" : " schools") + indicators + ", " + published.size()
                + " with published results; " + CsvNote.account(notes);
    }
}
