package dev.lockstep.words;

/// Where a word can be stored.
public enum Space {
  MEMORY,
  REGISTER
}
