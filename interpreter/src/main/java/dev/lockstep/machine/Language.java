package dev.lockstep.machine;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Symbol;
import dev.lockstep.grammar.format.Style;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a language author writes; found by `ServiceLoader`.
///
/// @param <P> program: parsed and checked source, an immutable tree
/// @param <C> configuration
/// @param <D> delta
public interface Language<P, C, D> {
  /// Its name on the command line and in files, such as `turing`.
  String name();

  /// The suffix of its program files, without the dot.
  String suffix();

  /// One line for a list of languages.
  String description();

  /// Throws `SourceErrors`, with everything that is wrong, where the source is not a program.
  P parse(Source source);

  /// The source in `file`, with those that it imports joined to it. Throws `UnreadableSource`, and
  /// `SourceErrors` where an import cannot be followed.
  default Source read(Path file) {
    return Source.read(file);
  }

  /// What a program holds to be tested; empty where the language knows no tests.
  default Optional<ProgramTests<C, D>> tests(P program) {
    return Optional.empty();
  }

  /// What is suspicious in a program that parses: warnings, in order of place.
  List<Diagnostic> warnings(P program);

  /// Every kind of diagnostic that `parse` and `warnings` tell apart, those of the text itself
  /// (`SyntaxProblem`) aside.
  default List<Problem> problems() {
    return List.of();
  }

  /// What a program declares, in order of place.
  default List<Symbol> symbols(P program) {
    return List.of();
  }

  /// Why a program that parses cannot run, such as one of tests alone; empty where it can.
  default Optional<Diagnostic> unrunnable(P program) {
    return Optional.empty();
  }

  /// The layout of its sources, for `lockstep fmt`; empty where it has none.
  default Optional<Style> style() {
    return Optional.empty();
  }

  /// The program in the language's usual layout; parsing it again gives an equal program.
  String print(P program);

  Machine<C, D> load(P program);

  /// A faster engine for the program's runs, where the language has one.
  default Optional<Runner<D>> runner(P program) {
    return Optional.empty();
  }

  /// Deltas as JSON, for trace files.
  DeltaJson<D> deltaJson();

  /// A seeded input for the program; `size` bounds its length or digits. Throws `InputError` where
  /// no input can be found (an unsatisfiable `requires`).
  Value input(P program, RandomGenerator random, int size);

  /// A seeded program with at most about `size` rules or statements: the test generator.
  P sample(RandomGenerator random, int size);

  /// The local rule of the program, where its configurations are cells and each cell's next content
  /// is a function of its neighbourhood.
  default Optional<Layout<C, D>> layout(P program) {
    return Optional.empty();
  }

  /// Why the program has no finite visible sets, with the construct's place; empty where it has.
  Optional<Diagnostic> uncertifiable(P program);
}
