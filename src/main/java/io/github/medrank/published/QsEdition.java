package io.github.medrank.published;

import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Weights;

/** What differs between editions of a QS ranking. */
record QsEdition(int year, Weights weights, Presentation presentation, Provenance provenance) {}
