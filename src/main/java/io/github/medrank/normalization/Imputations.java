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
 * The imputations this library has: treatments that give a missing cell a number, before normalization
 * ({@code withImputation}) or after it ({@code withFilling}).
 *
 * <p>A filled cell keeps the reason why it was missing. Several imputations work one after the other, each on the cells
 * that the ones before left missing; a mean after another imputation includes what that one filled in. Where no school
 * has a value there is nothing to take a mean or a worst of, and the cells stay missing.
 *
 * <p>An imputation that may give a school more than the value it lost can raise the school; the ranking then carries a
 * warning that names it and the indicator. Other answers to a missing value: rankers that skip it, and
 * {@link io.github.medrank.Eligibilities}, which keep a school listed without a position. To drop schools altogether,
 * filter the table.
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

    /** Tells the group of a school, such as its country; any lambda is one. */
    @Immutable
    @FunctionalInterface
    public interface Grouping {
        /** Returns the group of a school; empty if it is in none. */
        Optional<String> group(School school);
    }

    /** Fills a missing value with 0. */
    public static Treatment zero() {
        return constant(0);
    }

    /**
     * Fills a missing value with a constant, such as a publisher's conservative one.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public static Treatment constant(double value) {
        return new ConstantImputation(Cell.of(value));
    }

    /** Fills a missing value with the worst that any school has: the least, or the greatest where lower is better. */
    public static Treatment worst() {
        return ColumnImputation.Quantile.WORST;
    }

    /**
     * Fills a missing value with a quantile of the others, of type 7, counted from the worst.
     *
     * @param share in [0, 1], such as 0.25 for the lower quartile
     * @throws IllegalArgumentException if it is not
     */
    public static Treatment quantile(double share) {
        return ColumnImputation.Quantile.of(share);
    }

    /** Fills a missing value with the arithmetic mean of the others, exactly, such as 7/3. */
    public static Treatment mean() {
        return ColumnImputation.Mean.INSTANCE;
    }

    /** Fills a missing value with the median of the others. */
    public static Treatment median() {
        return ColumnImputation.Quantile.MEDIAN;
    }

    /**
     * Fills a missing value with the mean of the schools that have the same value of an attribute.
     *
     * <p>It stays missing for a school without the attribute, and in a group where no school has a value.
     *
     * @param attribute the key of the attribute, such as {@code region}
     */
    public static Treatment groupMean(String attribute) {
        return new GroupMeanImputation(
                attribute, new GroupMeanImputation.ByAttribute(requireNonNull(attribute, "attribute")));
    }

    /**
     * Fills a missing value with the mean of the schools of the same group, as {@link #groupMean(String)}.
     *
     * @param name what the groups are, for the recipe: {@code country}
     * @param grouping the group of a school, such as {@code School::country}
     */
    public static Treatment groupMean(String name, Grouping grouping) {
        return new GroupMeanImputation(requireNonNull(name, "name"), requireNonNull(grouping, "grouping"));
    }

    /**
     * Fills a missing value with that of the same school, by id, in a previous edition's table; it stays missing where
     * that has none. The table must be on the scale of the step: raw values for {@code withImputation}, normalised ones
     * for {@code withFilling}.
     */
    public static Treatment previousEdition(IndicatorTable previous) {
        return new TableImputation(requireNonNull(previous, "previous"));
    }

    /** Applies an imputation to the cells that are missing for one reason; other missing cells stay missing. */
    public static Treatment forReason(MissingReason reason, Treatment imputation) {
        requireNonNull(reason, "reason");
        return requireNonNull(imputation, "imputation").equals(refuse())
                ? new Refusal(Optional.of(reason))
                : new ReasonImputation(reason, imputation);
    }

    /** Fills nothing: a missing value is refused with an exception that names the school and the indicator. */
    public static Treatment refuse() {
        return new Refusal(Optional.empty());
    }
}
