package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.SchoolMatching.Match;
import io.github.medrank.SchoolMatching.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Schools of two lists that are spelled alike, more or less. */
class SchoolMatchingTest {
    /** Ids that say nothing, so that names alone decide. */
    private static List<School> listed(String prefix, String... names) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> School.of(prefix + i, names[i]))
                .toList();
    }

    private static SchoolMatching match(String one, String other) {
        return SchoolMatching.of(listed("a", one), listed("b", other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Yale University;Yale University;NAME",
                "Yale University;Yale\u00A0University;NAME",
                "Yale University;Yale  University;NAME",
                "Yale University;yale UNIVERSITY;TEXT",
                "Yale University;Ｙａｌｅ University;TEXT",
                "Paris-Saclay;Paris‑Saclay;TEXT",
                "Paris-Saclay;Paris−Saclay;TEXT",
                "Queen's;Queen’s;TEXT",
                "Queen's;Queen´s;TEXT",
                "Hawai'i;Hawaiʻi;TEXT",
                "Gießen;GIESSEN;TEXT",
                "Université de Montréal;Universite\u0301 de Montre\u0301al;TEXT",
                "Université de Montréal;Universite de Montreal;ACCENTS",
                "Tromsø;Tromso;ACCENTS",
                "Łódź;Lodz;ACCENTS",
                "The University of Sydney;University of Sydney;WORDS",
                "Massachusetts Institute of Technology (MIT);Massachusetts Institute of Technology;WORDS",
                "California Institute of Technology (Caltech);California Institute of Technology;WORDS",
                "The University of New South Wales (UNSW Sydney);University of New South Wales;WORDS",
                "Texas A&M;Texas A and M;WORDS",
                "Science & Technology;Science and Technology;WORDS",
                "University of California, Berkeley (UCB);University of California Berkeley;WORDS",
            })
    void each_match_says_by_which_step_it_was_made(String one, String other, Step step) {
        assertThat(match(one, other).matches())
                .singleElement()
                .extracting(Match::step)
                .isEqualTo(step);
        assertThat(match(other, one).matches())
                .singleElement()
                .extracting(Match::step)
                .isEqualTo(step);
        for (Step upTo : Step.values()) {
            assertThat(SchoolMatching.of(listed("a", one), listed("b", other), upTo)
                            .matches())
                    .hasSize(step.compareTo(upTo) <= 0 ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Miami University (Ohio);Miami University",
                "Jinan University (China);Jinan University",
                "Ohio State University (Main campus);Ohio State University",
                "University of York;York University",
                "Sao Paulo;São Paulo (Ribeirão Preto)",
                "\uFFFDcole;Ecole",
                "か;が",
                "हिन्दी;हनद",
                "University of The Arts;University of Arts",
            })
    void what_only_looks_alike_is_left_alone(String one, String other) {
        SchoolMatching matching = match(one, other);
        assertThat(matching.matches()).isEmpty();
        assertThat(matching.unmatchedThese()).hasSize(1);
        assertThat(matching.unmatchedThose()).hasSize(1);
    }

    @Test
    void a_later_step_never_overrides_an_earlier_one() {
        List<School> these = listed("a", "The University of Rome", "University of Rome");
        List<School> those = listed("b", "University of Rome", "UNIVERSITY OF ROME (UR)");
        assertThat(SchoolMatching.of(these, those).matches().stream().map(Match::toString))
                .containsExactly(
                        "The University of Rome = UNIVERSITY OF ROME (UR) (WORDS)",
                        "University of Rome = University of Rome (NAME)");
        School yale = School.of("y", "Yale");
        assertThat(SchoolMatching.of(List.of(yale, School.of("x", "Harvard")), List.of(School.of("y", "Harvard")))
                        .matches())
                .singleElement()
                .hasToString("Yale = Harvard (ID)");
    }

    @Test
    void names_meet_before_aliases_do() {
        School charite = School.of("a0", "Charité").withAlias("Berlin");
        School berlin = School.of("a1", "Berlin");
        assertThat(SchoolMatching.of(List.of(charite, berlin), listed("b", "Berlin"))
                        .matches())
                .singleElement()
                .extracting(Match::one)
                .isEqualTo(berlin);
        assertThat(SchoolMatching.of(List.of(charite), listed("b", "BERLIN")).matches())
                .singleElement()
                .hasToString("Charité = BERLIN (TEXT)");
    }

    @Test
    void what_could_be_several_is_an_error_that_names_them() {
        List<School> these = listed("a", "The University of Rome", "University of Rome (UR)");
        List<School> those = listed("b", "University of Rome");
        String message =
                "school \"University of Rome\" goes by names of several schools of the other ranking: [a0, a1]; "
                        + "give them equal ids";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchoolMatching.of(these, those))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchoolMatching.of(those, these))
                .withMessage(message);
        assertThat(SchoolMatching.of(these, those, Step.ACCENTS).matches()).isEmpty();
    }

    @Test
    void an_id_comes_once_in_a_list() {
        List<School> twice = List.of(School.of("y", "Yale"), School.of("y", "Yale University"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchoolMatching.of(twice, List.of()))
                .withMessage("school id \"y\" comes twice in one list");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SchoolMatching.of(List.of(), twice))
                .withMessage("school id \"y\" comes twice in one list");
    }

    @Test
    void what_stays_alone_comes_with_its_nearest_names() {
        SchoolMatching matching = SchoolMatching.of(
                listed("a", "Yale", "Karolinska Institutet"), listed("b", "Yale", "Karolinska Institute", "Ulm"));
        School alone = matching.unmatchedThese().get(0);
        assertThat(matching.nearest(alone)).extracting(School::name).containsExactly("Karolinska Institute");
        assertThat(matching.nearest(School.of("b2", "Ulm"))).isEmpty();
        assertThat(matching).hasToString("""
                        1 matched {NAME=1}, 1 and 2 unmatched
                          of these: Karolinska Institutet (nearest: Karolinska Institute)
                          of those: Karolinska Institute (nearest: Karolinska Institutet)
                          of those: Ulm""");
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Names of made-up words, spelled in the other list with a difference that is known; some are in one list alone. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_school_is_matched_by_its_step_or_left_alone(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<School> these = new ArrayList<>();
        List<School> those = new ArrayList<>();
        Map<School, Step> expected = new HashMap<>();
        Map<School, School> partner = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < random.nextInt(1, 40); i++) {
            String name = name(random, taken);
            School mine = School.of("a" + i, name);
            Step step = List.of(Step.values()).get(random.nextInt(5));
            School other = School.of(step == Step.ID ? "a" + i : "b" + i, respelled(name, step, random));
            int where = random.nextInt(6);
            if (where != 0) {
                these.add(mine);
            }
            if (where != 1) {
                those.add(other);
            }
            if (where > 1) {
                expected.put(mine, step);
                partner.put(mine, other);
            }
        }
        Collections.shuffle(those, new Random(seed));

        SchoolMatching matching = SchoolMatching.of(these, those);
        Map<School, Step> found = new HashMap<>();
        matching.matches().forEach(match -> {
            found.put(match.one(), match.step());
            assertThat(match.other()).isSameAs(partner.get(match.one()));
        });
        assertThat(found).isEqualTo(expected);
        assertThat(matching.matches().size() + matching.unmatchedThese().size()).isEqualTo(these.size());
        assertThat(matching.matches().size() + matching.unmatchedThose().size()).isEqualTo(those.size());
        int[] indices = matching.indicesInThese();
        for (int i = 0; i < indices.length; i++) {
            boolean alone = matching.unmatchedThose().contains(those.get(i));
            assertThat(alone).isEqualTo(indices[i] < 0);
            if (!alone) {
                assertThat(partner.get(these.get(indices[i]))).isSameAs(those.get(i));
            }
        }
    }

    private static String name(SplittableRandom random, Set<String> taken) {
        String[] kinds = {"University", "Université", "Institute", "Collège"};
        while (true) {
            StringBuilder name = new StringBuilder(kinds[random.nextInt(kinds.length)]);
            name.append(" of ");
            for (int i = 0; i < 4; i++) {
                name.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiouéü".charAt(random.nextInt(7)));
            }
            name.append("-Arts & Crafts");
            if (taken.add(name.toString().replace('é', 'e').replace('è', 'e').replace('ü', 'u'))) {
                return name.toString();
            }
        }
    }

    private static String respelled(String name, Step step, SplittableRandom random) {
        return switch (step) {
            case ID -> "Other " + random.nextLong();
            case NAME -> name.replace(" of ", "\u00A0 of\t") + " ";
            case TEXT -> name.toUpperCase(java.util.Locale.ROOT).replace('-', "‐‑–—−".charAt(random.nextInt(5)));
            case ACCENTS -> name.replaceFirst("Arts", "Ärts");
            case WORDS ->
                List.of("The " + name, name + " (XYZ)", name.replace("&", "and"))
                        .get(random.nextInt(3));
        };
    }
}
