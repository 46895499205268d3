package io.github.medrank.text;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.medrank.Indicator;
import io.github.medrank.School;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A text of schools and ten indicators, beside FastCSV with {@code Double.parseDouble} for each cell and
 * {@code School.of} for each row.
 *
 * <p>{@code mvn -o -q -Pjmh -Djmh.args="CsvReadBenchmark -f 1 -wi 5 -i 10 -w 1 -r 1"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CsvReadBenchmark {
    private static final int COLUMNS = 10;

    private final List<Indicator> indicators = IntStream.range(0, COLUMNS)
            .mapToObj(i -> Indicator.of("indicator-" + i))
            .toList();

    @Param({"12500", "25000", "50000", "100000"})
    private int rows;

    private String text = "";

    /** One-decimal values, as publishers print them. */
    @Setup
    public void write() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder csv = new StringBuilder(
                indicators.stream().map(Indicator::id).collect(Collectors.joining(",", "school,", "\n")));
        for (int row = 0; row < rows; row++) {
            csv.append("University of Number ").append(row);
            for (int i = 0; i < COLUMNS; i++) {
                csv.append(',').append(random.nextInt(1_001) / 10.0);
            }
            csv.append('\n');
        }
        text = csv.toString();
    }

    /** The bare work. */
    @Benchmark
    public double bare() {
        double sum = 0;
        boolean headers = true;
        for (CsvRecord line : CsvReader.builder().ofCsvRecord(text)) {
            if (headers) {
                headers = false;
                continue;
            }
            sum += School.of(line.getField(0)).id().length();
            for (int i = 1; i <= COLUMNS; i++) {
                sum += Double.parseDouble(line.getField(i));
            }
        }
        return sum;
    }

    /** The same as a file as it was downloaded. */
    @Benchmark
    public CsvFile read() {
        return Csv.read(text, indicators);
    }

    /** The same in the strict form. */
    @Benchmark
    public Object parseTable() {
        return Csv.parseTable(text, indicators);
    }
}
