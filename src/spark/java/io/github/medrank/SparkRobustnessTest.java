package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.published.Qs;
import io.github.medrank.robustness.Piece;
import io.github.medrank.robustness.Robustness;
import io.github.medrank.text.Csv;
import io.github.medrank.weightspace.WeightSamplers;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A robustness run cut into pieces, one a task, is the run of one JVM, to the last bit. */
class SparkRobustnessTest {
    private static final int DRAWS = 20_000;

    private static SparkSession spark;
    private static String csv;

    @BeforeAll
    static void start() throws IOException {
        spark = SparkEvidence.local();
        csv = Files.readString(Path.of("docs/examples/qs-medicine-2026.csv"));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    /** What varies, made anew in each task from text, since text travels. */
    private static Robustness question(String csv) {
        Methodology qs = Qs.medicine(2026);
        return Robustness.of(qs, Csv.parseTable(csv, qs.indicators()))
                .varyingWeights(WeightSamplers.uniform(qs.indicators()))
                .withSeed(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64})
    void pieces_merged_are_the_whole_run(int pieces) {
        String table = csv;
        List<Integer> numbers = IntStream.range(0, pieces).boxed().toList();
        Piece merged = JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(numbers, pieces)
                .map(number -> question(table).piece(number, pieces, DRAWS))
                .reduce(Piece::merge);
        assertThat(question(csv).result(merged)).isEqualTo(question(csv).run(DRAWS));
        assertThat(merged.draws()).isEqualTo(DRAWS);
    }

    /** Spark's local mode is one JVM, in which hash codes of enums and objects happen to agree. */
    @Test
    void a_piece_of_another_JVM_fits(@TempDir Path folder)
            throws IOException, InterruptedException, ClassNotFoundException {
        Path file = folder.resolve("piece");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SparkPiece.class.getName(),
                        "docs/examples/qs-medicine-2026.csv",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(other.waitFor()).isZero();
        Piece theirs;
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            theirs = (Piece) in.readObject();
        }
        Piece ours = question(csv).piece(1, 2, DRAWS);
        assertThat(theirs).isEqualTo(question(csv).piece(0, 2, DRAWS));
        assertThat(question(csv).result(ours.merge(theirs)))
                .isEqualTo(question(csv).run(DRAWS));
    }

    static Piece firstHalf(String csv) {
        return question(csv).piece(0, 2, DRAWS);
    }
}
