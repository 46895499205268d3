package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of a school, how schools are ordered, and how their names are compared. */
class SchoolTest {
    private static final School KI = School.of("ki", "Karolinska Institutet");

    @Test
    void several_aliases_follow_those_there_are() {
        School school = KI.withCountry("SE").withAlias("KI").withAliases(List.of("Karolinska", "Karolinska Institute"));

        assertThat(school.aliases()).containsExactly("KI", "Karolinska", "Karolinska Institute");
        assertThat(school.country()).contains("SE");
        assertThat(school.id()).isEqualTo("ki");
        assertThat(school.name()).isEqualTo("Karolinska Institutet");
        assertThat(KI.aliases()).isEmpty();
    }

    @Test
    void several_attributes_are_added_or_replace_others_in_place() {
        School school = KI.withAlias("KI")
                .withCountry("SE")
                .withAttribute("size", "L")
                .withAttributes(ImmutableMap.of("founded", "1810", "size", "XL"));

        assertThat(school.attributes()).containsExactly(Map.entry("size", "XL"), Map.entry("founded", "1810"));
        assertThat(school.aliases()).containsExactly("KI");
        assertThat(school.country()).contains("SE");
        assertThat(KI.attributes()).isEmpty();
    }

    @Test
    void blank_aliases_and_attributes_are_refused() {
        String alias = "alias is blank; it needs at least one visible character";
        assertThatIllegalArgumentException().isThrownBy(() -> KI.withAlias(" ")).withMessage(alias);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KI.withAliases(List.of("KI", "\t")))
                .withMessage(alias);
        String key = "attribute key is blank; it needs at least one visible character";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KI.withAttribute("", "x"))
                .withMessage(key);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KI.withAttributes(Map.of(" ", "x")))
                .withMessage(key);
        assertThatNullPointerException()
                .isThrownBy(() -> KI.withAttribute("size", null))
                .withMessage("attribute value");
    }

    @Test
    void the_natural_order_is_that_of_the_ids() {
        School a = School.of("a", "Zurich");
        School b = School.of("b", "Aachen");
        assertThat(a).isLessThan(b).isEqualByComparingTo(School.of("a", "Lund"));
        assertThat(b).isGreaterThan(a);
        assertThat(Stream.of(b, KI, a).sorted()).containsExactly(a, b, KI);
    }

    @ParameterizedTest
    @CsvSource({
        "Universität ZÜRICH, universitat zurich",
        "Žilina, zilina",
        "Ｏｘｆｏｒｄ, oxford",
        "İstanbul Üniversitesi, istanbul universitesi",
        "香港大學, 香港大學"
    })
    void names_are_folded_to_be_listed_and_searched(String name, String folded) {
        assertThat(School.of(name).folded()).isEqualTo(folded);
    }
}
