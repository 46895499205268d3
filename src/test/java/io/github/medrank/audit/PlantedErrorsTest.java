package io.github.medrank.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Cell;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import io.github.medrank.TieMark;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.published.Qs;
import io.github.medrank.published.QsSubject;
import io.github.medrank.published.TimesHigherEducation;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One error of one kind is planted at random in a table that a publisher's method printed. It must be found if it can
 * show, and nothing may be found if it cannot, which the test decides by itself.
 */
class PlantedErrorsTest {
    /** A few in the ordinary suite; more with {@code -Daudit.seeds=200}. */
    private static final int SEEDS = Integer.getInteger("audit.seeds", 3);

    /** Means of the values as given, in which a missing value counts 0 or leaves the school out. */
    private static final ImmutableList<Methodology> METHODS = ImmutableList.of(
            Qs.medicine(2026),
            TimesHigherEducation.world(2026),
            Qs.subject(QsSubject.PSYCHOLOGY, 2026),
            Qs.subject(QsSubject.DENTISTRY, 2024),
            TimesHigherEducation.clinicalAndHealth(2019));

    /** Those in which a missing value counts 0. */
    private static final ImmutableList<Methodology> ZERO_FOR_MISSING =
            METHODS.stream().filter(each -> each.name().startsWith("QS")).collect(ImmutableList.toImmutableList());

    /** Two editions, or two subjects of one publisher: the weights of the second are not those of the first. */
    private static final ImmutableList<List<Methodology>> EDITIONS = ImmutableList.of(
            List.of(Qs.medicine(2026), Qs.medicine(2022)),
            List.of(Qs.medicine(2026), Qs.subject(QsSubject.PSYCHOLOGY, 2026)),
            List.of(Qs.medicine(2026), Qs.subject(QsSubject.AGRICULTURE_AND_FORESTRY, 2026)),
            List.of(Qs.subject(QsSubject.DENTISTRY, 2024), Qs.medicine(2022)),
            List.of(Qs.world(2026), Qs.world(2023)),
            List.of(TimesHigherEducation.world(2026), TimesHigherEducation.world(2023)),
            List.of(TimesHigherEducation.world(2023), TimesHigherEducation.world(2011)));

    private static final Map<String, Tally> TALLIES = new TreeMap<>();

    private static final class Tally {
        private int planted;
        private int hidden;
        private int found;
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    /** Reading backwards takes longest. */
    static LongStream fewSeeds() {
        return LongStream.range(0, SEEDS < 100 ? 1 : SEEDS);
    }

    @AfterAll
    static void print_what_was_found() {
        if (SEEDS >= 100) {
            TALLIES.forEach((kind, tally) -> System.out.printf(
                    Locale.ROOT,
                    "%s: %d planted, %d cannot show, %d found%n",
                    kind,
                    tally.planted,
                    tally.hidden,
                    tally.found));
        }
    }

    /** Counts an error, which must be found exactly if it can show. */
    private static void count(String kind, boolean canShow, boolean found) {
        Tally tally = TALLIES.computeIfAbsent(kind, key -> new Tally());
        tally.planted++;
        tally.hidden += canShow ? 0 : 1;
        tally.found += found ? 1 : 0;
        assertThat(found).as(kind).isEqualTo(canShow);
    }

    // ---- tables ----

    /** A printed table in which one thing is going to be wrong. */
    private static final class Plot {
        private final SplittableRandom random;
        private final Methodology method;
        private final IndicatorTable table;

        private Plot(long seed, Methodology method) {
            this.random = new SplittableRandom(seed);
            this.method = method;
            IndicatorTable plain = plain();
            this.table = plain.withPublished(method.rank(plain).results());
        }

        static Plot of(long seed) {
            return new Plot(seed, METHODS.get((int) (seed % METHODS.size())));
        }

        /** The first of the following tables with a shared position. */
        static Plot withTie(long seed) {
            Plot plot = of(seed);
            return plot.table.published().keySet().stream().anyMatch(plot::isTied) ? plot : withTie(seed + 1_000);
        }

        /** 60 to 200 rows of one decimal, correlated as real tables are; some values of the last column are missing. */
        private IndicatorTable plain() {
            int rows = 60 + random.nextInt(141);
            int width = method.indicators().size();
            IndicatorTable.Builder table = IndicatorTable.builder(method.indicators());
            for (int row = 0; row < rows; row++) {
                double level = random.nextDouble();
                List<Cell> cells = new ArrayList<>();
                for (int i = 0; i < width; i++) {
                    double value = 1 + 99 * (0.5 * level + 0.5 * random.nextDouble());
                    boolean missing = i == width - 1 && row > 0 && random.nextInt(40) == 0;
                    cells.add(
                            missing
                                    ? Cell.missing(MissingReason.NOT_REPORTED)
                                    : Cell.of(Math.round(value * 10) / 10.0));
                }
                table.row(School.of("s" + row, "School No. " + row), cells);
            }
            return table.build();
        }

        /** One of the schools of which something is true. */
        School any(Predicate<School> where) {
            List<School> all = table.published().keySet().stream().filter(where).toList();
            return all.get(random.nextInt(all.size()));
        }

        boolean isComplete(School school) {
            return method.indicators().stream()
                    .allMatch(each -> table.cell(school, each).value().isPresent());
        }

        String position(School school) {
            return table.published().get(school).position().orElseThrow();
        }

        BigDecimal score(School school) {
            return table.published().get(school).score().orElseThrow();
        }

        boolean isScored(School school) {
            return table.published().get(school).score().isPresent();
        }

        /** Whether both a score and a position of its own or shared are printed, rather than a band. */
        boolean isExact(School school) {
            return isScored(school) && position(school).matches("=?\\d+");
        }

        boolean isTied(School school) {
            return isExact(school) && position(school).startsWith("=");
        }

        IndicatorTable printing(IndicatorTable from, School school, String position, BigDecimal score) {
            Map<School, PublishedResult> printed = new LinkedHashMap<>(from.published());
            printed.put(school, PublishedResult.of(position, score.toPlainString()));
            return from.withPublished(printed);
        }

        /** The score by hand, without the value of one indicator or with all. */
        BigDecimal byHand(School school, Predicate<Indicator> counted) {
            Weights weights = method.weights().orElseThrow();
            BigDecimal sum = BigDecimal.ZERO;
            for (Indicator each : method.indicators()) {
                if (counted.test(each) && table.cell(school, each).value().isPresent()) {
                    BigDecimal value =
                            BigDecimal.valueOf(table.cell(school, each).value().orElseThrow());
                    sum = sum.add(value.multiply(weights.points(each)));
                }
            }
            return sum.divide(weights.total(), score(school).scale(), RoundingMode.HALF_UP);
        }
    }

    // ---- scores ----

    /** Any other score than that of the values shows at once. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_wrong_score_is_found(long seed) {
        Plot plot = Plot.of(seed);
        School school = plot.any(each -> plot.isScored(each) && plot.isComplete(each));
        BigDecimal right = plot.score(school);
        BigDecimal wrong = wrong(plot.random, right, 30);

        Audit audit = Audit.of(plot.method, plot.printing(plot.table, school, plot.position(school), wrong));

        assertThat(right).isEqualByComparingTo(plot.byHand(school, each -> true));
        assertThat(audit.findings(FindingKind.WEIGHTS_REFUTED)).isEmpty();
        List<Finding> found = audit.findings(FindingKind.SCORE_OUTSIDE);
        count("wrong score", true, found.size() == 1 && found.get(0).schools().equals(List.of(school)));
        assertThat(found.get(0).evidence().get("printed")).isEqualByComparingTo(wrong);
        assertThat(found.get(0).evidence().get("computed")).isEqualByComparingTo(right);
    }

    /** Off by up to so many units of the last digit, in either direction. */
    private static BigDecimal wrong(SplittableRandom random, BigDecimal right, int most) {
        int units = 1 + random.nextInt(most);
        BigDecimal moved = BigDecimal.valueOf(random.nextBoolean() ? units : -units, right.scale());
        return right.add(moved).max(BigDecimal.ZERO);
    }

    /**
     * Without a methodology a wrong score need not show if some rule explains all scores, which the rule must then
     * prove by printing them.
     */
    @ParameterizedTest
    @MethodSource("fewSeeds")
    void a_wrong_score_is_found_without_a_methodology_unless_some_rule_prints_it(long seed) {
        Plot plot = Plot.of(seed);
        School school = plot.any(each -> plot.isScored(each) && plot.isComplete(each));
        BigDecimal wrong = wrong(plot.random, plot.score(school), 10);
        IndicatorTable odd = plot.printing(plot.table, school, plot.position(school), wrong);

        Optional<RecoveredRule> rule = Recovery.of(odd).run().best();
        rule.filter(each -> each.rule().values() == InputValues.AS_PRINTED)
                .ifPresent(each -> assertThat(prints(each.methodology(), odd)).isTrue());

        List<Finding> found = Audit.of(odd).findings(FindingKind.SCORE_OUTSIDE);
        boolean isFound = found.size() == 1 && found.get(0).schools().equals(List.of(school));
        count("wrong score, no methodology", rule.isEmpty() || isFound, isFound);
        assertThat(found).hasSize(isFound ? 1 : 0);
    }

    private static boolean prints(Methodology rule, IndicatorTable odd) {
        IndicatorTable scored = odd.filter(row -> odd.published().containsKey(row.school())
                && odd.published().get(row.school()).score().isPresent());
        return rule.rank(scored).schools().stream()
                .allMatch(each ->
                        odd.published().get(each.school()).score().orElseThrow().compareTo(each.score()) == 0);
    }

    // ---- positions ----

    /** Two schools of different scores; one of them is enough to say that the two are in the wrong order. */
    @ParameterizedTest
    @MethodSource("seeds")
    void swapped_positions_are_found(long seed) {
        Plot plot = Plot.of(seed);
        School one = plot.any(plot::isExact);
        School other = plot.any(each -> plot.isExact(each) && plot.score(each).compareTo(plot.score(one)) != 0);
        IndicatorTable odd = plot.printing(
                plot.printing(plot.table, one, plot.position(other), plot.score(one)),
                other,
                plot.position(one),
                plot.score(other));

        List<School> found = Audit.of(plot.method, odd).findings(FindingKind.POSITION_CONTRADICTS_SCORE).stream()
                .flatMap(each -> each.schools().stream())
                .toList();

        count("swapped positions", true, found.contains(one) || found.contains(other));
        assertThat(found).isSubsetOf(one, other);
    }

    /** The rows after it have positions that are one too high, if there are any. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_withdrawn_row_is_found_if_any_row_follows(long seed) {
        Plot plot = Plot.of(seed);
        School gone = plot.any(plot::isExact);
        IndicatorTable odd = plot.table.filter(row -> !row.school().equals(gone));
        List<School> after = plot.table.published().keySet().stream()
                .filter(each -> plot.isExact(each) && plot.score(each).compareTo(plot.score(gone)) < 0)
                .toList();

        List<Finding> found = Audit.of(plot.method, odd).findings(FindingKind.POSITIONS_SHIFTED);

        count("withdrawn row", !after.isEmpty(), found.size() == 1);
        found.forEach(each -> {
            assertThat(each.evidence().get("by")).isEqualByComparingTo("1");
            assertThat(each.schools()).containsExactlyInAnyOrderElementsOf(after);
        });
    }

    /** Its tie must have a mark, as other ties have, or this one's other rows. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_missing_tie_mark_is_found(long seed) {
        Plot plot = Plot.withTie(seed);
        School school = plot.any(plot::isTied);
        String unmarked = plot.position(school).substring(1);

        Audit audit = Audit.of(plot.method, plot.printing(plot.table, school, unmarked, plot.score(school)));

        count("missing tie mark", true, isOnly(audit, FindingKind.TIE_MARK_MISSING, school));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_wrong_tie_mark_is_found(long seed) {
        Plot plot = Plot.of(seed);
        School school = plot.any(each -> plot.isExact(each) && !plot.isTied(each));
        String marked = "=" + plot.position(school);

        Audit audit = Audit.of(plot.method, plot.printing(plot.table, school, marked, plot.score(school)));

        count("wrong tie mark", true, isOnly(audit, FindingKind.TIE_MARK_WRONG, school));
    }

    private static boolean isOnly(Audit audit, FindingKind kind, School school) {
        List<Finding> all = audit.findings();
        return all.size() == 1
                && all.get(0).kind() == kind
                && all.get(0).schools().equals(List.of(school));
    }

    // ---- values ----

    /** It shows if the score without the value, which then counts 0, is another. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_hidden_value_is_found_if_the_score_without_it_differs(long seed) {
        Methodology method = ZERO_FOR_MISSING.get((int) (seed % ZERO_FOR_MISSING.size()));
        Plot plot = new Plot(seed, method.withPresentation(Presentation.rounded(1)));
        School school = plot.any(each -> plot.isScored(each) && plot.isComplete(each));
        Indicator hidden = plot.method
                .indicators()
                .get(plot.random.nextInt(plot.method.indicators().size()));
        double value = plot.table.cell(school, hidden).value().orElseThrow();
        IndicatorTable odd = plot.table.with(school, hidden, Cell.missing(MissingReason.WITHHELD));
        BigDecimal without = plot.byHand(school, each -> !each.equals(hidden));

        Audit audit = Audit.of(plot.method, odd);

        count(
                "hidden value",
                without.compareTo(plot.score(school)) != 0,
                isOnly(audit, FindingKind.HIDDEN_VALUE, school));
        Weights weights = plot.method.weights().orElseThrow();
        double share = weights.points(hidden).doubleValue() / weights.total().doubleValue();
        audit.findings()
                .forEach(each -> assertThat(each.evidence().get("value").doubleValue())
                        .isCloseTo(value, within(0.1 / share + 0.1)));
    }

    private static final ImmutableList<Indicator> MIXED = ImmutableList.of(
            Indicator.of("a"), Indicator.of("b").withDirection(Direction.LOWER_IS_BETTER), Indicator.of("c"));

    /** Less is better for b, and a missing value is skipped or counts as no cost at all. */
    private static Methodology mixed(boolean shared) {
        Methodology.Builder method = Methodology.builder("mixed")
                .weights(Weights.of(Map.of(MIXED.get(0), 40, MIXED.get(1), 25, MIXED.get(2), 35)))
                .indicators(MIXED)
                .normalizer(Normalizers.goalposts(0, 100))
                .ranker(Rankers.weightedMean(shared ? Skipping.overAll() : Skipping.refuse()))
                .presentation(Presentation.rounded(1).withTieMark(TieMark.PREFIX));
        return shared ? method.build() : method.filling(Imputations.zero()).build();
    }

    /** The weighted mean of a, 100 − b and c; without b the others share its weight, or it counts 100. */
    private static BigDecimal mixedByHand(Plot plot, School school, Optional<Indicator> hidden, boolean shared) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        Weights weights = plot.method.weights().orElseThrow();
        for (Indicator each : MIXED) {
            OptionalDouble value = plot.table.cell(school, each).value();
            boolean isShown = value.isPresent() && !hidden.equals(Optional.of(each));
            if (isShown || !shared) {
                double number = isShown ? value.orElseThrow() : 0;
                BigDecimal scaled = BigDecimal.valueOf(number);
                scaled = each.equals(MIXED.get(1)) ? BigDecimal.valueOf(100).subtract(scaled) : scaled;
                sum = sum.add(scaled.multiply(weights.points(each)));
                total = total.add(weights.points(each));
            }
        }
        return sum.divide(total, 1, RoundingMode.HALF_UP);
    }

    /** A hidden value may lower a score: where less is better, or where it is below the mean of the others. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_hidden_value_is_found_whichever_way_it_moves_the_score(long seed) {
        for (boolean shared : List.of(true, false)) {
            Plot plot = new Plot(seed, mixed(shared));
            School school = plot.any(plot::isComplete);
            Indicator hidden = MIXED.get(shared ? plot.random.nextInt(3) : 1);
            IndicatorTable odd = plot.table.with(school, hidden, Cell.missing(MissingReason.WITHHELD));
            BigDecimal without = mixedByHand(plot, school, Optional.of(hidden), shared);

            Audit audit = Audit.of(plot.method, odd);

            assertThat(plot.score(school)).isEqualByComparingTo(mixedByHand(plot, school, Optional.empty(), shared));
            String which = without.compareTo(plot.score(school)) > 0 ? "hidden value, lower" : "hidden value, higher";
            count(which, without.compareTo(plot.score(school)) != 0, isOnly(audit, FindingKind.HIDDEN_VALUE, school));
            assertThat(Audit.of(plot.method, plot.table).findings()).isEmpty();
        }
    }

    // ---- weights ----

    @ParameterizedTest
    @MethodSource("seeds")
    void weights_of_another_edition_are_refuted(long seed) {
        List<Methodology> editions = EDITIONS.get((int) (seed % EDITIONS.size()));
        Plot plot = new Plot(seed, editions.get(0));

        List<Finding> found = Audit.of(editions.get(1), plot.table).findings(FindingKind.WEIGHTS_REFUTED);

        count("weights of another edition", true, found.size() == 1);
    }

    // ---- no error ----

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void a_clean_table_has_no_findings(long seed) {
        Plot plot = Plot.of(seed);
        for (Audit audit : List.of(Audit.of(plot.method, plot.table), Audit.of(plot.table))) {
            count("clean tables", false, !audit.isClean());
        }
        Tally rows = TALLIES.computeIfAbsent("clean rows", key -> new Tally());
        rows.planted += plot.table.published().size();
    }
}
