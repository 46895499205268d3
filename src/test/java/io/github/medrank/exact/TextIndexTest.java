package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An index of texts is a list that is searched, however their hash codes are. */
class TextIndexTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Of the same hash code are all texts of as many of these. */
    private static final List<String> ALIKE = List.of("Aa", "BB");

    private static String text(SplittableRandom random, boolean alike) {
        if (!alike) {
            return "U" + random.nextInt(3000);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            text.append(ALIKE.get(random.nextInt(2)));
        }
        return text.toString();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_text_is_found_and_no_other(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = random.nextInt(seed % 2 == 0 ? 20 : 600);
        boolean alike = random.nextInt(3) == 0;
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String text = text(random, alike);
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
        TextIndex index = new TextIndex(texts.size(), texts::get);
        assertThat(index.duplicate()).isEqualTo(-1);
        assertThat(texts).allSatisfy(text -> assertThat(index.indexOf(text)).isEqualTo(texts.indexOf(text)));
        for (int i = 0; i < 50; i++) {
            String text = text(random, i % 2 == 0);
            assertThat(index.indexOf(text)).isEqualTo(texts.indexOf(text));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_first_text_that_comes_twice_is_told(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> texts = IntStream.range(0, 400)
                .mapToObj(i -> text(random, seed % 2 == 0))
                .toList();
        int expected = IntStream.range(0, 400)
                .filter(i -> texts.indexOf(texts.get(i)) < i)
                .findFirst()
                .orElse(-1);
        assertThat(new TextIndex(400, texts::get).duplicate()).isEqualTo(expected);
    }

    @Test
    void hash_codes_made_alike_cost_no_square_of_time() {
        List<String> texts = IntStream.range(0, 1 << 16)
                .mapToObj(i -> IntStream.range(0, 16)
                        .mapToObj(bit -> ALIKE.get(i >> bit & 1))
                        .reduce("", String::concat))
                .toList();
        TextIndex index = new TextIndex(texts.size(), texts::get);
        assertThat(index.duplicate()).isEqualTo(-1);
        assertThat(index.indexOf(texts.get(65_000))).isEqualTo(65_000);
    }
}
