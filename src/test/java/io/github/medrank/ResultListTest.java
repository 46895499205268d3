package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultListTest {
    /** Types whose lists are what the value was made of, or what a plug-in answers; all other lists are results. */
    private static final ImmutableSet<String> PARTS = ImmutableSet.of(
            "Ballot",
            "Bands",
            "Indicator",
            "IndicatorTable",
            "Institutions",
            "Methodology",
            "Methods",
            "PairwiseComparisons",
            "Paper",
            "Pillar",
            "Presentation",
            "Profile",
            "Replicates",
            "ResultList",
            "Row",
            "School",
            "SchoolLookup",
            "ScoreRounding",
            "Scores",
            "ScoreTiers",
            "Statement",
            "SurveyRules",
            "TextTable",
            "WeightFactor.Listed",
            "WeightRegion",
            "Weights",
            "WeightSampler",
            "Coherence.indicators",
            "Consensus.rankings",
            "Consensus.schools",
            "RankAcceptability.schools",
            "RankSensitivity.factors");

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void it_is_the_list_of_its_elements(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> plain = random.ints(random.nextInt(200), 0, 9).boxed().collect(Collectors.toList());
        ResultList<Integer> list = ResultList.copyOf(plain);

        assertThat(list).isEqualTo(plain).hasSameHashCodeAs(plain).isEqualTo(ImmutableList.copyOf(plain));
        assertThat(plain).isEqualTo(list);
        assertThat(list.stream().toList()).isEqualTo(plain);
        assertThat(list.asList()).isEqualTo(plain);
        assertThat(ResultList.copyOf(list)).isSameAs(list);
        assertThat(plain.stream().collect(ResultList.toResultList())).isEqualTo(plain);
        List<Integer> walked = new ArrayList<>();
        for (Integer each : list) {
            walked.add(each);
        }
        assertThat(walked).isEqualTo(plain);
        assertThat(list.lines()).isEqualTo(plain.stream().map(String::valueOf).collect(Collectors.joining("\n")));
        plain.add(7);
        assertThat(list).hasSize(plain.size() - 1);
    }

    @Test
    void it_does_not_change_and_holds_no_null() {
        ResultList<String> list = ResultList.copyOf(List.of("b", "a"));

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add("c"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.remove(0));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> Collections.sort(list));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
        assertThatNullPointerException().isThrownBy(() -> ResultList.copyOf(Arrays.asList("a", null)));
        assertThatNullPointerException()
                .isThrownBy(() -> ResultList.copyOf(null))
                .withMessage("elements");
    }

    @Test
    void a_short_text_is_that_of_any_list() {
        assertThat(ResultList.copyOf(List.of())).hasToString("[]");
        assertThat(ResultList.copyOf(List.of("Oxford", "Yale"))).hasToString("[Oxford, Yale]");
        assertThat(ResultList.copyOf(List.of("x".repeat(900)))).hasToString("[" + "x".repeat(900) + "]");
        assertThat(ResultList.copyOf(List.of("x".repeat(39), "y".repeat(37))).toString())
                .hasSize(80)
                .startsWith("[");
    }

    @Test
    void a_longer_text_has_one_line_per_element() {
        assertThat(ResultList.copyOf(List.of("x".repeat(39), "y".repeat(38)))
                        .toString()
                        .lines())
                .hasSize(4)
                .contains("x".repeat(39), "y".repeat(38));
    }

    /** JShell shows a variable whole up to 80 characters, else its first 49, " ... " and its last 26; an expression up to 1,000. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_echo_says_how_many_there_are_and_cuts_no_element(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> elements = IntStream.range(0, 2 + random.nextInt(300))
                .mapToObj(i -> "a".repeat(40 + random.nextInt(100)) + i)
                .toList();
        String text = ResultList.copyOf(elements).toString();
        List<String> lines = text.lines().toList();
        int shown = lines.size() - 2;

        assertThat(text).hasSizeLessThanOrEqualTo(1000);
        assertThat(lines.get(0).strip()).isEqualTo(elements.size() + " in all");
        assertThat(text.substring(49)).startsWith("\n");
        assertThat(lines.subList(1, shown + 1)).isEqualTo(elements.subList(0, shown));
        assertThat(text.substring(text.length() - 26).strip())
                .isEqualTo(
                        shown == elements.size() ? "all shown" : "… " + (elements.size() - shown) + " more: lines()");
        assertThat(text.substring(text.length() - 27)).startsWith("\n");
        assertThat(shown == elements.size()
                        || text.length() + elements.get(shown).length() > 900)
                .as("another would fit")
                .isTrue();
    }

    @Test
    void every_list_of_results_is_one() {
        assertThat(new ClassFileImporter()
                                .withImportOption(location -> !location.contains("test-classes"))
                                .importPackages("io.github.medrank")
                                .stream()
                                .filter(type -> !type.getPackageName().endsWith(".exact"))
                                .filter(ResultListTest::isPublicThroughout)
                                .map(JavaClass::reflect)
                                .flatMap(ResultListTest::guavaLists)
                                .filter(name -> PARTS.stream().noneMatch(part -> (name + ".").startsWith(part + "."))))
                .isEmpty();
    }

    private static boolean isPublicThroughout(JavaClass each) {
        return each.getModifiers().contains(JavaModifier.PUBLIC)
                && each.getEnclosingClass()
                        .map(ResultListTest::isPublicThroughout)
                        .orElse(true);
    }

    private static Stream<String> guavaLists(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getReturnType() == ImmutableList.class)
                .map(method ->
                        type.getCanonicalName().substring(type.getPackageName().length() + 1) + "." + method.getName());
    }

    /** The {@code jshell} program itself, at its own settings. */
    @Test
    void jshell_echoes_one_line_per_element() throws Exception {
        String shown = jshell("""
                import io.github.medrank.*;
                var moves = ResultList.copyOf(Collections.nCopies(60, "Yale: 12 → 10, +2"))
                moves
                ResultList.copyOf(List.of("Oxford", "Yale"))
                /exit
                """);

        String headline = "moves ==> 60 in all: Yale: 12 → 10, +2, …" + " ".repeat(18);
        int rows = (int) shown.lines().filter("Yale: 12 → 10, +2"::equals).count();
        assertThat(rows).isBetween(40, 59);
        String rest = "… " + (60 - rows) + " more: lines()" + " ".repeat(8);
        assertThat(shown)
                .as("a variable")
                .contains(headline + " ... " + rest + "\n")
                .as("an expression")
                .contains(headline + "\nYale: 12 → 10, +2\nYale: 12 → 10, +2\n")
                .contains("Yale: 12 → 10, +2\n" + rest + "\n")
                .as("a short one")
                .contains("==> [Oxford, Yale]\n");
    }

    private static String jshell(String typed) throws Exception {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8)) {
            JavaShellToolBuilder.builder()
                    .in(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), null)
                    .out(out)
                    .err(out)
                    .persistence(new HashMap<>())
                    .start("--execution", "local", "--class-path", System.getProperty("java.class.path"));
        }
        return shown.toString(StandardCharsets.UTF_8);
    }
}
