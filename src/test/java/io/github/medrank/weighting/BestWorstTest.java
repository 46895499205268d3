package io.github.medrank.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BestWorstTest {
    private static final Indicator LOAD = Indicator.of("load");
    private static final Indicator ACCESS = Indicator.of("access");
    private static final Indicator COST = Indicator.of("cost");

    private static final Indicator QUALITY = Indicator.of("quality");
    private static final Indicator PRICE = Indicator.of("price");
    private static final Indicator COMFORT = Indicator.of("comfort");
    private static final Indicator SAFETY = Indicator.of("safety");
    private static final Indicator STYLE = Indicator.of("style");

    /** Rezaei (2015), example 1: the choice of a transport mode. */
    @Test
    void the_published_example_of_the_original_method() {
        BestWorst judged = BestWorst.builder(COST, LOAD, 8).judge(ACCESS, 2, 5).build();
        assertThat(judged.xi()).isCloseTo(0.26, within(0.005));
        // (2 − ξ)(5 − ξ) = 8 + ξ
        assertThat(judged.xi()).isCloseTo(4 - Math.sqrt(14), within(1e-12));
        assertThat(judged.consistencyRatio().getAsDouble()).isCloseTo(0.058, within(0.0005));
        Weights weights = judged.rezaei2015();
        assertThat(weights.share(LOAD)).isCloseTo(0.0714, within(0.00005));
        assertThat(weights.share(ACCESS)).isCloseTo(0.3387, within(0.00005));
        assertThat(weights.share(COST)).isCloseTo(0.5899, within(0.00005));
    }

    /** The example of the R package BWM 0.1.0, an implementation of Rezaei (2016): w = (42, 82, 21, 28, 10) / 183. */
    @Test
    void the_linear_method_is_that_of_other_software() {
        BestWorst judged = BestWorst.builder(PRICE, STYLE, 8)
                .judge(QUALITY, 2, 4)
                .judge(COMFORT, 4, 2)
                .judge(SAFETY, 3, 3)
                .build();
        Weights weights = judged.linearRezaei2016();
        assertThat(shares(weights))
                .containsExactly(
                        new double[] {0.22950820, 0.44808743, 0.11475410, 0.15300546, 0.05464481}, within(5e-9));
        assertThat(judged.linearXi() / 4.47).isCloseTo(0.002444958, within(5e-10));
        assertThat(judged.linearXi()).isCloseTo(2 / 183.0, within(1e-15));
    }

    @Test
    void judgements_that_agree_have_the_same_weights_by_both_methods() {
        BestWorst judged = BestWorst.builder(PRICE, STYLE, 8)
                .judge(QUALITY, 2, 4)
                .judge(COMFORT, 4, 2)
                .judge(SAFETY, 2, 4)
                .build();
        double[] published = {0.21052632, 0.42105263, 0.10526316, 0.21052632, 0.05263158};
        assertThat(shares(judged.linearRezaei2016())).containsExactly(published, within(5e-9));
        assertThat(shares(judged.rezaei2015())).containsExactly(published, within(5e-9));
        assertThat(judged.xi()).isZero();
        assertThat(judged.linearXi()).isZero();
        assertThat(judged.consistencyRatio()).hasValue(0);
    }

    private static double[] shares(Weights weights) {
        return List.of(QUALITY, PRICE, COMFORT, SAFETY, STYLE).stream()
                .mapToDouble(weights::share)
                .toArray();
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /** Of four indicators, by trying all ratios on a grid: no weights have a smaller largest error, and those found have it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_weights_are_nearer_to_the_judgements(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int whole = 2 + random.nextInt(8);
        int[] first = {1 + random.nextInt(whole), 1 + random.nextInt(whole)};
        int[] second = {1 + random.nextInt(whole), 1 + random.nextInt(whole)};
        BestWorst judged = BestWorst.builder(COST, LOAD, whole)
                .judge(ACCESS, first[0], first[1])
                .judge(QUALITY, second[0], second[1])
                .build();
        assertThat(error(judged, judged.rezaei2015(), true)).isCloseTo(judged.xi(), within(1e-9));
        assertThat(error(judged, judged.linearRezaei2016(), false)).isCloseTo(judged.linearXi(), within(1e-12));
        for (int i = 0; i < 2000; i++) {
            Weights any = Weights.builder()
                    .put(COST, 1 + random.nextInt(90))
                    .put(LOAD, 1 + random.nextInt(20))
                    .put(ACCESS, 1 + random.nextInt(60))
                    .put(QUALITY, 1 + random.nextInt(60))
                    .build();
            assertThat(error(judged, any, true)).isGreaterThanOrEqualTo(judged.xi() - 1e-9);
            assertThat(error(judged, any, false)).isGreaterThanOrEqualTo(judged.linearXi() - 1e-12);
        }
    }

    private static double error(BestWorst judged, Weights weights, boolean ofRatios) {
        double most = 0;
        for (Indicator each : weights.indicators()) {
            double own = weights.share(each);
            double best = weights.share(judged.best());
            double worst = weights.share(judged.worst());
            double toBest = best - judged.bestToOthers().get(each) * own;
            double toWorst = own - judged.othersToWorst().get(each) * worst;
            if (!each.equals(judged.best())) {
                most = Math.max(most, Math.abs(ofRatios ? toBest / own : toBest));
            }
            if (!each.equals(judged.worst())) {
                most = Math.max(most, Math.abs(ofRatios ? toWorst / worst : toWorst));
            }
        }
        return most;
    }

    @Test
    void two_indicators_have_one_judgement() {
        BestWorst judged = BestWorst.builder(COST, LOAD, 3).build();
        assertThat(judged.linearRezaei2016().share(COST)).isEqualTo(0.75);
        assertThat(judged.rezaei2015().share(COST)).isEqualTo(0.75);
        assertThat(judged).isEqualTo(BestWorst.builder(COST, LOAD, 3).build()).hasToString("cost : load = 3");
        assertThat(judged.hashCode())
                .isEqualTo(BestWorst.builder(COST, LOAD, 3).build().hashCode());
        assertThat(BestWorst.builder(COST, LOAD, 2.5).build().consistencyRatio())
                .isEmpty();
        assertThat(BestWorst.builder(COST, LOAD, 1).build().consistencyRatio()).hasValue(0);
        assertThat(BestWorst.builder(COST, LOAD, 8).judge(ACCESS, 2, 5).build())
                .hasToString("cost : load = 8; cost : access = 2, access : load = 5");
    }

    @Test
    void judgements_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestWorst.builder(COST, COST, 2))
                .withMessage("indicator \"cost\" is both the best and the worst");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestWorst.builder(COST, LOAD, 0.5))
                .withMessageContaining("is judged by 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestWorst.builder(COST, LOAD, 5).judge(ACCESS, Double.NaN, 1))
                .withMessageContaining("\"access\" is judged by NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BestWorst.builder(COST, LOAD, 5).judge(LOAD, 2, 1))
                .withMessage("indicator \"load\" is judged twice");
    }
}
