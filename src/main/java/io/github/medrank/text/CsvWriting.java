package io.github.medrank.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.PublishedResult;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.exact.SafeText;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes the form that the strict form of {@link Csv} reads. */
final class CsvWriting {
    private static final ImmutableList<String> OF_SCHOOLS = ImmutableList.of("school", "id", "country", "aliases");
    private static final ImmutableList<String> PUBLISHED = ImmutableList.of("published-rank", "published-score");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,400}([.][0-9]{1,400})?(E-?[0-9]{1,3})?");

    private CsvWriting() {}

    static String of(Ranking ranking) {
        List<String> header = new ArrayList<>(List.of("position", "school", "id", "country", "score"));
        ranking.table().indicators().forEach(indicator -> header.add(indicator.id()));
        List<List<String>> rows = new ArrayList<>();
        for (RankedSchool each : ranking) {
            List<String> row = new ArrayList<>(List.of(
                    each.position().toString(),
                    each.school().name(),
                    each.school().id(),
                    each.school().country().orElse(""),
                    each.score().toPlainString()));
            ranking.table().indicators().forEach(indicator -> row.add(number(each.value(indicator))));
            rows.add(row);
        }
        return text(header, rows);
    }

    static String of(IndicatorTable table) {
        table.indicators().forEach(CsvWriting::checkReadable);
        boolean published = !table.published().isEmpty();
        List<String> header = new ArrayList<>(OF_SCHOOLS);
        if (published) {
            header.addAll(PUBLISHED);
        }
        table.indicators().forEach(indicator -> header.add(indicator.id()));
        List<List<String>> rows = new ArrayList<>();
        table.rows().forEach(row -> {
            School school = row.school();
            checkReadable(school);
            List<String> cells = new ArrayList<>(List.of(
                    school.name(), school.id(), school.country().orElse(""), String.join("|", school.aliases())));
            if (published) {
                Optional<PublishedResult> result =
                        Optional.ofNullable(table.published().get(school));
                Optional<String> position = result.flatMap(PublishedResult::position);
                position.ifPresent(printed -> checkReadable(school, "published position", printed));
                cells.add(position.orElse(""));
                cells.add(result.flatMap(PublishedResult::score)
                        .map(BigDecimal::toPlainString)
                        .orElse(""));
            }
            table.indicators().forEach(indicator -> cells.add(number(row.cell(indicator))));
            rows.add(cells);
        });
        return text(header, rows);
    }

    static String guarded(String csv) {
        List<List<String>> lines = new ArrayList<>();
        CsvSource.withCommas(csv)
                .forEach(
                        CsvLimits.NONE,
                        CsvLineHandler.Cells.AS_WRITTEN,
                        false,
                        line -> lines.add(line.cells().stream()
                                .map(CsvWriting::guardedCell)
                                .toList()));
        return lines.isEmpty() ? "" : text(lines.get(0), lines.subList(1, lines.size()));
    }

    private static String guardedCell(String cell) {
        return cell.isEmpty()
                        || !CsvLineHandler.isRisky(cell.charAt(0))
                        || NUMBER.matcher(cell).matches()
                ? cell
                : "'" + cell;
    }

    /** Refuses a school that would be read as a different one. */
    private static void checkReadable(School school) {
        checkReadable(school, "id", school.id());
        for (String alias : school.aliases()) {
            checkArgument(
                    !alias.contains("|"),
                    "school \"%s\": alias \"%s\" holds the | that separates aliases",
                    school.name(),
                    alias);
        }
        if (school.aliases().size() == 1) {
            checkReadable(school, "its only alias", school.aliases().get(0));
        }
    }

    private static void checkReadable(School school, String what, String text) {
        checkArgument(
                isStripped(text),
                "school \"%s\": %s \"%s\" begins or ends in white space, which is not read",
                school.name(),
                what,
                text);
        checkArgument(
                !SafeText.isMissing(text),
                "school \"%s\": %s \"%s\" reads as a missing value",
                school.name(),
                what,
                text);
    }

    /** Refuses an indicator whose column would be taken for another. */
    private static void checkReadable(Indicator indicator) {
        String id = indicator.id();
        checkArgument(
                !OF_SCHOOLS.contains(id) && !PUBLISHED.contains(id) && isStripped(id),
                "indicator \"%s\": a column with this header would not be read as the indicator's",
                id);
    }

    private static boolean isStripped(String text) {
        return !CsvLineHandler.isBlank(text.charAt(0)) && !CsvLineHandler.isBlank(text.charAt(text.length() - 1));
    }

    private static String text(List<String> header, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        CsvWriter writer = CsvWriter.builder()
                .bufferSize(0)
                .lineDelimiter(LineDelimiter.LF)
                .build(text);
        writer.writeRecord(header);
        rows.forEach(writer::writeRecord);
        return text.toString();
    }

    private static String number(Cell cell) {
        return cell.value().isPresent() ? Cell.of(cell.value().getAsDouble()).toString() : "";
    }
}
