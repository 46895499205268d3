package io.github.medrank.robustness;

import io.github.medrank.InterruptedRunException;
import java.io.Serial;

/**
 * Thrown when the thread that started a run of draws is interrupted; holds the draws done until then.
 *
 * <p>The piece is a complete, though shorter, run. {@link Robustness#result} returns its result;
 * {@link Robustness#complete} continues it.
 */
public final class InterruptedDrawsException extends InterruptedRunException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Piece piece;

    InterruptedDrawsException(Piece piece) {
        super("interrupted after " + piece.draws() + " draws");
        this.piece = piece;
    }

    /** Returns the completed draws. */
    public Piece piece() {
        return piece;
    }
}
