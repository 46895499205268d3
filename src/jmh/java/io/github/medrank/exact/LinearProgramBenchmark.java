package io.github.medrank.exact;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One school's benefit of the doubt beside its rivals, exact, and with ojAlgo's tolerances. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LinearProgramBenchmark {
    /** Variables × constraints. */
    @Param({"3x10", "5x50", "10x300", "30x1000"})
    public String shape;

    private double[][] rows;
    private double[] objective;
    private BigDecimal[] exactObjective;
    private LinearProgram program;

    @Setup
    public void setup() {
        int width = Integer.parseInt(shape.substring(0, shape.indexOf('x')));
        int size = Integer.parseInt(shape.substring(shape.indexOf('x') + 1));
        SplittableRandom random = new SplittableRandom(1);
        rows = new double[size][width];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextInt(0, 1001) / 10.0);
        }
        objective = random.ints(width, 1, 1001).mapToDouble(each -> each / 10.0).toArray();
        exactObjective = decimals(objective);
        program = exactProgram();
    }

    private static BigDecimal[] decimals(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Decimals::of).toArray(BigDecimal[]::new);
    }

    private LinearProgram exactProgram() {
        LinearProgram.Builder builder = LinearProgram.builder(objective.length);
        for (double[] row : rows) {
            builder.atMost(BigDecimal.ONE, decimals(row));
        }
        return builder.build();
    }

    /** Constraints that are known already, as they are for the second school and all that follow. */
    @Benchmark
    public LinearProgram.Outcome exact() {
        return program.maximise(exactObjective);
    }

    @Benchmark
    public LinearProgram.Outcome exactWithConstraints() {
        return exactProgram().maximise(exactObjective);
    }

    @Benchmark
    public Optimisation.Result ojAlgo() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        for (int i = 0; i < objective.length; i++) {
            model.newVariable("w" + i).lower(0).weight(objective[i]);
        }
        for (int r = 0; r < rows.length; r++) {
            Expression most = model.newExpression("r" + r).upper(1);
            for (int i = 0; i < objective.length; i++) {
                most.set(model.getVariable(i), rows[r][i]);
            }
        }
        return model.maximise();
    }
}
