package io.github.medrank.choice;

/** An answer to a {@link Question}. */
public enum Answer {
    /** The first of the two is better. */
    FIRST,
    /** The second of the two is better. */
    SECOND,
    /** Both are about equally good: neither leads by more than {@value WhatMatters#ABOUT} of the largest difference. */
    NO_PREFERENCE,
    /** No answer; the question is not asked again. */
    DONT_KNOW
}
