package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.School;
import io.github.medrank.certificate.Certificate;
import io.github.medrank.certificate.CertificateChecks;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.published.Qs;
import io.github.medrank.text.Json;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is certified is what was found, and both checkers accept it, and neither accepts it once it is spoiled. */
class CertificateTest {
    private static final int SPOILED = 1_000;

    @Test
    void certificates_of_small_worlds_hold_and_a_thousand_spoiled_ones_do_not() {
        int spoiled = 0;
        for (long seed = 0; spoiled < SPOILED; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ConstrainedWorld world = new ConstrainedWorld(random);
            for (Certificate each : certificates(world)) {
                CertificateChecks.requireTrue(each, world.toString());
                CertificateChecks.requireAgreement(each, random);
                spoiled += CertificateChecks.requireSpoiledOnesFail(each, random, 6);
            }
        }
    }

    private static List<Certificate> certificates(ConstrainedWorld world) {
        WeightSpace space = world.space();
        List<Certificate> certificates = new ArrayList<>();
        for (int row = 0; row < world.size(); row++) {
            for (int other = 0; other < world.size(); other++) {
                if (row != other && world.dominates(row, other)) {
                    certificates.add(space.certifyDominance(WeightSpaces.name(row), WeightSpaces.name(other)));
                }
            }
        }
        if (!world.breaksTies()) {
            for (int row = 0; row < world.size(); row++) {
                certificates.add(space.certifyBest(WeightSpaces.name(row)).orElseThrow());
                certificates.add(space.certifyWorst(WeightSpaces.name(row)).orElseThrow());
            }
            certificates.add(space.certifyFirst().orElseThrow());
        }
        return certificates;
    }

    @ParameterizedTest
    @EnumSource(value = RoundingMode.class, mode = EnumSource.Mode.EXCLUDE, names = "UNNECESSARY")
    void every_way_of_rounding_is_certified(RoundingMode mode) {
        SplittableRandom random = new SplittableRandom(mode.name().length());
        for (int world = 0; world < 3; world++) {
            double[][] rows = new double[5][3];
            for (double[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = (random.nextInt(9) - 4) / 2.0;
                }
            }
            Methodology mean = WeightSpaces.mean(Presentation.exact().withRounding(0, mode));
            WeightSpace space = WeightSpace.of(mean, WeightSpaces.table(rows));
            for (RankBound bound : space.bounds().bounds()) {
                String school = bound.school().name();
                assertThat(bound.isBestExact() && bound.isWorstExact()).isTrue();
                CertificateChecks.requireTrue(space.certifyBest(school).orElseThrow(), mode.name());
                CertificateChecks.requireTrue(space.certifyWorst(school).orElseThrow(), mode.name());
            }
        }
    }

    @Test
    void the_certificates_of_a_published_table_say_what_the_bounds_say() {
        Methodology qs = Qs.medicine(2026);
        IndicatorTable table = WeightSpaces.qs2026();
        WeightSpace space = WeightSpace.of(
                qs, table, WeightRegion.withinPercent(qs.weights().orElseThrow(), 25));
        for (School school : table.schools().subList(0, 4)) {
            RankBound bound = space.bound(school.name());
            Certificate best = space.certifyBest(school.name()).orElseThrow();
            Certificate worst = space.certifyWorst(school.name()).orElseThrow();
            CertificateChecks.requireTrue(best, school.name());
            CertificateChecks.requireTrue(worst, school.name());
            assertThat(best.claim()).isEqualTo("the best position of %s is %s", school.name(), bound.bestAttained());
            assertThat(worst.claim()).isEqualTo("the worst position of %s is %s", school.name(), bound.worstAttained());
        }
        Certificate first = space.certifyFirst().orElseThrow();
        CertificateChecks.requireTrue(first, "first");
        assertThat(first.claim()).isEqualTo("these can be first, and no others: Harvard University");
    }

    /** What is escaped in JSON is read; a doubled entry, a text cut off and a text with more after it are refused. */
    @Test
    void the_program_reads_exactly_one_document() {
        Indicator a = Indicator.of("a \"b\" <c> \\u0041");
        IndicatorTable table = IndicatorTable.builder(a)
                .row(School.of("Łódź"), 2)
                .row(School.of("R&D"), 1)
                .build();
        WeightSpace space = WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table);
        String json = Json.write(space.certifyFirst().orElseThrow());

        assertThat(CertificateChecks.program(json)).isEqualTo("yes");
        assertThat(CertificateChecks.program(json + "{}")).startsWith("no");
        assertThat(CertificateChecks.program(json.substring(0, json.length() - 1)))
                .startsWith("no");
        assertThat(CertificateChecks.program(json.replace("\"claim\":", "\"claim\":{},\"claim\":")))
                .isEqualTo("no: two values of claim");
        assertThat(CertificateChecks.program(json.replace("\"region\":{", "\"region\":{\"more\":1,")))
                .isEqualTo("no: something is not to be checked");
        assertThat(CertificateChecks.program("")).startsWith("no");
    }

    /** An auditor reads the whole program. */
    @Test
    void the_program_is_short() throws IOException {
        assertThat(Files.readAllLines(CertificateChecks.PROGRAM)).hasSizeLessThanOrEqualTo(400);
    }

    @Test
    void what_no_certificate_can_prove_is_refused() {
        IndicatorTable table = WeightSpaces.table(new double[] {1, 2}, new double[] {2, 1});
        Indicator first = table.indicators().get(0);
        WeightSpace broken =
                WeightSpace.of(WeightSpaces.mean(Presentation.exact().withTieBreakers(first)), table);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> broken.certifyBest("School 0"))
                .withMessage("methodology \"mean\" breaks ties by [a], which no certificate can prove; give it"
                        + " presentation().withTieBreakers()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> broken.certifyDominance("School 0", "School 1"))
                .withMessage("school \"School 0\" does not dominate \"School 1\" in the region");
        WeightSpace roots =
                WeightSpace.of(WeightSpaces.mean(Presentation.exact()).withNormalizer(Normalizers.zScore()), table);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> roots.certifyBest("School 0"))
                .withMessage(
                        "the values of indicator \"a\" are no fractions after normalization, so that no certificate"
                                + " can have them; take a normalizer such as min–max");
    }
}
