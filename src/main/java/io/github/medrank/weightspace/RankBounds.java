package io.github.medrank.weightspace;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.RankRange;
import io.github.medrank.Ranking;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;

/** The best and the worst position of each school over a region of weights, in the order of the ranking. */
@Immutable
@SuppressWarnings("Immutable") // a ranking is immutable
public final class RankBounds {
    private final Ranking ranking;
    private final WeightRegion region;
    private final ImmutableList<RankBound> bounds;

    RankBounds(Ranking ranking, WeightRegion region, ImmutableList<RankBound> bounds) {
        this.ranking = ranking;
        this.region = region;
        this.bounds = bounds;
    }

    /** Returns the bounds of the requested schools, in the order of the ranking. */
    public ResultList<RankBound> bounds() {
        return ResultList.copyOf(bounds);
    }

    /**
     * Returns the proven range of positions of each school, in the order of the ranking.
     *
     * <p>The basis is a text such as {@code exact over weights within ± 25 %}. If an end is proven but not known to be
     * attained, the basis names the position that is attained.
     */
    public ImmutableMap<School, RankRange> ranges() {
        return bounds.stream().collect(ImmutableMap.toImmutableMap(RankBound::school, each -> range(each, region)));
    }

    private static RankRange range(RankBound bound, WeightRegion region) {
        String best = bound.isBestExact() ? "" : ", best attained " + bound.bestAttained();
        String worst = bound.isWorstExact() ? "" : ", worst attained " + bound.worstAttained();
        String how = best.isEmpty() && worst.isEmpty() ? "exact over " : "proven over ";
        return RankRange.of(bound.bestBound(), bound.worstBound(), how + region.summary() + best + worst);
    }

    static String best(RankBound bound) {
        return bound.isBestExact() ? "" + bound.bestAttained() : bound.bestBound() + ".." + bound.bestAttained();
    }

    static String worst(RankBound bound) {
        return bound.isWorstExact() ? "" + bound.worstAttained() : bound.worstAttained() + ".." + bound.worstBound();
    }

    /** Returns the bounds of one school, looked up as in {@link Ranking#of(String)}. */
    public RankBound of(String school) {
        requireNonNull(school, "school");
        School wanted = ranking.of(school).school();
        return bounds.stream()
                .filter(each -> each.school().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "school \"" + wanted.name() + "\" is not among the " + bounds.size() + " that were asked for"));
    }

    /** Returns the schools that some weights of the region place first, alone or level with others. */
    public ResultList<School> couldBeFirst() {
        return bounds.stream()
                .filter(each -> each.bestAttained() == 1)
                .map(RankBound::school)
                .collect(ResultList.toResultList());
    }

    /** Returns whether the best and the worst position of every school are exact. */
    public boolean isExact() {
        return bounds.stream().allMatch(each -> each.isBestExact() && each.isWorstExact());
    }

    /** Returns the current, the best and the worst position of each school. */
    @Override
    public String toString() {
        TextTable.Builder text =
                TextTable.builder("School").right("position").right("best").right("worst");
        bounds.stream().limit(TextTable.briefRows(bounds.size())).forEach(each -> {
            text.row(each.school().name(), ranking.of(each.school()).position(), best(each), worst(each));
        });
        text.note(region.toString());
        if (!isExact()) {
            text.note("a..b: proven to lie between; more effort may tell");
        }
        return text.build().brief(bounds.size(), "bounds()");
    }
}
