package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.exact.BlockRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataVariationsTest {
    private static final Indicator A = Indicator.of("a");
    private static final School X = School.of("X");
    private static final School Y = School.of("Y");
    private static final School Z = School.of("Z");
    private static final IndicatorTable TABLE = IndicatorTable.builder(A)
            .row(X, 1)
            .row(Y, List.of(Cell.missing(MissingReason.WITHHELD)))
            .row(Z, 3)
            .build();

    private static BlockRandom random() {
        BlockRandom random = new BlockRandom(1, 3);
        random.start(0);
        return random;
    }

    @Test
    void each_cell_has_its_own_distribution_and_missing_cells_stay() {
        IndicatorTable varied = DataVariations.perCell(
                        (school, indicator, value, random) -> value * 10 + (school.equals(Z) ? 0.5 : 0))
                .table(TABLE, 0, random());
        assertThat(varied.cell(X, A)).hasToString("10");
        assertThat(varied.cell(Y, A)).isEqualTo(TABLE.cell(Y, A));
        assertThat(varied.cell(Z, A)).hasToString("30.5");
    }

    @Test
    void standard_errors_move_only_their_own_cells() {
        IndicatorTable errors =
                IndicatorTable.builder(A).row(X, 0).row(Y, 2).row(Z, 2).build();
        IndicatorTable varied = DataVariations.standardErrors(errors).table(TABLE, 0, random());
        assertThat(varied.cell(X, A)).isEqualTo(TABLE.cell(X, A));
        assertThat(varied.cell(Y, A)).isEqualTo(TABLE.cell(Y, A));
        assertThat(varied.cell(Z, A)).isNotEqualTo(TABLE.cell(Z, A));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataVariations.standardErrors(
                        IndicatorTable.builder(A).row(X, -1).build()))
                .withMessage("school \"X\", indicator \"a\": standard error -1.0 is negative");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> DataVariations.standardErrors(errors.rows(0, 1)).table(TABLE, 0, random()))
                .withMessage("the standard errors are of other schools than the table, or in other rows");
    }

    @Test
    void replicates_come_in_turn() {
        IndicatorTable other = TABLE.with(X, A, 7);
        DataVariation turns = DataVariations.replicates(List.of(TABLE, other));
        assertThat(turns.table(TABLE, 2, random())).isEqualTo(TABLE);
        assertThat(turns.table(TABLE, 3, random())).isEqualTo(other);
        assertThat(DataVariations.replicates(draw -> TABLE.with(X, A, (double) draw))
                        .table(TABLE, 5, random()))
                .isEqualTo(TABLE.with(X, A, 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataVariations.replicates(List.of()))
                .withMessage("no replicates; give at least one");
    }
}
