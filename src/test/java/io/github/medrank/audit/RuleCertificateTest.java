package io.github.medrank.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.PublishedResult;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.certificate.CertificateChecks;
import io.github.medrank.weightspace.WeightSpaces;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The intervals and refutations of a recovery, each with a certificate that both checkers accept until it is spoiled. */
class RuleCertificateTest {
    private static final int SPOILED = 1_000;
    private static final List<Indicator> INDICATORS = List.of(Indicator.of("a"), Indicator.of("b"), Indicator.of("c"));

    @Test
    void the_intervals_of_a_published_table_are_certified() {
        Recovered found = Recovery.of(WeightSpaces.qs2026()).run();
        RecoveredRule best = found.best().orElseThrow();
        SplittableRandom random = new SplittableRandom(1);
        best.shares().forEach((indicator, share) -> {
            Certificate certificate = best.certificate(indicator).orElseThrow();
            CertificateChecks.requireTrue(certificate, indicator.id());
            CertificateChecks.requireSpoiledOnesFail(certificate, random, 20);
            CertificateChecks.requireAgreement(certificate, random);
            assertThat(certificate.claim()).startsWith("the share of " + indicator.name() + " is between ");
        });
        refutations(found, random);
    }

    /** For the scale of positions alone, the scores of all scales. */
    @ParameterizedTest
    @EnumSource(ScoreScale.class)
    void every_scale_is_certified(ScoreScale scale) {
        SplittableRandom random = new SplittableRandom(scale.name().length());
        IndicatorTable table = printed(random, scale, 0);
        Recovery asked = Recovery.of(table);
        Recovered found = (scale == ScoreScale.ORDER ? asked : asked.withScale(scale)).run();
        assertThat(certified(found, random, 5) + refutations(found, random)).isPositive();
    }

    /** Values that are printed to whole numbers, and weighted with more digits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void hidden_digits_are_certified(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Recovered found = hidden(random).run();
        assertThat(found.rules()).isNotEmpty();
        assertThat(certified(found, random, 3) + refutations(found, random)).isGreaterThanOrEqualTo(3);
    }

    private static Recovery hidden(SplittableRandom random) {
        return Recovery.of(printed(random, ScoreScale.AS_IS, 2)).withValues(InputValues.ROUNDED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void raw_values_are_certified(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Recovered found = raw(random).run();
        RecoveredRule best = found.best().orElseThrow();
        assertThat(best.rule().values()).isEqualTo(InputValues.RAW);
        assertThat(share(best, 0).contains(Rational.of(new BigDecimal("0.7")))).isTrue();
        assertThat(certified(found, random, 3)).isGreaterThanOrEqualTo(3);
    }

    private static ExactInterval share(RecoveredRule rule, int indicator) {
        return rule.shares().values().asList().get(indicator);
    }

    /** A straight line of values from 0 to 100, of which the raw numbers are printed; the last column has no range. */
    private static Recovery raw(SplittableRandom random) {
        IndicatorTable.Builder table = IndicatorTable.builder(
                INDICATORS.get(0), INDICATORS.get(1).withDirection(Direction.LOWER_IS_BETTER), INDICATORS.get(2));
        for (int row = 0; row < 12; row++) {
            int a = row == 0 ? 200 : row == 1 ? 950 : random.nextInt(200, 950);
            int b = row == 2 ? 3 : row == 3 ? 33 : random.nextInt(3, 33);
            double composite = 0.7 * (a - 200) / 750 + 0.3 * (33 - b) / 30;
            School school = School.of("School " + row);
            table.row(school, a, b, 5);
            table.published(school, PublishedResult.of("1", rounded(5 + 80 * composite)));
        }
        return Recovery.of(table.build()).withValues(InputValues.RAW);
    }

    /** Positions with ties and bands, where the decimals of the scores are known, and where they are not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void positions_alone_are_certified(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Recovery asked = Recovery.ofPositions(placed(random, 14, 10));
        for (Recovery each : List.of(asked, asked.withDecimals(0))) {
            Recovered found = each.run();
            assertThat(share(found.best().orElseThrow(), 0).contains(Rational.of(new BigDecimal("0.5"))))
                    .isTrue();
            assertThat(certified(found, random, 3)).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void a_thousand_spoiled_ones_are_rejected() {
        int spoiled = 0;
        for (long seed = 100; spoiled < SPOILED; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Recovery positions = Recovery.ofPositions(placed(random, 14, 10)).withDecimals(0);
            for (Recovery each : List.of(positions, hidden(random), raw(random))) {
                for (RecoveredRule rule : each.run().rules()) {
                    for (Indicator indicator : rule.shares().keySet()) {
                        Certificate certificate = rule.certificate(indicator).orElseThrow();
                        spoiled += CertificateChecks.requireSpoiledOnesFail(certificate, random, 20);
                    }
                }
            }
        }
    }

    /** Harmonic means, of which a row may lack a value whose weight is shared. */
    @ParameterizedTest
    @EnumSource(
            value = ScoreScale.class,
            names = {"AS_IS", "TOP", "POINTS"})
    void harmonic_means_are_certified(ScoreScale scale) {
        SplittableRandom random = new SplittableRandom(scale.name().length());
        boolean lacks = scale == ScoreScale.AS_IS;
        IndicatorTable.Builder table = IndicatorTable.builder(INDICATORS);
        int[][] values = new int[12][];
        double[] composites = new double[12];
        for (int row = 0; row < 12; row++) {
            int[] mine = random.ints(3, 10, 100).toArray();
            values[row] = mine;
            boolean hole = lacks && row % 4 == 3;
            composites[row] = (hole ? 0.8 : 1) / (0.5 / mine[0] + 0.3 / mine[1] + (hole ? 0 : 0.2 / mine[2]));
        }
        double top = Arrays.stream(composites).max().orElseThrow();
        for (int row = 0; row < 12; row++) {
            Cell last = lacks && row % 4 == 3 ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(values[row][2]);
            School school = School.of("School " + row);
            double factor = scale == ScoreScale.TOP ? 100 / top : scale == ScoreScale.POINTS ? 2 : 1;
            table.row(school, List.of(Cell.of(values[row][0]), Cell.of(values[row][1]), last));
            table.published(school, PublishedResult.of("1", rounded(factor * composites[row])));
        }
        Recovered found = Recovery.of(table.build())
                .withMean(CompositeMean.HARMONIC)
                .withScale(scale)
                .run();
        RecoveredRule best = found.best().orElseThrow();
        assertThat(share(best, 0).contains(Rational.of(new BigDecimal("0.5")))).isTrue();
        assertThat(certified(found, random, 8)).isGreaterThanOrEqualTo(3);
        assertThat(refutations(Recovery.of(table.build()).withScale(scale).run(), random))
                .isPositive();
    }

    /** Of two rows of which one has more of everything, the other cannot be ahead. */
    @Test
    void that_no_weights_give_the_positions_is_certified() {
        SplittableRandom random = new SplittableRandom(9);
        IndicatorTable.Builder table = IndicatorTable.builder(INDICATORS);
        int[][] values = {{50, 60, 70}, {20, 90, 80}, {60, 70, 75}, {10, 20, 30}};
        for (int row = 0; row < values.length; row++) {
            School school = School.of("School " + row);
            table.row(school, values[row][0], values[row][1], values[row][2]);
            table.published(school, PublishedResult.of(String.valueOf(row + 1), "0"));
        }
        Recovered found = Recovery.ofPositions(table.build()).run();
        assertThat(found.rules()).isEmpty();
        assertThat(refutations(found, random)).isPositive();
        assertThat(found.refuted().get(0).certificate().orElseThrow().claim())
                .isEqualTo("no weights give the 4 printed positions");
    }

    /** Sixty rows above sixty others are more pairs than constraints, and a certificate has all of them. */
    @Test
    void a_certificate_of_large_bands_has_every_pair_of_rows() {
        SplittableRandom random = new SplittableRandom(5);
        RecoveredRule best =
                Recovery.ofPositions(placed(random, 130, 70)).run().best().orElseThrow();
        assertThat(best.checked()).isNotEmpty();
        Certificate certificate = best.certificate(INDICATORS.get(0)).orElseThrow();
        CertificateChecks.requireTrue(certificate, "bands");
        assertThat((List<?>) certificate.document().get("schools")).hasSize(130);
    }

    @Test
    void what_no_certificate_can_prove_is_refused_with_the_reason() {
        RecoveredRule geometric = Recovery.of(IndicatorTable.builder(INDICATORS)
                        .row(School.of("Ulm"), 10, 20, 40)
                        .published(School.of("Ulm"), PublishedResult.of("1", "20.0"))
                        .build())
                .withMean(CompositeMean.GEOMETRIC)
                .run()
                .best()
                .orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> geometric.certificate(INDICATORS.get(0)))
                .withMessageEndingWith("its logarithms are rounded outwards, and no certificate can check that");
        RecoveredRule zero = Recovery.of(IndicatorTable.builder(INDICATORS)
                        .row(School.of("Ulm"), 20, 20, 0)
                        .published(School.of("Ulm"), PublishedResult.of("1", "20.0"))
                        .build())
                .withMean(CompositeMean.HARMONIC)
                .run()
                .best()
                .orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> zero.certificate(INDICATORS.get(0)))
                .withMessageEndingWith(
                        "of harmonic means certificates are about values and scores as printed, if all are"
                                + " above 0 and no constant is added");
    }

    /** Requires a certificate of every interval, of the same ends; returns how many there are. */
    private static int certified(Recovered found, SplittableRandom random, int spoiled) {
        int certified = 0;
        for (RecoveredRule rule : found.rules()) {
            for (Indicator indicator : rule.shares().keySet()) {
                if (rule.rule().mean() == CompositeMean.GEOMETRIC) {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> rule.certificate(indicator))
                            .withMessageStartingWith("no certificate proves shares under the rule \"" + rule.rule());
                    continue;
                }
                Optional<Certificate> certificate = rule.certificate(indicator);
                certificate.ifPresent(each -> {
                    CertificateChecks.requireTrue(each, rule.rule().toString());
                    CertificateChecks.requireSpoiledOnesFail(each, random, spoiled);
                    CertificateChecks.requireAgreement(each, random);
                    requireClaim(each, indicator, rule);
                });
                certified += certificate.isPresent() ? 1 : 0;
            }
        }
        return certified;
    }

    /** A certificate has exact reciprocals, which the rule's intervals have to some digits. */
    private static void requireClaim(Certificate certificate, Indicator indicator, RecoveredRule rule) {
        ExactInterval share = rule.share(indicator);
        if (rule.rule().mean() == CompositeMean.ARITHMETIC) {
            assertThat(certificate.claim())
                    .isEqualTo(
                            "the share of %s is between %s and %s",
                            indicator.name(), text(share.low()), text(share.high()));
            return;
        }
        assertThat(number(certificate, "low")).isCloseTo(share.low().doubleValue(), within(1e-14));
        assertThat(number(certificate, "high")).isCloseTo(share.high().doubleValue(), within(1e-14));
    }

    private static double number(Certificate certificate, String side) {
        String text = ((Map<?, ?>) certificate.document().get("claim")).get(side) + "/1";
        int bar = text.indexOf('/');
        int end = text.indexOf('/', bar + 1);
        return new BigDecimal(text.substring(0, bar))
                .divide(new BigDecimal(text.substring(bar + 1, end < 0 ? text.length() : end)), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static String text(Rational number) {
        return number.denominator().equals(BigInteger.ONE)
                ? number.numerator().toString()
                : number.numerator() + "/" + number.denominator();
    }

    /** Requires a certificate of every refutation that has one; returns how many have. */
    private static int refutations(Recovered found, SplittableRandom random) {
        int certified = 0;
        for (RefutedRule rule : found.refuted()) {
            if (rule.rule().mean() != CompositeMean.HARMONIC) {
                boolean plain = rule.isProven() && rule.rule().mean() == CompositeMean.ARITHMETIC;
                assertThat(rule.certificate().isPresent())
                        .as("%s", rule)
                        .isEqualTo(plain && !rule.rows().isEmpty());
            }
            if (rule.certificate().isPresent()) {
                Certificate each = rule.certificate().get();
                CertificateChecks.requireTrue(each, rule.toString());
                CertificateChecks.requireSpoiledOnesFail(each, random, 4);
                certified++;
            }
        }
        return certified;
    }

    /** Positions of rows by their composites in whole numbers, as bands from some row on. */
    private static IndicatorTable placed(SplittableRandom random, int size, int bandsFrom) {
        IndicatorTable.Builder table = IndicatorTable.builder(INDICATORS);
        int[][] values = new int[size][];
        long[] composites = new long[size];
        for (int row = 0; row < size; row++) {
            values[row] = random.ints(3, 10, 100).toArray();
            composites[row] = Math.round((5 * values[row][0] + 3 * values[row][1] + 2 * values[row][2]) / 10.0);
        }
        for (int row = 0; row < size; row++) {
            long mine = composites[row];
            long better = Arrays.stream(composites).filter(each -> each > mine).count();
            boolean tied =
                    Arrays.stream(composites).filter(each -> each == mine).count() > 1;
            School school = School.of("School " + row);
            table.row(school, values[row][0], values[row][1], values[row][2]);
            String position = (tied ? "=" : "") + (better + 1);
            int first = size > 100 ? 10 : bandsFrom;
            String band = size > 100 && better < bandsFrom ? first + 1 + "–" + bandsFrom : bandsFrom + 1 + "–" + size;
            table.published(school, PublishedResult.of(better < first ? position : band, "0"));
        }
        return table.build();
    }

    /** Scores of a scale, on rows of which some lack a value, and some digits may be hidden. */
    private static IndicatorTable printed(SplittableRandom random, ScoreScale scale, int hidden) {
        IndicatorTable.Builder table = IndicatorTable.builder(INDICATORS);
        List<School> schools = new ArrayList<>();
        List<Double> composites = new ArrayList<>();
        double unit = Math.pow(10, hidden);
        for (int row = 0; row < 12; row++) {
            double[] values = random.ints(3, (int) (10 * unit), (int) (100 * unit))
                    .mapToDouble(each -> each / unit)
                    .toArray();
            boolean hole = row % 4 == 3;
            Cell last = hole ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(Math.rint(values[2]));
            schools.add(School.of("School " + row));
            table.row(schools.get(row), List.of(Cell.of(Math.rint(values[0])), Cell.of(Math.rint(values[1])), last));
            composites.add(0.5 * values[0] + 0.3 * values[1] + (hole ? 0 : 0.2 * values[2]));
        }
        double top = Collections.max(composites);
        for (int row = 0; row < schools.size(); row++) {
            double composite = composites.get(row);
            double score = switch (scale) {
                case AS_IS, ORDER -> composite;
                case TOP -> 100 * composite / top;
                case TOP_ABOVE_MINIMUM -> 100 * (composite - 7) / (top - 7);
                case POINTS -> 2 * composite;
                case LINE -> 2 * (composite - 7);
            };
            long better = composites.stream().filter(each -> each > composite).count();
            table.published(schools.get(row), PublishedResult.of(String.valueOf(better + 1), rounded(score)));
        }
        return table.build();
    }

    private static String rounded(double score) {
        return BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
