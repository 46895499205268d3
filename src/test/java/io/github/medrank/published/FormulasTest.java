package io.github.medrank.published;

import static io.github.medrank.published.Rows.row;
import static io.github.medrank.published.Rows.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.TieRule;
import io.github.medrank.ranking.Rankers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rankings whose publishers print a formula and no data. */
class FormulasTest {
    // ---- HEEACT, Nature Index, CWUR, US News, Leiden: T11, T12, T14, T15, T17 ----

    @Test
    void heeact_scores_are_percentages_of_the_top() {
        Methodology heeact = Heeact.world2011();
        Ranking ranking = heeact.rank(table(
                heeact,
                "M",
                row(800, 80, 4000, 400, 10, 50, 20, 30),
                "B",
                row(200, 20, 1000, 100, 5, 25, 5, 15),
                "A",
                row(200, 20, 1000, 100, 5, 25, 5, 15)));
        assertThat(ranking.normalized().column(Heeact.ARTICLES_11_YEARS).value(1))
                .isEqualTo(25);
        // 25·40 + 50·10 + 50·20 + 25·15 + 50·15, over 100
        assertThat(ranking.of("B").score()).isEqualByComparingTo("36.25");
        assertThat(ranking.stream().map(each -> each.position() + " " + each.school()))
                .containsExactly("1 M", "2 A", "3 B");
    }

    @Test
    void nature_index_shares_are_split_twice() {
        assertThat(NatureIndex.authorShare(10, 1)).isEqualTo(Rational.of(0.1));
        assertThat(NatureIndex.authorShare(10, 2)).isEqualTo(Rational.of(0.05));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NatureIndex.authorShare(0, 1))
                .withMessage("0 authors, 1 affiliations; at least one each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NatureIndex.authorShare(1, 0))
                .withMessage("1 authors, 0 affiliations; at least one each");
        assertThat(NatureIndex.authorShare(1, 1)).isEqualTo(Rational.of(1));
        Methodology index = NatureIndex.byShare();
        assertThat(index.rank(table(index, "few", row(9.5, 10), "many", row(9.4, 400)))
                        .of("few")
                        .position())
                .hasToString("1");
    }

    @Test
    void cwur_subjects_are_logarithms_over_the_tops() {
        Methodology cwur = Cwur.subject();
        Ranking ranking = cwur.rank(table(cwur, "top", row(1234), "other", row(57), "none", row(0)));
        assertThat(ranking.of("top").score()).isEqualByComparingTo("100");
        assertThat(ranking.of("other").score().doubleValue())
                .isCloseTo(100 * Math.log10(58) / Math.log10(1235), within(0.005));
        assertThat(ranking.of("none").score()).isEqualByComparingTo("0");
    }

    @Test
    void us_news_tiers_are_cut_at_85_50_and_15() {
        Indicator score = Indicator.of("score");
        double[] scores = {99, 85, 84, 50, 49, 15, 14, 1};
        IndicatorTable.Builder table = IndicatorTable.builder(score);
        for (double each : scores) {
            table.row(School.of("s" + (int) each), each);
        }
        table.row(School.of("silent"), List.of(Cell.missing(MissingReason.NOT_REPORTED)));
        Methodology tiers = Methodology.builder("tiers")
                .ranker(Rankers.weightedMean(io.github.medrank.ranking.Skipping.unrank()))
                .presentation(UsNews.medicalSchoolTiers())
                .build();
        Ranking ranking = tiers.rank(table.build());
        assertThat(ranking.stream().map(each -> each.school() + " " + each.position()))
                .containsExactly(
                        "s85 Tier 1",
                        "s99 Tier 1",
                        "s50 Tier 2",
                        "s84 Tier 2",
                        "s15 Tier 3",
                        "s49 Tier 3",
                        "s1 Tier 4",
                        "s14 Tier 4");
        assertThat(ranking.unranked()).hasSize(1);
        assertThat(ranking.of("s50").position().best()).isEqualTo(3);
        assertThat(ranking.of("s50").position().worst()).hasValue(4);
    }

    @Test
    void leiden_intervals_run_from_element_25_to_element_975() {
        assertThat(Leiden.quantileIndex(0.025)).isEqualTo(25);
        assertThat(Leiden.quantileIndex(0.975)).isEqualTo(975);
        List<Double> values = new ArrayList<>(Collections.nCopies(150, 1.0));
        values.addAll(Collections.nCopies(850, 0.0));
        List<Double> weights = Collections.nCopies(1000, 0.5);
        Leiden.StabilityInterval interval = Leiden.stabilityInterval(values, weights, 7);
        // the standard error is sqrt(.15·.85/1000) = 0.0113; 1.96 of them on either side
        assertThat(interval.low()).isCloseTo(0.15 - 1.96 * 0.0113, within(0.004));
        assertThat(interval.high()).isCloseTo(0.15 + 1.96 * 0.0113, within(0.004));
        assertThat(Leiden.stabilityInterval(values, weights, 7)).isEqualTo(interval);
        assertThat(Leiden.stabilityInterval(values, weights, 8)).isNotEqualTo(interval);
        // the definition done by hand, with the same draws: of nine publications, so that no two means are alike
        double[] value = {0.31, 0.97, 0.05, 0.62, 0.44, 0.83, 0.18, 0.76, 0.55};
        double[] weight = {1, 0.5, 0.25, 0.7, 0.9, 0.35, 0.6, 0.8, 0.15};
        SplittableRandom random = new SplittableRandom(3);
        double[] means = new double[1000];
        for (int sample = 0; sample < 1000; sample++) {
            int[] drawn = random.ints(9, 0, 9).toArray();
            double total = IntStream.of(drawn).mapToDouble(each -> weight[each]).sum();
            means[sample] = IntStream.of(drawn)
                            .mapToDouble(each -> weight[each] * value[each])
                            .sum()
                    / total;
        }
        java.util.Arrays.sort(means);
        Leiden.StabilityInterval nine = Leiden.stabilityInterval(
                DoubleStream.of(value).boxed().toList(),
                DoubleStream.of(weight).boxed().toList(),
                3);
        assertThat(nine.low()).isCloseTo(means[25], within(1e-12));
        assertThat(nine.high()).isCloseTo(means[975], within(1e-12));
        assertThat(means[26] - means[25]).isGreaterThan(1e-9);
        assertThat(means[25] - means[24]).isGreaterThan(1e-9);
        assertThat(nine).hasToString(nine.low() + "–" + nine.high());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leiden.stabilityInterval(List.of(), List.of(), 1))
                .withMessage("no publications; an interval needs at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leiden.stabilityInterval(List.of(Double.NaN), List.of(1.0), 1))
                .withMessage("publication 0: value NaN is not finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leiden.stabilityInterval(List.of(1.0), List.of(), 1))
                .withMessage("0 weights for 1 publications");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leiden.stabilityInterval(List.of(1.0), List.of(Double.POSITIVE_INFINITY), 1))
                .withMessage("publication 0: weight Infinity; it must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leiden.stabilityInterval(List.of(1.0), List.of(0.0), 1))
                .withMessage("publication 0: weight 0.0; it must be positive");
    }

    @Test
    void leiden_ranks_by_the_share_of_top_publications_from_1500_on() {
        Methodology leiden = Leiden.ppTop10(2025);
        Ranking ranking =
                leiden.rank(table(leiden, "large", row(400, 4000), "good", row(300, 2000), "small", row(500, 1499)));
        assertThat(ranking.stream().map(Object::toString)).containsExactly("1 good 0.150", "2 large 0.100");
        assertThat(ranking.unranked()).singleElement().hasToString("small: Publications 1499, less than 1500");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Leiden.ppTop10(2020))
                .withMessage("Leiden Ranking has no edition 2020 here; known are [2025]");
    }

    // ---- SCImago's tie rules: T18 ----

    /** The positions printed: 36, 36, 37 of the old numbering, and 16, 16, 18 of the new one. */
    @Test
    void scimago_ties_were_dense_and_are_competition_since_2023() {
        Methodology now =
                Methodology.builder("SIR").ranker(Rankers.weightedMean()).build();
        Methodology before = now.withPresentation(Presentation.exact().withTies(TieRule.DENSE));
        assertThat(positions(before, 36)).containsExactly("35", "=36", "=36", "37", "38");
        assertThat(positions(now, 36)).containsExactly("35", "=36", "=36", "38", "39");
        assertThat(positions(before, 16)).containsExactly("15", "=16", "=16", "17", "18");
        assertThat(positions(now, 16)).containsExactly("15", "=16", "=16", "18", "19");
    }

    /** Forty schools in a row, those in places n and n + 1 with the same score: the positions from n − 1 to n + 3. */
    private static Stream<String> positions(Methodology sir, int n) {
        IndicatorTable.Builder table = IndicatorTable.builder(Indicator.of("score"));
        for (int place = 1; place <= 40; place++) {
            table.row(School.of("s" + place), 100 - (place == n + 1 ? n : place));
        }
        Ranking ranking = sir.rank(table.build());
        return IntStream.rangeClosed(n - 1, n + 3)
                .mapToObj(place -> ranking.of("s" + place).position().toString());
    }
}
