package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.Treatment;
import java.util.Optional;

/**
 * Provides the imputations of this library: treatments that fill missing cells before normalization
 * ({@code withImputation}) or after it ({@code withFilling}).
 *
 * <p>A filled cell keeps the reason why it was missing. Several imputations run in order, and each fills the cells that
 * the earlier ones left missing; a mean includes the values that an earlier imputation filled in. If no school has a
 * value, there is no mean or worst value, and the cells stay missing.
 *
 * <p>An imputation can raise a school if it gives more than the missing value would have been; the ranking then carries
 * a warning that names the school and the indicator. There are other ways to handle missing values: rankers that skip
 * them, and {@link io.github.medrank.Eligibilities}, which list a school without a position. To remove schools
 * entirely, filter the table.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var table = IndicatorTable.builder(papers)
 *         .put(School.of("Oxford"), papers, 9)
 *         .put(School.of("Yale"), papers, Cell.missing(MissingReason.WITHHELD))
 *         .build();
 * Imputations.forReason(MissingReason.WITHHELD, Imputations.worst()).apply(table)
 *         .cell(School.of("Yale"), papers) // ==> 9 (filled: withheld)
 * }</pre>
 */
public final class Imputations {
    private Imputations() {}

    /** Returns the group of a school, such as its country. A lambda will do. */
    @Immutable
    @FunctionalInterface
    public interface Grouping {
        /** Returns the group of a school, or empty if it is in no group. */
        Optional<String> group(School school);
    }

    /** Fills a missing value with 0. */
    public static Treatment zero() {
        return constant(0);
    }

    /**
     * Fills a missing value with a constant, such as a publisher's conservative estimate.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public static Treatment constant(double value) {
        return new ConstantImputation(Cell.of(value));
    }

    /** Fills a missing value with the worst value of any school: the lowest, or the highest where lower is better. */
    public static Treatment worst() {
        return ColumnImputation.Quantile.WORST;
    }

    /**
     * Fills a missing value with a quantile of the present values, of type 7, counted from the worst.
     *
     * @param share the quantile in [0, 1], such as 0.25 for the lower quartile
     * @throws IllegalArgumentException if the share is not in [0, 1]
     */
    public static Treatment quantile(double share) {
        return ColumnImputation.Quantile.of(share);
    }

    /** Fills a missing value with the exact arithmetic mean of the present values, such as 7/3. */
    public static Treatment mean() {
        return ColumnImputation.Mean.INSTANCE;
    }

    /** Fills a missing value with the median of the present values. */
    public static Treatment median() {
        return ColumnImputation.Quantile.MEDIAN;
    }

    /**
     * Fills a missing value with the mean of the schools that share an attribute's value.
     *
     * <p>The value stays missing if the school lacks the attribute, or no school of its group has a value.
     *
     * @param attribute the key of the attribute, such as {@code region}
     */
    public static Treatment groupMean(String attribute) {
        return new GroupMeanImputation(
                attribute, new GroupMeanImputation.ByAttribute(requireNonNull(attribute, "attribute")));
    }

    /**
     * Fills a missing value with the mean of the schools of the same group. See {@link #groupMean(String)}.
     *
     * @param name the name of the grouping in the recipe, such as {@code country}
     * @param grouping returns the group of a school, such as {@code School::country}
     */
    public static Treatment groupMean(String name, Grouping grouping) {
        return new GroupMeanImputation(requireNonNull(name, "name"), requireNonNull(grouping, "grouping"));
    }

    /**
     * Fills a missing value with that of the same school in the table of a previous edition. Schools are matched by id.
     * The value stays missing if the previous edition has none. The previous table must be on the scale of this step:
     * raw values for {@code withImputation}, normalised values for {@code withFilling}.
     */
    public static Treatment previousEdition(IndicatorTable previous) {
        return new TableImputation(requireNonNull(previous, "previous"));
    }

    /** Applies an imputation only to cells that are missing for the given reason; other missing cells stay missing. */
    public static Treatment forReason(MissingReason reason, Treatment imputation) {
        requireNonNull(reason, "reason");
        return requireNonNull(imputation, "imputation").equals(refuse())
                ? new Refusal(Optional.of(reason))
                : new ReasonImputation(reason, imputation);
    }

    /** Fills nothing, but refuses a missing value with an exception that names the school and the indicator. */
    public static Treatment refuse() {
        return new Refusal(Optional.empty());
    }
}
