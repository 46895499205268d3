package io.github.medrank;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JVM of its own that makes the first half of a robustness run: from a CSV file, to a file. */
final class SparkPiece {
    private SparkPiece() {}

    public static void main(String[] arguments) throws IOException {
        String csv = Files.readString(Path.of(arguments[0]));
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            out.writeObject(SparkRobustnessTest.firstHalf(csv));
        }
    }
}
