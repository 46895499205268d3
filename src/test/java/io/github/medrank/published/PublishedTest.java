package io.github.medrank.published;

import static io.github.medrank.published.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all published methodologies have in common. */
class PublishedTest {
    // ---- all of them ----

    static Stream<Methodology> all() {
        return Stream.of(
                        IntStream.rangeClosed(2003, 2025).mapToObj(ShanghaiRanking::world),
                        IntStream.rangeClosed(2011, 2027).mapToObj(TimesHigherEducation::world),
                        IntStream.rangeClosed(2011, 2023).mapToObj(TimesHigherEducation::clinicalAndHealth),
                        Stream.of("AS0108", "AS0301", "AS0217", "AS0226")
                                .map(code -> ShanghaiRanking.subject(code, 2020)),
                        IntStream.rangeClosed(2017, 2024).mapToObj(ShanghaiRanking::clinicalMedicine),
                        IntStream.rangeClosed(2014, 2020).mapToObj(GoodUniversityGuide::medicine),
                        Stream.of(Cwur.subject(), Heeact.world2011(), NatureIndex.byShare(), Leiden.ppTop10(2025)),
                        illustrative())
                .flatMap(each -> each);
    }

    static Stream<Methodology> illustrative() {
        return Stream.of(
                TimesHigherEducation.worldByIndicator(),
                UsNews.globalUniversities(),
                UsNews.medicalSchools(),
                Ntu.world(),
                Urap.world(),
                Scimago.medicine(),
                Guardian.medicine(),
                CompleteUniversityGuide.universities(),
                Webometrics.world(),
                Cwur.world());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("all")
    void every_methodology_ranks_is_a_value_and_says_where_its_weights_come_from(Methodology methodology) {
        SplittableRandom random = new SplittableRandom(5);
        IndicatorTable.Builder table = IndicatorTable.builder(methodology.indicators());
        for (int i = 0; i < 12; i++) {
            double[] row = methodology.indicators().stream()
                    .mapToDouble(each -> each.equals(Leiden.PUBLICATIONS) ? 2000 : random.nextInt(10, 1000) / 10.0)
                    .toArray();
            table.row(School.of("s" + i), row);
        }
        Ranking ranking = methodology.rank(table.build());
        assertThat(ranking.size()).isEqualTo(12);
        ranking.forEach(each -> assertThat(each.breakdown().score()).isEqualTo(each.score()));
        assertThat(methodology.provenance().origins().keySet()).containsExactlyElementsOf(methodology.indicators());
        assertThat(methodology.provenance().source()).isNotBlank();
        assertThat(methodology.toBuilder().build()).isEqualTo(methodology);
        assertThat(methodology.toString())
                .contains(methodology.name())
                .contains("weights")
                .contains("provenance")
                .doesNotContainPattern("@[0-9a-f]{6}")
                .doesNotContain("Lambda");
        assertThat(methodology.citation()).contains(methodology.name());
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("illustrative")
    void what_is_illustrative_says_so_and_what_is_missing(Methodology methodology) {
        assertThat(methodology.name()).endsWith(" (illustrative)");
        assertThat(methodology.provenance().origins().values()).containsOnly(Origin.ILLUSTRATIVE);
        assertThat(methodology.provenance().reproduction()).startsWith("illustrative; missing: ");
    }

    @Test
    void the_weights_of_the_indicators_add_up_to_those_of_the_pillars() {
        Weights weights = TimesHigherEducation.worldByIndicator().weights().orElseThrow();
        assertThat(weights.total()).isEqualByComparingTo("100");
        assertThat(Ntu.world().weights().orElseThrow().total()).isEqualByComparingTo("100");
        assertThat(Urap.world().weights().orElseThrow().total()).isEqualByComparingTo("100");
        assertThat(UsNews.globalUniversities().weights().orElseThrow().total()).isEqualByComparingTo("100");
        assertThat(Guardian.medicine().weights().orElseThrow().total()).isEqualByComparingTo("100");
    }
}
