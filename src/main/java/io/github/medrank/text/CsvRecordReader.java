package io.github.medrank.text;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.exact.SafeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a text with one record per line, and notes everything that it renames, ignores or sets aside. */
final class CsvRecordReader<T> {
    private static final Pattern NUMBER = Pattern.compile("[-−]?[0-9]{1,10}([.]0{1,2})?");
    private static final Pattern NUMBERED = Pattern.compile("[0-9]{1,3}");

    private final Kind kind;
    private final Options options;
    private final List<CsvNote> notes = new ArrayList<>();
    private final List<T> records = new ArrayList<>();
    private Optional<CsvLine> headers = Optional.empty();
    private ImmutableListMultimap<String, Integer> columns = ImmutableListMultimap.of();
    private long last = 1;

    /**
     * The form of a kind of record.
     *
     * @param name the name of one record
     * @param columns the {@link CsvHeaders#key keys} of the headers of each column, in order of preference
     * @param needed groups of columns; a text needs at least one column of each
     * @param listed columns that may occur several times, numbered
     */
    record Kind(
            String name,
            ImmutableListMultimap<String, String> columns,
            ImmutableList<ImmutableList<String>> needed,
            ImmutableList<String> listed) {
        void requireColumn(String column) {
            checkArgument(
                    columns.containsKey(requireNonNull(column, "column")),
                    "no column \"%s\" of %ss; there are %s",
                    SafeText.line(column),
                    name,
                    columns.keySet());
        }
    }

    /** The options of a reader. */
    record Options(ImmutableMap<String, String> headers, OptionalInt separator, CsvLimits limits) {
        /** Exports contain abstracts and lists of references. */
        static final Options DEFAULT = new Options(
                ImmutableMap.of(),
                OptionalInt.empty(),
                new CsvLimits(CsvLimits.DEFAULT.rows(), CsvLimits.DEFAULT.columns(), 1_000_000));

        Options withHeader(String column, String header) {
            ImmutableMap<String, String> more = ImmutableMap.<String, String>builder()
                    .putAll(headers)
                    .put(column, header)
                    .buildKeepingLast();
            return new Options(more, separator, limits);
        }

        Options withSeparator(char mark) {
            return new Options(headers, OptionalInt.of(mark), limits);
        }
    }

    CsvRecordReader(Kind kind, Options options) {
        this.kind = kind;
        this.options = options;
    }

    /** Reads the records that a function makes of lines. A line that it refuses with an exception is set aside. */
    CsvRecords<T> read(String csv, Function<Line, Optional<T>> toRecord) {
        CsvSource source = CsvSource.found(
                csv, options.separator(), cells -> isHeaders(found(CsvLine.of(cells), Optional.empty())));
        if (source.separator() != ',') {
            note(CsvNote.Kind.DIALECT, 0, 0, "cells separated by " + source.named());
        }
        source.forEach(options.limits(), CsvLineHandler.Cells.UNGUARDED, true, line -> take(line, toRecord));
        if (headers.isEmpty()) {
            throw new CsvException(1, 0, noHeaders());
        }
        if (records.isEmpty()) {
            throw new CsvException(last, "no " + kind.name() + "s", notes);
        }
        return new CsvRecords<>(kind.name(), records, sorted());
    }

    private List<CsvNote> sorted() {
        notes.sort(Comparator.comparingLong(CsvNote::line).thenComparingInt(CsvNote::column));
        return notes;
    }

    void note(CsvNote.Kind noted, long line, int column, String text) {
        notes.add(new CsvNote(noted, line, column, text));
    }

    // ---- headers ----

    private String noHeaders() {
        String wanted =
                kind.needed().stream().map(group -> String.join(" or ", group)).collect(Collectors.joining(", and "));
        return "no line has headers for " + wanted + "; withColumn(\""
                + kind.needed().get(0).get(0)
                + "\", header) names one of " + kind.columns().keySet()
                + notes.stream()
                        .filter(note -> note.kind() == CsvNote.Kind.ABOVE_HEADERS)
                        .findFirst()
                        .map(note -> "; line " + note.line() + " is " + note.text())
                        .orElse("");
    }

    private boolean isHeaders(ImmutableListMultimap<String, Integer> found) {
        return kind.needed().stream().allMatch(group -> group.stream().anyMatch(found::containsKey));
    }

    /** The columns that a header line names. What is left out is noted on request. */
    private ImmutableListMultimap<String, Integer> found(CsvLine line, Optional<List<CsvNote>> account) {
        Map<String, List<Integer>> byKey = new LinkedHashMap<>();
        for (int i = 0; i < line.size(); i++) {
            byKey.computeIfAbsent(CsvHeaders.key(line.cell(i)), key -> new ArrayList<>())
                    .add(i);
        }
        ImmutableListMultimap.Builder<String, Integer> found = ImmutableListMultimap.builder();
        kind.columns().asMap().forEach((column, keys) -> {
            Optional<String> given =
                    Optional.ofNullable(options.headers().get(column)).map(CsvHeaders::key);
            Collection<String> wanted = given.isPresent() ? List.of(given.get()) : keys;
            List<Integer> at = at(column, wanted, byKey);
            if (at.isEmpty() && given.isPresent() && account.isPresent()) {
                throw new CsvException(
                        line.number(), 0, "no column \"" + options.headers().get(column) + "\" for " + column);
            }
            if (at.size() > 1 && !kind.listed().contains(column) && account.isPresent()) {
                throw new CsvException(
                        line.number(), at.get(1) + 1, "header \"" + shown(line, at.get(1)) + "\" comes twice");
            }
            found.putAll(column, at);
        });
        ImmutableListMultimap<String, Integer> all = found.build();
        account.ifPresent(to -> account(line, all, to));
        return all;
    }

    /**
     * The place of the most preferred of some headers; for a list, the places of all numbered columns of one header.
     */
    private List<Integer> at(String column, Collection<String> wanted, Map<String, List<Integer>> byKey) {
        for (String key : wanted) {
            List<Integer> found = kind.listed().contains(column)
                    ? byKey.entrySet().stream()
                            .filter(each -> isNumbered(key, each.getKey()))
                            .flatMap(each -> each.getValue().stream())
                            .toList()
                    : byKey.getOrDefault(key, List.of());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static boolean isNumbered(String key, String header) {
        return header.equals(key)
                || (header.startsWith(key)
                        && NUMBERED.matcher(header.substring(key.length())).matches());
    }

    private static void account(CsvLine line, ImmutableListMultimap<String, Integer> found, List<CsvNote> to) {
        found.forEach((column, at) -> {
            if (!CsvHeaders.key(line.cell(at)).equals(CsvHeaders.key(column))) {
                to.add(new CsvNote(
                        CsvNote.Kind.RENAMED,
                        line.number(),
                        at + 1,
                        "column \"" + shown(line, at) + "\" read as " + column));
            }
        });
        TreeSet<Integer> ignored =
                IntStream.range(0, line.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
        ignored.removeAll(found.values());
        if (!ignored.isEmpty()) {
            to.add(new CsvNote(
                    CsvNote.Kind.COLUMN_IGNORED,
                    line.number(),
                    0,
                    ignored.size() + " columns not read: "
                            + ignored.stream().map(at -> shown(line, at)).collect(Collectors.joining(", "))));
        }
    }

    private static String shown(CsvLine line, int column) {
        return CsvNumbers.shown(line.cell(column));
    }

    // ---- lines ----

    private void take(CsvLine line, Function<Line, Optional<T>> toRecord) {
        last = line.number();
        if (headers.isPresent()) {
            record(line, headers.get(), toRecord);
        } else if (isHeaders(found(line, Optional.empty()))) {
            headers = Optional.of(line);
            columns = found(line, Optional.of(notes));
        } else {
            note(CsvNote.Kind.ABOVE_HEADERS, line.number(), 0, "above the headers: " + line.shown());
        }
    }

    private void record(CsvLine line, CsvLine names, Function<Line, Optional<T>> toRecord) {
        line.requireNoMoreThan(names);
        if (line.isBlank()) {
            note(CsvNote.Kind.BLANK_LINE, line.number(), 0, "blank line");
        } else if (line.hasCellsOf(names)) {
            note(CsvNote.Kind.SET_ASIDE, line.number(), 0, "the headers again: " + line.shown());
        } else {
            try {
                toRecord.apply(new Line(line)).ifPresent(records::add);
            } catch (IllegalArgumentException e) {
                note(CsvNote.Kind.SET_ASIDE, line.number(), 0, e.getMessage() + ": " + line.shown());
            }
        }
    }

    /** The cells of one line by their meaning. A column that the text lacks is blank. */
    final class Line {
        private final CsvLine line;

        private Line(CsvLine line) {
            this.line = line;
        }

        void note(CsvNote.Kind noted, String column, String text) {
            int at = columns.get(column).stream().findFirst().orElse(-1);
            CsvRecordReader.this.note(noted, line.number(), at + 1, text);
        }

        /** Notes what was done with the whole line. */
        void note(CsvNote.Kind noted, String text) {
            CsvRecordReader.this.note(noted, line.number(), 0, text + ": " + line.shown());
        }

        /** The cell's text; empty if it means that there is no value. */
        String text(String column) {
            return columns.get(column).isEmpty()
                    ? ""
                    : text((int) columns.get(column).get(0));
        }

        /** The cell's text, if NA is a country. */
        String country() {
            int at = columns.get("country").stream().findFirst().orElse(line.size());
            String text = line.cell(at);
            return text.equalsIgnoreCase("na") || !CsvFileReader.isUsuallyMissing(text) ? text : "";
        }

        private String text(int column) {
            String text = line.cell(column);
            return CsvFileReader.isUsuallyMissing(text) ? "" : text;
        }

        /**
         * The texts in this column and its numbered companions, separated by bars, or by semicolons if there are no
         * bars.
         */
        List<String> list(String column) {
            return columns.get(column).stream()
                    .map(this::text)
                    .flatMap(cell -> parts(cell, cell.indexOf('|') >= 0 ? '|' : ';'))
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        /** The texts separated by bars, including blank ones, because another column may correspond to them. */
        List<String> aligned(String column) {
            String cell = text(column);
            return cell.isEmpty() ? List.of() : parts(cell, '|').toList();
        }

        private Stream<String> parts(String cell, char mark) {
            return Splitter.on(mark).trimResults().splitToStream(cell);
        }

        /**
         * The whole number in a cell; empty if the cell has no value.
         *
         * @throws IllegalArgumentException if it is anything else
         */
        OptionalInt number(String column) {
            String text = text(column);
            return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(CsvRecordReader.number(column, text));
        }

        /** The number of a cell that must have one. */
        int need(String column) {
            return number(column).orElseThrow(() -> new IllegalArgumentException("no " + column));
        }
    }

    /** A whole number, possibly written by a program with a decimal of 0. */
    static int number(String what, String text) {
        if (NUMBER.matcher(text).matches()) {
            int point = text.indexOf('.');
            long number = Long.parseLong(
                    text.substring(0, point < 0 ? text.length() : point).replace('−', '-'));
            if (number == (int) number) {
                return (int) number;
            }
        }
        throw new IllegalArgumentException(what + " \"" + CsvNumbers.shown(text) + "\" is no whole number");
    }
}
