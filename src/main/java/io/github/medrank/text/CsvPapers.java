package io.github.medrank.text;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.evidence.Institutions;
import io.github.medrank.evidence.Paper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads papers from a flat file, from the works that OpenAlex exports as CSV, and from Scopus's CSV. For a single call
 * without options, use {@link Csv#papers}.
 *
 * <p>The following columns are read. Each is found by any of its headers; case, blanks and underscores are ignored.
 *
 * <ul>
 *   <li>{@code year}: {@code year}, {@code publication_year}
 *   <li>{@code institutions}: {@code institutions}, {@code authorships.institutions.display_name}; names or ids,
 *       separated by bars, or by semicolons if there are no bars. If a name is unknown or ambiguous, the columns
 *       {@code authorships.institutions.ror}, {@code …id} and {@code …country_code} are used
 *   <li>{@code addresses}: {@code Affiliations} (Scopus), {@code authorships.raw_affiliation_strings}; read if there
 *       are no institutions. The first part of an address, or sequence of parts, that names an institution counts; the
 *       country and a town of one word are ignored. An address without a known institution is kept whole, so that the
 *       tally lists it
 *   <li>{@code citations}: {@code citations}, {@code cited_by_count}, {@code Cited by}; a blank means an unknown number
 *   <li>{@code doi}, else {@code id}: {@code id}, {@code EID}; a paper in two exports is recognised by its DOI
 *   <li>{@code subjects}: ASJC codes, or OpenAlex's {@code topics.subfield.id}, {@code primary_topic.subfield.id},
 *       whose last four digits are such codes
 *   <li>{@code type}: {@code type}, {@code Document Type}; see {@link #withTypes}
 *   <li>{@code self-citations}, {@code affiliation-count}, {@code niche} ({@code true}, {@code yes} or {@code 1})
 * </ul>
 *
 * <pre>{@code
 * var schools = Institutions.of(School.of("University of Oxford"), School.of("Yale University"));
 * var scopus = "EID,Year,Cited by,Affiliations\n"
 *         + "2-s2.0-1,2021,12,\"Dept of Medicine, University of Oxford, UK; Yale University, CT\"\n";
 * Csv.papers(scopus, schools)
 *         .records() // ==> [paper "2-s2.0-1" of [university-of-oxford, yale-university] (2021): cited 12 times]
 * }</pre>
 */
public final class CsvPapers {
    private static final CsvRecordReader.Kind PAPERS = new CsvRecordReader.Kind(
            "paper",
            ImmutableListMultimap.<String, String>builder()
                    .putAll("year", "year", "publicationyear")
                    .putAll(
                            "institutions",
                            "institutions",
                            "institution",
                            "authorships.institutions.displayname",
                            "authorinstitutionnames")
                    .putAll("ror", "ror", "authorships.institutions.ror")
                    .putAll("institution-ids", "institutionids", "authorships.institutions.id", "authorinstitutionids")
                    .putAll("countries", "authorships.institutions.countrycode")
                    .putAll("addresses", "addresses", "affiliations", "authorships.rawaffiliationstrings")
                    .putAll("citations", "citations", "citedbycount", "citedby", "timescited")
                    .putAll("doi", "doi", "ids.doi")
                    .putAll("id", "id", "ids.openalex", "eid")
                    .putAll("subjects", "subjects", "asjc", "topics.subfield.id", "primarytopic.subfield.id")
                    .putAll("type", "type", "documenttype")
                    .putAll("self-citations", "selfcitations")
                    .putAll("affiliation-count", "affiliationcount")
                    .putAll("niche", "niche")
                    .build(),
            ImmutableList.of(
                    ImmutableList.of("year"), ImmutableList.of("institutions", "addresses", "ror", "institution-ids")),
            ImmutableList.of());

    private static final Pattern DOI_PREFIX = Pattern.compile("(?i)(https?://(dx\\.)?doi\\.org/|doi:\\s?)");
    /** Prefixes of ids that occur only in one export. */
    private static final ImmutableList<String> OWN_IDS =
            ImmutableList.of("https://openalex.org/", "http://openalex.org/", "2-s2.0-");

    private final Institutions institutions;
    private final CsvRecordReader.Options options;
    private final ImmutableSet<String> types;
    private final ImmutableList<Integer> subjects;
    private final boolean blankIsUncited;

    private CsvPapers(
            Institutions institutions,
            CsvRecordReader.Options options,
            ImmutableSet<String> types,
            ImmutableList<Integer> subjects,
            boolean blankIsUncited) {
        this.institutions = institutions;
        this.options = options;
        this.types = types;
        this.subjects = subjects;
        this.blankIsUncited = blankIsUncited;
    }

    /**
     * Returns a reader of papers of these institutions, to be configured with the {@code with…} methods.
     *
     * @param institutions the institutions whose names and ids are looked for; other names are kept as written
     */
    public static CsvPapers of(Institutions institutions) {
        return new CsvPapers(
                requireNonNull(institutions, "institutions"),
                CsvRecordReader.Options.DEFAULT,
                ImmutableSet.of(),
                ImmutableList.of(),
                false);
    }

    /**
     * Returns a reader that finds a column under the given header.
     *
     * @param column the name of the column, such as {@code citations}; see {@link CsvPapers}
     * @param header the header
     * @throws IllegalArgumentException if papers have no such column
     */
    public CsvPapers withColumn(String column, String header) {
        requireNonNull(header, "header");
        PAPERS.requireColumn(column);
        return with(options.withHeader(column, header));
    }

    /** Returns a reader that splits cells at the given separator, such as a semicolon. */
    public CsvPapers withSeparator(char separator) {
        return with(options.withSeparator(separator));
    }

    private CsvPapers with(CsvRecordReader.Options newOptions) {
        return new CsvPapers(institutions, newOptions, types, subjects, blankIsUncited);
    }

    /**
     * Returns a reader that keeps only papers of these types, such as {@code article} and {@code review}, in any case.
     * Each paper that is left out is noted. By default all types are kept.
     */
    public CsvPapers withTypes(String... kept) {
        requireNonNull(kept, "kept");
        ImmutableSet<String> wanted = Arrays.stream(kept).map(CsvHeaders::key).collect(ImmutableSet.toImmutableSet());
        return new CsvPapers(institutions, options, wanted, subjects, blankIsUncited);
    }

    /**
     * Returns a reader that assigns these ASJC codes to papers without subjects; use the codes of the search that made
     * the export.
     */
    public CsvPapers withSubjects(int... codes) {
        requireNonNull(codes, "codes");
        ImmutableList<Integer> given = IntStream.of(codes).boxed().collect(ImmutableList.toImmutableList());
        return new CsvPapers(institutions, options, types, given, blankIsUncited);
    }

    /**
     * Returns a reader that reads a blank number of citations as 0, for exports that do not write 0. By default the
     * number is unknown, and the tally counts the paper among those with unknown citations.
     */
    public CsvPapers withBlankAsUncited() {
        return new CsvPapers(institutions, options, types, subjects, true);
    }

    /**
     * Reads the papers of a text.
     *
     * @return the papers and the notes
     * @throws CsvException if the text has no headers for the year and the institutions, no paper, or a header that
     *     occurs twice; the message names the place
     */
    public CsvRecords<Paper> read(String csv) {
        return new Reading().read(requireNonNull(csv, "csv"));
    }

    /** Reads one text. */
    private final class Reading {
        private final CsvRecordReader<Paper> reader = new CsvRecordReader<>(PAPERS, options);
        private final PaperInstitutions names = new PaperInstitutions(institutions.schools());
        private int ownIds;

        CsvRecords<Paper> read(String csv) {
            CsvRecords<Paper> found = reader.read(csv, this::paper);
            if (ownIds == 0) {
                return found;
            }
            CsvNote own = new CsvNote(
                    CsvNote.Kind.DIALECT,
                    0,
                    0,
                    "papers without a DOI, which have an id that no other export shares: " + ownIds);
            return new CsvRecords<>(
                    "paper",
                    found.records(),
                    ImmutableList.<CsvNote>builder()
                            .add(own)
                            .addAll(found.notes())
                            .build());
        }

        private Optional<Paper> paper(CsvRecordReader<Paper>.Line line) {
            String type = line.text("type");
            if (!types.isEmpty() && !types.contains(CsvHeaders.key(type))) {
                line.note(CsvNote.Kind.FILTERED, "left out, of type \"" + CsvNumbers.shown(type) + "\"");
                return Optional.empty();
            }
            Paper.Builder paper =
                    Paper.builder(line.need("year"), institutions(line).toArray(String[]::new));
            OptionalInt citations = line.number("citations");
            if (citations.isPresent() || blankIsUncited) {
                paper.citations(citations.orElse(0));
            }
            line.number("self-citations").ifPresent(paper::selfCitations);
            line.number("affiliation-count").ifPresent(paper::affiliations);
            if (List.of("true", "yes", "1").contains(line.text("niche").toLowerCase(Locale.ROOT))) {
                paper.niche();
            }
            id(line).ifPresent(paper::id);
            paper.subjects(subjects(line));
            return Optional.of(paper.build());
        }

        private List<String> institutions(CsvRecordReader<Paper>.Line line) {
            List<String> found = names.named(
                    line.list("institutions"),
                    line.aligned("ror"),
                    line.aligned("institution-ids"),
                    line.aligned("countries"));
            List<String> all = found.isEmpty() ? names.addressed(line.list("addresses")) : found;
            if (all.isEmpty()) {
                line.note(CsvNote.Kind.NO_INSTITUTION, "a paper of no institution");
            }
            return all;
        }

        private Optional<String> id(CsvRecordReader<Paper>.Line line) {
            String doi = line.text("doi");
            String written = doi.isEmpty() ? line.text("id") : doi;
            String id = DOI_PREFIX.matcher(written).replaceFirst("").strip();
            ownIds += OWN_IDS.stream().anyMatch(id::startsWith) ? 1 : 0;
            return id.isEmpty() ? Optional.empty() : Optional.of(id);
        }

        private int[] subjects(CsvRecordReader<Paper>.Line line) {
            List<Integer> codes = line.list("subjects").stream()
                    .map(code -> CsvRecordReader.number("subject", code.substring(code.lastIndexOf('/') + 1)))
                    .toList();
            return (codes.isEmpty() ? subjects : codes)
                    .stream().mapToInt(code -> code).toArray();
        }
    }
}
