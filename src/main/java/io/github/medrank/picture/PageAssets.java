package io.github.medrank.picture;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The scripts and the style of a page, files beside this class that editors and engines for JavaScript understand.
 * The one class that reads anything: its own parts, from its own jar.
 */
final class PageAssets {
    static final String STYLE = read("page.css");

    /** Ranks anew; a pure function, which the tests run as it is. */
    static final String RANKING = read("ranking.js");

    /** Searches and sorts, and ranks anew where there are sliders. */
    static final String SCRIPT = RANKING + read("page.js");

    /** A page runs this script and no other: the policy names it by what it is. */
    static final String SCRIPT_SOURCE = "'sha256-"
            + Base64.getEncoder()
                    .encodeToString(Hashing.sha256()
                            .hashString(SCRIPT, StandardCharsets.UTF_8)
                            .asBytes())
            + "'";

    private PageAssets() {}

    private static String read(String name) {
        try (InputStream file = PageAssets.class.getResourceAsStream(name)) {
            checkState(file != null, "the file %s is missing in the jar of medrank", name);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
