package io.github.medrank.robustness;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Deals the blocks of a run out to threads, the calling one among them. A block that was dealt out is finished, so what
 * is done is always the blocks up to some number. Keeps its runners, so that a run can be made longer.
 */
final class Run {
    private final Robustness of;
    private final Progress progress;
    private final double[] reference;
    private final List<BlockRunner> runners = new ArrayList<>();
    private long done;

    Run(Robustness of, Progress progress) {
        this.of = of;
        this.progress = progress;
        this.reference = new Reference(of).scores();
    }

    /** Makes the draws from the first, or from where the last call ended, up to some number. */
    Piece draws(long from, long to) {
        long begin = Math.max(from, done);
        AtomicLong next = new AtomicLong(begin / BlockRunner.DRAWS);
        AtomicBoolean stop = new AtomicBoolean(begin >= to);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        while (runners.size() < of.threads()) {
            runners.add(new BlockRunner(of, reference));
        }
        List<Thread> helpers = new ArrayList<>();
        for (BlockRunner runner : runners.subList(1, runners.size())) {
            Thread helper = new Thread(
                    () -> {
                        try {
                            work(runner, next, from, to, stop, false);
                        } catch (RuntimeException | Error thrown) {
                            failure.compareAndSet(null, thrown);
                            stop.set(true);
                        }
                    },
                    "medrank-robustness-" + helpers.size());
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        try {
            work(runners.get(0), next, from, to, stop, true);
        } finally {
            stop.set(true);
            helpers.forEach(Uninterruptibles::joinUninterruptibly);
        }
        Throwable thrown = failure.get();
        if (thrown != null) {
            Throwables.throwIfUnchecked(thrown);
        }
        done = begin >= to ? to : Math.min(to, next.get() * BlockRunner.DRAWS);
        Tally sum = new Tally(of.table().size(), of.order().size(), of.countsPairs());
        runners.forEach(runner -> sum.addAll(runner.tally()));
        Piece piece = new Piece(of.fingerprint(), from, done, sum);
        if (done < to) {
            throw new InterruptedRunException(piece);
        }
        progress.advanced(to, to);
        return piece;
    }

    private void work(BlockRunner runner, AtomicLong next, long from, long to, AtomicBoolean stop, boolean listens) {
        while (!stop.get()) {
            if (listens && Thread.currentThread().isInterrupted()) {
                stop.set(true);
                return;
            }
            long block = next.getAndIncrement();
            long first = block * BlockRunner.DRAWS;
            if (first >= to) {
                return;
            }
            runner.run(block, first, Math.min(to, first + BlockRunner.DRAWS));
            if (listens) {
                progress.advanced(Math.min(first + BlockRunner.DRAWS, to) - from, to - from);
            }
        }
    }
}
