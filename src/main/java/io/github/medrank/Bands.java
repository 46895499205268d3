package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;

/**
 * Exact positions down to some place, bands after it.
 *
 * <p>A school belongs to the band its competition position falls in, so that a tie is never split. After the last band
 * follows one without an end.
 *
 * <pre>{@code
 * Bands.exactTo(200).then(250, 300) // ==> exact to 200, then 201–250, 251–300, 301+
 * }</pre>
 *
 * @param edges the last exact position, then the last position of each band; rising, the first at least 0
 * @param banded whether there are bands at all
 */
@Immutable
public record Bands(ImmutableList<Integer> edges, boolean banded) {
    /** Checks the edges. */
    public Bands {
        for (int i = 0; i < edges.size(); i++) {
            int edge = edges.get(i);
            checkArgument(edge >= 0, "band edge %s is negative", edge);
            checkArgument(
                    i == 0 || edge > edges.get(i - 1),
                    "band edges must rise: %s after %s",
                    edge,
                    i == 0 ? 0 : edges.get(i - 1));
        }
        checkArgument(
                edges.isEmpty() != banded, "bands need the last exact position, and no bands need none: %s", edges);
    }

    /** Exact positions for everybody. */
    public static Bands none() {
        return new Bands(ImmutableList.of(), false);
    }

    /**
     * Exact positions to a place, then one band without an end.
     *
     * @throws IllegalArgumentException if the place is negative
     */
    public static Bands exactTo(int place) {
        return new Bands(ImmutableList.of(place), true);
    }

    /**
     * More bands, given by their last positions.
     *
     * @throws IllegalArgumentException if the positions do not rise, or there is no last exact position yet
     */
    public Bands then(int... lastPositions) {
        return new Bands(
                ImmutableList.<Integer>builder()
                        .addAll(edges)
                        .addAll(Arrays.stream(lastPositions).boxed().iterator())
                        .build(),
                banded);
    }

    /**
     * More bands of one width, up to a last position.
     *
     * @throws IllegalArgumentException if the width is not positive
     */
    public Bands thenEvery(int width, int lastPosition) {
        checkArgument(width > 0, "band width %s is not positive", width);
        Bands bands = this;
        for (int edge = edges.get(edges.size() - 1) + width; edge <= lastPosition; edge += width) {
            bands = bands.then(edge);
        }
        return bands;
    }

    boolean isExact(int place) {
        return !banded || place <= edges.get(0);
    }

    Position of(int place) {
        for (int i = 1; i < edges.size(); i++) {
            if (place <= edges.get(i)) {
                return Position.band(edges.get(i - 1) + 1, edges.get(i));
            }
        }
        return Position.openBand(edges.get(edges.size() - 1) + 1);
    }

    /** The edges in words. */
    @Override
    public String toString() {
        if (!banded) {
            return "exact throughout";
        }
        StringBuilder text = new StringBuilder("exact to ").append(edges.get(0)).append(", then ");
        for (int i = 1; i < edges.size(); i++) {
            text.append(of(edges.get(i))).append(", ");
        }
        return text.append(of(Integer.MAX_VALUE)).toString();
    }
}
