package dev.lockstep.examples.library;

import dev.lockstep.machine.Value;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Draws inputs that satisfy a program's `requires`.
@FunctionalInterface
public interface InputGenerator {
  /// `size` bounds lists, texts and vertices, and how large numbers are where they make the work.
  Value input(RandomGenerator random, int size);

  /// One that states its input as a function of what it draws.
  static InputGenerator of(Function<Draw, Given> input) {
    return (random, size) -> input.apply(new Draw(random, size)).fields();
  }
}
