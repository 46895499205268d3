package io.github.medrank.picture;

import io.github.medrank.Indicator;
import io.github.medrank.Ranking;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;

/** A slider and a field for the points of each indicator, or the reason why a page has none. */
final class PageControls {
    private static final int STEPS = 2;

    private final Ranking ranking;
    private final SliderModel model;

    PageControls(Ranking ranking, SliderModel model) {
        this.ranking = ranking;
        this.model = model;
    }

    void write(Markup page) {
        page.open("section", "id", "weights").element("h2", "Weights");
        if (model.refusal().isPresent()) {
            page.element(
                    "p", "There are no sliders on this page: " + model.refusal().get() + ".", "class", "note");
        } else {
            page.element(
                    "noscript",
                    "Moving the weights needs JavaScript, which is off. The table is the methodology\u2019s.");
            page.open("form", "id", "sliders", "hidden", "")
                    .element("p", "Move a weight, or write its points; the schools are ranked anew, exactly.")
                    .open("table", "id", "points")
                    .element("caption", "Points of each indicator")
                    .raw("<thead><tr>")
                    .cell("th", "Indicator", "scope", "col")
                    .cell("th", "Weight", "scope", "col")
                    .cell("th", "Points", "scope", "col")
                    .cell("th", "Share", "scope", "col")
                    .raw("</tr></thead>\n<tbody>\n");
            ranking.weights().indicators().forEach(each -> row(page, each));
            page.raw("</tbody>\n</table>\n<p>")
                    .raw("<button type=\"button\" id=\"reset\">The methodology\u2019s weights</button>\n")
                    .raw("<button type=\"button\" id=\"equal\">Equal weights</button></p>\n</form>\n")
                    .element("p", "", "id", "status", "role", "status");
        }
        page.close("section");
    }

    private void row(Markup page, Indicator indicator) {
        BigDecimal total = ranking.weights().total();
        BigDecimal points = ranking.weights().points(indicator);
        String name = indicator.name();
        String written = NumberText.plain(points);
        page.raw("<tr>")
                .cell("th", name, "scope", "row", "dir", "auto")
                .raw("<td>")
                .open(
                        "input",
                        "type",
                        "range",
                        "min",
                        "0",
                        "max",
                        NumberText.plain(total),
                        "step",
                        step(),
                        "value",
                        written,
                        "aria-label",
                        "Weight of " + name)
                .raw("</td><td>")
                .open(
                        "input",
                        "type",
                        "text",
                        "inputmode",
                        "decimal",
                        "autocomplete",
                        "off",
                        "value",
                        written,
                        "size",
                        "8",
                        "aria-label",
                        "Points of " + name)
                .raw("</td>")
                .cell("td", "", "class", "number share")
                .raw("</tr>\n");
    }

    /** The step: a power of ten, at most a hundredth of all points, such as 1 of 100 points or 0.01 of 1. */
    private String step() {
        BigDecimal total = ranking.weights().total();
        return NumberText.plain(BigDecimal.ONE.scaleByPowerOfTen(total.precision() - total.scale() - 1 - STEPS));
    }
}
