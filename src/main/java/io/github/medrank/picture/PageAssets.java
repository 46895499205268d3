package io.github.medrank.picture;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The script of a page, and the hash by which the page's policy allows it. */
final class PageAssets {
    static final String SCRIPT = RankingScript.JAVASCRIPT + PageScript.JAVASCRIPT;

    /** The only script that a page runs. The policy identifies it by its hash. */
    static final String SCRIPT_SOURCE = "'sha256-"
            + Base64.getEncoder()
                    .encodeToString(Hashing.sha256()
                            .hashString(SCRIPT, StandardCharsets.UTF_8)
                            .asBytes())
            + "'";

    private PageAssets() {}
}
