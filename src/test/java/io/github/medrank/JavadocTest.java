package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every public member has a comment that begins with a sentence; doclint checks what the comments say. */
class JavadocTest {
    private static final Path SOURCES = Path.of("src/main/java");

    private static final int COLUMNS = 120;

    /** A first word such as "Returns". */
    private static final Pattern VERB = Pattern.compile("[A-Z][a-z]+s");

    /** Plural nouns that end as verbs do. */
    private static final ImmutableSet<String> NOUNS = ImmutableSet.of(
            "Always",
            "Bands",
            "Columns",
            "Figures",
            "Indicators",
            "Less",
            "Means",
            "Papers",
            "Positions",
            "Replicates",
            "Results",
            "Rows",
            "Schools",
            "Scores",
            "Shares",
            "Sums",
            "This",
            "Values",
            "Weights");

    /** Mannered words that plain English has better ones for, in comments, messages and pages. */
    private static final ImmutableList<Pattern> MANNERED = Stream.of(
                    "plays? no part",
                    "nobody",
                    "everybody",
                    "anybody",
                    "somebody",
                    "whoever",
                    "whatever",
                    "so many",
                    "makes? nothing of",
                    "thereby")
            .map(words -> Pattern.compile("\\b" + words + "\\b", Pattern.CASE_INSENSITIVE))
            .collect(ImmutableList.toImmutableList());

    @Test
    void no_comment_is_wider_than_a_screen() throws IOException {
        assertThat(lines(SOURCES, ".java")
                        .filter(line -> line.text().length() > COLUMNS)
                        .filter(line -> line.text().strip().matches("(\\*|/\\*|//).*")))
                .isEmpty();
    }

    @Test
    void no_mannered_word_comes_back() throws IOException {
        Stream<Line> pages = Stream.of(
                        lines(Path.of("README.md"), ".md"),
                        lines(Path.of("docs"), ".md"),
                        lines(Path.of("docs"), ".jsh"))
                .flatMap(each -> each);
        assertThat(Stream.concat(lines(SOURCES, ".java"), pages)
                        .filter(line -> MANNERED.stream()
                                .anyMatch(each -> each.matcher(line.text()).find())))
                .isEmpty();
    }

    private static Stream<Line> lines(Path directory, String ending) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (var walk = Files.walk(directory)) {
            for (Path file : walk.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                int number = 0;
                for (String text : Files.readAllLines(file)) {
                    number++;
                    lines.add(new Line(file + ":" + number, text));
                }
            }
        }
        return lines.stream();
    }

    private record Line(String place, String text) {}

    @Test
    void every_public_member_is_documented() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> silent = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                var walk = Files.walk(SOURCES)) {
            List<Path> sources = walk.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.getParent().endsWith("exact")) // not exported
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new Silent(docs, unit, silent).scan(unit, true);
            }
        }
        assertThat(silent).isEmpty();
    }

    /** Collects public members without a comment that begins with a sentence of their own; the second argument says whether everything around is public. */
    private static final class Silent extends TreePathScanner<@Nullable Void, Boolean> {
        private final DocTrees docs;
        private final CompilationUnitTree unit;
        private final List<String> found;
        private boolean inInterface;
        private Set<String> sentences = new HashSet<>();

        Silent(DocTrees docs, CompilationUnitTree unit, List<String> found) {
            this.docs = docs;
            this.unit = unit;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, Boolean publicAround) {
            boolean open = publicAround && isPublic(type.getModifiers());
            check(open, type.getModifiers(), type.getSimpleName().toString());
            boolean outer = inInterface;
            Set<String> around = sentences;
            inInterface = type.getKind() == Tree.Kind.INTERFACE;
            sentences = new HashSet<>();
            super.visitClass(type, open);
            inInterface = outer;
            sentences = around;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, Boolean publicAround) {
            boolean open = publicAround && isPublic(method.getModifiers());
            check(open, method.getModifiers(), method.getName().toString());
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (open && comment != null && !comment.getFirstSentence().isEmpty()) {
                checkSentence(comment, method.getName().toString());
            }
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree field, Boolean publicAround) {
            boolean open = field.getModifiers().getFlags().contains(Modifier.PUBLIC);
            check(publicAround && open, field.getModifiers(), field.getName().toString());
            return null;
        }

        private boolean isPublic(ModifiersTree modifiers) {
            return modifiers.getFlags().contains(Modifier.PUBLIC)
                    || modifiers.getFlags().contains(Modifier.PROTECTED)
                    || (inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE));
        }

        private void checkSentence(DocCommentTree comment, String name) {
            String sentence =
                    comment.getFirstSentence().stream().map(Object::toString).collect(Collectors.joining());
            String first = sentence.split("[\\s,]", 2)[0];
            if (!sentence.contains("{@inheritDoc}")
                    && (!VERB.matcher(first).matches() || NOUNS.contains(first) || !sentences.add(sentence))) {
                add(name + ": " + sentence);
            }
        }

        private void add(String what) {
            long line = unit.getLineMap()
                    .getLineNumber(docs.getSourcePositions()
                            .getStartPosition(unit, getCurrentPath().getLeaf()));
            found.add(SOURCES.toUri().relativize(unit.getSourceFile().toUri()) + ":" + line + " " + what);
        }

        private void check(boolean open, ModifiersTree modifiers, String name) {
            boolean inherits = modifiers.getAnnotations().stream()
                    .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (open
                    && !inherits
                    && (comment == null || comment.getFirstSentence().isEmpty())) {
                add(name);
            }
        }
    }
}
