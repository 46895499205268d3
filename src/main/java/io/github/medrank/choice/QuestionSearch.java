package io.github.medrank.choice;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.School;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Finds the comparison whose answer tells most about which schools are in the top, from a sample of weights. The
 * information of an answer is the entropy of the top set minus the entropy expected after it.
 *
 * <p>The candidates are pairs of schools of which one is in the top under some weights of the sample, and profiles on
 * two indicators, whose values are deciles of the table's values. O(draws · pairs).
 */
final class QuestionSearch {
    /** A question is skipped if one of its answers is given by less than this part of the draws. */
    private static final double LEAST_PART = 0.01;
    /** The deciles used in profiles. Both profiles have the low decile on the indicator in which they are worse. */
    private static final int LOW_DECILE = 2;

    private static final int DECILES = 10;
    private static final double NOTHING = 1e-9;

    private final ChoiceModel model;
    private final double[][] shares;
    private final int top;
    private final ImmutableList<Question> asked;
    private final int[] rows;
    private final double[][] scores; // scores[row][draw]
    private final boolean[] inSomeTop;
    private final int[] topSets; // for each draw the number of its top set
    private final int[] sizes; // the number of draws with each set
    private final double[] entropies; // n log₂ n
    private final int[] ahead;

    private double most = NOTHING;
    private Optional<Question> best = Optional.empty();

    QuestionSearch(ChoiceModel model, WeightDraws draws, int top, ImmutableList<Question> asked) {
        this.model = model;
        this.shares = draws.shares();
        this.top = top;
        this.asked = asked;
        this.rows = model.rows();
        this.scores = scores();
        this.inSomeTop = new boolean[scores.length];
        this.topSets = new int[shares.length];
        this.sizes = sizes();
        this.ahead = new int[sizes.length];
        this.entropies = new double[shares.length + 1];
        for (int n = 2; n < entropies.length; n++) {
            entropies[n] = n * StrictMath.log(n) / StrictMath.log(2);
        }
    }

    private double[][] scores() {
        double[][] all = new double[model.ranking().table().size()][shares.length];
        for (int i = 0; i < model.indicators().size(); i++) {
            Column column = model.column(model.indicators().get(i));
            for (int row : rows) {
                double value = column.value(row);
                for (int draw = 0; draw < shares.length; draw++) {
                    all[row][draw] += shares[draw][i] * value;
                }
            }
        }
        return all;
    }

    private int[] sizes() {
        Map<BitSet, Integer> numbers = new HashMap<>();
        int[] counts = new int[shares.length];
        for (int draw = 0; draw < shares.length; draw++) {
            BitSet set = topOf(draw);
            set.stream().forEach(row -> inSomeTop[row] = true);
            int number = numbers.computeIfAbsent(set, each -> numbers.size());
            topSets[draw] = number;
            counts[number]++;
        }
        return Arrays.copyOf(counts, numbers.size());
    }

    /** The rows with the highest scores; among equal scores, those first in the ranking. */
    private BitSet topOf(int draw) {
        int[] highest = new int[top];
        int count = 0;
        for (int row : rows) {
            int place = Math.min(count, top);
            while (place > 0 && scores[highest[place - 1]][draw] < scores[row][draw]) {
                if (place < top) {
                    highest[place] = highest[place - 1];
                }
                place--;
            }
            if (place < top) {
                highest[place] = row;
                count = Math.min(count + 1, top);
            }
        }
        BitSet set = new BitSet(scores.length);
        for (int row : highest) {
            set.set(row);
        }
        return set;
    }

    Optional<Question> best() {
        if (sizes.length > 1) {
            comparePairs();
            compareProfiles();
        }
        return best;
    }

    private void comparePairs() {
        for (int a = 0; a < rows.length; a++) {
            for (int b = a + 1; b < rows.length; b++) {
                if (inSomeTop[rows[a]] || inSomeTop[rows[b]]) {
                    comparePair(rows[a], rows[b]);
                }
            }
        }
    }

    private void comparePair(int first, int second) {
        double[] one = scores[first];
        double[] other = scores[second];
        int count = count(draw -> one[draw] > other[draw] ? 1 : 0);
        double bits = bits(count);
        if (bits > most + NOTHING) {
            School left = model.school(first);
            School right = model.school(second);
            propose(option(first), option(second), model.lead(left, right), bits, count);
        }
    }

    private Question.Option option(int row) {
        ImmutableMap.Builder<Indicator, Cell> values = ImmutableMap.builder();
        model.indicators().forEach(each -> values.put(each, model.raw(each).cell(row)));
        return new Question.Option(Optional.of(model.school(row)), values.buildOrThrow());
    }

    private void propose(
            Question.Option first,
            Question.Option second,
            ImmutableMap<Indicator, Double> lead,
            double bits,
            int count) {
        Question question = new Question(first, second, lead, top, bits, count / (double) shares.length);
        if (asked.stream().noneMatch(question::isLike)) {
            most = bits;
            best = Optional.of(question);
        }
    }

    private int count(IntUnaryOperator firstIsAhead) {
        Arrays.fill(ahead, 0);
        int count = 0;
        for (int draw = 0; draw < shares.length; draw++) {
            int one = firstIsAhead.applyAsInt(draw);
            ahead[topSets[draw]] += one;
            count += one;
        }
        return count;
    }

    /** The information of an answer about the top set, in bits; 0 if one of the answers is given by hardly any draw. */
    private double bits(int count) {
        int rest = shares.length - count;
        if (Math.min(count, rest) < LEAST_PART * shares.length) {
            return 0;
        }
        double sum = entropies[shares.length] - entropies[count] - entropies[rest];
        for (int set = 0; set < sizes.length; set++) {
            sum += entropies[ahead[set]] + entropies[sizes[set] - ahead[set]] - entropies[sizes[set]];
        }
        return sum / shares.length;
    }

    private void compareProfiles() {
        List<int[]> deciles = new ArrayList<>();
        model.indicators().forEach(each -> deciles.add(deciles(each)));
        for (int i = 0; i < deciles.size(); i++) {
            for (int j = i + 1; j < deciles.size(); j++) {
                for (int high = LOW_DECILE + 1; high <= DECILES; high++) {
                    for (int otherHigh = LOW_DECILE + 1; otherHigh <= DECILES; otherHigh++) {
                        compareProfiles(i, j, deciles.get(i), deciles.get(j), high, otherHigh);
                    }
                }
            }
        }
    }

    /** The rows at the deciles of an indicator's values, worst first; empty if too few values are known. */
    private int[] deciles(Indicator indicator) {
        Column normalised = model.column(indicator);
        int[] known = Arrays.stream(rows)
                .filter(row -> model.raw(indicator).isPresent(row))
                .boxed()
                .sorted(Comparator.comparingDouble(normalised::value))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] deciles = new int[known.length == 0 ? 0 : DECILES + 1];
        for (int d = 0; d < deciles.length; d++) {
            deciles[d] = known[(known.length - 1) * d / DECILES];
        }
        return deciles;
    }

    private void compareProfiles(int i, int j, int[] of, int[] ofOther, int high, int otherHigh) {
        if (of.length == 0 || ofOther.length == 0) {
            return;
        }
        Indicator one = model.indicators().get(i);
        Indicator other = model.indicators().get(j);
        double gain = model.column(one).value(of[high]) - model.column(one).value(of[LOW_DECILE]);
        double loss = model.column(other).value(ofOther[otherHigh])
                - model.column(other).value(ofOther[LOW_DECILE]);
        if (!(gain > 0 && loss > 0)) {
            return;
        }
        int count = count(draw -> shares[draw][i] * gain > shares[draw][j] * loss ? 1 : 0);
        double bits = bits(count);
        if (bits > most + NOTHING) {
            propose(
                    profile(one, of[high], other, ofOther[LOW_DECILE]),
                    profile(one, of[LOW_DECILE], other, ofOther[otherHigh]),
                    ImmutableMap.of(
                            one,
                            model.difference(one, of[high], of[LOW_DECILE]),
                            other,
                            -model.difference(other, ofOther[otherHigh], ofOther[LOW_DECILE])),
                    bits,
                    count);
        }
    }

    private Question.Option profile(Indicator one, int row, Indicator other, int otherRow) {
        return new Question.Option(
                Optional.empty(),
                ImmutableMap.of(
                        one, model.raw(one).cell(row), other, model.raw(other).cell(otherRow)));
    }
}
