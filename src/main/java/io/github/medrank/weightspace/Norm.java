package io.github.medrank.weightspace;

/** Defines how the size of a change of weights is measured. All norms apply to shares. */
public enum Norm {
    /** The sum of the absolute changes, which is twice the share that moves between indicators. */
    L1,
    /** The square root of the sum of squared changes. */
    L2,
    /** The largest absolute change of a single share. */
    MAX
}
