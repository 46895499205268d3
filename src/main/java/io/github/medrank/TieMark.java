package io.github.medrank;

/** How a shared position is marked. */
public enum TieMark {
    /** Not at all: {@code 26}. */
    NONE,
    /** In front, as on QS's pages: {@code =26}. */
    PREFIX,
    /** Behind, as in QS's workbooks of 2017: {@code 26=}. */
    SUFFIX;

    String mark(String position) {
        return switch (this) {
            case NONE -> position;
            case PREFIX -> "=" + position;
            case SUFFIX -> position + "=";
        };
    }
}
