package io.github.medrank;

/** Whether a larger or a smaller value of an indicator or a score is better. */
public enum Direction {
    /** The larger value is better, as for citations per paper. */
    HIGHER_IS_BETTER("higher is better"),
    /** The smaller value is better, as for students per teacher. */
    LOWER_IS_BETTER("lower is better");

    private final String text;

    Direction(String text) {
        this.text = text;
    }

    /** Returns the direction in words: {@code higher is better} or {@code lower is better}. */
    @Override
    public String toString() {
        return text;
    }
}
