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
 * Results as JSON (RFC 8259): {@code write} gives a text on one line, {@code tree} the same as values of the JDK, for
 * any mapper or template to write.
 *
 * <p>A document is an object whose {@code type} says what it is; the keys are listed in docs/embedding.md and in the
 * schema {@code medrank.schema.json}. The same result always gives the same text. Numbers are those that are printed;
 * exact values ({@link io.github.medrank.Rational}) are texts. There is no null: what does not exist has no key.
 *
 * <p>A tree is made of unmodifiable {@code Map}, which keep the order of their keys, unmodifiable {@code List},
 * {@code String}, {@code BigDecimal} and {@code Boolean}. In a text, {@code <}, controls and U+2028 and U+2029 are
 * escaped, so that it may stand inside a script element of a page, and half a surrogate pair becomes U+FFFD.
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
     * Returns a ranking: its indicators with their points, the schools it shows, the unranked ones with their
     * reasons.
     */
    public static Map<String, Object> tree(Ranking ranking) {
        return JsonRanking.ranking(requireNonNull(ranking, "ranking"));
    }

    /** Returns the text of {@link #tree(Ranking)}. */
    public static String write(Ranking ranking) {
        return JsonWriter.write(tree(ranking));
    }

    /** Returns how a score comes about. */
    public static Map<String, Object> tree(Breakdown breakdown) {
        return JsonRanking.breakdown(requireNonNull(breakdown, "breakdown"));
    }

    /** Returns the text of {@link #tree(Breakdown)}. */
    public static String write(Breakdown breakdown) {
        return JsonWriter.write(tree(breakdown));
    }

    /** Returns a ranking compared with what was published. */
    public static Map<String, Object> tree(RankingDiff diff) {
        return JsonRanking.diff(requireNonNull(diff, "diff"));
    }

    /** Returns the text of {@link #tree(RankingDiff)}. */
    public static String write(RankingDiff diff) {
        return JsonWriter.write(tree(diff));
    }

    /** Returns rank acceptabilities: the positions each school takes in any draw, the best mean first. */
    public static Map<String, Object> tree(RankAcceptability acceptability) {
        return JsonRobustness.acceptability(requireNonNull(acceptability, "acceptability"));
    }

    /** Returns the text of {@link #tree(RankAcceptability)}. */
    public static String write(RankAcceptability acceptability) {
        return JsonWriter.write(tree(acceptability));
    }

    /** Returns ranges of positions, in the map's order. */
    public static Map<String, Object> tree(Map<School, RankRange> ranges) {
        return JsonRobustness.ranges(requireNonNull(ranges, "ranges"));
    }

    /** Returns the text of {@link #tree(Map)}. */
    public static String write(Map<School, RankRange> ranges) {
        return JsonWriter.write(tree(ranges));
    }

    /** Returns best and worst positions over a region of weights, with weights that give them. */
    public static Map<String, Object> tree(RankBounds bounds) {
        return JsonRobustness.bounds(requireNonNull(bounds, "bounds"));
    }

    /** Returns the text of {@link #tree(RankBounds)}. */
    public static String write(RankBounds bounds) {
        return JsonWriter.write(tree(bounds));
    }

    /** Returns tiers of schools that cannot be told apart. */
    public static Map<String, Object> tree(Tiers tiers) {
        return JsonRobustness.tiers(requireNonNull(tiers, "tiers"));
    }

    /** Returns the text of {@link #tree(Tiers)}. */
    public static String write(Tiers tiers) {
        return JsonWriter.write(tree(tiers));
    }

    /** Returns two rankings compared: coefficients, distances and moves. */
    public static Map<String, Object> tree(RankComparison comparison) {
        return JsonComparison.comparison(requireNonNull(comparison, "comparison"));
    }

    /** Returns the text of {@link #tree(RankComparison)}. */
    public static String write(RankComparison comparison) {
        return JsonWriter.write(tree(comparison));
    }

    /** Returns a ranked list. */
    public static Map<String, Object> tree(RankedList list) {
        return JsonComparison.list(requireNonNull(list, "list"));
    }

    /** Returns the text of {@link #tree(RankedList)}. */
    public static String write(RankedList list) {
        return JsonWriter.write(tree(list));
    }

    /**
     * Returns a consensus by Borda, by median rank and by Copeland; {@link Consensus#kemeny} is a document of its
     * own.
     */
    public static Map<String, Object> tree(Consensus consensus) {
        return JsonComparison.consensus(requireNonNull(consensus, "consensus"));
    }

    /** Returns the text of {@link #tree(Consensus)}. */
    public static String write(Consensus consensus) {
        return JsonWriter.write(tree(consensus));
    }

    /** Returns a consensus by Kemeny's rule. */
    public static Map<String, Object> tree(KemenyConsensus consensus) {
        return JsonComparison.kemeny(requireNonNull(consensus, "consensus"));
    }

    /** Returns the text of {@link #tree(KemenyConsensus)}. */
    public static String write(KemenyConsensus consensus) {
        return JsonWriter.write(tree(consensus));
    }

    /** Returns why one school is above another. */
    public static Map<String, Object> tree(Duel duel) {
        return JsonInsight.duel(requireNonNull(duel, "duel"));
    }

    /** Returns the text of {@link #tree(Duel)}. */
    public static String write(Duel duel) {
        return JsonWriter.write(tree(duel));
    }

    /** Returns a school's strengths and weaknesses. */
    public static Map<String, Object> tree(Strengths strengths) {
        return JsonInsight.strengths(requireNonNull(strengths, "strengths"));
    }

    /** Returns the text of {@link #tree(Strengths)}. */
    public static String write(Strengths strengths) {
        return JsonWriter.write(tree(strengths));
    }

    /** Returns a score's parts by Shapley value. */
    public static Map<String, Object> tree(ShapleyBreakdown breakdown) {
        return JsonInsight.shapley(requireNonNull(breakdown, "breakdown"));
    }

    /** Returns the text of {@link #tree(ShapleyBreakdown)}. */
    public static String write(ShapleyBreakdown breakdown) {
        return JsonWriter.write(tree(breakdown));
    }

    /** Returns what each indicator would have to become. */
    public static Map<String, Object> tree(Requirements requirements) {
        return JsonInsight.requirements(requireNonNull(requirements, "requirements"));
    }

    /** Returns the text of {@link #tree(Requirements)}. */
    public static String write(Requirements requirements) {
        return JsonWriter.write(tree(requirements));
    }

    /** Returns what one indicator would have to become. */
    public static Map<String, Object> tree(Requirement requirement) {
        return JsonInsight.requirement(requireNonNull(requirement, "requirement"));
    }

    /** Returns the text of {@link #tree(Requirement)}. */
    public static String write(Requirement requirement) {
        return JsonWriter.write(tree(requirement));
    }

    /** Returns the cheapest way to a goal. */
    public static Map<String, Object> tree(Plan plan) {
        return JsonInsight.plan(requireNonNull(plan, "plan"));
    }

    /** Returns the text of {@link #tree(Plan)}. */
    public static String write(Plan plan) {
        return JsonWriter.write(tree(plan));
    }

    /** Returns how far each indicator may fall. */
    public static Map<String, Object> tree(Leeway leeway) {
        return JsonInsight.leeway(requireNonNull(leeway, "leeway"));
    }

    /** Returns the text of {@link #tree(Leeway)}. */
    public static String write(Leeway leeway) {
        return JsonWriter.write(tree(leeway));
    }

    /** Returns the movements of a what-if; {@link WhatIf#after} is a ranking, with a document of its own. */
    public static Map<String, Object> tree(WhatIf whatIf) {
        return JsonInsight.whatIf(requireNonNull(whatIf, "whatIf"));
    }

    /** Returns the text of {@link #tree(WhatIf)}. */
    public static String write(WhatIf whatIf) {
        return JsonWriter.write(tree(whatIf));
    }

    /** Returns what changed between two editions, school by school. */
    public static Map<String, Object> tree(Editions editions) {
        return JsonInsight.editions(requireNonNull(editions, "editions"));
    }

    /** Returns the text of {@link #tree(Editions)}. */
    public static String write(Editions editions) {
        return JsonWriter.write(tree(editions));
    }

    /** Returns what changed for one school between two editions. */
    public static Map<String, Object> tree(EditionChange change) {
        return JsonInsight.change(requireNonNull(change, "change"));
    }

    /** Returns the text of {@link #tree(EditionChange)}. */
    public static String write(EditionChange change) {
        return JsonWriter.write(tree(change));
    }

    /** Returns a shortlist, with who was excluded and why. */
    public static Map<String, Object> tree(Shortlist shortlist) {
        return JsonChoice.shortlist(requireNonNull(shortlist, "shortlist"));
    }

    /** Returns the text of {@link #tree(Shortlist)}. */
    public static String write(Shortlist shortlist) {
        return JsonWriter.write(tree(shortlist));
    }

    /** Returns what matters to a person: the statements, and the weights in their middle or what contradicts itself. */
    public static Map<String, Object> tree(WhatMatters said) {
        return JsonChoice.whatMatters(requireNonNull(said, "said"));
    }

    /** Returns the text of {@link #tree(WhatMatters)}. */
    public static String write(WhatMatters said) {
        return JsonWriter.write(tree(said));
    }

    /** Returns a question to put to a person. */
    public static Map<String, Object> tree(Question question) {
        return JsonChoice.question(requireNonNull(question, "question"));
    }

    /** Returns the text of {@link #tree(Question)}. */
    public static String write(Question question) {
        return JsonWriter.write(tree(question));
    }

    /** Returns the coherence of indicators and what they weigh in effect. */
    public static Map<String, Object> tree(Coherence coherence) {
        return JsonSensitivity.coherence(requireNonNull(coherence, "coherence"));
    }

    /** Returns the text of {@link #tree(Coherence)}. */
    public static String write(Coherence coherence) {
        return JsonWriter.write(tree(coherence));
    }

    /** Returns a published table read backwards: the rules that fit, nearly fit and do not, with exact intervals. */
    public static Map<String, Object> tree(Recovered recovered) {
        return JsonComparison.recovered(requireNonNull(recovered, "recovered"));
    }

    /** Returns the text of {@link #tree(Recovered)}. */
    public static String write(Recovered recovered) {
        return JsonWriter.write(tree(recovered));
    }

    /** Returns what is odd in a published table. */
    public static Map<String, Object> tree(Audit audit) {
        return JsonComparison.audit(requireNonNull(audit, "audit"));
    }

    /** Returns the text of {@link #tree(Audit)}. */
    public static String write(Audit audit) {
        return JsonWriter.write(tree(audit));
    }

    /** Returns an exact answer with its proof; every number of it that matters is a text. */
    public static Map<String, Object> tree(Certificate certificate) {
        return requireNonNull(certificate, "certificate").document();
    }

    /** Returns the text of {@link #tree(Certificate)}. */
    public static String write(Certificate certificate) {
        return JsonWriter.write(tree(certificate));
    }

    /** Returns sensitivity indices. */
    public static Map<String, Object> tree(SobolIndices indices) {
        return JsonSensitivity.sobol(requireNonNull(indices, "indices"));
    }

    /** Returns the text of {@link #tree(SobolIndices)}. */
    public static String write(SobolIndices indices) {
        return JsonWriter.write(tree(indices));
    }

    /** Returns what changing the weights one at a time does. */
    public static Map<String, Object> tree(OneAtATime effects) {
        return JsonSensitivity.oneAtATime(requireNonNull(effects, "effects"));
    }

    /** Returns the text of {@link #tree(OneAtATime)}. */
    public static String write(OneAtATime effects) {
        return JsonWriter.write(tree(effects));
    }

    /** Returns the pairs that change order when a third school is removed. */
    public static Map<String, Object> tree(RankReversals reversals) {
        return JsonSensitivity.reversals(requireNonNull(reversals, "reversals"));
    }

    /** Returns the text of {@link #tree(RankReversals)}. */
    public static String write(RankReversals reversals) {
        return JsonWriter.write(tree(reversals));
    }

    /** Returns the schools of a file, what was printed for them, and the notes on how it was read; not its table. */
    public static Map<String, Object> tree(CsvFile file) {
        return JsonFile.file(requireNonNull(file, "file"));
    }

    /** Returns the text of {@link #tree(CsvFile)}. */
    public static String write(CsvFile file) {
        return JsonWriter.write(tree(file));
    }

    /** Returns how many records a text held, and the notes on how it was read; not the records. */
    public static Map<String, Object> tree(CsvRecords<?> file) {
        return JsonFile.records(requireNonNull(file, "file"));
    }

    /** Returns the text of {@link #tree(CsvRecords)}. */
    public static String write(CsvRecords<?> file) {
        return JsonWriter.write(tree(file));
    }

    /** Returns the movements between two rankings, such as {@link Movement#between} gives. */
    public static Map<String, Object> tree(List<Movement> movements) {
        return JsonComparison.movements(requireNonNull(movements, "movements"));
    }

    /** Returns the text of {@link #tree(List)}. */
    public static String write(List<Movement> movements) {
        return JsonWriter.write(tree(movements));
    }

    /** Returns a published ranking with one school corrected. */
    public static Map<String, Object> tree(Correction correction) {
        return JsonInsight.correction(requireNonNull(correction, "correction"));
    }

    /** Returns the text of {@link #tree(Correction)}. */
    public static String write(Correction correction) {
        return JsonWriter.write(tree(correction));
    }
}
