package io.github.medrank;

/** How the position of tied schools is marked. */
public enum TieMark {
    /** No mark: {@code 26}. */
    NONE,
    /** A prefix, as on QS's pages: {@code =26}. */
    PREFIX,
    /** A suffix, as in QS's workbooks of 2017: {@code 26=}. */
    SUFFIX;

    String mark(String position) {
        return switch (this) {
            case NONE -> position;
            case PREFIX -> "=" + position;
            case SUFFIX -> position + "=";
        };
    }
}
