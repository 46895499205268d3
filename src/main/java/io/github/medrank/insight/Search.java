package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.function.LongPredicate;

/** Finds the first index of a range that satisfies a predicate. */
final class Search {
    /** The largest number of values for an ordered search; more would take too long. */
    private static final long MOST = 1_000_000;

    private Search() {}

    /**
     * The least index in [1, count] that satisfies the predicate; count + 1 if none does.
     *
     * @param monotone whether every index above one that satisfies the predicate also does. If so, the search doubles
     *     its steps and then halves them, in O(log answer). Otherwise it tries one index after another, which is
     *     correct for any predicate.
     */
    static long first(long count, boolean monotone, String what, LongPredicate passes) {
        return monotone ? strideAndHalve(count, passes) : oneByOne(count, what, passes);
    }

    private static long oneByOne(long count, String what, LongPredicate passes) {
        checkArgument(
                count <= MOST,
                "%s has %s values to try one by one, more than %s; take a coarser grid or tighter bounds, or promise with"
                        + " assumingMonotone() that every better value does at least as well",
                what,
                count,
                MOST);
        long index = 1;
        while (index <= count && !passes.test(index)) {
            index++;
        }
        return index;
    }

    private static long strideAndHalve(long count, LongPredicate passes) {
        long fails = 0;
        long stride = 1;
        while (fails + stride < count && !passes.test(fails + stride)) {
            fails += stride;
            stride *= 2;
        }
        long done = Math.min(fails + stride, count);
        if (done == count && (count == fails || !passes.test(count))) {
            return count + 1;
        }
        while (done - fails > 1) {
            long middle = (fails + done) >>> 1;
            if (passes.test(middle)) {
                done = middle;
            } else {
                fails = middle;
            }
        }
        return done;
    }
}
