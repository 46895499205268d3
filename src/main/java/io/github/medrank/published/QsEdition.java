package io.github.medrank.published;

import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Weights;

/** The parts that differ between editions of a QS ranking. */
record QsEdition(int year, Weights weights, Presentation presentation, Provenance provenance) {}
