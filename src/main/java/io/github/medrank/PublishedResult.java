package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a publisher printed for a school besides its indicators: a position, a score, or both.
 *
 * @param position the position as printed, such as {@code 26}, {@code =26} or {@code 201-250}; empty if none was
 *     printed
 * @param score the score as printed; empty if none was printed, as is usual in bands
 */
@Immutable
public record PublishedResult(Optional<String> position, Optional<BigDecimal> score) {
    /** Numbers as texts, which a reader of files does not need. */
    private static final class Printed {
        static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{0,30})?");
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the position is blank
     */
    public PublishedResult {
        requireNonNull(position, "position");
        requireNonNull(score, "score");
        if (position.isPresent()) {
            position = Optional.of(SafeText.line(Names.require(position.get(), "published position")));
        }
    }

    /**
     * Returns a result with a printed position and a printed score. If only one was printed, use the constructor.
     *
     * <pre>{@code
     * PublishedResult.of("=26", "78.7").score() // ==> Optional[78.7]
     * }</pre>
     *
     * @throws IllegalArgumentException if the position is blank or the score is not a plain decimal
     */
    public static PublishedResult of(String position, String score) {
        requireNonNull(score, "score");
        checkArgument(
                Printed.DECIMAL.matcher(score).matches(),
                "published score \"%s\" is not a number such as 78.7; if none was printed, give the constructor an empty one",
                SafeText.line(score));
        return new PublishedResult(
                Optional.of(requireNonNull(position, "position")), Optional.of(new BigDecimal(score)));
    }
}
