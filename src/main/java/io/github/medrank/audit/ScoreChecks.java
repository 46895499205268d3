package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Position;
import io.github.medrank.PublishedResult;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.exact.NumberText;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks printed scores and bands against those that a methodology gives. */
final class ScoreChecks {
    /** If more than one in this many scores differs, the weights are wrong rather than the rows. */
    private static final int ONE_IN = 5;

    private static final int FEW = 3;
    /** With fewer rows than this for each weight, and a few more, some rule fits by chance. */
    private static final int ROWS_FOR_EACH_WEIGHT = 3;

    private static final int ROWS_BESIDE = 5;
    private static final int NAMED = 5;

    private final Methodology methodology;
    private final IndicatorTable table;
    private final Map<School, RankedSchool> ranked = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private ScoreChecks(Methodology methodology, IndicatorTable table) {
        this.methodology = methodology;
        this.table = table;
        rank(table).forEach(each -> ranked.put(each.school(), each));
    }

    /** What was found, and what was not looked at for which reason. */
    record Checked(List<Finding> findings, List<String> notChecked) {}

    static Checked of(Methodology methodology, IndicatorTable table) {
        ScoreChecks checks = new ScoreChecks(methodology, table);
        checks.scores();
        checks.bands();
        List<String> notChecked = new ArrayList<>();
        if (scored(table) == 0) {
            notChecked.add("scores: no row has a printed score");
        }
        List<School> unranked = table.published().keySet().stream()
                .filter(school -> checks.printed(school).isPresent())
                .filter(school -> !checks.ranked.containsKey(school) && hasValues(table, school))
                .toList();
        if (!unranked.isEmpty()) {
            notChecked.add("scores of schools that the methodology does not rank: " + names(unranked));
        }
        if (hasBands(table) && !methodology.presentation().bands().isBanded()) {
            notChecked.add("bands against values: the methodology has no bands");
        }
        return new Checked(checks.findings, notChecked);
    }

    private static String names(List<School> schools) {
        String first = schools.stream().limit(NAMED).map(School::name).collect(Collectors.joining("; "));
        return schools.size() <= NAMED ? first : first + "; and " + (schools.size() - NAMED) + " more";
    }

    private static boolean hasBands(IndicatorTable table) {
        return table.published().values().stream()
                .flatMap(each -> each.position().stream())
                .flatMap(each -> PrintedRows.position(each).stream())
                .anyMatch(Position::isBand);
    }

    /** Checks against the rule that fits all rows except the fewest; if a rule fits all rows, there are no findings. */
    static Checked byRecovery(IndicatorTable table) {
        List<String> notChecked = new ArrayList<>();
        List<Finding> findings = byRecovery(table, notChecked);
        if (hasBands(table)) {
            notChecked.add("bands against values: that takes a methodology, Audit.of(methodology, table)");
        }
        return new Checked(findings, notChecked);
    }

    private static List<Finding> byRecovery(IndicatorTable table, List<String> notChecked) {
        IndicatorTable shown = table.filter(row -> hasValues(table, row.school()));
        long scored = scored(shown);
        long needed = (long) ROWS_FOR_EACH_WEIGHT * table.indicators().size() + ROWS_BESIDE;
        if (scored == 0 || scored < needed) {
            notChecked.add("scores against values: " + scored + (scored == 1 ? " row has" : " rows have")
                    + " a printed score, and a rule of " + table.indicators().size() + " weights is looked for among "
                    + needed + " or more; state a methodology");
            return List.of();
        }
        if (scored > PrintedRows.MOST_ROWS || table.indicators().size() > PrintedRows.MOST_INDICATORS) {
            notChecked.add("scores against values: more than " + PrintedRows.MOST_ROWS + " rows or "
                    + PrintedRows.MOST_INDICATORS + " indicators are not read backwards; state a methodology");
            return List.of();
        }
        Recovered found = Recovery.of(shown).withValues(InputValues.AS_PRINTED).run();
        if (!found.rules().isEmpty()) {
            return List.of();
        }
        if (found.nearFits().isEmpty()) {
            notChecked.add(
                    "scores against values: no rule that was tried fits all rows but a few; state a methodology");
            return List.of();
        }
        NearFit near = found.nearFits().get(0);
        IndicatorTable rows =
                shown.filter(row -> Optional.ofNullable(shown.published().get(row.school()))
                        .flatMap(PublishedResult::score)
                        .isPresent());
        ScoreChecks checks = new ScoreChecks(near.rest().methodology(), rows);
        near.removed().forEach(school -> checks.check(school).ifPresent(checks.findings::add));
        return checks.findings;
    }

    private static long scored(IndicatorTable table) {
        return table.published().values().stream()
                .filter(each -> each.score().isPresent())
                .count();
    }

    private Ranking rank(IndicatorTable whole) {
        ImmutableList<Indicator> indicators = methodology.indicators();
        return methodology.rank(indicators.isEmpty() ? whole : whole.select(indicators));
    }

    // ---- scores ----

    private void scores() {
        List<Finding> different = new ArrayList<>();
        int compared = 0;
        for (School school : table.published().keySet()) {
            if (printed(school).isPresent() && ranked.containsKey(school) && hasValues(table, school)) {
                compared++;
                check(school).ifPresent(different::add);
            }
        }
        if (different.size() > FEW && different.size() * ONE_IN > compared) {
            refuted(different, compared);
        } else {
            findings.addAll(different);
        }
    }

    /** Whether the score can be checked; withheld values are reported from the table alone. */
    private static boolean hasValues(IndicatorTable table, School school) {
        int row = table.rowOf(school).orElse(-1);
        return row >= 0 && table.columns().stream().anyMatch(column -> column.isPresent(row));
    }

    private void refuted(List<Finding> different, int compared) {
        Optional<Refutation> refutation = methodology
                .weights()
                .filter(weights ->
                        weights.indicators().size() == table.indicators().size() && isMeanOfValuesAsGiven())
                .flatMap(weights -> Recovery.of(table).refute(weights));
        List<School> rows = refutation
                .map(Refutation::rows)
                .orElse(different.stream()
                        .flatMap(each -> each.schools().stream())
                        .collect(ResultList.toResultList()));
        String count = different.size() + " of " + compared + " printed scores are not those of the stated rule";
        findings.add(Finding.of(
                FindingKind.WEIGHTS_REFUTED,
                rows,
                ImmutableMap.of(
                        "different", BigDecimal.valueOf(different.size()), "compared", BigDecimal.valueOf(compared)),
                refutation.map(each -> count + "; " + each).orElse(count)));
    }

    /** Whether the weights are those of the values in the table, so that rows of these values can refute them. */
    private boolean isMeanOfValuesAsGiven() {
        return methodology.ranker().isLinear()
                && methodology.treatments().isEmpty()
                && indicators().stream()
                        .allMatch(each -> methodology.normalizer(each).equals(Normalizers.identity()));
    }

    private Optional<BigDecimal> printed(School school) {
        return Optional.ofNullable(table.published().get(school)).flatMap(PublishedResult::score);
    }

    private Optional<Finding> check(School school) {
        BigDecimal printed = printed(school).orElseThrow();
        RankedSchool mine = ranked.get(school);
        if (mine == null || mine.score().compareTo(printed) == 0) {
            return Optional.empty();
        }
        Optional<Finding> explained = zeroLikeMissing(school, printed);
        if (explained.isEmpty()) {
            explained = hidden(school, printed, mine.score());
        }
        return Optional.of(explained.orElseGet(() -> Finding.of(
                FindingKind.SCORE_OUTSIDE,
                school,
                ImmutableMap.of("printed", printed, "computed", mine.score()),
                school.name() + " has " + printed.toPlainString() + " printed, and its values give "
                        + mine.score().toPlainString())));
    }

    /** Whether the score is that of the row without one of its zeros, whose weight the other values share. */
    private Optional<Finding> zeroLikeMissing(School school, BigDecimal printed) {
        for (Column column : table.columns()) {
            int row = table.rowOf(school).orElseThrow();
            if (column.isPresent(row) && column.value(row) == 0) {
                IndicatorTable without =
                        table.with(school, column.indicator(), Cell.missing(MissingReason.NOT_REPORTED));
                Methodology sharing = methodology.withFilling().withRanker(Rankers.weightedMean(Skipping.overAll()));
                BigDecimal shared =
                        sharing.rank(without.select(indicators())).of(school).score();
                if (shared.compareTo(printed) == 0) {
                    return Optional.of(Finding.of(
                            FindingKind.ZERO_LIKE_MISSING,
                            school,
                            ImmutableMap.of("printed", printed),
                            school.name() + " has 0 for " + column.indicator().name()
                                    + ", and its score is that of a row without it"));
                }
            }
        }
        return Optional.empty();
    }

    private ImmutableList<Indicator> indicators() {
        return methodology.indicators().isEmpty() ? table.indicators() : methodology.indicators();
    }

    /** Whether some value of a column, used in place of the missing one, gives the score. */
    private Optional<Finding> hidden(School school, BigDecimal printed, BigDecimal computed) {
        int row = table.rowOf(school).orElseThrow();
        return table.columns().stream()
                .filter(column -> !column.isPresent(row) && column.min().isPresent())
                .flatMap(
                        column -> hidden(school, column, printed)
                                .map(value -> hidden(school, column, printed, computed, value))
                                .stream())
                .findFirst();
    }

    /**
     * The value of a column that gives the score. A greater value may lower the score: where less is better, or where
     * the missing value counted as the mean of the others.
     */
    private Optional<BigDecimal> hidden(School school, Column column, BigDecimal printed) {
        // A hidden value may be beyond all that are shown.
        Indicator indicator = column.indicator();
        double least = column.min().orElseThrow();
        double most = column.max().orElseThrow();
        double below = least > 0 ? least / 2 : least - (most - least);
        double low = Math.min(Double.isFinite(indicator.low()) ? indicator.low() : below, least);
        double high = Math.max(Double.isFinite(indicator.high()) ? indicator.high() : most + (most - least), most);
        BigDecimal atLow = with(school, column, low);
        BigDecimal atHigh = with(school, column, high);
        int rising = atLow.compareTo(atHigh) <= 0 ? 1 : -1;
        if (printed.compareTo(atLow) * rising < 0 || printed.compareTo(atHigh) * rising > 0) {
            return Optional.empty();
        }
        for (int i = 0; i < 60 && high - low > 1e-3; i++) {
            double middle = (low + high) / 2;
            boolean before = with(school, column, middle).compareTo(printed) * rising < 0;
            low = before ? middle : low;
            high = before ? high : middle;
        }
        // Any smaller value is too small, such as the nearest tenth if that is below.
        BigDecimal first = BigDecimal.valueOf(high);
        return Stream.of(
                        first.setScale(1, RoundingMode.HALF_UP),
                        first.setScale(1, RoundingMode.CEILING),
                        first.setScale(3, RoundingMode.CEILING))
                .filter(value -> with(school, column, value.doubleValue()).compareTo(printed) == 0)
                .findFirst();
    }

    private static Finding hidden(
            School school, Column column, BigDecimal printed, BigDecimal computed, BigDecimal value) {
        return Finding.of(
                FindingKind.HIDDEN_VALUE,
                school,
                ImmutableMap.of("printed", printed, "computed", computed, "value", value),
                school.name() + " has no value for " + column.indicator().name()
                        + ", and its score is that of a value of about " + NumberText.plain(value));
    }

    private BigDecimal with(School school, Column column, double value) {
        return rank(table.with(school, column.indicator(), value)).of(school).score();
    }

    // ---- bands ----

    private void bands() {
        if (!methodology.presentation().bands().isBanded()) {
            return;
        }
        List<Finding> different = new ArrayList<>();
        int banded = 0;
        for (Map.Entry<School, PublishedResult> each : table.published().entrySet()) {
            Optional<Position> printed = each.getValue().position().flatMap(PrintedRows::position);
            RankedSchool mine = ranked.get(each.getKey());
            if (printed.isPresent()
                    && mine != null
                    && (printed.get().isBand() || mine.position().isBand())) {
                banded++;
                if (!printed.get().toString().equals(mine.position().toString())) {
                    different.add(Finding.of(
                            FindingKind.WRONG_BAND,
                            each.getKey(),
                            ImmutableMap.of("score", mine.score()),
                            each.getKey().name() + " is printed at " + printed.get() + ", and its values put it at "
                                    + mine.position()));
                }
            }
        }
        if (different.size() > FEW && different.size() * ONE_IN > banded) {
            findings.add(Finding.of(
                    FindingKind.WRONG_BAND,
                    different.stream().flatMap(each -> each.schools().stream()).toList(),
                    ImmutableMap.of(
                            "different", BigDecimal.valueOf(different.size()), "banded", BigDecimal.valueOf(banded)),
                    different.size() + " of " + banded
                            + " schools are printed in another band than their values give"));
        } else {
            findings.addAll(different);
        }
    }
}
