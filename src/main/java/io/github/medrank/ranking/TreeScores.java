package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Direction;
import io.github.medrank.Scores;
import java.util.Optional;

/** Scores of a tree of means under one set of weights after another: what its weights alone decide. */
abstract class TreeScores implements Scores {
    final TreeWeights tree;
    double errorBound;

    TreeScores(TreeWeights tree) {
        this.tree = tree;
    }

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
