package io.github.medrank.text;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.School;
import io.github.medrank.evidence.Institutions;
import io.github.medrank.evidence.SurveyKind;
import java.util.List;

/**
 * Looks for a text that breaks the CSV reader, led by the code that each text reaches. A finding is kept as a file under
 * {@code src/test/resources} and tried first from then on.
 */
class CsvFuzzTest {
    private static final Indicator PAPERS = Indicator.of("papers");
    private static final Indicator COST = Indicator.of("cost");
    private static final List<Indicator> BOTH = List.of(PAPERS, COST);

    @FuzzTest(maxDuration = "5m")
    void any_text_is_a_table_that_can_be_written_or_a_CsvException(FuzzedDataProvider data) {
        Csv reader = Csv.reader(BOTH).withMaxRows(data.consumeInt(1, 100)).withMaxCellLength(data.consumeInt(1, 1_000));
        reader = data.consumeBoolean() ? reader.withEveryAttribute() : reader;
        String headers = data.consumeBoolean() ? "school,papers,cost,aliases,id,published-score\n" : "";
        IndicatorTable table;
        try {
            table = reader.parse(headers + data.consumeRemainingAsString());
        } catch (CsvException e) {
            return;
        }
        CsvTables.assertSame(Csv.parseTable(Csv.write(table), BOTH), table);
    }

    @FuzzTest(maxDuration = "5m")
    void any_table_reads_as_it_was_written_or_is_not_written(FuzzedDataProvider data) {
        IndicatorTable.Builder builder = IndicatorTable.builder(BOTH);
        for (int i = 0; i < 3; i++) {
            School school = School.of(
                    i + data.consumeString(20).replaceAll("[\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]", ""),
                    i + data.consumeString(20));
            school = school.withAlias(i + data.consumeString(20)).withAlias("b" + data.consumeString(20));
            builder.row(school, List.of(Cell.of(data.consumeRegularDouble()), Cell.of(data.consumeRegularDouble())));
        }
        IndicatorTable table = builder.build();
        String text;
        try {
            text = Csv.write(table);
        } catch (IllegalArgumentException e) {
            return;
        }
        CsvTables.assertSame(Csv.parseTable(text, BOTH), table);
    }

    @FuzzTest(maxDuration = "5m")
    void any_file_is_a_table_that_can_be_written_or_a_CsvException(FuzzedDataProvider data) {
        Csv reader = Csv.reader(BOTH).withMaxRows(data.consumeInt(1, 100)).withMaxCellLength(data.consumeInt(1, 1_000));
        reader = data.consumeBoolean() ? reader.withEveryAttribute() : reader;
        String headers = data.consumeBoolean() ? "Top\nInstitution;Papers;Cost;Country;Rank;Overall score\n" : "";
        CsvFile file;
        try {
            file = reader.read(headers + data.consumeRemainingAsString());
        } catch (CsvException e) {
            return;
        }
        file.toString();
        String text;
        try {
            text = Csv.write(file.table());
        } catch (IllegalArgumentException e) {
            return; // an alias or an id that would read differently
        }
        CsvTables.assertSame(Csv.read(text, BOTH).table(), file.table());
    }

    @FuzzTest(maxDuration = "5m")
    void any_text_is_papers_and_ballots_or_a_CsvException(FuzzedDataProvider data) {
        Institutions schools = Institutions.of(School.of("Yale University"), School.of("University of Oxford"));
        boolean papers = data.consumeBoolean();
        String headers = papers ? "Year,Cited by,DOI,Affiliations,subjects\n" : "respondent;year;country;domestic 1\n";
        String text = (data.consumeBoolean() ? headers : "") + data.consumeRemainingAsString();
        try {
            (papers ? Csv.papers(text, schools) : Csv.ballots(text, SurveyKind.ACADEMIC)).toString();
        } catch (CsvException e) {
            return;
        }
    }
}
