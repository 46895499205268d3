package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.SafeText;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact positions down to a given place, and bands below it.
 *
 * <p>A school belongs to the band that contains its place, so a tie is never split. The last band is followed by one
 * without an end, such as {@code 301+}.
 *
 * <pre>{@code
 * Bands.exactTo(200).then(250, 300) // ==> exact to 200, then 201–250, 251–300, 301+
 * }</pre>
 */
@Immutable
public final class Bands {
    private static final String NONE = "exact throughout";
    private static final String EXACT = "exact to ";
    private static final String THEN = ", then ";
    private static final String COMMA = ", ";
    private static final int LAST_EDGE = 99_999_999;
    private static final int MOST_BANDS = 10_000;

    private final ImmutableList<Integer> edges;

    private Bands(ImmutableList<Integer> edges) {
        checkArgument(edges.size() <= MOST_BANDS, "more than %s bands; give fewer or wider ones", MOST_BANDS);
        for (int i = 0; i < edges.size(); i++) {
            int edge = edges.get(i);
            checkArgument(edge >= 0, "band edge %s is negative", edge);
            checkArgument(edge <= LAST_EDGE, "band edge %s; it may be at most %s", edge, LAST_EDGE);
            checkArgument(
                    i == 0 || edge > edges.get(i - 1),
                    "band edges must rise: %s after %s",
                    edge,
                    i == 0 ? 0 : edges.get(i - 1));
        }
        this.edges = edges;
    }

    /** Returns bands that show an exact position for every school. */
    public static Bands none() {
        return new Bands(ImmutableList.of());
    }

    /**
     * Returns exact positions down to a place, followed by one band without an end.
     *
     * @throws IllegalArgumentException if the place is negative or greater than 99 999 999
     */
    public static Bands exactTo(int place) {
        return new Bands(ImmutableList.of(place));
    }

    /**
     * Adds bands, each given by its last position.
     *
     * @throws IllegalArgumentException if the positions do not increase or exceed 99 999 999, or if these bands were
     *     made by {@link #none}
     */
    public Bands then(int... lastPositions) {
        requireNonNull(lastPositions, "lastPositions");
        requireBanded();
        ImmutableList.Builder<Integer> more = ImmutableList.<Integer>builder().addAll(edges);
        for (int last : lastPositions) {
            more.add(last);
        }
        return new Bands(more.build());
    }

    /**
     * Adds bands of equal width up to a last position; the last band is narrower if the width does not divide evenly.
     *
     * <pre>{@code
     * Bands.exactTo(50).thenEvery(50, 120) // ==> exact to 50, then 51–100, 101–120, 121+
     * }</pre>
     *
     * @throws IllegalArgumentException if the width is not positive, if the last position is not beyond the existing
     *     bands, if the result has more than 10 000 bands, or if these bands were made by {@link #none}
     */
    public Bands thenEvery(int width, int lastPosition) {
        checkArgument(width > 0, "band width %s is not positive", width);
        requireBanded();
        int from = edges.get(edges.size() - 1);
        checkArgument(lastPosition > from, "bands up to %s; those before end at %s", lastPosition, from);
        long more = ((long) lastPosition - from - 1) / width + 1;
        checkArgument(more <= MOST_BANDS, "%s bands of width %s; at most %s", more, width, MOST_BANDS);
        int[] next = new int[(int) more];
        for (int i = 0; i < more; i++) {
            next[i] = (int) Math.min(lastPosition, from + (i + 1L) * width);
        }
        return then(next);
    }

    /**
     * Reads bands from text as {@link #toString} writes it.
     *
     * <pre>{@code
     * Bands.parse("exact to 200, then 201–250, 251+").edges() // ==> [200, 250]
     * }</pre>
     *
     * @throws IllegalArgumentException if the text is not such a list, or its bands are not consecutive
     */
    public static Bands parse(String text) {
        if (requireNonNull(text, "text").equals(NONE)) {
            return none();
        }
        int then = text.indexOf(THEN);
        checkArgument(
                text.startsWith(EXACT) && then > 0,
                "\"%s\" is no list of bands such as \"exact to 200, then 201–250, 251+\"",
                SafeText.line(text));
        List<String> shown = Splitter.on(COMMA).splitToList(text.substring(then + THEN.length()));
        int[] edges = shown.subList(0, shown.size() - 1).stream()
                .mapToInt(band -> Position.parse(band).worst().orElse(0))
                .toArray();
        Bands bands = exactTo(lastExact(text.substring(EXACT.length(), then))).then(edges);
        checkArgument(
                bands.toString().equals(text),
                "bands \"%s\" do not follow on each other, as \"%s\" do",
                SafeText.line(text),
                bands);
        return bands;
    }

    private static int lastExact(String text) {
        return text.equals("0") ? 0 : Position.parse(text).best();
    }

    private void requireBanded() {
        checkArgument(isBanded(), "bands follow a last exact position; start with Bands.exactTo(place)");
    }

    /**
     * Returns the last exact position, followed by the last position of each band, in ascending order; empty without
     * bands.
     */
    public ImmutableList<Integer> edges() {
        return edges;
    }

    /** Returns whether there are any bands. */
    public boolean isBanded() {
        return !edges.isEmpty();
    }

    boolean isExact(int place) {
        return edges.isEmpty() || place <= edges.get(0);
    }

    /** The band that contains a place beyond the last exact one. */
    Position of(int place) {
        int found = Collections.binarySearch(edges, place);
        int edge = found >= 0 ? found : -found - 1;
        int best = edges.get(edge - 1) + 1;
        return edge < edges.size() ? Position.band(best, edges.get(edge)) : Position.openBand(best);
    }

    /** Returns whether the other object has the same edges. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bands that && edges.equals(that.edges);
    }

    @Override
    public int hashCode() {
        return edges.hashCode();
    }

    /** Returns the edges in words. */
    @Override
    public String toString() {
        if (edges.isEmpty()) {
            return NONE;
        }
        StringBuilder text = new StringBuilder(EXACT).append(edges.get(0)).append(THEN);
        for (int i = 1; i < edges.size(); i++) {
            text.append(of(edges.get(i))).append(COMMA);
        }
        return text.append(of(Integer.MAX_VALUE)).toString();
    }
}
