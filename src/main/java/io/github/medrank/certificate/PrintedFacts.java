package io.github.medrank.certificate;

import io.github.medrank.Rational;

/** The inequalities that follow from what is printed of each school, in the shares of the weights, a and t. */
interface PrintedFacts {
    /**
     * The inequality that a key of multipliers names.
     *
     * @throws IllegalArgumentException if nothing that is printed has this name
     */
    Inequality named(String key);

    /**
     * Checks that a point satisfies all inequalities.
     *
     * @throws IllegalArgumentException if it does not
     */
    void require(Rational[] point);
}
