package io.github.medrank.picture;

import com.google.common.hash.Hashing;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.UnrankedSchool;
import io.github.medrank.text.Csv;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Describes how a ranking was made: its recipe, warnings, omitted schools, a digest of its data, and a citation.
 */
final class PageOrigin {
    private final Ranking ranking;
    private final String title;

    PageOrigin(Ranking ranking, String title) {
        this.ranking = ranking;
        this.title = title;
    }

    void write(Markup page) {
        page.open("section", "id", "origin").element("h2", "How this ranking was made");
        page.element("h3", "Recipe").element("pre", recipe(), "tabindex", "0");
        list(page, "Warnings", ranking.warnings());
        list(
                page,
                "Listed without a position",
                ranking.unranked().stream().map(PageOrigin::reasoned).toList());
        page.element("h3", "Data")
                .raw("<p>")
                .text("SHA-256 of the ranking as Csv.write gives it, in UTF-8:")
                .raw(" <code>" + digest() + "</code></p>\n");
        page.element("h3", "How to quote it").element("p", quotation(), "id", "quotation", "dir", "auto");
        page.close("section");
    }

    private String recipe() {
        return ranking.methodology()
                .map(Methodology::toString)
                .orElse("Not made by a methodology as a whole.\n  weights: " + ranking.weights() + "\n  shown: "
                        + ranking.presentation());
    }

    private static String reasoned(UnrankedSchool each) {
        return each.school().name() + ": " + each.reason();
    }

    private static void list(Markup page, String heading, List<String> items) {
        if (!items.isEmpty()) {
            page.element("h3", heading).raw("<ul>\n");
            items.forEach(each -> page.element("li", each, "dir", "auto"));
            page.close("ul");
        }
    }

    private String digest() {
        return Hashing.sha256()
                .hashString(Csv.write(ranking), StandardCharsets.UTF_8)
                .toString();
    }

    private String quotation() {
        return title + ". "
                + ranking.methodology().map(Methodology::citation).orElse("Weights: " + ranking.weights() + ".")
                + " Data " + digest().substring(0, 16) + ".";
    }
}
