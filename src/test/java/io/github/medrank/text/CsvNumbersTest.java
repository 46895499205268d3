package io.github.medrank.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers with a decimal point are the doubles next to their decimals, however they are read. */
class CsvNumbersTest {
    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_number_is_the_double_next_to_its_decimal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            long digits = random.nextLong(1L << random.nextInt(1, 50));
            String written = BigDecimal.valueOf(digits, random.nextInt(0, 18)).toPlainString();
            String text = random.nextInt(5) == 0 ? "-" + written : written;
            for (CsvNumbers numbers : new CsvNumbers[] {CsvNumbers.STRICT, CsvNumbers.of('.', '\0')}) {
                assertThat(numbers.read(text)).isEqualTo(new BigDecimal(text).doubleValue());
            }
        }
    }

    @Test
    void odd_spellings_of_a_number() {
        assertThat(CsvNumbers.STRICT.read("007.50")).isEqualTo(7.5);
        assertThat(CsvNumbers.STRICT.read("5.")).isEqualTo(5);
        assertThat(CsvNumbers.STRICT.read(".5")).isEqualTo(0.5);
        assertThat(CsvNumbers.STRICT.read("0")).isZero();
        assertThat(CsvNumbers.STRICT.read("000000000000000")).isZero();
        assertThat(CsvNumbers.STRICT.read("1234567890123456")).isEqualTo(1234567890123456.0);
    }
}
