package io.github.medrank.picture;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The script of a page and the name by which the page's policy lets it run. */
final class PageAssets {
    static final String SCRIPT = RankingScript.JAVASCRIPT + PageScript.JAVASCRIPT;

    /** A page runs this script and no other: the policy names it by what it is. */
    static final String SCRIPT_SOURCE = "'sha256-"
            + Base64.getEncoder()
                    .encodeToString(Hashing.sha256()
                            .hashString(SCRIPT, StandardCharsets.UTF_8)
                            .asBytes())
            + "'";

    private PageAssets() {}
}
