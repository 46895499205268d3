package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.Eligibilities;
import io.github.medrank.Eligibility;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EditionsTest {
    private static final Editions FROM_2024 = Editions.between(
            Qs.medicine(2024), ExcerptsAndTables.qs2024(), Qs.medicine(2026), ExcerptsAndTables.qs2026());

    @Test
    void the_six_schools_of_2024_are_all_in_2026_and_29_are_not_in_2024() {
        assertThat(FROM_2024).hasToString("6 schools in both editions, 29 entrants, 0 leavers");
        assertThat(FROM_2024.leavers()).isEmpty();
        assertThat(FROM_2024.entrants()).hasSize(29).doesNotContain(School.of("Stanford University"));
        assertThat(FROM_2024.onCommonSchools().common()).hasSize(6).isEqualTo(FROM_2024.common());
    }

    @Test
    void the_parts_add_up_to_the_published_change_and_to_the_places_gained() {
        Editions six = FROM_2024.onCommonSchools();

        assertThat(six.changes()).hasSize(6).allSatisfy(EditionsTest::addsUp);
        assertThat(six.changes())
                .extracting(change -> change.scoreChange().toPlainString())
                .containsExactly("-2.4", "-2.3", "-3.3", "-3.3", "-3.1", "6.7");
        for (School school : six.common()) {
            addsUp(six.byIndicator(school.name()));
        }
    }

    /** By hand: its fall costs two places before the others fall and none after it, so one on average. */
    @Test
    void stanfords_fall_is_its_own_and_its_place_is_kept_by_the_others_fall() {
        Editions six = FROM_2024.onCommonSchools();
        EditionChange stanford = six.of("Stanford University");

        assertThat(stanford.before()).hasToString("3");
        assertThat(stanford.after()).hasToString("3");
        assertThat(stanford.score(Cause.OWN_INDICATORS)).hasToString("-3.28");
        assertThat(stanford.score(Cause.OTHERS_INDICATORS)).isEqualTo(Rational.ZERO);
        // 2024: 99.1, 95.4, 93.0, 92.0, 91.6, 74.8; Stanford's 89.7 among them is 5th, two places lost.
        // 2026: 96.7, 93.1, 89.7, 88.7, 88.5, 81.5; its 93.0 among them is 3rd, so then its own fall costs none.
        assertThat(stanford.places(Cause.OWN_INDICATORS)).hasToString("-1");
        assertThat(stanford.places(Cause.OTHERS_INDICATORS)).hasToString("1");
        assertThat(stanford).hasToString("""
                Stanford University   score  places
                before                 93.0       3
                own indicators        -3.28      -1
                others' indicators        0      +1
                entrants and leavers      0       0
                weights                   0       0
                method                    0       0
                rounding              -0.02
                after                  89.7       3
                change: -3.3, 0 places""");
    }

    @Test
    void charites_network_was_not_shown_in_2024_and_makes_most_of_its_rise() {
        EditionChange charite = FROM_2024.onCommonSchools().byIndicator("Charité - Universitätsmedizin Berlin");
        Cell now = ExcerptsAndTables.qs2026()
                .cell(School.of("Charité - Universitätsmedizin Berlin"), Qs.INTERNATIONAL_RESEARCH_NETWORK);

        Rational byNetwork = charite.lines().stream()
                .filter(line -> line.indicator().equals(Optional.of(Qs.INTERNATIONAL_RESEARCH_NETWORK)))
                .findFirst()
                .orElseThrow()
                .score();

        assertThat(byNetwork.doubleValue()).isEqualTo(now.value().orElseThrow() / 10);
        assertThat(charite.scoreChange()).isEqualTo("6.7");
    }

    @Test
    void karolinska_is_matched_by_alias_and_the_weights_changed_since_2017() {
        IndicatorTable later = named(ExcerptsAndTables.qs2026(), "Karolinska Institutet", "Karolinska Institute");
        Editions editions = Editions.between(Qs.medicine(2017), ExcerptsAndTables.qs2017(), Qs.medicine(2026), later);

        EditionChange karolinska = editions.onCommonSchools().of("Karolinska Institute");

        assertThat(editions.common()).hasSize(6);
        assertThat(karolinska.school()).isEqualTo(School.of("Karolinska Institutet"));
        assertThat(karolinska.scoreBefore()).isEqualTo("92.8");
        assertThat(karolinska.scoreAfter()).isEqualTo("85.7");
        // By hand: 92.845 by the weights and values of 2017, 85.285 with those values of 2026, 92.3 with those weights,
        // 85.73 with both; so own (−7.56 − 6.57)/2 and weights (−.545 + .445)/2.
        assertThat(karolinska.score(Cause.OWN_INDICATORS)).hasToString("-7.065");
        assertThat(karolinska.score(Cause.WEIGHTS)).hasToString("-0.05");
        assertThat(karolinska.rounding()).hasToString("0.015");
        addsUp(karolinska);
        assertThat(editions.onCommonSchools()
                        .before()
                        .of("Karolinska Institute")
                        .position())
                .hasToString("6");
        assertThat(editions.changes()).hasSize(6).allSatisfy(EditionsTest::addsUp);
    }

    @Test
    void without_the_alias_they_are_two_schools() {
        Editions editions = Editions.between(
                Qs.medicine(2017), ExcerptsAndTables.qs2017(), Qs.medicine(2026), ExcerptsAndTables.qs2026());

        assertThat(editions.leavers()).containsExactly(School.of("Karolinska Institute"));
        assertThat(editions.entrants()).contains(School.of("Karolinska Institutet"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> editions.of("Karolinska Institute"))
                .withMessage("no school \"Karolinska Institute\" among the 5 that are in both editions");
    }

    /** Cambridge had no research network in 2017: the indicator comes by its weight, with the values of 2026. */
    @Test
    void an_indicator_of_one_edition_comes_by_its_weight_and_not_as_the_schools_own_change() {
        Editions editions = Editions.between(
                Qs.medicine(2017), ExcerptsAndTables.qs2017(), Qs.medicine(2026), ExcerptsAndTables.qs2026());

        assertThat(editions.byIndicator("University of Cambridge").lines())
                .noneMatch(line -> line.indicator().equals(Optional.of(Qs.INTERNATIONAL_RESEARCH_NETWORK)));
    }

    private static IndicatorTable named(IndicatorTable table, String name, String alias) {
        List<School> schools = table.schools().stream()
                .map(each -> each.name().equals(name) ? each.withAlias(alias) : each)
                .toList();
        return IndicatorTable.ofColumns(schools, table.columns());
    }

    @Test
    void entrants_push_down_and_leavers_pull_up() {
        Indicator papers = Indicator.of("papers");
        Methodology byPapers =
                Methodology.builder("papers").ranker(Rankers.weightedMean()).build();
        IndicatorTable before = IndicatorTable.builder(papers)
                .row(School.of("Yale"), 8)
                .row(School.of("Gone"), 9)
                .build();
        IndicatorTable after = IndicatorTable.builder(papers)
                .row(School.of("Yale"), 8)
                .row(School.of("New"), 9)
                .row(School.of("Newer"), 10)
                .build();

        EditionChange yale = Editions.between(byPapers, before, byPapers, after).of("Yale");

        assertThat(yale.places(Cause.ENTRANTS_AND_LEAVERS)).hasToString("-1");
        assertThat(yale.placesGained()).hasToString("-1");
        assertThat(yale.score(Cause.ENTRANTS_AND_LEAVERS)).isEqualTo(Rational.ZERO);
    }

    @Test
    void a_school_that_some_mixture_does_not_rank_cannot_be_split() {
        Indicator papers = Indicator.of("papers");
        Methodology byPapers =
                Methodology.builder("papers").ranker(Rankers.weightedMean()).build();
        Eligibility many = row -> row.value(papers) < 5 ? Optional.of("too few papers") : Optional.empty();
        IndicatorTable before = IndicatorTable.builder(papers)
                .row(School.of("Yale"), 1)
                .row(School.of("Bonn"), 9)
                .build();
        IndicatorTable after = before.with(School.of("Yale"), papers, 6);
        Editions editions = Editions.between(byPapers, before, byPapers.withEligibility(many), after);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> editions.of("Yale"))
                .withMessage(
                        "school \"Yale\" is not ranked in every mixture of the two editions, so its change cannot be split");
    }

    @Test
    void attributes_are_the_schools_own() {
        Indicator papers = Indicator.of("papers");
        Methodology publicOnly = Methodology.builder("public first")
                .ranker((table, weights) -> Ranking.byScore(
                        table,
                        weights,
                        row -> row.max()
                                + ("public".equals(row.school().attributes().get("kind")) ? 10 : 0)))
                .build();
        IndicatorTable before = IndicatorTable.builder(papers)
                .row(School.of("Yale").withAttribute("kind", "private"), 1)
                .row(School.of("Bonn").withAttribute("kind", "public"), 2)
                .build();
        IndicatorTable after = IndicatorTable.builder(papers)
                .row(School.of("Yale").withAttribute("kind", "public"), 1)
                .row(School.of("Bonn").withAttribute("kind", "public"), 2)
                .build();

        EditionChange yale =
                Editions.between(publicOnly, before, publicOnly, after).of("Yale");

        assertThat(yale.score(Cause.OWN_INDICATORS)).hasToString("10");
        assertThat(yale.scoreChange()).isEqualByComparingTo("10");
    }

    /** Set-dependent scales, other weights, other rounding, schools that come and go. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#fewSeeds")
    void parts_add_up_and_the_ends_are_the_two_editions(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Normalizer[] scales = {
            Normalizer.identity(), ExcerptsAndTables.MinMax.INSTANCE, ExcerptsAndTables.ZScore.INSTANCE
        };
        int k = 1 + random.nextInt(3);
        IndicatorTable before = some(random, ExcerptsAndTables.table(random, 7, k, 9));
        IndicatorTable after = some(random, ExcerptsAndTables.table(random, 7, k, 9));
        Methodology old = ExcerptsAndTables.methodology(random, before, scales[random.nextInt(3)]);
        Methodology now = ExcerptsAndTables.methodology(random, after, scales[random.nextInt(3)]);

        Editions editions = Editions.between(old, before, now, after);

        assertThat(editions.before()).isEqualTo(old.rank(before));
        assertThat(editions.after()).isEqualTo(now.rank(after));
        assertThat(editions.changes()).hasSameSizeAs(editions.common());
        for (EditionChange change : editions.changes()) {
            addsUp(change);
            assertThat(change.placesGained())
                    .isEqualTo(Rational.of(editions.before()
                                    .of(change.school())
                                    .position()
                                    .number()
                            - editions.after().of(change.school()).position().number()));
        }
        addsUp(editions.byIndicator("school 0"));
    }

    /** Bonn is eligible in each edition, but not with the values of the one under the threshold of the other. */
    @Test
    void schools_without_a_split_are_named_with_the_reason() {
        Indicator papers = Indicator.of("papers");
        IndicatorTable then = IndicatorTable.builder(papers)
                .row(School.of("Yale"), 20)
                .row(School.of("Bonn"), 3)
                .row(School.of("Lyon"), 1)
                .row(School.of("Pisa"), 9)
                .build();
        IndicatorTable now = IndicatorTable.builder(papers)
                .row(School.of("Yale"), 20)
                .row(School.of("Bonn"), 12)
                .row(School.of("Lyon"), 30)
                .row(School.of("Graz"), 11)
                .build();
        Methodology two = atLeast(papers, 2);
        Methodology ten = atLeast(papers, 10);

        Editions editions = Editions.between(two, then, ten, now);

        assertThat(editions.changes()).extracting(each -> each.school().name()).containsExactly("Yale");
        assertThat(editions.leftOut())
                .isEqualTo(Map.of(
                        School.of("Bonn"), "not ranked in every mixture of the two editions",
                        School.of("Lyon"), "not ranked in the earlier edition",
                        School.of("Graz"), "only in the later edition",
                        School.of("Pisa"), "only in the earlier edition"));
    }

    private static Methodology atLeast(Indicator papers, double least) {
        return Methodology.builder("at least " + least)
                .eligibility(Eligibilities.atLeast(papers, least))
                .weights(Weights.equal(List.of(papers)))
                .ranker(Rankers.weightedMean())
                .build();
    }

    private static IndicatorTable some(SplittableRandom random, IndicatorTable table) {
        int gone = 1 + random.nextInt(6);
        return table.filter(row -> row.index() != gone);
    }

    @Test
    void an_edition_beside_itself_changes_nothing() {
        Methodology exact = Qs.medicine(2026).withPresentation(Presentation.exact());
        Editions same = Editions.between(exact, ExcerptsAndTables.qs2026(), exact, ExcerptsAndTables.qs2026());

        assertThat(same.changes())
                .hasSize(35)
                .allMatch(change -> change.scoreChange().signum() == 0
                        && change.placesGained().signum() == 0
                        && change.lines().stream().allMatch(line -> line.score().signum() == 0));
        assertThat(same.byIndicator("Stanford University")).isEqualTo(same.of("Stanford University"));
    }

    @Test
    void two_editions_without_a_common_school_are_refused() {
        Indicator papers = Indicator.of("papers");
        Methodology byPapers =
                Methodology.builder("papers").ranker(Rankers.weightedMean()).build();
        IndicatorTable one =
                IndicatorTable.builder(papers).row(School.of("Yale"), 1).build();
        IndicatorTable other =
                IndicatorTable.builder(papers).row(School.of("Bonn"), 1).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Editions.between(byPapers, one, byPapers, other))
                .withMessage("no school is in both editions");
    }

    private static void addsUp(EditionChange change) {
        Rational score = change.rounding();
        Rational places = Rational.ZERO;
        for (EditionChange.Line line : change.lines()) {
            score = score.plus(line.score());
            places = places.plus(line.places());
        }
        assertThat(score).isEqualTo(Rational.of(change.scoreChange()));
        assertThat(change.scoreChange())
                .isEqualByComparingTo(change.scoreAfter().subtract(change.scoreBefore()));
        assertThat(places).isEqualTo(change.placesGained());
        assertThat(BigDecimal.valueOf(change.before().number() - change.after().number()))
                .isEqualByComparingTo(change.placesGained().toBigDecimal());
    }
}
