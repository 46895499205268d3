package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.IndicatorTable;
import io.github.medrank.Presentation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What rounding leaves of a lead, against every pair of scores from −3 to 3 in steps of an eighth. */
class LeadsTest {
    private static final double[] SCORES =
            IntStream.rangeClosed(-24, 24).mapToDouble(i -> i / 8.0).toArray();

    private static final Box ONE = new Box(new double[] {1}, new double[] {1});

    /** One indicator, so that a score is its value. */
    private static LinearModel model(Presentation presentation, double... scores) {
        IndicatorTable table = WeightSpaces.table(
                DoubleStream.of(scores).mapToObj(each -> new double[] {each}).toArray(double[][]::new));
        return LinearModel.of(WeightSpaces.mean(presentation), table);
    }

    private static Presentation rounded(int decimals, RoundingMode mode) {
        return Presentation.exact().withRounding(decimals, mode);
    }

    private static int shown(double score, int decimals, RoundingMode mode) {
        return new BigDecimal(Double.toString(score))
                .setScale(decimals, mode)
                .movePointRight(decimals)
                .intValueExact();
    }

    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void a_lead_beyond_the_margin_is_shown_and_no_smaller_margin_would_do(RoundingMode mode) {
        Leads leads = new Leads(model(rounded(0, mode), SCORES), rounded(0, mode));
        double widestSwallowed = 0;
        for (double one : SCORES) {
            for (double other : SCORES) {
                boolean ahead = shown(one, 0, mode) > shown(other, 0, mode);
                if (one - other > leads.margin() || (one - other == leads.margin() && leads.atMarginToo())) {
                    assertThat(ahead).as("%s over %s", one, other).isTrue();
                }
                widestSwallowed = ahead ? widestSwallowed : Math.max(widestSwallowed, one - other);
            }
        }
        // 1.75 is swallowed from −0.875 to 0.875, 0.875 from one whole number to just short of the next.
        double step = mode == RoundingMode.DOWN ? 0.25 : leads.atMarginToo() ? 0.125 : 0;
        assertThat(widestSwallowed).isEqualTo(leads.margin() - step);
    }

    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void a_verdict_is_what_rounding_shows(RoundingMode mode) {
        LinearModel model = model(rounded(0, mode), SCORES);
        Leads leads = new Leads(model, rounded(0, mode));
        boolean half = mode.name().startsWith("HALF");
        for (int school = 0; school < SCORES.length; school++) {
            leads.enter(school, ONE);
            for (int rival = 0; rival < SCORES.length; rival++) {
                int verdict = leads.verdict(rival, false);
                boolean ahead = shown(SCORES[rival], 0, mode) > shown(SCORES[school], 0, mode);
                String what = SCORES[rival] + " against " + SCORES[school];
                assertThat(verdict).as(what).isNotEqualTo(ahead ? -1 : 1);
                boolean atHalf = Math.abs(SCORES[rival] % 1) == 0.5 || Math.abs(SCORES[school] % 1) == 0.5;
                if ((half && !atHalf) || SCORES[rival] - SCORES[school] > leads.margin()) {
                    assertThat(verdict).as(what).isEqualTo(ahead ? 1 : -1);
                }
                if (SCORES[rival] < SCORES[school]) {
                    assertThat(verdict).as(what).isEqualTo(-1);
                }
            }
        }
    }

    /** 0.15 is shown as 0.1 or as 0.2. */
    @Test
    void halves_of_a_decimal_are_not_decided_in_doubles() {
        LinearModel down = model(rounded(1, RoundingMode.HALF_DOWN), 0.12, 0.15, 0.16, 0.14);
        Leads halfDown = new Leads(down, rounded(1, RoundingMode.HALF_DOWN));
        assertThat(halfDown.margin()).isEqualTo(0.1);
        halfDown.enter(0, ONE);
        assertThat(halfDown.verdict(1, false)).as("0.1, level").isNotEqualTo(1);
        assertThat(halfDown.verdict(2, false)).as("0.2, ahead").isEqualTo(1);
        assertThat(halfDown.verdict(3, false)).as("0.1, level").isEqualTo(-1);
        LinearModel up = model(rounded(1, RoundingMode.HALF_UP), 0.15, 0.2, 0.26);
        Leads halfUp = new Leads(up, rounded(1, RoundingMode.HALF_UP));
        halfUp.enter(0, ONE);
        assertThat(halfUp.verdict(1, false)).as("0.2, level").isNotEqualTo(1);
        assertThat(halfUp.verdict(2, false)).as("0.3, ahead").isEqualTo(1);
    }

    /** Two units are needed where rounding is towards zero, more than one where halves may meet, one otherwise. */
    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void positions_are_proven_where_the_margin_is_reached(RoundingMode mode) {
        boolean halvesMeet = mode == RoundingMode.HALF_EVEN || mode == RoundingMode.HALF_DOWN;
        double needed = mode == RoundingMode.DOWN ? 2 : 1;
        for (double lead : new double[] {0.875, 1, 1.125, 1.875, 2, 2.125}) {
            IndicatorTable table = WeightSpaces.table(new double[] {3, -3}, new double[] {3 - lead, -3 - lead});
            RankBound bound = WeightSpace.of(WeightSpaces.mean(rounded(0, mode)), table)
                    .bounds(0)
                    .of("School 1");
            boolean sure = halvesMeet ? lead > needed : lead >= needed;
            assertThat(bound.bestBound()).as("behind by %s", lead).isEqualTo(sure ? 2 : 1);
            assertThat(bound.worstBound()).isEqualTo(2);
        }
    }

    @Test
    void exact_scores_have_no_margin() {
        for (Presentation presentation : new Presentation[] {
            Presentation.exact(), Presentation.rounded(1).rankingExactScores()
        }) {
            Leads leads = new Leads(model(presentation, 1, 2), presentation);
            assertThat(leads.margin()).isZero();
            assertThat(leads.atMarginToo()).isFalse();
            leads.enter(0, ONE);
            assertThat(leads.verdict(1, false)).isEqualTo(1);
            leads.enter(1, ONE);
            assertThat(leads.verdict(0, false)).isEqualTo(-1);
        }
    }

    /** 0.7 · (0.1 − 0.4) + 0.3 · (0.9 − 0.2) is 0 in decimals; the other lead is a last digit. */
    @Test
    void what_doubles_cannot_tell_is_open() {
        LinearModel model = LinearModel.of(
                WeightSpaces.mean(Presentation.exact()),
                WeightSpaces.table(
                        new double[] {0.1, 0.9}, new double[] {0.4, 0.2}, new double[] {0.4, 0.2000000000000001}));
        Leads leads = new Leads(model, Presentation.exact());
        leads.enter(1, new Box(new double[] {0.3, 0.3}, new double[] {0.7, 0.7}));
        assertThat(leads.verdict(0, false))
                .as("level at a corner, ahead elsewhere")
                .isZero();
        assertThat(leads.verdict(2, false)).as("ahead by a last digit").isNotEqualTo(-1);
    }

    @Test
    void a_box_is_cut_where_leads_differ_most() {
        LinearModel model = LinearModel.of(
                WeightSpaces.mean(Presentation.exact()),
                WeightSpaces.table(new double[] {3, 1}, new double[] {4, 6}, new double[] {3, 2}, new double[] {3, 1}));
        Leads leads = new Leads(model, Presentation.exact());
        Box all = new Box(new double[2], new double[] {1, 1});
        assertThat(leads.splitAt(0, all, new int[] {1})).isEqualTo(1);
        assertThat(leads.splitAt(0, all, new int[] {2})).isEqualTo(1);
        Box narrow = new Box(new double[] {0, 0.4}, new double[] {0.6, 0.5});
        assertThat(leads.splitAt(0, narrow, new int[] {1})).isEqualTo(0);
        Box wide = new Box(new double[] {0.4, 0}, new double[] {0.5, 0.6});
        assertThat(leads.splitAt(0, wide, new int[] {3}))
                .as("all alike: the widest")
                .isEqualTo(1);
    }
}
