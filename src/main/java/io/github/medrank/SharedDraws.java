package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws of many methodologies over one table. They share the prepared table if they prepare it alike, and the scorer if
 * they differ only in their weights.
 *
 * <p>Two lambdas are alike only if they are the same object. Use one instance per thread; it is not thread-safe.
 *
 * <pre>{@code
 * var a = Indicator.of("a");
 * var b = Indicator.of("b");
 * var table = IndicatorTable.builder(a, b).row(School.of("Yale"), 3, 2).row(School.of("Oxford"), 2, 3)
 *         .build();
 * var mean = Methodology.builder("mean").indicators(a, b).ranker(Rankers.weightedMean()).build();
 * var draws = SharedDraws.of(table, List.of(a, b));
 * draws.over(mean) == draws.over(mean.withWeights(Weights.of(Map.of(a, 20, b, 80)))) // ==> true
 * }</pre>
 */
public final class SharedDraws {
    private final IndicatorTable table;
    private final ImmutableList<Indicator> order;
    private final Map<List<Object>, Methodology.Prepared> prepared = new HashMap<>();
    private final Map<List<Object>, Draws> draws = new HashMap<>();

    private SharedDraws(IndicatorTable table, ImmutableList<Indicator> order) {
        this.table = table;
        this.order = order;
    }

    /**
     * Returns draws over a table.
     *
     * @param table the table, as for {@link Methodology#rank}
     * @param order the order of the weights in each draw; exactly the indicators of each methodology
     */
    public static SharedDraws of(IndicatorTable table, List<Indicator> order) {
        return new SharedDraws(requireNonNull(table, "table"), ImmutableList.copyOf(requireNonNull(order, "order")));
    }

    /**
     * Returns the draws of {@link Methodology#over}. Methodologies that differ only in name, provenance or weights
     * share one object.
     *
     * @throws IllegalArgumentException as {@link Methodology#over}
     */
    public Draws over(Methodology methodology) {
        requireNonNull(methodology, "methodology");
        List<Object> key = List.of(methodology.preparation(), methodology.ranker(), methodology.presentation());
        Draws known = draws.get(key);
        if (known == null) {
            known = methodology.over(prepared(methodology), order);
            draws.put(key, known);
        }
        return known;
    }

    /**
     * Returns the weights that a methodology assigns to the table.
     *
     * @throws IllegalArgumentException as {@link Methodology#rank}
     */
    public Weights weights(Methodology methodology) {
        requireNonNull(methodology, "methodology");
        return methodology.weights(prepared(methodology));
    }

    private Methodology.Prepared prepared(Methodology methodology) {
        return prepared.computeIfAbsent(methodology.preparation(), any -> methodology.prepared(table));
    }
}
