package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Ranker;
import io.github.medrank.Treatment;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A set of alternative methods, each equally likely.
 *
 * <p>Every {@code with…} multiplies the alternatives: two normalizers and three rankers are six methods.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * var b = Indicator.of("b");
 * var mean = Methodology.builder("Mean").indicators(a, b).ranker(Rankers.weightedMean()).build();
 * Methods.of(mean)
 *         .withRankers(Rankers.weightedMean(), (t, w) -> Ranking.byScore(t, w, Row::min))
 *         .leavingOneOut()
 *         .size() // ==> 6
 * }</pre>
 */
@Immutable
public final class Methods {
    /** A methodology, possibly with an indicator left out. */
    @Immutable
    public sealed interface Method {
        /** Returns the methodology. */
        Methodology methodology();

        /** Returns the indicator that gets no weight, if any; the others keep their proportions. */
        Optional<Indicator> leftOut();
    }

    @Immutable
    private record Variant(Methodology methodology, Optional<Indicator> leftOut) implements Method {
        @Override
        public String toString() {
            return methodology.name()
                    + leftOut.map(each -> " without " + each.name()).orElse("");
        }
    }

    private final ImmutableList<Method> all;

    private Methods(Stream<Method> methods) {
        this.all = methods.distinct().collect(ImmutableList.toImmutableList());
        checkArgument(!all.isEmpty(), "no methods; give at least one");
    }

    /** Returns the given methodologies as alternatives. */
    public static Methods of(Methodology... methodologies) {
        requireNonNull(methodologies, "methodologies");
        return new Methods(Arrays.stream(methodologies).map(each -> new Variant(each, Optional.empty())));
    }

    /**
     * Returns each method with each of these treatments of raw values; a treatment replaces all treatments of the
     * method.
     */
    public Methods withTreatments(Treatment... treatments) {
        return times(treatments, "treatments", each -> each::withTreatments);
    }

    /** Returns each method with each of these normalizers, for all indicators. */
    public Methods withNormalizers(Normalizer... normalizers) {
        return times(normalizers, "normalizers", each -> each::withNormalizer);
    }

    /** Returns each method with each of these rankers. */
    public Methods withRankers(Ranker... rankers) {
        return times(rankers, "rankers", each -> each::withRanker);
    }

    /** Returns each method with each of these treatments to fill missing values after normalization. */
    public Methods withFillings(Treatment... fillings) {
        return times(fillings, "fillings", each -> each::withFilling);
    }

    /** Returns each method with each of these treatments to fill missing values before normalization. */
    public Methods withImputations(Treatment... imputations) {
        return times(imputations, "imputations", each -> each::withImputation);
    }

    private <T> Methods times(T[] choices, String name, Function<Methodology, Function<T, Methodology>> with) {
        requireNonNull(choices, name);
        return new Methods(all.stream()
                .flatMap(method -> Arrays.stream(choices)
                        .map(choice ->
                                new Variant(with.apply(method.methodology()).apply(choice), method.leftOut()))));
    }

    /**
     * Returns each method as it is, and once for each indicator with that indicator left out: it gets no weight, and
     * the others keep their proportions.
     *
     * @throws IllegalArgumentException if a methodology names fewer than two indicators
     */
    public Methods leavingOneOut() {
        return new Methods(all.stream().flatMap(method -> {
            ImmutableList<Indicator> indicators = method.methodology().indicators();
            checkArgument(
                    indicators.size() >= 2,
                    "methodology \"%s\" names %s indicators; to leave one out it takes two",
                    method.methodology().name(),
                    indicators.size());
            return Stream.concat(
                    Stream.of(method),
                    indicators.stream().map(each -> new Variant(method.methodology(), Optional.of(each))));
        }));
    }

    /** Returns the methods. */
    public ImmutableList<Method> all() {
        return all;
    }

    /** Returns the number of methods. */
    public int size() {
        return all.size();
    }

    /** Returns the methods, one per line. */
    @Override
    public String toString() {
        return size() + " methods\n"
                + String.join("\n", all.stream().limit(20).map(Method::toString).toList());
    }
}
