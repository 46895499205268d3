package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.util.List;

/**
 * Checks claims about the weights behind a printed table: that a share lies in an interval, or that no weights give all
 * that is printed.
 *
 * <p>The variables are the shares of the weights, a and t, where a score is (Σ weight · value + a) / t. The bounds of
 * the region state what is known of them, and t is positive.
 */
final class WeightsProof {
    private final Entries claim;
    private final Entries proof;
    private final CertifiedTable table;
    private final CertifiedRegion region;
    private final PrintedFacts facts;
    private final Inequality positive;
    private final int width;

    WeightsProof(Entries document) {
        document.only("type", "claim", "indicators", "schools", "matrix", "region", "rule", "proof", "digest");
        this.claim = document.object("claim");
        this.proof = document.object("proof");
        this.table = CertifiedTable.of(document, 2);
        this.width = table.width() + 2;
        this.region = CertifiedRegion.of(document, table.width(), width);
        this.facts = document.has("rule")
                ? new PrintedScores(document.object("rule"), table, region)
                : new PrintedPositions(table);
        this.positive = Inequality.moreThan(unit(width - 1, 1), Rational.ZERO);
        checkArgument(table.size() > 0, "nothing is printed");
    }

    void checkShare() {
        int indicator = claim.only("kind", "indicator", "low", "high").index("indicator", table.width());
        proof.only("low", "high");
        checkEnd(proof.object("low"), indicator, claim.number("low"), -1);
        checkEnd(proof.object("high"), indicator, claim.number("high"), 1);
    }

    /** Checks that an end is attained, and that no weights lie beyond it. */
    private void checkEnd(Entries end, int indicator, Rational value, int sign) {
        Rational[] point = end.only("attained", "by").numbers("attained", width);
        region.require(point);
        checkArgument(positive.holdsAt(point), "scores are divided by %s", point[width - 1]);
        facts.require(point);
        checkArgument(
                point[indicator].equals(value),
                "the share of %s is %s at the weights given, and %s is claimed",
                table.indicator(indicator),
                point[indicator],
                value);
        Inequality beyond = Inequality.moreThan(unit(indicator, sign), value.times(Rational.of(sign)));
        checkArgument(
                isContradiction(end.object("by"), List.of(beyond)),
                "the multipliers do not exclude a share beyond %s",
                value);
    }

    void checkNoWeights() {
        claim.only("kind");
        checkArgument(isContradiction(proof.only("by").object("by"), List.of()), "the multipliers exclude nothing");
    }

    /** Whether what is printed is contradictory, or contradicts what lies beyond an end. */
    private boolean isContradiction(Entries by, List<Inequality> beyond) {
        InequalitySum sum = new InequalitySum(width);
        for (String key : by.keys()) {
            Rational multiplier = by.number(key);
            if (key.equals("sum") || key.startsWith("constraint ")) {
                region.addTo(sum, key, multiplier);
            } else if (key.equals("divisor")) {
                sum.add(multiplier, positive);
            } else if (key.equals("beyond") && !beyond.isEmpty()) {
                sum.add(multiplier, beyond.get(0));
            } else {
                sum.add(multiplier, facts.named(key));
            }
        }
        return sum.isContradiction(region.lower(), region.upper());
    }

    private Rational[] unit(int variable, int sign) {
        Rational[] unit = CertifiedRegion.zeros(width);
        unit[variable] = Rational.of(sign);
        return unit;
    }
}
