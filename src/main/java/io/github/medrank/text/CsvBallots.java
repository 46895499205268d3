package io.github.medrank.text;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.github.medrank.evidence.Ballot;
import io.github.medrank.evidence.SurveyKind;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the ballots of a reputation survey, one per line. For a single call without options, use {@link Csv#ballots}.
 *
 * <p>The following columns are read. Each is found by any of its headers; case, blanks and underscores are ignored.
 *
 * <ul>
 *   <li>{@code respondent}: {@code respondent}, {@code respondent_id}, {@code id}
 *   <li>{@code survey}: {@code academic} or {@code employer}, for a text with ballots of both surveys
 *   <li>{@code year}: {@code year}, {@code survey_year}
 *   <li>{@code country}: {@code country}, {@code location}; a code or an English name
 *   <li>{@code institution}: {@code institution}, {@code employer}, {@code affiliation}; the respondent's own
 *       institution
 *   <li>{@code subjects}: {@code subjects}, {@code subject}, {@code field}
 *   <li>{@code domestic}, {@code international}: the nominated schools at home and abroad, by id, name or alias; in one
 *       cell, separated by bars, or by semicolons if there are no bars, or in numbered columns such as
 *       {@code Domestic 1}
 * </ul>
 *
 * <pre>{@code
 * var text = "respondent,year,country,domestic,international\nr1,2025,United Kingdom,Oxford|Leeds,Yale\n";
 * Csv.ballots(text, SurveyKind.ACADEMIC)
 *         .records() // ==> [academic ballot of "r1" (2025, GB): domestic [Oxford, Leeds], international [Yale]]
 * }</pre>
 */
public final class CsvBallots {
    private static final CsvRecordReader.Kind BALLOTS = new CsvRecordReader.Kind(
            "ballot",
            ImmutableListMultimap.<String, String>builder()
                    .putAll("respondent", "respondent", "respondentid", "id")
                    .putAll("survey", "survey", "surveykind", "kind")
                    .putAll("year", "year", "surveyyear")
                    .putAll("country", "country", "countrycode", "location", "country/territory")
                    .putAll("institution", "institution", "owninstitution", "employer", "affiliation")
                    .putAll("subjects", "subjects", "subject", "field")
                    .putAll("domestic", "domestic", "domesticpicks", "domesticpick", "home")
                    .putAll("international", "international", "internationalpicks", "internationalpick", "abroad")
                    .build(),
            ImmutableList.of(ImmutableList.of("respondent"), ImmutableList.of("year")),
            ImmutableList.of("domestic", "international", "subjects"));

    private final SurveyKind kind;
    private final CsvRecordReader.Options options;

    private CsvBallots(SurveyKind kind, CsvRecordReader.Options options) {
        this.kind = kind;
        this.options = options;
    }

    /**
     * Returns a reader of ballots, to be configured with the {@code with…} methods.
     *
     * @param kind the survey for lines that do not state one
     */
    public static CsvBallots of(SurveyKind kind) {
        return new CsvBallots(requireNonNull(kind, "kind"), CsvRecordReader.Options.DEFAULT);
    }

    /**
     * Returns a reader that finds a column under the given header.
     *
     * @param column the name of the column, such as {@code domestic}; see {@link CsvBallots}
     * @param header the header; for numbered columns, that of the first
     * @throws IllegalArgumentException if ballots have no such column
     */
    public CsvBallots withColumn(String column, String header) {
        requireNonNull(header, "header");
        BALLOTS.requireColumn(column);
        return new CsvBallots(kind, options.withHeader(column, header));
    }

    /** Returns a reader that splits cells at the given separator, such as a semicolon. */
    public CsvBallots withSeparator(char separator) {
        return new CsvBallots(kind, options.withSeparator(separator));
    }

    /**
     * Reads the ballots of a text.
     *
     * @return the ballots and the notes
     * @throws CsvException if the text has no headers for the respondent and the year, no ballot, or a header that
     *     occurs twice; the message names the place
     */
    public CsvRecords<Ballot> read(String csv) {
        Set<String> countries = new HashSet<>();
        return new CsvRecordReader<Ballot>(BALLOTS, options)
                .read(requireNonNull(csv, "csv"), line -> Optional.of(ballot(line, countries)));
    }

    private Ballot ballot(CsvRecordReader<Ballot>.Line line, Set<String> countries) {
        String respondent = line.text("respondent");
        if (respondent.isEmpty()) {
            throw new IllegalArgumentException("no respondent");
        }
        return Ballot.builder(respondent, kind(line.text("survey")), country(line, countries), line.need("year"))
                .institution(line.text("institution"))
                .subjects(line.list("subjects").toArray(String[]::new))
                .domestic(line.list("domestic"))
                .international(line.list("international"))
                .build();
    }

    private SurveyKind kind(String survey) {
        return switch (survey.toLowerCase(Locale.ROOT)) {
            case "" -> kind;
            case "academic" -> SurveyKind.ACADEMIC;
            case "employer" -> SurveyKind.EMPLOYER;
            default ->
                throw new IllegalArgumentException(
                        "survey \"" + CsvNumbers.shown(survey) + "\" is neither academic nor employer");
        };
    }

    /**
     * Returns a country's code, or the text as written if it is not known, so that the tally counts the ballot as
     * rejected.
     */
    private static String country(CsvRecordReader<Ballot>.Line line, Set<String> seen) {
        String written = line.country();
        Optional<String> code = CountryNames.code(written);
        if (!written.equals(code.orElse("")) && seen.add(written)) {
            line.note(
                    code.isPresent() ? CsvNote.Kind.COUNTRY_READ : CsvNote.Kind.COUNTRY_UNKNOWN,
                    "country",
                    "country \"" + CsvNumbers.shown(written) + "\" "
                            + code.map(known -> "read as " + known).orElse("not known; kept as written"));
        }
        return code.orElse(written);
    }
}
