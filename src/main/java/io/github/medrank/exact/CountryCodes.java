package io.github.medrank.exact;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;

/** The country codes of two letters that are known: ISO 3166-1, and XK, in use for Kosovo though not assigned. */
public final class CountryCodes {
    private static final ImmutableSet<String> CODES = ImmutableSet.<String>builder()
            .add(Locale.getISOCountries())
            .add("XK")
            .build();

    private CountryCodes() {}

    /** Returns whether this is a code, in capitals. */
    public static boolean contains(String code) {
        return CODES.contains(code);
    }

    /** Returns all codes. */
    public static ImmutableSet<String> all() {
        return CODES;
    }
}
