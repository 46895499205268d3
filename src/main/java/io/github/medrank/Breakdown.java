package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An explanation of a school's score: one line per indicator, followed by the lines that complete the sum.
 *
 * <p>The contributions plus {@link #aggregation} equal the ranker's exact score. Adding {@link #rescaling} gives the
 * rescaled score, and adding {@link #rounding} gives the score as presented. All sums are exact.
 */
@Immutable
public final class Breakdown {
    private static final int MOST_DECIMALS = 6;

    private final School school;
    private final Position position;
    private final ImmutableList<Contribution> contributions;
    private final Rational aggregation;
    private final Rational rescaling;
    private final Rational rounding;
    private final BigDecimal score;

    private Breakdown(
            School school,
            Position position,
            ImmutableList<Contribution> contributions,
            Rational aggregation,
            Rational rescaling,
            Rational rounding,
            BigDecimal score) {
        this.school = school;
        this.position = position;
        this.contributions = contributions;
        this.aggregation = aggregation;
        this.rescaling = rescaling;
        this.rounding = rounding;
        this.score = score;
    }

    /** The breakdown of a row; its lines add up by construction. */
    static Breakdown of(Ranking ranking, Scores composite, int row) {
        ImmutableList<Rational> parts = composite.contributions(row);
        ImmutableList.Builder<Contribution> lines = ImmutableList.builder();
        Rational sum = Rational.ZERO;
        for (int i = 0; i < ranking.weights().indicators().size(); i++) {
            Indicator indicator = ranking.weights().indicators().get(i);
            Column column = ranking.normalized().column(indicator);
            BigDecimal points = ranking.weights().points(indicator);
            Rational amount = parts.isEmpty() ? share(ranking, column, points, row) : parts.get(i);
            lines.add(new Contribution(
                    indicator, ranking.table().column(indicator).cell(row), column.cell(row), points, amount));
            sum = sum.plus(amount);
        }
        Rational before = composite.exact(row);
        Rational after = ranking.scores().exact(row);
        BigDecimal score = ranking.scoreAt(row);
        return new Breakdown(
                ranking.table().schools().get(row),
                ranking.positionAt(row),
                lines.build(),
                before.minus(sum),
                after.minus(before),
                Rational.of(score).minus(after),
                score);
    }

    private static Rational share(Ranking ranking, Column column, BigDecimal points, int row) {
        return column.isPresent(row)
                ? column.exact(row)
                        .times(Rational.ratio(points, ranking.weights().total()))
                : Rational.ZERO;
    }

    /** Returns the school. */
    public School school() {
        return school;
    }

    /** Returns the school's position. */
    public Position position() {
        return position;
    }

    /** Returns the contributions, one per indicator, in the order of the weights. */
    public ResultList<Contribution> contributions() {
        return ResultList.copyOf(contributions);
    }

    /** Returns how far the ranker's score exceeds Σ share × value; zero if the score is a weighted sum. */
    public Rational aggregation() {
        return aggregation;
    }

    /** Returns what rescaling adds to the composite; zero if the score is not rescaled. */
    public Rational rescaling() {
        return rescaling;
    }

    /** Returns what rounding adds; zero if the score is not rounded. */
    public Rational rounding() {
        return rounding;
    }

    /** Returns the score as presented. */
    public BigDecimal score() {
        return score;
    }

    /** Returns the ranker's score before rescaling and rounding: the contributions plus {@link #aggregation}. */
    public Rational composite() {
        Rational sum = aggregation;
        for (Contribution contribution : contributions) {
            sum = sum.plus(contribution.amount());
        }
        return sum;
    }

    /**
     * Returns the contribution of an indicator.
     *
     * @throws IllegalArgumentException if the indicator has no contribution here
     */
    public Contribution of(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        return contributions.stream()
                .filter(line -> line.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no indicator \"" + indicator.id() + "\" in the breakdown"));
    }

    /** Returns whether the other object explains the same score of the same school in the same way. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Breakdown that
                && school.equals(that.school)
                && position.equals(that.position)
                && contributions.equals(that.contributions)
                && aggregation.equals(that.aggregation)
                && rescaling.equals(that.rescaling)
                && rounding.equals(that.rounding)
                && score.equals(that.score);
    }

    @Override
    public int hashCode() {
        return Objects.hash(school, position, contributions, aggregation, rescaling, rounding, score);
    }

    /** Returns an aligned table whose last column adds up. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder(school.name() + ", " + position)
                .right("value")
                .right("normalized")
                .right("points")
                .right("contribution");
        int scale = Stream.concat(
                        contributions.stream().map(Contribution::amount), Stream.of(aggregation, rescaling, rounding))
                .mapToInt(amount -> amount.toBigDecimal().scale())
                .map(needed -> Math.min(needed, MOST_DECIMALS))
                .max()
                .orElse(0);
        for (Contribution line : contributions) {
            text.row(
                    line.indicator().name(),
                    line.value(),
                    line.normalized().equals(line.value()) ? "" : line.normalized(),
                    line.points().toPlainString(),
                    text(line.amount(), scale));
        }
        line(text, "aggregation", aggregation, scale);
        line(text, "rescaling", rescaling, scale);
        line(text, "rounding", rounding, scale);
        return text.row("score", "", "", "", score.toPlainString()).build().toString();
    }

    private static void line(TextTable.Builder text, String name, Rational amount, int scale) {
        if (amount.signum() != 0) {
            text.row(name, "", "", "", text(amount, scale));
        }
    }

    private static String text(Rational amount, int scale) {
        return amount.round(scale, RoundingMode.HALF_UP).toPlainString();
    }
}
