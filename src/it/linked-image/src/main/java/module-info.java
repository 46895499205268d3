/** A module of which an image is linked. */
module org.example.linked {
    requires io.github.medrank;
}
