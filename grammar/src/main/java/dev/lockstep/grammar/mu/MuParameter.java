package dev.lockstep.grammar.mu;

/// A parameter of a function: immutable in its body.
public record MuParameter(String name, MuType type, Place place) {}
