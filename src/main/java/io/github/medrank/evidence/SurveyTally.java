package io.github.medrank.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The counts of a survey accumulator as reputation scores, one row per institution, in the order of the institutions.
 *
 * <p>Scores are counts, not yet points, so their size depends on the size of the survey. An institution that was never
 * picked has 0.
 */
@Immutable
@SuppressWarnings("Immutable") // The counts are a copy that is never written to.
public final class SurveyTally {
    private static final double UNIT = Math.pow(10, SurveyRules.DECIMALS);

    private final Institutions institutions;
    private final SurveyRules rules;
    private final PickCounts counts;
    private final Rejected rejected;
    private final ImmutableList<CountedBallot> ballots;
    private final boolean incomplete;

    SurveyTally(
            Institutions institutions,
            SurveyRules rules,
            PickCounts counts,
            Rejected rejected,
            ImmutableList<CountedBallot> ballots,
            boolean incomplete) {
        this.institutions = institutions;
        this.rules = rules;
        this.counts = counts;
        this.rejected = rejected;
        this.ballots = ballots;
        this.incomplete = incomplete;
    }

    SurveyTally withCounts(PickCounts resampled) {
        return new SurveyTally(institutions, rules, resampled, rejected, ImmutableList.of(), true);
    }

    /** Returns the institutions that could be picked. */
    public Institutions institutions() {
        return institutions;
    }

    /** Returns the rules by which ballots were counted. */
    public SurveyRules rules() {
        return rules;
    }

    /** Returns the number of ballots counted. */
    public long ballots() {
        return counts.ballots();
    }

    /** Returns the number of domestic picks counted, regardless of their weight. */
    public long domesticPicks() {
        return counts.domesticPicks();
    }

    /** Returns the number of international picks counted, regardless of their weight. */
    public long internationalPicks() {
        return counts.internationalPicks();
    }

    /**
     * Returns the number of ballots and picks not counted, by reason, in the order of {@link Rejection}. Faulty picks
     * and unmatched names of a superseded ballot are not included.
     */
    public ImmutableMap<Rejection, Long> rejected() {
        return rejected.counts();
    }

    /**
     * Returns names that match no institution or several, with their frequency; the most frequent come first, equally
     * frequent ones in alphabetical order.
     */
    public ImmutableMap<String, Long> unmatchedNames() {
        return rejected.names();
    }

    /** The ballots, in an order that depends only on the ballots. */
    ImmutableList<CountedBallot> counted() {
        if (incomplete) {
            throw new IllegalStateException(
                    "ballots added by addDistinct were not kept; add(Ballot) keeps them to be resampled");
        }
        return ballots;
    }

    int groups() {
        return Math.max(1, rules.groups().size());
    }

    /**
     * Returns the scores: domestic and international counts mixed by the rules, or the square root of the mix if the
     * rules say so. Counts are integers in millionths; the score is the double nearest to their mix.
     */
    public Column scores() {
        double[] factors = factors();
        double atHome = rules.sidesScaled() ? greatest(0, factors) : UNIT;
        double abroad = rules.sidesScaled() ? greatest(1, factors) : UNIT;
        double points = (double) rules.domesticPoints() + rules.internationalPoints();
        return column(rules.kind().indicator(), i -> {
            double domestic = rules.domesticPoints() * counts.units(i, 0, factors);
            double international = rules.internationalPoints() * counts.units(i, 1, factors);
            double mixed = rules.sidesScaled()
                    ? 100 * (domestic / atHome + international / abroad) / points
                    : (domestic + international) / (points * UNIT);
            return rules.squareRoot() ? Math.sqrt(mixed) : mixed;
        });
    }

    /** Returns the weighted number of domestic picks of each institution, after re-weighting. */
    public Column domestic() {
        return side("domestic-picks", "Domestic picks", 0);
    }

    /** Returns the weighted number of international picks of each institution, after re-weighting. */
    public Column international() {
        return side("international-picks", "International picks", 1);
    }

    private Column side(String id, String name, int side) {
        double[] factors = factors();
        return column(Indicator.of(id, name), i -> counts.units(i, side, factors) / UNIT);
    }

    private Column column(Indicator indicator, IntToDoubleFunction value) {
        return Column.of(
                indicator,
                IntStream.range(0, institutions.size()).mapToDouble(value).toArray());
    }

    /** The largest count of a side; 1 if all counts are 0, so that nothing is divided by zero. */
    private double greatest(int side, double[] factors) {
        double greatest = IntStream.range(0, institutions.size())
                .mapToDouble(i -> counts.units(i, side, factors))
                .max()
                .orElseThrow();
        return greatest > 0 ? greatest : 1;
    }

    /** For each group, its target share of ballots divided by its actual share, among the groups that answered. */
    private double[] factors() {
        ImmutableList<String> groups = rules.groups();
        double[] factors = new double[groups()];
        if (groups.isEmpty()) {
            Arrays.fill(factors, 1);
            return factors;
        }
        BigDecimal wanted = BigDecimal.ZERO;
        long answered = 0;
        for (int group = 0; group < factors.length; group++) {
            if (counts.responses(group) > 0) {
                wanted = wanted.add(target(groups.get(group)));
                answered += counts.responses(group);
            }
        }
        for (int group = 0; group < factors.length; group++) {
            double target = target(groups.get(group)).doubleValue();
            factors[group] = counts.responses(group) > 0
                    ? target * answered / (wanted.doubleValue() * counts.responses(group))
                    : 0;
        }
        return factors;
    }

    private BigDecimal target(String group) {
        return rules.targets().getOrDefault(group, BigDecimal.ZERO);
    }

    /** Returns the number of ballots and picks counted and rejected, with the reasons. */
    @Override
    public String toString() {
        return ballots() + " " + rules.kind() + " ballots counted with " + domesticPicks() + " domestic and "
                + internationalPicks() + " international picks" + rejected;
    }
}
