package io.github.medrank.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.School;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** HTML, LaTeX and Markdown of the same results. */
class MarkupTest {
    private static final String CLEANED =
            "</script> \"A\" \\ & ~~B~~ | `c` <!-- 𝔐édecine \uFFFDgnp\uFFFD \u200F 'd' $x_1^{2}%#";

    static Stream<String> pages() {
        return Stream.of(
                Html.write(JsonSamples.ranking()),
                Html.write(JsonSamples.comparison(), "Two <editions>"),
                Html.write(JsonSamples.acceptability(), "How sure"),
                Html.write(JsonSamples.shortlist(), "For me"),
                Html.write(JsonSamples.diff(), "Published"));
    }

    /** The tables are well-formed XML too, so that the JDK's parser can say what a browser would see. */
    private static Document parsed(String html) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html)));
        } catch (Exception e) {
            throw new AssertionError(html, e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_table_has_a_caption_and_headers_with_a_scope_and_full_rows(String html) {
        Document document = parsed(html);
        assertThat(document.getElementsByTagName("caption").item(0).getTextContent())
                .isNotBlank();
        NodeList headers = document.getElementsByTagName("th");
        for (int i = 0; i < headers.getLength(); i++) {
            assertThat(((Element) headers.item(i)).getAttribute("scope")).isIn("col", "row");
        }
        int columns = children(
                document.getElementsByTagName("thead").item(0).getFirstChild().getNextSibling());
        NodeList rows = ((Element) document.getElementsByTagName("tbody").item(0)).getElementsByTagName("tr");
        assertThat(rows.getLength()).isPositive();
        for (int i = 0; i < rows.getLength(); i++) {
            assertThat(children(rows.item(i))).isEqualTo(columns);
        }
    }

    private static int children(org.w3c.dom.Node node) {
        return ((Element) node).getChildNodes().getLength();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void names_stay_text_in_html(String html) {
        assertThat(parsed(html).getDocumentElement().getTextContent()).contains(CLEANED);
        assertThat(html).doesNotContain("</script", "<!--", "\u202E", "\u2066", "\u2028");
        assertThat(html.replace("\n", "")).matches("\\P{Cntrl}*");
    }

    @Test
    void who_is_left_out_is_named_below_the_table() {
        assertThat(Html.write(JsonSamples.ranking())).contains("Unranked: Empty (no &quot;a&quot;)");
        assertThat(Html.write(JsonSamples.diff(), "")).contains("not found here: Thre", "but not published: Three");
        assertThat(Html.write(JsonSamples.comparison(), "")).contains("Only in the second: Newcomer");
    }

    @Test
    void a_ranking_in_latex() {
        assertThat(Latex.write(
                        JsonSamples.ranking().filter(school -> !school.id().equals("one"))))
                .isEqualTo("""
                        \\begin{tabular}{rllrrrr}
                        \\toprule
                        \\# & School & Country & Score & R\\textbar{}A & Papers \\& \\textquotedbl{}cites\\textquotedbl{} & c \\\\
                        \\midrule
                        2 & Two &  & 71.3 & 70.5 & 80 & 60 \\\\
                        3 & Three & GB & 64.8 & 70 & 60 & 59 \\\\
                        4 & Four &  & 12.0 & 20 & -- & 10 \\\\
                        \\bottomrule
                        \\end{tabular}
                        % R|A Reputation <A>
                        % Unranked: Empty (no "a")
                        """);
    }

    @Test
    void names_stay_text_in_latex() {
        String name = "\\textless{}/script\\textgreater{} \\textquotedbl{}A\\textquotedbl{} \\textbackslash{} \\&"
                + " \\textasciitilde{}\\textasciitilde{}B\\textasciitilde{}\\textasciitilde{} \\textbar{} {`}c{`}"
                + " \\textless{}!{-}{-} 𝔐édecine \uFFFDgnp\uFFFD \u200F {'}d{'} \\$x\\_1\\textasciicircum{}\\{2\\}\\%\\#";
        for (String latex : List.of(
                Latex.write(JsonSamples.ranking()),
                Latex.write(JsonSamples.comparison()),
                Latex.write(JsonSamples.acceptability()))) {
            assertThat(latex).contains(name + " & ");
        }
    }

    @Test
    void a_bracket_or_star_begins_no_option_of_the_row_before() {
        var list = RankedList.ofPositions(Map.of(School.of("[a]"), 1, School.of("*b"), 2));
        assertThat(Latex.write(RankComparison.of(list, list))).contains("\n{}[a] & ", "\n{}*b & ");
    }

    @Test
    void names_stay_text_in_markdown() {
        assertThat(Markdown.write(JsonSamples.ranking()))
                .contains(
                        "| \\</script\\> \"A\" \\\\ &amp; \\~\\~B\\~\\~ \\| \\`c\\` \\<!-- 𝔐édecine \uFFFDgnp\uFFFD \u200F"
                                + " 'd' \\$x\\_1^{2}%# |");
    }
}
