package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** Runs every piece of code that README, docs and Javadoc show, and compares what comes out with what they say. */
class DocumentationTest {
    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("docs");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path EXAMPLES = Path.of("docs/examples");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)#([^`]+)`");

    /** The blocks of a document are one session, in the order in which they are read. */
    @TestFactory
    Stream<DynamicNode> markdown() {
        List<Path> files = files(DOCS, ".md");
        if (Files.exists(README)) {
            files.add(0, README);
        }
        return files.stream()
                .map(file -> document(
                        file,
                        CodeBlock.ofMarkdown(file.toString(), read(file)).stream()
                                .filter(DocumentationTest::runs)
                                .toList(),
                        DocumentShell.JSHELL_IMPORTS))
                .flatMap(Optional::stream);
    }

    /** Javadoc is read beside the code, so it may leave out the imports of medrank. */
    @TestFactory
    Stream<DynamicNode> javadoc() {
        ImmutableList<String> imports = ImmutableList.<String>builder()
                .addAll(DocumentShell.JSHELL_IMPORTS)
                .addAll(packages())
                .build();
        return files(SOURCES, ".java").stream()
                .map(file -> document(file, CodeBlock.ofJavadoc(file.toString(), read(file)), imports))
                .flatMap(Optional::stream);
    }

    /** What an example prints is kept beside it, and shown in README behind the command that runs it. */
    @TestFactory
    Stream<DynamicNode> examples() {
        return files(EXAMPLES, ".jsh").stream()
                .filter(file -> !file.endsWith("imports.jsh")) // opened by all the others
                .map(file -> DynamicTest.dynamicTest(file.toString(), file.toUri(), () -> {
                    ImmutableList<String> printed;
                    try (DocumentShell shell = new DocumentShell(DocumentShell.JSHELL_IMPORTS)) {
                        printed = shell.script(file.toString(), read(file));
                    }
                    String name = file.getFileName().toString().replaceFirst("\\.jsh$", "");
                    Path expected = file.resolveSibling(name + ".out");
                    if (Files.exists(expected)) {
                        DocumentShell.compare(
                                expected.toString(), read(expected).lines().toList(), printed);
                    }
                    for (CodeBlock shown : shownRuns("-P" + name)) {
                        DocumentShell.compare(shown.where(), shown.output(), printed);
                    }
                }));
    }

    // -------------------------------------------------------------------------------------- the runner finds faults

    /** A fence that is written in a way the reader of documents misses would be a piece of code that nobody runs. */
    @Test
    void noFenceIsOverlooked() {
        List<Path> files = files(DOCS, ".md");
        if (Files.exists(README)) {
            files.add(README);
        }
        for (Path file : files) {
            long fences = read(file)
                    .lines()
                    .filter(line -> line.strip().matches("(```+|~~~+)\\s*(java|jshell|Java|JShell)\\b.*"))
                    .count();
            assertThat(CodeBlock.ofMarkdown(file.toString(), read(file)).stream()
                            .filter(DocumentationTest::runs))
                    .as("code in %s", file)
                    .hasSize((int) fences);
            assertThat(read(file)).as("output left empty in %s", file).doesNotContain("```text\n```");
        }
    }

    /** A document that says which test shows a thing must name one that is there. */
    @Test
    void everyTestThatADocumentNamesExists() {
        for (Path file : files(DOCS, ".md")) {
            assertThat(unknownTests(read(file))).as("tests named in %s", file).isEmpty();
        }
        assertThat(unknownTests("`LawsTest#draws_follow_the_tie_rule`, `DocumentationTest#javadoc`"))
                .isEmpty();
        assertThat(unknownTests("`LawsTest#law_1`, `LawTest#law_1` and `LawsTest#seeds`, `RankedListTest#two schools`"))
                .containsExactly("LawsTest#law_1", "LawTest#law_1", "LawsTest#seeds", "RankedListTest#two schools");
    }

    private static List<String> unknownTests(String text) {
        return NAMED_TEST
                .matcher(text)
                .results()
                .filter(each -> !isTest(each.group(1), each.group(2)))
                .map(each -> each.group(1) + "#" + each.group(2))
                .toList();
    }

    private static boolean isTest(String simpleName, String method) {
        return files(TESTS, "/" + simpleName + ".java").stream()
                .map(file -> TESTS.relativize(file).toString().replace('/', '.').replaceFirst("\\.java$", ""))
                .anyMatch(name -> {
                    try {
                        return hasTest(Class.forName(name), method);
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(name, e);
                    }
                });
    }

    private static boolean hasTest(Class<?> type, String method) {
        return Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(each -> each.getName().equals(method)
                                && (each.isAnnotationPresent(Test.class)
                                        || each.isAnnotationPresent(ParameterizedTest.class)
                                        || each.isAnnotationPresent(TestFactory.class)))
                || Arrays.stream(type.getDeclaredClasses()).anyMatch(nested -> hasTest(nested, method));
    }

    @Test
    void acceptsWhatIsTrue() {
        assertThatCode(() -> runMarkdown("""
                        ```jshell
                        var a = 20 + 1
                        a * 2        // ==> 42
                        "a\\tb"      // ==> "a\\tb"
                        "plain"      // ==> plain
                        List.of(a)
                        ```

                        ```text
                        [21]
                        ```

                        and, in the same session,

                        ```java
                        int b = Stream.of(a)
                                .mapToInt(x -> x)
                                .sum();
                        if (b == 0) {
                            System.out.println("none");
                        }
                        else {
                            System.out.println("some\\n"
                                    + b);
                        }
                        Integer.parseInt("x"); // ==> throws NumberFormatException: For input string: "x"
                        ```
                        ```text
                        some
                        21
                        ```

                        ```java
                        import java.util.List;

                        public class Program {
                            public static void main(String[] args) {
                                System.out.println(List.of(1, 2));
                            }
                        }
                        ```
                        ```text
                        [1, 2]
                        ```
                        """)).doesNotThrowAnyException();
    }

    @Test
    void refusesAWrongValue() {
        assertRefused("```jshell\nvar a = 1;\na // ==> 2\n```\n", "doc.md:3: shown ==> 2\nreal  ==> 1");
    }

    @Test
    void refusesAWrongOutput() {
        assertRefused(
                "```java\nSystem.out.println(1);\n```\n```text\n2\n```\n", "doc.md:2: shown and real output differ");
        assertRefused("```java\nint a = 1;\n```\n```text\n2\n```\n", "doc.md:2: shown and real output differ");
        assertRefused("```java\nint a;;\n```\n```text\n2\n```\n", "doc.md:2: shown and real output differ");
    }

    @Test
    void refusesCodeThatDoesNotRun() {
        assertRefused("x\n\n```jshell\nint a = 1;\n\nint b = \"x\";\n```\n", "doc.md:6: incompatible types");
        assertRefused(
                "```jshell\nthrow new IllegalStateException(\"boo\");\n```\n", "doc.md:2: IllegalStateException: boo");
        assertRefused("```jshell\nint a = 1; List.of().get(0); a // ==> 1\n```\n", "doc.md:2: ArrayIndexOutOfBounds");
        assertRefused("```jshell\nint f() { return g(); }\n```\n", "doc.md:2: not defined in doc.md:2: method g()");
        assertRefused("```jshell\nint f() {\n```\n", "doc.md:2: reached end of file");
        assertRefused("```jshell\nString s = \"a\n```\n", "doc.md:2: unclosed string literal");
        assertRefused("```jshell\n1 // ==> throws RuntimeException\n```\n", "doc.md:2: nothing was thrown: 1");
        assertRefused("```jshell\n/set feedback silent\n```\n", "doc.md:2: commands of jshell are not run here");
        assertRefused("```jshell\nint f() { // ==> 1\n```\n", "doc.md:2: ");
        assertRefused("```jshell\nStream.of(1)\n.toList();\n```\n", "doc.md:3: illegal start of expression");
        assertRefused("```jshell\n1\n", "doc.md:1: a fence without an end");
        assertRefused(
                "```java\nclass A {\n    public static void main(String[] a) {\n        List.of();\n    }\n}\n```\n",
                "doc.md:2: not defined in doc.md:2: variable List");
    }

    @Test
    void findsTheCodeInJavadoc() {
        List<CodeBlock> blocks = CodeBlock.ofJavadoc("A.java", """
                /**
                 * Text.
                 *
                 * <pre>{@code
                 * Map<String, int[]> a = Map.of("x", new int[] {1});
                 * a.size(); // ==> 1
                 * }</pre>
                 */
                class A {
                    // <pre>{@code no }</pre>
                    /** <pre>{@code int b = 2;}</pre> */
                    int b;
                }
                """);
        assertThat(blocks).extracting(CodeBlock::where).containsExactly("A.java:4", "A.java:11");
        try (DocumentShell shell = new DocumentShell(DocumentShell.JSHELL_IMPORTS)) {
            blocks.forEach(shell::check);
        }
    }

    @Test
    void refusesAScriptThatWouldWait() {
        try (DocumentShell shell = new DocumentShell(List.of())) {
            assertThat(shell.script("a.jsh", "System.out.println(1)\n/exit\nnonsense"))
                    .containsExactly("1");
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> shell.script("a.jsh", "int a = 1;\n"))
                    .withMessage("a.jsh:1: a script ends with /exit");
        }
    }

    private static void assertRefused(String markdown, String message) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> runMarkdown(markdown))
                .withMessageStartingWith(message);
    }

    private static void runMarkdown(String markdown) {
        try (Session session = new Session(DocumentShell.JSHELL_IMPORTS)) {
            CodeBlock.ofMarkdown("doc.md", markdown).forEach(session::check);
        }
    }

    // ----------------------------------------------------------------------------------------------------- plumbing

    private static boolean runs(CodeBlock block) {
        return block.language().equals("java") || block.language().equals("jshell");
    }

    private static Optional<DynamicNode> document(Path file, List<CodeBlock> blocks, List<String> imports) {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        Session session = new Session(imports);
        CodeBlock last = blocks.get(blocks.size() - 1);
        return Optional.of(DynamicContainer.dynamicContainer(
                file.toString(),
                blocks.stream()
                        .map(block -> DynamicTest.dynamicTest(block.where(), file.toUri(), () -> {
                            try {
                                session.check(block);
                            } finally {
                                if (block.equals(last)) {
                                    session.close();
                                }
                            }
                        }))));
    }

    /** A document's shell, started when its first block runs; a whole program in it gets one of its own. */
    private static final class Session implements AutoCloseable {
        private final List<String> imports;
        private Optional<DocumentShell> shell = Optional.empty();

        Session(List<String> imports) {
            this.imports = imports;
        }

        void check(CodeBlock block) {
            if (block.isProgram()) {
                try (DocumentShell own = new DocumentShell(List.of())) {
                    own.check(block);
                }
            } else {
                if (shell.isEmpty()) {
                    shell = Optional.of(new DocumentShell(imports));
                }
                shell.get().check(block);
            }
        }

        @Override
        public void close() {
            shell.ifPresent(DocumentShell::close);
        }
    }

    /** The output README shows behind a command. */
    private static List<CodeBlock> shownRuns(String option) {
        if (!Files.exists(README)) {
            return List.of();
        }
        return CodeBlock.ofMarkdown(README.toString(), read(README)).stream()
                .filter(block ->
                        block.language().equals("sh") && !block.output().isEmpty())
                .filter(block -> block.code().stream().anyMatch(line -> line.contains(option)))
                .toList();
    }

    private static Set<String> packages() {
        return files(SOURCES, ".java").stream()
                .filter(file -> !file.getFileName().toString().contains("-info"))
                .map(file -> SOURCES.relativize(file.getParent())
                                .toString()
                                .replace(file.getFileSystem().getSeparator(), ".")
                        + ".*")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path root, String ending) {
        if (!Files.isDirectory(root)) {
            return new ArrayList<>();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
