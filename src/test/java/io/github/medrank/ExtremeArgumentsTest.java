package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every public member of the exported packages, called with null, empty and extreme arguments, one at a time beside
 * ordinary ones, works or throws an unchecked exception with a text of the library's own: the parameter or its value, and
 * what is allowed. It answers within a second of processor time and 256 MB.
 */
class ExtremeArgumentsTest {
    private static final long MOST_NANOS = 1_000_000_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final int DEADLINE_SECONDS = 20;

    /** Classes that came while this test was written are handed to a few more. */
    private static final int MOST_UNCALLED = 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final List<String> faults = new ArrayList<>();
    private ExecutorService worker = worker();

    /** What a call threw, if anything, and what it took. */
    private record Answer(@Nullable Throwable thrown, long nanos, long bytes) {}

    @Test
    void every_public_member_answers_extreme_arguments() throws InterruptedException {
        ArgumentStock stock = ArgumentStock.shared();
        List<String> uncalled = new ArrayList<>();
        for (Executable member : ArgumentStock.members()) {
            List<Object> ordinary = stock.ordinary(member);
            List<Object> receivers = stock.receivers(member);
            if (member.getParameterCount() > 0
                    && !member.getName().equals("equals")
                    && (ordinary.isEmpty() || receivers.isEmpty())) {
                uncalled.add(member.toString());
            }
            for (Object receiver : receivers) {
                tryAll(stock, member, receiver, ordinary);
            }
        }
        worker.shutdownNow();

        assertThat(uncalled)
                .as("members that nothing in the stock can be handed to")
                .hasSizeLessThan(MOST_UNCALLED);
        assertThat(faults).isEmpty();
    }

    private void tryAll(ArgumentStock stock, Executable member, @Nullable Object receiver, List<Object> ordinary)
            throws InterruptedException {
        Parameter[] parameters = member.getParameters();
        if (parameters.length == 0) {
            check(new ExtremeCall(member, receiver, -1, new Object[0]));
        }
        for (int i = 0; i < parameters.length && i < ordinary.size(); i++) {
            List<Object> values = new ArrayList<>(stock.extremes(member.getGenericParameterTypes()[i]));
            if (!parameters[i].getType().isPrimitive()) {
                values.add(null);
            }
            for (Object value : values) {
                Object[] arguments = ordinary.toArray();
                arguments[i] = value;
                check(new ExtremeCall(member, receiver, i, arguments));
            }
        }
    }

    private void check(ExtremeCall call) throws InterruptedException {
        try {
            Answer answer = worker.submit(() -> answer(call)).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            if (answer.nanos() > MOST_NANOS || answer.bytes() > MOST_BYTES) {
                faults.add(
                        call + ": takes " + answer.nanos() / 1_000_000 + " ms and " + (answer.bytes() >> 20) + " MB");
            }
            call.fault(answer.thrown()).ifPresent(text -> faults.add(call + ": " + text));
        } catch (TimeoutException endless) {
            faults.add(call + ": does not return");
            worker.shutdownNow();
            worker = worker();
        } catch (ExecutionException broken) {
            faults.add(call + ": " + broken.getCause());
        }
    }

    private static Answer answer(ExtremeCall call) throws ReflectiveOperationException {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long nanos = THREADS.getCurrentThreadCpuTime();
        Throwable thrown = call.thrown();
        return new Answer(
                thrown, THREADS.getCurrentThreadCpuTime() - nanos, THREADS.getThreadAllocatedBytes(thread) - bytes);
    }

    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "extreme arguments");
            thread.setDaemon(true);
            return thread;
        });
    }
}
