package io.github.medrank.ranking;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import io.github.medrank.exact.ExactSum;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** VIKOR's Q, in doubles and, where they cannot decide, in fractions. */
@Immutable
record Vikor(double v) implements ScoreRanker {
    @Override
    public Scores scores(IndicatorTable table, Weights weights) {
        ImmutableList<Indicator> indicators = Raw.weighted(table, weights);
        double[][] values = Raw.matrix(table, indicators);
        double[] shares = Raw.shares(weights, indicators);
        double[] utility = new double[table.size()];
        double[] regret = new double[table.size()];
        double off = 0;
        for (int i = 0; i < values.length; i++) {
            off += shares[i] * toRegret(values[i], shares[i], table.column(indicators.get(i)));
        }
        ExactSum sum = new ExactSum();
        for (int row = 0; row < utility.length; row++) {
            sum.clear();
            double most = 0;
            for (double[] column : values) {
                sum.add(column[row]);
                most = Math.max(most, column[row]);
            }
            utility[row] = sum.value();
            regret[row] = most;
        }
        double[] scores = new double[utility.length];
        double bound = addUnit(utility, v, off, scores) + addUnit(regret, 1 - v, off, scores);
        Exact exact = new Exact(table, weights, indicators, utility, regret, off);
        return ComputedScores.of(scores, Direction.LOWER_IS_BETTER, bound, exact.columns, exact::score);
    }

    /** Returns how far any regret may be off, over its share. */
    private static double toRegret(double[] column, double share, Column given) {
        double best = Arrays.stream(column).max().orElseThrow();
        double worst = Arrays.stream(column).min().orElseThrow();
        for (int row = 0; row < column.length; row++) {
            // halved, so that no difference overflows
            column[row] = best > worst ? share * ((best / 2 - column[row] / 2) / (best / 2 - worst / 2)) : 0;
        }
        double range = best / 2 - worst / 2;
        if (range == 0 && (given.isDecimal() || given.denominator() > 0)) {
            return 0; // the numbers are equal, not only the doubles
        }
        double off = Raw.off(given);
        return range > 8 * off ? 4 * off / range + 0x1p-49 : Double.POSITIVE_INFINITY;
    }

    /** Adds numbers brought to 0 for the least and 1 for the most; returns how far those may be off. */
    private static double addUnit(double[] numbers, double times, double off, double[] scores) {
        double least = Arrays.stream(numbers).min().orElseThrow();
        double most = Arrays.stream(numbers).max().orElseThrow();
        for (int row = 0; row < scores.length; row++) {
            scores[row] += most > least ? times * ((numbers[row] - least) / (most - least)) : 0;
        }
        double known = most - least > 8 * off ? 4 * off / (most - least) + 0x1p-49 : Double.POSITIVE_INFINITY;
        return times == 0 ? 0 : times * known;
    }

    /** The same in fractions, of as few rows as will do. */
    private final class Exact {
        private final ImmutableList<Column> columns;
        private final ExactShares shares;
        private final Supplier<ImmutableList<Ends>> columnEnds;
        private final Supplier<Ends> utilities;
        private final Supplier<Ends> regrets;

        Exact(
                IndicatorTable table,
                Weights weights,
                ImmutableList<Indicator> indicators,
                double[] utility,
                double[] regret,
                double off) {
            this.columns = indicators.stream().map(table::column).collect(ImmutableList.toImmutableList());
            this.shares = new ExactShares(columns, weights);
            this.columnEnds = Suppliers.memoize(() -> columns.stream()
                    .map(column -> new Ends(Raw.end(column, true), Raw.end(column, false)))
                    .collect(ImmutableList.toImmutableList()));
            this.utilities = Suppliers.memoize(() -> ends(utility, off, this::utility));
            this.regrets = Suppliers.memoize(() -> ends(regret, off, this::regret));
        }

        Rational score(int row) {
            Rational weight = Rational.of(v);
            Rational rest = Rational.of(1).minus(weight);
            return weight.times(utilities.get().share(utility(row)))
                    .plus(rest.times(regrets.get().share(regret(row))));
        }

        private Stream<Rational> regrets(int row) {
            return IntStream.range(0, columns.size())
                    .mapToObj(i -> columnEnds
                            .get()
                            .get(i)
                            .share(columns.get(i).exact(row))
                            .times(shares.share(i)));
        }

        private Rational utility(int row) {
            return regrets(row).reduce(Rational.ZERO, Rational::plus);
        }

        private Rational regret(int row) {
            return regrets(row).reduce(Rational.ZERO, Ordering.<Rational>natural()::max);
        }
    }

    /** Two ends of numbers, between which another lies. */
    private record Ends(Rational from, Rational to) {
        /** 0 where there is no way between them. */
        Rational share(Rational number) {
            return from.equals(to) ? Rational.ZERO : number.minus(from).dividedBy(to.minus(from));
        }
    }

    /** The least and the greatest of numbers of which doubles are known. */
    private static Ends ends(double[] near, double off, IntFunction<Rational> exactly) {
        double least = Arrays.stream(near).min().orElseThrow();
        double most = Arrays.stream(near).max().orElseThrow();
        List<Rational> candidates = IntStream.range(0, near.length)
                .filter(row -> !(near[row] - least > 2 * off && most - near[row] > 2 * off))
                .mapToObj(exactly)
                .toList();
        return new Ends(Collections.min(candidates), Collections.max(candidates));
    }

    @Override
    public String toString() {
        return "VIKOR (Opricovic and Tzeng 2004), v = " + v;
    }
}
