import org.jspecify.annotations.NullMarked;

/**
 * Ranks medical schools as QS World University Rankings by Subject: Medicine does, or by any methodology you define.
 * Evidence goes in; scores, rankings and the answers to "why?", "how sure?" and "what if?" come out.
 *
 * <p>All public types are immutable and free of side effects, unless their page says otherwise. Nothing reads or writes
 * files, consults a clock or uses hidden randomness.
 *
 * <p>Start here: build a methodology and a table, rank, and ask the ranking three questions.
 *
 * <pre>{@code
 * Methodology qs = Qs.medicine(2026);
 * IndicatorTable table = IndicatorTable.builder(qs.indicators())
 *         .row(School.of("University of Oxford").withCountry("GB"), 95.5, 97.1, 85.5, 90.8, 99.1)
 *         .row(School.of("Stanford University").withCountry("US"), 92.5, 95.6, 81.7, 90.5, 87.2)
 *         .row(School.of("Johns Hopkins University").withCountry("US"), 91.6, 80.4, 81.8, 92.7, 90.9)
 *         .build();
 * Ranking ranking = qs.rank(table);
 *
 * // Where does a school stand, and with what score?
 * ranking.of("Stanford University").position() // ==> 2
 * ranking.of("Stanford University").score() // ==> 89.7
 *
 * // Why? What does each indicator add to the score?
 * ranking.explain("Stanford University").of(Qs.H_INDEX).amount() // ==> 18.1
 *
 * // How sure? Which positions can it have if each weight may change by 10 percent of its value?
 * WeightRegion near = WeightRegion.withinPercent(qs.weights().orElseThrow(), 10);
 * WeightSpace.of(qs, table, near).bounds().of("Stanford University").range() // ==> 2
 * }</pre>
 *
 * <p>Then choose a package by your question. {@link io.github.medrank.published} has the methodologies of publishers.
 * {@link io.github.medrank.text} reads and writes CSV, JSON, HTML and LaTeX. {@link io.github.medrank.insight} explains
 * a ranking and finds what must change for a school to reach a goal. {@link io.github.medrank.robustness} and
 * {@link io.github.medrank.weightspace} measure how sure a ranking is. {@link io.github.medrank.choice} helps an
 * applicant make a shortlist. The root package, {@link io.github.medrank}, defines the terms that all packages use.
 */
@NullMarked
module io.github.medrank {
    requires transitive com.google.common;
    requires static transitive com.google.errorprone.annotations;
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;

    exports io.github.medrank;
    exports io.github.medrank.audit;
    exports io.github.medrank.certificate;
    exports io.github.medrank.choice;
    exports io.github.medrank.comparison;
    exports io.github.medrank.evidence;
    exports io.github.medrank.insight;
    exports io.github.medrank.normalization;
    exports io.github.medrank.picture;
    exports io.github.medrank.published;
    exports io.github.medrank.ranking;
    exports io.github.medrank.robustness;
    exports io.github.medrank.sensitivity;
    exports io.github.medrank.text;
    exports io.github.medrank.weighting;
    exports io.github.medrank.weightspace;
}
