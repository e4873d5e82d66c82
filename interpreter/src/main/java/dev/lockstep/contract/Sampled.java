package dev.lockstep.contract;

import dev.lockstep.grammar.Source;
import dev.lockstep.machine.Budget;
import dev.lockstep.machine.InputError;
import dev.lockstep.machine.Interpreter;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Trace;
import dev.lockstep.machine.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// A program that a law is held against, with an input where one can be drawn.
///
/// @param name how a failure calls it: its seed, or its file
record Sampled<P>(String name, P program, Optional<Value> input) {
  private static final int LARGEST_INPUT = 8;

  /// Programs drawn by the language, one a seed, then the given ones.
  static <P> List<Sampled<P>> all(
      Language<P, ?, ?> language, int seeds, int size, List<Source> given) {
    List<Sampled<P>> all = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      all.add(of(language, seed, size));
    }
    for (Source source : given) {
      P program = language.parse(source);
      all.add(new Sampled<>(source.name(), program, input(language, program, 0)));
    }
    return all;
  }

  static <P> Sampled<P> of(Language<P, ?, ?> language, int seed, int size) {
    P program = language.sample(new SplittableRandom(seed), 1 + seed % size);
    return new Sampled<>("seed " + seed, program, input(language, program, seed));
  }

  private static <P> Optional<Value> input(Language<P, ?, ?> language, P program, int seed) {
    try {
      SplittableRandom random = new SplittableRandom(seed);
      return Optional.of(language.input(program, random, seed % (LARGEST_INPUT + 1)));
    } catch (InputError _) {
      return Optional.empty();
    }
  }

  /// The run of a machine loaded anew; empty where the program has no input.
  <C, D> Optional<Ran<C, D>> run(Language<P, C, D> language, Budget budget) {
    Machine<C, D> machine = language.load(program);
    return input.map(
        it -> new Ran<>(machine, new Interpreter<>(machine).trace(machine.start(it), budget), it));
  }

  /// A run with the machine that made it.
  record Ran<C, D>(Machine<C, D> machine, Trace<C, D> trace, Value input) {}
}
