package io.github.medrank;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of code in a document, and what the document says comes out of it.
 *
 * @param file the document
 * @param line the line, counted from 1, on which the code begins
 * @param language what stands behind the fence, {@code java} for Javadoc
 * @param code the lines of code
 * @param output the lines of the {@code text} block that follows immediately, or none
 */
record CodeBlock(String file, int line, String language, ImmutableList<String> code, ImmutableList<String> output) {
    private static final Pattern FENCE = Pattern.compile(" {0,3}```+\\s*([\\w-]*).*");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*.*?\\*/", Pattern.DOTALL);
    private static final String JAVADOC_CODE = "<pre>{@code";

    String where() {
        return file + ":" + line;
    }

    /** Whether it is a whole program, which has no imports but its own, and not a piece of a session. */
    boolean isProgram() {
        return language.equals("java") && code.stream().anyMatch(text -> text.contains("static void main("));
    }

    /** All fenced blocks of a Markdown document, whatever their language. */
    static List<CodeBlock> ofMarkdown(String file, String markdown) {
        List<CodeBlock> blocks = new ArrayList<>();
        List<String> lines = markdown.lines().toList();
        boolean adjacent = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int start = i + 1;
                int end = start;
                while (end < lines.size() && !lines.get(end).strip().equals("```")) {
                    end++;
                }
                if (end == lines.size()) {
                    throw new AssertionError(file + ":" + start + ": a fence without an end");
                }
                ImmutableList<String> content = ImmutableList.copyOf(lines.subList(start, end));
                if (fence.group(1).equals("text") && adjacent) {
                    CodeBlock last = blocks.remove(blocks.size() - 1);
                    blocks.add(new CodeBlock(file, last.line, last.language, last.code, content));
                    adjacent = false;
                } else {
                    blocks.add(new CodeBlock(file, start + 1, fence.group(1), content, ImmutableList.of()));
                    adjacent = true;
                }
                i = end;
            } else if (!lines.get(i).isBlank()) {
                adjacent = false;
            }
        }
        return blocks;
    }

    /** All {@code pre} blocks of literal code in the Javadoc of a source file. */
    static List<CodeBlock> ofJavadoc(String file, String source) {
        List<CodeBlock> blocks = new ArrayList<>();
        Matcher comment = JAVADOC.matcher(source);
        while (comment.find()) {
            int from = source.indexOf(JAVADOC_CODE, comment.start());
            while (from >= 0 && from < comment.end()) {
                int start = from + JAVADOC_CODE.length();
                int end = closingBrace(source, start);
                int line = 1
                        + (int) source.substring(0, start)
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                // The line of the opening itself holds no code as a rule; an empty first line keeps the count.
                ImmutableList<String> code = source.substring(start, end)
                        .lines()
                        .map(text -> text.replaceFirst("^\\s*\\* ?", ""))
                        .collect(ImmutableList.toImmutableList());
                blocks.add(new CodeBlock(file, line, "java", code, ImmutableList.of()));
                from = source.indexOf(JAVADOC_CODE, end);
            }
        }
        return blocks;
    }

    private static int closingBrace(String source, int start) {
        int depth = 1;
        for (int i = start; i < source.length(); i++) {
            if (source.charAt(i) == '{') {
                depth++;
            } else if (source.charAt(i) == '}' && --depth == 0) {
                return i;
            }
        }
        throw new AssertionError("Javadoc code without its closing brace");
    }
}
