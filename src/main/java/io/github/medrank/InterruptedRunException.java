package io.github.medrank;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.util.concurrent.CancellationException;

/**
 * Says that a long computation ended early because the thread that started it was interrupted.
 *
 * <p>The thread's interrupt flag is still set. A run of draws that can go on throws a subclass that holds what was
 * done.
 */
public class InterruptedRunException extends CancellationException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Says what was done until then.
     *
     * @param message how far it was, such as {@code interrupted after 2048 draws}
     */
    public InterruptedRunException(String message) {
        super(requireNonNull(message, "message"));
    }
}
