package io.github.medrank.choice;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Draws;
import io.github.medrank.RankRange;
import io.github.medrank.School;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.exact.NumberText;
import io.github.medrank.weightspace.WeightSampler;
import java.util.Arrays;

/** Weights drawn from the distribution that the statements define, and the positions of the schools under them. */
final class WeightDraws {
    private static final int BLOCK = 1024;

    private final ChoiceModel model;
    private final double[][] shares;

    WeightDraws(ChoiceModel model, WeightSampler sampler, int count, long seed) {
        this.model = model;
        this.shares = new double[count][model.indicators().size()];
        BlockRandom random = new BlockRandom(seed, 0);
        WeightSampler.Source source = sampler.source(random);
        for (int draw = 0; draw < count; draw++) {
            if (draw % BLOCK == 0) {
                random.start(draw / BLOCK);
                source.start();
            }
            source.next(shares[draw]);
        }
    }

    double[][] shares() {
        return shares;
    }

    /** The positions of each row under each draw, sorted; zeros for a row that is not ranked. */
    private int[][] positions() {
        Draws draws = model.draws();
        int[][] positions = new int[model.ranking().table().size()][shares.length];
        int[] drawn = new int[positions.length];
        for (int draw = 0; draw < shares.length; draw++) {
            draws.positions(shares[draw], drawn);
            for (int row = 0; row < drawn.length; row++) {
                positions[row][draw] = drawn[row];
            }
        }
        for (int[] row : positions) {
            Arrays.sort(row);
        }
        return positions;
    }

    /** The share of the draws under which a school's position is among the first {@code top}. */
    ImmutableMap<School, Double> chances(int top) {
        checkArgument(top >= 1, "the first %s schools; at least one is asked for", top);
        int[][] positions = positions();
        ImmutableMap.Builder<School, Double> chances = ImmutableMap.builder();
        for (int row : model.rows()) {
            long among =
                    Arrays.stream(positions[row]).filter(each -> each <= top).count();
            chances.put(model.school(row), among / (double) shares.length);
        }
        return chances.buildOrThrow();
    }

    /** The range of positions of each school over the middle part of its draws. */
    ImmutableMap<School, RankRange> ranges(double part) {
        int[][] positions = positions();
        int left = (int) Math.floor((1 - part) / 2 * shares.length);
        String basis = NumberText.percent(part) + " of " + NumberText.grouped(shares.length)
                + " draws from statements that may be wrong";
        ImmutableMap.Builder<School, RankRange> ranges = ImmutableMap.builder();
        for (int row : model.rows()) {
            int[] own = positions[row];
            ranges.put(
                    model.school(row),
                    RankRange.of(own[left], own[own.length - 1 - left], basis).withMedian(own[own.length / 2]));
        }
        return ranges.buildOrThrow();
    }
}
