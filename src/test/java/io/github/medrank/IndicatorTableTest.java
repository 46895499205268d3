package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables and columns at their edges: what does not fit, zeros with a sign, the order of listing, the text. */
class IndicatorTableTest {
    private static final Indicator A = Indicator.of("a", "Indicator A");
    private static final Indicator B = Indicator.of("b", "Indicator B");
    private static final School YALE = School.of("Yale");
    private static final School OXFORD = School.of("Oxford");
    private static final IndicatorTable TABLE =
            IndicatorTable.builder(A, B).row(YALE, 1, 2).row(OXFORD, 3.5, 4).build();

    // ---- tables ----

    @Test
    void columns_put_in_later_must_fit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.withColumn(Column.of(Indicator.of("c"), 1)))
                .withMessage("indicator \"c\" has 1 values for 2 schools");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.mapColumns(column -> column.rows(IntStream.of(0, 1, 1))))
                .withMessage("indicator \"a\" has 3 values for 2 schools");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.mapColumns(column -> column.withIndicator(B)))
                .withMessage("indicator \"b\" comes twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.select(List.of(B, B)))
                .withMessage("indicator \"b\" comes twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.select(List.of()))
                .withMessage("no indicators; a table needs at least one");
    }

    @Test
    void a_row_has_a_cell_for_each_indicator() {
        for (int wrong : new int[] {0, 1, 3}) {
            List<Cell> cells = IntStream.range(0, wrong).mapToObj(Cell::of).toList();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> IndicatorTable.builder(A, B).row(YALE, cells))
                    .withMessage("school \"Yale\": " + wrong + " values for 2 indicators");
        }
    }

    @Test
    void a_table_is_complete_until_a_cell_is_missing_and_when_it_is_filled() {
        Cell hole = Cell.missing(MissingReason.WITHHELD);
        assertThat(TABLE.isComplete()).isTrue();
        assertThat(TABLE.with(OXFORD, B, hole).isComplete()).isFalse();
        assertThat(TABLE.with(OXFORD, B, hole.filledWith(4)).isComplete()).isTrue();
    }

    @Test
    void the_text_is_aligned_under_the_symbols_to_the_decimals_of_the_column() {
        IndicatorTable table = TABLE.mapColumns(
                        column -> column.indicator().equals(A) ? column.withIndicator(A.withSymbol("IA")) : column)
                .with(OXFORD, B, Cell.missing(MissingReason.NOT_REPORTED));
        assertThat(table.toString()).isEqualTo("""
                School   IA  Indicator B
                Yale    1.0            2
                Oxford  3.5            –""");
    }

    @Test
    void schools_are_listed_by_folded_name_then_by_name_then_by_id() {
        IndicatorTable table = IndicatorTable.builder(A)
                .row(School.of("6", "zurich"), 0)
                .row(School.of("5", "Wién"), 0)
                .row(School.of("4", "wien"), 0)
                .row(School.of("3", "Wien"), 0)
                .row(School.of("2", "Wien"), 0)
                .row(School.of("7", "WIEN"), 0)
                .row(School.of("8", "Ärztliche Schule"), 0)
                .row(School.of("1", "Berlin"), 0)
                .build();
        assertThat(Arrays.stream(table.listing())
                        .mapToObj(row -> table.schools().get(row).id()))
                .containsExactly("8", "1", "7", "2", "3", "5", "4", "6");
    }

    /** A builder of columns grows where they are as long as its arrays: at 16, 32, 64 rows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 32, 33, 64})
    void columns_of_any_length_come_out_whole(int size) {
        IndicatorTable.Builder table = IndicatorTable.builder(A, B);
        for (int row = 0; row < size; row++) {
            Cell last = row < size - 1 ? Cell.of(-row) : Cell.missing(MissingReason.WITHHELD);
            table.row(School.of("S" + row), List.of(Cell.of(row), last));
        }
        IndicatorTable built = table.build();
        assertThat(built.column(A))
                .isEqualTo(
                        Column.of(A, IntStream.range(0, size).asDoubleStream().toArray()));
        assertThat(built.column(B).missing()).isEqualTo(1);
        assertThat(built.column(B).cell(size - 1)).isEqualTo(Cell.missing(MissingReason.WITHHELD));
        assertThat(built.column(A).hasReasons()).isFalse();
        assertThat(built.column(B).hasReasons()).isTrue();
    }

    // ---- columns ----

    @Test
    void zero_has_no_sign() {
        Column zero = Column.of(A, 0.0);
        assertThat(Column.of(A, -0.0)).isEqualTo(zero).hasSameHashCodeAs(zero);
        assertThat(zero.map(value -> -value)).isSameAs(zero);
        assertThat(Column.of(A, 5).map(value -> -0.0)).isEqualTo(zero);
        assertThat(IndicatorTable.builder(A).row(YALE, -0.0).build().column(A)).isEqualTo(zero);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 9})
    void weighted_sums_are_added_up_whatever_the_number_of_columns(int count) {
        ImmutableList<Column> columns = IntStream.range(0, count)
                .mapToObj(i -> Column.of(Indicator.of("i" + i), i, 1))
                .collect(ImmutableList.toImmutableList());
        double[] weights = IntStream.rangeClosed(1, count).asDoubleStream().toArray();
        double[] sums = {99, 99};
        Column.weightedSums(columns, weights, sums);
        // Σ i(i + 1) for i < n is (n − 1)n(n + 1) / 3; the weights add up to n(n + 1) / 2.
        assertThat(sums).containsExactly((count - 1) * count * (count + 1) / 3.0, count * (count + 1) / 2.0);
    }

    @Test
    void weighted_sums_need_a_weight_a_column_and_a_sum_a_row() {
        for (int count : new int[] {1, 4}) {
            ImmutableList<Column> columns = IntStream.range(0, count)
                    .mapToObj(i -> Column.of(Indicator.of("i" + i), i, 1))
                    .collect(ImmutableList.toImmutableList());
            for (int wrong : new int[] {count - 1, count + 1}) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Column.weightedSums(columns, new double[wrong], new double[2]))
                        .withMessage(wrong + " weights for " + count + " columns");
            }
            for (int wrong : new int[] {1, 3}) {
                double[] sums = DoubleStream.generate(() -> 7).limit(wrong).toArray();
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Column.weightedSums(columns, new double[count], sums))
                        .withMessage(wrong + " sums for 2 rows");
                assertThat(sums).containsOnly(7);
            }
        }
    }

    // ---- indicators ----

    @Test
    void an_indicator_knows_its_unit() {
        assertThat(A.unit()).isEmpty();
        assertThat(A.withUnit("papers").unit()).isEqualTo("papers");
    }

    @ParameterizedTest
    @ValueSource(strings = {",a", "a,", "\na", "a\n"})
    void an_id_has_no_comma_or_line_break_wherever_it_stands(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Indicator.of(id))
                .withMessage("indicator id \"" + id.replace('\n', ' ') + "\" must not contain a comma or a line break");
    }
}
