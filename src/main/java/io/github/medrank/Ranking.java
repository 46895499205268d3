package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An ordered list of ranked schools: positions, scores, and how they come about.
 *
 * <p>Schools of one position are listed by name (accents and case aside, then by code point), which never breaks a tie.
 * The listing is made when it is first asked for, once a table.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("papers")).row(School.of("Oxford"), 3).row(School.of("Yale"), 2).build();
 * Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.max()).of("Yale").position() // ==> 2
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // Fields set late are derived from the others, the same whoever computes them.
public final class Ranking implements Iterable<RankedSchool> {
    private final Lineage lineage;
    private final Weights weights;
    private final Scores composite;
    private final Scores scores;
    private final Presentation presentation;
    private final ImmutableList<UnrankedSchool> refused;
    private final IntPredicate shown;
    private final int most;
    private final ImmutableList<String> warnings;

    private volatile int @Nullable [] places;
    private volatile @Nullable Standings standings;
    private volatile int @Nullable [] listing;
    private volatile int @Nullable [] ordinals;
    private volatile @Nullable ShownGroups shownGroups;

    private Ranking(
            Lineage lineage,
            Weights weights,
            Scores composite,
            Scores scores,
            Presentation presentation,
            ImmutableList<UnrankedSchool> refused,
            IntPredicate shown,
            int most,
            ImmutableList<String> warnings) {
        this.lineage = lineage;
        this.weights = weights;
        this.composite = composite;
        this.scores = scores;
        this.presentation = presentation;
        this.refused = refused;
        this.shown = shown;
        this.most = most;
        this.warnings = warnings;
    }

    /**
     * A ranking on exact scores, as a {@link Ranker} makes it.
     *
     * @param table the table that was ranked
     * @param weights points for exactly the table's indicators
     * @param scores one score a row; must not change any more
     * @return the ranking
     * @throws IllegalArgumentException if the sizes or the indicators do not match
     */
    public static Ranking of(IndicatorTable table, Weights weights, Scores scores) {
        checkArgument(scores.size() == table.size(), "%s scores for %s schools", scores.size(), table.size());
        return new Ranking(
                Lineage.of(table),
                weights.inOrderOf(table.indicators()),
                scores,
                scores,
                Presentation.exact(),
                ImmutableList.of(),
                row -> true,
                Integer.MAX_VALUE,
                scores.warnings());
    }

    /**
     * A ranking by a function of each row, larger results first: the way for a lambda to be a {@link Ranker}.
     *
     * @param table the table to rank
     * @param weights points for exactly the table's indicators
     * @param score the score of a row: finite; it stands for the decimal that it prints
     * @return the ranking
     * @throws IllegalArgumentException if a score is NaN or infinite
     */
    public static Ranking byScore(IndicatorTable table, Weights weights, ToDoubleFunction<? super Row> score) {
        double[] scores = new double[table.size()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = score.applyAsDouble(table.row(row));
            checkArgument(
                    Double.isFinite(scores[row]),
                    "school \"%s\": the score is %s; it must be a finite number",
                    table.schools().get(row).name(),
                    scores[row]);
        }
        return of(table, weights, new DoubleScores(scores));
    }

    /** This ranking as a methodology presents it; placed now, so that whatever can fail fails here. */
    Ranking presentedBy(
            Presentation by, Lineage from, ImmutableList<UnrankedSchool> alsoRefused, ImmutableList<String> more) {
        Ranking presented = new Ranking(
                from,
                weights,
                composite,
                by.rescaling().apply(composite),
                by,
                alsoRefused,
                shown,
                most,
                ImmutableList.<String>builder().addAll(warnings).addAll(more).build());
        presented.places();
        return presented;
    }

    // ---- the parts ----

    /** The table as it was given to the methodology, without the schools that were refused, row by row. */
    public IndicatorTable table() {
        return lineage.given();
    }

    /** The table as the ranker saw it: treated, normalised, filled. */
    public IndicatorTable normalized() {
        return lineage.filled();
    }

    /** The steps from the given table to the one the ranker saw. */
    public Lineage lineage() {
        return lineage;
    }

    /** The weights, in the table's order of indicators. */
    public Weights weights() {
        return weights;
    }

    /** How scores are rescaled, rounded, tied and banded. */
    public Presentation presentation() {
        return presentation;
    }

    /** The exact scores, rescaled where the presentation does that, row by row of {@link #table()}. */
    public Scores scores() {
        return scores;
    }

    /** What a reader must be told, such as that a missing value may have raised a school. */
    public ImmutableList<String> warnings() {
        return warnings;
    }

    // ---- the list ----

    /** How many ranked schools are shown. */
    public int size() {
        return listing().length;
    }

    /** The ranked schools, best first. */
    public ImmutableList<RankedSchool> schools() {
        return stream().collect(ImmutableList.toImmutableList());
    }

    /** The ranked schools, best first. */
    public Stream<RankedSchool> stream() {
        return Arrays.stream(listing()).mapToObj(row -> new RankedSchool(this, row));
    }

    @Override
    public Iterator<RankedSchool> iterator() {
        return stream().iterator();
    }

    /** The schools that are listed without a position, with the reason. */
    public ImmutableList<UnrankedSchool> unranked() {
        ImmutableList.Builder<UnrankedSchool> all =
                ImmutableList.<UnrankedSchool>builder().addAll(refused);
        for (int row : table().listing()) {
            scores.unranked(row)
                    .ifPresent(reason ->
                            all.add(new UnrankedSchool(table().schools().get(row), reason)));
        }
        return all.build();
    }

    /**
     * The first schools of the listing, with the positions they have in the whole.
     *
     * @param n how many; all, if there are fewer
     * @return the shorter ranking, whose text shows every one of them
     * @throws IllegalArgumentException if n is negative
     */
    public Ranking top(int n) {
        checkArgument(n >= 0, "top(%s): a number of schools is not negative", n);
        return showing(shown, Math.min(n, size()));
    }

    /** The schools that pass, with the positions they have in the whole; compare {@link #rerank}. */
    public Ranking filter(Predicate<? super School> keep) {
        requireNonNull(keep, "keep");
        IntPredicate already = shown;
        return showing(row -> already.test(row) && keep.test(table().schools().get(row)), Integer.MAX_VALUE);
    }

    private Ranking showing(IntPredicate rows, int limit) {
        Ranking shorter =
                new Ranking(lineage, weights, composite, scores, presentation, refused, rows, limit, warnings);
        shorter.places = places;
        shorter.standings = standings;
        return shorter;
    }

    /**
     * The schools that pass, ranked anew among themselves on the scores they have; compare {@link #filter}. Neither
     * values nor scores are rescaled to the smaller set.
     *
     * @throws IllegalArgumentException if no school passes
     */
    public Ranking rerank(Predicate<? super School> keep) {
        int[] rows = IntStream.range(0, table().size())
                .filter(row -> shown.test(row) && keep.test(table().schools().get(row)))
                .toArray();
        checkArgument(rows.length > 0, "no school passes; a ranking needs at least one");
        return new Ranking(
                lineage.rows(rows),
                weights,
                new SomeScores(composite, rows),
                new SomeScores(scores, rows),
                presentation,
                refused.stream().filter(each -> keep.test(each.school())).collect(ImmutableList.toImmutableList()),
                row -> true,
                Integer.MAX_VALUE,
                warnings);
    }

    // ---- one school ----

    /**
     * Returns the look-up of the schools shown here and of those listed without a position. It is made anew by each
     * call.
     */
    public SchoolLookup lookup() {
        return SchoolLookup.of(Stream.concat(
                        stream().map(RankedSchool::school), unranked().stream().map(UnrankedSchool::school))
                .distinct()
                .toList());
    }

    /**
     * The ranked school of an id, a name or an alias, found as {@link SchoolLookup#school} finds it.
     *
     * @param idOrName what to look up
     * @return the ranked school
     * @throws IllegalArgumentException if there is none, with the names that come nearest, or the reason if it is listed
     *     without a position; or if several schools go by that name
     */
    public RankedSchool of(String idOrName) {
        OptionalInt row = table().lookup().index(idOrName, SchoolMatching.Step.TEXT, this::shows);
        return new RankedSchool(this, row.orElseThrow(() -> new IllegalArgumentException(miss(idOrName))));
    }

    private String miss(String wanted) {
        ImmutableList<UnrankedSchool> unranked = unranked();
        Optional<School> listed = SchoolLookup.of(
                        unranked.stream().map(UnrankedSchool::school).toList())
                .find(wanted);
        if (listed.isPresent()) {
            return "school \"" + wanted + "\" is listed but not ranked: "
                    + unranked.stream()
                            .filter(each -> each.school().equals(listed.get()))
                            .findFirst()
                            .orElseThrow()
                            .reason();
        }
        return "no school \"" + wanted + "\" in the ranking of " + size()
                + SchoolLookup.of(stream().map(RankedSchool::school).toList())
                        .didYouMean(wanted, "; find(text) searches the names");
    }

    /**
     * The ranked school of a school's id.
     *
     * @throws IllegalArgumentException if it is not ranked here
     */
    public RankedSchool of(School school) {
        return of(school.id());
    }

    /** The ranked schools whose name or an alias contains a text, accents and case aside, best first. */
    public ImmutableList<RankedSchool> find(String text) {
        String wanted = Names.folded(text);
        return stream()
                .filter(each -> SchoolLookup.names(each.school())
                        .anyMatch(name -> Names.folded(name).contains(wanted)))
                .collect(ImmutableList.toImmutableList());
    }

    /** How a school's score comes about; looked up as {@link #of(String)} does. */
    public Breakdown explain(String idOrName) {
        return of(idOrName).breakdown();
    }

    /**
     * Where a school stands among its peers.
     *
     * @param idOrName looked up as {@link #of(String)} does
     * @param peers the peer group; the school is counted with it, whether it passes or not
     * @return its position among them, under the same presentation
     */
    public Position positionAmong(String idOrName, Predicate<? super School> peers) {
        School school = of(idOrName).school();
        return rerank(each -> each.equals(school) || peers.test(each))
                .of(school)
                .position();
    }

    /**
     * Where a school stands in its country.
     *
     * @throws IllegalArgumentException if the school has no country
     */
    public Position positionInCountry(String idOrName) {
        School school = of(idOrName).school();
        Optional<String> country = school.country();
        checkArgument(country.isPresent(), "school \"%s\" has no country", school.name());
        return positionAmong(school.id(), each -> each.country().equals(country));
    }

    /**
     * Returns where this ranking and a published one agree and where not, and what could not be compared. The schools
     * are found by all steps of {@link SchoolMatching}.
     *
     * @param published what was printed, such as the {@link IndicatorTable#published()} of a table
     * @throws IllegalArgumentException if a published school could be several of those here
     */
    public RankingDiff diff(Map<School, PublishedResult> published) {
        return RankingDiff.of(this, published);
    }

    // ---- by row, for programs ----

    /**
     * The competition place of a row of {@link #table()}: one more than the number of schools that score better; 0 for a
     * school that is not ranked. Bands and tie rules play no part. O(1) after the first call.
     */
    public int placeAt(int row) {
        return places()[row];
    }

    /** The rows of {@link #table()} that are ranked and shown, rising: what {@link #schools} lists, without its order. */
    public IntStream rows() {
        return most < Integer.MAX_VALUE
                ? Arrays.stream(listing()).sorted()
                : IntStream.range(0, table().size()).filter(this::shows);
    }

    Position positionAt(int row) {
        int place = places()[row];
        if (presentation.tiers().isPresent()) {
            return shownGroups().position(row);
        }
        if (!presentation.bands().isExact(place)) {
            return presentation.bands().of(place);
        }
        if (presentation.ties() == TieRule.ORDINAL) {
            return Position.exact(ordinals()[row], false, presentation.tieMark());
        }
        return Position.exact(standings().rank(place), standings().size(place) > 1, presentation.tieMark());
    }

    BigDecimal scoreAt(int row) {
        return presentation.present(scores.exact(row));
    }

    /** The score as it is shown: in a band perhaps not at all, or as the band's range. */
    String scoreTextAt(int row) {
        boolean banded = !presentation.bands().isExact(places()[row]);
        return switch (banded ? presentation.bandScores() : BandScores.SHOWN) {
            case SHOWN -> scoreAt(row).toPlainString();
            case HIDDEN -> "";
            case RANGE -> shownGroups().range(row);
        };
    }

    private ShownGroups shownGroups() {
        ShownGroups known = shownGroups;
        if (known == null) {
            known = new ShownGroups(this);
            shownGroups = known;
        }
        return known;
    }

    CellLineage lineageAt(int row, Indicator indicator) {
        Contribution contribution = breakdownAt(row).of(indicator);
        return new CellLineage(
                table().schools().get(row),
                indicator,
                lineage.given().column(indicator).cell(row),
                lineage.treated().column(indicator).cell(row),
                lineage.normalized().column(indicator).cell(row),
                lineage.filled().column(indicator).cell(row),
                contribution.weight(),
                contribution.points());
    }

    Breakdown breakdownAt(int row) {
        return Breakdown.of(this, composite, row);
    }

    private int[] places() {
        int[] known = places;
        if (known == null) {
            known = new int[table().size()];
            new Placer(known.length, presentation).place(scores, known, new double[known.length]);
            TieBreaks.apply(presentation.tieBreakers(), normalized(), known);
            places = known;
        }
        return known;
    }

    private Standings standings() {
        Standings known = standings;
        if (known == null) {
            known = new Standings(presentation.ties(), table().size());
            known.take(places());
            standings = known;
        }
        return known;
    }

    private int[] ordinals() {
        int[] known = ordinals;
        if (known == null) {
            known = places().clone();
            new Standings(TieRule.ORDINAL, known.length).apply(known, table().listing());
            ordinals = known;
        }
        return known;
    }

    /** Whether a row of the table is ranked and among those shown. */
    boolean shows(int row) {
        if (most < Integer.MAX_VALUE) {
            return Arrays.stream(listing()).anyMatch(listed -> listed == row);
        }
        return places()[row] > 0 && shown.test(row);
    }

    private int[] listing() {
        int[] known = listing;
        if (known == null) {
            known = Arrays.stream(allListed()).filter(shown).limit(most).toArray();
            listing = known;
        }
        return known;
    }

    /** By place, then by name; by name alone within a tier, or a band whose scores are not shown one by one. */
    private int[] allListed() {
        boolean hides = presentation.tiers().isPresent()
                || (presentation.bands().banded() && presentation.bandScores() != BandScores.SHOWN);
        if (!hides) {
            return standings().listing(places(), table().listing());
        }
        int[] firsts = places().clone();
        for (int row = 0; row < firsts.length; row++) {
            if (firsts[row] > 0 && positionAt(row).isBand()) {
                firsts[row] = positionAt(row).first();
            }
        }
        Standings groups = new Standings(TieRule.COMPETITION, firsts.length);
        groups.take(firsts);
        return groups.listing(firsts, table().listing());
    }

    /** Whether the other object ranks equal schools in the same listing order with the same positions and scores. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ranking that
                && schools().equals(that.schools())
                && unranked().equals(that.unranked());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(listing());
    }

    /**
     * An aligned table: position, school, country, score, one column an indicator. After {@link #top} it shows every
     * school; otherwise as many as JShell would show, and how many more there are.
     */
    @Override
    public String toString() {
        int[] rows = listing();
        boolean whole = most < Integer.MAX_VALUE;
        int lines = whole ? rows.length : TextTable.briefRows(rows.length);
        TextTable text = RankingText.of(this, Arrays.copyOf(rows, lines));
        return whole ? text.toString() : text.brief(rows.length, "top(n)");
    }

    /** The published results of this ranking's own positions and scores, so that another can be compared with it. */
    public ImmutableMap<School, PublishedResult> results() {
        ImmutableMap.Builder<School, PublishedResult> results = ImmutableMap.builder();
        for (RankedSchool each : this) {
            results.put(
                    each.school(),
                    new PublishedResult(Optional.of(each.position().toString()), Optional.of(each.score())));
        }
        return results.buildOrThrow();
    }
}
