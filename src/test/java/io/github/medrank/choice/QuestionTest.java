package io.github.medrank.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weightspace.WeightSpaces;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionTest {
    private static WhatMatters on(IndicatorTable table) {
        Methodology mean = Methodology.builder("mean")
                .indicators(table.indicators())
                .filling(Imputations.constant(0))
                .weights(Weights.equal(table.indicators()))
                .ranker(Rankers.weightedMean())
                .build();
        return WhatMatters.of(mean, table);
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /** The information of every pair worked out from counts of (answer, top set), as mutual information is defined. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_pair_of_schools_tells_more(long seed) {
        IndicatorTable table = WeightSpaces.table(new SplittableRandom(seed), 7, 3);
        WhatMatters nothing = on(table);
        ChoiceModel model = ChoiceModel.of(nothing.methodology(), table);
        WeightDraws draws = new WeightDraws(model, nothing.sampler(), 200, seed);
        Optional<Question> best = new QuestionSearch(model, draws, 2, ImmutableList.of()).best();
        double[][] values = table.rows()
                .map(row -> table.indicators().stream()
                        .mapToDouble(each -> row.cell(each).value().getAsDouble())
                        .toArray())
                .toArray(double[][]::new);
        Function<double[], Set<Integer>> top = weights -> new HashSet<>(IntStream.range(0, values.length)
                .boxed()
                .sorted((one, other) -> Double.compare(score(values[other], weights), score(values[one], weights)))
                .limit(2)
                .toList());
        double most = 0;
        for (double[] one : values) {
            for (double[] other : values) {
                most = Math.max(most, information(draws.shares(), top, each -> score(one, each) > score(other, each)));
            }
        }
        assertThat(best.map(Question::bits).orElse(0.0))
                .isGreaterThanOrEqualTo(most - 0.02 - 1e-9); // rare answers apart
        best.ifPresent(question -> {
            Function<double[], Boolean> first = weights -> {
                double lead = 0;
                for (int i = 0; i < weights.length; i++) {
                    Indicator each = table.indicators().get(i);
                    lead += weights[i] * question.lead().getOrDefault(each, 0.0);
                }
                return lead > 0;
            };
            assertThat(question.bits()).isCloseTo(information(draws.shares(), top, first), within(1e-9));
        });
    }

    private static double score(double[] row, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }

    private static double information(
            double[][] draws, Function<double[], Set<Integer>> top, Function<double[], Boolean> answer) {
        Map<Object, Integer> sets = new HashMap<>();
        Map<Object, Integer> answers = new HashMap<>();
        Map<Object, Integer> both = new HashMap<>();
        for (double[] draw : draws) {
            sets.merge(top.apply(draw), 1, Integer::sum);
            answers.merge(answer.apply(draw), 1, Integer::sum);
            both.merge(List.of(top.apply(draw), answer.apply(draw)), 1, Integer::sum);
        }
        return entropy(sets, draws.length) + entropy(answers, draws.length) - entropy(both, draws.length);
    }

    private static double entropy(Map<Object, Integer> counts, int whole) {
        return counts.values().stream()
                .mapToDouble(each -> -each / (double) whole * Math.log(each / (double) whole) / Math.log(2))
                .sum();
    }

    @Test
    void the_same_seed_asks_the_same_and_nothing_twice() {
        WhatMatters nothing = on(WeightSpaces.qs2026());
        Question first = nothing.nextQuestion(5).orElseThrow();
        assertThat(on(WeightSpaces.qs2026()).nextQuestion(5, 0)).contains(first);
        assertThat(first.top()).isEqualTo(5);
        assertThat(first.bits()).isBetween(0.5, 1.0);
        assertThat(first.chanceOfFirst()).isBetween(0.1, 0.9);
        assertThat(first.first().values()).hasSize(5);
        Set<String> asked = new HashSet<>();
        WhatMatters unsure = nothing;
        for (int i = 0; i < 4; i++) {
            Question next = unsure.nextQuestion(5).orElseThrow();
            assertThat(asked.add(next.toString())).isTrue();
            unsure = unsure.answer(next, Answer.DONT_KNOW);
        }
        assertThat(unsure.statements()).isEmpty();
    }

    @Test
    void answers_are_statements() {
        WhatMatters nothing = on(WeightSpaces.qs2026());
        Question question = nothing.nextQuestion(3).orElseThrow();
        School first = question.first().school().orElseThrow();
        School second = question.second().school().orElseThrow();
        assertThat(nothing.answer(question, Answer.FIRST).statements())
                .isEqualTo(nothing.prefer(first, second).statements());
        assertThat(nothing.answer(question, Answer.SECOND).statements())
                .isEqualTo(nothing.prefer(second, first).statements());
        assertThat(nothing.answer(question, Answer.NO_PREFERENCE).statements())
                .isEqualTo(nothing.asGood(first, second).statements());
        assertThat(question.toString())
                .startsWith(first.name() + " or " + second.name() + "? (0.")
                .endsWith(" bits about the top 3)");
    }

    @Test
    void there_is_no_question_where_all_is_known() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        IndicatorTable table = IndicatorTable.builder(a, b)
                .row(School.of("Yale"), 3, 3)
                .row(School.of("Oxford"), 2, 1)
                .row(School.of("Kyoto"), 1, 2)
                .build();
        assertThat(on(table).nextQuestion(1)).isEmpty();
        assertThat(on(table).nextQuestion(3)).isEmpty();
        Question question = on(table).nextQuestion(2).orElseThrow();
        WhatMatters answered = on(table).answer(question, Answer.FIRST);
        assertThat(answered.nextQuestion(2)).isEmpty();
        assertThat(answered.answer(question, Answer.DONT_KNOW).nextQuestion(2)).isEmpty();
    }

    /** Two schools that differ in everything are told apart by a profile of two indicators where no pair is left to ask. */
    @Test
    void profiles_differ_in_two_indicators() {
        Indicator a = Indicator.of("a", "Teaching");
        Indicator b = Indicator.of("b", "Research");
        IndicatorTable table = IndicatorTable.builder(a, b)
                .row(School.of("Yale"), 90, 40)
                .row(School.of("Oxford"), 40, 90)
                .row(School.of("Nowhere"), List.of(Cell.of(1), Cell.missing(MissingReason.NOT_REPORTED)))
                .build();
        WhatMatters nothing = on(table);
        Question pair = nothing.nextQuestion(1).orElseThrow();
        Question profiles =
                nothing.answer(pair, Answer.DONT_KNOW).nextQuestion(1).orElseThrow();
        assertThat(profiles.first().school()).isEmpty();
        assertThat(profiles.toString())
                .startsWith("Teaching 40 and Research 40 or Teaching 1 and Research 90, all else alike? (0.");
        // Yale is first above a share of 1/2, the first profile better above 50/89: 1 bit minus 50/89 of that of
        // 89/100.
        double left = 0.89 * Math.log(0.89) / Math.log(2) + 0.11 * Math.log(0.11) / Math.log(2);
        assertThat(profiles.bits()).isCloseTo(1 + 50 / 89.0 * left, within(0.05));
        WhatMatters answered = nothing.answer(profiles, Answer.SECOND);
        // 39 of teaching are worth less than 50 of research.
        assertThat(answered.region()
                        .contains(Weights.builder().put(a, 50).put(b, 40).build()))
                .isTrue();
        assertThat(answered.region()
                        .contains(Weights.builder().put(a, 51).put(b, 39).build()))
                .isFalse();
    }

    /**
     * Some of the simulation whose figures are in docs/choosing.md; {@code -Dmedrank.users=300} runs all of it: for consistent
     * users the true five best are the shortlist's for 95 % after 6 answers on the excerpt, and for 75 % after 10 on 200
     * schools, 4.5 of them on average after 8.
     */
    @Test
    void simulated_users_find_their_five_schools() {
        int users = Integer.getInteger("medrank.users", 12);
        boolean whole = users >= 300;
        int[] common = SimulatedUsers.after(SimulatedUsers.onTheExcerpt().ask(users, 6, 0, 1000), 6);
        assertThat(SimulatedUsers.allRight(common)).isGreaterThanOrEqualTo(whole ? 0.95 : 0.75);
        if (whole) {
            int[][] many = SimulatedUsers.onGeneratedSchools(200, 1).ask(users, 10, 0, 1000);
            assertThat(SimulatedUsers.allRight(SimulatedUsers.after(many, 10))).isGreaterThanOrEqualTo(0.75);
            assertThat(SimulatedUsers.mean(SimulatedUsers.after(many, 8))).isGreaterThanOrEqualTo(4.5);
        }
    }
}
