package io.github.medrank.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The agreement of two lists at each depth, as defined by Corsi and Urbano 2024.
 *
 * <p>A school tied over the depths t to b counts (d − t + 1) / (b − t + 1) at depth d, between 0 and 1. If tied schools
 * share the rank, it counts fully from t on. Index 0 of the arrays is depth 1.
 */
final class Overlaps {
    /** How ties are read. */
    enum Ties {
        SHARED,
        MEAN,
        CORRECTED
    }

    private final Ties ties;
    private final int shorter;
    private final int longer;
    private final double[] common; // the sum of the products of the schools' contributions, among those seen
    private final double[] ofShort; // the number of schools, or the sum of squared contributions if corrected
    private final double[] ofLong;
    private final double[] unseenMean; // mean contribution, in the long list, of the schools that the short one lacks
    private final double[] unseenSum; // the sum of the first (d − shorter) of them

    Overlaps(RankComparison comparison, Ties ties) {
        this.ties = ties;
        boolean swapped = comparison.first().size() > comparison.second().size();
        RankedList small = swapped ? comparison.second() : comparison.first();
        RankedList large = swapped ? comparison.first() : comparison.second();
        this.shorter = small.size();
        this.longer = large.size();
        this.common = new double[longer];
        this.ofShort = new double[longer];
        this.ofLong = new double[longer];
        this.unseenMean = new double[longer];
        this.unseenSum = new double[longer];
        int[] inSmall = comparison.indices(!swapped);
        int[] inLarge = comparison.indices(swapped);
        Spans smallSpans = new Spans(small, ties);
        Spans largeSpans = new Spans(large, ties);
        smallSpans.size(ofShort);
        largeSpans.size(ofLong);
        addCommon(smallSpans, inSmall, largeSpans, inLarge);
        addUnseen(
                largeSpans,
                IntStream.range(0, inLarge.length)
                        .filter(i -> inSmall[i] < 0)
                        .map(i -> inLarge[i])
                        .toArray());
    }

    /** The first and the last depth, counted from 0, over which each school of a list is tied. */
    private static final class Spans {
        private final Ties ties;
        private final int[] top;
        private final int[] bottom;

        Spans(RankedList list, Ties ties) {
            this.ties = ties;
            this.top = new int[list.size()];
            this.bottom = new int[list.size()];
            int[] sizes = Places.sizes(list.places());
            for (int i = 0; i < top.length; i++) {
                top[i] = list.placeAt(i) - 1;
                bottom[i] = ties == Ties.SHARED ? top[i] : top[i] + sizes[list.placeAt(i)] - 1;
            }
        }

        double contribution(int index, int depth) {
            if (depth >= bottom[index]) {
                return 1;
            }
            return depth < top[index] ? 0 : (depth - top[index] + 1.0) / (bottom[index] - top[index] + 1.0);
        }

        /** At each depth the number of schools; with corrected ties the sum of their squared contributions. */
        void size(double[] sizes) {
            int[] whole = new int[sizes.length + 1];
            for (int i = 0; i < top.length; i++) {
                whole[bottom[i]]++;
                for (int depth = top[i]; depth < bottom[i]; depth++) {
                    double in = contribution(i, depth);
                    sizes[depth] += ties == Ties.CORRECTED ? in * in : in;
                }
            }
            int in = 0;
            for (int depth = 0; depth < sizes.length; depth++) {
                in += whole[depth];
                sizes[depth] += in;
            }
        }
    }

    private void addCommon(Spans small, int[] inSmall, Spans large, int[] inLarge) {
        int[] whole = new int[longer + 1];
        // The order depends on the places alone, so that the sums do not depend on the order of the rows.
        int[] items = IntStream.range(0, inSmall.length)
                .filter(i -> inSmall[i] >= 0 && inLarge[i] >= 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> small.top[inSmall[i]])
                        .thenComparingInt(i -> large.top[inLarge[i]]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int item : items) {
            int s = inSmall[item];
            int l = inLarge[item];
            int settled = Math.max(small.bottom[s], large.bottom[l]);
            whole[settled]++;
            for (int depth = Math.max(small.top[s], large.top[l]); depth < settled; depth++) {
                common[depth] += small.contribution(s, depth) * large.contribution(l, depth);
            }
        }
        int in = 0;
        for (int depth = 0; depth < longer; depth++) {
            in += whole[depth];
            common[depth] += in;
        }
    }

    /** Adds what the schools that only the long list has contribute below the end of the short one. */
    private void addUnseen(Spans large, int[] unseen) {
        int[] order = Arrays.stream(unseen)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> large.top[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int settled = 0; // the number of schools, in order, that count fully
        for (int depth = shorter; depth < longer; depth++) {
            while (settled < order.length && large.bottom[order[settled]] <= depth) {
                settled++;
            }
            int wanted = depth - shorter + 1;
            double sum = settled;
            double first = Math.min(settled, wanted);
            int in = settled;
            while (in < order.length && large.top[order[in]] <= depth) {
                double contribution = large.contribution(order[in], depth);
                sum += contribution;
                first += in < wanted ? contribution : 0;
                in++;
            }
            unseenMean[depth] = sum / in;
            unseenSum[depth] = first;
        }
    }

    /** The agreement at a depth, given the overlap of the lists there. */
    private double agreement(int depth, double inCommon) {
        double mine = depth < shorter ? ofShort[depth] : depth + 1.0;
        return switch (ties) {
            case SHARED -> 2 * inCommon / (mine + ofLong[depth]);
            case MEAN -> inCommon / (depth + 1);
            case CORRECTED -> inCommon / Math.sqrt(mine * ofLong[depth]);
        };
    }

    RankBiasedOverlap overlap(double p) {
        double last = common[longer - 1];
        double atShort = agreement(shorter - 1, common[shorter - 1]);
        double tail = (last + (longer - shorter) * atShort) / longer;
        double extrapolated = 0;
        double min = 0;
        double max = 0;
        double weight = 1 - p;
        for (int depth = 0; depth < longer; depth++) {
            int missing = Math.max(0, depth - shorter + 1);
            double more = missing * atShort * unseenMean[depth];
            extrapolated += weight * (agreement(depth, common[depth] + more) - tail);
            min += weight * agreement(depth, common[depth]);
            max += weight * agreement(depth, common[depth] + unseenSum[depth]);
            weight *= p;
        }
        // Each value is a weighted mean of agreements, whose weights add up to 1 up to rounding error.
        return new RankBiasedOverlap(
                share(tail + extrapolated), share(min + tailOfMin(last, p)), share(max + tailOfMax(last, p)));
    }

    private static double share(double sum) {
        return Math.max(0, Math.min(1, sum));
    }

    /** The mean agreement over the first depths, down to the end of the shorter list at most. */
    double average(int depths) {
        return IntStream.range(0, depths)
                        .mapToDouble(depth -> agreement(depth, common[depth]))
                        .sum()
                / depths;
    }

    /** No unseen school is common: X·Σ p^(d−1)/d·(1 − p) over the depths d that follow. */
    private double tailOfMin(double last, double p) {
        return last > 0 ? (1 - p) * last * HarmonicTail.after(longer, p) : 0;
    }

    /** Below the lists come first the schools that each lacks, two more in common at each depth, then any schools. */
    private double tailOfMax(double last, double p) {
        double all = longer + shorter - last; // the depth from which all schools may be common
        double sum = 0;
        double power = Math.pow(p, longer);
        for (int depth = longer + 1; depth <= all; depth++) {
            sum += (2.0 * depth - longer - shorter + last) / depth * power;
            power *= p;
        }
        return (1 - p) * sum + power;
    }
}
