package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.RankingDiff.Difference;
import io.github.medrank.RankingDiff.Part;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A ranking beside a published one: nothing lost on the way. */
class RankingDiffTest {
    private static final Indicator PAPERS = Indicator.of("papers");

    /** A is 1 with 9, B and C are 2 with 8, D is 4 with 7, E is 5 with 6. */
    private static Ranking five(Bands bands) {
        IndicatorTable table = IndicatorTable.builder(PAPERS)
                .row(School.of("A School"), 9)
                .row(School.of("B School"), 8)
                .row(School.of("C School"), 8)
                .row(School.of("D School").withAlias("Dee"), 7)
                .row(School.of("E School"), 6)
                .build();
        return Methodology.builder("five")
                .weights(Weights.of(Map.of(PAPERS, 1)))
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.exact().withTieMark(TieMark.PREFIX).withBands(bands))
                .build()
                .rank(table);
    }

    private static Map<School, PublishedResult> printed(String school, String position) {
        return Map.of(School.of(school), new PublishedResult(Optional.of(position), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A School;T1", "A School;1.0", "A School;01", "A School;#1", "B School;2", "B School;2=", "B School;=2",
                "D School;3–4", "D School;3‑4", "D School;3−4", "D School;3 - 4", "E School;5+", "E School;5",
                        "e school;5",
                "Dee;3-4", "The D School;3-4",
            })
    void positions_are_compared_as_places(String school, String position) {
        RankingDiff diff = five(Bands.exactTo(2).then(4)).diff(printed(school, position));
        assertThat(diff.differences()).isEmpty();
        assertThat(diff.compared()).isEqualTo(1);
        assertThat(diff.agrees()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A School;2;POSITION",
                "A School;NR;POSITION",
                "A School;2025-10-12;POSITION",
                "A School;1–2;BAND",
                "D School;4;BAND",
                "D School;3–5;BAND",
                "D School;3+;BAND",
                "E School;5–9;BAND",
                "E School;6+;BAND",
            })
    void a_band_that_differs_is_told_apart_from_a_position_that_does(String school, String position, Part part) {
        RankingDiff diff = five(Bands.exactTo(2).then(4)).diff(printed(school, position));
        assertThat(diff.differences())
                .singleElement()
                .extracting(Difference::part)
                .isEqualTo(part);
        assertThat(diff.agrees()).isFalse();
    }

    @Test
    void nothing_compared_is_no_agreement() {
        RankingDiff none = five(Bands.none()).diff(Map.of());
        assertThat(none.agrees()).isFalse();
        assertThat(none.isComplete()).isFalse();
        assertThat(none.notPublished()).hasSize(5);
        RankingDiff strangers = five(Bands.none()).diff(printed("F Schools", "1"));
        assertThat(strangers.agrees()).isFalse();
        assertThat(strangers.notFound()).containsExactly(School.of("F Schools"));
        assertThat(strangers.nearest(School.of("F Schools"))).hasSize(3);
        assertThat(strangers).hasToString("""
                        0 compared, nothing is known; 1 published but not found here; 5 ranked here but not published
                          not found here: F Schools (nearest: A School)
                          not published: A School
                          not published: B School
                          not published: C School
                          … and 2 more""");
    }

    @Test
    void the_text_says_all_counts() {
        Map<School, PublishedResult> published = new LinkedHashMap<>();
        published.put(School.of("A School"), PublishedResult.of("1", "9.1"));
        published.put(School.of("b school"), PublishedResult.of("3", "8"));
        published.put(School.of("C School"), new PublishedResult(Optional.empty(), Optional.empty()));
        published.put(School.of("E School"), PublishedResult.of("5", "6"));
        assertThat(five(Bands.none()).top(3).diff(published)).hasToString("""
                        2 compared, 2 differences, 1 of position, 1 of score; 1 published but not ranked here; 1 listed \
                        with nothing to compare
                          differs: A School: score 9, published 9.1
                          differs: B School: position =2, published 3
                          not ranked here: E School: not among the 3 schools shown
                          nothing to compare: C School""");
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** Schools ranked, refused, hidden or unknown; published or not, by id, alias or another spelling, with or without results. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_school_is_compared_or_accounted_for(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable.Builder table = IndicatorTable.builder(PAPERS);
        Map<School, PublishedResult> published = new LinkedHashMap<>();
        Map<School, School> known = new LinkedHashMap<>();
        List<School> unknown = new ArrayList<>();
        int n = random.nextInt(2, 12);
        for (int i = 0; i < n; i++) {
            School here = School.of("id" + i, "Université " + (char) ('A' + i)).withAlias("Uni-" + i);
            table.row(here, random.nextInt(6));
            School there = spelled(i, here, random);
            if (random.nextInt(4) > 0) {
                published.put(there, result(random));
                known.put(here, there);
            }
            if (random.nextInt(4) == 0) {
                School stranger = School.of("x" + i, "Elsewhere " + i);
                published.put(stranger, result(random));
                unknown.add(stranger);
            }
        }
        Ranking whole = Methodology.builder("some")
                .weights(Weights.of(Map.of(PAPERS, 1)))
                .ranker(Rankers.weightedMean())
                .eligibility(row -> row.value(PAPERS) >= 2 ? Optional.empty() : Optional.of("too few"))
                .build()
                .rank(withOneEligible(table, random));
        Ranking ranking = random.nextBoolean() ? whole : whole.top(random.nextInt(whole.size() + 1));
        RankingDiff diff = ranking.diff(published);

        assertThat(diff.notFound()).containsExactlyInAnyOrderElementsOf(unknown);
        List<School> shown =
                ranking.schools().stream().map(RankedSchool::school).toList();
        assertThat(diff.notPublished())
                .containsExactlyElementsOf(shown.stream()
                        .filter(school -> !known.containsKey(school))
                        .toList());
        List<School> notRanked = new ArrayList<>();
        List<School> nothing = new ArrayList<>();
        List<School> compared = new ArrayList<>();
        known.forEach((here, there) -> {
            PublishedResult result = published.get(there);
            boolean unranked = result.position().equals(Optional.of("NR"))
                    && result.score().isEmpty();
            if (!shown.contains(here)) {
                (unranked ? compared : notRanked).add(here);
            } else if (result.position().isEmpty() && result.score().isEmpty()) {
                nothing.add(here);
            } else {
                compared.add(here);
            }
        });
        assertThat(diff.notRanked().stream().map(UnrankedSchool::school))
                .containsExactlyInAnyOrderElementsOf(notRanked);
        assertThat(diff.nothingPrinted()).containsExactlyInAnyOrderElementsOf(nothing);
        assertThat(diff.compared()).isEqualTo(compared.size());
        assertThat(diff.agrees())
                .isEqualTo(!compared.isEmpty() && diff.differences().isEmpty());
        for (RankedSchool mine : ranking) {
            PublishedResult theirs = known.containsKey(mine.school()) ? published.get(known.get(mine.school())) : null;
            boolean scores = theirs != null
                    && theirs.score().isPresent()
                    && theirs.score().get().compareTo(mine.score()) != 0;
            boolean positions = theirs != null
                    && theirs.position().isPresent()
                    && !theirs.position()
                            .get()
                            .equals(mine.position().toString().replace("=", ""));
            assertThat(diff.differences().stream()
                            .filter(each -> each.school().equals(mine.school()))
                            .map(Difference::part))
                    .containsExactlyElementsOf(
                            scores
                                    ? positions ? List.of(Part.SCORE, Part.POSITION) : List.of(Part.SCORE)
                                    : positions ? List.of(Part.POSITION) : List.of());
        }
    }

    private static IndicatorTable withOneEligible(IndicatorTable.Builder table, SplittableRandom random) {
        return table.row(School.of("always", "Always"), 5 + random.nextInt(2)).build();
    }

    private static School spelled(int i, School here, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> here;
            case 1 -> School.of("y" + i, "UNI‑" + i);
            case 2 -> School.of("y" + i, "Universite\u00A0" + (char) ('A' + i));
            default -> School.of("y" + i, "The " + here.name() + " (UXY)");
        };
    }

    private static PublishedResult result(SplittableRandom random) {
        Optional<String> position = switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("NR");
            default -> Optional.of(String.valueOf(random.nextInt(1, 8)));
        };
        return new PublishedResult(
                position, random.nextBoolean() ? Optional.empty() : Optional.of(BigDecimal.valueOf(random.nextInt(6))));
    }
}
