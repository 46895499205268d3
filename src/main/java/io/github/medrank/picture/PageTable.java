package io.github.medrank.picture;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.RankRange;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.exact.NumberText;
import io.github.medrank.robustness.Tiers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of a page: one row per school, best first, which the script sorts, searches and ranks again. */
final class PageTable {
    private static final String NONE = "–";

    private final Ranking ranking;
    private final List<Indicator> indicators;
    private final ImmutableMap<School, RankRange> ranges;
    private final Optional<Tiers> tiers;
    private final Map<School, Integer> tierOf = new HashMap<>();
    private final Map<Integer, Integer> modelRows = new HashMap<>();
    private final boolean countries;
    private final boolean sliders;

    PageTable(Ranking ranking, ImmutableMap<School, RankRange> ranges, Optional<Tiers> tiers, SliderModel model) {
        this.ranking = ranking;
        this.indicators = ranking.table().indicators();
        this.ranges = ranges;
        this.tiers = tiers;
        this.countries =
                ranking.stream().anyMatch(each -> each.school().country().isPresent());
        this.sliders = model.refusal().isEmpty();
        tiers.ifPresent(all -> {
            for (int i = 0; i < all.tiers().size(); i++) {
                for (School school : all.tiers().get(i)) {
                    tierOf.put(school, i + 1);
                }
            }
        });
        for (int i = 0; i < model.rows().size(); i++) {
            modelRows.put(model.rows().get(i), i);
        }
    }

    void write(Markup page) {
        page.open("section", "id", "table").element("h2", "Ranking", "id", "ranking-heading");
        page.raw("<p id=\"search\" hidden><label>Search <input type=\"search\" autocomplete=\"off\"></label>")
                .raw(" <span id=\"found\" role=\"status\"></span></p>\n");
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "ranking-heading")
                .open("table", "id", "ranking", "style", widths())
                .element("caption", caption())
                .raw("<thead><tr>");
        header(page, "#", "Position", "number");
        header(page, "School", "", "text");
        if (countries) {
            header(page, "Country", "", "text");
        }
        header(page, "Score", "", "number");
        if (sliders) {
            header(page, "Moved", "Places gained by the changed weights", "number");
        }
        if (!ranges.isEmpty()) {
            header(page, "Range", "Range of positions", "number");
        }
        if (tiers.isPresent()) {
            header(page, "Tier", "", "number");
        }
        indicators.forEach(each -> header(page, each.symbol(), each.name(), "number"));
        page.raw("</tr></thead>\n<tbody>\n");
        ranking.forEach(each -> row(page, each));
        page.raw("</tbody>\n</table>\n</div>\n");
        notes(page);
        page.close("section");
    }

    /**
     * The columns of a long table. Their widths are fixed, so that a browser can lay out some rows without reading all.
     */
    private String widths() {
        int narrow = 1 + (sliders ? 1 : 0) + (ranges.isEmpty() ? 0 : 1) + (tiers.isPresent() ? 1 : 0);
        return "--columns:5rem minmax(12rem,1fr)" + (countries ? " 6rem" : "") + " 5.5rem".repeat(narrow)
                + " 7.5rem".repeat(indicators.size()) + ";--width:"
                + (17 + (countries ? 6 : 0) + (11 * narrow + 15 * indicators.size() + 1) / 2) + "rem";
    }

    private String caption() {
        int shown = ranking.size();
        int all = (int) ranking.rows().count();
        return shown == 1 ? "1 school" : shown == all ? shown + " schools" : shown + " of " + all + " schools";
    }

    private static void header(Markup page, String text, String meaning, String kind) {
        if (meaning.isEmpty() || meaning.equals(text)) {
            page.cell("th", text, "scope", "col", "class", kind);
        } else {
            page.cell("th", text, "scope", "col", "class", kind, "title", meaning);
        }
    }

    private void row(Markup page, RankedSchool each) {
        School school = each.school();
        page.raw(sliders ? "<tr data-row=\"" + modelRows.get(each.row()) + "\">" : "<tr>");
        page.cell("td", each.position().toString(), "class", "number");
        page.raw("<th scope=\"row\"><bdi>").text(school.name()).raw("</bdi></th>");
        if (countries) {
            page.cell("td", school.country().orElse(""));
        }
        page.cell("td", each.shownScore(), "class", "number");
        if (sliders) {
            page.raw("<td class=\"number\"></td>");
        }
        if (!ranges.isEmpty()) {
            RankRange range = ranges.get(school);
            page.cell("td", range == null ? NONE : range.ends(), "class", "number");
        }
        if (tiers.isPresent()) {
            Integer tier = tierOf.get(school);
            page.cell("td", tier == null ? NONE : tier.toString(), "class", "number");
        }
        for (Indicator indicator : indicators) {
            Cell cell = each.value(indicator);
            page.cell("td", cell.isPresent() ? cell.toString() : NONE, "class", "number");
        }
        page.raw("</tr>\n");
    }

    private void notes(Markup page) {
        note(
                page,
                indicators.stream()
                        .filter(each -> !each.symbol().equals(each.name()))
                        .map(each -> each.symbol() + " " + each.name())
                        .collect(Collectors.joining(" · ")));
        if (!ranges.isEmpty()) {
            long without = ranking.stream()
                    .filter(each -> !ranges.containsKey(each.school()))
                    .count();
            note(
                    page,
                    "Ranges: "
                            + ranges.values().stream()
                                    .map(RankRange::basis)
                                    .distinct()
                                    .collect(Collectors.joining("; "))
                            + "." + (without == 0 ? "" : " Schools without one: " + NumberText.grouped(without) + "."));
        }
        tiers.ifPresent(all -> note(page, "Tiers: told apart where " + all.basis() + ". " + Tiers.CAVEAT));
        if (sliders && (!ranges.isEmpty() || tiers.isPresent())) {
            page.element(
                    "p",
                    "Ranges and tiers are those of the methodology\u2019s own weights; they do not move with the sliders.",
                    "class",
                    "note");
        }
    }

    private static void note(Markup page, String text) {
        if (!text.isEmpty()) {
            page.element("p", text, "class", "note");
        }
    }
}
