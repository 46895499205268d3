package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Executable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A text with a line break, an escape sequence and an override of the writing direction, given to every public member that
 * takes a text: no message of an exception, and no {@code toString()} of what is made, hands them on to the terminal or
 * the log that shows it.
 */
class HostileTextTest {
    private static final String HOSTILE = "Yale\n\u001B[2J\u202Eelay";

    /** What shows the text of its caller as it is: markup that is not for a terminal, and an exception of the caller's own. */
    private static final ImmutableSet<String> AS_GIVEN = ImmutableSet.of(
            "Page.withSection",
            "InterruptedRunException.io.github.medrank.InterruptedRunException",
            "InterruptedDrawsException.io.github.medrank.robustness.InterruptedDrawsException");

    private final ArgumentStock stock = ArgumentStock.shared();
    private final Set<String> faults = new TreeSet<>();
    private int handed;

    @Test
    void no_message_and_no_text_hands_on_what_acts_on_a_terminal() {
        for (Executable member : ArgumentStock.members()) {
            List<Object> ordinary = stock.ordinary(member);
            for (int i = 0; i < member.getParameterCount() && i < ordinary.size(); i++) {
                for (Object hostile : hostile(member.getGenericParameterTypes()[i])) {
                    for (Object receiver : stock.receivers(member)) {
                        Object[] arguments = ordinary.toArray();
                        arguments[i] = hostile;
                        handed++;
                        Object made = call(member, receiver, name(member), arguments);
                        look(made, name(member));
                    }
                }
            }
        }

        assertThat(handed).as("calls").isGreaterThan(200);
        assertThat(faults).isEmpty();
    }

    /** What the parameter's type lets a hostile text be. */
    private static List<Object> hostile(Type type) {
        Class<?> raw = ArgumentStock.raw(type);
        if (raw == String.class || raw == CharSequence.class) {
            return List.of(HOSTILE);
        }
        if (raw == String[].class) {
            return List.of((Object) new String[] {HOSTILE});
        }
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            boolean texts = ArgumentStock.raw(of[0]) == String.class;
            if (texts && raw.isAssignableFrom(ImmutableList.class)) {
                return List.of(ImmutableList.of(HOSTILE));
            }
            if (texts && raw.isAssignableFrom(ImmutableSet.class)) {
                return List.of(ImmutableSet.of(HOSTILE));
            }
            if (texts && raw == Optional.class) {
                return List.of(Optional.of(HOSTILE));
            }
            if (raw == Map.class && ArgumentStock.raw(of[1]) == String.class && texts) {
                return List.of(ImmutableMap.of(HOSTILE, HOSTILE));
            }
        }
        return List.of();
    }

    /** The text of what was made. */
    private void look(Object made, String from) {
        if (made instanceof Optional<?> maybe) {
            maybe.ifPresent(each -> look(each, from));
            return;
        }
        if (made instanceof Collection<?> many) {
            many.stream().limit(3).forEach(each -> look(each, from));
            return;
        }
        if (made == null || !made.getClass().getName().startsWith("io.github.medrank")) {
            return;
        }
        check(String.valueOf(made), from + " makes a value whose text is", true);
    }

    private Object call(Executable member, Object receiver, String from, Object... arguments) {
        try {
            return ExtremeCall.call(member, receiver, arguments);
        } catch (IllegalArgumentException notOfItsType) {
            return null; // a wildcard that the stock took for another type
        } catch (ReflectiveOperationException thrown) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            check(String.valueOf(cause.getMessage()), from + " throws", false);
            return null;
        }
    }

    private void check(String text, String from, boolean lines) {
        if (!AS_GIVEN.contains(from.split(" ", 2)[0])
                && text.codePoints().anyMatch(c -> acts(c) && !(lines && c == '\n'))) {
            faults.add(from + " "
                    + text.codePoints().collect(StringBuilder::new, HostileTextTest::append, StringBuilder::append));
        }
    }

    private static void append(StringBuilder text, int c) {
        text.append(acts(c) ? String.format("<%04X>", c) : Character.toString(c));
    }

    private static boolean acts(int c) {
        return Character.getType(c) == Character.CONTROL
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x2028
                || c == 0x2029;
    }

    private static String name(Executable member) {
        return member.getDeclaringClass().getSimpleName() + "." + member.getName();
    }
}
