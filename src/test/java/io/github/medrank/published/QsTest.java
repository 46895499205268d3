package io.github.medrank.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.PublishedResult;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.text.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** QS's rankings against what QS printed. */
class QsTest {

    private static IndicatorTable excerpt(int edition, String file) {
        try {
            String csv = Files.readString(Path.of("docs/examples", file));
            return Csv.parseTable(csv, Qs.medicine(edition).indicators());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ranking top35() {
        return Qs.medicine(2026).rank(excerpt(2026, "qs-medicine-2026.csv"));
    }

    @Test
    void medicine_2026_all_35_published_scores_and_ranks() {
        Ranking ranking = top35();

        assertThat(ranking.size()).isEqualTo(35);
        assertThat(ranking.table().published()).hasSize(35);
        assertThat(ranking.diff(ranking.table().published()).agrees()).isTrue();
        assertThat(ranking.diff(ranking.table().published()).isComplete()).isTrue();
        for (RankedSchool each : ranking) {
            PublishedResult printed = ranking.table().published().get(each.school());
            assertThat(each.score()).isEqualByComparingTo(printed.score().orElseThrow());
            assertThat(each.position().toString().replace("=", ""))
                    .isEqualTo(printed.position().orElseThrow());
        }
    }

    @Test
    void medicine_2026_ties_at_26_29_and_31() {
        assertThat(top35().stream()
                        .filter(each -> each.position().isTied())
                        .map(each -> each.position() + " " + each.school().name() + " " + each.score()))
                .containsExactly(
                        "=26 Cornell University 78.7",
                        "=26 The University of Manchester 78.7",
                        "=26 The University of Sydney 78.7",
                        "=29 University of Amsterdam 78.0",
                        "=29 University of Michigan-Ann Arbor 78.0",
                        "=31 McMaster University 77.8",
                        "=31 New York University (NYU) 77.8");
    }

    @Test
    void medicine_2024_six_scores_and_the_blank_cell_of_the_charite() {
        Ranking ranking = Qs.medicine(2024).rank(excerpt(2024, "qs-medicine-2024-six.csv"));

        // Charité is 79th of 721; among these six it is 6th, and that is all that differs.
        assertThat(ranking.diff(ranking.table().published()).differences())
                .singleElement()
                .hasToString("Charité - Universitätsmedizin Berlin (DE): position 6, published 79");
        var breakdown = ranking.explain("Charité - Universitätsmedizin Berlin");
        var network = breakdown.of(Qs.INTERNATIONAL_RESEARCH_NETWORK);
        assertThat(breakdown.score()).isEqualTo("74.8");
        assertThat(breakdown.composite()).isEqualTo(Rational.of(74.84));
        assertThat(breakdown.rounding()).isEqualTo(Rational.of(-0.04));
        assertThat(network.value().reason()).contains(MissingReason.NOT_REPORTED);
        assertThat(network.amount()).isEqualTo(Rational.ZERO);
        assertThat(network.normalized()).hasToString("0 (filled: not reported)");
    }

    @Test
    void redistributing_the_weight_of_the_charites_blank_cell_would_give_83_2() {
        Methodology without = Qs.medicine(2024).toBuilder()
                .indicators(Qs.medicine(2024).indicators().subList(0, 4))
                .weights(Weights.builder()
                        .put(Qs.ACADEMIC_REPUTATION, 40)
                        .put(Qs.EMPLOYER_REPUTATION, 10)
                        .put(Qs.CITATIONS_PER_PAPER, 20)
                        .put(Qs.H_INDEX, 20)
                        .build())
                .build();
        assertThat(without.rank(excerpt(2024, "qs-medicine-2024-six.csv"))
                        .of("Charité - Universitätsmedizin Berlin")
                        .score())
                .isEqualTo("83.2");
    }

    @Test
    void medicine_2017_six_with_a_tie_at_4_and_karolinska_92_845_shown_as_92_8() {
        Ranking ranking = Qs.medicine(2017).rank(excerpt(2017, "qs-medicine-2017-six.csv"));

        assertThat(ranking.diff(ranking.table().published()).agrees()).isTrue();
        assertThat(ranking.diff(ranking.table().published()).isComplete()).isTrue();
        assertThat(ranking.stream().map(each -> each.position().toString()))
                .containsExactly("1", "2", "3", "=4", "=4", "6");
        RankedSchool karolinska = ranking.of("Karolinska Institute");
        assertThat(karolinska.exactScore()).isEqualTo(Rational.of(92.845));
        assertThat(karolinska.score()).isEqualTo("92.8");
    }

    @ParameterizedTest
    @CsvSource({
        "UCL 2024, 85.3, 82.6, 97, 94, 92.7, 89.9, 89.8",
        "M. D. Anderson 2024, 70.2, 45.3, 97.1, 91.3, 59.6, 76.3, 76.2"
    })
    void halves_go_up_as_qs_printed_them_and_not_to_even(
            String name, double ar, double er, double cpp, double h, double irn, String printed, String even) {
        IndicatorTable table = IndicatorTable.builder(Qs.medicine(2024).indicators())
                .row(School.of(name), ar, er, cpp, h, irn)
                .build();

        Methodology halfEven = Qs.medicine(2024)
                .withPresentation(Qs.medicine(2024).presentation().withRounding(1, RoundingMode.HALF_EVEN));

        assertThat(Qs.medicine(2024).rank(table).of(name).score()).isEqualTo(printed);
        assertThat(halfEven.rank(table).of(name).score()).isEqualTo(even);
    }

    @Test
    void accounting_and_finance_2015_where_binary_doubles_round_81_15_down() {
        Weights weights = Weights.builder()
                .put(Qs.ACADEMIC_REPUTATION, 50)
                .put(Qs.EMPLOYER_REPUTATION, 30)
                .put(Qs.CITATIONS_PER_PAPER, 10)
                .put(Qs.H_INDEX, 10)
                .build();
        double[] row = {80.6, 84.8, 79.7, 74.4};
        double naive = .5 * row[0] + .3 * row[1] + .1 * row[2] + .1 * row[3];
        assertThat(Math.round(naive * 10) / 10.0).isEqualTo(81.1);

        IndicatorTable table = IndicatorTable.builder(weights.indicators())
                .row(School.of("a"), row)
                .build();
        Methodology methodology = Qs.medicine(2017).withWeights(weights);

        assertThat(methodology.rank(table).of("a").score()).isEqualTo("81.2");
    }

    @ParameterizedTest
    @CsvSource({"74.8, 64.0, 56.4, 53.0, 65.5", "75.1, 71.9, 62.8, 51.5, 68.8"})
    void engineering_and_technology_2018_and_2019_universidad_de_los_andes(
            double ar, double er, double cpp, double h, String printed) {
        Weights weights = Weights.builder()
                .put(Qs.ACADEMIC_REPUTATION, 40)
                .put(Qs.EMPLOYER_REPUTATION, 30)
                .put(Qs.CITATIONS_PER_PAPER, 15)
                .put(Qs.H_INDEX, 15)
                .build();
        IndicatorTable table = IndicatorTable.builder(weights.indicators())
                .row(School.of("a"), ar, er, cpp, h)
                .build();

        assertThat(Qs.medicine(2017).withWeights(weights).rank(table).of("a").score())
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "2013, 40 10 25 25, RECOVERED", "2014, 40 10 25 25, RECOVERED", "2015, 40 10 25 25, RECOVERED",
        "2016, 40 10 25 25, RECOVERED", "2017, 40 10 25 25, PRINTED", "2018, 40 10 25 25, RECOVERED",
        "2019, 40 10 25 25, RECOVERED", "2020, 40 10 25 25, RECOVERED", "2021, 40 10 25 25, RECOVERED",
        "2022, 40 10 25 25, INFERRED", "2023, 40 10 20 20 10, INFERRED", "2024, 40 10 20 20 10, RECOVERED",
        "2025, 40 10 20 20 10, INFERRED", "2026, 40 10 20 20 10, PRINTED"
    })
    void medicine_weights_and_how_they_are_known(int edition, String points, Origin origin) {
        Methodology medicine = Qs.medicine(edition);

        assertThat(points(medicine)).isEqualTo(points);
        assertThat(Set.copyOf(medicine.provenance().origins().values())).containsExactly(origin);
        assertThat(medicine.edition()).isEqualTo(Integer.toString(edition));
    }

    @ParameterizedTest
    @CsvSource({
        "DENTISTRY, 30 10 30 30, 30 10 30 30", "NURSING, 30 10 30 30, 30 10 30 30",
        "VETERINARY_SCIENCE, 30 10 30 30, 30 10 30 30", "ANATOMY_AND_PHYSIOLOGY, 40 10 25 25, 40 10 25 25",
        "PHARMACY_AND_PHARMACOLOGY, 40 10 25 25, 40 10 20 20 10", "BIOLOGICAL_SCIENCES, 40 10 25 25, 40 10 20 20 10",
        "PSYCHOLOGY, 40 20 20 20, 40 20 15 15 10", "AGRICULTURE_AND_FORESTRY, 50 10 20 20, 50 10 15 15 10",
        "LIFE_SCIENCES_AND_MEDICINE, 40 10 25 25, 40 10 20 20 10"
    })
    void weights_of_the_neighbouring_subjects(QsSubject subject, String in2017, String since2024) {
        assertThat(points(Qs.subject(subject, 2017))).isEqualTo(in2017);
        assertThat(points(Qs.subject(subject, 2024))).isEqualTo(since2024);
        assertThat(points(Qs.subject(subject, 2026))).isEqualTo(since2024);
    }

    private static String points(Methodology methodology) {
        return String.join(
                " ",
                methodology.weights().orElseThrow().asMap().values().stream()
                        .map(BigDecimal::toPlainString)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(QsSubject.class)
    void every_known_edition_has_weights_of_100_a_source_and_a_citation(QsSubject subject) {
        for (int edition : List.of(2017, 2024, 2026)) {
            Methodology methodology = Qs.subject(subject, edition);
            assertThat(methodology.weights().orElseThrow().total()).isEqualByComparingTo("100");
            assertThat(methodology.citation())
                    .startsWith("QS World University Rankings by Subject: " + subject + " " + edition + ". Weights: ")
                    .contains(methodology.provenance().reproduction());
        }
    }

    @Test
    void a_subject_has_the_editions_in_which_qs_ranked_it() {
        assertThatThrownBy(() -> Qs.subject(QsSubject.NURSING, 2015))
                .hasMessageEndingWith("known are [2016, 2017, 2018, 2019, 2020, 2021, 2024, 2026]");
        assertThatThrownBy(() -> Qs.subject(QsSubject.ANATOMY_AND_PHYSIOLOGY, 2016))
                .hasMessageEndingWith("known are [2017, 2018, 2019, 2020, 2021, 2024, 2026]");
        assertThatThrownBy(() -> Qs.subject(QsSubject.LIFE_SCIENCES_AND_MEDICINE, 2022))
                .hasMessageEndingWith("known are [2017, 2018, 2019, 2020, 2021, 2024, 2026]");
        assertThatThrownBy(() -> Qs.subject(QsSubject.PSYCHOLOGY, 2023))
                .hasMessageEndingWith("known are [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2024, 2026]");
    }

    @Test
    void an_unknown_edition_lists_the_known_ones() {
        assertThatThrownBy(() -> Qs.medicine(2012))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("QS by Subject: Medicine has no edition 2012 here; known are [2013, 2014, 2015, 2016, 2017,"
                        + " 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]");
        assertThatThrownBy(() -> Qs.subject(QsSubject.DENTISTRY, 2025))
                .hasMessage(
                        "QS by Subject: Dentistry has no edition 2025 here; known are [2015, 2016, 2017, 2018, 2019, 2020,"
                                + " 2021, 2024, 2026]");
        assertThatThrownBy(() -> Qs.world(2017))
                .hasMessageStartingWith("QS World has no edition 2017 here; known are [2013, 2014, 2015, 2016, 2018,");
    }

    /** Band edges of facts read from QS's workbooks: a school of each place in a table of falling scores. */
    @ParameterizedTest
    @CsvSource({
        "2017, 50, 50", "2017, 51, 51–100", "2017, 451, 451–500", "2017, 501, 501+", "2016, 301, 301–400",
        "2023, 150, 150", "2023, 151, 151–200", "2023, 651, 651–680", "2024, 200, 200", "2024, 201, 201–250",
        "2024, 700, 651–700", "2024, 701, 701–720", "2026, 701, 701–850", "2026, 850, 701–850", "2026, 851, 851+"
    })
    void medicine_positions_are_exact_to_the_editions_last_and_then_in_its_bands(int edition, int place, String shown) {
        Methodology medicine = Qs.medicine(edition);
        IndicatorTable.Builder table = IndicatorTable.builder(medicine.indicators());
        IntStream.range(0, 900)
                .forEach(i -> table.row(
                        School.of("s" + i),
                        medicine.indicators().stream()
                                .mapToDouble(each -> 95 - i / 10.0)
                                .toArray()));

        assertThat(medicine.rank(table.build()).of("s" + (place - 1)).position())
                .hasToString(shown);
    }

    @Test
    void a_tie_across_the_edge_of_a_band_is_not_split() {
        Methodology medicine = Qs.medicine(2017);
        IndicatorTable.Builder table = IndicatorTable.builder(medicine.indicators());
        IntStream.range(0, 60).forEach(i -> {
            double value = 90 - (i == 50 || i == 51 ? 49 : i);
            table.row(School.of("s" + i), value, value, value, value);
        });

        Ranking ranking = medicine.rank(table.build());

        assertThat(List.of(
                        ranking.of("s49").position().toString(),
                        ranking.of("s51").position().toString(),
                        ranking.of("s52").position().toString()))
                .containsExactly("=50", "=50", "51–100");
    }

    /** 100·(S − m)/(top − m), by hand: Σ weights·value is 92 and 50, m is 2.05075. */
    @Test
    void world_2026_takes_away_the_least_score_of_all_institutions() {
        IndicatorTable table = IndicatorTable.builder(Qs.world(2026).indicators())
                .row(
                        School.of("top"),
                        IntStream.range(0, 9).mapToDouble(i -> 92).toArray())
                .row(
                        School.of("half"),
                        IntStream.range(0, 9).mapToDouble(i -> 50).toArray())
                .build();

        Ranking ranking = Qs.world(2026).rank(table);

        assertThat(ranking.of("top").score()).isEqualTo("100.0");
        BigDecimal expected = new BigDecimal("4794.925").divide(new BigDecimal("89.94925"), 1, RoundingMode.HALF_UP);
        assertThat(ranking.of("half").score()).isEqualTo(expected).isEqualTo("53.3");
        assertThat(ranking.explain("half").rescaling().doubleValue()).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2013, 2016, 2018, 2023})
    void world_to_2023_divides_by_the_top_score(int edition) {
        List<Indicator> indicators = Qs.world(edition).indicators();
        IndicatorTable table = IndicatorTable.builder(indicators)
                .row(School.of("top"), 96, 96, 96, 96, 96, 96)
                .row(School.of("other"), 48, 48, 48, 48, 48, 60)
                .build();

        // Σ = .95·48 + .05·60 = 48.6, and 100·48.6/96 = 50.625; the edition of 2013 printed two decimals
        assertThat(Qs.world(edition).rank(table).of("other").score()).isEqualTo(edition == 2013 ? "50.63" : "50.6");
    }

    @Test
    void world_weights() {
        assertThat(points(Qs.world(2023))).isEqualTo("40 10 20 20 5 5");
        assertThat(points(Qs.world(2024))).isEqualTo("30 15 10 20 5 5 5 5 5");
        assertThat(Qs.world(2024).presentation().rescaling())
                .hasToString("rescaled so that the top is 100 above a minimum of 0.4455");
    }

    @Test
    void the_recipe_reads() {
        assertThat(Qs.medicine(2017).toString()).isEqualTo("""
                QS World University Rankings by Subject: Medicine 2017
                  indicators: Academic reputation; Employer reputation; Citations per paper; H-index
                  eligible: every school
                  normalizer: as given
                  filling: a missing value counts as 0
                  weights: 40 Academic reputation, 10 Employer reputation, 25 Citations per paper, 25 H-index
                  ranker: weighted arithmetic mean
                  shown: not rescaled; rounded to 1 decimal (half up, ties on the rounded score); competition positions; exact to 50, then 51–100, 101–150, 151–200, 201–250, 251–300, 301–350, 351–400, 401–450, 451–500, 501+
                  provenance: weights printed by the publisher; QS's workbook of the 2017 edition, whose sheets print the weights; all published overall scores come out exactly""");
    }

    @Test
    void equal_recipes_are_equal_and_changed_ones_are_the_users_own() {
        assertThat(Qs.medicine(2026)).isEqualTo(Qs.medicine(2026)).hasSameHashCodeAs(Qs.medicine(2026));
        assertThat(Qs.medicine(2025)).isNotEqualTo(Qs.medicine(2026));
        Methodology mine =
                Qs.medicine(2026).withWeights(Weights.equal(Qs.medicine(2026).indicators()));
        assertThat(mine).isNotEqualTo(Qs.medicine(2026));
        assertThat(mine.provenance().toString())
                .isEqualTo("changed by the user from QS World University Rankings by Subject: Medicine 2026; not a"
                        + " published method");
    }
}
