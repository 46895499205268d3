package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Indexes;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An ordered list of ranked schools, with their positions, their scores and explanations of both.
 *
 * <p>Schools with the same position are listed by name, ignoring accents and case, then by code point. The order by
 * name never breaks a tie. The listing is computed on first use and cached per table.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("papers")).row(School.of("Oxford"), 3)
 *         .row(School.of("Yale"), 2).build();
 * Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.max()).of("Yale")
 *         .position() // ==> 2
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // Fields set later are derived from the others, alike in every thread.
public final class Ranking implements Iterable<RankedSchool> {
    private final Lineage lineage;
    private final Weights weights;
    private final Scores composite;
    private final Scores scores;
    private final Presentation presentation;
    private final ImmutableList<UnrankedSchool> refused;
    private final Supplier<ImmutableList<String>> warned;
    private final Optional<Methodology> methodology;
    private final IntPredicate shown;
    private final boolean wholeText;

    private volatile @Nullable Placement placement;
    private volatile int @Nullable [] listing;
    private volatile @Nullable ImmutableList<String> warnings;

    private Ranking(
            Lineage lineage,
            Weights weights,
            Scores composite,
            Scores scores,
            Presentation presentation,
            ImmutableList<UnrankedSchool> refused,
            Supplier<ImmutableList<String>> warned,
            Optional<Methodology> methodology) {
        this.lineage = lineage;
        this.weights = weights;
        this.composite = composite;
        this.scores = scores;
        this.presentation = presentation;
        this.refused = refused;
        this.warned = warned;
        this.methodology = methodology;
        this.shown = row -> true;
        this.wholeText = false;
    }

    /** The same ranking with fewer rows shown. */
    private Ranking(Ranking whole, IntPredicate shown, boolean wholeText) {
        this.lineage = whole.lineage;
        this.weights = whole.weights;
        this.composite = whole.composite;
        this.scores = whole.scores;
        this.presentation = whole.presentation;
        this.refused = whole.refused;
        this.warned = () -> whole.warnings().asList();
        this.methodology = whole.methodology;
        this.placement = whole.placement();
        this.shown = shown;
        this.wholeText = wholeText;
    }

    /**
     * Returns a ranking on exact scores, as a {@link Ranker} produces it.
     *
     * @param table the table that was ranked
     * @param weights points for exactly the table's indicators
     * @param scores one score per row; must not change afterwards
     * @return the ranking
     * @throws IllegalArgumentException if the sizes or the indicators do not match
     */
    public static Ranking of(IndicatorTable table, Weights weights, Scores scores) {
        requireNonNull(table, "table");
        requireNonNull(weights, "weights");
        requireNonNull(scores, "scores");
        checkArgument(scores.size() == table.size(), "%s scores for %s schools", scores.size(), table.size());
        return new Ranking(
                Lineage.of(table),
                weights.inOrderOf(table.indicators()),
                scores,
                scores,
                Presentation.exact(),
                ImmutableList.of(),
                scores::warnings,
                Optional.empty());
    }

    /**
     * Returns a ranking by a function of each row, larger results first. Use it to write a {@link Ranker} as a lambda.
     *
     * @param table the table to rank
     * @param weights points for exactly the table's indicators
     * @param score computes the score of a row, a finite number that stands for the decimal it prints
     * @return the ranking
     * @throws IllegalArgumentException if a score is NaN or infinite
     */
    public static Ranking byScore(IndicatorTable table, Weights weights, ToDoubleFunction<? super Row> score) {
        requireNonNull(table, "table");
        requireNonNull(weights, "weights");
        requireNonNull(score, "score");
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

    /** This ranking as a methodology presents it, with places computed. */
    Ranking presentedBy(Methodology by, Lineage from, ImmutableList<UnrankedSchool> alsoRefused) {
        Ranking presented = new Ranking(
                from,
                weights,
                composite,
                by.presentation().rescaling().apply(composite),
                by.presentation(),
                alsoRefused,
                () -> ImmutableList.<String>builder()
                        .addAll(warned.get())
                        .addAll(RankingWarnings.of(by, from, weights))
                        .build(),
                Optional.of(by));
        Placement unused = presented.placement(); // so that any failure happens here
        return presented;
    }

    // ---- the parts ----

    /** Returns the table as given to the methodology, without the schools that it refused. */
    public IndicatorTable table() {
        return lineage.given();
    }

    /** Returns the table as the ranker saw it: treated, normalised and filled. */
    public IndicatorTable normalized() {
        return lineage.filled();
    }

    /** Returns the tables after each step from the given values to those the ranker saw. */
    public Lineage lineage() {
        return lineage;
    }

    /** Returns the weights, in the order of the table's indicators. */
    public Weights weights() {
        return weights;
    }

    /** Returns how scores are rescaled, rounded, tied and shown in bands. */
    public Presentation presentation() {
        return presentation;
    }

    /** Returns the exact scores of the rows of {@link #table()}, rescaled if the presentation rescales. */
    public Scores scores() {
        return scores;
    }

    /**
     * Returns the warnings that a reader needs: a missing value may have raised a school, more than half of a school's
     * weight was filled in, or a value is off its indicator's scale. O(n · k) on the first call.
     */
    public ResultList<String> warnings() {
        ImmutableList<String> found = warnings;
        if (found == null) {
            found = warned.get();
            warnings = found;
        }
        return ResultList.copyOf(found);
    }

    /**
     * Returns the methodology that made this ranking; {@link #top} and {@link #filter} keep it. Empty if a ranker alone
     * made the ranking, and after {@link #rerank}, whose result no methodology reproduces.
     */
    public Optional<Methodology> methodology() {
        return methodology;
    }

    // ---- the list ----

    private Placement placement() {
        Placement known = placement;
        if (known == null) {
            known = new Placement(table(), normalized(), scores, presentation);
            placement = known;
        }
        return known;
    }

    /** The rows that are ranked and shown, best first. */
    private int[] listing() {
        int[] known = listing;
        if (known == null) {
            known = shownOf(placement().listing());
            listing = known;
        }
        return known;
    }

    /** Returns the number of ranked schools shown. */
    public int size() {
        return listing().length;
    }

    private int[] shownOf(int[] rows) {
        int[] kept = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (shown.test(row)) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** Returns the ranked schools, best first. */
    public ResultList<RankedSchool> schools() {
        int[] rows = listing();
        ImmutableList.Builder<RankedSchool> schools = ImmutableList.builderWithExpectedSize(rows.length);
        for (int row : rows) {
            schools.add(new RankedSchool(this, row));
        }
        return ResultList.copyOf(schools.build());
    }

    /** Returns a stream of the ranked schools, best first. */
    public Stream<RankedSchool> stream() {
        return Arrays.stream(listing()).mapToObj(row -> new RankedSchool(this, row));
    }

    @Override
    public Iterator<RankedSchool> iterator() {
        return stream().iterator();
    }

    /**
     * Returns the schools that are listed without a position, with the reasons. Schools that the methodology refused
     * come first, then those that the ranker could not rank, each group sorted by name.
     */
    public ResultList<UnrankedSchool> unranked() {
        ImmutableList.Builder<UnrankedSchool> all = ImmutableList.builder();
        all.addAll(refused);
        for (int row : table().listing()) {
            scores.unranked(row)
                    .ifPresent(reason ->
                            all.add(new UnrankedSchool(table().schools().get(row), reason)));
        }
        return ResultList.copyOf(all.build());
    }

    /**
     * Returns the first schools of the listing, which keep their positions.
     *
     * @param n the number of schools; if there are fewer, all are returned
     * @return the shorter ranking, whose text shows every school
     * @throws IllegalArgumentException if n is negative
     */
    public Ranking top(int n) {
        checkArgument(n >= 0, "top(%s): a number of schools is not negative", n);
        BitSet first = new BitSet();
        Arrays.stream(listing()).limit(n).forEach(first::set);
        // Schools without a position are not among the first n, but remain listed.
        return new Ranking(this, row -> first.get(row) || placeAt(row) == 0, true);
    }

    /**
     * Returns the schools that match a predicate, which keep their positions; compare {@link #rerank}. After
     * {@link #top}, only the first n schools are considered.
     */
    public Ranking filter(Predicate<? super School> keep) {
        requireNonNull(keep, "keep");
        return new Ranking(
                this, row -> shown.test(row) && keep.test(table().schools().get(row)), wholeText);
    }

    /**
     * Returns the schools that match a predicate, ranked anew among themselves by their existing scores; compare
     * {@link #filter}. Neither values nor scores are rescaled to the smaller set. After {@link #top}, only the first n
     * schools are considered.
     *
     * @throws IllegalArgumentException if no school matches
     */
    public Ranking rerank(Predicate<? super School> keep) {
        requireNonNull(keep, "keep");
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
                () -> warnings().asList(),
                Optional.empty());
    }

    // ---- one school ----

    /**
     * Returns a lookup of the schools shown here and of those listed without a position. Each call creates a new one.
     */
    public SchoolLookup lookup() {
        return SchoolLookup.of(Stream.concat(
                        stream().map(RankedSchool::school), unranked().stream().map(UnrankedSchool::school))
                .distinct()
                .toList());
    }

    /**
     * Returns the ranked school with a given id, name or alias, found as {@link SchoolLookup#school} finds it.
     *
     * @param idOrName the id, name or alias
     * @return the ranked school
     * @throws IllegalArgumentException if there is no such school, with the nearest names; if it is listed without a
     *     position, with the reason; or if several schools share the name
     */
    public RankedSchool of(String idOrName) {
        OptionalInt row = table().lookup().index(idOrName, SchoolMatching.Step.TEXT, this::shows);
        return new RankedSchool(this, row.orElseThrow(() -> new IllegalArgumentException(miss(idOrName))));
    }

    private String miss(String wanted) {
        List<UnrankedSchool> unranked = unranked();
        Optional<School> listed = SchoolLookup.of(
                        unranked.stream().map(UnrankedSchool::school).toList())
                .find(wanted);
        if (listed.isPresent()) {
            return "school \"" + SafeText.line(wanted) + "\" is listed but not ranked: "
                    + unranked.stream()
                            .filter(each -> each.school().equals(listed.get()))
                            .findFirst()
                            .orElseThrow()
                            .reason();
        }
        return "no school \"" + SafeText.line(wanted) + "\" in the ranking of " + size()
                + SchoolLookup.of(stream().map(RankedSchool::school).toList())
                        .didYouMean(wanted, "; find(text) searches the names");
    }

    /**
     * Returns the given school, ranked.
     *
     * @throws IllegalArgumentException if the school is not ranked here
     */
    public RankedSchool of(School school) {
        requireNonNull(school, "school");
        return of(school.id());
    }

    /** Returns the ranked schools whose name or alias contains a text, ignoring accents and case, best first. */
    public ResultList<RankedSchool> find(String text) {
        requireNonNull(text, "text");
        String wanted = Names.folded(text);
        return stream()
                .filter(each -> SchoolLookup.names(each.school())
                        .anyMatch(name -> Names.folded(name).contains(wanted)))
                .collect(ResultList.toResultList());
    }

    /** Returns an explanation of a school's score; the school is found as by {@link #of(String)}. */
    public Breakdown explain(String idOrName) {
        return of(idOrName).breakdown();
    }

    /**
     * Returns a school's position among its peers.
     *
     * @param idOrName the school's id, name or alias, as for {@link #of(String)}
     * @param peers the peer group; the school is counted as a member even if it does not match
     * @return its position among the peers, under the same presentation
     */
    public Position positionAmong(String idOrName, Predicate<? super School> peers) {
        requireNonNull(peers, "peers");
        School school = of(idOrName).school();
        return rerank(each -> each.equals(school) || peers.test(each))
                .of(school)
                .position();
    }

    /**
     * Returns a school's position among the schools of its country.
     *
     * @throws IllegalArgumentException if the school has no country
     */
    public Position positionInCountry(String idOrName) {
        School school = of(idOrName).school();
        Optional<String> country = school.country();
        checkArgument(country.isPresent(), "school \"%s\" has no country", school.name());
        return positionAmong(school.id(), each -> each.isIn(country.get()));
    }

    /**
     * Compares this ranking with a published one. Schools are found by all steps of {@link SchoolMatching}; schools
     * that cannot be compared are listed in the result.
     *
     * @param published what was printed, such as {@link IndicatorTable#published()} of a table
     * @throws IllegalArgumentException if a published school could be several schools of this ranking
     */
    public RankingDiff diff(Map<School, PublishedResult> published) {
        requireNonNull(published, "published");
        return RankingDiff.of(this, published);
    }

    // ---- by row, for programs ----

    /**
     * Returns the competition place of a row of {@link #table()}: one more than the number of schools with a better
     * score, or 0 for a school that is not ranked. Bands and tie rules are ignored. O(1) after the first call.
     */
    public int placeAt(int row) {
        return placement().place(Indexes.check(row, table().size(), "row"));
    }

    /**
     * Returns the rows of {@link #table()} that are ranked and shown, in ascending order. These are the rows of
     * {@link #schools}.
     */
    public IntStream rows() {
        return IntStream.range(0, table().size()).filter(this::shows);
    }

    Position positionAt(int row) {
        return placement().position(row);
    }

    BigDecimal scoreAt(int row) {
        return presentation.present(scores.exact(row));
    }

    /** The score as shown: in a band it may be empty, or the band's range. */
    String scoreTextAt(int row) {
        return placement().scoreText(row);
    }

    CellLineage lineageAt(int row, Indicator indicator) {
        return CellLineage.of(lineage, row, breakdownAt(row).of(indicator));
    }

    Breakdown breakdownAt(int row) {
        return Breakdown.of(this, composite, row);
    }

    /** Whether a row of the table is ranked and shown. */
    boolean shows(int row) {
        return placeAt(row) > 0 && shown.test(row);
    }

    /**
     * Returns whether the other object ranks equal schools in the same listing order with the same positions and
     * scores.
     */
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
     * Returns an aligned table with position, school, country, score, and one column per indicator. After {@link #top}
     * it shows every school. Otherwise it shows as many as JShell would, under a line that states how many schools are
     * ranked and which come first.
     */
    @Override
    public String toString() {
        return wholeText ? RankingText.of(this, listing()).toString() : RankingText.brief(this, listing());
    }

    /** Returns this ranking's own positions and scores as published results, to compare another ranking with them. */
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
