package io.github.medrank.choice;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.RankRange;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.exact.NumberText;
import io.github.medrank.weighting.BestWorst;
import io.github.medrank.weightspace.WeightRegion;
import io.github.medrank.weightspace.WeightSampler;
import io.github.medrank.weightspace.WeightSamplers;
import io.github.medrank.weightspace.WeightSpace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects a person's statements about what matters, and derives from them weights, ranges and a shortlist.
 *
 * <p>Each statement narrows the set of possible weights. {@link #region} is the set that satisfies all statements,
 * {@link #weights} its centre, {@link #ranges} the positions over the whole region, and {@link #shortlist} the ranking
 * at the centre with those ranges. {@link #nextQuestion} proposes what to ask next. Statements about indicators concern
 * weights on the methodology's normalised scale. Statements about schools compare the schools as they are in the table.
 * {@link #swings} and {@link #trade} take the scale of the raw values into account.
 *
 * <p>Contradictions are found exactly: {@link #contradiction} names the smallest contradicting set and the least
 * repair. Methods that need a region throw an exception with the same text. {@link #allowingErrors} instead treats each
 * comparison as wrong with some probability.
 *
 * <pre>{@code
 * var teaching = Indicator.of("teaching");
 * var research = Indicator.of("research");
 * var reach = Indicator.of("reach");
 * var table = IndicatorTable.builder(teaching, research, reach)
 *         .row(School.of("Yale"), 90, 60, 70)
 *         .row(School.of("Oxford"), 70, 90, 60)
 *         .row(School.of("Kyoto"), 60, 70, 90)
 *         .build();
 * var method = Methodology.builder("mean").ranker(Rankers.weightedMean()).build();
 * var mine = WhatMatters.of(method, table).moreImportant("teaching", "reach").atMost("research", 0.3);
 * var ranges = mine.prefer("Yale", "Oxford").ranges();
 * ranges.get(School.of("Yale")) // ==> 1 (exact over all weights under 3 conditions)
 * var all = mine.moreImportant("research", "teaching").atLeast("reach", 0.2);
 * all.contradiction().get().withdrawal() // ==> [teaching is more important than reach]
 * }</pre>
 */
public final class WhatMatters {
    /** Schools are about equally good if neither leads by more than this part of their largest difference. */
    static final double ABOUT = 0.05;
    /** The search for contradictions holds statements as bits of a long. */
    private static final int MOST_STATEMENTS = 60;

    private static final int QUESTION_DRAWS = 600;

    private final ChoiceModel model;
    private final Statements says;
    private final ImmutableList<Statement> statements;
    private final ImmutableList<Question> asked;
    private final double errorRate;
    private final Said said;

    private WhatMatters(
            ChoiceModel model, ImmutableList<Statement> statements, ImmutableList<Question> asked, double errorRate) {
        checkArgument(
                statements.size() <= MOST_STATEMENTS,
                "%s statements; at most %s are allowed",
                statements.size(),
                MOST_STATEMENTS);
        this.model = model;
        this.says = new Statements(model);
        this.statements = statements;
        this.asked = asked;
        this.errorRate = errorRate;
        this.said = new Said(model, statements, errorRate);
    }

    // ---- factories ----

    /**
     * Returns preferences without statements, which allow all weights.
     *
     * @param methodology how to rank; its own weights are ignored
     * @param table the schools to choose from
     * @throws IllegalArgumentException if the methodology's ranker is not a weighted mean, or the table cannot be
     *     ranked
     */
    public static WhatMatters of(Methodology methodology, IndicatorTable table) {
        return new WhatMatters(ChoiceModel.of(methodology, table), ImmutableList.of(), ImmutableList.of(), 0);
    }

    // ---- statements about indicators ----

    /** Adds that one indicator is more important than another, given their ids or names. */
    public WhatMatters moreImportant(String more, String less) {
        return moreImportant(
                model.indicator(requireNonNull(more, "more")), model.indicator(requireNonNull(less, "less")));
    }

    /** Adds that one indicator is more important than another: its weight is larger. */
    public WhatMatters moreImportant(Indicator more, Indicator less) {
        return plus(says.moreImportant(more, 1, less));
    }

    /** Adds that one indicator is more than {@code times} as important as another, given their ids or names. */
    public WhatMatters moreImportant(String more, double times, String less) {
        return plus(says.moreImportant(
                model.indicator(requireNonNull(more, "more")), times, model.indicator(requireNonNull(less, "less"))));
    }

    /** Adds that one indicator is exactly {@code times} as important as another, given their ids or names. */
    public WhatMatters timesAsImportant(String one, double times, String other) {
        return timesAsImportant(
                model.indicator(requireNonNull(one, "one")), times, model.indicator(requireNonNull(other, "other")));
    }

    /**
     * Adds that one indicator is exactly {@code times} as important as another: its weight is the other's times that
     * factor.
     *
     * @param times above 0; for "more than" see {@link #moreImportant(String, double, String)}
     */
    public WhatMatters timesAsImportant(Indicator one, double times, Indicator other) {
        return plus(says.timesAsImportant(one, times, other));
    }

    /** Adds that an indicator, given by id or name, has at least a given share. */
    public WhatMatters atLeast(String indicator, double share) {
        return atLeast(model.indicator(requireNonNull(indicator, "indicator")), share);
    }

    /**
     * Adds that an indicator has at least a given share.
     *
     * @param share in [0, 1]: 0.2 for 20 %
     */
    public WhatMatters atLeast(Indicator indicator, double share) {
        return plus(says.atLeast(requireNonNull(indicator, "indicator"), share));
    }

    /** Adds that an indicator, given by id or name, has at most a given share. */
    public WhatMatters atMost(String indicator, double share) {
        return atMost(model.indicator(requireNonNull(indicator, "indicator")), share);
    }

    /** Adds that an indicator has at most a given share, in [0, 1]. */
    public WhatMatters atMost(Indicator indicator, double share) {
        return plus(says.atMost(requireNonNull(indicator, "indicator"), share));
    }

    /** Adds an exchange that the person would accept, given the ids or names of both indicators. */
    public WhatMatters trade(String given, double lost, String wanted, double won) {
        return trade(
                model.indicator(requireNonNull(given, "given")),
                lost,
                model.indicator(requireNonNull(wanted, "wanted")),
                won);
    }

    /**
     * Adds an exchange that the person would accept: {@code lost} units of one indicator for {@code won} units of
     * another. If the reverse exchange is added too, the two amounts are worth the same.
     *
     * @param given the indicator that gets worse
     * @param lost the units lost, on the scale of the table
     * @param wanted the indicator that gets better
     * @param won the units won, on the scale of the table
     * @throws IllegalArgumentException if a number is not above 0, or an indicator's normalised value is not a linear
     *     function of its value, so that a unit is not worth the same everywhere
     */
    public WhatMatters trade(Indicator given, double lost, Indicator wanted, double won) {
        return plus(says.trade(requireNonNull(given, "given"), lost, requireNonNull(wanted, "wanted"), won));
    }

    /**
     * Adds swing weights (von Winterfeldt and Edwards 1986). They rate how much it matters that an indicator goes from
     * its worst to its best value in the table. The most important swing has 100 points, the others have points in
     * proportion. The weight of an indicator is its points divided by the length of its swing on the normalised scale.
     *
     * @param points for every indicator of the methodology; not negative, on any scale
     * @throws IllegalArgumentException if an indicator has no points, or the same value for all schools
     */
    public WhatMatters swings(Map<Indicator, ? extends Number> points) {
        return swings(points, 0);
    }

    /**
     * Adds swing weights that are accurate to within a percentage: the ratio of each swing to the largest is the ratio
     * of their points times 1 ± percent / 100.
     */
    public WhatMatters swings(Map<Indicator, ? extends Number> points, double percent) {
        return plus(says.swings(ImmutableMap.copyOf(requireNonNull(points, "points")), percent));
    }

    /**
     * Adds the judgements of the best–worst method (Rezaei 2015): each judged ratio of weights is within a given
     * distance of its judgement. With a distance below {@link BestWorst#xi}, the statement contradicts itself.
     *
     * @param within for example 0.5 for judgements rounded to whole numbers; not negative
     */
    public WhatMatters bestWorst(BestWorst judged, double within) {
        return plus(says.bestWorst(requireNonNull(judged, "judged"), within));
    }

    // ---- statements about schools ----

    /** Adds that one school is better than another, given their ids, names or aliases. */
    public WhatMatters prefer(String better, String worse) {
        return prefer(school(requireNonNull(better, "better")), school(requireNonNull(worse, "worse")));
    }

    /**
     * Adds that one school, as it is in the table, is better than another: its score is higher.
     *
     * @throws IllegalArgumentException if a school is not ranked, or both have the same values
     */
    public WhatMatters prefer(School better, School worse) {
        return plus(says.prefer(requireNonNull(better, "better"), requireNonNull(worse, "worse")));
    }

    /** Adds that two schools are about equally good, given their ids, names or aliases. */
    public WhatMatters asGood(String one, String other) {
        return asGood(school(requireNonNull(one, "one")), school(requireNonNull(other, "other")));
    }

    /**
     * Adds that two schools are about equally good: neither score leads by more than 5 % of the largest difference
     * between the two on an indicator.
     */
    public WhatMatters asGood(School one, School other) {
        return plus(says.asGood(requireNonNull(one, "one"), requireNonNull(other, "other")));
    }

    private School school(String idOrName) {
        return model.ranking().of(idOrName).school();
    }

    // ---- questions ----

    /** Proposes the most informative question about which schools are in the top, with seed 0. */
    public Optional<Question> nextQuestion(int top) {
        return nextQuestion(top, 0);
    }

    /**
     * Proposes the comparison whose answer tells most about which schools are in the top. It compares two schools of
     * the table, or two profiles that differ in two indicators. The information is the entropy of the set of top
     * schools minus the entropy expected after the answer, over 600 weights drawn from the statements so far. Questions
     * already answered are not asked again, even if the answer was "don't know".
     *
     * @param top the number of schools in the top, from 1 to the number of schools
     * @param seed the seed of the draws; the same seed gives the same question
     * @return the question; empty if no comparison would add information
     * @throws IllegalStateException if the statements contradict each other
     */
    public Optional<Question> nextQuestion(int top, long seed) {
        int most = model.rows().length;
        checkArgument(top >= 1 && top <= most, "the top %s of %s schools; from 1 to %s", top, most, most);
        WeightDraws draws = new WeightDraws(model, sampler(), QUESTION_DRAWS, seed);
        return new QuestionSearch(model, draws, top, asked).best();
    }

    /**
     * Adds the answer to a question: a preference, or that both are about equally good. "Don't know" only records that
     * the question was asked.
     *
     * @throws IllegalArgumentException if the question is about other indicators
     */
    public WhatMatters answer(Question question, Answer answer) {
        ImmutableList<Question> more = plus(asked, requireNonNull(question, "question"));
        return requireNonNull(answer, "answer") == Answer.DONT_KNOW
                ? new WhatMatters(model, statements, more, errorRate)
                : new WhatMatters(model, plus(statements, says.answer(question, answer)), more, errorRate);
    }

    // ---- changed copies ----

    private WhatMatters plus(Statement statement) {
        return new WhatMatters(model, plus(statements, statement), asked, errorRate);
    }

    private static <T> ImmutableList<T> plus(ImmutableList<T> list, T more) {
        return ImmutableList.<T>builder().addAll(list).add(more).build();
    }

    /**
     * Withdraws a statement.
     *
     * @throws IllegalArgumentException if the statement was not made
     */
    public WhatMatters without(Statement statement) {
        checkArgument(statements.contains(requireNonNull(statement, "statement")), "no statement \"%s\"", statement);
        return without(ImmutableList.of(statement));
    }

    private WhatMatters without(List<Statement> some) {
        ImmutableList<Statement> rest =
                statements.stream().filter(each -> !some.contains(each)).collect(ImmutableList.toImmutableList());
        return new WhatMatters(model, rest, asked, errorRate);
    }

    /**
     * Withdraws the fewest statements that leave the rest consistent, {@link Contradiction#withdrawal}; returns this
     * object if there is no contradiction.
     */
    public WhatMatters repaired() {
        return contradiction().map(each -> without(each.withdrawal())).orElse(this);
    }

    /**
     * Treats each comparison ("more important", "prefers", "about as good", answers) as wrong with a given probability,
     * independently of the others, so that comparisons cannot contradict each other. All other statements hold for
     * certain. {@link #weights} is then the mean over all weights, in proportion to the likelihood that the comparisons
     * give them ({@link WeightSamplers#doubtful}), and ranges are sampled.
     *
     * @param rate for example 0.1 for one wrong comparison in ten; from 0, which means none, to below 0.5
     */
    public WhatMatters allowingErrors(double rate) {
        checkArgument(rate >= 0 && rate < 0.5, "error rate %s; it must be from 0 to below 0.5", rate);
        return new WhatMatters(model, statements, asked, rate);
    }

    // ---- accessors ----

    /** Returns the methodology. */
    public Methodology methodology() {
        return model.methodology();
    }

    /** Returns the schools to choose from. */
    public IndicatorTable table() {
        return model.given();
    }

    /** Returns the statements, in the order in which they were made. */
    public ResultList<Statement> statements() {
        return ResultList.copyOf(statements);
    }

    /** Returns the probability that a comparison is wrong, as set by {@link #allowingErrors}; 0 by default. */
    public double errorRate() {
        return errorRate;
    }

    // ---- conclusions ----

    /**
     * Returns the smallest set of statements that contradict each other, and the least repair; empty if some weights
     * satisfy all statements. The result is exact, computed with the decimals that differences of normalised values
     * print. Comparisons that only equality would satisfy together also contradict each other. Statements that may be
     * wrong are left out.
     */
    public Optional<Contradiction> contradiction() {
        return said.contradiction();
    }

    /**
     * Returns all weights that satisfy the statements, boundary included. With {@link #allowingErrors}, only the
     * statements that hold for certain are used.
     *
     * @throws IllegalStateException if the statements contradict each other; the message names the smallest set
     */
    public WeightRegion region() {
        return said.region();
    }

    /**
     * Returns the distribution of weights given the statements: uniform on the region, or weighted by likelihood with
     * {@link #allowingErrors}.
     */
    public WeightSampler sampler() {
        return said.sampler();
    }

    /**
     * Returns the central weights: the centroid of the region ({@link WeightRegion#centre}), or with
     * {@link #allowingErrors} the mean of 4 096 draws of the {@link #sampler}. The same statements always give the same
     * weights.
     *
     * @throws IllegalStateException if the statements contradict each other
     */
    public Weights weights() {
        return said.weights();
    }

    /**
     * Returns the range of positions of each school over the whole region, exact ({@link WeightSpace#bounds()}). With
     * {@link #allowingErrors} it is the range that holds 90 % of 2 048 draws.
     *
     * @throws IllegalStateException if the statements contradict each other
     */
    public ImmutableMap<School, RankRange> ranges() {
        return said.ranges();
    }

    /**
     * Returns for each ranked school the share of the weights that place it among the first {@code top}, from 2 048
     * draws of the {@link #sampler}.
     *
     * @param top at least 1
     */
    public ImmutableMap<School, Double> chances(int top) {
        return said.draws().chances(top);
    }

    /** Returns the schools ranked by {@link #weights}, with their {@link #ranges}. */
    public Shortlist shortlist() {
        return ranked(Profile.of(weights())).withRanges(ranges());
    }

    /**
     * Returns only the first schools, ranked by {@link #weights}, with their ranges. With many conditions, exact ranges
     * take about a twentieth of a second per school, so this is the list to show between questions.
     *
     * @param first the number of schools, not negative
     */
    public Shortlist shortlist(int first) {
        Shortlist some = ranked(Profile.of(weights())).top(first);
        return some.withRanges(said.ranges(some.schools()));
    }

    /**
     * Returns the schools that have the must-haves of a profile, ranked by {@link #weights}, with {@link #ranges}.
     *
     * @param mustHaves the profile; its weights are ignored
     */
    public Shortlist shortlist(Profile mustHaves) {
        return ranked(requireNonNull(mustHaves, "mustHaves").withWeights(weights()))
                .withRanges(ranges());
    }

    private Shortlist ranked(Profile profile) {
        return profile.shortlist(model.methodology(), model.given());
    }

    /**
     * Returns whether the other has the same statements, questions and error rate on the same methodology and table.
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WhatMatters that
                && model.methodology().equals(that.model.methodology())
                && model.given().equals(that.model.given())
                && statements.equals(that.statements)
                && asked.equals(that.asked)
                && errorRate == that.errorRate;
    }

    @Override
    public int hashCode() {
        return statements.hashCode() * 31 + asked.hashCode();
    }

    /** Returns the statements, one per line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                statements.isEmpty() ? "no statements: all weights" : "statements: " + statements.size());
        if (errorRate > 0) {
            text.append(", comparisons wrong with probability ").append(NumberText.plain(errorRate));
        }
        statements.forEach(each -> text.append("\n  ").append(each));
        return text.toString();
    }
}
