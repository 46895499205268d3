package io.github.medrank.robustness;

import java.io.Serial;
import java.util.concurrent.CancellationException;

/**
 * Says that the thread which started a run was interrupted; holds what was done until then.
 *
 * <p>The thread's interrupt flag is still set. {@link Robustness#result} reads the piece, which is a whole, if shorter,
 * run; {@link Robustness#complete} goes on from it.
 */
public final class InterruptedRunException extends CancellationException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Piece piece;

    InterruptedRunException(Piece piece) {
        super("interrupted after " + piece.draws() + " draws");
        this.piece = piece;
    }

    /** The draws that were done. */
    public Piece piece() {
        return piece;
    }
}
