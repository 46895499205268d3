package io.github.medrank;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.TypeDeclSnippet;

/**
 * A JShell session that runs the code of one document, block after block, and holds it to what the document says.
 *
 * <p>{@code // ==> text} behind a statement is compared with its value, a string with or without its quotes;
 * {@code // ==> throws IllegalArgumentException: message} with the exception it ends in (the message may be left out).
 * A {@code text} block right behind a block is compared, line by line, with what the block printed, or with its last
 * value if it printed nothing.
 */
final class DocumentShell implements AutoCloseable {
    /** What the {@code jshell} program imports before the user types anything. */
    static final ImmutableList<String> JSHELL_IMPORTS = ImmutableList.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.prefs.*",
            "java.util.regex.*",
            "java.util.stream.*");

    private static final Pattern EXPECTATION = Pattern.compile("(.*?)\\s*//\\s*==>\\s?(.*)");
    private static final Pattern CONTINUATION = Pattern.compile("\\s*(\\.|else\\b|catch\\b|finally\\b).*");

    private final JShell shell;

    DocumentShell(List<String> imports) {
        // The local engine runs in this JVM: it sees this class path, starts at once, and its output can be caught.
        // Tests are kept from the compiler, so that no document leans on a class its reader does not have.
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions("--class-path", classPath)
                .build();
        for (String name : imports) {
            evaluate("import " + name + ";", "import " + name);
        }
    }

    @Override
    public void close() {
        shell.close();
    }

    /** Runs a block; what it printed, or else its last value, must be what the document shows. */
    void check(CodeBlock block) {
        Output output = run(block);
        if (!block.output().isEmpty()) {
            compare(block.where(), block.output(), output.shown());
        }
    }

    /** Runs a script as {@code jshell} would, up to {@code /exit}, and answers what it printed. */
    ImmutableList<String> script(String file, String text) {
        ImmutableList<String> lines = text.lines().collect(ImmutableList.toImmutableList());
        int exit = 0;
        while (exit < lines.size() && !lines.get(exit).startsWith("/exit")) {
            exit++;
        }
        if (exit == lines.size()) {
            // jshell would go on to wait for input.
            throw new AssertionError(file + ":" + exit + ": a script ends with /exit");
        }
        return run(new CodeBlock(file, 1, "jshell", lines.subList(0, exit), ImmutableList.of()))
                .printed();
    }

    static void compare(String where, List<String> expected, List<String> actual) {
        List<String> want = trimmed(expected);
        List<String> got = trimmed(actual);
        if (!want.equals(got)) {
            int first = 0;
            while (first < Math.min(want.size(), got.size()) && want.get(first).equals(got.get(first))) {
                first++;
            }
            throw new AssertionError(where + ": shown and real output differ from line " + (first + 1) + " on; shown:\n"
                    + String.join("\n", want) + "\nreal:\n" + String.join("\n", got) + "\n");
        }
    }

    private static List<String> trimmed(List<String> lines) {
        List<String> result =
                lines.stream().map(String::stripTrailing).collect(Collectors.toCollection(ArrayList::new));
        while (!result.isEmpty() && result.get(result.size() - 1).isEmpty()) {
            result.remove(result.size() - 1);
        }
        return result;
    }

    /** What a run left behind. */
    private record Output(ImmutableList<String> printed, Optional<String> value) {
        List<String> shown() {
            return printed.isEmpty() ? value.map(v -> v.lines().toList()).orElse(List.of()) : printed;
        }
    }

    /** A statement's outcome: its value as JShell would echo it, or how it ended. */
    private record Outcome(String where, String value, Optional<String> thrown, List<Snippet> snippets) {
        /** The value itself, where JShell shows the literal of a string. */
        String plain() {
            boolean text = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
            return text ? value.substring(1, value.length() - 1).translateEscapes() : value;
        }

        void mustBe(String expected) {
            if (expected.startsWith("throws ")) {
                String exception = expected.substring("throws ".length());
                String real = thrown.orElseThrow(() -> new AssertionError(where + ": nothing was thrown: " + value));
                if (!real.equals(exception) && !real.startsWith(exception + ": ")) {
                    throw new AssertionError(where + ": shown throws " + exception + "\nreal  throws " + real);
                }
            } else {
                mustNotThrow();
                if (!expected.equals(value) && !expected.equals(plain())) {
                    throw new AssertionError(where + ": shown ==> " + expected + "\nreal  ==> " + plain());
                }
            }
        }

        void mustNotThrow() {
            thrown.ifPresent(exception -> {
                throw new AssertionError(where + ": " + exception);
            });
        }
    }

    private Output run(CodeBlock block) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        List<Outcome> outcomes = new ArrayList<>();
        try (PrintStream catching = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(catching);
            statements(block, outcomes);
            mustHaveNothingOpen(block, outcomes);
            if (block.isProgram()) {
                runMain(block, outcomes);
            }
        } finally {
            System.setOut(before);
        }
        return new Output(
                printed.toString(StandardCharsets.UTF_8).lines().collect(ImmutableList.toImmutableList()),
                outcomes.isEmpty()
                        ? Optional.empty()
                        : Optional.of(outcomes.get(outcomes.size() - 1).plain()));
    }

    /**
     * Feeds line by line: given more, JShell's analysis takes two lines for one expression if the first has no semicolon.
     */
    private void statements(CodeBlock block, List<Outcome> outcomes) {
        String pending = "";
        String where = block.where();
        List<String> lines = block.code();
        for (int i = 0; i < lines.size(); i++) {
            if (pending.isBlank()) {
                pending = "";
                where = block.file() + ":" + (block.line() + i);
            }
            Matcher marked = EXPECTATION.matcher(lines.get(i));
            boolean expects = marked.matches();
            String line = expects ? marked.group(1) : lines.get(i);
            if (line.startsWith("/open ") && pending.lines().allMatch(each -> each.startsWith("//"))) {
                pending = "";
                open(line.substring("/open ".length()), outcomes);
                continue;
            }
            if (line.startsWith("/") && pending.isEmpty() && !line.startsWith("//") && !line.startsWith("/*")) {
                throw new AssertionError(where + ": commands of jshell are not run here: " + line);
            }
            if (line.startsWith("package ") && block.isProgram()) {
                continue;
            }
            pending = pending.isEmpty() ? line : pending + "\n" + line;
            boolean last = i == lines.size() - 1;
            boolean goesOn = block.language().equals("java")
                    && !last
                    && CONTINUATION.matcher(lines.get(i + 1)).matches();
            int done = outcomes.size();
            while (!pending.isBlank() && !goesOn) {
                CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
                // At the prompt a line without its semicolon is done; in Java it is not, unless nothing more can come.
                boolean wantsMore = !info.completeness().isComplete()
                        || (info.completeness() == Completeness.COMPLETE_WITH_SEMI
                                && block.language().equals("java")
                                && !last
                                && !expects);
                if (info.completeness() == Completeness.EMPTY || (wantsMore && !last)) {
                    break;
                }
                String source = wantsMore ? pending : info.source();
                pending = wantsMore ? "" : info.remaining();
                settle(outcomes, done);
                outcomes.add(evaluate(source, where));
            }
            if (expects) {
                if (done == outcomes.size()) {
                    throw new AssertionError(
                            block.file() + ":" + (block.line() + i) + ": an expectation in the middle of a statement");
                }
                outcomes.get(outcomes.size() - 1).mustBe(marked.group(2).stripTrailing());
            } else {
                settle(outcomes, done);
            }
        }
    }

    /** Runs a file as {@code /open} does; a block that is a program has no such command. */
    private void open(String file, List<Outcome> outcomes) {
        try {
            ImmutableList<String> lines =
                    Files.readString(Path.of(file)).lines().collect(ImmutableList.toImmutableList());
            statements(new CodeBlock(file, 1, "jshell", lines, ImmutableList.of()), outcomes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of several statements on a line only the last may still throw as announced. */
    private static void settle(List<Outcome> outcomes, int from) {
        for (Outcome outcome : outcomes.subList(from, outcomes.size())) {
            outcome.mustNotThrow();
        }
    }

    private void runMain(CodeBlock block, List<Outcome> outcomes) {
        String name = outcomes.stream()
                .flatMap(outcome -> outcome.snippets().stream())
                .filter(s -> s instanceof TypeDeclSnippet && s.source().contains("static void main("))
                .map(s -> ((TypeDeclSnippet) s).name())
                .findFirst()
                .orElseThrow(() -> new AssertionError(block.where() + ": main stands in no class"));
        evaluate(name + ".main(new String[0]);", block.where()).mustNotThrow();
    }

    /** JShell lets code mention what is yet to come; at the end of the block it must have come. */
    private void mustHaveNothingOpen(CodeBlock block, List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            for (Snippet snippet : outcome.snippets()) {
                Snippet.Status status = shell.status(snippet);
                if (status == Snippet.Status.RECOVERABLE_DEFINED || status == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                    String missing = shell.unresolvedDependencies((DeclarationSnippet) snippet)
                            .collect(Collectors.joining(", "));
                    throw new AssertionError(outcome.where() + ": not defined in " + block.where() + ": " + missing);
                }
            }
        }
    }

    private Outcome evaluate(String source, String where) {
        String value = "";
        Optional<String> thrown = Optional.empty();
        List<Snippet> snippets = new ArrayList<>();
        for (SnippetEvent event : shell.eval(source)) {
            if (event.causeSnippet() != null) {
                continue;
            }
            snippets.add(event.snippet());
            if (event.status() == Snippet.Status.REJECTED) {
                String errors = shell.diagnostics(event.snippet())
                        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                        .collect(Collectors.joining("\n"));
                throw new AssertionError(where + ": " + errors + "\n" + source.strip());
            }
            if (event.exception() != null) {
                thrown = Optional.of(describe(event.exception()));
            }
            value = event.value() == null ? "" : event.value();
        }
        return new Outcome(where, value, thrown, snippets);
    }

    private static String describe(JShellException exception) {
        String type = exception instanceof EvalException thrown
                ? thrown.getExceptionClassName()
                : exception.getClass().getName();
        return Stream.of(type.substring(type.lastIndexOf('.') + 1), exception.getMessage())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(": "));
    }
}
