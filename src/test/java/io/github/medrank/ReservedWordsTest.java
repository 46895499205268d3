package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No public name needs backquotes in Kotlin. */
class ReservedWordsTest {
    /** The hard keywords of Kotlin 2. */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "class",
            "continue",
            "do",
            "else",
            "false",
            "for",
            "fun",
            "if",
            "in",
            "interface",
            "is",
            "null",
            "object",
            "package",
            "return",
            "super",
            "this",
            "throw",
            "true",
            "try",
            "typealias",
            "typeof",
            "val",
            "var",
            "when",
            "while");

    @Test
    void no_public_name_is_a_reserved_word_of_kotlin() {
        assertThat(new ClassFileImporter()
                                .withImportOption(location -> !location.contains("/test-classes/"))
                                .importPackages("io.github.medrank")
                                .stream()
                                .flatMap(type -> type.getMembers().stream())
                                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(member -> RESERVED.contains(member.getName()))
                                .map(JavaMember::getFullName))
                .isEmpty();
    }
}
