package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values of the model: what they hold, what they refuse, and what they say. */
class ModelTest {
    private static final Indicator A = Indicator.of("a", "Indicator A");
    private static final Indicator B = Indicator.of("b", "Indicator B");
    private static final School YALE = School.of("Yale");
    private static final School OXFORD = School.of("Oxford");

    @Nested
    class Schools {
        @ParameterizedTest
        @CsvSource({
            "Yale University, yale-university",
            "香港大學, 香港大學",
            "'Charité - Universitätsmedizin Berlin', charité-universitätsmedizin-berlin",
            "'  (UCL)  ', ucl",
            "جامعة القاهرة, جامعة-القاهرة",
            "King's College London, king-s-college-london"
        })
        void ids_keep_the_letters_of_every_script(String name, String id) {
            assertThat(School.of(name).id()).isEqualTo(id);
        }

        @Test
        void equality_is_by_id() {
            assertThat(School.of("x", "One"))
                    .isEqualTo(School.of("x", "Two"))
                    .hasSameHashCodeAs(School.of("x", "Two"))
                    .isNotEqualTo(School.of("y", "One"))
                    .isNotEqualTo("x");
        }

        @Test
        void copies_differ_in_one_part() {
            School school = School.of("k", "Karolinska Institutet")
                    .withAlias("KI")
                    .withAlias("Karolinska Institute")
                    .withCountry("SE")
                    .withAttribute("size", "L")
                    .withAttribute("size", "XL");

            assertThat(school.aliases()).containsExactly("KI", "Karolinska Institute");
            assertThat(school.country()).contains("SE");
            assertThat(school.attributes()).containsExactly(Map.entry("size", "XL"));
            assertThat(school).hasToString("Karolinska Institutet (SE)");
            assertThat(school.isNamed("KI")).isTrue();
            assertThat(school.isNamed("Karolinska Institutet")).isTrue();
            assertThat(school.isNamed("k")).isFalse();
            assertThat(YALE).hasToString("Yale");
        }

        @Test
        void bad_parts_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> YALE.withCountry("UK"))
                    .withMessage("school \"Yale\": country \"UK\" is not an ISO 3166-1 alpha-2 code such as GB or JP");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> School.of("  "))
                    .withMessage("school name is blank; it needs at least one visible character");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> School.of("***"))
                    .withMessage("school name \"***\" has no letter or digit to make an id of; give an id beside it");
            assertThat(School.of("stars", "***").name()).isEqualTo("***");
            assertThatNullPointerException().isThrownBy(() -> School.of(null)).withMessage("school name");
        }
    }

    @Nested
    class Indicators {
        @Test
        void equality_is_by_id_and_copies_keep_it() {
            Indicator staff = A.withDirection(Direction.LOWER_IS_BETTER)
                    .withUnit("students")
                    .withSymbol("S");
            assertThat(staff).isEqualTo(A).hasSameHashCodeAs(A).isNotEqualTo(B).isNotEqualTo("a");
            assertThat(staff).hasToString("Indicator A (students), lower is better");
            assertThat(staff.symbol()).isEqualTo("S");
            assertThat(A.symbol()).isEqualTo("Indicator A");
            assertThat(A).hasToString("Indicator A");
            assertThat(Indicator.of("papers").name()).isEqualTo("papers");
        }

        @Test
        void bad_ids_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Indicator.of("a,b"))
                    .withMessage("indicator id \"a,b\" must not contain a comma or a line break");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Indicator.of("", "x"))
                    .withMessage("indicator id is blank; it needs at least one visible character");
            assertThatIllegalArgumentException().isThrownBy(() -> Indicator.of("a\nb"));
        }
    }

    @Nested
    class Cells {
        @Test
        void a_cell_is_a_number_or_a_reason_or_both() {
            Cell missing = Cell.missing(MissingReason.WITHHELD);
            Cell filled = missing.filledWith(2.5);

            assertThat(Cell.of(-0.0).value()).isEqualTo(OptionalDouble.of(0.0));
            assertThat(Cell.of(3)).hasToString("3");
            assertThat(missing.value()).isEmpty();
            assertThat(missing.reason()).contains(MissingReason.WITHHELD);
            assertThat(missing.isPresent()).isFalse();
            assertThat(missing.isFilled()).isFalse();
            assertThat(missing).hasToString("withheld");
            assertThat(filled.isFilled()).isTrue();
            assertThat(filled.reason()).contains(MissingReason.WITHHELD);
            assertThat(filled).hasToString("2.5 (filled: withheld)");
            assertThat(Cell.of(2.5).isFilled()).isFalse();
            assertThat(filled)
                    .isNotEqualTo(Cell.of(2.5))
                    .isEqualTo(Cell.missing(MissingReason.WITHHELD).filledWith(2.5));
            assertThat(filled)
                    .hasSameHashCodeAs(Cell.missing(MissingReason.WITHHELD).filledWith(2.5));
            assertThat(missing).isNotEqualTo(Cell.missing(MissingReason.NOT_APPLICABLE));
        }

        @ParameterizedTest
        @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
        void numbers_that_are_none_are_refused(double value) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Cell.of(value))
                    .withMessage("cell value " + value + " is not a finite number; give a missing reason");
        }

        @ParameterizedTest
        @CsvSource({"0.1, 0.1", "100, 100", "1e-7, 1.0E-7", "1234567.25, 1234567.25", "1e15, 1.0E15", "-0.5, -0.5"})
        void numbers_print_plainly(double value, String text) {
            assertThat(Cell.of(value)).hasToString(text);
        }
    }

    @Nested
    class Columns {
        @Test
        void it_knows_what_is_missing_and_why() {
            Column column = Column.of(
                    A,
                    List.of(
                            Cell.of(3),
                            Cell.missing(MissingReason.BELOW_THRESHOLD),
                            Cell.missing(MissingReason.NOT_REPORTED).filledWith(-4)));

            assertThat(column.size()).isEqualTo(3);
            assertThat(column.missing()).isEqualTo(1);
            assertThat(column.isComplete()).isFalse();
            assertThat(IntStream.range(0, 3).mapToObj(column::isPresent)).containsExactly(true, false, true);
            assertThat(IntStream.range(0, 3).mapToObj(column::isFilled)).containsExactly(false, false, true);
            assertThat(column.cell(1)).isEqualTo(Cell.missing(MissingReason.BELOW_THRESHOLD));
            assertThat(column.values().toArray()).containsExactly(3, -4);
            assertThat(column.min()).hasValue(-4);
            assertThat(column.max()).hasValue(3);
            assertThat(column.magnitude()).isEqualTo(4);
            assertThatIllegalStateException()
                    .isThrownBy(() -> column.value(1))
                    .withMessage(
                            "indicator \"a\", row 1 has no value (below threshold); fill it or ask isPresent first");
            assertThat(column).hasToString("Indicator A: 3, below threshold, -4 (filled: not reported)");
        }

        @Test
        void filling_keeps_reasons_and_may_leave_holes() {
            Column holes = Column.of(
                    A, List.of(Cell.missing(MissingReason.WITHHELD), Cell.of(1), Cell.missing(MissingReason.WITHHELD)));

            Column filled = holes.fill(row -> row == 0 ? OptionalDouble.of(7) : OptionalDouble.empty());

            assertThat(filled.value(0)).isEqualTo(7);
            assertThat(filled.isFilled(0)).isTrue();
            assertThat(filled.reason(0)).contains(MissingReason.WITHHELD);
            assertThat(filled.isPresent(2)).isFalse();
            assertThat(filled.missing()).isEqualTo(1);
            assertThat(filled.fill(row -> OptionalDouble.of(9)).isComplete()).isTrue();
            Column complete = Column.of(A, 1, 2);
            assertThat(complete.fill(row -> OptionalDouble.of(9))).isSameAs(complete);
        }

        @Test
        void mapping_to_nothing_makes_a_reasoned_absence_and_infinity_is_refused() {
            Column column = Column.of(A, List.of(Cell.of(0), Cell.of(4), Cell.missing(MissingReason.WITHHELD)));

            Column roots = column.map(value -> value == 0 ? Double.NaN : Math.sqrt(value));

            assertThat(roots.cell(0)).isEqualTo(Cell.missing(MissingReason.UNDEFINED));
            assertThat(roots.cell(1)).isEqualTo(Cell.of(2));
            assertThat(roots.cell(2)).isEqualTo(Cell.missing(MissingReason.WITHHELD));
            assertThat(column.map(value -> value)).isSameAs(column);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> column.map(value -> 1 / value))
                    .withMessage("indicator \"a\", row 0: 0.0 is mapped to Infinity, not to a finite number");
        }

        @ParameterizedTest
        @CsvSource({"1 2 3, 0", "1.5 2, 1", "0.25 100, 2", "0.1 0.12345678, 8", "1e-10 1, -1", "0.333333333333 1, -1"})
        void decimals_are_those_of_the_printed_numbers(String values, int decimals) {
            double[] numbers = Arrays.stream(values.split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            Column column = Column.of(A, numbers);
            assertThat(column.decimals()).isEqualTo(decimals);
            for (int row = 0; row < numbers.length && decimals >= 0; row++) {
                assertThat(BigDecimal.valueOf(column.unscaled(row), decimals))
                        .isEqualByComparingTo(Double.toString(numbers[row]));
                assertThat(column.decimal(row)).isEqualByComparingTo(Double.toString(numbers[row]));
            }
        }

        @Test
        void a_large_and_a_fine_number_share_no_decimals() {
            Column column = Column.of(A, 1e13, 0.00001);
            assertThat(column.decimals()).isEqualTo(-1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> column.unscaled(0))
                    .withMessage("indicator \"a\": the values share no number of decimals");
        }

        @Test
        void sums_are_added_to_and_lengths_checked() {
            Column column = Column.of(A, 1, 2);
            double[] sums = {10, 20};
            column.addTo(0.5, sums);
            assertThat(sums).containsExactly(10.5, 21);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> column.addTo(1, new double[3]))
                    .withMessage("3 sums for 2 rows; there must be one for each");
        }

        @Test
        void rows_and_equality_and_text() {
            Column column = Column.of(A, List.of(Cell.of(1), Cell.missing(MissingReason.WITHHELD), Cell.of(3)));
            assertThat(column.rows(IntStream.of(2, 1)))
                    .isEqualTo(Column.of(A, List.of(Cell.of(3), Cell.missing(MissingReason.WITHHELD))))
                    .isNotEqualTo(Column.of(A, List.of(Cell.of(3), Cell.missing(MissingReason.UNDEFINED))))
                    .isNotEqualTo(column)
                    .isNotEqualTo("column");
            assertThat(column.withIndicator(B)).isNotEqualTo(column);
            assertThat(Column.of(A, 1)).hasSameHashCodeAs(Column.of(A, 1));
            assertThat(Column.of(A, IntStream.range(0, 13).asDoubleStream().toArray()))
                    .hasToString("Indicator A: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, … 3 more");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Column.of(A, 1, Double.NaN))
                    .withMessage(
                            "indicator \"a\", row 1: NaN is not a finite number; use Cell.missing for an absent value");
        }
    }

    @Nested
    class Tables {
        private final IndicatorTable table = IndicatorTable.builder(A, B)
                .row(YALE, 1, 2)
                .row(OXFORD, List.of(Cell.of(3), Cell.missing(MissingReason.NOT_REPORTED)))
                .build();

        @Test
        void cells_are_found_by_school_and_indicator() {
            assertThat(table.cell(OXFORD, A)).isEqualTo(Cell.of(3));
            assertThat(table.cell(OXFORD, B)).isEqualTo(Cell.missing(MissingReason.NOT_REPORTED));
            assertThat(table.rowOf(OXFORD)).isEqualTo(OptionalInt.of(1));
            assertThat(table.rowOf(School.of("Bologna"))).isEmpty();
            assertThat(table.isComplete()).isFalse();
            assertThat(table.row(0).values()).containsExactly(1.0, 2.0);
            assertThat(table.row(0).min()).isEqualTo(1);
            assertThat(table.row(0).max()).isEqualTo(2);
            assertThat(table.row(0).value(B)).isEqualTo(2);
            assertThat(table.row(1).cell(A)).isEqualTo(Cell.of(3));
            assertThat(table.row(1)).hasToString("Oxford [3, not reported]");
            assertThat(table.rows().map(Row::index)).containsExactly(0, 1);
        }

        @Test
        void what_is_not_there_is_named() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.column(Indicator.of("c")))
                    .withMessage("no indicator \"c\" in the table; it has [a, b]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> table.cell(School.of("Bologna"), A))
                    .withMessage("no school \"Bologna\" (id \"bologna\") in the table");
            assertThatIllegalStateException()
                    .isThrownBy(() -> table.row(1).min())
                    .withMessage(
                            "school \"Oxford\" has no value for indicator \"b\" (not reported); fill missing values"
                                    + " before ranking");
        }

        @Test
        void copies_leave_the_table_as_it_was() {
            assertThat(table.with(YALE, A, 9).cell(YALE, A)).isEqualTo(Cell.of(9));
            assertThat(table.with(YALE, A, Cell.missing(MissingReason.WITHHELD)).cell(YALE, A))
                    .isEqualTo(Cell.missing(MissingReason.WITHHELD));
            assertThat(table.select(List.of(B)).indicators()).containsExactly(B);
            assertThat(table.select(List.of(A, B))).isSameAs(table);
            assertThat(table.filter(row -> row.school().equals(OXFORD)).schools())
                    .containsExactly(OXFORD);
            assertThat(table.filter(row -> true)).isSameAs(table);
            assertThat(table.mapColumns(column -> column)).isSameAs(table);
            assertThat(table.withColumn(Column.of(Indicator.of("c"), 7, 8)).indicators())
                    .extracting(Indicator::id)
                    .containsExactly("a", "b", "c");
            assertThat(table.withColumn(Column.of(A, 7, 8)).column(A).value(1)).isEqualTo(8);
            assertThat(table.cell(YALE, A)).isEqualTo(Cell.of(1));
            assertThat(table.rows(1, 0)).isNotEqualTo(table);
            assertThat(table.rows(1, 0).rows(1, 0)).isEqualTo(table).hasSameHashCodeAs(table);
        }

        @Test
        void cells_may_come_one_by_one() {
            IndicatorTable built = IndicatorTable.builder(A, B)
                    .put(OXFORD, B, 5)
                    .put(YALE, A, 1)
                    .put(OXFORD, A, Cell.missing(MissingReason.WITHHELD))
                    .build();
            assertThat(built.schools()).containsExactly(OXFORD, YALE);
            assertThat(built.cell(OXFORD, A)).isEqualTo(Cell.missing(MissingReason.WITHHELD));
            assertThat(built.cell(OXFORD, B)).isEqualTo(Cell.of(5));
            assertThat(built.cell(YALE, B)).isEqualTo(Cell.missing(MissingReason.NOT_REPORTED));
        }

        @Test
        void published_results_follow_their_schools() {
            IndicatorTable with = IndicatorTable.builder(A)
                    .row(YALE, 1)
                    .row(OXFORD, 2)
                    .published(OXFORD, PublishedResult.of("1", "2.0"))
                    .build();
            assertThat(with.published()).containsExactly(Map.entry(OXFORD, PublishedResult.of("1", "2.0")));
            assertThat(with.rows(0).published()).isEmpty();
            assertThat(with.filter(row -> row.school().equals(OXFORD)).published())
                    .hasSize(1);
            assertThat(with.with(YALE, A, 5).published()).hasSize(1);
        }

        @Test
        void bad_tables_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.builder(A).build())
                    .withMessage("no schools; a table needs at least one");
            assertThatIllegalArgumentException()
                    .isThrownBy(IndicatorTable::builder)
                    .withMessage("no indicators; a table needs at least one");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.builder(A, B, A))
                    .withMessage("indicator \"a\" comes twice");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.builder(A)
                            .row(School.of("x", "One"), 1)
                            .row(School.of("x", "Two"), 1))
                    .withMessage("school id \"x\" (\"Two\") comes twice; give the second school an id of its own");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.builder(A).row(YALE, Double.NaN))
                    .withMessage("school \"Yale\", indicator \"a\": NaN is not a finite number; use Cell.missing for an"
                            + " absent one");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.builder(A).put(YALE, A, Double.POSITIVE_INFINITY))
                    .withMessage(
                            "school \"Yale\", indicator \"a\": Infinity is not a finite number; use Cell.missing for"
                                    + " an absent one");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.builder(A, B).row(YALE, 1))
                    .withMessage("school \"Yale\": 1 values for 2 indicators");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.builder(A).put(YALE, B, 1))
                    .withMessage("indicator \"b\" is not in the table; it has [a]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.ofColumns(List.of(YALE), List.of(Column.of(A, 1, 2))))
                    .withMessage("indicator \"a\" has 2 values for 1 schools");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.ofColumns(List.of(YALE, YALE), List.of(Column.of(A, 1, 2))))
                    .withMessage("school id \"yale\" (\"Yale\") comes twice; give the second school an id of its own");
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> IndicatorTable.ofColumns(List.of(YALE), List.of(Column.of(A, 1), Column.of(A, 1))))
                    .withMessage("indicator \"a\" comes twice");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.ofColumns(List.of(YALE), List.of()))
                    .withMessage("no indicators; a table needs at least one");
            assertThatIllegalArgumentException().isThrownBy(() -> table.filter(row -> false));
        }
    }

    @Nested
    class WeightsOfIndicators {
        @Test
        void they_are_exact_and_ordered() {
            Weights weights =
                    Weights.builder().put(B, 0.1).put(A, new BigDecimal("0.20")).build();
            assertThat(weights.indicators()).containsExactly(B, A);
            assertThat(weights.total()).isEqualByComparingTo("0.3");
            assertThat(weights.share(B)).isEqualTo(1 / 3.0);
            assertThat(weights).hasToString("0.1 Indicator B, 0.20 Indicator A");
            assertThat(weights.inOrderOf(List.of(A, B)).indicators()).containsExactly(A, B);
            assertThat(weights.inOrderOf(List.of(B, A))).isSameAs(weights);
        }

        @Test
        void a_map_without_order_is_ordered_by_id() {
            assertThat(Weights.of(Map.of(B, 1, A, 2)).indicators()).containsExactly(A, B);
            assertThat(Weights.of(ImmutableMap.of(B, 1, A, 2)).indicators()).containsExactly(A, B);
        }

        @Test
        void every_kind_of_number_is_taken_as_it_prints() {
            assertThat(Weights.of(Map.of(A, 0.1f)).points(A)).isEqualTo("0.1");
            assertThat(Weights.of(Map.of(A, BigInteger.TEN)).points(A)).isEqualTo("10");
            assertThat(Weights.of(Map.of(A, 3L)).points(A)).isEqualTo("3");
        }

        @Test
        void equality_is_by_number_whatever_the_order() {
            Weights one = Weights.builder().put(A, 1).put(B, 2).build();
            Weights other =
                    Weights.builder().put(B, 2.0).put(A, new BigDecimal("1.00")).build();
            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
            assertThat(one).isNotEqualTo(Weights.builder().put(A, 2).put(B, 4).build());
            assertThat(one).isNotEqualTo(Weights.of(Map.of(A, 1)));
            assertThat(one).isNotEqualTo("weights");
        }

        @Test
        void bad_weights_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Weights.of(Map.of(A, -1)))
                    .withMessage("indicator \"a\": weight -1 is negative; for \"less is better\" give the indicator a"
                            + " direction");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Weights.of(Map.of(A, 0, B, 0)))
                    .withMessage("all weights are zero: \"a\", \"b\"; give at least one of them points");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Weights.of(Map.of(A, Double.NaN)))
                    .withMessage("weight of \"a\": NaN is not a finite number");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Weights.of(Map.<Indicator, Integer>of()))
                    .withMessage("no weights; give points to at least one indicator");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Weights.builder().put(A, 1).put(A, 1))
                    .withMessage("indicator \"a\" is weighted twice");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Weights.of(Map.of(A, 1)).points(B))
                    .withMessage("indicator \"b\" has no weight; \"a\" have");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Weights.of(Map.of(A, 1, B, 1)).inOrderOf(List.of(A)))
                    .withMessage("weight for unknown indicator \"b\"; the methodology and its table have \"a\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Weights.of(Map.of(A, 1)).inOrderOf(List.of(A, B)))
                    .withMessage("indicator \"b\" has no weight; give it points, zero to show it without counting it");
        }
    }

    @Nested
    class Exact {
        @Test
        void fractions_are_never_divided_out() {
            Rational third = Rational.ratio(BigDecimal.ONE, new BigDecimal("3"));
            assertThat(third.plus(third).plus(third)).isEqualTo(Rational.of(1)).hasSameHashCodeAs(Rational.of(1));
            assertThat(third.times(Rational.of(3)).minus(Rational.of(1)).signum())
                    .isZero();
            assertThat(Rational.of(1).dividedBy(Rational.of(3))).isEqualTo(third);
            assertThat(third.negate().signum()).isEqualTo(-1);
            assertThat(Rational.ratio(BigDecimal.ONE, new BigDecimal("-3"))).isEqualTo(third.negate());
            assertThat(third).hasToString("0.3333333333333333333333333333333333");
            assertThat(third.doubleValue()).isEqualTo(1 / 3.0);
            assertThat(third.compareTo(Rational.of(0.3333333333333333))).isPositive();
            assertThat(third.compareTo(Rational.of(0.3333333333333334))).isNegative();
            assertThat(third).isNotEqualTo(Rational.of(0.5)).isNotEqualTo("1/3");
        }

        @Test
        void decimals_come_out_whole_where_there_are_any() {
            assertThat(Rational.ratio(new BigDecimal("1"), new BigDecimal("4"))).hasToString("0.25");
            assertThat(Rational.ratio(new BigDecimal("700"), BigDecimal.ONE)).hasToString("700");
            assertThat(Rational.ratio(BigDecimal.ZERO, BigDecimal.TEN)).hasToString("0");
            BigDecimal tiny = BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(120));
            assertThat(Rational.ratio(BigDecimal.ONE, BigDecimal.valueOf(2).pow(120))
                            .toBigDecimal())
                    .isEqualByComparingTo(tiny);
        }

        @Test
        void what_is_no_number_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rational.of(Double.NaN))
                    .withMessage("NaN is not a finite number");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rational.of(1).dividedBy(Rational.ZERO))
                    .withMessage("1.0 / 0 has no value");
        }
    }
}
