package io.github.medrank.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.RankRange;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import io.github.medrank.robustness.Tiers;
import io.github.medrank.text.Csv;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final Indicator A = Indicator.of("a", "Academic");
    private static final Indicator B = Indicator.of("b", "</script><script>alert(1)</script>");
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)><!-- \"' & \u202E";

    private static IndicatorTable table(int n) {
        IndicatorTable.Builder table = IndicatorTable.builder(A, B);
        for (int i = 0; i < n; i++) {
            table.row(School.of("s" + i, i == 0 ? HOSTILE : "School " + i).withCountry("DE"), i, 100 - i);
        }
        return table.build();
    }

    private static Methodology plain() {
        return Methodology.builder("Plain")
                .edition("2026")
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1))
                .build();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String found(String pattern, String page) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void a_name_that_tries_to_close_the_script_stays_a_name() {
        String page = Page.of(plain().rank(table(3))).withTitle(HOSTILE).toString();
        assertThat(page).doesNotContain("<img", "<script>alert", "<!--");
        assertThat(page.split("<script", -1)).hasSize(3);
        assertThat(page.split("</script", -1)).hasSize(3);
        assertThat(page)
                .contains("<bdi>&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;&lt;!-- &quot;' &amp; ")
                .contains("aria-label=\"Weight of &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"");
        assertThat(PageAssets.SCRIPT).doesNotContain("</", "<!--", "\r");
    }

    @Test
    void a_page_asks_for_nothing_and_its_policy_lets_only_its_own_script_run() {
        String page = Page.of(plain().rank(table(40)))
                .withPicture("Points", Svg.contributions(plain().rank(table(40)), "Points"))
                .toString();
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http:", "https:", "href", "url(", "@import", "<link", "<iframe", "<object", "fetch(");
        String script = found("<script>(.*)</script>", page);
        assertThat(found("content=\"(default-src[^\"]*)\"", page))
                .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
                        + Base64.getEncoder().encodeToString(sha256(script))
                        + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void a_page_says_how_the_ranking_was_made_and_how_to_quote_it() {
        Ranking ranking = plain().rank(table(3));
        String page = Page.of(ranking).toString();
        String digest = HexFormat.of().formatHex(sha256(Csv.write(ranking)));
        assertThat(page)
                .contains("<title>Plain 2026</title>", "<code>" + digest + "</code>")
                .contains("ranker: weighted arithmetic mean")
                .contains("Plain 2026. Plain 2026. Weights: equal")
                .contains("Data " + digest.substring(0, 16) + ".");
    }

    @Test
    void warnings_and_schools_without_a_position_are_listed() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("One"), 1, 2)
                .row(School.of("Two"), List.of(Cell.of(5), Cell.missing(MissingReason.NOT_REPORTED)))
                .build();
        Ranking skipping = plain().withRanker(Rankers.weightedMean(Skipping.withinPillar()))
                .rank(table);
        assertThat(skipping.warnings()).isNotEmpty();
        assertThat(Page.of(skipping).toString()).contains("<h3>Warnings</h3>").contains("<td class=\"number\">–</td>");
    }

    @Test
    void the_table_shows_ranges_tiers_and_sections_in_order() {
        Ranking ranking = plain().rank(table(3));
        Map<School, RankRange> ranges = new LinkedHashMap<>();
        ranking.stream().limit(2).forEach(each -> ranges.put(each.school(), RankRange.of(1, 2, "two rankings")));
        String page = Page.of(ranking)
                .withRanges(ranges)
                .withTiers(Tiers.byRanges(ranges))
                .withComparison("Since 2025", RankComparison.of(ranking, ranking))
                .withText("Why", ranking.explain("School 1"))
                .withSection("More", "<p>more</p>")
                .toString();
        assertThat(page)
                .contains("Ranges: two rankings. Schools without one: 1.", "<td class=\"number\">1–2</td>", "Tiers: ")
                .contains("do not move with the sliders");
        assertThat(page.indexOf("<h2>Since 2025</h2>")).isPositive().isLessThan(page.indexOf("<h2>Why</h2>"));
        assertThat(page.indexOf("<h2>Why</h2>")).isLessThan(page.indexOf("<h2>More</h2>\n<p>more</p>"));
    }

    @Test
    void a_page_without_sliders_says_why() {
        Methodology plain = plain();
        IndicatorTable table = table(5);
        Ranker weakest = (t, w) -> Ranking.byScore(t, w, row -> row.min());
        assertThat(why(plain.rank(table))).isEmpty();
        assertThat(why(plain.withRanker(weakest).rank(table)))
                .startsWith("its score is no weighted sum of the indicators");
        assertThat(why(plain.withRanker(Rankers.weightedSum(10)).rank(table)))
                .startsWith("its score is no weighted sum of the indicators");
        assertThat(why(plain.rank(table).top(2)))
                .isEqualTo("it shows 2 of the 5 schools that are ranked, and the others would have to be ranked too");
        assertThat(why(plain.rank(table).rerank(each -> !each.id().equals("s1"))))
                .isEqualTo("the ranking was not made by a methodology, or only by a part of one");
        assertThat(why(Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.min())))
                .startsWith("the ranking was not made by a methodology");
        IndicatorTable third = IndicatorTable.builder(A)
                .row(School.of("One"), 100.0 / 3)
                .row(School.of("Two"), 5)
                .build();
        assertThat(why(plain.withNormalizer(Normalizers.goalposts(-10, 100)).rank(third)))
                .isEqualTo("the numbers that Academic adds are no decimals of at most 40 digits");
        assertThat(why(plain.withPresentation(Presentation.rounded(3).withRescaling(Rescaling.percentile()))
                        .rank(table)))
                .isEqualTo("the page cannot repeat how scores are rescaled to percentiles (mid-ranks)");
        assertThat(why(plain.withPresentation(Presentation.exact().withRounding(9, RoundingMode.UNNECESSARY))
                        .rank(table)))
                .startsWith("scores that would have to be rounded are an error");
        assertThat(why(plain.withWeights(Weights.of(Map.of(A, 1, B, 1e-50))).rank(table)))
                .isEqualTo("its weights have more than 40 digits");
        assertThat(Page.of(plain.rank(table).top(2)).toString())
                .contains("There are no sliders on this page: it shows 2 of the 5 schools")
                .doesNotContain("aria-label=\"Weight of", "<tr data-row");
    }

    private static String why(Ranking ranking) {
        return Page.of(ranking).whyNoSliders().orElse("");
    }

    @Test
    void the_page_of_two_hundred_schools_is_small_and_the_same_each_time() {
        Page page = Page.of(plain().rank(table(200)));
        assertThat(page.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(300_000);
        assertThat(page.toString()).isEqualTo(page.toString());
    }

    @Test
    void wrong_calls_are_refused() {
        Ranking ranking = plain().rank(table(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.of(ranking.filter(each -> false)))
                .withMessage("no ranked schools; a page needs at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.of(ranking).withPicture("Points", "<p>"))
                .withMessage("picture \"Points\" is no svg element; draw it with Svg");
        assertThatNullPointerException().isThrownBy(() -> Page.of(null)).withMessage("ranking");
        assertThatNullPointerException()
                .isThrownBy(() -> Page.of(ranking).withText("x", null))
                .withMessage("value");
    }

    @Test
    void a_ranking_knows_the_methodology_that_made_it() {
        Ranking ranking = plain().rank(table(4));
        assertThat(ranking.methodology()).contains(plain());
        assertThat(ranking.top(2).methodology()).contains(plain());
        assertThat(ranking.rerank(each -> true).methodology()).isEmpty();
    }
}
