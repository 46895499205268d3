import org.jspecify.annotations.NullMarked;

/**
 * Ranks medical schools the way QS World University Rankings by Subject: Medicine does, and any other way its user can
 * state: evidence goes in; scores, rankings and the answers to "why?", "how sure?" and "what if?" come out.
 *
 * <p>Everything public is immutable and free of side effects: no input or output, no clock, no hidden randomness.
 */
@NullMarked
module io.github.medrank {
    requires transitive com.google.common;
    requires static transitive com.google.errorprone.annotations;
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;

    exports io.github.medrank;
    exports io.github.medrank.choice;
    exports io.github.medrank.comparison;
    exports io.github.medrank.evidence;
    exports io.github.medrank.insight;
    exports io.github.medrank.normalization;
    exports io.github.medrank.picture;
    exports io.github.medrank.published;
    exports io.github.medrank.ranking;
    exports io.github.medrank.robustness;
    exports io.github.medrank.sensitivity;
    exports io.github.medrank.text;
    exports io.github.medrank.weighting;
    exports io.github.medrank.weightspace;
}
