package io.github.medrank.insight;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Position;
import io.github.medrank.PublishedResult;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.TieMark;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published ranking with one school corrected, as QS does one, three and six months after publication: the school is
 * placed at its new position, jointly with any school already there, and no other school moves.
 *
 * <p>The new position comes from ranking all schools again. The other schools keep their published positions and
 * scores, so the corrected school's old position may stay empty. Positions are marked as tied if schools share them
 * after the correction.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var table = IndicatorTable.builder(papers).row(School.of("Bonn"), 9).row(School.of("Graz"), 8)
 *         .row(School.of("Pisa"), 7).build();
 * var byPapers = Methodology.builder("papers").ranker(Rankers.weightedMean()).build();
 * WhatIf.of(byPapers, table).with("Pisa", papers, 8.5).asCorrection("Pisa")
 *         .positions() // ==> {Bonn=1, Graz==2, Pisa==2}
 * }</pre>
 */
@Immutable
public final class Correction {
    private final School school;
    private final Position before;
    private final Position after;
    private final BigDecimal scoreBefore;
    private final BigDecimal scoreAfter;
    private final ImmutableMap<School, PublishedResult> results;

    static Correction of(Ranking published, RankedSchool corrected) {
        Map<School, Position> numbers = new LinkedHashMap<>();
        for (RankedSchool each : published) {
            boolean mine = each.school().equals(corrected.school());
            numbers.put(each.school(), mine ? corrected.position() : each.position());
        }
        TieMark mark = published.presentation().tieMark();
        ImmutableMap.Builder<School, PublishedResult> results = ImmutableMap.builder();
        for (RankedSchool each : published) {
            boolean mine = each.school().equals(corrected.school());
            results.put(
                    each.school(),
                    new PublishedResult(
                            Optional.of(marked(numbers, each.school(), mark).toString()),
                            Optional.of(mine ? corrected.score() : each.score())));
        }
        RankedSchool was = published.of(corrected.school());
        return new Correction(
                was.school(),
                was.position(),
                marked(numbers, was.school(), mark),
                was.score(),
                corrected.score(),
                results.buildOrThrow());
    }

    private static Position marked(Map<School, Position> numbers, School school, TieMark mark) {
        Position mine = numbers.getOrDefault(school, Position.band(1, 1));
        if (mine.isBand()) {
            return mine;
        }
        long sharers = numbers.values().stream()
                .filter(each -> !each.isBand() && each.number() == mine.number())
                .count();
        return Position.exact(mine.number(), sharers > 1, mark);
    }

    private Correction(
            School school,
            Position before,
            Position after,
            BigDecimal scoreBefore,
            BigDecimal scoreAfter,
            ImmutableMap<School, PublishedResult> results) {
        this.school = school;
        this.before = before;
        this.after = after;
        this.scoreBefore = scoreBefore;
        this.scoreAfter = scoreAfter;
        this.results = results;
    }

    /** Returns the corrected school. */
    public School school() {
        return school;
    }

    /** Returns its published position. */
    public Position before() {
        return before;
    }

    /** Returns its corrected position. */
    public Position after() {
        return after;
    }

    /** Returns its published score. */
    public BigDecimal scoreBefore() {
        return scoreBefore;
    }

    /** Returns its corrected score. */
    public BigDecimal scoreAfter() {
        return scoreAfter;
    }

    /**
     * Returns the position and score of every school: corrected for the corrected school, as published for the others.
     */
    public ImmutableMap<School, PublishedResult> results() {
        return results;
    }

    /** Returns the positions as shown after the correction, in the published order. */
    public ImmutableMap<School, String> positions() {
        return ImmutableMap.copyOf(
                Maps.transformValues(results, each -> each.position().orElse("")));
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Correction that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(school, before, after, scoreBefore, scoreAfter, results);
    }

    /** Returns the school, its positions and scores: {@code Pisa: 3 → =2, 7 → 8.5; no other school moves}. */
    @Override
    public String toString() {
        return school + ": " + before + " → " + after + ", " + scoreBefore.toPlainString() + " → "
                + scoreAfter.toPlainString() + "; no other school moves";
    }
}
