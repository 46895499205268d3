package io.github.medrank.exact;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;

/** The known two-letter country codes: ISO 3166-1, and XK, which is used for Kosovo though not assigned. */
public final class CountryCodes {
    private static final ImmutableSet<String> CODES = ImmutableSet.<String>builder()
            .add(Locale.getISOCountries())
            .add("XK")
            .build();

    private CountryCodes() {}

    /** Returns whether a text is a known code, in capitals. */
    public static boolean contains(String code) {
        return CODES.contains(code);
    }

    /** Returns all known codes. */
    public static ImmutableSet<String> all() {
        return CODES;
    }
}
