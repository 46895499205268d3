package io.github.medrank.exact;

import org.jspecify.annotations.Nullable;

/**
 * Numbers computed from others. The first sums compute them chunk by chunk and do not keep them. If they are needed
 * again, or one by one, all are computed and kept.
 */
public final class LazyNumbers implements WeightedSums.Chunks {
    private final int size;
    private final WeightedSums.Chunks computed;
    private boolean used;
    private volatile double @Nullable [] known;

    /** @param computed writes the numbers to a chunk, which may be foreign code and must see no other array */
    public LazyNumbers(int size, WeightedSums.Chunks computed) {
        this.size = size;
        this.computed = computed;
    }

    /** Returns whether nothing was computed before. */
    public boolean isFirstUse() {
        boolean first = !used && known == null;
        used = true;
        return first;
    }

    /** Returns all numbers; callers must not modify the array. */
    public double[] all() {
        double[] all = known;
        if (all == null) {
            all = new double[size];
            double[] chunk = new double[Math.min(WeightedSums.CHUNK, size)];
            for (int from = 0; from < size; from += WeightedSums.CHUNK) {
                int count = Math.min(WeightedSums.CHUNK, size - from);
                copyTo(chunk, from, count);
                System.arraycopy(chunk, 0, all, from, count);
            }
            known = all;
        }
        return all;
    }

    @Override
    public void copyTo(double[] chunk, int from, int count) {
        double[] all = known;
        if (all != null) {
            System.arraycopy(all, from, chunk, 0, count);
            return;
        }
        computed.copyTo(chunk, from, count);
        for (int i = 0; i < chunk.length; i++) {
            chunk[i] += 0.0;
        }
    }
}
