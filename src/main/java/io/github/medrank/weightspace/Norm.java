package io.github.medrank.weightspace;

/** How a change of weights is measured, in shares. */
public enum Norm {
    /** The sum of the changes: twice the weight that moves from some indicators to others. */
    L1,
    /** The root of the sum of squared changes. */
    L2,
    /** The largest change of any one share. */
    MAX
}
