package io.github.medrank.audit;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Position;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import io.github.medrank.exact.NameKeys;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks what the table shows by itself: names, cells and, by {@link PositionChecks}, positions. */
final class TableChecks {
    /** U+FFFD, and the typical result of reading UTF-8 as Latin-1. */
    private static final Pattern WRONG_CHARACTERS = Pattern.compile("\uFFFD|\u00C3[\u0080-\u00BF]|\u00E2\u0080");

    /** The days since 1900 of the years 2000 to 2050, for dates that a spreadsheet made of something else. */
    private static final double FIRST_DATE = 36_526;

    private static final double LAST_DATE = 54_789;
    private static final double SCALE = 100;
    /** A scale counts as observed if at most one in this many values of the column is outside it. */
    private static final int ONE_IN = 20;

    private static final int FEWEST_VALUES = 10;

    private final IndicatorTable table;
    private final List<Finding> findings = new ArrayList<>();

    private TableChecks(IndicatorTable table) {
        this.table = table;
    }

    static List<Finding> of(IndicatorTable table) {
        TableChecks checks = new TableChecks(table);
        checks.names();
        table.columns().forEach(checks::column);
        checks.printed();
        checks.findings.addAll(PositionChecks.of(table));
        return checks.findings;
    }

    // ---- names ----

    private void names() {
        Map<String, School> byKey = new HashMap<>();
        for (School school : table.schools()) {
            if (WRONG_CHARACTERS.matcher(school.name()).find()) {
                add(
                        FindingKind.DAMAGED_CELL,
                        school,
                        "the name \"" + school.name() + "\" was read with the wrong character set");
            }
            String key = NameKeys.words(school.name()) + "\n" + school.country().orElse("");
            School earlier = byKey.putIfAbsent(key, school);
            if (earlier != null) {
                boolean same = NameKeys.text(earlier.name()).equals(NameKeys.text(school.name()));
                findings.add(Finding.of(
                        same ? FindingKind.NAME_TWICE : FindingKind.NAMES_ALIKE,
                        List.of(earlier, school),
                        ImmutableMap.of(),
                        same
                                ? "\"" + school.name() + "\" stands in two rows"
                                : "\"" + earlier.name() + "\" and \"" + school.name()
                                        + "\" differ in accents, punctuation or case alone"));
            }
        }
    }

    // ---- cells ----

    private void column(Column column) {
        int present = 0;
        int outside = 0;
        for (int row = 0; row < table.size(); row++) {
            if (column.isPresent(row)) {
                present++;
                outside += isOutside(column.value(row)) ? 1 : 0;
            }
        }
        if (present < FEWEST_VALUES || outside == 0 || outside * ONE_IN > present) {
            return;
        }
        for (int row = 0; row < table.size(); row++) {
            if (column.isPresent(row) && isOutside(column.value(row))) {
                outside(column, row);
            }
        }
    }

    private static boolean isOutside(double value) {
        return !(value >= 0 && value <= SCALE);
    }

    private void outside(Column column, int row) {
        double value = column.value(row);
        School school = table.schools().get(row);
        boolean date = value >= FIRST_DATE && value <= LAST_DATE && value == Math.rint(value);
        String what = school.name() + " has " + NumberText.text(value) + " for "
                + column.indicator().name();
        findings.add(Finding.of(
                date ? FindingKind.DAMAGED_CELL : FindingKind.OUTSIDE_SCALE,
                school,
                ImmutableMap.of("value", column.decimal(row)),
                date
                        ? what + ", which is a date as a spreadsheet counts it"
                        : what + ", where all but a few values lie from 0 to 100"));
    }

    private void printed() {
        table.published().forEach((school, result) -> {
            result.position()
                    .filter(TableChecks::isUnreadable)
                    .ifPresent(position -> add(
                            FindingKind.DAMAGED_CELL,
                            school,
                            "the position of " + school.name() + " is printed as \"" + position + "\", which is none"));
            int row = table.rowOf(school).orElse(-1);
            boolean listed = result.score().isPresent() || isPlaced(result);
            if (row >= 0 && listed && table.columns().stream().noneMatch(column -> column.isPresent(row))) {
                add(FindingKind.VALUES_WITHHELD, school, school.name() + " is listed, and none of its values is shown");
            }
        });
    }

    private static boolean isUnreadable(String position) {
        try {
            Position.ofPrinted(position);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static boolean isPlaced(PublishedResult result) {
        return result.position().flatMap(PrintedRows::position).isPresent();
    }

    private void add(FindingKind kind, School school, String sentence) {
        findings.add(Finding.of(kind, school, ImmutableMap.<String, BigDecimal>of(), sentence));
    }
}
