package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.RankRange;
import io.github.medrank.Ranking;
import io.github.medrank.RankingDiff;
import io.github.medrank.School;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.SafeText;
import io.github.medrank.robustness.Tiers;
import io.github.medrank.text.Html;
import java.util.Map;
import java.util.Optional;

/**
 * A ranking as one HTML page to send: a file that opens in any browser, offline, and asks for nothing from elsewhere.
 *
 * <p>It shows the table, which can be searched and sorted; a slider for each weight, which ranks anew in the browser;
 * what was added by the {@code with} methods; and how the ranking was made: the recipe, where its weights come from,
 * its warnings, a digest of the data and a line to quote.
 *
 * <p>The sliders are exact: the browser computes with whole numbers and rounds, ties, marks and bands as the
 * methodology does, so that every position and score is the one that
 * {@link io.github.medrank.Methodology#withWeights} of the same weights gives. Where the script cannot promise that,
 * the page has no sliders and says why, as {@link #whyNoSliders} does: for a score that is no weighted sum, numbers
 * that are no decimals, a ranking that shows only some of its schools, or a rescaling the script does not know.
 *
 * <p>The same page is made of the same ranking, to the byte. Names are escaped, and the page's policy lets no script
 * run but its own. It works from the keyboard, with a screen reader, on paper and, but for searching, sorting and
 * sliders, without scripts.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b")).row(School.of("香港大學"), 30, 20).build();
 * var ranking = Methodology.builder("Plain").ranker(Rankers.weightedMean()).build().rank(table);
 * Page.of(ranking).withTitle("One school").toString().contains("<title>One school</title>") // ==> true
 * Page.of(ranking).whyNoSliders() // ==> Optional.empty
 * }</pre>
 */
public final class Page {
    private final Ranking ranking;
    private final String title;
    private final ImmutableMap<School, RankRange> ranges;
    private final Optional<Tiers> tiers;
    private final ImmutableList<Section> sections;

    /** A part of a page under a heading of its own. */
    record Section(String title, String html) {}

    private Page(
            Ranking ranking,
            String title,
            ImmutableMap<School, RankRange> ranges,
            Optional<Tiers> tiers,
            ImmutableList<Section> sections) {
        this.ranking = ranking;
        this.title = title;
        this.ranges = ranges;
        this.tiers = tiers;
        this.sections = sections;
    }

    /**
     * Returns the page of a ranking, called as its methodology is.
     *
     * @param ranking the schools to show; for sliders, all that are ranked
     * @return the page
     * @throws IllegalArgumentException if the ranking shows no school
     */
    public static Page of(Ranking ranking) {
        checkArgument(requireNonNull(ranking, "ranking").size() > 0, "no ranked schools; a page needs at least one");
        String title = ranking.methodology()
                .map(by -> (by.name() + " " + by.edition()).strip())
                .orElse("Ranking");
        return new Page(ranking, title, ImmutableMap.of(), Optional.empty(), ImmutableList.of());
    }

    // ---- parts ----

    /** Returns why the page has no sliders, as the page says it; empty where it has them. */
    public Optional<String> whyNoSliders() {
        return SliderModel.of(ranking).refusal();
    }

    // ---- with ----

    /** Returns a page of another title. */
    public Page withTitle(String newTitle) {
        return new Page(ranking, Names.require(newTitle, "page title"), ranges, tiers, sections);
    }

    /**
     * Returns a page whose table has a range of positions for each school, and says what the ranges stand on.
     *
     * @param newRanges from any analysis, such as {@code RankAcceptability.ranges(0.9)}; schools without one get a dash
     */
    public Page withRanges(Map<School, RankRange> newRanges) {
        return new Page(ranking, title, ImmutableMap.copyOf(requireNonNull(newRanges, "ranges")), tiers, sections);
    }

    /** Returns a page whose table has the tier of each school, and says when two schools are told apart. */
    public Page withTiers(Tiers newTiers) {
        return new Page(ranking, title, ranges, Optional.of(requireNonNull(newTiers, "tiers")), sections);
    }

    /** Returns a page with the moves between two rankings below the table. */
    public Page withComparison(String heading, RankComparison comparison) {
        return withSection(heading, Html.write(comparison, requireNonNull(heading, "heading")));
    }

    /** Returns a page with what differs from a published ranking below the table. */
    public Page withComparison(String heading, RankingDiff diff) {
        return withSection(heading, Html.write(diff, requireNonNull(heading, "heading")));
    }

    /**
     * Returns a page with a picture below the table.
     *
     * @param heading what the picture shows
     * @param svg a picture such as {@link Svg} draws
     * @throws IllegalArgumentException if the text is no SVG element
     */
    public Page withPicture(String heading, String svg) {
        requireNonNull(heading, "heading");
        checkArgument(
                requireNonNull(svg, "svg").startsWith("<svg ")
                        && svg.stripTrailing().endsWith("</svg>"),
                "picture \"%s\" is no svg element; draw it with Svg",
                SafeText.line(heading));
        return withSection(heading, "<figure tabindex=\"0\">" + svg + "</figure>\n");
    }

    /** Returns a page with the text of any value below the table, line by line, such as an explanation or an audit. */
    public Page withText(String heading, Object value) {
        return withSection(
                heading,
                new Markup()
                        .element("pre", requireNonNull(value, "value").toString(), "tabindex", "0")
                        .toString());
    }

    /**
     * Returns a page with a section of any HTML below the table, such as {@link Html} writes.
     *
     * @param heading what the section is called
     * @param html elements, put in as they are: texts in them must be escaped. A script in them does not run.
     */
    public Page withSection(String heading, String html) {
        Section section = new Section(Names.require(heading, "heading"), requireNonNull(html, "html"));
        return new Page(
                ranking,
                title,
                ranges,
                tiers,
                ImmutableList.<Section>builder().addAll(sections).add(section).build());
    }

    // ---- text ----

    /** Returns the whole page as HTML, to be saved as UTF-8. */
    @Override
    public String toString() {
        SliderModel model = SliderModel.of(ranking);
        Markup page = new Markup()
                .raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                        + " 'unsafe-inline'; script-src " + PageAssets.SCRIPT_SOURCE
                        + "; base-uri 'none'; form-action 'none'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", title)
                .raw("<style>\n" + PageStyle.CSS + "</style>\n</head>\n<body>\n<header>\n")
                .element("h1", title)
                .raw("</header>\n<main>\n");
        new PageControls(ranking, model).write(page);
        new PageTable(ranking, ranges, tiers, model).write(page);
        for (Section section : sections) {
            page.raw("<section>\n")
                    .element("h2", section.title())
                    .raw(section.html())
                    .close("section");
        }
        new PageOrigin(ranking, title).write(page);
        return page.raw("</main>\n<script type=\"application/json\" id=\"model\">" + model.json() + "</script>\n")
                .raw("<script>" + PageAssets.SCRIPT + "</script>\n</body>\n</html>\n")
                .toString();
    }
}
