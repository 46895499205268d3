package io.github.medrank;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.published.Qs;
import io.github.medrank.text.Csv;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A whole JVM that reads a file of 35 schools, ranks them and prints three, from its start to its end. The bare work is
 * one that prints an {@link ImmutableMap}. Both run with the class path of the benchmark.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StartUpBenchmark {
    @Benchmark
    public int bareWork() throws IOException, InterruptedException {
        return run(OneMap.class);
    }

    @Benchmark
    public int firstRanking() throws IOException, InterruptedException {
        return run(FirstRanking.class, "docs/examples/qs-medicine-2026.csv");
    }

    private static int run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(main.getSimpleName() + " ended with " + code);
        }
        return code;
    }

    /** Prints one map. */
    public static final class OneMap {
        public static void main(String[] arguments) {
            System.out.println(ImmutableMap.of("a", 1, "b", 2));
        }
    }

    /** Prints the first three schools of a file. */
    public static final class FirstRanking {
        public static void main(String[] arguments) throws IOException {
            Methodology medicine = Qs.medicine(2026);
            IndicatorTable table = Csv.parseTable(Files.readString(Path.of(arguments[0])), medicine.indicators());
            for (RankedSchool school : medicine.rank(table).schools().subList(0, 3)) {
                System.out.println(school);
            }
        }
    }
}
