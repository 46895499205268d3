package io.github.medrank;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * As many names against as many that are spelled a little differently: a third alike, a third with other accents, "The"
 * or an abbreviation, a third in one list only. Ids differ, so that all steps are taken.
 *
 * <p>Run with {@code mvn -o -q -Pjmh -Djmh.args="SchoolMatchingBenchmark"}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SchoolMatchingBenchmark {
    @Param({"3000", "30000"})
    private int schools;

    private List<School> these;
    private List<School> those;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(6);
        these = new ArrayList<>();
        those = new ArrayList<>();
        for (int i = 0; i < schools; i++) {
            String name = "Université of " + word(random) + " " + word(random) + ", Arts & Sciences";
            these.add(School.of("a" + i, name));
            those.add(School.of(
                    "b" + i,
                    switch (i % 6) {
                        case 0, 1 -> name;
                        case 2 -> name.replace('é', 'e');
                        case 3 -> "The " + name + " (UAS)";
                        default -> "University " + word(random) + " " + word(random);
                    }));
        }
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }

    @Benchmark
    public SchoolMatching matching() {
        return SchoolMatching.of(these, those);
    }
}
