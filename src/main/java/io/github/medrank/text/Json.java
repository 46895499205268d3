package io.github.medrank.text;

import static java.util.Objects.requireNonNull;

import io.github.medrank.Breakdown;
import io.github.medrank.RankRange;
import io.github.medrank.Ranking;
import io.github.medrank.RankingDiff;
import io.github.medrank.School;
import io.github.medrank.audit.Audit;
import io.github.medrank.audit.Recovered;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.choice.Question;
import io.github.medrank.choice.Shortlist;
import io.github.medrank.choice.WhatMatters;
import io.github.medrank.comparison.Consensus;
import io.github.medrank.comparison.KemenyConsensus;
import io.github.medrank.comparison.Movement;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import io.github.medrank.insight.Correction;
import io.github.medrank.insight.Duel;
import io.github.medrank.insight.EditionChange;
import io.github.medrank.insight.Editions;
import io.github.medrank.insight.Leeway;
import io.github.medrank.insight.Plan;
import io.github.medrank.insight.Requirement;
import io.github.medrank.insight.Requirements;
import io.github.medrank.insight.ShapleyBreakdown;
import io.github.medrank.insight.Strengths;
import io.github.medrank.insight.WhatIf;
import io.github.medrank.robustness.RankAcceptability;
import io.github.medrank.robustness.Tiers;
import io.github.medrank.sensitivity.Coherence;
import io.github.medrank.sensitivity.OneAtATime;
import io.github.medrank.sensitivity.RankReversals;
import io.github.medrank.sensitivity.SobolIndices;
import io.github.medrank.weightspace.RankBounds;
import java.util.List;
import java.util.Map;

/**
 * Writes results as JSON (RFC 8259). Each {@code write} method returns the text on one line; each {@code tree} method
 * returns the same document as JDK values, for use with any mapper or template.
 *
 * <p>A document is an object whose {@code type} names its kind. The keys are listed in docs/embedding.md and in the
 * schema {@code medrank.schema.json}. The same result always gives the same text. Numbers are the printed ones; exact
 * values ({@link io.github.medrank.Rational}) are strings. There is no null: a value that does not exist has no key.
 *
 * <p>A tree consists of unmodifiable {@code Map}s that keep the order of their keys, unmodifiable {@code List}s,
 * {@code String}, {@code BigDecimal} and {@code Boolean}. A text escapes {@code <}, control characters, U+2028 and
 * U+2029, so that it can be embedded in a script element of a page; an unpaired surrogate becomes U+FFFD.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("quality")).row(School.of("Yale"), 3).row(School.of("Oxford"), 4)
 *         .build();
 * var ranking = Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.max());
 * Json.tree(ranking).get("type") // ==> ranking
 * Json.write(ranking.diff(Map.of(School.of("Yale"), PublishedResult.of("2", "3")))).length() // ==> 174
 * }</pre>
 */
public final class Json {
    private Json() {}

    /**
     * Returns the tree of a ranking: its indicators with their points, the schools it shows, and the unranked schools
     * with their reasons.
     */
    public static Map<String, Object> tree(Ranking ranking) {
        return JsonRanking.ranking(requireNonNull(ranking, "ranking"));
    }

    /** Returns the text of {@link #tree(Ranking)}. */
    public static String write(Ranking ranking) {
        return JsonWriter.write(tree(ranking));
    }

    /** Returns the tree of a breakdown, which explains how a score is computed. */
    public static Map<String, Object> tree(Breakdown breakdown) {
        return JsonRanking.breakdown(requireNonNull(breakdown, "breakdown"));
    }

    /** Returns the text of {@link #tree(Breakdown)}. */
    public static String write(Breakdown breakdown) {
        return JsonWriter.write(tree(breakdown));
    }

    /** Returns the tree of a comparison of a ranking with published results. */
    public static Map<String, Object> tree(RankingDiff diff) {
        return JsonRanking.diff(requireNonNull(diff, "diff"));
    }

    /** Returns the text of {@link #tree(RankingDiff)}. */
    public static String write(RankingDiff diff) {
        return JsonWriter.write(tree(diff));
    }

    /**
     * Returns the tree of rank acceptabilities: the positions of each school over all draws, in ascending order of the
     * mean.
     */
    public static Map<String, Object> tree(RankAcceptability acceptability) {
        return JsonRobustness.acceptability(requireNonNull(acceptability, "acceptability"));
    }

    /** Returns the text of {@link #tree(RankAcceptability)}. */
    public static String write(RankAcceptability acceptability) {
        return JsonWriter.write(tree(acceptability));
    }

    /** Returns the tree of ranges of positions, in the map's order. */
    public static Map<String, Object> tree(Map<School, RankRange> ranges) {
        return JsonRobustness.ranges(requireNonNull(ranges, "ranges"));
    }

    /** Returns the text of {@link #tree(Map)}. */
    public static String write(Map<School, RankRange> ranges) {
        return JsonWriter.write(tree(ranges));
    }

    /** Returns the tree of best and worst positions over a region of weights, with weights that give them. */
    public static Map<String, Object> tree(RankBounds bounds) {
        return JsonRobustness.bounds(requireNonNull(bounds, "bounds"));
    }

    /** Returns the text of {@link #tree(RankBounds)}. */
    public static String write(RankBounds bounds) {
        return JsonWriter.write(tree(bounds));
    }

    /** Returns the tree of tiers of schools that cannot be told apart. */
    public static Map<String, Object> tree(Tiers tiers) {
        return JsonRobustness.tiers(requireNonNull(tiers, "tiers"));
    }

    /** Returns the text of {@link #tree(Tiers)}. */
    public static String write(Tiers tiers) {
        return JsonWriter.write(tree(tiers));
    }

    /** Returns the tree of a comparison of two rankings: coefficients, distances and moves. */
    public static Map<String, Object> tree(RankComparison comparison) {
        return JsonComparison.comparison(requireNonNull(comparison, "comparison"));
    }

    /** Returns the text of {@link #tree(RankComparison)}. */
    public static String write(RankComparison comparison) {
        return JsonWriter.write(tree(comparison));
    }

    /** Returns the tree of a ranked list. */
    public static Map<String, Object> tree(RankedList list) {
        return JsonComparison.list(requireNonNull(list, "list"));
    }

    /** Returns the text of {@link #tree(RankedList)}. */
    public static String write(RankedList list) {
        return JsonWriter.write(tree(list));
    }

    /**
     * Returns the tree of a consensus by Borda, by median rank and by Copeland; {@link Consensus#kemeny} has its own
     * document.
     */
    public static Map<String, Object> tree(Consensus consensus) {
        return JsonComparison.consensus(requireNonNull(consensus, "consensus"));
    }

    /** Returns the text of {@link #tree(Consensus)}. */
    public static String write(Consensus consensus) {
        return JsonWriter.write(tree(consensus));
    }

    /** Returns the tree of a consensus by Kemeny's rule. */
    public static Map<String, Object> tree(KemenyConsensus consensus) {
        return JsonComparison.kemeny(requireNonNull(consensus, "consensus"));
    }

    /** Returns the text of {@link #tree(KemenyConsensus)}. */
    public static String write(KemenyConsensus consensus) {
        return JsonWriter.write(tree(consensus));
    }

    /** Returns the tree of a duel, which explains why one school is above another. */
    public static Map<String, Object> tree(Duel duel) {
        return JsonInsight.duel(requireNonNull(duel, "duel"));
    }

    /** Returns the text of {@link #tree(Duel)}. */
    public static String write(Duel duel) {
        return JsonWriter.write(tree(duel));
    }

    /** Returns the tree of a school's strengths and weaknesses. */
    public static Map<String, Object> tree(Strengths strengths) {
        return JsonInsight.strengths(requireNonNull(strengths, "strengths"));
    }

    /** Returns the text of {@link #tree(Strengths)}. */
    public static String write(Strengths strengths) {
        return JsonWriter.write(tree(strengths));
    }

    /** Returns the tree of a score's parts by Shapley value. */
    public static Map<String, Object> tree(ShapleyBreakdown breakdown) {
        return JsonInsight.shapley(requireNonNull(breakdown, "breakdown"));
    }

    /** Returns the text of {@link #tree(ShapleyBreakdown)}. */
    public static String write(ShapleyBreakdown breakdown) {
        return JsonWriter.write(tree(breakdown));
    }

    /** Returns the tree of the values that each indicator would need. */
    public static Map<String, Object> tree(Requirements requirements) {
        return JsonInsight.requirements(requireNonNull(requirements, "requirements"));
    }

    /** Returns the text of {@link #tree(Requirements)}. */
    public static String write(Requirements requirements) {
        return JsonWriter.write(tree(requirements));
    }

    /** Returns the tree of the value that one indicator would need. */
    public static Map<String, Object> tree(Requirement requirement) {
        return JsonInsight.requirement(requireNonNull(requirement, "requirement"));
    }

    /** Returns the text of {@link #tree(Requirement)}. */
    public static String write(Requirement requirement) {
        return JsonWriter.write(tree(requirement));
    }

    /** Returns the tree of the cheapest way to reach a goal. */
    public static Map<String, Object> tree(Plan plan) {
        return JsonInsight.plan(requireNonNull(plan, "plan"));
    }

    /** Returns the text of {@link #tree(Plan)}. */
    public static String write(Plan plan) {
        return JsonWriter.write(tree(plan));
    }

    /** Returns the tree of how far each indicator may fall. */
    public static Map<String, Object> tree(Leeway leeway) {
        return JsonInsight.leeway(requireNonNull(leeway, "leeway"));
    }

    /** Returns the text of {@link #tree(Leeway)}. */
    public static String write(Leeway leeway) {
        return JsonWriter.write(tree(leeway));
    }

    /** Returns the tree of the movements of a what-if; {@link WhatIf#after} is a ranking with its own document. */
    public static Map<String, Object> tree(WhatIf whatIf) {
        return JsonInsight.whatIf(requireNonNull(whatIf, "whatIf"));
    }

    /** Returns the text of {@link #tree(WhatIf)}. */
    public static String write(WhatIf whatIf) {
        return JsonWriter.write(tree(whatIf));
    }

    /** Returns the tree of the changes between two editions, school by school. */
    public static Map<String, Object> tree(Editions editions) {
        return JsonInsight.editions(requireNonNull(editions, "editions"));
    }

    /** Returns the text of {@link #tree(Editions)}. */
    public static String write(Editions editions) {
        return JsonWriter.write(tree(editions));
    }

    /** Returns the tree of the changes for one school between two editions. */
    public static Map<String, Object> tree(EditionChange change) {
        return JsonInsight.change(requireNonNull(change, "change"));
    }

    /** Returns the text of {@link #tree(EditionChange)}. */
    public static String write(EditionChange change) {
        return JsonWriter.write(tree(change));
    }

    /** Returns the tree of a shortlist, with the excluded schools and the reasons. */
    public static Map<String, Object> tree(Shortlist shortlist) {
        return JsonChoice.shortlist(requireNonNull(shortlist, "shortlist"));
    }

    /** Returns the text of {@link #tree(Shortlist)}. */
    public static String write(Shortlist shortlist) {
        return JsonWriter.write(tree(shortlist));
    }

    /**
     * Returns the tree of what matters to a person: the statements, and the central weights or the statements that
     * conflict.
     */
    public static Map<String, Object> tree(WhatMatters said) {
        return JsonChoice.whatMatters(requireNonNull(said, "said"));
    }

    /** Returns the text of {@link #tree(WhatMatters)}. */
    public static String write(WhatMatters said) {
        return JsonWriter.write(tree(said));
    }

    /** Returns the tree of a question to put to a person. */
    public static Map<String, Object> tree(Question question) {
        return JsonChoice.question(requireNonNull(question, "question"));
    }

    /** Returns the text of {@link #tree(Question)}. */
    public static String write(Question question) {
        return JsonWriter.write(tree(question));
    }

    /** Returns the tree of the coherence of indicators, with their effective weights. */
    public static Map<String, Object> tree(Coherence coherence) {
        return JsonSensitivity.coherence(requireNonNull(coherence, "coherence"));
    }

    /** Returns the text of {@link #tree(Coherence)}. */
    public static String write(Coherence coherence) {
        return JsonWriter.write(tree(coherence));
    }

    /**
     * Returns the tree of rules recovered from a published table: those that fit, nearly fit and do not fit, with exact
     * intervals.
     */
    public static Map<String, Object> tree(Recovered recovered) {
        return JsonComparison.recovered(requireNonNull(recovered, "recovered"));
    }

    /** Returns the text of {@link #tree(Recovered)}. */
    public static String write(Recovered recovered) {
        return JsonWriter.write(tree(recovered));
    }

    /** Returns the tree of the findings of an audit. */
    public static Map<String, Object> tree(Audit audit) {
        return JsonComparison.audit(requireNonNull(audit, "audit"));
    }

    /** Returns the text of {@link #tree(Audit)}. */
    public static String write(Audit audit) {
        return JsonWriter.write(tree(audit));
    }

    /** Returns the tree of an exact answer with its proof; numbers that are part of the proof are strings. */
    public static Map<String, Object> tree(Certificate certificate) {
        return requireNonNull(certificate, "certificate").document();
    }

    /** Returns the text of {@link #tree(Certificate)}. */
    public static String write(Certificate certificate) {
        return JsonWriter.write(tree(certificate));
    }

    /** Returns the tree of sensitivity indices. */
    public static Map<String, Object> tree(SobolIndices indices) {
        return JsonSensitivity.sobol(requireNonNull(indices, "indices"));
    }

    /** Returns the text of {@link #tree(SobolIndices)}. */
    public static String write(SobolIndices indices) {
        return JsonWriter.write(tree(indices));
    }

    /** Returns the tree of the effects of changing the weights one at a time. */
    public static Map<String, Object> tree(OneAtATime effects) {
        return JsonSensitivity.oneAtATime(requireNonNull(effects, "effects"));
    }

    /** Returns the text of {@link #tree(OneAtATime)}. */
    public static String write(OneAtATime effects) {
        return JsonWriter.write(tree(effects));
    }

    /** Returns the tree of the pairs that change order when a third school is removed. */
    public static Map<String, Object> tree(RankReversals reversals) {
        return JsonSensitivity.reversals(requireNonNull(reversals, "reversals"));
    }

    /** Returns the text of {@link #tree(RankReversals)}. */
    public static String write(RankReversals reversals) {
        return JsonWriter.write(tree(reversals));
    }

    /**
     * Returns the tree of the schools of a file, their published results, and the notes on how it was read, without its
     * table.
     */
    public static Map<String, Object> tree(CsvFile file) {
        return JsonFile.file(requireNonNull(file, "file"));
    }

    /** Returns the text of {@link #tree(CsvFile)}. */
    public static String write(CsvFile file) {
        return JsonWriter.write(tree(file));
    }

    /** Returns the tree of the number of records in a text and the notes on how it was read, without the records. */
    public static Map<String, Object> tree(CsvRecords<?> file) {
        return JsonFile.records(requireNonNull(file, "file"));
    }

    /** Returns the text of {@link #tree(CsvRecords)}. */
    public static String write(CsvRecords<?> file) {
        return JsonWriter.write(tree(file));
    }

    /** Returns the tree of the movements between two rankings, such as those from {@link Movement#between}. */
    public static Map<String, Object> tree(List<Movement> movements) {
        return JsonComparison.movements(requireNonNull(movements, "movements"));
    }

    /** Returns the text of {@link #tree(List)}. */
    public static String write(List<Movement> movements) {
        return JsonWriter.write(tree(movements));
    }

    /** Returns the tree of a published ranking with one school corrected. */
    public static Map<String, Object> tree(Correction correction) {
        return JsonInsight.correction(requireNonNull(correction, "correction"));
    }

    /** Returns the text of {@link #tree(Correction)}. */
    public static String write(Correction correction) {
        return JsonWriter.write(tree(correction));
    }
}
