package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Direction;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import java.util.Optional;

/** Scores of a tree of means under one set of weights after another: what its weights alone decide. */
abstract class TreeScores implements Scores {
    final TreeWeights tree;
    double errorBound;

    TreeScores(TreeWeights tree) {
        this.tree = tree;
    }

    /** Takes other weights. */
    final TreeScores weighted(Weights weights) {
        tree.weigh(weights);
        refresh();
        return this;
    }

    /** Takes drawn weights, each read as the decimal that its double prints. */
    final TreeScores reweighted(double[] drawn) {
        tree.weigh(drawn);
        refresh();
        return this;
    }

    /** Computes what depends on the weights. */
    abstract void refresh();

    @Override
    public final int size() {
        return tree.columns().get(0).size();
    }

    @Override
    public final double errorBound() {
        return errorBound;
    }

    @Override
    public final Direction direction() {
        return tree.direction();
    }

    @Override
    public final Optional<String> unranked(int row) {
        return tree.unranked(row);
    }

    @Override
    public final ImmutableList<String> warnings() {
        return tree.warnings();
    }
}
