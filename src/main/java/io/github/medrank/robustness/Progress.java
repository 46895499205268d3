package io.github.medrank.robustness;

/**
 * Hears how far a long run is. Called on the thread that started the run, now and then; an exception that it throws
 * ends the run.
 */
@FunctionalInterface
public interface Progress {
    /**
     * Hears that more draws are done.
     *
     * @param done how many draws are done, of all threads
     * @param total how many there will be; a run that stops at an error may raise it on the way
     */
    void advanced(long done, long total);

    /** Hears nothing. */
    static Progress none() {
        return (done, total) -> {};
    }
}
