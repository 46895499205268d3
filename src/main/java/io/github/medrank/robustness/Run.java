package io.github.medrank.robustness;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import io.github.medrank.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Distributes the blocks of a run over threads, including the calling one. A block that was handed out is always
 * finished, so the completed draws are the blocks up to some number.
 */
final class Run {
    private final Robustness of;
    private final Progress progress;
    private final double[] reference;
    private final long fingerprint;

    Run(Robustness of, Progress progress) {
        this.of = of;
        this.progress = progress;
        this.reference = reference(of);
        this.fingerprint = of.fingerprint();
    }

    /**
     * The scores from which other scores are measured: those of the first method, for the given table, with its own
     * weights or, if weights vary, equal ones. Measuring differences keeps precision if scores are large and their
     * spread is small.
     */
    static double[] reference(Robustness of) {
        int size = of.table.size();
        double[] scores = new double[size];
        Draws draws = of.methods.all().get(0).methodology().over(of.table, of.order);
        double[] even = new double[of.order.size()];
        Arrays.fill(even, 1);
        draws.positions(even, new int[size], scores);
        for (int row = 0; row < size; row++) {
            scores[row] = Double.isFinite(scores[row]) ? scores[row] : 0;
        }
        return scores;
    }

    /** Makes the draws from {@code from}, which begins a block, up to {@code to}. */
    Piece draws(long from, long to) {
        AtomicLong next = new AtomicLong(from / BlockRunner.DRAWS);
        AtomicBoolean stop = new AtomicBoolean(from >= to);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Queue<Tally> tallies = new ConcurrentLinkedQueue<>();
        List<Thread> helpers = new ArrayList<>();
        for (int number = 1; number < of.threads; number++) {
            Thread helper = new Thread(
                    () -> {
                        try {
                            tallies.add(work(next, to, stop, false));
                        } catch (RuntimeException | Error thrown) {
                            failure.compareAndSet(null, thrown);
                            stop.set(true);
                        }
                    },
                    "medrank-robustness-" + number);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        Tally tally;
        try {
            tally = work(next, to, stop, true);
        } finally {
            stop.set(true);
            helpers.forEach(Uninterruptibles::joinUninterruptibly);
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            Throwables.throwIfUnchecked(thrown);
        }
        tallies.forEach(tally::addAll);
        long done = Math.max(from, Math.min(to, next.get() * BlockRunner.DRAWS));
        Piece piece = new Piece(fingerprint, from, done, tally);
        if (done < to) {
            throw new InterruptedDrawsException(piece);
        }
        progress.advanced(to, to);
        return piece;
    }

    /** Continues from the first draws, which are whole blocks, up to {@code to}. */
    Piece longer(Piece begun, long to) {
        try {
            return begun.merge(draws(begun.draws(), to));
        } catch (InterruptedDrawsException interrupted) {
            throw new InterruptedDrawsException(begun.merge(interrupted.piece()));
        }
    }

    /** Makes block after block, and returns the counts. */
    private Tally work(AtomicLong next, long to, AtomicBoolean stop, boolean listens) {
        BlockRunner runner = new BlockRunner(of, reference);
        while (!stop.get()) {
            if (listens && Thread.currentThread().isInterrupted()) {
                stop.set(true);
                break;
            }
            long block = next.getAndIncrement();
            long first = block * BlockRunner.DRAWS;
            if (first >= to) {
                break;
            }
            runner.run(block, first, Math.min(to, first + BlockRunner.DRAWS));
            if (listens) {
                progress.advanced(Math.min(first + BlockRunner.DRAWS, to), to);
            }
        }
        return runner.tally();
    }
}
