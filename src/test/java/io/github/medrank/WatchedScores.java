package io.github.medrank;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores that count how often an exact one is asked for. */
final class WatchedScores implements Scores {
    /** All that give a number. */
    static final ImmutableList<RoundingMode> ROUNDINGS = ImmutableList.of(
            RoundingMode.UP,
            RoundingMode.DOWN,
            RoundingMode.CEILING,
            RoundingMode.FLOOR,
            RoundingMode.HALF_UP,
            RoundingMode.HALF_DOWN,
            RoundingMode.HALF_EVEN);

    final @Nullable BigDecimal[] exact;
    final double[] approximate;
    double bound;
    Direction direction = Direction.HIGHER_IS_BETTER;
    long denominator;
    boolean knowsAlike;
    int asked;

    WatchedScores(@Nullable BigDecimal... exact) {
        this.exact = exact;
        this.approximate = Arrays.stream(exact)
                .mapToDouble(each -> each == null ? Double.NaN : each.doubleValue())
                .toArray();
        double largest = Arrays.stream(approximate)
                .map(Math::abs)
                .filter(x -> x >= 0)
                .max()
                .orElse(0);
        this.bound = largest * 0x1p-52;
    }

    @Override
    public int size() {
        return exact.length;
    }

    @Override
    public void copyTo(double[] approximations) {
        System.arraycopy(approximate, 0, approximations, 0, exact.length);
    }

    @Override
    public double errorBound() {
        return bound;
    }

    @Override
    public Rational exact(int row) {
        asked++;
        return Rational.of(score(row));
    }

    BigDecimal score(int row) {
        return Optional.ofNullable(exact[row]).orElseThrow();
    }

    @Override
    public long denominator() {
        return denominator;
    }

    @Override
    public boolean alike(int row, int other) {
        return row == other || (knowsAlike && score(row).compareTo(score(other)) == 0);
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public Optional<String> unranked(int row) {
        return exact[row] == null ? Optional.of("no score") : Optional.empty();
    }

    @Override
    public ImmutableList<Rational> contributions(int row) {
        return ImmutableList.of(Rational.of(row));
    }

    @Override
    public ImmutableList<String> warnings() {
        return ImmutableList.of("a warning");
    }
}
