package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The weights of a certificate's region: shares that add up to 1, within bounds and constraints. */
final class CertifiedRegion {
    private final Rational[] lower;
    private final Rational[] upper;
    private final Inequality sum;
    private final List<Inequality> constraints = new ArrayList<>();

    private CertifiedRegion(Entries region, int width) {
        this.lower = region.numbers("lower", width);
        this.upper = region.numbers("upper", width);
        Rational[] ones = new Rational[width];
        Arrays.fill(ones, Rational.of(1));
        this.sum = Inequality.atLeast(ones, Rational.of(1));
        for (Object each : region.list("constraints")) {
            Entries constraint = Entries.of(each);
            // Written as "at most".
            Rational[] row = constraint.numbers("row", width);
            Rational[] turned = Arrays.stream(row).map(Rational::negate).toArray(Rational[]::new);
            constraints.add(
                    Inequality.atLeast(turned, constraint.number("bound").negate()));
        }
    }

    static CertifiedRegion of(Entries document, int width) {
        return new CertifiedRegion(document.object("region"), width);
    }

    Rational[] lower() {
        return lower.clone();
    }

    Rational[] upper() {
        return upper.clone();
    }

    Inequality sum() {
        return sum;
    }

    Inequality constraint(int index) {
        checkArgument(index >= 0 && index < constraints.size(), "the region has no constraint %s", index);
        return constraints.get(index);
    }

    /** Checks that weights are in the region. */
    void require(Rational[] weights) {
        Rational total = Rational.ZERO;
        for (int i = 0; i < weights.length; i++) {
            checkArgument(
                    weights[i].compareTo(lower[i]) >= 0 && weights[i].compareTo(upper[i]) <= 0,
                    "the weight %s is not between %s and %s",
                    weights[i],
                    lower[i],
                    upper[i]);
            total = total.plus(weights[i]);
        }
        checkArgument(total.equals(Rational.of(1)), "the weights add up to %s", total);
        checkArgument(
                constraints.stream().allMatch(each -> each.holdsAt(weights)),
                "weights outside a constraint of the region");
    }
}
