package dev.lockstep.machine;

import dev.lockstep.grammar.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// One call of a configuration as people look at it.
///
/// @param name the function, or what runs
/// @param at what happens next there, or, in a caller, the call it waits for
/// @param variables by name, in the order they are shown
public record Frame(String name, Optional<Span> at, SequencedMap<String, Value> variables) {
  public Frame {
    variables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(variables));
  }
}
