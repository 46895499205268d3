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
 * What a missing value counts as: treatments that fill cells, before normalization ({@code withImputation}) or after it
 * ({@code withFilling}).
 *
 * <p>A filled cell keeps the reason why it was missing. Several fillings work one after the other, each on what the ones
 * before left missing; a mean after another filling includes what that one filled in.
 * Where nobody has a value there is nothing to take a mean or a worst of, and the cells stay missing.
 *
 * <p>Any filling that may give a school more than the value it lost can raise the school; the ranking then carries a
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
 * Fillings.when(MissingReason.WITHHELD, Fillings.worst()).apply(table).cell(School.of("Yale"), papers) // ==> 9 (filled: withheld)
 * }</pre>
 */
public final class Fillings {
    private Fillings() {}

    /** Tells the group of a school, such as its country; any lambda fits. */
    @Immutable
    @FunctionalInterface
    public interface Grouping {
        /** The group of a school; empty if it is in none. */
        Optional<String> group(School school);
    }

    /** A missing value counts as 0. */
    public static Treatment zero() {
        return constant(0);
    }

    /**
     * A missing value counts as a constant, such as a publisher's conservative one.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public static Treatment constant(double value) {
        return new ConstantFilling(Cell.of(value));
    }

    /** A missing value counts as the worst that any other school has: the least, or the greatest where less is better. */
    public static Treatment worst() {
        return ColumnFilling.WORST;
    }

    /**
     * A missing value counts as a quantile of the others, of type 7, counted from the worst.
     *
     * @param share in [0, 1], such as 0.25 for the lower quartile
     * @throws IllegalArgumentException if it is not
     */
    public static Treatment quantile(double share) {
        return new QuantileFilling(share);
    }

    /** A missing value counts as the arithmetic mean of the others, correctly rounded. */
    public static Treatment mean() {
        return ColumnFilling.MEAN;
    }

    /** A missing value counts as the median of the others. */
    public static Treatment median() {
        return ColumnFilling.MEDIAN;
    }

    /**
     * A missing value counts as the mean of the schools that have the same value of an attribute.
     *
     * <p>It stays missing for a school without the attribute, and in a group where nobody has a value.
     *
     * @param attribute the key of the attribute, such as {@code region}
     */
    public static Treatment groupMean(String attribute) {
        return new GroupMeanFilling(attribute, new ByAttribute(requireNonNull(attribute, "attribute")));
    }

    /**
     * A missing value counts as the mean of the schools of the same group, as {@link #groupMean(String)}.
     *
     * @param name what the groups are, for the recipe: {@code country}
     * @param grouping the group of a school, such as {@code School::country}
     */
    public static Treatment groupMean(String name, Grouping grouping) {
        return new GroupMeanFilling(requireNonNull(name, "name"), requireNonNull(grouping, "grouping"));
    }

    /**
     * A missing value counts as that of the same school, by id, in a previous edition's table; it stays missing where
     * that has none. The table must be on the scale of the step: raw for imputation, normalised for filling after it.
     */
    public static Treatment previousEdition(IndicatorTable previous) {
        return new TableFilling(requireNonNull(previous, "previous"));
    }

    /** A filling for what is missing for one reason; other missing cells stay missing. */
    public static Treatment when(MissingReason reason, Treatment filling) {
        requireNonNull(reason, "reason");
        return requireNonNull(filling, "filling").equals(refuse())
                ? new Refusal(Optional.of(reason))
                : new ReasonFilling(reason, filling);
    }

    /** Nothing is filled: a missing value is refused with an exception that names the school and the indicator. */
    public static Treatment refuse() {
        return new Refusal(Optional.empty());
    }
}
