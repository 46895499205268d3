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

/**
 * One school's benefit of the doubt beside its rivals, exact, and with ojAlgo's tolerances.
 *
 * <p>Each call takes the next of 64 programs, so that neither solver sees one twice in a row.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LinearProgramBenchmark {
    private static final int PROGRAMS = 64;

    /** Variables × constraints. */
    @Param({"3x10", "5x50", "10x300", "30x1000"})
    public String shape;

    /** Numbers of one decimal, or few whole numbers, so that many constraints meet in a vertex and many are the same. */
    @Param({"ordinary", "degenerate"})
    public String kind;

    private final double[][][] rows = new double[PROGRAMS][][];
    private final double[][] objectives = new double[PROGRAMS][];
    private final LinearProgram[] programs = new LinearProgram[PROGRAMS];
    private int next;

    @Setup
    public void setup() {
        int width = Integer.parseInt(shape.substring(0, shape.indexOf('x')));
        int size = Integer.parseInt(shape.substring(shape.indexOf('x') + 1));
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < PROGRAMS; i++) {
            rows[i] = new double[size][];
            Arrays.setAll(rows[i], any -> numbers(random, width));
            objectives[i] = numbers(random, width);
            programs[i] = exactProgram(i);
        }
    }

    /** Above zero, so that every program has an optimum. */
    private double[] numbers(SplittableRandom random, int width) {
        return kind.equals("ordinary")
                ? random.ints(width, 1, 1001).mapToDouble(each -> each / 10.0).toArray()
                : random.ints(width, 1, 4).asDoubleStream().toArray();
    }

    private static BigDecimal[] decimals(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Decimals::of).toArray(BigDecimal[]::new);
    }

    private LinearProgram exactProgram(int number) {
        LinearProgram.Builder builder = LinearProgram.builder(objectives[number].length);
        for (double[] row : rows[number]) {
            builder.atMost(BigDecimal.ONE, decimals(row));
        }
        return builder.build();
    }

    private int next() {
        next = (next + 1) % PROGRAMS;
        return next;
    }

    /** Constraints that are known already, as they are for the second school and all that follow. */
    @Benchmark
    public LinearProgram.Outcome exact() {
        int number = next();
        return programs[number].maximise(decimals(objectives[number]));
    }

    @Benchmark
    public LinearProgram.Outcome exactWithConstraints() {
        int number = next();
        return exactProgram(number).maximise(decimals(objectives[number]));
    }

    @Benchmark
    public Optimisation.Result ojAlgo() {
        int number = next();
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        for (int i = 0; i < objectives[number].length; i++) {
            model.newVariable("w" + i).lower(0).weight(objectives[number][i]);
        }
        for (int r = 0; r < rows[number].length; r++) {
            Expression most = model.newExpression("r" + r).upper(1);
            for (int i = 0; i < objectives[number].length; i++) {
                most.set(model.getVariable(i), rows[number][r][i]);
            }
        }
        return model.maximise();
    }
}
