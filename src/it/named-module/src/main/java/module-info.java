/** Requires one module; what the library's own signatures need comes with it. */
module org.example.consumer {
    requires io.github.medrank;
}
