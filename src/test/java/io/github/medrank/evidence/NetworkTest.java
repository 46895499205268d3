package io.github.medrank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.published.Qs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Partners abroad and the network index; the vectors are of SciVal's export of the QS World ranking 2026. */
class NetworkTest {
    private static final Institutions SCHOOLS = Institutions.of(
            School.of("Oxford").withCountry("GB"),
            School.of("Leeds").withCountry("GB"),
            School.of("Yale").withCountry("US"),
            School.of("Duke").withCountry("US"),
            School.of("Lund").withCountry("SE"),
            School.of("Atlantis"));

    private static final PaperRules RULES = Qs.papers(2026);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @CsvSource({
        "118, 1529, 16.09", "81, 1034, 11.67", "81, 1209, 11.41", "64, 633, 9.92", "21, 90, 4.67",
        "82, 812, 12.24", "66, 574, 10.39", "68, 660, 10.47", "41, 252, 7.41", "13, 21, 4.27",
        "72, 757, 10.86", "60, 482, 9.71", "64, 577, 10.07", "40, 238, 7.31", "5, 7, 2.57",
        "80, 724, 12.15", "30, 135, 6.12", "32, 171, 6.22", "27, 93, 5.96", "3, 4, 2.16",
        "43, 300, 7.54", "43, 261, 7.73", "41, 267, 7.34", "28, 104, 6.03", "4, 6, 2.23"
    })
    void published_raw_values(int countries, int partners, String published) {
        double index = NetworkTally.index(countries, partners).value().orElseThrow();
        assertThat(new BigDecimal(index).setScale(2, RoundingMode.HALF_UP)).isEqualTo(published);
    }

    @Test
    void the_older_form_takes_one_country_off() {
        assertThat(NetworkTally.olderIndex(3, 4)).isEqualTo(Cell.of(2 / Math.log(4)));
        assertThat(NetworkTally.olderIndex(1, 2)).isEqualTo(Cell.of(0));
    }

    @Test
    void one_partner_or_none_is_undefined() {
        assertThat(NetworkTally.index(1, 1)).isEqualTo(Cell.missing(MissingReason.UNDEFINED));
        assertThat(NetworkTally.index(0, 0)).isEqualTo(Cell.missing(MissingReason.UNDEFINED));
        assertThat(NetworkTally.olderIndex(1, 1)).isEqualTo(Cell.missing(MissingReason.UNDEFINED));
        NetworkTally tally = tally(3, "oxford", "yale");
        assertThat(tally.partners().values().toArray()).containsExactly(1, 0, 1, 0, 0, 0);
        assertThat(tally.index().reason(0)).contains(MissingReason.UNDEFINED);
        assertThat(tally.index().reason(4)).contains(MissingReason.UNDEFINED);
    }

    @Test
    void more_countries_than_partners_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkTally.index(3, 2))
                .withMessage("3 countries of 2 partners; each partner has one");
        assertThatIllegalArgumentException().isThrownBy(() -> NetworkTally.olderIndex(-1, 2));
    }

    @Test
    void a_partner_needs_three_joint_papers() {
        assertThat(tally(2, "oxford", "yale", "lund").partners().values().toArray())
                .containsOnly(0);
        assertThat(tally(2, "oxford", "yale", "lund")
                        .withJointPapers(2)
                        .partners()
                        .values()
                        .toArray())
                .containsExactly(2, 0, 2, 0, 2, 0);
        assertThat(tally(1, "oxford", "yale").withJointPapers(1).partners().value(0))
                .isEqualTo(1);
        NetworkTally three = tally(3, "oxford", "yale", "duke", "leeds");
        assertThat(three.partners().values().toArray()).containsExactly(2, 2, 2, 2, 0, 0);
        assertThat(three.countries().values().toArray()).containsExactly(1, 1, 1, 1, 0, 0);
        assertThat(three.index().value(0)).isEqualTo(1 / Math.log(2));
        assertThat(three.olderIndex().value(0)).isZero();
        assertThat(three.counted()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.withJointPapers(0))
                .withMessage("partners with at least 0 joint papers; the least number is 1");
    }

    @Test
    void an_institution_without_a_country_is_nobodys_partner() {
        NetworkTally tally = tally(3, "oxford", "atlantis", "nowhere");
        assertThat(tally.partners().values().toArray()).containsOnly(0);
        assertThat(tally.rejected())
                .containsExactly(
                        Map.entry(Rejection.UNKNOWN_INSTITUTION, 3L), Map.entry(Rejection.COUNTRY_UNKNOWN, 3L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetworkAccumulator.of(SCHOOLS, RULES.strictly())
                        .add(Paper.builder(2020, "oxford", "atlantis").build()))
                .withMessage("institution \"atlantis\" is an institution without a country");
    }

    @Test
    void papers_outside_the_rules_join_nobody() {
        NetworkAccumulator network = NetworkAccumulator.of(SCHOOLS, RULES.withAffiliationCap(2));
        for (int i = 0; i < 3; i++) {
            network.add(Paper.builder(2018, "oxford", "yale").build());
            network.add(Paper.builder(2024, "oxford", "yale").build());
            network.add(Paper.builder(2020, "oxford", "yale", "lund").build());
            network.add(Paper.builder(2019, "leeds", "duke").build());
            network.add(Paper.builder(2023, "leeds", "lund", "leeds").build());
        }
        assertThat(network.tally().partners().values().toArray()).containsExactly(0, 2, 0, 1, 1, 0);
        assertThat(network.tally())
                .hasToString(
                        "6 papers counted for the partners abroad of 6 institutions, 6 of them without an id, so duplicates"
                                + " were not looked for; rejected\n"
                                + "  6 outside the window of years\n  3 with more affiliations than the cap");
    }

    @Test
    void pairs_counted_elsewhere() {
        NetworkAccumulator network = NetworkAccumulator.of(SCHOOLS, RULES);
        network.addPair(0, 2, 2);
        network.addPair(2, 0, 1);
        network.addPair(0, 1, 9);
        network.addPair(0, 5, 9);
        network.addPair(0, 4, 3);
        network.addPair(0, 3, 0);
        assertThat(network.tally().partners().values().toArray()).containsExactly(2, 0, 1, 0, 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.addPair(0, 2, -1))
                .withMessage("\"oxford\" and \"yale\": -1 joint papers; it is not negative");
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_slow_count_says_the_same(long seed) {
        Institutions many = GeneratedEvidence.institutions(40);
        List<Paper> papers = GeneratedEvidence.papers(seed, many, 300);
        Map<Set<Integer>, Integer> joint = new HashMap<>();
        for (Paper paper : papers) {
            List<Integer> own = new ArrayList<>();
            paper.institutions().stream()
                    .distinct()
                    .forEach(id -> own.add(many.indexOf(id).orElseThrow()));
            for (int one : own) {
                for (int other : own) {
                    if (one < other) {
                        joint.merge(Set.of(one, other), 1, Integer::sum);
                    }
                }
            }
        }
        NetworkTally tally = papers.stream().collect(NetworkAccumulator.collector(many, GeneratedEvidence.ALL));
        for (int school = 0; school < many.size(); school++) {
            Set<String> countries = new HashSet<>();
            int partners = 0;
            for (int other = 0; other < many.size(); other++) {
                String here = many.schools().get(school).country().orElseThrow();
                String there = many.schools().get(other).country().orElseThrow();
                if (!here.equals(there) && joint.getOrDefault(Set.of(school, other), 0) >= 3) {
                    partners++;
                    countries.add(there);
                }
            }
            assertThat(tally.partners().value(school)).isEqualTo(partners);
            assertThat(tally.countries().value(school)).isEqualTo(countries.size());
        }
    }

    @Test
    void accumulators_of_different_things_do_not_merge() {
        NetworkAccumulator network = NetworkAccumulator.of(SCHOOLS, RULES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.merge(NetworkAccumulator.keepingPapers(SCHOOLS, RULES)))
                .withMessage("one accumulator keeps papers, the other does not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.merge(NetworkAccumulator.of(SCHOOLS, RULES.strictly())))
                .withMessageStartingWith("the accumulators count by different rules: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.merge(NetworkAccumulator.of(GeneratedEvidence.institutions(2), RULES)))
                .withMessage("the accumulators count for different institutions: 6 institutions, the first Oxford (GB)"
                        + " here, 2 institutions, the first School 0 (GB) there");
    }

    @Test
    void papers_can_be_added_in_a_chain() {
        NetworkAccumulator network = NetworkAccumulator.of(SCHOOLS, RULES);
        Paper joint = Paper.builder(2020, "oxford", "yale").build();
        network.add(Paper.builder(1900, "oxford").build()).add(joint).add(joint).add(joint);
        assertThat(network.tally().partners().value(0)).isEqualTo(1);
    }

    @Test
    void papers_that_were_not_kept_cannot_be_resampled() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Bootstrap.of(1, 10).network(tally(3, "oxford"), t -> List.of(t.index())))
                .withMessage(
                        "the papers were not kept; count them with NetworkAccumulator.keepingPapers to resample them");
    }

    private static NetworkTally tally(int times, String... institutions) {
        NetworkAccumulator network = NetworkAccumulator.of(SCHOOLS, RULES);
        for (int i = 0; i < times; i++) {
            network.add(Paper.builder(2020, institutions).build());
        }
        return network.tally();
    }
}
