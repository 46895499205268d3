package io.github.medrank.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.Indicator;
import io.github.medrank.exact.NameKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which column of a file holds what, by the meaning of its headers. Case, blanks, underscores and dashes are
 * ignored.
 */
final class CsvHeaders {
    static final ImmutableSet<String> SCHOOL =
            ImmutableSet.of("school", "institution", "institutionname", "university", "universityname", "name");
    private static final ImmutableSet<String> COUNTRY = ImmutableSet.of(
            "country", "location", "country/territory", "countryorterritory", "country/region", "countrycode");
    private static final ImmutableSet<String> RANK =
            ImmutableSet.of("publishedrank", "rank", "position", "worldrank", "rankdisplay");
    private static final ImmutableSet<String> SCORE =
            ImmutableSet.of("publishedscore", "score", "overall", "overallscore", "totalscore", "scoresoverall");
    /** A year, with or without "rank", as the header of the positions of that edition. */
    private static final String EDITION = "(rank)?(19|20)[0-9]{2}(rank)?";

    private static final ImmutableSet<String> YEAR = ImmutableSet.of("year", "edition");

    private final CsvLine line;
    private final Csv reader;
    /** The key of each header that was asked for; null for the others. */
    private final @Nullable String[] keys;

    private final Set<Integer> taken = new HashSet<>();
    private final List<CsvNote> notes = new ArrayList<>();

    private final ImmutableList<Integer> indicators;
    private final int school;
    private final Optional<Integer> id;
    private final Optional<Integer> country;
    private final Optional<Integer> aliases;
    private final Optional<Integer> rank;
    private final Optional<Integer> score;
    private final Map<String, Integer> attributes;

    CsvHeaders(CsvLine line, Csv reader) {
        this.line = line;
        this.reader = reader;
        this.keys = new String[line.size()];
        if (reader.isStrict()) {
            requireStrict();
        }
        this.indicators = indicatorColumns();
        Optional<Integer> named = role("school", reader.schoolHeader(), SCHOOL, "withSchool(header)");
        if (named.isEmpty()) {
            throw new CsvException(
                    line.number(), 0, "no column for the school; " + there() + "; withSchool(header) names one");
        }
        this.school = named.get();
        this.id = role("id", Optional.empty(), ImmutableSet.of("id"), "withAttributes");
        this.country = role("country", reader.countryHeader(), COUNTRY, "withCountry(header)");
        this.aliases = role("aliases", Optional.empty(), ImmutableSet.of("aliases"), "withAttributes");
        this.rank = role("published-rank", reader.rankHeader(), RANK, "withPublished(rank, score)");
        this.score = role("published-score", reader.scoreHeader(), SCORE, "withPublished(rank, score)");
        this.attributes = attributeColumns();
        noteIgnored();
    }

    /** Whether these cells can be the header line of this reader. */
    static boolean isHeaders(List<String> cells, Csv reader) {
        Optional<String> given = reader.schoolHeader();
        ImmutableSet<String> wanted = given.isPresent() ? ImmutableSet.of(key(given.get())) : SCHOOL;
        for (String cell : cells) {
            if (wanted.contains(key(cell))) {
                return true;
            }
        }
        return false;
    }

    /** A header without case, blanks, underscores and dashes. */
    static String key(String header) {
        String text = NameKeys.text(header);
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '_' && c != '-') {
                key.append(c);
            }
        }
        return key.toString();
    }

    private String key(int column) {
        String known = keys[column];
        if (known == null) {
            known = key(line.cell(column));
            keys[column] = known;
        }
        return known;
    }

    // ---- finding ----

    /** Checks that each header occurs once, and that all requested ones are spelled exactly. */
    private void requireStrict() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < line.size(); i++) {
            if (!seen.add(line.cell(i))) {
                throw new CsvException(line.number(), i + 1, "header \"" + shown(i) + "\" comes twice");
            }
        }
        requireHeader("school", seen);
        for (Indicator indicator : reader.indicators()) {
            requireHeader(reader.givenHeader(indicator).orElse(indicator.id()), seen);
        }
        for (String attribute : reader.attributes()) {
            requireHeader(attribute, seen);
        }
    }

    private void requireHeader(String header, Set<String> seen) {
        if (!seen.contains(header)) {
            throw new CsvException(
                    line.number(),
                    0,
                    "no column \"" + header + "\"; " + there() + "; Csv.read finds columns by other headers");
        }
    }

    private ImmutableList<Integer> indicatorColumns() {
        ImmutableList.Builder<Integer> columns = ImmutableList.builder();
        for (Indicator indicator : reader.indicators()) {
            columns.add(column(indicator));
        }
        return columns.build();
    }

    private int column(Indicator indicator) {
        Optional<String> given = reader.givenHeader(indicator);
        String option = "withColumn(indicator, header)";
        List<String> names = given.isPresent()
                ? List.of(given.get())
                : List.of(indicator.id(), indicator.name(), indicator.symbol());
        List<String> aliases = given.isPresent() ? List.of() : indicator.aliases();
        Optional<Integer> found = exact(given.orElse(indicator.id()));
        if (found.isEmpty()) {
            found = only(indicator.name(), keys(names), option);
        }
        if (found.isEmpty()) {
            found = only(indicator.name(), keys(aliases), option);
        }
        if (found.isEmpty()) {
            throw new CsvException(line.number(), 0, missing(indicator, given));
        }
        take(found.get(), indicator.id());
        return found.get();
    }

    private static ImmutableSet<String> keys(List<String> names) {
        ImmutableSet.Builder<String> keys = ImmutableSet.builder();
        for (String name : names) {
            keys.add(key(name), key(name + " score"));
        }
        return keys.build();
    }

    private String missing(Indicator indicator, Optional<String> given) {
        String names = given.map(header -> "\"" + header + "\"")
                .orElse("\"" + indicator.id() + "\" (" + indicator.name()
                        + (indicator.symbol().equals(indicator.name()) ? "" : ", " + indicator.symbol()) + ")");
        String editions = QsEditionsWithout.of(reader.indicators(), indicator)
                .map(years -> "; " + years + " rank without it")
                .orElse("");
        return "no column " + names + "; " + there()
                + "; withColumn(indicator, header) names one, or leave the indicator out" + editions;
    }

    private Optional<Integer> role(String name, Optional<String> given, ImmutableSet<String> wanted, String option) {
        Optional<Integer> found = exact(given.orElse(name));
        if (found.isEmpty()) {
            found = only(name, given.isPresent() ? ImmutableSet.of(key(given.get())) : wanted, option);
        }
        if (found.isPresent()) {
            take(found.get(), name);
        } else if (given.isPresent()) {
            throw new CsvException(line.number(), 0, "no column \"" + given.get() + "\"; " + there());
        }
        return found;
    }

    /** The one unused column with exactly this header. */
    private Optional<Integer> exact(String header) {
        List<Integer> found = new ArrayList<>();
        for (int column : free()) {
            if (line.cell(column).equals(header)) {
                found.add(column);
            }
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The one unused column whose header means one of these, unless only the exact header is accepted. */
    private Optional<Integer> only(String what, ImmutableSet<String> wanted, String option) {
        List<Integer> found = new ArrayList<>();
        for (int column : free()) {
            if (!reader.isStrict() && wanted.contains(key(column))) {
                found.add(column);
            }
        }
        if (found.size() > 1) {
            throw new CsvException(
                    line.number(),
                    found.get(1) + 1,
                    "more than one column can be " + what + ": "
                            + found.stream().map(i -> shown(i)).toList() + "; " + option + " says which");
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private List<Integer> free() {
        List<Integer> free = new ArrayList<>();
        for (int column = 0; column < line.size(); column++) {
            if (!taken.contains(column)) {
                free.add(column);
            }
        }
        return free;
    }

    private void take(int column, String as) {
        taken.add(column);
        String header = line.cell(column);
        if (!header.equals(as) && !key(header).equals(key(as))) {
            notes.add(new CsvNote(
                    CsvNote.Kind.RENAMED, line.number(), column + 1, "column \"" + header + "\" read as " + as));
        }
    }

    private Map<String, Integer> attributeColumns() {
        Map<String, Integer> found = new LinkedHashMap<>();
        for (String attribute : reader.attributes()) {
            int column = exact(attribute)
                    .or(() -> only(attribute, ImmutableSet.of(key(attribute)), "another header"))
                    .orElseThrow(() -> new CsvException(
                            line.number(),
                            0,
                            line.cells().contains(attribute)
                                    ? "column \"" + attribute + "\" is read already; it cannot be an attribute too"
                                    : "no column \"" + attribute + "\"; " + there()));
            taken.add(column);
            found.put(attribute, column);
        }
        if (reader.hasEveryAttribute()) {
            for (int column : free()) {
                String header = line.cell(column);
                if (header.isEmpty() || found.putIfAbsent(header, column) != null) {
                    throw new CsvException(
                            line.number(),
                            column + 1,
                            header.isEmpty()
                                    ? "no header; an attribute needs one, or name those wanted by withAttributes"
                                    : "header \"" + shown(column) + "\" comes twice");
                }
                taken.add(column);
            }
        }
        return found;
    }

    private void noteIgnored() {
        for (int column : free()) {
            boolean year = YEAR.contains(key(column));
            boolean edition = rank.isEmpty() && key(column).matches(EDITION);
            notes.add(new CsvNote(
                    CsvNote.Kind.COLUMN_IGNORED,
                    line.number(),
                    column + 1,
                    "column \"" + shown(column) + "\" not read" + (year ? "; withRows picks one year" : "")
                            + (edition ? "; if it holds positions, withPublished(rank, score) says so" : "")));
        }
    }

    private String shown(int column) {
        return CsvNumbers.shown(line.cell(column));
    }

    private String there() {
        String some = IntStream.range(0, Math.min(20, line.size()))
                .mapToObj(this::shown)
                .collect(Collectors.joining(", "));
        return "there are [" + some + (line.size() > 20 ? ", … " + (line.size() - 20) + " more]" : "]");
    }

    // ---- what was found ----

    CsvLine line() {
        return line;
    }

    List<CsvNote> notes() {
        return notes;
    }

    ImmutableList<Integer> indicators() {
        return indicators;
    }

    int school() {
        return school;
    }

    Optional<Integer> id() {
        return id;
    }

    Optional<Integer> country() {
        return country;
    }

    Optional<Integer> aliases() {
        return aliases;
    }

    Optional<Integer> rank() {
        return rank;
    }

    Optional<Integer> score() {
        return score;
    }

    Map<String, Integer> attributes() {
        return attributes;
    }

    boolean hasYear() {
        return IntStream.range(0, line.size()).mapToObj(this::key).anyMatch(YEAR::contains);
    }
}
