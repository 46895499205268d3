package io.github.medrank.published;

import static io.github.medrank.published.Rows.check;
import static io.github.medrank.published.Rows.row;
import static io.github.medrank.published.Rows.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.normalization.Normalizers;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** ARWU and GRAS on rows of published tables. */
class ShanghaiRankingTest {
    // ---- ARWU: T1, T2, T3 ----

    @Test
    void arwu_2024() {
        Methodology arwu = ShanghaiRanking.world(2024);
        Ranking ranking = arwu.rank(table(
                arwu,
                "Harvard",
                row(100, 97.1, 100, 100, 100, 85.7),
                "Stanford",
                row(45.3, 88.1, 73.1, 83.9, 73.1, 59.6),
                "MIT",
                row(71.9, 82.8, 55.2, 70.8, 59.1, 73.6),
                "Cambridge",
                row(78.2, 90.8, 45.1, 59.8, 67.2, 60.6),
                "Berkeley",
                row(65.3, 76.5, 46.9, 62.8, 57.1, 55.5)));
        check(ranking, 0.1, 100, 75.6, 69.5, 67.8, 62.0);
        assertThat(ranking.explain("Harvard").composite()).isEqualTo(Rational.of(97.99));
    }

    @Test
    void arwu_2025_where_nobody_tops_every_indicator() {
        Methodology arwu = ShanghaiRanking.world(2025);
        Ranking ranking = arwu.rank(table(
                arwu,
                "Harvard",
                row(100, 96.2, 100, 100, 96.8, 84.5),
                "Stanford",
                row(44.4, 86.3, 75.6, 88.3, 71.5, 57.4),
                "UCSF",
                row(0, 41.0, 46.5, 57.2, 57.5, 29.6)));
        check(ranking, 0.1, 100, 76.8, 44.7);
        assertThat(ranking.explain("Harvard").composite()).isEqualTo(Rational.of(97.05));
    }

    /**
     * The first row of 2019 and three of the band 151–200, whose totals lie between 18.6 and 21.9: with the weight shared
     * among all but the performance per capita the LSE is among them, with zero it is not.
     */
    @Test
    void arwu_redistributes_the_weight_of_nature_and_science() {
        Methodology arwu = ShanghaiRanking.world(2019);
        IndicatorTable table = table(
                arwu,
                "Harvard",
                row(100, 100, 100, 100, 100, 78.2),
                "Lausanne",
                row(12.5, 17, 14.7, 22.5, 34.2, 22.8),
                "LSE",
                row(23.8, 16.1, 0, Double.NaN, 33, 28.1),
                "Missouri",
                row(7.9, 14.7, 14.7, 11.2, 39.8, 17.3));
        Ranking ranking = arwu.rank(table);
        assertThat(ranking.stream().map(each -> each.school().name()))
                .containsExactly("Harvard", "Lausanne", "Missouri", "LSE");
        assertThat(ranking.explain("Harvard").composite()).isEqualTo(Rational.of(97.82));
        assertThat(ranking.explain("LSE").composite())
                .isEqualTo(Rational.ratio(new BigDecimal("12947"), new BigDecimal("700")));
        // (10·23.8 + 20·16.1 + 20·0 + 20·33) · 90/70 + 10·28.1 over 100 is 12947/700, 18.4957; over 97.82 it is .1891,
        // and without redistribution 15.01 / 97.82 = .1534
        assertThat(ranking.of("LSE").score()).isEqualByComparingTo("18.9").isBetween(decimal("18.6"), decimal("21.9"));
        assertThat(ranking.warnings()).singleElement().asString().contains("LSE");
        assertThat(ranking.explain("LSE").of(ShanghaiRanking.NATURE_AND_SCIENCE).amount())
                .isEqualTo(Rational.ZERO);
        Ranking zero = arwu.withFilling(Imputations.zero()).rank(table);
        assertThat(zero.stream().map(each -> each.school().name()))
                .containsExactly("Harvard", "Lausanne", "Missouri", "LSE");
        assertThat(zero.of("LSE").score()).isEqualByComparingTo("15.3").isLessThan(decimal("18.6"));
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    @Test
    void arwu_2003_has_five_equal_weights() {
        assertThat(ShanghaiRanking.world(2003).indicators())
                .doesNotContain(ShanghaiRanking.ALUMNI)
                .hasSize(5);
        assertThat(ShanghaiRanking.world(2003).weights().orElseThrow().share(ShanghaiRanking.PER_CAPITA))
                .isEqualTo(0.2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShanghaiRanking.world(2002))
                .withMessageStartingWith("ARWU has no edition 2002 here; known are [2003, 2004, 2005,");
        assertThat(ShanghaiRanking.world(2018).presentation().bands().toString())
                .isEqualTo("exact to 100, then 101–150, 151–200, 201–300, 301–400, 401–500, 501–600, 601–700, 701–800,"
                        + " 801–900, 901–1000, 1001+");
    }

    // ---- GRAS: T7 to T10 ----

    @Test
    void gras_civil_engineering_2019() {
        Methodology gras = ShanghaiRanking.subject("AS0211", 2019);
        Ranking ranking = gras.rank(table(
                gras,
                "row 1",
                row(100, 67.9, 65.7, 88.6, 84.5),
                "row 2",
                row(53.5, 72.6, 73.1, 48.5, 84.5),
                "row 6",
                row(52.6, 59.1, 51.9, 24.3, 100)));
        check(ranking, 0.15, 354.1, 273.8, 246.4);
    }

    @Test
    void gras_water_resources_2020_has_twenty_points_for_awards() {
        Methodology gras = ShanghaiRanking.subject("AS0217", 2020);
        Ranking ranking = gras.rank(table(
                gras,
                "row 1",
                row(93.6, 85.9, 88.7, 97.1, 68.3),
                "row 2",
                row(85.8, 74.8, 84.1, 97.4, 100),
                "row 3",
                row(95.2, 67.3, 65.4, 100, 0),
                "row 4",
                row(86.7, 76.2, 82.5, 88.9, 36.5),
                "row 5",
                row(86.2, 76.5, 85.6, 90.1, 0)));
        check(ranking, 0.15, 308.0, 294.9, 275.6, 275.6, 269.9);
        assertThat(ranking.stream().map(each -> each.position().number())).containsExactly(1.0, 2.0, 3.0, 3.0, 5.0);
        // 95.2 + 67.3 + 13.08 + 100 and 86.7 + 76.2 + 16.5 + 88.9 + 7.3: a tie of the totals as printed
        assertThat(ranking.of("row 3").exactScore()).isEqualTo(Rational.of(275.58));
        assertThat(ranking.of("row 4").exactScore()).isEqualTo(Rational.of(275.6));
        Methodology mining = ShanghaiRanking.subject("AS0226", 2020);
        check(mining.rank(table(mining, "row 1", row(100, 81.2, 49.2, 71.2))), 0.15, 262.2);
        assertThat(ShanghaiRanking.subject("AS0226", 2020).indicators())
                .doesNotContain(ShanghaiRanking.SUBJECT_AWARD)
                .hasSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShanghaiRanking.subject("AS0401", 2020))
                .withMessage("GRAS has no points of subject AS0401, edition 2020, here; known are [AS0211 2019, AS0108"
                        + " 2020, AS0301 2020, AS0217 2020, AS0226 2020]; for Clinical Medicine see"
                        + " ShanghaiRanking.clinicalMedicine");
        assertThat(ShanghaiRanking.clinicalMedicine(2019).provenance().origins().values())
                .containsOnly(Origin.ILLUSTRATIVE);
        assertThatIllegalArgumentException().isThrownBy(() -> ShanghaiRanking.clinicalMedicine(2025));
    }

    @Test
    void gras_takes_square_roots_of_counts_and_caps_citation_impact() {
        Methodology gras = ShanghaiRanking.fromCounts(ShanghaiRanking.subject("AS0211", 2019));
        double[] awards = {5, 3, 2, 4, 7};
        double[] expected = {84.5, 65.5, 53.5, 75.6, 100};
        // impact: mean 2, so the cap is 4 and 6 counts as 4
        double[] impact = {1, 1, 1, 1, 6};
        Object[] rows = new Object[10];
        for (int i = 0; i < 5; i++) {
            rows[2 * i] = "row " + i;
            rows[2 * i + 1] = row(10, impact[i], 0.5, 10, awards[i]);
        }
        Ranking ranking = gras.rank(table(gras, rows));
        for (int i = 0; i < 5; i++) {
            double award =
                    ranking.normalized().column(ShanghaiRanking.SUBJECT_AWARD).value(i);
            assertThat(Math.rint(award * 10) / 10).isEqualTo(expected[i]);
            assertThat(ranking.normalized().column(ShanghaiRanking.CNCI).value(i))
                    .isEqualTo(i == 4 ? 100 : 50);
        }
        Column laureates = Column.of(ShanghaiRanking.SUBJECT_AWARD, 5, 12, 13, 18, 24);
        assertThat(IntStream.range(0, 4)
                        .mapToDouble(i -> Math.rint(Normalizers.sqrtOfPercentOfMaximum()
                                                .fit(laureates)
                                                .apply(laureates.value(i))
                                        * 10)
                                / 10))
                .containsExactly(45.6, 70.7, 73.6, 86.6);
    }
}
