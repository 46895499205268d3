package io.github.medrank.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.certificate.CertificateChecks;
import io.github.medrank.weightspace.WeightSpaces;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The intervals and refutations of a recovery, each with a certificate that both checkers accept until it is spoiled. */
class RuleCertificateTest {
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
        IndicatorTable table = printed(random, scale);
        Recovery asked = Recovery.of(table);
        Recovered found = (scale == ScoreScale.ORDER ? asked : asked.withScale(scale)).run();
        int certified = 0;
        for (RecoveredRule rule : found.rules()) {
            for (Indicator indicator : INDICATORS) {
                boolean plain = rule.rule().mean() == CompositeMean.ARITHMETIC
                        && rule.rule().values() == InputValues.AS_PRINTED;
                if (!plain) {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> rule.certificate(indicator))
                            .withMessageStartingWith("no certificate proves shares under the rule \"" + rule.rule());
                    continue;
                }
                rule.certificate(indicator).ifPresent(each -> {
                    CertificateChecks.requireTrue(each, rule.rule().toString());
                    CertificateChecks.requireSpoiledOnesFail(each, random, 5);
                });
                certified++;
            }
        }
        refutations(found, random);
        assertThat(certified + found.refuted().size()).isPositive();
    }

    @Test
    void what_no_certificate_can_prove_is_refused_with_the_reason() {
        IndicatorTable table = printed(new SplittableRandom(3), ScoreScale.AS_IS);
        Indicator a = INDICATORS.get(0);
        RecoveredRule positions =
                Recovery.ofPositions(table).withDecimals(1).run().best().orElseThrow();
        RecoveredRule geometric = Recovery.of(IndicatorTable.builder(INDICATORS)
                        .row(School.of("Ulm"), 10, 20, 40)
                        .published(School.of("Ulm"), PublishedResult.of("1", "20.0"))
                        .build())
                .withMean(CompositeMean.GEOMETRIC)
                .run()
                .best()
                .orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> positions.certificate(a))
                .withMessageEndingWith("certificates are about printed scores, and it uses positions alone");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> geometric.certificate(a))
                .withMessageEndingWith(
                        "its logarithms or reciprocals are rounded outwards, and no certificate can check that");
    }

    private static void refutations(Recovered found, SplittableRandom random) {
        for (RefutedRule rule : found.refuted()) {
            boolean plain = rule.isProven()
                    && rule.rule().mean() == CompositeMean.ARITHMETIC
                    && rule.rule().values() == InputValues.AS_PRINTED;
            assertThat(rule.certificate().isPresent())
                    .as("%s", rule)
                    .isEqualTo(plain && !rule.rows().isEmpty());
            rule.certificate().ifPresent(each -> {
                CertificateChecks.requireTrue(each, rule.toString());
                CertificateChecks.requireSpoiledOnesFail(each, random, 4);
            });
        }
    }

    /** Scores of a scale, on rows of which some lack a value. */
    private static IndicatorTable printed(SplittableRandom random, ScoreScale scale) {
        IndicatorTable.Builder table = IndicatorTable.builder(INDICATORS);
        List<School> schools = new ArrayList<>();
        List<Double> composites = new ArrayList<>();
        for (int row = 0; row < 12; row++) {
            int[] values = random.ints(3, 10, 100).toArray();
            boolean hole = row % 4 == 3;
            Cell last = hole ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(values[2]);
            schools.add(School.of("School " + row));
            table.row(schools.get(row), List.of(Cell.of(values[0]), Cell.of(values[1]), last));
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
            String shown =
                    BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP).toPlainString();
            table.published(schools.get(row), PublishedResult.of(String.valueOf(better + 1), shown));
        }
        return table.build();
    }
}
