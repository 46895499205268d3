package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.RankedSchool;
import io.github.medrank.School;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Answers questions about all weights of a region at once, for a methodology that ranks by a weighted mean.
 *
 * <p>The values are those that the ranker receives, after treatment, normalization and filling; they do not depend on
 * the weights. Schools are looked up as in {@link io.github.medrank.Ranking#of(String)}. Leads, shares of the region,
 * stability and smallest changes refer to exact scores, before rescaling, which keeps the order. Positions are those
 * that the methodology shows, after its rounding and tie rules.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * var b = Indicator.of("b");
 * var table = IndicatorTable.builder(a, b).row(School.of("Yale"), 4, 2).row(School.of("Oxford"), 1, 3).build();
 * var mean = Methodology.builder("mean").ranker(Rankers.weightedMean()).build();
 * var space = WeightSpace.of(mean, table, WeightRegion.simplex(List.of(a, b)));
 * space.bounds().of("Oxford").range() // ==> 1–2
 * space.shareAhead("Yale", "Oxford") // ==> 0.75
 * }</pre>
 */
public final class WeightSpace {
    /** The default limit on the parts of the region that are examined for one bound. */
    static final int EFFORT = 4000;

    private final LinearModel model;
    private final Polytope polytope;

    private WeightSpace(LinearModel model, Polytope polytope) {
        this.model = model;
        this.polytope = polytope;
    }

    /**
     * Returns the weight space of a methodology and a table over a region of weights.
     *
     * @param methodology a methodology whose ranker is a weighted mean; its own weights are used only as the starting
     *     point of a change
     * @param table the table to rank
     * @param region the acceptable weights, for exactly the methodology's indicators
     * @throws IllegalArgumentException if the ranker is not linear, the region is empty or has other indicators, there
     *     are more than 100 indicators, or the table cannot be ranked
     */
    public static WeightSpace of(Methodology methodology, IndicatorTable table, WeightRegion region) {
        requireNonNull(methodology, "methodology");
        requireNonNull(region, "region");
        LinearModel model = LinearModel.of(methodology, table);
        return new WeightSpace(model, Polytope.of(region, model.indicators()));
    }

    /** Returns the weight space of a methodology and a table over all weights. */
    public static WeightSpace of(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        LinearModel model = LinearModel.of(methodology, table);
        return new WeightSpace(model, Polytope.of(WeightRegion.simplex(model.indicators()), model.indicators()));
    }

    /** Returns the region of acceptable weights. */
    public WeightRegion region() {
        return polytope.region();
    }

    // ---- pairs ----

    /**
     * Returns which schools are ahead of which for all weights. O(n² · k) for n schools, k indicators and a region of
     * bounds only.
     */
    public RobustDominance dominance() {
        return new DominanceKernel(model, polytope).run();
    }

    /** Compares two schools over all weights of the region. */
    public PairComparison compare(String first, String second) {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        int a = model.row(first);
        int b = model.row(second);
        PairExtremes extremes = new PairExtremes(model, polytope);
        double least = extremes.least(a, b);
        double most = -extremes.least(b, a);
        return new Compared(
                model.schools().get(a),
                model.schools().get(b),
                Interval.of(Math.min(least, most), Math.max(least, most)),
                extremes.neverBehind(a, b),
                extremes.neverBehind(b, a));
    }

    @Immutable
    record Compared(School first, School second, Interval leads, boolean neverBehind, boolean neverAhead)
            implements PairComparison {
        @Override
        public String toString() {
            String verdict = neverBehind && neverAhead
                    ? " is level with "
                    : neverBehind
                            ? " is never behind "
                            : neverAhead ? " is never ahead of " : " is ahead or behind of ";
            return first.name() + verdict + second.name() + "; leads from " + NumberText.significant(leads.low())
                    + " to " + NumberText.significant(leads.high());
        }
    }

    /**
     * Returns the fraction of the region, by volume, in which one school is ahead of another; in [0, 1], to about nine
     * digits.
     *
     * <p>A region of bounds only may have up to 20 indicators, in O(2<sup>k</sup> · k²). A region with other
     * constraints is cut into simplices, which is practical for few indicators.
     *
     * @throws IllegalArgumentException if the region has no volume, or is too large or too thin for an exact result
     */
    public double shareAhead(String ahead, String behind) {
        requireNonNull(ahead, "ahead");
        requireNonNull(behind, "behind");
        return Volumes.positivePart(polytope, model.difference(model.row(ahead), model.row(behind)));
    }

    // ---- positions ----

    /** Returns the best and the worst position of each school. */
    public RankBounds bounds() {
        return bounds(EFFORT);
    }

    /**
     * Returns the best and the worst position of each school, computed with a given effort.
     *
     * @param effort how many parts of the region are examined for one bound, at least 0; more effort makes more bounds
     *     exact
     */
    public RankBounds bounds(int effort) {
        return bounds(effort, each -> true);
    }

    /**
     * Returns the best and the worst position of some schools. This is cheaper than computing all.
     *
     * @param schools schools, looked up as in {@link io.github.medrank.Ranking#of(String)}
     */
    public RankBounds bounds(Iterable<String> schools) {
        ImmutableSet<Integer> rows = ImmutableList.copyOf(requireNonNull(schools, "schools")).stream()
                .map(model::row)
                .collect(ImmutableSet.toImmutableSet());
        return bounds(EFFORT, rows::contains);
    }

    private RankBounds bounds(int effort, Predicate<Integer> wanted) {
        PositionSearch search = search(effort);
        ImmutableList<RankBound> bounds = model.ranking().stream()
                .map(RankedSchool::row)
                .filter(wanted)
                .map(search::bound)
                .collect(ImmutableList.toImmutableList());
        return new RankBounds(model.ranking(), polytope.region(), bounds);
    }

    /** Returns the best and the worst position of one school. */
    public RankBound bound(String school) {
        requireNonNull(school, "school");
        return search(EFFORT).bound(model.row(school));
    }

    private PositionSearch search(int effort) {
        checkArgument(effort >= 0, "effort %s; it must not be negative", effort);
        return new PositionSearch(model, polytope, effort);
    }

    // ---- certificates ----

    /**
     * Returns a proof that one school dominates another: it is never behind, and somewhere ahead, on exact scores.
     *
     * @throws IllegalArgumentException if the school does not dominate the other, or the values of an indicator are not
     *     fractions
     */
    public Certificate certifyDominance(String ahead, String behind) {
        requireNonNull(ahead, "ahead");
        requireNonNull(behind, "behind");
        return new Certifier(model, polytope).dominance(model.row(ahead), model.row(behind));
    }

    /**
     * Returns a proof of the best position of a school.
     *
     * @return the certificate; empty if the position is not exact with the effort of {@link #bound}, or its proof would
     *     take more than 4,000 cases
     * @throws IllegalArgumentException if the methodology breaks ties, or the values of an indicator are not fractions
     */
    public Optional<Certificate> certifyBest(String school) {
        return certifyPosition(school, true);
    }

    /**
     * Returns a proof of the worst position of a school.
     *
     * @return the certificate; empty as in {@link #certifyBest}
     * @throws IllegalArgumentException as in {@link #certifyBest}
     */
    public Optional<Certificate> certifyWorst(String school) {
        return certifyPosition(school, false);
    }

    private Optional<Certificate> certifyPosition(String school, boolean best) {
        RankBound bound = bound(requireNonNull(school, "school"));
        return new Certifier(model, polytope).position(bound, best);
    }

    /**
     * Returns a proof of which schools can be first, alone or level with others, and that no other school can.
     *
     * @return the certificate; empty if this is not known for some school, or the proof would take more than 4,000
     *     cases
     * @throws IllegalArgumentException as in {@link #certifyBest}
     */
    public Optional<Certificate> certifyFirst() {
        return new Certifier(model, polytope).first(bounds().bounds());
    }

    // ---- how far weights can move ----

    /** Returns how far each weight can move alone before the first school falls behind another. */
    public WeightStability leaderStability() {
        int leader = leader();
        return WeightStability.of(
                model, model.schools().get(leader).name() + " stays first, alone or level", leadsOf(leader), List.of());
    }

    /** Returns how far each weight can move alone before any two schools swap, or any two level schools part. */
    public WeightStability orderStability() {
        List<Integer> order = IntStream.range(0, model.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer row) -> model.ranking().scores().exact(row))
                        .reversed())
                .toList();
        List<WeightStability.Pair> leads = new ArrayList<>();
        List<WeightStability.Pair> level = new ArrayList<>();
        for (int i = 1; i < order.size(); i++) {
            int better = order.get(i - 1);
            int worse = order.get(i);
            (exactLead(better, worse) == 0 ? level : leads).add(new WeightStability.Pair(better, worse));
        }
        return WeightStability.of(model, "no two schools swap", leads, level);
    }

    /**
     * Returns how far each weight can move alone before one school falls behind another.
     *
     * @throws IllegalArgumentException if it is already behind
     */
    public WeightStability pairStability(String ahead, String behind) {
        requireNonNull(ahead, "ahead");
        requireNonNull(behind, "behind");
        int a = model.row(ahead);
        int b = model.row(behind);
        checkArgument(
                exactLead(a, b) >= 0,
                "school \"%s\" is behind \"%s\" already",
                model.schools().get(a).name(),
                model.schools().get(b).name());
        return WeightStability.of(
                model,
                model.schools().get(a).name() + " stays ahead of "
                        + model.schools().get(b).name() + " or level",
                List.of(new WeightStability.Pair(a, b)),
                List.of());
    }

    /**
     * Returns the smallest change of weights within the region that brings one school level with another or ahead of
     * it.
     *
     * @param overtaker the school that is to overtake
     * @param overtaken the school that is to be overtaken
     * @param norm how the change is measured
     * @return the change, of distance 0 if no change is needed; empty if no weights of the region suffice
     */
    public Optional<Reweighting> smallestToOvertake(String overtaker, String overtaken, Norm norm) {
        requireNonNull(overtaker, "overtaker");
        requireNonNull(overtaken, "overtaken");
        BigDecimal[] lead = model.exactDifference(model.row(overtaker), model.row(overtaken));
        return nearest(ImmutableList.<BigDecimal[]>of(lead), norm);
    }

    /**
     * Returns the smallest change of weights within the region that puts a school first, alone or level with others.
     */
    public Optional<Reweighting> smallestToBeFirst(String school, Norm norm) {
        requireNonNull(school, "school");
        int own = model.row(school);
        return nearest(
                IntStream.range(0, model.size())
                        .filter(row -> row != own)
                        .mapToObj(row -> model.exactDifference(own, row))
                        .toList(),
                norm);
    }

    /**
     * Returns the smallest change of weights within the region that brings any other school level with the first or
     * ahead of it.
     */
    public Optional<Reweighting> smallestToDislodgeLeader(Norm norm) {
        int leader = leader();
        return IntStream.range(0, model.size())
                .filter(row -> row != leader)
                .mapToObj(row -> nearest(ImmutableList.<BigDecimal[]>of(model.exactDifference(row, leader)), norm))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Reweighting::distance));
    }

    private Optional<Reweighting> nearest(List<BigDecimal[]> leads, Norm norm) {
        return new Reweightings(model, polytope).nearest(leads, requireNonNull(norm, "norm"));
    }

    private int leader() {
        return model.ranking().stream()
                .map(RankedSchool::row)
                .max(Comparator.comparing(row -> model.ranking().scores().exact(row)))
                .orElseThrow();
    }

    private int exactLead(int a, int b) {
        return model.ranking()
                .scores()
                .exact(a)
                .compareTo(model.ranking().scores().exact(b));
    }

    private List<WeightStability.Pair> leadsOf(int school) {
        return IntStream.range(0, model.size())
                .filter(row -> row != school)
                .mapToObj(row -> new WeightStability.Pair(school, row))
                .toList();
    }

    /** Returns a description of the methodology, the table and the region. */
    @Override
    public String toString() {
        return model.methodology().name() + ", " + model.size() + " schools; " + polytope.region();
    }
}
