package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An immutable recipe from a table of indicators to a ranking.
 *
 * <p>The steps, in order, are: eligibility; treatments; imputation, which fills missing values before normalization;
 * normalization; filling, which fills the values still missing; weighting, which sees the normalised table before
 * filling; the ranker; the presentation. Two methodologies are equal if their steps are equal; lambdas are equal only
 * to themselves.
 *
 * <pre>{@code
 * var mine = Methodology.builder("By the weakest indicator")
 *         .ranker((t, w) -> Ranking.byScore(t, w, row -> row.min()))
 *         .build();
 * var table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b"))
 *         .row(School.of("Yale"), 3, 2).build();
 * mine.rank(table).of("Yale").score() // ==> 2
 * }</pre>
 */
@Immutable
public final class Methodology {
    private final String name;
    private final String edition;
    private final ImmutableList<Indicator> indicators;
    private final Eligibility eligibility;
    private final ImmutableList<Treatment> treatments;
    private final ImmutableList<Treatment> imputation;
    private final Normalizer normalizer;
    private final ImmutableMap<Indicator, Normalizer> normalizers;
    private final ImmutableList<Treatment> filling;
    private final WeightingStrategy weighting;
    private final Ranker ranker;
    private final Presentation presentation;
    private final Provenance provenance;

    private Methodology(Builder from) {
        this.name = Names.require(from.name, "methodology name");
        this.edition = from.edition;
        this.indicators = from.indicators;
        this.eligibility = from.eligibility;
        this.treatments = from.treatments;
        this.imputation = from.imputation;
        this.normalizer = from.normalizer;
        this.normalizers = ImmutableMap.copyOf(from.normalizers);
        this.filling = from.filling;
        this.weighting = inOrder(from.weighting, indicators);
        checkArgument(
                from.ranker != null,
                "methodology \"%s\" has no ranker; give it one such as Rankers.weightedMean()",
                name);
        this.ranker = from.ranker;
        this.presentation = from.presentation;
        this.provenance = from.provenance;
    }

    /** Checks weights that are known in advance, and puts them in the order of the indicators. */
    private static WeightingStrategy inOrder(WeightingStrategy weighting, ImmutableList<Indicator> indicators) {
        return weighting instanceof Weights.Fixed fixed && !indicators.isEmpty()
                ? WeightingStrategy.fixed(fixed.weights().inOrderOf(indicators))
                : weighting;
    }

    /**
     * Returns a builder of a methodology. By default it ranks every school on all indicators of its table, without
     * normalization and equally weighted, and shows exact scores. A ranker must be given.
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Returns a builder that starts with the parts of this methodology. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    // ---- ranking ----

    /**
     * Ranks the schools of a table. With the steps that this library provides for published scores, this takes O(n · k)
     * for n schools and k indicators, plus at most one sort.
     *
     * @param table a table with all of the methodology's indicators; other indicators are ignored
     * @return the ranking
     * @throws IllegalArgumentException if an indicator is missing, no school is eligible, or a step refuses the values
     */
    public Ranking rank(IndicatorTable table) {
        Prepared prepared = prepared(table);
        return ranker.rank(prepared.lineage().filled(), weights(prepared))
                .presentedBy(this, prepared.lineage(), prepared.refused());
    }

    /**
     * Returns the positions of a table's schools under many draws of weights: the fast path of {@link #rank}. This
     * method prepares the table once; {@link SharedDraws} prepares it once for many methodologies.
     *
     * @param table the table, as for {@link #rank}
     * @param order the order of the weights in each draw; exactly the methodology's indicators
     * @return draws for one thread, over the rows of the given table; a school that is not eligible gets position 0
     * @throws IllegalArgumentException as {@link #rank}; or if the presentation has fractional ties
     */
    public Draws over(IndicatorTable table, List<Indicator> order) {
        requireNonNull(table, "table");
        requireNonNull(order, "order");
        return over(prepared(table), ImmutableList.copyOf(order));
    }

    Draws over(Prepared prepared, ImmutableList<Indicator> order) {
        Weights unused =
                Weights.equal(order).inOrderOf(prepared.lineage().given().indicators());
        Draws draws = ranker.over(prepared.lineage().filled(), order, presentation);
        return prepared.refused().isEmpty()
                ? draws
                : ScoredDraws.spread(draws, prepared.rows(), prepared.selected().size());
    }

    Weights weights(Prepared prepared) {
        Lineage lineage = prepared.lineage();
        return weighting.weigh(lineage.normalized()).inOrderOf(lineage.filled().indicators());
    }

    /**
     * A table prepared for a ranker.
     *
     * @param selected the methodology's indicators for all schools
     * @param refused the schools that are not eligible
     * @param lineage the tables after each step, for the eligible schools
     */
    record Prepared(IndicatorTable selected, ImmutableList<UnrankedSchool> refused, Lineage lineage) {
        /** The rows of the eligible schools. */
        int[] rows() {
            return lineage.given().schools().stream()
                    .mapToInt(school -> selected.rowOf(school).orElseThrow())
                    .toArray();
        }
    }

    Prepared prepared(IndicatorTable table) {
        IndicatorTable selected = select(table);
        ImmutableList<UnrankedSchool> refused = refused(selected);
        return new Prepared(selected, refused, prepare(refused.isEmpty() ? selected : eligible(selected, refused)));
    }

    /** The parts that decide how a table is prepared; methodologies with equal parts prepare it alike. */
    ImmutableList<Object> preparation() {
        return ImmutableList.of(indicators, eligibility, treatments, imputation, normalizer, normalizers, filling);
    }

    /**
     * Returns the tables after each step from the given values to those the ranker sees. Eligibility is not applied.
     *
     * @param table the table, as for {@link #rank}
     * @return the tables after each step
     */
    public Lineage prepare(IndicatorTable table) {
        requireNonNull(table, "table");
        IndicatorTable given = select(table);
        IndicatorTable treated = given;
        for (Treatment treatment : treatments) {
            treated = treatment.apply(treated);
        }
        for (Treatment treatment : imputation) {
            treated = treatment.apply(treated);
        }
        // Copying unchanged columns would take a tenth of the time of a small ranking.
        boolean asGiven = normalizers.isEmpty() && normalizer == Normalizer.identity();
        IndicatorTable normalized = asGiven ? treated : treated.mapColumns(this::normalize);
        IndicatorTable filled = normalized;
        for (Treatment treatment : filling) {
            filled = treatment.apply(filled);
        }
        return new Lineage(given, treated, normalized, filled);
    }

    private Column normalize(Column column) {
        Normalizer mine = normalizers.getOrDefault(column.indicator(), normalizer);
        if (mine == Normalizer.identity()) {
            return column;
        }
        Column mapped = column.scaled(mine.fit(column));
        return mine.orients()
                ? mapped.withIndicator(mapped.indicator().withDirection(Direction.HIGHER_IS_BETTER))
                : mapped;
    }

    private IndicatorTable select(IndicatorTable table) {
        if (indicators.isEmpty() || table.indicators().equals(indicators)) {
            return table;
        }
        checkArgument(
                indicators.stream().anyMatch(table.indicators()::contains),
                "the table and methodology \"%s\" have no common indicator: the table has %s, the methodology %s",
                name,
                ids(table.indicators()),
                ids(indicators));
        for (Indicator indicator : indicators) {
            checkArgument(
                    table.indicators().contains(indicator),
                    "methodology \"%s\" needs indicator \"%s\"; the table has %s",
                    name,
                    indicator.id(),
                    ids(table.indicators()));
        }
        return table.select(indicators);
    }

    private ImmutableList<UnrankedSchool> refused(IndicatorTable table) {
        if (eligibility == Eligibility.everySchool()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<UnrankedSchool> refused = ImmutableList.builder();
        table.rows()
                .forEach(row -> eligibility
                        .refusal(row)
                        .ifPresent(reason -> refused.add(new UnrankedSchool(row.school(), reason))));
        ImmutableList<UnrankedSchool> found = refused.build();
        return Arrays.stream(IndicatorTable.byName(Lists.transform(found, UnrankedSchool::school)))
                .mapToObj(found::get)
                .collect(ImmutableList.toImmutableList());
    }

    private IndicatorTable eligible(IndicatorTable table, ImmutableList<UnrankedSchool> refused) {
        var out = refused.stream().map(UnrankedSchool::school).collect(Collectors.toSet());
        checkArgument(out.size() < table.size(), "no school is eligible; the first is not: %s", refused.get(0));
        return table.filter(row -> !out.contains(row.school()));
    }

    private static String ids(ImmutableList<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).toList().toString();
    }

    // ---- parts ----

    /** Returns the name, without the edition. */
    public String name() {
        return name;
    }

    /** Returns the edition, such as {@code 2026}; empty if there is none. */
    public String edition() {
        return edition;
    }

    /** Returns the indicators it takes from a table, in order; empty if it takes all indicators of the table. */
    public ImmutableList<Indicator> indicators() {
        return indicators;
    }

    /** Returns the rule that decides which schools are ranked. */
    public Eligibility eligibility() {
        return eligibility;
    }

    /** Returns the treatments of raw values, in order. */
    public ImmutableList<Treatment> treatments() {
        return treatments;
    }

    /** Returns the steps that fill missing values before normalization, in order. */
    public ImmutableList<Treatment> imputation() {
        return imputation;
    }

    /** Returns the normalizer of an indicator. */
    public Normalizer normalizer(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        return normalizers.getOrDefault(indicator, normalizer);
    }

    /** Returns the steps that fill missing values after normalization, in order. */
    public ImmutableList<Treatment> filling() {
        return filling;
    }

    /** Returns the strategy that weights the indicators. */
    public WeightingStrategy weighting() {
        return weighting;
    }

    /** Returns the weights, if they are the same for every table. */
    public Optional<Weights> weights() {
        return weighting instanceof Weights.Fixed fixed ? Optional.of(fixed.weights()) : Optional.empty();
    }

    /** Returns the ranker, which turns normalised values and weights into scores. */
    public Ranker ranker() {
        return ranker;
    }

    /** Returns how scores are rescaled, rounded, tied and shown in bands. */
    public Presentation presentation() {
        return presentation;
    }

    /** Returns where the weights come from, and how exactly published results are reproduced. */
    public Provenance provenance() {
        return provenance;
    }

    // ---- copies ----

    /**
     * Returns a copy with other weights.
     *
     * @throws IllegalArgumentException if they are not for exactly the methodology's indicators
     */
    public Methodology withWeights(Weights weights) {
        return withWeighting(WeightingStrategy.fixed(weights));
    }

    /** Returns a copy with another weighting strategy. */
    public Methodology withWeighting(WeightingStrategy strategy) {
        return own().weighting(strategy).build();
    }

    /** Returns a copy with another ranker. */
    public Methodology withRanker(Ranker newRanker) {
        return own().ranker(newRanker).build();
    }

    /** Returns a copy with another presentation. */
    public Methodology withPresentation(Presentation newPresentation) {
        return own().presentation(newPresentation).build();
    }

    /** Returns a copy with one normalizer for every indicator. */
    public Methodology withNormalizer(Normalizer newNormalizer) {
        return own().normalizer(newNormalizer).build();
    }

    /** Returns a copy with another normalizer for one indicator. */
    public Methodology withNormalizer(Indicator indicator, Normalizer newNormalizer) {
        return own().normalizer(indicator, newNormalizer).build();
    }

    /** Returns a copy with other treatments of raw values. */
    public Methodology withTreatments(Treatment... newTreatments) {
        requireNonNull(newTreatments, "newTreatments");
        return own().treatments(newTreatments).build();
    }

    /** Returns a copy with other steps to fill missing values before normalization. */
    public Methodology withImputation(Treatment... newImputation) {
        requireNonNull(newImputation, "newImputation");
        return own().imputation(newImputation).build();
    }

    /** Returns a copy with other steps to fill missing values after normalization. */
    public Methodology withFilling(Treatment... newFilling) {
        requireNonNull(newFilling, "newFilling");
        return own().filling(newFilling).build();
    }

    /** Returns a copy with another eligibility. */
    public Methodology withEligibility(Eligibility newEligibility) {
        return own().eligibility(newEligibility).build();
    }

    /** A builder of a changed copy, which is no longer the publisher's methodology. */
    private Builder own() {
        String changed = "changed by the user from " + name + (edition.isEmpty() ? "" : " " + edition);
        Provenance mine = provenance.source().startsWith("changed by the user") || provenance.equals(Provenance.own())
                ? provenance
                : new Provenance(ImmutableMap.of(), changed, "not a published method");
        return toBuilder().provenance(mine);
    }

    /** Returns a one-line citation: name, edition, weights, and where they come from. */
    public String citation() {
        return title() + ". Weights: " + weighting + ". " + provenance + ".";
    }

    private String title() {
        return edition.isEmpty() ? name : name + " " + edition;
    }

    /** Returns whether the other object is a methodology with equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Methodology that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private ImmutableList<Object> parts() {
        return ImmutableList.of(
                name,
                edition,
                indicators,
                eligibility,
                treatments,
                imputation,
                normalizer,
                normalizers,
                filling,
                weighting,
                ranker,
                presentation,
                provenance);
    }

    /** Returns the whole recipe, one step per line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(title());
        if (!indicators.isEmpty()) {
            line(
                    text,
                    "indicators",
                    indicators.stream().map(Indicator::toString).collect(Collectors.joining("; ")));
        }
        line(text, "eligible", eligibility.toString());
        steps(text, "treatment", treatments);
        steps(text, "imputation", imputation);
        line(text, "normalizer", normalizer.toString());
        normalizers.forEach((indicator, mine) -> line(text, "  " + indicator.id(), mine.toString()));
        steps(text, "filling", filling);
        line(text, "weights", weighting.toString());
        line(text, "ranker", ranker.toString());
        line(text, "shown", presentation.toString());
        line(text, "provenance", provenance.toString());
        return text.toString();
    }

    private static void steps(StringBuilder text, String label, ImmutableList<Treatment> steps) {
        steps.forEach(step -> line(text, label, step.toString()));
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("\n  ").append(label).append(": ").append(value);
    }

    /** Collects the steps of a methodology; not thread-safe. */
    public static final class Builder {
        private final String name;
        private String edition = "";
        private ImmutableList<Indicator> indicators = ImmutableList.of();
        private Eligibility eligibility = Eligibility.everySchool();
        private ImmutableList<Treatment> treatments = ImmutableList.of();
        private ImmutableList<Treatment> imputation = ImmutableList.of();
        private Normalizer normalizer = Normalizer.identity();
        private Map<Indicator, Normalizer> normalizers = ImmutableMap.of();
        private ImmutableList<Treatment> filling = ImmutableList.of();
        private WeightingStrategy weighting = WeightingStrategy.equal();
        private @Nullable Ranker ranker;
        private Presentation presentation = Presentation.exact();
        private Provenance provenance = Provenance.own();

        private Builder(String name) {
            this.name = requireNonNull(name, "name");
        }

        private Builder(Methodology from) {
            this.name = from.name;
            this.edition = from.edition;
            this.indicators = from.indicators;
            this.eligibility = from.eligibility;
            this.treatments = from.treatments;
            this.imputation = from.imputation;
            this.normalizer = from.normalizer;
            this.normalizers = from.normalizers;
            this.filling = from.filling;
            this.weighting = from.weighting;
            this.ranker = from.ranker;
            this.presentation = from.presentation;
            this.provenance = from.provenance;
        }

        /** Sets the edition, such as {@code 2026}. */
        @CanIgnoreReturnValue
        public Builder edition(String newEdition) {
            edition = requireNonNull(newEdition, "edition");
            return this;
        }

        /** Sets the indicators to take from a table, in order; empty for all indicators of the table. */
        @CanIgnoreReturnValue
        public Builder indicators(Iterable<Indicator> newIndicators) {
            requireNonNull(newIndicators, "newIndicators");
            indicators = ImmutableList.copyOf(newIndicators);
            return this;
        }

        /**
         * Sets the listed indicators as those to take from a table, in order; empty for all indicators of the table.
         */
        @CanIgnoreReturnValue
        public Builder indicators(Indicator... newIndicators) {
            requireNonNull(newIndicators, "newIndicators");
            return indicators(Arrays.asList(newIndicators));
        }

        /** Sets the rule that decides which schools are ranked. */
        @CanIgnoreReturnValue
        public Builder eligibility(Eligibility newEligibility) {
            eligibility = requireNonNull(newEligibility, "eligibility");
            return this;
        }

        /** Sets the treatments of raw values, in order. They replace any previous ones. */
        @CanIgnoreReturnValue
        public Builder treatments(Treatment... newTreatments) {
            requireNonNull(newTreatments, "newTreatments");
            treatments = ImmutableList.copyOf(newTreatments);
            return this;
        }

        /** Sets the steps that fill missing values before normalization. They replace any previous ones. */
        @CanIgnoreReturnValue
        public Builder imputation(Treatment... newImputation) {
            requireNonNull(newImputation, "newImputation");
            imputation = ImmutableList.copyOf(newImputation);
            return this;
        }

        /** Sets one normalizer for every indicator. It replaces all previous ones. */
        @CanIgnoreReturnValue
        public Builder normalizer(Normalizer newNormalizer) {
            normalizer = requireNonNull(newNormalizer, "normalizer");
            normalizers = ImmutableMap.of();
            return this;
        }

        /** Sets the normalizer of one indicator. */
        @CanIgnoreReturnValue
        public Builder normalizer(Indicator indicator, Normalizer newNormalizer) {
            normalizers = ImmutableMap.<Indicator, Normalizer>builder()
                    .putAll(normalizers)
                    .put(requireNonNull(indicator, "indicator"), requireNonNull(newNormalizer, "normalizer"))
                    .buildKeepingLast();
            return this;
        }

        /** Sets the steps that fill missing values after normalization. They replace any previous ones. */
        @CanIgnoreReturnValue
        public Builder filling(Treatment... newFilling) {
            requireNonNull(newFilling, "newFilling");
            filling = ImmutableList.copyOf(newFilling);
            return this;
        }

        /** Sets the same weights for every table. */
        @CanIgnoreReturnValue
        public Builder weights(Weights newWeights) {
            return weighting(WeightingStrategy.fixed(newWeights));
        }

        /** Sets the strategy that weights the indicators. */
        @CanIgnoreReturnValue
        public Builder weighting(WeightingStrategy newWeighting) {
            weighting = requireNonNull(newWeighting, "weighting");
            return this;
        }

        /** Sets the ranker, which turns normalised values and weights into scores. */
        @CanIgnoreReturnValue
        public Builder ranker(Ranker newRanker) {
            ranker = requireNonNull(newRanker, "ranker");
            return this;
        }

        /** Sets how scores are rescaled, rounded, tied and shown in bands. */
        @CanIgnoreReturnValue
        public Builder presentation(Presentation newPresentation) {
            presentation = requireNonNull(newPresentation, "presentation");
            return this;
        }

        /** Sets where the weights come from, and how exactly published results are reproduced. */
        @CanIgnoreReturnValue
        public Builder provenance(Provenance newProvenance) {
            provenance = requireNonNull(newProvenance, "provenance");
            return this;
        }

        /**
         * Returns the methodology.
         *
         * @throws IllegalArgumentException if there is no ranker, or fixed weights are not for exactly the indicators
         */
        public Methodology build() {
            return new Methodology(this);
        }
    }
}
