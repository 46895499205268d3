package io.github.medrank.weightspace;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Ranking;
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

    /** The bounds of all schools, in the order of the ranking. */
    public ImmutableList<RankBound> bounds() {
        return bounds;
    }

    /** The bounds of a school, looked up as in {@link Ranking#of(String)}. */
    public RankBound of(String school) {
        School wanted = ranking.of(school).school();
        return bounds.stream()
                .filter(each -> each.school().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    /** The schools that some weights of the region put first, alone or level with others. */
    public ImmutableList<School> couldBeFirst() {
        return bounds.stream()
                .filter(each -> each.bestAttained() == 1)
                .map(RankBound::school)
                .collect(ImmutableList.toImmutableList());
    }

    /** Whether every best and worst position is exact. */
    public boolean isExact() {
        return bounds.stream().allMatch(each -> each.isBestExact() && each.isWorstExact());
    }

    /** The position now, the best and the worst one. */
    @Override
    public String toString() {
        TextTable.Builder text =
                TextTable.builder("School").right("position").right("best").right("worst");
        bounds.stream().limit(TextTable.briefRows(bounds.size())).forEach(each -> {
            String best = each.isBestExact() ? "" + each.bestAttained() : each.bestBound() + ".." + each.bestAttained();
            String worst =
                    each.isWorstExact() ? "" + each.worstAttained() : each.worstAttained() + ".." + each.worstBound();
            text.row(each.school().name(), ranking.of(each.school()).position(), best, worst);
        });
        text.note(region.toString());
        if (!isExact()) {
            text.note("a..b: proven to lie between; more effort may tell");
        }
        return text.build().brief(bounds.size(), "bounds()");
    }
}
