package io.github.medrank.audit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.Ranker;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.published.PublishedMethodologies;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables ranked and printed by the publishers' methods are read backwards without telling the rule. */
class RecoveryOfPublishedTest {
    /** One in the ordinary suite, of one rule of each factory; more of all rules with {@code -Drecovery.seeds=200}. */
    private static final int SEEDS = Integer.getInteger("recovery.seeds", 1);

    /** The methodologies in whose names and editions this pattern is found; {@code -Drecovery.of='CWUR|Guardian'}. */
    private static final Pattern OF = Pattern.compile(System.getProperty("recovery.of", ""));

    /** Methods with more indicators take too long for the ordinary suite. */
    private static final int FEW_INDICATORS = 8;

    /** How the true share of a weight follows from its points, by factory. */
    private static final ImmutableMap<String, Truth> LINEAR = ImmutableMap.<String, Truth>builder()
            .put("CompleteUniversityGuide.universities()", Truth.Z_SCORE)
            .put("Cwur.world()", Truth.MAXIMUM)
            .put("GoodUniversityGuide.medicine(int)", Truth.Z_SCORE)
            .put("Guardian.medicine()", Truth.Z_SCORE)
            .put("Heeact.world2011()", Truth.MAXIMUM)
            .put("NatureIndex.byShare()", Truth.POINTS)
            .put("Ntu.world()", Truth.Z_SCORE)
            .put("Qs.medicine(int)", Truth.POINTS)
            .put("Qs.subject(QsSubject, int)", Truth.POINTS)
            .put("Qs.world(int)", Truth.POINTS)
            .put("Scimago.medicine()", Truth.MIN_MAX_IN_PILLARS)
            .put("ShanghaiRanking.clinicalMedicine(int)", Truth.POINTS)
            .put("ShanghaiRanking.subject(String, int)", Truth.POINTS)
            .put("ShanghaiRanking.world(int)", Truth.POINTS)
            .put("TimesHigherEducation.clinicalAndHealth(int)", Truth.POINTS)
            .put("TimesHigherEducation.world(int)", Truth.POINTS)
            .put("TimesHigherEducation.worldByIndicator()", Truth.POINTS)
            .put("UsNews.globalUniversities()", Truth.Z_SCORE)
            .put("UsNews.medicalSchools()", Truth.Z_SCORE)
            .buildOrThrow();

    /** The factories of scores that are not linear in a table's values, and why. */
    private static final ImmutableMap<String, String> NOT_LINEAR = ImmutableMap.of(
            "Cwur.subject()", "the logarithm of the only indicator",
            "Leiden.ppTop10(int)", "a ratio of two columns",
            "Qs.medicineFromEvidence(int, IndicatorTable)", "curved scales of evidence, with a reference table",
            "Qs.subjectFromEvidence(QsSubject, int, IndicatorTable)",
                    "curved scales of evidence, with a reference table",
            "ShanghaiRanking.fromCounts(Methodology)", "square roots of counts",
            "Urap.world()", "a straight line below the median and another above it",
            "Webometrics.world()", "logarithms of counts");

    private static final Map<Case, Tally> TALLIES = new LinkedHashMap<>();

    private enum Truth {
        POINTS,
        /** Values are scaled by their range, in SCImago's pillars of 50, 30 and 20 points. */
        MIN_MAX_IN_PILLARS,
        /** Values are divided by their standard deviation. */
        Z_SCORE,
        /** Values are divided by their maximum. */
        MAXIMUM
    }

    /** A rule with all editions that are ranked and printed by it: their tables differ in nothing but the name. */
    private record Case(String factory, ImmutableList<Methodology> editions, Truth truth) {
        Methodology methodology() {
            return editions.get(editions.size() - 1);
        }

        /** Of how many of the last indicators some values are missing, where that leaves the scores linear. */
        int incomplete() {
            return factory.startsWith("Qs.") || factory.matches("TimesHigherEducation.*int.") ? 2 : 0;
        }

        @Override
        public String toString() {
            return editions.stream()
                    .collect(groupingBy(
                            Methodology::name, LinkedHashMap::new, mapping(Methodology::edition, joining(" "))))
                    .entrySet()
                    .stream()
                    .map(each -> (each.getKey() + " " + each.getValue()).strip())
                    .collect(joining(", "));
        }
    }

    private static final class Tally {
        private int tables;
        private int recovered;
        private long nanos;
    }

    static List<Case> cases() {
        Map<List<Object>, Case> byRule = new LinkedHashMap<>();
        for (PublishedMethodologies.Entry each : PublishedMethodologies.all()) {
            Truth truth = LINEAR.get(each.factory());
            if (truth != null) {
                Case one = new Case(each.factory(), ImmutableList.of(each.methodology()), truth);
                byRule.merge(rule(each.methodology()), one, RecoveryOfPublishedTest::both);
            }
        }
        List<Case> cases = new ArrayList<>(byRule.values());
        cases.add(mean("geometric mean", Rankers.geometricMean(), 1));
        cases.add(mean("harmonic mean", Rankers.harmonicMean(), 2));
        return cases;
    }

    /** All parts of a methodology but its name, edition and provenance. */
    private static List<Object> rule(Methodology each) {
        return List.of(
                each.indicators(),
                each.eligibility(),
                each.treatments(),
                each.imputation(),
                each.indicators().stream().map(each::normalizer).toList(),
                each.filling(),
                each.weighting(),
                each.ranker(),
                each.presentation());
    }

    private static Case both(Case first, Case second) {
        ImmutableSet<Methodology> editions = ImmutableSet.<Methodology>builder()
                .addAll(first.editions)
                .addAll(second.editions)
                .build();
        return new Case(first.factory, editions.asList(), first.truth);
    }

    private static Case mean(String name, Ranker ranker, int decimals) {
        Methodology mean = Methodology.builder(name)
                .indicators(Qs.medicine(2026).indicators())
                .weights(Qs.medicine(2026).weights().orElseThrow())
                .ranker(ranker)
                .presentation(Presentation.rounded(decimals))
                .build();
        return new Case(name, ImmutableList.of(mean), Truth.POINTS);
    }

    static Stream<Arguments> casesAndSeeds() {
        List<Case> cases = cases().stream()
                .filter(each -> OF.matcher(each.toString()).find())
                .toList();
        return (SEEDS > 1 ? cases : shortly(cases))
                .stream().flatMap(each -> LongStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(each, seed)));
    }

    /** The last rule of each factory, but those of many indicators. */
    private static ImmutableList<Case> shortly(List<Case> cases) {
        Map<String, Case> last = new LinkedHashMap<>();
        cases.stream()
                .filter(each -> each.methodology().indicators().size() <= FEW_INDICATORS)
                .forEach(each -> last.put(each.factory, each));
        return ImmutableList.copyOf(last.values());
    }

    @AfterAll
    static void print_what_took_how_long() {
        if (SEEDS > 1) {
            TALLIES.forEach((each, tally) -> System.out.printf(
                    Locale.ROOT,
                    "%d of %d recovered, %.1f s of CPU: %s (%s)%n",
                    tally.recovered,
                    tally.tables,
                    tally.nanos / 1e9,
                    each,
                    each.factory));
        }
    }

    @Test
    void every_published_methodology_is_read_backwards_or_has_a_reason_not_to_be() {
        assertThat(Sets.union(LINEAR.keySet(), NOT_LINEAR.keySet()))
                .containsExactlyInAnyOrderElementsOf(PublishedMethodologies.factories());
        assertThat(Sets.intersection(LINEAR.keySet(), NOT_LINEAR.keySet())).isEmpty();
        assertThat(PublishedMethodologies.all().stream().map(PublishedMethodologies.Entry::factory))
                .containsAll(LINEAR.keySet());
    }

    @ParameterizedTest
    @MethodSource("casesAndSeeds")
    void some_rule_that_is_found_holds_the_true_weights(Case each, long seed) {
        Tally tally = TALLIES.computeIfAbsent(each, key -> new Tally());
        tally.tables++;
        long start = cpuNanos();
        try {
            check(each, table(each, new SplittableRandom(seed)));
            tally.recovered++;
        } finally {
            tally.nanos += cpuNanos() - start;
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void check(Case each, IndicatorTable plain) {
        IndicatorTable table =
                plain.withPublished(each.methodology().rank(plain).results());

        Recovered found = Recovery.of(table).run();

        double[] slopes = slopes(each, table);
        assertThat(found.rules()).as("%s", found.refuted().size()).anySatisfy(rule -> holds(rule, table, slopes));
        assertThat(found.nearFits()).isEmpty();
        assertThat(Audit.of(each.methodology(), table).findings()).isEmpty();
        RecoveredRule best = found.best().orElseThrow();
        IndicatorTable scored = table.filter(row -> table.published().containsKey(row.school())
                && table.published().get(row.school()).score().isPresent());
        best.methodology()
                .rank(scored)
                .schools()
                .forEach(school -> assertThat(school.score())
                        .isEqualByComparingTo(
                                table.published().get(school.school()).score().orElseThrow()));
    }

    /** A weight is a slope; of raw values it is the slope times the range of the column. */
    private static void holds(RecoveredRule rule, IndicatorTable table, double[] slopes) {
        double[] truth = new double[slopes.length];
        for (int i = 0; i < truth.length; i++) {
            double[] values = table.columns().get(i).values().toArray();
            truth[i] = slopes[i] * (rule.rule().values() == InputValues.RAW ? range(values) : 1);
        }
        double sum = DoubleStream.of(truth).sum();
        for (int i = 0; i < truth.length; i++) {
            ExactInterval share = rule.share(table.indicators().get(i));
            assertThat(truth[i] / sum)
                    .isBetween(share.low().doubleValue() - 1e-9, share.high().doubleValue() + 1e-9);
        }
    }

    /** 50 to 300 rows of one decimal, correlated as real tables are; a few cells of the last indicators are missing. */
    private static IndicatorTable table(Case each, SplittableRandom random) {
        ImmutableList<Indicator> indicators = each.methodology().indicators();
        int rows = 50 + random.nextInt(251);
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        for (int row = 0; row < rows; row++) {
            double level = random.nextDouble();
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < indicators.size(); i++) {
                double value = 1 + 99 * (0.5 * level + 0.5 * random.nextDouble());
                boolean missing = i >= indicators.size() - each.incomplete() && row > 0 && random.nextInt(30) == 0;
                cells.add(missing ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(Math.round(value * 10) / 10.0));
            }
            table.row(School.of("s" + row, "School " + row), cells);
        }
        return table.build();
    }

    private static double[] slopes(Case each, IndicatorTable table) {
        double[] slopes = new double[table.indicators().size()];
        for (int i = 0; i < slopes.length; i++) {
            double[] values = table.columns().get(i).values().toArray();
            double points = points(each, i);
            slopes[i] = points
                    / switch (each.truth) {
                        case POINTS -> 1;
                        case MIN_MAX_IN_PILLARS -> range(values);
                        case MAXIMUM -> DoubleStream.of(values).max().orElseThrow();
                        case Z_SCORE -> deviation(values);
                    };
        }
        return slopes;
    }

    private static double points(Case each, int i) {
        if (each.truth == Truth.MIN_MAX_IN_PILLARS && i >= 8) {
            return i < 11 ? 6 / 3.0 : i < 14 ? 30 / 3.0 : 20 / 3.0;
        }
        if (each.factory.equals("CompleteUniversityGuide.universities()") && i == 1) {
            return 1.5 / 3; // the guide damps the z-scores of satisfaction
        }
        Weights weights = each.methodology().weights().orElseThrow();
        return weights.points(weights.indicators().get(i)).doubleValue();
    }

    private static double range(double[] values) {
        return DoubleStream.of(values).max().orElseThrow()
                - DoubleStream.of(values).min().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / values.length);
    }
}
