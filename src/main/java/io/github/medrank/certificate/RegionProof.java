package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.util.ArrayList;
import java.util.List;

/** Checks claims about all weights of a region: leads, best and worst positions, and which schools can be first. */
final class RegionProof {
    private final Entries claim;
    private final Entries proof;
    private final CertifiedTable table;
    private final CertifiedRegion region;
    private final CertifiedScores scores;

    RegionProof(Entries document) {
        document.only("type", "claim", "indicators", "schools", "matrix", "region", "rounding", "proof", "digest");
        this.claim = document.object("claim");
        this.proof = document.object("proof");
        this.table = CertifiedTable.of(document, 0);
        this.region = CertifiedRegion.of(document, table.width(), table.width());
        this.scores = CertifiedScores.of(document, table);
    }

    /** Checks that one school is never behind another and somewhere ahead, by exact scores. */
    void checkLead() {
        checkArgument(!scores.areRounded(), "leads are about exact scores");
        proof.only("attained", "by");
        int ahead = claim.only("kind", "ahead", "behind").index("ahead", table.size());
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
                region.addTo(sum, key, by.number(key));
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
        int school = claim.only("kind", "school", "position").index("school", table.size());
        int position = claim.whole("position");
        checkPlace(school, position, proof.only("attained", "cases"));
        int needed = best ? position - 1 : table.size() - position;
        new CaseTree(table, region, scores, school, best, needed, proof.list("cases")).check();
    }

    /** Checks which schools can be first, and that no others can: each school has a proof of one or the other. */
    void checkFirst() {
        List<?> proofs = proof.only("schools").list("schools");
        checkArgument(proofs.size() == table.size(), "proofs for %s of %s schools", proofs.size(), table.size());
        List<Integer> firsts = new ArrayList<>();
        for (int school = 0; school < table.size(); school++) {
            Entries each = Entries.of(proofs.get(school));
            if (each.has("attained")) {
                checkPlace(school, 1, each.only("attained"));
                firsts.add(school);
            } else {
                new CaseTree(
                                table,
                                region,
                                scores,
                                school,
                                true,
                                1,
                                each.only("cases").list("cases"))
                        .check();
            }
        }
        List<Integer> claimed = claim.only("kind", "schools").list("schools").stream()
                .map(Entries::whole)
                .toList();
        checkArgument(
                firsts.equals(claimed), "the schools %s are proven to be first, and %s are claimed", firsts, claimed);
    }

    private void checkPlace(int school, int position, Entries end) {
        Rational[] weights = end.numbers("attained", table.width());
        region.require(weights);
        int attained = scores.position(school, weights);
        checkArgument(
                attained == position,
                "at the weights given %s has position %s, and %s is claimed",
                table.school(school),
                attained,
                position);
    }
}
