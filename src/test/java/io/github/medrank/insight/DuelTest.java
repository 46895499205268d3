package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DuelTest {
    private static final Ranking QS = Qs.medicine(2026).rank(ExcerptsAndTables.qs2026());
    private static final String OXFORD = "University of Oxford";
    private static final String STANFORD = "Stanford University";

    @Test
    void oxford_leads_stanford_by_3_36_before_rounding_and_3_4_as_published() {
        Duel duel = Duel.of(QS, OXFORD, STANFORD);

        assertThat(duel.lines())
                .extracting(line -> line.difference().toPlainString())
                .containsExactly("3.0", "1.5", "3.8", "0.3", "11.9");
        assertThat(duel.lines())
                .extracting(line -> line.share().toString())
                .containsExactly("0.4", "0.1", "0.2", "0.2", "0.1");
        assertThat(duel.lines())
                .extracting(line -> line.contribution().toString())
                .containsExactly("1.2", "0.15", "0.76", "0.06", "1.19");
        assertThat(duel.margin()).hasToString("3.36");
        assertThat(duel.rounding()).hasToString("0.04");
        assertThat(duel.lead()).isEqualTo("3.4");
        assertThat(duel).hasToString("""
                                                University of Oxford  Stanford University  difference  share  contribution
                position                                           2                    3
                Academic reputation                             95.5                 92.5          +3   40 %          +1.2
                Employer reputation                             97.1                 95.6        +1.5   10 %         +0.15
                Citations per paper                             85.5                 81.7        +3.8   20 %         +0.76
                H-index                                         90.8                 90.5        +0.3   20 %         +0.06
                International research network                  99.1                 87.2       +11.9   10 %         +1.19
                rounding                                                                                             +0.04
                score                                           93.1                 89.7                             +3.4""");
    }

    @Test
    void no_weights_reverse_a_lead_in_everything() {
        Duel duel = Duel.of(QS, OXFORD, STANFORD);

        assertThat(duel.linear()).isTrue();
        assertThat(duel.reversals()).isEmpty();
        assertThat(duel.leastShift()).isEmpty();
        assertThat(Duel.of(QS, STANFORD, OXFORD).leastShift()).isEmpty();
        assertThat(Duel.of(QS, STANFORD, OXFORD).lead()).isEqualTo("-3.4");
    }

    /** Johns Hopkins leads Cambridge by .18; employer reputation, −16.1, alone: t·16.1 = (1 − t)·1.79/.9. */
    @Test
    void a_reversal_is_the_share_at_which_they_tie() {
        Duel duel = Duel.of(QS, "Johns Hopkins University", "University of Cambridge");

        Duel.Reversal byEmployers = duel.reversals().get(1);

        assertThat(duel.margin()).hasToString("0.18");
        assertThat(byEmployers.indicator()).isEqualTo(Qs.EMPLOYER_REPUTATION);
        BigDecimal rest = new BigDecimal("1.79").multiply(BigDecimal.TEN);
        assertThat(byEmployers.tie()).isEqualTo(Rational.ratio(rest, rest.add(new BigDecimal("144.9"))));
        assertThat(byEmployers).hasToString("Employer reputation: a share above 11 % (now 10 %)");
        assertThat(duel.leastShift().orElseThrow())
                .hasToString("0.66 % of the weight: Employer reputation 10 % → 10.66 %,"
                        + " International research network 10 % → 9.34 %");
    }

    @Test
    void one_school_is_no_duel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Duel.of(QS, OXFORD, "university-of-oxford"))
                .withMessage("\"University of Oxford\" and \"university-of-oxford\" are the same school");
    }

    @Test
    void a_score_that_is_no_weighted_sum_has_a_residual_and_no_reversals() {
        IndicatorTable table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b"))
                .row(School.of("Oxford"), 9, 5)
                .row(School.of("Yale"), 2, 6)
                .build();
        Ranking weakest = Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.min());

        Duel duel = Duel.of(weakest, "Oxford", "Yale");

        assertThat(duel.linear()).isFalse();
        assertThat(duel.margin()).hasToString("3");
        assertThat(duel.aggregation()).hasToString("0");
        assertThat(duel.lines())
                .extracting(line -> line.contribution().toString())
                .containsExactly("3.5", "-0.5");
        assertThat(duel.reversals()).isEmpty();
        assertThat(duel.leastShift()).isEmpty();
    }

    @Test
    void rescaling_has_a_line_of_its_own() {
        Ranking rescaled = Qs.medicine(2026)
                .withPresentation(Presentation.rounded(1).withRescaling(Rescaling.top(100)))
                .rank(ExcerptsAndTables.qs2026());

        Duel duel = Duel.of(rescaled, OXFORD, STANFORD);

        assertThat(duel.margin()).hasToString("3.36");
        assertThat(Rational.of(duel.lead()))
                .isEqualTo(duel.margin().plus(duel.rescaling()).plus(duel.rounding()));
        assertThat(duel.rescaling().signum()).isPositive();
        assertThat(duel.toString()).contains("\nrescaling ");
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#seeds")
    void lines_add_up_and_reversals_are_where_the_lead_turns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = ExcerptsAndTables.table(random, 2 + random.nextInt(4), 1 + random.nextInt(4), 9);
        Ranking ranking = ExcerptsAndTables.methodology(random, table, Normalizer.identity())
                .rank(table);
        Duel duel = Duel.of(ranking, "school 0", "school 1");

        assertThat(duel.margin().plus(duel.rescaling()).plus(duel.rounding())).isEqualTo(Rational.of(duel.lead()));
        for (Duel.Line line : duel.lines()) {
            assertThat(line.contribution()).isEqualTo(line.share().times(Rational.of(line.difference())));
            boolean reverses =
                    duel.reversals().stream().anyMatch(each -> each.indicator().equals(line.indicator()));
            assertThat(reverses)
                    .isEqualTo(leads(table, ranking.weights(), line.indicator(), 0)
                                            * duel.margin().signum()
                                    < 0
                            || leads(table, ranking.weights(), line.indicator(), 1_000_000)
                                            * duel.margin().signum()
                                    < 0);
        }
        for (Duel.Reversal each : duel.reversals()) {
            // The indicator's points p against the others' o: a share t is p = o·t/(1 − t).
            Rational one = Rational.of(BigDecimal.ONE);
            BigDecimal others =
                    ranking.weights().total().subtract(ranking.weights().points(each.indicator()));
            double tie = each.tie()
                    .dividedBy(one.minus(each.tie()).signum() == 0 ? one : one.minus(each.tie()))
                    .times(Rational.of(others))
                    .doubleValue();
            int now = duel.margin().signum();
            boolean above = each.tie().compareTo(each.now()) > 0;
            if (each.tie().signum() > 0 && each.tie().compareTo(one) < 0) {
                assertThat(leads(table, ranking.weights(), each.indicator(), tie * (above ? 1.001 : 0.999)))
                        .isEqualTo(-now);
                assertThat(leads(table, ranking.weights(), each.indicator(), tie * (above ? 0.999 : 1.001)))
                        .isEqualTo(now);
            }
        }
    }

    private static int leads(IndicatorTable table, Weights weights, Indicator indicator, double points) {
        Weights.Builder changed = Weights.builder();
        BigDecimal others = weights.total().subtract(weights.points(indicator));
        if (others.signum() == 0) {
            return 0;
        }
        weights.asMap().forEach((each, mine) -> changed.put(each, each.equals(indicator) ? points : mine));
        Ranking ranking = Rankers.weightedMean().rank(table, changed.build());
        return ranking.scores().exact(0).compareTo(ranking.scores().exact(1));
    }

    /** Any weights at which the leader no longer leads are at least as far away as the least shift. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#seeds")
    void no_smaller_shift_of_weights_reverses_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = ExcerptsAndTables.table(random, 2, 2 + random.nextInt(3), 9);
        Ranking ranking = ExcerptsAndTables.methodology(random, table, Normalizer.identity())
                .rank(table);
        Duel duel = Duel.of(ranking, "school 0", "school 1");
        int leader = duel.margin().signum();

        if (duel.leastShift().isPresent()) {
            WeightShift shift = duel.leastShift().orElseThrow();
            assertThat(marginAt(duel, shift.tie())).isEqualTo(Rational.ZERO);
            assertThat(shift.tie().values()).allMatch(share -> share.signum() >= 0);
            assertThat(sum(shift.tie())).isEqualTo(Rational.of(BigDecimal.ONE));
            assertThat(moved(shift.before(), shift.tie())).isEqualTo(shift.moved());
        }
        for (int i = 0; i < 50; i++) {
            Weights other = ExcerptsAndTables.weights(random, table.indicators());
            Ranking reranked = Rankers.weightedMean().rank(table, other);
            int leads = reranked.scores().exact(0).compareTo(reranked.scores().exact(1));
            if (leader != 0 && leads != leader) {
                assertThat(moved(shares(ranking.weights()), shares(other)))
                        .isGreaterThanOrEqualTo(duel.leastShift().orElseThrow().moved());
            }
        }
    }

    private static Rational marginAt(Duel duel, Map<Indicator, Rational> shares) {
        return duel.lines().stream()
                .map(line ->
                        shares.getOrDefault(line.indicator(), Rational.ZERO).times(Rational.of(line.difference())))
                .reduce(Rational.ZERO, Rational::plus);
    }

    private static Rational sum(Map<Indicator, Rational> shares) {
        return shares.values().stream().reduce(Rational.ZERO, Rational::plus);
    }

    private static Map<Indicator, Rational> shares(Weights weights) {
        return weights.asMap().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, each -> Rational.ratio(each.getValue(), weights.total())));
    }

    private static Rational moved(Map<Indicator, Rational> from, Map<Indicator, Rational> to) {
        return from.keySet().stream()
                .map(each -> to.getOrDefault(each, Rational.ZERO).minus(from.getOrDefault(each, Rational.ZERO)))
                .filter(change -> change.signum() > 0)
                .reduce(Rational.ZERO, Rational::plus);
    }
}
