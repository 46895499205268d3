package io.github.medrank.robustness;

import io.github.medrank.InterruptedRunException;
import java.io.Serial;

/**
 * Says that the thread which started a run of draws was interrupted; holds what was done until then.
 *
 * <p>{@link Robustness#result} reads the piece, which is a whole, if shorter, run; {@link Robustness#complete} goes on
 * from it.
 */
public final class InterruptedDrawsException extends InterruptedRunException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Piece piece;

    InterruptedDrawsException(Piece piece) {
        super("interrupted after " + piece.draws() + " draws");
        this.piece = piece;
    }

    /** Returns the draws that were done. */
    public Piece piece() {
        return piece;
    }
}
