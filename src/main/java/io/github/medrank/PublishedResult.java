package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a publisher printed for a school beside its indicators: a position, a score, or both.
 *
 * @param position the position as printed, such as {@code 26}, {@code =26} or {@code 201-250}; empty where none is
 * @param score the score as printed; empty where none is, as in bands
 */
@Immutable
public record PublishedResult(Optional<String> position, Optional<BigDecimal> score) {
    /** Checks that neither part is null. */
    public PublishedResult {
        requireNonNull(position, "position");
        requireNonNull(score, "score");
    }

    /** A printed position and a printed score. */
    public static PublishedResult of(String position, String score) {
        return new PublishedResult(Optional.of(position), Optional.of(new BigDecimal(score)));
    }
}
