package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CheckReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A comparison of two editions of a ranking. The change of each school is split by {@link Cause}, and the parts add up.
 *
 * <p>Schools are matched by id, then by name or alias. The effect of a cause depends on what else has already changed.
 * Each cause is therefore credited with the mean of its effects over all orders in which the causes may occur, its
 * Shapley value. It is computed by ranking all mixtures of the two editions. A mixture takes schools, values, weights
 * and method each from one edition or the other. An indicator that only one edition has keeps that edition's values in
 * every mixture; only its weight, or its role as a tie-breaker, appears and disappears. A school that is only in the
 * other edition has no value for it. The parts are exact fractions.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var byPapers = Methodology.builder("papers").ranker(Rankers.weightedMean()).build();
 * var old = IndicatorTable.builder(papers).row(School.of("Oxford"), 9).row(School.of("Yale"), 8)
 *         .build();
 * var now = IndicatorTable.builder(papers).row(School.of("Oxford"), 7).row(School.of("Yale"), 8)
 *         .build();
 * Editions.between(byPapers, old, byPapers, now).of("Yale").places(Cause.OTHERS_INDICATORS) // ==> 1
 * }</pre>
 */
@Immutable
@CheckReturnValue
public final class Editions {
    private final Mixtures mixtures;

    private Editions(Mixtures mixtures) {
        this.mixtures = mixtures;
    }

    /**
     * Compares two editions by ranking 16 mixtures of them.
     *
     * @param before the methodology of the earlier edition
     * @param tableBefore the table of the earlier edition
     * @param after the methodology of the later edition
     * @param tableAfter the table of the later edition
     * @return the comparison
     * @throws IllegalArgumentException if no school is in both editions, a name or alias matches several schools, or a
     *     mixture cannot be ranked
     */
    public static Editions between(
            Methodology before, IndicatorTable tableBefore, Methodology after, IndicatorTable tableAfter) {
        requireNonNull(before, "before");
        requireNonNull(tableBefore, "tableBefore");
        requireNonNull(after, "after");
        requireNonNull(tableAfter, "tableAfter");
        return new Editions(Mixtures.of(before, tableBefore, after, tableAfter));
    }

    /**
     * Returns a comparison of the two editions restricted to their common schools, which are ranked among themselves.
     */
    public Editions onCommonSchools() {
        return new Editions(mixtures.onCommonSchools());
    }

    /** Returns the ranking of the earlier edition. Schools in both editions have the ids of the later one. */
    public Ranking before() {
        return mixtures.rank(0);
    }

    /** Returns the ranking of the later edition. */
    public Ranking after() {
        return mixtures.rank(Mixtures.ALL);
    }

    /** Returns the schools in both tables, as listed in the later one. */
    public ResultList<School> common() {
        return ResultList.copyOf(mixtures.common());
    }

    /** Returns the schools that are only in the later table. */
    public ResultList<School> entrants() {
        return ResultList.copyOf(mixtures.entrants());
    }

    /** Returns the schools that are only in the earlier table. */
    public ResultList<School> leavers() {
        return ResultList.copyOf(mixtures.leavers());
    }

    /**
     * Returns the changes of a school by cause: its own indicators, others' indicators, entrants and leavers, weights,
     * method.
     *
     * @param idOrName the school's id, name or alias in the later edition, or else in the earlier
     * @return the changes, computed with 16 rankings
     * @throws IllegalArgumentException if the school is not in both editions, or is not ranked in a mixture of them
     */
    public EditionChange of(String idOrName) {
        return whole(school(idOrName), ImmutableList.of());
    }

    /**
     * Returns the changes of a school with one line for each of its own indicators that changed. These lines need not
     * add up to the single line in {@link #of}, since more causes have more orders to average over. All lines together
     * add up to the same total.
     *
     * @param idOrName the school's id, name or alias in the later edition, or else in the earlier
     * @return the changes, computed with 2<sup>k+4</sup> rankings for k indicators that changed
     * @throws IllegalArgumentException if the school is not in both editions, is not ranked in a mixture of them, or
     *     has more than eight indicators that changed
     */
    public EditionChange byIndicator(String idOrName) {
        School school = school(idOrName);
        ImmutableList<Indicator> changed = mixtures.changed(school);
        checkArgument(
                changed.size() + 4 <= Shapley.MOST_PLAYERS,
                "%s of the indicators of \"%s\" changed; the split is exact for up to %s",
                changed.size(),
                school.name(),
                Shapley.MOST_PLAYERS - 4);
        return changed.isEmpty() ? of(idOrName) : whole(school, changed);
    }

    /**
     * Returns the changes of every school that is ranked in both editions and in all mixtures, in the order of the
     * later edition. Use {@link #leftOut} for the others. Each school takes 16 rankings.
     */
    public ResultList<EditionChange> changes() {
        Ranking before = before();
        return after().stream()
                .map(RankedSchool::school)
                .filter(school -> isRanked(school, before) && mixtures.isCommon(school))
                .flatMap(school -> split(school, ImmutableList.of()).stream())
                .collect(ResultList.toResultList());
    }

    private static boolean isRanked(School school, Ranking ranking) {
        OptionalInt row = ranking.table().rowOf(school);
        return row.isPresent() && ranking.placeAt(row.getAsInt()) > 0;
    }

    /**
     * Returns the schools of either edition that {@link #changes} leaves out, each with the reason. It takes as many
     * rankings as {@link #changes}.
     */
    public ImmutableMap<School, String> leftOut() {
        ImmutableMap.Builder<School, String> reasons = ImmutableMap.builder();
        for (School school : common()) {
            if (!isRanked(school, before())) {
                reasons.put(school, "not ranked in the earlier edition");
            } else if (!isRanked(school, after())) {
                reasons.put(school, "not ranked in the later edition");
            } else if (split(school, ImmutableList.of()).isEmpty()) {
                reasons.put(school, "not ranked in every mixture of the two editions");
            }
        }
        entrants().forEach(each -> reasons.put(each, "only in the later edition"));
        leavers().forEach(each -> reasons.put(each, "only in the earlier edition"));
        return reasons.buildOrThrow();
    }

    private School school(String idOrName) {
        return mixtures.common(requireNonNull(idOrName, "idOrName"));
    }

    private EditionChange whole(School school, ImmutableList<Indicator> own) {
        return split(school, own)
                .orElseThrow(() -> new IllegalArgumentException("school \"" + school.name()
                        + "\" is not ranked in every mixture of the two editions, so its change cannot be split"));
    }

    /** The first players are the given own indicators, one by one; if none are given, all together. */
    private Optional<EditionChange> split(School school, ImmutableList<Indicator> own) {
        int owners = Math.max(1, own.size());
        int players = owners + Mixtures.SHARED;
        List<Mixtures.Mixed> mixed = new ArrayList<>();
        for (int mask = 0; mask < 1 << players; mask++) {
            Optional<Mixtures.Mixed> ranked = mixtures.rank(mask >> owners, school, chosen(own, mask, owners));
            if (ranked.isEmpty()) {
                return Optional.empty();
            }
            mixed.add(ranked.get());
        }
        ImmutableList<Rational> scores =
                Shapley.values(players, mask -> mixed.get(mask).school().exactScore());
        ImmutableList<Rational> places =
                Shapley.values(players, mask -> Rational.of(-mixed.get(mask).position()));
        ImmutableList.Builder<EditionChange.Line> lines = ImmutableList.builder();
        for (int player = 0; player < players; player++) {
            boolean mine = player < owners;
            Cause cause = mine ? Cause.OWN_INDICATORS : Mixtures.CAUSES.get(player - owners);
            Optional<Indicator> which = mine && !own.isEmpty() ? Optional.of(own.get(player)) : Optional.empty();
            lines.add(new EditionChange.Line(cause, which, scores.get(player), places.get(player)));
        }
        return Optional.of(change(mixed.get(0), mixed.get(mixed.size() - 1), lines.build()));
    }

    private static Mixtures.Own chosen(ImmutableList<Indicator> own, int mask, int owners) {
        if (own.isEmpty()) {
            return new Mixtures.Own((mask & 1) == 1, ImmutableList.of());
        }
        ImmutableList.Builder<Indicator> turned = ImmutableList.builder();
        for (int i = 0; i < owners; i++) {
            if ((mask >> i & 1) == 1) {
                turned.add(own.get(i));
            }
        }
        ImmutableList<Indicator> chosen = turned.build();
        // The school's attributes change with the last of its indicators.
        return chosen.size() == owners ? new Mixtures.Own(true, ImmutableList.of()) : new Mixtures.Own(false, chosen);
    }

    private static EditionChange change(
            Mixtures.Mixed from, Mixtures.Mixed to, ImmutableList<EditionChange.Line> lines) {
        RankedSchool before = from.school();
        RankedSchool after = to.school();
        Rational roundedAway = rounding(after).minus(rounding(before));
        BigDecimal gained = BigDecimal.valueOf(from.position()).subtract(BigDecimal.valueOf(to.position()));
        return new EditionChange(
                after.school(),
                before.position(),
                after.position(),
                before.score(),
                after.score(),
                lines,
                roundedAway,
                Rational.of(gained));
    }

    private static Rational rounding(RankedSchool school) {
        return Rational.of(school.score()).minus(school.exactScore());
    }

    /** Returns the number of schools in both editions, and of those in only one. */
    @Override
    public String toString() {
        return common().size() + " schools in both editions, " + entrants().size() + " entrants, "
                + leavers().size() + " leavers";
    }
}
