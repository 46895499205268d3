package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every public member has a comment that begins with a sentence; doclint checks what the comments say. */
class JavadocTest {
    private static final Path SOURCES = Path.of("src/main/java");

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

    /** Collects public members without a comment; the second argument says whether everything around is public. */
    private static final class Silent extends TreePathScanner<@Nullable Void, Boolean> {
        private final DocTrees docs;
        private final CompilationUnitTree unit;
        private final List<String> found;
        private boolean inInterface;

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
            inInterface = type.getKind() == Tree.Kind.INTERFACE;
            super.visitClass(type, open);
            inInterface = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, Boolean publicAround) {
            check(
                    publicAround && isPublic(method.getModifiers()),
                    method.getModifiers(),
                    method.getName().toString());
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

        private void check(boolean open, ModifiersTree modifiers, String name) {
            boolean inherits = modifiers.getAnnotations().stream()
                    .anyMatch(each -> each.getAnnotationType().toString().equals("Override"));
            DocCommentTree comment = docs.getDocCommentTree(getCurrentPath());
            if (open
                    && !inherits
                    && (comment == null || comment.getFirstSentence().isEmpty())) {
                long line = unit.getLineMap()
                        .getLineNumber(docs.getSourcePositions()
                                .getStartPosition(unit, getCurrentPath().getLeaf()));
                found.add(SOURCES.toUri().relativize(unit.getSourceFile().toUri()) + ":" + line + " " + name);
            }
        }
    }
}
