package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.RankedSchool;
import io.github.medrank.certificate.Certificate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Exact answers about all weights of a region at once, for a methodology that ranks by a weighted mean.
 *
 * <p>The values are those its ranker sees, after treatment, normalization and filling; they do not change with the
 * weights. Schools are looked up as in {@link io.github.medrank.Ranking#of(String)}. Leads, shares of the region,
 * stability and smallest changes are about exact scores, rescaling left out since it keeps the order; positions are
 * those the methodology shows, rounded and tied its way.
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
    /** How many parts of the region are looked at for one bound, unless the caller says otherwise. */
    static final int EFFORT = 4000;

    private final LinearModel model;
    private final Polytope polytope;

    private WeightSpace(LinearModel model, Polytope polytope) {
        this.model = model;
        this.polytope = polytope;
    }

    /**
     * Returns the space of a region of weights.
     *
     * @param methodology one whose ranker is a weighted mean; its own weights are ignored but where a change is asked
     * @param table what to rank
     * @param region the weights that count, of exactly the methodology's indicators
     * @throws IllegalArgumentException if the ranker is not linear, the region is of other indicators or empty, there
     *     are more than 100 indicators, or the table cannot be ranked
     */
    public static WeightSpace of(Methodology methodology, IndicatorTable table, WeightRegion region) {
        requireNonNull(methodology, "methodology");
        requireNonNull(region, "region");
        LinearModel model = LinearModel.of(methodology, table);
        return new WeightSpace(model, Polytope.of(region, model.indicators()));
    }

    /** Returns the space of all weights. */
    public static WeightSpace of(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        LinearModel model = LinearModel.of(methodology, table);
        return new WeightSpace(model, Polytope.of(WeightRegion.simplex(model.indicators()), model.indicators()));
    }

    /** Returns the region. */
    public WeightRegion region() {
        return polytope.region();
    }

    // ---- pairs ----

    /**
     * Returns which schools are ahead of which for all weights. O(n² · k) for n schools and k indicators over
     * bounds.
     */
    public RobustDominance dominance() {
        return new DominanceKernel(model, polytope).run();
    }

    /** Returns one school against another regardless of the weights. */
    public PairComparison compare(String first, String second) {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        int a = model.row(first);
        int b = model.row(second);
        PairExtremes extremes = new PairExtremes(model, polytope);
        double least = extremes.least(a, b);
        double most = -extremes.least(b, a);
        return new PairComparison(
                model.schools().get(a),
                model.schools().get(b),
                Interval.of(Math.min(least, most), Math.max(least, most)),
                extremes.neverBehind(a, b),
                extremes.neverBehind(b, a));
    }

    /**
     * Returns the part of the region, by volume, in which one school is ahead of another; in [0, 1], to about nine
     * digits.
     *
     * <p>Bounds alone: up to 20 indicators, O(2<sup>k</sup> · k²). With other constraints the region is cut into
     * simplices, which suits few indicators.
     *
     * @throws IllegalArgumentException if the region has no volume, or is too large or too thin for an exact one
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
     * Returns the best and the worst position of each school, found with a stated effort.
     *
     * @param effort how many parts of the region are looked at for one bound, at least 0; more makes more of them exact
     */
    public RankBounds bounds(int effort) {
        PositionSearch search = search(effort);
        ImmutableList<RankBound> bounds =
                model.ranking().stream().map(each -> search.bound(each.row())).collect(ImmutableList.toImmutableList());
        return new RankBounds(model.ranking(), polytope.region(), bounds);
    }

    /**
     * Returns the best and the worst position of some schools, which costs less than that of all.
     *
     * @param schools looked up as in {@link io.github.medrank.Ranking#of(String)}
     */
    public RankBounds bounds(Iterable<String> schools) {
        PositionSearch search = search(EFFORT);
        ImmutableSet<Integer> rows = ImmutableList.copyOf(requireNonNull(schools, "schools")).stream()
                .map(model::row)
                .collect(ImmutableSet.toImmutableSet());
        ImmutableList<RankBound> bounds = model.ranking().stream()
                .filter(each -> rows.contains(each.row()))
                .map(each -> search.bound(each.row()))
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
     * Returns the proof that a school is nowhere behind another and somewhere ahead, on exact scores.
     *
     * @throws IllegalArgumentException if it does not dominate the other, or the values of an indicator are no
     *     fractions
     */
    public Certificate certifyDominance(String ahead, String behind) {
        requireNonNull(ahead, "ahead");
        requireNonNull(behind, "behind");
        return new Certifier(model, polytope).dominance(model.row(ahead), model.row(behind));
    }

    /**
     * Returns the proof of the best position of a school.
     *
     * @return the certificate; empty if the position is not exact with the effort of {@link #bound}, or its proof would
     *     take more than 4 000 cases
     * @throws IllegalArgumentException if the methodology breaks ties, or the values of an indicator are no fractions
     */
    public Optional<Certificate> certifyBest(String school) {
        return certifyPosition(school, true);
    }

    /**
     * Returns the proof of the worst position of a school.
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
     * Returns the proof of who can be first, alone or level with others, and that no other school can.
     *
     * @return the certificate; empty if that is not known of some school, or the proof would take more than 4 000 cases
     * @throws IllegalArgumentException as in {@link #certifyBest}
     */
    public Optional<Certificate> certifyFirst() {
        return new Certifier(model, polytope).first(bounds().bounds());
    }

    // ---- how far weights can move ----

    /** Returns how far each weight can move alone before the school that is first falls behind another. */
    public WeightStability leaderStability() {
        int leader = leader();
        return WeightStability.of(
                model, model.schools().get(leader).name() + " stays first, alone or level", leadsOf(leader));
    }

    /** Returns how far each weight can move alone before any two schools swap, or any two level ones part. */
    public WeightStability orderStability() {
        List<Integer> order = IntStream.range(0, model.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer row) -> model.ranking().scores().exact(row))
                        .reversed())
                .toList();
        List<double[]> leads = new ArrayList<>();
        List<double[]> level = new ArrayList<>();
        for (int i = 1; i < order.size(); i++) {
            int better = order.get(i - 1);
            int worse = order.get(i);
            (exactLead(better, worse) == 0 ? level : leads).add(model.difference(better, worse));
        }
        return WeightStability.of(model, "no two schools swap", leads, level);
    }

    /**
     * Returns how far each weight can move alone before one school falls behind another.
     *
     * @throws IllegalArgumentException if it is behind already
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
                List.of(model.difference(a, b)));
    }

    /**
     * Returns the smallest change of weights within the region after which one school is level with another or ahead.
     *
     * @param overtaker the one
     * @param overtaken the other
     * @param norm how a change is measured
     * @return the change, of distance 0 if nothing need change; empty if no weights of the region do it
     */
    public Optional<Reweighting> smallestToOvertake(String overtaker, String overtaken, Norm norm) {
        requireNonNull(overtaker, "overtaker");
        requireNonNull(overtaken, "overtaken");
        BigDecimal[] lead = model.exactDifference(model.row(overtaker), model.row(overtaken));
        return nearest(ImmutableList.<BigDecimal[]>of(lead), norm);
    }

    /**
     * Returns the smallest change of weights within the region after which a school is first, alone or level with
     * others.
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
     * Returns the smallest change of weights within the region after which another school is level with the first or
     * ahead.
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

    private List<double[]> leadsOf(int school) {
        return IntStream.range(0, model.size())
                .filter(row -> row != school)
                .mapToObj(row -> model.difference(school, row))
                .toList();
    }

    /** Returns what it is about. */
    @Override
    public String toString() {
        return model.methodology().name() + ", " + model.size() + " schools; " + polytope.region();
    }
}
