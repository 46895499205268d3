package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.School;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The search for the largest difference of a draw leaves out most pairs; here none is left out. */
class SimultaneousSetsTest {
    private static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_tests_are_those_of_all_pairs_in_each_draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(9);
        double spread = Math.pow(10, random.nextInt(4) - 1);
        double confidence = List.of(0.05, 0.5, 0.9, 0.99).get((int) seed % 4);
        List<School> schools = new ArrayList<>();
        Map<School, Double> scores = new HashMap<>();
        Map<School, Double> errors = new HashMap<>();
        for (int i = 0; i < n; i++) {
            School school = School.of("s" + i);
            schools.add(school);
            scores.put(school, Math.rint(spread * 10 * random.nextDouble()) / 10);
            errors.put(school, random.nextBoolean() ? 1 : Math.pow(10, 2 * random.nextDouble() - 1));
        }
        schools.sort((a, b) -> scores.get(a).equals(scores.get(b))
                ? a.id().compareTo(b.id())
                : Double.compare(scores.get(b), scores.get(a)));

        RankConfidenceSets sets = RankConfidenceSets.simultaneous(scores, errors, confidence, 100, seed);

        assertThat(RankConfidenceSets.marginal(scores, errors, confidence, 100, seed)
                        .ranges())
                .hasSize(n);
        Set<List<School>> better = allPairs(schools, scores, errors, confidence, seed);
        for (School a : schools) {
            for (School b : schools) {
                assertThat(sets.isBetter(a, b)).as("%s over %s", a, b).isEqualTo(better.contains(List.of(a, b)));
            }
        }
    }

    /** Romano and Wolf's steps, with the largest of all differences not yet rejected in each draw; no lead of 0 is one. */
    private static Set<List<School>> allPairs(
            List<School> schools,
            Map<School, Double> scores,
            Map<School, Double> errors,
            double confidence,
            long seed) {
        Set<List<School>> better = new HashSet<>();
        for (int found = -1; found < better.size(); ) {
            found = better.size();
            SplittableRandom random = new SplittableRandom(seed);
            double[] largest = new double[100];
            for (int draw = 0; draw < largest.length; draw++) {
                Map<School, Double> noise = new HashMap<>();
                schools.forEach(each -> noise.put(each, errors.get(each) * random.nextGaussian()));
                largest[draw] = pairs(schools).stream()
                        .filter(pair -> !better.contains(pair))
                        .mapToDouble(pair -> standardized(pair, noise, errors))
                        .max()
                        .orElse(Double.NEGATIVE_INFINITY);
            }
            Arrays.sort(largest);
            double critical = Math.max(0, largest[(int) Math.ceil(confidence * 100) - 1]);
            List<List<School>> rejected = pairs(schools).stream()
                    .filter(pair -> standardized(pair, scores, errors) > critical)
                    .toList();
            better.addAll(rejected);
        }
        return better;
    }

    private static List<List<School>> pairs(List<School> schools) {
        List<List<School>> pairs = new ArrayList<>();
        for (School a : schools) {
            for (School b : schools) {
                if (!a.equals(b)) {
                    pairs.add(List.of(a, b));
                }
            }
        }
        return pairs;
    }

    private static double standardized(List<School> pair, Map<School, Double> numbers, Map<School, Double> errors) {
        School a = pair.get(0);
        School b = pair.get(1);
        return (numbers.get(a) - numbers.get(b)) / Math.hypot(errors.get(a), errors.get(b));
    }
}
