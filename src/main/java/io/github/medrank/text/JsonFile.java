package io.github.medrank.text;

import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import java.util.Locale;
import java.util.Map;

/** Builds the trees of what a text contained apart from its table. */
final class JsonFile {
    private JsonFile() {}

    static Map<String, Object> file(CsvFile file) {
        return JsonObject.document("file")
                .schools("schools", file.schools())
                .list("published", file.published().entrySet(), each -> published(each.getKey(), each.getValue()))
                .list("notes", file.notes(), JsonFile::note)
                .build();
    }

    static Map<String, Object> records(CsvRecords<?> file) {
        return JsonObject.document("records")
                .number("records", file.records().size())
                .list("notes", file.notes(), JsonFile::note)
                .build();
    }

    static Map<String, Object> published(School school, PublishedResult result) {
        return JsonObject.of()
                .school("school", school)
                .text("position", result.position())
                .number("score", result.score())
                .build();
    }

    private static Map<String, Object> note(CsvNote note) {
        return JsonObject.of()
                .text("kind", note.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .number("line", note.line())
                .number("column", note.column())
                .text("text", note.text())
                .build();
    }
}
