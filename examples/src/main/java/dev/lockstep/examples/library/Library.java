package dev.lockstep.examples.library;

import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The Mu programs that come with Lockstep and how to draw inputs for them.
public final class Library {
  /// The folders of the library, below the folder of all programs.
  static final String FIRST = "mu/";

  static final String CLRS = "mu/clrs/";
  static final String EVERYDAY = "mu/everyday/";

  private Library() {}

  /// Generators by the program's path below the folder of all programs, such as
  /// `mu/clrs/dijkstra.mu`, in order.
  public static SequencedMap<String, InputGenerator> generators() {
    SequencedMap<String, InputGenerator> all = new TreeMap<>();
    add(all, FIRST, FirstInputs.all());
    add(all, CLRS, ClrsInputs.all());
    add(all, EVERYDAY, EverydayInputs.all());
    return all;
  }

  private static void add(
      Map<String, InputGenerator> all, String folder, Map<String, Function<Draw, Given>> inputs) {
    inputs.forEach((name, input) -> all.put(folder + name + ".mu", InputGenerator.of(input)));
  }

  /// The generator of the program with this path.
  public static Optional<InputGenerator> generator(String path) {
    return Optional.ofNullable(generators().get(path));
  }
}
