package io.github.medrank.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.School;
import io.github.medrank.evidence.Ballot;
import io.github.medrank.evidence.Institutions;
import io.github.medrank.evidence.Paper;
import io.github.medrank.evidence.PaperAccumulator;
import io.github.medrank.evidence.PaperTally;
import io.github.medrank.evidence.Rejection;
import io.github.medrank.evidence.SurveyAccumulator;
import io.github.medrank.evidence.SurveyKind;
import io.github.medrank.evidence.SurveyTally;
import io.github.medrank.published.Qs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Ballots and papers as people have them; all records are made up. */
class CsvRecordsTest {
    private static final Institutions SCHOOLS = Institutions.of(
            School.of("yale-university", "Yale University")
                    .withCountry("US")
                    .withAliases(List.of("https://ror.org/03v76x132", "Yale School of Medicine")),
            School.of("oxford", "University of Oxford").withCountry("GB").withAlias("Oxford"),
            School.of("ucsf", "University of California, San Francisco").withCountry("US"),
            School.of("york-gb", "York University").withCountry("GB"),
            School.of("york-ca", "York University").withCountry("CA"));

    private static final CsvPapers PAPERS = CsvPapers.of(SCHOOLS);

    private static List<String> institutions(String text) {
        return Csv.papers(text, SCHOOLS).records().get(0).institutions();
    }

    private static List<String> notes(CsvRecords<?> file, CsvNote.Kind kind) {
        return file.notes(kind).stream().map(CsvNote::toString).toList();
    }

    private static void refused(String text, String message) {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.papers(text, SCHOOLS))
                .withMessage(message);
    }

    // ---- papers ----

    @Test
    void a_flat_file() {
        CsvRecords<Paper> file = Csv.papers("""
                id,year,institutions,citations,self-citations,affiliation-count,subjects,niche
                doi:10.1000/A,2021,yale-university|Ulm,12,2,5,2700;1300,yes
                x,2020.0,Oxford,,,,,
                """, SCHOOLS);
        assertThat(file.records())
                .containsExactly(
                        Paper.builder(2021, "yale-university", "Ulm")
                                .id("10.1000/a")
                                .citations(12)
                                .selfCitations(2)
                                .affiliations(5)
                                .subjects(2700, 1300)
                                .niche()
                                .build(),
                        Paper.builder(2020, "oxford").id("x").build());
        assertThat(file.records().get(1).citations()).isEmpty();
        assertThat(file.notes()).isEmpty();
        assertThat(file).hasToString("2 papers; nothing to note");
    }

    @Test
    void works_as_openalex_exports_them() {
        CsvRecords<Paper> file = Csv.papers("""
                id,doi,display_name,publication_year,type,cited_by_count,authorships.institutions.display_name,\
                authorships.institutions.ror,authorships.institutions.country_code,topics.subfield.id
                https://openalex.org/W1,https://doi.org/10.1000/B,One,2021,article,7,\
                Yale New Haven|York University|York University|Ulm,\
                https://ror.org/03v76x132|https://ror.org/1|https://ror.org/2|https://ror.org/3,US|CA|GB|DE,\
                https://openalex.org/subfields/2746|https://openalex.org/subfields/2705
                https://openalex.org/W2,,Two,2022,review,,University of Oxford,,,
                """, SCHOOLS);
        assertThat(file.records())
                .containsExactly(
                        Paper.builder(2021, "yale-university", "york-ca", "york-gb", "Ulm")
                                .id("10.1000/b")
                                .citations(7)
                                .subjects(2746, 2705)
                                .build(),
                        Paper.builder(2022, "oxford")
                                .id("https://openalex.org/w2")
                                .build());
        assertThat(notes(file, CsvNote.Kind.DIALECT))
                .containsExactly("papers without a DOI, which have an id that no other export shares: 1");
        assertThat(notes(file, CsvNote.Kind.COLUMN_IGNORED))
                .containsExactly("line 1: 1 columns not read: display_name");
        assertThat(file.notes(CsvNote.Kind.RENAMED)).hasSize(6);
    }

    @Test
    void works_as_openalex_exported_them_before() {
        assertThat(institutions("""
                        id,publication_year,cited_by_count,author_institution_ids,author_institution_names
                        https://openalex.org/W1,2021,7,I1|I2,Ulm|YALE UNIVERSITY
                        """)).containsExactly("Ulm", "yale-university");
        assertThat(institutions("publication_year,authorships.institutions.ror\n2021,https://ror.org/03v76x132\n"))
                .containsExactly("yale-university");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Department of Medicine, University of Oxford, Oxford, United Kingdom#oxford",
                "University of California, San Francisco, San Francisco, CA 94143, United States#ucsf",
                "Dept. of Surgery, University of California, San Francisco, CA, USA#ucsf",
                "Yale School of Medicine, New Haven, CT, United States#yale-university",
                "Oxford Brookes University, Oxford, United Kingdom#Oxford Brookes University, Oxford, United Kingdom",
                "Oxford, United Kingdom#oxford",
                "York University, Toronto, ON, Canada#york-ca",
                "York University, York, United Kingdom#york-gb",
                "School of Health, York University#York University",
                "Harbour Clinic, Northport#Harbour Clinic, Northport",
            })
    void an_address_names_one_institution(String address, String institution) {
        assertThat(institutions("EID,Year,Cited by,Affiliations\n2-s2.0-1,2021,3,\"" + address + "\"\n"))
                .containsExactly(institution);
    }

    @Test
    void papers_as_scopus_exports_them() {
        CsvRecords<Paper> file = PAPERS.withTypes("article", "Review")
                .withSubjects(2700)
                .withBlankAsUncited()
                .read("""
                \uFEFF"Authors","Title","Year","Cited by","DOI","Affiliations","Document Type","Source","EID"
                "A.","T","2021","","10.1000/B","Yale University, New Haven, United States; University of Oxford, Oxford; Yale University, New Haven, United States","Article","Scopus","2-s2.0-1"
                "A.","U","2021","3","10.1000/C","","Erratum","Scopus","2-s2.0-2"
                "A.","V","2020","1","","","Review","Scopus","2-s2.0-3"
                """);
        assertThat(file.records())
                .containsExactly(
                        Paper.builder(2021, "yale-university", "oxford")
                                .id("10.1000/b")
                                .citations(0)
                                .subjects(2700)
                                .build(),
                        Paper.builder(2020)
                                .id("2-s2.0-3")
                                .citations(1)
                                .subjects(2700)
                                .build());
        assertThat(notes(file, CsvNote.Kind.FILTERED))
                .containsExactly(
                        "line 3: left out, of type \"Erratum\": \"A. | U | 2021 | 3 | 10.1000/C |  | Errat…\"");
        assertThat(notes(file, CsvNote.Kind.NO_INSTITUTION))
                .containsExactly("line 4: a paper of no institution: \"A. | V | 2020 | 1 |  |  | Review | Scopu…\"");
    }

    @Test
    void what_cannot_be_read_is_set_aside() {
        CsvRecords<Paper> file = Csv.papers("""
                Papers of 2021
                Year;Institutions;Citations;Subjects

                ;Yale University;3;
                2021;Yale University;1,5;
                2021;Yale University;99999999999;
                2021;Yale University;3;Medicine
                Year;Institutions;Citations;Subjects
                2021;Yale University;−3;
                """, SCHOOLS);
        assertThat(file.records())
                .containsExactly(
                        Paper.builder(2021, "yale-university").citations(-3).build());
        assertThat(file.notes().stream().map(CsvNote::toString))
                .containsExactly(
                        "cells separated by semicolons",
                        "line 1: above the headers: \"Papers of 2021\"",
                        "line 3: blank line",
                        "line 4: no year: \"| Yale University | 3 |\"",
                        "line 5: citations \"1,5\" is no whole number: \"2021 | Yale University | 1,5 |\"",
                        "line 6: citations \"99999999999\" is no whole number: \"2021 | Yale University | 99999999999 |\"",
                        "line 7: subject \"Medicine\" is no whole number: \"2021 | Yale University | 3 | Medicine\"",
                        "line 8: the headers again: \"Year | Institutions | Citations | Subjec…\"");
    }

    @Test
    void what_is_no_text_of_papers_is_refused() {
        refused(
                "Title,Year\nOne,2021\n",
                "line 1: no line has headers for year, and institutions or addresses or ror or institution-ids;"
                        + " withColumn(\"year\", header) names one of [year, institutions, ror, institution-ids, countries,"
                        + " addresses, citations, doi, id, subjects, type, self-citations, affiliation-count, niche];"
                        + " line 1 is above the headers: \"Title | Year\"");
        refused(
                "year,institutions,Citations,citations\n2021,Yale,1,1\n",
                "line 1, column 4: header \"citations\" comes twice");
        refused("year,institutions\n2021,Yale,1\n", "line 2, column 3: 3 cells for 2 headers");
        refused(
                "year,institutions\n2021,\"Yale\n",
                "line 2: a quote is opened here and never closed; is the text cut short?");
        refused(
                "year,institutions\n?,Yale\n",
                "line 2: no papers; noted: lines set aside 1\nline 2: year \"?\" is no whole number: \"? | Yale\"");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> PAPERS.withColumn("citations", "TC").read("year,institutions\n2021,Yale\n"))
                .withMessage("line 1: no column \"TC\" for citations");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAPERS.withColumn("cites", "TC"))
                .withMessageStartingWith("no column \"cites\" of papers; there are [year, institutions, ");
    }

    @Test
    void columns_and_separators_can_be_set() {
        CsvRecords<Paper> file = PAPERS.withColumn("institutions", "C3")
                .withColumn("year", "PY")
                .withSeparator('/')
                .read("PY/C3/Year/institutions\n2021/Oxford/1/x\n");
        assertThat(file.records()).containsExactly(Paper.builder(2021, "oxford").build());
    }

    // ---- ballots ----

    @Test
    void ballots_in_one_cell_or_in_numbered_columns() {
        Ballot wanted = Ballot.builder("r1", SurveyKind.EMPLOYER, "NA", 2025)
                .institution("Acme")
                .subjects("Medicine", "Law")
                .domestic("Windhoek")
                .international("Yale University", "Oxford")
                .build();
        assertThat(Csv.ballots("""
                        respondent,survey,year,country,employer,subjects,domestic,international
                        r1,employer,2025,NA,Acme,Medicine;Law,Windhoek,Yale University|Oxford
                        """, SurveyKind.ACADEMIC).records()).containsExactly(wanted);
        assertThat(Csv.ballots("""
                        ID;Survey Year;Location;Employer;Subject 1;Subject 2;Domestic 1;Domestic 2;International 1;International 2
                        r1;2025;Namibia;Acme;Medicine;Law;Windhoek;;Yale University;Oxford
                        """, SurveyKind.EMPLOYER).records()).containsExactly(wanted);
        assertThat(CsvBallots.of(SurveyKind.EMPLOYER)
                        .withColumn("international", "Best abroad")
                        .read("""
                        respondent\tyear\tcountry\tinstitution\tsubjects\tdomestic\tBest abroad 1\tBest abroad 2
                        r1\t2025\tNAM\tAcme\tMedicine; Law\tWindhoek\tYale University\tOxford
                        """)
                        .records())
                .containsExactly(wanted);
    }

    @Test
    void ballots_have_their_notes() {
        CsvRecords<Ballot> file = Csv.ballots("""
                respondent,survey,year,country,domestic
                r1,,2025,UK,Oxford
                r2,,2025,UK,Oxford
                r3,,2025,Atlantis,Oxford
                ,,2025,GB,Oxford
                r4,pupils,2025,GB,Oxford
                r5,academic,,GB,Oxford
                r6,academic,2025,,Oxford
                """, SurveyKind.ACADEMIC);
        assertThat(file.records().stream().map(Ballot::country)).containsExactly("GB", "GB", "Atlantis", "");
        assertThat(file.notes().stream().map(CsvNote::toString))
                .containsExactly(
                        "line 2, column 4: country \"UK\" read as GB",
                        "line 4, column 4: country \"Atlantis\" not known; kept as written",
                        "line 5: no respondent: \"|  | 2025 | GB | Oxford\"",
                        "line 6: survey \"pupils\" is neither academic nor employer: \"r4 | pupils | 2025 | GB | Oxford\"",
                        "line 7: no year: \"r5 | academic |  | GB | Oxford\"");
        assertThat(file.toString())
                .startsWith("4 ballots; noted: lines set aside 3, countries read 1, countries not known 1\n");
    }

    // ---- to a tally ----

    @Test
    void ballots_by_name_count_for_ids() {
        CsvRecords<Ballot> file = Csv.ballots("""
                respondent,year,country,institution,domestic,international
                r1,2025,US,Yale University,yale-university,University of Oxford|Erewhon
                r2,2025,United Kingdom,,Oxford,YALE\u00A0UNIVERSITY|Erewhon
                """, SurveyKind.ACADEMIC);
        SurveyTally tally =
                file.records().stream().collect(SurveyAccumulator.collector(SCHOOLS, Qs.academicSurvey(2026)));
        assertThat(tally.international().value(0)).isEqualTo(1);
        assertThat(tally.international().value(1)).isEqualTo(1);
        assertThat(tally.domestic().value(0)).isZero();
        assertThat(tally.domestic().value(1)).isEqualTo(1);
        assertThat(tally.rejected())
                .containsExactly(
                        Map.entry(Rejection.UNKNOWN_INSTITUTION, 2L), Map.entry(Rejection.OWN_INSTITUTION, 1L));
        assertThat(tally.unmatchedNames()).containsExactly(Map.entry("Erewhon", 2L));
    }

    @Test
    void a_paper_of_two_exports_counts_once() {
        CsvRecords<Paper> openAlex = Csv.papers("""
                id,doi,publication_year,cited_by_count,authorships.institutions.display_name
                https://openalex.org/W1,https://doi.org/10.1000/b,2021,12,Yale University|Erewhon
                https://openalex.org/W2,https://doi.org/10.1000/c,2021,,Yale University
                https://openalex.org/W3,,2021,5,Yale University
                """, SCHOOLS);
        CsvRecords<Paper> scopus = Csv.papers("""
                Year,Cited by,DOI,Affiliations,EID
                2021,14,10.1000/B,"Yale University, New Haven, United States; Harbour Clinic, Northport",2-s2.0-1
                """, SCHOOLS);
        PaperTally tally = Stream.of(scopus, openAlex)
                .flatMap(each -> each.records().stream())
                .collect(PaperAccumulator.collector(SCHOOLS, Qs.papers(2026)));
        assertThat(tally.papers().value(0)).isEqualTo(2);
        assertThat(tally.citations().value(0)).isEqualTo(14 + 5);
        assertThat(tally.withoutIds()).isZero();
        assertThat(tally.rejected())
                .containsExactly(
                        Map.entry(Rejection.UNKNOWN_INSTITUTION, 1L),
                        Map.entry(Rejection.SAME_PAPER, 1L),
                        Map.entry(Rejection.CITATIONS_UNKNOWN, 1L));
        assertThat(tally.unmatchedNames()).containsExactly(Map.entry("Harbour Clinic, Northport", 1L));
    }

    // ---- properties ----

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** Whatever the lines, each is a record, or has a note, or the text is refused with the line at fault. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_line_is_a_record_or_a_note(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> cells = List.of("", "2021", "Yale University", "x|y", "-3", "1,5", "n/a", " ", "10.1/x", "\u0000");
        List<String> headers = List.of("year", "institutions", "citations", "DOI", "subjects", "other");
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "Title\n" : "");
        text.append(String.join(";", headers)).append('\n');
        for (int i = random.nextInt(1, 9); i > 0; i--) {
            text.append(random.ints(random.nextInt(1, 7), 0, cells.size())
                            .mapToObj(cells::get)
                            .collect(Collectors.joining(";")))
                    .append('\n');
        }
        CsvRecords<Paper> file;
        try {
            file = Csv.papers(text.toString(), SCHOOLS);
        } catch (CsvException e) {
            assertThat(e.line()).isBetween(1L, text.toString().lines().count());
            return;
        }
        TreeSet<Long> noted = new TreeSet<>();
        file.notes().stream()
                .filter(note -> note.kind() != CsvNote.Kind.NO_INSTITUTION && note.column() == 0 && note.line() > 0)
                .forEach(note -> noted.add(note.line()));
        assertThat(noted.size() + file.records().size())
                .isEqualTo((int) text.toString().lines().count());
    }

    /** Papers written as either export writes them, or flat, are the papers that come back. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void papers_that_were_written_come_back(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<School> schools = SCHOOLS.schools().subList(0, 3);
        List<Paper> papers = new ArrayList<>();
        List<List<String>> names = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<School> some =
                    schools.stream().filter(each -> random.nextInt(3) > 0).toList();
            Paper.Builder paper = Paper.builder(
                            random.nextInt(1990, 2027),
                            some.stream().map(School::id).toArray(String[]::new))
                    .id("10.1000/" + i);
            papers.add((random.nextInt(4) == 0 ? paper : paper.citations(random.nextInt(5_000))).build());
            names.add(some.stream().map(School::name).toList());
        }
        StringBuilder openAlex =
                new StringBuilder("doi,publication_year,cited_by_count,authorships.institutions.display_name\n");
        StringBuilder scopus = new StringBuilder("\"Year\",\"Cited by\",\"DOI\",\"Affiliations\"\n");
        StringBuilder flat = new StringBuilder("Institutions;Year;Id;Citations\n");
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            String cited =
                    paper.citations().isPresent() ? "" + paper.citations().getAsInt() : "";
            String doi = paper.id().orElseThrow();
            openAlex.append("https://doi.org/%s,%d,%s,\"%s\"\n"
                    .formatted(doi, paper.year(), cited, String.join("|", names.get(i))));
            scopus.append("\"%d\",\"%s\",\"%s\",\"%s\"\n"
                    .formatted(
                            paper.year(),
                            cited,
                            doi,
                            names.get(i).stream()
                                    .map(name ->
                                            "Department " + random.nextInt(9) + ", " + name + ", Town, United States")
                                    .collect(Collectors.joining("; "))));
            flat.append("%s;%d;%s;%s\n".formatted(String.join("|", paper.institutions()), paper.year(), doi, cited));
        }
        for (StringBuilder text : List.of(openAlex, scopus, flat)) {
            assertThat(Csv.papers(text.toString(), SCHOOLS).records()).isEqualTo(papers);
        }
    }
}
