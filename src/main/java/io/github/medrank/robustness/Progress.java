package io.github.medrank.robustness;

/**
 * Receives the progress of a long run. It is called from time to time on the thread that started the run; an exception
 * that it throws ends the run.
 */
@FunctionalInterface
public interface Progress {
    /**
     * Reports that more draws are done.
     *
     * @param done the number of draws done, over all threads
     * @param total the total number of draws; a run that stops at an error may raise it on the way
     */
    void advanced(long done, long total);

    /** Returns a listener that does nothing. */
    static Progress none() {
        return (done, total) -> {};
    }
}
