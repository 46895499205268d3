package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Bands;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.PublishedResult;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.TieMark;
import io.github.medrank.Weights;
import io.github.medrank.comparison.Movement;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final Methodology QS = Qs.medicine(2026);
    private static final String SYDNEY = "The University of Sydney";
    private static final Indicator PAPERS = Indicator.of("papers");
    private static final Methodology BY_PAPERS =
            Methodology.builder("papers").ranker(Rankers.weightedMean()).build();
    private static final IndicatorTable FIVE = IndicatorTable.builder(PAPERS)
            .row(School.of("Ulm"), 9)
            .row(School.of("Bonn"), 8)
            .row(School.of("Graz"), 7)
            .row(School.of("Pisa"), 7)
            .row(School.of("Yale"), 5)
            .build();

    @Test
    void a_value_changed_moves_whom_it_moves() {
        WhatIf better = WhatIf.of(QS, ExcerptsAndTables.qs2026()).with(SYDNEY, Qs.H_INDEX, 95);

        assertThat(better.before().of(SYDNEY).position()).hasToString("=26");
        assertThat(better.after().of(SYDNEY).position()).hasToString("21");
        assertThat(better.movement(SYDNEY).gained()).hasValue(5);
        assertThat(better.movement(SYDNEY).scoreChange().orElseThrow()).hasToString("2.52");
        assertThat(better.movement(SYDNEY)).hasToString("The University of Sydney (AU): =26 → 21, 78.7 → 81.2");
        assertThat(better.movements().stream().filter(Movement::isChange)).hasSize(8);
        assertThat(better.movements()).hasSize(35);
    }

    @Test
    void weights_and_steps_of_the_method_change_too() {
        Weights mine = Weights.builder()
                .put(Qs.EMPLOYER_REPUTATION, 1)
                .put(Qs.ACADEMIC_REPUTATION, 0)
                .put(Qs.CITATIONS_PER_PAPER, 0)
                .put(Qs.H_INDEX, 0)
                .put(Qs.INTERNATIONAL_RESEARCH_NETWORK, 0)
                .build();
        WhatIf byEmployers = WhatIf.of(QS, ExcerptsAndTables.qs2026()).withWeights(mine);
        assertThat(byEmployers.after()).isEqualTo(QS.withWeights(mine).rank(ExcerptsAndTables.qs2026()));

        WhatIf missing = WhatIf.of(QS, ExcerptsAndTables.qs2026())
                .with(SYDNEY, Qs.H_INDEX, Cell.missing(MissingReason.NOT_REPORTED))
                .withMethodology(method -> method.withFilling(Imputations.constant(82.4)));
        assertThat(missing.after().of(SYDNEY).position()).hasToString("=26");
        assertThat(missing.toString()).isEqualTo("no school moves");
    }

    @Test
    void schools_come_and_go() {
        WhatIf without = WhatIf.of(BY_PAPERS, FIVE).without("Bonn").withSchool(School.of("Kyoto"), 10);

        assertThat(without.after().stream().map(RankedSchool::toString))
                .containsExactly("1 Kyoto 10", "2 Ulm 9", "=3 Graz 7", "=3 Pisa 7", "5 Yale 5");
        assertThat(without.movements())
                .extracting(Movement::toString)
                .containsExactly(
                        "Kyoto: not ranked → 1, – → 10",
                        "Ulm: 1 → 2, 9 → 9",
                        "Graz: =3 → =3, 7 → 7",
                        "Pisa: =3 → =3, 7 → 7",
                        "Yale: 5 → 5, 5 → 5",
                        "Bonn: 2 → not ranked, 8 → –");
        assertThat(without.movement("Bonn").gained()).isEmpty();
        assertThat(without).hasToString("""
                School  before  after  score  after
                Kyoto        –      1      –     10
                Ulm          1      2      9      9
                Bonn         2      –      8      –""");
    }

    @Test
    void the_ends_are_refused_with_a_reason() {
        WhatIf five = WhatIf.of(BY_PAPERS, FIVE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> five.with("Rome", PAPERS, 1))
                .withMessage("no school \"Rome\" among the 5; take an id, a name or an alias");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> five.withSchool(School.of("Rome"), 1, 2))
                .withMessage("school \"Rome\": 2 values for 1 indicators");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> five.withSchool(School.of("rome", "Ulm"), 1).without("Ulm"))
                .withMessage("\"Ulm\" is the name of several schools; use an id: [rome, ulm]");
    }

    @Test
    void a_plan_can_be_tried_out() {
        Plan plan = WhatMustChange.of(QS, ExcerptsAndTables.qs2026())
                .within(0, 100)
                .cheapest(SYDNEY, Goal.position(20), Map.of(Qs.H_INDEX, 2, Qs.INTERNATIONAL_RESEARCH_NETWORK, 1));

        Ranking after = WhatIf.of(QS, ExcerptsAndTables.qs2026())
                .with(SYDNEY, plan.values())
                .after();

        assertThat(after.of(SYDNEY).position()).isEqualTo(plan.position().orElseThrow());
    }

    // ---- corrections ----

    @Test
    void a_corrected_school_is_put_joint_and_nobody_else_moves() {
        Correction up = WhatIf.of(BY_PAPERS, FIVE).with("Yale", PAPERS, 8.5).asCorrection("Yale");

        assertThat(up.positions().values()).containsExactly("1", "=2", "=3", "=3", "=2");
        assertThat(up.results().get(School.of("Yale"))).isEqualTo(PublishedResult.of("=2", "8.5"));
        assertThat(up.results().get(School.of("Bonn"))).isEqualTo(PublishedResult.of("=2", "8"));
        assertThat(up).hasToString("Yale: 5 → =2, 5 → 8.5; no other school moves");
        assertThat(up.before()).hasToString("5");
    }

    @Test
    void a_school_corrected_downwards_leaves_its_place_empty() {
        Correction down = WhatIf.of(BY_PAPERS, FIVE).with("Ulm", PAPERS, 6).asCorrection("Ulm");

        // Ranked anew it is 4th: Bonn, Graz and Pisa are above it.
        assertThat(down.positions().values()).containsExactly("4", "2", "=3", "=3", "5");
        assertThat(down.positions().keySet().asList()).isEqualTo(FIVE.schools());
    }

    @Test
    void one_left_alone_loses_its_mark() {
        Correction away = WhatIf.of(BY_PAPERS, FIVE).with("Pisa", PAPERS, 10).asCorrection("Pisa");

        assertThat(away.positions())
                .containsEntry(School.of("Graz"), "3")
                .containsEntry(School.of("Pisa"), "=1")
                .containsEntry(School.of("Ulm"), "=1");
    }

    @Test
    void bands_have_no_marks() {
        Methodology banded = BY_PAPERS.withPresentation(
                Presentation.exact().withBands(Bands.exactTo(2).then(4)));

        Correction down = WhatIf.of(banded, FIVE)
                .with("Bonn", PAPERS, 7.5)
                .with("Bonn", PAPERS, 6)
                .asCorrection("Bonn");
        assertThat(down.positions().values()).containsExactly("1", "3–4", "3–4", "3–4", "5+");
        assertThat(WhatIf.of(banded, FIVE)
                        .with("Graz", PAPERS, 8)
                        .asCorrection("Graz")
                        .positions()
                        .values())
                .containsExactly("1", "=2", "=2", "3–4", "5+");
    }

    @Test
    void marks_are_the_publishers() {
        Methodology unmarked = BY_PAPERS.withPresentation(Presentation.exact().withTieMark(TieMark.NONE));

        assertThat(WhatIf.of(unmarked, FIVE)
                        .with("Yale", PAPERS, 8)
                        .asCorrection("Yale")
                        .positions()
                        .values())
                .containsExactly("1", "2", "3", "3", "2");
    }

    @Test
    void a_school_is_found_by_alias() {
        IndicatorTable aliased = IndicatorTable.ofColumns(
                FIVE.schools().stream()
                        .map(each -> each.name().equals("Graz") ? each.withAlias("Gratz") : each)
                        .toList(),
                FIVE.columns());

        assertThat(WhatIf.of(BY_PAPERS, aliased)
                        .with("Gratz", PAPERS, 9)
                        .after()
                        .of("Graz")
                        .position())
                .hasToString("=1");
    }
}
