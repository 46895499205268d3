package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.RankRange;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of each school's positions over many draws, and the statistics derived from it. Each figure has its
 * Monte Carlo standard error.
 *
 * <p>Means, medians and intervals are over the draws in which the school was ranked. The errors assume independent
 * draws. That is true of all samplers except hit-and-run walks, whose draws are nearly independent. Each figure is
 * computed from counts on request, in O(n) for n schools.
 */
@Immutable
@SuppressWarnings("Immutable") // the counts are never written after construction
public final class RankAcceptability {
    private static final int SHOWN_LEVEL = 90;

    private final IndicatorTable table;
    private final ImmutableList<School> schools;
    private final ImmutableList<Indicator> indicators;
    private final Piece piece;
    private final double[] reference;

    RankAcceptability(IndicatorTable table, ImmutableList<Indicator> indicators, Piece piece, double[] reference) {
        this.table = table;
        this.schools = table.schools();
        this.indicators = indicators;
        this.piece = piece;
        this.reference = reference;
    }

    /** Returns the schools, in the order of the table's rows. */
    public ImmutableList<School> schools() {
        return schools;
    }

    /** Returns the number of draws. */
    public long draws() {
        return piece.draws();
    }

    /** Returns the counts, to be stored or merged. */
    public Piece piece() {
        return piece;
    }

    // ---- positions ----

    /**
     * Returns the share of draws in which a school had a position, tied or not: its rank acceptability index.
     *
     * @param school one of the {@link #schools()}
     * @param position from 1 to the number of schools
     * @return the share of all draws
     */
    public Estimate acceptability(School school, int position) {
        checkPosition(position);
        return Estimate.ofShare(counts(school)[position], draws());
    }

    /** Returns the {@link #acceptability(School, int)} of a school, given its id, name or alias. */
    public Estimate acceptability(String idOrName, int position) {
        return acceptability(table.lookup().school(idOrName), position);
    }

    /** Returns the acceptabilities of all positions, first position first. */
    public ResultList<Estimate> acceptabilities(School school) {
        return IntStream.rangeClosed(1, schools.size())
                .mapToObj(position -> acceptability(school, position))
                .collect(ResultList.toResultList());
    }

    /** Returns the {@link #acceptabilities(School)} of a school, given its id, name or alias. */
    public ResultList<Estimate> acceptabilities(String idOrName) {
        return acceptabilities(table.lookup().school(idOrName));
    }

    /** Returns the share of draws in which a school was not ranked. */
    public Estimate unranked(School school) {
        return Estimate.ofShare(counts(school)[0], draws());
    }

    /** Returns {@link #unranked(School)} for a school, given its id, name or alias. */
    public Estimate unranked(String idOrName) {
        return unranked(table.lookup().school(idOrName));
    }

    /**
     * Returns the share of draws in which a school was among the top n: its position was at most n.
     *
     * @param position n, from 1 to the number of schools
     */
    public Estimate withinTop(School school, int position) {
        checkPosition(position);
        long times =
                Arrays.stream(counts(school), 1, position + 1).asLongStream().sum();
        return Estimate.ofShare(times, draws());
    }

    /** Returns {@link #withinTop(School, int)} for a school, given its id, name or alias. */
    public Estimate withinTop(String idOrName, int position) {
        return withinTop(table.lookup().school(idOrName), position);
    }

    /**
     * Returns the mean position of a school.
     *
     * @throws IllegalArgumentException if no draw ranked it
     */
    public Estimate mean(School school) {
        return mean(school, position -> position);
    }

    /** Returns the {@link #mean(School)} position of a school, given its id, name or alias. */
    public Estimate mean(String idOrName) {
        return mean(table.lookup().school(idOrName));
    }

    /**
     * Returns the mean of a function of the position, over the draws in which the school was ranked.
     *
     * @throws IllegalArgumentException if no draw ranked it
     */
    public Estimate mean(School school, IntToDoubleFunction function) {
        requireNonNull(function, "function");
        return mean(school, 1, ranked(school), function);
    }

    /** Returns {@link #mean(School, IntToDoubleFunction)} for a school, given its id, name or alias. */
    public Estimate mean(String idOrName, IntToDoubleFunction function) {
        requireNonNull(function, "function");
        return mean(table.lookup().school(idOrName), function);
    }

    /**
     * Returns SMAA-2's holistic acceptability: the sum of the acceptabilities, each multiplied by the weight of its
     * position. Draws that do not rank the school add nothing.
     *
     * @param weightOfPosition the weight of a position, such as {@code p -> 1.0 / p}; by convention 1 for the first,
     *     and decreasing
     */
    public Estimate holistic(School school, IntToDoubleFunction weightOfPosition) {
        requireNonNull(weightOfPosition, "weightOfPosition");
        return mean(school, 0, draws(), weightOfPosition);
    }

    /** The mean worth of a number of draws, whose positions begin at the given one; 0, unranked, is worth nothing. */
    private Estimate mean(School school, int from, long draws, IntToDoubleFunction function) {
        int[] counts = counts(school);
        double[] worth = new double[counts.length];
        double sum = 0;
        for (int position = 1; position < counts.length; position++) {
            worth[position] = counts[position] == 0 ? 0 : function.applyAsDouble(position);
            sum += counts[position] * worth[position];
            if (!Double.isFinite(worth[position])) {
                throw new IllegalArgumentException(
                        "position " + position + " is worth " + worth[position] + "; it must be a finite number");
            }
        }
        double mean = sum / draws;
        double squares = 0;
        for (int position = from; position < counts.length; position++) {
            double off = worth[position] - mean;
            squares += counts[position] * off * off;
        }
        return new Estimate(mean, Math.sqrt(squares / draws / draws));
    }

    /** Returns {@link #holistic(School, IntToDoubleFunction)} for a school, given its id, name or alias. */
    public Estimate holistic(String idOrName, IntToDoubleFunction weightOfPosition) {
        requireNonNull(weightOfPosition, "weightOfPosition");
        return holistic(table.lookup().school(idOrName), weightOfPosition);
    }

    /** Returns the median position, which is the {@link #quantile} of ½. */
    public Estimate median(School school) {
        return quantile(school, new BigDecimal("0.5"));
    }

    /** Returns the {@link #median(School)} position of a school, given its id, name or alias. */
    public Estimate median(String idOrName) {
        return median(table.lookup().school(idOrName));
    }

    /**
     * Returns a quantile of the positions of a school, by the rule of the CWTS Leiden Ranking: element ⌊share·n⌋ of the
     * n sorted positions, counted from 0, at most n−1.
     *
     * @param school one of the {@link #schools()}
     * @param share between 0 and 1, such as 0.05; read as the decimal that it prints
     * @return the position, with its Monte Carlo standard error
     * @throws IllegalArgumentException if the share is not between 0 and 1, or no draw ranked the school
     */
    public Estimate quantile(School school, double share) {
        checkArgument(share > 0 && share < 1, "quantile of %s; it must be above 0 and below 1", share);
        return quantile(school, Decimals.of(share));
    }

    /** Returns {@link #quantile(School, double)} for a school, given its id, name or alias. */
    public Estimate quantile(String idOrName, double share) {
        return quantile(table.lookup().school(idOrName), share);
    }

    /**
     * Returns the range of positions that holds a school in a share of the draws that ranked it.
     *
     * <p>Its ends are the {@linkplain #quantile quantiles} of (1−level)/2 and (1+level)/2. For 1 000 positions and a
     * level of 0.95, these are elements 25 and 975.
     *
     * @param school one of the {@link #schools()}
     * @param level the share, such as 0.9; read as the decimal that it prints
     * @return the range with the median; its basis is text such as {@code 90 % of 10 000 draws}
     * @throws IllegalArgumentException if the level is not between 0 and 1, or no draw ranked the school
     */
    public RankRange range(School school, double level) {
        checkLevel(level);
        BigDecimal part = Decimals.of(level);
        BigDecimal two = BigDecimal.valueOf(2);
        double best =
                quantile(school, BigDecimal.ONE.subtract(part).divide(two)).value();
        double worst = quantile(school, BigDecimal.ONE.add(part).divide(two)).value();
        return RankRange.of(best, worst, basis(level, ranked(school)))
                .withMedian(median(school).value());
    }

    /** Returns the {@link #range(School, double)} of a school, given its id, name or alias. */
    public RankRange range(String idOrName, double level) {
        return range(table.lookup().school(idOrName), level);
    }

    /**
     * Returns the {@link #range} of each school that at least one draw ranked, in the order of {@link #byMean}.
     *
     * <p>A school that no draw ranked has no range and is not in the map; its {@link #unranked} is 1.
     *
     * @param level the share, such as 0.9
     * @throws IllegalArgumentException if the level is not between 0 and 1
     */
    public ImmutableMap<School, RankRange> ranges(double level) {
        checkLevel(level);
        return byMean().stream()
                .filter(school -> counts(school)[0] < draws())
                .collect(ImmutableMap.toImmutableMap(school -> school, school -> range(school, level)));
    }

    private static void checkLevel(double level) {
        checkArgument(level > 0 && level < 1, "level %s; it must be above 0 and below 1, such as 0.9", level);
    }

    private String basis(double level, long ranked) {
        String of = ranked == draws() ? "" : "the " + NumberText.grouped(ranked) + " that rank it of ";
        return NumberText.exactPercent(level) + " of " + of + NumberText.grouped(draws()) + " draws";
    }

    /**
     * Element ⌊p·n⌋ of the n sorted positions, counted from 0. Its error is half the distance between the elements for
     * p plus and minus its error.
     */
    private Estimate quantile(School school, BigDecimal part) {
        long ranked = ranked(school);
        long index = part.multiply(BigDecimal.valueOf(ranked))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        double share = part.doubleValue();
        double reach = Math.sqrt(share * (1 - share) * ranked);
        int before = sorted(school, (long) Math.floor(index - reach));
        int after = sorted(school, (long) Math.ceil(index + reach));
        return new Estimate(sorted(school, index), (after - before) / 2.0);
    }

    /** The element of the sorted list of positions; the first or last one beyond its ends. */
    private int sorted(School school, long index) {
        int[] counts = counts(school);
        long left = Math.max(0, Math.min(index, ranked(school) - 1));
        int position = 0;
        while (left >= 0) {
            position++;
            left -= counts[position];
        }
        return position;
    }

    /**
     * Returns the share of draws in which a school was ahead of another one. The share of ties is 1 minus this and the
     * reverse. A school that is not ranked is behind every ranked school.
     *
     * @throws IllegalStateException if pairs were not counted; see {@link Robustness#withPairs}
     */
    public Estimate ahead(School school, School other) {
        int[][] ahead = piece.tally().ahead;
        if (ahead == null) {
            throw new IllegalStateException(
                    "pairs of schools were not counted; ask for them by Robustness.withPairs(true)");
        }
        return Estimate.ofShare(ahead[row(school)][row(other)], draws());
    }

    /** Returns {@link #ahead(School, School)} for two schools, given their ids, names or aliases. */
    public Estimate ahead(String idOrName, String other) {
        requireNonNull(other, "other");
        return ahead(table.lookup().school(idOrName), table.lookup().school(other));
    }

    // ---- scores and weights ----

    /**
     * Returns the mean score of a school before it is rounded, over the draws in which it was ranked.
     *
     * @throws IllegalArgumentException if no draw ranked it
     * @throws IllegalStateException if some scores were too large for a double
     */
    public Estimate expectedScore(School school) {
        int row = row(school);
        long ranked = ranked(school);
        if (piece.tally().scored[row] != ranked) {
            throw new IllegalStateException(
                    "school \"" + school.name() + "\": some scores are too large to be averaged");
        }
        Estimate off =
                mean(piece.tally().deviations.value(row), piece.tally().squares.value(row), ranked);
        return new Estimate(reference[row] + off.value(), off.standardError());
    }

    /** Returns the {@link #expectedScore(School)} of a school, given its id, name or alias. */
    public Estimate expectedScore(String idOrName) {
        return expectedScore(table.lookup().school(idOrName));
    }

    private static Estimate mean(double sum, double squares, long count) {
        double mean = sum / count;
        return new Estimate(mean, Math.sqrt(Math.max(0, squares / count - mean * mean) / count));
    }

    /** Returns the schools that were first, tied or not, in at least one draw; most often first comes first. */
    public ResultList<School> firsts() {
        return sorted(schools.stream().filter(school -> counts(school)[1] > 0), school -> -counts(school)[1]);
    }

    /**
     * Returns SMAA-2's central weights: the mean shares over the draws in which a school was first, tied or not. They
     * describe the preferences that favour the school.
     *
     * @return the share of each indicator; empty if the school was never first
     */
    public ImmutableMap<Indicator, Estimate> centralWeights(School school) {
        Tally tally = piece.tally();
        int row = row(school);
        long times = tally.counts[row][1];
        ImmutableMap.Builder<Indicator, Estimate> central = ImmutableMap.builder();
        for (int i = 0; i < indicators.size() && times > 0; i++) {
            int at = row * indicators.size() + i;
            Estimate share = mean(tally.firstShares.value(at), tally.firstSquares.value(at), times);
            central.put(indicators.get(i), share);
        }
        return central.buildOrThrow();
    }

    /** Returns the {@link #centralWeights(School)} of a school, given its id, name or alias. */
    public ImmutableMap<Indicator, Estimate> centralWeights(String idOrName) {
        return centralWeights(table.lookup().school(idOrName));
    }

    // ---- summaries ----

    /** Returns the largest standard error of any acceptability. O(n²). */
    public double largestError() {
        long draws = draws();
        long nearestHalf = 0;
        for (int[] row : piece.tally().counts) {
            for (int times : row) {
                nearestHalf = Math.max(nearestHalf, Math.min(times, draws - times));
            }
        }
        return Estimate.ofShare(nearestHalf, draws).standardError();
    }

    /**
     * Returns the schools by mean position, best first. Equal ones are sorted by name; schools that were never ranked
     * are last.
     */
    public ResultList<School> byMean() {
        return sorted(
                schools.stream(),
                each -> counts(each)[0] == draws()
                        ? schools.size() + 1
                        : mean(each).value());
    }

    private static ResultList<School> sorted(Stream<School> schools, ToDoubleFunction<School> number) {
        return schools.map(each -> new Standing(each, number.applyAsDouble(each)))
                .sorted(Comparator.comparingDouble(Standing::number)
                        .thenComparing(each -> each.school().name())
                        .thenComparing(each -> each.school().id()))
                .map(Standing::school)
                .collect(ResultList.toResultList());
    }

    private record Standing(School school, double number) {}

    /**
     * Returns a table of the schools with the best mean positions: mean, median, range, shares of first and of top ten.
     *
     * @param schools the greatest number of rows
     * @throws IllegalArgumentException if {@code schools} is negative
     */
    public TextTable table(int schools) {
        checkArgument(schools >= 0, "a table of %s schools: 0 or more", schools);
        TextTable.Builder text = TextTable.builder("School")
                .right("Mean")
                .right("Median")
                .right(SHOWN_LEVEL + " % of draws")
                .right("First")
                .right("Top 10");
        for (School school : byMean().subList(0, Math.min(schools, this.schools.size()))) {
            if (counts(school)[0] == draws()) {
                text.row(school.name(), "–", "–", "–", "–", "–");
            } else {
                text.row(
                        school.name(),
                        NumberText.fixed(mean(school).value(), 1),
                        NumberText.fixed(median(school).value(), 0),
                        range(school, SHOWN_LEVEL / 100.0).ends(),
                        percent(acceptability(school, 1)),
                        percent(withinTop(school, Math.min(10, this.schools.size()))));
            }
        }
        return text.note(draws() + " draws; standard error of a share at most "
                        + NumberText.fixed(50 / Math.sqrt((double) draws()), 2) + " percentage points")
                .build();
    }

    private static String percent(Estimate share) {
        return NumberText.fixed(100 * share.value(), 1) + " %";
    }

    private long ranked(School school) {
        long ranked = draws() - counts(school)[0];
        checkArgument(ranked > 0, "school \"%s\" was ranked in no draw", school.name());
        return ranked;
    }

    private int[] counts(School school) {
        return piece.tally().counts[row(school)];
    }

    private int row(School school) {
        return table.rowOf(school)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no school \"" + school.name() + "\" (id \"" + school.id() + "\") in the result"));
    }

    private void checkPosition(int position) {
        checkArgument(
                position >= 1 && position <= schools.size(),
                "position %s; there are positions 1 to %s",
                position,
                schools.size());
    }

    /** Returns whether the other object is a result for the same schools with counts equal to the last bit. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankAcceptability that && schools.equals(that.schools) && piece.equals(that.piece);
    }

    @Override
    public int hashCode() {
        return piece.hashCode();
    }

    /** Returns the first schools by mean position, short enough for JShell to show in full. */
    @Override
    public String toString() {
        return table(TextTable.briefRows(schools.size())).brief(schools.size(), "table(n)");
    }
}
