package io.github.medrank.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.published.Qs;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Errors planted in tables that a methodology printed are found, and clean tables have no findings. */
class AuditTest {
    private static final Methodology QS = Qs.medicine(2026);

    /** A few in the ordinary suite; more with {@code -Daudit.seeds=200}. */
    private static final long SEEDS = Long.getLong("audit.seeds", 4);

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    /** A table as QS would print it, exact to 200. */
    private static IndicatorTable clean(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable.Builder table = IndicatorTable.builder(QS.indicators()).allowOffScale();
        for (int row = 0; row < rows; row++) {
            double level = random.nextDouble();
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                boolean missing = i == 4 && row % 40 == 17;
                cells.add(
                        missing
                                ? Cell.missing(MissingReason.NOT_REPORTED)
                                : Cell.of(Math.round(1000 * (0.1 + 0.5 * level + 0.4 * random.nextDouble())) / 10.0));
            }
            table.row(School.of("s" + row, "School No. " + row), cells);
        }
        IndicatorTable plain = table.build();
        return plain.withPublished(QS.rank(plain).results());
    }

    private static IndicatorTable printing(IndicatorTable table, School school, String position, String score) {
        Map<School, PublishedResult> printed = new LinkedHashMap<>(table.published());
        printed.put(school, PublishedResult.of(position, score));
        return table.withPublished(printed);
    }

    private static String position(IndicatorTable table, School school) {
        return table.published().get(school).position().orElseThrow();
    }

    private static BigDecimal score(IndicatorTable table, School school) {
        return table.published().get(school).score().orElseThrow();
    }

    private static School at(IndicatorTable table, int place) {
        return QS.rank(table).schools().get(place - 1).school();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void clean_tables_have_no_findings(long seed) {
        IndicatorTable table = clean(seed, 60 + (int) (40 * (seed % 7)));

        assertThat(Audit.of(QS, table).findings()).isEmpty();
        assertThat(Audit.of(table).isClean()).isTrue();
        assertThat(Audit.of(table).toString()).startsWith("no findings");
        assertThat(Audit.of(QS, table).notChecked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_wrong_score_is_found_with_and_without_the_methodology(long seed) {
        IndicatorTable table = clean(seed, 80);
        School wrong = at(table, 30);
        BigDecimal printed = score(table, wrong).add(new BigDecimal("0.4"));
        IndicatorTable odd = printing(table, wrong, position(table, wrong), printed.toPlainString());

        for (Audit audit : List.of(Audit.of(QS, odd), Audit.of(odd))) {
            assertThat(audit.findings(FindingKind.SCORE_OUTSIDE))
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.schools()).containsExactly(wrong);
                        assertThat(finding.evidence().get("printed")).isEqualByComparingTo(printed);
                        assertThat(finding.evidence().get("computed")).isEqualByComparingTo(score(table, wrong));
                    });
        }
    }

    /** It moves the row past others, which is no shift of theirs. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_very_wrong_score_is_told_once(long seed) {
        IndicatorTable table = clean(seed, 80);
        School wrong = at(table, 30);
        BigDecimal printed = score(table, wrong).add(new BigDecimal("9"));

        Audit audit = Audit.of(QS, printing(table, wrong, position(table, wrong), printed.toPlainString()));

        assertThat(audit.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(FindingKind.SCORE_OUTSIDE, FindingKind.POSITION_CONTRADICTS_SCORE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void swapped_positions_are_found(long seed) {
        IndicatorTable table = clean(seed, 80);
        School first = at(table, 20);
        School second = at(table, 33);
        IndicatorTable odd = printing(
                printing(
                        table,
                        first,
                        position(table, second),
                        score(table, first).toPlainString()),
                second,
                position(table, first),
                score(table, second).toPlainString());

        assertThat(Audit.of(QS, odd).findings(FindingKind.POSITION_CONTRADICTS_SCORE))
                .flatExtracting(Finding::schools)
                .contains(first, second)
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_withdrawn_row_is_told_as_a_shift(long seed) {
        IndicatorTable table = clean(seed, 80);
        School gone = at(table, 25);
        IndicatorTable odd = table.filter(row -> !row.school().equals(gone));

        assertThat(Audit.of(QS, odd).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.POSITIONS_SHIFTED);
            assertThat(finding.evidence().get("by")).isEqualByComparingTo("1");
            assertThat(finding.sentence()).contains("too high: a row was withdrawn");
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_hidden_input_is_found(long seed) {
        IndicatorTable table = clean(seed, 80);
        School school = at(table, 40);
        IndicatorTable odd = table.with(school, Qs.EMPLOYER_REPUTATION, Cell.missing(MissingReason.WITHHELD));

        assertThat(Audit.of(QS, odd).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.HIDDEN_VALUE);
            assertThat(finding.schools()).containsExactly(school);
            assertThat(finding.evidence().get("value").doubleValue())
                    .isCloseTo(
                            table.cell(school, Qs.EMPLOYER_REPUTATION).value().orElseThrow(), within(1.0));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void wrong_tie_marks_are_found(long seed) {
        IndicatorTable table = clean(seed, 160);
        School tied = table.schools().stream()
                .filter(school -> position(table, school).startsWith("="))
                .findFirst()
                .orElseThrow();
        School alone = table.schools().stream()
                .filter(school -> !position(table, school).startsWith("="))
                .findFirst()
                .orElseThrow();
        IndicatorTable odd = printing(
                printing(
                        table,
                        tied,
                        position(table, tied).substring(1),
                        score(table, tied).toPlainString()),
                alone,
                "=" + position(table, alone),
                score(table, alone).toPlainString());

        Audit audit = Audit.of(QS, odd);

        assertThat(audit.findings(FindingKind.TIE_MARK_MISSING))
                .singleElement()
                .satisfies(finding -> assertThat(finding.schools()).containsExactly(tied));
        assertThat(audit.findings(FindingKind.TIE_MARK_WRONG))
                .singleElement()
                .satisfies(finding -> assertThat(finding.schools()).containsExactly(alone));
    }

    /** As where one of two schools that share a position has no score printed. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_mark_may_be_owed_to_a_row_without_a_score(long seed) {
        IndicatorTable table = clean(seed, 160);
        School tied = table.schools().stream()
                .filter(school -> position(table, school).startsWith("="))
                .findFirst()
                .orElseThrow();
        Map<School, PublishedResult> printed = new LinkedHashMap<>(table.published());
        printed.put(tied, new PublishedResult(Optional.of(position(table, tied)), Optional.empty()));

        Audit audit = Audit.of(QS, table.withPublished(printed));

        assertThat(audit.findings(FindingKind.TIE_MARK_WRONG)).isEmpty();
        assertThat(audit.findings(FindingKind.TIE_MARK_MISSING)).isEmpty();
    }

    /** A missing value counts 0, but this one's weight was shared: as if its value were the mean of the four others. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_zero_that_behaves_as_missing_is_found_with_and_without_the_methodology(long seed) {
        IndicatorTable plain = clean(seed, 80);
        School school = at(plain, 40);
        double others = 0;
        for (int i = 0; i < 4; i++) {
            others += plain.cell(school, QS.indicators().get(i)).value().orElseThrow() * new int[] {40, 10, 20, 20}[i];
        }
        IndicatorTable shared = plain.with(school, Qs.INTERNATIONAL_RESEARCH_NETWORK, others / 90);
        IndicatorTable odd =
                shared.withPublished(QS.rank(shared).results()).with(school, Qs.INTERNATIONAL_RESEARCH_NETWORK, 0);

        for (Audit audit : List.of(Audit.of(QS, odd), Audit.of(odd))) {
            assertThat(audit.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(FindingKind.ZERO_LIKE_MISSING);
                assertThat(finding.schools()).containsExactly(school);
                assertThat(finding.sentence()).contains("has 0 for " + Qs.INTERNATIONAL_RESEARCH_NETWORK.name());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_value_outside_its_scale_is_found_and_a_column_without_a_scale_is_left_alone(long seed) {
        IndicatorTable table = clean(seed, 80).withPublished(Map.of());
        IndicatorTable odd = table.with(table.schools().get(11), Qs.H_INDEX, 250)
                .with(table.schools().get(30), Qs.CITATIONS_PER_PAPER, -0.5);
        IndicatorTable counts = table;
        for (int row = 0; row < 5; row++) {
            counts = counts.with(table.schools().get(row), Qs.H_INDEX, 101 + row);
        }

        assertThat(Audit.of(odd).findings())
                .extracting(Finding::kind)
                .containsOnly(FindingKind.OUTSIDE_SCALE)
                .hasSize(2);
        assertThat(Audit.of(odd).findings(table.schools().get(11)))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.evidence().get("value")).isEqualByComparingTo("250"));
        assertThat(Audit.of(odd).findings(table.schools().get(30)))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.evidence().get("value")).isEqualByComparingTo("-0.5"));
        assertThat(Audit.of(counts).findings()).isEmpty();
    }

    /** Its score is not held against no values, which would tell the same twice. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_row_whose_values_are_withheld_is_told_once(long seed) {
        IndicatorTable table = clean(seed, 80);
        School school = at(table, 9);
        IndicatorTable odd = table;
        for (Indicator each : QS.indicators()) {
            odd = odd.with(school, each, Cell.missing(MissingReason.WITHHELD));
        }

        for (Audit audit : List.of(Audit.of(QS, odd), Audit.of(odd))) {
            assertThat(audit.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(FindingKind.VALUES_WITHHELD);
                assertThat(finding.schools()).containsExactly(school);
            });
        }
    }

    @Test
    void weights_of_another_edition_are_refuted_by_rows_and_not_told_row_by_row() {
        IndicatorTable table = clean(1, 80);
        Methodology other = QS.withWeights(Weights.of(Map.of(
                Qs.ACADEMIC_REPUTATION, 40,
                Qs.EMPLOYER_REPUTATION, 30,
                Qs.CITATIONS_PER_PAPER, 10,
                Qs.H_INDEX, 10,
                Qs.INTERNATIONAL_RESEARCH_NETWORK, 10)));

        assertThat(Audit.of(other, table).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(FindingKind.WEIGHTS_REFUTED);
            assertThat(finding.schools().size()).isBetween(2, 3);
        });
    }

    /** Weights of normalised values: raw values, some of which are better when less, cannot refute them. */
    @Test
    void weights_of_normalised_values_are_refuted_without_rows_of_raw_values() {
        Indicator papers = Indicator.of("papers");
        Indicator crowd = Indicator.of("crowd").withDirection(Direction.LOWER_IS_BETTER);
        IndicatorTable.Builder builder = IndicatorTable.builder(papers, crowd);
        for (int i = 0; i < 8; i++) {
            School school = School.of("s" + i);
            builder.row(school, 10 * i, i * i).published(school, PublishedResult.of("" + (i + 1), "" + (90 - i)));
        }
        Methodology stated = Methodology.builder("z-scores")
                .normalizer(Normalizers.zScore())
                .weights(Weights.of(Map.of(papers, 3, crowd, 1)))
                .ranker(Rankers.weightedMean())
                .build();

        assertThat(Audit.of(stated, builder.build()).findings(FindingKind.WEIGHTS_REFUTED))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.sentence()).isEqualTo("8 of 8 printed scores are not those of the stated rule");
                    assertThat(finding.schools()).hasSize(8);
                });
    }

    @Test
    void a_tie_that_is_split_names_and_cells_are_found() {
        Indicator points = Indicator.of("points");
        IndicatorTable.Builder builder = IndicatorTable.builder(points);
        Map<School, PublishedResult> printed = new LinkedHashMap<>();
        String[] names = {
            "Université de Liège",
            "Universite de Liege",
            "Yale",
            "Ghent",
            "Lund",
            "Umeå",
            "Bonn",
            "K\u00C3\u00B6ln",
            "Basel",
            "Graz",
            "Oslo",
            "Pisa"
        };
        String[] positions = {"1", "2", "3", "4", "5-Jan", "6", "7", "7", "9", "10", "11", "12"};
        String[] scores = {"90", "89", "88", "88", "87", "86", "85", "85", "84", "83", "82", "81"};
        double[] values = {90, 89, 88, 88, 87, 86, 85, 85, 45_231, 83, 82, 81};
        for (int i = 0; i < names.length; i++) {
            School school = School.of("s" + i, names[i]);
            builder.row(school, values[i]);
            printed.put(school, new PublishedResult(Optional.of(positions[i]), Optional.of(new BigDecimal(scores[i]))));
        }
        for (int i = 12; i < 40; i++) {
            School school = School.of("s" + i, "Other " + i);
            builder.row(school, 100 - i);
            printed.put(school, PublishedResult.of(Integer.toString(i + 1), Integer.toString(100 - i - 8)));
        }

        Audit audit = Audit.of(builder.build().withPublished(printed));

        assertThat(audit.findings(FindingKind.NAMES_ALIKE)).hasSize(1);
        assertThat(audit.findings(FindingKind.TIE_SPLIT)).hasSize(1);
        assertThat(audit.findings(FindingKind.DAMAGED_CELL)).hasSize(3);
        assertThat(audit.counts().count(FindingKind.DAMAGED_CELL)).isEqualTo(3);
        assertThat(audit.findings(School.of("s8", "Basel"))).isNotEmpty();
    }

    @Test
    void bands_that_overlap_or_leave_a_gap_are_found() {
        Indicator points = Indicator.of("points");
        IndicatorTable.Builder builder = IndicatorTable.builder(points);
        String[] positions = {"1", "2-10", "9-20", "31-40"};
        for (int i = 0; i < positions.length; i++) {
            School school = School.of("s" + i, "School " + i);
            builder.row(school, 9 - i);
            builder.published(school, new PublishedResult(Optional.of(positions[i]), Optional.empty()));
        }

        Audit audit = Audit.of(builder.build());

        assertThat(audit.findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.BANDS_OVERLAP, FindingKind.BAND_GAP);
        assertThat(audit.findings().get(1).sentence()).isEqualTo("between 9–20 and 31–40 there is no band");
    }

    @Test
    void what_is_not_checked_is_said() {
        IndicatorTable few = clean(1, 19);
        Audit audit = Audit.of(few);
        assertThat(audit.notChecked())
                .containsExactly(
                        "scores against values: 19 rows have a printed score, and a rule of 5 weights is looked"
                                + " for among 20 or more; state a methodology");
        assertThat(audit)
                .hasToString("no findings\nnot checked: " + audit.notChecked().get(0));
        assertThat(Audit.of(clean(1, 20)).notChecked()).isEmpty();

        IndicatorTable banded = clean(2, 230);
        assertThat(Audit.of(banded).notChecked())
                .containsExactly("bands against values: that takes a methodology, Audit.of(methodology, table)");
        assertThat(Audit.of(QS.withPresentation(Presentation.rounded(1)), banded)
                        .notChecked())
                .containsExactly("bands against values: the methodology has no bands");

        Map<School, PublishedResult> printed = new LinkedHashMap<>(few.published());
        printed.put(few.schools().get(3), new PublishedResult(Optional.of("4"), Optional.empty()));
        printed.remove(few.schools().get(5));
        assertThat(Audit.of(QS, few.withPublished(printed)).notChecked())
                .containsExactly(
                        "rows without a printed position or score: 1 of 19",
                        "positions of rows without a printed score: 1 of 19");
        assertThat(Audit.of(QS, few.withPublished(Map.of())).notChecked())
                .containsExactly(
                        "scores: no row has a printed score", "rows without a printed position or score: 19 of 19");
        Methodology strict =
                QS.withEligibility(row -> row.school().id().equals("s7") ? Optional.of("no") : Optional.empty());
        assertThat(Audit.of(strict, few).notChecked())
                .containsExactly("scores of schools that the methodology does not rank: School No. 7");
    }

    /** Values that no rule has anything to do with. */
    @Test
    void that_no_rule_nearly_fits_is_said() {
        IndicatorTable table = clean(3, 60);
        List<School> schools = table.schools();
        Map<School, PublishedResult> mixed = new LinkedHashMap<>();
        for (int i = 0; i < schools.size(); i++) {
            mixed.put(schools.get(i), table.published().get(schools.get((i * 7 + 3) % schools.size())));
        }
        assertThat(Audit.of(table.withPublished(mixed)).notChecked())
                .containsExactly(
                        "scores against values: no rule that was tried fits all rows but a few; state a methodology");
    }

    @Test
    void findings_of_a_school_by_its_name() {
        IndicatorTable table = clean(1, 60);
        School wrong = at(table, 30);
        Audit audit = Audit.of(QS, printing(table, wrong, position(table, wrong), "99.9"));
        assertThat(audit.findings(wrong.id())).isEqualTo(audit.findings(wrong)).isNotEmpty();
        assertThat(audit.findings(wrong.name())).isEqualTo(audit.findings(wrong));
        assertThat(audit.findings("s" + (wrong.id().equals("s1") ? 2 : 1))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> audit.findings("nowhere"))
                .withMessageContaining("no school \"nowhere\" among the 60");
    }
}
