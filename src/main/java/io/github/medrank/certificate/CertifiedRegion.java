package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points of a certificate's region: shares of the weights, which add up to 1 and satisfy constraints, and maybe
 * other variables, all within bounds.
 */
final class CertifiedRegion {
    /** The bounds of each variable; null if there is none. */
    private final @Nullable Rational[] lower;

    private final @Nullable Rational[] upper;
    private final Inequality sum;
    private final List<Inequality> constraints = new ArrayList<>();

    private CertifiedRegion(Entries region, int weights, int variables) {
        this.lower = region.numbersOrNull("lower", variables);
        this.upper = region.numbersOrNull("upper", variables);
        Rational[] ones = zeros(variables);
        Arrays.fill(ones, 0, weights, Rational.of(1));
        this.sum = Inequality.atLeast(ones, Rational.of(1));
        for (Object each : region.list("constraints")) {
            Entries constraint = Entries.of(each).only("row", "bound");
            Rational[] row = constraint.numbers("row", weights);
            Rational[] turned = zeros(variables); // written as "at most"
            Arrays.setAll(turned, i -> i < weights ? row[i].negate() : Rational.ZERO);
            constraints.add(
                    Inequality.atLeast(turned, constraint.number("bound").negate()));
        }
    }

    /** The region of a document; its points have the weights first. */
    static CertifiedRegion of(Entries document, int weights, int variables) {
        return new CertifiedRegion(document.object("region").only("lower", "upper", "constraints"), weights, variables);
    }

    static Rational[] zeros(int size) {
        Rational[] zeros = new Rational[size];
        Arrays.fill(zeros, Rational.ZERO);
        return zeros;
    }

    @Nullable
    Rational[] lower() {
        return lower.clone();
    }

    @Nullable
    Rational[] upper() {
        return upper.clone();
    }

    /** Checks that the first variables, and one more, cannot be negative. */
    void requireNoneNegative(int first, int other) {
        for (int i = 0; i < lower.length; i++) {
            Rational low = lower[i];
            checkArgument(
                    (i >= first && i != other) || (low != null && low.signum() >= 0),
                    "a weight is not below %s, and may be negative",
                    low);
        }
    }

    /** Adds the condition that a key of multipliers names: the sum of the weights, or a constraint. */
    void addTo(InequalitySum total, String key, Rational multiplier) {
        if (key.equals("sum")) {
            total.addEquation(multiplier, sum);
        } else {
            total.add(multiplier, constraints.get(Entries.number("constraint ", key, constraints.size())));
        }
    }

    /** Checks that a point is in the region. */
    void require(Rational[] point) {
        for (int i = 0; i < point.length; i++) {
            Rational low = lower[i];
            Rational high = upper[i];
            checkArgument(
                    (low == null || low.compareTo(point[i]) <= 0) && (high == null || point[i].compareTo(high) <= 0),
                    "%s is not between %s and %s",
                    point[i],
                    low,
                    high);
        }
        Rational total = sum.valueAt(point);
        checkArgument(total.equals(Rational.of(1)), "the weights add up to %s", total);
        checkArgument(
                constraints.stream().allMatch(each -> each.holdsAt(point)),
                "weights outside a constraint of the region");
    }
}
