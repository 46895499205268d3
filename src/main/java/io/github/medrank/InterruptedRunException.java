package io.github.medrank;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.util.concurrent.CancellationException;

/**
 * Thrown when a long computation ends early because its calling thread was interrupted.
 *
 * <p>The thread's interrupt flag remains set. A run of draws that can be resumed throws a subclass that holds the draws
 * completed so far.
 */
public class InterruptedRunException extends CancellationException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates an exception with a message that says how far the computation got.
     *
     * @param message the progress, such as {@code interrupted after 2048 draws}
     */
    public InterruptedRunException(String message) {
        super(requireNonNull(message, "message"));
    }
}
