package io.github.medrank.robustness;

import io.github.medrank.Draws;

/**
 * Scores to measure the others from: the first method's, of the table as given, with its own weights or, where those
 * vary, equal ones. The spread of scores is then not lost in their size.
 */
final class Reference {
    private final double[] scores;

    Reference(Robustness of) {
        int size = of.table().size();
        this.scores = new double[size];
        Draws draws = of.methods().all().get(0).methodology().over(of.table(), of.order());
        double[] even = new double[of.order().size()];
        java.util.Arrays.fill(even, 1);
        draws.positions(even, new int[size], scores);
        for (int row = 0; row < size; row++) {
            scores[row] = Double.isFinite(scores[row]) ? scores[row] : 0;
        }
    }

    double[] scores() {
        return scores;
    }
}
