package io.github.medrank.text;

import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.RankingDiff;
import io.github.medrank.School;
import io.github.medrank.UnrankedSchool;
import io.github.medrank.audit.Audit;
import io.github.medrank.audit.Recovered;
import io.github.medrank.choice.Shortlist;
import io.github.medrank.choice.Suggestion;
import io.github.medrank.comparison.Movement;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.exact.NumberText;
import io.github.medrank.robustness.Estimate;
import io.github.medrank.robustness.RankAcceptability;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builds the tables of results, which are the same in every markup. */
final class OutputTables {
    private static final String NONE = "–";
    private static final double LEVEL = 0.9;

    private OutputTables() {}

    static OutputTable of(Ranking ranking, String caption) {
        List<Indicator> indicators = ranking.table().indicators();
        OutputTable table =
                new OutputTable(caption).numbers("#").texts("School", "Country").numbers("Score");
        indicators.forEach(indicator -> table.numbers(indicator.symbol()));
        for (RankedSchool each : ranking) {
            List<String> cells = new ArrayList<>(List.of(
                    each.position().toString(),
                    each.school().name(),
                    each.school().country().orElse(""),
                    each.shownScore()));
            indicators.forEach(indicator -> cells.add(
                    each.value(indicator).isPresent() ? each.value(indicator).toString() : NONE));
            table.row(cells);
        }
        table.note(indicators.stream()
                .filter(indicator -> !indicator.symbol().equals(indicator.name()))
                .map(indicator -> indicator.symbol() + " " + indicator.name())
                .collect(Collectors.joining(" · ")));
        return table.note(listed("Unranked: ", ranking.unranked(), OutputTables::reasoned));
    }

    static String caption(Ranking ranking) {
        return ranking.size() == 1 ? "1 school" : ranking.size() + " schools";
    }

    static OutputTable of(RankComparison comparison, String caption) {
        OutputTable table = new OutputTable(caption).texts("School").numbers("First", "Second", "Gained");
        for (Movement each : comparison.moves()) {
            table.row(
                    each.school().name(),
                    each.before().map(Position::toString).orElse(NONE),
                    each.after().map(Position::toString).orElse(NONE),
                    signed(each.gained()));
        }
        return table.note(coefficient("Kendall’s τ-b", comparison.kendallTauB())
                        + coefficient(" · weighted τ", comparison.weightedTauVigna2015())
                        + coefficient(" · Spearman’s ρ", comparison.spearmanRho())
                        + " · footrule " + NumberText.text(comparison.footrule())
                        + " · Kemeny’s distance " + comparison.kemenyDistance())
                .note(names("Only in the first: ", comparison.onlyFirst()))
                .note(names("Only in the second: ", comparison.onlySecond()));
    }

    private static String coefficient(String name, OptionalDouble value) {
        return name + " "
                + (value.isPresent() ? NumberText.rounded(value.getAsDouble()).replace('-', '−') : NONE);
    }

    private static String signed(OptionalDouble places) {
        if (places.isEmpty()) {
            return NONE;
        }
        String text = NumberText.text(places.getAsDouble());
        return places.getAsDouble() > 0 ? "+" + text : text.replace('-', '−');
    }

    static OutputTable of(RankAcceptability acceptability, String caption) {
        OutputTable table = new OutputTable(caption)
                .texts("School")
                .numbers("Mean", "Median", NumberText.exactPercent(LEVEL) + " of draws", "First", "Top 10");
        int ten = Math.min(10, acceptability.schools().size());
        for (School school : acceptability.byMean()) {
            if (acceptability.unranked(school).value() == 1) {
                table.row(school.name(), NONE, NONE, NONE, NONE, NONE);
            } else {
                table.row(
                        school.name(),
                        decimal(acceptability.mean(school).value()),
                        NumberText.text(acceptability.median(school).value()),
                        acceptability.range(school, LEVEL).ends(),
                        percent(acceptability.acceptability(school, 1)),
                        percent(acceptability.withinTop(school, ten)));
            }
        }
        return table.note(NumberText.grouped(acceptability.draws()) + " draws");
    }

    private static String percent(Estimate share) {
        return decimal(100 * share.value()) + " %";
    }

    private static String decimal(double value) {
        return new BigDecimal(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    static OutputTable of(Shortlist shortlist, String caption) {
        boolean ranges =
                shortlist.schools().stream().anyMatch(each -> each.range().isPresent());
        boolean chances =
                shortlist.schools().stream().anyMatch(each -> each.chance().isPresent());
        OutputTable table =
                new OutputTable(caption).numbers("#").texts("School", "Country").numbers("Usual", "Score", "Fit");
        if (ranges) {
            table.numbers("Range");
        }
        if (chances) {
            table.numbers("Chance");
        }
        for (Suggestion each : shortlist.schools()) {
            List<String> cells = new ArrayList<>(List.of(
                    each.position().toString(),
                    each.school().name(),
                    each.school().country().orElse(""),
                    each.usual().map(Position::toString).orElse(NONE),
                    each.score().toPlainString(),
                    NumberText.percent(each.fit())));
            if (ranges) {
                cells.add(each.range().map(range -> range.ends()).orElse(NONE));
            }
            if (chances) {
                cells.add(
                        each.chance().isPresent()
                                ? NumberText.percent(each.chance().getAsDouble())
                                : NONE);
            }
            table.row(cells);
        }
        return table.note(listed("Excluded: ", shortlist.excluded(), OutputTables::reasoned));
    }

    static OutputTable of(RankingDiff diff, String caption) {
        OutputTable table = new OutputTable(caption).texts("School", "Part").numbers("Computed", "Published");
        for (RankingDiff.Difference each : diff.differences()) {
            table.row(
                    each.school().name(),
                    each.part().name().toLowerCase(Locale.ROOT),
                    each.computed(),
                    each.published());
        }
        return table.note(diff.compared() + " compared, " + diff.differences().size() + " differences")
                .note(listed("Published but not ranked here: ", diff.notRanked(), OutputTables::reasoned))
                .note(names("Published but not found here: ", diff.notFound()))
                .note(names("Listed with neither position nor score: ", diff.nothingPrinted()))
                .note(names("Ranked here but not published: ", diff.notPublished()));
    }

    static OutputTable of(Audit audit, String caption) {
        OutputTable table = new OutputTable(caption).texts("Finding", "What");
        audit.findings().forEach(each -> table.row(each.kind().toString(), each.sentence()));
        table.note(audit.findings().size() + " findings");
        audit.notChecked().forEach(each -> table.note("Not checked: " + each));
        return table;
    }

    static OutputTable of(Recovered recovered, String caption) {
        OutputTable table = new OutputTable(caption).texts("Rule", "Simplest weights", "On the grid");
        recovered
                .rules()
                .forEach(each -> table.row(
                        each.rule().toString(),
                        each.simplest().toString(),
                        each.onGrid().toString()));
        recovered.notes().forEach(table::note);
        recovered.notTried().forEach(each -> table.note("Not tried: " + each));
        return table;
    }

    private static String reasoned(UnrankedSchool each) {
        return each.school().name() + " (" + each.reason() + ")";
    }

    private static String names(String label, List<School> schools) {
        return listed(label, schools, School::name);
    }

    private static <T> String listed(String label, List<T> items, Function<T, String> text) {
        return items.isEmpty() ? "" : items.stream().map(text).collect(Collectors.joining("; ", label, ""));
    }
}
