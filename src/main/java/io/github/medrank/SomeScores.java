package io.github.medrank;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** The scores of selected rows. */
final class SomeScores implements Scores {
    private final Scores all;
    private final int[] rows;

    SomeScores(Scores all, int[] rows) {
        this.all = all;
        this.rows = rows;
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public void copyTo(double[] approximations) {
        double[] whole = new double[all.size()];
        all.copyTo(whole);
        for (int i = 0; i < rows.length; i++) {
            approximations[i] = whole[rows[i]];
        }
    }

    @Override
    public double errorBound() {
        return all.errorBound();
    }

    @Override
    public long denominator() {
        return all.denominator();
    }

    @Override
    public Rational exact(int row) {
        return all.exact(rows[row]);
    }

    @Override
    public boolean alike(int row, int other) {
        return all.alike(rows[row], rows[other]);
    }

    @Override
    public Direction direction() {
        return all.direction();
    }

    @Override
    public Optional<String> unranked(int row) {
        return all.unranked(rows[row]);
    }

    @Override
    public ImmutableList<Rational> contributions(int row) {
        return all.contributions(rows[row]);
    }

    @Override
    public ImmutableList<String> warnings() {
        return all.warnings();
    }
}
