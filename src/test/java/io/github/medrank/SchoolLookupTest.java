package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.medrank.SchoolMatching.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchoolLookupTest {
    private static final School MONTREAL =
            School.of("m", "Université de Montréal").withAlias("UdeM");
    private static final School YALE = School.of("y", "Yale University").withAlias("m2");
    private static final School QUEENS = School.of("q", "Queen's University");
    private static final SchoolLookup LOOKUP = SchoolLookup.of(List.of(MONTREAL, YALE, QUEENS));

    @Test
    void a_school_is_found_by_id_name_or_alias_and_by_the_same_text() {
        assertThat(LOOKUP.school("m")).isSameAs(MONTREAL);
        assertThat(LOOKUP.school("Université de Montréal")).isSameAs(MONTREAL);
        assertThat(LOOKUP.school("Université\u00A0de Montréal ")).isSameAs(MONTREAL);
        assertThat(LOOKUP.school("udem")).isSameAs(MONTREAL);
        assertThat(LOOKUP.school("Queen’s university")).isSameAs(QUEENS);
    }

    @Test
    void further_steps_are_taken_when_asked_for() {
        assertThat(LOOKUP.find("universite de montreal")).isEmpty();
        assertThat(LOOKUP.find("universite de montreal", Step.ACCENTS)).containsSame(MONTREAL);
        assertThat(LOOKUP.find("The Yale University (YU)", Step.ACCENTS)).isEmpty();
        assertThat(LOOKUP.find("The Yale University (YU)", Step.WORDS)).containsSame(YALE);
        assertThat(LOOKUP.find("M", Step.ID)).isEmpty();
    }

    @Test
    void a_miss_suggests_and_blanks_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOOKUP.school("Universite de Montreal"))
                .withMessage(
                        "no school \"Universite de Montreal\" among the 3; did you mean \"Université de Montréal\","
                                + " \"Yale University\", \"Queen's University\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOOKUP.school("Zzz"))
                .withMessage("no school \"Zzz\" among the 3; take an id, a name or an alias");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOOKUP.school(" "))
                .withMessage("id or name is blank; it needs at least one visible character");
        assertThatNullPointerException().isThrownBy(() -> LOOKUP.school(null)).withMessage("idOrName");
        assertThat(LOOKUP.nearest("Montreal")).first().isSameAs(MONTREAL);
    }

    @Test
    void an_earlier_step_settles_what_a_later_one_would_leave_open() {
        SchoolLookup twins = SchoolLookup.of(List.of(
                School.of("a", "Trinity"),
                School.of("b", "TRINITY"),
                School.of("c", "Trinity College").withAlias("Trinity")));
        assertThat(twins.school("Trinity").id()).isEqualTo("a");
        assertThat(twins.school("TRINITY").id()).isEqualTo("b");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twins.school("trinity"))
                .withMessage("\"trinity\" is the name of several schools; use an id: [a, b]");
    }

    @Test
    void white_space_of_names_is_normalised_at_the_door() {
        School school = School.of("\u00A0The \u2003Old\r\nSchool\u0085").withAlias("Old\u00A0\u00A0One");
        assertThat(school.name()).isEqualTo("The Old School");
        assertThat(school.aliases()).containsExactly("Old One");
        assertThat(school.id()).isEqualTo("the-old-school");
        assertThat(school.isNamed("Old One ")).isTrue();
        assertThat(School.of("\uFFFDcole").name()).isEqualTo("\uFFFDcole");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> School.of("\u00A0"))
                .withMessageContaining("blank");
    }

    @Test
    void the_text_names_the_first_schools() {
        assertThat(LOOKUP)
                .hasToString(
                        "3 schools by id, name and alias: Université de Montréal, Yale University, Queen's University");
    }
}
