package io.github.medrank.certificate;

import io.github.medrank.Rational;

/** An inequality Σ row · x ≥ bound, or its strict form. */
final class Inequality {
    private final Rational[] row;
    private final Rational bound;
    private final boolean strict;

    private Inequality(Rational[] row, Rational bound, boolean strict) {
        this.row = row;
        this.bound = bound;
        this.strict = strict;
    }

    static Inequality atLeast(Rational[] row, Rational bound) {
        return new Inequality(row, bound, false);
    }

    static Inequality moreThan(Rational[] row, Rational bound) {
        return new Inequality(row, bound, true);
    }

    Rational bound() {
        return bound;
    }

    boolean isStrict() {
        return strict;
    }

    Rational coefficient(int i) {
        return row[i];
    }

    int width() {
        return row.length;
    }

    /** The inequality that all other points satisfy. */
    Inequality opposite() {
        Rational[] turned = new Rational[row.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = row[i].negate();
        }
        return new Inequality(turned, bound.negate(), !strict);
    }

    /** Σ row · x at a point. */
    Rational valueAt(Rational[] point) {
        return dot(row, point);
    }

    boolean holdsAt(Rational[] point) {
        int sign = dot(row, point).compareTo(bound);
        return strict ? sign > 0 : sign >= 0;
    }

    static Rational dot(Rational[] one, Rational[] other) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < one.length; i++) {
            sum = sum.plus(one[i].times(other[i]));
        }
        return sum;
    }
}
