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
 * A ranking as a single HTML page. The file opens in any browser, works offline, and loads nothing from elsewhere.
 *
 * <p>The page shows a table that can be searched and sorted, a slider for each weight that computes the ranking again
 * in the browser, and the sections added by the {@code with} methods. It also shows how the ranking was made: the
 * recipe, the source of its weights, its warnings, a digest of the data, and a citation.
 *
 * <p>The sliders are exact. The browser computes with whole numbers, and applies rounding, ties, marks and bands as the
 * methodology does. Every position and score is therefore the one that
 * {@link io.github.medrank.Methodology#withWeights} gives for the same weights. If the script cannot guarantee this,
 * the page has no sliders and states the reason, which {@link #whyNoSliders} returns: the score is not a weighted sum,
 * some numbers are not decimals, the ranking shows only some of its schools, or the script does not support the
 * rescaling.
 *
 * <p>The same ranking always gives the same page, byte for byte. Names are escaped, and the page's security policy lets
 * only its own script run. The page can be used with the keyboard, with a screen reader, and on paper. Without scripts
 * it lacks only searching, sorting and sliders.
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

    /** A section of a page, with its heading. */
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
     * Returns the page of a ranking, titled with the name of its methodology.
     *
     * @param ranking the schools to show; sliders need all ranked schools
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

    /** Returns the reason why the page has no sliders, as stated on the page, or empty if it has them. */
    public Optional<String> whyNoSliders() {
        return SliderModel.of(ranking).refusal();
    }

    // ---- with ----

    /** Returns a page with another title. */
    public Page withTitle(String newTitle) {
        return new Page(ranking, Names.require(newTitle, "page title"), ranges, tiers, sections);
    }

    /**
     * Returns a page whose table shows a range of positions for each school, and states the basis of the ranges.
     *
     * @param newRanges ranges from any analysis, such as {@code RankAcceptability.ranges(0.9)}; a school without one
     *     gets a dash
     */
    public Page withRanges(Map<School, RankRange> newRanges) {
        return new Page(ranking, title, ImmutableMap.copyOf(requireNonNull(newRanges, "ranges")), tiers, sections);
    }

    /** Returns a page whose table shows the tier of each school, and states when two schools count as different. */
    public Page withTiers(Tiers newTiers) {
        return new Page(ranking, title, ranges, Optional.of(requireNonNull(newTiers, "tiers")), sections);
    }

    /** Returns a page that shows the moves between two rankings below the table. */
    public Page withComparison(String heading, RankComparison comparison) {
        return withSection(heading, Html.write(comparison, requireNonNull(heading, "heading")));
    }

    /** Returns a page that shows the differences from a published ranking below the table. */
    public Page withComparison(String heading, RankingDiff diff) {
        return withSection(heading, Html.write(diff, requireNonNull(heading, "heading")));
    }

    /**
     * Returns a page that shows a picture below the table.
     *
     * @param heading the heading above the picture
     * @param svg a picture, such as one from {@link Svg}
     * @throws IllegalArgumentException if the text is not an SVG element
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

    /**
     * Returns a page that shows the text of any value, such as an explanation or an audit, line by line below the
     * table.
     */
    public Page withText(String heading, Object value) {
        return withSection(
                heading,
                new Markup()
                        .element("pre", requireNonNull(value, "value").toString(), "tabindex", "0")
                        .toString());
    }

    /**
     * Returns a page that shows a section of HTML below the table, such as one from {@link Html}.
     *
     * @param heading the heading of the section
     * @param html elements, which are inserted unchanged, so texts in them must be escaped; scripts in them do not run
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

    /** Returns the whole page as HTML. Save it as UTF-8. */
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
