package dev.lockstep.brainfuck;

import dev.lockstep.grammar.Diagnostic;
import dev.lockstep.grammar.Problem;
import dev.lockstep.grammar.Source;
import dev.lockstep.grammar.Span;
import dev.lockstep.grammar.assembly.Image;
import dev.lockstep.grammar.assembly.Word;
import dev.lockstep.grammar.brainfuck.BrainfuckProblem;
import dev.lockstep.grammar.brainfuck.BrainfuckProgram;
import dev.lockstep.grammar.brainfuck.BrainfuckReader;
import dev.lockstep.machine.DeltaJson;
import dev.lockstep.machine.Language;
import dev.lockstep.machine.Machine;
import dev.lockstep.machine.Runner;
import dev.lockstep.machine.Value;
import dev.lockstep.words.WordConfiguration;
import dev.lockstep.words.WordDelta;
import dev.lockstep.words.WordDeltaJson;
import dev.lockstep.words.WordMachine;
import dev.lockstep.words.WordRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Brainfuck, the language of `.bf` files: a small universal machine, with a generator of programs
/// (`sample`) whose outputs are data for universal predictors.
public final class BrainfuckLanguage
    implements Language<BrainfuckProgram, WordConfiguration, WordDelta> {
  /// Wide enough for any address; cells are bytes all the same.
  private static final Image IMAGE =
      new Image(new Word(32), true, List.of(), List.of(), Map.of(), List.of());

  @Override
  public String name() {
    return "brainfuck";
  }

  @Override
  public String suffix() {
    return "bf";
  }

  @Override
  public String description() {
    return "eight signs on a tape of bytes, with a generator of random programs";
  }

  @Override
  public BrainfuckProgram parse(Source source) {
    return BrainfuckReader.read(source);
  }

  @Override
  public List<Diagnostic> warnings(BrainfuckProgram program) {
    return List.of();
  }

  @Override
  public List<Problem> problems() {
    return List.of(BrainfuckProblem.values());
  }

  @Override
  public String print(BrainfuckProgram program) {
    return program.print();
  }

  @Override
  public Machine<WordConfiguration, WordDelta> load(BrainfuckProgram program) {
    return new WordMachine(IMAGE, new BrainfuckProcessor(program), 1);
  }

  @Override
  public Optional<Runner<WordDelta>> runner(BrainfuckProgram program) {
    return Optional.of(new WordRunner(IMAGE, new BrainfuckProcessor(program), 1));
  }

  @Override
  public DeltaJson<WordDelta> deltaJson() {
    return new WordDeltaJson();
  }

  /// A text of at most `size` letters.
  @Override
  public Value input(BrainfuckProgram program, RandomGenerator random, int size) {
    StringBuilder text = new StringBuilder();
    random.ints(random.nextInt(size + 1), 'a', 'z' + 1).forEach(text::appendCodePoint);
    return Value.of(text.toString());
  }

  @Override
  public BrainfuckProgram sample(RandomGenerator random, int size) {
    return BrainfuckGenerator.program(random, size);
  }

  /// The head may stand on any cell.
  @Override
  public Optional<Diagnostic> uncertifiable(BrainfuckProgram program) {
    return Optional.of(
        Diagnostic.error(
            program.steps().stream()
                .findFirst()
                .flatMap(it -> it.place().span())
                .orElse(new Span(0, 0)),
            "a step depends on the program's place and on a cell far from it",
            "Certify a Turing machine, or compare runs with `lockstep verify`."));
  }
}
