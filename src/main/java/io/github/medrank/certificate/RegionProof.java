package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.util.BitSet;
import java.util.List;

/** Checks claims about all weights of a region: leads, best and worst positions, and which schools can be first. */
final class RegionProof {
    private final Entries claim;
    private final Entries proof;
    private final CertifiedTable table;
    private final CertifiedRegion region;
    private final CertifiedScores scores;

    RegionProof(Entries document) {
        this.claim = document.object("claim");
        this.proof = document.object("proof");
        this.table = CertifiedTable.of(document);
        this.region = CertifiedRegion.of(document, table.width());
        this.scores = CertifiedScores.of(document, table);
    }

    /** Checks that one school is never behind another and somewhere ahead, by exact scores. */
    void checkLead() {
        checkArgument(!scores.areRounded(), "leads are about exact scores");
        int ahead = claim.index("ahead", table.size());
        int behind = claim.index("behind", table.size());
        Rational[] weights = proof.numbers("attained", table.width());
        region.require(weights);
        checkArgument(
                scores.lead(ahead, behind, true).holdsAt(weights),
                "at the weights given %s is not ahead of %s",
                table.school(ahead),
                table.school(behind));
        InequalitySum sum = new InequalitySum(table.width());
        Entries by = proof.object("by");
        for (String key : by.keys()) {
            if (key.equals("rival " + behind)) {
                sum.add(by.number(key), scores.lead(behind, ahead, true));
            } else {
                addOfRegion(key, by.number(key), region, sum);
            }
        }
        checkArgument(
                sum.isContradiction(region.lower(), region.upper()),
                "the multipliers do not exclude that %s is ahead of %s",
                table.school(behind),
                table.school(ahead));
    }

    /** Checks the best or the worst position of a school: that it is attained, and never exceeded. */
    void checkPosition(boolean best) {
        int school = claim.index("school", table.size());
        int position = claim.whole("position");
        Rational[] weights = proof.numbers("attained", table.width());
        region.require(weights);
        int attained = scores.position(school, weights);
        checkArgument(
                attained == position,
                "at the weights given %s has position %s, and %s is claimed",
                table.school(school),
                attained,
                position);
        int needed = best ? position - 1 : table.size() - position;
        new CaseTree(table, region, scores, school, best, needed, proof.list("cases")).check();
    }

    /** Checks which schools can be first, and that no others can. */
    void checkFirst() {
        BitSet settled = new BitSet();
        List<?> schools = claim.list("schools");
        List<?> attained = proof.list("attained");
        checkArgument(attained.size() == schools.size(), "weights for %s of %s", attained.size(), schools.size());
        for (int i = 0; i < attained.size(); i++) {
            int school = settle(Entries.whole(schools.get(i)), settled);
            Rational[] weights = Entries.numbers(attained.get(i), table.width());
            region.require(weights);
            checkArgument(
                    scores.position(school, weights) == 1,
                    "at the weights given %s is not first",
                    table.school(school));
        }
        for (Object each : proof.list("others")) {
            Entries other = Entries.of(each);
            int school = settle(other.whole("school"), settled);
            new CaseTree(table, region, scores, school, true, 1, other.list("cases")).check();
        }
        checkArgument(
                settled.cardinality() == table.size(),
                "of %s schools %s are looked at",
                table.size(),
                settled.cardinality());
    }

    private int settle(int school, BitSet settled) {
        checkArgument(school >= 0 && school < table.size() && !settled.get(school), "school %s comes twice", school);
        settled.set(school);
        return school;
    }

    static void addOfRegion(String key, Rational multiplier, CertifiedRegion region, InequalitySum sum) {
        if (key.equals("sum")) {
            sum.addEquation(multiplier, region.sum());
        } else {
            sum.add(multiplier, region.constraint(number("constraint ", key)));
        }
    }

    /** The number after the word in a key. */
    static int number(String word, String key) {
        checkArgument(key.startsWith(word) && key.length() <= word.length() + 9, "nothing is called \"%s\"", key);
        return Integer.parseInt(key.substring(word.length()));
    }
}
