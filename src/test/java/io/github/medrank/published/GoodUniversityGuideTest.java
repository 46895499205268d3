package io.github.medrank.published;

import static io.github.medrank.published.Rows.check;
import static io.github.medrank.published.Rows.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Column;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
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
     * the whole table need not be here; the same for the other editions below, each with its first row, the worst fitted
     * and some of those with a missing value. Warwick has no entry points: their weight goes to the other two.
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

    /** Warwick has no entry points. */
    @Test
    void good_university_guide_2015() {
        double none = Double.NaN;
        checkGuide(
                2015,
                0.1,
                new double[] {8.397127, 83.889723},
                new double[] {82.43225806451613, 28.312903225806455, 539.6666666666666, 90},
                new double[] {7.442657654740058, 9.448117816843592, 34.107021108400666, 10},
                new double[][] {
                    {95.4, 47.6, 607, 89.1},
                    {79.2, 51.9, 650, 94.3},
                    {87.1, 27.5, 530, 100},
                    {93.2, 15.0, 492, 99.6},
                    {75.9, 21.9, none, 100},
                    {63.2, 29.6, 526, 99.4}
                },
                100,
                98.6,
                84.7,
                80.2,
                77.4,
                75.8);
    }

    /** Swansea has no entry points. */
    @Test
    void good_university_guide_2016() {
        double none = Double.NaN;
        checkGuide(
                2016,
                0.1,
                new double[] {9.853965, 84.884463},
                new double[] {78.9090909090909, 87.74848484848485, 37.21818181818182, 533.8387096774194, 90},
                new double[] {9.356098760810436, 6.7330087475975375, 11.313292116461799, 37.851234073880775, 10},
                new double[][] {
                    {93.8, 96.8, 48.9, 612, 93.4}, {80.1, 84.6, 52.0, 628, 99.0}, {74.9, 88.3, 44.7, none, 100},
                    {79.2, 90.3, 31.5, 552, 100}, {64.4, 84.6, 33.3, 528, 100}, {60.5, 76.5, 31.7, 469, 99.8}
                },
                100,
                97.2,
                86.9,
                85.2,
                79.4,
                71.5);
    }

    /** Swansea and Warwick have no entry points. */
    @Test
    void good_university_guide_2017() {
        double none = Double.NaN;
        checkGuide(
                2017,
                0.1,
                new double[] {9.312059, 85.332772},
                new double[] {78.48787878787878, 86.76363636363635, 37.2060606060606, 539.2258064516129, 90},
                new double[] {8.726579307469224, 6.823258715901972, 11.302049677178818, 35.431633103056875, 10},
                new double[][] {
                    {93.2, 97.5, 48.9, 612, 99.6}, {80.9, 89.2, 44.7, none, 100}, {77.5, 87.0, 35.6, 531, 100},
                    {78.6, 84.8, 36.2, 518, 99.6}, {73.5, 79.8, 22.4, 502, 100}, {63.4, 70.6, 26.2, none, 100}
                },
                100,
                89.8,
                83.9,
                83,
                75.7,
                71.8);
    }

    private static final double[] MEANS_2018 = {
        81.43103448275862, 81.29310344827586, 37.984848484848484, 207.61290322580646, 90
    };
    private static final double[][] ROWS_2018 = {
        {90.4, 89.6, 48.9, 236, 98.8}, {75.3, 68.2, 52.0, 241, 98.8}, {87.3, 84.3, 44.7, Double.NaN, 100},
        {94.3, 94.6, 34.3, 183, 100}, {85.8, 85.8, 34.6, 199, 100}, {61.3, 63.4, 48.3, 187, 99.5}
    };
    private static final double[] TOTALS_2018 = {100, 94.7, 93.7, 86.7, 86.2, 78.4};

    /**
     * Four of the 33 universities had no survey results and the guide put something in, which nobody printed; it moved the
     * mean and the deviation by which all others were scored. With those of the 29 the totals of the 29 come within 0.42.
     */
    @Test
    void good_university_guide_2018() {
        double[] deviations = {7.059017390264195, 7.614683231325934, 10.128601004599624, 16.67851122650251, 10};
        checkGuide(2018, 0.4, MEANS_2018, deviations, ROWS_2018, TOTALS_2018);
        Methodology guide = frozen(2018, MEANS_2018, deviations);
        checkLine(guide, 0.42, 9.513957, 87.219824, named(ROWS_2018), TOTALS_2018);
    }

    /** With a deviation of 7.87 for teaching quality instead of 7.06 the totals of the 29 come within 0.13. */
    @Test
    void good_university_guide_2018_with_the_deviation_recovered_too() {
        double[] deviations = {7.87, 7.614683231325934, 10.128601004599624, 16.67851122650251, 10};
        Methodology guide = frozen(2018, MEANS_2018, deviations);
        checkLine(guide, 0.13, 9.841912, 87.233493, named(ROWS_2018), TOTALS_2018);
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

    /** Swansea has no entry points; Central Lancashire has no graduates yet, which weigh nothing. */
    @Test
    void good_university_guide_2020() {
        double none = Double.NaN;
        checkGuide(
                2020,
                0.1,
                new double[] {10.260896, 87.828086},
                new double[] {80.3264705882353, 79.37352941176471, 37.11176470588235, 197.53125, 90},
                new double[] {6.945134091092309, 8.312722666580902, 11.168094384447635, 18.148664508373614, 10},
                new double[][] {
                    {89.5, 88.1, 48.9, 221, 97}, {92.7, 92.5, 34.3, 174, 100}, {82.0, 85.6, 31.8, 188, 99.4},
                    {83.2, 83.0, 33.3, 180, 99.4}, {72.9, 63.7, 44.7, none, 100}, {72.8, 67.0, 8.3, 177, none}
                },
                100,
                88.3,
                85.9,
                84.7,
                84.5,
                71.0);
    }

    private static void checkGuide(
            int edition,
            double tolerance,
            double[] line,
            double[] means,
            double[] deviations,
            double[][] rows,
            double... totals) {
        checkGuide(edition, tolerance, means, deviations, rows, totals);
        checkLine(frozen(edition, means, deviations), 0.13, line[0], line[1], named(rows), totals);
    }

    private static void checkGuide(
            int edition, double tolerance, double[] means, double[] deviations, double[][] rows, double[] totals) {
        Methodology guide = frozen(edition, means, deviations);
        check(guide.rank(table(guide, named(rows))), tolerance, totals);
        assertThat(guide.weights()
                        .orElseThrow()
                        .points(GoodUniversityGuide.GRADUATE_PROSPECTS)
                        .signum())
                .isZero();
    }

    /** Two values that have the mean and the deviation of the whole column stand for it. */
    private static Methodology frozen(int edition, double[] means, double[] deviations) {
        Methodology guide = GoodUniversityGuide.medicine(edition);
        for (int i = 0; i < means.length; i++) {
            Column reference = Column.of(guide.indicators().get(i), means[i] - deviations[i], means[i] + deviations[i]);
            guide = guide.withNormalizer(
                    guide.indicators().get(i), Normalizers.zScore().frozenOn(reference));
        }
        return guide;
    }

    private static Object[] named(double[][] rows) {
        return IntStream.range(0, rows.length)
                .boxed()
                .flatMap(i -> Stream.of("row " + i, rows[i]))
                .toArray();
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
