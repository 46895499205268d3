package io.github.medrank.published;

import static io.github.medrank.published.Rows.check;
import static io.github.medrank.published.Rows.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Column;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.Rescaling;
import io.github.medrank.normalization.Normalizers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Times guide on rows of published tables. */
class GoodUniversityGuideTest {
    // ---- Times Good University Guide, Medicine: T13 ----

    /**
     * Rows of the table of 2014 with the means and population deviations of its 31 (30 for entry points) values, so that
     * the whole table need not be here. Warwick has no entry points: their weight goes to the other two.
     */
    @Test
    void good_university_guide_2014() {
        double none = Double.NaN;
        checkGuide(
                2014,
                0.1,
                new double[] {8.4351357, 81.83462154},
                new double[] {82.47419354838709, 28.312903225806455, 532.2666666666667, 90},
                new double[] {7.536148061573497, 9.448117819829752, 35.093145896775, 10},
                new double[][] {
                    {96.8, 47.6, 620, 90.7},
                    {75.5, 51.9, 640, 89.3},
                    {86.6, 36.2, 538, 100},
                    {81.3, 21.9, none, 100},
                    {61.0, 29.6, 530, 99.4},
                    {67.1, 18.7, 492, 100}
                },
                100,
                94.9,
                86.1,
                78.3,
                74,
                70);
    }

    @Test
    void good_university_guide_2019() {
        double none = Double.NaN;
        checkGuide(
                2019,
                0.2,
                new double[] {10.77786551, 89.26959436},
                new double[] {80.73030303030303, 80.02121212121212, 37.98484848484848, 204.7741935483871, 90},
                new double[] {8.757835788, 9.779686968, 10.128600997, 17.31996736, 10},
                new double[][] {
                    {89.5, 88.1, 48.9, 221, 97}, {83.9, 83.9, 42.3, 239, 99.8}, {89.2, 84.6, 44.7, none, 100},
                    {79.4, 83.0, 54.6, 214, 99.3}, {64.2, 61.6, 31.7, 180, 99.8}, {63.5, 60.7, 26.2, none, 100}
                },
                100,
                99.2,
                97.2,
                97,
                75.1,
                72.4);
    }

    private static void checkGuide(
            int edition,
            double tolerance,
            double[] line,
            double[] means,
            double[] deviations,
            double[][] rows,
            double... totals) {
        Methodology guide = GoodUniversityGuide.medicine(edition);
        for (int i = 0; i < means.length; i++) {
            // two values that have this mean and this deviation stand for the whole column
            Column reference = Column.of(guide.indicators().get(i), means[i] - deviations[i], means[i] + deviations[i]);
            guide = guide.withNormalizer(
                    guide.indicators().get(i), Normalizers.zScore().frozenOn(reference));
        }
        Object[] named = IntStream.range(0, rows.length)
                .boxed()
                .flatMap(i -> Stream.of("row " + i, rows[i]))
                .toArray();
        Ranking ranking = guide.rank(table(guide, named));
        check(ranking, tolerance, totals);
        checkLine(guide, 0.13, line[0], line[1], named, totals);
        assertThat(guide.weights()
                        .orElseThrow()
                        .points(GoodUniversityGuide.GRADUATE_PROSPECTS)
                        .signum())
                .isZero();
    }

    /** With the top school's total fitted too, and not held at 100, the composite meets all totals within 0.13. */
    private static void checkLine(
            Methodology guide, double tolerance, double factor, double offset, Object[] rows, double[] totals) {
        Methodology line = guide.withPresentation(Presentation.exact().withRescaling(Rescaling.affine(factor, offset)));
        check(line.rank(table(guide, rows)), tolerance, totals);
    }

    @Test
    void an_edition_of_the_guide_that_is_not_known_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoodUniversityGuide.medicine(2021))
                .withMessage(
                        "Good University Guide: Medicine has no edition 2021 here; known are [2014, 2015, 2016, 2017,"
                                + " 2018, 2019, 2020]");
    }
}
