package io.github.medrank.ranking;

import io.github.medrank.Ranker;

/** The rankers this library has. */
public final class Rankers {
    private Rankers() {}

    /**
     * The weighted arithmetic mean: Σ points·value / Σ points.
     *
     * <p>Exact: a value stands for the decimal it prints, points for the decimal as written, and the quotient is never
     * divided out. Monotone: improving a value never worsens the school's position. Independent of the order of rows and
     * of indicators. It refuses a missing value, naming the school and the indicator, and an indicator of which less is
     * better that no normalizer has turned round. O(n · k) for n schools and k indicators; its draws allocate nothing.
     */
    public static Ranker weightedMean() {
        return WeightedMean.INSTANCE;
    }
}
