package io.github.medrank.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.published.CompleteUniversityGuide;
import io.github.medrank.published.Cwur;
import io.github.medrank.published.GoodUniversityGuide;
import io.github.medrank.published.Guardian;
import io.github.medrank.published.Heeact;
import io.github.medrank.published.Ntu;
import io.github.medrank.published.Qs;
import io.github.medrank.published.QsSubject;
import io.github.medrank.published.Scimago;
import io.github.medrank.published.ShanghaiRanking;
import io.github.medrank.published.TimesHigherEducation;
import io.github.medrank.published.UsNews;
import io.github.medrank.ranking.Rankers;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables ranked and printed by the publishers' methods are read backwards without telling the rule. */
class RecoveryOfPublishedTest {
    /** One in the ordinary suite, without the largest tables; more with {@code -Drecovery.seeds=200}. */
    private static final long SEEDS = Long.getLong("recovery.seeds", 1);

    /** The methodologies whose name or edition has this in it; {@code -Drecovery.of=CWUR}. */
    private static final String OF = System.getProperty("recovery.of", "");

    private static final int FEW_INDICATORS = 9;

    /** How the true share of a weight follows from its points. */
    private enum Truth {
        POINTS,
        /** Values are scaled by their range, in SCImago's pillars of 50, 30 and 20 points. */
        MIN_MAX_IN_PILLARS,
        /** Values are divided by their standard deviation. */
        Z_SCORE,
        /** Values are divided by their maximum. */
        MAXIMUM
    }

    private record Case(Methodology methodology, Truth truth, int incomplete) {
        @Override
        public String toString() {
            return methodology.name() + " " + methodology.edition();
        }
    }

    static Stream<Case> cases() {
        ImmutableList<Indicator> five = Qs.medicine(2026).indicators();
        return Stream.of(
                new Case(Qs.medicine(2013), Truth.POINTS, 0),
                new Case(Qs.medicine(2026), Truth.POINTS, 3),
                new Case(Qs.subject(QsSubject.DENTISTRY, 2024), Truth.POINTS, 1),
                new Case(Qs.world(2013), Truth.POINTS, 0),
                new Case(Qs.world(2023), Truth.POINTS, 2),
                new Case(Qs.world(2026), Truth.POINTS, 2),
                new Case(TimesHigherEducation.world(2011), Truth.POINTS, 2),
                new Case(TimesHigherEducation.world(2026), Truth.POINTS, 0),
                new Case(TimesHigherEducation.clinicalAndHealth(2019), Truth.POINTS, 0),
                new Case(TimesHigherEducation.worldByIndicator(), Truth.POINTS, 0),
                new Case(ShanghaiRanking.world(2024), Truth.POINTS, 0),
                new Case(ShanghaiRanking.clinicalMedicine(2024), Truth.POINTS, 0),
                new Case(Ntu.world(), Truth.Z_SCORE, 0),
                new Case(Heeact.world2011(), Truth.MAXIMUM, 0),
                new Case(Cwur.world(), Truth.MAXIMUM, 0),
                new Case(Scimago.medicine(), Truth.MIN_MAX_IN_PILLARS, 0),
                new Case(GoodUniversityGuide.medicine(2016), Truth.Z_SCORE, 0),
                new Case(Guardian.medicine(), Truth.Z_SCORE, 0),
                new Case(CompleteUniversityGuide.universities(), Truth.Z_SCORE, 0),
                new Case(UsNews.medicalSchools(), Truth.Z_SCORE, 0),
                new Case(
                        Methodology.builder("geometric")
                                .indicators(five)
                                .weights(Qs.medicine(2026).weights().orElseThrow())
                                .ranker(Rankers.geometricMean())
                                .presentation(Presentation.rounded(1))
                                .build(),
                        Truth.POINTS,
                        0),
                new Case(
                        Methodology.builder("harmonic")
                                .indicators(five)
                                .weights(Qs.medicine(2026).weights().orElseThrow())
                                .ranker(Rankers.harmonicMean())
                                .presentation(Presentation.rounded(2))
                                .build(),
                        Truth.POINTS,
                        0));
    }

    static Stream<Arguments> casesAndSeeds() {
        return cases().filter(each -> each.toString().contains(OF))
                .filter(each -> SEEDS > 1 || each.methodology.indicators().size() <= FEW_INDICATORS)
                .flatMap(each -> LongStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(each, seed)));
    }

    @ParameterizedTest
    @MethodSource("casesAndSeeds")
    void some_rule_that_is_found_holds_the_true_weights(Case each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable plain = table(each, random);
        IndicatorTable table = plain.withPublished(each.methodology.rank(plain).results());

        Recovered found = Recovery.of(table).run();

        double[] slopes = slopes(each, table);
        assertThat(found.rules()).as("%s", found.refuted().size()).anySatisfy(rule -> holds(rule, table, slopes));
        assertThat(found.nearFits()).isEmpty();
        assertThat(Audit.of(each.methodology, table).findings()).isEmpty();
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
        ImmutableList<Indicator> indicators = each.methodology.indicators();
        int rows = 50 + random.nextInt(251);
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        for (int row = 0; row < rows; row++) {
            double level = random.nextDouble();
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < indicators.size(); i++) {
                double value = 1 + 99 * (0.5 * level + 0.5 * random.nextDouble());
                boolean missing = i >= indicators.size() - each.incomplete && row > 0 && random.nextInt(30) == 0;
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
        Weights weights = each.methodology.weights().orElseThrow();
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
