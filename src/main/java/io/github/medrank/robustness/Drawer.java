package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.SharedDraws;
import io.github.medrank.Weights;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.weightspace.WeightSampler;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes draws, one after another, each with its method, data and weights. One per thread. */
final class Drawer {
    private final Robustness of;
    private final ImmutableList<Indicator> order;
    private final BlockRandom weightRandom;
    private final BlockRandom methodRandom;
    private final BlockRandom dataRandom;
    private final WeightSampler.@Nullable Source source;
    private final @Nullable Draws[] prepared;
    private final double[][] points;
    private final int[] leftOutOf;
    private final double[] shares;
    private IndicatorTable table;
    /** The computations that the methods share for the current data. */
    private SharedDraws shared;

    private int leftOut;

    Drawer(Robustness of) {
        this.of = of;
        this.order = of.order;
        this.weightRandom = new BlockRandom(of.seed, 1);
        this.methodRandom = new BlockRandom(of.seed, 2);
        this.dataRandom = new BlockRandom(of.seed, 3);
        this.source = of.weights.map(sampler -> sampler.source(weightRandom)).orElse(null);
        this.prepared = new Draws[of.methods.size()];
        this.points = new double[prepared.length][0];
        this.leftOutOf = of.methods.all().stream()
                .mapToInt(method -> method.leftOut().map(order::indexOf).orElse(-1))
                .toArray();
        this.shares = new double[order.size()];
        this.table = of.table;
        this.shared = SharedDraws.of(table, order);
    }

    /** Begins a block of draws, which shares nothing with earlier blocks. */
    void start(long block) {
        weightRandom.start(block);
        methodRandom.start(block);
        if (source != null) {
            source.start();
        }
    }

    /** Makes the next draw, its method and its data; {@link #shares} has its weights. */
    Draws next(long draw) {
        int number = prepared.length == 1 ? 0 : methodRandom.nextInt(prepared.length);
        Draws draws = prepared[number];
        if (of.data.isPresent() || draws == null) {
            Methodology methodology = of.methods.all().get(number).methodology();
            if (of.data.isPresent()) {
                table = table(draw);
                shared = SharedDraws.of(table, order);
            }
            draws = shared.over(methodology);
            prepared[number] = draws;
            points[number] = source == null ? points(methodology) : points[number];
        }
        if (source != null) {
            source.next(shares);
        } else {
            System.arraycopy(points[number], 0, shares, 0, shares.length);
        }
        leftOut = leftOutOf[number];
        leaveOut(shares);
        return draws;
    }

    /** Sets the weight of the indicator that the draw's method leaves out to 0. */
    void leaveOut(double[] weights) {
        if (leftOut >= 0) {
            weights[leftOut] = 0;
            checkArgument(
                    Arrays.stream(weights).anyMatch(weight -> weight > 0),
                    "without indicator \"%s\" no indicator has any weight",
                    order.get(leftOut).id());
        }
    }

    private IndicatorTable table(long draw) {
        DataVariation variation = of.data.orElseThrow();
        dataRandom.start(draw);
        IndicatorTable varied = variation.table(of.table, draw, dataRandom);
        checkArgument(
                varied.schools().equals(of.table.schools()),
                "draw %s: the varied table has other schools than the given one, or other rows",
                draw);
        return varied;
    }

    /** The methodology's own weights; learned weights are learned from the data of the draw. */
    private double[] points(Methodology methodology) {
        Weights weights = methodology.weights().orElseGet(() -> shared.weights(methodology));
        return order.stream()
                .mapToDouble(indicator -> weights.points(indicator).doubleValue())
                .toArray();
    }

    /** The data of the last draw. */
    IndicatorTable table() {
        return table;
    }

    /** The weights of the last draw; they need not add up to 1. */
    double[] shares() {
        return shares;
    }
}
